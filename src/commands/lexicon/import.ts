import { existsSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { CommandModule } from 'yargs';
import { InputError, UsageError } from '../../errors.js';
import type { Dictionary } from '../../lexicon/exchange/dictionary.js';
import type { ImportOptions } from '../../lexicon/exchange/import.js';
import { namedPath, STANDARD_INPUT } from '../articles.js';
import type { Io } from '../io.js';
import { once, outOption, textOption } from '../options.js';
import { writeOut } from '../write.js';

const FORMATS = ['quanteda', 'liwc', 'csv', 'tsv'] as const;
type Format = (typeof FORMATS)[number];

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  '.yml': 'quanteda',
  '.yaml': 'quanteda',
  '.dic': 'liwc',
  '.csv': 'csv',
  '.dicx': 'csv',
  '.tsv': 'tsv',
  '.tab': 'tsv',
};

interface ImportArguments {
  file: string;
  kind: string;
  format: Format | undefined;
  out: string | undefined;
  id: string | undefined;
  title: string | undefined;
  source: string | undefined;
  parties: string[];
  valence: string[];
  articles: string[];
}

/** An option that takes several texts. */
const texts = (describe: string) =>
  ({ array: true, type: 'string', default: [] as string[], requiresArg: true, describe }) as const;

export const importCommand = (io: Io): CommandModule<object, ImportArguments> => ({
  command: 'import <file>',
  describe: 'Make a lexicon from a quanteda dictionary, a LIWC .dic, or a table of words',
  builder: yargs =>
    yargs
      .positional('file', {
        type: 'string',
        demandOption: true,
        describe:
          'A quanteda .yml, a LIWC .dic or .dicx, or a .csv or .tsv with words and categories or values',
      })
      .option('kind', {
        type: 'string',
        demandOption: true,
        requiresArg: true,
        coerce: once<string>('kind'),
        describe:
          'What the words are: terminology (categories become labels), polarity, or another kind of list',
      })
      .option('out', outOption('Write the lexicon to this YAML file, not to standard output'))
      .option('format', {
        choices: FORMATS,
        requiresArg: true,
        describe: 'Format, if the file name does not show it',
      })
      .option('id', textOption('id', 'The lexicon’s id; by default from the name of the file'))
      .option('title', textOption('title', 'Title shown in reports (default: the file name)'))
      .option(
        'source',
        textOption(
          'source',
          'A citation for every group of words; otherwise each group is marked as unsourced',
        ),
      )
      .option('parties', texts('For terminology: the ids of its two parties'))
      .option('valence', texts('For polarity: the valence of a category, such as negative=-2'))
      .option('articles', texts('Expand wildcards from these articles instead of a general list'))
      .example(
        '$0 lexicon import moral.dic --kind terminology --out moral.yaml',
        'Categories become rival labels',
      )
      .example('$0 lexicon import scores.csv --kind polarity --source "Author (2020)"', 'Words with values'),
  handler: args => importFile(args, io),
});

async function importFile(
  { file, kind, format, out, id, title, source, parties, valence, articles }: ImportArguments,
  io: Io,
): Promise<void> {
  if (parties.length !== 0 && parties.length !== 2) throw new UsageError('--parties takes two ids.');
  const valences = new Map(valence.map(readValence));
  const given = file === STANDARD_INPUT ? '<stdin>' : file;
  const name = given === '<stdin>' ? 'stdin' : basename(given, extname(given));
  const [{ importDictionary }, { noteLine }, { slugOf }] = await Promise.all([
    import('../../lexicon/exchange/import.js'),
    import('../../lexicon/exchange/dictionary.js'),
    import('../../model/slug.js'),
  ]);
  const dictionary = await readDictionary(given, format, io);
  const { yaml, notes } = importDictionary(dictionary, {
    kind,
    id: id ?? (slugOf(name) || 'imported'),
    title: title ?? name,
    from: basename(given),
    source,
    parties: parties.length === 0 ? undefined : parties,
    valences,
    vocabulary: await vocabularyOf(articles, io),
  });
  for (const note of notes) io.note(`${noteLine(given, note)}\n`);
  writeOut(out, yaml, io);
}

async function readDictionary(path: string, format: Format | undefined, io: Io): Promise<Dictionary> {
  if (path !== '<stdin>' && !existsSync(path))
    throw new InputError({ path, code: 'not-found', message: 'there is no such file' });
  const as = format ?? BY_EXTENSION[extname(path).toLowerCase()];
  if (as === undefined)
    throw new InputError({
      path,
      code: 'dictionary-format',
      message: 'the file name does not show the format',
      hint: `Give --format ${FORMATS.join(', ')}; known extensions are ${Object.keys(BY_EXTENSION).join(', ')}.`,
    });
  const { decode } = await import('../../read/decode.js');
  const bytes = path === '<stdin>' ? await io.standardInput() : readFileSync(path);
  const content = (await decode(bytes, path)).replace(/^\uFEFF/, '');
  if (as === 'quanteda')
    return (await import('../../lexicon/exchange/quanteda.js')).readQuanteda(content, path);
  if (as === 'liwc') return (await import('../../lexicon/exchange/liwc.js')).readLiwc(content, path);
  return (await import('../../lexicon/exchange/table.js')).readTable(
    content,
    path,
    as === 'csv' ? ',' : '\t',
  );
}

function readValence(given: string): [string, number] {
  const match = /^(.+)=([+-]?[0-5])$/.exec(given);
  if (match === null)
    throw new UsageError(
      `--valence ${given}: expected a category and a whole number from -5 to 5, such as negative=-2.`,
    );
  return [match[1] as string, Number(match[2])];
}

/** The words of the articles, in small letters, or those of the tagger. */
async function vocabularyOf(paths: readonly string[], io: Io): Promise<ImportOptions['vocabulary']> {
  if (paths.length === 0) {
    const { knownWords } = await import('../../parse/nlp.js');
    return { name: 'the wink-nlp word list', words: { [Symbol.iterator]: () => knownWords().values() } };
  }
  const [{ readArticles }, { formUnits }] = await Promise.all([
    import('../../read/index.js'),
    import('../../lexicon/matcher.js'),
  ]);
  const words = new Set<string>();
  for await (const article of readArticles(paths.map(namedPath), io.standardInput))
    for (const unit of formUnits(article.text)) if (/^\p{L}/u.test(unit)) words.add(unit.toLowerCase());
  return { name: 'the given articles', words };
}
