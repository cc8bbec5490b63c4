import type { Party, PartyKind } from '../model/lexicon.js';
import { type DataOf, isOwn, type LexiconData, type LexiconSource, type ParsedLexicon } from './file.js';
import { fold } from './words.js';
import type { YamlPath } from './yaml.js';

/** A party or a collective where a file defines it. */
export interface PartyDefinition {
  readonly source: LexiconSource;
  readonly at: YamlPath;
  readonly party: Party;
}

/** The parties and collectives that a file defines; those that it extends are another's. */
export function* definitionsIn({ source, data }: ParsedLexicon): Generator<PartyDefinition> {
  if (data.kind !== 'parties') return;
  for (const [p, entry] of data.parties.entries()) {
    if ('extends' in entry) continue;
    const { id, name, kind, of } = entry;
    const party = { id, name, kind, collective: false, ...(of !== undefined && { of }) };
    yield { source, at: ['parties', p], party };
  }
  const kind: PartyKind = 'group';
  for (const [c, { id, name }] of data.collectives.entries())
    yield { source, at: ['collectives', c], party: { id, name, kind, collective: true } };
}

/**
 * Lexicons that call each party by its id, wherever they speak of it: who extends one may give its name, and a party of
 * the user's that has the name of one of the package's has its id too.
 */
export function withPartyIds(lexicons: readonly ParsedLexicon[]): ParsedLexicon[] {
  const defined = lexicons.flatMap(each => [...definitionsIn(each)]);
  const theirs = defined.filter(({ source }) => !isOwn(source)).map(({ party }) => party);
  const named = new Map(theirs.toReversed().map(({ id, name }) => [fold(name), id]));
  const ids = new Set(theirs.map(({ id }) => id));
  const renamed = new Map<string, string>();
  for (const { party, source } of defined) {
    if (!isOwn(source) || ids.has(party.id)) continue;
    const theirId = named.get(fold(party.name));
    if (theirId !== undefined) renamed.set(party.id, theirId);
  }
  const idOf = (id: string): string => renamed.get(id) ?? id;
  for (const { party } of defined) ids.add(party.id);
  for (const { party } of defined) named.set(fold(party.name), named.get(fold(party.name)) ?? idOf(party.id));
  const meant = (called: string): string =>
    ids.has(called) ? idOf(called) : (named.get(fold(called)) ?? called);
  return lexicons.map(({ source, data }) => ({ source, data: renamedIn(data, idOf, meant) }));
}

/** A lexicon with other ids of parties; every place in it stays where it was. */
function renamedIn(
  data: LexiconData,
  idOf: (id: string) => string,
  meant: (called: string) => string,
): LexiconData {
  const optional = (id: string | undefined): string | undefined => id && idOf(id);
  if (data.kind === 'parties') {
    const peopleOf = ({ people }: Pick<DataOf<'parties'>['parties'][number], 'people'>) =>
      people.map(person => ({ ...person, party: optional(person.party) }));
    return {
      ...data,
      parties: data.parties.map(entry =>
        'extends' in entry
          ? { ...entry, extends: meant(entry.extends), people: peopleOf(entry) }
          : { ...entry, id: idOf(entry.id), of: optional(entry.of), people: peopleOf(entry) },
      ),
      collectives: data.collectives.map(each => ({ ...each, id: idOf(each.id) })),
      rivals: data.rivals.map(([one, other]) => [idOf(one), idOf(other)]),
    };
  }
  if (data.kind !== 'terminology') return data;
  const labelsOf = <L extends { favours?: string | undefined }>(labels: readonly L[]): L[] =>
    labels.map(label => ({ ...label, favours: optional(label.favours) }));
  return {
    ...data,
    parties: data.parties?.map(idOf),
    concepts: data.concepts.map(entry =>
      'extends' in entry
        ? { ...entry, labels: labelsOf(entry.labels) }
        : { ...entry, labels: labelsOf(entry.labels) },
    ),
  };
}
