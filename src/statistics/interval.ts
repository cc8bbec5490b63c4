import { sum } from '../model/collections.js';
import type { Interval } from '../model/profile.js';

/** What one unit of resampling (a sentence, an article) adds to a ratio. */
export interface RatioCell {
  readonly numerator: number;
  readonly denominator: number;
}

/** A value with its interval. */
export type ValueInterval = Interval & { readonly value: number };

const RESAMPLES = 1000;

/** z for two-sided 95%. */
const Z95 = 1.959963984540054;

/** Wilson's score interval for a share `count / of` (Wilson 1927); [0, 1] where `of` is 0. */
export function wilson(count: number, of: number, z = Z95): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const share = count / of;
  const z2 = z * z;
  const centre = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (z / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  return {
    low: count === 0 ? 0 : Math.max(0, centre - half),
    high: count === of ? 1 : Math.min(1, centre + half),
  };
}

/**
 * Wilson’s interval for a share of units that hang together in cells (articles): both numbers are divided by the design effect, how many
 * times as much the cells vary as independent units would (Rao and Scott 1992). Never narrower than without.
 */
export function clusteredWilson(cells: readonly RatioCell[]): Interval {
  const count = sum(cells.map(({ numerator }) => numerator));
  const of = sum(cells.map(({ denominator }) => denominator));
  const share = count / of;
  if (cells.length < 2 || share === 0 || share === 1) return wilson(count, of);
  let squares = 0;
  for (const { numerator, denominator } of cells) squares += (numerator - share * denominator) ** 2;
  const effect = ((cells.length / (cells.length - 1)) * squares) / (of * share * (1 - share));
  return wilson(count / Math.max(1, effect), of / Math.max(1, effect));
}

/**
 * Percentile bootstrap of a ratio of sums, resampling whole cells (Efron and Tibshirani 1993). The random numbers are
 * the same at every call, so the same cells give the same interval, whatever they are called.
 *
 * With fewer than two cells anything may be: the interval is the whole `range`.
 */
export function bootstrap(cells: readonly RatioCell[], range: Interval): Interval {
  if (cells.length < 2) return range;
  const random = mulberry32(0x5eed);
  const values = new Float64Array(RESAMPLES);
  for (let r = 0; r < RESAMPLES; r++) {
    let numerator = 0;
    let denominator = 0;
    for (let k = 0; k < cells.length; k++) {
      const cell = cells[Math.floor(random() * cells.length)] as RatioCell;
      numerator += cell.numerator;
      denominator += cell.denominator;
    }
    values[r] = denominator === 0 ? 0 : numerator / denominator;
  }
  values.sort();
  return {
    low: values[Math.floor(RESAMPLES * 0.025)] as number,
    high: values[Math.ceil(RESAMPLES * 0.975) - 1] as number,
  };
}

/** Mulberry32, a small generator with a state of 32 bits (Ettinger 2017, public domain). */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Interval of a difference from the intervals of its two sides (MOVER: Zou and Donner 2008; for two Wilson intervals
 * it is Newcombe's method 10, 1998). Exchanging the sides turns it round exactly.
 */
export function differenceInterval(left: ValueInterval, right: ValueInterval): Interval {
  const difference = left.value - right.value;
  return {
    low: difference - Math.hypot(left.value - left.low, right.high - right.value),
    high: difference + Math.hypot(left.high - left.value, right.value - right.low),
  };
}

/**
 * Two-sided p of no difference, from a 95% interval: its reach toward zero is taken for 1.96 standard errors (Altman and
 * Bland 2011, BMJ 343, d2304). At an end that touches zero it is .05, as it should be.
 */
export function pOf(difference: number, { low, high }: Interval): number {
  if (difference === 0) return 1;
  const reach = difference > 0 ? difference - low : high - difference;
  return reach === 0 ? 0 : twoTails((Z95 * Math.abs(difference)) / reach);
}

/** P(|Z| > z) of the standard normal distribution, to 1.5e-7 (Abramowitz and Stegun 1964, 7.1.26). */
function twoTails(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return series * Math.exp(-x * x);
}

/**
 * For each p its q-value, the least false discovery rate at which it is significant (Benjamini and Hochberg 1995): equal
 * ones get equal values, so the order does not matter.
 */
export function qValues(ps: readonly number[]): number[] {
  const descending = ps.map((_, i) => i).sort((a, b) => (ps[b] as number) - (ps[a] as number));
  const values = new Array<number>(ps.length);
  let least = 1;
  for (const [k, i] of descending.entries()) {
    least = Math.min(least, ((ps[i] as number) * ps.length) / (ps.length - k));
    values[i] = least;
  }
  return values;
}
