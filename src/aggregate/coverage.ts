import type { Span } from '../model/article.js';
import type { Lexicons } from '../model/lexicon.js';
import { placeAt } from '../model/sorted.js';
import {
  type Cell,
  type Coverage,
  type CoverageItem,
  ITEM_KINDS,
  type ItemKind,
  type Trace,
} from '../model/story.js';
import {
  type NameSighting,
  namesIn,
  nounsIn,
  numbersIn,
  type Sighting,
  sightings,
  smallWords,
  unitOf,
} from './items.js';
import { folded, type Units } from './units.js';

/** How much the absence of an item of each kind tells, by judgement: a declared fact most, a common word least. */
const WEIGHTS: Readonly<Record<ItemKind, number>> = {
  fact: 3,
  name: 1.5,
  figure: 1.2,
  party: 1.2,
  date: 0.6,
  term: 0.2,
};
/** A common word that stands fewer times in a story is passed over. */
const LEAST_TERM = 3;

/** An item with every place at which it stands. */
export interface FoundItem {
  readonly kind: ItemKind;
  readonly item: string;
  readonly forms: readonly string[];
  /** A fact whose numbers are worth showing. */
  readonly figure: boolean;
  /** In the order of the articles, then of the text. */
  readonly places: readonly FoundPlace[];
}

export interface FoundPlace extends Span {
  /** Number of the article. */
  readonly article: number;
  readonly sentence: number;
}

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
  return { outlets, items };
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
      if (sighting.kind === 'party' && lexicons.parties.get(sighting.key)?.collective === true) continue;
      const key = `${sighting.kind} ${sighting.key}`;
      let draft = settled.get(key);
      if (draft === undefined) {
        draft = { kind: sighting.kind, key: sighting.key, forms: new Map(), places: [], sighting, trace };
        settled.set(key, draft);
      }
      draft.forms.set(sighting.form, (draft.forms.get(sighting.form) ?? 0) + 1);
      draft.places.push({ article, sentence: sighting.sentence, ...sighting.span });
    }
  const sought = [...namesOf(traces, units, lexicons), ...termsOf(traces, units)];
  search(sought, traces, units);
  return [
    ...[...settled.values()].map(draft => finished(draft, lexicons)),
    ...sought.map(({ kind, item, shown, places }) => ({ kind, item, forms: shown, figure: false, places })),
  ].filter(({ places }) => places.length > 0);
}

interface Draft {
  readonly kind: ItemKind;
  readonly key: string;
  readonly forms: Map<string, number>;
  readonly places: FoundPlace[];
  /** The first sighting and its article. */
  readonly sighting: Sighting;
  readonly trace: Trace;
}

function finished({ kind, key, forms, places, sighting, trace }: Draft, lexicons: Lexicons): FoundItem {
  const written = [...forms].toSorted((a, b) => b[1] - a[1] || order(a[0], b[0])).map(([form]) => form);
  if (kind === 'fact') {
    const fact = lexicons.facts.get(key);
    const near =
      fact === undefined || fact.near.length === 0 ? [] : [`near one of: ${fact.near.join(', ')}`];
    return {
      kind,
      item: fact?.gloss ?? key,
      forms: [...(fact?.forms ?? written), ...near],
      figure: fact?.figure === true,
      places,
    };
  }
  // Every name of the party was searched for, not only those that stand here.
  if (kind === 'party') written.push('any other name of it in the parties lexicons');
  return { kind, item: titleOf(kind, key, sighting, trace, lexicons), forms: written, figure: false, places };
}

function titleOf(kind: ItemKind, key: string, sighting: Sighting, trace: Trace, lexicons: Lexicons): string {
  if (kind === 'party') return lexicons.parties.get(key)?.name ?? key;
  if (kind === 'date') return DAY_MONTH.test(key) ? titled(key) : key;
  const unit = unitOf(trace, sighting);
  return `${sighting.form}${unit === '%' ? '' : ' '}${unit}`.trim();
}

const DAY_MONTH = /^\d+ \p{Ll}/u;

const titled = (key: string): string => key.replace(/\p{Ll}/u, letter => letter.toUpperCase());

/** An item that is looked for by sequences of word numbers. */
interface Sought {
  readonly kind: ItemKind;
  readonly item: string;
  readonly shown: readonly string[];
  readonly sequences: readonly (readonly number[])[];
  /** Whether every word must begin with a capital. */
  readonly capital: boolean;
  readonly places: FoundPlace[];
}

/** One pass over the words, whatever the number of items. */
function search(sought: readonly Sought[], traces: readonly Trace[], units: readonly Units[]): void {
  const byFirst = new Map<number, { readonly item: Sought; readonly sequence: readonly number[] }[]>();
  for (const item of sought)
    for (const sequence of item.sequences) {
      const first = sequence[0] as number;
      const list = byFirst.get(first);
      if (list === undefined) byFirst.set(first, [{ item, sequence }]);
      else list.push({ item, sequence });
    }
  for (const [article, trace] of traces.entries()) {
    const { key, start, end, sentence } = units[article] as Units;
    for (let s = 0; s < trace.sentences.length; s++)
      for (let u = sentence[s] as number; u < (sentence[s + 1] as number); u++)
        for (const { item, sequence } of byFirst.get(key[u] as number) ?? []) {
          const last = u + sequence.length;
          if (last > (sentence[s + 1] as number)) continue;
          const fits = sequence.every(
            (number, k) =>
              key[u + k] === number &&
              (!item.capital || isCapital(trace.text.charAt(start[u + k] as number))),
          );
          const before = item.places.at(-1);
          const known = before?.article === article && before.end > (start[u] as number);
          if (fits && !known)
            item.places.push({
              article,
              sentence: s,
              start: start[u] as number,
              end: end[last - 1] as number,
            });
        }
  }
}

const isCapital = (ch: string): boolean => /[\p{Lu}\p{N}]/u.test(ch);

/** Parties are items of their own, whatever they are called; rival names are a matter of terminology. */
function isListed(
  form: string,
  { words, party, label }: Pick<Lexicons, 'words' | 'party' | 'label'>,
): boolean {
  const cut = words(form);
  const whole = ({ first, last }: { first: number; last: number }): boolean => last - first === cut.length;
  return (
    party.find(cut, 0, cut.length).some(match => match.value.as !== 'person' && whole(match)) ||
    label.find(cut, 0, cut.length).some(whole)
  );
}

/** A name on its way: spellings of it, and how often it stands where a capital tells. */
interface Name {
  readonly words: readonly string[];
  readonly numbers: readonly number[];
  readonly form: string;
  count: number;
  person: boolean;
}

function namesOf(traces: readonly Trace[], units: readonly Units[], lexicons: Lexicons): Sought[] {
  const small = new Set<string>();
  for (const trace of traces) smallWords(trace, small);
  const names = new Map<string, Name>();
  const add = ({ key, words, numbers, form, person }: NameSighting): void => {
    const known = names.get(key);
    if (known === undefined) names.set(key, { words, numbers, form, count: 1, person });
    else {
      known.count++;
      known.person ||= person;
    }
  };
  for (const [article, trace] of traces.entries())
    for (const sighting of namesIn(trace, units[article] as Units, lexicons)) {
      const { doubtful, words } = sighting;
      const alone = words.length === 1;
      // A capital at the head of a sentence is that of a name if the word never stands without.
      if (doubtful && (alone || words.some(word => small.has(folded(word))))) continue;
      if (alone && small.has(folded(words[0] as string))) continue;
      add(sighting);
    }
  const ours = new Set(
    traces.flatMap(({ outlet, agency = '' }) => `${outlet} ${agency}`.split(/\s+/).map(folded)),
  );
  const bearers = new Map<number, number>();
  for (const { numbers } of names.values())
    for (const number of new Set(numbers)) bearers.set(number, (bearers.get(number) ?? 0) + 1);
  const own = ({ words, form }: Name): boolean =>
    !words.every(word => ours.has(folded(word))) && !isListed(form, lexicons);
  return grouped([...names.values()].filter(own)).map(group => soughtOf(group, small, bearers));
}

/**
 * Puts together the ways to write one name: people by their last word, a part with the one name that it is part of,
 * a people with its country.
 */
function grouped(names: readonly Name[]): Name[][] {
  const groups = new Map<number, Name[]>();
  const surnames = new Set<number>();
  for (const name of names) if (name.person) surnames.add(name.numbers.at(-1) as number);
  const others: Name[] = [];
  for (const name of names) {
    const last = name.numbers.at(-1) as number;
    if (surnames.has(last)) groups.set(last, [...(groups.get(last) ?? []), name]);
    else others.push(name);
  }
  const firstNames = new Set(
    [...groups.values()].flat().flatMap(({ words }) => words.slice(0, -1).map(folded)),
  );
  const rest = others.filter(({ words }) => words.length > 1 || !firstNames.has(folded(words[0] as string)));
  const byWord = new Map<string, Name[]>();
  for (const name of rest)
    for (const word of new Set(name.words.map(folded))) byWord.set(word, [...(byWord.get(word) ?? []), name]);
  const taken = new Map<Name, Name>();
  for (const name of rest) {
    const near = byWord.get(folded(name.words[0] as string)) ?? [];
    const wider = near.filter(other => isPart(name.words, other.words));
    if (wider.length === 1) taken.set(name, wider[0] as Name);
  }
  const headOf = (name: Name): Name => {
    const wider = taken.get(name);
    return wider === undefined ? name : headOf(wider);
  };
  const byHead = new Map<Name, Name[]>();
  for (const name of rest) byHead.set(headOf(name), [...(byHead.get(headOf(name)) ?? []), name]);
  const folk = [...byHead.values()];
  const byStem = new Map<string, Name[][]>();
  for (const group of folk) {
    const stem = stemOf(group[0] as Name);
    byStem.set(stem, [...(byStem.get(stem) ?? []), group]);
  }
  const joined = [...byStem.values()].flatMap(same => joinFolk(same));
  return [...groups.values(), ...joined];
}

const lastOf = ({ words }: Name): string => folded(words.at(-1) as string);

const isPart = (some: readonly string[], all: readonly string[]): boolean =>
  some.length < all.length && some.every(word => all.some(each => folded(each) === folded(word)));

/** What a country and its people begin with: all words but the last, and four letters of that. */
const stemOf = ({ words }: Name): string =>
  [...words.slice(0, -1), (words.at(-1) as string).slice(0, 4)].map(folded).join(' ');

const FOLK = /(?:n|ns|ese|ish|i|is)$/;

/** Joins *Syria* and *Syrian*, *North Korea* and *North Korean*. */
function joinFolk(groups: readonly Name[][]): Name[][] {
  const joined: Name[][] = [];
  for (const group of groups.toSorted((a, b) => lastOf(a[0] as Name).length - lastOf(b[0] as Name).length)) {
    const last = lastOf(group[0] as Name);
    const home = joined.find(other => {
      const base = lastOf(other[0] as Name);
      return (
        FOLK.test(last) &&
        last.length <= base.length + 4 &&
        last.startsWith(base.slice(0, -2)) &&
        base.length > 3
      );
    });
    if (home === undefined) joined.push([...group]);
    else home.push(...group);
  }
  return joined;
}

/** @param bearers how many names of the story hold each word */
function soughtOf(
  group: readonly Name[],
  small: ReadonlySet<string>,
  bearers: ReadonlyMap<number, number>,
): Sought {
  const sorted = group.toSorted((a, b) => b.count - a.count || order(a.form, b.form));
  const fullest = group.toSorted(
    (a, b) =>
      Math.min(b.words.length, 3) - Math.min(a.words.length, 3) || b.count - a.count || order(a.form, b.form),
  )[0] as Name;
  const sequences = new Map(sorted.map(({ numbers, form }) => [numbers.join(' '), { numbers, form }]));
  const person = group.some(each => each.person);
  // A word that no other name has stands for the name, so that no shorter way to write it is missed.
  for (const { words, numbers } of sorted)
    for (const [k, number] of person ? [] : numbers.entries()) {
      const word = words.length === numbers.length ? (words[k] as string) : '';
      if (word === '' || small.has(folded(word)) || sequences.has(String(number))) continue;
      if (bearers.get(number) !== group.filter(each => each.numbers.includes(number)).length) continue;
      sequences.set(String(number), { numbers: [number], form: word });
    }
  if (person) {
    const number = (group[0] as Name).numbers.at(-1) as number;
    sequences.set(String(number), { numbers: [number], form: (group[0] as Name).words.at(-1) as string });
  }
  return {
    kind: 'name',
    item: fullest.form,
    shown: [...new Set([...sequences.values()].map(({ form }) => form))],
    sequences: [...sequences.values()].map(({ numbers }) => numbers),
    capital: true,
    places: [],
  };
}

/** Common nouns of a story that more than one outlet has. */
function termsOf(traces: readonly Trace[], units: readonly Units[]): Sought[] {
  const terms = new Map<string, { forms: Map<string, number>; count: number; outlets: Set<string> }>();
  for (const [article, trace] of traces.entries())
    for (const { key, form, number } of nounsIn(trace, units[article] as Units)) {
      const term = terms.get(key) ?? { forms: new Map(), count: 0, outlets: new Set() };
      terms.set(key, term);
      term.forms.set(form, number);
      term.count++;
      term.outlets.add(trace.outlet);
    }
  return [...terms]
    .filter(([, { count, outlets }]) => count >= LEAST_TERM && outlets.size > 1)
    .map(([key, { forms }]) => ({
      kind: 'term',
      item: key,
      shown: [...forms.keys()].sort(),
      sequences: [...new Set(forms.values())].map(number => [number]),
      capital: false,
      places: [],
    }));
}
