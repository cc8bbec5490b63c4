import { sum } from '../model/collections.js';
import type { Measure } from '../model/evidence.js';
import type { Comparison, Contrast, Contribution, Estimate, OutletProfile } from '../model/profile.js';
import type { CopyPair } from '../model/story.js';
import { contributionsOf, differenceOf, type EstimatePair, timesMoreText } from './contrast.js';
import { groupsOf, isOwn, termsOf } from './groups.js';
import { qValues } from './interval.js';
import { estimateKey, type MeasuredArticle, type MeasuredOutlet } from './profile.js';
import { type SharedSentence, sharedSentences, withoutShared } from './shared-text.js';
import { type JudgedPair, judge, pOfPair, type TestFamily } from './verdict.js';

/**
 * Contrasts every two outlets on every measure for which both have a denominator.
 *
 * @param outlets each outlet's articles, in the order of the profiles
 * @param pairs the passages that outlets have in common
 */
export function compare(
  profiles: readonly OutletProfile[],
  outlets: ReadonlyMap<string, readonly MeasuredArticle[]>,
  measures: readonly Measure[],
  pairs: readonly CopyPair[],
): Comparison {
  const byId = new Map(measures.map(measure => [measure.id, measure]));
  const measured = profiles.map((profile): MeasuredOutlet => {
    const articles = outlets.get(profile.outlet) ?? [];
    return {
      profile,
      articles,
      byId: new Map(articles.map(article => [article.summary.id, article])),
      estimates: new Map(profile.estimates.map(estimate => [estimateKey(estimate), estimate])),
    };
  });
  const judged = measured.flatMap((left, l) =>
    measured.slice(l + 1).flatMap(right => {
      const shared = sharedSentences(left.profile.outlet, right.profile.outlet, pairs);
      return right.profile.estimates.flatMap(estimate => {
        const other = left.estimates.get(estimateKey(estimate));
        const measure = byId.get(estimate.measure);
        if (other === undefined || measure === undefined) return [];
        if (other.evidence.length === 0 && estimate.evidence.length === 0) return [];
        return [pairOf(measure, { left: other, right: estimate }, { left, right }, shared)];
      });
    }),
  );
  const own = familyOf(judged.filter(({ left }) => isOwn(left)));
  const attributed = familyOf(judged.filter(({ left }) => !isOwn(left)));
  const contrasts = judged.map(pair => contrastOf(pair, isOwn(pair.left) ? own : attributed));
  const estimatesOf = (name: string): readonly Estimate[] =>
    profiles.find(({ outlet }) => outlet === name)?.estimates ?? [];
  return {
    outlets: profiles.map(({ outlet }) => outlet),
    contrasts,
    groups: groupsOf(contrasts),
    terms: (left, right) => termsOf(estimatesOf(left), estimatesOf(right), byId),
    tested: own.tested,
  };
}

function pairOf(
  measure: Measure,
  whole: EstimatePair,
  outlets: JudgedPair['outlets'],
  shared: readonly SharedSentence[],
): JudgedPair {
  const isSummed = ({ measure: id, subject }: Estimate): boolean =>
    id === measure.toldIf?.measure && subject === whole.left.subject;
  const sumIn = ({ profile: { estimates } }: MeasuredOutlet): number =>
    sum(estimates.filter(isSummed).map(({ numerator }) => numerator));
  return {
    measure,
    ...withoutShared(measure, whole, outlets, shared),
    whole,
    outlets,
    sums: sumIn(outlets.left) - sumIn(outlets.right),
  };
}

function familyOf(pairs: readonly JudgedPair[]): TestFamily {
  const tested = pairs.flatMap(pair => {
    const p = pOfPair(pair);
    return p === undefined ? [] : [{ pair, p }];
  });
  const q = qValues(tested.map(({ p }) => p));
  return { tested: tested.length, q: new Map(tested.map(({ pair }, i) => [pair, q[i] as number])) };
}

function contrastOf(pair: JudgedPair, family: TestFamily): Contrast {
  const { measure, left, right, whole, sums } = pair;
  let known: Contribution[] | undefined;
  const judged = judge(pair, family);
  return {
    measure,
    subject: left.subject,
    voice: left.voice,
    left,
    right,
    whole,
    ...differenceOf(pair),
    sums,
    p: pOfPair(pair),
    q: family.q.get(pair),
    ...judged,
    moreText:
      judged.verdict === 'cannot tell' && measure.weak === undefined && measure.toldIf === undefined
        ? timesMoreText(measure, pair, family.tested)
        : undefined,
    contributions: () => {
      known ??= contributionsOf(pair);
      return known;
    },
  };
}
