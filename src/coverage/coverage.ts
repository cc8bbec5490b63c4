import { overlaps, type Span } from '../model/article.js';
import { byText, groupBy, sum } from '../model/collections.js';
import type { Sentence } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import {
  type AbsenceGrounds,
  type Cell,
  type Coverage,
  type CoverageItem,
  ITEM_KINDS,
  type ItemKind,
  type Trace,
} from '../model/story.js';
import type { KeyedTrace } from '../text/keys.js';
import { lineAt } from '../text/trace.js';
import { numbersIn } from './figures.js';
import { findItems } from './items.js';
import { LooseText, PlainForms } from './loose.js';
import { coverageOf, reportersOf } from './omissions.js';
import type { FoundItem, ItemPlace } from './search.js';
import { isWorthListing } from './worth.js';

/** How telling the absence of an item of each kind is, by judgement: a declared fact most, a common word least. */
const WEIGHTS: Readonly<Record<ItemKind, number>> = {
  fact: 3,
  name: 1.5,
  figure: 1.2,
  party: 0.8,
  date: 0.6,
  term: 0.2,
};

const DOUBTFUL: AbsenceGrounds = 'a party, a name of one word or one in passing';
/** And how telling that of an item of some grounds is beside others of its kind. */
const IN_PASSING = 0.4;

/**
 * What the outlets of a story report, and which of them do not: items are found in all articles first and then looked
 * for in each, so that an empty cell means that none of the listed forms stands anywhere in the outlet's articles.
 *
 * @param traces the articles of one story, those of an outlet one behind the other
 */
export function coverage(traces: readonly KeyedTrace[], lexicons: Lexicons): Coverage {
  const outlets = [...new Set(traces.map(({ outlet }) => outlet))];
  const byArticle = new Map(traces.map(trace => [trace.article, trace]));
  const plain = new PlainForms();
  const byName = groupBy(traces, ({ outlet }) => outlet);
  const loose = outlets.map(outlet => new LooseText(byName.get(outlet) ?? [], plain));
  const { heads, matters, things } = lexicons.names;
  const isGeneric = (word: string): boolean => heads.has(word) || matters.has(word) || things.has(word);
  const items = findItems(traces, lexicons).map((found): CoverageItem => {
    const { kind, item, forms, near = [], notes = [], places, figure } = found;
    const byOutlet = groupBy(places, ({ article }) => (traces[article] as Trace).outlet);
    const cells = outlets.map(outlet => {
      const own = byOutlet.get(outlet);
      return own && cellOf(own, traces, figure);
    });
    const person = isSomebody(found, traces);
    const roles = person ? rolesIn(places, traces) : [];
    const unsure = cells.map((cell, o) => {
      const text = loose[o] as LooseText;
      return cell === undefined && (text.mayHave(found, person, isGeneric) || text.mayMean(roles));
    });
    const grounds = groundsOf(found, person, cells);
    const rank = rankOf(kind, cells, byArticle, lexicons) * (grounds === DOUBTFUL ? IN_PASSING : 1);
    return {
      kind,
      item,
      forms:
        near.length === 0
          ? [...forms, ...notes]
          : forms.map(form => `${form} (near one of: ${near.join(', ')})`),
      cells,
      unsure,
      rank: cells.some((cell, o) => cell === undefined && !unsure[o]) ? rank : 0,
      grounds,
      listed: isWorthListing(found, person, traces, lexicons),
    };
  });
  items.sort(
    (a, b) =>
      b.rank - a.rank ||
      ITEM_KINDS.indexOf(a.kind) - ITEM_KINDS.indexOf(b.kind) ||
      reportersOf(b) - reportersOf(a) ||
      byText(a.item, b.item) ||
      byText(a.forms.join(), b.forms.join()),
  );
  return coverageOf(outlets, items);
}

/** What stands right before somebody's name, in small letters: *photographer*, *president*. */
const rolesIn = (places: FoundItem['places'], traces: readonly Trace[]): string[] => [
  ...new Set(
    places.flatMap(({ article, start }) => {
      const word = /(\p{L}{3,})\s+$/u.exec(
        (traces[article] as Trace).text.slice(Math.max(0, start - 30), start),
      );
      return word === null ? [] : [(word[1] as string).toLowerCase()];
    }),
  ),
];

/** Whether at most of its places the parser takes a name for somebody. */
function isSomebody({ kind, places }: FoundItem, traces: readonly Trace[]): boolean {
  if (kind !== 'name') return false;
  const people = places.filter(place =>
    (traces[place.article] as Trace).people.some(({ span }) => overlaps(span, place)),
  );
  return 2 * people.length > places.length;
}

/** What is named in several sentences is no passing remark. */
function groundsOf(
  { kind, item }: Pick<CoverageItem, 'kind' | 'item'>,
  person: boolean,
  cells: readonly (Cell | undefined)[],
): AbsenceGrounds {
  if (kind !== 'name' && kind !== 'party') return 'a number or declared fact';
  const often = (cell: Cell | undefined): boolean => cell !== undefined && cell.count > 1;
  const bySome = cells.some(often);
  if (person && cells.every(cell => cell === undefined || often(cell))) return 'a person named often';
  if (person) return bySome ? 'a person named often by some' : 'a person named in passing';
  return kind === 'name' && item.includes(' ') && bySome ? 'a name of several words, named often' : DOUBTFUL;
}

/** @param withFigures whether the item is a fact that gives a number */
function cellOf(places: readonly ItemPlace[], traces: readonly Trace[], withFigures: boolean): Cell {
  const first = places[0] as ItemPlace;
  const trace = traces[first.article] as Trace;
  const sentence = trace.sentences[first.sentence] as Sentence;
  const figures = withFigures ? places.flatMap(place => nearestFigure(place, traces)) : [];
  return {
    article: trace.article,
    path: trace.path,
    span: { start: first.start, end: first.end },
    sentenceSpan: sentence.span,
    sentence: trace.text.slice(sentence.span.start, sentence.span.end),
    line: lineAt(trace, first.start),
    count: new Set(places.map(place => `${place.article} ${place.sentence}`)).size,
    depth: first.start / trace.text.length,
    figures: [...new Set(figures)],
  };
}

/** The number of a sentence that stands nearest to a place in it. */
function nearestFigure({ article, sentence, start, end }: ItemPlace, traces: readonly Trace[]): string[] {
  const trace = traces[article] as Trace;
  const gap = (span: Span): number => Math.max(start - span.end, span.start - end, 0);
  const figures = [...numbersIn(trace, sentence)].filter(({ kind }) => kind === 'figure');
  const nearest = figures.toSorted((a, b) => gap(a.span) - gap(b.span))[0];
  return nearest === undefined ? [] : [nearest.form];
}

/**
 * Telling is what most others have, early, beside a party and a word of harm. From 0 to the weight of the kind, times
 * one and a half.
 */
function rankOf(
  kind: ItemKind,
  cells: readonly (Cell | undefined)[],
  traces: ReadonlyMap<string, Trace>,
  lexicons: Pick<Lexicons, 'polarity'>,
): number {
  const there = cells.filter(cell => cell !== undefined);
  if (there.length === cells.length || there.length === 0) return 0;
  const spread = there.length / cells.length;
  const early = 1 - sum(there.map(({ depth }) => depth)) / there.length;
  const often = Math.min(1, sum(there.map(({ count }) => count)) / (3 * there.length));
  const grave =
    kind === 'term' ? 0 : there.filter(cell => isGrave(cell, traces, lexicons)).length / there.length;
  return WEIGHTS[kind] * spread ** 2 * (0.5 + 0.3 * early + 0.2 * often) * (1 + 0.5 * grave);
}

/** Whether the sentence names a party and holds a word of harm. */
function isGrave(
  { article, sentenceSpan }: Cell,
  traces: ReadonlyMap<string, Trace>,
  { polarity }: Pick<Lexicons, 'polarity'>,
): boolean {
  const trace = traces.get(article) as Trace;
  const { index, from, to } = trace.sentences.find(
    ({ span }) => span.start === sentenceSpan.start,
  ) as Sentence;
  return (
    trace.mentions.some(({ sentence }) => sentence === index) &&
    polarity.find(trace.words, from, to).some(({ value }) => value.valence <= -2)
  );
}
