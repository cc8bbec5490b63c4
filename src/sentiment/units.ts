import { OPENING_MARK } from '../english/orthography.js';
import { isCapital } from '../english/title-case.js';
import type { Doc, Pos } from '../model/doc.js';
import { CLASSES, Is } from './classes.js';
import type { Vocabulary } from './seen.js';

/** A polarity lexicon's hit: tokens `[first, last)` and a valence in [-1, 1]. */
export interface Hit {
  readonly first: number;
  readonly last: number;
  readonly valence: number;
}

export enum Tag {
  Other,
  Name,
  Noun,
  Verb,
  Aux,
  Adj,
  Adv,
  Det,
  Num,
  Part,
  Adp,
  Mark,
}
const TAGS: Readonly<Partial<Record<Pos, Tag>>> = {
  NOUN: Tag.Noun,
  VERB: Tag.Verb,
  AUX: Tag.Aux,
  ADJ: Tag.Adj,
  ADV: Tag.Adv,
  DET: Tag.Det,
  NUM: Tag.Num,
  PART: Tag.Part,
  ADP: Tag.Adp,
};

/**
 * A sentence as the classifier sees it: a row of units, each a word or a name. A name is one unit, however many words it
 * has, and nothing is known of it but that it is one: so that what a mention is given cannot depend on who it is.
 */
export interface Units {
  readonly size: number;
  readonly names: number;
  /** In small letters; empty for names. */
  readonly word: string[];
  readonly tag: Uint8Array;
  /** Bits of `Is`. */
  readonly bits: Uint8Array;
  readonly token: Int32Array;
  readonly end: Int32Array;
  readonly row: Int32Array;
  readonly valence: Float64Array;
  readonly hits: readonly Hit[];
}

const MARK = /^[^\p{L}\p{N}]+$/u;
const isMark = (word: string): boolean => {
  const first = word.charCodeAt(0);
  return !((first >= 97 && first <= 122) || (first >= 65 && first <= 90)) && MARK.test(word);
};

/** Cuts the sentences of one document into units. */
export class UnitCutter {
  readonly #units = new Map<number, Units>();
  /** Where the name that begins at a token ends, or 0. */
  readonly #nameEnd: Int32Array;

  /** @param polarity the hits of the polarity lexicons in one sentence */
  constructor(
    private readonly doc: Doc,
    private readonly vocabulary: Vocabulary,
    private readonly polarity: (sentence: number) => readonly Hit[],
  ) {
    this.#nameEnd = new Int32Array(doc.tokens.length);
    for (const { span } of doc.mentions) {
      const first = doc.tokenAt(span.start);
      this.#nameEnd[first] = this.tokenAfter(first, span.end);
    }
  }

  /** The first token behind a place, from a token on. */
  tokenAfter(first: number, end: number): number {
    const { start, length } = this.doc.tokens;
    let last = first + 1;
    while (last < length && (start[last] as number) < end) last++;
    return last;
  }

  /** The units of a sentence in which the tokens `[first, last)` are one. */
  around(sentence: number, first: number, last: number): Units {
    const isMention = this.#nameEnd[first] === last;
    const known = isMention ? this.#units.get(sentence) : undefined;
    if (known !== undefined) return known;
    const units = this.#cut(sentence, first, last);
    if (isMention) this.#units.set(sentence, units);
    return units;
  }

  #cut(sentence: number, targetFirst: number, targetLast: number): Units {
    const { tokens, sentences } = this.doc;
    const { first, last } = sentences[sentence] as (typeof sentences)[number];
    const most = last - first;
    const word: string[] = [];
    const tag = new Uint8Array(most);
    const bits = new Uint8Array(most);
    const token = new Int32Array(most).fill(-1);
    const end = new Int32Array(most);
    const row = new Int32Array(most).fill(-1);
    const valence = new Float64Array(most);
    let size = 0;
    let names = 0;
    for (let i = first; i < last; size++) {
      const next = this.#nameFrom(i, first, last, targetFirst, targetLast);
      token[size] = i;
      if (next > i) {
        word.push('');
        tag[size] = Tag.Name;
        names++;
      } else {
        const text = tokens.text[i] as string;
        const lower = text.toLowerCase();
        const each = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
        word.push(each);
        tag[size] = isMark(text) ? Tag.Mark : (TAGS[tokens.pos[i] as Pos] ?? Tag.Other);
        bits[size] = CLASSES.get(each) ?? 0;
        if (tag[size] !== Tag.Mark && ((bits[size] as number) & Is.Function) === 0) {
          const found = this.vocabulary.row(each);
          row[size] = found;
          if (found >= 0) valence[size] = this.vocabulary.valence(found);
        }
      }
      i = Math.max(next, i + 1);
      end[size] = i;
    }
    // A valence of 0 silences a word: it names an event, and says nothing of those who are in it.
    const hits = this.polarity(sentence);
    let i = 0;
    for (const { first: from, last: to, valence: v } of hits) {
      if (v !== 0) continue;
      while (i < size && (end[i] as number) <= from) i++;
      for (let k = i; k < size && (token[k] as number) < to; k++) row[k] = -1;
    }
    return { size, names, word, tag, bits, token, end, row, valence, hits };
  }

  /** Where the name that begins at token `i` ends; `i` where none does. */
  #nameFrom(i: number, first: number, last: number, targetFirst: number, targetLast: number): number {
    const { text, pos } = this.doc.tokens;
    if (i === targetFirst) return Math.min(last, targetLast);
    if ((this.#nameEnd[i] as number) > 0) return this.#nameEnd[i] as number;
    if (!isName(text[i] as string, pos[i] as string, i === first, text[i - 1])) return i;
    let next = i + 1;
    while (
      next < last &&
      next !== targetFirst &&
      this.#nameEnd[next] === 0 &&
      isName(text[next] as string, pos[next] as string, false, text[next - 1])
    )
      next++;
    return next;
  }
}

const isName = (text: string, tag: string, first: boolean, before: string | undefined): boolean =>
  tag === 'PROPN' ||
  (!first && isCapital(text) && text !== 'I' && tag !== 'PUNCT' && !OPENING_MARK.test(before ?? ''));
