import { SUBORDINATORS } from '../../english/closed-classes.js';
import { ING, POSSESSIVE_ENDING } from '../../english/orthography.js';
import type { Sentence } from '../../model/doc.js';
import { type Phrase, PhraseReader } from '../phrases.js';

/** How far, in tokens, the agent of a passive is looked for behind it. */
const BY_REACH = 14;

/** What stands behind a verb: its object, and the agent of a passive. */
export class Objects extends PhraseReader {
  /** The agent of a passive. */
  byPhrase(from: number, { last }: Sentence): Phrase | undefined {
    for (let i = from; i < Math.min(last, from + BY_REACH); i++) {
      const word = this.word(i);
      if (word === 'by') {
        if (ING.test(this.word(i + 1)) && this.pos[i + 1] === 'VERB') continue;
        if (this.phrases.opensTime(i + 1, last) || this.pos[i + 1] === 'NUM') continue;
        const phrase = this.phrases.ahead(i + 1, last);
        if (phrase) return this.withList(phrase, last);
      }
      if (/^[;:]$/.test(word) || (i > from && this.pos[i] === 'AUX')) return undefined;
      if (i > from + 1 && this.pos[i] === 'VERB' && !ING.test(word)) return undefined;
    }
    return undefined;
  }

  /** *X, Y and Z*: a list goes on over commas. */
  withList(phrase: Phrase, last: number): Phrase {
    let end = phrase.last;
    for (let n = 0; n < 8; n++) {
      const word = this.lower[end];
      if (word !== ',' && word !== 'and') break;
      const from = word === ',' && this.lower[end + 1] === 'and' ? end + 2 : end + 1;
      const next = this.phrases.ahead(from, last);
      if (next === undefined || (next.last < last && this.isVerb(next.last))) break;
      end = next.last;
    }
    return end === phrase.last ? phrase : { ...phrase, last: end };
  }

  /** What stands behind an active verb, over a particle or a preposition: *attacked Y*, *fired on Y*. */
  object(head: number, { last }: Sentence, over = true): Phrase | undefined {
    let i = this.firstIn(head + 1, last, k => this.pos[k] !== 'ADV' && this.pos[k] !== 'PART');
    // "examined whether X"
    if (SUBORDINATORS.has(this.word(i))) return undefined;
    if (over && i < last && this.pos[i] === 'ADP' && this.lower[i] !== 'by') i++;
    if (i >= last) return undefined;
    const phrase = this.phrases.ahead(i, last) ?? this.#bare(i, last);
    return phrase && this.#beforeClause(this.withList(this.#owned(phrase, last), last), last);
  }

  /** *X’s proposed ban*: a participle between whoever has it and what is had. */
  #owned(phrase: Phrase, last: number): Phrase {
    if (!POSSESSIVE_ENDING.test(this.word(phrase.last))) return phrase;
    const from = this.firstIn(phrase.last + 1, last, i => !/^(?:ADJ|ADV|VERB|NUM)$/.test(this.tag(i)));
    const end = this.firstIn(from, last, i => !this.isNominal(i));
    return end > from ? { ...phrase, last: end, head: end - 1 } : phrase;
  }

  /** *X backed Y and Z left*: what a verb follows is no object. */
  #beforeClause(phrase: Phrase, last: number): Phrase {
    const verb = this.afterAdverbs(phrase.last, last);
    if (verb >= last || !this.isVerb(verb) || ING.test(this.word(verb))) return phrase;
    const and = this.lastFrom(phrase.last - 1, phrase.head + 1, i => this.lower[i] === 'and');
    return and > phrase.head ? { ...phrase, last: and } : phrase;
  }

  /** *a civilian*, *more than 30*: an object in which the tagger saw no noun. */
  #bare(i: number, last: number): Phrase | undefined {
    const parts = /^(?:DET|ADJ|NUM|ADV)$/;
    const ceiling = Math.min(last, i + 4);
    const end = this.firstIn(i, ceiling, k => !parts.test(this.tag(k)) && this.lower[k] !== 'than');
    const counts = this.pos[i] === 'DET' || this.pos[end - 1] === 'NUM';
    return counts && end > i ? { first: i, last: end, head: end - 1 } : undefined;
  }
}
