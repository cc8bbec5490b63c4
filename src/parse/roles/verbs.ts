import {
  ALONE,
  BE,
  CORRELATIVES,
  GET_OR_BECOME,
  NOT,
  RELATIVES,
  SUBORDINATORS,
  VERB_JOINERS,
} from '../../english/closed-classes.js';
import { ING, IRREGULAR_PARTICIPLES, isPastParticiple } from '../../english/orthography.js';
import type { Sentence } from '../../model/doc.js';
import { PhraseReader } from '../phrases.js';

/** A quotation mark that may stand between a subject and its verb. */
const OPENING: ReadonlySet<string> = new Set(['"', '“', '‘']);

/** Which form of a verb a word has, as far as verbs joined by *and* share it. */
const formOf = (word: string): string =>
  ING.test(word)
    ? 'ing'
    : /ed$/.test(word) || IRREGULAR_PARTICIPLES.has(word)
      ? 'ed'
      : /[^s]s$/.test(word)
        ? 's'
        : '';

/** Verbs with their auxiliaries, and whether they are passive. */
export class Verbs extends PhraseReader {
  /** Where the auxiliaries, adverbs and *to* before a verb begin. */
  group(head: number, floor: number): number {
    let group = head;
    for (let k = head - 1; k >= floor; k--) {
      const word = this.word(k);
      if (this.isAuxiliary(k) || GET_OR_BECOME.has(word) || NOT.has(word)) {
        if (/^['’]s$/.test(word) && this.pos[k] === 'PART' && this.pos[head] !== 'VERB') break;
        group = k;
      } else if (word === 'to' && (this.pos[k] !== 'ADP' || this.pos[head] === 'VERB')) {
        return k;
      } else if (!OPENING.has(word) && !CORRELATIVES.has(word)) break;
      else group = k;
    }
    // An adverb before the first auxiliary belongs to the verb as well, but may be the subject's; leave it.
    return group;
  }

  #isParticiple(i: number): boolean {
    return isPastParticiple(this.word(i));
  }

  isPassive(head: number, group: number, sentence: Sentence): boolean {
    if (ING.test(this.word(head))) return false;
    for (let k = head - 1; k >= group; k--) {
      const word = this.word(k);
      // "He's struck a deal": what has an object is no passive.
      const has = /^['’]s$/.test(word) && /^(?:DET|PRON|PROPN)$/.test(this.tag(head + 1));
      if (BE.has(word) || GET_OR_BECOME.has(word)) return !has && this.#isParticiple(head);
      if (this.pos[k] !== 'ADV' && !NOT.has(word)) return false;
    }
    if (!this.#isParticiple(head)) return false;
    const next = this.word(head + 1);
    if (next === 'by' && !ING.test(this.word(head + 2))) return true;
    if (group < head) return false;
    const other = this.#joined(head);
    return other !== undefined
      ? this.isPassive(other, this.group(other, sentence.first), sentence)
      : this.#isReducedRelative(head, sentence);
  }

  /** *was arrested and charged*, *watched, followed, and held*: the participle before; not *was expelled and opened fire*. */
  #joined(head: number): number | undefined {
    const comma = this.lower[head - 1] === ',' || this.lower[head - 2] === ',';
    const other = VERB_JOINERS.has(this.word(head - 1)) && comma ? head - 3 : head - 2;
    const joins = VERB_JOINERS.has(this.word(head - 1)) || this.lower[head - 1] === ',';
    const hasObject = /^(?:DET|NOUN|PROPN|PRON)$/.test(this.tag(head + 1)) && !this.isTime(head + 1);
    return joins && !hasObject && this.#isParticiple(other) ? other : undefined;
  }

  /** *the soldiers killed in the raid were*: a participle after its noun, without an object, beside another finite verb. */
  #isReducedRelative(head: number, { first, last }: Sentence): boolean {
    if (head - 1 < first || !/^(?:NOUN|PROPN|NUM)$/.test(this.tag(head - 1))) return false;
    const phrase = this.phrases.back(head - 1, first);
    const k = (phrase?.first ?? head - 1) - 1;
    const governor = k >= first ? this.word(k) : '';
    // "some of the players booed": they did.
    if (governor === 'of' && this.#isPartOf(k - 1, first)) return false;
    // "the town that X shelled was": the clause has its subject.
    if (RELATIVES.has(governor)) return false;
    // "killing 10 soldiers deployed in", "of goods stolen from": what has no finite verb cannot have it here.
    const governed =
      (this.pos[k] === 'VERB' && ING.test(governor)) ||
      (this.pos[k] === 'ADP' && !SUBORDINATORS.has(governor));
    let i = head + 1;
    for (let n = 0; n < 2 && i < last && this.pos[i] === 'ADP'; n++) {
      const place = this.phrases.ahead(i + 1, last);
      if (place === undefined || SUBORDINATORS.has(this.word(i))) return false;
      i = place.last;
    }
    const isObject = i === head + 1 && i < last && !this.phrases.opensTime(i, last) && !this.isVerb(i);
    if (isObject && this.lower[i] !== 'to') return governed && this.pos[i] === 'PUNCT';
    if (governed) return true;
    // "the soldiers killed in the raid were": the finite verb follows at once.
    i = this.afterAdverbs(i, last);
    return i < last && this.isVerb(i) && !ING.test(this.word(i));
  }

  /** *some of*, *a few of*, where no verb and no preposition governs it. */
  #isPartOf(quantifier: number, floor: number): boolean {
    if (!ALONE.has(this.word(quantifier)) && this.pos[quantifier] !== 'NUM') return false;
    const before = this.lower[quantifier - 1] === 'a' ? quantifier - 2 : quantifier - 1;
    return before < floor || !/^(?:VERB|AUX|ADP|PART)$/.test(this.tag(before));
  }

  hasBe(from: number, to: number): boolean {
    return this.hasIn(from, to, i => BE.has(this.word(i)));
  }

  /** Whether *that*, *who* or *which* takes up the noun before it. */
  isRelative(i: number): boolean {
    return (
      (this.lower[i] === 'who' && this.pos[i - 1] === 'ADJ') ||
      /^(?:NOUN|PROPN|NUM|PRON)$/.test(this.tag(i - 1)) ||
      /^(?:,|those)$/.test(this.word(i - 1))
    );
  }

  /** The nearest verb before a token. */
  verbBefore(from: number, { first }: Sentence): number {
    const isVerb = (i: number): boolean =>
      this.pos[i] === 'VERB' || (this.pos[i] === 'AUX' && BE.has(this.word(i)));
    const k = this.lastFrom(from - 1, first, isVerb);
    return k < first ? -1 : k;
  }

  /** The nearest verb before a token that is no participle and no infinitive, else the nearest. */
  finiteBefore(from: number, sentence: Sentence): number {
    return this.#verbBefore(from, sentence, i => !ING.test(this.word(i)) && this.lower[i - 1] !== 'to');
  }

  /** The verb that another is joined to: the nearest before it of the same form, else the nearest. */
  coordinate(head: number, from: number, sentence: Sentence): number {
    const form = formOf(this.word(head));
    return this.#verbBefore(from, sentence, i => formOf(this.word(i)) === form);
  }

  #verbBefore(from: number, sentence: Sentence, fits: (i: number) => boolean): number {
    const k = this.lastFrom(from - 1, sentence.first, i => this.pos[i] === 'VERB' && fits(i));
    return k < sentence.first ? this.verbBefore(from, sentence) : k;
  }

  /** The last token that is no time, no adverb and no opening mark. */
  back(from: number, floor: number): number {
    let k = this.phrases.skipTimeBack(from, floor);
    while (k >= floor && OPENING.has(this.word(k))) k = this.phrases.skipTimeBack(k - 1, floor);
    return k;
  }
}
