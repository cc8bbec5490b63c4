import type { Span } from '../../model/article.js';
import type { Phrase } from '../phrases.js';
import { TokenReader } from '../tokens.js';
import type { Stretch } from './contents.js';
import type { Cue } from './cue.js';

/** Words that somebody is made responsible for, on the tokens. */
export interface Attribution {
  /** A reporting word; or a colon that does its work. */
  readonly cue: Pick<Cue, 'match'> | { readonly colon: Span } | undefined;
  readonly source: Phrase | undefined;
  /** Where the text names the source, if another place than its own does. */
  readonly named?: Phrase;
  /** The outlet tells that something was said or wished, in words of its own. */
  readonly act?: true;
  /** What the source of an act calls something: these words are the source’s. */
  readonly called?: Stretch;
  /** In the order of the text. */
  readonly content: Stretch[];
}

/** The attributions of a text, by the sentences that their cue or content touches. */
export class Attributions extends TokenReader {
  all: Attribution[] = [];
  readonly #bySentence = new Map<number, Attribution[]>();

  add(attribution: Attribution, sentence: number): void {
    this.all.push(attribution);
    const touched = new Set([sentence]);
    for (const [a, b] of attribution.content)
      for (let s = this.#sentenceOf(a); s <= this.#sentenceOf(b - 1); s++) touched.add(s);
    for (const s of touched) this.#bySentence.set(s, [...this.in(s), attribution]);
  }

  in(sentence: number): readonly Attribution[] {
    return this.#bySentence.get(sentence) ?? [];
  }

  /** Makes the content of an attribution longer; what comes next may go on with it in turn. */
  extend(attribution: Attribution, [first, last]: Stretch): void {
    attribution.content.push([first, last]);
    this.#bySentence.set(this.#sentenceOf(last - 1), [attribution]);
  }

  /** Makes the content of an attribution begin earlier. */
  prepend(attribution: Attribution, [first, last]: Stretch): void {
    attribution.content.unshift([first, last]);
    const sentence = this.#sentenceOf(first);
    this.#bySentence.set(sentence, [...this.in(sentence), attribution]);
  }

  /**
   * Inside what somebody is reported to have said, wishes and acts are part of it (*said he wanted*), and so is what a
   * pronoun says (*said he believed that*), most often the speaker, or nobody that is named (*said the belief that*).
   */
  dropNested(): void {
    const within = (inner: Attribution, outer: Attribution): boolean =>
      inner !== outer &&
      inner.content.every(([a, b]) => outer.content.some(([c, d]) => c <= a && b <= d && d - c > b - a));
    const isKept = (inner: Attribution): boolean => {
      const { cue, source, act, content, called } = inner;
      if (cue === undefined || (act !== true && source !== undefined && this.pos[source.head] !== 'PRON'))
        return true;
      const near = this.in(this.#sentenceOf(content[0]?.[0] ?? 0));
      // "rejected what X called a trick": what is called so stays X's word, whatever is done with it.
      const isNested = (outer: Attribution): boolean =>
        outer.act === true ? act === true && called === undefined : true;
      return !near.some(outer => isNested(outer) && within(inner, outer));
    };
    const kept = new Set(this.all.filter(isKept));
    this.all = [...kept];
    for (const [sentence, list] of this.#bySentence)
      this.#bySentence.set(
        sentence,
        list.filter(each => kept.has(each)),
      );
  }

  #sentenceOf(token: number): number {
    return this.cut.sentenceOf[token] as number;
  }
}
