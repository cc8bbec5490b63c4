import { TIMES } from '../english/calendar.js';
import { NOUN_PHRASE_OPENERS } from '../english/closed-classes.js';
import { LINKS, NO_TERMS } from '../english/generic.js';
import { isCapital } from '../english/title-case.js';
import { TAG, type Trace } from '../model/story.js';
import { folded } from '../text/keys.js';
import { gapBefore, isHyphened, isTagged, wordAt, wordsAt, wordsInside } from '../text/trace.js';

/** Words `[first, last)` of a sentence. */
export interface WordRange {
  readonly article: number;
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
}

/**
 * A stretch of adjectives and nouns that ends in its head: *illegal border crossers*. A name after a common noun begins
 * another (*leader | Kim*).
 */
export type NounChunk = WordRange;

/** Where words stand inside their chunk: as its head, or before it. */
export type Position = 'head' | 'modifier';

const WORD = /^[\p{L}\p{N}]/u;
const NOMINAL = TAG.noun | TAG.name | TAG.adjective | TAG.number;
const PARTICIPLE = /.{3}(?:ed|ing)$/;

/** Small letters and, for what may be a plural, without its s. */
export const stem = (written: string): string => {
  const word = folded(written);
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.length > 3 ? word.replace(/(?<=[^su])s$/, '') : word;
};

export const isName = (trace: Trace, w: number): boolean => isCapital(wordAt(trace, w));

/** A verb and no auxiliary. */
const isFullVerb = (trace: Trace, w: number): boolean =>
  isTagged(trace, w, TAG.verb) && !isTagged(trace, w, TAG.function);

/** A participle before a noun (*disputed region*), which the tagger takes for a verb as often as not. */
const isParticiple = (trace: Trace, w: number, from: number, to: number): boolean =>
  isFullVerb(trace, w) &&
  PARTICIPLE.test(wordAt(trace, w)) &&
  w + 1 < to &&
  isTagged(trace, w + 1, TAG.noun | TAG.name) &&
  (w === from ||
    NOUN_PHRASE_OPENERS.has(folded(wordAt(trace, w - 1))) ||
    isTagged(trace, w - 1, TAG.adjective));

/** The chunks of an article; headlines, whose capitals mislead the tagger, are passed over. */
export function* chunksOf(trace: Trace, article: number): Generator<NounChunk> {
  for (const { index, from, to, zone } of trace.sentences) {
    if (zone === 'headline') continue;
    const belongs = (w: number): boolean => {
      const written = wordAt(trace, w);
      const word = folded(written);
      if (!WORD.test(written) || NOUN_PHRASE_OPENERS.has(word) || TIMES.has(word)) return false;
      return isTagged(trace, w, NOMINAL) || isParticiple(trace, w, from, to);
    };
    for (let first = from, last = from; first < to; first = last) {
      last = first + 1;
      if (!belongs(first)) continue;
      const breaks = (w: number): boolean =>
        (isName(trace, w) && !isName(trace, w - 1) && isTagged(trace, w - 1, TAG.noun)) ||
        !/^[\s\u00a0-]*$/.test(gapBefore(trace, w));
      while (last < to && belongs(last) && !breaks(last)) last++;
      yield { article, sentence: index, first, last };
    }
  }
}

/** Whether words may be one side of a choice: whole, in letters, none of a closed class and no number. */
export function mayBeTerm(trace: Trace, first: number, last: number): boolean {
  if (isHyphened(trace, first) || isHyphened(trace, last)) return false;
  return wordsAt(trace, first, last).every(
    (written, i) =>
      /^\p{L}[\p{L}'’]{2,}$/u.test(written) &&
      !NO_TERMS.has(folded(written)) &&
      !isTagged(trace, first + i, TAG.number),
  );
}

/**
 * The slots that words stand in, as keys with `_` for the words themselves: the words beside them in their chunk, what
 * governs the chunk (*leave the _*, *withdraw from the _*), what follows it (*_ with Iran*, *_ collapsed*). A party is its
 * id, whatever it is called here.
 */
export class Slots {
  readonly #parties: readonly ReadonlyMap<number, string>[];

  constructor(private readonly traces: readonly Trace[]) {
    this.#parties = traces.map(partyWords);
  }

  /** @param chunk the chunk that the words stand in */
  of(use: WordRange, chunk: NounChunk): string[] {
    const trace = this.traces[use.article] as Trace;
    const { from = 0, to = 0 } = trace.sentences[use.sentence] ?? {};
    const slots: string[] = [];
    const { first, last } = use;
    const [left, farLeft] = this.#beside(use.article, first - 1, -1, chunk);
    const [right, farRight] = this.#beside(use.article, last, 1, chunk);
    if (left !== undefined) slots.push(`${left} _`);
    if (farLeft !== undefined) slots.push(`${farLeft} ${left} _`);
    if (right !== undefined) slots.push(`_ ${right}`);
    if (farRight !== undefined) slots.push(`_ ${right} ${farRight}`);
    if (left !== undefined && right !== undefined) slots.push(`${left} _ ${right}`);
    if (last < chunk.last) return slots;
    const governor = this.#governor(trace, use.article, chunk.first, from);
    if (governor !== '') slots.push(`${governor} _`);
    const follower = this.#follower(trace, use.article, last, to);
    if (follower !== '') slots.push(`_ … ${follower}`);
    if (governor !== '' && follower !== '') slots.push(`${governor} _ … ${follower}`);
    return slots;
  }

  /** The next two words or whole mentions of the chunk, backward or forward. */
  #beside(article: number, from: number, step: -1 | 1, chunk: NounChunk): string[] {
    const trace = this.traces[article] as Trace;
    const parties = this.#parties[article];
    const isIn = (w: number): boolean => w >= chunk.first && w < chunk.last;
    const keys: string[] = [];
    for (let w = from; keys.length < 2 && isIn(w) && !NO_TERMS.has(folded(wordAt(trace, w))); ) {
      keys.push(this.#keyAt(article, w));
      const party = parties?.get(w);
      do w += step;
      while (party !== undefined && isIn(w) && parties?.get(w) === party);
    }
    return keys;
  }

  #keyAt(article: number, w: number): string {
    return this.#parties[article]?.get(w) ?? stem(wordAt(this.traces[article] as Trace, w));
  }

  /** The verb before the chunk, or the content word and the preposition. */
  #governor(trace: Trace, article: number, first: number, from: number): string {
    let w = first - 1;
    while (w >= from && NOUN_PHRASE_OPENERS.has(folded(wordAt(trace, w)))) w--;
    if (w < from) return '';
    const word = folded(wordAt(trace, w));
    if (/^['’]s$/.test(word)) return w - 1 >= from ? this.#keyAt(article, w - 1) : '';
    if (isFullVerb(trace, w)) return LINKS.has(word) ? '' : `${word} …`;
    if (!isTagged(trace, w, TAG.function) || LINKS.has(word) || !WORD.test(word)) return '';
    const before = w - 1;
    if (before < from || !isTagged(trace, before, TAG.noun | TAG.name | TAG.verb)) return '';
    if (isTagged(trace, before, TAG.function) || !WORD.test(wordAt(trace, before))) return '';
    return `${this.#keyAt(article, before)} ${word} …`;
  }

  /** A preposition and the next content word, or the verb. */
  #follower(trace: Trace, article: number, last: number, to: number): string {
    if (last >= to) return '';
    const word = folded(wordAt(trace, last));
    if (isFullVerb(trace, last)) return LINKS.has(word) ? '' : word;
    if (isName(trace, last) && isTagged(trace, last, TAG.name)) return this.#keyAt(article, last);
    if (!isTagged(trace, last, TAG.function) || isTagged(trace, last, TAG.verb) || LINKS.has(word)) return '';
    let w = last + 1;
    while (w < to && NOUN_PHRASE_OPENERS.has(folded(wordAt(trace, w)))) w++;
    if (w >= to || !isTagged(trace, w, TAG.noun | TAG.name | TAG.adjective)) return '';
    return `${word} ${this.#keyAt(article, w)}`;
  }
}

/** The words of mentions, by the party's id. */
function partyWords(trace: Trace): Map<number, string> {
  const parties = new Map<number, string>();
  for (const mention of trace.mentions) {
    const { first, last } = wordsInside(trace, mention);
    for (let w = first; w < last; w++) parties.set(w, `@${mention.party}`);
  }
  return parties;
}
