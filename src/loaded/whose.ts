import { DETERMINERS, RELATIVES } from '../english/closed-classes.js';
import { type Span, VOICES } from '../model/article.js';
import type { Doc, Sentence } from '../model/doc.js';

/** Whose a word is, as far as that is sure. */
export type Whose = 'own' | 'quoted' | 'reported' | 'unclear';

/** Whose the words of a document are, and where that is not sure. */
export class WordsOf {
  readonly #doc: Doc;
  /** Tokens within what the outlet tells that somebody said or did: *accused him of lying*. */
  readonly #told: Uint8Array;

  constructor(doc: Doc) {
    this.#doc = doc;
    this.#told = new Uint8Array(doc.tokens.length);
    for (const { act, content } of doc.quotations)
      if (act === true)
        for (const { start, end } of content)
          this.#told.fill(1, doc.tokenAt(start), doc.tokenAt(end - 1) + 1);
  }

  of(token: number): Whose {
    const { tokens, quotations } = this.#doc;
    const voice = VOICES[tokens.voice[token] as number];
    if (voice === 'scare') return 'unclear';
    if (voice === 'outlet')
      return this.#told[token] === 1 || this.#hasOddMarks(token) || this.#isCharged(token)
        ? 'unclear'
        : 'own';
    if (voice === 'indirect') return 'reported';
    const source = quotations[tokens.quotation[token] as number]?.source;
    return source !== undefined && this.#isNobody(source.span) ? 'unclear' : 'quoted';
  }

  /** A source that is only a word of grammar: *the*, *who*. */
  #isNobody({ start, end }: Span): boolean {
    const word = this.#doc.article.text.slice(start, end).toLowerCase();
    return DETERMINERS.has(word) || RELATIVES.has(word);
  }

  /** A quotation mark in the sentence whose partner stands elsewhere. */
  #hasOddMarks(token: number): boolean {
    const { tokens, sentences } = this.#doc;
    const { first, last } = sentences[tokens.sentence[token] as number] as Sentence;
    let open = 0;
    let close = 0;
    let straight = 0;
    for (let i = first; i < last; i++) {
      const text = tokens.text[i] as string;
      if (text === '“') open++;
      else if (text === '”') close++;
      else if (text === '"') straight++;
    }
    return open !== close || straight % 2 === 1;
  }

  /** What somebody is accused of or called stands after the word that does so. */
  #isCharged(token: number): boolean {
    const { tokens, events } = this.#doc;
    const { sentence, clause, start } = tokens;
    return events.some(
      each =>
        each.class === 'accuse' &&
        each.sentence === sentence[token] &&
        each.span.end <= (start[token] as number) &&
        clause[this.#doc.tokenAt(each.span.start)] === clause[token],
    );
  }
}
