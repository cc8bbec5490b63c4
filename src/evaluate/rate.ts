import { sum } from '../model/collections.js';

/** A measured rate with a 95% bootstrap interval over units (articles, sentences, stories), and the number of cases. */
export interface Rate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

const RESAMPLES = 1000;

/**
 * A figure computed from counts summed over units, with its percentile bootstrap interval (Efron and Tibshirani
 * 1993), resampling units.
 *
 * @param units the counts of each unit
 * @param figure computes the figure from summed counts; NaN where it is undefined
 * @param cases how many cases the figure rests on, from summed counts
 */
export function rate(
  units: readonly (readonly number[])[],
  figure: (sums: readonly number[]) => number,
  cases: (sums: readonly number[]) => number,
): Rate {
  const width = units[0]?.length ?? 0;
  const total = (unitAt: (u: number) => number): number[] => {
    const sums = new Array<number>(width).fill(0);
    for (let u = 0; u < units.length; u++) {
      const unit = units[unitAt(u)] as readonly number[];
      for (let k = 0; k < width; k++) sums[k] = (sums[k] as number) + (unit[k] as number);
    }
    return sums;
  };
  let state = 0x5eed;
  const random = (): number => {
    // xorshift32 (Marsaglia 2003)
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
  const values: number[] = [];
  for (let r = 0; r < RESAMPLES; r++) {
    const value = figure(total(() => Math.floor(random() * units.length)));
    if (!Number.isNaN(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const at = (share: number): number =>
    values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
  const sums = total(u => u);
  const value = figure(sums);
  return { value: Number.isNaN(value) ? 0 : value, low: at(0.025), high: at(0.975), n: cases(sums) };
}

/** The share that one count of each unit is of another, both summed over units. */
export const share = <Count extends PropertyKey>(
  units: readonly Readonly<Record<Count, number>>[],
  part: Count,
  whole: Count,
): Rate =>
  rate(
    units.map(unit => [unit[part], unit[whole]]),
    ([some = 0, all = 0]) => some / all,
    ([, all = 0]) => all,
  );

/** The mean over the answers of all units: an answer is right or wrong, or half right where it is a tie. */
export const meanRight = (units: readonly (readonly (boolean | number)[])[]): Rate =>
  share(
    units.map(answers => [sum(answers.map(Number)), answers.length] as const),
    0,
    1,
  );

/** Whether a difference has the sign of the annotated one; a tie is half right. */
export const orderRight = (difference: number, annotated: number): number =>
  difference === 0 ? 0.5 : Number(difference > 0 === annotated > 0);

/** Of a unit: how many were found and annotated, found, and annotated. */
export type DetectionCounts = readonly [hits: number, found: number, annotated: number];

export const detectionCounts = (
  cases: readonly { readonly found: boolean; readonly annotated: boolean }[],
): DetectionCounts => [
  cases.filter(({ found, annotated }) => found && annotated).length,
  cases.filter(({ found }) => found).length,
  cases.filter(({ annotated }) => annotated).length,
];

export interface Detection {
  readonly precision: Rate;
  readonly recall: Rate;
  readonly f1: Rate;
}

export const detection = (units: readonly DetectionCounts[]): Detection => ({
  precision: share(units, 0, 1),
  recall: share(units, 0, 2),
  f1: f1(units),
});

export const f1 = (units: readonly DetectionCounts[]): Rate =>
  rate(
    units,
    ([hits = 0, found = 0, annotated = 0]) => (2 * hits) / (found + annotated),
    ([, , annotated = 0]) => annotated,
  );
