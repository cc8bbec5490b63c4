import { TIME_WORDS } from '../../english/calendar.js';
import { BE, MODALS, NOBODY, NOT, POSSESSIVES, SUBORDINATORS } from '../../english/closed-classes.js';
import { HYPHEN, ING, POSSESSIVE_ENDING } from '../../english/orthography.js';
import type { Event, PersonReference, Quotation, Sentence } from '../../model/doc.js';
import type { EventForm, Lexicons, Match } from '../../model/lexicon.js';
import type { Naming } from '../naming.js';
import type { Phrase } from '../phrases.js';
import type { Reading } from '../reading.js';
import { type Predicate, SemanticRoles } from '../roles/index.js';
import { type Cut, tokensOf } from '../sentences.js';
import { TokenReader } from '../tokens.js';
import { EventSides } from './sides.js';

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
  const sides = new EventSides(cut, naming, people, quotations);
  const finder = new EventFinder(cut, lexicons, naming, sides);
  return cut.sentences.flatMap(sentence =>
    lexicons.event
      .find(words, sentence.from, sentence.to)
      .slice(0, MOST_EVENTS)
      .map(match => finder.eventOf(match, sentence))
      .filter(event => event !== undefined),
  );
}

class EventFinder extends TokenReader {
  readonly #roles: SemanticRoles;
  readonly #grammar: Lexicons['grammar'];

  constructor(
    cut: Cut,
    lexicons: Lexicons,
    private readonly naming: Naming,
    private readonly sides: EventSides,
  ) {
    super(cut);
    this.#roles = new SemanticRoles(cut, lexicons);
    this.#grammar = lexicons.grammar;
  }

  eventOf({ start, end, value }: Match<EventForm>, sentence: Sentence): Event | undefined {
    const [first, last] = tokensOf(this.cut, { start, end });
    const kind = this.#kindOf(value, first, last, sentence);
    // A word of a party's name is no deed.
    if (kind === undefined || this.hasIn(first, last, i => this.naming.mentionAt(i) !== undefined))
      return undefined;
    if (kind === 'verb' ? this.#hasClause(last) : this.#isCompound(last, sentence)) return undefined;
    const head = kind === 'verb' ? first : last - 1;
    const predicate = this.#roles.predicateAt(head, kind, last, value.transitive);
    const turned = (kind === 'verb' ? value.subject : value.possessor) === 'patient';
    const { agents, patients } = turned ? turn(predicate, kind) : predicate;
    // "a second strike", "dawn raids": what stands right before a noun is somebody only if it names one.
    const isSomebody = (phrase: Phrase): boolean =>
      kind === 'verb' || phrase.last !== head || this.sides.names(phrase, sentence);
    const agent = this.sides.agent(agents.filter(isSomebody), sentence);
    const patient = this.sides.patient(patients.filter(isSomebody), sentence);
    const voice = !predicate.passive ? 'active' : agents.length > 0 ? 'passive' : 'agentless';
    return {
      class: value.class,
      span: { start, end },
      form: kind === 'noun' ? 'nominal' : turned ? 'intransitive' : voice,
      negated: this.#isNegated(predicate, sentence),
      hypothetical: this.#isHypothetical(predicate, kind),
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
    if (last - first > 1) return 'verb';
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
    if (before === 'DET' || before === 'ADJ') return !/^(?:DET|PROPN|PRON|NUM)$/.test(next);
    return (before === 'ADP' || before === 'VERB') && ends;
  }

  /** *the damaged church*, *wounded soldiers*: a participle before its noun tells of no deed. */
  #isAttributive(i: number, { first, last }: Sentence): boolean {
    if (i === first || i + 1 >= last || !/(?:ed|en|ing|t)$/.test(this.word(i))) return false;
    if (!/^(?:NOUN|ADJ|PROPN)$/.test(this.tag(i + 1))) return false;
    const k = this.beforeAdverbs(i - 1, first + 1);
    const word = this.word(k);
    const determined =
      /^(?:DET|ADJ|ADP)$/.test(this.tag(k)) ||
      POSSESSIVES.has(word) ||
      POSSESSIVE_ENDING.test(word) ||
      HYPHEN.test(word) ||
      word === 'for';
    return determined && !ING.test(this.word(i)) && word !== 'that';
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

  #isNegated({ negated, agents, patients, group, head }: Predicate, { first }: Sentence): boolean {
    const { denial, refusal } = this.#grammar;
    const nobody = ({ first: from, last }: Phrase): boolean =>
      NOBODY.has(this.word(from)) && (last <= group || from > head);
    if (negated || agents.some(nobody) || patients.some(nobody)) return true;
    if (NOBODY.has(this.word(group - 1))) return true;
    if (this.lower[group] === 'to' && this.lower[group - 1] === 'not') return true;
    if (this.lower[group - 1] === 'any' && this.#isDenied(group - 1, first)) return true;
    const k = this.lastFrom(group - 1, first, i => !/^(?:DET|ADJ|PRON)$/.test(this.tag(i)));
    const governor = this.word(k);
    return k >= first && (denial.has(governor) || (this.lower[group] === 'to' && refusal.has(governor)));
  }

  /** *has not admitted to any losses*, *without any attack*. */
  #isDenied(i: number, first: number): boolean {
    const denies = (word: string): boolean =>
      NOT.has(word) || word === 'without' || this.#grammar.denial.has(word);
    return this.hasIn(Math.max(first, i - 6), i, k => denies(this.word(k)));
  }

  /** What may, shall or is to be done has not been done. */
  #isHypothetical({ group, head }: Predicate, kind: 'verb' | 'noun'): boolean {
    if (kind === 'noun') return false;
    if (this.hasIn(group, head, i => MODALS.has(this.word(i)) && !/^['’]d$/.test(this.word(i)))) return true;
    if (this.lower[group + 1] === 'have') return false;
    // "backed shelling the town", but "began shelling it".
    if (group === head && ING.test(this.word(head)) && this.pos[head - 1] === 'VERB')
      return !this.#grammar.phase.has(this.word(head - 1));
    return this.lower[group] === 'to' && !this.#grammar.phase.has(this.word(group - 1));
  }
}

/** Where what looks like the agent is the patient: *died*, *X's arrest*. */
function turn(
  { agents, patients, head }: Predicate,
  word: 'verb' | 'noun',
): Pick<Predicate, 'agents' | 'patients'> {
  if (word === 'verb') return { agents: [], patients: agents };
  const behind = agents.filter(({ first }) => first > head);
  const owners = agents.filter(({ last }) => last <= head);
  return { agents: behind, patients: [...owners, ...patients] };
}
