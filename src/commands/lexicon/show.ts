import wrapAnsi from 'wrap-ansi';
import type { CommandModule } from 'yargs';
import { InputError } from '../../errors.js';
import type { Item } from '../../lexicon/amend.js';
import { readExample } from '../../lexicon/authoring/examples.js';
import type { Citation, Concept, Lexicons } from '../../model/lexicon.js';
import { nearest } from '../../model/nearest.js';
import { plural } from '../../model/text.js';
import { lexiconsInForce } from '../in-force.js';
import type { Io } from '../io.js';
import { argument, countOption, lexiconOption } from '../options.js';

interface ShowArguments {
  id: string;
  most: number;
  lexicon: string[];
}

export const show = (io: Io): CommandModule<object, ShowArguments> => ({
  command: 'show <id>',
  describe:
    'Show a concept with its labels, sides, sources, forms and examples, or another entry of a lexicon',
  builder: yargs =>
    yargs
      .positional(
        'id',
        argument(
          'The id of a concept, a class, a group of words or a party; or a label or form of a concept',
        ),
      )
      .option('most', countOption('most', 12, 'Number of forms to show of each label, and of examples'))
      .option('lexicon', lexiconOption)
      .example('$0 lexicon show status', 'One concept on a screen'),
  handler: async ({ id, most, lexicon }) => {
    const [{ buildLexicons, parseLexicons }, { settle }, { itemsIn }, { sources }] = await Promise.all([
      import('../../lexicon/load.js'),
      import('../../lexicon/overrides.js'),
      import('../../lexicon/amend.js'),
      lexiconsInForce(lexicon),
    ]);
    const all = sources.map(({ source }) => source);
    const lexicons = await buildLexicons(all);
    const { inForce } = settle(await parseLexicons(all, true));
    const items = inForce.flatMap(each => [...itemsIn(each)]);
    const [kind, name] = id.includes('/') ? id.split('/', 2) : [undefined, id];
    const found = items.filter(
      item => item.id === name && (kind === undefined || item.lexicon.data.kind === kind),
    );
    const concept =
      kind === undefined || kind === 'terminology' ? lexicons.concepts.get(name ?? '') : undefined;
    const others = found.filter(
      ({ lexicon: { data } }) => data.kind !== 'terminology' || concept === undefined,
    );
    if (concept === undefined && others.length === 0) {
      const holders = [...lexicons.concepts.values()].filter(each => isNamed(each, id));
      if (holders.length === 0) throw unknown(id, items);
      const shown = holders.map(each =>
        conceptLines(
          each,
          items.filter(item => item.id === each.id),
          lexicons,
          most,
          io,
        ),
      );
      io.out(`${shown.map(lines => lines.join('\n')).join('\n\n')}\n`);
      return;
    }
    const parts = [
      ...(concept === undefined ? [] : [conceptLines(concept, found, lexicons, most, io)]),
      ...others.map(item => itemLines(item, most, io)),
    ];
    io.out(`${parts.map(lines => lines.join('\n')).join('\n\n')}\n`);
  },
});

/** Whether a concept has a label or a form of a name. */
const isNamed = ({ labels }: Concept, name: string): boolean =>
  labels.some(({ id, forms }) => id === name || forms.includes(name));

function unknown(id: string, items: readonly Item[]): InputError {
  const meant = nearest(
    id,
    items.map(item => item.id),
  );
  return new InputError({
    path: id,
    code: 'entry-unknown',
    message: 'no lexicon in use has an entry with this id',
    hint: `${meant === undefined ? '' : `Did you mean ${JSON.stringify(meant)}? `}parallax lexicon list --topic TOPIC lists the concepts of a topic.`,
  });
}

/** Text below a heading, as wide as the screen. */
const indented = (text: string, { width }: Io, by = 4): string =>
  wrapAnsi(text, Math.max(40, width - by), { hard: false })
    .split('\n')
    .map(line => ' '.repeat(by) + line)
    .join('\n');

const some = (items: readonly string[], most: number): string =>
  `${items.slice(0, most).join(', ')}${items.length > most ? `, … and ${items.length - most} more (--most)` : ''}`;

const cited = ({ text, url, kind, checked }: Citation): string =>
  [text.replace(/\.$/, ''), kind, url, checked && `checked ${checked}`]
    .filter(part => part !== undefined)
    .join('; ');

function conceptLines(
  { id, gloss, lexicon, topical, labels, except, examples }: Concept,
  places: readonly Item[],
  { parties }: Lexicons,
  most: number,
  io: Io,
): string[] {
  const name = (party: string): string => parties.get(party)?.name ?? party;
  const marked = examples.filter(example => readExample(example).marked.length > 0);
  const plain = examples.filter(example => !marked.includes(example));
  const files = [...new Set(places.map(item => item.lexicon.source.path))];
  return [
    `${io.style('bold', id)}: ${gloss}`,
    `  ${lexicon}${topical ? ', in articles about it only' : ''}; ${files.join(', ')}`,
    ...labels.flatMap(({ id: label, favours, contested, source, forms }) => [
      '',
      `  ${io.style('bold', label)}: ${favours === undefined ? (contested === true ? 'contested' : 'favours nobody') : `favours ${name(favours)}`}`,
      indented(`source: ${cited(source)}`, io),
      indented(`${plural(forms.length, 'form')}: ${some(forms, most)}`, io),
    ]),
    '',
    ...(except.length > 0 ? [indented(`not counted: ${some(except, most)}`, io, 2)] : []),
    ...marked.slice(0, most).map(example => indented(`matches: ${example}`, io, 2)),
    ...plain.slice(0, most).map(example => indented(`does not: ${example}`, io, 2)),
    ...(marked.length > most || plain.length > most ? ['  … and more examples (--most)'] : []),
    `  In a file of your own, "extends: ${id}" adds to it, and "without: [${id}/${labels[0]?.id ?? 'LABEL'}]" switches a label off.`,
  ];
}

/** An entry of any other kind: what it says, then what it lists. */
function itemLines({ id, fields, lexicon: { source, data } }: Item, most: number, io: Io): string[] {
  const lines = Object.entries(fields).flatMap(([key, value]) => {
    if (['id', 'extends'].includes(key) || value === undefined) return [];
    if (!Array.isArray(value)) {
      const text = key === 'source' ? cited(value as Citation) : String(value);
      return [indented(`${key}: ${text}`, io, 2)];
    }
    if (value.length === 0) return [];
    const texts = value.map(each =>
      typeof each === 'object' && each !== null && 'name' in each ? String(each.name) : String(each),
    );
    return [indented(`${key} (${value.length}): ${some(texts, most)}`, io, 2)];
  });
  return [`${io.style('bold', id)}: ${data.kind}, ${data.title}`, `  ${source.path}`, ...lines];
}
