import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, posix, sep } from 'node:path';
import { FaultList, InputError } from '../errors.js';
import { filesBelow, folderName } from '../files.js';
import { packageRoot } from '../package.js';
import { CONFIG_NAME } from './config.js';
import type { LexiconSource } from './file.js';
import { isInstalled, isPackageName, missingPackage, packageOf } from './installed.js';
import { decode } from './yaml.js';

export const builtInFolder: string = join(packageRoot, 'lexicons');

export const digestOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);

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
  const faults = new FaultList();
  const texts = new Set(known.map(({ text }) => text));
  const read = new Set<string>();
  const sources: LexiconSource[] = [];
  for (const given of paths)
    try {
      const path = packageOf(given) ?? given;
      const installed = isInstalled(path) ? { installed: true as const } : {};
      for (const { file, name } of lexiconsAt(path)) {
        const real = realpathSync(file);
        const text = decode(readFileSync(file), nameOf(file));
        if (read.has(real) || texts.has(text)) continue;
        read.add(real);
        sources.push({ path: nameOf(file), name, ...installed, text });
      }
    } catch (error) {
      faults.take(error, given);
    }
  faults.throwAny();
  return sources;
}

/** The package's own lexicons; their paths are given from the package, so that reports do not reveal the machine. */
export const builtInLexicons = (): LexiconSource[] =>
  filesIn(builtInFolder).map(name => {
    const file = join(builtInFolder, name);
    return { path: nameOf(file), text: readFileSync(file, 'utf8') };
  });

/** A path in the package from there, others as they were given; with `/` between folders. */
const nameOf = (file: string): string => {
  const inPackage = file.startsWith(builtInFolder + sep) ? file.slice(packageRoot.length + 1) : file;
  return inPackage.split(sep).join(posix.sep);
};

/** The files at a path, and how reports call them: by the file's name, or from the folder on, as articles are called. */
function lexiconsAt(path: string): { readonly file: string; readonly name: string }[] {
  const isThere = existsSync(path);
  if (isThere && !statSync(path).isDirectory()) return [{ file: path, name: basename(path) }];
  const files = isThere ? filesIn(path) : [];
  if (!isThere && isPackageName(path))
    throw new InputError({ path, code: 'lexicon-not-found', ...missingPackage(path) });
  if (files.length === 0)
    throw new InputError({
      path,
      code: 'lexicon-not-found',
      message: isThere ? 'there are no lexicons here' : 'there is no such file or folder',
      hint: isThere
        ? 'Expected files that end in .yaml or .yml; parallax lexicon new TOPIC writes one.'
        : 'Expected a YAML file, or a folder of them.',
    });
  return files.map(name => ({ file: join(path, name), name: folderName(path) + name }));
}

const filesIn = (folder: string): string[] =>
  filesBelow(folder, name => /\.ya?ml$/.test(name) && name !== CONFIG_NAME);
