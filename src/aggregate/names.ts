import type { Lexicons } from '../model/lexicon.js';
import type { Trace } from '../model/story.js';
import { type NameSighting, namesIn, smallWords } from './items.js';
import type { Sought } from './sought.js';
import { folded, type Units } from './units.js';

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

/** How many names of the story hold each word. */
type Bearers = ReadonlyMap<number, number>;

/** A name on its way: spellings of it, and how often it stands where a capital tells. */
interface Name {
  readonly words: readonly string[];
  readonly numbers: readonly number[];
  readonly form: string;
  /** Every way in which it is written with these words. */
  readonly forms: Set<string>;
  count: number;
  /** In how many of these places the parser takes it for somebody. */
  people: number;
}

/** The names that stand in a story, each with all the ways in which it is written. */
export function namesOf(traces: readonly Trace[], units: readonly Units[], lexicons: Lexicons): Sought[] {
  const small = new Set<string>();
  for (const trace of traces) smallWords(trace, small);
  const names = new Map<string, Name>();
  const add = ({ key, words, numbers, form, person }: NameSighting): void => {
    const known = names.get(key);
    if (known === undefined)
      names.set(key, { words, numbers, form, forms: new Set([form]), count: 1, people: Number(person) });
    else {
      known.forms.add(form);
      known.count++;
      known.people += Number(person);
    }
  };
  for (const [article, trace] of traces.entries())
    for (const seen of namesIn(trace, units[article] as Units, lexicons)) {
      const sighting = withoutOpening(seen, small);
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
  return grouped([...names.values()].filter(own), bearers).map(group => soughtOf(group, small, bearers));
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
    if (wider.length === 1 && (wider[0] as Name).count >= name.count) taken.set(name, wider[0] as Name);
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
  return [...groups.values(), ...joined];
}

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

function soughtOf(group: readonly Name[], small: ReadonlySet<string>, bearers: Bearers): Sought {
  const sorted = group.toSorted((a, b) => b.count - a.count || order(a.form, b.form));
  // The country and not its people.
  const fullest = group.toSorted(
    (a, b) =>
      Math.min(b.words.length, 3) - Math.min(a.words.length, 3) ||
      a.form.length - b.form.length ||
      b.count - a.count ||
      order(a.form, b.form),
  )[0] as Name;
  const sequences = new Map(sorted.map(({ numbers, form }) => [numbers.join(' '), { numbers, form }]));
  const person = group.some(isPerson);
  // A word that no other name has stands for the name, so that no shorter way to write it is missed.
  for (const { words, numbers } of sorted)
    for (const [k, number] of person ? [] : numbers.entries()) {
      const word = words.length === numbers.length ? (words[k] as string) : '';
      if (word === '' || small.has(folded(word)) || sequences.has(String(number))) continue;
      if (bearers.get(number) !== group.filter(each => each.numbers.includes(number)).length) continue;
      sequences.set(String(number), { numbers: [number], form: word });
    }
  if (person) {
    const number = fullest.numbers.at(-1) as number;
    sequences.set(String(number), { numbers: [number], form: fullest.words.at(-1) as string });
  }
  return {
    kind: 'name',
    item: fullest.form,
    shown: [
      ...new Set([
        ...sorted.flatMap(({ forms }) => [...forms]),
        ...[...sequences.values()].map(({ form }) => form),
      ]),
    ],
    sequences: [...sequences.values()].map(({ numbers }) => numbers),
    capital: true,
    places: [],
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
