import { POSSESSIVES, THING_PRONOUNS } from '../english/closed-classes.js';
import type { SourceKind } from '../model/lexicon.js';
import { lowerBound } from '../model/sorted.js';
import type { Naming } from './naming.js';
import type { Phrase } from './phrases.js';
import type { Cut } from './sentences.js';
import { TokenReader } from './tokens.js';

/** Somebody whom a text names. */
export interface Person {
  /** As fully as the text or the gazetteer gives it. */
  name: string;
  /** The member of the cast; none for somebody who is referred to by an office alone. */
  readonly member: string | undefined;
  /** The side that the person counts for, and the political party. */
  party: string | undefined;
  politicalParty: string | undefined;
  kind: SourceKind | undefined;
  pronoun: 'he' | 'she' | undefined;
  /** Words for the person’s office, as the text uses them: *minister*, *spokeswoman*. */
  readonly offices: Set<string>;
}

/** A place where the text refers to a person, on the tokens; `named` if by name. */
export interface Reference extends Phrase {
  readonly person: Person;
  readonly named: boolean;
  readonly pronoun: boolean;
  /** Whether a verb follows; looked for when it is first asked. */
  subject?: boolean;
}

/** Who is meant by a noun phrase, once the people of a text are followed. */
export class People extends TokenReader {
  constructor(
    cut: Cut,
    private readonly naming: Naming,
    /** In the order of the text. */
    readonly references: readonly Reference[],
  ) {
    super(cut);
  }

  /** The person that a phrase is about: referred to in its head, or in its apposition. */
  in(phrase: Phrase): Person | undefined {
    const { lower, text } = this.cut;
    const inside = this.references
      .slice(this.#from(phrase.first), this.#from(phrase.last))
      .filter(({ last }) => last <= phrase.last);
    const owns = ({ last }: Reference): boolean => /^['’]/.test(text[last] as string);
    // "the Kovac government" is not Kovac.
    const modifies = ({ last }: Reference): boolean =>
      last <= phrase.head && this.pos[phrase.head] === 'NOUN';
    // "Ada Hill, X’s chief of staff", "Ada Hill, X spokeswoman"
    const apposed = inside.find(
      each => each.named && lower[each.first - 1] === ',' && !owns(each) && this.pos[each.last] !== 'NOUN',
    );
    // *her mother* is not she.
    const atHead =
      inside.find(({ head }) => head === phrase.head) ??
      inside.find(reference => reference.first === phrase.first && !owns(reference) && !modifies(reference));
    // "a friend of X" is not X.
    const isOf = ({ first }: Reference): boolean =>
      this.hasIn(phrase.head + 1, first, i => this.pos[i] === 'ADP') &&
      /^(?:ADP|CCONJ)$/.test(this.tag(first - 1));
    const other = inside.find(
      reference => reference.named && !owns(reference) && !modifies(reference) && !isOf(reference),
    );
    // A given name that the tagger has cut off from its surname.
    const before = this.references[this.#from(phrase.first) - 1];
    const around = before?.named && before.last > phrase.first ? before : undefined;
    return (around ?? apposed ?? atHead ?? other)?.person;
  }

  /** Those who are joined in a phrase, as far as they are known: *A and B*, *she and her brother B*; nothing where one is meant. */
  joinedIn({ first, last }: Phrase): Person[] | undefined {
    const joined = this.references
      .slice(this.#from(first), this.#from(last))
      .filter(each => each.last <= last && (each.named || each.pronoun) && !this.#owns(each));
    const opening = ({ first: at }: Reference): number =>
      this.lastFrom(at - 1, first, i => !/^(?:ADJ|DET|NOUN|PROPN|PRON)$/.test(this.tag(i)));
    const isJoined = joined.some((each, r) => {
      const and = opening(each);
      const before = joined[r - 1];
      if (and < first || !/^(?:and|&)$/.test(this.word(and))) return false;
      return before === undefined
        ? this.pos[and - 1] === 'PROPN' && each.first === and + 1
        : before.person !== each.person && and >= before.last;
    });
    // "a friend of A and B" is one.
    const isOf = this.hasIn(first, joined[0]?.first ?? first, i => this.pos[i] === 'ADP');
    return isJoined && !isOf ? joined.map(({ person }) => person) : undefined;
  }

  /** *X’s brother*, *his brother* */
  #owns({ first, last }: Reference): boolean {
    return /^['’]/.test(this.word(last)) || POSSESSIVES.has(this.word(first));
  }

  /** The person whose *his* or *her* opens a phrase: *his office*. */
  ownerOf({ first }: Phrase): Person | undefined {
    const word = this.lower[first];
    const reference = this.references[this.#from(first)];
    const owns = (word === 'his' || word === 'her') && reference?.first === first && reference.pronoun;
    return owns ? reference.person : undefined;
  }

  /** Whether a phrase can stand for somebody who acts: a person, a party, an office, a name, a personal pronoun. */
  isAgent(phrase: Phrase): boolean {
    const { pos, lower, start } = this.cut;
    const { head } = phrase;
    if (pos[head] === 'PROPN' || this.naming.officeAt(head) !== undefined) return true;
    if (pos[head] === 'PRON') return !THING_PRONOUNS.has(lower[head] as string);
    return (
      this.in(phrase) !== undefined ||
      this.naming.mentionsIn(phrase).some(({ span }) => span.end >= (start[head] as number))
    );
  }

  #from(token: number): number {
    return lowerBound(this.references.length, r => (this.references[r] as Reference).first, token);
  }
}
