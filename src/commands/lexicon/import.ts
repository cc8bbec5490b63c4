import { existsSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { CommandModule } from 'yargs';
import { InputError, UsageError } from '../../errors.js';
import type { ImportOptions } from '../../lexicon/exchange/import.js';
import { IMPORT_FORMATS, type ImportFormat } from '../../lexicon/exchange/read.js';
import { namedPath, STANDARD_INPUT } from '../articles.js';
import type { Io } from '../io.js';
import { once, outOption, textOption } from '../options.js';
import { writeOut } from '../write.js';

interface ImportArguments {
  file: string;
  kind: string;
  format: ImportFormat | undefined;
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
  describe: 'Make a lexicon from a dictionary of another tool, a table or a list of words',
  builder: yargs =>
    yargs
      .positional('file', {
        type: 'string',
        demandOption: true,
        describe:
          'A quanteda .yml, a LIWC .dic or .dicx, a WordStat .cat, a Yoshikoder .ykd, a Lexicoder .lc3, a .csv or .tsv with words and categories or values, or a .txt with a word a line',
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
        choices: IMPORT_FORMATS,
        requiresArg: true,
        describe:
          'Format, if the file name does not show it; list is a word a line, lists a table whose columns are lists under their categories',
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

async function importFile(options: ImportArguments, io: Io): Promise<void> {
  const { file: path, kind, format, out, id, title, source, parties, valence, articles } = options;
  if (parties.length !== 0 && parties.length !== 2) throw new UsageError('--parties takes two ids.');
  const valences = new Map(valence.map(readValence));
  const given = path === STANDARD_INPUT ? '<stdin>' : path;
  const name = given === '<stdin>' ? 'stdin' : basename(given, extname(given));
  const [{ importDictionary }, { noteLine }, { readDictionary }, { freshSlug }] = await Promise.all([
    import('../../lexicon/exchange/import.js'),
    import('../../lexicon/exchange/dictionary.js'),
    import('../../lexicon/exchange/read.js'),
    import('../../model/slug.js'),
  ]);
  const dictionary = await readDictionary(await textOf(given, io), given, name, format);
  const packaged = await idsOfPackage(kind);
  const { yaml, notes, lacking } = importDictionary(dictionary, {
    kind,
    taken: packaged.entries,
    id: id ?? freshSlug(name, packaged.files, 'imported'),
    title: title ?? name,
    from: basename(given),
    source,
    parties: parties.length === 0 ? undefined : parties,
    valences,
    vocabulary: await vocabularyOf(articles, io),
  });
  for (const note of notes) io.note(`${noteLine(given, note)}\n`);
  writeOut(out, yaml, io);
  const file = out ?? 'FILE';
  io.note(
    lacking.length === 0
      ? `It can be used as it is: parallax report ARTICLES --lexicon ${file}\n`
      : `Before it can be used, complete ${lacking.join(', ')}: parallax lexicon check ${file} says where.${lacking.includes('valence') ? ' --valence CATEGORY=-2 gives a category its valence.' : ''}\n`,
  );
}

async function textOf(path: string, io: Io): Promise<string> {
  if (path !== '<stdin>' && !existsSync(path))
    throw new InputError({ path, code: 'not-found', message: 'there is no such file' });
  const { decode } = await import('../../read/decode.js');
  const bytes = path === '<stdin>' ? await io.standardInput() : readFileSync(path);
  return (await decode(bytes, path)).replace(/^\uFEFF/, '');
}

/** What lexicons of a kind the package has, with the ids of their entries: an import replaces none of them by accident. */
async function idsOfPackage(kind: string) {
  const [{ parseLexicons }, { builtInLexicons }, { itemsIn }] = await Promise.all([
    import('../../lexicon/load.js'),
    import('../../lexicon/sources.js'),
    import('../../lexicon/amend.js'),
  ]);
  const parsed = (await parseLexicons(builtInLexicons(), true)).filter(({ data }) => data.kind === kind);
  return {
    files: new Set(parsed.map(({ data }) => data.id)),
    entries: new Set(parsed.flatMap(each => [...itemsIn(each)].map(({ id }) => id))),
  };
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
