import { isTitleCase } from '../english/title-case.js';
import type { GovernmentUse, GroupUse } from '../model/cast.js';
import type { Draft } from './draft.js';

/** Groups that an article names by a plural for people: *migrants*, *the protesters*; not those that say whose they are. */
export function groupsIn({ cut, offices, names }: Draft): GroupUse[] {
  const found: GroupUse[] = [];
  const taken = new Set<number>();
  for (const { whole, last } of names) for (let i = whole; i < last; i++) taken.add(i);
  for (const { first, last, index } of cut.sentences) {
    const titleCase = isTitleCase(cut.text.slice(first, last));
    for (let i = first; i < last; i++) {
      const office = offices.at(i);
      if (office === undefined || office.last - 1 !== i || taken.has(i)) continue;
      const { kind, refers } = office.value;
      const word = cut.lower[i] as string;
      if (
        !/(?:[^s]s|police|people|men|women|children|troops)$/.test(word) ||
        kind === 'official' ||
        kind === 'media'
      )
        continue;
      if (refers === 'it' || cut.pos[i] === 'VERB') continue;
      found.push({
        start: cut.start[office.first] as number,
        end: cut.end[i] as number,
        sentence: index,
        key: cut.lower.slice(office.first, office.last).join(' '),
        titleCase,
      });
    }
  }
  return found;
}

/** Where a text says *the government*, *this administration*, *his government*, and not whose. */
export function governmentsIn({ cut, offices, names }: Draft): GovernmentUse[] {
  const found: GovernmentUse[] = [];
  const taken = new Set<number>();
  for (const { whole, last } of names) for (let i = whole; i < last; i++) taken.add(i);
  for (let i = 1; i < cut.text.length; i++) {
    if (offices.at(i)?.value.role !== 'government' || taken.has(i)) continue;
    const determiner = cut.lower[i - 1] as string;
    const owned = determiner === 'his' || determiner === 'her';
    if (!owned && determiner !== 'the' && determiner !== 'this') continue;
    if (/^(?:of|in)$/.test(cut.lower[i + 1] ?? '')) continue;
    found.push({
      start: cut.start[i - 1] as number,
      end: cut.end[i] as number,
      sentence: cut.sentenceOf[i] as number,
      owned,
      key: cut.lower[i] as string,
    });
  }
  return found;
}
