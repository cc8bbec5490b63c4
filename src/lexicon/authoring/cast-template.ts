import type { Cast, CastCorrections, NamedMember } from '../../model/cast.js';
import { NOBODY } from '../../model/cast.js';
import { plural } from '../../model/text.js';
import { entry, mapping, mappings, texts, writeYaml } from './write.js';

/** The cast of a story, as a file gives it. */
export interface CastToWrite {
  readonly story: string;
  readonly cast: Cast;
  readonly members: readonly NamedMember[];
  /** The names of a member that are its everywhere, and those that are not. */
  readonly namesOf: (member: NamedMember) => {
    readonly own: readonly string[];
    readonly shared: readonly string[];
  };
  /** What an earlier file says, whose merged and dropped members are kept. */
  readonly corrections?: CastCorrections | undefined;
}

const HOW_TO = [
  'Who each story is about, as Parallax found it. Correct it, and give it to the other commands:',
  '  parallax cast ARTICLES --cast FILE      shows the cast as corrected',
  '  parallax report ARTICLES --cast FILE    and likewise compare and explain',
  '',
  'Merge two members   move the names of one to "names" of the other and delete its entry, or write',
  '                    merge: [its-id] in the entry of the other',
  'Split a member      make a new entry, with an id of your own and some of the names',
  'Rename a member     change "name"; the id stays',
  'Drop a member       add   drop: true   to its entry: its names are then nobody’s',
  'Choose the sides    "sides" are the members that the story is about, in the order of the pages',
  'Whose results       "side" says for whom the mentions of a member count; none: for nobody; without it a side or',
  '                    a party counts for itself, and others for whom they belong to',
  '',
  'A name under "names" is that member’s wherever it stands in the story. Names are written as the articles have them, but',
  'without titles. Entries and names that you delete stay as they were found, unless another entry has them.',
];

const LEVELS: Readonly<Record<Cast['level'], string>> = {
  countries: 'countries: who holds an office counts for the country; people: everybody for themselves',
  people: 'people: everybody counts for themselves; countries: who holds an office for the country',
};

/** Casts as YAML for people to edit; given back without a change, they change nothing. */
export const writeCasts = (casts: readonly CastToWrite[], schema: string): string =>
  writeYaml(
    mapping(
      `yaml-language-server: $schema=${schema}`,
      ...HOW_TO,
      entry('kind', 'cast'),
      entry('stories', mappings(casts.map(storyOf))),
    ),
  );

function storyOf(given: CastToWrite) {
  const { story, cast, members, corrections } = given;
  const before = corrections?.members ?? [];
  const merged = new Set(before.flatMap(({ merge }) => merge));
  const kept = before.filter(({ id, names, drop }) => drop || (merged.has(id) && names.length > 0));
  return mapping(
    entry('story', story),
    entry('level', cast.level, LEVELS[cast.level]),
    cast.sides.length > 0 && entry('sides', texts(cast.sides)),
    entry(
      'members',
      mappings([
        ...members.map(each => memberOf(each, given)),
        ...kept.map(({ id, names, drop }) =>
          mapping(
            entry('id', id),
            names.length > 0 && entry('names', texts(names)),
            drop && entry('drop', true),
          ),
        ),
      ]),
    ),
  );
}

function memberOf(named: NamedMember, { namesOf, corrections }: CastToWrite) {
  const { member, mentions, outlets } = named;
  const { id, name, kind, refers, side, party, body, country } = member;
  const { own, shared } = namesOf(named);
  const merged = corrections?.members.find(each => each.id === id)?.merge ?? [];
  const counts = outlets.map(each => `${each.outlet} ${each.mentions}`).join(', ');
  const also = `its only in some places, as the articles show: ${shared.join(', ')}`;
  return mapping(
    entry('id', id, mentions === 0 ? 'not mentioned itself' : `${plural(mentions, 'mention')}: ${counts}`),
    entry('name', name),
    entry('kind', kind),
    refers !== undefined && entry('refers', refers),
    side !== id && entry('side', side ?? NOBODY),
    party !== undefined && entry('party', party),
    body !== undefined && entry('body', body),
    country !== undefined && entry('country', country),
    merged.length > 0 && entry('merge', texts(merged)),
    own.length > 0 && entry('names', texts(own)),
    shared.length > 0 && also,
  );
}
