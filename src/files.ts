import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** Files below a folder, as paths from there with `/`, in the order of their names; without hidden ones. */
export function filesBelow(root: string, accepts: (name: string) => boolean, below = ''): string[] {
  return readdirSync(join(root, below), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = below + entry.name;
      if (entry.isDirectory()) return filesBelow(root, accepts, `${path}/`);
      return accepts(entry.name) ? [path] : [];
    });
}

/** What the names of a folder's files begin with in reports, which do not reveal the machine: that folder and no other. */
export const folderName = (path: string): string =>
  /^[./\\]*$/.test(path) ? '' : `${basename(resolve(path))}/`;
