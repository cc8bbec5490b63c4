import type { CastCorrections, GroupUse, NameUse } from '../model/cast.js';
import { addCount, addTo, groupBy } from '../model/collections.js';
import type { Party } from '../model/lexicon.js';
import { type Affiliated, affiliate } from './affiliation.js';
import { Bearer } from './bearer.js';
import type { Group } from './groups.js';
import { keyOf, readingsAt, resolvedIn } from './name-places.js';
import type { Resolved } from './resolve.js';
import type { Said } from './said.js';
import type { CastArticle } from './story.js';

/** Who bears the names of a story, with the ids of those that are members. */
export interface NameBearers {
  readonly affiliated: readonly Affiliated[];
  readonly ids: ReadonlyMap<Bearer, string>;
  readonly resolved: readonly Resolved[];
  readonly groups: readonly Group[];
  /** Words for groups that stand for members with a name. */
  readonly nominal: readonly Group[];
}

/** What stands in a story before it is corrected. */
interface Story {
  readonly articles: readonly CastArticle[];
  readonly parties: ReadonlyMap<string, Party>;
  readonly found: NameBearers;
  /** The member that a name counts for. */
  readonly ownerOf: (each: Resolved) => string | undefined;
  readonly level: CastCorrections['level'];
}

/** A name, with whom it is given to. */
type Given = Omit<Resolved, 'bearer'> & { readonly from: Bearer | undefined };

/**
 * Gives names to those whom the user says they are; whoever neither loses nor gains one stays as found, so that a file
 * without changes changes nothing.
 */
export function correct(story: Story, said: Said): NameBearers {
  const { found, parties } = story;
  const { given, kept } = give(story, said);
  const { grouped, groupIds } = giveGroups(story, said);
  const before = new Map(found.affiliated.map(each => [each.id, each]));
  const counts = new Map<Bearer, number>();
  for (const { bearer } of found.resolved) addCount(counts, bearer);
  const ids = new Map<Bearer, string>();
  const resolved: Resolved[] = [...kept];
  const order = [...new Set([...before.keys(), ...given.keys()])].filter(id => given.has(id));
  for (const id of order) {
    const uses = given.get(id) as Given[];
    const bearer = before.get(id)?.bearer;
    const same =
      bearer !== undefined && uses.length === counts.get(bearer) && uses.every(({ from }) => from === bearer);
    const now = same ? bearer : remade(id, uses, bearer, story, counts);
    ids.set(now, id);
    for (const { from: _, ...use } of uses) resolved.push({ ...use, bearer: now });
  }
  const affiliated = affiliate([...ids.keys()], ids, parties).map(each => {
    const known = before.get(each.id);
    const kind = known?.kind ?? (groupIds.has(each.id) ? 'group' : each.kind);
    return said.amend({ ...each, name: known?.name ?? each.name, kind });
  });
  return {
    affiliated,
    ids,
    resolved,
    groups: grouped.filter(({ id }) => !given.has(id)),
    nominal: grouped.filter(({ id }) => given.has(id)),
  };
}

/** By member, the names that are its; and those that stay with somebody who is no member. */
function give({ articles, found, ownerOf }: Story, said: Said) {
  const given = new Map<string, Given[]>();
  const kept: Resolved[] = [];
  const byArticle = groupBy(found.resolved, ({ article }) => article);
  for (const [article, each] of articles.entries()) {
    const { at, ...names } = resolvedIn(each, byArticle.get(article) ?? []);
    for (let i = 0; i < names.names.length; i++) {
      const { found: was, end } = at(i);
      const claim = readingsAt(names, i)
        .filter(({ until }) => until >= end)
        .flatMap(({ keys, ...reading }) => keys.map(key => ({ ...reading, key })))
        .find(({ key }) => said.claims.has(key));
      const id = was && found.ids.get(was.bearer);
      if (claim !== undefined) {
        const owner = said.claims.get(claim.key);
        i = claim.until;
        const isSame = was !== undefined && claim.until === end && ownerOf(was) === owner;
        if (owner === undefined) continue;
        const { use } = claim;
        const until = names.names[claim.until] as NameUse;
        addTo(given, isSame && id !== undefined ? id : owner, {
          ...(isSame ? was : { article, use, ...(until !== use && { until }) }),
          from: was?.bearer,
        });
      } else if (was !== undefined) {
        i = end;
        const now = id === undefined ? undefined : said.follow(id);
        if (id === undefined) kept.push(was);
        else if (now !== undefined) addTo(given, now, { ...was, from: was.bearer });
      }
    }
  }
  return { given, kept };
}

/** Words for groups, by the member that they stand for. */
function giveGroups({ articles, found }: Story, said: Said) {
  const was = new Map<GroupUse, Group>();
  for (const group of found.groups) for (const { use } of group.uses) was.set(use, group);
  const uses = new Map<string, { article: number; use: GroupUse }[]>();
  for (const [article, { groups }] of articles.entries())
    for (const use of groups) {
      const key = keyOf(use.key);
      const group = was.get(use)?.id;
      const id = said.claims.has(key) ? said.claims.get(key) : group && said.follow(group);
      if (id !== undefined) addTo(uses, id, { article, use });
    }
  const known = new Map(found.groups.map(each => [each.id, each.key]));
  const grouped = [...uses].map(
    ([id, some]): Group => ({ id, key: known.get(id) ?? (some[0]?.use.key as string), uses: some }),
  );
  return { grouped, groupIds: new Set(known.keys()) };
}

/** A bearer of other names than before, or a new one: what it is and to whom it belongs is read off its names. */
function remade(
  id: string,
  uses: readonly Given[],
  before: Bearer | undefined,
  { parties, level }: Story,
  counts: ReadonlyMap<Bearer, number>,
): Bearer {
  const longest = uses.map(({ use }) => use).reduce((a, b) => (b.words.length > a.words.length ? b : a));
  const bearer = new Bearer(before?.words ?? longest.key.split(' '), before?.suffix ?? longest.suffix);
  bearer.common = before?.common ?? false;
  const party = parties.get(id);
  if (party !== undefined) bearer.party = party;
  const moved = new Map<Bearer, number>();
  for (const { from } of uses) if (from !== undefined) addCount(moved, from);
  // Whoever has lost all names to this one is this one.
  const whole = [...moved].filter(([from, n]) => n === counts.get(from)).map(([from]) => from);
  const known = before?.known ?? whole.find(from => from.known !== undefined)?.known;
  if (known !== undefined && party === undefined) bearer.known = known;
  const body = before?.body;
  // A body that has an entry of its own does not merely stand for its country.
  if (body !== undefined && level === 'countries')
    bearer.belongs.push({ to: body.of, listed: true, formerly: false, official: true });
  else if (body !== undefined) bearer.body = body;
  for (const { article, use } of uses) {
    if (!use.titleCase || use.listed !== undefined) bearer.learn(use);
    bearer.uses.push({ article, use });
    addCount(bearer.names, use.words.join(' '));
  }
  return bearer;
}
