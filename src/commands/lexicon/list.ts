import type { CommandModule } from 'yargs';
import { lexiconsInForce } from '../in-force.js';
import type { Io } from '../io.js';
import { lexiconOption } from '../options.js';

export const list = (io: Io): CommandModule<object, { lexicon: string[] }> => ({
  command: 'list',
  describe: 'List the lexicons in force, and who put them in force',
  builder: yargs => yargs.option('lexicon', lexiconOption),
  handler: async ({ lexicon: extra }) => {
    const [{ buildLexicons }, { default: Table }, { sources, config }] = await Promise.all([
      import('../../lexicon/load.js'),
      import('cli-table3'),
      lexiconsInForce(extra),
    ]);
    const { files } = await buildLexicons(sources.map(({ source }) => source));
    const table = new Table({
      head: ['from', 'kind', 'id', 'title', 'file', 'digest'],
      style: { head: [], border: [], compact: true },
    });
    // Files come in the order of the sources; what stands behind them is not YAML and the package's.
    for (const [i, { kind, id, title, path, digest }] of files.entries())
      table.push([sources[i]?.from ?? 'package', kind, id, title, sources[i]?.source.path ?? path, digest]);
    io.out(`${table.toString()}\n`);
    io.out(
      config === undefined
        ? 'No parallax.config.yaml stands in this folder or above it.\n'
        : `In force here: ${config.path}.\n`,
    );
  },
});
