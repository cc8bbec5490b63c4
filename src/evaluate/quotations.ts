import type { Span } from '../model/article.js';
import type { Quotation } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import { parse } from '../parse/index.js';
import { articleOf } from './article.js';
import { type Rate, rate, share } from './rate.js';

type Form = 'direct' | 'indirect' | 'mixed';
type Pairs = readonly (readonly [number, number])[];

/** One annotated article, as in PolNeAR: offsets are into `text`; `cue` and `source` may be empty. */
export interface QuotationRow {
  readonly id: string;
  readonly outlet?: string;
  readonly text: string;
  readonly attributions: readonly {
    readonly form: Form;
    readonly content: Pairs;
    readonly cue: Pairs;
    readonly source: Pairs;
  }[];
}

interface Found {
  readonly precision: Rate;
  readonly recall: Rate;
  readonly f1: Rate;
}

/** Content spans at an intersection over union of .3 and .8; intervals are over articles. */
interface AtOverlaps {
  readonly iou30: Found;
  readonly iou80: Found;
}

export interface QuotationFigures {
  readonly articles: number;
  readonly all: AtOverlaps;
  readonly directMixed: AtOverlaps;
  readonly indirect: AtOverlaps;
  /** Of matched direct and mixed attributions that have a source: the two sources overlap. */
  readonly sourceMatch: Rate;
  /** The same, and the last word of the shorter source's head phrase is shared. */
  readonly sourceHeadMatch: Rate;
  /** Of all matched attributions that have a cue: the two cues overlap. */
  readonly cueMatch: Rate;
}

/** A found and an annotated attribution that are taken for the same, with how far their contents coincide. */
interface Pair {
  readonly found: number;
  readonly gold: number;
  readonly overlap: number;
}

interface Scored {
  readonly found: readonly Quotation[];
  readonly gold: QuotationRow['attributions'];
  readonly pairs: readonly Pair[];
}

/** The quotation finder against annotated attributions (Newell, Margolin and Ruths 2018). */
export function evaluateQuotations(rows: readonly QuotationRow[], lexicons: Lexicons): QuotationFigures {
  const scored = rows.map(row => score(row, lexicons));
  const isQuoted = (form: Form): boolean => form !== 'indirect';
  const pairsWith = (has: (gold: QuotationRow['attributions'][number]) => boolean) =>
    scored.map(({ found, gold, pairs }) =>
      pairs
        .filter(pair => pair.overlap >= 0.3 && has(gold[pair.gold] as QuotationRow['attributions'][number]))
        .map(
          pair => [found[pair.found], gold[pair.gold]] as [Quotation, QuotationRow['attributions'][number]],
        ),
    );
  const sourced = pairsWith(({ form, source }) => isQuoted(form) && source.length > 0);
  const cued = pairsWith(({ cue }) => cue.length > 0);
  return {
    articles: rows.length,
    all: atOverlaps(scored, () => true),
    directMixed: atOverlaps(scored, isQuoted),
    indirect: atOverlaps(scored, form => form === 'indirect'),
    sourceMatch: share(
      sourced.map(pairs => [
        pairs.filter(([a, b]) => a.source !== undefined && touches(a.source.span, b.source)).length,
        pairs.length,
      ]),
    ),
    sourceHeadMatch: share(
      sourced.map(pairs => [
        pairs.filter(([a, b]) => a.source !== undefined && touches(a.source.head, b.source)).length,
        pairs.length,
      ]),
    ),
    cueMatch: share(
      cued.map(pairs => [
        pairs.filter(([a, b]) => a.cue !== undefined && touches(a.cue, b.cue)).length,
        pairs.length,
      ]),
    ),
  };
}

/** Runs the parser on a row and pairs what it finds with what is annotated, best overlap first. */
function score({ id, outlet = '', text, attributions }: QuotationRow, lexicons: Lexicons): Scored {
  const found = parse(articleOf(id, text, outlet), lexicons).quotations;
  const candidates: Pair[] = [];
  for (const [f, quotation] of found.entries())
    for (const [g, { content }] of attributions.entries()) {
      const overlap = intersectionOverUnion(quotation.content, content);
      if (overlap > 0) candidates.push({ found: f, gold: g, overlap });
    }
  candidates.sort((a, b) => b.overlap - a.overlap || a.found - b.found || a.gold - b.gold);
  const pairs: Pair[] = [];
  const usedFound = new Set<number>();
  const usedGold = new Set<number>();
  for (const pair of candidates) {
    if (usedFound.has(pair.found) || usedGold.has(pair.gold)) continue;
    usedFound.add(pair.found);
    usedGold.add(pair.gold);
    pairs.push(pair);
  }
  return { found, gold: attributions, pairs };
}

function atOverlaps(scored: readonly Scored[], counts: (form: Form) => boolean): AtOverlaps {
  const found = (least: number): Found => {
    const units = scored.map(({ found, gold, pairs }) => [
      pairs.filter(
        pair =>
          pair.overlap >= least &&
          counts((found[pair.found] as Quotation).form) &&
          counts((gold[pair.gold] as { form: Form }).form),
      ).length,
      found.filter(({ form }) => counts(form)).length,
      gold.filter(({ form }) => counts(form)).length,
    ]);
    return {
      precision: rate(
        units,
        ([right = 0, all = 0]) => right / all,
        ([, all = 0]) => all,
      ),
      recall: rate(
        units,
        ([right = 0, , all = 0]) => right / all,
        ([, , all = 0]) => all,
      ),
      f1: rate(
        units,
        ([right = 0, a = 0, b = 0]) => (2 * right) / (a + b),
        ([, , all = 0]) => all,
      ),
    };
  };
  return { iou30: found(0.3), iou80: found(0.8) };
}

const touches = (span: Span, pairs: Pairs): boolean =>
  pairs.some(([start, end]) => span.start < end && start < span.end);

/** Characters in both over characters in either; the spans of one side do not overlap each other. */
function intersectionOverUnion(spans: readonly Span[], pairs: Pairs): number {
  let both = 0;
  for (const { start, end } of spans)
    for (const [s, e] of pairs) both += Math.max(0, Math.min(end, e) - Math.max(start, s));
  if (both === 0) return 0;
  const size = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return both / (size + pairs.reduce((sum, [s, e]) => sum + e - s, 0) - both);
}
