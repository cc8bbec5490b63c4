import { VOICES, type Voice } from '../model/article.js';
import { addCount, addTo, getOrAdd, sum } from '../model/collections.js';
import { isShown } from '../model/confidence.js';
import {
  COUNTED_UNITS,
  denominatorKey,
  type Evidence,
  type Measure,
  type Measured,
} from '../model/evidence.js';
import {
  ARTICLES_FOR_CLEAR,
  type ArticleSummary,
  type Estimate,
  type Interval,
  type OutletProfile,
} from '../model/profile.js';
import { bootstrap, clusteredWilson, type RatioCell, wilson } from './interval.js';

/** An article with what was measured in it. */
export interface MeasuredArticle {
  readonly summary: ArticleSummary;
  readonly measured: Measured;
}

/** An outlet as a comparison needs it: pooled, and article by article. */
export interface MeasuredOutlet {
  readonly profile: OutletProfile;
  readonly articles: readonly MeasuredArticle[];
  readonly byId: ReadonlyMap<string, MeasuredArticle>;
  /** By `estimateKey`. */
  readonly estimates: ReadonlyMap<string, Estimate>;
}

export const estimateKey = ({
  measure,
  subject,
  voice,
}: Pick<Estimate, 'measure' | 'subject' | 'voice'>): string => `${measure}\t${subject}\t${voice}`;

/**
 * Pools the articles of each outlet: every value is a sum of weights over a sum of denominators, never a mean of means.
 * Subjects that only other outlets have, or only other measures of the pass, get their zero: every outlet of a story can
 * be compared with every other, and "0 of 64" is not mistaken for "nothing to count". Evidence that is not sure enough is set aside.
 *
 * @param outlets each outlet's articles; profiles come in the same order
 */
export function profile(
  outlets: ReadonlyMap<string, readonly MeasuredArticle[]>,
  story: string,
  measures: readonly Measure[],
): OutletProfile[] {
  const byId = new Map(measures.map(measure => [measure.id, measure]));
  const evidenceBy = new Map<string, Evidence[]>();
  const setAside = new Map<string, Evidence[]>();
  const subjects = new Map<string, Set<string>>(measures.map(measure => [kindOf(measure), new Set()]));
  for (const [outlet, articles] of outlets)
    for (const evidence of articles.flatMap(({ measured }) => measured.evidence)) {
      if (!isShown(evidence)) {
        addTo(setAside, outlet, evidence);
        continue;
      }
      const measure = byId.get(evidence.measure) as Measure;
      const subject = subjectOf(evidence, measure);
      subjects.get(kindOf(measure))?.add(subject);
      const voice = measure.voices === 'any' ? 'any' : evidence.voice;
      addTo(evidenceBy, `${outlet}\t${estimateKey({ measure: measure.id, subject, voice })}`, evidence);
    }
  return [...outlets].map(([outlet, articles]) => {
    const estimates = measures.flatMap(measure =>
      [...(subjects.get(kindOf(measure)) as Set<string>)].sort().flatMap(subject =>
        (measure.voices === 'any' ? (['any'] as const) : VOICES).flatMap(voice => {
          const key = `${outlet}\t${estimateKey({ measure: measure.id, subject, voice })}`;
          return estimateOf({ outlet, measure, subject, voice }, articles, evidenceBy.get(key) ?? []) ?? [];
        }),
      ),
    );
    return {
      outlet,
      story,
      articles: articles.map(({ summary }) => summary),
      estimates,
      setAside: setAside.get(outlet) ?? [],
    };
  });
}

/** Measures that share their subjects: those of one pass that are of the same kind of thing. */
const kindOf = ({ id, of }: Measure): string => `${id.slice(0, id.indexOf('.'))} ${of}`;

/** Labels are told apart within their concept: `concept/label`. */
const subjectOf = ({ subject, label }: Evidence, { of }: Measure): string =>
  of === 'label' ? `${subject}/${label}` : subject;

/** What of an outlet's articles an estimate is to rest on; by default on all of one voice. */
interface Extent {
  readonly voices?: readonly (Voice | 'any')[];
  readonly excludes?: (article: string, sentence: number) => boolean;
}

/** @param evidence of that measure, subject and voices; none that is excluded */
export function estimateOf(
  { measure, ...of }: Pick<Estimate, 'outlet' | 'subject' | 'voice'> & { readonly measure: Measure },
  articles: readonly MeasuredArticle[],
  evidence: readonly Evidence[],
  { voices = [of.voice], excludes }: Extent = {},
): Estimate | undefined {
  const keys = voices.map(voice => denominatorKeyOf(measure, of.subject, voice));
  const sentences = new Map<string, { numerator: number; denominator: number }>();
  const perArticle: RatioCell[] = [];
  const weightIn = new Map<string, number>();
  for (const { article, weight } of evidence) addCount(weightIn, article, weight);
  for (const { summary, measured } of articles) {
    let denominator = 0;
    for (const { sentence, units } of keys.flatMap(key => measured.denominators.get(key) ?? [])) {
      if (excludes?.(summary.id, sentence)) continue;
      denominator += units;
      const place = `${summary.id}\t${sentence}`;
      getOrAdd(sentences, place, () => ({ numerator: 0, denominator: 0 })).denominator += units;
    }
    if (denominator > 0) perArticle.push({ numerator: weightIn.get(summary.id) ?? 0, denominator });
  }
  if (perArticle.length === 0) return undefined;
  for (const { article, sentence, weight } of evidence) {
    const cell = sentences.get(`${article}\t${sentence}`);
    if (cell !== undefined) cell.numerator += weight;
  }
  const numerator = sum(evidence.map(({ weight }) => weight));
  const denominator = sum(perArticle.map(each => each.denominator));
  const clustered = perArticle.length >= ARTICLES_FOR_CLEAR;
  const cells = clustered ? perArticle : [...sentences.values()];
  return {
    ...of,
    measure: measure.id,
    value: numerator / denominator,
    ...intervalOf(measure, { numerator, denominator }, cells, clustered),
    numerator,
    denominator,
    cases: measure.kind === 'share' ? denominator : cells.length,
    articles: perArticle.length,
    evidence,
  };
}

/** Under which key the articles have the denominators of an estimate. */
export function denominatorKeyOf({ id, of, per }: Measure, subject: string, voice: Voice | 'any'): string {
  const scope = COUNTED_UNITS.has(per) ? id : '';
  return denominatorKey(per, scope, of === 'label' ? subject.slice(0, subject.indexOf('/')) : subject, voice);
}

function intervalOf(
  { kind }: Measure,
  { numerator, denominator }: RatioCell,
  cells: readonly RatioCell[],
  clustered: boolean,
): Interval {
  if (kind === 'share') return clustered ? clusteredWilson(cells) : wilson(numerator, denominator);
  const least = kind === 'rate' ? 0 : -1;
  if (kind === 'rate' && numerator === 0) return { low: 0, high: wilson(0, denominator).high };
  const value = numerator / denominator;
  if (cells.length > 1 && cells.every(cell => cell.numerator === value * cell.denominator)) {
    // The same in so many units: resampling would call that certain.
    const { high } = wilson(0, cells.length);
    return { low: Math.max(least, value - high), high: Math.min(1, value + high) };
  }
  return bootstrap(cells, { low: least, high: 1 });
}
