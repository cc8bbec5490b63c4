import { DAYS_AND_MONTHS } from '../../english/calendar.js';
import { ACTING_PRONOUNS, FIRST_PERSON } from '../../english/closed-classes.js';
import { isCapital } from '../../english/title-case.js';
import type { Span } from '../../model/article.js';
import type { CueForm } from '../../model/lexicon.js';
import type { Reading } from '../reading.js';
import { sentenceAt, tokensOf, wordsOf } from '../sentences.js';
import { TokenReader } from '../tokens.js';
import { takesContent } from './cue.js';
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

  constructor(private readonly reading: Reading) {
    const { prose, text, paragraphs, cut } = reading;
    super(cut);
    this.#runAt = new Int32Array(cut.text.length).fill(-1);
    let done = 0;
    const marked = findQuotedRuns(prose, text, paragraphs);
    for (const [r, each] of marked.entries()) {
      const run = each.open ? this.#closed(each, marked[r + 1]?.resumes === true) : each;
      if (run === undefined) continue;
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

  /**
   * A run whose closing mark was forgotten ends where its attribution begins, or else with its paragraph. Where the next
   * paragraph may go on with it, only *..., said the baker.* at its end shows that it does not.
   */
  #closed(run: QuotedRun, mayGoOn: boolean): QuotedRun | undefined {
    const { words, lexicons } = this.reading;
    const [from, to] = wordsOf(words, run);
    const [, close] = tokensOf(this.cut, run);
    for (const match of lexicons.cue.find(words, from, to)) {
      const [first, last] = tokensOf(this.cut, match);
      if (!this.isVerb(first)) continue;
      const pause = this.#pauseBefore(first, last, match.value);
      const end = this.word(pause) === ',' ? pause - 1 : pause;
      if (
        mayGoOn &&
        !(pause === first - 1 && this.#endsSoon(last) && sentenceAt(this.cut, first).last >= close)
      )
        continue;
      if (pause > 0 && (this.cut.start[end] as number) > run.start)
        return { ...run, end: this.cut.end[end] as number, open: false };
    }
    return run.broken ? undefined : run;
  }

  /** Whether a sentence ends behind `from` without another verb. */
  #endsSoon(from: number): boolean {
    const { last } = sentenceAt(this.cut, from - 1);
    return last - from <= 12 && !this.hasIn(from, last, i => this.isVerb(i));
  }

  /** *..., said the baker*, *...? she asked.*: the mark before an attribution, or -1. */
  #pauseBefore(cue: number, last: number, { frames }: CueForm): number {
    const isPause = (i: number): boolean => /^[,?!…]$/.test(this.word(i));
    const names = (i: number): boolean => {
      const isName = isCapital(this.cut.text[i] ?? '') && !FIRST_PERSON.has(this.word(i));
      return ACTING_PRONOUNS.has(this.word(i)) || this.isDeterminer(i) || isName;
    };
    const speaks = takesContent({ frames }) || !frames.includes('act');
    if (!speaks || frames.includes('noun') || frames.includes('preposition')) return -1;
    if (!this.#endsSoon(last) && this.lower[last] !== ',') return -1;
    if (isPause(cue - 1)) return names(last) ? cue - 1 : -1;
    const pause = this.lastFrom(
      cue - 1,
      Math.max(0, cue - 7),
      i => this.tag(i) === 'PUNCT' || this.isVerb(i),
    );
    const closes = /^(?:PUNCT|ADP|ADV|)$/.test(this.tag(last)) || DAYS_AND_MONTHS.has(this.word(last));
    return isPause(pause) && names(pause + 1) && (closes || frames.includes('addressee')) ? pause : -1;
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
