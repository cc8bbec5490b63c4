import type { NameUse } from '../model/cast.js';
import { addCount, addTo, getOrAdd, groupBy } from '../model/collections.js';
import type { OfficeTerm, Party, PartyForm } from '../model/lexicon.js';
import { distance } from '../model/nearest.js';
import { plainKey } from '../model/text.js';
import { Bearer, isPersonLike } from './bearer.js';
import type { CastArticle, PlacedUse } from './story.js';

/** More names with one last word than this are no story, and would cost time that grows with their square. */
const MOST_NAMESAKES = 60;

/** Small words in names of bodies. */
export const SMALL = new Set(['of', 'the', 'for', 'and', 'on', '&', 'to', 'in']);

/** The bearers of the full names of a story, each once: what the lexicons list, and what is joined by the words of its names. */
export class BearerIndex {
  readonly bearers = new Set<Bearer>();
  protected readonly byKey = new Map<string, Bearer>();
  protected readonly people = new Map<string, Bearer>();
  protected readonly parties = new Map<string, Bearer>();
  protected readonly bodies = new Map<string, Bearer>();
  protected readonly abbreviations = new Map<string, Bearer>();
  /** By article, whom it names in full, and where first. */
  protected readonly named: Map<Bearer, number>[];

  constructor(
    protected readonly articles: readonly CastArticle[],
    private readonly listed: ReadonlyMap<string, Party>,
    private readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>,
  ) {
    this.named = articles.map(() => new Map());
  }

  /** BearerIndex of what the lexicons list, as soon as the story has one of their forms. */
  protected list({ article, use }: PlacedUse): void {
    const { party, as, name = '' } = use.listed as PartyForm;
    if (as !== 'person') {
      this.listedBearer(use.listed as PartyForm);
      return;
    }
    const form = use.listed as PartyForm;
    const person = getOrAdd(this.people, name, () => {
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
    if (use.words.length > 1 || use.offices.length > 0) this.nameIn(article, person, use);
  }

  protected listedBearer({ party, as, name, role }: PartyForm): Bearer {
    if (as === 'body' && name !== undefined && role !== undefined)
      return getOrAdd(this.bodies, `${party}\t${name}`, () => {
        const bearer = new Bearer(plainKey(name.split(' ')).split(' '));
        bearer.body = { name, role, of: party };
        bearer.bodily = 5;
        this.bearers.add(bearer);
        return bearer;
      });
    return getOrAdd(this.parties, party, () => {
      const bearer = new Bearer([party]);
      const found = this.listed.get(party);
      if (found !== undefined) bearer.party = found;
      this.bearers.add(bearer);
      return bearer;
    });
  }

  protected nameIn(article: number, bearer: Bearer, { start }: NameUse): void {
    const named = this.named[article];
    named?.set(bearer, Math.min(start, named.get(bearer) ?? start));
  }

  protected addFull({ article, use }: PlacedUse): void {
    const key = keyOf(use);
    const bearer = getOrAdd(this.byKey, key, () => {
      const made = new Bearer(use.key.split(' '), use.suffix);
      this.bearers.add(made);
      return made;
    });
    bearer.learn(use);
    if (use.abbreviation !== undefined) this.abbreviations.set(use.abbreviation, bearer);
    this.nameIn(article, bearer, use);
  }

  /** Makes one of *Robert Mueller* and *Robert Swan Mueller*, of *Justice Department* and *Department of Justice*. */
  protected joinSpellings(): void {
    const bySurname = new Map<string, Bearer[]>();
    for (const bearer of this.bearers)
      if (isPersonLike(bearer)) addTo(bySurname, `${bearer.words.at(-1)}\t${bearer.suffix}`, bearer);
    for (const same of bySurname.values()) {
      if (same.length > MOST_NAMESAKES) continue;
      const sorted = same.toSorted(
        (a, b) =>
          Number(b.known !== undefined) - Number(a.known !== undefined) || b.words.length - a.words.length,
      );
      for (const [n, one] of sorted.entries())
        for (const other of sorted.slice(n + 1))
          if (this.bearers.has(one) && this.bearers.has(other) && this.#samePerson(one, other))
            this.#merge(one, other);
      this.#joinInitials(sorted.filter(bearer => this.bearers.has(bearer)));
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

  /** *R. Mueller*, where one person of the surname has a given name that begins so. */
  #joinInitials(same: readonly Bearer[]): void {
    for (const short of same) {
      const [initial = '', ...rest] = short.words;
      if (initial.length > 1) continue;
      const [full, ...others] = same.filter(
        ({ words }) =>
          words.length > 1 &&
          (words[0] as string).length > 1 &&
          words[0]?.startsWith(initial) &&
          rest.every(word => words.includes(word)),
      );
      if (full !== undefined && others.length === 0) this.#merge(full, short);
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
  protected joinJuniors(): void {
    for (const junior of [...this.bearers]) {
      if (junior.suffix === '') continue;
      const key = junior.words.join(' ');
      const other =
        this.byKey.get(key) ?? [...this.people.values()].find(({ words }) => words.join(' ') === key);
      if (other === undefined || other === junior) continue;
      if (!this.named.some(named => named.has(junior) && named.has(other)))
        this.#merge(other.known === undefined ? junior : other, other.known === undefined ? other : junior);
    }
  }

  /** *the Supreme Court* of a country’s, *the Foundation*: the end of the name of one body and no other. */
  protected joinEndings(): void {
    const bodies = [...this.bearers].filter(
      bearer =>
        !isPersonLike(bearer) &&
        bearer.party === undefined &&
        (bearer.bodily > 0 || bearer.body !== undefined),
    );
    const byLast = groupBy(bodies, ({ words }) => words.filter(word => word !== 'of').at(-1) as string);
    for (const same of byLast.values())
      if (same.length <= MOST_NAMESAKES)
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
    into.headed ||= from.headed;
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
    for (const map of [this.byKey, this.people, this.bodies, this.abbreviations] as Map<string, Bearer>[])
      for (const [key, bearer] of map) if (bearer === from) map.set(key, into);
    for (const named of this.named) {
      const at = named.get(from);
      if (at !== undefined) named.set(into, Math.min(at, named.get(into) ?? at));
      named.delete(from);
    }
  }
}

export const keyOf = ({ key, suffix = '' }: Pick<NameUse, 'key' | 'suffix'>): string =>
  suffix === '' ? key : `${key} ${suffix.toLowerCase()}`;

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
