import type { GroupUse } from '../model/cast.js';
import { addTo } from '../model/collections.js';
import { freshSlug } from '../model/slug.js';
import type { CastArticle } from './story.js';

/** Fewest mentions that make a group a member of the cast. */
const LEAST = 3;

export interface Group {
  readonly id: string;
  readonly key: string;
  readonly uses: readonly { readonly article: number; readonly use: GroupUse }[];
}

/** Groups that a story names by a plural: *migrants*, *the workers*. */
export function findGroups(articles: readonly CastArticle[], taken: Set<string>): Group[] {
  const uses = new Map<string, { article: number; use: GroupUse }[]>();
  for (const [article, { groups }] of articles.entries())
    for (const use of groups) addTo(uses, use.key, { article, use });
  return [...uses]
    .filter(([, { length }]) => length >= LEAST)
    .map(([key, some]) => ({ id: freshSlug(key, taken, 'group'), key, uses: some }));
}
