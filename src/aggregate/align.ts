import { diffArrays } from 'diff';

/**
 * Half-open ranges of two word sequences that stand for each other: the same words where `same`, else an edit, of
 * which one side may be empty.
 */
export interface Stretch {
  readonly same: boolean;
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
}

export interface Alignment {
  readonly stretches: readonly Stretch[];
  /** Words in common. */
  readonly matched: number;
  /** Longest run of words in common. */
  readonly longest: number;
  /** Words in common in runs of three or more. */
  readonly solid: number;
}

/** Words in common count as a run from so many on. */
const SOLID = 3;
/** More edited words than this, and the sequences are not worth laying side by side. */
const MOST_EDITS = 240;

/**
 * Lays two word sequences side by side (Myers 1986, by the package diff). What they begin and end with in common is
 * taken off first, since near-duplicates mostly are that.
 *
 * @returns undefined where they have too little in common
 */
export function align(a: Int32Array, b: Int32Array): Alignment | undefined {
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < least - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const middle = compared(a.subarray(head, a.length - tail), b.subarray(head, b.length - tail));
  if (middle === undefined) return undefined;
  const stretches: Stretch[] = [];
  if (head > 0) stretches.push({ same: true, aFrom: 0, aTo: head, bFrom: 0, bTo: head });
  for (const { same, aFrom, aTo, bFrom, bTo } of middle)
    stretches.push({ same, aFrom: aFrom + head, aTo: aTo + head, bFrom: bFrom + head, bTo: bTo + head });
  if (tail > 0)
    stretches.push({
      same: true,
      aFrom: a.length - tail,
      aTo: a.length,
      bFrom: b.length - tail,
      bTo: b.length,
    });
  return summed(withoutIslands(slid(joined(stretches), a, b)));
}

export function summed(stretches: readonly Stretch[]): Alignment {
  let matched = 0;
  let longest = 0;
  let solid = 0;
  for (const { same, aFrom, aTo } of stretches) {
    if (!same) continue;
    matched += aTo - aFrom;
    longest = Math.max(longest, aTo - aFrom);
    if (aTo - aFrom >= SOLID) solid += aTo - aFrom;
  }
  return { stretches, matched, longest, solid };
}

function compared(a: Int32Array, b: Int32Array): Stretch[] | undefined {
  if (a.length === 0 && b.length === 0) return [];
  if (a.length === 0 || b.length === 0)
    return [{ same: false, aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }];
  const changes = diffArrays([...a], [...b], { maxEditLength: MOST_EDITS });
  if (changes === undefined) return undefined;
  const stretches: Stretch[] = [];
  let i = 0;
  let j = 0;
  for (const { added, removed, count = 0 } of changes) {
    const [aTo, bTo] = [added ? i : i + count, removed ? j : j + count];
    stretches.push({ same: !added && !removed, aFrom: i, aTo, bFrom: j, bTo });
    [i, j] = [aTo, bTo];
  }
  return stretches;
}

/** Joins neighbours of one kind, so that a deletion and an insertion in one place are one replacement. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
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
function slid(stretches: readonly Stretch[], a: Int32Array, b: Int32Array): Stretch[] {
  const out = [...stretches];
  for (let k = 0; k < out.length; k++) {
    const { same, aFrom, aTo, bFrom, bTo } = out[k] as Stretch;
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
function withoutIslands(stretches: readonly Stretch[]): Stretch[] {
  const sizeOf = ({ aFrom, aTo, bFrom, bTo }: Stretch): number => Math.max(aTo - aFrom, bTo - bFrom);
  let current = [...stretches];
  for (;;) {
    const island = current.findIndex((each, k) => {
      const [before, after] = [current[k - 1], current[k + 1]];
      if (!each.same || before === undefined || after === undefined) return false;
      const size = each.aTo - each.aFrom;
      return size <= 2 && Math.min(sizeOf(before), sizeOf(after)) >= 3 * size;
    });
    if (island < 0) return current;
    current = joined(current.map((each, k) => (k === island ? { ...each, same: false } : each)));
  }
}
