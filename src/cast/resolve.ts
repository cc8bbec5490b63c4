import { isCapital } from '../english/title-case.js';
import type { NameUse } from '../model/cast.js';
import { addCount, addTo, getOrAdd } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import { plainKey } from '../model/text.js';
import { Bearer, isCertain, isPersonLike, LONGEST_NAME } from './bearer.js';
import { BearerIndex, keyOf, SMALL } from './bearers.js';
import type { CastArticle, PlacedUse } from './story.js';

/** A word that has a capital so many times as often as not is a name. */
const RARELY = 8;

/** Whom a use names, and how: several where a headline has names in a row. */
export interface Resolved extends PlacedUse {
  readonly bearer: Bearer;
  /** The last use that belongs to the name, where it goes over several. */
  readonly until?: NameUse;
}

/**
 * Whom every name of a story names. Full names first, over all articles; then surnames, given names and abbreviations,
 * article by article; headlines last, where a capital says nothing and only known names are looked for.
 */
export class NameResolver extends BearerIndex {
  readonly resolved: Resolved[] = [];
  readonly #byLast = new Map<string, Bearer[]>();
  readonly #byFirst = new Map<string, Bearer[]>();
  /** By a word behind *the*, whose name it is a part of. */
  readonly #halves = new Map<string, Bearer | undefined>();

  constructor(
    articles: readonly CastArticle[],
    { parties, nicknames }: Pick<Lexicons, 'parties' | 'nicknames'>,
  ) {
    super(articles, parties, nicknames);
    const all = articles.flatMap(({ names }, article) => names.map((use): PlacedUse => ({ article, use })));
    const uses = all.filter(({ use }) => !use.inTitle);
    for (const each of all) if (each.use.listed !== undefined) this.list(each);
    const common = this.#commonWords(uses);
    const plain = uses
      .filter(({ use }) => use.listed === undefined && !use.titleCase)
      .map(({ article, use }) => ({ article, use: withoutTitle(use, common) }));
    const full = plain.filter(({ use }) => use.words.length > 1);
    for (const each of full) this.addFull(each);
    for (const bearer of this.bearers) bearer.common = bearer.words.some(word => common.has(word));
    this.joinSpellings();
    this.joinJuniors();
    this.joinEndings();
    this.#index();
    for (const each of full) this.#take(each, this.byKey.get(keyOf(each.use)) as Bearer);
    for (const each of uses)
      if (each.use.listed?.as === 'person') this.#takeListedPerson(each);
      else if (each.use.listed !== undefined && !this.#takeNamesake(each)) {
        const bearer = this.listedBearer(each.use.listed);
        bearer.learn(each.use);
        this.#take(each, bearer);
      }
    for (const each of plain) if (each.use.words.length === 1) this.#short(each);
    for (const [a, { names }] of articles.entries()) this.#headline(a, names);
  }

  /** Words of names that the story has in small letters, too: those of *Border Protection*, *the Rose Garden*. */
  #commonWords(uses: readonly PlacedUse[]): ReadonlySet<string> {
    const capitals = new Map<string, number>();
    const inNames = new Set<string>();
    for (const { use } of uses)
      if (use.listed === undefined)
        for (const word of use.words)
          if (isCapital(word) || SMALL.has(word)) addCount(capitals, word.toLowerCase(), 1);
          else inNames.add(word);
    // Those of *Ada van der Moss* stand in small letters in the name itself.
    for (const word of inNames) capitals.delete(word);
    const small = new Map<string, number>();
    const words = new Set(capitals.keys());
    for (const article of this.articles) for (const word of article.small(words)) addCount(small, word, 1);
    // An address or a handle has a name in small letters, too.
    return new Set(
      [...small].filter(([word, n]) => n * RARELY >= (capitals.get(word) ?? 0)).map(([word]) => word),
    );
  }

  #index(): void {
    for (const bearer of this.bearers) {
      if (!isPersonLike(bearer)) continue;
      const last = bearer.words.at(-1) as string;
      const first = bearer.words[0] as string;
      addTo(this.#byLast, last, bearer);
      // *Peña* of Enrique Peña Nieto, *Pena Nieto*.
      if (first !== last && isCertain(bearer)) addTo(this.#byFirst, first, bearer);
      if (bearer.words.length > 2) addTo(this.#byLast, bearer.words.slice(1).join(' '), bearer);
    }
    // *the HPU*, where the initials are those of one body alone.
    const initials = new Map<string, Bearer[]>();
    for (const bearer of this.bearers)
      if (!isPersonLike(bearer) && bearer.party === undefined && bearer.words.length > 2)
        addTo(
          initials,
          bearer.words
            .filter(word => !SMALL.has(word))
            .map(word => word.charAt(0))
            .join(''),
          bearer,
        );
    for (const [letters, [bearer, ...others]] of initials)
      if (bearer !== undefined && others.length === 0 && !this.abbreviations.has(letters))
        this.abbreviations.set(letters, bearer);
  }

  #take(placed: PlacedUse, bearer: Bearer, until?: NameUse): void {
    bearer.uses.push(placed);
    addCount(bearer.names, placed.use.words.join(' '), 1);
    this.resolved.push({ ...placed, bearer, ...(until !== undefined && { until }) });
  }

  /** A listed name in full is that person; a listed surname may be that of somebody else in the story. */
  #takeListedPerson(placed: PlacedUse): void {
    const { use } = placed;
    const listed = this.people.get(use.listed?.name ?? '') as Bearer;
    listed.learn(use);
    if (use.words.length > 1) {
      this.#take(placed, listed);
      return;
    }
    const others = (this.#byLast.get(use.key) ?? []).filter(bearer => bearer !== listed);
    if (others.length === 0) this.#take(placed, listed);
    else this.#take(placed, this.#whoIs(placed, [listed, ...others], listed) ?? listed);
  }

  /** *Paris said*, *Mr. Israel*: a surname of somebody whom the article names in full. */
  #takeNamesake(placed: PlacedUse): boolean {
    const { article, use } = placed;
    if (use.words.length > 1 || (use.listed?.as !== 'seat' && use.whole === use.first)) return false;
    const here = (this.#byLast.get(use.key) ?? []).filter(
      bearer => this.named[article]?.has(bearer) === true,
    );
    if (here.length !== 1) return false;
    this.#take(placed, here[0] as Bearer);
    return true;
  }

  /** A name of one word: a surname, a given name, an abbreviation; else a name of its own. */
  #short(placed: PlacedUse): void {
    const { use } = placed;
    const surnamed = this.#byLast.get(use.key) ?? [];
    const given = surnamed.length === 0 ? (this.#byFirst.get(use.key) ?? []) : [];
    const person = this.#whoIs(placed, surnamed.length > 0 ? surnamed : given);
    if (person !== undefined) {
      person.learn(use);
      this.#take(placed, person);
      return;
    }
    if (surnamed.length > 1 || given.length > 1 || this.#byLast.has(use.key.replace(/s$/, ''))) return;
    const body = this.abbreviations.get(use.key.replaceAll(' ', ''));
    if (body !== undefined) {
      this.#take(placed, body);
      return;
    }
    const half = use.definite
      ? getOrAdd(this.#halves, use.key, () => this.#halfOf(use.key) ?? this.#bodyEndingIn(use.key))
      : undefined;
    if (half !== undefined) {
      this.#take(placed, half);
      return;
    }
    const bearer = getOrAdd(this.byKey, keyOf(use), () => {
      const made = new Bearer([use.key], use.suffix);
      this.bearers.add(made);
      return made;
    });
    bearer.learn(use);
    this.#take(placed, bearer);
  }

  /** *the North*, where the story has one country or territory of which that is the first word. */
  #halfOf(word: string): Bearer | undefined {
    const halves = [...this.parties.values()].filter(({ party }) =>
      party?.name.toLowerCase().startsWith(`${word} `),
    );
    return halves.length === 1 ? halves[0] : undefined;
  }

  /**
   * *the Foundation* of one body of that name, unless the word begins another name: *Foundation Bank*. A body that the
   * lexicons list has its short names there: *the House* is not the White House.
   */
  #bodyEndingIn(word: string): Bearer | undefined {
    const named = [...this.bearers].filter(({ words }) => words.length > 1);
    if (named.some(({ words }) => words[0] === word)) return undefined;
    const bodies = named.filter(
      bearer =>
        bearer.bodily > 0 &&
        bearer.body === undefined &&
        bearer.words.at(-1) === word &&
        !isPersonLike(bearer),
    );
    return bodies.length === 1 ? bodies[0] : undefined;
  }

  /** Which of some people of one surname: by the title, then by whom the article names in full. */
  #whoIs({ article, use }: PlacedUse, people: readonly Bearer[], otherwise?: Bearer): Bearer | undefined {
    const refers = use.byGivenName ? undefined : use.refers;
    const fits = people.filter(
      bearer =>
        (refers === undefined || (bearer.refers ?? refers) === refers) &&
        (use.suffix === undefined || bearer.suffix === use.suffix),
    );
    if (fits.length < 2) return fits[0];
    // The lexicons list a surname alone only where it means one person; of a son whom the article names and not his father, it is his.
    if (otherwise !== undefined && fits.includes(otherwise))
      return (use.offices.length === 0 && this.#sonOf(otherwise, article)) || otherwise;
    const offices = fits.filter(bearer => use.offices.some(office => bearer.offices.has(office)));
    if (use.offices.length > 0 && offices.length === 1) return offices[0];
    // The one whom the article names in full first is the one it is about.
    const first = (bearer: Bearer): number => this.named[article]?.get(bearer) ?? Number.POSITIVE_INFINITY;
    const here = fits.filter(bearer => first(bearer) < Number.POSITIVE_INFINITY);
    if (here.length > 0) return here.toSorted((a, b) => first(a) - first(b))[0];
    const [most, next] = fits.toSorted((a, b) => b.uses.length - a.uses.length);
    return (most?.uses.length ?? 0) >= 3 * (next?.uses.length ?? 0) ? most : undefined;
  }

  /** Who has the whole name of somebody, and *Jr.*, in an article that has not that somebody. */
  #sonOf(person: Bearer, article: number): Bearer | undefined {
    const named = this.named[article];
    if (named === undefined || named.has(person)) return undefined;
    const name = person.words.join(' ');
    return [...named.keys()].find(({ words, suffix }) => suffix !== '' && words.join(' ') === name);
  }

  /** Looks for known names in headlines that have capitals throughout. */
  #headline(article: number, names: readonly NameUse[]): void {
    for (let i = 0; i < names.length; i++) {
      const use = names[i] as NameUse;
      if (!use.titleCase || use.listed !== undefined) continue;
      let words: string[] = [];
      let suffix: string | undefined;
      let best: { readonly bearer: Bearer; readonly until: number } | undefined;
      for (let k = i; k < Math.min(names.length, i + LONGEST_NAME); k++) {
        const next = names[k] as NameUse;
        if (next.listed !== undefined || (k > i && next.whole !== (names[k - 1] as NameUse).last)) break;
        words = [...words, ...next.words];
        suffix = next.suffix ?? suffix;
        const key = keyOf({ key: plainKey(words), ...(suffix !== undefined && { suffix }) });
        const bearer =
          this.byKey.get(key) ??
          this.#peopleByFullName(key) ??
          (k === i ? this.#only(article, key) : undefined);
        if (bearer !== undefined && bearer.uses.length > 0) best = { bearer, until: k };
      }
      if (best === undefined) continue;
      this.#take({ article, use }, best.bearer, names[best.until]);
      i = best.until;
    }
  }

  #peopleByFullName(key: string): Bearer | undefined {
    return this.#byLast.get(key.split(' ').at(-1) as string)?.find(bearer => bearer.words.join(' ') === key);
  }

  #only(article: number, key: string): Bearer | undefined {
    const people = this.#byLast.get(key) ?? [];
    const here = people.filter(bearer => this.named[article]?.has(bearer) === true);
    return here.length === 1 ? here[0] : people.length === 1 ? people[0] : this.abbreviations.get(key);
  }
}

/** *House Whip Ada Moss* without words before the given name that are no names in this story. */
function withoutTitle(use: NameUse, common: ReadonlySet<string>): NameUse {
  const { words, givenAt, suffix } = use;
  if (givenAt < 1 || words.length - givenAt < 2 || words.length - givenAt > 3) return use;
  if (!words.slice(0, givenAt).every(word => common.has(word.toLowerCase()))) return use;
  const rest = words.slice(givenAt);
  return { ...use, words: rest, key: plainKey(rest), given: true, ...(suffix !== undefined && { suffix }) };
}
