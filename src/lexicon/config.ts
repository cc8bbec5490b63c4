import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { InputErrors } from '../errors.js';
import { isPackageName, missingPackage, packageOf } from './installed.js';

export const CONFIG_NAME = 'parallax.config.yaml';

/** What a `parallax.config.yaml` adds; its paths are given from the working directory. */
export interface Config {
  readonly path: string;
  readonly lexicons: readonly string[];
  readonly out: string | undefined;
  readonly scorer: ScorerCommand | undefined;
}

/** A program that judges mentions, run in the folder of the file that names it. */
export interface ScorerCommand {
  readonly command: readonly string[];
  /** Seconds. */
  readonly timeout: number;
  readonly folder: string;
  /** Where it is named, 1-based. */
  readonly line: number;
  readonly column: number;
}

/**
 * The nearest `parallax.config.yaml` of a folder or those above it.
 *
 * @throws InputErrors if it is not well formed, or names what is not there
 */
export async function readConfig(from = '.'): Promise<Config | undefined> {
  let folder = resolve(from);
  while (!existsSync(join(folder, CONFIG_NAME))) {
    if (dirname(folder) === folder) return undefined;
    folder = dirname(folder);
  }
  const near = (path: string): string => relative(resolve(from), resolve(folder, path)) || '.';
  const path = near(CONFIG_NAME);
  const [{ decode, readYaml }, { CONFIG_SCHEMA }] = await Promise.all([
    import('./yaml.js'),
    import('./schema.js'),
  ]);
  const file = await readYaml({ path, text: decode(readFileSync(join(folder, CONFIG_NAME)), path) });
  const result = CONFIG_SCHEMA.safeParse(file.value ?? {});
  if (!result.success) {
    const { shapeFaults } = await import('./authoring/shape-faults.js');
    throw new InputErrors(shapeFaults(file, CONFIG_SCHEMA, result.error));
  }
  const { lexicons, out, scorer } = result.data;
  const packaged = lexicons.map(each => packageOf(each, folder));
  const missing = lexicons.flatMap((each, i) => {
    if (packaged[i] !== undefined || existsSync(resolve(folder, each))) return [];
    const { message, hint } = isPackageName(each)
      ? missingPackage(each)
      : {
          message: `there is no file or folder ${JSON.stringify(each)}`,
          hint: 'Paths are relative to the folder of this file.',
        };
    return [file.fault('lexicon-not-found', file.offsetOf(['lexicons', i]), message, hint)];
  });
  if (missing.length > 0) throw new InputErrors(missing);
  return {
    path,
    lexicons: lexicons.map((each, i) => packaged[i] ?? near(each)),
    out: out === undefined ? undefined : near(out),
    scorer: scorer && { ...scorer, folder, ...file.placeOf(file.offsetOf(['scorer', 'command'])) },
  };
}
