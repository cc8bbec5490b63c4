import type { Evidence, Measure } from '../model/evidence.js';
import type { Contribution, Estimate } from '../model/profile.js';
import { differenceInterval, type Interval, pOf, wilson } from './interval.js';

/** Two estimates of one measure, subject and voice. */
export interface Sides {
  readonly left: Estimate;
  readonly right: Estimate;
}

/** Left minus right, with its 95% interval. */
export interface Difference extends Interval {
  readonly difference: number;
}

export const differenceOf = ({ left, right }: Sides): Difference => ({
  difference: left.value - right.value,
  ...differenceInterval(left, right),
});

/** Whether an interval holds a difference of that sign and none. */
export const holds = ({ difference, low, high }: Difference, sign: number): boolean =>
  Math.sign(difference) === sign && (low > 0 || high < 0);

/** What each term adds to the difference of two pooled ratios; the shares sum to it. */
export function contributionsOf({ left, right }: Sides): Contribution[] {
  const terms = new Map<string, { left: number; right: number }>();
  const written = new Map<string, string>();
  for (const [side, { evidence, base }] of [['left', left] as const, ['right', right] as const]) {
    for (const [term, weight] of weights(evidence)) {
      const entry = terms.get(term) ?? { left: 0, right: 0 };
      entry[side] += weight / base;
      terms.set(term, entry);
    }
    // Written with a capital only if it always has one.
    for (const each of evidence)
      for (const { term } of each.shares ?? [each]) {
        const key = term.toLowerCase();
        if ((written.get(key) ?? '') < term) written.set(key, term);
      }
  }
  return [...terms]
    .map(([term, sides]) => ({
      term: written.get(term) ?? term,
      ...sides,
      share: sides.left - sides.right,
    }))
    .toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share) || (a.term < b.term ? -1 : 1));
}

function weights(evidence: readonly Evidence[]): Map<string, number> {
  const byTerm = new Map<string, number>();
  for (const { term, weight, shares = [{ term, share: weight }] } of evidence)
    for (const part of shares) {
      const key = part.term.toLowerCase();
      byTerm.set(key, (byTerm.get(key) ?? 0) + part.share);
    }
  return byTerm;
}

/** What is left of a difference without one term of the lexicon. */
interface Without {
  readonly term: string;
  /** `order`: the outlets no longer stand in this order; `interval`: they do, but chance could do that. */
  readonly fails: 'order' | 'interval';
}

/**
 * The term that a difference can least do without, if there is one: each is taken out of what is counted and, where it is
 * made of the same observations, out of what it is counted against.
 *
 * @param peers by side, the evidence that the base is made of, if it is made of evidence
 */
export function restsOn(
  measure: Measure,
  sides: Sides,
  peers: { readonly left: readonly Evidence[]; readonly right: readonly Evidence[] },
): Without | undefined {
  const sign = Math.sign(sides.left.value - sides.right.value);
  const own = { left: weights(sides.left.evidence), right: weights(sides.right.evidence) };
  const bases = { left: counts(peers.left, sides.left.base), right: counts(peers.right, sides.right.base) };
  const ownTerms = new Set([...own.left.keys(), ...own.right.keys()]);
  const terms = new Set([...ownTerms, ...bases.left.keys(), ...bases.right.keys()]);
  let found: Without | undefined;
  let worst = Number.POSITIVE_INFINITY;
  for (const term of [...terms].sort()) {
    // The one word for a thing is the thing itself.
    if (ownTerms.size === 1 && ownTerms.has(term)) continue;
    const left = without(measure, sides.left, own.left.get(term), bases.left.get(term));
    const right = without(measure, sides.right, own.right.get(term), bases.right.get(term));
    // Likewise where it is all that one side has.
    if (left === undefined || right === undefined) continue;
    const difference = left.value - right.value;
    if (holds({ difference, ...differenceInterval(left, right) }, sign)) continue;
    if (difference * sign >= worst) continue;
    worst = difference * sign;
    found = { term, fails: worst > 0 ? 'interval' : 'order' };
  }
  return found;
}

/** How often each term stands in a base; nowhere if the base is not made of this evidence. */
function counts(evidence: readonly Evidence[], base: number): Map<string, number> {
  const byTerm = new Map<string, number>();
  if (evidence.length !== base) return byTerm;
  for (const { term } of evidence) {
    const key = term.toLowerCase();
    byTerm.set(key, (byTerm.get(key) ?? 0) + 1);
  }
  return byTerm;
}

type Ratio = Interval & { readonly value: number };

function without(
  { kind }: Measure,
  { value, low, high, base }: Estimate,
  weight = 0,
  units = 0,
): Ratio | undefined {
  const left = base - units;
  if (left <= 0) return undefined;
  const rest = (value * base - weight) / left;
  if (kind === 'share') return { value: rest, ...wilson(Math.round(rest * left), left) };
  const wider = Math.sqrt(base / left);
  return { value: rest, low: rest - (value - low) * wider, high: rest + (high - value) * wider };
}

/** How many times as much text is tried. */
const TIMES = [1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50];

/**
 * How many times as much text of the same kind it would take until both sides have `least` cases and p is no more than
 * `p`; nothing if fifty times would not do.
 */
export function timesMoreText(
  { kind }: Measure,
  { left, right }: Sides,
  { least, p }: { readonly least: number; readonly p: number },
): number | undefined {
  const difference = left.value - right.value;
  const grown = ({ value, low, high, base }: Estimate, times: number): Ratio =>
    kind === 'share'
      ? { value, ...wilson(value * base * times, base * times) }
      : {
          value,
          low: value - (value - low) / Math.sqrt(times),
          high: value + (high - value) / Math.sqrt(times),
        };
  return TIMES.find(
    times =>
      Math.min(left.cases, right.cases) * times >= least &&
      pOf(difference, differenceInterval(grown(left, times), grown(right, times))) <= p,
  );
}
