import type { Span } from '../model/article.js';
import type { Quotation } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import { parse } from '../parse/index.js';
import { type Detection, detection, type Rate, share } from './rate.js';
import { articleOf } from './rows.js';

type Form = Quotation['form'];
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

/** Content spans at an intersection over union of .3 and .8; intervals are over articles. */
interface AtOverlaps {
  readonly iou30: Detection;
  readonly iou80: Detection;
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

type AnnotatedAttribution = QuotationRow['attributions'][number];

/** A found and an annotated attribution that are taken for the same, with how far their contents coincide. */
interface MatchedAttribution {
  readonly found: Quotation;
  readonly gold: AnnotatedAttribution;
  readonly overlap: number;
}

interface ScoredArticle {
  readonly found: readonly Quotation[];
  readonly gold: readonly AnnotatedAttribution[];
  readonly matched: readonly MatchedAttribution[];
}

/** The quotation finder against annotated attributions (Newell, Margolin and Ruths 2018). */
export function evaluateQuotations(rows: readonly QuotationRow[], lexicons: Lexicons): QuotationFigures {
  const scored = rows.map(row => score(row, lexicons));
  const isQuoted = (form: Form): boolean => form !== 'indirect';
  const matched = (counts: (gold: AnnotatedAttribution) => boolean) =>
    scored.map(article => article.matched.filter(({ overlap, gold }) => overlap >= 0.3 && counts(gold)));
  const sourced = matched(({ form, source }) => isQuoted(form) && source.length > 0);
  const touching = (
    articles: readonly (readonly MatchedAttribution[])[],
    part: 'source' | 'cue',
    spanOf: (found: Quotation) => Span | undefined,
  ): Rate =>
    share(
      articles.map(pairs => {
        const touched = pairs.filter(({ found, gold }) => {
          const span = spanOf(found);
          return span !== undefined && touches(span, gold[part]);
        });
        return [touched.length, pairs.length] as const;
      }),
      0,
      1,
    );
  return {
    articles: rows.length,
    all: atOverlaps(scored, () => true),
    directMixed: atOverlaps(scored, isQuoted),
    indirect: atOverlaps(scored, form => form === 'indirect'),
    sourceMatch: touching(sourced, 'source', ({ source }) => source?.span),
    sourceHeadMatch: touching(sourced, 'source', ({ source }) => source?.head),
    cueMatch: touching(
      matched(({ cue }) => cue.length > 0),
      'cue',
      ({ cue }) => cue,
    ),
  };
}

/** Runs the parser on a row and pairs what it finds with what is annotated, best overlap first. */
function score(
  { id, outlet = '', text, attributions: gold }: QuotationRow,
  lexicons: Lexicons,
): ScoredArticle {
  const found = parse(articleOf(id, text, outlet), lexicons).quotations;
  const candidates = found
    .flatMap(each =>
      gold.map(other => ({
        found: each,
        gold: other,
        overlap: intersectionOverUnion(each.content, other.content),
      })),
    )
    .filter(({ overlap }) => overlap > 0)
    // The sort is stable: of equal overlaps the earlier comes first.
    .toSorted((a, b) => b.overlap - a.overlap);
  const used = new Set<Quotation | AnnotatedAttribution>();
  const matched = candidates.filter(pair => {
    if (used.has(pair.found) || used.has(pair.gold)) return false;
    used.add(pair.found).add(pair.gold);
    return true;
  });
  return { found, gold, matched };
}

const atOverlaps = (scored: readonly ScoredArticle[], counts: (form: Form) => boolean): AtOverlaps => {
  const found = (least: number): Detection =>
    detection(
      scored.map(article => [
        article.matched.filter(
          pair => pair.overlap >= least && counts(pair.found.form) && counts(pair.gold.form),
        ).length,
        article.found.filter(({ form }) => counts(form)).length,
        article.gold.filter(({ form }) => counts(form)).length,
      ]),
    );
  return { iou30: found(0.3), iou80: found(0.8) };
};

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
