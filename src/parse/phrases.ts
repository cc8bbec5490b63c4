import { DETERMINES_TIME, NAMED_SPANS, NO_END_OF_TIME } from '../english/calendar.js';
import {
  ALONE,
  CIRCUMSTANCE_PREPOSITIONS,
  JOINS_NOUN_AFTER,
  JOINS_NOUN_BEFORE,
  PERSON_PRONOUNS,
  RELATIVES,
  SUBORDINATORS,
  WHO_OR_WHICH,
} from '../english/closed-classes.js';
import { DASH, DEMONYM, ING } from '../english/orthography.js';
import { isCapital } from '../english/title-case.js';
import type { Sentence } from '../model/doc.js';
import type { Cut } from './sentences.js';
import { TokenReader } from './tokens.js';

/** A noun phrase on the tokens, `[first, last)`; `head` is the noun that a verb would agree with. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

/** Noun phrases, expressions of time and clauses, by tags and closed classes of words alone. */
export class Phrases extends TokenReader {
  /** @param quoted whether a token stands between quotation marks; phrases do not cross into those */
  constructor(
    cut: Cut,
    private readonly quoted: (i: number) => boolean,
  ) {
    super(cut);
  }

  /** Whether a verb stands in `[from, to)` outside quotation marks. */
  hasVerb(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.isVerb(i) && !this.quoted(i)) return true;
    return false;
  }

  /** The first verb in `[from, to)`, else `to`. */
  firstVerb(from: number, to: number): number {
    return this.firstIn(from, to, i => this.isVerb(i));
  }

  /** Whether a phrase has a word with a capital or a pronoun in it. */
  isNamed({ first, last }: Phrase): boolean {
    const { text } = this.cut;
    return this.hasIn(first, last, i => isCapital(text[i] as string) || this.pos[i] === 'PRON');
  }

  /** The last token at or before `from` that is no adverb and no expression of time. */
  skipTimeBack(from: number, floor: number): number {
    // "he has at times said"
    let k = this.word(from) === 'times' && this.word(from - 1) === 'at' ? from - 2 : from;
    while (k >= floor && this.pos[k] === 'ADV' && !this.isTime(k)) k--;
    if (k >= floor && this.isTime(k) && !NO_END_OF_TIME.has(this.word(k)))
      while (k >= floor && (this.isTime(k) || this.pos[k] === 'NUM')) k--;
    else if (k > floor && NAMED_SPANS.has(this.word(k)) && this.isTime(k - 1))
      while (k >= floor && this.isTime(k)) k--;
    return k;
  }

  /** The noun phrase that ends at token `k`, with the phrases of *of*, *for*, *in* that belong to it. */
  back(k: number, floor: number): Phrase | undefined {
    let at = k;
    let start = -1;
    let head = -1;
    while (at >= floor) {
      const word = this.word(at);
      const pos = this.pos[at];
      if (this.quoted(at)) break;
      if (this.isNominal(at)) {
        if (start < 0) head = at;
        start = at;
        if (pos === 'PRON' && PERSON_PRONOUNS.has(word)) break;
        at--;
      } else if (pos === 'ADJ' || this.isDeterminer(at) || this.isPossessiveEnding(at)) {
        if (start < 0 && this.isPossessiveEnding(at)) break;
        if (start < 0) head = at;
        start = at;
        at--;
      } else if (word === '-' || word === '–' || word === '.') {
        if (start < 0 || this.cut.end[at] !== this.cut.start[at + 1]) break;
        if (word === '.' && this.cut.start[at] !== this.cut.end[at - 1]) break;
        at--;
      } else if (
        word === ',' &&
        start === at + 1 &&
        this.pos[at - 1] === 'ADJ' &&
        /^(?:ADJ|NUM)$/.test(this.tag(at + 1))
      ) {
        at--;
      } else if (word === ')') {
        let open = at - 1;
        while (open > floor && this.cut.text[open] !== '(' && at - open < 8) open--;
        if (this.cut.text[open] !== '(' || open <= floor) break;
        at = open - 1;
      } else if ((pos === 'ADP' || word === 'and' || word === '&' || word === 'to') && start >= 0) {
        const left = this.pos[at - 1];
        const joins = pos === 'ADP' || word === 'to' ? JOINS_NOUN_BEFORE.has(word) : true;
        const noun = left === 'NOUN' || left === 'PROPN' || (left === 'NUM' && word === 'of');
        if (at - 1 < floor || !joins || !(noun || (left === 'ADJ' && word === 'and'))) break;
        if (noun && word !== 'and' && word !== '&') head = at - 1;
        at--;
      } else break;
    }
    if (start < 0) return undefined;
    // "... met them in Geneva and Iran said": after a verb, "and" begins a clause of its own.
    // Not behind a comma: "Bracing for it, bakers in the hill and the valley said".
    if (this.lower[start - 1] !== ',' && this.hasVerb(floor, start))
      for (let i = k; i > start; i--)
        if (this.lower[i] === 'and') return { first: i + 1, last: k + 1, head: Math.max(head, i + 1) };
    return { first: start, last: k + 1, head: head < 0 ? k : head };
  }

  /** The noun phrase that begins at token `i`. */
  ahead(i: number, ceiling: number): Phrase | undefined {
    let at = i;
    let head = -1;
    let last = i;
    while (at < ceiling) {
      const word = this.word(at);
      const pos = this.pos[at];
      if (this.quoted(at)) break;
      if (pos !== 'DET' && !(pos === 'PRON' && at === i) && this.opensTime(at, ceiling)) break;
      if (this.isNominal(at)) {
        if (pos === 'PRON' && head >= 0) break;
        head = at;
        last = at + 1;
        at++;
        if (pos === 'PRON' && (PERSON_PRONOUNS.has(word) || at === i + 1)) break;
      } else if (
        head >= 0 &&
        (this.isDeterminer(at) ||
          (pos === 'ADJ' && this.pos[at - 1] === 'PROPN' && !DEMONYM.test(this.word(at - 1))))
      ) {
        break;
      } else if (
        this.isDeterminer(at) ||
        pos === 'ADJ' ||
        (pos === 'ADV' && head < 0) ||
        (pos === 'VERB' && head < 0 && at > i && this.isDeterminer(at - 1) && this.isNominal(at + 1)) ||
        word === '-' ||
        (this.isPossessiveEnding(at) && head >= 0)
      ) {
        at++;
      } else if (word === '.' && head >= 0 && at + 1 < ceiling && this.pos[at + 1] === 'PROPN') {
        at++;
      } else if ((pos === 'ADP' || word === 'and' || word === '&') && at > i) {
        if (pos === 'ADP' && !JOINS_NOUN_AFTER.has(word)) break;
        if (head < 0 && (pos !== 'ADP' || !this.standsAlone(at - 1))) break;
        if (head < 0) {
          head = at - 1;
          last = at;
        }
        const rest = this.ahead(at + 1, ceiling);
        if (rest === undefined) break;
        return { first: i, last: rest.last, head };
      } else break;
    }
    if (head < 0)
      return at > i && this.standsAlone(at - 1) ? { first: i, last: at, head: at - 1 } : undefined;
    return { first: i, last, head };
  }

  /** *some*, *the poor*: what the tagger takes for a determiner or an adjective is all there is of a noun phrase. */
  standsAlone(i: number): boolean {
    return ALONE.has(this.word(i)) || (this.pos[i] === 'ADJ' && this.lower[i - 1] === 'the');
  }

  /** Adds ", the head of ...," to a phrase, if an apposition follows it. */
  withApposition(phrase: Phrase, ceiling: number): Phrase {
    if (this.lower[phrase.last] !== ',') return phrase;
    const next = this.ahead(phrase.last + 1, ceiling);
    if (next === undefined || this.pos[next.head] === 'PRON') return phrase;
    const after = this.lower[next.last];
    return after === ',' || next.last >= ceiling || after === '.' ? { ...phrase, last: next.last } : phrase;
  }

  /** The subject of a sentence's main clause: the first noun phrase outside a prepositional one that a verb follows. */
  mainSubject({ first, last }: Sentence, before: number): Phrase | undefined {
    const ceiling = Math.min(last, before);
    let fallback: Phrase | undefined;
    for (let i = this.#afterFrontedClause(first, ceiling); i < ceiling; ) {
      const governed = this.pos[i] === 'ADP' || this.pos[i] === 'SCONJ';
      const phrase = this.quoted(i) ? undefined : this.ahead(governed ? i + 1 : i, ceiling);
      i = phrase?.last ?? i + 1;
      if (phrase === undefined || governed) continue;
      fallback ??= phrase;
      // Over an insertion between commas, if there is one.
      let k = phrase.last;
      if (this.lower[k] === ',') {
        const close = this.lower.indexOf(',', k + 1);
        if (close > 0 && close < ceiling) k = close + 1;
      }
      k = this.afterAdverbs(k, last);
      if (this.isVerb(k) || WHO_OR_WHICH.has(this.word(k))) return phrase;
    }
    return fallback;
  }

  /** *After X left the room, Y came*: behind the clause that a sentence opens with, if a subject and a verb stand there. */
  #afterFrontedClause(first: number, ceiling: number): number {
    if (!SUBORDINATORS.has(this.word(first)) || !this.hasVerb(first, ceiling)) return first;
    for (let i = this.firstVerb(first, ceiling); i < ceiling; i++) {
      if (this.lower[i] !== ',') continue;
      const phrase = this.ahead(i + 1, ceiling);
      if (phrase !== undefined && this.isVerb(this.afterAdverbs(phrase.last, ceiling))) return i + 1;
    }
    return first;
  }

  /** The noun phrase before token `at`, over an insertion between commas: *X, who is Y, said*. */
  subjectEndingAt(at: number, sentence: Sentence): Phrase | undefined {
    const { first: floor } = sentence;
    const k = this.skipTimeBack(at, floor);
    if (k < floor) return undefined;
    const word = this.word(k);
    if (word === ',') {
      const main = this.mainSubject(sentence, k);
      if (main !== undefined && this.lower[main.last] === ',' && main.last < k)
        return this.#overInsertion(main, k);
      for (let c = k - 1; c > floor; c--) {
        if (this.lower[c] !== ',') continue;
        const phrase = this.back(c - 1, floor);
        if (phrase === undefined || !(this.isNominal(c - 1) || this.lower[c - 1] === ')')) continue;
        // "who disclosed that they had targeted groups, and so began a row, denied": an object of the clause between.
        if (!this.isVerb(phrase.first - 1)) return this.#overInsertion(phrase, k);
      }
      return main !== undefined && main.last < k ? main : undefined;
    }
    if (DASH.test(word)) {
      for (let d = k - 1; d > floor; d--) if (DASH.test(this.word(d))) return this.back(d - 1, floor);
      return undefined;
    }
    // "a diplomat who follows the talks said": what stands before the verb belongs to the relative clause.
    const main = this.mainSubject(sentence, k);
    const isRelated = main && WHO_OR_WHICH.has(this.word(main.last)) && this.hasVerb(main.last, k);
    return isRelated ? main : this.back(k, floor);
  }

  /** An apposition belongs to the source, a relative clause does not. */
  #overInsertion(phrase: Phrase, close: number): Phrase {
    const next = phrase.last + 1;
    return RELATIVES.has(this.word(next)) || this.pos[next] === 'VERB' ? phrase : { ...phrase, last: close };
  }

  /** Whether a clause begins at `i`: a noun phrase, what belongs to it, and its verb. */
  isClause(i: number, ceiling: number): boolean {
    if (this.lower[i] === 'there') return this.isVerb(i + 1);
    const subject = this.ahead(i, ceiling);
    if (subject === undefined) return false;
    for (let k = subject.last; k < Math.min(ceiling, subject.last + 16); k++) {
      const pos = this.pos[k];
      if (pos === 'AUX') return true;
      if (pos === 'CCONJ') return false;
      // "the image showing the star is old": the participle belongs to the noun.
      if (pos === 'VERB' && !ING.test(this.word(k))) return true;
      if (/^[;:.]$/.test(this.word(k))) return false;
      if (RELATIVES.has(this.word(k))) k = this.#verbsEnd(k + 1, ceiling) - 1;
      else if (SUBORDINATORS.has(this.word(k))) return false;
    }
    return false;
  }

  /** Whether a noun phrase begins at `i` and its finite verb follows at once. */
  isPlainClause(i: number, ceiling: number): boolean {
    const k = this.afterAdverbs(this.ahead(i, ceiling)?.last ?? ceiling, ceiling);
    return k < ceiling && this.isVerb(k) && !ING.test(this.word(k));
  }

  /** Where the first group of verbs from `i` on ends. */
  #verbsEnd(i: number, ceiling: number): number {
    const isLast = (j: number): boolean => this.pos[j] === 'VERB' || !this.isAuxiliary(j);
    const k = this.firstIn(this.firstVerb(i, ceiling), ceiling, isLast);
    return this.pos[k] === 'VERB' ? k + 1 : k;
  }

  /** Where what follows a reporting verb about time and place ("on Friday", "in Moscow") ends. */
  skipCircumstance(from: number, ceiling: number): number {
    let i = from;
    while (i < ceiling) {
      const word = this.word(i);
      const opens = CIRCUMSTANCE_PREPOSITIONS.has(word);
      const beforeTime = this.opensTime(i + 1, ceiling);
      if (beforeTime && (opens || /^(?:for|since|by)$/.test(word))) i += 2;
      else if (opens) {
        const phrase = this.ahead(i + 1, ceiling);
        if (phrase === undefined) return i;
        i = phrase.last;
      } else if (this.opensTime(i, ceiling)) i++;
      else if ((this.pos[i] === 'NUM' && i > from) || this.pos[i] === 'ADV') i++;
      else return i;
    }
    return i;
  }

  /** Whether a token is a time (*Friday*), or determines one that follows (*the same day*, not *the same idea*). */
  opensTime(i: number, ceiling: number): boolean {
    const k = this.firstIn(i, ceiling, j => !DETERMINES_TIME.has(this.word(j)));
    return k < ceiling && this.isTime(k);
  }

  /** Whether only time, place or circumstance stands from `from` to the next mark or the end. */
  onlyCircumstance(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      if (/^(?:[.,!?;—–]|--)$/.test(this.cut.text[i] as string)) return true;
      if (this.isVerb(i) || this.lower[i] === 'that') return false;
      if (i - from > 14) return false;
    }
    return true;
  }
}

/** What reads a text by its noun phrases. */
export abstract class PhraseReader extends TokenReader {
  constructor(
    cut: Cut,
    protected readonly phrases: Phrases,
  ) {
    super(cut);
  }
}
