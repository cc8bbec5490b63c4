import { DETERMINERS, FIRST_PERSON, RELATIVES, SECOND_PERSON } from '../english/closed-classes.js';
import { overlaps, type Span, VOICES } from '../model/article.js';
import { getOrAdd } from '../model/collections.js';
import type { Doc, Sentence } from '../model/doc.js';
import type { CueForm, Match } from '../model/lexicon.js';
import { announcedIn } from './announced.js';

/** The frames of *called*, *described*: of what somebody called something, the words are his. */
const NAMING = ['quote', 'act'] as const;
const SPOKEN: ReadonlySet<string> = new Set(
  [...FIRST_PERSON, ...SECOND_PERSON].filter(word => word !== 'us'),
);
/** So many words after *charges* a *that* may open what they are. */
const THAT_WITHIN = 7;
const BETWEEN = 1;
const WITHIN = 2;

/** Whose a word is, as far as that is sure. */
export type Whose = 'own' | 'quoted' | 'reported by a person' | 'reported' | 'unclear';

const read = new WeakMap<Doc, WordsOf>();

/** Whose the words of a document are; several passes ask, and it is read once. */
export const whoseWordsIn = (doc: Doc): WordsOf => getOrAdd(read, doc, () => new WordsOf(doc));

/** Whose the words of a document are, and where that is not sure. */
export class WordsOf {
  readonly #doc: Doc;
  /** Tokens within what the outlet tells that somebody said or did: *accused him of lying*. */
  readonly #told: Uint8Array;
  readonly #marked: Uint8Array;
  /** Paragraphs that may be a statement that was announced before them. */
  readonly #announced: ReadonlySet<number>;

  constructor(doc: Doc) {
    this.#doc = doc;
    this.#marked = betweenMarks(doc);
    this.#announced = announcedIn(doc);
    this.#told = new Uint8Array(doc.tokens.length);
    for (const { act, content } of doc.quotations)
      if (act === true)
        for (const { start, end } of content)
          this.#told.fill(1, doc.tokenAt(start), doc.tokenAt(end - 1) + 1);
  }

  /** @param cues the reporting words of the sentence */
  of(token: number, cues: readonly Match<CueForm>[]): Whose {
    const { tokens, sentences, quotations, people } = this.#doc;
    const voice = VOICES[tokens.voice[token] as number];
    if (voice === 'scare') return 'unclear';
    if (voice === 'outlet')
      return this.#told[token] === 1 ||
        this.isMarked(token) ||
        this.#announced.has((sentences[tokens.sentence[token] as number] as Sentence).paragraph) ||
        this.#isSpoken(token) ||
        this.#isCharged(token, cues)
        ? 'unclear'
        : 'own';
    const source = quotations[tokens.quotation[token] as number]?.source;
    if (voice === 'indirect')
      return source !== undefined && people.some(({ span }) => overlaps(span, source.head))
        ? 'reported by a person'
        : 'reported';
    // Within another’s quotation somebody else may be quoted.
    const isUnclear = this.#marked[token] === WITHIN || (source !== undefined && this.#isNobody(source.span));
    return isUnclear ? 'unclear' : 'quoted';
  }

  /** Whether it stands between quotation marks, or in a paragraph whose marks do not pair. */
  isMarked(token: number): boolean {
    return this.#marked[token] !== 0;
  }

  /** *I*, *we* and *you* seldom stand in news but in quotations that were not seen. */
  #isSpoken(token: number): boolean {
    const { tokens, sentences } = this.#doc;
    const { first, last } = sentences[tokens.sentence[token] as number] as Sentence;
    const isOwn = (i: number): boolean => tokens.voice[i] === tokens.voice[token] && !this.isMarked(i);
    for (let i = first; i < last; i++)
      if (SPOKEN.has((tokens.text[i] as string).toLowerCase()) && isOwn(i)) return true;
    return false;
  }

  /** A source that is only a word of grammar: *the*, *who*. */
  #isNobody({ start, end }: Span): boolean {
    const word = this.#doc.article.text.slice(start, end).toLowerCase();
    return DETERMINERS.has(word) || RELATIVES.has(word);
  }

  /** What somebody is accused of or called stands after the word that does so. */
  #isCharged(token: number, cues: readonly Match<CueForm>[]): boolean {
    const { tokens, events, tokenAt } = this.#doc;
    const { sentence, clause, start } = tokens;
    const isBefore = ({ end }: Span): boolean => end <= (start[token] as number);
    // What follows *that* and *as* may be a clause of its own.
    const governs = (span: Span): boolean =>
      isBefore(span) &&
      (clause[tokenAt(span.start)] === clause[token] || this.#isThat(tokenAt(span.end - 1) + 1, token));
    const names = ({ start, end, value: { frames } }: Match<CueForm>): boolean => {
      const next = tokenAt(end - 1) + 1;
      if (frames.includes('act') && this.#word(next) === 'as') return clause[next] === clause[token];
      return (
        (clause[tokenAt(start)] === clause[token] || clause[next] === clause[token]) &&
        (frames.includes('complement') || NAMING.every(frame => frames.includes(frame)))
      );
    };
    return (
      events.some(
        each => each.class === 'accuse' && each.sentence === sentence[token] && governs(each.span),
      ) ||
      cues.some(each => isBefore(each) && (names(each) || this.#isThat(tokenAt(each.end - 1) + 1, token)))
    );
  }

  /** *charges from bakers that ...*: whether a word stands in the clause that *that* opens soon after a token. */
  #isThat(from: number, token: number): boolean {
    const { clause, pos } = this.#doc.tokens;
    for (let i = from; i < Math.min(token, from + THAT_WITHIN); i++)
      if (this.#word(i) === 'that')
        return pos[i + 1] !== 'VERB' && pos[i + 1] !== 'AUX' && clause[token] === clause[i + 1];
    return false;
  }

  #word(token: number): string {
    return (this.#doc.tokens.text[token] ?? '').toLowerCase();
  }
}

/** Of each token whether it stands between quotation marks, or between single ones; where those of a paragraph do not pair, all do. */
function betweenMarks({ tokens, sentences }: Doc): Uint8Array {
  const marked = new Uint8Array(tokens.length);
  for (let s = 0; s < sentences.length; ) {
    const { paragraph, first } = sentences[s] as Sentence;
    let last = first;
    for (; sentences[s]?.paragraph === paragraph; s++) last = (sentences[s] as Sentence).last;
    let isOpen = false;
    let isSingle = false;
    let isOdd = false;
    for (let i = first; i < last; i++) {
      const text = tokens.text[i] as string;
      if (text === '“' || text === '”' || text === '"') {
        isOdd ||= (text === '“' && isOpen) || (text === '”' && !isOpen);
        isOpen = text === '“' || (text === '"' && !isOpen);
      } else if (text === '‘') isSingle = true;
      else if (text === '’') isSingle = false;
      else if (isSingle) marked[i] = WITHIN;
      else if (isOpen) marked[i] = BETWEEN;
    }
    if (isOdd || isOpen) for (let i = first; i < last; i++) if (marked[i] === 0) marked[i] = BETWEEN;
  }
  return marked;
}
