import { TIME_WORDS } from '../../english/calendar.js';
import {
  BE,
  DEMONSTRATIVES,
  PLACE_PREPOSITIONS,
  POSSESSIVES,
  QUANTIFIERS,
  SUBORDINATORS,
} from '../../english/closed-classes.js';
import { HYPHEN, ING, isPastParticiple, POSSESSIVE_ENDING } from '../../english/orthography.js';
import { isCapital, isTitleCase } from '../../english/title-case.js';
import type { Event, PersonReference, Quotation, Sentence } from '../../model/doc.js';
import type { EventForm, Lexicons, Match } from '../../model/lexicon.js';
import type { Naming } from '../naming.js';
import type { Phrase } from '../phrases.js';
import type { Reading } from '../reading.js';
import { type Predicate, SemanticRoles } from '../roles/index.js';
import { type Cut, tokensOf } from '../sentences.js';
import { TokenReader } from '../tokens.js';
import { Factuality } from './factuality.js';
import { NounKinds } from './nouns.js';
import { type Candidate, type Scene, Sense } from './sense.js';
import { EventSides } from './sides.js';
import { Structure } from './structure.js';

/** A sentence with more events than this is no prose, and would cost time that grows with their square. */
const MOST_EVENTS = 60;

/**
 * What happens in a text by the events lexicons, and which parties are its agents and patients: the mentions in
 * the noun phrases that `SemanticRoles` finds. A phrase is taken for the party that is named next to its noun: *X's forces*, *the X army*, *villagers in X*.
 */
export function findEvents(
  { words, cut, lexicons }: Reading,
  naming: Naming,
  people: readonly PersonReference[],
  quotations: readonly Quotation[],
): Event[] {
  const nouns = new NounKinds(cut, lexicons, naming);
  const sides = new EventSides(cut, lexicons, naming, people, quotations, nouns);
  const finder = new EventFinder(cut, lexicons, naming, sides, nouns);
  return finder.eventsOf(sentence =>
    lexicons.event.find(words, sentence.from, sentence.to).slice(0, MOST_EVENTS),
  );
}

class EventFinder extends TokenReader {
  readonly #roles: SemanticRoles;
  readonly #factuality: Factuality;
  readonly #sense: Sense;
  readonly #structure: Structure;
  #names: ReadonlySet<string> | undefined;

  constructor(
    cut: Cut,
    lexicons: Lexicons,
    private readonly naming: Naming,
    private readonly sides: EventSides,
    private readonly nouns: NounKinds,
  ) {
    super(cut);
    this.#roles = new SemanticRoles(cut, lexicons);
    this.#factuality = new Factuality(cut, lexicons);
    this.#sense = new Sense(cut, lexicons, nouns);
    this.#structure = new Structure(cut, lexicons, nouns);
  }

  eventsOf(matchesIn: (sentence: Sentence) => readonly Match<EventForm>[]): Event[] {
    const scenes = this.cut.sentences.map(sentence => {
      const candidates = matchesIn(sentence)
        .map(match => this.#candidateOf(match, sentence))
        .filter(candidate => candidate !== undefined);
      return { candidates, sentence, forceful: this.#sense.isForceful(candidates, sentence) };
    });
    const established = new Set(scenes.flatMap(scene => [...this.#sense.forcefulNouns(scene)]));
    return scenes.flatMap(scene =>
      scene.candidates.map(candidate => this.#eventOf(candidate, { ...scene, established })),
    );
  }

  #candidateOf({ start, end, value }: Match<EventForm>, sentence: Sentence): Candidate | undefined {
    const [first, last] = tokensOf(this.cut, { start, end });
    const kind = this.#kindOf(value, first, last, sentence);
    // A word of a party's name is no deed.
    if (kind === undefined || this.hasIn(first, last, i => this.naming.namedAt(i) !== undefined))
      return undefined;
    if (kind === 'verb' && this.#isNameElsewhere(first)) return undefined;
    if (kind === 'verb' ? this.#hasClause(last) : this.#isCompound(last, sentence)) return undefined;
    // "opposition to": the noun, and not its preposition.
    const head = kind === 'verb' ? first : this.lastFrom(last - 1, first + 1, i => this.isNominal(i));
    const predicate = this.#roles.predicateAt(head, kind, last, value.transitive);
    const turned = (kind === 'verb' ? value.subject : value.possessor) === 'patient';
    const { agents, patients } = turned
      ? this.#turned(predicate, kind)
      : this.#withoutPlaces(predicate, kind, value);
    // "a second strike", "dawn raids": what stands right before a noun is somebody only if it names one.
    const isSomebody = (phrase: Phrase): boolean =>
      kind === 'verb' ||
      phrase.last !== head ||
      (this.sides.names(phrase, sentence) && !this.#sense.isPlace(phrase));
    return {
      span: { start, end },
      value,
      kind,
      first,
      last,
      turned,
      predicate,
      agents: agents.filter(isSomebody),
      patients: patients.filter(isSomebody),
    };
  }

  /** *shelling in X*, *the shelling of Y in X*: where a deed was is no patient, and does not make an agent of Y. */
  #withoutPlaces(
    { agents, patients }: Predicate,
    kind: 'verb' | 'noun',
    of: EventForm,
  ): Pick<Predicate, 'agents' | 'patients'> {
    if (kind === 'verb' || (of.class !== 'harm' && of.class !== 'control')) return { agents, patients };
    const left = patients.filter(({ first }) => !PLACE_PREPOSITIONS.has(this.word(first - 1)));
    if (left.length > 0 || patients.length === 0) return { agents, patients: left };
    const isOf = ({ first }: Phrase): boolean => this.lower[first - 1] === 'of';
    return { agents: agents.filter(each => !isOf(each)), patients: agents.filter(isOf) };
  }

  #eventOf(candidate: Candidate, scene: Scene): Event {
    const { span, value, kind, turned, predicate } = candidate;
    const { sentence } = scene;
    const { agents, patients } = this.#sense.participants(candidate, scene.candidates);
    const agent = this.sides.sideOf(agents, 'agent', sentence);
    const patient = this.sides.sideOf(patients, 'patient', sentence);
    const voice = !predicate.passive ? 'active' : agents.length > 0 ? 'passive' : 'agentless';
    const read = { ...candidate, agents, patients };
    return {
      class: value.class,
      span,
      form: kind === 'noun' ? 'nominal' : turned ? 'intransitive' : voice,
      negated: this.#factuality.isNegated(predicate, sentence),
      hypothetical: this.#factuality.isHypothetical(predicate, kind, value.class, sentence),
      known: this.#sense.known(read, { agent, patient }, scene),
      paths: {
        agent: this.#structure.pathTo(read, agents, 'agent'),
        patient: this.#structure.pathTo(read, patients, 'patient'),
      },
      personal: (patient?.mentions.length ?? 0) > 0 || this.#sense.isToSomebody(patients),
      sentence: sentence.index,
      ...(agent !== undefined && { agent }),
      ...(patient !== undefined && { patient }),
    };
  }
  /** Whether a form stands here as a verb or as a noun; undefined where it stands for neither: *a damaged house*. */
  #kindOf(
    { as, transitive }: EventForm,
    first: number,
    last: number,
    sentence: Sentence,
  ): 'verb' | 'noun' | undefined {
    const isFiniteVerb = this.pos[first] === 'VERB' && last - first === 1 && !ING.test(this.word(first));
    if (as === 'noun') return isFiniteVerb ? undefined : 'noun';
    // "health care for", "a vote against"
    if (last - first > 1)
      return this.#roles.kindOf(first) === 'noun' && !isPastParticiple(this.word(first)) ? undefined : 'verb';
    if (this.#isAttributive(first, sentence)) return undefined;
    const kind = this.#roles.kindOf(first);
    if (kind === 'verb') {
      if (this.#isBareAfterBe(first)) return undefined;
      return as === 'either' && this.#isNounIng(first) ? 'noun' : 'verb';
    }
    if (this.#isFinite(first, sentence)) return 'verb';
    // "20 wounded in": the tagger takes it for a noun.
    if (transitive && this.pos[first - 1] === 'NUM' && /ed$/.test(this.word(first))) return 'verb';
    if (as === 'either' && kind === 'noun') return 'noun';
    return kind === 'adjective' && this.#followsBe(first) ? 'verb' : undefined;
  }

  /** *Lynch*, *Flint*: a word with a capital that has one in the middle of a sentence, too. */
  #isNameElsewhere(i: number): boolean {
    const { text } = this.cut;
    if (!isCapital(text[i] as string)) return false;
    this.#names ??= new Set(this.#capitalised());
    return this.#names.has(this.word(i));
  }

  *#capitalised(): Generator<string> {
    const { text, sentences } = this.cut;
    for (const { first, last } of sentences) {
      if (isTitleCase(text.slice(first, last))) continue;
      for (let i = first + 1; i < last; i++)
        if (isCapital(text[i] as string) && (this.pos[i - 1] !== 'PUNCT' || text[i - 1] === ','))
          yield this.word(i);
    }
  }

  /** *helped bring*, *backed moving*: what has a verb for its object does it to nobody. */
  #hasClause(last: number): boolean {
    const at = this.lower[last] === 'to' ? last + 1 : last;
    return this.pos[at] === 'VERB' && !ING.test(this.word(at)) && !/ed$/.test(this.word(at));
  }

  /** *attack dog*, *rescue team*: a noun that only says what sort another is. */
  #isCompound(last: number, sentence: Sentence): boolean {
    return last < sentence.last && this.pos[last] === 'NOUN' && !TIME_WORDS.has(this.word(last));
  }

  /** *The X shelling*, *heavy shelling*: no verb, though it looks like one. */
  #isNounIng(i: number): boolean {
    const { sentenceOf } = this.cut;
    if (!ING.test(this.word(i))) return false;
    const next = this.tag(i + 1);
    const ends = /^(?:|ADP|PUNCT|CCONJ|VERB|AUX)$/.test(next);
    const before = this.pos[i - 1];
    if (sentenceOf[i - 1] !== sentenceOf[i]) return ends;
    if (before === 'DET' || before === 'ADJ' || DEMONSTRATIVES.has(this.word(i - 1)))
      return !/^(?:DET|PROPN|PRON|NUM)$/.test(next);
    if (POSSESSIVE_ENDING.test(this.word(i - 1))) return ends;
    // "the school shooting:", but "men shooting at"
    if (before === 'NOUN' || before === 'PROPN') return ends && !/s$/.test(this.word(i - 1));
    return (before === 'ADP' || before === 'VERB') && ends;
  }

  /** *the damaged church*, *wounded soldiers*: a participle before its noun tells of no deed. */
  #isAttributive(i: number, { first, last }: Sentence): boolean {
    if (i === first || i + 1 >= last || !/(?:ed|en|ing|t)$/.test(this.word(i))) return false;
    if (!/^(?:NOUN|ADJ|PROPN)$/.test(this.tag(i + 1))) return false;
    const k = this.beforeAdverbs(i - 1, first + 1);
    const word = this.word(k);
    const determined =
      this.pos[k] === 'DET' || QUANTIFIERS.has(word) || POSSESSIVES.has(word) || POSSESSIVE_ENDING.test(word);
    // "for killing soldiers" is a deed, "the killing" is.
    if (ING.test(this.word(i)))
      return determined && /^(?:ADJ|PROPN)$/.test(this.tag(i + 1)) && word !== 'that';
    return (
      (determined || /^(?:ADJ|ADP)$/.test(this.tag(k)) || HYPHEN.test(word) || word === 'for') &&
      word !== 'that'
    );
  }

  /** *It is silence*: what follows *is* in its plain form is no verb. */
  #isBareAfterBe(i: number): boolean {
    return BE.has(this.word(i - 1)) && !/(?:ed|en|ing|t|d|k)$/.test(this.word(i));
  }

  #followsBe(i: number): boolean {
    return this.pos[this.beforeAdverbs(i - 1, 0)] === 'AUX' && /(?:ed|en)$/.test(this.word(i));
  }

  /** A verb that the tagger took for a noun, as in headlines: *X shells town*, *X attacks Y*. */
  #isFinite(i: number, { first, last }: Sentence): boolean {
    if (i === first || i + 1 >= last || !/(?:[^s]s|ed)$/.test(this.word(i))) return false;
    const subject =
      this.pos[i - 1] === 'PROPN' || (this.pos[i - 1] === 'NOUN' && /s$/.test(this.word(i - 1)));
    if (!subject || !/^(?:NOUN|PROPN|DET|ADJ|NUM)$/.test(this.tag(i + 1))) return false;
    const parts = (k: number): boolean => /^[,:;]$/.test(this.word(k)) || SUBORDINATORS.has(this.word(k));
    const decides = (k: number): boolean => this.isVerb(k) || parts(k);
    const before = this.lastFrom(i - 1, first, decides);
    const after = this.firstIn(i + 1, last, decides);
    const hasVerb = (k: number): boolean => k >= first && k < last && !parts(k);
    return !hasVerb(before) && !hasVerb(after);
  }

  /** Where what looks like the agent is the patient: *died*, *X's arrest*; not *police made an arrest*, *a police shooting*. */
  #turned(
    { agents, patients, head, group }: Predicate,
    word: 'verb' | 'noun',
  ): Pick<Predicate, 'agents' | 'patients'> {
    if (word === 'verb') return { agents: [], patients: agents };
    const isOf = ({ first }: Phrase): boolean => this.lower[first - 1] === 'of';
    const acts = (phrase: Phrase): boolean => {
      const { first, last } = phrase;
      if (first > head) return this.lower[first - 1] === 'by' || this.lower[first - 2] === 'hands';
      if (last === head) return this.nouns.isArmed(phrase);
      const owns = last >= group || (last === group - 1 && POSSESSIVE_ENDING.test(this.word(last)));
      // "X's firing of Y"
      return !owns || patients.some(isOf);
    };
    return {
      agents: agents.filter(acts),
      patients: [...agents.filter(each => !acts(each)), ...patients].filter(
        phrase => phrase.first < head || isOf(phrase),
      ),
    };
  }
}
