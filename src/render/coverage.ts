import type { BlockContent } from 'mdast';
import type { OutletProfile, Report } from '../model/profile.js';
import type { Cell, CoverageItem } from '../model/story.js';
import { anchor, code, heading, type Inline, link, list, paragraph, strong, table } from './markdown.js';
import { listOf, plural } from './words.js';

const MOST_ROWS = 20;
const MOST_LISTED = 8;
const MOST_FORMS = 14;
const MOST_CARRIERS = 3;
const LONGEST_SENTENCE = 220;

/** The section of the comparison: items by outlets. */
export function coverageSection(report: Report): BlockContent[] {
  const { outlets, items } = report.coverage;
  const telling = distinct(items.filter(isTelling));
  const shown = telling.slice(0, MOST_ROWS);
  const rows = items.filter(({ rank }) => rank > 0).length;
  if (shown.length === 0)
    return [
      heading(2, COVERAGE),
      paragraph('Nothing that was looked for stands in some outlets and not in others.'),
    ];
  return [
    heading(2, COVERAGE),
    paragraph(
      'What some outlets report and others do not, the most telling first: what most have, early in their articles, beside a party and words of harm. ' +
        'A cell is the line of the first place; a dash says that none of the forms below the table stands in the outlet’s articles here, not that it never reported the matter.',
    ),
    table(
      ['item', ...outlets],
      shown.map(({ item, cells }) => [item, ...cells.map(cell => cellText(report, cell))]),
    ),
    ...sideBySide(report, items),
    paragraph('The forms that were searched for:'),
    list(shown.map(each => [strong(each.item), `: ${formsOf(each)}`])),
    paragraph(
      `All ${plural(items.length, 'item')}, ${rows} of them not in every outlet, stand in data/coverage.csv.`,
    ),
  ];
}

/** Numbers that differ for one thing. */
function sideBySide({ coverage: { outlets } }: Report, items: readonly CoverageItem[]): BlockContent[] {
  const lines = items.flatMap(({ item, cells }): Inline[] => {
    const byFigure = new Map<string, string[]>();
    for (const [o, cell] of cells.entries())
      for (const figure of cell?.figures ?? [])
        byFigure.set(figure, [...(byFigure.get(figure) ?? []), outlets[o] as string]);
    if (byFigure.size < 2) return [];
    const parts = [...byFigure].map(([figure, names]) => `${figure} (${listOf(names)})`);
    return [[strong(`${item}:`), ` ${parts.join('; ')}`]];
  });
  return lines.length === 0 ? [] : [paragraph('Different numbers for one thing:'), list(lines)];
}

const COVERAGE = 'Coverage';
const LEFT_OUT = 'Reported by others, not here';
/** How many things left out are named at the top of a page. */
const MOST_NAMED = 2;

/** What most others report and an outlet does not, the most telling first. */
function missingFrom({ coverage: { outlets, items } }: Report, outlet: string): CoverageItem[] {
  const me = outlets.indexOf(outlet);
  return distinct(
    items.filter(
      each =>
        isTelling(each) && each.cells[me] === undefined && isCommon(carriersOf(each), outlets.length - 1),
    ),
  );
}

const carriersOf = ({ cells }: CoverageItem): number => cells.filter(cell => cell !== undefined).length;

/** The most telling of it, in a line. */
export function omissionFinding(report: Report, { outlet }: OutletProfile): Inline | undefined {
  const others = report.coverage.outlets.length - 1;
  const named = missingFrom(report, outlet).slice(0, MOST_NAMED);
  if (others < 2 || named.length === 0) return undefined;
  return [
    'Not found here: ',
    ...named.flatMap((each, i) => [
      i === 0 ? '' : '; ',
      strong(each.item),
      ` (in ${carriersOf(each)} of ${others} others)`,
    ]),
    '. ',
    link(anchor(LEFT_OUT), 'coverage'),
  ];
}

/** The most telling absences of all, a line each: who has it, and who has not. */
export function topAbsences(report: Report, most: number): Inline[] {
  const { outlets, items } = report.coverage;
  return distinct(items.filter(isTelling))
    .filter(each => isCommon(carriersOf(each), outlets.length - 1))
    .slice(0, most)
    .map(({ item, cells }) => {
      const silent = outlets.filter((_, o) => cells[o] === undefined);
      return [
        'Not found in ',
        listOf(silent),
        ': ',
        strong(item),
        ` (in ${outlets.length - silent.length === 1 ? 'the other one' : `the other ${outlets.length - silent.length}`}). `,
        link(anchor(COVERAGE), 'coverage'),
      ];
    });
}

/** Two sections of an outlet's page. */
export function omissionSections(report: Report, { outlet }: OutletProfile): BlockContent[] {
  const { outlets, items } = report.coverage;
  const me = outlets.indexOf(outlet);
  const others = outlets.length - 1;
  if (others === 0) return [];
  const missing = missingFrom(report, outlet);
  const alone = distinct(
    items.filter(
      each =>
        each.kind !== 'term' &&
        isFull(each) &&
        each.cells[me] !== undefined &&
        carriersOf(each) === 1 &&
        stands(each),
    ),
  );
  return [
    heading(2, LEFT_OUT),
    ...(missing.length === 0
      ? [paragraph('Nothing that was looked for stands in most of the other outlets and not here.')]
      : [
          paragraph('None of the forms searched for stands anywhere in its articles here.'),
          list(missing.slice(0, MOST_LISTED).map(each => missingLine(report, each, others))),
          ...rest(missing.length),
        ]),
    heading(2, 'Reported only here'),
    ...(alone.length === 0
      ? [paragraph('Nothing that was looked for stands here alone.')]
      : [
          list(
            alone
              .slice(0, MOST_LISTED)
              .map(each => [strong(each.item), ': ', ...quoted(each.cells[me] as Cell), searched(each)]),
          ),
          ...rest(alone.length),
        ]),
  ];
}

/** Of the others at least two, and at least half. */
const isCommon = (carriers: number, others: number): boolean =>
  carriers >= Math.min(2, others) && carriers >= others / 2;

/** A name by the way is no report. */
const stands = ({ kind, cells }: CoverageItem): boolean =>
  kind === 'fact' ||
  kind === 'figure' ||
  cells.some(cell => cell !== undefined && (cell.count > 1 || cell.depth < 0.5));

/** Common words are too loose for a claim that something was left out. */
const isTelling = (each: CoverageItem): boolean =>
  each.rank > 0 && each.kind !== 'term' && each.kind !== 'date' && isFull(each);

/** A bare figure counts different things in different outlets, or nobody knows what. */
const isFull = ({ kind, item }: CoverageItem): boolean => kind !== 'figure' || /[\p{L}\p{Sc}%]/u.test(item);

/**
 * Names and figures that stand at the same places as an item before them say the same, and so do figures that a fact shows;
 * declared facts all stay.
 */
function distinct(items: readonly CoverageItem[]): CoverageItem[] {
  const seen = new Set<string>();
  const sentenceOf = ({ article, sentenceSpan }: Cell): string => `${article}:${sentenceSpan.start}`;
  const told = new Set(
    items.flatMap(({ kind, cells }) =>
      kind === 'fact'
        ? cells.flatMap(cell => (cell !== undefined && cell.figures.length > 0 ? [sentenceOf(cell)] : []))
        : [],
    ),
  );
  const isTold = (cell: Cell | undefined): boolean => cell === undefined || told.has(sentenceOf(cell));
  return items.filter(({ cells, kind }) => {
    if (kind === 'figure' && cells.every(isTold)) return false;
    const key = cells.map(cell => (cell === undefined ? '' : `${cell.article}:${cell.line}`)).join(' ');
    if (seen.has(key) && kind !== 'fact') return false;
    seen.add(key);
    return true;
  });
}

function missingLine(report: Report, item: CoverageItem, others: number): Inline {
  const { outlets } = report.coverage;
  const there = item.cells.flatMap((cell, o) =>
    cell === undefined ? [] : [{ cell, outlet: outlets[o] as string }],
  );
  const first = there.toSorted((a, b) => a.cell.depth - b.cell.depth)[0] as (typeof there)[number];
  const rest = there.filter(each => each !== first);
  const places = rest.slice(0, MOST_CARRIERS).flatMap(({ cell, outlet }) => [`; ${outlet} `, placeOf(cell)]);
  return [
    strong(item.item),
    `, in ${there.length} of ${others}: ${first.outlet} `,
    ...quoted(first.cell),
    ...places,
    rest.length > MOST_CARRIERS ? ` and ${rest.length - MOST_CARRIERS} more` : '',
    searched(item),
  ];
}

const searched = (item: CoverageItem): string => ` (searched for: ${formsOf(item)})`;

const placeOf = ({ path, line }: Cell): Inline => code(`${path}:${line}`);

/** Place and sentence, the words found in bold. */
function quoted(cell: Cell): Inline[] {
  const { sentence, sentenceSpan, span } = cell;
  const flat = (text: string): string => text.replace(/\s+/g, ' ');
  const [from, to] = [span.start - sentenceSpan.start, span.end - sentenceSpan.start];
  const head = flat(sentence.slice(0, from));
  const tail = flat(sentence.slice(to));
  const room = Math.max(60, LONGEST_SENTENCE - head.length);
  return [
    placeOf(cell),
    ' ',
    head.length > LONGEST_SENTENCE ? `… ${head.slice(-LONGEST_SENTENCE).replace(/^\S*\s/, '')}` : head,
    strong(flat(sentence.slice(from, to))),
    tail.length > room ? `${tail.slice(0, room).replace(/\s\S*$/, '')} …` : tail,
  ];
}

const formsOf = ({ forms }: CoverageItem): string =>
  forms.length > MOST_FORMS
    ? `${forms.slice(0, MOST_FORMS).join(', ')} and ${forms.length - MOST_FORMS} more (data/coverage.csv)`
    : forms.join(', ');

const rest = (count: number): BlockContent[] =>
  count > MOST_LISTED ? [paragraph(`${count - MOST_LISTED} more in data/coverage.csv.`)] : [];

/** The line of a cell, with the article where the outlet has several. */
export function cellText(report: Report, cell: Cell | undefined): string {
  if (cell === undefined) return '–';
  const profile = report.profiles.find(({ articles }) => articles.some(({ id }) => id === cell.article));
  return (profile?.articles.length ?? 1) > 1 ? `${cell.article}:${cell.line}` : String(cell.line);
}
