import { stringify } from 'yaml';
import { slugOf } from '../yaml.js';

/** A mapping of a lexicon file that is written for somebody to complete: comments stand above it. */
export interface Block {
  readonly notes?: readonly string[];
  readonly entries: readonly BlockEntry[];
}

/** A key with its value; where only `todo` is given, a comment stands in its place, and the key is missing until somebody writes it. */
export interface BlockEntry {
  readonly key: string;
  readonly value?: string | number | readonly string[] | readonly Block[] | Block;
  readonly todo?: string;
  /** Comments above the key. */
  readonly notes?: readonly string[];
  /** Lines of a list that are kept as comments, below those that count. */
  readonly kept?: readonly string[];
}

/** Longer lists have a line for each of their members. */
const LONGEST_LINE = 100;

/** A file as YAML text with comments. What YAML 1.1 takes for something else (*no*, *on*) stands between quotation marks. */
export function writeBlock(block: Block): string {
  return `${linesOf(block, '').join('\n')}\n`;
}

/** No text can end its comment. */
const comment = (indent: string, text: string): string =>
  `${indent}# ${text.replace(/[\s\p{Cc}]+/gu, ' ').trim()}`.trimEnd();

const scalar = (value: string | number): string =>
  typeof value === 'number'
    ? String(value)
    : stringify(value.replace(/\s+/g, ' '), { lineWidth: 0, version: '1.1' }).trimEnd();

/** Inside a flow list more has to stand between quotation marks. */
const flowScalar = (value: string): string =>
  stringify([value], { lineWidth: 0, version: '1.1', collectionStyle: 'flow', flowCollectionPadding: false })
    .trim()
    .slice(1, -1);

function linesOf({ notes = [], entries }: Block, indent: string): string[] {
  return [
    ...notes.map(note => comment(indent, note)),
    ...entries.flatMap(entry => entryLines(entry, indent)),
  ];
}

const isBlock = (value: readonly string[] | readonly Block[] | Block): value is Block =>
  !Array.isArray(value);

function entryLines({ key, value, todo, notes = [], kept = [] }: BlockEntry, indent: string): string[] {
  const above = [...notes, ...(todo === undefined ? [] : [`TO COMPLETE ${key}: ${todo}`])].map(line =>
    comment(indent, line),
  );
  if (value === undefined) return above;
  if (typeof value === 'string' || typeof value === 'number')
    return [...above, `${indent}${scalar(key)}: ${scalar(value)}`];
  const inner = `${indent}  `;
  if (isBlock(value)) return [...above, `${indent}${scalar(key)}:`, ...linesOf(value, inner)];
  const keptLines = kept.map(line => comment(inner, line));
  if (value.every(each => typeof each === 'string')) {
    const line = `${indent}${scalar(key)}: [${value.map(flowScalar).join(', ')}]`;
    if (keptLines.length === 0 && line.length <= LONGEST_LINE) return [...above, line];
    if (value.length === 0) return [...above, line, ...keptLines];
    return [
      ...above,
      `${indent}${scalar(key)}:`,
      ...value.map(each => `${inner}- ${scalar(each)}`),
      ...keptLines,
    ];
  }
  return [
    ...above,
    `${indent}${scalar(key)}:`,
    ...(value as readonly Block[]).flatMap(block => itemLines(block, inner)),
    ...keptLines,
  ];
}

/** A mapping in a list: its comments, then a hyphen before its first key. */
function itemLines({ notes = [], entries }: Block, indent: string): string[] {
  const lines = linesOf({ entries }, `${indent}  `);
  // A comment that stands for the first key must not take the hyphen.
  const first = lines.findIndex(line => !/^\s*#/.test(line));
  return [
    ...notes.map(note => comment(indent, note)),
    ...lines.map((line, i) => (i === first ? `${indent}- ${line.slice(indent.length + 2)}` : line)),
  ];
}

/** An id made of a name that no other in `taken` has; it is added there. */
export function idOf(name: string, taken: Set<string>, otherwise = 'entry'): string {
  const base = slugOf(name) || otherwise;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}
