import type { Document, LineCounter } from 'yaml';
import { InputError, InputErrors } from '../errors.js';

/** A place in YAML: keys and indexes from the top. */
export type YamlPath = readonly PropertyKey[];

/** A YAML file that was read, and the places in it. */
export interface YamlFile {
  readonly path: string;
  readonly text: string;
  readonly value: unknown;
  /** Offset of what is at a path, or of the nearest thing above it that exists. */
  offsetOf(at: YamlPath): number;
  /** Offset of a key of the mapping at a path. */
  offsetOfKey(at: YamlPath, key: string): number;
  /** Line and column (1-based) of an offset. */
  placeOf(offset: number): { readonly line: number; readonly column: number };
  /** A fault at an offset. */
  fault(code: string, offset: number, message: string, hint?: string): InputError;
}

interface YamlNode {
  readonly range?: readonly number[] | null;
  readonly value?: unknown;
}

/**
 * Reads YAML. Loads the library, so only when needed.
 *
 * @param lenient takes what can be read of a file that has faults
 * @throws InputErrors if the file is not YAML
 */
export async function readYaml(
  source: { readonly path: string; readonly text: string },
  lenient = false,
): Promise<YamlFile> {
  const { LineCounter, parseDocument } = await import('yaml');
  const { path, text } = source;
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error' });
  const file = { text, ...placesIn(document, lineCounter, path) };
  if (!lenient && text.includes('\0')) throw notText(path);
  // An alias without an anchor is only found when it is looked for.
  if (!lenient && (document.errors.length + document.warnings.length > 0 || text.includes('*'))) {
    const { faultsOfYaml } = await import('./authoring/yaml-faults.js');
    const faults = faultsOfYaml(document, text).map(({ at, message, hint }) =>
      file.fault('lexicon-yaml', at, `not valid YAML: ${message}`, hint),
    );
    if (faults.length > 0) throw new InputErrors(faults);
  }
  try {
    return { ...file, value: document.toJS({ maxAliasCount: 20 }) };
  } catch (error) {
    if (lenient) return { ...file, value: undefined };
    throw file.fault(
      'lexicon-yaml',
      0,
      `this YAML cannot be used: ${(error as Error).message}`,
      'Write out what the aliases stand for.',
    );
  }
}

function placesIn(
  document: Document,
  lineCounter: LineCounter,
  path: string,
): Omit<YamlFile, 'text' | 'value'> {
  const placeOf = (offset: number) => {
    const { line, col: column } = lineCounter.linePos(offset);
    return { line, column };
  };
  const offsetOf = (at: YamlPath): number => {
    for (let length = at.length; length > 0; length--) {
      const node = document.getIn(at.slice(0, length) as unknown[], true) as YamlNode | undefined;
      if (node?.range) return node.range[0] as number;
    }
    return (document.contents as YamlNode | null)?.range?.[0] ?? 0;
  };
  return {
    path,
    placeOf,
    offsetOf,
    offsetOfKey: (at, key) => {
      const mapping = at.length === 0 ? document.contents : document.getIn([...at], true);
      const pair = (mapping as { items?: readonly { readonly key: YamlNode }[] } | undefined)?.items?.find(
        each => String(each.key.value) === key,
      );
      return pair?.key.range?.[0] ?? offsetOf(at);
    },
    fault: (code, offset, message, hint) => new InputError({ path, ...placeOf(offset), code, message, hint }),
  };
}

/** For bytes that are no text at all. */
const notText = (path: string): InputError =>
  new InputError({
    path,
    code: 'not-text',
    message: 'this is not a text file',
    hint: 'Expected a YAML file, saved as plain text in UTF-8.',
  });

/**
 * Text of a file's bytes, which must be UTF-8: a wrong letter in a form would match nothing, in silence.
 *
 * @throws InputError at the first byte that is not UTF-8
 */
export function decode(bytes: Uint8Array, path: string): string {
  if (bytes.includes(0)) throw notText(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const before = text.slice(0, Math.max(0, text.indexOf('\uFFFD'))).split('\n');
    throw new InputError({
      path,
      line: before.length,
      column: (before.at(-1) as string).length + 1,
      code: 'not-utf8',
      message: 'this character is not valid UTF-8',
      hint: 'Save the file as UTF-8: editors offer it under “Save as” or “Save with encoding”.',
    });
  }
}
