import {
  ARTICLES,
  DEFINITES,
  DEMONSTRATIVES,
  EVENT_PREPOSITIONS,
  PLACE_PREPOSITIONS,
  POSSESSIVES,
  REFLEXIVES,
} from '../../english/closed-classes.js';
import { ING, POSSESSIVE_ENDING } from '../../english/orthography.js';
import { words } from '../../english/words.js';
import type { Span } from '../../model/article.js';
import type { Certainty, Event, EventSide, Sentence } from '../../model/doc.js';
import type { EventForm, Lexicons } from '../../model/lexicon.js';
import { type Phrase, Phrases } from '../phrases.js';
import type { Predicate } from '../roles/index.js';
import type { Cut } from '../sentences.js';
import { TokenReader } from '../tokens.js';
import type { NounKinds } from './nouns.js';

/** A word that may tell of an event, with what stands in the places of agent and patient. */
export interface Candidate {
  readonly span: Span;
  readonly value: EventForm;
  readonly kind: 'verb' | 'noun';
  /** Its tokens, `[first, last)`. */
  readonly first: number;
  readonly last: number;
  /** Whether what looks like its agent is its patient: *X died*. */
  readonly turned: boolean;
  readonly predicate: Predicate;
  readonly agents: readonly Phrase[];
  readonly patients: readonly Phrase[];
}

/** The events of a sentence. */
export interface Scene {
  readonly candidates: readonly Candidate[];
  readonly sentence: Sentence;
  /** Whether it is about deeds of force. */
  readonly forceful: boolean;
  /** Nouns that mean a deed of force elsewhere in the article: *the attack* is then that. */
  readonly established: ReadonlySet<string>;
}

/** How far behind a death, in tokens, its cause is looked for. */
const CAUSE = 10;
/** How far off, in tokens, a word may stand that tells who did it. */
const CLAUSE = 15;

/** Bodies that are told from nobody else by “the”. */
const COLLECTIVES = words('police military army navy militia');

type Participants = Readonly<Record<'agent' | 'patient', EventSide | undefined>>;

const singular = (noun: string): string => noun.replace(/s$/, '');

/** Whether the word of an event has its sense here, and whether its sentence shows who takes part in it. */
export class Sense extends TokenReader {
  readonly #grammar: Lexicons['grammar'];
  readonly #phrases: Phrases;

  constructor(
    cut: Cut,
    { grammar }: Pick<Lexicons, 'grammar'>,
    private readonly nouns: NounKinds,
  ) {
    super(cut);
    this.#grammar = grammar;
    this.#phrases = new Phrases(cut, () => false);
  }

  /** Whether a sentence is about deeds of force: it names a weapon, or a deed that is done with nothing else. */
  isForceful(candidates: readonly Candidate[], { first, last }: Sentence): boolean {
    return (
      this.hasIn(first, last, i => this.#grammar['weapon-noun'].has(this.word(i))) ||
      candidates.some(
        each =>
          each.value.class === 'harm' &&
          each.value.sense !== 'force' &&
          each.value.subject !== 'patient' &&
          each.value.patients.includes('person') &&
          this.isMeant(each, false),
      )
    );
  }

  /** The nouns, in the singular, that stand for deeds of force in a sentence. */
  *forcefulNouns({ candidates, forceful }: Pick<Scene, 'candidates' | 'forceful'>): Generator<string> {
    for (const each of candidates)
      if (
        each.kind === 'noun' &&
        each.value.class === 'harm' &&
        each.value.subject !== 'patient' &&
        this.isMeant(each, forceful)
      )
        yield singular(this.word(each.last - 1));
  }

  /** @param forceful whether its sentence is about deeds of force */
  isMeant({ value, kind, agents, patients }: Candidate, forceful: boolean): boolean {
    const fits =
      value.patients.length === 0 ||
      patients.some(phrase => this.nouns.kindsOf(phrase).some(each => value.patients.includes(each)));
    if (value.class === 'help' && kind === 'verb' && patients.some(phrase => this.#isOwnThing(phrase)))
      return false;
    if (value.class === 'demand' && !patients.some(({ last }) => this.#isToDo(last))) return false;
    if (value.sense === 'plain') return fits || patients.length === 0;
    if (value.sense === 'patient') return fits;
    if (!fits && (kind === 'verb' || patients.length > 0)) return false;
    return forceful || this.#isByForce(agents, patients, value);
  }

  /** *called on X to leave*, but *called on X, who spoke* */
  #isToDo(from: number): boolean {
    const end = Math.min(this.pos.length, from + CAUSE);
    const at = this.firstIn(from, end, i => this.isVerb(i) || /^(?:to|for|[.;])$/.test(this.word(i)));
    return (
      this.lower[at] === 'for' || (this.lower[at] === 'to' && this.isVerb(this.afterAdverbs(at + 1, end)))
    );
  }

  /** *stood by his decision*, *defended her record*: of what is one’s own. */
  #isOwnThing(phrase: Phrase): boolean {
    return (
      POSSESSIVES.has(this.word(phrase.first)) && phrase.head > phrase.first && !this.#isSomebody(phrase)
    );
  }

  /** *the attack*, after *a gunman’s attack*: a word keeps its sense within a text (Gale, Church and Yarowsky 1992). */
  #isTakenUp({ kind, last, predicate, agents, patients }: Candidate, { established }: Scene): boolean {
    return (
      kind === 'noun' &&
      agents.length + patients.length === 0 &&
      DEFINITES.has(this.word(predicate.group - 1)) &&
      established.has(singular(this.word(last - 1)))
    );
  }

  /** *the Libya strike*: where it was. */
  isPlace(phrase: Phrase): boolean {
    return this.nouns.isPlaceName(phrase);
  }

  #isByForce(agents: readonly Phrase[], patients: readonly Phrase[], value: EventForm): boolean {
    const { nouns } = this;
    const isWeapon = ({ head }: Phrase): boolean => this.#grammar['weapon-noun'].has(this.word(head));
    if (agents.some(phrase => nouns.isArmed(phrase) || isWeapon(phrase))) return true;
    if (patients.some(phrase => nouns.isSite(phrase))) return true;
    // A country attacks another, but beats it in a match.
    return (
      value.patients.includes('place') &&
      agents.some(phrase => nouns.isCountry(phrase)) &&
      patients.some(phrase => nouns.isCountry(phrase) || nouns.isArmed(phrase))
    );
  }

  /**
   * Agents and patients, also where another word of the sentence has them: *an attack by X killed ten*, *ten were killed in
   * an attack by X*, *missiles fired by X hit Y*.
   */
  participants(candidate: Candidate, all: readonly Candidate[]): Pick<Candidate, 'agents' | 'patients'> {
    const { value, kind, predicate } = candidate;
    let { agents, patients } = candidate;
    if (value.class !== 'harm') return { agents, patients };
    const deedAt = (i: number): Candidate | undefined =>
      all.find(each => each !== candidate && each.kind === 'noun' && each.predicate.head === i);
    agents = agents.flatMap(phrase => deedAt(phrase.head)?.agents ?? [this.#owner(phrase) ?? phrase]);
    if (agents.length === 0) agents = this.#handsBehind(candidate);
    if (agents.length === 0 && kind === 'verb') agents = this.#deedBehind(candidate, deedAt)?.agents ?? [];
    if (patients.length === 0 && kind === 'noun')
      patients = all
        .filter(each => each.kind === 'verb' && each.value.class === 'harm')
        .filter(each => each.agents.some(({ head }) => head === predicate.head))
        .flatMap(each => each.patients);
    return { agents, patients };
  }

  /** *died at the hands of X* */
  #handsBehind({ last }: Candidate): readonly Phrase[] {
    const { length } = this.cut.text;
    const at = this.firstIn(last, Math.min(length, last + CAUSE), i =>
      /^(?:hands|[.;:])$/.test(this.word(i)),
    );
    if (this.word(at) !== 'hands' || this.word(at + 1) !== 'of') return [];
    const phrase = this.#phrases.ahead(at + 2, length);
    return phrase === undefined ? [] : [phrase];
  }

  /** *killed in the attack*, *died during a raid* */
  #deedBehind({ last }: Candidate, deedAt: (i: number) => Candidate | undefined): Candidate | undefined {
    const at = this.firstIn(
      last,
      last + CAUSE,
      i => EVENT_PREPOSITIONS.has(this.word(i)) || /^[.;:]$/.test(this.word(i)),
    );
    if (!EVENT_PREPOSITIONS.has(this.word(at))) return undefined;
    const phrase = this.#phrases.ahead(at + 1, this.cut.text.length);
    return phrase && deedAt(phrase.head);
  }

  /** *missiles fired by X*: whoever used a weapon. */
  #owner({ last, head }: Phrase): Phrase | undefined {
    if (!this.#grammar['weapon-noun'].has(this.word(head))) return undefined;
    return this.pos[last] === 'VERB' && this.lower[last + 1] === 'by'
      ? this.#phrases.ahead(last + 2, this.cut.text.length)
      : undefined;
  }

  /** How sure it is who does what a candidate says, and to whom. */
  known(candidate: Candidate, sides: Participants, scene: Scene): Event['known'] {
    const { value, turned } = candidate;
    const unknown = { agent: 'unknown', patient: 'unknown' } as const;
    if (!this.isMeant(candidate, scene.forceful) && !this.#isTakenUp(candidate, scene)) return unknown;
    if (
      value.class === 'harm' &&
      (turned || candidate.kind === 'noun' || (candidate.predicate.passive && sides.agent === undefined)) &&
      this.#isNatural(candidate, scene.sentence)
    )
      return unknown;
    const { kind, predicate, patients } = candidate;
    // "defended himself"
    if (patients.some(({ head }) => REFLEXIVES.has(this.word(head)))) return unknown;
    // "get serious, at least hit their banks": nobody is said to have done it.
    if (kind === 'verb' && !predicate.passive && predicate.agents.length === 0 && this.#isBare(candidate))
      return unknown;
    // "shut down" by itself, of what closes.
    if (value.class === 'control' && kind === 'verb' && !predicate.passive && patients.length === 0)
      return unknown;
    return {
      agent: this.#knownAgent(candidate, sides, scene),
      patient: this.#knownPatient(candidate, sides, scene),
    };
  }

  /** A form that is no past and no third person, or may be none. */
  #isBare({ first, turned }: Candidate): boolean {
    const word = this.word(first);
    return !turned && !ING.test(word) && !/(?:ed|[^s]s)$/.test(word);
  }

  #knownAgent(
    candidate: Candidate,
    { agent }: Participants,
    { candidates, sentence, forceful }: Scene,
  ): Certainty {
    const { kind, turned, predicate, agents } = candidate;
    if (agent === undefined) {
      if (kind === 'verb' && !turned && !predicate.passive) return 'unknown';
      // "he died" by itself is nobody's deed.
      if (candidate.value.subject === 'patient' && !forceful) return 'doubtful';
      if (kind === 'noun' && this.#isByBehind(candidate, sentence)) return 'unknown';
      if (kind === 'noun' && this.nouns.isAcronym(predicate.head - 1)) return 'unknown';
      if (kind === 'noun' && !this.#isParticular(predicate)) return 'doubtful';
      // Somebody else in the sentence does harm: it may be theirs, too.
      const others = candidates.some(
        each =>
          each !== candidate && each.value.class === 'harm' && each.agents.some(by => this.#isSomebody(by)),
      );
      return others || this.#hasCulprit(candidate, sentence) ? 'doubtful' : 'sure';
    }
    if (agent.mentions.length === 0) return this.#somebodyElse(agents, each => this.#isSomebody(each));
    if (agent.mentions.some(mention => this.nouns.areCitizens(mention))) return 'doubtful';
    return 'sure';
  }

  #knownPatient(candidate: Candidate, { patient }: Participants, scene: Scene): Certainty {
    const { kind, predicate, patients } = candidate;
    const { candidates, forceful, established } = scene;
    // A death in a story without any violence is no harm that somebody did.
    if (candidate.value.subject === 'patient' && !forceful && established.size === 0) return 'doubtful';
    if (patient === undefined) {
      if (kind === 'verb' || this.#hasMore(candidate)) return 'unknown';
      // "the N. killing"
      if (candidate.turned && this.pos[candidate.first - 1] === 'PROPN') return 'unknown';
      const isNamed = candidates.some(
        each => each !== candidate && each.value.class === 'harm' && each.patients.length > 0,
      );
      return isNamed ? 'unknown' : this.#isParticular(predicate) ? 'sure' : 'doubtful';
    }
    if (patient.mentions.length === 0)
      return this.#somebodyElse(patients, each => this.nouns.kindsOf(each).length > 0);
    return 'sure';
  }

  /** *the shooting of*, *the raids underway on*, but not *the raid on Monday*: a patient that the rules did not reach. */
  #hasMore({ last }: Candidate): boolean {
    const at = this.firstIn(last, last + 2, i => !/^(?:ADJ|ADV)$/.test(this.tag(i)));
    return /^(?:of|on|against)$/.test(this.word(at)) && !this.#phrases.opensTime(at + 1, this.pos.length);
  }

  /** *the shooting of N., aged 20, by*, *deaths at the hands of*: somebody is named whom the rules did not reach. */
  #isByBehind({ last: from }: Candidate, { last }: Sentence): boolean {
    const k = this.firstIn(
      from,
      Math.min(last, from + CLAUSE),
      i => this.isVerb(i) || /^(?:by|hands|[;:])$/.test(this.word(i)),
    );
    return /^(?:by|hands)$/.test(this.word(k));
  }

  /** Nobody of the cast: but a pronoun or *the man* may be, and a bullet is nobody. */
  #somebodyElse(phrases: readonly Phrase[], fits: (phrase: Phrase) => boolean): Certainty {
    // "in the town that was hit": no subject is governed by a preposition of place.
    if (phrases.some(({ first }) => PLACE_PREPOSITIONS.has(this.word(first - 1)))) return 'unknown';
    if (phrases.some(({ head }) => this.pos[head] === 'PRON' || POSSESSIVES.has(this.word(head))))
      return 'unknown';
    if (!phrases.some(fits)) return 'unknown';
    const isTakenUp = phrases.some(
      ({ first, last }) =>
        DEFINITES.has(this.word(first)) &&
        !this.hasIn(first, last, i => /s$/.test(this.word(i)) || COLLECTIVES.has(this.word(i))),
    );
    return isTakenUp ? 'doubtful' : 'sure';
  }

  isToSomebody(patients: readonly Phrase[]): boolean {
    return patients.some(phrase => this.#isSomebody(phrase));
  }

  /** People or a body: who may do something. */
  #isSomebody(phrase: Phrase): boolean {
    const kinds = this.nouns.kindsOf(phrase);
    return kinds.includes('person') || kinds.includes('body') || this.nouns.isArmed(phrase);
  }

  /** *the attack*, *in an attack*, *three attacks*; *attacks* alone are not one event, nor is *an attack* that somebody may face. */
  #isParticular({ group, head }: Predicate): boolean {
    const before = this.word(group - 1);
    return (
      before === 'the' ||
      (ARTICLES.has(before) && EVENT_PREPOSITIONS.has(this.word(group - 2))) ||
      DEMONSTRATIVES.has(before) ||
      POSSESSIVES.has(before) ||
      POSSESSIVE_ENDING.test(before) ||
      this.hasIn(group, head, i => this.pos[i] === 'NUM')
    );
  }

  #hasCulprit({ first: from, last: to }: Candidate, { first, last }: Sentence): boolean {
    const { culprit } = this.#grammar;
    return this.hasIn(first, last, i => (i < from || i >= to) && culprit.has(this.word(i)));
  }

  /** *died of cancer* */
  #isNatural({ first: from, last: to }: Candidate, { first, last }: Sentence): boolean {
    const near = (i: number): boolean => this.#grammar['natural-cause'].has(this.word(i));
    return this.hasIn(Math.max(first, from - CAUSE / 2), Math.min(last, to + CAUSE), near);
  }
}
