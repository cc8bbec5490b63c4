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
   */
  of(source: Phrase, named = source): Speaker {
    return {
      span: this.runs.spanOf(source.first, source.last),
      head: this.runs.spanOf(source.head, source.head + 1),
      ...(this.sources.isRelative(source) && this.#nameOfAntecedent(source)),
      ...this.#identify(named),
    };
  }

  /** *critics who say that*: the words of the phrase that *who* stands for. */
  #nameOfAntecedent(source: Phrase): { name?: string } {
    const phrase = this.sources.antecedent(source, sentenceAt(this.cut, source.first));
    if (phrase === undefined) return {};
    const { start, end } = this.spanOf(phrase.first, phrase.last);
    return { name: oneLine(this.speech.article.text.slice(start, end)) };
  }

  #identify(source: Phrase): Identity {
    const phrase = this.sources.antecedent(source, sentenceAt(this.cut, source.first)) ?? source;
    const person = this.people.in(phrase);
    if (person !== undefined) return this.#identityOf(person, phrase);
    const jointly = this.naming.areSeveral(phrase);
    const body = jointly ? undefined : this.naming.mentionsIn(phrase).find(({ name }) => name !== undefined);
    const party = jointly ? undefined : (body?.party ?? this.naming.partyIn(phrase));
    const official = party === undefined ? undefined : 'official';
    const kind = body?.role ?? this.naming.kindIn(phrase) ?? official;
    const owner = this.people.ownerOf(phrase);
    if (owner !== undefined) return identity(kind ?? 'official', owner.party);
    const writer = this.#writerOf(source);
    if (writer !== undefined) return writer;
    const taken = party === undefined ? this.#takenUp(source) : undefined;
    if (taken !== undefined) return taken;
    // "a spokesman for the ministry" is not the ministry, but speaks for it; "the president's office" is not the president.
    const speaker = identity(
      kind ?? (this.pos[source.head] === 'PROPN' ? 'other' : 'unnamed'),
      party,
      body?.form === 'proper' ? undefined : body?.name,
    );
    if (party !== undefined) this.#lastBody = speaker;
    return speaker;
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
    return {
      ...identity(
        person.kind ?? this.naming.kindIn(phrase) ?? 'other',
        person.member === undefined ? (person.party ?? this.naming.partyIn(phrase)) : person.party,
        person.name,
      ),
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
    if (mention === undefined || (mention.role !== undefined && mention.form === 'proper')) return undefined;
    return identity(mention.role ?? 'official', mention.party, mention.name);
  }
}

/** Without what is not known. */
const identity = (kind: Speaker['kind'], party?: string, name?: string): Identity => ({
  kind,
  ...(name !== undefined && { name }),
  ...(party !== undefined && { party }),
});
