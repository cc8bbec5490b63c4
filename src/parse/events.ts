import { TIME_WORDS } from '../english/calendar.js';
import { MODALS, NOBODY, POSSESSIVES, SUBORDINATORS } from '../english/closed-classes.js';
import { HYPHEN, ING, POSSESSIVE_ENDING } from '../english/orthography.js';
import type { Span } from '../model/article.js';
import type {
  Event,
  EventSide,
  Mention,
  PersonReference,
  Quotation,
  Sentence,
  Telling,
  Words,
} from '../model/doc.js';
import type { EventForm, Lexicons, Match } from '../model/lexicon.js';
import { lowerBound } from '../model/sorted.js';
import { Participants, type Predicate } from './participants.js';
import type { Phrase } from './phrases.js';
import type { Cut } from './sentences.js';
import { DENIALS } from './verbs.js';

/** After these what a participle or an infinitive says is done. */
const UNDER_WAY =
  /^(?:beg[aiu]n(?:s|ning)?|start(?:s|ed)?|kept|keeps?|continue[sd]?|stop(?:s|ped)?|resume[sd]?|finish(?:es|ed)?|admit(?:s|ted)?|managed?|used|seen|helped|went|saw|heard|filmed|caught)$/;
/** A sentence with more deeds than this is no prose, and would cost time that grows with their square. */
const MOST_EVENTS = 60;
const DENY = /^den(?:y|ies|ied|ying)$/;
/** Behind the noun that a phrase is about, these still say whose it is. */
const BELONGS = /^(?:of|from)$/;
/** In what somebody says, these mean the speaker's side. */
const OWN = new Set(['its', 'our', 'we', 'us']);
const AT_PLACE = /^(?:in|near)$/;

/**
 * What the events lexicons say is done in a text, and which parties do it or have it done to them: the mentions in
 * the noun phrases that `Participants` finds. A phrase is taken for the party that is named next to its noun: *X's forces*, *the X army*, *villagers in X*.
 */
export function findEvents(
  words: Words,
  cut: Cut,
  mentions: readonly Mention[],
  people: readonly PersonReference[],
  quotations: readonly Quotation[],
  lexicons: Lexicons,
): Event[] {
  const finder = new EventFinder(cut, mentions, people, quotations);
  return cut.sentences.flatMap(sentence =>
    lexicons.event
      .find(words, sentence.from, sentence.to)
      .slice(0, MOST_EVENTS)
      .map(match => finder.eventOf(match, sentence))
      .filter(event => event !== undefined),
  );
}

class EventFinder {
  readonly #participants: Participants;
  /** By the names of people that the gazetteer knows. */
  readonly #partyOf = new Map<string, string>();

  constructor(
    private readonly cut: Cut,
    private readonly mentions: readonly Mention[],
    private readonly people: readonly PersonReference[],
    private readonly quotations: readonly Quotation[],
  ) {
    this.#participants = new Participants(cut);
    for (const { name, party, form } of mentions)
      if (name !== undefined && form === 'proper') this.#partyOf.set(name, party);
  }

  eventOf({ start, end, value }: Match<EventForm>, sentence: Sentence): Event | undefined {
    const first = this.#tokenAt(start, sentence);
    const last = this.#tokenAt(end - 1, sentence) + 1;
    const kind = this.#kindOf(value, first, last, sentence);
    if (kind === undefined || this.#isInName(start, end)) return undefined;
    if (kind === 'verb' ? this.#hasClause(last) : this.#isCompound(last, sentence)) return undefined;
    const predicate = this.#participants.predicateAt(
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
        phrase =>
          kind === 'verb' ||
          phrase.last !== predicate.head ||
          this.#standingFor(phrase, BELONGS, sentence).length > 0,
      );
    const agent = this.#side(people(agents), BELONGS, sentence);
    const patient = this.#side(people(patients), AT_PLACE, sentence);
    const form: Telling =
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
    const kind = this.#participants.kindOf(first);
    if (kind === 'verb') {
      if (this.#isBareAfterBe(first)) return undefined;
      return as === 'either' && this.#isNounIng(first) ? 'noun' : 'verb';
    }
    if (this.#isFinite(first, sentence)) return 'verb';
    // "20 wounded in": the tagger takes it for a noun.
    if (transitive && this.cut.pos[first - 1] === 'NUM' && /ed$/.test(this.cut.lower[first] as string))
      return 'verb';
    return as === 'either' && kind === 'noun'
      ? 'noun'
      : kind === 'adjective' && this.#followsBe(first)
        ? 'verb'
        : undefined;
  }

  /** *helped bring*, *backed moving*: what has a verb for its object does it to nobody. */
  #hasClause(last: number): boolean {
    const at = this.cut.lower[last] === 'to' ? last + 1 : last;
    return (
      this.cut.pos[at] === 'VERB' &&
      !ING.test(this.cut.lower[at] as string) &&
      !/ed$/.test(this.cut.lower[at] as string)
    );
  }

  /** *attack dog*, *rescue team*: a noun that only says what sort another is. */
  #isCompound(last: number, sentence: Sentence): boolean {
    return (
      last < sentence.last && this.cut.pos[last] === 'NOUN' && !TIME_WORDS.has(this.cut.lower[last] as string)
    );
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
    return this.cut.pos[i] === 'VERB' || this.cut.pos[i] === 'AUX';
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
    return (
      /^(?:is|are|was|were|be|been)$/.test(this.cut.lower[i - 1] ?? '') &&
      !/(?:ed|en|ing|t|d|k)$/.test(this.cut.lower[i] as string)
    );
  }

  #followsBe(i: number): boolean {
    let k = i - 1;
    while (k >= 0 && this.cut.pos[k] === 'ADV') k--;
    return k >= 0 && this.cut.pos[k] === 'AUX' && /(?:ed|en)$/.test(this.cut.lower[i] as string);
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
    const word = this.cut.lower[i] as string;
    return word === ',' || word === ':' || word === ';' || SUBORDINATORS.has(word);
  }

  /** A word of a party's name is no deed. */
  #isInName(start: number, end: number): boolean {
    const m = lowerBound(this.mentions.length, k => (this.mentions[k] as Mention).span.end, start + 1);
    const mention = this.mentions[m];
    return mention !== undefined && mention.span.start < end;
  }

  #isNegated({ negated, agents, patients, group, head }: Predicate, { first }: Sentence): boolean {
    const { lower } = this.cut;
    const nobody = ({ first: from, last }: Phrase): boolean =>
      NOBODY.has(lower[from] as string) && (last <= group || from > head);
    if (negated || agents.some(nobody) || patients.some(nobody)) return true;
    if (NOBODY.has(lower[group - 1] ?? '')) return true;
    if (lower[group] === 'to' && lower[group - 1] === 'not') return true;
    if (lower[group - 1] === 'any' && this.#isDenied(group - 1, first)) return true;
    let k = group - 1;
    while (k >= first && /^(?:DET|ADJ|PRON)$/.test(this.cut.pos[k] as string)) k--;
    const governor = lower[k] ?? '';
    return k >= first && (DENY.test(governor) || (lower[group] === 'to' && DENIALS.has(governor)));
  }

  /** *has not admitted to any losses*, *without any attack*. */
  #isDenied(i: number, first: number): boolean {
    for (let k = i - 1; k >= Math.max(first, i - 6); k--)
      if (/^(?:not|n['’]t|never|without|deny|denies|denied|denying)$/.test(this.cut.lower[k] as string))
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
    if (group === head && ING.test(lower[head] as string) && this.cut.pos[head - 1] === 'VERB')
      return !UNDER_WAY.test(lower[head - 1] as string);
    return lower[group] === 'to' && !UNDER_WAY.test(lower[group - 1] ?? '');
  }

  /** The phrases of one side, and the mentions that they stand for, each party once. */
  #side(phrases: readonly Phrase[], joins: RegExp, sentence: Sentence): EventSide | undefined {
    const found: Mention[] = [];
    for (const phrase of phrases)
      for (const mention of this.#standingFor(phrase, joins, sentence))
        if (!found.some(({ party }) => party === mention.party)) found.push(mention);
    const shown = phrases.find(phrase => this.#standingFor(phrase, joins, sentence).length > 0) ?? phrases[0];
    return shown && { span: this.#span(shown), mentions: found };
  }

  /** The mentions that a noun phrase stands for: member by member of a list the one at its noun, or next before it. */
  #standingFor({ first, last, head }: Phrase, joins: RegExp, sentence: Sentence): Mention[] {
    const { lower } = this.cut;
    const found: Mention[] = [];
    let from = first;
    let excluded = false;
    let best: Mention | undefined;
    const close = (): void => {
      if (best !== undefined) found.push(best);
      best = undefined;
    };
    for (let i = from; i < last; i++) {
      const word = lower[i] as string;
      if (word === 'and' || word === ',' || word === '&') {
        close();
        // A comma without “and” after it begins an apposition, which names nobody new.
        if (word === ',' && found.length > 0 && !this.#listGoesOn(i, last)) break;
        excluded = excluded && i > head;
        from = i + 1;
        continue;
      }
      if (this.cut.pos[i] === 'ADP' || word === 'to') {
        if (!BELONGS.test(word) && !joins.test(word)) excluded = true;
        continue;
      }
      if (this.cut.pos[i] === 'VERB' && i > head) break;
      if (excluded) continue;
      const mention = this.#mentionAt(i) ?? this.#personAt(i, sentence) ?? this.#speakerAt(i, sentence);
      if (mention === undefined || mention === best) continue;
      if (HYPHEN.test(lower[i + 1] ?? '') && this.cut.start[i + 1] === this.cut.end[i]) continue;
      if (HYPHEN.test(lower[i - 1] ?? '') && /^(?:anti|pro|non|ex)$/.test(lower[i - 2] ?? '')) continue;
      // Behind the noun it is about, a second name only says more about the first.
      if (best === undefined || i <= head) best = mention;
    }
    close();
    const next = this.#mentionAt(last + (this.cut.pos[last + 1] === 'DET' ? 2 : 1));
    if (found.length === 0 && joins.test(lower[last] ?? '') && next !== undefined) found.push(next);
    return found;
  }

  #listGoesOn(from: number, last: number): boolean {
    for (let i = from; i < last; i++)
      if (this.cut.lower[i] === 'and' || this.cut.lower[i] === '&') return true;
    return false;
  }

  #mentionAt(i: number): Mention | undefined {
    const at = this.cut.start[i] as number;
    const m = lowerBound(this.mentions.length, k => (this.mentions[k] as Mention).span.end, at + 1);
    const mention = this.mentions[m];
    return mention !== undefined && mention.span.start <= at ? mention : undefined;
  }

  /** *he*, *the minister*: the party of the person of the gazetteer that it was led back to. */
  #personAt(i: number, { index }: Sentence): Mention | undefined {
    const at = this.cut.start[i] as number;
    const p = lowerBound(this.people.length, k => (this.people[k] as PersonReference).span.end, at + 1);
    const reference = this.people[p];
    if (reference === undefined || reference.span.start > at) return undefined;
    const { span, name, pronoun } = reference;
    const party = this.#partyOf.get(name);
    if (party === undefined) return undefined;
    return { party, span, name, sentence: index, form: pronoun ? 'pronominal' : 'nominal' };
  }

  /** *X said that its army*, *“we,” X said*: the party that speaks. */
  #speakerAt(i: number, { index }: Sentence): Mention | undefined {
    if (!OWN.has(this.cut.lower[i] as string)) return undefined;
    const at = this.cut.start[i] as number;
    const said = this.quotations.findLast(
      ({ content, form }) =>
        (this.cut.lower[i] === 'its') === (form === 'indirect') &&
        content.some(({ start, end }) => start <= at && at < end),
    );
    const party = said?.source?.party;
    if (party === undefined) return undefined;
    const span = { start: at, end: this.cut.end[i] as number };
    return { party, span, sentence: index, form: 'pronominal' };
  }

  #span({ first, last }: Phrase): Span {
    return { start: this.cut.start[first] as number, end: this.cut.end[last - 1] as number };
  }

  #tokenAt(offset: number, { first, last }: Sentence): number {
    return Math.min(
      last - 1,
      first + lowerBound(last - first, i => this.cut.end[first + i] as number, offset + 1),
    );
  }
}

/** Where what looks like the agent is the one who suffers: *died*, *X's arrest*. */
function turn(
  { agents, patients, head, kind }: Predicate,
  word: 'verb' | 'noun',
): { agents: readonly Phrase[]; patients: readonly Phrase[] } {
  if (word === 'verb') return { agents: [], patients: agents };
  const behind = agents.filter(({ first }) => first > head);
  const owners = agents.filter(({ last }) => last <= head);
  void kind;
  return { agents: behind, patients: [...owners, ...patients] };
}
