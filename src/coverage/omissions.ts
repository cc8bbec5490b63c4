import { addTo } from '../model/collections.js';
import {
  type Cell,
  type Coverage,
  type CoverageItem,
  isAbsent,
  type Omission,
  type OutletCoverage,
  type RivalFigures,
} from '../model/story.js';

/**
 * Items with what some outlets report of them and others do not.
 *
 * @param items most telling absence first
 */
export function coverageOf(outlets: readonly string[], items: readonly CoverageItem[]): Coverage {
  const telling = items.filter(isTelling);
  return {
    outlets,
    items,
    omissions: distinct(telling)
      .filter(each => isCommon(each, outlets))
      .map((item): Omission => {
        const reports = (_: string, o: number): boolean => item.cells[o] !== undefined;
        return {
          item,
          reportedBy: outlets.filter(reports),
          omittedBy: outlets.filter((_, o) => isAbsent(item, o)),
        };
      }),
    rivalFigures: items.flatMap(item => rivalFigures(item, outlets)),
    byOutlet: new Map(
      outlets.map((outlet, o): [string, OutletCoverage] => [
        outlet,
        {
          omitted: distinct(telling.filter(each => isAbsent(each, o) && isCommon(each, outlets))),
          onlyHere:
            outlets.length < 2
              ? []
              : distinct(items.filter(each => each.cells[o] !== undefined && isReportOfOne(each))),
        },
      ]),
    ),
  };
}

/** How many outlets report an item. */
export const reportersOf = ({ cells }: CoverageItem): number =>
  cells.filter(cell => cell !== undefined).length;

/** Whether at least half of the other outlets, and two where there are two, report an item. */
function isCommon(item: CoverageItem, { length }: readonly string[]): boolean {
  const others = length - 1;
  return reportersOf(item) >= Math.max(Math.min(2, others), others / 2);
}

/** Common words are too loose for a claim that something was omitted. */
const isTelling = (each: CoverageItem): boolean =>
  each.rank > 0 && each.listed && each.kind !== 'term' && each.kind !== 'date' && isFull(each);

/** A bare figure counts different things in different outlets, or nobody knows what. */
const isFull = ({ kind, item }: CoverageItem): boolean => kind !== 'figure' || /[\p{L}\p{Sc}%]/u.test(item);

const isReportOfOne = (each: CoverageItem): boolean =>
  each.kind !== 'term' &&
  each.listed &&
  isFull(each) &&
  reportersOf(each) === 1 &&
  !each.unsure.includes(true) &&
  isProminent(each);

/** A name by the way is no report. */
const isProminent = ({ kind, cells }: CoverageItem): boolean =>
  kind === 'fact' ||
  kind === 'figure' ||
  cells.some(cell => cell !== undefined && (cell.count > 1 || cell.depth < 0.5));

/**
 * Names and figures that stand at the same places as an item before them say the same, and so do figures that a fact
 * shows; declared facts all stay.
 */
function distinct(items: readonly CoverageItem[]): CoverageItem[] {
  const seen = new Set<string>();
  const sentenceOf = ({ article, sentenceSpan }: Cell): string => `${article}:${sentenceSpan.start}`;
  const shown = new Set(
    items
      .filter(({ kind }) => kind === 'fact')
      .flatMap(({ cells }) => cells.flatMap(cell => (cell?.figures.length ? [sentenceOf(cell)] : []))),
  );
  return items.filter(({ cells, kind }) => {
    if (kind === 'figure' && cells.every(cell => cell === undefined || shown.has(sentenceOf(cell))))
      return false;
    const key = cells.map(cell => (cell === undefined ? '' : `${cell.article}:${cell.line}`)).join(' ');
    if (seen.has(key) && kind !== 'fact') return false;
    seen.add(key);
    return true;
  });
}

function rivalFigures(item: CoverageItem, outlets: readonly string[]): RivalFigures[] {
  const byFigure = new Map<string, string[]>();
  for (const [o, cell] of item.cells.entries())
    for (const figure of cell?.figures ?? []) addTo(byFigure, figure, outlets[o] as string);
  if (byFigure.size < 2) return [];
  return [{ item, figures: [...byFigure].map(([figure, names]) => ({ figure, outlets: names })) }];
}
