import { HYPHEN } from '../english/orthography.js';
import type { Span } from '../model/article.js';
import type { Doc, Pos } from '../model/doc.js';
import { placeAt } from '../model/sorted.js';
import { TAG, type Trace } from '../model/story.js';

const TAG_OF: Readonly<Partial<Record<Pos, number>>> = {
  PROPN: TAG.name,
  NOUN: TAG.noun,
  NUM: TAG.number,
  VERB: TAG.verb,
  ADJ: TAG.adjective,
  ADP: TAG.function,
  AUX: TAG.function | TAG.verb,
  CCONJ: TAG.function,
  DET: TAG.function,
  PART: TAG.function,
  PRON: TAG.function,
  SCONJ: TAG.function,
};

/** Keeps of a document what questions to a whole story need, word by word; the document can be forgotten. */
export function trace(doc: Doc): Trace {
  const { article, words, tokens, sentences, mentions, terms, named, people } = doc;
  const voice = new Uint8Array(words.length);
  const tag = new Uint8Array(words.length);
  const counted = new Int32Array(tokens.length);
  let t = 0;
  for (let w = 0; w < words.length; w++) {
    const start = words.start[w] as number;
    while (t + 1 < tokens.length && (tokens.start[t + 1] as number) <= start) t++;
    voice[w] = tokens.voice[t] as number;
    tag[w] = (TAG_OF[tokens.pos[t] as Pos] ?? 0) | (tokens.negated[t] ? TAG.negated : 0);
  }
  let count = 0;
  for (let i = 0; i < tokens.length; i++)
    if (tokens.pos[i] !== 'PUNCT') counted[count++] = tokens.start[i] as number;
  return {
    article: article.id,
    outlet: article.outlet,
    agency: article.agency,
    path: article.path,
    text: article.text,
    words,
    voice,
    tag,
    sentences,
    mentions,
    terms,
    named,
    people: people.filter(({ pronoun }) => !pronoun),
    counted: counted.subarray(0, count),
    lines: doc.lines,
    firstLine: article.firstLine,
  };
}

export const wordAt = ({ text, words }: Pick<Trace, 'text' | 'words'>, w: number): string =>
  text.slice(words.start[w] as number, words.end[w] as number);

/** The words `[first, last)` as they are written. */
export const wordsAt = (trace: Pick<Trace, 'text' | 'words'>, first: number, last: number): string[] =>
  Array.from({ length: last - first }, (_, i) => wordAt(trace, first + i));

/** Where the words `[first, last)` stand. */
export const spanAt = ({ words }: Pick<Trace, 'words'>, first: number, last: number): Span => ({
  start: words.start[first] as number,
  end: words.end[last - 1] as number,
});

/** What stands between a word and the one before it. */
export const gapBefore = ({ text, words }: Pick<Trace, 'text' | 'words'>, w: number): string =>
  text.slice(words.end[w - 1], words.start[w]);

/** 1-based line of the file. */
export const lineAt = ({ lines, firstLine }: Trace, offset: number): number =>
  placeAt(lines, firstLine, offset).line;

/** Whether a word has one of the tags, which may be several of `TAG`. */
export const isTagged = ({ tag }: Pick<Trace, 'tag'>, w: number, tags: number): boolean =>
  ((tag[w] as number) & tags) !== 0;

/** Whether a hyphen joins a word to the one before it. */
export const isHyphened = (trace: Pick<Trace, 'text' | 'words'>, w: number): boolean =>
  w > 0 && HYPHEN.test(gapBefore(trace, w));

/** The words `[first, last)` that lie inside a span of a sentence. */
export function wordsInside(
  { words, sentences }: Pick<Trace, 'words' | 'sentences'>,
  { span, sentence }: { readonly span: Span; readonly sentence: number },
): { readonly first: number; readonly last: number } {
  const { from = 0, to = 0 } = sentences[sentence] ?? {};
  let first = from;
  while (first < to && (words.start[first] as number) < span.start) first++;
  let last = first;
  while (last < to && (words.end[last] as number) <= span.end) last++;
  return { first, last };
}
