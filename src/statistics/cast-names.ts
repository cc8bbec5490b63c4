import type { Cast, NameCount, NamedMember } from '../model/cast.js';
import { addTo, byText, getOrAdd, sum } from '../model/collections.js';
import { plainKey } from '../model/text.js';

/**
 * The members of a story with how often each outlet mentions them, and by which names: the sides first, in their order,
 * then the others by mentions. Members that nobody mentions are there only where others count for them.
 *
 * @param outlets the names that the articles of each outlet have
 */
export function namedMembers(
  { members, sides }: Cast,
  outlets: ReadonlyMap<string, readonly (readonly NameCount[])[]>,
): NamedMember[] {
  const byMember = new Map<string, Map<string, NameCount[]>>();
  for (const [outlet, articles] of outlets)
    for (const counts of articles)
      for (const each of counts)
        addTo(
          getOrAdd(byMember, each.member, () => new Map<string, NameCount[]>()),
          outlet,
          each,
        );
  const rank = new Map(sides.map((id, n) => [id, n + 1]));
  const needed = new Set([...members.values()].flatMap(({ side, party }) => [side, party]));
  return [...members.values()]
    .map((member): NamedMember => {
      const named = [...(byMember.get(member.id) ?? [])].map(([outlet, counts]) => ({
        outlet,
        mentions: sum(counts.map(({ mentions }) => mentions)),
        names: joined(counts),
      }));
      const chief = rank.get(member.id);
      return {
        member,
        mentions: sum(named.map(({ mentions }) => mentions)),
        outlets: named.toSorted((a, b) => byText(a.outlet, b.outlet)),
        ...(chief !== undefined && { chief }),
      };
    })
    .filter(({ member, mentions }) => mentions > 0 || rank.has(member.id) || needed.has(member.id))
    .toSorted(
      (a, b) =>
        (a.chief ?? Number.POSITIVE_INFINITY) - (b.chief ?? Number.POSITIVE_INFINITY) ||
        b.mentions - a.mentions ||
        byText(a.member.id, b.member.id),
    );
}

/** Spellings that differ in capitals, accents or full stops are one name, as it is written most often. */
function joined(counts: readonly NameCount[]): NamedMember['outlets'][number]['names'] {
  const names = new Map<string, Map<string, Omit<NameCount, 'member'>>>();
  for (const { name, mentions, isName } of counts) {
    const spellings = getOrAdd(names, plainKey([name]), () => new Map<string, Omit<NameCount, 'member'>>());
    const before = spellings.get(name);
    spellings.set(name, {
      name,
      mentions: mentions + (before?.mentions ?? 0),
      isName: isName || before?.isName === true,
    });
  }
  return [...names.values()]
    .map(spellings => {
      const sorted = [...spellings.values()].toSorted(byMentions);
      return {
        name: sorted[0]?.name as string,
        mentions: sum(sorted.map(({ mentions }) => mentions)),
        isName: sorted.some(({ isName }) => isName),
      };
    })
    .toSorted(byMentions);
}

const byMentions = (a: Omit<NameCount, 'member'>, b: Omit<NameCount, 'member'>): number =>
  b.mentions - a.mentions || byText(a.name, b.name);

/** All names of a member, over all outlets, most often first. */
export const allNames = ({ outlets }: NamedMember): NamedMember['outlets'][number]['names'] =>
  joined(outlets.flatMap(({ names }) => names.map(each => ({ member: '', ...each }))));

/** The same by outlet, of articles with what is kept of each. */
export const namesByOutlet = <T extends { readonly names: readonly NameCount[] }>(
  outlets: Iterable<readonly [outlet: string, articles: readonly T[]]>,
): Map<string, (readonly NameCount[])[]> =>
  new Map([...outlets].map(([outlet, articles]) => [outlet, articles.map(({ names }) => names)]));
