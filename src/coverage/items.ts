import { byCount, countsOf, groupBy } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import { TAG, type Trace } from '../model/story.js';
import { isUnitTagged, type KeyedTrace, matchOfAll, unitText } from '../text/keys.js';
import { countedBy, numbersIn } from './figures.js';
import { byMember } from './members.js';
import { namesOf } from './names.js';
import type { Occurrence } from './occurrence.js';
import { type FoundItem, type ItemPlace, search } from './search.js';
import { termsOf } from './terms.js';

/** An occurrence with the number of its article. */
interface StoryOccurrence extends Occurrence {
  readonly article: number;
}

/** Every item of a story with all its places. */
export function findItems(traces: readonly KeyedTrace[], lexicons: Lexicons): FoundItem[] {
  const occurrences = traces.flatMap((trace, article) =>
    [...occurrencesIn(trace, lexicons)].map((each): StoryOccurrence => ({ ...each, article })),
  );
  const byKey = groupBy(occurrences, ({ kind, key }) => `${kind} ${key}`);
  const searched = search([...namesOf(traces, lexicons), ...termsOf(traces)], traces);
  const words = [...searched]
    .map(([{ kind, item, forms }, places]): FoundItem => ({ kind, item, forms, figure: false, places }))
    .filter(({ places }) => places.length > 0);
  return [
    ...[...byKey.values()]
      .map(same => itemOf(same, traces, lexicons))
      .filter(({ places }) => places.length > 0),
    ...byMember(
      words.filter(({ kind }) => kind === 'name'),
      traces,
      lexicons.parties,
    ),
    ...words.filter(({ kind }) => kind !== 'name'),
  ];
}

/** Facts, parties, figures and dates: what is the same item wherever it stands. */
function* occurrencesIn(trace: Trace, { factsIn, parties }: Lexicons): Generator<Occurrence> {
  const { words, sentences, mentions, text } = trace;
  for (const { party, span, sentence, name } of mentions)
    if (name === undefined && parties.get(party)?.collective !== true)
      yield { kind: 'party', key: party, form: text.slice(span.start, span.end), span, sentence };
  for (const { index, from, to } of sentences) {
    for (const { start, end, value, form } of factsIn(words, from, to))
      yield { kind: 'fact', key: value, form, span: { start, end }, sentence: index };
    for (const number of numbersIn(trace, index)) if (number.vague !== true) yield number;
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

const placeOf = ({ article, sentence, span }: StoryOccurrence): ItemPlace => ({ article, sentence, ...span });

function itemOf(
  same: readonly StoryOccurrence[],
  traces: readonly KeyedTrace[],
  lexicons: Lexicons,
): FoundItem {
  const [{ kind, key }] = same as [StoryOccurrence];
  const places = same.map(placeOf);
  const written = [...countsOf(same.map(({ form }) => form))].toSorted(byCount).map(([form]) => form);
  const found = { kind, item: key, forms: written, figure: false, places };
  if (kind === 'fact') {
    const fact = lexicons.facts.get(key);
    if (fact === undefined) return found;
    return { ...found, item: fact.gloss, forms: fact.forms, near: fact.near, figure: fact.figure };
  }
  if (kind === 'party') {
    // Every name of the party was searched for, not only those that stand here.
    const notes = ['any other name of it in the parties lexicons'];
    return { ...found, item: lexicons.parties.get(key)?.name ?? key, notes };
  }
  if (kind === 'date') return { ...found, item: withMonthCapital(key) };
  const counted = commonUnit(same, traces, lexicons);
  const figure = {
    ...found,
    item: withoutSentenceCapital(counted?.[0]?.title ?? written[0] ?? key),
    places: counted?.map(({ place }) => place) ?? places,
  };
  // Two shares that happen to be the same number are not one item.
  return isShare(figure.item) && !isOfOneThing(figure.places, traces) ? { ...figure, item: key } : figure;
}

/** What a figure counts in all outlets that have it, and where it does; nothing if it counts different things. */
function commonUnit(same: readonly StoryOccurrence[], traces: readonly Trace[], lexicons: Lexicons) {
  const counted = same.map(each => {
    const trace = traces[each.article] as Trace;
    const { unit, counted: title } = countedBy(trace, each);
    return { unit: unitKey(unit, lexicons), title, place: placeOf(each), outlet: trace.outlet };
  });
  const outletsOf = (some: typeof counted): number => new Set(some.map(({ outlet }) => outlet)).size;
  const byUnit = [...groupBy(counted, ({ unit }) => unit)];
  return byUnit.find(([unit, some]) => unit !== '' && outletsOf(some) === outletsOf(counted))?.[1];
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
