import { InputError, InputErrors } from '../errors.js';

export interface FrontMatter {
  readonly values: ReadonlyMap<string, string>;
  readonly body: string;
  /** 1-based line of the file on which the body begins. */
  readonly firstLine: number;
  field(key: string): { readonly line: number; readonly column: number } | undefined;
}

/**
 * Parts a text from the YAML between two lines of `---` at its top. Values are taken as they are written, so that
 * a date stays a date and 0123 stays 0123.
 */
export async function splitFrontMatter(text: string, path: string): Promise<FrontMatter> {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const none: FrontMatter = { values: new Map(), body: source, firstLine: 1, field: () => undefined };
  const opening = /^---[ \t]*\n/.exec(source);
  if (opening === null) return none;
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m.exec(source.slice(opening[0].length));
  if (closing === null)
    throw new InputError({
      path,
      line: 1,
      column: 1,
      code: 'front-matter',
      message: 'the front matter is not closed',
      hint: 'It begins and ends with a line of three hyphens.',
    });
  const yaml = source.slice(opening[0].length, opening[0].length + closing.index);
  const firstLineOf = (before: number): number => source.slice(0, before).split('\n').length;
  const before = opening[0].length + closing.index + closing[0].length;
  const plain = plainFields(yaml);
  if (plain !== undefined) return { ...plain, body: source.slice(before), firstLine: firstLineOf(before) };
  const { isMap, isScalar, LineCounter, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false });
  const placeOf = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + 1, column: col };
  };
  if (document.errors.length > 0)
    throw new InputErrors(
      document.errors.map(
        error =>
          new InputError({
            path,
            ...placeOf(error.pos[0]),
            code: 'front-matter',
            message: `the front matter is not valid YAML: ${error.message}`,
            hint: 'Put a value that holds a colon, a hash or a quotation mark between quotation marks.',
          }),
      ),
    );
  if (document.contents !== null && !isMap(document.contents))
    throw new InputError({
      path,
      line: 2,
      column: 1,
      code: 'front-matter',
      message: 'the front matter holds no fields',
      hint: 'Expected lines such as: outlet: The Harbour Gazette',
    });
  const values = new Map<string, string>();
  const places = new Map<string, { line: number; column: number }>();
  for (const { key, value } of document.contents?.items ?? []) {
    const name = isScalar(key) ? String(key.value) : String(key);
    if (isScalar(key) && key.range) places.set(name.toLowerCase(), placeOf(key.range[0]));
    if (isScalar(value)) {
      if (value.value !== null)
        values.set(name, typeof value.value === 'string' ? value.value : (value.source ?? ''));
    } else if (value !== null) {
      let plain: unknown;
      try {
        plain = (value as { toJS(doc: unknown, options: object): unknown }).toJS(document, {
          maxAliasCount: 20,
        });
      } catch (error) {
        throw new InputError({
          path,
          ...(places.get(name) ?? { line: 2, column: 1 }),
          code: 'front-matter',
          message: (error as Error).message,
          hint: 'Write aliases out.',
        });
      }
      values.set(name, JSON.stringify(plain));
    }
  }
  return {
    values,
    body: source.slice(before),
    firstLine: firstLineOf(before),
    field: key => places.get(key),
  };
}

/** A key, and a value that YAML takes as it stands: between double quotation marks, or plain and harmless. */
const PLAIN_FIELD = /^([A-Za-z_][\w-]*):[ \t]+(?:("(?:[^"\\\t])*")|([A-Za-z0-9][\w .,/()-]*))[ \t]*$/;
/** Plain values that YAML would take for something else than text. */
const NOT_TEXT = /^(?:null|true|false|yes|no|on|off|[\d.,eExXoO+-]+)$/i;

/** Fields of front matter that is nothing but plain lines, most of it; the YAML library need not be loaded for those. */
function plainFields(yaml: string): Pick<FrontMatter, 'values' | 'field'> | undefined {
  const values = new Map<string, string>();
  const lines = new Map<string, number>();
  for (const [index, line] of yaml.replace(/\n$/, '').split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, key, quoted, plain] = PLAIN_FIELD.exec(line) ?? [];
    if (key === undefined || values.has(key) || (plain !== undefined && NOT_TEXT.test(plain)))
      return undefined;
    values.set(key, quoted === undefined ? (plain as string).trimEnd() : quoted.slice(1, -1));
    lines.set(key.toLowerCase(), index + 2);
  }
  return {
    values,
    field: key => {
      const line = lines.get(key);
      return line === undefined ? undefined : { line, column: 1 };
    },
  };
}
