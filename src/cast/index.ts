import type { Cast, Member, MemberMention } from '../model/cast.js';
import type { Lexicons, Party } from '../model/lexicon.js';
import { freshSlug } from '../model/slug.js';
import { type Affiliated, affiliate } from './affiliation.js';
import { Bearer, isBodyLike, isPersonLike, nameOf } from './bearer.js';
import { findGroups } from './groups.js';
import { NameResolver } from './resolve.js';
import { chooseSides } from './sides.js';
import type { CastArticle } from './story.js';

export type { CastArticle } from './story.js';

/** The cast of a story, and by article where its members are named. */
export interface FoundCast {
  readonly cast: Cast;
  readonly mentions: readonly (readonly MemberMention[])[];
}

/**
 * Who a story is about: people, bodies, groups and countries, each once over all its articles, with the sides that they
 * stand for. Linear in the names of the articles.
 *
 * @param articles in any order; the result does not depend on it but for ties
 */
export function castOf(
  articles: readonly CastArticle[],
  { parties, nicknames }: Pick<Lexicons, 'parties' | 'nicknames'>,
): FoundCast {
  const { bearers, resolved } = new NameResolver(articles, parties, nicknames);
  const named = [...bearers].filter(bearer => bearer.uses.length > 0 && isMember(bearer));
  const taken = new Set(parties.keys());
  const ids = new Map<Bearer, string>();
  for (const bearer of named) ids.set(bearer, bearer.party?.id ?? freshSlug(nameOf(bearer), taken, 'member'));
  const affiliated = affiliate(named, ids, parties);
  const groups = findGroups(articles, taken);
  const sides = chooseSides(affiliated, groups, articles, parties);
  const members = new Map<string, Member>();
  for (const each of affiliated) members.set(each.id, sides.memberOf(each));
  // A country that only its bodies stand for, a party that only its people do.
  for (const { side } of [...members.values()]) {
    const party = side === undefined || members.has(side) ? undefined : parties.get(side);
    if (party !== undefined) members.set(party.id, sides.memberOf(unnamed(party)));
  }
  for (const group of groups) members.set(group.id, sides.groupMember(group));
  const mentions = articles.map((): MemberMention[] => []);
  for (const each of resolved) {
    const mention = sides.mentionOf(each, ids.get(each.bearer));
    if (mention !== undefined) mentions[each.article]?.push(mention);
  }
  for (const [article, { governments }] of articles.entries())
    for (const use of governments) {
      const member = sides.governmentAt(use, mentions[article] ?? [], members);
      if (member !== undefined)
        mentions[article]?.push({
          start: use.start,
          end: use.end,
          sentence: use.sentence,
          member,
          form: 'nominal',
        });
    }
  for (const { id, uses } of groups)
    for (const { article, use } of uses)
      mentions[article]?.push({
        start: use.start,
        end: use.end,
        sentence: use.sentence,
        member: id,
        form: 'nominal',
      });
  for (const each of mentions) each.sort((a, b) => a.start - b.start || a.end - b.end);
  return { cast: { members, sides: sides.chosen, level: sides.level }, mentions };
}

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
