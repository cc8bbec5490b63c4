import { overlaps, type Span } from '../model/article.js';
import { addCount, addTo, byCount, groupBy } from '../model/collections.js';
import type { Party } from '../model/lexicon.js';
import type { Trace } from '../model/story.js';
import type { FoundItem, ItemPlace } from './search.js';

/** Of the places of a name, so many must be mentions of one member of the cast for the name to be that member’s. */
const MOST = 0.6;

/**
 * Names that the cast of the story holds for one person’s or body’s, as one item, with every place where that is named:
 * whoever is named in other words is not *not found*.
 */
export function byMember(
  items: readonly FoundItem[],
  traces: readonly Trace[],
  parties: ReadonlyMap<string, Pick<Party, 'name'>>,
): FoundItem[] {
  const mentions = new Map<string, ItemPlace[]>();
  for (const [article, { named }] of traces.entries())
    for (const { member, sentence, start, end, form } of named)
      if (form === 'proper') addTo(mentions, member, { article, sentence, start, end });
  const memberOf = (item: FoundItem): string | undefined => {
    const counts = new Map<string, number>();
    for (const place of item.places)
      for (const member of membersAt(traces[place.article] as Trace, place)) addCount(counts, member, 1);
    const [best] = [...counts].toSorted(byCount);
    return best !== undefined && best[1] >= MOST * item.places.length ? best[0] : undefined;
  };
  const groups = groupBy(items, item => memberOf(item) ?? item);
  return [...groups].map(([member, same]) => {
    const [first] = same as [FoundItem];
    if (typeof member !== 'string') return first;
    const places = [...same.flatMap(each => each.places), ...(mentions.get(member) ?? [])];
    return {
      ...first,
      item: parties.get(member)?.name ?? first.item,
      forms: [...new Set(same.flatMap(({ forms }) => forms))],
      places: inOrder(places),
    };
  });
}

const membersAt = ({ named }: Trace, place: Span): Set<string> =>
  new Set(named.filter(mention => overlaps(mention, place)).map(({ member }) => member));

/** In the order of the articles and of the text; of those that overlap the first. */
function inOrder(places: readonly ItemPlace[]): ItemPlace[] {
  const sorted = places.toSorted((a, b) => a.article - b.article || a.start - b.start || b.end - a.end);
  const kept: ItemPlace[] = [];
  for (const place of sorted) {
    const last = kept.at(-1);
    if (last?.article !== place.article || last.end <= place.start) kept.push(place);
  }
  return kept;
}
