import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Chart, DotChart, StackedChart } from '../src/model/chart.js';
import { svgOf, textWidth } from '../src/write/svg.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const decoded = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name]!,
  );

/** Reads XML as strictly as the charts need it: anything unbalanced, unescaped, doubled or forbidden throws. */
function parsed(xml: string): Element {
  const astray = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.exec(xml);
  if (astray) throw new Error(`forbidden character ${astray[0].codePointAt(0)?.toString(16)}`);
  if (/&(?!(?:amp|lt|gt|quot);)/.test(xml)) throw new Error('bare ampersand');
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  let rest = xml;
  while (rest) {
    const [token, closing, name, written = '', empty] =
      /^(?:<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|[^<]+)/i.exec(rest) ?? [];
    if (!token) throw new Error(`not XML: ${rest.slice(0, 40)}`);
    rest = rest.slice(token.length);
    if (name === undefined) open.at(-1)!.children.push(decoded(token));
    else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes something else`);
    } else {
      const pairs = [...written.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [
        key!,
        decoded(value!),
      ]);
      const attributes = Object.fromEntries(pairs) as Record<string, string>;
      if (Object.keys(attributes).length < pairs.length) throw new Error(`attribute twice in <${name}>`);
      const element: Element = { name, attributes, children: [] };
      open.at(-1)!.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)!.name}> is not closed`);
  const elements = root.children.filter(child => typeof child !== 'string');
  if (elements.length !== 1) throw new Error('not one root');
  return elements[0]!;
}

const within = (element: Element): Element[] => [
  element,
  ...element.children.flatMap(child => (typeof child === 'string' ? [] : within(child))),
];
const named = (element: Element, name: string): Element[] =>
  within(element).filter(each => each.name === name);
/** What is seen of a `<text>`; its `<title>` is not. */
const seen = (element: Element): string =>
  element.children.filter(child => typeof child === 'string').join('');
const textsOf = (chart: Chart): string[] => named(parsed(svgOf(chart)), 'text').map(seen);
const titlesOf = (chart: Chart): string[] => named(parsed(svgOf(chart)), 'title').map(seen);

/** Where each text stands. */
function boxesOf(chart: Chart) {
  const root = parsed(svgOf(chart));
  const strips = root.children.filter(child => typeof child !== 'string').filter(({ name }) => name === 'g');
  return strips.flatMap(strip => {
    const top = Number(/^translate\(0 ([\d.]+)\)$/.exec(strip.attributes.transform!)![1]);
    return named(strip, 'text')
      .map(text => ({ shown: seen(text), ...text.attributes }) as { shown: string } & Record<string, string>)
      .filter(({ shown }) => shown !== '')
      .map(({ shown, class: look, ...place }) => {
        const size = Number(place['font-size']);
        const width = textWidth(shown, size) * (look!.includes('bold') ? 1.1 : 1);
        const before = look!.includes('end') ? width : look!.includes('middle') ? width / 2 : 0;
        const [left, base] = [Number(place.x) - before, top + Number(place.y)];
        return { shown, left, right: left + width, top: base - size * 0.75, bottom: base + size * 0.22 };
      });
  });
}

const stacked = (labels: readonly string[], more: Partial<StackedChart> = {}): StackedChart => ({
  kind: 'stacked',
  id: 'rival-terms',
  title: 'What the outlets call it',
  description: 'Shares of three terms by outlet.',
  unit: 'namings',
  legend: ['hamlet', 'village', 'small settlement'],
  rows: labels.map((label, at) => ({ label, counts: [31 + at, 412 + 3 * at, 250 + 7 * at] })),
  ...more,
});
const dots = (labels: readonly string[]): DotChart => ({
  kind: 'dots',
  id: 'scorecard',
  title: 'Scorecard',
  description: 'Two measures by outlet.',
  panels: [
    {
      title: 'Share of attributions',
      low: 0,
      high: 1,
      format: 'percent',
      rows: labels.map((label, at) => ({
        label,
        value: 0.375,
        interval: { low: 0.125, high: 0.75 },
        text: `${at + 3} of 48`,
      })),
    },
    {
      title: 'Terminology balance',
      low: -1,
      high: 1,
      format: 'signed',
      rows: labels.map((label, at) => ({ label, value: -0.25, text: `${at + 1} of 4` })),
    },
  ],
});
const outlets = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, at) => `${'The Very Long Name of a Newspaper '.slice(0, 5 + 4 * at)}${at}`,
  );

const hostile = [
  '</svg><script>alert(1)</script>',
  '"quoted" \'twice\' & <b>',
  ']]> --> <![CDATA[ &amp; &#0;',
  'bell\u0007 null\u0000 escape\u001b next\u0085 not\uffff a\ufffe lone\ud800 half\udc00',
  'line\nbreak\r\n\ttab',
  '\u202eright to left\u202c \u200fالخبر עיתון',
  '👩‍👩‍👧‍👦🏴‍☠️ e\u0301\u0301\u0301 朝日新聞デジタル版국제뉴스',
  '',
  '$& $1 `x` \\',
];

it.each(hostile)('%j as every text leaves the XML well-formed and alone', label => {
  const scorecard = dots([label, label]);
  const charts = [
    stacked([label, label], { title: label, description: label, unit: label, legend: [label, label, label] }),
    stacked([], { id: label, title: label }),
    { ...scorecard, title: label, panels: scorecard.panels.map(panel => ({ ...panel, title: label })) },
  ];
  for (const chart of charts) {
    const root = parsed(svgOf(chart));
    const kinds = new Set(within(root).map(({ name }) => name));
    const known = ['svg', 'title', 'desc', 'style', 'rect', 'g', 'text', 'path', 'circle'];
    expect([...kinds].filter(kind => !known.includes(kind))).toEqual([]);
  }
});

it('keeps a hostile label as text, but for what XML forbids', () => {
  expect(textsOf(stacked(['<&">']))).toContain('<&">');
  expect(textsOf(stacked(['be\u0007ll\ud800 \n x']))).toContain('bell x');
  expect(textsOf(stacked(['👩‍👩‍👧‍👦 e\u0301']))).toContain('👩‍👩‍👧‍👦 e\u0301');
});

it('is well-formed, deterministic and without overlap for any labels', () => {
  const label = fc.string({ unit: 'binary', maxLength: 60 });
  const row = fc.record({ label, counts: fc.array(fc.nat(5000), { minLength: 3, maxLength: 3 }) });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 24 }), label, (rows, title) => {
      for (const chart of [stacked([], { rows, title }), { ...dots(rows.map(each => each.label)), title }]) {
        expect(svgOf(structuredClone(chart))).toBe(svgOf(chart));
        parsed(svgOf(chart));
        expect(overlaps(chart)).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});

function overlaps(chart: Chart): string[] {
  const boxes = boxesOf(chart);
  const height = Number(parsed(svgOf(chart)).attributes.height);
  const outside = boxes.filter(box => box.left < 0 || box.right > 640 || box.top < 0 || box.bottom > height);
  const pairs = boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter(b => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map(b => `${a.shown} / ${b.shown}`),
  );
  return [...outside.map(({ shown }) => `${shown} / edge`), ...pairs];
}

it.each([2, 5, 20])('no text overlaps another for %i outlets', count => {
  const crowded = Array.from({ length: 8 }, (_, at) => `a term of more than one word, number ${at}`);
  const rows = outlets(count).map((label, row) => ({
    label,
    counts: crowded.map((_, at) => (at * at * row) % 60),
  }));
  const charts = [stacked(outlets(count)), stacked([], { legend: crowded, rows }), dots(outlets(count))];
  for (const chart of charts) {
    expect(boxesOf(chart).length).toBeGreaterThan(2 * count);
    expect(overlaps(chart)).toEqual([]);
  }
});

it('prints every count of a bar in it, and what it adds up to', () => {
  expect(textsOf(stacked(['Gazette', 'Herald']))).toEqual([
    ...['What the outlets call it', 'total namings:'],
    ...['63', 'hamlet', '827', 'village', '507', 'small settlement', 'namings'],
    ...['Gazette', '693', '31', '412', '250', 'Herald', '704', '32', '415', '257'],
    ...['0%', '25%', '50%', '75%', '100%'],
  ]);
  expect(titlesOf(stacked(['Gazette']))).toContain('Gazette: village, 412 of 693 namings');
});

it('draws a bar as long as its share, with a gap after it', () => {
  const rects = named(parsed(svgOf(stacked([], { rows: [{ label: 'A', counts: [50, 25, 25] }] }))), 'rect');
  const [first, second, third] = rects
    .slice(-3)
    .map(({ attributes: { x, width } }) => [Number(x), Number(width)]);
  expect(second![0]! - first![0]!).toBeCloseTo(2 * (third![0]! - second![0]!), 0);
  expect(second![0]! - first![0]! - first![1]!).toBeCloseTo(2, 0);
});

it('shows values, intervals and figures, and where there is no interval a hollow dot', () => {
  const chart = dots(['Gazette']);
  expect(textsOf(chart)).toEqual(
    expect.arrayContaining(['Gazette', '3 of 48', '1 of 4', '40%', '−0.5', '+1']),
  );
  expect(titlesOf(chart)).toContain('Gazette: 37.5% (12.5% to 75%), 3 of 48');
  expect(titlesOf(chart)).toContain('Gazette: −0.25, 1 of 4');
  const circles = named(parsed(svgOf(chart)), 'circle').map(({ attributes }) => attributes.class);
  expect(circles).toEqual(['dot', 'hollow']);
  expect(textsOf(chart).at(-1)).toBe('Lines are 95% intervals. Hollow dots have too few cases for one.');
});

it('places dots by their values, and at the end of the axis what lies beyond', () => {
  const row = (value: number) => ({ label: 'A', value, text: `${value}` });
  const panel = { title: 'P', low: 0, high: 10, format: 'count' as const, rows: [0, 5, 10, 99].map(row) };
  const circles = named(parsed(svgOf({ ...dots([]), panels: [panel] })), 'circle');
  const [low, middle, high, beyond] = circles.map(({ attributes }) => Number(attributes.cx));
  expect(middle! - low!).toBeCloseTo(high! - middle!, 0);
  expect(high).toBeGreaterThan(low! + 100);
  expect(beyond).toBe(high);
});

it('sums up what there is no room for: rows after the 19th, terms after the seventh', () => {
  const rows = Array.from({ length: 23 }, (_, at) => ({ label: `outlet ${at}`, counts: Array(10).fill(at) }));
  const texts = textsOf(stacked([], { legend: 'abcdefghij'.split(''), rows }));
  expect(texts).toEqual(expect.arrayContaining(['outlet 18', 'g', 'and 3 more', 'and 4 more']));
  for (const absent of ['outlet 19', 'h']) expect(texts).not.toContain(absent);
  expect(texts.slice(texts.indexOf('and 4 more')).slice(0, 3)).toEqual(['and 4 more', '820', '82']);
  expect(textsOf(dots(outlets(23))).filter(text => text === 'and 4 more')).toHaveLength(2);
  expect(textsOf(stacked(outlets(20))).filter(text => /more$/.test(text))).toEqual([]);
});

it('cuts a long name, wide characters sooner, and keeps it whole in a title', () => {
  for (const [name, least, most] of [
    ['x'.repeat(80), 20, 30],
    ['新'.repeat(80), 9, 15],
  ] as const) {
    const short = textsOf(stacked([name])).find(text => text.endsWith('…'))!;
    expect(name.startsWith(short.slice(0, -1))).toBe(true);
    expect(short.length).toBeGreaterThanOrEqual(least);
    expect(short.length).toBeLessThanOrEqual(most);
    expect(titlesOf(stacked([name]))).toContain(name);
  }
});

it.each([stacked([]), stacked(['A'], { legend: [] }), dots([])])(
  'says when there is nothing to show',
  chart => {
    expect(textsOf(chart)).toEqual([chart.title, 'nothing to show']);
  },
);

it('says that an outlet has none', () => {
  const rows = [
    { label: 'Gazette', counts: [0, 0, 0] },
    { label: 'Herald', counts: [1, 1, 1] },
  ];
  expect(textsOf(stacked([], { rows }))).toContain('no namings');
});

it('is named and described, and asks for nothing from elsewhere', () => {
  const root = parsed(svgOf(stacked(['Gazette'])));
  const [title, description] = root.children.filter(child => typeof child !== 'string');
  expect(root.attributes).toMatchObject({
    role: 'img',
    width: '640',
    viewBox: `0 0 640 ${root.attributes.height}`,
  });
  expect(root.attributes['aria-labelledby']).toBe(`${title!.attributes.id} ${description!.attributes.id}`);
  expect([title, description].map(each => seen(each!))).toEqual([
    'What the outlets call it',
    'Shares of three terms by outlet.',
  ]);
  expect(svgOf(stacked(['Gazette'])).replace('http://www.w3.org/2000/svg', '')).not.toMatch(
    /href|url\(|https?:|@import/,
  );
});

it('is readable in light and in dark', () => {
  const svg = svgOf(
    stacked([], { legend: 'abcdefgh'.split(''), rows: [{ label: 'A', counts: Array(8).fill(9) }] }),
  );
  const [light, dark] = svg.split('@media (prefers-color-scheme:dark)').map(
    css =>
      (name: string, property = 'fill') =>
        new RegExp(`\\.chart \\.${name}\\{[^}]*${property}:(#[\\da-f]+)`).exec(css)![1]!,
  );
  for (const colour of [light!, dark!]) {
    for (const text of ['ink', 'quiet'])
      expect(contrast(colour(text), colour('ground'))).toBeGreaterThan(4.5);
    for (const shape of ['outline', 'zero', 'range'])
      expect(contrast(colour(shape, 'stroke'), colour('ground'))).toBeGreaterThan(3);
  }
  const root = parsed(svg);
  const pairs = named(root, 'g')
    .map(({ children }) => children.filter(child => typeof child !== 'string').slice(1))
    .filter(([shape]) => shape?.attributes.class === 'outline')
    .map(segment => segment.map(({ attributes }) => attributes.fill));
  expect(pairs).toHaveLength(16);
  expect(new Set(pairs.map(([fill]) => fill)).size).toBe(8);
  for (const [fill, ink] of pairs) expect(contrast(fill!, ink!)).toBeGreaterThan(4.5);
});

/** Colours as seen with all cones and, after Machado et al. (2009), without the long, middle or short ones. */
const EYES: readonly (readonly [string, readonly number[]])[] = [
  ['all cones', [1, 0, 0, 0, 1, 0, 0, 0, 1]],
  [
    'no long cones',
    [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  ],
  [
    'no middle cones',
    [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  ],
  [
    'no short cones',
    [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  ],
];
const TO_CONES = [0.412221, 0.536333, 0.051446, 0.211903, 0.6807, 0.107397, 0.088302, 0.281719, 0.62998];
const TO_OKLAB = [
  0.210454, 0.793618, -0.004072, 1.977998, -2.428592, 0.450594, 0.025904, 0.782772, -0.808676,
];
const times = (matrix: readonly number[], [a, b, c]: readonly number[]): number[] =>
  [0, 3, 6].map(at => matrix[at]! * a! + matrix[at + 1]! * b! + matrix[at + 2]! * c!);

it.each(EYES)('tells eight terms apart by colour, seen with %s', (_, eye) => {
  const rows = [{ label: 'A', counts: Array(8).fill(9) }];
  const rects = named(parsed(svgOf(stacked([], { legend: 'abcdefgh'.split(''), rows }))), 'rect');
  const seenAs = rects.slice(-8).map(({ attributes }) => {
    const light = times(eye, linear(attributes.fill!)).map(part => Math.min(Math.max(part, 0), 1));
    return times(TO_OKLAB, times(TO_CONES, light).map(Math.cbrt));
  });
  const apart = seenAs.flatMap((a, at) =>
    seenAs.slice(at + 1).map(b => Math.hypot(...a.map((part, axis) => part - b[axis]!))),
  );
  expect(apart).toHaveLength(28);
  expect(Math.min(...apart)).toBeGreaterThan(0.12);
});

function contrast(a: string, b: string): number {
  const [dark, light] = [a, b]
    .map(colour => times([0.2126, 0.7152, 0.0722, 0, 0, 0, 0, 0, 0], linear(colour))[0]!)
    .sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function linear(colour: string): number[] {
  const digits = colour.length === 4 ? colour.replace(/[\da-f]/g, '$&$&') : colour;
  return [1, 3, 5].map(at => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
}
