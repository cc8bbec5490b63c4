import type { Document, YAMLError } from 'yaml';
import type { z } from 'zod';
import { InputError, InputErrors } from '../errors.js';
import { expectedOneOf, nearest } from './authoring/nearest.js';

/** Where in the YAML something stands: keys and indexes from the top. */
export type YamlPath = readonly PropertyKey[];

/** A YAML file that was read, and where things stand in it. */
export interface YamlFile {
  readonly path: string;
  readonly text: string;
  readonly value: unknown;
  /** Offset of what stands at a path, or of the nearest thing above it that exists. */
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
 * @throws InputErrors if the file is no YAML
 */
export async function readYaml(
  source: { readonly path: string; readonly text: string },
  lenient = false,
): Promise<YamlFile> {
  const { LineCounter, parseDocument, visit } = await import('yaml');
  const { path, text } = source;
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error' });
  const placeOf = (offset: number): { line: number; column: number } => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  const fault = (code: string, offset: number, message: string, hint?: string): InputError =>
    new InputError({ path, ...placeOf(offset), code, message, hint });
  const offsetOf = (at: YamlPath): number => {
    for (let length = at.length; length > 0; length--) {
      const node = document.getIn(at.slice(0, length) as unknown[], true) as YamlNode | undefined;
      if (node?.range) return node.range[0] as number;
    }
    return document.contents?.range?.[0] ?? 0;
  };
  const offsetOfKey = (at: YamlPath, key: string): number => {
    const mapping = at.length === 0 ? document.contents : document.getIn([...at], true);
    const pair = (mapping as { items?: readonly { readonly key: YamlNode }[] } | undefined)?.items?.find(
      each => String(each.key.value) === key,
    );
    return pair?.key.range?.[0] ?? offsetOf(at);
  };
  const file = { path, text, offsetOf, offsetOfKey, placeOf, fault };
  if (!lenient) {
    if (text.includes('\0')) throw notText(path);
    const errors = telling([...document.errors, ...document.warnings]);
    if (errors.length > 0)
      throw new InputErrors(
        errors.map(error => {
          const { at, message, hint } = explainYaml(error, text, document, visit);
          return fault('lexicon-yaml', at, `not valid YAML: ${message}`, hint);
        }),
      );
    const unresolved: InputError[] = [];
    visit(document, {
      Alias(_, node) {
        if (node.resolve(document) === undefined)
          unresolved.push(
            fault(
              'lexicon-yaml',
              node.range?.[0] ?? 0,
              `not valid YAML: nothing is called "${node.source}" here`,
              `A text that begins with * must stand between quotation marks: "*${node.source}".`,
            ),
          );
      },
    });
    if (unresolved.length > 0) throw new InputErrors(unresolved);
  }
  try {
    return { ...file, value: document.toJS({ maxAliasCount: 20 }) };
  } catch (error) {
    if (lenient) return { ...file, value: undefined };
    throw fault('lexicon-yaml', 0, `not usable YAML: ${(error as Error).message}`, 'Write aliases out.');
  }
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
 * @throws InputError at the first byte that is no UTF-8
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
      message: 'this letter is not in UTF-8',
      hint: 'Save the file anew with the encoding UTF-8; editors have it under “Save as” or “Save with encoding”.',
    });
  }
}

/** One fault of syntax makes others behind it; only the first is told, and keys given twice, which stand for themselves. */
function telling(errors: readonly YAMLError[]): YAMLError[] {
  const inOrder = errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const twice = inOrder.filter(({ code }) => code === 'DUPLICATE_KEY');
  const first = inOrder.find(({ code }) => code !== 'DUPLICATE_KEY');
  return first === undefined ? twice : [first, ...twice.filter(({ pos }) => pos[0] < first.pos[0])];
}

const QUOTE_WHOLE = 'Put the whole text between quotation marks: "…".';

/** What a fault of the YAML library comes from, in words for people who do not know YAML. */
function explainYaml(
  error: YAMLError,
  text: string,
  document: Document,
  visit: typeof import('yaml').visit,
): { readonly at: number; readonly message: string; readonly hint?: string } {
  const at = error.pos[0];
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const line = (text.slice(lineStart).split('\n', 1)[0] as string).trimEnd();
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const outOfLine = {
    at: lineStart + indent.length,
    message: 'this line is not in line with those above it',
    hint: 'Keys of one thing begin in the same column, and so do the "- " of one list: count the spaces.',
  };
  if (indent.includes('\t'))
    return {
      at: lineStart + indent.indexOf('\t'),
      message: 'a tab stands at the beginning of the line',
      hint: 'Only spaces indent: put two for each tab.',
    };
  const entry = line.replace(/^[\s-]*(?:[\w-]+:\s+)?/, '');
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return {
        at,
        message: `the key ${JSON.stringify(/^[^:\s]*/.exec(text.slice(at))?.[0])} stands here twice`,
        hint: 'Keep one of the two, with everything that belongs to it.',
      };
    case 'BAD_INDENT':
      if (/^Flow/.test(error.message)) {
        const [open, close] = error.message.startsWith('Flow map') ? '{}' : '[]';
        return {
          at,
          message: `a list or mapping that "${open}" opened above is not closed`,
          hint: `Close it with "${close}". A text that itself begins with "${open}" must stand between quotation marks.`,
        };
      }
      return outOfLine;
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (at <= lineStart + indent.length) return outOfLine;
      return /:\s.*:(?:\s|$)/.test(line)
        ? {
            at,
            message: 'a second ": " stands on this line',
            hint: 'A text that holds a colon and a space must stand between quotation marks: "…".',
          }
        : {
            at,
            message: 'the next line is indented too far to go with this one',
            hint: 'Keys of one thing begin in the same column: count the spaces.',
          };
    case 'BLOCK_IN_FLOW':
      return {
        at,
        message: 'a list with "- ", or keys on lines of their own, stand within "[" or "{"',
        hint: 'Within brackets, entries are parted by commas; or a bracket is not closed above.',
      };
    case 'BAD_SCALAR_START':
      return {
        at,
        message: `a text may not begin with ${JSON.stringify(text.charAt(at))}`,
        hint: QUOTE_WHOLE,
      };
    case 'TAG_RESOLVE_FAILED':
      return { at, message: 'a text may not begin with "!"', hint: QUOTE_WHOLE };
    case 'MULTIPLE_DOCS':
      return {
        at,
        message: 'a second document begins with this "---"',
        hint: 'One file holds one lexicon: take the line out, or move what follows to a file of its own.',
      };
    case 'MISSING_CHAR': {
      if (!/quote/.test(error.message)) break;
      let opened = at;
      visit(document, {
        Scalar(_, { type, range }) {
          if (type?.startsWith('QUOTE') && range && range[0] < at && range[1] >= at) opened = range[0];
        },
      });
      return {
        at: opened,
        message: 'a quotation mark is opened here and not closed',
        hint: "Close it where the text ends. Inside \"…\" write \\\" for a quotation mark, inside '…' write '' for an apostrophe.",
      };
    }
    case 'UNEXPECTED_TOKEN':
      if (/block-seq-ind on same line/.test(error.message))
        return {
          at,
          message: '"- " stands on the line of its key',
          hint: 'Begin the list on the next line, or write it as [one, another].',
        };
      if (entry.startsWith("'"))
        return {
          at,
          message: 'the text goes on after its closing apostrophe',
          hint: "Inside '…' write '' for an apostrophe, or put the text between \"…\".",
        };
      if (/^["[{]/.test(entry))
        return {
          at,
          message: `the text goes on after what ${JSON.stringify(entry.charAt(0))} opened is closed`,
          hint: `A text that begins with ${entry.charAt(0) === '"' ? 'a quotation mark' : `"${entry.charAt(0)}"`} must stand between quotation marks as a whole: ${entry.charAt(0) === '"' ? "'…'" : '"…"'}.`,
        };
      return {
        at,
        message: 'this does not go on what stands above it',
        hint: 'Expected "key: value", or "- " before each entry of a list; those of one list or thing begin in the same column.',
      };
  }
  if (/Sequence item without/.test(error.message)) return outOfLine;
  if (/map keys|map values|mplicit key/.test(error.message))
    return {
      at,
      message: 'a key without ": "',
      hint: 'Expected "key: value"; a text that runs over several lines must be indented deeper than its key.',
    };
  return { at, message: error.message, hint: 'Compare the line with a file that lexicon check finds sound.' };
}

// What zod lets one see of a schema.
interface Shape {
  readonly def: {
    readonly type: string;
    readonly shape?: Readonly<Record<string, Shape>>;
    readonly element?: Shape;
    readonly innerType?: Shape;
    readonly items?: readonly Shape[];
    readonly options?: readonly Shape[];
    readonly entries?: Readonly<Record<string, string>>;
    readonly values?: readonly unknown[];
  };
  readonly description?: string | undefined;
}

const bare = (shape: Shape): Shape => (shape.def.innerType === undefined ? shape : bare(shape.def.innerType));

const keysOf = (shape: Shape): string[] => Object.keys(bare(shape).def.shape ?? {});

/** Of mappings that a place may hold, told apart by their first key, which one a value is meant to be. */
function meantBy(value: unknown, options: readonly Shape[]): number {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const heads = options.map(option => keysOf(option)[0] as string);
  // The first is the common one: who writes keys of both means the other.
  const last = heads.findLastIndex(head => keys.includes(head));
  return Math.max(0, last >= 0 ? last : heads.findIndex(head => nearest(head, keys) !== undefined));
}

/** What a value is meant to be, where the schema leaves several things open. */
function meant(shape: Shape, value: unknown): Shape {
  const { options } = bare(shape).def;
  return options?.[meantBy(value, options)] ?? shape;
}

/** The schema of a place; above it, of what stands there is meant to be. */
function schemaAt(root: Shape, at: YamlPath, value: unknown): Shape | undefined {
  let shape: Shape | undefined = root;
  for (const [depth, key] of at.entries()) {
    const { def }: Shape = bare(meant(shape, valueAt(value, at.slice(0, depth))));
    shape = def.shape?.[key as string] ?? def.element ?? def.items?.[key as number];
    if (shape === undefined) return undefined;
  }
  return shape;
}

function shapeAt(root: Shape, at: YamlPath, value: unknown): Shape | undefined {
  const shape = schemaAt(root, at, value);
  return shape && meant(shape, valueAt(value, at));
}

/** The ways to the mappings of a schema that have a key, from the top: `concept`, `concept, label`. */
function homesOf(key: string, shape: Shape, above = 'the top of the file'): string[] {
  const { def } = bare(shape);
  if (def.element !== undefined) return homesOf(key, def.element, above);
  if (def.options !== undefined)
    return [...new Set(def.options.flatMap(option => homesOf(key, option, above)))];
  return [
    ...(def.shape?.[key] === undefined ? [] : [above]),
    ...Object.entries(def.shape ?? {}).flatMap(([name, inner]) => homesOf(key, inner, `a ${oneOf(name)}`)),
  ];
}

/** `concepts` to `concept`, `bodies` to `body`. */
const oneOf = (key: string): string =>
  key === 'people'
    ? 'person'
    : key
        .replace(/ies$/, 'y')
        .replace(/sses$/, 'ss')
        .replace(/(?<!s)s$/, '');

/** A path in words: `concept status, label 2`, by ids where there are some. */
function wherein(at: YamlPath, value: unknown): string {
  const parts: string[] = [];
  let there = value;
  for (const [i, key] of at.entries()) {
    there = (there as Record<PropertyKey, unknown> | undefined)?.[key];
    if (typeof key === 'number') {
      const { id, name, extends: of } = (there ?? {}) as { id?: unknown; name?: unknown; extends?: unknown };
      const called = [of, id, name].find(each => typeof each === 'string') ?? key + 1;
      const list = String(at[i - 1]);
      parts.pop();
      parts.push(oneOf(list) === list ? `entry ${called} of "${list}"` : `${oneOf(list)} ${called}`);
    } else parts.push(`"${String(key)}"`);
  }
  return parts.join(', ');
}

const valueAt = (value: unknown, at: YamlPath): unknown =>
  at.reduce(
    (there: unknown, key) => (there as Record<PropertyKey, unknown> | null | undefined)?.[key],
    value,
  );

/** The faults that a schema finds in a file, each with what was expected and how to mend it. */
export function shapeFaults(file: YamlFile, schema: z.ZodType, error: z.ZodError): InputError[] {
  const root = schema as unknown as Shape;
  const issues = error.issues.flatMap(issue => asMeant(issue, root, file.value));
  const misspelt = new Set<string>();
  for (const { code, path, ...issue } of issues)
    if (code === 'unrecognized_keys') {
      const known = keysOf(shapeAt(root, path, file.value) ?? root);
      for (const key of (issue as unknown as { keys: string[] }).keys) {
        const meant = nearest(key, known);
        if (meant !== undefined) misspelt.add([...path, meant].join('\0'));
      }
    }
  const told = new Set<string>();
  return issues.flatMap(issue => {
    // Of several faults of one value the first is the cause.
    const key = `${issue.path.join('\0')} ${issue.code === 'unrecognized_keys'}`;
    if (told.has(key)) return [];
    told.add(key);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key => unknownKey(file, root, issue.path, key));
    const missing = valueAt(file.value, issue.path) === undefined;
    // A misspelt key is one fault, not two.
    if (missing && misspelt.has(issue.path.join('\0'))) return [];
    return [missing ? missingKey(file, root, issue.path) : wrongValue(file, root, issue)];
  });
}

/** Where a place may hold one of several things, those. */
function optionsAt(root: Shape, at: YamlPath, value: unknown): readonly Shape[] {
  const shape = schemaAt(root, at, value);
  return (shape && bare(shape).def.options) ?? [];
}

/** The faults of what a value is meant to be, where it might be one of several things. */
function asMeant(issue: z.core.$ZodIssue, root: Shape, value: unknown): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const options = optionsAt(root, issue.path, value);
  const own = issue.errors[meantBy(valueAt(value, issue.path), options)] ?? [];
  return own.flatMap(inner =>
    asMeant({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue, root, value),
  );
}

function unknownKey(file: YamlFile, root: Shape, at: YamlPath, key: string): InputError {
  const known = keysOf(shapeAt(root, at, file.value) ?? root);
  const here = wherein(at, file.value);
  const homes = nearest(key, known) === undefined ? homesOf(key, root) : [];
  const rival = optionsAt(root, at, file.value)
    .map(keysOf)
    .find(keys => keys.includes(key));
  return file.fault(
    'lexicon-shape',
    file.offsetOfKey(at, key),
    `${here === '' ? 'the file' : here}: there is no ${JSON.stringify(key)} here`,
    rival !== undefined
      ? `An entry with ${JSON.stringify(known[0])} has none. ${expectedOneOf(undefined, known)}`
      : homes.length > 0
        ? `${JSON.stringify(key)} belongs to ${homes.join(' or ')}: see how far the line is indented.`
        : expectedOneOf(key, known),
  );
}

function missingKey(file: YamlFile, root: Shape, at: YamlPath): InputError {
  const here = wherein(at.slice(0, -1), file.value);
  const shape = shapeAt(root, at, file.value);
  const what = shape === undefined ? '' : expected(shape);
  const says = described(shape);
  return file.fault(
    'lexicon-shape',
    file.offsetOf(at),
    `${here === '' ? '' : `${here}: `}${JSON.stringify(at.at(-1))} is missing`,
    says === undefined ? `Expected ${what}.` : `Expected ${what}: ${says}.`,
  );
}

const descriptionOf = (shape: Shape): string | undefined => shape.description ?? bare(shape).description;

/** What a schema says of itself, as part of a sentence. */
function described(shape: Shape | undefined): string | undefined {
  const text = shape && descriptionOf(shape);
  return text === undefined ? undefined : text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}

function expected(shape: Shape): string {
  const { def } = bare(shape);
  switch (def.type) {
    case 'array':
    case 'tuple':
      return 'a list';
    case 'object':
      return `a mapping with ${Object.keys(def.shape ?? {}).join(', ')}`;
    case 'enum':
      return `one of ${Object.keys(def.entries ?? {}).join(', ')}`;
    case 'literal':
      return def.values?.map(String).join(' or ') ?? '';
    case 'number':
      return 'a whole number';
    case 'boolean':
      return 'true or false';
    default:
      return 'text';
  }
}

function wrongValue(file: YamlFile, root: Shape, issue: z.core.$ZodIssue): InputError {
  const at = issue.path;
  const found = valueAt(file.value, at);
  const offset = file.offsetOf(at);
  const here = wherein(at, file.value);
  const say = (message: string, hint?: string): InputError =>
    file.fault('lexicon-shape', offset, `${here === '' ? 'the file' : here}: ${message}`, hint);
  const shape = shapeAt(root, at, file.value);
  if (issue.code === 'invalid_value' && shape !== undefined) {
    const known = issue.values.map(String);
    return say(`there is no ${JSON.stringify(found)}`, expectedOneOf(found, known));
  }
  if (issue.code === 'invalid_type' && shape !== undefined)
    return say(
      `expected ${expected(shape)}, found ${kindOf(found)}`,
      hintFor(file, at, shape, found, offset),
    );
  if (issue.code === 'invalid_format' && typeof found === 'string') {
    const slug = slugOf(found);
    return found.trim() === ''
      ? say(issue.message, 'Write something between the quotation marks, or take it out.')
      : say(issue.message, slug === '' ? undefined : `Write ${JSON.stringify(slug)}.`);
  }
  return say(issue.message, shape && descriptionOf(shape));
}

function kindOf(found: unknown): string {
  if (found === null) return 'nothing';
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'object') return 'keys with values';
  return typeof found === 'string' ? `the text ${JSON.stringify(found)}` : `the ${typeof found} ${found}`;
}

/** How to make what was found into what was expected. */
function hintFor(
  file: YamlFile,
  at: YamlPath,
  shape: Shape,
  found: unknown,
  offset: number,
): string | undefined {
  const line = file.text.slice(offset).split('\n', 1)[0] as string;
  const wanted = bare(shape).def.type;
  const key = typeof at.at(-1) === 'string' ? `${String(at.at(-1))}: ` : '- ';
  if (wanted === 'string') {
    if (found === null)
      return line.includes('#')
        ? `"#" after a space begins a comment. ${QUOTE_WHOLE}`
        : 'Write it after the key or the hyphen, or take the line out.';
    if (Array.isArray(found)) return 'A text that begins with "[" must stand between quotation marks: "…".';
    if (typeof found === 'object')
      return `A colon and a space make a key of what stands before them. ${QUOTE_WHOLE}`;
    return `Put it between quotation marks: ${key}${JSON.stringify(/^[^\s,\]}#]*/.exec(line)?.[0] ?? '')}`;
  }
  if (wanted === 'array')
    return found === null
      ? `Write its entries below it, each after "- ", or take ${JSON.stringify(at.at(-1))} out.`
      : typeof found === 'object'
        ? 'Put "- " before the first key of each entry.'
        : `Write ${key}[${String(found)}], or one entry a line, each after "- ".`;
  if (wanted === 'object')
    return `Expected keys with values: ${Object.keys(bare(shape).def.shape ?? {}).join(', ')}.`;
  return wanted === 'boolean' ? 'Write true or false, without quotation marks.' : undefined;
}

/** An id made of a name: small ASCII letters, digits and hyphens; empty if the name has none. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
