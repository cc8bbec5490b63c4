import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FaultList, type InputError, InputErrors } from '../errors.js';
import type { Lexicons } from '../model/lexicon.js';
import { packageRoot } from '../package.js';
import { type Assembled, assemble, openLexicons } from './assemble.js';
import { type LexiconData, type LexiconSource, type ParsedLexicon, parseLexicon } from './file.js';
import { settle } from './overrides.js';
import { builtInLexicons, digestOf, readLexiconFiles } from './sources.js';

/** Written by `npm run build`: the package's own lexicons together, so that a start parses and lays out nothing. */
const assembledPath: string = join(packageRoot, 'dist', 'lexicons.json');
/** Likewise: each file's data by its digest, for when others are added to them. */
const parsedPath: string = join(packageRoot, 'dist', 'lexicon-files.json');

const readIfThere = <T>(path: string): T | undefined =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined;

/** The data of the package's own lexicons by their digests, for those unchanged since `npm run build`. */
const asBuilt = (): Readonly<Record<string, LexiconData>> => readIfThere(parsedPath) ?? {};

/** What `npm run build` writes of the package's own lexicons. */
export function writeCompiled(parsed: readonly ParsedLexicon[]): void {
  writeFileSync(assembledPath, JSON.stringify(assemble(settle(parsed))));
  writeFileSync(
    parsedPath,
    JSON.stringify(Object.fromEntries(parsed.map(({ source, data }) => [digestOf(source.text), data]))),
  );
}

/** Reads every file, taking the compiled form where the text is the one that was compiled. */
export async function parseLexicons(
  sources: readonly LexiconSource[],
  built = false,
): Promise<ParsedLexicon[]> {
  const compiled = built ? asBuilt() : {};
  const parsed: ParsedLexicon[] = [];
  const faults = new FaultList();
  for (const source of sources)
    try {
      const data = compiled[digestOf(source.text)];
      parsed.push(data === undefined ? await parseLexicon(source) : { source, data });
    } catch (error) {
      faults.take(error, source.path);
    }
  faults.throwAny();
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
  // The last file is AFINN, which has no source file.
  if (
    ready?.files.length === digests.length + 1 &&
    digests.every((digest, i) => digest === ready.files[i]?.digest)
  )
    return openLexicons(ready);
  const parsed = await parseLexicons(sources, true);
  const { checkTogether } = await import('./authoring/check.js');
  const settled = settle(parsed);
  const faults = await checkTogether(settled);
  if (faults.length > 0) throw new InputErrors(faults);
  return openLexicons(assemble(settled));
}

/** As `buildLexicons`, with one terminology lexicon, and no other, of whatever data could be had. */
export async function buildAround(
  sources: readonly LexiconSource[],
  lexicon: ParsedLexicon,
): Promise<Lexicons> {
  const parsed = await parseLexicons(sources, true);
  const others = parsed.filter(({ data }) => data.kind !== 'terminology');
  return openLexicons(assemble(settle([...others, lexicon])));
}

/**
 * Reads and checks lexicons in every way there is, examples included; the faults, in the order of the files.
 *
 * @param built whether those that are as `npm run build` found them valid are taken to be so
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
  const { checkTogether } = await import('./authoring/check.js');
  const settled = settle(parsed);
  const faults = await checkTogether(settled);
  if (faults.length > 0) return faults;
  const { checkExamples } = await import('./authoring/examples.js');
  const lexicons = openLexicons(assemble(settled));
  const compiled = built ? asBuilt() : {};
  // The examples of a file show all of it, and do not hold where another has taken a form of it.
  const unknown = parsed.filter(
    ({ source }) => compiled[digestOf(source.text)] === undefined && !settled.altered.has(source),
  );
  return (await Promise.all(unknown.map(each => checkExamples(each, lexicons)))).flat();
}
