import type { NameUse } from '../model/cast.js';
import { addCount, addTo, getOrAdd, groupBy } from '../model/collections.js';
import type { OfficeTerm, Party, PartyForm } from '../model/lexicon.js';
import { distance } from '../model/nearest.js';
import { plainKey } from '../model/text.js';
import { Bearer, isCertain, isPersonLike, LONGEST_NAME } from './bearer.js';
import type { CastArticle, PlacedUse } from './story.js';

const SMALL = new Set(['of', 'the', 'for', 'and', 'on', '&', 'to', 'in']);

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
export class NameResolver {
  readonly bearers = new Set<Bearer>();
  readonly resolved: Resolved[] = [];
  readonly #byKey = new Map<string, Bearer>();
  readonly #people = new Map<string, Bearer>();
  readonly #parties = new Map<string, Bearer>();
  readonly #bodies = new Map<string, Bearer>();
  readonly #byLast = new Map<string, Bearer[]>();
  readonly #byFirst = new Map<string, Bearer[]>();
  readonly #abbreviations = new Map<string, Bearer>();
  /** By article, whom it names in full, and where first. */
  readonly #named: Map<Bearer, number>[];

  constructor(
    private readonly articles: readonly CastArticle[],
    private readonly parties: ReadonlyMap<string, Party>,
    private readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>,
  ) {
    this.#named = articles.map(() => new Map());
    const all = articles.flatMap(({ names }, article) => names.map((use): PlacedUse => ({ article, use })));
    const uses = all.filter(({ use }) => !use.inTitle);
    for (const each of all) if (each.use.listed !== undefined) this.#list(each);
    const common = this.#commonWords(uses);
    const plain = uses
      .filter(({ use }) => use.listed === undefined && !use.titleCase)
      .map(({ article, use }) => ({ article, use: withoutTitle(use, common) }));
    const full = plain.filter(({ use }) => use.words.length > 1);
    for (const each of full) this.#addFull(each);
    for (const bearer of this.bearers) bearer.common = bearer.words.some(word => common.has(word));
    this.#joinSpellings();
    this.#joinJuniors();
    this.#joinEndings();
    this.#index();
    for (const each of full) this.#take(each, this.#byKey.get(keyOf(each.use)) as Bearer);
    for (const each of uses)
      if (each.use.listed?.as === 'person') this.#takeListedPerson(each);
      else if (each.use.listed !== undefined && !this.#takeNamesake(each)) {
        const bearer = this.#listedBearer(each.use.listed);
        bearer.learn(each.use);
        this.#take(each, bearer);
      }
    for (const each of plain) if (each.use.words.length === 1) this.#short(each);
    for (const [a, { names }] of articles.entries()) this.#headline(a, names);
  }

  /** Bearers of what the lexicons list, as soon as the story has one of their forms. */
  #list({ article, use }: PlacedUse): void {
    const { party, as, name = '' } = use.listed as PartyForm;
    if (as !== 'person') {
      this.#listedBearer(use.listed as PartyForm);
      return;
    }
    const form = use.listed as PartyForm;
    const person = getOrAdd(this.#people, name, () => {
      const bearer = new Bearer(plainKey(name.split(' ')).split(' '));
      bearer.known = {
        name,
        of: party,
        inOffice: false,
        ...(form.role !== undefined && { role: form.role }),
        ...(form.member !== undefined && { party: form.member }),
        ...(form.refers !== undefined && { refers: form.refers }),
      };
      this.bearers.add(bearer);
      return bearer;
    });
    const { known } = person;
    if (known !== undefined) known.inOffice ||= holds(form.terms, this.articles[article]?.date);
    if (use.words.length > 1 || use.offices.length > 0) this.#nameIn(article, person, use);
  }

  #listedBearer({ party, as, name, role }: PartyForm): Bearer {
    if (as === 'body' && name !== undefined && role !== undefined)
      return getOrAdd(this.#bodies, `${party}\t${name}`, () => {
        const bearer = new Bearer(plainKey(name.split(' ')).split(' '));
        bearer.body = { name, role, of: party };
        bearer.bodily = 5;
        this.bearers.add(bearer);
        return bearer;
      });
    return getOrAdd(this.#parties, party, () => {
      const bearer = new Bearer([party]);
      const found = this.parties.get(party);
      if (found !== undefined) bearer.party = found;
      this.bearers.add(bearer);
      return bearer;
    });
  }

  #nameIn(article: number, bearer: Bearer, { start }: NameUse): void {
    const named = this.#named[article];
    named?.set(bearer, Math.min(start, named.get(bearer) ?? start));
  }

  #addFull({ article, use }: PlacedUse): void {
    const key = keyOf(use);
    const bearer = getOrAdd(this.#byKey, key, () => {
      const made = new Bearer(use.key.split(' '), use.suffix);
      this.bearers.add(made);
      return made;
    });
    bearer.learn(use);
    if (use.abbreviation !== undefined) this.#abbreviations.set(use.abbreviation, bearer);
    this.#nameIn(article, bearer, use);
  }

  /** Words of names that the story has in small letters, too: those of *Border Protection*, *the Rose Garden*. */
  #commonWords(uses: readonly PlacedUse[]): ReadonlySet<string> {
    const words = new Set(
      uses.flatMap(({ use }) => (use.listed === undefined ? use.words.map(word => word.toLowerCase()) : [])),
    );
    return new Set(this.articles.flatMap(article => article.small(words)));
  }

  /** Makes one of *Robert Mueller* and *Robert Swan Mueller*, of *Justice Department* and *Department of Justice*. */
  #joinSpellings(): void {
    const bySurname = new Map<string, Bearer[]>();
    for (const bearer of this.bearers)
      if (isPersonLike(bearer)) addTo(bySurname, `${bearer.words.at(-1)}\t${bearer.suffix}`, bearer);
    for (const same of bySurname.values()) {
      const sorted = same.toSorted(
        (a, b) =>
          Number(b.known !== undefined) - Number(a.known !== undefined) || b.words.length - a.words.length,
      );
      for (const [n, one] of sorted.entries())
        for (const other of sorted.slice(n + 1))
          if (this.bearers.has(one) && this.bearers.has(other) && this.#samePerson(one, other))
            this.#merge(one, other);
    }
    const byWords = new Map<string, Bearer>();
    for (const bearer of [...this.bearers]) {
      if (isPersonLike(bearer) || bearer.party !== undefined) continue;
      const words = bearer.words
        .filter(word => !SMALL.has(word))
        .map(word => word.replace(/(?<=[^s])s$/, ''));
      const key = words.toSorted().join(' ');
      const same = byWords.get(key);
      if (same === undefined) byWords.set(key, bearer);
      else this.#merge(same.body === undefined ? same : same, bearer);
    }
  }

  /** Whether two full names with one surname are one person's: the words of one are among those of the other, the first alike. */
  #samePerson(one: Bearer, other: Bearer): boolean {
    const [a, b] =
      one.words.length >= other.words.length ? [one.words, other.words] : [other.words, one.words];
    if (one.refers !== undefined && other.refers !== undefined && one.refers !== other.refers) return false;
    // *Peña Nieto* of *Enrique Peña Nieto*: the end of the longer name.
    if (b.length > 1 && a.slice(-b.length).join(' ') === b.join(' ')) return true;
    const [first, short] = [a[0] as string, b[0] as string];
    const isShort =
      first !== short &&
      (this.nicknames.get(first)?.has(short) === true || (first.length > 3 && distance(first, short) === 1));
    return (first === short || isShort) && b.slice(1).every(word => a.includes(word));
  }

  /** A name with *Jr.* is that without, unless an article has both: one of them is the son. */
  #joinJuniors(): void {
    for (const junior of [...this.bearers]) {
      if (junior.suffix === '') continue;
      const key = junior.words.join(' ');
      const other =
        this.#byKey.get(key) ?? [...this.#people.values()].find(({ words }) => words.join(' ') === key);
      if (other === undefined || other === junior) continue;
      if (!this.#named.some(named => named.has(junior) && named.has(other)))
        this.#merge(other.known === undefined ? junior : other, other.known === undefined ? other : junior);
    }
  }

  /** *the Supreme Court* of a country’s, *the Foundation*: the end of the name of one body and no other. */
  #joinEndings(): void {
    const bodies = [...this.bearers].filter(
      bearer =>
        !isPersonLike(bearer) &&
        bearer.party === undefined &&
        (bearer.bodily > 0 || bearer.body !== undefined),
    );
    const byLast = groupBy(bodies, ({ words }) => words.filter(word => word !== 'of').at(-1) as string);
    for (const same of byLast.values())
      for (const short of same.toSorted((a, b) => a.words.length - b.words.length)) {
        if (short.body !== undefined || !this.bearers.has(short)) continue;
        const ending = ` ${short.words.join(' ')}`;
        const longer = same.filter(
          other => this.bearers.has(other) && other.words.join(' ').endsWith(ending),
        );
        if (longer.length === 1) this.#merge(longer[0] as Bearer, short);
      }
  }

  #merge(into: Bearer, from: Bearer): void {
    if (into === from) return;
    into.personal += from.personal;
    into.bodily += from.bodily;
    into.given += from.given;
    into.definite += from.definite;
    into.learnt += from.learnt;
    into.places += from.places;
    into.acts += from.acts;
    into.he += from.he;
    into.she += from.she;
    into.belongs.push(...from.belongs);
    for (const [office, n] of from.offices) addCount(into.offices, office, n);
    for (const [kind, n] of from.kinds) addCount(into.kinds, kind, n);
    if (into.known === undefined && from.known !== undefined) into.known = from.known;
    this.bearers.delete(from);
    for (const map of [this.#byKey, this.#people, this.#bodies, this.#abbreviations] as Map<string, Bearer>[])
      for (const [key, bearer] of map) if (bearer === from) map.set(key, into);
    for (const named of this.#named) {
      const at = named.get(from);
      if (at !== undefined) named.set(into, Math.min(at, named.get(into) ?? at));
      named.delete(from);
    }
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
      if (bearer !== undefined && others.length === 0 && !this.#abbreviations.has(letters))
        this.#abbreviations.set(letters, bearer);
  }

  #take(placed: PlacedUse, bearer: Bearer, until?: NameUse): void {
    bearer.uses.push(placed);
    addCount(bearer.names, placed.use.words.join(' '), 1);
    this.resolved.push({ ...placed, bearer, ...(until !== undefined && { until }) });
  }

  /** A listed name in full is that person; a listed surname may be that of somebody else in the story. */
  #takeListedPerson(placed: PlacedUse): void {
    const { use } = placed;
    const listed = this.#people.get(use.listed?.name ?? '') as Bearer;
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
      bearer => this.#named[article]?.has(bearer) === true,
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
    const body = this.#abbreviations.get(use.key.replaceAll(' ', ''));
    if (body !== undefined) {
      this.#take(placed, body);
      return;
    }
    const half = use.definite ? (this.#halfOf(use.key) ?? this.#bodyEndingIn(use.key)) : undefined;
    if (half !== undefined) {
      this.#take(placed, half);
      return;
    }
    const bearer = getOrAdd(this.#byKey, keyOf(use), () => {
      const made = new Bearer([use.key], use.suffix);
      this.bearers.add(made);
      return made;
    });
    bearer.learn(use);
    this.#take(placed, bearer);
  }

  /** *the North*, where the story has one country or territory of which that is the first word. */
  #halfOf(word: string): Bearer | undefined {
    const halves = [...this.#parties.values()].filter(
      ({ party }) => party !== undefined && party.name.toLowerCase().startsWith(`${word} `),
    );
    return halves.length === 1 ? halves[0] : undefined;
  }

  #bodyEndingIn(word: string): Bearer | undefined {
    const bodies = [...this.bearers].filter(
      bearer =>
        bearer.bodily > 0 && bearer.words.length > 1 && bearer.words.at(-1) === word && !isPersonLike(bearer),
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
    // The lexicons list a surname alone only where it means one person.
    if (otherwise !== undefined && fits.includes(otherwise)) return otherwise;
    const offices = fits.filter(bearer => use.offices.some(office => bearer.offices.has(office)));
    if (use.offices.length > 0 && offices.length === 1) return offices[0];
    // The one whom the article names in full first is the one it is about.
    const first = (bearer: Bearer): number => this.#named[article]?.get(bearer) ?? Number.POSITIVE_INFINITY;
    const here = fits.filter(bearer => first(bearer) < Number.POSITIVE_INFINITY);
    if (here.length > 0) return here.toSorted((a, b) => first(a) - first(b))[0];
    const [most, next] = fits.toSorted((a, b) => b.uses.length - a.uses.length);
    return (most?.uses.length ?? 0) >= 3 * (next?.uses.length ?? 0) ? most : undefined;
  }

  /** Looks for known names in headlines that have capitals throughout. */
  #headline(article: number, names: readonly NameUse[]): void {
    for (let i = 0; i < names.length; i++) {
      const use = names[i] as NameUse;
      if (!use.titleCase || use.listed !== undefined) continue;
      let words: string[] = [];
      let best: { readonly bearer: Bearer; readonly until: number } | undefined;
      for (let k = i; k < Math.min(names.length, i + LONGEST_NAME); k++) {
        const next = names[k] as NameUse;
        if (next.listed !== undefined || (k > i && next.whole !== (names[k - 1] as NameUse).last)) break;
        words = [...words, ...next.words];
        const key = plainKey(words);
        const bearer =
          this.#byKey.get(key) ??
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
    const here = people.filter(bearer => this.#named[article]?.has(bearer) === true);
    return here.length === 1 ? here[0] : people.length === 1 ? people[0] : this.#abbreviations.get(key);
  }
}

const keyOf = ({ key, suffix = '' }: NameUse): string =>
  suffix === '' ? key : `${key} ${suffix.toLowerCase()}`;

/** *House Whip Ada Moss* without words before the given name that are no names in this story. */
function withoutTitle(use: NameUse, common: ReadonlySet<string>): NameUse {
  const { words, givenAt, suffix } = use;
  if (givenAt < 1 || words.length - givenAt < 2 || words.length - givenAt > 3) return use;
  if (!words.slice(0, givenAt).every(word => common.has(word.toLowerCase()))) return use;
  const rest = words.slice(givenAt);
  return { ...use, words: rest, key: plainKey(rest), given: true, ...(suffix !== undefined && { suffix }) };
}

/** Whether a term of office covers a date, as exactly as both are given; always where nothing is said of either. */
function holds(terms: readonly OfficeTerm[] | undefined, written = ''): boolean {
  const date = /\d{4}(?:-\d{2}){0,2}/.exec(written)?.[0];
  if (terms === undefined || date === undefined) return true;
  const [early, late] = [
    (day: string): boolean => day.slice(0, date.length) <= date.slice(0, day.length),
    (day: string): boolean => day.slice(0, date.length) >= date.slice(0, day.length),
  ];
  return terms.some(([from, to]) => early(from) && (to === undefined || late(to)));
}
