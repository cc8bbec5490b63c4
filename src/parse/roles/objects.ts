import { ING } from '../../english/orthography.js';
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
        if (this.isTime(i + 1) || this.pos[i + 1] === 'NUM') continue;
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
    if (over && i < last && this.pos[i] === 'ADP' && this.lower[i] !== 'by') i++;
    if (i >= last) return undefined;
    const phrase = this.phrases.ahead(i, last) ?? this.#bare(i, last);
    return phrase && this.withList(phrase, last);
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
