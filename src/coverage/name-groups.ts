import { addTo, getOrAdd, groupBy } from '../model/collections.js';
import { folded } from '../text/keys.js';

/** A name with the ways in which it is written, and where it stands with a capital that says something. */
export interface Name {
  readonly words: readonly string[];
  readonly numbers: readonly number[];
  /** Every way in which it is written with these words, and how often. */
  readonly forms: ReadonlyMap<string, number>;
  /** Numbers of the articles that have it. */
  readonly articles: ReadonlySet<number>;
  readonly count: number;
  /** In how many of these places the parser takes it for somebody. */
  readonly people: number;
}

/** How many names of the story hold each word. */
export type Bearers = ReadonlyMap<number, number>;

/** More often taken for somebody than not. */
export const isPerson = ({ people, count }: Name): boolean => 2 * people > count;

export const lastOf = ({ words }: Name): string => folded(words.at(-1) as string);

export const isSmall = (word: string): boolean => !/^[\p{Lu}\p{N}]/u.test(word);

/**
 * Puts together the ways to write one name: people by their last word, a part with the one name that it is part of,
 * a people with its country.
 */
export function groupNames(names: readonly Name[], bearers: Bearers): Name[][] {
  const { people, firsts, others } = bySurname(names);
  const rest = others.filter(({ numbers }) => numbers.length > 1 || !firsts.has(numbers[0] as number));
  const groups = joinParts(rest, bearers);
  const byStem = new Map<string, Name[][]>();
  for (const group of groups) addTo(byStem, stemOf(group[0] as Name), group);
  return [...people.flatMap(apart), ...[...byStem.values()].flatMap(joinPeoples)];
}

/** People by their last word; by first words, the last ones of those who have them; and the names of no people. */
function bySurname(names: readonly Name[]) {
  const groups = new Map<number, Name[]>();
  const surnames = new Set(names.filter(isPerson).map(({ numbers }) => numbers.at(-1) as number));
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
      if (numbers.length > 1) getOrAdd(firsts, numbers[0] as number, () => new Set()).add(last);
  for (const [last, group] of groups) {
    const homes = [...(firsts.get(last) ?? [])].filter(other => other !== last);
    if (homes.length !== 1 || group.some(({ words }) => words.length > 1)) continue;
    groups.get(homes[0] as number)?.push(...group);
    groups.delete(last);
  }
  return { people: [...groups.values()], firsts, others };
}

/** Puts a name to the one longer name that it is part of. */
function joinParts(names: readonly Name[], bearers: Bearers): Name[][] {
  const byWord = new Map<string, Name[]>();
  for (const name of names) for (const word of new Set(name.words.map(folded))) addTo(byWord, word, name);
  const wholes = new Map<Name, Name>();
  for (const name of names) {
    // Korean is a part of more names than Korean Peninsula.
    if (name.numbers.length === 1 && (bearers.get(name.numbers[0] as number) ?? 0) > 2) continue;
    const near = byWord.get(folded(name.words[0] as string)) ?? [];
    const [whole, ...others] = near.filter(other => isPart(name.words, other.words));
    if (whole === undefined || others.length > 0) continue;
    // But somebody of three names goes by the last.
    const surname = whole.words.length === 3 && lastOf(whole) === lastOf(name) && !whole.words.some(isSmall);
    // What stands alone more often is a thing of its own: Washington, and the Washington Post.
    if (whole.count >= name.count || surname) wholes.set(name, whole);
  }
  const wholeOf = (name: Name): Name => {
    const whole = wholes.get(name);
    return whole === undefined ? name : wholeOf(whole);
  };
  return [...groupBy(names, wholeOf).values()];
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

const isPart = (some: readonly string[], all: readonly string[]): boolean =>
  some.length < all.length && some.every(word => all.some(each => folded(each) === folded(word)));

/** What a country and its people begin with: all words but the last, and four letters of that. */
const stemOf = ({ words }: Name): string =>
  [...words.slice(0, -1), (words.at(-1) as string).slice(0, 4)].map(folded).join(' ');

/** Endings of words for peoples. */
const PEOPLE = /(?:n|ns|ese|ish|i|is)$/;

/** Joins *Syria* and *Syrian*, *North Korea* and *North Korean*. */
function joinPeoples(groups: readonly Name[][]): Name[][] {
  const lastWord = ([name]: readonly Name[]): string => lastOf(name as Name);
  const joined: Name[][] = [];
  for (const group of groups.toSorted((a, b) => lastWord(a).length - lastWord(b).length)) {
    const last = lastWord(group);
    const home = joined.find(other => {
      const country = lastWord(other);
      return (
        PEOPLE.test(last) &&
        last.length <= country.length + 4 &&
        last.startsWith(country.slice(0, -2)) &&
        country.length > 3
      );
    });
    if (home === undefined) joined.push([...group]);
    else home.push(...group);
  }
  return joined;
}
