import { TAG } from '../model/story.js';
import { folded, isUnitTagged, unitText } from '../text/keys.js';
import { align } from './align.js';
import type { UnitRange } from './passage.js';

/**
 * Weights of a logistic regression, fitted on the training part of the Microsoft Research Paraphrase Corpus (Dolan and
 * Brockett 2005): similarity of the word sets, squared; words in common in their order; runs of three; stems of content
 * words, squared; difference in length, in words; numbers that only one has, at most two.
 */
const WEIGHTS = {
  bias: -2.492,
  words: 4.45,
  aligned: 4.629,
  runs: -3.776,
  stems: 1.462,
  length: -0.176,
  numbers: -0.299,
} as const;

/** From this probability on two sentences are taken for paraphrases; set on the same data. */
export const PARAPHRASE = 0.57;

/** Letters by which forms of one word are known. */
const STEM = 5;

/** How likely it is that two sentences are paraphrases, from 0 to 1. */
export function paraphraseProbability(a: UnitRange, b: UnitRange): number {
  const [aKeys, bKeys] = [keysOf(a), keysOf(b)];
  const words = dice(new Set(aKeys), new Set(bKeys));
  const { matched } = align(aKeys, bKeys);
  const aligned = (2 * matched) / Math.max(1, aKeys.length + bKeys.length);
  const stems = dice(stemsOf(a), stemsOf(b));
  const [aNumbers, bNumbers] = [numbersOf(a), numbersOf(b)];
  const odd = only(aNumbers, bNumbers) + only(bNumbers, aNumbers);
  const sum =
    WEIGHTS.bias +
    WEIGHTS.words * words ** 2 +
    WEIGHTS.aligned * aligned +
    WEIGHTS.runs * dice(runsOf(aKeys), runsOf(bKeys)) +
    WEIGHTS.stems * stems ** 2 +
    WEIGHTS.length * Math.abs(aKeys.length - bKeys.length) +
    WEIGHTS.numbers * Math.min(2, odd);
  return 1 / (1 + Math.exp(-sum));
}

const keysOf = ({ trace: { units }, first, last }: UnitRange): Int32Array => units.key.subarray(first, last);

/** Twice what is in both over what is in either (Dice 1945). */
function dice<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const size = a.size + b.size;
  return size === 0 ? 1 : (2 * (a.size - only(a, b))) / size;
}

/** How many of one set are not in another. */
export function only<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0;
  for (const each of a) if (!b.has(each)) count++;
  return count;
}

function runsOf(keys: Int32Array): Set<string> {
  const runs = new Set<string>();
  for (let i = 0; i + 3 <= keys.length; i++) runs.add(keys.subarray(i, i + 3).join(' '));
  return runs;
}

function stemsOf({ trace, first, last }: UnitRange): Set<string> {
  const stems = new Set<string>();
  for (let u = first; u < last; u++)
    if (!isUnitTagged(trace, u, TAG.function)) stems.add(folded(unitText(trace, u)).slice(0, STEM));
  return stems;
}

function numbersOf({ trace, first, last }: UnitRange): Set<number> {
  const numbers = new Set<number>();
  for (let u = first; u < last; u++)
    if (isUnitTagged(trace, u, TAG.number) || /^\d/.test(unitText(trace, u)))
      numbers.add(trace.units.key[u] as number);
  return numbers;
}
