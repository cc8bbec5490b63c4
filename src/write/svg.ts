import type { Chart, DotChart, StackedChart } from '../model/chart.js';
import { sum } from '../model/collections.js';

/** A strip across the chart. Strips are stacked from top to bottom, so nothing in one can cover another. */
interface Strip {
  readonly height: number;
  readonly shapes: readonly SvgMarkup[];
}
/** Made by the tag `svg` alone, which escapes every string that is put in. */
interface SvgMarkup {
  readonly markup: string;
}
/** Left, top, width, height. */
type Box = readonly [x: number, y: number, width: number, height: number];
type Panel = DotChart['panels'][number];
type Plot = ReturnType<typeof plotBetween>;

const [WIDTH, MARGIN, GAP] = [640, 20, 12];
const INNER = WIDTH - 2 * MARGIN;
const [TITLE, LABEL, SMALL] = [16, 13, 11];
/** Labels beside the plot and figures after it take no more than this. */
const WIDEST_COLUMN = 216;
const MOST_ROWS = 20;

/**
 * Fill, and the colour of a count on it. No two fills are closer than 0.12 in OKLab, whether seen with all cones or, as
 * simulated, without one kind; each stands out from the dark ground by 3:1, and from the light one by its outline.
 */
const PALETTE = [
  '#56b4e9 #000',
  '#e69f00 #000',
  '#a39 #fff',
  '#8ed #000',
  '#271 #fff',
  '#77f #000',
  '#fd6 #000',
  '#e58 #000',
];

/** By class, for light and dark. An image cannot ask the page for its ground, so a chart brings its own. */
const COLOURS = {
  ground: ['fill:#fff;stroke:#d1d9e0', 'fill:#161b22;stroke:#3d444d'],
  ink: ['fill:#1f2328', 'fill:#e6edf3'],
  quiet: ['fill:#59636e', 'fill:#9aa4af'],
  outline: ['stroke:#1f2328', 'stroke:#e6edf3'],
  grid: ['stroke:#d1d9e0', 'stroke:#30363d'],
  zero: ['stroke:#59636e', 'stroke:#9aa4af'],
  range: ['stroke:#0969da', 'stroke:#58a6ff'],
  dot: ['fill:#0969da;stroke:#0969da', 'fill:#58a6ff;stroke:#58a6ff'],
  hollow: ['fill:#fff;stroke:#0969da', 'fill:#161b22;stroke:#58a6ff'],
} as const;
const rules = (scheme: 0 | 1): string =>
  Object.entries(COLOURS)
    .map(([name, styles]) => `.chart .${name}{${styles[scheme]}}`)
    .join('');
const STYLE = `${rules(0)}.chart .middle{text-anchor:middle}.chart .end{text-anchor:end}.chart .bold{font-weight:bold}
@media (prefers-color-scheme:dark){${rules(1)}}`;

/** The chart as a file of its own: no script, no font, nothing from elsewhere. */
export function svgOf(chart: Chart): string {
  const body = chart.kind === 'stacked' ? stackedBars(chart) : dotPanels(chart);
  const strips = [
    ...paragraph(chart.title, TITLE, 'ink bold'),
    { height: 4, shapes: [] },
    ...(body.length > 0 ? body : paragraph('nothing to show', LABEL, 'quiet')),
  ];
  let height = MARGIN - 4;
  const drawn = strips.map(strip => {
    const top = height;
    height += strip.height;
    return svg`<g transform="translate(0 ${top})">${strip.shapes}</g>\n`;
  });
  height = Math.ceil(height + MARGIN - 6);
  return svg`<svg xmlns="http://www.w3.org/2000/svg" class="chart" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${chart.id}-title ${chart.id}-desc" font-family="system-ui, sans-serif">
<title id="${chart.id}-title">${chart.title}</title>
<desc id="${chart.id}-desc">${chart.description}</desc>
<style>${STYLE}</style>
<rect class="ground" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8"/>
${drawn}</svg>\n`.markup;
}

function stackedBars(chart: StackedChart): Strip[] {
  const names = folded(chart.legend, PALETTE.length, more);
  const counted = chart.rows.map(({ label, counts }) => ({
    label,
    counts: folded(counts, PALETTE.length, sum),
  }));
  const sumsOf = (some: typeof counted): number[] =>
    names.map((_, at) => sum(some.map(row => row.counts[at]!)));
  const rows = folded(counted, MOST_ROWS, rest => ({ label: more(rest), counts: sumsOf(rest) }));
  const totals = sumsOf(rows).map((count, at) => ({ at, count, name: names[at]! }));
  if (totals.every(({ count }) => count === 0)) return [];
  const figures = rows.map(({ label, counts }) => ({ label, text: `${sum(counts)}` }));
  const plot = plotBetween([...figures, { label: '', text: chart.unit }]);
  const bars = rows.map(({ label, counts }): Strip => {
    const total = sum(counts);
    const scale = plot.width / total;
    const segments = counts.flatMap((count, at) => {
      if (count === 0) return [];
      const [x, width] = [plot.left + sum(counts.slice(0, at)) * scale, Math.max(count * scale - 2, 1)];
      const fits = textWidth(`${count}`, SMALL) + 2 <= width;
      const title = `${label}: ${names[at]}, ${count} of ${total} ${chart.unit}`;
      return [segment(at, fits ? `${count}` : '', title, [x, 3, width, 20])];
    });
    const shapes =
      total > 0 ? segments : [text(`no ${chart.unit}`, LABEL, 'quiet', plot.left, 18, plot.width)];
    return { height: 28, shapes: [...plot.columns(label, `${total}`, 18), ...shapes] };
  });
  return [
    ...paragraph(`total ${chart.unit}:`, SMALL, 'quiet'),
    ...legend(totals.filter(({ count }) => count > 0)),
    { height: 16, shapes: plot.columns('', chart.unit, 13) },
    ...bars,
    axis([0, 0.25, 0.5, 0.75, 1], share => plot.left + share * plot.width, 'percent'),
  ];
}

/** Coloured chips with a count on each, and what they stand for. */
function legend(entries: readonly { at: number; count: number; name: string }[]): Strip[] {
  const items = entries.map(entry => {
    const chip = Math.max(textWidth(`${entry.count}`, SMALL) + 10, 22);
    return { ...entry, chip, width: Math.min(chip + 6 + textWidth(entry.name, LABEL), INNER) };
  });
  return linesOf(items, 18, INNER).map(line => {
    let next = MARGIN;
    const shapes = line.flatMap(({ at, count, name, chip, width }) => {
      const x = next;
      next += width + 18;
      return [
        segment(at, `${count}`, `${name}: ${count}`, [x, 2, chip, 16]),
        text(name, LABEL, 'ink', x + chip + 6, 15, width - chip - 6),
      ];
    });
    return { height: 23, shapes };
  });
}

function segment(at: number, count: string, title: string, [x, y, width, height]: Box): SvgMarkup {
  const [fill, ink] = PALETTE[at]!.split(' ') as [string, string];
  const number = svg`<text class="middle" fill="${ink}" x="${x + width / 2}" y="${y + height / 2 + 4}" font-size="${SMALL}">${count}</text>`;
  return svg`<g><title>${title}</title><rect class="outline" fill="${fill}" stroke-width="0.6" x="${x}" y="${y}" width="${width}" height="${height}" rx="2"/>${count ? number : []}</g>`;
}

function dotPanels(chart: DotChart): Strip[] {
  const panels = chart.panels.filter(panel => panel.rows.length > 0);
  if (panels.length === 0) return [];
  const hollow = panels.some(panel => panel.rows.some(row => !row.interval));
  const note = `Lines are 95% intervals.${hollow ? ' Hollow dots have too few cases for one.' : ''}`;
  const plot = plotBetween(panels.flatMap(panel => panel.rows));
  return [...panels.flatMap(panel => dotPanel(panel, plot)), ...paragraph(note, SMALL, 'quiet')];
}

function dotPanel({ title, low, high, format, rows: all }: Panel, plot: Plot): Strip[] {
  const rows: Panel['rows'] = folded(all, MOST_ROWS, rest => ({
    label: more(rest),
    value: Number.NaN,
    text: '',
  }));
  const span = high - low || 1;
  const place = (value: number): number =>
    plot.left + 8 + (Math.min(Math.max(value - low, 0), span) / span) * (plot.width - 16);
  const ticks = ticksBetween(low, low + span);
  const grid = ticks.map(
    tick => svg`<path class="${tick === 0 ? 'zero' : 'grid'}" d="M${place(tick)} 0v24"/>`,
  );
  const mark = ({ label, value, interval, text: shown }: Panel['rows'][number]): SvgMarkup => {
    const [from, to] = [interval?.low ?? value, interval?.high ?? value];
    const range = interval ? ` (${numberAs(format, from)} to ${numberAs(format, to)})` : '';
    return svg`<g stroke-width="2"><title>${`${label}: ${numberAs(format, value)}${range}, ${shown}`}</title><path class="range" d="M${place(from)} 12H${place(to)}"/><circle class="${interval ? 'dot' : 'hollow'}" cx="${place(value)}" cy="12" r="4.5"/></g>`;
  };
  const strips = rows.map(row => ({
    height: 24,
    shapes: [
      ...grid,
      ...plot.columns(row.label, row.text, 16.5),
      ...(Number.isFinite(row.value) ? [mark(row)] : []),
    ],
  }));
  return [
    ...paragraph(title, LABEL, 'ink bold'),
    ...strips,
    axis(ticks, place, format),
    { height: 8, shapes: [] },
  ];
}

/** Round numbers, three to six of them. */
function ticksBetween(low: number, high: number): number[] {
  const least = (high - low) / 5.001;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * ([1, 2, 2.5, 5].find(times => times * power >= least) ?? 10);
  const first = Math.ceil(low / step - 0.001);
  const count = Math.floor(high / step + 0.001) - first + 1;
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}

function axis(ticks: readonly number[], place: (tick: number) => number, format: Panel['format']): Strip {
  const shapes = ticks.map(tick => text(numberAs(format, tick), SMALL, 'quiet middle', place(tick), 13, 60));
  return { height: 22, shapes };
}

const NUMBERS: Readonly<Record<Panel['format'], Intl.NumberFormatOptions>> = {
  percent: { style: 'percent', maximumFractionDigits: 1 },
  signed: { signDisplay: 'exceptZero' },
  count: { notation: 'compact', maximumFractionDigits: 2 },
};
const numberAs = (format: Panel['format'], value: number): string =>
  value.toLocaleString('en', NUMBERS[format]).replace('-', '−');

/** The first `most` items, or one fewer and the rest as one. */
const folded = <Item>(items: readonly Item[], most: number, asOne: (rest: Item[]) => Item): Item[] =>
  items.length <= most ? [...items] : [...items.slice(0, most - 1), asOne(items.slice(most - 1))];
const more = (rest: readonly unknown[]): string => `and ${rest.length} more`;

/** A plot between a column of labels and one of figures, each as wide as what stands in it. */
function plotBetween(rows: readonly { readonly label: string; readonly text: string }[]) {
  const column = (of: 'label' | 'text'): number =>
    Math.min(Math.max(...rows.map(row => textWidth(row[of], LABEL))), WIDEST_COLUMN);
  const [before, after] = [column('label'), column('text')];
  const columns = (label: string, figure: string, y: number): SvgMarkup[] => [
    text(label, LABEL, 'ink', MARGIN, y, before),
    text(figure, LABEL, 'quiet end', WIDTH - MARGIN, y, after),
  ];
  return { left: MARGIN + before + GAP, width: INNER - before - after - 2 * GAP, columns };
}

function paragraph(content: string, size: number, look: string): Strip[] {
  // Bold letters are a tenth wider.
  const room = look.includes('bold') ? INNER / 1.1 : INNER;
  const words = content.split(/\s+/).map(word => cut(word, size, room));
  const items = words.map(word => ({ word, width: textWidth(word, size) }));
  return linesOf(items, textWidth(' ', size), room).map(line => {
    const shown = line.map(({ word }) => word).join(' ');
    return { height: size + 9, shapes: [text(shown, size, look, MARGIN, size + 1, INNER)] };
  });
}

function linesOf<Item extends { width: number }>(
  items: readonly Item[],
  gap: number,
  room: number,
): Item[][] {
  const lines: Item[][] = [];
  let used = room;
  for (const item of items) {
    used += gap + item.width;
    if (used <= room) lines.at(-1)!.push(item);
    else {
      lines.push([item]);
      used = item.width;
    }
  }
  return lines;
}

/** Text longer than `width` is cut, and stands in full in a `<title>`. */
function text(content: string, size: number, look: string, x: number, y: number, width: number): SvgMarkup {
  if (!content) return svg``;
  const shown = cut(content, size, width);
  const full = shown === content ? [] : svg`<title>${content}</title>`;
  return svg`<text class="${look}" x="${x}" y="${y}" font-size="${size}">${full}${shown}</text>`;
}

/** In em, on the wide side of what system fonts have; the first that matches. */
const GLYPH_WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/^[\p{M}\p{Cc}\p{Cf}\p{Cs}]/u, 0],
  [/^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{Emoji_Presentation}\uff01-\uff60]|\ufe0f/u, 1.25],
  [/^[ijlItf.,:;'’|!()[\]\s]/, 0.37],
  [/^[MW@%m—…]/, 0.98],
  [/^\p{Lu}/u, 0.73],
  [/^/, 0.63],
];
const GRAPHEMES = new Intl.Segmenter('en');
const glyphs = (content: string): { glyph: string; width: number }[] =>
  [...GRAPHEMES.segment(content)].map(({ segment: glyph }) => ({
    glyph,
    width: GLYPH_WIDTHS.find(([kind]) => kind.test(glyph))![1],
  }));

/** An estimate: every reader has another font. */
export function textWidth(content: string, size: number): number {
  return sum(glyphs(content).map(({ width }) => width)) * size;
}

function cut(content: string, size: number, room: number): string {
  if (textWidth(content, size) <= room + 0.01) return content;
  let left = room - textWidth('…', size);
  let kept = '';
  for (const { glyph, width } of glyphs(content)) {
    left -= width * size;
    if (left < 0) break;
    kept += glyph;
  }
  return `${kept.trimEnd()}…`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Without what XML forbids: controls, lone surrogates and non-characters. */
const escaped = (content: string): string =>
  content
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '')
    .replace(/[&<>"]/g, mark => ESCAPES[mark]!);

/** SvgMarkup as it stands in the template; strings put in are text or the value of an attribute. */
function svg(
  written: TemplateStringsArray,
  ...put: (string | number | SvgMarkup | readonly SvgMarkup[])[]
): SvgMarkup {
  const values = put.map(value => {
    if (typeof value === 'string') return escaped(value);
    if (typeof value === 'number') return `${Math.round(value * 10) / 10 || 0}`;
    return [value]
      .flat()
      .map(({ markup }) => markup)
      .join('');
  });
  return { markup: String.raw({ raw: written }, ...values) };
}
