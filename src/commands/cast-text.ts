import wrapAnsi from 'wrap-ansi';
import type { CastToWrite } from '../lexicon/authoring/cast-template.js';
import type { Article } from '../model/article.js';
import type { Member, NamedMember } from '../model/cast.js';
import type { Lexicons } from '../model/lexicon.js';
import { oneLine, plural } from '../model/text.js';
import type { Style } from '../write/terminal.js';

/** A story with its cast, and how many of it there are. */
export interface StoryCast extends CastToWrite {
  readonly articles: readonly Article[];
  /** Of its members, how many are mentioned. */
  readonly total: number;
}

/** The cast of a story as people read it: the sides, then the others, with what each outlet calls them. */
export function castText(
  { story, articles, cast, members, total }: StoryCast,
  { parties }: Pick<Lexicons, 'parties'>,
  to: Style,
): string {
  const outlets = new Set(articles.map(({ outlet }) => outlet)).size;
  const nameOf = (id: string): string => cast.members.get(id)?.name ?? parties.get(id)?.name ?? id;
  const entries = members.map(each => ({ each, text: memberText(each, nameOf, to) }));
  const sides = entries.filter(({ each }) => each.chief !== undefined);
  const others = entries.filter(({ each }) => each.chief === undefined);
  const hidden = total - members.length;
  return [
    to.style('bold', story === '' ? 'Articles without a story' : oneLine(story)),
    to.style('dim', `${plural(articles.length, 'article')} by ${plural(outlets, 'outlet')}`),
    '',
    wrapped('', `${to.style('underline', 'Sides')} ${to.style('dim', LEVELS[cast.level])}`, to),
    ...(sides.length === 0 ? ['  none'] : sides.map(({ text }) => text)),
    '',
    ...(others.length === 0 ? [] : [to.style('underline', 'Others'), ...others.map(({ text }) => text), '']),
    ...(hidden === 0
      ? []
      : [wrapped('', `${hidden} more, mentioned only once; use --all to print them.`, to), '']),
    '',
  ].join('\n');
}

const LEVELS: Readonly<Record<StoryCast['cast']['level'], string>> = {
  countries: '(countries: who holds an office counts for the country)',
  people: '(people, parties and bodies: everybody counts for themselves)',
};

const INDENT = 4;

function memberText(named: NamedMember, nameOf: (id: string) => string, to: Style): string {
  const { member, mentions, chief, outlets } = named;
  const rank = chief === undefined ? '' : `${chief}. `;
  const head = `${rank}${to.style('bold', member.name)} ${to.style('dim', `(${described(member, nameOf)})`)} ${plural(mentions, 'mention')}`;
  const wide = Math.max(0, ...outlets.map(({ outlet }) => outlet.length));
  const [first, ...rest] = outlets;
  const shared = first?.names.map(({ name }) => name) ?? [];
  const alike = rest.every(
    ({ names }) => names.length === shared.length && names.every(({ name }) => shared.includes(name)),
  );
  const label = (outlet: string, n: number): string =>
    `${' '.repeat(INDENT)}${oneLine(outlet).padEnd(wide)} ${String(n).padStart(4)}  `;
  const lines = alike
    ? [
        ...(shared.length === 1 && shared[0] === member.name ? [] : [list(shared)]),
        list(outlets.map(({ outlet, mentions: n }) => `${oneLine(outlet)} ${n}`)),
      ].map(line => wrapped(' '.repeat(INDENT), line, to))
    : outlets.map(({ outlet, mentions: n, names }) =>
        wrapped(label(outlet, n), list(names.map(each => `${each.name} ${each.mentions}`)), to),
      );
  return [wrapped('  ', head, to), ...lines].join('\n');
}

const NO_BREAK = '\u00a0';

/** Things in a row, none of which a line ends within. */
const list = (things: readonly string[]): string =>
  things.map(thing => thing.replaceAll(' ', NO_BREAK)).join(', ');

/** A text that begins after a label, and goes on below its own beginning; below the label where that leaves little room. */
function wrapped(label: string, text: string, to: Style): string {
  const room = to.width - label.length;
  const deeper = ' '.repeat(INDENT + 2);
  if (room < label.length && label.trim() !== '') return `${label.trimEnd()}\n${wrapped(deeper, text, to)}`;
  const lines = wrapAnsi(text, Math.max(1, room)).split('\n');
  return lines
    .map((line, n) => (n === 0 ? label : ' '.repeat(label.length)) + line.replaceAll(NO_BREAK, ' '))
    .join('\n');
}

/** What a member is, for whom it counts, and to whom it belongs where that is not said yet. */
function described(
  { id, kind, refers, side, party, body, country }: Member,
  nameOf: (id: string) => string,
): string {
  const told = new Set([side, id]);
  const of = ([key, to]: readonly [string, string | undefined]): string[] => {
    if (to === undefined || told.has(to)) return [];
    told.add(to);
    return [`${key} ${nameOf(to)}`];
  };
  return [
    refers === undefined ? kind : `${kind}, ${refers}`,
    ...(side === undefined || side === id ? [] : [`counts for ${nameOf(side)}`]),
    ...[['party', party] as const, ['body', body] as const, ['country', country] as const].flatMap(of),
  ].join('; ');
}

/** The same as data. */
export const castData = ({ story, cast, members }: StoryCast): object => ({
  story,
  level: cast.level,
  sides: cast.sides,
  members: members.map(({ member, mentions, chief, outlets }) => ({
    id: member.id,
    name: member.name,
    kind: member.kind,
    listed: member.listed,
    chief: chief ?? null,
    side: member.side ?? null,
    party: member.party ?? null,
    body: member.body ?? null,
    country: member.country ?? null,
    refers: member.refers ?? null,
    mentions,
    outlets: outlets.map(({ outlet, mentions: n, names }) => ({
      outlet,
      mentions: n,
      names: names.map(({ name, mentions: often }) => ({ name, mentions: often })),
    })),
  })),
});
