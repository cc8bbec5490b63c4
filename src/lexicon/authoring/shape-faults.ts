import type { z } from 'zod';
import type { InputError } from '../../errors.js';
import { expectedOneOf, nearest } from '../../model/nearest.js';
import { slugOf } from '../../model/slug.js';
import type { YamlFile, YamlPath } from '../yaml.js';
import { QUOTE_WHOLE } from './yaml-faults.js';

// What zod lets one see of a schema.
interface SchemaNode {
  readonly def: {
    readonly type: string;
    readonly shape?: Readonly<Record<string, SchemaNode>>;
    readonly element?: SchemaNode;
    readonly innerType?: SchemaNode;
    /** Of a value that is changed once it is read: what is read. */
    readonly in?: SchemaNode;
    readonly items?: readonly SchemaNode[];
    readonly options?: readonly SchemaNode[];
    readonly entries?: Readonly<Record<string, string>>;
    readonly values?: readonly unknown[];
  };
  readonly description?: string | undefined;
}

function bare(shape: SchemaNode): SchemaNode {
  const inner = shape.def.innerType ?? shape.def.in;
  return inner === undefined ? shape : bare(inner);
}

const keysOf = (shape: SchemaNode): string[] => Object.keys(bare(shape).def.shape ?? {});

/** Which of what a place may hold a value is meant to be: text, or one of several mappings, by their first keys. */
function meantBy(value: unknown, options: readonly SchemaNode[]): number {
  const isMapping = typeof value === 'object' && value !== null && !Array.isArray(value);
  const plain = options.findIndex(option => keysOf(option).length === 0);
  if (plain >= 0) return isMapping ? options.findIndex(option => keysOf(option).length > 0) : plain;
  const keys = isMapping ? Object.keys(value) : [];
  const heads = options.map(option => keysOf(option)[0] as string);
  // The first is the common one: who writes keys of both means the other.
  const last = heads.findLastIndex(head => keys.includes(head));
  return Math.max(0, last >= 0 ? last : heads.findIndex(head => nearest(head, keys) !== undefined));
}

/** What a value is meant to be, where the schema leaves several things open. */
function meant(shape: SchemaNode, value: unknown): SchemaNode {
  const { options } = bare(shape).def;
  return options?.[meantBy(value, options)] ?? shape;
}

/** The schema of a place, following at each step what the value there is meant to be. */
function schemaAt(root: SchemaNode, at: YamlPath, value: unknown): SchemaNode | undefined {
  let shape: SchemaNode | undefined = root;
  for (const [depth, key] of at.entries()) {
    const { def }: SchemaNode = bare(meant(shape, valueAt(value, at.slice(0, depth))));
    shape = def.shape?.[key as string] ?? def.element ?? def.items?.[key as number];
    if (shape === undefined) return undefined;
  }
  return shape;
}

const shapeAt = (root: SchemaNode, at: YamlPath, value: unknown): SchemaNode | undefined => {
  const shape = schemaAt(root, at, value);
  return shape && meant(shape, valueAt(value, at));
};

/** The ways to the mappings of a schema that have a key, from the top: `concept`, `concept, label`. */
function homesOf(key: string, shape: SchemaNode, above = 'the top of the file'): string[] {
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
      const { id, name, story, extends: of } = (there ?? {}) as Readonly<Record<string, unknown>>;
      const called = [of, id, name, story].find(each => typeof each === 'string') ?? key + 1;
      const list = String(at[i - 1]);
      // A list in a list has no name of its own.
      if (typeof at[i - 1] === 'number') {
        parts.push(`entry ${called}`);
        continue;
      }
      parts.pop();
      parts.push(oneOf(list) === list ? `entry ${called} of "${list}"` : `${oneOf(list)} ${called}`);
    } else parts.push(`"${String(key)}"`);
  }
  return parts.join(', ');
}

type Keyed = Readonly<Record<PropertyKey, unknown>> | null | undefined;

const valueAt = (value: unknown, at: YamlPath): unknown =>
  at.reduce((there: unknown, key) => (there as Keyed)?.[key], value);

/** The faults that a schema finds in a file, each with what was expected and how to fix it. */
export function shapeFaults(file: YamlFile, schema: z.ZodType, error: z.ZodError): InputError[] {
  const root = schema as unknown as SchemaNode;
  const issues = error.issues.flatMap(issue => asMeant(issue, root, file.value));
  const misspelt = new Set<string>();
  for (const issue of issues)
    if (issue.code === 'unrecognized_keys') {
      const known = keysOf(shapeAt(root, issue.path, file.value) ?? root);
      for (const key of issue.keys) misspelt.add([...issue.path, nearest(key, known)].join('\0'));
    }
  const reported = new Set<string>();
  return issues.flatMap(issue => {
    // Of several faults of one value the first is the cause.
    const key = `${issue.path.join('\0')} ${issue.code === 'unrecognized_keys'}`;
    if (reported.has(key)) return [];
    reported.add(key);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key => unknownKey(file, root, issue.path, key));
    const missing = valueAt(file.value, issue.path) === undefined;
    // A misspelt key is one fault, not two.
    if (missing && misspelt.has(issue.path.join('\0'))) return [];
    return [missing ? missingKey(file, root, issue.path) : wrongValue(file, root, issue)];
  });
}

/** Where a place may hold one of several things, those. */
const optionsAt = (root: SchemaNode, at: YamlPath, value: unknown): readonly SchemaNode[] =>
  bare(schemaAt(root, at, value) ?? root).def.options ?? [];

/** The faults of what a value is meant to be, where it might be one of several things. */
function asMeant(issue: z.core.$ZodIssue, root: SchemaNode, value: unknown): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const options = optionsAt(root, issue.path, value);
  const own = issue.errors[meantBy(valueAt(value, issue.path), options)] ?? [];
  return own.flatMap(inner =>
    asMeant({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue, root, value),
  );
}

function unknownKey(file: YamlFile, root: SchemaNode, at: YamlPath, key: string): InputError {
  const known = keysOf(shapeAt(root, at, file.value) ?? root);
  const homes = nearest(key, known) === undefined ? homesOf(key, root) : [];
  const rival = optionsAt(root, at, file.value)
    .map(keysOf)
    .find(keys => keys.includes(key));
  return file.fault(
    'lexicon-shape',
    file.offsetOfKey(at, key),
    `${wherein(at, file.value) || 'the file'}: unknown key ${JSON.stringify(key)}`,
    rival !== undefined
      ? `An entry with ${JSON.stringify(known[0])} does not have it. ${expectedOneOf(undefined, known)}`
      : homes.length > 0
        ? `${JSON.stringify(key)} belongs to ${homes.join(' or ')}: check how far the line is indented.`
        : expectedOneOf(key, known),
  );
}

function missingKey(file: YamlFile, root: SchemaNode, at: YamlPath): InputError {
  const here = wherein(at.slice(0, -1), file.value);
  const shape = shapeAt(root, at, file.value);
  const what = shape === undefined ? '' : expected(shape);
  const text = shape && descriptionOf(shape);
  const says =
    text === undefined ? '' : `: ${text.charAt(0).toLowerCase()}${text.slice(1).replace(/\.$/, '')}`;
  return file.fault(
    'lexicon-shape',
    file.offsetOf(at),
    `${here === '' ? '' : `${here}: `}${JSON.stringify(at.at(-1))} is missing`,
    `Expected ${what}${says}.`,
  );
}

const descriptionOf = (shape: SchemaNode): string | undefined => shape.description ?? bare(shape).description;

function expected(shape: SchemaNode): string {
  const { def } = bare(shape);
  if (def.shape !== undefined) return `a mapping with ${Object.keys(def.shape).join(', ')}`;
  if (def.entries !== undefined) return `one of ${Object.keys(def.entries).join(', ')}`;
  if (def.values !== undefined) return def.values.map(String).join(' or ');
  return NAMES[def.type] ?? 'text';
}

/** What messages call types. */
const NAMES: Readonly<Record<string, string>> = {
  array: 'a list',
  tuple: 'a list',
  number: 'a whole number',
  boolean: 'true or false',
};

function wrongValue(file: YamlFile, root: SchemaNode, issue: z.core.$ZodIssue): InputError {
  const at = issue.path;
  const found = valueAt(file.value, at);
  const here = wherein(at, file.value) || 'the file';
  const say = (message: string, hint?: string): InputError =>
    file.fault('lexicon-shape', file.offsetOf(at), `${here}: ${message}`, hint);
  const shape = shapeAt(root, at, file.value);
  if (issue.code === 'invalid_value' && shape !== undefined)
    return say(`unknown value ${JSON.stringify(found)}`, expectedOneOf(found, issue.values.map(String)));
  if (issue.code === 'invalid_type' && shape !== undefined)
    return say(`expected ${expected(shape)}, found ${kindOf(found)}`, hintFor(file, at, shape));
  if (issue.code === 'invalid_format' && typeof found === 'string') {
    const slug = slugOf(found);
    return found.trim() === ''
      ? say(issue.message, 'Write something between the quotation marks, or remove it.')
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

/** How to turn what was found into what was expected. */
function hintFor(file: YamlFile, at: YamlPath, shape: SchemaNode): string | undefined {
  const found = valueAt(file.value, at);
  const line = file.text.slice(file.offsetOf(at)).split('\n', 1)[0] as string;
  const wanted = bare(shape).def.type;
  const key = typeof at.at(-1) === 'string' ? `${String(at.at(-1))}: ` : '- ';
  if (wanted === 'string') {
    if (found === null)
      return line.includes('#')
        ? `"#" after a space begins a comment. ${QUOTE_WHOLE}`
        : 'Write it after the key or the hyphen, or remove the line.';
    if (Array.isArray(found)) return 'Put text that begins with "[" in quotation marks: "…".';
    if (typeof found === 'object')
      return `A colon and a space turn what is before them into a key. ${QUOTE_WHOLE}`;
    return `Put it in quotation marks: ${key}${JSON.stringify(/^[^\s,\]}#]*/.exec(line)?.[0] ?? '')}`;
  }
  if (wanted === 'array')
    return found === null
      ? `Write its entries below it, each after "- ", or remove ${JSON.stringify(at.at(-1))}.`
      : typeof found === 'object'
        ? 'Put "- " before the first key of each entry.'
        : `Write ${key}[${String(found)}], or one entry per line, each after "- ".`;
  if (wanted === 'object')
    return `Expected keys with values: ${Object.keys(bare(shape).def.shape ?? {}).join(', ')}.`;
  return wanted === 'boolean' ? 'Write true or false, without quotation marks.' : undefined;
}

/** What is wrong with a file whose kind is not known. */
export function kindFault(
  file: YamlFile,
  kinds: readonly string[],
  { what, command } = { what: 'a lexicon', command: 'parallax lexicon new TOPIC' },
): InputError {
  const { value } = file;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return file.fault(
      'lexicon-empty',
      0,
      `expected ${what}: a mapping that begins with "kind:"`,
      `${command} writes one to start from.`,
    );
  const { kind } = value as { kind?: unknown };
  const misspelt = kind === undefined && Object.keys(value).some(key => nearest(key, ['kind']));
  return file.fault(
    'lexicon-kind',
    file.offsetOf(['kind']),
    kind === undefined ? 'no "kind" is given' : `unknown kind ${JSON.stringify(kind)}`,
    `${misspelt ? 'Did you mean "kind"? ' : ''}${expectedOneOf(kind, kinds)}`,
  );
}
