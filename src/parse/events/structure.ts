import {
  BE,
  CIRCUMSTANCE_PREPOSITIONS,
  PLACE_PREPOSITIONS,
  RELATIVE_SUBJECTS,
  SUBORDINATORS,
  SURE_AGENT_PREPOSITIONS,
  SURE_PATIENT_PREPOSITIONS,
} from '../../english/closed-classes.js';
import { ING, POSSESSIVE_ENDING } from '../../english/orthography.js';
import type { Path } from '../../model/doc.js';
import type { Lexicons } from '../../model/lexicon.js';
import type { Phrase } from '../phrases.js';
import type { Cut } from '../sentences.js';
import { TokenReader } from '../tokens.js';
import type { NounKinds } from './nouns.js';
import type { Candidate } from './sense.js';

/** An apposition longer than this, in tokens, may be a clause. */
const INSERTION = 14;
const BEHIND = { agent: SURE_AGENT_PREPOSITIONS, patient: SURE_PATIENT_PREPOSITIONS } as const;
const STRENGTH: readonly Path[] = ['loose', 'led', 'direct'];

/** How sure the way is on which the structure of a clause leads from the word of an event to a participant. */
export class Structure extends TokenReader {
  readonly #grammar: Lexicons['grammar'];

  constructor(
    cut: Cut,
    { grammar }: Pick<Lexicons, 'grammar'>,
    private readonly nouns: NounKinds,
  ) {
    super(cut);
    this.#grammar = grammar;
  }

  /** The least sure of the ways to some phrases. */
  pathTo(candidate: Candidate, phrases: readonly Phrase[], side: 'agent' | 'patient'): Path {
    const paths = phrases.map(phrase =>
      candidate.kind === 'noun'
        ? this.#ofNoun(candidate, phrase, side)
        : this.#ofVerb(candidate, phrase, side),
    );
    return STRENGTH.find(each => paths.includes(each)) ?? 'direct';
  }

  #ofVerb(candidate: Candidate, phrase: Phrase, side: 'agent' | 'patient'): Path {
    const { turned, predicate, last } = candidate;
    if (turned || predicate.passive === (side === 'patient')) return this.#toSubject(candidate, phrase);
    if (side === 'patient')
      return phrase.first < predicate.head ? 'led' : this.#adjoins(last, phrase.first) ? 'direct' : 'loose';
    const parts = (i: number): boolean => this.isVerb(i) || /^[,;:]$/.test(this.word(i));
    const isBy = this.lower[phrase.first - 1] === 'by' && !this.hasIn(last, phrase.first - 1, parts);
    return isBy ? 'direct' : 'loose';
  }

  /** A subject right before its verb, over adverbs, an apposition or a relative pronoun. */
  #toSubject({ predicate: { head, group, passive } }: Candidate, { first, last }: Phrase): Path {
    if (first > head) return 'loose';
    if (this.lower[group] === 'to' || (passive && group === head)) return 'led';
    if (ING.test(this.word(head)) && !this.hasIn(group, head, i => BE.has(this.word(i)))) return 'led';
    if (this.word(last) === 'who' && this.#adjoins(last + 1, group)) return 'direct';
    if (this.#isGoverned(first)) return 'loose';
    if (this.#adjoins(last, group)) return this.hasIn(first, last, i => this.isVerb(i)) ? 'loose' : 'direct';
    const pronoun = this.word(last) === ',' ? last + 1 : last;
    if (RELATIVE_SUBJECTS.has(this.word(pronoun)) && this.#adjoins(pronoun + 1, group)) return 'direct';
    return this.#isInserted(first, group) ? 'direct' : 'led';
  }

  /** Over adverbs and times: *X on Monday said*. */
  #adjoins(from: number, to: number): boolean {
    const adverbs = this.afterAdverbs(from, to);
    const preposition = CIRCUMSTANCE_PREPOSITIONS.has(this.word(adverbs)) ? adverbs + 1 : adverbs;
    const rest = this.firstIn(preposition, to, i => !this.isTime(i) && !/^(?:ADV|NUM)$/.test(this.tag(i)));
    return adverbs === to || (rest === to && preposition < to);
  }

  /** *X, a judge from Y, said*: no verb stands between the commas. */
  #isInserted(first: number, verb: number): boolean {
    if (this.word(verb - 1) !== ',') return false;
    const opens = this.firstIn(first, verb, i => this.word(i) === ',');
    const isShort = opens < verb - 1 && verb - opens < INSERTION;
    return isShort && !this.hasIn(first, verb, i => this.isVerb(i));
  }

  /** *the men in X attacked*, *saw X attack*: another word has the phrase for its object. */
  #isGoverned(first: number): boolean {
    const word = this.word(first - 1);
    if (this.pos[first - 1] === 'ADP') return !SUBORDINATORS.has(word) && word !== 'as' && word !== 'than';
    return this.pos[first - 1] === 'VERB' && !this.#grammar['clause-taking'].has(word);
  }

  /** *X’s attack on Y*, *the attack by X*; not *the X attack* alone, which may be by X, on X or in X. */
  #ofNoun(candidate: Candidate, phrase: Phrase, side: 'agent' | 'patient'): Path {
    const { predicate, turned, value, patients } = candidate;
    const { head, group } = predicate;
    const { first, last } = phrase;
    // "criticism from X", but "the seizure of the town from X"
    if (first > head && this.lower[first - 1] === 'from' && value.class === 'harm') return 'loose';
    if (first > head) return BEHIND[side].has(this.word(first - 1)) ? 'direct' : 'loose';
    // "X's killing": of a person, but "the country's killings" are in it or by it.
    if (last === group - 1 && POSSESSIVE_ENDING.test(this.word(last)))
      return !turned || side === 'agent' || this.nouns.isPerson(phrase) ? 'direct' : 'loose';
    // "the X attack on Y"
    if (last === head && side === 'agent' && patients.some(each => each.first > head)) return 'direct';
    if (last === head || PLACE_PREPOSITIONS.has(this.word(first - 1))) return 'loose';
    return last === group ? 'direct' : side === 'agent' ? 'led' : 'loose';
  }
}
