import { addCount, byCount, getOrAdd } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import { type CoverageItem, type ItemKind, TAG, type Trace } from '../model/story.js';
import { isUnitTagged, type KeyedTrace, matchOfAll, unitText } from '../text/keys.js';
import { countedBy, numbersIn } from './figures.js';
import { namesOf } from './names.js';
import type { Occurrence } from './occurrence.js';
import { type ItemPlace, search } from './search.js';
import { termsOf } from './terms.js';

/** An item with every place at which it stands. */
export interface FoundItem extends Pick<CoverageItem, 'kind' | 'item' | 'forms'> {
  /** A fact whose numbers are worth showing. */
  readonly figure: boolean;
  /** In the order of the articles, then of the text. */
  readonly places: readonly ItemPlace[];
}

/** The occurrences of one key. */
interface SameKey {
  readonly kind: ItemKind;
  readonly key: string;
  readonly forms: Map<string, number>;
  readonly places: ItemPlace[];
  /** By what a figure counts: the places where it does, with the figure as written at the first. */
  readonly counted: Map<string, { readonly title: string; readonly places: ItemPlace[] }>;
}

/** Every item of a story with all its places. */
export function findItems(traces: readonly KeyedTrace[], lexicons: Lexicons): FoundItem[] {
  const byKey = new Map<string, SameKey>();
  for (const [article, trace] of traces.entries())
    for (const each of occurrencesIn(trace, lexicons)) {
      if (each.vague) continue;
      const { kind, key, form, sentence, span } = each;
      if (kind === 'party' && lexicons.parties.get(key)?.collective === true) continue;
      const same = getOrAdd(byKey, `${kind} ${key}`, () => ({
        kind,
        key,
        forms: new Map(),
        places: [],
        counted: new Map(),
      }));
      addCount(same.forms, form);
      const place = { article, sentence, ...span };
      same.places.push(place);
      if (kind !== 'figure') continue;
      const { unit, counted: title } = countedBy(trace, each);
      getOrAdd(same.counted, unitKey(unit, lexicons), () => ({ title, places: [] })).places.push(place);
    }
  const searched = search([...namesOf(traces, lexicons), ...termsOf(traces)], traces);
  return [
    ...[...byKey.values()].map(same => itemOf(same, traces, lexicons)),
    ...[...searched].map(([{ kind, item, forms }, places]) => ({ kind, item, forms, figure: false, places })),
  ].filter(({ places }) => places.length > 0);
}

/** Facts, parties, figures and dates: what is the same item wherever it stands. */
function* occurrencesIn(trace: Trace, lexicons: Pick<Lexicons, 'factsIn'>): Generator<Occurrence> {
  const { words, sentences, mentions, text } = trace;
  for (const { party, span, sentence, name } of mentions)
    if (name === undefined)
      yield { kind: 'party', key: party, form: text.slice(span.start, span.end), span, sentence };
  for (const { index, from, to } of sentences) {
    for (const { start, end, value, form } of lexicons.factsIn(words, from, to))
      yield { kind: 'fact', key: value, form, span: { start, end }, sentence: index };
    yield* numbersIn(trace, index);
  }
}

/** What a figure counts, by the last word, in whichever spelling. */
function unitKey(unit: string, { words, variant }: Lexicons): string {
  const cut = words(unit);
  return (
    matchOfAll(variant, cut)?.value.group ??
    (unit.split(' ').at(-1) as string).toLowerCase().replace(/s$/, '')
  );
}

function itemOf(same: SameKey, traces: readonly KeyedTrace[], { facts, parties }: Lexicons): FoundItem {
  const { kind, key, places } = same;
  const written = [...same.forms].toSorted(byCount).map(([form]) => form);
  const found = { kind, item: key, forms: written, figure: false, places };
  if (kind === 'fact') {
    const fact = facts.get(key);
    if (fact === undefined) return found;
    const near = fact.near.length === 0 ? [] : [`near one of: ${fact.near.join(', ')}`];
    return { ...found, item: fact.gloss, forms: [...fact.forms, ...near], figure: fact.figure };
  }
  if (kind === 'party') {
    // Every name of the party was searched for, not only those that stand here.
    const forms = [...written, 'any other name of it in the parties lexicons'];
    return { ...found, item: parties.get(key)?.name ?? key, forms };
  }
  if (kind === 'date') return { ...found, item: withMonthCapital(key) };
  const unit = commonUnit(same, traces);
  const figure = {
    ...found,
    item: withoutSentenceCapital(unit?.title ?? written[0] ?? key),
    places: unit?.places ?? places,
  };
  // Two shares that happen to be the same number are not one item.
  return isShare(figure.item) && !isOfOneThing(figure.places, traces) ? { ...figure, item: key } : figure;
}

/** What a figure counts in all outlets that have it, and where it does; nothing if it counts different things. */
function commonUnit({ places, counted }: SameKey, traces: readonly Trace[]) {
  const outletsOf = (some: readonly ItemPlace[]): number =>
    new Set(some.map(({ article }) => (traces[article] as Trace).outlet)).size;
  const outlets = outletsOf(places);
  return [...counted].find(([key, each]) => key !== '' && outletsOf(each.places) === outlets)?.[1];
}

const isShare = (item: string): boolean => /(?:%|\bper ?cent)$/i.test(item);

/** Whether the sentences of a share have a word in common besides it, if several articles have it. */
function isOfOneThing(places: readonly ItemPlace[], traces: readonly KeyedTrace[]): boolean {
  const sentences = places.map(({ article, sentence }) => {
    const trace = traces[article] as KeyedTrace;
    const { key, sentence: first } = trace.units;
    const keys = new Set<number>();
    for (let u = first[sentence] as number; u < (first[sentence + 1] as number); u++)
      if (
        !isUnitTagged(trace, u, TAG.function | TAG.name | TAG.number) &&
        !/^(?:%|per|cent|percent)$/i.test(unitText(trace, u))
      )
        keys.add(key[u] as number);
    return { article, keys };
  });
  return sentences.every(
    one =>
      sentences.every(({ article }) => article === one.article) ||
      sentences.some(
        other => other.article !== one.article && [...one.keys].some(key => other.keys.has(key)),
      ),
  );
}

/** Numbers in words lose the capital of the head of a sentence. */
const withoutSentenceCapital = (item: string): string =>
  item.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, letter => letter.toLowerCase());

/** `27 September`; years and decades stay. */
const withMonthCapital = (key: string): string =>
  key.replace(/(?<=^\d+ )\p{Ll}/u, letter => letter.toUpperCase());
