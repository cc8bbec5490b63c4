import type { CommandModule } from 'yargs';
import { lexiconsInForce } from '../in-force.js';
import type { Io } from '../io.js';
import { lexiconOption } from '../options.js';
import { tableText } from './table.js';

export const list = (io: Io): CommandModule<object, { lexicon: string[] }> => ({
  command: 'list',
  describe: 'List the lexicons in use, and where each comes from',
  builder: yargs => yargs.option('lexicon', lexiconOption),
  handler: async ({ lexicon: extra }) => {
    const [{ buildLexicons }, { sources, config }] = await Promise.all([
      import('../../lexicon/load.js'),
      lexiconsInForce(extra),
    ]);
    const { files } = await buildLexicons(sources.map(({ source }) => source));
    const table = await tableText(
      ['from', 'kind', 'id', 'title', 'file', 'digest'],
      // Files come in the order of the sources; those behind them are the package's and not YAML.
      files.map(({ kind, id, title, path, digest }, i) => [
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
