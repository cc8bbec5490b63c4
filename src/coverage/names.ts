import { byText, countsOf, groupBy } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import type { Trace } from '../model/story.js';
import { folded, type KeyedTrace, matchOfAll, smallWords } from '../text/keys.js';
import { type Bearers, groupNames, isPerson, isSmall, lastOf, type Name } from './name-groups.js';
import { type NameOccurrence, namesIn } from './name-spans.js';
import type { SearchedItem } from './search.js';

/** The names that stand in a story, each with all the ways in which it is written. */
export function namesOf(traces: readonly KeyedTrace[], lexicons: Lexicons): SearchedItem[] {
  const small = smallWords(traces);
  const all = traces.map(trace => [...namesIn(trace, lexicons)]);
  const short = new Map(all.flatMap((some, article) => initialsOf(some, traces[article] as Trace)));
  const { names, lone } = collect(all, traces, small);
  const bearers = countsOf(names.flatMap(({ numbers }) => [...new Set(numbers)]));
  const groups = groupNames(names.filter(ownNameTest(traces, lexicons)), bearers);
  const surnames = new Set<number>();
  return withInitials(groups, short).map(group => {
    const searched = searchedFor(group, { small, bearers, lone, surnames, common: lexicons.names });
    return { ...searched, item: inFull(searched.item, lexicons) };
  });
}

/** A name that a variants lexicon has for the abbreviation of another, as that: *Florida* for *Fla*. */
function inFull(item: string, { words, variant }: Pick<Lexicons, 'words' | 'variant'>): string {
  const { group = item, as } = matchOfAll(variant, words(item))?.value ?? {};
  return as === 'same' && group.length > item.length ? group : item;
}

/** The names of a story where a capital says something, and the words that stand alone somewhere, with a capital. */
function collect(
  all: readonly (readonly NameOccurrence[])[],
  traces: readonly Trace[],
  small: ReadonlySet<string>,
) {
  const found: (NameOccurrence & { readonly article: number })[] = [];
  const lone = new Set<number>();
  const pairs = pairsOf(all.flat());
  for (const [article, trace] of traces.entries())
    for (const each of paired(all[article] as readonly NameOccurrence[], pairs, trace)) {
      const name = withoutOpening(each, small);
      const { words, numbers, doubtful } = name;
      const alone = words.length === 1;
      if (alone) lone.add(numbers[0] as number);
      // A capital at the head of a sentence is that of a name if the word never stands without.
      if (doubtful && (alone || words.some(word => small.has(folded(word))))) continue;
      if (!alone || !small.has(folded(words[0] as string))) found.push({ ...name, article });
    }
  const names = [...groupBy(found, ({ key }) => key).values()].map((same): Name => {
    const { words, numbers } = same[0] as NameOccurrence;
    const forms = countsOf(same.map(({ form }) => form));
    const articles = new Set(same.map(({ article }) => article));
    return {
      words,
      numbers,
      forms,
      articles,
      count: same.length,
      people: same.filter(each => each.person).length,
    };
  });
  return { names, lone };
}

/** *Mo*, *S.C.* */
const TWO_LETTERS = /^\p{Lu}(?:\p{Ll}|\.\p{Lu}\.)$/u;

/** Which names are items of their own: not those of outlets, agencies and parties, no words for bodies, no abbreviations of two letters: others may write them out. */
function ownNameTest(traces: readonly Trace[], lexicons: Lexicons): (name: Name) => boolean {
  const outlets = new Set(
    traces.flatMap(({ outlet, agency = '' }) => `${outlet} ${agency}`.split(/\s+/).map(folded)),
  );
  // *Democratic* is of the Democratic Party.
  const parties = [...lexicons.parties.values()].map(({ name }) => name.split(' '));
  const opening = new Set(parties.flatMap(([first = '', ...rest]) => (rest.length > 0 ? folded(first) : [])));
  return ({ words, forms }) => {
    const [first = ''] = words;
    if (words.length === 1 && (opening.has(folded(first)) || TWO_LETTERS.test(first))) return false;
    if (words.every(word => outlets.has(folded(word)))) return false;
    if (words.every(word => lexicons.names.heads.has(word.toLowerCase()))) return false;
    return ![...forms.keys()].some(form => isListed(form, lexicons));
  };
}

/** Without a common word that has its capital from the head of the sentence: *The Lantern Society*. */
function withoutOpening(name: NameOccurrence, small: ReadonlySet<string>): NameOccurrence {
  const { words, numbers, doubtful } = name;
  if (!doubtful || words.length !== numbers.length || words.length < 2) return name;
  if (!small.has(folded(words[0] as string))) return name;
  const [own, keys] = [words.slice(1), numbers.slice(1)];
  return { ...name, key: keys.join(' '), form: own.join(' '), words: own, numbers: keys, doubtful: false };
}

/** Parties are items of their own, whatever they are called; rival names are a matter of terminology. */
function isListed(
  form: string,
  { words, party, label }: Pick<Lexicons, 'words' | 'party' | 'label'>,
): boolean {
  const cut = words(form);
  const { as = 'person' } = matchOfAll(party, cut)?.value ?? {};
  return as !== 'person' || matchOfAll(label, cut) !== undefined;
}

const AMPERSAND = / ?& ?/;

/** Names that are written with an ampersand somewhere in the story, by their two sides. */
function pairsOf(occurrences: readonly NameOccurrence[]): ReadonlyMap<string, NameOccurrence> {
  const written = occurrences.map(each => [each.form.split(AMPERSAND), each] as const);
  return new Map(
    written.filter(([sides]) => sides.length === 2).map(([sides, each]) => [sides.join('\n'), each]),
  );
}

/** Two names in a row are one where the story has them so elsewhere: *Procter and Gamble*, *Procter & Gamble*. */
function* paired(
  occurrences: readonly NameOccurrence[],
  pairs: ReadonlyMap<string, NameOccurrence>,
  { text }: Trace,
): Generator<NameOccurrence> {
  for (let i = 0; i < occurrences.length; i++) {
    const [one, other] = [occurrences[i] as NameOccurrence, occurrences[i + 1]];
    const whole = other && pairs.get(`${one.form}\n${other.form}`);
    if (whole === undefined || text.slice(one.span.end, other?.span.start).trim() !== 'and') {
      yield one;
      continue;
    }
    const span = { start: one.span.start, end: (other as NameOccurrence).span.end };
    yield { ...whole, form: text.slice(span.start, span.end), span, sentence: one.sentence, doubtful: false };
    i++;
  }
}

/** By the key of an abbreviation in brackets, that of the name before it: *Harbour Pilots’ Union (HPU)*. */
function initialsOf(occurrences: readonly NameOccurrence[], { text }: Trace): [string, string][] {
  return occurrences.flatMap((full, i): [string, string][] => {
    const abbreviated = occurrences[i + 1];
    if (abbreviated === undefined || !/^\p{Lu}{2,8}$/u.test(abbreviated.form)) return [];
    if (text.slice(full.span.end, abbreviated.span.start) !== ' (') return [];
    const initials = full.form.match(/(?<!\p{L})\p{Lu}/gu)?.join('') ?? '';
    return initials.endsWith(abbreviated.form) ? [[abbreviated.key, full.key]] : [];
  });
}

function withInitials(groups: readonly Name[][], short: ReadonlyMap<string, string>): Name[][] {
  const groupOf = new Map(groups.flatMap(group => group.map(({ numbers }) => [numbers.join(' '), group])));
  const moved = new Set<Name[]>();
  for (const [abbreviated, full] of short) {
    const [group, home] = [groupOf.get(abbreviated), groupOf.get(full)];
    if (group === undefined || home === undefined || group === home || moved.has(group)) continue;
    home.push(...group);
    moved.add(group);
  }
  return groups.filter(group => !moved.has(group));
}

/** As it is written most, else as it is shortest, else as it comes first. */
const formOf = ({ forms }: Name): string =>
  ([...forms].toSorted((a, b) => b[1] - a[1] || a[0].length - b[0].length)[0] as [string, number])[0];

/** Of a person three words are enough; the name of a body is given whole up to so many. */
const LONGEST_BODY = 8;

/** What decides whether a word of a name can stand for it. */
interface NameContext {
  readonly small: ReadonlySet<string>;
  readonly bearers: Bearers;
  /** Words that stand alone somewhere, with a capital. */
  readonly lone: ReadonlySet<number>;
  /** Surnames that stand for somebody already. */
  readonly surnames: Set<number>;
  readonly common: Lexicons['names'];
}

function searchedFor(
  group: readonly Name[],
  { small, bearers, lone, surnames, common }: NameContext,
): SearchedItem {
  const sorted = group.toSorted((a, b) => b.count - a.count || byText(formOf(a), formOf(b)));
  // The country and not its people.
  const most = group.some(isPerson) ? 3 : LONGEST_BODY;
  const fullest = sorted.toSorted(
    (a, b) =>
      Math.min(b.words.length, most) - Math.min(a.words.length, most) || formOf(a).length - formOf(b).length,
  )[0] as Name;
  const sequences = new Map(
    sorted.map(name => [name.numbers.join(' '), { numbers: name.numbers, form: formOf(name) }]),
  );
  // *De Gaulle* may go by a word of his; of the Center for Strategic and International Studies none will do.
  const goesOnSmall = (word: string): boolean => isSmall(word) && !common.particles.has(word);
  const person =
    group.some(isPerson) && !common.heads.has(lastOf(fullest)) && !fullest.words.some(goesOnSmall);
  // A word that no other name has stands for the name, so that no shorter way to write it is missed.
  for (const { words, numbers } of sorted)
    for (const [k, number] of person || words.some(goesOnSmall) ? [] : numbers.entries()) {
      const word = words.length === numbers.length ? (words[k] as string) : '';
      if (word === '' || isSmall(word) || small.has(folded(word)) || sequences.has(String(number))) continue;
      if (!lone.has(number)) continue;
      if (common.heads.has(word.toLowerCase()) || common.matters.has(word.toLowerCase())) continue;
      if (bearers.get(number) !== group.filter(each => each.numbers.includes(number)).length) continue;
      sequences.set(String(number), { numbers: [number], form: word });
    }
  if (person) {
    const number = fullest.numbers.at(-1) as number;
    const form = fullest.words.at(-1) as string;
    if (!surnames.has(number) && !isSmall(form)) sequences.set(String(number), { numbers: [number], form });
    surnames.add(number);
  }
  return {
    kind: 'name',
    item: formOf(fullest),
    forms: [
      ...new Set([
        ...sorted.flatMap(({ forms }) => [...forms.keys()]),
        ...[...sequences.values()].map(({ form }) => form),
      ]),
    ],
    sequences: [...sequences.values()].map(({ numbers }) => numbers),
    capital: true,
  };
}
