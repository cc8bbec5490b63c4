import { AGENT_PREPOSITIONS, PATIENT_PREPOSITIONS, POSSESSIVES } from '../../english/closed-classes.js';
import { POSSESSIVE_ENDING } from '../../english/orthography.js';
import type { Sentence } from '../../model/doc.js';
import type { Lexicons } from '../../model/lexicon.js';
import { type Phrase, PhraseReader, type Phrases } from '../phrases.js';
import { type Cut, sentenceAt } from '../sentences.js';
import type { Objects } from './objects.js';
import type { Predicate } from './predicate.js';
import type { Subjects } from './subjects.js';

/** Nouns of action with those who take part: *X’s attack on Y*, *the shelling of Y by X*. */
export class Nouns extends PhraseReader {
  constructor(
    cut: Cut,
    phrases: Phrases,
    private readonly subjects: Subjects,
    private readonly objects: Objects,
    private readonly grammar: Lexicons['grammar'],
  ) {
    super(cut, phrases);
  }

  predicateAt(head: number): Predicate {
    const sentence = sentenceAt(this.cut, head);
    const { group, owner, isOwned } = this.#before(head, sentence);
    const { by, of, onto } = this.#behind(head, sentence);
    const agents: Phrase[] = [];
    const patients = [...onto];
    if (by !== undefined) agents.push(by);
    // "the shelling of X on Y"
    if (of !== undefined)
      (onto.length > 0 && by === undefined && owner === undefined ? agents : patients).push(of);
    if (owner !== undefined) agents.push(owner);
    const shared = owner !== undefined && POSSESSIVES.has(this.word(owner.first));
    // "X drew complaints from Y", "X faced questions from Y"
    const drawn = by !== undefined && patients.length === 0;
    const governs = by === undefined && (!isOwned || shared);
    const light = drawn || governs ? this.#lightSubject(group, sentence) : undefined;
    if (light?.undergoes === true) patients.push(light.subject);
    else if (light !== undefined && governs) agents.push(light.subject);
    return { kind: 'noun', head, group, passive: false, negated: false, agents, patients };
  }

  /** Whose it is, or which people’s. */
  #before(head: number, { first: floor }: Sentence) {
    const modifies = /^(?:ADJ|NOUN|PROPN|NUM)$/;
    const k = this.lastFrom(head - 1, floor, i => !modifies.test(this.tag(i)) && this.lower[i] !== '-');
    const group = k + 1;
    const hasEnding = k >= floor && POSSESSIVE_ENDING.test(this.word(k));
    let owner: Phrase | undefined;
    // "Friday’s attack"
    if (hasEnding) owner = this.isTime(k - 1) ? undefined : this.phrases.back(k - 1, floor);
    else if (k >= floor && this.isDeterminer(k) && this.pos[k] === 'PRON')
      owner = { first: k, last: k + 1, head: k };
    else if (group < head) owner = { first: group, last: head, head: head - 1 };
    return { group, owner, isOwned: owner !== undefined && (hasEnding || this.phrases.isNamed(owner)) };
  }

  /** The phrases behind it, by their prepositions. */
  #behind(head: number, { last }: Sentence) {
    let by: Phrase | undefined;
    let of: Phrase | undefined;
    const onto: Phrase[] = [];
    let at = head + 1;
    for (let n = 0; n < 3 && at < last; n++) {
      const word = this.word(at);
      if (this.pos[at] !== 'ADP' && word !== 'to') break;
      const phrase = this.#ofPreposition(at, last);
      if (phrase === undefined) break;
      if (AGENT_PREPOSITIONS.has(word)) by = phrase;
      else if (word === 'of') of = phrase;
      else if (PATIENT_PREPOSITIONS.has(word)) onto.push(phrase);
      at = phrase.last;
    }
    return { by, of, onto };
  }

  /** The phrase of one preposition may hold the next: *of Y from X*. */
  #ofPreposition(at: number, last: number): Phrase | undefined {
    const phrase = this.phrases.ahead(at + 1, last);
    if (phrase === undefined) return undefined;
    const parts = this.lower[at] === 'for' ? /^(?:from|by)$/ : /^(?:from|by|for)$/;
    for (let i = at + 2; i < phrase.last; i++)
      if (this.pos[i] === 'ADP' && parts.test(this.word(i))) return { ...phrase, last: i };
    return this.objects.withList(phrase, last);
  }

  /** *X launched an attack*, *X came under attack*: who acts is said by the verb that governs the noun. */
  #lightSubject(start: number, sentence: Sentence) {
    const { first: floor } = sentence;
    const opens = (i: number): boolean => this.isDeterminer(i) || /^(?:ADJ|ADV|NUM)$/.test(this.tag(i));
    let k = this.lastFrom(start - 1, floor, i => !opens(i));
    // "an all-out attack", "carried out an attack"
    while (k > floor && (this.lower[k] === '-' || this.lower[k] === 'out'))
      k = this.lastFrom(k - 1, floor, i => !opens(i));
    const under = k >= floor && this.lower[k] === 'under';
    if (under) k--;
    if (k < floor || !(this.pos[k] === 'VERB' || (under && this.pos[k] === 'AUX'))) return undefined;
    const subject = this.subjects.subjectOf(k, sentence);
    const verb = this.word(k);
    const undergoes = under || this.grammar.undergoing.has(verb);
    return subject && (undergoes || this.grammar.light.has(verb)) ? { subject, undergoes } : undefined;
  }
}
