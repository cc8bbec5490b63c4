import { ABBREVIATIONS, POSSESSIVE_ENDING, QUOTATION_MARK } from '../english/orthography.js';
import { isCapital, isTitleCase } from '../english/title-case.js';
import type { Span } from '../model/article.js';
import type { Paragraph, Sentence } from '../model/doc.js';
import { lowerBound } from '../model/sorted.js';
import type { Words } from '../model/words.js';
import { type Plain, toText } from './markup.js';
import { type Tagged, tag } from './nlp.js';

/** Tokens with offsets into the article, and the sentences that they make up. */
export interface Cut {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly text: readonly string[];
  /** The same in small letters. */
  readonly lower: readonly string[];
  readonly pos: Tagged['pos'];
  readonly negated: readonly boolean[];
  readonly sentences: Sentence[];
  /** Index of each token's sentence. */
  readonly sentenceOf: Int32Array;
}

export const sentenceAt = ({ sentences, sentenceOf }: Cut, token: number): Sentence =>
  sentences[sentenceOf[token] as number] as Sentence;

/** The tokens `[first, last)` that a span touches. */
export function tokensOf({ start, end }: Cut, span: Span): [first: number, last: number] {
  const first = lowerBound(end.length, i => end[i] as number, span.start + 1);
  const last = lowerBound(start.length, i => start[i] as number, span.end);
  return [first, Math.max(first, last)];
}

/** The words `[from, to)` that begin in a span. */
export const wordsOf = ({ start, length }: Words, span: Span): [from: number, to: number] => [
  lowerBound(length, i => start[i] as number, span.start),
  lowerBound(length, i => start[i] as number, span.end),
];

/**
 * Tags the paragraphs and cuts them into sentences: where wink-nlp cuts, at every paragraph, but not after an
 * abbreviation, nor before a small letter (*“Stop!” he cried*); a closing mark stays with what it closes.
 */
export function cutSentences(
  prose: string,
  paragraphs: readonly Paragraph[],
  words: Words,
  moved: Plain['moved'] = new Map(),
): Cut {
  const tagged = tagParagraphs(prose, paragraphs, moved);
  const { start, end, text, pos, negated, paragraphOf } = tagged;
  const size = text.length;
  const opens = sentenceStarts(tagged, words);
  const sentences: Sentence[] = [];
  const sentenceOf = new Int32Array(size);
  for (let first = 0; first < size; ) {
    let last = first + 1;
    while (last < size && opens[last] === 0) last++;
    const span = { start: start[first] as number, end: end[last - 1] as number };
    const [from, to] = wordsOf(words, span);
    sentenceOf.fill(sentences.length, first, last);
    mendTags(tagged, first, last);
    const p = paragraphOf[first] as number;
    const { zone } = paragraphs[p] as Paragraph;
    sentences.push({ index: sentences.length, span, zone, paragraph: p, first, last, from, to });
    first = last;
  }
  const lower = text.map(each => each.toLowerCase());
  return { start, end, text, lower, pos, negated, sentences, sentenceOf };
}

/** Tokens as they are tagged, in their places in the article. */
interface Placed extends Pick<Tagged, 'text' | 'pos' | 'negated' | 'sentenceStart'> {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly paragraphOf: Int32Array;
}

/** Tags the paragraphs; exactly two line feeds part paragraphs for wink-nlp, so the text is laid out anew for it. */
function tagParagraphs(prose: string, paragraphs: readonly Paragraph[], moved: Plain['moved']): Placed {
  const pieces: string[] = [];
  const shifts: number[] = [];
  let at = 0;
  for (const { start, end } of paragraphs) {
    const piece = prose.slice(start, end).replaceAll('\n', ' ');
    pieces.push(piece);
    shifts.push(start - at);
    at += piece.length + 2;
  }
  const tagged = tag(pieces.join('\n\n'));
  const size = tagged.text.length;
  const [start, end, paragraphOf] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  let p = 0;
  for (let i = 0; i < size; i++) {
    while ((tagged.start[i] as number) + (shifts[p] as number) >= (paragraphs[p] as Paragraph).end) p++;
    start[i] = (tagged.start[i] as number) + (shifts[p] as number);
    end[i] = (tagged.end[i] as number) + (shifts[p] as number);
    paragraphOf[i] = p;
  }
  toText({ start, end }, moved);
  return { ...tagged, start, end, paragraphOf };
}

/** Which tokens begin a sentence: 1 where they do, 0 where they do not. */
function sentenceStarts(tagged: Placed, words: Words): Uint8Array {
  const { start, paragraphOf } = tagged;
  const size = start.length;
  const opens = new Uint8Array(size);
  for (const first of tagged.sentenceStart) opens[first] = 1;
  let inside = 0;
  for (let i = 0; i < size; i++) {
    if (i === 0 || paragraphOf[i] !== paragraphOf[i - 1]) {
      opens[i] = 1;
      continue;
    }
    if (opens[i] === 0) continue;
    // Lexicon forms are matched on words; a sentence does not begin inside one.
    while (inside < words.length && (words.end[inside] as number) <= (start[i] as number)) inside++;
    if (inside < words.length && (words.start[inside] as number) < (start[i] as number)) opens[i] = 0;
    else if (goesOn(tagged, i)) opens[i] = 0;
    else if (closes(tagged, i)) {
      opens[i] = 0;
      if (i + 1 < size && opens[i + 1] === 0 && !goesOn(tagged, i + 1)) opens[i + 1] = 1;
    }
  }
  return opens;
}

/**
 * Mends slips of the tagger that cost sources: names that are also verbs (*Skip Rutherford*, *Charlie Cook*), told by
 * their capital where other words have none, and participles after a hyphen (*Texas-based*). A quotation mark is no word.
 */
function mendTags({ text, pos, start, end }: Placed, first: number, last: number): void {
  const titleCase = isTitleCase(text.slice(first, last));
  const opensAt = (i: number): boolean => {
    const before = text[i - 1] as string;
    return /^[:([—–-]/.test(before) || (QUOTATION_MARK.test(before) && start[i] === end[i - 1]);
  };
  const mayEndPossessive = (i: number): boolean =>
    POSSESSIVE_ENDING.test(text[i] as string) && start[i] === end[i - 1] && pos[i - 1] !== 'PUNCT';
  for (let i = first; i < last; i++) {
    if (QUOTATION_MARK.test(text[i] as string) && !mayEndPossessive(i)) pos[i] = 'PUNCT';
    if (i === first || pos[i] !== 'VERB') continue;
    if (text[i - 1] === '-' && start[i] === end[i - 1]) pos[i] = 'ADJ';
    else if (!titleCase && isCapital(text[i] as string) && !opensAt(i)) pos[i] = 'PROPN';
  }
}

/** Whether what wink-nlp took for the start of a sentence belongs to the sentence before. */
function goesOn({ text, start, end }: Placed, i: number): boolean {
  const first = (text[i] as string).charAt(0);
  if (first !== first.toUpperCase() || /^[,;:)\]]$/.test(first)) return true;
  const before = text[i - 1] as string;
  const stopped =
    before === '.' && start[i - 1] === end[i - 2] ? (text[i - 2] as string) : before.slice(0, -1);
  return before.endsWith('.') && ABBREVIATIONS.has(stopped.toLowerCase());
}

/** Whether token `i` is a mark that closes what came before: it touches that, and not what follows. */
function closes({ text, start, end }: Placed, i: number): boolean {
  return QUOTATION_MARK.test(text[i] as string) && start[i] === end[i - 1] && start[i + 1] !== end[i];
}
