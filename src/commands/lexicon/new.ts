import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CommandModule } from 'yargs';
import { InputError, InputErrors, UsageError } from '../../errors.js';
import type { Plan, PlannedParty } from '../../lexicon/authoring/template.js';
import type { Config } from '../../lexicon/config.js';
import type { Lexicons } from '../../model/lexicon.js';
import { packageRoot } from '../../package.js';
import { lexiconsInForce } from '../in-force.js';
import type { Io } from '../io.js';
import { lexiconOption, once } from '../options.js';

interface Arguments {
  topic: string;
  party: string[];
  names: string[];
  about: string[];
  out: string;
  lexicon: string[];
}

export const create = (io: Io): CommandModule<object, Arguments> => ({
  command: 'new <topic>',
  describe: 'Begin a lexicon of your own: asks for parties and rival names, or takes them, and writes YAML',
  builder: yargs =>
    yargs
      .positional('topic', {
        type: 'string',
        demandOption: true,
        describe: 'What it is about, such as "ferry row"',
      })
      .option('party', {
        array: true,
        nargs: 1,
        type: 'string',
        default: [] as string[],
        describe: 'One of the two parties, by its name; give it twice',
      })
      .option('names', {
        array: true,
        nargs: 1,
        type: 'string',
        default: [] as string[],
        describe:
          'Rival names for one thing, parted by "/"; before a colon, what they name; may be given several times',
      })
      .option('about', {
        array: true,
        nargs: 1,
        type: 'string',
        default: [] as string[],
        requiresArg: true,
        describe:
          'Words that name the topic, parted by "/": the names then count only in articles that name it',
      })
      .option('out', {
        type: 'string',
        coerce: once<string>('out'),
        default: '.',
        requiresArg: true,
        describe: 'Folder to write to',
      })
      .option('lexicon', lexiconOption)
      .example('$0 lexicon new "ferry row"', 'Asks for the rest')
      .example(
        '$0 lexicon new "ferry row" --party Northport --party Southport --names "What it is: strike / walkout"',
        'Asks nothing',
      ),
  handler: async ({ topic, party, names, about, out, lexicon }) => {
    refuseUsage(party, names, io);
    const [{ buildLexicons, checkLexicons }, template, { sources, config }] = await Promise.all([
      import('../../lexicon/load.js'),
      import('../../lexicon/authoring/template.js'),
      lexiconsInForce(lexicon),
    ]);
    const inForce = sources.map(({ source }) => source);
    const lexicons = await buildLexicons(inForce);
    const known = (name: string): PlannedParty => template.partyNamed(name, lexicons);
    const plan = await completePlan({ topic, party, names, about }, known, io);
    const parties = twoParties(plan, known);
    const files = template.writeLexicon(plan, parties, kind => schemaFrom(out, kind));
    const paths = [...files.keys()].map(name => join(out, name));
    refuseTaken(paths, files, lexicons);
    const written = [...files].map(([name, text]) => ({ path: join(out, name), text }));
    const faults = await checkLexicons([...inForce, ...written], true);
    if (faults.length > 0) throw new InputErrors(faults);

    const more = config === undefined ? [{ path: 'parallax.config.yaml', text: configFor(paths) }] : [];
    writeNew([...written, ...more]);
    io.out(nextSteps(paths, parties, config));
  },
});

function refuseUsage(party: readonly string[], names: readonly string[], io: Io): void {
  if (party.length > 2)
    throw new UsageError('Expected --party twice: a lean is reckoned between two parties.');
  if ((party.length < 2 || names.length === 0) && io.ask === undefined)
    throw new UsageError(
      'Nobody can be asked here: give --party NAME twice, and --names "one name / another" for each contested thing.',
    );
  distinct(names.map(readConcept));
}

/** The plan that the options give; what they leave open is asked for. */
async function completePlan(
  { topic, party, names, about }: Pick<Arguments, 'topic' | 'party' | 'names' | 'about'>,
  known: (name: string) => PlannedParty,
  io: Io,
): Promise<Plan> {
  const parties = [...party];
  const concepts = names.map(readConcept);
  const topics = about.flatMap(parted);
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
        ? `    known already, as ${found.name} (${found.id})\n`
        : '    not known yet: it gets an entry in a file of parties\n',
    );
    parties.push(name);
  }
  if (concepts.length === 0) {
    io.note('Which names rival for one thing? Part them by "/", such as: strike / walkout / dispute\n');
    for (;;) {
      const answer = await ask(
        concepts.length === 0 ? '  Names: ' : '  Names for another thing (Enter: no more): ',
      );
      if (answer === '' && concepts.length > 0) break;
      if (parted(answer).length < 2) {
        io.note('    two names or more are needed\n');
        continue;
      }
      const gloss = await ask('  What do they name? One line for reports (Enter: leave it): ');
      concepts.push({ gloss: gloss === '' ? undefined : gloss, names: parted(answer) });
    }
    if (topics.length === 0) {
      io.note(
        'Which words name the topic? In articles that name none of them the rival names are not counted.\n',
      );
      topics.push(...parted(await ask('  Words, parted by "/" (Enter: count them in every article): ')));
    }
  }
  return { topic, parties: parties as [string, string], concepts: distinct(concepts), about: topics };
}

const parted = (text: string): string[] =>
  text
    .split(/[/|,;]/)
    .map(name => name.trim())
    .filter(name => name !== '');

function readConcept(text: string): Plan['concepts'][number] {
  const [, gloss, list] = /^(?:([^:]*):\s)?(.*)$/s.exec(text) as RegExpExecArray;
  const names = parted(list as string);
  if (names.length < 2)
    throw new UsageError(`Expected two rival names or more, parted by "/": --names ${JSON.stringify(text)}`);
  return { gloss: gloss?.trim() || undefined, names };
}

/** Without names that are given twice; the marks of examples may not stand in names. */
function distinct(concepts: Plan['concepts']): Plan['concepts'] {
  const seen = new Set<string>();
  return concepts.map(({ gloss, names }) => {
    for (const name of names) {
      const key = name.toLowerCase().replace(/[\s-]+/g, ' ');
      if (/[[\]]/.test(name) || !/[\p{L}\p{N}]/u.test(name) || name.length > 120)
        throw new UsageError(`This is no word or phrase: ${JSON.stringify(name)}`);
      if (seen.has(key)) throw new UsageError(`The name ${JSON.stringify(name)} is given twice.`);
      seen.add(key);
    }
    return { gloss, names };
  });
}

function twoParties({ parties }: Plan, known: (name: string) => PlannedParty): PlannedParty[] {
  const [one, other] = parties.map(known) as [PlannedParty, PlannedParty];
  if (one.known && one.id === other.id)
    throw new UsageError(`Both names mean ${one.name}: a lean is reckoned between two parties.`);
  return [one, one.id === other.id ? { ...other, id: `${other.id}-2` } : other];
}

/**
 * The schema as an editor finds it from a file in a folder: a path where the package stands in the same project, so that
 * the two move together, else its place on this machine.
 */
function schemaFrom(folder: string, kind: string): string {
  const schema = join(packageRoot, 'lexicons', 'schema', `${kind}.json`);
  const project = (schema.split(`${sep}node_modules${sep}`)[0] as string) + sep;
  const path = relative(resolve(folder), schema).split(sep).join('/');
  const together = schema.includes(`${sep}node_modules${sep}`)
    ? (resolve(folder) + sep).startsWith(project)
    : (resolve(folder) + sep).startsWith(packageRoot + sep);
  return together && !/\s/.test(path) ? path : pathToFileURL(schema).href;
}

function refuseTaken(
  paths: readonly string[],
  files: ReadonlyMap<string, string>,
  { files: inForce }: Lexicons,
): void {
  const faults = paths
    .filter(path => existsSync(path))
    .map(
      path =>
        new InputError({
          path,
          code: 'exists',
          message: 'this file is there already, and is left as it is',
          hint: 'Choose another topic or another folder: --out DIR.',
        }),
    );
  const ids = [...files.keys()].map(name => name.replace(/\.yaml$/, ''));
  for (const { kind, id, path } of inForce)
    if (faults.length === 0 && ids.includes(id) && (kind === 'terminology' || kind === 'parties'))
      faults.push(
        new InputError({
          path,
          code: 'id-twice',
          message: `a ${kind} lexicon ${JSON.stringify(id)} is in force already`,
          hint: `Choose another topic, such as "my ${id}", and add to it what that one lacks.`,
        }),
      );
  if (faults.length > 0) throw new InputErrors(faults);
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

const posix = (path: string): string => path.split(sep).join('/');

const configFor = (paths: readonly string[]): string =>
  [
    `# yaml-language-server: $schema=${schemaFrom('.', 'config')}`,
    '# What is in force for Parallax in this folder and all below it; paths are given from here.',
    'lexicons:',
    ...paths.map(path => `  - ${JSON.stringify(posix(relative('.', path)))}`),
    '# out: reports   # where reports are written',
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
  return [
    `Written: ${[...paths, ...(config === undefined ? ['parallax.config.yaml'] : [])].join(', ')}`,
    ...(added.length === 0
      ? []
      : [`New parties: ${added.join(', ')}. Add their other names in ${paths[0]}.`]),
    '',
    config === undefined
      ? 'parallax.config.yaml puts them in force for this folder and all below it.'
      : inForce
        ? `${config.path} has them in force already.`
        : `To put them in force, add them to "lexicons" in ${config.path}, or give --lexicon ${paths.join(' --lexicon ')}.`,
    'Next:',
    `  1. Open ${words} and fill in what says TO COMPLETE: sources, further forms, examples.`,
    `  2. parallax lexicon check ${inForce ? '' : paths.join(' ')}`.trimEnd(),
    `  3. parallax lexicon try ${words} ARTICLES   what it matches, and what it nearly does`,
    '  4. parallax report ARTICLES',
    '',
  ].join('\n');
}
