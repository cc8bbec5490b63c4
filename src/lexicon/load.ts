import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, posix, relative, resolve, sep } from 'node:path';
import { InputError, InputErrors } from '../errors.js';
import type {
  Concept,
  Fact,
  FactForm,
  LexiconFile,
  LexiconKind,
  Lexicons,
  LoadedWeights,
  NameWord,
  Party,
  PolarityForm,
  SentimentWeights,
} from '../model/lexicon.js';
import { packageRoot } from '../package.js';
import { checkExamples, checkTogether } from './authoring/check.js';
import { CONFIG_NAME } from './config.js';
import { conceptsOf } from './extend.js';
import { factEntries, factFinder } from './facts.js';
import {
  type DataOf,
  entriesOf,
  type FormOf,
  type LexiconData,
  type LexiconSource,
  type ParsedLexicon,
  parseLexicon,
} from './file.js';
import { openLabels, type Reading, readingsOf, together } from './labels.js';
import { type Entry, formKey, layTrie, openMatcher, type Trie } from './matcher.js';
import { cutWords } from './words.js';
import { decode } from './yaml.js';

/** Lexicons put together, as plain data: all that `open` needs. */
export interface Assembled {
  readonly files: readonly LexiconFile[];
  readonly parties: readonly Party[];
  readonly concepts: readonly Concept[];
  readonly vocabulary: readonly string[];
  readonly tries: { readonly [K in Exclude<LexiconKind, 'terminology'>]: Trie<FormOf<K>> };
  readonly labels: Trie<readonly Reading[]>;
  readonly topics: Trie<readonly string[]>;
  readonly facts: readonly Fact[];
  readonly factTrie: Trie<FactForm>;
  readonly endings: readonly (readonly [string, string])[];
  readonly names: Readonly<Record<NameWord, readonly string[]>>;
}

/** Written by `npm run build`: the package's own lexicons together, so that a start parses and lays out nothing. */
const assembledPath: string = join(packageRoot, 'dist', 'lexicons.json');
/** Likewise: each file's data by its digest, for when others are added to them. */
const parsedPath: string = join(packageRoot, 'dist', 'lexicon-files.json');

export const builtInFolder: string = join(packageRoot, 'lexicons');

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * The lexicon files under the given files and folders, in the order of their paths; a file that is named twice, or whose
 * copy the package has, is there once.
 *
 * @throws InputErrors if a path does not exist, cannot be read or holds no lexicon
 */
export function readLexiconFiles(
  paths: readonly string[],
  known: readonly LexiconSource[] = [],
): LexiconSource[] {
  const faults: InputError[] = [];
  const texts = new Set(known.map(({ text }) => text));
  const read = new Set<string>();
  const sources: LexiconSource[] = [];
  for (const path of paths)
    try {
      for (const { file, name } of lexiconsAt(path)) {
        const real = realpathSync(file);
        const text = decode(readFileSync(file), nameOf(file));
        if (read.has(real) || texts.has(text)) continue;
        read.add(real);
        sources.push({ path: nameOf(file), name, text });
      }
    } catch (error) {
      if (error instanceof InputError) faults.push(error);
      else if (error instanceof Error && 'syscall' in error)
        faults.push(
          new InputError({
            path,
            code: 'lexicon-not-readable',
            message: `cannot read this: ${error.message.replace(/^[A-Z]+: |,.*$/g, '')}`,
          }),
        );
      else throw error;
    }
  if (faults.length > 0) throw new InputErrors(faults);
  return sources;
}

/** The package's own lexicons; their paths are given from the package, so that reports do not tell the machine. */
export const builtInLexicons = (): LexiconSource[] =>
  filesBelow(builtInFolder).map(file => ({ path: nameOf(file), text: readFileSync(file, 'utf8') }));

/** A path in the package from there, others as they were given; with `/` between folders. */
const nameOf = (file: string): string => {
  const inPackage = file.startsWith(builtInFolder + sep) ? file.slice(packageRoot.length + 1) : file;
  return inPackage.split(sep).join(posix.sep);
};

/** The files at a path, and how reports call them: by the file's name, or from the folder on, as articles are called. */
function lexiconsAt(path: string): { readonly file: string; readonly name: string }[] {
  if (!existsSync(path))
    throw new InputError({
      path,
      code: 'lexicon-not-found',
      message: 'there is no such file or folder',
      hint: 'Expected a YAML file, or a folder of them.',
    });
  if (!statSync(path).isDirectory()) return [{ file: path, name: basename(path) }];
  const files = filesBelow(path);
  if (files.length === 0)
    throw new InputError({
      path,
      code: 'lexicon-not-found',
      message: 'there are no lexicons here',
      hint: 'Expected files that end in .yaml or .yml; parallax lexicon new TOPIC writes one.',
    });
  const folder = /^[./\\]*$/.test(path) ? '' : `${basename(resolve(path))}/`;
  return files.map(file => ({
    file,
    name: folder + relative(path, file).split(sep).join(posix.sep),
  }));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules' && name !== CONFIG_NAME)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return /\.ya?ml$/.test(entry.name) ? [path] : [];
    });
}

const readIfThere = <T>(path: string): T | undefined =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined;

/** The data of the package's own lexicons by their digests, as far as they are as they were at `npm run build`. */
const asBuilt = (): Readonly<Record<string, LexiconData>> => readIfThere(parsedPath) ?? {};

/** What `npm run build` writes of the package's own lexicons. */
export function writeCompiled(assembled: Assembled, parsed: readonly ParsedLexicon[]): void {
  writeFileSync(assembledPath, JSON.stringify(assembled));
  writeFileSync(
    parsedPath,
    JSON.stringify(Object.fromEntries(parsed.map(({ source, data }) => [digestOf(source.text), data]))),
  );
}

/** The valences of AFINN-165 (Nielsen 2011) as the package `sentiment` has them. */
const readAfinn = (): Record<string, number> =>
  createRequire(import.meta.url)('sentiment/languages/en/labels.json') as Record<string, number>;

/** Weights that come with the package, by what they are of; learnt by `npm run train:...`. */
const WEIGHTS = {
  sentiment: 'Weights of the sentiment classifier',
  loaded: 'Weights of the judge of loaded words',
} as const;

interface WeightsFile<T> {
  readonly file: LexiconFile;
  /** Parsed when first asked for. */
  readonly weights: () => T;
}
const weightsFiles = new Map<string, WeightsFile<unknown>>();

function readWeights<T>(id: keyof typeof WEIGHTS): WeightsFile<T> {
  const known = weightsFiles.get(id);
  if (known !== undefined) return known as WeightsFile<T>;
  const path = `models/${id}.json`;
  const text = readFileSync(join(packageRoot, path), 'utf8');
  let weights: T | undefined;
  const read = {
    file: { kind: 'weights', id, title: WEIGHTS[id], path, digest: digestOf(text) },
    weights: () => {
      weights ??= JSON.parse(text) as T;
      return weights;
    },
  } as const;
  weightsFiles.set(id, read);
  return read;
}

/** Reads every file, taking the compiled form where the text is the one that was compiled. */
export async function parseLexicons(
  sources: readonly LexiconSource[],
  built = false,
): Promise<ParsedLexicon[]> {
  const compiled = built ? asBuilt() : {};
  const parsed: ParsedLexicon[] = [];
  const faults: InputError[] = [];
  for (const source of sources) {
    const known = compiled[digestOf(source.text)];
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
  const builtIn = builtInLexicons();
  return buildLexicons([...builtIn, ...readLexiconFiles(extra, builtIn)]);
}

/** As `loadLexicons`, from texts. */
export async function buildLexicons(sources: readonly LexiconSource[]): Promise<Lexicons> {
  const digests = sources.map(({ text }) => digestOf(text));
  const ready = readIfThere<Assembled>(assembledPath);
  // The last file is AFINN, which no source stands for.
  if (
    ready?.files.length === digests.length + 1 &&
    digests.every((digest, i) => digest === ready.files[i]?.digest)
  )
    return open(ready);
  const parsed = await parseLexicons(sources, true);
  const faults = await checkTogether(parsed);
  if (faults.length > 0) throw new InputErrors(faults);
  return open(assemble(parsed));
}

/** As `buildLexicons`, with one terminology lexicon, and no other, of whatever data could be had. */
export async function buildAround(
  sources: readonly LexiconSource[],
  source: LexiconSource,
  data: DataOf<'terminology'>,
): Promise<Lexicons> {
  const parsed = await parseLexicons(sources, true);
  return open(assemble([...parsed.filter(each => each.data.kind !== 'terminology'), { source, data }]));
}

/**
 * Reads and checks lexicons in every way there is, examples included; the faults, in the order of the files.
 *
 * @param built whether those that are as `npm run build` found them sound are taken to be so
 */
export async function checkLexicons(
  sources: readonly LexiconSource[],
  built = false,
): Promise<readonly InputError[]> {
  let parsed: ParsedLexicon[];
  try {
    parsed = await parseLexicons(sources, built);
  } catch (error) {
    if (error instanceof InputErrors) return error.faults;
    throw error;
  }
  const faults = await checkTogether(parsed);
  if (faults.length > 0) return faults;
  const lexicons = open(assemble(parsed));
  const compiled = built ? asBuilt() : {};
  const examples: InputError[] = [];
  for (const each of parsed)
    if (compiled[digestOf(each.source.text)] === undefined)
      examples.push(...(await checkExamples(each, lexicons)));
  return examples;
}

/** Lays out lexicons that were checked. */
export function assemble(parsed: readonly ParsedLexicon[]): Assembled {
  const ofKind = <K extends LexiconKind>(kind: K): DataOf<K>[] =>
    parsed.flatMap(({ data }) => (data.kind === kind ? [data as DataOf<K>] : []));
  const vocabulary = new Map<string, number>();
  const entries = <K extends LexiconKind>(kind: K): Entry<FormOf<K>>[] =>
    ofKind(kind).flatMap(data => [...(entriesOf(data) as Iterable<Entry<FormOf<K>>>)]);
  const trie = <K extends LexiconKind>(kind: K, more: Iterable<Entry<FormOf<K>>> = []): Trie<FormOf<K>> =>
    layTrie([...entries(kind), ...more], vocabulary);
  const parties = ofKind('parties').flatMap(data => [
    ...data.parties.map(({ id, name }) => ({ id, name, collective: false })),
    ...data.collectives.map(({ id, name }) => ({ id, name, collective: true })),
  ]);
  const concepts = conceptsOf(parsed);
  const afinn = readAfinn();
  const ours = new Set(
    ofKind('polarity').flatMap(({ words }) => words.flatMap(({ forms }) => forms.map(formKey))),
  );
  const general: Entry<PolarityForm>[] = Object.entries(afinn)
    .filter(([word]) => !ours.has(formKey(word)))
    .map(([form, valence]) => ({ form, value: { valence } }));
  const files: LexiconFile[] = parsed.map(({ source, data }) => ({
    kind: data.kind,
    id: data.id,
    title: data.title,
    path: source.name ?? source.path,
    digest: digestOf(source.text),
  }));
  files.push({
    kind: 'polarity',
    id: 'afinn-165',
    title: 'AFINN-165 (Nielsen 2011), from the package sentiment',
    path: 'sentiment/languages/en/labels.json',
    digest: digestOf(JSON.stringify(afinn)),
  });
  const tries = {
    parties: trie('parties'),
    polarity: trie('polarity', general),
    cues: trie('cues'),
    roles: trie('roles'),
    events: trie('events'),
    furniture: trie('furniture'),
    variants: trie('variants'),
    loaded: trie('loaded'),
    certainty: trie('certainty'),
  };
  const about = ofKind('terminology').flatMap(({ id, about = [] }) =>
    about.map((form): Entry<string> => ({ form, value: id })),
  );
  const labels = layTrie(together(concepts.flatMap(concept => [...readingsOf(concept)])), vocabulary);
  const topics = layTrie(together(about), vocabulary);
  const facts: Fact[] = ofKind('terminology').flatMap(({ facts: some }) =>
    some.map(({ examples: _, ...fact }) => fact),
  );
  const factTrie = layTrie(factEntries(facts), vocabulary);
  const endings = ofKind('variants').flatMap(data => data.endings);
  const nameWords = (kind: NameWord): string[] =>
    ofKind('roles').flatMap(({ names: some }) => some?.[kind].map(word => word.toLowerCase()) ?? []);
  const names = {
    heads: nameWords('heads'),
    matters: nameWords('matters'),
    particles: nameWords('particles'),
  };
  return {
    files,
    parties,
    concepts,
    vocabulary: [...vocabulary.keys()],
    tries,
    labels,
    topics,
    facts,
    factTrie,
    endings,
    names,
  };
}

function open(assembled: Assembled): Lexicons {
  const { files, parties, concepts, vocabulary, tries, labels, topics, facts, factTrie, endings, names } =
    assembled;
  const numbers = new Map(vocabulary.map((word, i) => [word, i]));
  const sentiment = readWeights<SentimentWeights>('sentiment');
  const loaded = readWeights<LoadedWeights>('loaded');
  return {
    files: [...files, sentiment.file, loaded.file],
    parties: new Map(parties.map(party => [party.id, party])),
    concepts: new Map(concepts.map(concept => [concept.id, concept])),
    words: text => cutWords(text, numbers),
    party: openMatcher(tries.parties),
    label: openLabels(openMatcher(labels)),
    topic: openMatcher(topics),
    polarity: openMatcher(tries.polarity),
    cue: openMatcher(tries.cues),
    role: openMatcher(tries.roles),
    event: openMatcher(tries.events),
    furniture: openMatcher(tries.furniture),
    get sentiment() {
      return sentiment.weights();
    },
    variant: openMatcher(tries.variants),
    loaded: openMatcher(tries.loaded),
    get loadedWeights() {
      return loaded.weights();
    },
    certainty: openMatcher(tries.certainty),
    endings,
    names: {
      heads: new Set(names.heads),
      matters: new Set(names.matters),
      particles: new Set(names.particles),
    },
    facts: new Map(facts.map(fact => [fact.id, fact])),
    factsIn: factFinder(facts, openMatcher(factTrie)),
  };
}
