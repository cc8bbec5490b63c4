import { TAG } from '../model/story.js';
import { folded, type KeyedTrace } from '../text/keys.js';
import { isTagged } from '../text/trace.js';
import { align } from './align.js';

/** Units `[from, to)` of an article, such as a sentence. */
export interface UnitRange {
  readonly trace: KeyedTrace;
  readonly from: number;
  readonly to: number;
}

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

const keysOf = ({ trace: { units }, from, to }: UnitRange): Int32Array => units.key.subarray(from, to);

/** Twice what is in both over what is in either (Dice 1945). */
function dice<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const size = a.size + b.size;
  return size === 0 ? 1 : (2 * (a.size - only(a, b))) / size;
}

function only<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0;
  for (const each of a) if (!b.has(each)) count++;
  return count;
}

function runsOf(keys: Int32Array): Set<string> {
  const runs = new Set<string>();
  for (let i = 0; i + 3 <= keys.length; i++) runs.add(keys.subarray(i, i + 3).join(' '));
  return runs;
}

const isUnitTagged = ({ trace }: UnitRange, unit: number, tags: number): boolean =>
  isTagged(trace, trace.units.word[unit] as number, tags);

const writtenAt = ({ trace: { text, units } }: UnitRange, unit: number): string =>
  text.slice(units.start[unit], units.end[unit]);

function stemsOf(range: UnitRange): Set<string> {
  const stems = new Set<string>();
  for (let u = range.from; u < range.to; u++)
    if (!isUnitTagged(range, u, TAG.function)) stems.add(folded(writtenAt(range, u)).slice(0, STEM));
  return stems;
}

function numbersOf(range: UnitRange): Set<number> {
  const numbers = new Set<number>();
  for (let u = range.from; u < range.to; u++)
    if (isUnitTagged(range, u, TAG.number) || /^\d/.test(writtenAt(range, u)))
      numbers.add(range.trace.units.key[u] as number);
  return numbers;
}
