import { oneLine } from './text.js';

/** Half-open offsets in UTF-16 code units into `Article.text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Zone = 'headline' | 'lede' | 'body' | 'caption';

/** Whose words: the outlet's own, its own in scare quotes, reported speech, quoted speech. */
export const VOICES = ['outlet', 'scare', 'indirect', 'direct'] as const;
export type Voice = (typeof VOICES)[number];

export interface Article {
  /** The file's name without extension, or the record's `id`; unique in a run. */
  readonly id: string;
  readonly outlet: string;
  /** What the articles to be compared have in common; empty if not given. */
  readonly story: string;
  readonly title?: string;
  readonly date?: string;
  readonly agency?: string;
  readonly url?: string;
  readonly language: string;
  readonly genre?: string;
  /** As the user wrote it, with `/` between folders. */
  readonly path: string;
  /** The text verbatim but for a byte-order mark and line ends. */
  readonly text: string;
  /** 1-based line of the file on which `text` begins; 1 for a record of a JSONL or CSV file. */
  readonly firstLine: number;
  /** Fields that Parallax does not know, kept as they were. */
  readonly extra: Readonly<Record<string, string>>;
}

/** What pages and data quote from, by the ids of articles. */
export type ArticleTexts = ReadonlyMap<string, Pick<Article, 'text' | 'url'>>;

export const sliceOf = (article: Article, span: Span): string => article.text.slice(span.start, span.end);
/** The words of a span as a term: on one line, in small letters. */
export const termAt = (article: Article, span: Span): string => oneLine(sliceOf(article, span)).toLowerCase();
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const covers = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
