import { existsSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';

/** What packages of lexicons are called: parallax-lexicon-ferries, @institute/parallax-lexicon-ferries. */
const PACKAGE_NAME = /^(?:@[\w.-]+\/)?parallax-lexicon-[\w.-]+$/;
const INSTALLED = /(?:^|\/)node_modules\/(?:@[^/]+\/)?parallax-lexicon-[^/]+\/?$/;

export const isPackageName = (name: string): boolean => PACKAGE_NAME.test(name);

/** The folder of a package of lexicons that is installed for a folder, as npm finds it: there or in one above. */
export function packageOf(name: string, from = '.'): string | undefined {
  if (!isPackageName(name) || existsSync(join(from, name))) return undefined;
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name);
    if (existsSync(place)) return relative(resolve('.'), place) || '.';
    if (dirname(folder) === folder) return undefined;
  }
}

/** How to get a package of lexicons that is not there. */
export const missingPackage = (name: string) =>
  ({
    message: `the package of lexicons ${JSON.stringify(name)} is not installed`,
    hint: `npm install ${name}`,
  }) as const;

/** Whether a path is that of an installed package of lexicons. */
export const isInstalled = (path: string): boolean => INSTALLED.test(path.split(sep).join(posix.sep));
