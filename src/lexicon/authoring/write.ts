import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/** What is left to the author of a lexicon is marked so. */
export const TO_COMPLETE = 'TO COMPLETE';

/** A comment in the place of a key that must be written. */
export const missing = (key: string, what: string): string => `${TO_COMPLETE} ${key}: ${what}`;

/** Longer lists have a line for each of their members. */
const LONGEST_LINE = 80;

/** No text can end its comment. */
const commentOf = (lines: readonly string[]): string | null =>
  lines.length === 0
    ? null
    : lines.map(line => ` ${line.replace(/[^\S ]|\p{Cc}/gu, ' ')}`.trimEnd() || ' ').join('\n');

const scalar = (value: string | number | boolean): Scalar =>
  new Scalar(typeof value === 'string' ? value.replace(/\s+/g, ' ') : value);

type YamlEntry = Pair<Scalar, unknown>;

/** A list of texts, on one line if it is short; lines that are kept as comments follow below. */
export function texts(
  items: readonly string[],
  { kept = [], inLines = false }: { readonly kept?: readonly string[]; readonly inLines?: boolean } = {},
): YAMLSeq {
  const list = new YAMLSeq<Scalar>();
  list.items = items.map(scalar);
  list.flow =
    items.length === 0 || (!inLines && kept.length === 0 && items.join(', ').length <= LONGEST_LINE);
  list.comment = commentOf(kept);
  return list;
}

/** A list of mappings. */
export function mappings(items: readonly YAMLMap[], kept: readonly string[] = []): YAMLSeq {
  const list = new YAMLSeq<YAMLMap>();
  list.items = [...items];
  list.comment = commentOf(kept);
  return list;
}

/** A key with its value, and what is said of it at the end of the line. */
export function entry(
  key: string,
  value: string | number | boolean | YAMLSeq | YAMLMap,
  note?: string,
): YamlEntry {
  const node = typeof value === 'object' ? value : scalar(value);
  if (note !== undefined) node.comment = commentOf([note]);
  return new Pair(scalar(key), node);
}

/** A mapping; texts among its entries are comments above the entry that follows. */
export function mapping(...parts: readonly (string | YamlEntry | false)[]): YAMLMap {
  const map = new YAMLMap<Scalar, unknown>();
  let comments: string[] = [];
  for (const part of parts) {
    if (part === false) continue;
    if (typeof part === 'string') {
      comments.push(part);
      continue;
    }
    const above = map.items.length === 0 ? map : part.key;
    above.commentBefore = commentOf(comments);
    comments = [];
    map.items.push(part);
  }
  map.comment = commentOf(comments);
  return map;
}

/** What every lexicon begins with. */
export const head = (kind: string, id: string, title: string): YamlEntry[] => [
  entry('kind', kind),
  entry('id', id),
  entry('title', title),
];

/** YAML text. What YAML 1.1 takes for something else (*no*, *on*) is in quotation marks, since other tools read 1.1. */
export const writeYaml = (contents: YAMLMap): string =>
  new Document(contents, { version: '1.1' }).toString({ lineWidth: 0, flowCollectionPadding: false });
