import type { Article } from '../model/article.js';
import type { GroupUse, NameUse } from '../model/cast.js';

/** An article as the cast needs it. */
export interface CastArticle extends Pick<Article, 'outlet' | 'date'> {
  readonly names: readonly NameUse[];
  readonly groups: readonly GroupUse[];
  /** By sentence: whether it is of the headline. */
  readonly isHeadline: (sentence: number) => boolean;
}

/** A use of a name in an article. */
export interface PlacedUse {
  readonly article: number;
  readonly use: NameUse;
}
