import type { Span } from '../model/article.js';
import type { Lexicons } from '../model/lexicon.js';
import { placeAt } from '../model/sorted.js';
import {
  type Cell,
  type Coverage,
  type CoverageItem,
  ITEM_KINDS,
  type ItemKind,
  TAG,
  type Trace,
} from '../model/story.js';
import type { Units } from '../text/keys.js';
import { numbersIn, type Sighting, sightings, unitOf } from './items.js';
import { namesOf } from './names.js';
import { coverageOf } from './omissions.js';
import { type FoundItem, type FoundPlace, search, termsOf } from './search.js';

/** How much the absence of an item of each kind tells, by judgement: a declared fact most, a common word least. */
const WEIGHTS: Readonly<Record<ItemKind, number>> = {
  fact: 3,
  name: 1.5,
  figure: 1.2,
  party: 0.8,
  date: 0.6,
  term: 0.2,
};

/**
 * What the outlets of a story report, and which of them do not: items are found in all articles first and then looked
 * for in each, so that an empty cell means that none of the listed forms stands anywhere in the outlet's articles.
 *
 * @param traces the articles of one story, those of an outlet one behind the other
 */
export function coverage(traces: readonly Trace[], units: readonly Units[], lexicons: Lexicons): Coverage {
  const outlets = [...new Set(traces.map(({ outlet }) => outlet))];
  const numbers = new Map(outlets.map((outlet, i) => [outlet, i]));
  const outletOf = traces.map(({ outlet }) => numbers.get(outlet) as number);
  const byArticle = new Map(traces.map(trace => [trace.article, trace]));
  const items = findItems(traces, units, lexicons).map(found => {
    const cells: (Cell | undefined)[] = outlets.map(() => undefined);
    for (const [o, places] of placesByOutlet(found.places, outletOf))
      cells[o] = cellOf(places, traces, found.figure);
    const { kind, item, forms } = found;
    return { kind, item, forms, cells, rank: rankOf(kind, cells, byArticle, lexicons) };
  });
  items.sort(
    (a, b) =>
      b.rank - a.rank ||
      ITEM_KINDS.indexOf(a.kind) - ITEM_KINDS.indexOf(b.kind) ||
      carriersOf(b) - carriersOf(a) ||
      order(a.item, b.item) ||
      order(a.forms.join(), b.forms.join()),
  );
  return coverageOf(outlets, items);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const carriersOf = ({ cells }: Pick<CoverageItem, 'cells'>): number =>
  cells.reduce((n, cell) => n + Number(cell !== undefined), 0);

function placesByOutlet(
  places: readonly FoundPlace[],
  outletOf: readonly number[],
): Map<number, FoundPlace[]> {
  const groups = new Map<number, FoundPlace[]>();
  for (const place of places) {
    const outlet = outletOf[place.article] as number;
    const group = groups.get(outlet);
    if (group === undefined) groups.set(outlet, [place]);
    else group.push(place);
  }
  return groups;
}

/** @param asks whether the item is a fact that gives a number */
function cellOf(places: readonly FoundPlace[], traces: readonly Trace[], asks: boolean): Cell {
  const first = places[0] as FoundPlace;
  const trace = traces[first.article] as Trace;
  const sentence = trace.sentences[first.sentence] as Trace['sentences'][number];
  const figures = asks ? places.flatMap(place => nearestFigure(place, traces)) : [];
  return {
    article: trace.article,
    path: trace.path,
    span: { start: first.start, end: first.end },
    sentenceSpan: sentence.span,
    sentence: trace.text.slice(sentence.span.start, sentence.span.end),
    line: placeAt(trace.lines, trace.firstLine, first.start).line,
    count: new Set(places.map(place => `${place.article} ${place.sentence}`)).size,
    depth: trace.text.length === 0 ? 0 : first.start / trace.text.length,
    figures: [...new Set(figures)],
  };
}

/** The number of a sentence that stands nearest to a place in it. */
function nearestFigure({ article, sentence, start, end }: FoundPlace, traces: readonly Trace[]): string[] {
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
  const early = 1 - there.reduce((sum, { depth }) => sum + depth, 0) / there.length;
  const often = Math.min(1, there.reduce((sum, { count }) => sum + count, 0) / (3 * there.length));
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
  const sentence = trace.sentences.find(({ span }) => span.start === sentenceSpan.start);
  if (sentence === undefined || !trace.mentions.some(each => each.sentence === sentence.index)) return false;
  return polarity.find(trace.words, sentence.from, sentence.to).some(({ value }) => value.valence <= -2);
}

// Finding

/** Every item of a story with all its places. */
export function findItems(
  traces: readonly Trace[],
  units: readonly Units[],
  lexicons: Lexicons,
): FoundItem[] {
  const settled = new Map<string, Draft>();
  for (const [article, trace] of traces.entries())
    for (const sighting of sightings(trace, lexicons)) {
      if (sighting.vague) continue;
      if (sighting.kind === 'party' && lexicons.parties.get(sighting.key)?.collective === true) continue;
      const key = `${sighting.kind} ${sighting.key}`;
      let draft = settled.get(key);
      if (draft === undefined) {
        draft = { kind: sighting.kind, key: sighting.key, forms: new Map(), places: [], counted: new Map() };
        settled.set(key, draft);
      }
      draft.forms.set(sighting.form, (draft.forms.get(sighting.form) ?? 0) + 1);
      const place = { article, sentence: sighting.sentence, ...sighting.span };
      draft.places.push(place);
      if (draft.kind === 'figure') noteUnit(draft.counted, trace, sighting, place, lexicons);
    }
  const sought = [...namesOf(traces, units, lexicons), ...termsOf(traces, units)];
  search(sought, traces, units);
  return [
    ...[...settled.values()].map(draft => {
      const item = finished(draft, lexicons);
      // Two shares that happen to be the same number are not one item.
      return isShare(item) && !isOfOneThing(item.places, traces, units) ? { ...item, item: draft.key } : item;
    }),
    ...sought.map(({ kind, item, shown, places }) => ({ kind, item, forms: shown, figure: false, places })),
  ].filter(({ places }) => places.length > 0);
}

const isShare = ({ kind, item }: FoundItem): boolean => kind === 'figure' && /(?:%|\bper ?cent)$/i.test(item);

/** Whether the sentences of a share have a word in common besides it, if several articles have it. */
function isOfOneThing(
  places: readonly FoundPlace[],
  traces: readonly Trace[],
  units: readonly Units[],
): boolean {
  const telling = places.map(({ article, sentence }) => {
    const { key, word, start, end, sentence: first } = units[article] as Units;
    const { tag, text } = traces[article] as Trace;
    const keys = new Set<number>();
    for (let u = first[sentence] as number; u < (first[sentence + 1] as number); u++) {
      const plain = ((tag[word[u] as number] as number) & NOT_TELLING) === 0;
      if (plain && !/^(?:%|per|cent|percent)$/i.test(text.slice(start[u], end[u])))
        keys.add(key[u] as number);
    }
    return { article, keys };
  });
  return telling.every(
    one =>
      telling.every(({ article }) => article === one.article) ||
      telling.some(other => other.article !== one.article && [...one.keys].some(key => other.keys.has(key))),
  );
}

const NOT_TELLING = TAG.function | TAG.name | TAG.number;

/** A figure with one thing that it counts. */
interface Counted {
  readonly title: string;
  readonly outlets: Set<string>;
  readonly places: FoundPlace[];
}

interface Draft {
  readonly kind: ItemKind;
  readonly key: string;
  readonly forms: Map<string, number>;
  readonly places: FoundPlace[];
  /** What a figure counts, with the outlets where it does. */
  readonly counted: Map<string, Counted>;
}

function finished(draft: Draft, lexicons: Lexicons): FoundItem {
  const { kind, key, forms, places } = draft;
  const written = [...forms].toSorted((a, b) => b[1] - a[1] || order(a[0], b[0])).map(([form]) => form);
  if (kind === 'fact') {
    const fact = lexicons.facts.get(key);
    const near = fact === undefined || fact.near.length === 0 ? [] : [`near one of: ${fact.near.join(', ')}`];
    return {
      kind,
      item: fact?.gloss ?? key,
      forms: [...(fact?.forms ?? written), ...near],
      figure: fact?.figure === true,
      places,
    };
  }
  if (kind === 'party') {
    // Every name of the party was searched for, not only those that stand here.
    const all = [...written, 'any other name of it in the parties lexicons'];
    return { kind, item: lexicons.parties.get(key)?.name ?? key, forms: all, figure: false, places };
  }
  if (kind === 'date') return { kind, item: titled(key), forms: written, figure: false, places };
  const unit = commonUnit(draft);
  const item = unlifted(unit?.item ?? written[0] ?? key);
  return { kind, item, forms: written, figure: false, places: unit?.places ?? places };
}

/** Notes what a figure counts in one outlet: by the last word, in whichever spelling, with the figure as written there. */
function noteUnit(
  counted: Draft['counted'],
  trace: Trace,
  sighting: Sighting,
  place: FoundPlace,
  lexicons: Lexicons,
): void {
  const { unit, counted: title } = unitOf(trace, sighting);
  const words = lexicons.words(unit);
  const spelling = lexicons.variant
    .find(words, 0, words.length)
    .find(({ first, last }) => last - first === words.length);
  const key = spelling?.value.group ?? unit.split(' ').at(-1)?.toLowerCase().replace(/s$/, '') ?? '';
  const known = counted.get(key) ?? {
    title,
    outlets: new Set(),
    places: [],
  };
  counted.set(key, known);
  known.outlets.add(trace.outlet);
  known.places.push(place);
}

/** What a figure counts in all outlets that have it, and where it does; nothing if it counts different things. */
function commonUnit({ counted }: Draft): { item: string; places: FoundPlace[] } | undefined {
  const outlets = new Set([...counted.values()].flatMap(each => [...each.outlets]));
  const common = [...counted].find(([key, each]) => key !== '' && each.outlets.size === outlets.size);
  return common && { item: common[1].title, places: common[1].places };
}

/** Numbers in words lose the capital of the head of a sentence. */
const unlifted = (item: string): string =>
  item.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, letter => letter.toLowerCase());

/** `27 September`; years and decades stay. */
const titled = (key: string): string => key.replace(/(?<=^\d+ )\p{Ll}/u, letter => letter.toUpperCase());
