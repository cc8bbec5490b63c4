import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, posix, sep } from 'node:path';
import { InputError, InputErrors } from '../errors.js';
import type {
  Concept,
  LexiconFile,
  LexiconKind,
  Lexicons,
  Matcher,
  Party,
  PolarityForm,
} from '../model/lexicon.js';
import { packageRoot } from '../package.js';
import { checkExamples, checkTogether } from './check.js';
import {
  type DataOf,
  entriesOf,
  type FormOf,
  type LexiconData,
  type LexiconSource,
  type ParsedLexicon,
  parseLexicon,
} from './file.js';
import { buildMatcher, type Entry, formKey } from './matcher.js';
import { cutWords } from './words.js';

/** What `npm run build` makes of the package's own files, by digest, so that a start parses no YAML. */
export interface CompiledLexicons {
  readonly files: Readonly<Record<string, LexiconData>>;
  readonly afinn: Readonly<Record<string, number>>;
}

export const compiledPath: string = join(packageRoot, 'dist', 'lexicons.json');
export const builtInFolder: string = join(packageRoot, 'lexicons');

export const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * The lexicon files under the given files and folders, in the order of their paths.
 *
 * @throws InputError if a path does not exist
 */
export function readLexiconFiles(paths: readonly string[]): LexiconSource[] {
  return paths.flatMap(path => {
    if (!existsSync(path))
      throw new InputError({ path, code: 'lexicon-not-found', message: 'there is no such file or folder' });
    const files = statSync(path).isDirectory() ? filesBelow(path) : [path];
    return files.map(file => ({
      path: nameOf(file),
      text: readFileSync(file, 'utf8').replace(/^\uFEFF/, ''),
    }));
  });
}

/** The package's own lexicons; their paths are given from the package, so that reports do not tell the machine. */
export const builtInLexicons = (): LexiconSource[] => readLexiconFiles([builtInFolder]);

const nameOf = (file: string): string => {
  const inPackage = file.startsWith(builtInFolder + sep) ? file.slice(packageRoot.length + 1) : file;
  return inPackage.split(sep).join(posix.sep);
};

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return /\.ya?ml$/.test(entry.name) ? [path] : [];
    });
}

function readCompiled(): CompiledLexicons {
  return existsSync(compiledPath)
    ? (JSON.parse(readFileSync(compiledPath, 'utf8')) as CompiledLexicons)
    : { files: {}, afinn: readAfinn() };
}

/** The valences of AFINN-165 (Nielsen 2011) as the package `sentiment` has them. */
export const readAfinn = (): Record<string, number> =>
  createRequire(import.meta.url)('sentiment/languages/en/labels.json') as Record<string, number>;

/** Reads every file, taking the compiled form where the text is the one that was compiled. */
export async function parseLexicons(
  sources: readonly LexiconSource[],
  compiled: CompiledLexicons,
): Promise<ParsedLexicon[]> {
  const parsed: ParsedLexicon[] = [];
  const faults: InputError[] = [];
  for (const source of sources) {
    const known = compiled.files[digestOf(source.text)];
    if (known !== undefined) parsed.push({ source, data: known });
    else
      try {
        parsed.push(await parseLexicon(source));
      } catch (error) {
        if (error instanceof InputErrors) faults.push(...error.faults);
        else if (error instanceof InputError) faults.push(error);
        else throw error;
      }
  }
  if (faults.length > 0) throw new InputErrors(faults);
  return parsed;
}

/**
 * Builds the lexicons that the passes look words up in: the package's own, and what is given besides.
 *
 * @param extra files or folders with lexicons of the user's
 * @throws InputErrors if a file is not well formed, or a form, an id or a party clashes
 */
export async function loadLexicons(extra: readonly string[] = []): Promise<Lexicons> {
  return buildLexicons([...builtInLexicons(), ...readLexiconFiles(extra)]);
}

/** As `loadLexicons`, from texts. */
export async function buildLexicons(sources: readonly LexiconSource[]): Promise<Lexicons> {
  const compiled = readCompiled();
  const parsed = await parseLexicons(sources, compiled);
  // What was compiled was checked then.
  if (sources.some(({ text }) => compiled.files[digestOf(text)] === undefined)) {
    const faults = await checkTogether(parsed);
    if (faults.length > 0) throw new InputErrors(faults);
  }
  return assemble(parsed, compiled.afinn);
}

/** Reads and checks lexicons in every way there is, examples included; the faults, in the order of the files. */
export async function checkLexicons(sources: readonly LexiconSource[]): Promise<readonly InputError[]> {
  const none: CompiledLexicons = { files: {}, afinn: readAfinn() };
  let parsed: ParsedLexicon[];
  try {
    parsed = await parseLexicons(sources, none);
  } catch (error) {
    if (error instanceof InputErrors) return error.faults;
    throw error;
  }
  const faults = await checkTogether(parsed);
  if (faults.length > 0) return faults;
  const lexicons = assemble(parsed, none.afinn);
  const examples: InputError[] = [];
  for (const { source, data } of parsed)
    if (data.kind === 'terminology') examples.push(...(await checkExamples({ source, data }, lexicons)));
  return examples;
}

function assemble(parsed: readonly ParsedLexicon[], afinn: Readonly<Record<string, number>>): Lexicons {
  const vocabulary = new Map<string, number>();
  const matcher = <K extends LexiconKind>(
    kind: K,
    more: Iterable<Entry<FormOf<K>>> = [],
  ): Matcher<FormOf<K>> => {
    const entries: Entry<FormOf<K>>[] = [];
    for (const { data } of parsed)
      if (data.kind === kind) entries.push(...(entriesOf(data) as Iterable<Entry<FormOf<K>>>));
    return buildMatcher([...entries, ...more], vocabulary);
  };
  const ofKind = <K extends LexiconKind>(kind: K): DataOf<K>[] =>
    parsed.flatMap(({ data }) => (data.kind === kind ? [data as DataOf<K>] : []));

  const parties = new Map<string, Party>();
  for (const data of ofKind('parties')) {
    for (const { id, name } of data.parties) parties.set(id, { id, name, collective: false });
    for (const { id, name } of data.collectives) parties.set(id, { id, name, collective: true });
  }
  const concepts = new Map<string, Concept>();
  for (const data of ofKind('terminology'))
    for (const concept of data.concepts)
      concepts.set(concept.id, { ...concept, parties: data.parties, lexicon: data.id } as Concept);

  const ours = new Set(
    ofKind('polarity').flatMap(({ words }) => words.flatMap(({ forms }) => forms.map(formKey))),
  );
  const general: Entry<PolarityForm>[] = Object.entries(afinn)
    .filter(([word]) => !ours.has(/^[a-z]+$/.test(word) ? word : formKey(word)))
    .map(([form, valence]) => ({ form, value: { valence } }));
  const files: LexiconFile[] = parsed.map(({ source, data }) => ({
    kind: data.kind,
    id: data.id,
    title: data.title,
    path: source.path,
    digest: digestOf(source.text),
  }));
  files.push({
    kind: 'polarity',
    id: 'afinn-165',
    title: 'AFINN-165 (Nielsen 2011), from the package sentiment',
    path: 'sentiment/languages/en/labels.json',
    digest: digestOf(JSON.stringify(afinn)),
  });
  const lexicons = {
    files,
    parties,
    concepts,
    party: matcher('parties'),
    label: matcher('terminology'),
    polarity: matcher('polarity', general),
    cue: matcher('cues'),
    role: matcher('roles'),
    furniture: matcher('furniture'),
  };
  return { ...lexicons, words: (text: string) => cutWords(text, vocabulary) };
}
