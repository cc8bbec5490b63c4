import { VOICES, type Voice } from '../model/article.js';
import { baseKey, type Evidence, type Measure, type Measured } from '../model/evidence.js';
import {
  ARTICLES_FOR_CLEAR,
  type ArticleSummary,
  type Estimate,
  type OutletProfile,
} from '../model/profile.js';
import { bootstrap, type RatioCell, wilson } from './interval.js';

/** An article with what was measured in it. */
export interface MeasuredArticle {
  readonly summary: ArticleSummary;
  readonly measured: Measured;
}

/**
 * Pools the articles of each outlet: every value is a sum of weights over a sum of bases, never a mean of means.
 * Subjects that only other outlets have, or only other measures of the pass, get their zero: every outlet of a story can
 * be held against every other, and "0 of 64" is not mistaken for "nothing to count".
 *
 * @param outlets each outlet's articles; profiles come in the same order
 */
export function profile(
  outlets: ReadonlyMap<string, readonly MeasuredArticle[]>,
  story: string,
  measures: readonly Measure[],
): OutletProfile[] {
  const evidenceBy = new Map<string, Evidence[]>();
  const subjects = new Map<string, Set<string>>(measures.map(measure => [kindOf(measure), new Set()]));
  for (const [outlet, articles] of outlets)
    for (const { measured } of articles)
      for (const evidence of measured.evidence) {
        const measure = measures.find(({ id }) => id === evidence.measure) as Measure;
        const { id, voices, of } = measure;
        const subject = subjectOf(evidence, of);
        subjects.get(kindOf(measure))?.add(subject);
        const key = [outlet, id, subject, voices === 'any' ? 'any' : evidence.voice].join('\t');
        const list = evidenceBy.get(key);
        if (list === undefined) evidenceBy.set(key, [evidence]);
        else list.push(evidence);
      }

  return [...outlets].map(([outlet, articles]) => {
    const estimates: Estimate[] = [];
    for (const measure of measures)
      for (const subject of [...(subjects.get(kindOf(measure)) as Set<string>)].sort())
        for (const voice of measure.voices === 'any' ? (['any'] as const) : VOICES) {
          const evidence = evidenceBy.get([outlet, measure.id, subject, voice].join('\t')) ?? [];
          const estimate = estimateOf(outlet, measure, subject, voice, articles, evidence);
          if (estimate !== undefined) estimates.push(estimate);
        }
    return { outlet, story, articles: articles.map(({ summary }) => summary), estimates };
  });
}

/** Measures that share their subjects: those of one pass that are of the same kind of thing. */
const kindOf = ({ id, of }: Measure): string => `${id.slice(0, id.indexOf('.'))} ${of}`;

/** Labels are told apart within their concept: `concept/label`. */
const subjectOf = ({ subject, label }: Evidence, of: Measure['of']): string =>
  of === 'label' ? `${subject}/${label}` : subject;

/** What of an outlet's articles an estimate is not to rest on; by default it rests on all of one voice. */
interface Extent {
  readonly voices?: readonly (Voice | 'any')[];
  readonly leavesOut?: (article: string, sentence: number) => boolean;
}

/** @param evidence of that measure, subject and voices; none that is left out */
export function estimateOf(
  outlet: string,
  measure: Measure,
  subject: string,
  voice: Voice | 'any',
  articles: readonly MeasuredArticle[],
  evidence: readonly Evidence[],
  { voices = [voice], leavesOut }: Extent = {},
): Estimate | undefined {
  const keys = voices.map(each => baseKeyOf(measure, subject, each));
  const sentences = new Map<string, { weight: number; base: number }>();
  const perArticle: RatioCell[] = [];
  const weightIn = new Map<string, number>();
  for (const { article, weight } of evidence) weightIn.set(article, (weightIn.get(article) ?? 0) + weight);
  let base = 0;
  for (const { summary, measured } of articles) {
    let articleBase = 0;
    for (const key of keys)
      for (const cell of measured.bases.get(key) ?? []) {
        if (leavesOut?.(summary.id, cell.sentence)) continue;
        articleBase += cell.base;
        const place = `${summary.id}\t${cell.sentence}`;
        sentences.set(place, { weight: 0, base: cell.base + (sentences.get(place)?.base ?? 0) });
      }
    if (articleBase === 0) continue;
    base += articleBase;
    perArticle.push({ weight: weightIn.get(summary.id) ?? 0, base: articleBase });
  }
  if (base === 0) return undefined;
  for (const { article, sentence, weight } of evidence) {
    const cell = sentences.get(`${article}\t${sentence}`);
    if (cell !== undefined) cell.weight += weight;
  }
  const weight = sum(evidence.map(each => each.weight));
  const cells = perArticle.length >= ARTICLES_FOR_CLEAR ? perArticle : [...sentences.values()];
  return {
    outlet,
    measure: measure.id,
    subject,
    voice,
    value: weight / base,
    ...intervalOf(measure, weight, base, cells),
    base,
    cases: measure.kind === 'share' ? base : cells.length,
    articles: perArticle.length,
    evidence,
  };
}

/** Under which key the articles have the bases of an estimate. */
export function baseKeyOf({ id, of, per }: Measure, subject: string, voice: Voice | 'any'): string {
  const scope = per === 'naming' || per === 'peer' ? id : '';
  return baseKey(per, scope, of === 'label' ? subject.slice(0, subject.indexOf('/')) : subject, voice);
}

function intervalOf(measure: Measure, weight: number, base: number, cells: readonly RatioCell[]) {
  if (measure.kind === 'share') return wilson(weight, base);
  const least = measure.kind === 'rate' ? 0 : -1;
  if (measure.kind === 'rate' && weight === 0) return { low: 0, high: wilson(0, base).high };
  const value = weight / base;
  if (cells.length > 1 && cells.every(cell => cell.weight === value * cell.base)) {
    // The same in so many units: resampling would call that certain.
    const { high } = wilson(0, cells.length);
    return { low: Math.max(least, value - high), high: Math.min(1, value + high) };
  }
  return bootstrap(cells, { low: least, high: 1 });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
