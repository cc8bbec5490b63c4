import { getOrAdd } from '../model/collections.js';
import type { Lexicons, Match, VariantForm } from '../model/lexicon.js';
import type { Trace } from '../model/story.js';
import type { Words } from '../model/words.js';
import { isTagged, wordAt } from './trace.js';

/**
 * The words of an article as they are compared with those of others, in columns: marks are not there, spellings of one
 * word have one key, and a spelling of two words is one unit.
 */
interface WordUnits {
  /** The same number for the same word in all articles of a story. */
  readonly key: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index of its first word in `Trace.words`. */
  readonly word: Int32Array;
  /** A bit set of `FLAG`. */
  readonly flags: Uint8Array;
  /** Index of the first unit of each sentence, and at the end the number of units. */
  readonly sentence: Int32Array;
}

/** `spelling`: another spelling has the same key; the others as the variants lexicons say. */
export const FLAG = { spelling: 1, optional: 2, agent: 4 } as const;

/** An article whose words can be compared with those of the others of its story. */
export interface KeyedTrace extends Trace {
  readonly units: WordUnits;
}

/** Numbers the words of the articles of a story alike. */
export function keyed(
  traces: readonly Trace[],
  lexicons: Pick<Lexicons, 'variant' | 'endings'>,
): KeyedTrace[] {
  const keys = new WordKeys(lexicons);
  return traces.map(trace => ({ ...trace, units: keys.unitsOf(trace) }));
}

const WORD = /[\p{L}\p{N}$€£¥%&]/u;
const QUOTED_S = /^['’ʼ]s$/i;
/** Shorter words are not taken apart into stem and ending. */
const SHORTEST_STEM = 3;

class WordKeys {
  readonly #numbers = new Map<string, number>();
  /** By the word as it is written, its number and flags; words that a variants lexicon lists apart. */
  readonly #known = new Map<string, number>();
  readonly #variants = new Map<string, number>();

  constructor(private readonly lexicons: Pick<Lexicons, 'variant' | 'endings'>) {}

  unitsOf({ words, text, sentences }: Trace): WordUnits {
    const column = (): Int32Array => new Int32Array(words.length);
    const [key, start, end, word] = [column(), column(), column(), column()] as const;
    const flags = new Uint8Array(words.length);
    const sentence = new Int32Array(sentences.length + 1);
    const variants = this.lexicons.variant.find(words, 0, words.length);
    let v = 0;
    let n = 0;
    for (const [s, { from, to }] of sentences.entries()) {
      sentence[s] = n;
      for (let w = from, next = from; w < to; w = next) {
        while (v < variants.length && (variants[v] as { first: number }).first < w) v++;
        const variant = variants[v];
        const match = variant?.first === w && variant.last <= to ? variant : undefined;
        next = match?.last ?? w + 1;
        const [at, stop] = [words.start[w] as number, words.end[next - 1] as number];
        const written = text.slice(at, stop);
        if (match === undefined && !isWord(written)) continue;
        const known = this.#keyOf(written, match?.value);
        // An abbreviation behind what it is short for says nothing more: *United Nations (UN)*.
        if (n > 0 && key[n - 1] === known >> 3 && text[at - 1] === '(') continue;
        key[n] = known >> 3;
        flags[n] = known & 7;
        start[n] = at;
        end[n] = stop;
        word[n] = w;
        n++;
      }
    }
    sentence[sentences.length] = n;
    const cut = (all: Int32Array): Int32Array => all.slice(0, n);
    return {
      key: cut(key),
      start: cut(start),
      end: cut(end),
      word: cut(word),
      flags: flags.slice(0, n),
      sentence,
    };
  }

  /** Number and flags of a unit in one; without a function for each word of a story. */
  #keyOf(written: string, variant: VariantForm | undefined): number {
    const known = variant === undefined ? this.#known : this.#variants;
    let key = known.get(written);
    if (key === undefined) {
      const plain = folded(written);
      key = variant === undefined ? this.#plainKey(plain) : this.#variantKey(plain, variant);
      known.set(written, key);
    }
    return key;
  }

  #plainKey(plain: string): number {
    const stem = this.#withEnding(plain);
    // A word whose ending is the one that others are turned into may meet those others.
    const isSpelling = stem !== plain || this.lexicons.endings.some(([, to]) => plain.endsWith(to));
    return (this.#number(stem) << 3) | (isSpelling ? FLAG.spelling : 0);
  }

  #variantKey(plain: string, { as, group }: VariantForm): number {
    if (as === 'same') return (this.#number(folded(group)) << 3) | FLAG.spelling;
    return (this.#number(plain) << 3) | FLAG[as];
  }

  #withEnding(plain: string): string {
    for (const [from, to] of this.lexicons.endings)
      if (plain.length >= from.length + SHORTEST_STEM && plain.endsWith(from))
        return plain.slice(0, plain.length - from.length) + to;
    return plain;
  }

  #number(key: string): number {
    return getOrAdd(this.#numbers, key, () => this.#numbers.size);
  }
}

const isWord = (written: string): boolean => WORD.test(written.charAt(0)) || QUOTED_S.test(written);

const ASCII = /^[\x20-\x7e]*$/;

/** Small letters, straight apostrophes, no full stops inside abbreviations, *and* for its sign. */
export const folded = (written: string): string =>
  written === '&'
    ? 'and'
    : (ASCII.test(written) ? written : written.normalize('NFKC').replace(/[’ʼ‘]/g, "'"))
        .toLowerCase()
        .replaceAll('.', '');

export const isUnitTagged = (trace: KeyedTrace, unit: number, tags: number): boolean =>
  isTagged(trace, trace.units.word[unit] as number, tags);

/** A unit as it is written. */
export const unitText = ({ text, units }: KeyedTrace, unit: number): string =>
  text.slice(units.start[unit], units.end[unit]);

/** Words that stand in small letters somewhere, folded: with a capital they are no names of themselves. */
export function smallWords(traces: readonly Trace[]): Set<string> {
  const small = new Set<string>();
  for (const trace of traces)
    for (let w = 0; w < trace.words.length; w++) {
      const written = wordAt(trace, w);
      if (/^\p{Ll}/u.test(written)) small.add(folded(written));
    }
  return small;
}

/** The form that is all of some words, if there is one. */
export const matchOfAll = <T>(
  matcher: { find(words: Words, from: number, to: number): Match<T>[] },
  words: Words,
): Match<T> | undefined =>
  matcher.find(words, 0, words.length).find(({ first, last }) => last - first === words.length);
