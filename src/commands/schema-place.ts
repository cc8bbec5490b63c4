import { join, posix as paths, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../package.js';

/** A path with `/` between folders. */
export const posix = (path: string): string => path.split(sep).join(paths.sep);

/**
 * The schema as an editor finds it from a file in a folder: a path where the package is in the same project, so that
 * the two move together, else its place on this machine.
 */
export function schemaFrom(folder: string, kind: string): string {
  const schema = join(packageRoot, 'lexicons', 'schema', `${kind}.json`);
  const [above = '', inModules] = schema.split(`${sep}node_modules${sep}`);
  const project = inModules === undefined ? packageRoot : above;
  const path = posix(relative(resolve(folder), schema));
  const together = (resolve(folder) + sep).startsWith(project + sep);
  return together && !/\s/.test(path) ? path : pathToFileURL(schema).href;
}
