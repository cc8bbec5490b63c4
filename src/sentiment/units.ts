import { OPENING_MARK } from '../english/orthography.js';
import { isCapital } from '../english/title-case.js';
import type { Doc, Pos } from '../model/doc.js';
import type { PolarityForm } from '../model/lexicon.js';
import { CLASSES, Is } from './classes.js';
import type { Vocabulary } from './seen.js';

/** A polarity lexicon's hit: tokens `[first, last)` and a valence in [-1, 1]. */
export interface Hit {
  readonly first: number;
  readonly last: number;
  readonly valence: number;
  readonly of?: PolarityForm['of'];
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
  readonly bits: Uint16Array;
  readonly token: Int32Array;
  readonly end: Int32Array;
  readonly row: Int32Array;
  readonly valence: Float64Array;
  /** 1 where what is said is said not to be: under a negation, a denial or an acquittal. */
  readonly negated: Uint8Array;
  /** 1 at verbs by which somebody speaks of others. */
  readonly saying: Uint8Array;
  readonly hits: readonly Hit[];
}

/** Verbs that undo what stands behind them, in small letters. */
export interface Undoing {
  /** *denied*, and what takes the blame off somebody: *acquitted of*. */
  readonly verbs: ReadonlySet<string>;
  /** They undo only what they call a claim: *rejected claims that*. */
  readonly ofClaims: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
}

/** Row of a word in a phrase that means something else than its words. */
export const SILENCED = -2;
/** How many units a denial reaches over. */
const UNDONE = 12;
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
  /** Tokens that report what somebody says, or are words of blame. */
  readonly #saying: ReadonlySet<number>;

  /** @param polarity the hits of the polarity lexicons in one sentence */
  constructor(
    private readonly doc: Doc,
    private readonly vocabulary: Vocabulary,
    private readonly polarity: (sentence: number) => readonly Hit[],
    private readonly undoing: Undoing,
  ) {
    const blames = doc.events.flatMap(({ class: kind, span }) => (kind === 'accuse' ? [span] : []));
    const cues = doc.quotations.flatMap(({ cue }) => (cue === undefined ? [] : [cue]));
    this.#saying = new Set([...blames, ...cues].map(({ start }) => doc.tokenAt(start)));
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
    const bits = new Uint16Array(most);
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
      for (let k = i; k < size && (token[k] as number) < to; k++) row[k] = to - from > 1 ? SILENCED : -1;
    }
    const negated = this.#negatedIn(word, tag, bits, token, row);
    const saying = Uint8Array.from(token.subarray(0, size), each => (this.#saying.has(each) ? 1 : 0));
    return { size, names, word, tag, bits, token, end, row, valence, negated, saying, hits };
  }

  /**
   * What is said not to be. An idiom in which a negation affirms (*without a doubt*) has no row, and negates nothing; a
   * denial reaches to the end of its clause.
   */
  #negatedIn(
    word: readonly string[],
    tag: Uint8Array,
    bits: Uint16Array,
    token: Int32Array,
    row: Int32Array,
  ): Uint8Array {
    const { negated } = this.doc.tokens;
    const is = (i: number, bit: Is): boolean => ((bits[i] as number) & bit) !== 0;
    const isIdiom = (i: number): boolean => row[i] === SILENCED;
    const { verbs, ofClaims, claims } = this.undoing;
    const undoes = (i: number): boolean =>
      verbs.has(word[i] as string) ||
      (ofClaims.has(word[i] as string) && word.slice(i + 1, i + 5).some(each => claims.has(each)));
    const found = new Uint8Array(word.length);
    let isFree = false;
    let left = 0;
    for (let i = 0; i < word.length; i++) {
      if (is(i, Is.Negation)) isFree = isIdiom(i);
      if (negated[token[i] as number] === true && !isFree) found[i] = 1;
      const ends = is(i, Is.Break) ? word[i] !== 'that' : tag[i] === Tag.Mark && !is(i, Is.Quote);
      if (ends) left = 0;
      else if (left > 0) {
        found[i] = 1;
        left--;
      }
      if (tag[i] === Tag.Verb && undoes(i)) left = UNDONE;
    }
    return found;
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

/** What is only thought of: up to five places behind a modal verb, *if* or *whether*. */
export function isPossible({ tag, bits }: Units, i: number): boolean {
  for (let k = i - 1; k >= 0 && k >= i - 5; k--) {
    if (tag[k] === Tag.Mark) return false;
    if (((bits[k] as number) & Is.Possible) !== 0) return true;
  }
  return false;
}
