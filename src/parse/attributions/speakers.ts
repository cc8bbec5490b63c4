import { ARTICLES } from '../../english/closed-classes.js';
import type { Speaker } from '../../model/doc.js';
import { oneLine } from '../../model/text.js';
import type { People, Person } from '../people.js';
import type { Phrase } from '../phrases.js';
import { sentenceAt } from '../sentences.js';
import { type Speech, SpeechReader } from '../speech.js';
import type { Sources } from './sources.js';

type Identity = Omit<Speaker, 'span' | 'head'>;

/** Who the sources of a text are, from the first to the last. */
export class Speakers extends SpeechReader {
  #lastBody: Identity | undefined;

  constructor(
    speech: Speech,
    private readonly sources: Sources,
    private readonly people: People,
  ) {
    super(speech);
  }

  /**
   * Who a source is: the person it names or stands for; else the party and the kind of its words; *the statement*, *it*
   * and the like stand for the last body that spoke.
   *
   * @param named where the text names it, if its own words do not
   * @param cue the reporting word, if any
   */
  of(source: Phrase, named = source, cue?: string): Speaker {
    const { first, last } = this.#withList(source);
    return {
      span: this.runs.spanOf(first, last),
      head: this.runs.spanOf(source.head, source.head + 1),
      ...(this.sources.isRelative(source) && this.#nameOfAntecedent(source)),
      ...this.#identify(named, cue),
    };
  }

  /** *A, B and C said*: all of them. */
  #withList(source: Phrase): Phrase {
    if (this.people.joinedIn(source) === undefined) return source;
    let { first } = source;
    while (this.lower[first - 1] === ',') {
      const before = this.phrases.back(first - 2, sentenceAt(this.cut, first).first);
      if (before === undefined || this.people.in(before) === undefined) break;
      first = before.first;
    }
    return { ...source, first };
  }

  /** *critics who say that*: the words of the phrase that *who* stands for. */
  #nameOfAntecedent(source: Phrase): { name?: string } {
    const phrase = this.sources.antecedent(source, sentenceAt(this.cut, source.first));
    if (phrase === undefined) return {};
    return { name: this.#textOf(phrase.first, phrase.last) };
  }

  #identify(source: Phrase, cue: string | undefined): Identity {
    const phrase = this.sources.antecedent(source, sentenceAt(this.cut, source.first)) ?? source;
    const together = this.people.joinedIn(phrase);
    if (together !== undefined) return this.#identityOfAll(together, phrase);
    const person = this.people.in(phrase);
    if (person !== undefined) return this.#identityOf(person, phrase);
    const jointly = this.naming.areSeveral(phrase);
    const body = jointly ? undefined : this.naming.mentionsIn(phrase).find(({ name }) => name !== undefined);
    const party = jointly ? undefined : (body?.party ?? this.naming.partyIn(phrase));
    const owner = this.people.ownerOf(phrase);
    if (owner !== undefined)
      return { ...this.#kindOf(phrase, undefined, 'official'), ...(owner.party && { party: owner.party }) };
    const writer = this.#writerOf(source);
    if (writer !== undefined) return writer;
    const taken = party === undefined && !this.#isShown(source, cue) ? this.#takenUp(source) : undefined;
    if (taken !== undefined) return taken;
    const name = this.#apposedName(phrase);
    const isNamed = this.pos[source.head] === 'PROPN' || name !== undefined;
    // "a spokesman for the ministry" is not the ministry, but speaks for it; "the president's office" is not the president.
    const speaker: Identity = {
      ...this.#kindOf(phrase, body?.role, isNamed ? 'other' : 'unnamed', party),
      ...(name !== undefined
        ? { name }
        : body !== undefined && body.form !== 'proper' && { name: body.name as string }),
      ...(party !== undefined && { party }),
      ...(party === undefined && !isNamed && !this.sources.canSpeak(phrase) && { doubtful: true as const }),
    };
    if (party !== undefined && (this.#isOneBody(phrase) || this.naming.officeAt(phrase.head) !== undefined))
      this.#lastBody = speaker;
    return speaker;
  }

  /** What *it* may take up, and *the statement*: a body or a country, and not its members nor those of a like mind (*Republicans*). */
  #isOneBody({ head }: Phrase): boolean {
    const kind = this.naming.namedAt(head)?.member.kind;
    return kind !== undefined && kind !== 'group' && !(kind === 'party' && /s$/.test(this.word(head)));
  }

  /** The kind of a source, and what says it: of what is known of a member, its words and its side the first that tells. */
  #kindOf(
    phrase: Phrase,
    known: Speaker['kind'] | undefined,
    otherwise: Speaker['kind'],
    party?: string,
  ): Pick<Speaker, 'kind' | 'kindBy'> {
    if (known !== undefined) return { kind: known, kindBy: 'member' };
    const kind = this.naming.kindIn(phrase);
    if (kind !== undefined)
      return { kind, kindBy: this.naming.officeAt(phrase.head) === undefined ? 'words' : 'noun' };
    return party === undefined
      ? { kind: otherwise, kindBy: 'nothing' }
      : { kind: 'official', kindBy: 'side' };
  }

  /** *They show that*, *it shows that*: things do, whoever was named before. */
  #isShown({ head }: Phrase, cue: string | undefined): boolean {
    const isPronoun = this.word(head) === 'they' || this.word(head) === 'it';
    return isPronoun && cue === 'show';
  }

  /** *one attendee, X*: a name that is not known stands behind the comma. */
  #apposedName({ first, last, head }: Phrase): string | undefined {
    const comma = this.firstIn(Math.max(first, head), last, i => this.lower[i] === ',');
    const isName = last - comma > 2 && !this.hasIn(comma + 1, last, i => this.pos[i] !== 'PROPN');
    return isName && this.pos[head] === 'NOUN' ? this.#textOf(comma + 1, last) : undefined;
  }

  /** *A and B*: neither alone; what they have in common. */
  #identityOfAll(people: readonly Person[], phrase: Phrase): Identity {
    const all = people.map(person => this.#identityOf(person, phrase));
    const [{ kind, kindBy, party }, ...others] = all as [Identity, ...Identity[]];
    return {
      kind: others.every(each => each.kind === kind) ? kind : 'other',
      kindBy,
      ...(party !== undefined && others.every(each => each.party === party) && { party }),
    };
  }

  /** *X wrote a letter, saying that*: whoever the sentence says wrote what speaks. */
  #writerOf({ first, head, last }: Phrase): Identity | undefined {
    if (!this.speech.lexicons.grammar['spokes-noun'].has(this.word(head)) || !ARTICLES.has(this.word(first)))
      return undefined;
    if (!this.isVerb(first - 1) || last > this.cut.text.length) return undefined;
    const subject = this.phrases.subjectEndingAt(first - 2, sentenceAt(this.cut, first));
    const person = subject && this.people.in(subject);
    return person && this.#identityOf(person, subject);
  }

  #identityOf(person: Person, phrase: Phrase): Identity {
    const party = person.member === undefined ? (person.party ?? this.naming.partyIn(phrase)) : person.party;
    return {
      ...this.#kindOf(phrase, person.kind, 'other'),
      name: person.name,
      ...(party !== undefined && { party }),
      ...(person.member !== undefined && { member: person.member }),
      ...(person.politicalParty !== undefined && { politicalParty: person.politicalParty }),
    };
  }

  /** The body that *it*, *they* and *the statement* stand for. */
  #takenUp(source: Phrase): Identity | undefined {
    const word = this.word(source.head);
    const standsFor =
      word === 'it' || word === 'they' || this.speech.lexicons.grammar['spokes-noun'].has(word);
    if (!standsFor || source.last - source.first > 2) return undefined;
    if (word === 'they') return this.#isTakenHere(source) ? undefined : this.#subjectBody(source);
    return this.#subjectBody(source) ?? this.#lastBody;
  }

  /** *Prosecutors sealed it because they feared*: somebody of the same sentence. */
  #isTakenHere({ first }: Phrase): boolean {
    const main = this.phrases.mainSubject(sentenceAt(this.cut, first), first);
    return main !== undefined && main.last <= first;
  }

  /** The party or body that opens the sentence before: what *it* and *its statement* most likely take up. */
  #subjectBody({ first }: Phrase): Identity | undefined {
    const { cut } = this.speech;
    const before = cut.sentences[sentenceAt(cut, first).index - 1];
    const subject = before && this.phrases.ahead(before.first, before.last);
    const mention = subject && this.naming.mentionsIn(subject)[0];
    if (subject !== undefined && !this.#isOneBody(subject) && this.word(first) !== 'they') return undefined;
    if (mention === undefined || (mention.role !== undefined && mention.form === 'proper')) return undefined;
    return {
      ...(mention.role === undefined
        ? { kind: 'official', kindBy: 'side' }
        : { kind: mention.role, kindBy: 'member' }),
      party: mention.party,
      ...(mention.name !== undefined && { name: mention.name }),
    };
  }

  #textOf(first: number, last: number): string {
    const { start, end } = this.spanOf(first, last);
    return oneLine(this.speech.article.text.slice(start, end));
  }
}
