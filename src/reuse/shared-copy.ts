import type { Span } from '../model/article.js';
import { groupBy } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import { type CopyPair, type CopyShare, type SharedCopy, TAG, type Trace } from '../model/story.js';
import type { Units } from '../text/keys.js';
import { type Alignment, align, type Stretch, summed } from './align.js';
import { changesByOutlet, changesOf } from './changes.js';
import { EditReader, holdsQuoted, isQuoted, tagAt } from './edits.js';
import { omittedSentences } from './omitted.js';
import { Passages, type Side } from './passage.js';
import { RunIndex } from './run-index.js';
import { pooledShare, sharesOf } from './shares.js';

/** Earlier wordings that a new one is laid beside. */
const MOST_CANDIDATES = 6;
/** Of a cluster with so many sentences every two are paired; of a larger one each with the first of its kind. */
const MOST_TO_PAIR = 30;
/** Words in common that two sentences must have to be the same copy, and how many of them in one run. */
const LEAST_WORDS = 6;
const LEAST_RUN = 4;
/** Sentences as like as this are one piece of copy; less like, only if they have long runs in common. */
const LIKE = 0.65;
const HARDLY_LIKE = 0.5;
const LEAST_SOLID = 12;
const LEAST_SOLID_RUN = 6;
/** The same for parts of sentences, which are held to more: stock phrases are parts of sentences too. */
const LEAST_PART = 8;
const LEAST_PART_RUN = 6;
const LEAST_PART_DENSITY = 0.7;
/** A part with fewer words in common counts where its neighbours are shared too. */
const LEAST_PART_ALONE = 12;
/** Words in common without a capital, and of these how many are no function words: a list of names is no copy. */
const LEAST_PLAIN = 4;
const LEAST_CONTENT = 2;
/**
 * Words in common outside quotation marks, for copy, and how many of them say more than who spoke; with fewer it is speech
 * that both carry. *The minister said in a statement* is how anybody introduces a quotation.
 */
const LEAST_OWN = 5;
const LEAST_TELLING = 4;
/** Longer sentences are none; only the same word for word is looked for in them. */
const LONGEST = 400;

/** A sentence of the story: number of its article and its index there. */
interface Place {
  readonly article: number;
  readonly sentence: number;
}

/** Two wordings and how their words correspond. */
interface Link {
  readonly a: number;
  readonly b: number;
  readonly alignment: Alignment;
  readonly part: boolean;
}

/** A pair of sentences on its way to a `CopyPair`. */
interface Candidate {
  readonly a: Place;
  readonly b: Place;
  alignment: Alignment;
  part: boolean;
  readonly cluster: number;
  /** Too short to be told from chance, or speech: it counts where its neighbours are shared too. */
  readonly weak: 'short' | 'speech' | undefined;
}

/**
 * What the outlets of a story have word for word, or nearly so. Runs of three words, hashed, lead to candidates; an
 * alignment of their words decides (after Clough and others 2002, who tell derived news text by shared runs of words).
 * The time is linear in the words.
 *
 * @param traces the articles of one story
 * @param units their words, in the same order
 */
export function sharedCopy(
  traces: readonly Trace[],
  units: readonly Units[],
  lexicons: Lexicons,
): SharedCopy {
  const sides = traces.map((trace, article): Side[] => {
    const own = units[article] as Units;
    return trace.sentences.map((_, sentence) => ({
      trace,
      units: own,
      sentence,
      base: own.sentence[sentence] as number,
      quoted: holdsQuoted(trace, sentence),
    }));
  });
  const sideOf = ({ article, sentence }: Place): Side => (sides[article] as Side[])[sentence] as Side;
  const wordings = new Wordings(traces, units);
  const links = wordings.link(sideOf);
  const candidates = chosen(paired(wordings, links, traces, sideOf), sideOf);
  const reader = new EditReader(lexicons);
  const passages = new Passages();
  const pairs = candidates.map(each => pairOf(each, sideOf, reader, passages));
  const shares = sharesOf(pairs, traces);
  const byOutlet = groupBy(traces, ({ outlet }) => outlet);
  const shareOf = ({ article }: Trace): CopyShare => shares.get(article) as CopyShare;
  return {
    pairs,
    shares,
    outletShares: new Map([...byOutlet].map(([outlet, own]) => [outlet, pooledShare(own.map(shareOf))])),
    omitted: omittedSentences(pairs, traces, units),
    changes: changesOf(pairs),
    outletChanges: changesByOutlet(pairs, byOutlet.keys()),
  };
}

/** The distinct sentences of a story, as sequences of keys, and where each stands. */
class Wordings {
  readonly keys: Int32Array[] = [];
  readonly places: Place[][] = [];
  readonly #byHash = new Map<number, number[]>();
  readonly #words: number;

  constructor(traces: readonly Trace[], units: readonly Units[]) {
    let words = 0;
    for (const [article, { sentences }] of traces.entries()) {
      const { key, sentence } = units[article] as Units;
      for (let s = 0; s < sentences.length; s++) {
        const own = key.subarray(sentence[s], sentence[s + 1]);
        if (own.length < 3) continue;
        words += own.length;
        this.#add(own, { article, sentence: s });
      }
    }
    this.#words = words;
  }

  #add(keys: Int32Array, place: Place): void {
    let hash = keys.length;
    for (const key of keys) hash = (Math.imul(hash, 31) + key) | 0;
    const known = this.#byHash.get(hash);
    const same = known?.find(each => isSame(this.keys[each] as Int32Array, keys));
    if (same !== undefined) {
      (this.places[same] as Place[]).push(place);
      return;
    }
    if (known === undefined) this.#byHash.set(hash, [this.keys.length]);
    else known.push(this.keys.length);
    this.keys.push(keys);
    this.places.push([place]);
  }

  /** Lays each wording beside the earlier ones that share runs of words with it. */
  link(sideOf: (place: Place) => Side): Link[] {
    const index = new RunIndex(this.#words, this.keys.length);
    const links: Link[] = [];
    const sideAt = (wording: number): Side => sideOf((this.places[wording] as Place[])[0] as Place);
    const degree = new Uint16Array(this.keys.length);
    for (const [b, keys] of this.keys.entries()) {
      if (keys.length > LONGEST) continue;
      let linked = false;
      for (const a of index.like(keys, MOST_CANDIDATES)) {
        // A wording that many hang on already stands for all of them.
        if (linked && (degree[a] as number) >= MOST_TO_PAIR) continue;
        const alignment = align(this.keys[a] as Int32Array, keys);
        const accepted = judge(alignment, sideAt(a), (this.keys[a] as Int32Array).length, keys.length);
        if (accepted === undefined) continue;
        links.push({ a, b, ...accepted });
        linked = true;
        degree[a] = Math.min(MOST_TO_PAIR, (degree[a] as number) + 1);
      }
      index.add(b, keys);
    }
    return links;
  }
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Whether two sentences are one piece of copy as a whole, or a part of each is. */
function judge(
  alignment: Alignment,
  a: Side,
  aLength: number,
  bLength: number,
): Pick<Link, 'alignment' | 'part'> | undefined {
  const { matched, longest, solid, stretches } = alignment;
  if (matched < LEAST_WORDS || longest < LEAST_RUN) return undefined;
  const similarity = (2 * matched) / (aLength + bLength);
  const like =
    similarity >= LIKE || (similarity >= HARDLY_LIKE && solid >= LEAST_SOLID && longest >= LEAST_SOLID_RUN);
  if (like && isPlain(stretches, a)) return { alignment, part: false };
  const part = densest(stretches);
  if (part.matched < LEAST_PART || part.longest < LEAST_PART_RUN) return undefined;
  if (densityOf(part) < LEAST_PART_DENSITY || !isPlain(part.stretches, a)) return undefined;
  return { alignment: part, part: true };
}

/** Whether enough words in common begin with a small letter. */
function isPlain(stretches: readonly Stretch[], { trace, units, base }: Side): boolean {
  let plain = 0;
  let content = 0;
  for (const { same, aFrom, aTo } of stretches)
    for (let u = base + aFrom; same && u < base + aTo; u++) {
      if (!/\p{Ll}/u.test(trace.text.charAt(units.start[u] as number))) continue;
      plain++;
      if (((trace.tag[units.word[u] as number] as number) & TAG.function) === 0) content++;
    }
  return plain >= LEAST_PLAIN && content >= LEAST_CONTENT;
}

const sizeOf = ({ aFrom, aTo, bFrom, bTo }: Stretch): number => Math.max(aTo - aFrom, bTo - bFrom);

const densityOf = ({ matched, stretches }: Alignment): number =>
  matched / stretches.reduce((sum, each) => sum + sizeOf(each), 0);

/** The run of stretches in which the words in common outnumber the edited ones most (Smith and Waterman 1981). */
function densest(stretches: readonly Stretch[]): Alignment {
  let best = { score: 0, from: 0, to: 0 };
  let score = 0;
  let from = 0;
  for (const [s, each] of stretches.entries()) {
    if (score <= 0) [score, from] = [0, s];
    score += each.same ? sizeOf(each) : -sizeOf(each);
    if (each.same && score > best.score) best = { score, from, to: s + 1 };
  }
  return summed(stretches.slice(best.from, best.to));
}

/** Every two sentences of different outlets that linked wordings stand for. */
function paired(
  wordings: Wordings,
  links: readonly Link[],
  traces: readonly Trace[],
  sideOf: (place: Place) => Side,
): Candidate[] {
  const { keys, places } = wordings;
  const cluster = unite(keys.length, links);
  const sizes = new Int32Array(keys.length);
  for (const [w, some] of places.entries()) sizes[cluster[w] as number]! += some.length;
  const found: Candidate[] = [];
  const add = (
    a: Place,
    b: Place,
    { alignment, part }: Pick<Link, 'alignment' | 'part'>,
    of: number,
  ): void => {
    if ((traces[a.article] as Trace).outlet === (traces[b.article] as Trace).outlet) return;
    const turned = a.article > b.article;
    const straight = turned ? turnedRound(alignment) : alignment;
    const [left, right] = turned ? [b, a] : [a, b];
    const weak = weaknessOf(straight, part, sideOf(left), sideOf(right));
    found.push({ a: left, b: right, alignment: straight, part, cluster: of, weak });
  };
  const few = (w: number): boolean => (sizes[cluster[w] as number] as number) <= MOST_TO_PAIR;
  for (const [w, some] of places.entries()) {
    if (some.length < 2) continue;
    const whole = { alignment: identical((keys[w] as Int32Array).length), part: false };
    const of = cluster[w] as number;
    for (let i = 0; i < (few(w) ? some.length : 1); i++)
      for (let j = i + 1; j < some.length; j++) add(some[i] as Place, some[j] as Place, whole, of);
  }
  for (const link of links) {
    const all = (w: number): readonly Place[] => (places[w] as Place[]).slice(0, few(w) ? MOST_TO_PAIR : 1);
    for (const a of all(link.a)) for (const b of all(link.b)) add(a, b, link, cluster[link.a] as number);
  }
  return found;
}

/** By wording, the first wording that it hangs together with (union-find, Tarjan 1975). */
function unite(count: number, links: readonly Link[]): Int32Array {
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

const identical = (length: number): Alignment => ({
  stretches: [{ same: true, aFrom: 0, aTo: length, bFrom: 0, bTo: length }],
  matched: length,
  longest: length,
  solid: length,
});

const turnedRound = ({ stretches, ...rest }: Alignment): Alignment => ({
  stretches: stretches.map(({ same, aFrom, aTo, bFrom, bTo }) => ({
    same,
    aFrom: bFrom,
    aTo: bTo,
    bFrom: aFrom,
    bTo: aTo,
  })),
  ...rest,
});

function weaknessOf({ stretches, matched }: Alignment, part: boolean, a: Side, b: Side): Candidate['weak'] {
  if (matched < (part ? LEAST_PART_ALONE : LEAST_WORDS)) return 'short';
  if (!a.quoted && !b.quoted) return undefined;
  let own = 0;
  let telling = 0;
  for (const { same, aFrom, aTo, bFrom } of stretches)
    for (let k = 0; same && k < aTo - aFrom; k++) {
      if (isQuoted(a, aFrom + k, aFrom + k + 1) || isQuoted(b, bFrom + k, bFrom + k + 1)) continue;
      own++;
      if ((tagAt(a, aFrom + k) & PLAIN) === 0) telling++;
      if (own >= LEAST_OWN && telling >= LEAST_TELLING) return undefined;
    }
  return own >= LEAST_OWN && own > matched / 2 ? undefined : 'speech';
}

/** Function words and names say little beside a quotation. */
const PLAIN = TAG.function | TAG.name;

/**
 * Of the pairs of two articles, those that hold: each word of a sentence stands in one pair, the longest match first.
 * Where two sentences are parts of one (split, merged), each pair keeps to its part. Short sentences and speech are
 * copy where a sentence beside them is.
 */
function chosen(candidates: readonly Candidate[], sideOf: (place: Place) => Side): Candidate[] {
  const sorted = candidates.toSorted(
    (x, y) =>
      x.a.article - y.a.article ||
      x.b.article - y.b.article ||
      y.alignment.matched - x.alignment.matched ||
      x.a.sentence - y.a.sentence ||
      x.b.sentence - y.b.sentence,
  );
  const kept: Candidate[] = [];
  for (let i = 0; i < sorted.length; ) {
    const { a, b } = sorted[i] as Candidate;
    let j = i;
    while (sorted[j]?.a.article === a.article && sorted[j]?.b.article === b.article) j++;
    const two = ofTwoArticles(sorted.slice(i, j), sideOf);
    kept.push(...two.sort((x, y) => x.a.sentence - y.a.sentence || x.b.sentence - y.b.sentence));
    i = j;
  }
  return kept;
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

function ofTwoArticles(sorted: readonly Candidate[], sideOf: (place: Place) => Side): Candidate[] {
  const taken = { a: new Map<number, Span[]>(), b: new Map<number, Span[]>() };
  const free = sorted.filter(({ a, b, alignment }) => {
    const [inA, inB] = [matchedSpan(alignment.stretches, 'a'), matchedSpan(alignment.stretches, 'b')];
    const [takenA, takenB] = [taken.a.get(a.sentence), taken.b.get(b.sentence)];
    if (isTaken(takenA, inA) || isTaken(takenB, inB)) return false;
    if (takenA === undefined) taken.a.set(a.sentence, [inA]);
    else takenA.push(inA);
    if (takenB === undefined) taken.b.set(b.sentence, [inB]);
    else takenB.push(inB);
    return true;
  });
  for (const each of free) {
    const trimA = (taken.a.get(each.a.sentence) as Span[]).length > 1;
    const trimB = (taken.b.get(each.b.sentence) as Span[]).length > 1;
    if (trimA || trimB) {
      each.alignment = trimmed(each.alignment, trimA, trimB);
      each.part = true;
    }
  }
  if (free.every(({ weak }) => weak === undefined)) return free;
  const strong = new Set<number>();
  for (const { a, b, weak } of free) if (weak === undefined) strong.add(pairKey(a.sentence, b.sentence));
  return free.flatMap(each => {
    const { a, b, weak, alignment } = each;
    if (weak === undefined) return [each];
    const beside = NEIGHBOURS.some(([i, j]) => strong.has(pairKey(a.sentence + i, b.sentence + j)));
    if (beside) return [{ ...each, weak: undefined }];
    return weak === 'speech' && quotedIn(alignment, sideOf(a), sideOf(b)) ? [each] : [];
  });
}

/** Both numbers of sentences in one; far more than an article has. */
const pairKey = (a: number, b: number): number => (a + 1) * 2 ** 24 + b + 1;

/** Speech in common must be speech: a stray short sentence is not. The marks may be lost on one side. */
function quotedIn({ stretches, matched }: Alignment, a: Side, b: Side): boolean {
  let quoted = 0;
  for (const { same, aFrom, aTo, bFrom } of stretches)
    for (let k = 0; same && k < aTo - aFrom; k++)
      if (isQuoted(a, aFrom + k, aFrom + k + 1) || isQuoted(b, bFrom + k, bFrom + k + 1)) quoted++;
  return quoted >= matched / 2;
}

function matchedSpan(stretches: readonly Stretch[], side: 'a' | 'b'): Span {
  let first = 0;
  while (!(stretches[first] as Stretch).same) first++;
  let last = stretches.length - 1;
  while (!(stretches[last] as Stretch).same) last--;
  const [from, to] = [stretches[first] as Stretch, stretches[last] as Stretch];
  return side === 'a' ? { start: from.aFrom, end: to.aTo } : { start: from.bFrom, end: to.bTo };
}

const isTaken = (taken: readonly Span[] = [], { start, end }: Span): boolean =>
  taken.some(each => Math.min(each.end, end) - Math.max(each.start, start) > 0.4 * (end - start));

/** Without what a side has before and behind the words in common: that belongs to another pair. */
function trimmed({ stretches }: Alignment, trimA: boolean, trimB: boolean): Alignment {
  const { start: aStart, end: aEnd } = matchedSpan(stretches, 'a');
  const { start: bStart, end: bEnd } = matchedSpan(stretches, 'b');
  const within = (at: number, start: number, end: number): number => Math.min(Math.max(at, start), end);
  return summed(
    stretches
      .map(each => ({
        ...each,
        ...(trimA && { aFrom: within(each.aFrom, aStart, aEnd), aTo: within(each.aTo, aStart, aEnd) }),
        ...(trimB && { bFrom: within(each.bFrom, bStart, bEnd), bTo: within(each.bTo, bStart, bEnd) }),
      }))
      .filter(({ aFrom, aTo, bFrom, bTo }) => aTo > aFrom || bTo > bFrom),
  );
}

function pairOf(
  { a, b, alignment, part, cluster, weak }: Candidate,
  sideOf: (place: Place) => Side,
  reader: EditReader,
  passages: Passages,
): CopyPair {
  const [left, right] = [sideOf(a), sideOf(b)];
  const { stretches, matched } = alignment;
  const [first, last] = [stretches[0] as Stretch, stretches.at(-1) as Stretch];
  return {
    a: passages.of(left, first.aFrom, last.aTo),
    b: passages.of(right, first.bFrom, last.bTo),
    similarity: (2 * matched) / (last.aTo - first.aFrom + last.bTo - first.bFrom),
    kind: weak === 'speech' ? 'speech' : 'copy',
    part,
    cluster,
    edits: reader.read(stretches, left, right),
  };
}
