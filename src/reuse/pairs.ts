import type { Span } from '../model/article.js';
import { addTo, groupBy } from '../model/collections.js';
import { TAG } from '../model/story.js';
import { type AlignedStretch, type Alignment, identical, summed, turned } from './align.js';
import { isQuoted, isUnitOf, type StorySentence } from './passage.js';
import { LEAST_WORDS, MOST_TO_PAIR, type WordingLink, type Wordings } from './wordings.js';

/** A part with fewer words in common counts where its neighbours are shared too. */
const LEAST_PART_ALONE = 12;
/**
 * Words in common outside quotation marks, for copy, and how many of them say more than who spoke; with fewer it is speech
 * that both carry. *The minister said in a statement* is how anybody introduces a quotation.
 */
const LEAST_OWN = 5;
const LEAST_OWN_CONTENT = 4;
/** A passage that overlaps one already paired by more than this share of its words is taken. */
const MOST_OVERLAP = 0.4;

/** Two sentences that are one piece of copy, and how their words correspond. */
export interface AlignedPair {
  readonly a: StorySentence;
  readonly b: StorySentence;
  readonly alignment: Alignment;
  readonly part: boolean;
  readonly cluster: number;
  /** Too short to be told from chance, or speech: it counts where its neighbours are shared too. */
  readonly weak: 'short' | 'speech' | undefined;
}

/** The sentences of different outlets that are shared, by articles and in the order of the text. */
export const pairSentences = (wordings: Wordings): AlignedPair[] => chosen(candidates(wordings));

/** Every two sentences of different outlets that linked wordings stand for. */
function candidates(wordings: Wordings): AlignedPair[] {
  const { keys, places } = wordings;
  const links = wordings.links();
  const clusters = unite(keys.length, links);
  const sizes = new Int32Array(keys.length);
  for (const [w, some] of places.entries()) sizes[clusters[w] as number]! += some.length;
  const found: AlignedPair[] = [];
  const add = (
    a: StorySentence,
    b: StorySentence,
    { a: w, alignment, part }: Omit<WordingLink, 'b'>,
  ): void => {
    if (a.trace.outlet === b.trace.outlet) return;
    const pair = a.article > b.article ? { a: b, b: a, alignment: turned(alignment) } : { a, b, alignment };
    found.push({ ...pair, part, cluster: clusters[w] as number, weak: weaknessOf(pair, part) });
  };
  const few = (w: number): boolean => (sizes[clusters[w] as number] as number) <= MOST_TO_PAIR;
  for (const [w, some] of places.entries()) {
    if (some.length < 2) continue;
    const whole = { a: w, alignment: identical((keys[w] as Int32Array).length), part: false };
    for (const [i, a] of (few(w) ? some : some.slice(0, 1)).entries())
      for (const b of some.slice(i + 1)) add(a, b, whole);
  }
  const paired = (w: number): readonly StorySentence[] =>
    (places[w] as StorySentence[]).slice(0, few(w) ? MOST_TO_PAIR : 1);
  for (const link of links) for (const a of paired(link.a)) for (const b of paired(link.b)) add(a, b, link);
  return found;
}

/** By wording, the first wording that it hangs together with (union-find, Tarjan 1975). */
function unite(count: number, links: readonly WordingLink[]): Int32Array {
  const parent = Int32Array.from({ length: count }, (_, i) => i);
  const rootOf = (w: number): number => {
    let root = w;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] as number] as number;
      root = parent[root] as number;
    }
    return root;
  };
  for (const { a, b } of links) {
    const [x, y] = [rootOf(a), rootOf(b)];
    parent[Math.max(x, y)] = Math.min(x, y);
  }
  return parent.map(rootOf);
}

type AlignedSides = Pick<AlignedPair, 'a' | 'b' | 'alignment'>;

function weaknessOf(pair: AlignedSides, part: boolean): AlignedPair['weak'] {
  const { a, b, alignment } = pair;
  if (alignment.matched < (part ? LEAST_PART_ALONE : LEAST_WORDS)) return 'short';
  if (!a.quoted && !b.quoted) return undefined;
  const own = commonUnits(pair, false);
  // Function words and names say little beside a quotation.
  const content = own.filter(unit => !isUnitOf(a, unit, TAG.function | TAG.name)).length;
  const isCopy =
    own.length >= LEAST_OWN && (content >= LEAST_OWN_CONTENT || own.length > alignment.matched / 2);
  return isCopy ? undefined : 'speech';
}

/** The units in common, of `a`, that either side has inside a quotation, or that neither has. */
const commonUnits = ({ a, b, alignment }: AlignedSides, quoted: boolean): number[] =>
  alignment.stretches.flatMap(({ same, aFrom, aTo, bFrom }) =>
    Array.from({ length: same ? aTo - aFrom : 0 }, (_, k) => aFrom + k).filter(
      (inA, k) => (isQuoted(a, inA, inA + 1) || isQuoted(b, bFrom + k, bFrom + k + 1)) === quoted,
    ),
  );

/** Speech in common must be speech: a stray short sentence is not. The marks may be lost on one side. */
const isMostlyQuoted = (pair: AlignedSides): boolean =>
  commonUnits(pair, true).length >= pair.alignment.matched / 2;

/**
 * Of the pairs of two articles, those that hold: each word of a sentence stands in one pair, the longest match first.
 * Where two sentences are parts of one (split, merged), each pair keeps to its part. Short sentences and speech are
 * copy where a sentence beside them is.
 */
function chosen(pairs: readonly AlignedPair[]): AlignedPair[] {
  const bySentence = (x: AlignedPair, y: AlignedPair): number =>
    x.a.sentence - y.a.sentence || x.b.sentence - y.b.sentence;
  const sorted = pairs.toSorted(
    (x, y) =>
      x.a.article - y.a.article ||
      x.b.article - y.b.article ||
      y.alignment.matched - x.alignment.matched ||
      bySentence(x, y),
  );
  return [...groupBy(sorted, ({ a, b }) => `${a.article} ${b.article}`).values()].flatMap(two =>
    ofTwoArticles(two).toSorted(bySentence),
  );
}

/** Steps to the sentences before and behind, and to the other part of one that was split. */
const NEIGHBOURS = [
  [-1, -1],
  [1, 1],
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
] as const;

function ofTwoArticles(sorted: readonly AlignedPair[]): AlignedPair[] {
  const taken = { a: new Map<number, Span[]>(), b: new Map<number, Span[]>() };
  const free = sorted.filter(({ a, b, alignment }) => {
    const [inA, inB] = [matchedSpan(alignment, 'a'), matchedSpan(alignment, 'b')];
    if (isTaken(taken.a.get(a.sentence), inA) || isTaken(taken.b.get(b.sentence), inB)) return false;
    addTo(taken.a, a.sentence, inA);
    addTo(taken.b, b.sentence, inB);
    return true;
  });
  const kept = free.map(pair => {
    const trimA = (taken.a.get(pair.a.sentence) as Span[]).length > 1;
    const trimB = (taken.b.get(pair.b.sentence) as Span[]).length > 1;
    return trimA || trimB ? { ...pair, alignment: trimmed(pair.alignment, trimA, trimB), part: true } : pair;
  });
  const strong = new Set(
    kept.filter(({ weak }) => weak === undefined).map(({ a, b }) => `${a.sentence} ${b.sentence}`),
  );
  return kept.flatMap(pair => {
    const { a, b, weak } = pair;
    if (weak === undefined) return [pair];
    if (NEIGHBOURS.some(([i, j]) => strong.has(`${a.sentence + i} ${b.sentence + j}`)))
      return [{ ...pair, weak: undefined }];
    return weak === 'speech' && isMostlyQuoted(pair) ? [pair] : [];
  });
}

function matchedSpan({ stretches }: Alignment, side: 'a' | 'b'): Span {
  const matched = stretches.filter(({ same }) => same);
  const [from, to] = [matched[0] as AlignedStretch, matched.at(-1) as AlignedStretch];
  return side === 'a' ? { start: from.aFrom, end: to.aTo } : { start: from.bFrom, end: to.bTo };
}

const isTaken = (taken: readonly Span[] = [], { start, end }: Span): boolean =>
  taken.some(each => Math.min(each.end, end) - Math.max(each.start, start) > MOST_OVERLAP * (end - start));

/** Without what a side has before and behind the words in common: that belongs to another pair. */
function trimmed(alignment: Alignment, trimA: boolean, trimB: boolean): Alignment {
  const { start: aStart, end: aEnd } = matchedSpan(alignment, 'a');
  const { start: bStart, end: bEnd } = matchedSpan(alignment, 'b');
  const within = (at: number, start: number, end: number): number => Math.min(Math.max(at, start), end);
  return summed(
    alignment.stretches
      .map(each => ({
        ...each,
        ...(trimA && { aFrom: within(each.aFrom, aStart, aEnd), aTo: within(each.aTo, aStart, aEnd) }),
        ...(trimB && { bFrom: within(each.bFrom, bStart, bEnd), bTo: within(each.bTo, bStart, bEnd) }),
      }))
      .filter(({ aFrom, aTo, bFrom, bTo }) => aTo > aFrom || bTo > bFrom),
  );
}
