import type { Evidence, Measure } from '../model/evidence.js';
import {
  ARTICLES_FOR_CLEAR,
  type Comparison,
  type Contrast,
  type Contribution,
  type Estimate,
  FEW_ARTICLES,
  type OutletProfile,
  SMALLEST_BASE,
  type Verdict,
} from '../model/profile.js';
import { differenceInterval } from './interval.js';

/** Holds every two outlets against each other on every measure that both have a base for. */
export function compare(profiles: readonly OutletProfile[], measures: readonly Measure[]): Comparison {
  const contrasts: Contrast[] = [];
  for (const [l, left] of profiles.entries()) {
    const byKey = new Map(left.estimates.map(estimate => [keyOf(estimate), estimate]));
    for (const right of profiles.slice(l + 1))
      for (const estimate of right.estimates) {
        const other = byKey.get(keyOf(estimate));
        const measure = measures.find(({ id }) => id === estimate.measure);
        if (other === undefined || measure === undefined) continue;
        if (other.evidence.length === 0 && estimate.evidence.length === 0) continue;
        const { toldIf, of } = measure;
        const sums =
          toldIf === undefined || of !== 'party'
            ? 0
            : sumOf(left, toldIf.measure, estimate.subject) - sumOf(right, toldIf.measure, estimate.subject);
        contrasts.push(contrast(measure, other, estimate, sums));
      }
  }
  return { outlets: profiles.map(({ outlet }) => outlet), contrasts };
}

const keyOf = ({ measure, subject, voice }: Estimate): string => `${measure}\t${subject}\t${voice}`;

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

/**
 * Two estimates of one measure, subject and voice.
 *
 * @param sums left minus right, of the sums that the measure's `toldIf` asks for
 */
export function contrast(measure: Measure, left: Estimate, right: Estimate, sums = 0): Contrast {
  const difference = left.value - right.value;
  const interval = differenceInterval(left, right);
  let known: Contribution[] | undefined;
  const contributions = (): Contribution[] => {
    known ??= contributionsOf(left, right);
    return known;
  };
  return {
    measure,
    subject: left.subject,
    voice: left.voice,
    left,
    right,
    difference,
    ...interval,
    sums,
    ...judge(measure, left, right, difference, interval, sums, contributions),
    contributions,
  };
}

function judge(
  measure: Measure,
  left: Estimate,
  right: Estimate,
  difference: number,
  { low, high }: { readonly low: number; readonly high: number },
  sums: number,
  contributions: () => readonly Contribution[],
): { readonly verdict: Verdict; readonly because: string | undefined } {
  if (measure.weak !== undefined) return { verdict: 'cannot tell', because: measure.weak };
  const { toldIf } = measure;
  const differences = { mean: difference, standing: standing(left) - standing(right), sum: sums };
  if (toldIf !== undefined && !isTold(differences, toldIf.sumsDiffer))
    return {
      verdict: 'cannot tell',
      because: `below the difference from which on about four orders in five are right (${toldIf.sumsDiffer} in sum)`,
    };
  const least = Math.min(left.base, right.base);
  if (least < SMALLEST_BASE)
    return { verdict: 'cannot tell', because: `only ${least} ${least === 1 ? 'case' : 'cases'} on one side` };
  if (toldIf === undefined && low <= 0 && high >= 0)
    return { verdict: 'cannot tell', because: 'the interval holds no difference' };
  // One word must not carry a verdict: without any one term the order has to stay.
  const terms = contributions();
  const fragile = terms.find(({ share }) => Math.sign(difference - share) !== Math.sign(difference));
  if (fragile !== undefined && terms.length > 1)
    return { verdict: 'likely', because: `rests on ${JSON.stringify(fragile.term)} alone` };
  if (Math.min(left.articles, right.articles) < ARTICLES_FOR_CLEAR)
    return { verdict: 'likely', because: FEW_ARTICLES };
  return { verdict: 'clear', because: undefined };
}

/** What each term adds to the difference of two pooled ratios; the shares sum to it. */
function contributionsOf(left: Estimate, right: Estimate): Contribution[] {
  const terms = new Map<string, { left: number; right: number }>();
  const add = (side: 'left' | 'right', { evidence, base }: Estimate): void => {
    for (const [term, weight] of weights(evidence)) {
      const entry = terms.get(term) ?? { left: 0, right: 0 };
      entry[side] += weight / base;
      terms.set(term, entry);
    }
  };
  add('left', left);
  add('right', right);
  return [...terms]
    .map(([term, sides]) => ({ term, ...sides, share: sides.left - sides.right }))
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
