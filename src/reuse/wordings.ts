import { addTo, sum } from '../model/collections.js';
import { TAG } from '../model/story.js';
import { type AlignedStretch, type Alignment, align, lengthOf, summed } from './align.js';
import { isUnitOf, type StorySentence } from './passage.js';
import { RunIndex } from './run-index.js';

/** Earlier wordings that a new one is aligned with. */
const MOST_CANDIDATES = 6;
/** Of a cluster with so many sentences every two are paired; of a larger one each with the first of its kind. */
export const MOST_TO_PAIR = 30;
/** Words in common that two sentences must have to be the same copy, and how many of them in one run. */
export const LEAST_WORDS = 6;
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
/** Words in common without a capital, and of these how many are no function words: a list of names is no copy. */
const LEAST_PLAIN = 4;
const LEAST_CONTENT = 2;
/** Longer sentences are none; only the same word for word is looked for in them. */
const LONGEST = 400;
/** Shorter ones are in any article. */
const SHORTEST = 3;

/** Two wordings and how their words correspond. */
export interface WordingLink {
  readonly a: number;
  readonly b: number;
  readonly alignment: Alignment;
  /** Set where only a part of each sentence is shared. */
  readonly part: boolean;
}

/** The distinct sentences of a story, as sequences of keys, and where each stands. */
export class Wordings {
  readonly keys: Int32Array[] = [];
  readonly places: StorySentence[][] = [];
  readonly #byHash = new Map<number, number[]>();
  #words = 0;

  constructor(sentences: readonly StorySentence[]) {
    for (const each of sentences) {
      const keys = each.trace.units.key.subarray(each.first, each.last);
      if (keys.length < SHORTEST) continue;
      this.#words += keys.length;
      let hash = keys.length;
      for (const key of keys) hash = (Math.imul(hash, 31) + key) | 0;
      const same = this.#byHash.get(hash)?.find(other => isSame(this.keys[other] as Int32Array, keys));
      if (same !== undefined) {
        this.places[same]?.push(each);
        continue;
      }
      addTo(this.#byHash, hash, this.keys.length);
      this.keys.push(keys);
      this.places.push([each]);
    }
  }

  /** Aligns each wording with the earlier ones that share runs of words with it. */
  links(): WordingLink[] {
    const index = new RunIndex(this.#words, this.keys.length);
    const links: WordingLink[] = [];
    const degree = new Uint32Array(this.keys.length);
    for (const [b, keys] of this.keys.entries()) {
      if (keys.length > LONGEST) continue;
      let linked = false;
      for (const a of index.like(keys, MOST_CANDIDATES)) {
        // A wording that many hang on already stands for all of them.
        if (linked && (degree[a] as number) >= MOST_TO_PAIR) continue;
        const other = this.keys[a] as Int32Array;
        const sameCopy = sharedPart(
          align(other, keys),
          (this.places[a] as StorySentence[])[0] as StorySentence,
          other.length + keys.length,
        );
        if (sameCopy === undefined) continue;
        links.push({ a, b, ...sameCopy });
        linked = true;
        degree[a]!++;
      }
      index.add(b, keys);
    }
    return links;
  }
}

const isSame = (a: Int32Array, b: Int32Array): boolean =>
  a.length === b.length && a.every((key, i) => key === b[i]);

/**
 * What makes two sentences one piece of copy: their whole alignment, or a part of it.
 *
 * @param length words of both sentences
 */
function sharedPart(
  alignment: Alignment,
  a: StorySentence,
  length: number,
): Pick<WordingLink, 'alignment' | 'part'> | undefined {
  const { matched, longest, solid, stretches } = alignment;
  if (matched < LEAST_WORDS || longest < LEAST_RUN) return undefined;
  const similarity = (2 * matched) / length;
  const like =
    similarity >= LIKE || (similarity >= HARDLY_LIKE && solid >= LEAST_SOLID && longest >= LEAST_SOLID_RUN);
  if (like && isPlain(stretches, a)) return { alignment, part: false };
  const part = densest(stretches);
  if (part.matched < LEAST_PART || part.longest < LEAST_PART_RUN) return undefined;
  if (densityOf(part) < LEAST_PART_DENSITY || !isPlain(part.stretches, a)) return undefined;
  return { alignment: part, part: true };
}

/** Whether enough words in common begin with a small letter. */
function isPlain(stretches: readonly AlignedStretch[], side: StorySentence): boolean {
  const { text, units } = side.trace;
  let plain = 0;
  let content = 0;
  for (const { same, aFrom, aTo } of stretches)
    for (let u = aFrom; same && u < aTo; u++) {
      if (!/\p{Ll}/u.test(text.charAt(units.start[side.first + u] as number))) continue;
      plain++;
      if (!isUnitOf(side, u, TAG.function)) content++;
    }
  return plain >= LEAST_PLAIN && content >= LEAST_CONTENT;
}

const densityOf = ({ matched, stretches }: Alignment): number => matched / sum(stretches.map(lengthOf));

/** The run of stretches in which the words in common outnumber the edited ones most (Smith and Waterman 1981). */
function densest(stretches: readonly AlignedStretch[]): Alignment {
  let best = { score: 0, from: 0, to: 0 };
  let score = 0;
  let from = 0;
  for (const [s, each] of stretches.entries()) {
    if (score <= 0) [score, from] = [0, s];
    score += each.same ? lengthOf(each) : -lengthOf(each);
    if (each.same && score > best.score) best = { score, from, to: s + 1 };
  }
  return summed(stretches.slice(best.from, best.to));
}
