import { TIME_WORDS } from '../../english/calendar.js';
import { BE, MODALS, NOBODY, NOT, POSSESSIVES, SUBORDINATORS } from '../../english/closed-classes.js';
import { HYPHEN, ING, POSSESSIVE_ENDING } from '../../english/orthography.js';
import type { Construction, Event, PersonReference, Quotation, Sentence } from '../../model/doc.js';
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
  { words, cut, mentions, lexicons }: Reading,
  naming: Naming,
  people: readonly PersonReference[],
  quotations: readonly Quotation[],
): Event[] {
  const sides = new EventSides(cut, mentions, naming, people, quotations);
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
    if (kind === undefined || this.#isInName(start, end)) return undefined;
    if (kind === 'verb' ? this.#hasClause(last) : this.#isCompound(last, sentence)) return undefined;
    const predicate = this.#roles.predicateAt(
      kind === 'verb' ? first : last - 1,
      kind,
      last,
      value.transitive,
    );
    const turned = (kind === 'verb' ? value.subject : value.possessor) === 'patient';
    const { agents, patients } = turned ? turn(predicate, kind) : predicate;
    // "a second strike", "dawn raids": what stands right before a noun is somebody only if it names one.
    const people = (phrases: readonly Phrase[]): readonly Phrase[] =>
      phrases.filter(
        phrase => kind === 'verb' || phrase.last !== predicate.head || this.sides.names(phrase, sentence),
      );
    const agent = this.sides.agent(people(agents), sentence);
    const patient = this.sides.patient(people(patients), sentence);
    const form: Construction =
      kind === 'noun'
        ? 'nominal'
        : turned
          ? 'intransitive'
          : !predicate.passive
            ? 'active'
            : agents.length > 0
              ? 'passive'
              : 'agentless';
    return {
      class: value.class,
      span: { start, end },
      form,
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
    const { pos, lower } = this.cut;
    if (as === 'noun')
      return pos[last - 1] === 'VERB' && last - first === 1 && !ING.test(lower[first] as string)
        ? undefined
        : 'noun';
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
    return as === 'either' && kind === 'noun'
      ? 'noun'
      : kind === 'adjective' && this.#followsBe(first)
        ? 'verb'
        : undefined;
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
    const { pos, lower, sentenceOf } = this.cut;
    const next = pos[i + 1];
    if (!ING.test(lower[i] as string)) return false;
    const ends =
      next === undefined || next === 'ADP' || next === 'PUNCT' || next === 'CCONJ' || this.#isVerb(i + 1);
    const before = pos[i - 1];
    if (sentenceOf[i - 1] !== sentenceOf[i]) return ends;
    if (before === 'DET' || before === 'ADJ')
      return next !== 'DET' && next !== 'PROPN' && next !== 'PRON' && next !== 'NUM';
    return (before === 'ADP' || before === 'VERB') && ends;
  }

  #isVerb(i: number): boolean {
    return this.pos[i] === 'VERB' || this.pos[i] === 'AUX';
  }

  /** *the damaged church*, *wounded soldiers*: a participle before its noun tells of no deed. */
  #isAttributive(i: number, { first, last }: Sentence): boolean {
    const { pos, lower } = this.cut;
    if (i + 1 >= last || !/(?:ed|en|ing|t)$/.test(lower[i] as string)) return false;
    let k = i - 1;
    while (k > first && pos[k] === 'ADV') k--;
    const before = pos[k];
    const word = lower[k] ?? '';
    const next = pos[i + 1];
    if (next !== 'NOUN' && next !== 'ADJ' && next !== 'PROPN') return false;
    if (i === first) return false;
    const determined =
      before === 'DET' ||
      before === 'ADJ' ||
      before === 'ADP' ||
      POSSESSIVES.has(word) ||
      POSSESSIVE_ENDING.test(word) ||
      HYPHEN.test(word) ||
      word === 'for';
    return determined && !ING.test(lower[i] as string) && word !== 'that';
  }

  /** *It is silence*: what follows *is* in its plain form is no verb. */
  #isBareAfterBe(i: number): boolean {
    return BE.has(this.word(i - 1)) && !/(?:ed|en|ing|t|d|k)$/.test(this.word(i));
  }

  #followsBe(i: number): boolean {
    let k = i - 1;
    while (k >= 0 && this.pos[k] === 'ADV') k--;
    return k >= 0 && this.pos[k] === 'AUX' && /(?:ed|en)$/.test(this.word(i));
  }

  /** A verb that the tagger took for a noun, as in headlines: *X shells town*, *X attacks Y*. */
  #isFinite(i: number, { first, last }: Sentence): boolean {
    const { pos, lower } = this.cut;
    if (i === first || i + 1 >= last || !/(?:[^s]s|ed)$/.test(lower[i] as string)) return false;
    const next = pos[i + 1];
    const subject = pos[i - 1] === 'PROPN' || (pos[i - 1] === 'NOUN' && /s$/.test(lower[i - 1] as string));
    for (let k = i - 1; k >= first && !this.#parts(k); k--) if (this.#isVerb(k)) return false;
    for (let k = i + 1; k < last && !this.#parts(k); k++) if (this.#isVerb(k)) return false;
    return (
      subject && (next === 'NOUN' || next === 'PROPN' || next === 'DET' || next === 'ADJ' || next === 'NUM')
    );
  }

  /** Whether a clause may end at a token. */
  #parts(i: number): boolean {
    const word = this.word(i);
    return word === ',' || word === ':' || word === ';' || SUBORDINATORS.has(word);
  }

  /** A word of a party's name is no deed. */
  #isInName(start: number, end: number): boolean {
    const [first, last] = tokensOf(this.cut, { start, end });
    for (let i = first; i < last; i++) if (this.naming.mentionAt(i) !== undefined) return true;
    return false;
  }

  #isNegated({ negated, agents, patients, group, head }: Predicate, { first }: Sentence): boolean {
    const { lower } = this.cut;
    const { denial, refusal } = this.#grammar;
    const nobody = ({ first: from, last }: Phrase): boolean =>
      NOBODY.has(lower[from] as string) && (last <= group || from > head);
    if (negated || agents.some(nobody) || patients.some(nobody)) return true;
    if (NOBODY.has(lower[group - 1] ?? '')) return true;
    if (lower[group] === 'to' && lower[group - 1] === 'not') return true;
    if (lower[group - 1] === 'any' && this.#isDenied(group - 1, first)) return true;
    let k = group - 1;
    while (k >= first && /^(?:DET|ADJ|PRON)$/.test(this.tag(k))) k--;
    const governor = lower[k] ?? '';
    return k >= first && (denial.has(governor) || (lower[group] === 'to' && refusal.has(governor)));
  }

  /** *has not admitted to any losses*, *without any attack*. */
  #isDenied(i: number, first: number): boolean {
    const { lower } = this.cut;
    for (let k = i - 1; k >= Math.max(first, i - 6); k--)
      if (
        NOT.has(lower[k] as string) ||
        lower[k] === 'without' ||
        this.#grammar.denial.has(lower[k] as string)
      )
        return true;
    return false;
  }

  /** What may, shall or is to be done has not been done. */
  #isHypothetical({ group, head }: Predicate, kind: 'verb' | 'noun'): boolean {
    if (kind === 'noun') return false;
    const { lower } = this.cut;
    for (let i = group; i < head; i++) {
      const word = lower[i] as string;
      if (MODALS.has(word) && word !== "'d" && word !== '’d') return true;
    }
    if (lower[group + 1] === 'have') return false;
    // "backed shelling the town", but "began shelling it".
    if (group === head && ING.test(lower[head] as string) && this.pos[head - 1] === 'VERB')
      return !this.#grammar.phase.has(lower[head - 1] as string);
    return lower[group] === 'to' && !this.#grammar.phase.has(lower[group - 1] ?? '');
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
