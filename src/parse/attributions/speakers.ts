import type { Speaker } from '../../model/doc.js';
import type { Naming } from '../naming.js';
import type { People } from '../people.js';
import { type Phrase, PhraseReader, type Phrases } from '../phrases.js';
import type { Reading } from '../reading.js';
import { sentenceAt } from '../sentences.js';
import type { Runs } from './runs.js';
import type { Sources } from './sources.js';

type Identity = Omit<Speaker, 'span' | 'head'>;

/** Who the sources of a text are, from the first to the last. */
export class Speakers extends PhraseReader {
  #lastBody: Identity | undefined;

  constructor(
    private readonly reading: Reading,
    phrases: Phrases,
    private readonly runs: Runs,
    private readonly sources: Sources,
    private readonly naming: Naming,
    private readonly people: People,
  ) {
    super(reading.cut, phrases);
  }

  /**
   * Who a source is: the person it names or stands for; else the party and the kind of its words; *the statement*, *it*
   * and the like stand for the last body that spoke.
   */
  of(source: Phrase): Speaker {
    return {
      span: this.runs.spanOf(source.first, source.last),
      head: this.runs.spanOf(source.head, source.head + 1),
      ...this.#identify(source),
    };
  }

  #identify(source: Phrase): Identity {
    const phrase = this.sources.antecedent(source, sentenceAt(this.cut, source.first)) ?? source;
    const person = this.people.in(phrase);
    if (person !== undefined)
      return identity({
        kind: person.kind ?? this.naming.kindIn(phrase) ?? 'other',
        name: person.name,
        party: person.party ?? this.naming.partyIn(phrase),
      });
    const jointly = this.naming.areSeveral(phrase);
    const body = jointly ? undefined : this.naming.mentionsIn(phrase).find(({ name }) => name !== undefined);
    const party = jointly ? undefined : (body?.party ?? this.naming.partyIn(phrase));
    const official = party === undefined ? undefined : 'official';
    const kind = body?.role ?? this.naming.kindIn(phrase) ?? official;
    const owner = this.people.ownerOf(phrase);
    if (owner !== undefined) return identity({ kind: kind ?? 'official', party: owner.party });
    const taken = party === undefined ? this.#takenUp(source) : undefined;
    if (taken !== undefined) return taken;
    // "a spokesman for the ministry" is not the ministry, but speaks for it; "the president's office" is not the president.
    const speaker = identity({
      kind: kind ?? (this.pos[source.head] === 'PROPN' ? 'other' : 'unnamed'),
      party,
      name: body?.form === 'proper' ? undefined : body?.name,
    });
    if (party !== undefined) this.#lastBody = speaker;
    return speaker;
  }

  /** The body that *it*, *they* and *the statement* stand for. */
  #takenUp(source: Phrase): Identity | undefined {
    const word = this.word(source.head);
    const standsFor =
      word === 'it' || word === 'they' || this.reading.lexicons.grammar['spokes-noun'].has(word);
    if (!standsFor || source.last - source.first > 2) return undefined;
    return this.#subjectBody(source) ?? this.#lastBody;
  }

  /** The party or body that opens the sentence before: what *it* and *its statement* most likely take up. */
  #subjectBody({ first }: Phrase): Identity | undefined {
    const { cut } = this.reading;
    const before = cut.sentences[sentenceAt(cut, first).index - 1];
    const subject = before && this.phrases.ahead(before.first, before.last);
    const mention = subject && this.naming.mentionsIn(subject)[0];
    if (mention === undefined || (mention.role !== undefined && mention.form === 'proper')) return undefined;
    return identity({ party: mention.party, kind: mention.role ?? 'official', name: mention.name });
  }
}

/** Without what is not known. */
const identity = ({
  kind,
  name,
  party,
}: {
  readonly kind: Speaker['kind'];
  readonly name?: string | undefined;
  readonly party?: string | undefined;
}): Identity => ({
  kind,
  ...(name !== undefined && { name }),
  ...(party !== undefined && { party }),
});
