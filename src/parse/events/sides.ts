import { HYPHEN } from '../../english/orthography.js';
import { words } from '../../english/words.js';
import { uniqueBy } from '../../model/collections.js';
import type { EventSide, Mention, PersonReference, Quotation, Sentence } from '../../model/doc.js';
import { lowerBound } from '../../model/sorted.js';
import type { Naming } from '../naming.js';
import type { Phrase } from '../phrases.js';
import type { Cut } from '../sentences.js';
import { TokenReader } from '../tokens.js';

type Joins = ReadonlySet<string>;
/** Behind the noun that a phrase is about, these still say whose it is. */
const BELONGS: Joins = words('of from');
const AT_PLACE: Joins = words('in near');
/** In what somebody says, these mean the speaker's side. */
const SPEAKERS_SIDE = words('its our we us');

/** Which parties the agents and the patients of an event are. */
export class EventSides extends TokenReader {
  constructor(
    cut: Cut,
    private readonly naming: Naming,
    private readonly people: readonly PersonReference[],
    private readonly quotations: readonly Quotation[],
  ) {
    super(cut);
  }

  agent(phrases: readonly Phrase[], sentence: Sentence): EventSide | undefined {
    return this.#side(phrases, BELONGS, sentence);
  }

  patient(phrases: readonly Phrase[], sentence: Sentence): EventSide | undefined {
    return this.#side(phrases, AT_PLACE, sentence);
  }

  /** Whether a phrase stands for a party. */
  names(phrase: Phrase, sentence: Sentence): boolean {
    return this.#standingFor(phrase, BELONGS, sentence).length > 0;
  }

  /** The phrases of one side, and the mentions that they stand for, each party once. */
  #side(phrases: readonly Phrase[], joins: Joins, sentence: Sentence): EventSide | undefined {
    const standing = phrases.map(phrase => this.#standingFor(phrase, joins, sentence));
    const shown = phrases[standing.findIndex(({ length }) => length > 0)] ?? phrases[0];
    const mentions = uniqueBy(standing.flat(), ({ party }) => party);
    return shown && { span: this.spanOf(shown.first, shown.last), mentions };
  }

  /** The mentions that a noun phrase stands for: member by member of a list the one at its noun, or next before it. */
  #standingFor({ first, last, head }: Phrase, joins: Joins, sentence: Sentence): Mention[] {
    const found: Mention[] = [];
    let excluded = false;
    let best: Mention | undefined;
    const close = (): void => {
      if (best !== undefined) found.push(best);
      best = undefined;
    };
    for (let i = first; i < last; i++) {
      const word = this.word(i);
      if (word === 'and' || word === ',' || word === '&') {
        close();
        // A comma without “and” after it begins an apposition, which names nobody new.
        if (word === ',' && found.length > 0 && !this.hasIn(i, last, k => /^(?:and|&)$/.test(this.word(k))))
          break;
        excluded = excluded && i > head;
        continue;
      }
      if (this.pos[i] === 'ADP' || word === 'to') {
        if (!BELONGS.has(word) && !joins.has(word)) excluded = true;
        continue;
      }
      if (this.pos[i] === 'VERB' && i > head) break;
      if (excluded) continue;
      const mention = this.naming.mentionAt(i) ?? this.#personAt(i, sentence) ?? this.#speakerAt(i, sentence);
      if (mention === undefined || mention === best) continue;
      if (HYPHEN.test(this.word(i + 1)) && this.cut.start[i + 1] === this.cut.end[i]) continue;
      if (HYPHEN.test(this.word(i - 1)) && /^(?:anti|pro|non|ex)$/.test(this.word(i - 2))) continue;
      // Behind the noun it is about, a second name only says more about the first.
      if (best === undefined || i <= head) best = mention;
    }
    close();
    const next = this.naming.mentionAt(last + (this.pos[last + 1] === 'DET' ? 2 : 1));
    if (found.length === 0 && joins.has(this.word(last)) && next !== undefined) found.push(next);
    return found;
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
