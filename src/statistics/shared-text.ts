import { groupBy } from '../model/collections.js';
import type { Evidence, Measure } from '../model/evidence.js';
import type { Estimate, Sides } from '../model/profile.js';
import type { CopyPair } from '../model/story.js';
import type { EstimatePair } from './contrast.js';
import { denominatorKeyOf, estimateOf, type MeasuredOutlet } from './profile.js';

type SentencePlace = Pick<Evidence, 'article' | 'sentence'>;

/** A sentence of the left outlet, and the one of the right that has its words. */
export type SharedSentence = Sides<SentencePlace>;

export const placeOf = ({ article, sentence }: SentencePlace): string => `${article}\t${sentence}`;

/** The sentences of two outlets that are one text, each in one pair: the most similar first. */
export function sharedSentences(left: string, right: string, pairs: readonly CopyPair[]): SharedSentence[] {
  const seen = new Set<string>();
  return pairs
    .filter(
      ({ a, b }) => (a.outlet === left && b.outlet === right) || (a.outlet === right && b.outlet === left),
    )
    .toSorted((x, y) => y.similarity - x.similarity)
    .map(({ a, b }) => (a.outlet === left ? { left: a, right: b } : { left: b, right: a }))
    .filter(pair => {
      const places = [placeOf(pair.left), placeOf(pair.right)];
      if (places.some(place => seen.has(place))) return false;
      for (const place of places) seen.add(place);
      return true;
    });
}

/** The two estimates without the shared sentences in which both have the same. */
export function withoutShared(
  measure: Measure,
  whole: EstimatePair,
  outlets: Sides<MeasuredOutlet>,
  shared: readonly SharedSentence[],
): EstimatePair {
  if (measure.per === 'article' || shared.length === 0) return whole;
  const { subject, voice } = whole.left;
  const key = denominatorKeyOf(measure, subject, voice);
  const seenAt = { left: bySentence(whole.left.evidence), right: bySentence(whole.right.evidence) };
  const same = new Set<string>();
  for (const pair of shared) {
    const units = unitsAt(outlets.left, key, pair.left);
    if (units === 0 || units !== unitsAt(outlets.right, key, pair.right)) continue;
    if (seenAt.left.get(placeOf(pair.left)) !== seenAt.right.get(placeOf(pair.right))) continue;
    same.add(placeOf(pair.left)).add(placeOf(pair.right));
  }
  if (same.size === 0) return whole;
  const excludes = (article: string, sentence: number): boolean => same.has(placeOf({ article, sentence }));
  const rest = ({ evidence }: Estimate, { profile, articles }: MeasuredOutlet): Estimate | undefined =>
    estimateOf(
      { outlet: profile.outlet, measure, subject, voice },
      articles,
      evidence.filter(each => !excludes(each.article, each.sentence)),
      { excludes },
    );
  const left = rest(whole.left, outlets.left);
  const right = rest(whole.right, outlets.right);
  // All that one of them has, the other has too: what is shared is all there is to compare.
  return left === undefined || right === undefined ? whole : { left, right };
}

/** What was seen in each sentence, written so that the same is equal. */
function bySentence(evidence: readonly Evidence[]): Map<string, string> {
  const written = ({ term, weight }: Evidence): string => `${term.toLowerCase()} ${weight}`;
  return new Map([...groupBy(evidence, placeOf)].map(([place, all]) => [place, all.map(written).join('\n')]));
}

function unitsAt({ byId }: MeasuredOutlet, key: string, { article, sentence }: SentencePlace): number {
  const cells = byId.get(article)?.measured.denominators.get(key) ?? [];
  return cells.find(cell => cell.sentence === sentence)?.units ?? 0;
}
