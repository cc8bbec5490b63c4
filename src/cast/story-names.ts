import { getOrAdd, groupBy } from '../model/collections.js';
import type { Group } from './groups.js';
import { keyOf, readingsAt, resolvedIn } from './name-places.js';
import type { Resolved } from './resolve.js';
import type { CastArticle } from './story.js';

/** The names of a story by their keys: as one is written first, and the ids of those whose it is; nobody’s is empty. */
export type StoryNames = ReadonlyMap<
  string,
  { readonly written: string; readonly owners: ReadonlySet<string> }
>;

/** Every name of a story, with whose it is: what a file that gives it to somebody would change. */
export function namesOf(
  articles: readonly CastArticle[],
  resolved: readonly Resolved[],
  groups: readonly Group[],
  ownerOf: (each: Resolved) => string | undefined,
): StoryNames {
  const names = new Map<string, { readonly written: string; readonly owners: Set<string> }>();
  const add = (key: string, written: string, owner = ''): void => {
    getOrAdd(names, key, () => ({ written, owners: new Set<string>() })).owners.add(owner);
  };
  const byArticle = groupBy(resolved, ({ article }) => article);
  const groupOf = new Map(groups.flatMap(({ id, uses }) => uses.map(({ use }) => [use, id] as const)));
  for (const [article, each] of articles.entries()) {
    const { at, ...uses } = resolvedIn(each, byArticle.get(article) ?? []);
    for (let i = 0; i < each.names.length; i++) {
      const { found, end } = at(i);
      const owner = found && ownerOf(found);
      for (const { until, written, keys } of readingsAt(uses, i))
        if (until >= end) for (const key of keys) add(key, written, until === end ? owner : '');
      i = end;
    }
    for (const use of each.groups) add(keyOf(use.key), use.key, groupOf.get(use));
  }
  return names;
}
