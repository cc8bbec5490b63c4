import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { CommandModule } from 'yargs';
import { InputError, InputErrors, UsageError } from '../../errors.js';
import type { LexiconPlan, PlannedParty } from '../../lexicon/authoring/template.js';
import type { Config } from '../../lexicon/config.js';
import type { Lexicons } from '../../model/lexicon.js';
import { lexiconsInForce } from '../in-force.js';
import type { Io } from '../io.js';
import { flagOption, lexiconOption, once } from '../options.js';
import { posix, schemaFrom } from '../schema-place.js';

interface NewArguments {
  topic: string;
  party: string[];
  names: string[];
  about: string[];
  out: string;
  package: boolean;
  lexicon: string[];
}

/** An option that may be given several times, with one text each. */
const texts = (describe: string) =>
  ({ array: true, nargs: 1, type: 'string', default: [] as string[], describe }) as const;

export const create = (io: Io): CommandModule<object, NewArguments> => ({
  command: 'new <topic>',
  describe:
    'Start your own lexicon: prompts for parties and rival names, unless they are given, and writes YAML',
  builder: yargs =>
    yargs
      .positional('topic', {
        type: 'string',
        demandOption: true,
        describe: 'What it is about, such as "ferry row"',
      })
      .option('party', texts('One of the two parties, by name; give it twice'))
      .option(
        'names',
        texts(
          'Rival names for one thing, separated by "/"; before a colon, what they name; may be given several times',
        ),
      )
      .option(
        'about',
        texts(
          'Words that name the topic, separated by "/": the names then count only in articles that name it',
        ),
      )
      .option('out', {
        type: 'string',
        coerce: once<string>('out'),
        default: '.',
        requiresArg: true,
        describe: 'Folder to write to',
      })
      .option(
        'package',
        flagOption('Write a folder that npm installs, parallax-lexicon-TOPIC, to share the lexicon'),
      )
      .option('lexicon', lexiconOption)
      .example('$0 lexicon new "ferry row"', 'Asks for the rest')
      .example(
        '$0 lexicon new "ferry row" --party Northport --party Southport --names "What it is: strike / walkout"',
        'No prompts',
      ),
  handler: args => createFiles(args, io),
});

async function createFiles(given: NewArguments, io: Io): Promise<void> {
  const { party, names, lexicon } = given;
  refuseUsage(party, names, io);
  const [
    { buildLexicons, checkLexicons },
    template,
    { packageFiles, packageName },
    { readSpelling },
    inflection,
    { sources, config },
  ] = await Promise.all([
    import('../../lexicon/load.js'),
    import('../../lexicon/authoring/template.js'),
    import('../../lexicon/authoring/package-files.js'),
    import('../../lexicon/authoring/spelling.js'),
    import('../../lexicon/authoring/inflection.js'),
    lexiconsInForce(lexicon),
  ]);
  const out = given.package ? join(given.out, packageName(given.topic)) : given.out;
  const inForce = sources.map(({ source }) => source);
  const lexicons = await buildLexicons(inForce);
  const known = (name: string): PlannedParty => template.partyNamed(name, lexicons);
  const plan = await completePlan(given, known, io);
  const parties = twoParties(plan, known);
  const inflector = await inflection.readInflector(await readSpelling());
  const otherForms = (name: string): readonly string[] => inflection.otherForms(name, inflector);
  const files = template.writeLexicon(plan, parties, kind => schemaFrom(out, kind), otherForms);
  const written = [...files].map(([name, text]) => ({ path: join(out, name), name, text }));
  const paths = written.map(({ path }) => path);
  refuseTaken(paths, lexicons);
  const faults = await checkLexicons([...inForce, ...written], true);
  if (faults.length > 0) throw new InputErrors(faults);

  if (given.package) {
    const more = [...packageFiles(given.topic)].map(([name, text]) => ({ path: join(out, name), text }));
    refuseTaken(
      more.map(({ path }) => path),
      lexicons,
    );
    writeNew([...written, ...more]);
    io.out(
      packageSteps(
        [...written, ...more].map(({ path }) => path),
        out,
        packageName(given.topic),
      ),
    );
    return;
  }
  const more = config === undefined ? [{ path: 'parallax.config.yaml', text: await configFor(paths) }] : [];
  writeNew([...written, ...more]);
  io.out(nextSteps(paths, parties, config));
}

function refuseUsage(party: readonly string[], names: readonly string[], io: Io): void {
  if (party.length > 2)
    throw new UsageError('Expected --party twice: a lean is computed between two parties.');
  if ((party.length < 2 || names.length === 0) && io.ask === undefined)
    throw new UsageError(
      'There is no terminal to ask at: give --party NAME twice, and --names "one name / another" for each contested thing.',
    );
  distinct(names.map(readConcept));
}

/** The plan that the options give; what they leave open is asked for. */
async function completePlan(
  { topic, party, names, about }: NewArguments,
  known: (name: string) => PlannedParty,
  io: Io,
): Promise<LexiconPlan> {
  const parties = [...party];
  const concepts = names.map(readConcept);
  const topics = about.flatMap(separated);
  const ask = async (question: string): Promise<string> => {
    const answer = await io.ask?.(question);
    if (answer === undefined) throw new UsageError('\nNothing was written.');
    return answer.trim();
  };
  if (parties.length < 2) io.note('Who are the two parties? Reports say which of them a word favours.\n');
  while (parties.length < 2) {
    const name = await ask(`  ${parties.length === 0 ? 'One' : 'The other'}: `);
    if (name === '') continue;
    const found = known(name);
    io.note(
      found.known
        ? `    already known, as ${found.name} (${found.id})\n`
        : '    not known yet: it gets an entry in a parties file\n',
    );
    parties.push(name);
  }
  if (concepts.length === 0) {
    io.note(
      'Which rival names does one thing have? Separate them with "/", such as: strike / walkout / dispute\n',
    );
    for (;;) {
      const answer = await ask(
        concepts.length === 0 ? '  Names: ' : '  Names for another thing (Enter to finish): ',
      );
      if (answer === '' && concepts.length > 0) break;
      if (separated(answer).length < 2) {
        io.note('    at least two names are needed\n');
        continue;
      }
      const { gloss, names: given } = readConcept(answer);
      const said = gloss ?? (await ask('  What do they name? One line for reports (Enter to skip): '));
      concepts.push({ gloss: said === '' ? undefined : said, names: given });
    }
    if (topics.length === 0) {
      io.note('Which words name the topic? The rival names are counted only in articles that name it.\n');
      topics.push(...separated(await ask('  Words, separated by "/" (Enter to count in every article): ')));
    }
  }
  return { topic, parties: parties as [string, string], concepts: distinct(concepts), about: topics };
}

const separated = (text: string): string[] =>
  text
    .split(/[/|,;]/)
    .map(name => name.trim())
    .filter(name => name !== '');

/** `What it is: strike / walkout`; the word that asks for it, or a second colon, is no part of a name. */
function readConcept(text: string): LexiconPlan['concepts'][number] {
  const said = text.replace(/^\s*names\s*:\s/i, '');
  const colon = said.search(/:\s(?!.*:\s)/s);
  const gloss = colon < 0 ? '' : said.slice(0, colon).trim();
  const names = separated(said.slice(colon + 1));
  if (names.length < 2 || gloss.includes('/'))
    throw new UsageError(
      `Expected at least two rival names, separated by "/", and before them at most what they name and a colon: --names ${JSON.stringify(text)}`,
    );
  return { gloss: gloss || undefined, names };
}

/** Without names that are given twice; the marks of examples may not be in names. */
function distinct(concepts: LexiconPlan['concepts']): LexiconPlan['concepts'] {
  const seen = new Set<string>();
  return concepts.map(({ gloss, names }) => {
    for (const name of names) {
      const key = name.toLowerCase().replace(/[\s-]+/g, ' ');
      if (/[[\]]/.test(name) || !/[\p{L}\p{N}]/u.test(name) || name.length > 120)
        throw new UsageError(`Not a word or phrase: ${JSON.stringify(name)}`);
      if (seen.has(key)) throw new UsageError(`The name ${JSON.stringify(name)} is given twice.`);
      seen.add(key);
    }
    return { gloss, names };
  });
}

function twoParties({ parties }: LexiconPlan, known: (name: string) => PlannedParty): PlannedParty[] {
  const [one, other] = parties.map(known) as [PlannedParty, PlannedParty];
  if (one.known && one.id === other.id)
    throw new UsageError(`Both names mean ${one.name}: a lean is computed between two parties.`);
  return [one, one.id === other.id ? { ...other, id: `${other.id}-2` } : other];
}

function refuseTaken(paths: readonly string[], { files }: Lexicons): void {
  const there = paths
    .filter(path => existsSync(path))
    .map(path => ({
      path,
      code: 'exists',
      message: 'this file already exists, and is left as it is',
      hint: 'Choose another topic or another folder: --out DIR.',
    }));
  const ids = paths.map(path => basename(path, '.yaml'));
  const known = files
    .filter(({ kind, id }) => ids.includes(id) && (kind === 'terminology' || kind === 'parties'))
    .map(({ kind, id, path }) => ({
      path,
      code: 'id-twice',
      message: `there is already a ${kind} lexicon ${JSON.stringify(id)}`,
      hint: `Choose another topic, such as "my ${id}", and add to it what that one lacks.`,
    }));
  const faults = there.length > 0 ? there : known;
  if (faults.length > 0) throw new InputErrors(faults.map(fault => new InputError(fault)));
}

/** Writes files that are not there yet; all of them, or none. */
function writeNew(files: readonly { readonly path: string; readonly text: string }[]): void {
  const done: string[] = [];
  for (const { path, text } of files)
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: 'wx' });
      done.push(path);
    } catch (error) {
      for (const each of done) rmSync(each, { force: true });
      throw new InputError({
        path,
        code: 'not-writable',
        message: `cannot write here: ${(error as Error).message}`,
        hint: 'Name another folder with --out.',
      });
    }
}

async function configFor(paths: readonly string[]): Promise<string> {
  const { entry, mapping, texts, writeYaml } = await import('../../lexicon/authoring/write.js');
  const listed = paths.map(path => posix(relative('.', path)));
  return writeYaml(
    mapping(
      `yaml-language-server: $schema=${schemaFrom('.', 'config')}`,
      'What Parallax uses in this folder and all below it; paths are relative to this file.',
      entry('lexicons', texts(listed, { inLines: true })),
      'out: reports   # where reports are written',
    ),
  );
}

const packageSteps = (paths: readonly string[], folder: string, name: string): string =>
  [
    `Written: ${paths.join(', ')}`,
    '',
    'Next:',
    `  1. Fill in what says TO COMPLETE, and in ${join(folder, 'package.json')} the version, the license and who you are.`,
    `  2. parallax lexicon check ${folder}`,
    `  3. npm pack ./${posix(folder)}   makes a file that others can install, npm publish ./${posix(folder)} puts it on npm`,
    `  4. npm install ./${posix(folder)}   and "lexicons: [${name}]" in parallax.config.yaml`,
    '',
  ].join('\n');

const isIn = (path: string, folder: string): boolean => resolve(path).startsWith(resolve(folder) + sep);

function nextSteps(
  paths: readonly string[],
  parties: readonly PlannedParty[],
  config: Config | undefined,
): string {
  const words = paths.at(-1) as string;
  const inForce =
    config === undefined || paths.every(path => config.lexicons.some(folder => isIn(path, folder)));
  const added = parties.filter(({ known }) => !known).map(({ name }) => name);
  const written = config === undefined ? [...paths, 'parallax.config.yaml'] : paths;
  const news =
    added.length > 0 ? [`New parties: ${added.join(', ')}. Add their other names in ${paths[0]}.`] : [];
  return [
    `Written: ${written.join(', ')}`,
    ...news,
    '',
    config === undefined
      ? 'parallax.config.yaml makes Parallax use them in this folder and all below it.'
      : inForce
        ? `They are already in use: ${config.path} lists them.`
        : `To use them, add them to "lexicons" in ${config.path}, or give --lexicon ${paths.join(' --lexicon ')}.`,
    'Next:',
    `  1. Open ${words} and fill in what says TO COMPLETE: sources, further forms, examples.`,
    `  2. parallax lexicon check ${inForce ? '' : paths.join(' ')}`.trimEnd(),
    `  3. parallax lexicon try ${words} ARTICLES   what it matches, and what it nearly matches`,
    '  4. parallax report ARTICLES',
    '',
  ].join('\n');
}
