import type { Span } from '../../model/article.js';
import type { Reading } from '../reading.js';
import { sentenceAt, tokensOf } from '../sentences.js';
import { TokenReader } from '../tokens.js';
import { findQuotedRuns, type QuotedRun } from './marks.js';

/** A quoted run on the tokens: `[first, last)` includes the marks. */
export interface Run extends QuotedRun {
  readonly first: number;
  readonly last: number;
  /** A title or a name set in marks; no longer, once a cue has taken it for speech. */
  isName: boolean;
}

/** What stands between quotation marks, by token. */
export class Runs extends TokenReader {
  readonly all: Run[] = [];
  /** Index of the run that a token stands in, or -1. */
  readonly #runAt: Int32Array;

  constructor({ prose, text, paragraphs, cut }: Reading) {
    super(cut);
    this.#runAt = new Int32Array(cut.text.length).fill(-1);
    let done = 0;
    for (const run of findQuotedRuns(prose, text, paragraphs)) {
      const [touched, last] = tokensOf(cut, run);
      const first = Math.max(touched, done);
      if (last <= first) continue;
      this.#runAt.fill(this.all.length, first, last);
      this.all.push({ ...run, first, last, isName: this.#isName(first, last) });
      done = last;
    }
  }

  at(token: number): Run | undefined {
    const r = this.#runAt[token] ?? -1;
    return r < 0 ? undefined : this.all[r];
  }

  isQuoted(token: number): boolean {
    return (this.#runAt[token] as number) >= 0;
  }

  wordsIn({ first, last }: Run): number {
    return this.pos.slice(first, last).filter(tag => tag !== 'PUNCT').length;
  }

  isWholeSentence({ first, last }: Run): boolean {
    return first === sentenceAt(this.cut, first).first && last >= sentenceAt(this.cut, last - 1).last - 1;
  }

  /** A typewriter’s mark has two characters, of which the token is one. */
  override spanOf(first: number, last: number): Span {
    const opening = this.at(first);
    const closing = this.at(last - 1);
    const span = super.spanOf(first, Math.max(first + 1, last));
    const start = opening?.first === first ? opening.start : span.start;
    return { start, end: Math.max(start, span.end, closing?.last === last ? closing.end : 0) };
  }

  /** Every word of weight has a capital, and there are few. */
  #isName(first: number, last: number): boolean {
    if (last - first > 12) return false;
    const weighty = this.cut.text
      .slice(first, last)
      .filter((_, i) => !/^(?:PUNCT|ADP|DET|CCONJ)$/.test(this.tag(first + i)));
    return weighty.length > 0 && weighty.every(word => /^[\p{Lu}\p{N}]/u.test(word));
  }
}
