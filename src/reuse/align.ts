import { diffArrays } from 'diff';
import { sum } from '../model/collections.js';

/**
 * Half-open ranges of two word sequences that stand for each other: the same words where `same`, else an edit, of
 * which one side may be empty.
 */
export interface AlignedStretch {
  readonly same: boolean;
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

export interface Alignment {
  readonly stretches: readonly AlignedStretch[];
  /** Words in common. */
  readonly matched: number;
  /** Longest run of words in common. */
  readonly longest: number;
  /** Words in common in runs of three or more. */
  readonly solid: number;
}

/** Words in common count as a run from so many on. */
const SOLID = 3;
/** A run of so many words in common is held together; what stands before it and behind it is laid side by side apart. */
const ANCHOR = 4;
/** A stretch without such a run that takes more edits is one exchange: what it has in common is chance. */
const MOST_EDITS = 40;

/**
 * Lays two word sequences side by side: what they begin and end with in common is taken off, what is left is cut at its
 * longest run in common (Ratcliff and Metzener 1988), and between such runs the fewest edits are looked for (Myers 1986,
 * by the package diff). Near-duplicates mostly are long runs, so that little is left to search.
 */
export function align(a: Int32Array, b: Int32Array): Alignment {
  const stretches: AlignedStretch[] = [];
  lay({ a, b, stretches }, 0, a.length, 0, b.length);
  return summed(withoutIslands(slid(joined(stretches), a, b)));
}

interface Laying {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly stretches: AlignedStretch[];
}

/** Lays a range of each beside the other. */
function lay(laying: Laying, aStart: number, aEnd: number, bStart: number, bEnd: number): void {
  const { a, b, stretches } = laying;
  let [aFrom, aTo, bFrom, bTo] = [aStart, aEnd, bStart, bEnd];
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) {
    aFrom++;
    bFrom++;
  }
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) {
    aTo--;
    bTo--;
  }
  if (aFrom > aStart) stretches.push({ same: true, aFrom: aStart, aTo: aFrom, bFrom: bStart, bTo: bFrom });
  if (aFrom < aTo || bFrom < bTo) {
    const run = longestRun(a, b, aFrom, aTo, bFrom, bTo);
    if (run.size >= ANCHOR) {
      lay(laying, aFrom, run.a, bFrom, run.b);
      lay(laying, run.a, aTo, run.b, bTo);
    } else if (run.size > 0) compare(laying, aFrom, aTo, bFrom, bTo);
    else stretches.push({ same: false, aFrom, aTo, bFrom, bTo });
  }
  if (aTo < aEnd) stretches.push({ same: true, aFrom: aTo, aTo: aEnd, bFrom: bTo, bTo: bEnd });
}

let lengths = new Int32Array(512);

/** Where the longest run of words in common begins on either side, the first of several. */
function longestRun(a: Int32Array, b: Int32Array, aFrom: number, aTo: number, bFrom: number, bTo: number) {
  const width = bTo - bFrom;
  if (lengths.length <= width) lengths = new Int32Array(2 * width);
  lengths.fill(0, 0, width + 1);
  let [size, aEnd, bEnd] = [0, aFrom, bFrom];
  for (let i = aFrom; i < aTo; i++) {
    const word = a[i];
    for (let j = width; j > 0; j--) {
      if (b[bFrom + j - 1] !== word) {
        lengths[j] = 0;
        continue;
      }
      const length = (lengths[j - 1] as number) + 1;
      lengths[j] = length;
      if (length > size) [size, aEnd, bEnd] = [length, i + 1, bFrom + j];
    }
  }
  return { size, a: aEnd - size, b: bEnd - size };
}

/** Adds the stretches of the fewest edits. */
function compare({ a, b, stretches }: Laying, aFrom: number, aTo: number, bFrom: number, bTo: number): void {
  const changes = diffArrays([...a.subarray(aFrom, aTo)], [...b.subarray(bFrom, bTo)], {
    maxEditLength: MOST_EDITS,
  });
  if (changes === undefined) {
    stretches.push({ same: false, aFrom, aTo, bFrom, bTo });
    return;
  }
  let i = aFrom;
  let j = bFrom;
  for (const { added, removed, count = 0 } of changes) {
    const [aNext, bNext] = [added ? i : i + count, removed ? j : j + count];
    stretches.push({ same: !added && !removed, aFrom: i, aTo: aNext, bFrom: j, bTo: bNext });
    [i, j] = [aNext, bNext];
  }
}

export function summed(stretches: readonly AlignedStretch[]): Alignment {
  const runs = stretches.filter(({ same }) => same).map(lengthOf);
  const solid = sum(runs.filter(size => size >= SOLID));
  return { stretches, matched: sum(runs), longest: Math.max(0, ...runs), solid };
}

export const identical = (length: number): Alignment =>
  summed([{ same: true, aFrom: 0, aTo: length, bFrom: 0, bTo: length }]);

/** The same with its sides exchanged. */
export const turned = ({ stretches, ...sums }: Alignment): Alignment => ({
  stretches: stretches.map(({ same, aFrom, aTo, bFrom, bTo }) => ({
    same,
    aFrom: bFrom,
    aTo: bTo,
    bFrom: aFrom,
    bTo: aTo,
  })),
  ...sums,
});

/** Words of the longer side. */
export const lengthOf = ({ aFrom, aTo, bFrom, bTo }: AlignedStretch): number =>
  Math.max(aTo - aFrom, bTo - bFrom);

/** Joins neighbours of one kind, so that a deletion and an insertion in one place are one replacement. */
function joined(stretches: readonly AlignedStretch[]): AlignedStretch[] {
  const out: AlignedStretch[] = [];
  for (const each of stretches) {
    const last = out.at(-1);
    if (last?.same === each.same) out[out.length - 1] = { ...last, aTo: each.aTo, bTo: each.bTo };
    else out.push(each);
  }
  return out;
}

/**
 * Moves an insertion or a deletion over a run of words beside it that it begins or ends with, where the longer run on
 * its other side takes them up: *the* at the head of a sentence goes with the *the* that it stands before.
 */
function slid(stretches: readonly AlignedStretch[], a: Int32Array, b: Int32Array): AlignedStretch[] {
  const out = [...stretches];
  for (let k = 0; k < out.length; k++) {
    const { same, aFrom, aTo, bFrom, bTo } = out[k] as AlignedStretch;
    if (same || (aFrom !== aTo && bFrom !== bTo)) continue;
    const [words, from, to] = aFrom === aTo ? [b, bFrom, bTo] : [a, aFrom, aTo];
    const [before, after] = [out[k - 1], out[k + 1]];
    if (before === undefined || after === undefined) continue;
    const [left, right] = [before.aTo - before.aFrom, after.aTo - after.aFrom];
    const shift = Math.min(left, right);
    if (shift > to - from || left === right) continue;
    const over = left < right ? [from - shift, to - shift] : [from, to];
    if (!isRepeated(words, over[0] as number, over[1] as number, shift)) continue;
    if (left < right) {
      out[k] = { same, aFrom: before.aFrom, aTo: aTo - shift, bFrom: before.bFrom, bTo: bTo - shift };
      out[k + 1] = { ...after, aFrom: after.aFrom - shift, bFrom: after.bFrom - shift };
      out.splice(k - 1, 1);
    } else {
      out[k] = { same, aFrom: aFrom + shift, aTo: after.aTo, bFrom: bFrom + shift, bTo: after.bTo };
      out[k - 1] = { ...before, aTo: before.aTo + shift, bTo: before.bTo + shift };
      out.splice(k + 1, 1);
    }
    k--;
  }
  return joined(out);
}

/** Whether the `size` words at both ends `[from, from + size)` and `[to, to + size)` are the same. */
function isRepeated(words: Int32Array, from: number, to: number, size: number): boolean {
  for (let i = 0; i < size; i++) if (words[from + i] !== words[to + i]) return false;
  return true;
}

/**
 * Gives up words in common that stand alone between two changes longer than they are: *the* in the midst of two
 * rewritten stretches is chance.
 */
function withoutIslands(stretches: readonly AlignedStretch[]): AlignedStretch[] {
  let current = [...stretches];
  for (;;) {
    const island = current.findIndex((each, k) => {
      const [before, after] = [current[k - 1], current[k + 1]];
      if (!each.same || before === undefined || after === undefined) return false;
      const size = each.aTo - each.aFrom;
      return size <= 2 && Math.min(lengthOf(before), lengthOf(after)) >= 3 * size;
    });
    if (island < 0) return current;
    current = joined(current.map((each, k) => (k === island ? { ...each, same: false } : each)));
  }
}
