import { type FoundItem, findItems } from '../coverage/items.js';
import { overlaps, type Span } from '../model/article.js';
import { addTo } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import { parse } from '../parse/index.js';
import { keyed } from '../text/keys.js';
import { trace } from '../text/trace.js';
import { type Rate, share } from './rate.js';
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

export interface CoverageFigures {
  readonly events: number;
  /** Of the concepts that two outlets or more name: the share that an item stands for; intervals are over events. */
  readonly conceptsFound: Rate;
  /** Of the cells (outlets) of those items: the share that are empty or not as the annotation has it. */
  readonly cellsRight: Rate;
}

/** Mentions of one concept, by number of the article. */
type ConceptMentions = readonly { readonly article: number; readonly span: Span }[];

/**
 * The items of coverage against annotated concepts (Hamborg, Zhukova and Gipp 2019). An item stands for a concept if at
 * least half of the places where it was found lie in mentions of the concept, and they do so in two outlets or more;
 * of several such items the one with the highest F1 of places counts. A cell is right if the item has a place in the
 * outlet's article exactly where the outlet names the concept.
 */
export function evaluateCoverage(rows: readonly CoverageRow[], lexicons: Lexicons): CoverageFigures {
  const counted = rows.map(row => count(row, lexicons));
  return {
    events: rows.length,
    conceptsFound: share(counted, 'found', 'concepts'),
    cellsRight: share(counted, 'right', 'cells'),
  };
}

function count({ event, articles }: CoverageRow, lexicons: Lexicons) {
  const sums = { concepts: 0, found: 0, right: 0, cells: 0 };
  const traces = articles.map(({ outlet, text }, i) =>
    trace(parse(articleOf(`${event} ${i}`, text, outlet), lexicons)),
  );
  const items = findItems(keyed(traces, lexicons), lexicons);
  const concepts = new Map<string, { article: number; span: Span }[]>();
  for (const [article, { mentions }] of articles.entries())
    for (const { start, end, concept } of mentions)
      addTo(concepts, concept, { article, span: { start, end } });
  for (const named of concepts.values()) {
    const naming = new Set(named.map(({ article }) => article));
    if (naming.size < 2) continue;
    sums.concepts++;
    const item = standingFor(named, items);
    if (item === undefined) continue;
    sums.found++;
    const there = new Set(item.places.map(({ article }) => article));
    for (let article = 0; article < articles.length; article++) {
      sums.cells++;
      if (there.has(article) === naming.has(article)) sums.right++;
    }
  }
  return sums;
}

function standingFor(named: ConceptMentions, items: readonly FoundItem[]): FoundItem | undefined {
  let best: { readonly item: FoundItem; readonly f1: number } | undefined;
  for (const item of items) {
    const hits = item.places.filter(place =>
      named.some(({ article, span }) => article === place.article && overlaps(span, place)),
    );
    if (hits.length * 2 < item.places.length || new Set(hits.map(({ article }) => article)).size < 2)
      continue;
    const met = named.filter(({ article, span }) =>
      item.places.some(place => article === place.article && overlaps(span, place)),
    );
    const [precision, recall] = [hits.length / item.places.length, met.length / named.length];
    const f1 = (2 * precision * recall) / (precision + recall);
    if (best === undefined || f1 > best.f1) best = { item, f1 };
  }
  return best?.item;
}
