import type { CommandModule } from 'yargs';
import { InputError } from '../../errors.js';
import type { Concept, Lexicons } from '../../model/lexicon.js';
import { expectedOneOf } from '../../model/nearest.js';
import { plural } from '../../model/text.js';
import { lexiconsInForce } from '../in-force.js';
import type { Io } from '../io.js';
import { lexiconOption, textOption } from '../options.js';
import { tableText } from './table.js';

interface ListArguments {
  topic: string | undefined;
  side: string | undefined;
  lexicon: string[];
}

export const list = (io: Io): CommandModule<object, ListArguments> => ({
  command: 'list',
  describe: 'List the lexicons in use, and where each comes from; or the rival names of a topic or a side',
  builder: yargs =>
    yargs
      .option('topic', textOption('topic', 'List the rival names of this terminology lexicon, by its id'))
      .option('side', textOption('side', 'List the rival names that favour this party, by its id or name'))
      .option('lexicon', lexiconOption)
      .example('$0 lexicon list --topic migration', 'Concepts, labels and whom they favour'),
  handler: async ({ topic, side, lexicon: extra }) => {
    const [{ buildLexicons }, { sources, config }] = await Promise.all([
      import('../../lexicon/load.js'),
      lexiconsInForce(extra),
    ]);
    const lexicons = await buildLexicons(sources.map(({ source }) => source));
    if (topic !== undefined || side !== undefined) {
      io.out(await labelTable(lexicons, topic, side));
      return;
    }
    const table = await tableText(
      ['from', 'kind', 'id', 'title', 'file', 'digest'],
      // Files come in the order of the sources; those behind them are the package's and not YAML.
      lexicons.files.map(({ kind, id, title, path, digest }, i) => [
        sources[i]?.from ?? 'package',
        kind,
        id,
        title,
        sources[i]?.source.path ?? path,
        digest,
      ]),
    );
    io.out(
      `${table}\n${config === undefined ? 'There is no parallax.config.yaml in this folder or above it.' : `Configured by ${config.path}.`}\n`,
    );
  },
});

/** The labels of a topic, or those that favour a party, or both. */
async function labelTable(
  { concepts, parties }: Lexicons,
  topic: string | undefined,
  side: string | undefined,
): Promise<string> {
  const topics = [...new Set([...concepts.values()].map(({ lexicon }) => lexicon))].sort();
  if (topic !== undefined && !topics.includes(topic)) throw unknown('topic', topic, topics);
  const sides = [...new Set([...concepts.values()].flatMap(each => each.parties))].sort();
  const party = sides.find(id => id === side || parties.get(id)?.name.toLowerCase() === side?.toLowerCase());
  if (side !== undefined && party === undefined) throw unknown('side', side, sides);
  const nameOf = (id: string): string => parties.get(id)?.name ?? id;
  const labelsOf = ({ id, lexicon, labels }: Concept) =>
    labels
      .filter(({ favours }) => party === undefined || favours === party)
      .map(({ id: label, favours, contested, forms }) => [
        lexicon,
        id,
        label,
        favours === undefined ? (contested === true ? 'contested' : '') : nameOf(favours),
        forms.length,
        forms.slice(0, FIRST).join(', '),
      ]);
  const rows = [...concepts.values()]
    .filter(({ lexicon }) => topic === undefined || lexicon === topic)
    .flatMap(labelsOf);
  const table = await tableText(['topic', 'concept', 'label', 'favours', 'forms', 'such as'], rows);
  return `${table}\n${plural(rows.length, 'label')}; parallax lexicon show CONCEPT shows one concept whole.\n`;
}

/** So many forms of a label are listed. */
const FIRST = 2;

const unknown = (option: string, given: string, known: readonly string[]): InputError =>
  new InputError({
    path: `--${option}`,
    code: `${option}-unknown`,
    message: `no terminology lexicon in use has the ${option} ${JSON.stringify(given)}`,
    hint: expectedOneOf(given, known),
  });
