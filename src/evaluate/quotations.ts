import { parse } from '../documents.js';
import type { Span } from '../model/article.js';
import { sum } from '../model/collections.js';
import type { Quotation } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import { type Detection, detection, meanRight, type Rate } from './rate.js';
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

type AnnotatedAttribution = QuotationRow['attributions'][number];

const DOUBLE_MARK = /["“”]|''|``/;

type ScoredArticle = ReturnType<typeof score>;

/** The quotation finder against annotated attributions (Newell, Margolin and Ruths 2018); intervals are over articles. */
export function evaluateQuotations(rows: readonly QuotationRow[], lexicons: Lexicons) {
  const scored = rows.map(row => score(row, lexicons));
  const isQuoted = (form: Form): boolean => form !== 'indirect';
  const matched = (counts: (gold: AnnotatedAttribution) => boolean) =>
    scored.map(article => article.matched.filter(({ overlap, gold }) => overlap >= 0.3 && counts(gold)));
  const sourced = matched(({ form, source }) => isQuoted(form) && source.length > 0);
  const touching = (
    articles: readonly ScoredArticle['matched'][],
    part: 'source' | 'cue',
    spanOf: (found: Quotation) => Span | undefined,
  ): Rate =>
    meanRight(
      articles.map(pairs =>
        pairs.map(({ found, gold }) => {
          const span = spanOf(found);
          return span !== undefined && touches(span, gold[part]);
        }),
      ),
    );
  return {
    articles: rows.length,
    all: atOverlaps(scored, () => true),
    directMixed: atOverlaps(scored, isQuoted),
    indirect: atOverlaps(scored, form => form === 'indirect'),
    /** Of matched direct and mixed attributions that have a source: the two sources overlap. */
    sourceMatch: touching(sourced, 'source', ({ source }) => source?.span),
    /** The same, and the last word of the shorter source's head phrase is shared. */
    sourceHeadMatch: touching(sourced, 'source', ({ source }) => source?.head),
    /** Of all matched attributions that have a cue: the two cues overlap. */
    cueMatch: touching(
      matched(({ cue }) => cue.length > 0),
      'cue',
      ({ cue }) => cue,
    ),
  };
}

/** Runs the parser on a row and pairs what it finds with what is annotated, best overlap first. */
function score({ id, outlet = '', text, attributions: gold }: QuotationRow, lexicons: Lexicons) {
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
  // Of what stands in single marks alone sets say differently whether it is quoted: there the annotated form counts.
  const inSingle = ({ form, content }: Quotation): boolean =>
    form !== 'indirect' && !content.some(({ start, end }) => DOUBLE_MARK.test(text.slice(start, end)));
  const formOf = new Map<Quotation, Form>(
    matched.flatMap(pair => (inSingle(pair.found) ? [[pair.found, pair.gold.form] as const] : [])),
  );
  return { found, gold, matched, formOf: (each: Quotation): Form => formOf.get(each) ?? each.form };
}

/** Content spans at an intersection over union of .3 and .8. */
const atOverlaps = (scored: readonly ScoredArticle[], counts: (form: Form) => boolean) => {
  const found = (least: number): Detection =>
    detection(
      scored.map(article => [
        article.matched.filter(
          pair => pair.overlap >= least && counts(article.formOf(pair.found)) && counts(pair.gold.form),
        ).length,
        article.found.filter(each => counts(article.formOf(each))).length,
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
  const size = sum(spans.map(({ start, end }) => end - start));
  return both / (size + sum(pairs.map(([start, end]) => end - start)) - both);
}
