import { HE_OR_SHE } from '../../english/closed-classes.js';
import { HYPHEN } from '../../english/orthography.js';
import { isCapital } from '../../english/title-case.js';
import { words } from '../../english/words.js';
import { uniqueBy } from '../../model/collections.js';
import type { EventSide, Mention, PersonReference, Quotation, Sentence } from '../../model/doc.js';
import type { Lexicons } from '../../model/lexicon.js';
import { lowerBound } from '../../model/sorted.js';
import type { Naming } from '../naming.js';
import type { Phrase } from '../phrases.js';
import type { Cut } from '../sentences.js';
import { TokenReader } from '../tokens.js';
import type { NounKinds } from './nouns.js';

type Side = 'agent' | 'patient';
/** Behind the noun that a phrase is about, these still say whose it is. */
const JOINS: Readonly<Record<Side, ReadonlySet<string>>> = {
  agent: words('of from'),
  patient: words('of from in near'),
};
/** In what somebody says, these mean the speaker's side. */
const SPEAKERS_SIDE = words('its our we us');

/** Which parties the agents and the patients of an event are. */
export class EventSides extends TokenReader {
  readonly #grammar: Lexicons['grammar'];

  constructor(
    cut: Cut,
    { grammar }: Pick<Lexicons, 'grammar'>,
    private readonly naming: Naming,
    private readonly people: readonly PersonReference[],
    private readonly quotations: readonly Quotation[],
    private readonly nouns: NounKinds,
  ) {
    super(cut);
    this.#grammar = grammar;
  }

  /** The phrases of one side, and the mentions that they stand for, each party once. */
  sideOf(phrases: readonly Phrase[], side: Side, sentence: Sentence): EventSide | undefined {
    const standing = phrases.map(phrase => this.#standingFor(phrase, side, sentence));
    const shown = phrases[standing.findIndex(({ length }) => length > 0)] ?? phrases[0];
    const mentions = uniqueBy(standing.flat(), ({ party }) => party);
    return shown && { span: this.spanOf(shown.first, shown.last), mentions };
  }

  /** Whether a phrase names a party, a body, or somebody who may use force. */
  names(phrase: Phrase, sentence: Sentence): boolean {
    return this.nouns.isArmed(phrase) || this.#mentionAt(phrase.head, sentence) !== undefined;
  }

  /** The mentions that a noun phrase stands for, member by member of a list: see `#standsFor`. */
  #standingFor({ first, last, head }: Phrase, side: Side, sentence: Sentence): Mention[] {
    const joins = JOINS[side];
    const found: Mention[] = [];
    let excluded = false;
    let from = first;
    let best: Mention | undefined;
    let at = -1;
    const close = (to: number): void => {
      if (best !== undefined && this.#standsFor(best, at, this.#headIn(from, to, head), side))
        found.push(best);
      best = undefined;
      from = to + 1;
    };
    for (let i = first; i < last; i++) {
      const word = this.word(i);
      if (word === 'and' || word === ',' || word === '&') {
        close(i);
        // A comma without “and” after it begins an apposition, which names nobody new.
        if (word === ',' && found.length > 0 && !this.hasIn(i, last, k => /^(?:and|&)$/.test(this.word(k))))
          break;
        excluded = excluded && i > head;
        continue;
      }
      if (this.pos[i] === 'ADP' || word === 'to') {
        // "the consulate of X in Y": where what has a name of its own stands.
        const isWhere = word === 'in' && this.hasIn(first, i, k => this.pos[k] === 'PROPN');
        if (!joins.has(word) || isWhere) excluded = true;
        continue;
      }
      if (this.pos[i] === 'VERB' && i > head) break;
      if (excluded) continue;
      const mention = this.#mentionAt(i, sentence);
      if (mention === undefined || mention === best) continue;
      if (HYPHEN.test(this.word(i + 1)) && this.cut.start[i + 1] === this.cut.end[i]) continue;
      if (HYPHEN.test(this.word(i - 1)) && /^(?:anti|pro|non|ex)$/.test(this.word(i - 2))) continue;
      // Behind the noun it is about, a second name only says more about the first.
      if (best !== undefined && i > head) continue;
      best = mention;
      at = i;
    }
    close(last);
    const next = last + (this.pos[last + 1] === 'DET' ? 2 : 1);
    const mention = this.naming.mentionAt(next);
    if (
      found.length === 0 &&
      joins.has(this.word(last)) &&
      mention &&
      this.#standsFor(mention, next, head, side)
    )
      found.push(mention);
    return found;
  }

  /** The noun that a member of a list is about. */
  #headIn(from: number, to: number, head: number): number {
    if (from <= head && head < to) return head;
    const ends = this.firstIn(from, to, i => this.pos[i] === 'ADP');
    return this.lastFrom(ends - 1, from, i => this.isNominal(i));
  }

  /**
   * Whether a phrase stands for a party that is named at a token of it: at its noun; before or behind it only if the party acts
   * through what the noun says (*X’s forces*), or if it is a person, a place or a thing of a country or a body (*villagers in X*).
   * Neither supporters of somebody nor somebody's things are that person.
   */
  #standsFor({ span }: Mention, at: number, head: number, side: Side): boolean {
    if (head < 0) return false;
    const from = this.cut.start[head] as number;
    if (span.start <= from && from < span.end) return true;
    const { 'acting-noun': acting, 'armed-noun': armed, 'body-noun': body, relational } = this.#grammar;
    // "the X president N.": the office stands before the name.
    const before = at < head && isCapital(this.cut.text[head] as string);
    const office = before ? this.lastFrom(head, at + 1, i => acting.has(this.word(i))) : head;
    const word = this.word(office > at ? office : head);
    if (relational.has(word) && !acting.has(word)) return false;
    const acts = acting.has(word);
    const isPerson = this.naming.namedAt(at)?.member.kind === 'person' || this.#isOfPerson(at);
    if (isPerson) return acts && (armed.has(word) || body.has(word));
    return (
      acts || (side === 'patient' && this.nouns.kindsOf({ first: head, last: head + 1, head }).length > 0)
    );
  }

  /** *his*, *her* */
  #isOfPerson(i: number): boolean {
    return HE_OR_SHE.has(this.word(i));
  }

  #mentionAt(i: number, sentence: Sentence): Mention | undefined {
    return this.naming.mentionAt(i) ?? this.#personAt(i, sentence) ?? this.#speakerAt(i, sentence);
  }

  /** *he*, *the minister*: the party of the person of the gazetteer that it was led back to. */
  #personAt(i: number, { index }: Sentence): Mention | undefined {
    const at = this.cut.start[i] as number;
    const p = lowerBound(this.people.length, k => (this.people[k] as PersonReference).span.end, at + 1);
    const reference = this.people[p];
    if (reference === undefined || reference.span.start > at) return undefined;
    const { span, name, pronoun, party, member = '' } = reference;
    if (party === undefined) return undefined;
    return { member, party, span, name, sentence: index, form: pronoun ? 'pronominal' : 'nominal' };
  }

  /** *X said that its army*, *“we,” X said*: the party that speaks. */
  #speakerAt(i: number, { index }: Sentence): Mention | undefined {
    if (!SPEAKERS_SIDE.has(this.word(i))) return undefined;
    const at = this.cut.start[i] as number;
    const said = this.quotations.findLast(
      ({ content, form }) =>
        (this.lower[i] === 'its') === (form === 'indirect') &&
        content.some(({ start, end }) => start <= at && at < end),
    );
    const party = said?.source?.party;
    if (party === undefined) return undefined;
    const member = said?.source?.member ?? party;
    return { member, party, span: this.spanOf(i, i + 1), sentence: index, form: 'pronominal' };
  }
}
