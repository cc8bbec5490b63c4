import { expectedOneOf, nearest } from '../../model/nearest.js';
import type { ParsedLexicon, PartyEntry } from '../file.js';
import type { Settled } from '../overrides.js';
import { definitionsIn, type PartyDefinition } from '../party-ids.js';
import { below, type FilePlace, type Remark, remark } from './located.js';

/** The parties and collectives that count, by their ids. */
export type KnownParties = ReadonlyMap<string, PartyDefinition>;

export const knownParties = ({ lexicons, counts }: Settled): KnownParties =>
  new Map(
    lexicons
      .flatMap(each => [...definitionsIn(each)])
      .filter(({ source, at }) => counts(source, at))
      .map(each => [each.party.id, each]),
  );

/** The ids of parties that are not several together. */
const idsOf = (known: KnownParties): string[] =>
  [...known.values()].flatMap(({ party }) => (party.collective ? [] : [party.id])).sort();

/** So many parties are listed in a hint; of more, those that may be meant. */
const LISTED = 60;

/** A hint for what is called a party and is none: the id, or else the name, that was probably meant. */
function expectedParty(called: string, known: KnownParties, names: readonly string[] = []): string {
  const ids = idsOf(known);
  const id = nearest(called, ids);
  const meant = id ?? nearest(called, names);
  if (ids.length > LISTED)
    return `${meant === undefined ? '' : `Did you mean ${JSON.stringify(meant)}? `}lexicons/README.md lists the parties of the package.`;
  const listed = expectedOneOf(called, ids);
  return id === undefined && meant !== undefined
    ? `Did you mean ${JSON.stringify(meant)}? ${listed}`
    : listed;
}

/** A party that is spoken of by its id, and that no file defines. */
export function* unknownParty(
  id: string | undefined,
  place: FilePlace,
  known: KnownParties,
): Generator<Remark> {
  if (id === undefined || known.get(id)?.party.collective === false) return;
  yield remark(
    place,
    'party-unknown',
    `no parties lexicon defines the party ${JSON.stringify(id)}`,
    known.size > 0
      ? `${expectedParty(id, known)} Or define it in a parties lexicon that is loaded too: --lexicon, parallax.config.yaml.`
      : 'Add a parties lexicon.',
  );
}

/** Faults of a parties lexicon that only show beside the others: parties that nobody defines, terms that run backward. */
export function* partyFaults({ source, data }: ParsedLexicon, known: KnownParties): Generator<Remark> {
  if (data.kind !== 'parties') return;
  const file = { source, at: [] };
  for (const [p, entry] of data.parties.entries()) {
    const place = below(file, 'parties', p);
    if ('extends' in entry) yield* extensionFault(entry.extends, place, known);
    else yield* unknownParty(entry.of, below(place, 'of'), known);
    for (const [i, person] of entry.people.entries()) {
      const there = below(place, 'people', i);
      yield* unknownParty(person.party, below(there, 'party'), known);
      yield* backwardTerms(person, there);
    }
  }
  for (const [r, pair] of data.rivals.entries())
    for (const [side, id] of pair.entries()) yield* unknownParty(id, below(file, 'rivals', r, side), known);
}

function* extensionFault(called: string, place: FilePlace, known: KnownParties): Generator<Remark> {
  const here = below(place, 'extends');
  const found = known.get(called);
  if (found === undefined) {
    const names = [...known.values()].map(({ party }) => party.name);
    yield remark(
      here,
      'party-unknown',
      `no lexicon that is loaded has the party ${JSON.stringify(called)}`,
      known.size > 0
        ? `${expectedParty(called, known, names)} For a new party give "id" and "name" in place of "extends".`
        : 'Load the lexicon that has it too: --lexicon, parallax.config.yaml.',
    );
  } else if (found.party.collective)
    yield remark(
      here,
      'party-unknown',
      `${called} is several parties together, to which nothing can be added`,
      'In a file of your own, list it with all its forms under "collectives": it then replaces this one.',
    );
  else if (found.source === place.source)
    yield remark(
      here,
      'extends-own',
      `the party ${called} is in this file`,
      'Add the names and people there; "extends" is for parties of other files.',
    );
}

/** A day before another; of days that are given as months or years, what is known decides. */
function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

function* backwardTerms({ name, terms }: PartyEntry['people'][number], place: FilePlace): Generator<Remark> {
  for (const [t, [from, to]] of terms.entries()) {
    const here = below(place, 'terms', t);
    if (to !== undefined && isBefore(to, from))
      yield remark(
        below(here, 1),
        'terms-backward',
        `a term of ${name} ends on ${to}, before it begins on ${from}`,
        'Expected [from, to], the earlier day first; [from] alone for a term that goes on.',
      );
    const earlier = t > 0 ? terms[t - 1] : undefined;
    if (earlier !== undefined && (earlier[1] === undefined || isBefore(from, earlier[1])))
      yield remark(
        below(here, 0),
        'terms-backward',
        earlier[1] === undefined
          ? `the term of ${name} before this one has no end`
          : `a term of ${name} begins on ${from}, before the one above it ends on ${earlier[1]}`,
        'List the terms in their order, each with the day on which it ended; only the last may go on.',
      );
  }
}
