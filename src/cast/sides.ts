import type { Cast, CastCorrections, GovernmentUse, Member, MemberMention } from '../model/cast.js';
import { addCount, getOrAdd, sum } from '../model/collections.js';
import type { Party } from '../model/lexicon.js';
import type { Affiliated } from './affiliation.js';
import type { Group } from './groups.js';
import type { Resolved } from './resolve.js';
import type { CastArticle } from './story.js';

/** Sides of a story, at least and at most. */
const FEWEST = 2;
const MOST = 6;
/** A side has at least so much of the claim of the first. */
const LEAST_CLAIM = 0.1;
/** From so many mentions on a story shows whether another country acts in it. */
const ENOUGH_MENTIONS = 15;
/** Somebody whom no lexicon lists as a party is no side of a story that names him less often. */
const LEAST_MENTIONS = 3;
/** Of the mentions of a body that no word shows to be one, so many have it speak. */
const LEAST_SPEECH = 0.02;
/** And so many at most have it as the place where something is. */
const MOST_PLACES = 0.2;
/** What a mention in an outlet’s headline, and all the speech of a story, add to a share of mentions. */
const HEADLINE = 0.12;
const SPEECH = 0.2;
/** A country is an actor of a story from so large a share of all deeds of countries on. */
const LEAST_SHARE_OF_DEEDS = 0.05;
/** And such countries besides that of the story have at least so large a share of all mentions, and more than political parties have. */
const LEAST_SHARE_OF_MENTIONS = 0.1;

/** For whom the members of a story count. */
export interface ChosenSides {
  readonly level: Cast['level'];
  readonly chosen: readonly string[];
  memberOf(each: Affiliated): Member;
  groupMember(group: Group): Member;
  mentionOf(each: Resolved, id: string | undefined): MemberMention | undefined;
  governmentAt(
    use: GovernmentUse,
    named: readonly MemberMention[],
    members: ReadonlyMap<string, Member>,
  ): string | undefined;
}

/**
 * The sides that a story is about. Where two countries act in it, those who hold an office stand for their country;
 * else people and political parties are the sides. The two to six with most claim are chosen: by their share of the
 * mentions in each outlet, the headlines and the speech.
 */
export function chooseSides(
  affiliated: readonly Affiliated[],
  groups: readonly Group[],
  articles: readonly CastArticle[],
  parties: ReadonlyMap<string, Party>,
  said: GivenSides = {},
): ChosenSides {
  const claims = new Claims(affiliated, groups, articles, parties, said);
  return claims;
}

/** The sides and the level that a user gives. */
type GivenSides = { readonly [K in 'sides' | 'level']?: CastCorrections[K] | undefined } & {
  /** Bodies that count for themselves between countries, too. */
  readonly own?: ReadonlySet<string> | undefined;
};

/**
 * Somebody named often enough. A name that no word shows to be a body's (a programme, a network) besides only if it is told
 * to speak: else it is what others fight over.
 */
function mayBeSide({ bearer: { uses, places, body, party, headed }, kind }: Affiliated): boolean {
  if (uses.length < LEAST_MENTIONS || party?.collective === true) return false;
  if (kind === 'person' || body !== undefined || party !== undefined || headed) return true;
  if (places > MOST_PLACES * uses.length) return false;
  return uses.filter(({ use }) => use.speaks).length > LEAST_SPEECH * uses.length;
}

class Claims implements ChosenSides {
  readonly level: Cast['level'];
  readonly chosen: readonly string[];
  /** The country whose own affairs a story is about, where it has no other actor. */
  readonly #home: string | undefined;
  readonly #byId: ReadonlyMap<string, Affiliated>;
  readonly #sides: ReadonlySet<string>;

  constructor(
    affiliated: readonly Affiliated[],
    groups: readonly Group[],
    private readonly articles: readonly CastArticle[],
    private readonly parties: ReadonlyMap<string, Party>,
    private readonly said: GivenSides,
  ) {
    this.#byId = new Map(affiliated.map(each => [each.id, each]));
    const presence = this.#presenceOf(affiliated);
    const states = [...presence].toSorted((a, b) => b[1].mentions - a[1].mentions);
    const home = states[0]?.[0];
    const deeds = sum(states.map(([, each]) => each.deeds));
    const foreign = sum(
      states
        .slice(1)
        .filter(([, each]) => each.deeds > 0 && each.deeds >= LEAST_SHARE_OF_DEEDS * deeds)
        .map(([, { mentions }]) => mentions),
    );
    const usesOf = (some: readonly Affiliated[]): number => sum(some.map(({ bearer }) => bearer.uses.length));
    const partisan = affiliated.filter(
      ({ kind, party, official }) =>
        kind === 'party' || (kind === 'person' && party !== undefined && !official),
    );
    const isForeign = foreign >= LEAST_SHARE_OF_MENTIONS * usesOf(affiliated) && foreign > usesOf(partisan);
    // Of one country alone an office-holder may speak for all; of two people or parties each speaks for itself.
    const within = affiliated.filter(
      ({ kind, country, bearer }) =>
        bearer.uses.length >= LEAST_MENTIONS &&
        ((kind === 'person' && (country === undefined || country === home)) || kind === 'party'),
    );
    const found =
      !isForeign && (within.length > 1 || usesOf(affiliated) >= ENOUGH_MENTIONS) ? 'people' : 'countries';
    this.level = said.level ?? found;
    this.#home = this.level === 'people' ? home : undefined;
    const claims = this.#claimsOf(affiliated, groups);
    const ranked = [...claims].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const top = ranked[0]?.[1] ?? 0;
    const often = new Set(affiliated.filter(mayBeSide).map(({ id }) => id));
    const first = ranked
      .filter(([id]) => often.has(id) || groups.some(group => group.id === id) || this.#standsFor(id))
      .filter(([, claim], n) => claim > 0 && n < MOST && (n < FEWEST || claim >= LEAST_CLAIM * top))
      .map(([id]) => id);
    this.chosen = said.sides ?? first;
    this.#sides = new Set(this.chosen);
  }

  /** Between countries a country may be a side by its people and bodies alone. */
  #standsFor(id: string): boolean {
    const kind = this.parties.get(id)?.kind;
    return this.level === 'countries' && (kind === 'country' || kind === 'territory');
  }

  /** How often each state is named and acts: by its name, its capital, its bodies, those who hold its offices. */
  #presenceOf(affiliated: readonly Affiliated[]): Map<string, { mentions: number; deeds: number }> {
    const presence = new Map<string, { mentions: number; deeds: number }>();
    for (const { bearer, country, official, id } of affiliated) {
      const of = bearer.party !== undefined ? id : official ? country : undefined;
      const kind = of === undefined ? undefined : this.parties.get(of)?.kind;
      if (of === undefined || (kind !== 'country' && kind !== 'territory')) continue;
      const cell = getOrAdd(presence, of, () => ({ mentions: 0, deeds: 0 }));
      cell.mentions += bearer.uses.length;
      for (const { use } of bearer.uses) if (use.acts || use.listed?.as === 'seat') cell.deeds++;
    }
    return presence;
  }

  /** For whom somebody counts, before the sides are chosen. */
  #rootOf({ id, kind, party, country, official, bearer }: Affiliated): string | undefined {
    if (bearer.party !== undefined) return id;
    if (this.level === 'countries' && official && country !== undefined) return country;
    // Somebody from abroad stands for the country; others at home, whatever they belong to, for themselves.
    if (
      kind === 'person' &&
      party === undefined &&
      official &&
      country !== undefined &&
      country !== this.#home
    )
      return country;
    return id;
  }

  #claimsOf(affiliated: readonly Affiliated[], groups: readonly Group[]): Map<string, number> {
    const outlets = [...new Set(this.articles.map(({ outlet }) => outlet))];
    const at = new Map(outlets.map((outlet, n) => [outlet, n]));
    const counts = new Map<string, Float64Array>();
    const heads = new Map<string, Set<number>>();
    const speech = new Map<string, number>();
    const totals = new Float64Array(outlets.length);
    const count = (id: string, article: number, headline: boolean, speaks: boolean): void => {
      const o = at.get(this.articles[article]?.outlet as string) as number;
      getOrAdd(counts, id, () => new Float64Array(outlets.length))[o]!++;
      totals[o]!++;
      if (headline) getOrAdd(heads, id, () => new Set<number>()).add(o);
      if (speaks) addCount(speech, id, 1);
    };
    for (const each of affiliated) {
      const root = this.#rootOf(each);
      if (root === undefined) continue;
      for (const { article, use } of each.bearer.uses)
        count(root, article, this.articles[article]?.isHeadline(use.sentence) === true, use.speaks);
    }
    for (const { id, uses } of groups)
      for (const { article, use } of uses)
        count(id, article, this.articles[article]?.isHeadline(use.sentence) === true, false);
    const spoken = Math.max(1, sum(speech.values()));
    const claims = new Map<string, number>();
    for (const [id, row] of counts) {
      const share = sum(row.map((n, o) => n / Math.max(1, totals[o] as number))) / outlets.length;
      const headline = (HEADLINE * (heads.get(id)?.size ?? 0)) / outlets.length;
      const claim = share + headline + (SPEECH * (speech.get(id) ?? 0)) / spoken;
      claims.set(id, id === this.#home ? 0.3 * claim : claim);
    }
    this.#addFollowers(affiliated, claims);
    // The order in which the articles are added up tells nobody from an equal.
    return new Map([...claims].map(([id, claim]) => [id, Number(claim.toFixed(9))]));
  }

  /** A political party has the claims of its people that are no sides by themselves. */
  #addFollowers(affiliated: readonly Affiliated[], claims: Map<string, number>): void {
    if (this.level !== 'people') return;
    const top = Math.max(...claims.values());
    for (const each of affiliated) {
      const { id, party, kind } = each;
      const claim = claims.get(id);
      if (kind !== 'person' || party === undefined || claim === undefined || claim >= LEAST_CLAIM * top)
        continue;
      addCount(claims, party, claim);
      claims.delete(id);
    }
  }

  memberOf(each: Affiliated): Member {
    const { bearer, official: _, ...rest } = each;
    const side = this.#sideOf(each);
    return {
      ...rest,
      listed: bearer.party !== undefined,
      offices: [...bearer.offices.keys()],
      ...(side !== undefined && { side }),
    };
  }

  #sideOf(each: Affiliated): string | undefined {
    const { id, bearer, party, body } = each;
    if (this.#sides.has(id) || bearer.party !== undefined) return id;
    const root = this.#rootOf(each);
    if (root !== undefined && root !== id) return root;
    return (
      party ?? (body !== undefined && (this.parties.has(body) || this.#sides.has(body)) ? body : undefined)
    );
  }

  groupMember({ id, key }: Group): Member {
    return {
      id,
      name: key,
      kind: 'group',
      listed: false,
      offices: [],
      ...(this.#sides.has(id) && { side: id }),
    };
  }

  mentionOf({ bearer, use, until }: Resolved, id: string | undefined): MemberMention | undefined {
    if (id === undefined) return undefined;
    const body = this.said.own?.has(id) === true ? undefined : bearer.body;
    const form = use.listed?.as === 'collective' || body !== undefined ? 'nominal' : 'proper';
    const place = { start: use.start, end: until?.end ?? use.end, sentence: use.sentence, form } as const;
    if (body !== undefined && this.level === 'countries' && this.#byId.get(id)?.country !== undefined)
      return { ...place, member: body.of, body: { name: body.name, role: body.role } };
    return { ...place, member: id };
  }

  /**
   * Whose government is meant, in a story between countries: for *his government* the country of the office-holder named
   * last before; else the country that the sentence names before, or one of which the article has named a body by the same
   * word, or the country that the sentence before names last.
   */
  governmentAt(
    { start, sentence, owned, key }: GovernmentUse,
    named: readonly MemberMention[],
    members: ReadonlyMap<string, Member>,
  ): string | undefined {
    if (this.level !== 'countries') return undefined;
    const stateOf = ({ member, body }: MemberMention): string | undefined => {
      const { kind, country } = members.get(member) ?? {};
      if (kind === 'country' || kind === 'territory') return owned && body === undefined ? undefined : member;
      return this.#byId.get(member)?.official === true ? country : undefined;
    };
    const before = named.filter(mention => mention.start < start);
    const last = (test: (mention: MemberMention) => boolean): string | undefined =>
      before
        .map(mention => (test(mention) ? stateOf(mention) : undefined))
        .findLast(state => state !== undefined);
    return (
      last(mention => mention.sentence === sentence) ??
      last(({ body }) => body?.name.toLowerCase().includes(key) === true) ??
      last(mention => mention.sentence === sentence - 1)
    );
  }
}
