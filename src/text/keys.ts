import type { Lexicons, VariantForm } from '../model/lexicon.js';
import type { Trace } from '../model/story.js';

/**
 * The words of an article as they are held against those of others, in columns: marks are left out, spellings of one
 * word have one key, and a spelling of two words is one unit.
 */
export interface Units {
  readonly key: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index of its first word in `Trace.words`. */
  readonly word: Int32Array;
  /** `SPELT` where another spelling has the same key, `OPTIONAL` and `AGENT` as the variants lexicons say. */
  readonly flags: Uint8Array;
  /** Index of the first unit of each sentence, and at the end the number of units. */
  readonly sentence: Int32Array;
}

export const SPELT = 1;
export const OPTIONAL = 2;
export const AGENT = 4;

const WORD = /[\p{L}\p{N}$€£¥%&]/u;
const QUOTED_S = /^['’ʼ]s$/i;
/** Shorter words are not taken apart into stem and ending. */
const SHORTEST_STEM = 3;

/** Numbers the words of all articles of a story alike. */
export class Keys {
  readonly #lexicons: Pick<Lexicons, 'variant' | 'endings'>;
  readonly #numbers = new Map<string, number>();
  /** By the word as it is written, its number and flags; words that a variants lexicon lists apart. */
  readonly #known = new Map<string, number>();
  readonly #variants = new Map<string, number>();

  constructor(lexicons: Pick<Lexicons, 'variant' | 'endings'>) {
    this.#lexicons = lexicons;
  }

  unitsOf({ words, text, sentences }: Trace): Units {
    const { variant } = this.#lexicons;
    const column = (): Int32Array => new Int32Array(words.length);
    const [key, start, end, word] = [column(), column(), column(), column()] as const;
    const flags = new Uint8Array(words.length);
    const sentence = new Int32Array(sentences.length + 1);
    const variants = variant.find(words, 0, words.length);
    let v = 0;
    let n = 0;
    for (const [s, { from, to }] of sentences.entries()) {
      sentence[s] = n;
      for (let w = from; w < to; ) {
        while (v < variants.length && (variants[v] as { first: number }).first < w) v++;
        const match = variants[v];
        const last = match?.first === w && match.last <= to ? match.last : w + 1;
        const [at, stop] = [words.start[w] as number, words.end[last - 1] as number];
        const written = text.slice(at, stop);
        if (last > w + 1 || (match?.first === w && last === match.last) || isWord(written)) {
          const known = this.#keyOf(
            written,
            match?.first === w && last === match.last ? match.value : undefined,
          );
          // An abbreviation behind what it is short for says nothing more: *United Nations (UN)*.
          if (n > 0 && key[n - 1] === known >> 3 && text[at - 1] === '(') {
            w = last;
            continue;
          }
          key[n] = known >> 3;
          flags[n] = known & 7;
          start[n] = at;
          end[n] = stop;
          word[n] = w;
          n++;
        }
        w = last;
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

  /** Number and flags of a unit in one. */
  #keyOf(written: string, variant: VariantForm | undefined): number {
    const known = variant === undefined ? this.#known : this.#variants;
    let key = known.get(written);
    if (key === undefined) {
      key =
        variant === undefined ? this.#plainKey(folded(written)) : this.#variantKey(folded(written), variant);
      known.set(written, key);
    }
    return key;
  }

  #plainKey(plain: string): number {
    const stem = this.#withEnding(plain);
    // A word whose ending is the one that others are turned into may meet those others.
    const spelt = stem !== plain || this.#lexicons.endings.some(([, to]) => plain.endsWith(to));
    return (this.#number(stem) << 3) | (spelt ? SPELT : 0);
  }

  #variantKey(plain: string, { as, group }: VariantForm): number {
    if (as === 'same') return (this.#number(folded(group)) << 3) | SPELT;
    return (this.#number(plain) << 3) | (as === 'optional' ? OPTIONAL : AGENT);
  }

  #withEnding(plain: string): string {
    for (const [from, to] of this.#lexicons.endings)
      if (plain.length >= from.length + SHORTEST_STEM && plain.endsWith(from))
        return plain.slice(0, plain.length - from.length) + to;
    return plain;
  }

  #number(key: string): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(key, number);
    }
    return number;
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
