import { lazily } from '../model/collections.js';
import type { Change, SharedCopy } from '../model/story.js';
import { byWeight } from './changes.js';
import { pooledShare } from './shares.js';

/** The shared copy of several stories as one. Wordings are told apart within a story, so no change is of two of them. */
export function poolCopy(stories: readonly SharedCopy[]): SharedCopy {
  let clusters = 0;
  const pairs = stories.flatMap(copy => {
    const first = clusters;
    return copy.pairs.map(pair => {
      clusters = Math.max(clusters, first + pair.cluster + 1);
      return { ...pair, cluster: first + pair.cluster };
    });
  });
  const outlets = [...new Set(stories.flatMap(({ outletShares }) => [...outletShares.keys()]))].sort();
  const byOutlet = <T, Pooled>(
    part: (story: SharedCopy) => ReadonlyMap<string, T | readonly T[]>,
    pool: (all: readonly T[]) => Pooled,
  ) =>
    new Map(outlets.map(outlet => [outlet, pool(stories.flatMap(story => part(story).get(outlet) ?? []))]));
  return {
    pairs,
    shares: new Map(stories.flatMap(({ shares }) => [...shares])),
    outletShares: byOutlet(({ outletShares }) => outletShares, pooledShare),
    omitted: stories.flatMap(({ omitted }) => omitted),
    changes: lazily(() => stories.flatMap(({ changes }) => changes()).toSorted(byWeight)),
    outletChanges: lazily(() =>
      byOutlet<Change, Change[]>(
        ({ outletChanges }) => outletChanges(),
        all => all.toSorted(byWeight),
      ),
    ),
  };
}
