import type { Gender, MemberKind } from '../model/cast.js';
import { addCount, byCount } from '../model/collections.js';
import type { Party, SourceKind } from '../model/lexicon.js';
import { type Bearer, isPersonLike, nameOf } from './bearer.js';

/** An bearer with what it is and to whom it belongs. */
export interface Affiliated {
  readonly bearer: Bearer;
  readonly id: string;
  readonly name: string;
  readonly kind: MemberKind;
  readonly refers?: Gender;
  readonly role?: SourceKind;
  readonly party?: string;
  readonly body?: string;
  readonly country?: string;
  /** Whether it acts for the country, by an office that it holds, and is not merely from there. */
  readonly official: boolean;
}

/**
 * Gives every bearer its political party, body and country: what any article of the story says of it, most often said
 * first, before what the lexicons say; an office held once gives none.
 */
export function affiliate(
  bearers: readonly Bearer[],
  ids: ReadonlyMap<Bearer, string>,
  parties: ReadonlyMap<string, Party>,
): Affiliated[] {
  const byKey = new Map<string, Bearer>();
  for (const bearer of bearers)
    if (!isPersonLike(bearer))
      for (const name of bearer.names.keys()) byKey.set(name.toLowerCase().replaceAll('.', ''), bearer);
  return bearers.map((bearer): Affiliated => {
    const of = new Map<string, number>();
    const from = new Map<string, number>();
    const members = new Map<string, number>();
    const bodies = new Map<string, number>();
    const former = new Set(bearer.belongs.filter(({ formerly }) => formerly).map(({ to }) => to));
    for (const { to, listed, formerly, official } of bearer.belongs) {
      if (formerly) continue;
      const kind = listed ? parties.get(to)?.kind : undefined;
      if (kind === 'party') addCount(members, to, 1);
      else if (kind === 'country' || kind === 'territory') {
        if (official) addCount(of, to, 1);
        else addCount(from, to, 1);
      } else if (listed) addCount(bodies, to, 1);
      else {
        const body = byKey.get(to);
        const id = body && body !== bearer ? ids.get(body) : undefined;
        if (id !== undefined) addCount(bodies, id, 1);
      }
    }
    const { known, party, body } = bearer;
    const person =
      isPersonLike(bearer) ||
      (party === undefined &&
        body === undefined &&
        bearer.words.length === 1 &&
        bearer.personal > 1 &&
        bearer.personal > bearer.bodily + bearer.definite + 2 * bearer.places);
    const most = (counts: ReadonlyMap<string, number>): string | undefined =>
      [...counts].toSorted(byCount)[0]?.[0];
    const listedWith = known === undefined ? undefined : parties.get(known.of);
    const isState = listedWith?.kind === 'country' || listedWith?.kind === 'territory';
    const holds = isState && known?.inOffice === true;
    const country = holds
      ? known?.of
      : (most(of) ?? most(from) ?? (isState && !former.has(known?.of ?? '') ? known?.of : undefined));
    const official = holds || (country !== undefined && of.has(country));
    const own = most(members) ?? known?.party ?? (listedWith?.kind === 'party' ? known?.of : undefined);
    const ofBody =
      most(bodies) ??
      (listedWith !== undefined && !isState && listedWith.kind !== 'party' ? known?.of : undefined);
    const role =
      known?.role ?? body?.role ?? ([...bearer.kinds].toSorted(byCount)[0]?.[0] as SourceKind | undefined);
    const refers = person ? bearer.refers : undefined;
    const at = body?.of ?? country ?? party?.of;
    return {
      bearer,
      id: ids.get(bearer) as string,
      name: nameOf(bearer),
      kind: party?.kind ?? (person ? 'person' : 'organisation'),
      official: official || body !== undefined,
      ...(refers !== undefined && { refers }),
      ...(role !== undefined && { role }),
      ...(person && own !== undefined && { party: own }),
      ...(ofBody !== undefined && { body: ofBody }),
      ...(at !== undefined && { country: at }),
    };
  });
}
