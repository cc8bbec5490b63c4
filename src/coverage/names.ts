import type { Lexicons } from '../model/lexicon.js';
import type { Trace } from '../model/story.js';
import { folded, type Units } from '../text/keys.js';
import { type NameSighting, namesIn, smallWords } from './items.js';
import type { Sought } from './search.js';

/** Without a common word that has its capital from the head of the sentence: *The Lantern Society*. */
function withoutOpening(name: NameSighting, small: ReadonlySet<string>): NameSighting {
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
  const whole = ({ first, last }: { first: number; last: number }): boolean => last - first === cut.length;
  return (
    party.find(cut, 0, cut.length).some(match => match.value.as !== 'person' && whole(match)) ||
    label.find(cut, 0, cut.length).some(whole)
  );
}

const AMPERSAND = / ?& ?/;

/** Names that are written with an ampersand somewhere in the story, by their two sides. */
function pairsOf(sightings: readonly NameSighting[]): ReadonlyMap<string, NameSighting> {
  const pairs = new Map<string, NameSighting>();
  for (const sighting of sightings) {
    const sides = sighting.form.split(AMPERSAND);
    if (sides.length === 2) pairs.set(sides.join('\n'), sighting);
  }
  return pairs;
}

/** Two names in a row are one where the story has them so elsewhere: *Procter and Gamble*, *Procter & Gamble*. */
function* paired(
  sightings: readonly NameSighting[],
  pairs: ReadonlyMap<string, NameSighting>,
  { text }: Trace,
): Generator<NameSighting> {
  for (let i = 0; i < sightings.length; i++) {
    const [one, other] = [sightings[i] as NameSighting, sightings[i + 1]];
    const whole = other && pairs.get(`${one.form}\n${other.form}`);
    if (whole === undefined || text.slice(one.span.end, other?.span.start).trim() !== 'and') {
      yield one;
      continue;
    }
    const span = { start: one.span.start, end: (other as NameSighting).span.end };
    yield { ...whole, form: text.slice(span.start, span.end), span, sentence: one.sentence, doubtful: false };
    i++;
  }
}

/** How many names of the story hold each word. */
type Bearers = ReadonlyMap<number, number>;

/** A name on its way: spellings of it, and how often it stands where a capital tells. */
interface Name {
  readonly words: readonly string[];
  readonly numbers: readonly number[];
  /** Every way in which it is written with these words, and how often. */
  readonly forms: Map<string, number>;
  /** Numbers of the articles that have it. */
  readonly articles: Set<number>;
  count: number;
  /** In how many of these places the parser takes it for somebody. */
  people: number;
}

/** The names that stand in a story, each with all the ways in which it is written. */
export function namesOf(traces: readonly Trace[], units: readonly Units[], lexicons: Lexicons): Sought[] {
  const small = new Set<string>();
  for (const trace of traces) smallWords(trace, small);
  const names = new Map<string, Name>();
  const lone = new Set<number>();
  const add = ({ key, words, numbers, form, person }: NameSighting, article: number): void => {
    const known = names.get(key);
    if (known === undefined)
      names.set(key, {
        words,
        numbers,
        forms: new Map([[form, 1]]),
        articles: new Set([article]),
        count: 1,
        people: Number(person),
      });
    else {
      known.articles.add(article);
      known.forms.set(form, (known.forms.get(form) ?? 0) + 1);
      known.count++;
      known.people += Number(person);
    }
  };
  const all = traces.map((trace, article) => [...namesIn(trace, units[article] as Units, lexicons)]);
  const pairs = pairsOf(all.flat());
  const short = new Map(all.flatMap((some, article) => initialsOf(some, traces[article] as Trace)));
  for (const [article, trace] of traces.entries())
    for (const seen of paired(all[article] as NameSighting[], pairs, trace)) {
      const sighting = withoutOpening(seen, small);
      const { doubtful, words } = sighting;
      const alone = words.length === 1;
      if (alone) lone.add(sighting.numbers[0] as number);
      // A capital at the head of a sentence is that of a name if the word never stands without.
      if (doubtful && (alone || words.some(word => small.has(folded(word))))) continue;
      if (alone && small.has(folded(words[0] as string))) continue;
      add(sighting, article);
    }
  const ours = new Set(
    traces.flatMap(({ outlet, agency = '' }) => `${outlet} ${agency}`.split(/\s+/).map(folded)),
  );
  // *Democratic* is of the Democratic Party.
  const opening = new Set(
    [...lexicons.parties.values()].flatMap(({ name }) => {
      const [first = '', ...rest] = name.split(' ');
      return rest.length > 0 ? [folded(first)] : [];
    }),
  );
  const bearers = new Map<number, number>();
  for (const { numbers } of names.values())
    for (const number of new Set(numbers)) bearers.set(number, (bearers.get(number) ?? 0) + 1);
  const own = ({ words, forms }: Name): boolean =>
    !words.every(word => ours.has(folded(word))) &&
    !words.every(word => lexicons.names.heads.has(word.toLowerCase())) &&
    !(
      words.length === 1 &&
      (opening.has(folded(words[0] as string)) || /^\p{Lu}\p{Ll}$/u.test(words[0] as string))
    ) &&
    ![...forms.keys()].some(form => isListed(form, lexicons));
  const groups = grouped([...names.values()].filter(own), bearers);
  const surnames = new Set<number>();
  return withInitials(groups, short).map(group =>
    soughtOf(group, { small, bearers, lone, surnames, common: lexicons.names }),
  );
}

/** By the key of an abbreviation in brackets, that of the name before it: *Harbour Pilots’ Union (HPU)*. */
function initialsOf(sightings: readonly NameSighting[], { text }: Trace): [string, string][] {
  return sightings.flatMap((full, i): [string, string][] => {
    const abbreviated = sightings[i + 1];
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

/**
 * Puts together the ways to write one name: people by their last word, a part with the one name that it is part of,
 * a people with its country.
 */
function grouped(names: readonly Name[], bearers: Bearers): Name[][] {
  const groups = new Map<number, Name[]>();
  const surnames = new Set<number>();
  for (const name of names) if (isPerson(name)) surnames.add(name.numbers.at(-1) as number);
  const others: Name[] = [];
  for (const name of names) {
    const last = name.numbers.at(-1) as number;
    if (surnames.has(last)) addTo(groups, last, name);
    else others.push(name);
  }
  // Somebody may be called by the first word alone: Kim is Kim Jong Un, if nobody else here is a Kim.
  const firsts = new Map<number, Set<number>>();
  for (const [last, group] of groups)
    for (const { numbers } of group)
      if (numbers.length > 1)
        firsts.set(numbers[0] as number, (firsts.get(numbers[0] as number) ?? new Set()).add(last));
  for (const [last, group] of groups) {
    const others = [...(firsts.get(last) ?? [])].filter(other => other !== last);
    if (others.length !== 1 || group.some(({ words }) => words.length > 1)) continue;
    groups.get(others[0] as number)?.push(...group);
    groups.delete(last);
  }
  const rest = others.filter(({ numbers }) => numbers.length > 1 || !firsts.has(numbers[0] as number));
  const byWord = new Map<string, Name[]>();
  for (const name of rest) for (const word of new Set(name.words.map(folded))) addTo(byWord, word, name);
  const taken = new Map<Name, Name>();
  for (const name of rest) {
    const near = byWord.get(folded(name.words[0] as string)) ?? [];
    const wider = near.filter(other => isPart(name.words, other.words));
    // Korean is a part of more names than Korean Peninsula.
    if (name.numbers.length === 1 && (bearers.get(name.numbers[0] as number) ?? 0) > 2) continue;
    // What stands alone more often is a thing of its own: Washington, and the Washington Post.
    const [whole] = wider;
    if (whole === undefined || wider.length > 1) continue;
    // But somebody of three names goes by the last.
    const surname = whole.words.length === 3 && lastOf(whole) === lastOf(name) && !whole.words.some(isSmall);
    if (whole.count >= name.count || surname) taken.set(name, whole);
  }
  const headOf = (name: Name): Name => {
    const wider = taken.get(name);
    return wider === undefined ? name : headOf(wider);
  };
  const byHead = new Map<Name, Name[]>();
  for (const name of rest) addTo(byHead, headOf(name), name);
  const folk = [...byHead.values()];
  const byStem = new Map<string, Name[][]>();
  for (const group of folk) addTo(byStem, stemOf(group[0] as Name), group);
  const joined = [...byStem.values()].flatMap(same => joinFolk(same));
  return [...[...groups.values()].flatMap(apart), ...joined];
}

/**
 * People of one surname apart, if an article has both: Bill and Hillary Clinton, not Bill and William Weld. The surname
 * alone is that of the first, who is named most.
 */
function apart(group: readonly Name[]): Name[][] {
  const full = group.filter(({ numbers }) => numbers.length > 1).toSorted((a, b) => b.count - a.count);
  const people: Name[][] = [];
  for (const name of full) {
    const same = people.find(some => some.every(other => !areTwo(name, other)));
    if (same === undefined) people.push([name]);
    else same.push(name);
  }
  const [first = [], ...others] = people;
  return [[...first, ...group.filter(({ numbers }) => numbers.length === 1)], ...others];
}

const areTwo = (a: Name, b: Name): boolean => {
  const [one, other] = [folded(a.words[0] as string), folded(b.words[0] as string)];
  const alike = one.startsWith(other.slice(0, 3)) || other.startsWith(one.slice(0, 3));
  return (
    !alike &&
    !a.words.includes(b.words[0] as string) &&
    !b.words.includes(a.words[0] as string) &&
    [...a.articles].some(article => b.articles.has(article))
  );
};

/** In place: a story may hold a name ten thousand times. */
function addTo<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

/** More often taken for somebody than not. */
const isPerson = ({ people, count }: Name): boolean => 2 * people > count;

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

/** As it is written most, else as it is shortest, else as it comes first. */
const formOf = ({ forms }: Name): string =>
  ([...forms].toSorted((a, b) => b[1] - a[1] || a[0].length - b[0].length)[0] as [string, number])[0];

const isSmall = (word: string): boolean => !/^[\p{Lu}\p{N}]/u.test(word);

/** Of a person three words are enough; the name of a body is told whole up to so many. */
const LONGEST_BODY = 8;

/** What tells whether a word of a name can stand for it. */
interface Telling {
  readonly small: ReadonlySet<string>;
  readonly bearers: Bearers;
  /** Words that stand alone somewhere, with a capital. */
  readonly lone: ReadonlySet<number>;
  /** Surnames that stand for somebody already. */
  readonly surnames: Set<number>;
  readonly common: Lexicons['names'];
}

function soughtOf(group: readonly Name[], { small, bearers, lone, surnames, common }: Telling): Sought {
  const sorted = group.toSorted((a, b) => b.count - a.count || order(formOf(a), formOf(b)));
  // The country and not its people.
  const most = group.some(isPerson) ? 3 : LONGEST_BODY;
  const fullest = group.toSorted(
    (a, b) =>
      Math.min(b.words.length, most) - Math.min(a.words.length, most) ||
      formOf(a).length - formOf(b).length ||
      b.count - a.count ||
      order(formOf(a), formOf(b)),
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
    shown: [
      ...new Set([
        ...sorted.flatMap(({ forms }) => [...forms.keys()]),
        ...[...sequences.values()].map(({ form }) => form),
      ]),
    ],
    sequences: [...sequences.values()].map(({ numbers }) => numbers),
    capital: true,
    places: [],
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
