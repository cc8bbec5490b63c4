import { addCount, byText, countsOf } from '../model/collections.js';
import type { Evidence, Measure, WeightShare } from '../model/evidence.js';
import {
  type Contribution,
  type Estimate,
  type Interval,
  LEAST_CASES,
  LIKELY_Q,
  type Sides,
} from '../model/profile.js';
import { rounded } from '../model/text.js';
import { differenceInterval, pOf, type ValueInterval, wilson } from './interval.js';

/** Two estimates of one measure, subject and voice. */
export type EstimatePair = Sides<Estimate>;

/** Left minus right, with its 95% interval. */
export interface DifferenceInterval extends Interval {
  readonly difference: number;
}

export const differenceOf = ({ left, right }: Sides<ValueInterval>): DifferenceInterval => ({
  difference: left.value - right.value,
  ...differenceInterval(left, right),
});

/** Whether a difference has that sign and its interval does not include zero, as they are printed: to two digits. */
export const excludesZero = ({ difference, low, high }: DifferenceInterval, sign: number): boolean =>
  Math.sign(difference) === sign && (rounded(low) > 0 || rounded(high) < 0);

/** What each term adds to the difference of two pooled ratios; the shares sum to it. */
export function contributionsOf({ left, right }: EstimatePair): Contribution[] {
  const [ofLeft, ofRight] = [weightsOf(left.evidence), weightsOf(right.evidence)];
  const written = new Map<string, string>();
  for (const { term } of [...left.evidence, ...right.evidence].flatMap(partsOf)) {
    const key = term.toLowerCase();
    // Written with a capital only if it always has one.
    if ((written.get(key) ?? '') < term) written.set(key, term);
  }
  return [...written]
    .map(([key, term]) => {
      const [inLeft, inRight] = [ofLeft.get(key) ?? 0, ofRight.get(key) ?? 0];
      const sides = { left: inLeft / left.denominator, right: inRight / right.denominator };
      return { term, ...sides, share: sides.left - sides.right };
    })
    .toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share) || byText(a.term, b.term));
}

const partsOf = ({ term, weight, shares }: Evidence): readonly Pick<WeightShare, 'term' | 'share'>[] =>
  shares ?? [{ term, share: weight }];

function weightsOf(evidence: readonly Evidence[]): Map<string, number> {
  const byTerm = new Map<string, number>();
  for (const { term, share } of evidence.flatMap(partsOf)) addCount(byTerm, term.toLowerCase(), share);
  return byTerm;
}

/** What becomes of a difference without one term of the lexicon. */
interface Without {
  readonly term: string;
  /** `order`: the outlets no longer stand in this order; `interval`: they do, but the interval includes zero. */
  readonly fails: 'order' | 'interval';
}

/**
 * The term that a difference can least do without, if there is one: each is taken out of the numerator and, where it
 * consists of the same observations, out of the denominator.
 *
 * @param peers by side, the evidence that the denominator consists of, if it consists of evidence
 */
export function restsOn(
  measure: Measure,
  sides: EstimatePair,
  peers: Sides<readonly Evidence[]>,
): Without | undefined {
  const sign = Math.sign(sides.left.value - sides.right.value);
  const own = { left: weightsOf(sides.left.evidence), right: weightsOf(sides.right.evidence) };
  const units = { left: unitsOf(peers.left, sides.left), right: unitsOf(peers.right, sides.right) };
  const ownTerms = new Set([...own.left.keys(), ...own.right.keys()]);
  const terms = new Set([...ownTerms, ...units.left.keys(), ...units.right.keys()]);
  let found: Without | undefined;
  let worst = Number.POSITIVE_INFINITY;
  for (const term of [...terms].sort()) {
    // The one word for a thing is the thing itself.
    if (ownTerms.size === 1 && ownTerms.has(term)) continue;
    const left = without(measure, sides.left, own.left.get(term), units.left.get(term));
    const right = without(measure, sides.right, own.right.get(term), units.right.get(term));
    // Likewise where it is all that one side has.
    if (left === undefined || right === undefined) continue;
    const rest = differenceOf({ left, right });
    if (excludesZero(rest, sign) || rest.difference * sign >= worst) continue;
    worst = rest.difference * sign;
    found = { term, fails: worst > 0 ? 'interval' : 'order' };
  }
  const seen = [...sides.left.evidence, ...sides.right.evidence, ...peers.left, ...peers.right];
  const written = seen.find(each => each.term.toLowerCase() === found?.term);
  return found && { ...found, term: written?.term ?? found.term };
}

/** How often each term stands in a denominator; nowhere if that does not consist of this evidence. */
const unitsOf = (evidence: readonly Evidence[], { denominator }: Estimate): Map<string, number> =>
  countsOf(evidence.length === denominator ? evidence.map(({ term }) => term.toLowerCase()) : []);

function without(
  { kind }: Measure,
  { value, low, high, numerator, denominator }: Estimate,
  weight = 0,
  units = 0,
): ValueInterval | undefined {
  const left = denominator - units;
  if (left <= 0) return undefined;
  const rest = (numerator - weight) / left;
  if (kind === 'share') return { value: rest, ...wilson(Math.round(rest * left), left) };
  const wider = Math.sqrt(denominator / left);
  return { value: rest, low: rest - (value - low) * wider, high: rest + (high - value) * wider };
}

/** How many times as much text is tried. */
const TIMES = [1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50];

/**
 * How many times as much text of the same kind it would take until both sides have enough cases and p is significant
 * among so many contrasts; nothing if fifty times would not do.
 */
export function timesMoreText(
  { kind }: Measure,
  { left, right }: EstimatePair,
  tested: number,
): number | undefined {
  const difference = left.value - right.value;
  const grown = ({ value, low, high, numerator, denominator }: Estimate, times: number): ValueInterval =>
    kind === 'share'
      ? { value, ...wilson(numerator * times, denominator * times) }
      : {
          value,
          low: value - (value - low) / Math.sqrt(times),
          high: value + (high - value) / Math.sqrt(times),
        };
  return TIMES.find(
    times =>
      Math.min(left.cases, right.cases) * times >= LEAST_CASES &&
      pOf(difference, differenceInterval(grown(left, times), grown(right, times))) <=
        LIKELY_Q / Math.max(1, tested),
  );
}
