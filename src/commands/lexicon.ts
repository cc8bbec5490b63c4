import type { CommandModule } from 'yargs';
import { InputErrors } from '../errors.js';
import type { Io } from './io.js';
import { exportCommand } from './lexicon-export.js';
import { importCommand } from './lexicon-import.js';
import { suggest } from './lexicon-suggest.js';
import { lexiconOption } from './options.js';

export const lexicon = (io: Io): CommandModule => ({
  command: 'lexicon',
  describe: 'Check and list the lexicons, suggest names for them, import and export',
  builder: yargs =>
    yargs
      .command(check(io))
      .command(list(io))
      .command(suggest(io))
      .command(importCommand(io))
      .command(exportCommand(io))
      .command(docs(io))
      .demandCommand(1, 'Say what to do: check, list, suggest, import or export.'),
  handler: () => undefined,
});

const check = (io: Io): CommandModule<object, { paths: string[] }> => ({
  command: 'check [paths..]',
  describe: 'Check lexicons: shape, forms given twice, parties, examples; with those of the package',
  builder: yargs =>
    yargs.positional('paths', {
      array: true,
      type: 'string',
      default: [] as string[],
      describe: 'Your own YAML files or folders',
    }),
  handler: async ({ paths }) => {
    const { builtInLexicons, checkLexicons, readLexiconFiles } = await import('../lexicon/load.js');
    const own = readLexiconFiles(paths);
    const builtIn = builtInLexicons().filter(({ text }) => !own.some(file => file.text === text));
    const faults = await checkLexicons([...builtIn, ...own]);
    if (faults.length > 0) throw new InputErrors(faults);
    io.out(`${builtIn.length + own.length} lexicons are sound.\n`);
  },
});

const list = (io: Io): CommandModule<object, { lexicon: string[] }> => ({
  command: 'list',
  describe: 'List the lexicons in force and where they are',
  builder: yargs => yargs.option('lexicon', lexiconOption),
  handler: async ({ lexicon: extra }) => {
    const [{ loadLexicons }, { default: Table }] = await Promise.all([
      import('../lexicon/load.js'),
      import('cli-table3'),
    ]);
    const { files } = await loadLexicons(extra);
    const table = new Table({
      head: ['kind', 'id', 'title', 'file', 'digest'],
      style: { head: [], border: [] },
    });
    for (const { kind, id, title, path, digest } of files) table.push([kind, id, title, path, digest]);
    io.out(`${table.toString()}\n`);
  },
});

/** For developers: writes lexicons/README.md and the JSON Schemas. */
const docs = (io: Io): CommandModule => ({
  command: 'docs',
  describe: false,
  handler: async () => {
    const [{ renderLexiconDocs }, { writeFiles }, { builtInFolder }] = await Promise.all([
      import('../lexicon/docs.js'),
      import('./write.js'),
      import('../lexicon/load.js'),
    ]);
    const files = await renderLexiconDocs();
    writeFiles(builtInFolder, files);
    io.note(`${files.size} files written to lexicons\n`);
  },
});
