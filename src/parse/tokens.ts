import { DAYS_AND_MONTHS, TIME_WORDS } from '../english/calendar.js';
import { AUXILIARIES, POSSESSIVES, RELATIVE_PRONOUNS } from '../english/closed-classes.js';
import { POSSESSIVE_ENDING } from '../english/orthography.js';
import type { Span } from '../model/article.js';
import type { Cut } from './sentences.js';

/** What reads a text token by token, and what a token says by itself and those beside it. */
export abstract class TokenReader {
  /** The tokens in small letters. */
  protected readonly lower: readonly string[];
  protected readonly pos: Cut['pos'];

  constructor(protected readonly cut: Cut) {
    this.lower = cut.lower;
    this.pos = cut.pos;
  }

  /** A token in small letters; empty beyond the text. */
  protected word(i: number): string {
    return this.lower[i] ?? '';
  }

  protected tag(i: number): string {
    return this.pos[i] ?? '';
  }

  /** The place of the tokens `[first, last)`. */
  spanOf(first: number, last: number): Span {
    return { start: this.cut.start[first] as number, end: this.cut.end[last - 1] as number };
  }

  /** The first token in `[from, to)` that passes a test; `to` where none does. */
  protected firstIn(from: number, to: number, test: (i: number) => boolean): number {
    let i = from;
    while (i < to && !test(i)) i++;
    return i;
  }

  protected hasIn(from: number, to: number, test: (i: number) => boolean): boolean {
    return this.firstIn(from, to, test) < to;
  }

  /** The last token from `from` back to `floor` that passes a test; `floor - 1` where none does. */
  protected lastFrom(from: number, floor: number, test: (i: number) => boolean): number {
    let i = from;
    while (i >= floor && !test(i)) i--;
    return i;
  }

  /** The first token in `[from, to)` that is no adverb, else `to`. */
  protected afterAdverbs(from: number, to: number): number {
    return this.firstIn(from, to, i => this.pos[i] !== 'ADV');
  }

  /** The last token from `from` back to `floor` that is no adverb, else `floor - 1`. */
  protected beforeAdverbs(from: number, floor: number): number {
    return this.lastFrom(from, floor, i => this.pos[i] !== 'ADV');
  }

  /** The token before another, over a comma. */
  protected beforeComma(i: number): number {
    return this.lower[i - 1] === ',' ? i - 2 : i - 1;
  }

  isVerb(i: number): boolean {
    return this.pos[i] === 'VERB' || this.pos[i] === 'AUX';
  }

  isTime(i: number): boolean {
    return DAYS_AND_MONTHS.has(this.word(i)) || TIME_WORDS.has(this.word(i));
  }

  isAuxiliary(i: number): boolean {
    return this.pos[i] === 'ADV' || this.pos[i] === 'AUX' || AUXILIARIES.has(this.word(i));
  }

  /** *’s*, or the apostrophe alone, at a word; a quotation mark stands for itself. */
  isPossessiveEnding(i: number): boolean {
    const touches = this.cut.start[i] === this.cut.end[i - 1] && this.pos[i - 1] !== 'PUNCT';
    return touches && POSSESSIVE_ENDING.test(this.word(i));
  }

  /** *its ministry*: a possessive pronoun before a noun is a determiner. */
  isDeterminer(i: number): boolean {
    return (
      this.pos[i] === 'DET' || (POSSESSIVES.has(this.word(i)) && /^(?:NOUN|ADJ|PROPN)$/.test(this.tag(i + 1)))
    );
  }

  isNominal(i: number): boolean {
    const pos = this.pos[i];
    if (this.isDeterminer(i)) return false;
    if (pos === 'PRON') return !RELATIVE_PRONOUNS.has(this.word(i)) && this.lower[i] !== 'there';
    return pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM';
  }
}
