import { FIRST_PERSON, SECOND_PERSON, WH_WORDS } from '../../english/closed-classes.js';
import { DASH } from '../../english/orthography.js';
import type { Paragraph, Sentence } from '../../model/doc.js';
import type { People } from '../people.js';
import type { Phrase } from '../phrases.js';
import { sentenceAt, tokensOf } from '../sentences.js';
import { type Speech, SpeechReader } from '../speech.js';
import type { Attribution } from './attribution.js';
import type { Contents, Stretch } from './contents.js';
import type { Run } from './runs.js';

/** The words of a line that may name who speaks in it; a longer one is a sentence. */
const LONGEST_LABEL = 12;

/** What reads labels: names that stand before or behind what is said, with a mark and no verb. */
export abstract class LabelReader extends SpeechReader {
  constructor(
    speech: Speech,
    protected readonly people: People,
  ) {
    super(speech);
  }

  /** Whether a phrase ends in somebody who may speak; a country before a colon is what a text is about. */
  protected namesSpeaker({ first, last }: Phrase): boolean {
    const end = last - 1;
    const { grammar } = this.lexicons;
    const word = this.word(end);
    if (grammar['label-noun'].has(this.word(first))) return false;
    if (this.naming.officeAt(end) !== undefined) return true;
    if (grammar['person-noun'].has(word) || grammar['body-noun'].has(word)) return true;
    return this.isPerson({ first: end, last, head: end }) || this.#isBody(end) || this.#speaksElsewhere(end);
  }

  #speaksElsewhere(token: number): boolean {
    const { names } = this.speech;
    const use = names.find(({ first, last }) => first <= token && token < last);
    return use !== undefined && names.some(({ key, speaks }) => speaks && key === use.key);
  }

  protected isPerson(phrase: Phrase): boolean {
    const kind = this.naming.namedAt(phrase.last - 1)?.member.kind;
    return kind === 'person' || this.people.in(phrase) !== undefined;
  }

  #isBody(token: number): boolean {
    const kind = this.naming.namedAt(token)?.member.kind;
    return kind === 'organisation' || kind === 'party' || kind === 'group';
  }

  protected isPlace(token: number): boolean {
    const kind = this.naming.namedAt(token)?.member.kind;
    return kind === 'country' || kind === 'territory';
  }

  /** Whether somebody speaks in these words of himself, or to somebody. */
  protected isAddressed(from: number, to: number): boolean {
    const speaks = (i: number): boolean => FIRST_PERSON.has(this.word(i)) || SECOND_PERSON.has(this.word(i));
    return this.hasIn(from, to, speaks);
  }

  /** The tokens of a paragraph. */
  protected tokensIn(paragraph: Paragraph): Stretch {
    return tokensOf(this.cut, paragraph);
  }
}

/** Attributions by a label alone: *X: “...”*, *“...” – X*, *And from X:*, a signed post; in headlines *X: claim* and *claim: X*. */
export class Labels extends LabelReader {
  constructor(
    speech: Speech,
    people: People,
    private readonly contents: Contents,
  ) {
    super(speech, people);
  }

  /** Those that need no reporting word beside them, and that none may claim. */
  all(): Attribution[] {
    const { paragraphs } = this.speech;
    return paragraphs.flatMap((paragraph, p) => {
      const before = paragraphs[p - 1];
      const found =
        paragraph.signs === true && before !== undefined
          ? this.#signed(paragraph, before)
          : (this.#announced(paragraph, paragraphs[p + 1]) ?? this.#behindDash(paragraph, before));
      return found === undefined ? [] : [found];
    });
  }

  /** A post, and *— X* behind it. */
  #signed(signature: Paragraph, post: Paragraph): Attribution {
    const [first, last] = this.tokensIn(signature);
    const name = this.firstIn(first, last - 1, i => !DASH.test(this.word(i)));
    const source = { first: name, last, head: last - 1 };
    return { cue: { colon: this.spanOf(first, name) }, source, content: [this.tokensIn(post)] };
  }

  /** *And from the minister X:*, and a paragraph of its own. */
  #announced(label: Paragraph, next: Paragraph | undefined): Attribution | undefined {
    const [first, last] = this.tokensIn(label);
    const colon = last - 1;
    if (next === undefined || this.lower[colon] !== ':' || last - first > LONGEST_LABEL) return undefined;
    if (this.phrases.hasVerb(first, colon)) return undefined;
    const source = this.phrases.back(colon - 1, first);
    if (source === undefined || !this.namesSpeaker(source)) return undefined;
    const [opens, closes] = this.tokensIn(next);
    const run = this.runs.at(opens);
    // A line that only ends in a colon may head a list: without marks somebody must be named.
    if (run === undefined && (!this.isPerson(source) || closes - opens < 3)) return undefined;
    const content: Stretch = run === undefined ? [opens, closes] : [run.first, run.last];
    return { cue: { colon: this.spanOf(colon, last) }, source, content: [content] };
  }

  /** *“...” – the minister X*, in one paragraph or the name in the next. */
  #behindDash(paragraph: Paragraph, before: Paragraph | undefined): Attribution | undefined {
    const [first, last] = this.tokensIn(paragraph);
    const run = this.runs.at(first);
    const within = run !== undefined && run.last < last;
    const quotation = within ? run : before && this.#wholeRun(before);
    const dash = within ? run.last : first;
    if (quotation === undefined || !DASH.test(this.word(dash)) || last - dash > LONGEST_LABEL + 2)
      return undefined;
    const phrase = this.phrases.ahead(dash + 1, last);
    if (phrase === undefined || this.hasIn(dash + 1, last, i => this.isVerb(i))) return undefined;
    const named = this.pos[phrase.head] === 'PROPN' || this.namesSpeaker(phrase);
    if (!named) return undefined;
    const source = this.phrases.withApposition(phrase, last);
    return {
      cue: { colon: this.spanOf(dash, dash + 1) },
      source,
      content: [[quotation.first, quotation.last]],
    };
  }

  /** The run that a paragraph consists of. */
  #wholeRun(paragraph: Paragraph): Run | undefined {
    const [first, last] = this.tokensIn(paragraph);
    const run = this.runs.at(first);
    return run !== undefined && run.last >= last ? run : undefined;
  }

  /**
   * *Clinton: "..."*, *issued the following statement: "..."*; in headlines also *Clinton camp: the vote is won*, *The vote
   * is won: Clinton camp*.
   *
   * @param isTaken whether the words at a token are attributed already
   */
  ofColon(sentence: Sentence, isTaken: (token: number) => boolean): Attribution | undefined {
    const { first, last } = sentence;
    const isColon = (k: number): boolean => this.lower[k] === ':' && !this.runs.isQuoted(k);
    const i = this.firstIn(first + 1, last - 1, isColon);
    if (i + 1 >= last) return undefined;
    return (
      this.#beforeColon(sentence, i, isTaken) ??
      this.#behindColon(sentence, this.lastFrom(last - 2, i, isColon), isTaken)
    );
  }

  #beforeColon(sentence: Sentence, i: number, isTaken: (token: number) => boolean): Attribution | undefined {
    const { first, last, span } = sentence;
    const run = this.runs.at(i + 1);
    const verbs = this.phrases.hasVerb(first, i);
    if (run === undefined ? verbs || !this.#isHeading(sentence) : run.isName) return undefined;
    if (isTaken(i + 1)) return undefined;
    const source = verbs ? this.phrases.mainSubject(sentence, i) : this.phrases.ahead(first, i);
    if (source === undefined || (!verbs && source.last !== i)) return undefined;
    if (run === undefined && !this.#claims(source, i + 1, last)) return undefined;
    const content = run === undefined ? this.contents.trim(i + 1, last) : ([run.first, run.last] as Stretch);
    const verb = verbs ? this.phrases.firstVerb(source.last, i) : i;
    const colon = this.spanOf(verb, i + 1);
    return content && span.start <= colon.start ? { cue: { colon }, source, content: [content] } : undefined;
  }

  /** Whether a heading’s words behind a colon are those of whoever stands before it, and not about him. */
  #claims(source: Phrase, from: number, to: number): boolean {
    if (source.last - source.first > 7 || !this.namesSpeaker(source)) return false;
    if (!this.hasIn(from, to, i => this.isVerb(i)) || WH_WORDS.has(this.word(from))) return false;
    const person = this.people.in(source);
    const about = this.people.references.some(
      each => each.person === person && each.first >= from && each.last <= to,
    );
    return person === undefined || !about;
  }

  /** *The vote is won: Clinton camp* */
  #behindColon(sentence: Sentence, i: number, isTaken: (token: number) => boolean): Attribution | undefined {
    const { first, last } = sentence;
    if (!this.#isHeading(sentence) || i - first < 2 || isTaken(first)) return undefined;
    const source = this.phrases.ahead(i + 1, last);
    if (source === undefined || source.last !== last || !this.#mayHaveSaid(source, first, i))
      return undefined;
    if (this.lexicons.grammar['label-noun'].has(this.word(first)) || WH_WORDS.has(this.word(first)))
      return undefined;
    const content = this.contents.trim(first, i);
    return content && { cue: { colon: this.spanOf(i, i + 1) }, source, content: [content] };
  }

  /** Behind a claim a country may stand for those who made it, if it is a clause. */
  #mayHaveSaid(source: Phrase, from: number, to: number): boolean {
    const isCountry = source.first === source.head && this.isPlace(source.head);
    return isCountry ? this.hasIn(from, to, i => this.isVerb(i)) : this.namesSpeaker(source);
  }

  /** A headline, or another line of one sentence that ends as they do. */
  #isHeading({ first, last, zone, index, paragraph }: Sentence): boolean {
    if (zone === 'headline' || index === 0) return true;
    const { sentences } = this.cut;
    const alone =
      sentences[index - 1]?.paragraph !== paragraph && sentences[index + 1]?.paragraph !== paragraph;
    return (
      zone !== 'caption' &&
      alone &&
      last - first <= 24 &&
      !/^(?:[.!?…"”’;]|\.\.\.)$/.test(this.word(last - 1))
    );
  }

  /** The sentence that an attribution of a label counts for. */
  sentenceOf({ content }: Attribution): number {
    return sentenceAt(this.cut, content[0]?.[0] ?? 0).index;
  }
}
