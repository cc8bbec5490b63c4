import type { Span } from '../model/article.js';
import { addTo } from '../model/collections.js';
import type { CoverageItem } from '../model/story.js';
import type { KeyedTrace } from '../text/keys.js';

export interface ItemPlace extends Span {
  /** Number of the article. */
  readonly article: number;
  readonly sentence: number;
}

/** An item with every place at which it stands. */
export interface FoundItem extends Pick<CoverageItem, 'kind' | 'item' | 'forms'> {
  /** A fact whose numbers are worth showing. */
  readonly figure: boolean;
  /** If given, one of these stands near by as well. */
  readonly near?: readonly string[];
  /** What else was searched for, in words. */
  readonly notes?: readonly string[];
  /** In the order of the articles, then of the text. */
  readonly places: readonly ItemPlace[];
}

/** An item that is searched for by sequences of keys of words. */
export interface SearchedItem extends Pick<CoverageItem, 'kind' | 'item' | 'forms'> {
  readonly sequences: readonly (readonly number[])[];
  /** Whether the first word must begin with a capital. */
  readonly capital: boolean;
}

/** Finds each item's places, in the order of the articles and of the text: one pass over the words, whatever their number. */
export function search(
  items: readonly SearchedItem[],
  traces: readonly KeyedTrace[],
): Map<SearchedItem, ItemPlace[]> {
  const places = new Map(items.map((item): [SearchedItem, ItemPlace[]] => [item, []]));
  const byFirst = new Map<number, { readonly item: SearchedItem; readonly sequence: readonly number[] }[]>();
  for (const item of items)
    for (const sequence of item.sequences) addTo(byFirst, sequence[0] as number, { item, sequence });
  for (const list of byFirst.values()) list.sort((a, b) => b.sequence.length - a.sequence.length);
  for (const [article, { text, sentences, units }] of traces.entries()) {
    const { key, start, end, sentence } = units;
    // A word inside a longer name is of that name: *Korea* in *North Korea*.
    let covered: { readonly item: SearchedItem; readonly to: number } | undefined;
    for (let s = 0; s < sentences.length; s++)
      for (let u = sentence[s] as number; u < (sentence[s + 1] as number); u++)
        for (const { item, sequence } of byFirst.get(key[u] as number) ?? []) {
          const last = u + sequence.length;
          if (last > (sentence[s + 1] as number)) continue;
          if (covered !== undefined && last <= covered.to && item.capital && covered.item !== item) continue;
          if (!sequence.every((number, k) => key[u + k] === number)) continue;
          if (item.capital && !CAPITAL.test(text.charAt(start[u] as number))) continue;
          if (sequence.length > 1) covered = { item, to: last };
          const known = places.get(item) as ItemPlace[];
          const before = known.at(-1);
          if (before?.article === article && before.end > (start[u] as number)) continue;
          known.push({ article, sentence: s, start: start[u] as number, end: end[last - 1] as number });
        }
  }
  return places;
}

const CAPITAL = /[\p{Lu}\p{N}]/u;
