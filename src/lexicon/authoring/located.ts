import type { InputError } from '../../errors.js';
import { getOrAdd } from '../../model/collections.js';
import type { LexiconSource } from '../file.js';
import { readYaml, type YamlFile, type YamlPath } from '../yaml.js';

/** A place in a lexicon file. */
export interface FilePlace {
  readonly source: LexiconSource;
  readonly at: YamlPath;
}

/** Something to say of a place in a lexicon file, before its line and column are looked up. */
export interface Remark extends FilePlace {
  readonly code: string;
  readonly message: string;
  /** Another place, which the message ends with. */
  readonly elsewhere?: FilePlace;
  readonly hint?: string | undefined;
}

/** What lies below a place. */
export const below = ({ source, at }: FilePlace, ...keys: YamlPath): FilePlace => ({
  source,
  at: [...at, ...keys],
});

export const remark = (
  place: FilePlace,
  code: string,
  message: string,
  hint?: string,
  elsewhere?: FilePlace,
): Remark => ({ ...place, code, message, hint, ...(elsewhere && { elsewhere }) });

/** Remarks with their lines and columns; each file is read once more, for its places. */
export async function located(remarks: Iterable<Remark>): Promise<InputError[]> {
  const files = new Map<LexiconSource, Promise<YamlFile>>();
  const fileOf = (source: LexiconSource): Promise<YamlFile> =>
    getOrAdd(files, source, () => readYaml(source, true));
  const nameOf = async ({ source, at }: FilePlace): Promise<string> => {
    const { placeOf, offsetOf } = await fileOf(source);
    const { line, column } = placeOf(offsetOf(at));
    return `${source.path}:${line}:${column}`;
  };
  return Promise.all(
    [...remarks].map(async ({ source, at, code, message, elsewhere, hint }) => {
      const { fault, offsetOf } = await fileOf(source);
      const whole = elsewhere === undefined ? message : `${message} ${await nameOf(elsewhere)}`;
      return fault(code, offsetOf(at), whole, hint);
    }),
  );
}
