import { THING_PRONOUNS } from '../../english/closed-classes.js';
import { isCapital } from '../../english/title-case.js';
import type { MemberKind } from '../../model/cast.js';
import type { Mention } from '../../model/doc.js';
import { type Lexicons, PATIENT_KINDS, type PatientKind } from '../../model/lexicon.js';
import type { Naming } from '../naming.js';
import type { Phrase } from '../phrases.js';
import { type Cut, tokensOf } from '../sentences.js';
import { TokenReader } from '../tokens.js';

type Kinds = readonly PatientKind[];

const OF_MEMBERS: Readonly<Record<MemberKind, Kinds>> = {
  person: ['person'],
  group: ['person', 'body'],
  organisation: ['body'],
  party: ['person', 'body'],
  country: ['place', 'body', 'person'],
  territory: ['place', 'body', 'person'],
};
/** What a capital alone may name. */
const OF_NAMES: Kinds = ['person', 'body', 'place'];
const QUANTITY =
  /^(?:number|group|series|pair|dozens?|scores?|hundreds?|thousands?|millions?|handful|majority|one|some|many|most|several|all|both|half|none|two|three|members?)$/;

/** What ends so and is counted is people, if no list knows it. */
const PEOPLE = /(?:[^e]er|or|ist|ian|ee|man|woman)s$|(?:men|women)$/;

/** What noun phrases name, by their heads: somebody, a body, a place, a thing; and who may use force. */
export class NounKinds extends TokenReader {
  readonly #grammar: Lexicons['grammar'];
  readonly #things: ReadonlySet<string>;

  constructor(
    cut: Cut,
    { grammar, names }: Pick<Lexicons, 'grammar' | 'names'>,
    private readonly naming: Naming,
  ) {
    super(cut);
    this.#grammar = grammar;
    this.#things = names.things;
  }

  /** Empty where the head is none of these, or unknown. */
  kindsOf({ first, last, head }: Phrase): Kinds {
    const at = this.#counted(head, last);
    const named = this.naming.namedAt(at);
    if (named !== undefined) return OF_MEMBERS[named.member.kind];
    const word = this.word(at);
    const listed = PATIENT_KINDS.filter(kind => this.#grammar[`${kind}-noun`].has(word));
    if (listed.length > 0) return listed;
    if (this.#grammar.relational.has(word)) return ['person'];
    // "20 first graders"
    if (PEOPLE.test(word) && this.hasIn(first, at, i => this.pos[i] === 'NUM')) return ['person'];
    if (this.pos[at] === 'PRON') return THING_PRONOUNS.has(word) ? [] : ['person', 'body'];
    if (this.pos[at] === 'NUM') return /^\d{4}$|%/.test(word) ? [] : ['person'];
    if (!isCapital(this.cut.text[at] as string) || at === first) return this.#isName(at) ? OF_NAMES : [];
    return this.#things.has(word) ? [] : OF_NAMES;
  }

  isPerson(phrase: Phrase): boolean {
    const kinds = this.kindsOf(phrase);
    return kinds.includes('person') && !kinds.includes('place');
  }

  /** *FBI*, *NATO*: capitals alone that are no country. */
  isAcronym(i: number): boolean {
    const isLetters = /^(?:[A-Z]{2,5}|(?:[A-Z]\.){2,5})$/.test(this.cut.text[i] ?? '');
    return isLetters && !this.isCountry({ first: i, last: i + 1, head: i });
  }

  isArmed({ last, head }: Phrase): boolean {
    return this.#grammar['armed-noun'].has(this.word(this.#counted(head, last)));
  }

  /** A country by its own name, and not a body of it: *the White House*. */
  isCountry({ last, head }: Phrase): boolean {
    const named = this.naming.namedAt(this.#counted(head, last));
    const kind = named?.mention.body === undefined ? named?.member.kind : undefined;
    return kind === 'country' || kind === 'territory';
  }

  /** A country by its own name, not by an adjective: *the X strike* is in X, not by it. Abbreviations are both. */
  isPlaceName({ last, head }: Phrase): boolean {
    const at = this.#counted(head, last);
    return (
      this.isCountry({ first: at, last, head: at }) &&
      this.naming.namedAt(at)?.member.name === this.cut.text[at]
    );
  }

  /** *Americans* are not their country. */
  areCitizens({ span }: Mention): boolean {
    const at = tokensOf(this.cut, span)[1] - 1;
    const kind = this.naming.namedAt(at)?.member.kind;
    return (kind === 'country' || kind === 'territory') && /(?:ans|is)$/.test(this.word(at));
  }

  /** A place or a thing by a common noun. */
  isSite({ last, head }: Phrase): boolean {
    const word = this.word(this.#counted(head, last));
    return this.#grammar['place-noun'].has(word) || this.#grammar['thing-noun'].has(word);
  }

  /** *dozens of homes*: what is counted. */
  #counted(head: number, last: number): number {
    if (this.word(head + 1) !== 'of' || !(QUANTITY.test(this.word(head)) || this.pos[head] === 'NUM'))
      return head;
    const starts = this.firstIn(head + 2, last, i => this.isNominal(i));
    if (starts >= last) return head;
    return this.firstIn(starts, last, i => !this.isNominal(i + 1) || i + 1 >= last);
  }

  #isName(i: number): boolean {
    return this.pos[i] === 'PROPN' && !this.#things.has(this.word(i));
  }
}
