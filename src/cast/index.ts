import type { Cast, CastCorrections, Member, MemberMention } from '../model/cast.js';
import { getOrAdd } from '../model/collections.js';
import type { Lexicons, Party } from '../model/lexicon.js';
import { freshSlug } from '../model/slug.js';
import { type Affiliated, affiliate } from './affiliation.js';
import { Bearer, isBodyLike, isPersonLike, nameOf } from './bearer.js';
import { checkCorrections } from './correction-faults.js';
import { correct, type NameBearers } from './corrections.js';
import { findGroups } from './groups.js';
import { keyOf, nameAt } from './name-places.js';
import { NameResolver, type Resolved } from './resolve.js';
import { Said } from './said.js';
import { chooseSides } from './sides.js';
import type { CastArticle } from './story.js';
import { namesOf, type StoryNames } from './story-names.js';

export { keyOf } from './name-places.js';
export type { CastArticle } from './story.js';
export type { StoryNames } from './story-names.js';

/** The cast of a story, and by article where its members are named. */
export interface FoundCast {
  readonly cast: Cast;
  readonly mentions: readonly (readonly MemberMention[])[];
  /** The names of the story. */
  readonly names: () => StoryNames;
}

/**
 * Who a story is about: people, bodies, groups and countries, each once over all its articles, with the sides that they
 * stand for. Linear in the names of the articles.
 *
 * @param articles in any order; the result does not depend on it but for ties
 * @param corrections what a user says of the cast: it comes before what was found
 * @throws InputErrors if the corrections do not fit the story
 */
export function castOf(
  articles: readonly CastArticle[],
  lexicons: Pick<Lexicons, 'parties' | 'nicknames'>,
  corrections?: CastCorrections,
): FoundCast {
  const { bearers, resolved } = new NameResolver(articles, lexicons);
  const { parties } = lexicons;
  const named = [...bearers].filter(bearer => bearer.uses.length > 0 && isMember(bearer));
  const taken = new Set(parties.keys());
  const ids = new Map<Bearer, string>();
  for (const bearer of named) ids.set(bearer, bearer.party?.id ?? freshSlug(nameOf(bearer), taken, 'member'));
  const affiliated = affiliate(named, ids, parties);
  const found = { affiliated, ids, resolved, groups: findGroups(articles, taken), nominal: [] };
  const cast = assemble(found, articles, parties);
  if (corrections === undefined) return cast;
  const { members, level } = cast.cast;
  checkCorrections(corrections, { members, parties, names: cast.names() });
  const said = new Said(corrections, new Said(corrections).absorbedBy(ownNames(cast)));
  const { ownerOf } = cast;
  const story = { articles, parties, found, ownerOf, level: corrections.level ?? level };
  return assemble(correct(story, said), articles, parties, said);
}

function assemble(
  { affiliated, ids, resolved, groups, nominal }: NameBearers,
  articles: readonly CastArticle[],
  parties: ReadonlyMap<string, Party>,
  said?: Said,
): FoundCast & { readonly ownerOf: (each: Resolved) => string | undefined } {
  const { level } = said?.corrections ?? {};
  const given = { sides: said?.sides, level, own: said?.own };
  const sides = chooseSides(affiliated, groups, articles, parties, given);
  const members = new Map<string, Member>();
  for (const each of affiliated) members.set(each.id, sides.memberOf(each));
  // A country that only its bodies stand for, a party that only its people do.
  const addUnnamed = (side: string | undefined): void => {
    const party = side === undefined || members.has(side) ? undefined : parties.get(side);
    if (party === undefined) return;
    const member = sides.memberOf(unnamed(party));
    members.set(party.id, said?.amend(member) ?? member);
  };
  for (const { side } of [...members.values()]) addUnnamed(side);
  for (const group of groups) {
    const member = sides.groupMember(group);
    members.set(group.id, said?.amend(member) ?? member);
  }
  if (said !== undefined) countAsSaid(members, said, parties, addUnnamed);
  const mentionOf = (each: Resolved): MemberMention | undefined => {
    const mention = sides.mentionOf(each, ids.get(each.bearer));
    const member = mention && (said === undefined ? mention.member : said.follow(mention.member));
    return mention && member !== undefined && members.has(member) ? { ...mention, member } : undefined;
  };
  const mentions = articles.map((): MemberMention[] => []);
  for (const each of resolved) {
    const { article, use, until = use } = each;
    const mention = mentionOf(each);
    const { written } = articles[article] as CastArticle;
    if (mention !== undefined) mentions[article]?.push({ ...mention, called: nameAt(use, until, written) });
  }
  // Whose *the government* is, the names before it tell.
  for (const each of mentions) each.sort(inOrder);
  const form = 'nominal';
  for (const [article, { governments }] of articles.entries()) {
    const names = [...(mentions[article] ?? [])];
    for (const use of governments) {
      const member = sides.governmentAt(use, names, members);
      const { start, end, sentence } = use;
      if (member !== undefined) mentions[article]?.push({ start, end, sentence, member, form });
    }
  }
  for (const { id: member, uses } of [...groups, ...nominal])
    for (const { article, use } of uses) {
      const { start, end, sentence, key: called } = use;
      mentions[article]?.push({ start, end, sentence, member, form, called });
    }
  for (const each of mentions) each.sort(inOrder);
  const ownerOf = (each: Resolved): string | undefined => mentionOf(each)?.member;
  return {
    cast: { members, sides: sides.chosen.filter(id => members.has(id)), level: sides.level },
    mentions,
    names: () => namesOf(articles, resolved, [...groups, ...nominal], ownerOf),
    ownerOf,
  };
}

/** By member, the keys of the names that are its wherever they stand. */
function ownNames({ mentions, names }: FoundCast): Map<string, Set<string>> {
  const all = names();
  const own = new Map<string, Set<string>>();
  for (const { member, called } of mentions.flat()) {
    const key = called === undefined ? '' : keyOf(called);
    if (all.get(key)?.owners.size === 1) getOrAdd(own, member, () => new Set<string>()).add(key);
  }
  return own;
}

/** Gives members the sides that a user says they count for, and those to whom such a side does. */
function countAsSaid(
  members: Map<string, Member>,
  said: Said,
  parties: ReadonlyMap<string, Party>,
  addUnnamed: (side: string | undefined) => void,
): void {
  const before = new Map([...members].map(([id, { side }]) => [id, side]));
  const found = (id: string): string | undefined => before.get(id);
  for (const [id, { side: _, ...member }] of [...members]) {
    const side = said.sideOf(id, found);
    if (side !== undefined && !members.has(side)) {
      addUnnamed(side);
      if (!members.has(side)) members.set(side, said.absent(side));
    }
    members.set(id, { ...member, ...(side !== undefined && { side }) });
  }
  for (const [id, member] of members) members.set(id, withoutLost(member, members, parties));
}

/** A member without what it belonged to and is no more: a name less, or another's. */
function withoutLost(
  { party, body, country, ...member }: Member,
  members: ReadonlyMap<string, Member>,
  parties: ReadonlyMap<string, Party>,
): Member {
  const kindOf = (id = ''): Member['kind'] | undefined => members.get(id)?.kind ?? parties.get(id)?.kind;
  return {
    ...member,
    ...(party !== undefined && kindOf(party) === 'party' && { party }),
    ...(body !== undefined && kindOf(body) !== undefined && { body }),
    ...(country !== undefined && kindOf(country) !== undefined && { country }),
  };
}

const inOrder = (a: MemberMention, b: MemberMention): number => a.start - b.start || a.end - b.end;

function unnamed(party: Party): Affiliated {
  const bearer = new Bearer([party.id]);
  bearer.party = party;
  return { bearer, id: party.id, name: party.name, kind: party.kind, official: false };
}

/** Names of which nothing shows that they act or are a body (products, streets, laws) belong to nobody. */
function isMember(bearer: Bearer): boolean {
  if (bearer.party !== undefined || bearer.body !== undefined || isPersonLike(bearer)) return true;
  if (
    bearer.words.length === 1 &&
    bearer.personal >= 2 &&
    bearer.personal > bearer.bodily + bearer.definite + 2 * bearer.places
  )
    return true;
  return isBodyLike(bearer);
}
