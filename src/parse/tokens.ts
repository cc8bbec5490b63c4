import { DAYS_AND_MONTHS, TIME_WORDS } from '../english/calendar.js';
import { AUXILIARIES, POSSESSIVES, RELATIVE_PRONOUNS } from '../english/closed-classes.js';
import type { Span } from '../model/article.js';
import type { Cut } from './sentences.js';

const ADVERB = /^ADV$/;

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

  /** The last token from `from` back that is tagged otherwise; `floor - 1` where none is. */
  protected before(from: number, floor: number, tags: RegExp = ADVERB): number {
    let k = from;
    while (k >= floor && tags.test(this.tag(k))) k--;
    return k;
  }

  /** The first token from `from` on that is tagged otherwise; `ceiling` where none is. */
  protected after(from: number, ceiling: number, tags: RegExp = ADVERB): number {
    let k = from;
    while (k < ceiling && tags.test(this.tag(k))) k++;
    return k;
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
