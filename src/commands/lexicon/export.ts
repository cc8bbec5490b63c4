import { existsSync } from 'node:fs';
import type { CommandModule } from 'yargs';
import { InputError } from '../../errors.js';
import type { ExportFormat } from '../../lexicon/exchange/export.js';
import type { ParsedLexicon } from '../../lexicon/file.js';
import { lexiconsInForce } from '../in-force.js';
import type { Io } from '../io.js';
import { lexiconOption, outOption } from '../options.js';
import { writeOut } from '../write.js';

interface ExportArguments {
  which: string;
  format: ExportFormat;
  out: string | undefined;
  lexicon: string[];
}

export const exportCommand = (io: Io): CommandModule<object, ExportArguments> => ({
  command: 'export <which>',
  describe: 'Write a lexicon as a quanteda dictionary or a LIWC .dic',
  builder: yargs =>
    yargs
      .positional('which', {
        type: 'string',
        demandOption: true,
        describe: 'The id of a lexicon, or kind/id, or your own YAML file',
      })
      .option('format', {
        choices: ['quanteda', 'liwc'] as const satisfies readonly ExportFormat[],
        demandOption: true,
        requiresArg: true,
        describe: 'The tool to write it for',
      })
      .option('out', outOption('Write to this file, not to standard output'))
      .option('lexicon', lexiconOption)
      .example(
        '$0 lexicon export migration --format quanteda --out migration.yml',
        'For dictionary(file = ...)',
      ),
  handler: async ({ which, format, out, lexicon }) => {
    const [{ exportLexicon }, { noteLine }] = await Promise.all([
      import('../../lexicon/exchange/export.js'),
      import('../../lexicon/exchange/dictionary.js'),
    ]);
    const found = await find(which, lexicon);
    const { text, notes } = await exportLexicon(found, format);
    for (const note of notes) io.note(`${noteLine(found.source.path, note)}\n`);
    writeOut(out, text, io);
  },
});

async function find(wanted: string, more: readonly string[]): Promise<ParsedLexicon> {
  const [{ parseLexicons }, { readLexiconFiles }] = await Promise.all([
    import('../../lexicon/load.js'),
    import('../../lexicon/sources.js'),
  ]);
  if (existsSync(wanted)) {
    const [first, ...others] = await parseLexicons(readLexiconFiles([wanted]));
    if (first !== undefined && others.length === 0) return first;
    throw new InputError({
      path: wanted,
      code: 'lexicon-not-one',
      message: `there are ${first === undefined ? 'no' : 'several'} lexicons here`,
      hint: 'Name one file.',
    });
  }
  const { sources } = await lexiconsInForce(more);
  const all = await parseLexicons(sources.map(({ source }) => source));
  const found = all.filter(({ data }) => data.id === wanted || `${data.kind}/${data.id}` === wanted);
  if (found.length === 1) return found[0] as ParsedLexicon;
  throw new InputError({
    path: wanted,
    code: 'lexicon-unknown',
    message:
      found.length === 0 ? 'there is no such lexicon and no such file' : 'several lexicons have this id',
    hint:
      found.length === 0
        ? '`parallax lexicon list` shows the ids.'
        : `Give ${found.map(({ data }) => `${data.kind}/${data.id}`).join(' or ')}.`,
  });
}
