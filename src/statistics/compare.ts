import { VOICES } from '../model/article.js';
import type { Evidence, Measure } from '../model/evidence.js';
import {
  ARTICLES_FOR_CLEAR,
  CLEAR_RATE,
  type Comparison,
  type Contrast,
  type Contribution,
  type Estimate,
  FEW_ARTICLES,
  LIKELY_RATE,
  type OutletProfile,
  type Robustness,
  SMALLEST_BASE,
  type Verdict,
} from '../model/profile.js';
import type { CopyPair } from '../model/story.js';
import { contributionsOf, differenceOf, holds, restsOn, type Sides, timesMoreText } from './contrast.js';
import { groupsOf, isOwn, termsOf } from './groups.js';
import { discoveryRates, pOf } from './interval.js';
import { baseKeyOf, estimateOf, type MeasuredArticle } from './profile.js';

/** An outlet as a comparison needs it: pooled, and article by article. */
interface Compared {
  readonly profile: OutletProfile;
  readonly articles: readonly MeasuredArticle[];
  readonly byId: ReadonlyMap<string, MeasuredArticle>;
  readonly byKey: ReadonlyMap<string, Estimate>;
}

/** A contrast before it is known among how many it stands. */
interface Draft extends Sides {
  readonly measure: Measure;
  readonly whole: Sides;
  readonly sums: number;
  readonly p: number | undefined;
  readonly outlets: { readonly left: Compared; readonly right: Compared };
}

/**
 * Holds every two outlets against each other on every measure that both have a base for.
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
  const compared = profiles.map(profile => {
    const articles = outlets.get(profile.outlet) ?? [];
    return {
      profile,
      articles,
      byId: new Map(articles.map(article => [article.summary.id, article])),
      byKey: new Map(profile.estimates.map(estimate => [keyOf(estimate), estimate])),
    };
  });
  const drafts: Draft[] = [];
  for (const [l, left] of compared.entries())
    for (const right of compared.slice(l + 1)) {
      const shared = sharedBy(left.profile.outlet, right.profile.outlet, pairs);
      for (const estimate of right.profile.estimates) {
        const other = left.byKey.get(keyOf(estimate));
        const measure = byId.get(estimate.measure);
        if (other === undefined || measure === undefined) continue;
        if (other.evidence.length === 0 && estimate.evidence.length === 0) continue;
        drafts.push(draftOf(measure, { left: other, right: estimate }, { left, right }, shared));
      }
    }
  const families = new Map(
    [true, false].map(own => [own, looksAt(drafts.filter(({ left }) => isOwn(left) === own))]),
  );
  const contrasts = drafts.map(draft => contrastOf(draft, families.get(isOwn(draft.left)) as Looks));
  const estimatesOf = (name: string): readonly Estimate[] =>
    profiles.find(({ outlet }) => outlet === name)?.estimates ?? [];
  return {
    outlets: profiles.map(({ outlet }) => outlet),
    contrasts,
    groups: groupsOf(contrasts),
    terms: (left, right) => termsOf(estimatesOf(left), estimatesOf(right), byId),
    judged: (families.get(true) as Looks).judged,
  };
}

/** The contrasts that are looked at together, so that some of them differ by chance. */
interface Looks {
  readonly judged: number;
  readonly rates: ReadonlyMap<Draft, number>;
}

function looksAt(drafts: readonly Draft[]): Looks {
  const tested = drafts.filter(({ p }) => p !== undefined);
  const rates = discoveryRates(tested.map(({ p }) => p as number));
  return { judged: tested.length, rates: new Map(tested.map((draft, i) => [draft, rates[i] as number])) };
}

const keyOf = ({ measure, subject, voice }: Pick<Estimate, 'measure' | 'subject' | 'voice'>): string =>
  `${measure}\t${subject}\t${voice}`;

/** How far a mean stands from nothing, for its number of cases: `sum / sqrt(cases + 2)`. */
export const standing = ({ value, base }: { readonly value: number; readonly base: number }): number =>
  (value * base) / Math.sqrt(base + 2);

/** What the order of two outlets rests on; left minus right, each. */
interface Differences {
  /** Of the means, of their standings, and of the sums of the measure named in `toldIf`. */
  readonly mean: number;
  readonly standing: number;
  readonly sum: number;
}

/** Whether an order may be told: all agree on it, and the sums lie far enough apart. */
export const isTold = ({ mean, standing, sum }: Differences, least: number): boolean =>
  Math.abs(sum) >= least && Math.sign(mean) === Math.sign(sum) && Math.sign(standing) === Math.sign(sum);

const sumOf = ({ estimates }: OutletProfile, measure: string, subject: string): number =>
  estimates
    .filter(estimate => estimate.measure === measure && estimate.subject === subject)
    .reduce((sum, { value, base }) => sum + value * base, 0);

// Text that both have

/** A sentence of the left outlet, and the one of the right that has its words. */
interface SharedSentence {
  readonly left: { readonly article: string; readonly sentence: number };
  readonly right: { readonly article: string; readonly sentence: number };
}

/** The sentences of two outlets that are one text, each in one pair: the most similar first. */
function sharedBy(left: string, right: string, pairs: readonly CopyPair[]): SharedSentence[] {
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

const placeOf = ({ article, sentence }: { readonly article: string; readonly sentence: number }): string =>
  `${article}\t${sentence}`;

/** The two estimates without the shared sentences in which both have the same. */
function withoutShared(
  measure: Measure,
  whole: Sides,
  outlets: Draft['outlets'],
  shared: readonly SharedSentence[],
): Sides {
  if (measure.per === 'article' || shared.length === 0) return whole;
  const { subject, voice } = whole.left;
  const key = baseKeyOf(measure, subject, voice);
  const seenAt = { left: bySentence(whole.left.evidence), right: bySentence(whole.right.evidence) };
  const same = new Set<string>();
  for (const pair of shared) {
    const base = baseAt(outlets.left, key, pair.left);
    if (base === 0 || base !== baseAt(outlets.right, key, pair.right)) continue;
    if (seenAt.left.get(placeOf(pair.left)) !== seenAt.right.get(placeOf(pair.right))) continue;
    same.add(placeOf(pair.left)).add(placeOf(pair.right));
  }
  if (same.size === 0) return whole;
  const leavesOut = (article: string, sentence: number): boolean => same.has(`${article}\t${sentence}`);
  const rest = (estimate: Estimate, { articles }: Compared): Estimate | undefined =>
    estimateOf(
      estimate.outlet,
      measure,
      subject,
      voice,
      articles,
      estimate.evidence.filter(({ article, sentence }) => !leavesOut(article, sentence)),
      { leavesOut },
    );
  const left = rest(whole.left, outlets.left);
  const right = rest(whole.right, outlets.right);
  // All that one of them has, the other has too: what is shared is all there is to hold against each other.
  return left === undefined || right === undefined ? whole : { left, right };
}

/** What was seen in each sentence, written so that the same is equal. */
function bySentence(evidence: readonly Evidence[]): Map<string, string> {
  const seen = new Map<string, string>();
  for (const each of evidence) {
    const place = placeOf(each);
    seen.set(place, `${seen.get(place) ?? ''}${each.term.toLowerCase()} ${each.weight}\n`);
  }
  return seen;
}

function baseAt({ byId }: Compared, key: string, { article, sentence }: SharedSentence['left']): number {
  const cells = byId.get(article)?.measured.bases.get(key) ?? [];
  return cells.find(cell => cell.sentence === sentence)?.base ?? 0;
}

// Judging

function draftOf(
  measure: Measure,
  whole: Sides,
  outlets: Draft['outlets'],
  shared: readonly SharedSentence[],
): Draft {
  const { toldIf, of } = measure;
  const { subject } = whole.left;
  const sums =
    toldIf === undefined || of !== 'party'
      ? 0
      : sumOf(outlets.left.profile, toldIf.measure, subject) -
        sumOf(outlets.right.profile, toldIf.measure, subject);
  const sides = withoutShared(measure, whole, outlets, shared);
  const isJudged = measure.weak === undefined && toldIf === undefined && leastCases(sides) >= SMALLEST_BASE;
  return {
    measure,
    ...sides,
    whole,
    outlets,
    sums,
    p: isJudged ? Math.max(pOfSides(sides), pOfSides(whole)) : undefined,
  };
}

const pOfSides = (sides: Sides): number => {
  const { difference, low, high } = differenceOf(sides);
  return pOf(difference, { low, high });
};

const leastCases = ({ left, right }: Sides): number => Math.min(left.cases, right.cases);

function contrastOf(draft: Draft, looks: Looks): Contrast {
  const { measure, left, right, whole, sums, p } = draft;
  const difference = differenceOf(draft);
  let known: Contribution[] | undefined;
  const { verdict, because, robustness } = judge(draft, looks);
  return {
    measure,
    subject: left.subject,
    voice: left.voice,
    left,
    right,
    whole,
    ...difference,
    sums,
    p,
    rate: looks.rates.get(draft),
    verdict,
    because,
    robustness,
    moreText:
      verdict === 'cannot tell' && measure.weak === undefined && measure.toldIf === undefined
        ? timesMoreText(measure, draft, { least: SMALLEST_BASE, p: LIKELY_RATE / Math.max(1, looks.judged) })
        : undefined,
    contributions: () => {
      known ??= contributionsOf(draft);
      return known;
    },
  };
}

interface Judgement {
  readonly verdict: Verdict;
  readonly because: string | undefined;
  readonly robustness?: Robustness;
}

const quoted = (term: string): string => `“${term}”`;

const cannotTell = (because: string): Judgement => ({ verdict: 'cannot tell', because });

function judge(draft: Draft, { judged, rates }: Looks): Judgement {
  const { measure, left, right, sums } = draft;
  if (measure.weak !== undefined) return cannotTell(measure.weak);
  const least = leastCases(draft);
  const rate = rates.get(draft);
  if (measure.toldIf !== undefined) return judgeBySums(draft, measure.toldIf.sumsDiffer, least, sums);
  if (least < SMALLEST_BASE || rate === undefined) return cannotTell(tooFew(least));
  const difference = differenceOf(draft);
  const sign = Math.sign(difference.difference);
  if (!holds(difference, sign)) return cannotTell('the interval holds no difference');
  // Left out, what both have alike weighs for a difference; counted for both, against it: it has to hold either way.
  if (!holds(differenceOf(draft.whole), sign))
    return cannotTell('with shared text counted for both, the interval holds no difference');
  if (rate > LIKELY_RATE)
    return cannotTell(`among ${judged} contrasts that were looked at, chance alone brings forth such a one`);
  const rests = restsOn(measure, draft, peersOf(draft));
  const carried = withCarried(draft);
  const robustness = {
    restsOn: rests?.term,
    carried: carried === undefined ? undefined : holds(differenceOf(carried), sign),
  };
  const weaker = [
    ...(rests === undefined
      ? []
      : [
          rests.fails === 'order'
            ? `rests on ${quoted(rests.term)} alone`
            : `not without ${quoted(rests.term)}`,
        ]),
    ...(robustness.carried === false ? ['not with carried words counted too'] : []),
  ];
  if (weaker.length > 0) return { verdict: 'likely', because: weaker.join('; '), robustness };
  if (Math.min(left.articles, right.articles) < ARTICLES_FOR_CLEAR)
    return { verdict: 'likely', because: FEW_ARTICLES, robustness };
  if (rate > CLEAR_RATE)
    return { verdict: 'likely', because: `one of ${judged} contrasts that were looked at`, robustness };
  return { verdict: 'clear', because: undefined, robustness };
}

/** Never better than `likely`: such orders were right about four times in five where the rule was set. */
function judgeBySums({ left, right }: Draft, sumsDiffer: number, least: number, sum: number): Judgement {
  const differences = { mean: left.value - right.value, standing: standing(left) - standing(right), sum };
  if (!isTold(differences, sumsDiffer))
    return cannotTell(
      `below the difference from which on about four orders in five are right (${sumsDiffer} in sum)`,
    );
  if (least < SMALLEST_BASE) return cannotTell(tooFew(least));
  return { verdict: 'likely', because: 'such orders were right about four times in five where it was tried' };
}

const tooFew = (least: number): string => `only ${least} ${least === 1 ? 'case' : 'cases'} on one side`;

/** What the base of each side is made of, where it is made of the measure's own observations. */
function peersOf({ measure, left, right, outlets }: Draft): Record<'left' | 'right', Evidence[]> {
  const concept = measure.of === 'label' ? left.subject.slice(0, left.subject.indexOf('/') + 1) : undefined;
  const isPeer = (each: Estimate): boolean =>
    each.measure === measure.id &&
    each.voice === left.voice &&
    (concept !== undefined
      ? each.subject.startsWith(concept)
      : measure.per !== 'naming' || each.subject === left.subject);
  const peers = ({ profile }: Compared, side: Estimate, all: Estimate): Evidence[] => {
    const kept = new Set(side.evidence);
    const dropped = new Set(all.evidence.filter(each => !kept.has(each)).map(placeOf));
    return profile.estimates
      .filter(isPeer)
      .flatMap(({ evidence }) => evidence.filter(each => !dropped.has(placeOf(each))));
  };
  return {
    left: peers(outlets.left, left, outlets.left.byKey.get(keyOf(left)) ?? left),
    right: peers(outlets.right, right, outlets.right.byKey.get(keyOf(right)) ?? right),
  };
}

/** Both sides over all voices; nothing where the measure is over all already. */
function withCarried({ measure, left, outlets }: Draft): Sides | undefined {
  if (measure.voices === 'any' || left.voice !== 'outlet') return undefined;
  const over = ({ profile, articles, byKey }: Compared): Estimate | undefined =>
    estimateOf(
      profile.outlet,
      measure,
      left.subject,
      'any',
      articles,
      VOICES.flatMap(
        voice => byKey.get(keyOf({ measure: measure.id, subject: left.subject, voice }))?.evidence ?? [],
      ),
      { voices: VOICES },
    );
  const both = { left: over(outlets.left), right: over(outlets.right) };
  return both.left === undefined || both.right === undefined ? undefined : (both as Sides);
}
