import { findItems } from '../coverage/items.js';
import type { FoundItem } from '../coverage/search.js';
import { readStory } from '../documents.js';
import { overlaps, type Span } from '../model/article.js';
import { groupBy } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import type { Trace } from '../model/story.js';
import { keyed } from '../text/keys.js';
import { trace } from '../text/trace.js';
import { share } from './rate.js';
import { articleOf } from './rows.js';

/** One event as several outlets tell it, as in NewsWCL50; offsets are into `text`. */
export interface CoverageRow {
  readonly event: string;
  readonly articles: readonly {
    readonly outlet: string;
    readonly text: string;
    readonly mentions: readonly { readonly start: number; readonly end: number; readonly concept: string }[];
  }[];
}

/** A mention of a concept, with the number of its article. */
interface ConceptMention extends Span {
  readonly article: number;
  readonly concept: string;
}

/**
 * The items of coverage against annotated concepts (Hamborg, Zhukova and Gipp 2019). An item stands for a concept if at
 * least half of the places where it was found lie in mentions of the concept, and they do so in two outlets or more;
 * of several such items the one with the highest F1 of places counts. A cell is right if the item has a place in the
 * outlet's article exactly where the outlet names the concept. Intervals are over events.
 */
export function evaluateCoverage(rows: readonly CoverageRow[], lexicons: Lexicons) {
  const counted = rows.map(row => count(row, lexicons));
  return {
    events: rows.length,
    /** Of the concepts that two outlets or more name: the share that an item stands for. */
    conceptsFound: share(counted, 'found', 'concepts'),
    /** Of the cells (outlets) of those items: the share that are empty or not as the annotation has it. */
    cellsRight: share(counted, 'right', 'cells'),
  };
}

/** The articles of an event as they are kept. */
export const tracesOf = ({ event, articles }: CoverageRow, lexicons: Lexicons): Trace[] =>
  readStory(
    articles.map(({ outlet, text }, i) => articleOf(`${event} ${i}`, text, outlet)),
    lexicons,
  ).docs.map(trace);

function count(row: CoverageRow, lexicons: Lexicons) {
  const sums = { concepts: 0, found: 0, right: 0, cells: 0 };
  const items = findItems(keyed(tracesOf(row, lexicons), lexicons), lexicons);
  const mentions = row.articles.flatMap((each, article) =>
    each.mentions.map(mention => ({ ...mention, article })),
  );
  for (const named of groupBy(mentions, ({ concept }) => concept).values()) {
    const naming = new Set(named.map(({ article }) => article));
    if (naming.size < 2) continue;
    sums.concepts++;
    const item = standingFor(named, items);
    if (item === undefined) continue;
    sums.found++;
    const there = new Set(item.places.map(({ article }) => article));
    sums.cells += row.articles.length;
    sums.right += row.articles.filter((_, article) => there.has(article) === naming.has(article)).length;
  }
  return sums;
}

const coincide = (mention: ConceptMention, place: FoundItem['places'][number]): boolean =>
  mention.article === place.article && overlaps(mention, place);

function standingFor(named: readonly ConceptMention[], items: readonly FoundItem[]): FoundItem | undefined {
  let best: { readonly item: FoundItem; readonly f1: number } | undefined;
  for (const item of items) {
    const hits = item.places.filter(place => named.some(mention => coincide(mention, place)));
    if (hits.length * 2 < item.places.length || new Set(hits.map(({ article }) => article)).size < 2)
      continue;
    const met = named.filter(mention => item.places.some(place => coincide(mention, place)));
    const [precision, recall] = [hits.length / item.places.length, met.length / named.length];
    const f1 = (2 * precision * recall) / (precision + recall);
    if (best === undefined || f1 > best.f1) best = { item, f1 };
  }
  return best?.item;
}
