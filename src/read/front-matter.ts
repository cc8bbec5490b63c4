import type { Node } from 'yaml';
import { InputError, InputErrors } from '../errors.js';
import type { Place } from '../model/sorted.js';
import type { Origin } from './fields.js';

interface PlacedFields extends Pick<Origin, 'field'> {
  readonly values: ReadonlyMap<string, string>;
}

interface FrontMatter extends PlacedFields, Pick<Origin, 'firstLine'> {
  readonly body: string;
}

/**
 * Separates a text from the YAML between two lines of `---` at its top. Values are taken as they are written, so that
 * a date stays a date and 0123 stays 0123.
 */
export async function splitFrontMatter(text: string, path: string): Promise<FrontMatter> {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const opening = /^---[ \t]*\n/.exec(source)?.[0];
  if (opening === undefined) return { values: new Map(), body: source, firstLine: 1, field: () => undefined };
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m.exec(source.slice(opening.length));
  if (closing === null)
    throw faultAt(
      path,
      { line: 1, column: 1 },
      'the front matter is not closed',
      'It begins and ends with a line of three hyphens.',
    );
  const yaml = source.slice(opening.length, opening.length + closing.index);
  const end = opening.length + closing.index + closing[0].length;
  return {
    ...(plainFields(yaml) ?? (await yamlFields(yaml, path))),
    body: source.slice(end),
    firstLine: source.slice(0, end).split('\n').length,
  };
}

const faultAt = (path: string, place: Place, message: string, hint: string): InputError =>
  new InputError({ path, ...place, code: 'front-matter', message, hint });

async function yamlFields(yaml: string, path: string): Promise<PlacedFields> {
  const { isMap, isScalar, LineCounter, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false });
  const placeOf = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + 1, column: col };
  };
  if (document.errors.length > 0)
    throw new InputErrors(
      document.errors.map(({ pos, message }) =>
        faultAt(
          path,
          placeOf(pos[0]),
          `the front matter is not valid YAML: ${message}`,
          'Put a value that contains a colon, a hash or a quotation mark in quotation marks.',
        ),
      ),
    );
  if (document.contents !== null && !isMap(document.contents))
    throw faultAt(
      path,
      { line: 2, column: 1 },
      'the front matter has no fields',
      'Expected lines such as: outlet: The Harbour Gazette',
    );
  const values = new Map<string, string>();
  const places = new Map<string, Place>();
  for (const { key, value } of document.contents?.items ?? []) {
    const name = isScalar(key) ? String(key.value) : String(key);
    const place = isScalar(key) && key.range ? placeOf(key.range[0]) : { line: 2, column: 1 };
    places.set(name.toLowerCase(), place);
    if (isScalar(value)) {
      if (value.value !== null)
        values.set(name, typeof value.value === 'string' ? value.value : (value.source ?? ''));
    } else if (value !== null)
      try {
        const plain = (value as Node).toJS(document, { maxAliasCount: 20 });
        values.set(name, JSON.stringify(plain));
      } catch (error) {
        throw faultAt(path, place, (error as Error).message, 'Write out what the aliases stand for.');
      }
  }
  return { values, field: key => places.get(key) };
}

/** A key, and a value that YAML takes as it is: between double quotation marks, or plain and harmless. */
const PLAIN_FIELD = /^([A-Za-z_][\w-]*):[ \t]+(?:("(?:[^"\\\t])*")|([A-Za-z0-9][\w .,/()-]*))[ \t]*$/;
/** Plain values that YAML would take for something other than text. */
const NOT_TEXT = /^(?:null|true|false|yes|no|on|off|[\d.,eExXoO+-]+)$/i;

/** Fields of front matter that is nothing but plain lines, most of it; the YAML library need not be loaded for those. */
function plainFields(yaml: string): PlacedFields | undefined {
  const values = new Map<string, string>();
  const places = new Map<string, Place>();
  for (const [index, line] of yaml.replace(/\n$/, '').split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, key, quoted, plain] = PLAIN_FIELD.exec(line) ?? [];
    if (key === undefined || values.has(key) || (plain !== undefined && NOT_TEXT.test(plain)))
      return undefined;
    values.set(key, quoted === undefined ? (plain as string).trimEnd() : quoted.slice(1, -1));
    places.set(key.toLowerCase(), { line: index + 2, column: 1 });
  }
  return { values, field: key => places.get(key) };
}
