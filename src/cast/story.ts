import type { Article, Span } from '../model/article.js';
import type { GovernmentUse, GroupUse, NameUse } from '../model/cast.js';

/** An article as the cast needs it. */
export interface CastArticle extends Pick<Article, 'outlet' | 'date'> {
  readonly names: readonly NameUse[];
  readonly groups: readonly GroupUse[];
  readonly governments: readonly GovernmentUse[];
  /** Those of some words, in small letters, that the article has without a capital. */
  readonly small: (words: ReadonlySet<string>) => readonly string[];
  /** By sentence: whether it is of the headline. */
  readonly isHeadline: (sentence: number) => boolean;
  /** What stands in a place, on one line. */
  readonly written: (span: Span) => string;
}

/** A use of a name in an article. */
export interface PlacedUse {
  readonly article: number;
  readonly use: NameUse;
}
