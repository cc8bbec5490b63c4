import type { YAMLMap } from 'yaml';
import { InputError, InputErrors } from '../../errors.js';
import { getOrAdd } from '../../model/collections.js';
import { entry, mapping, texts, writeYaml } from '../authoring/write.js';
import type { Dictionary, DictionaryEntry, Note } from './dictionary.js';

/** A key for words of the category itself, apart from those of the categories in it; quanteda writes the first. */
const OWN = ['__', ''];

/**
 * A quanteda dictionary (Benoit and others 2018): a mapping of categories to words, lists of words, or further categories.
 *
 * @throws InputErrors where the file is no such mapping
 */
export async function readQuanteda(text: string, path: string): Promise<Dictionary> {
  const { isMap, isScalar, isSeq, LineCounter, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  // Every scalar is text: a word may be "no" or "1984".
  const document = parseDocument(text, { lineCounter, prettyErrors: false, schema: 'failsafe' });
  const fault = (message: string, offset: number): InputError => {
    const { line, col } = lineCounter.linePos(offset);
    return new InputError({
      path,
      line,
      column: col,
      code: 'dictionary-yaml',
      message,
      hint: 'Expected categories with lists of words, as quanteda’s as.yaml() writes them.',
    });
  };
  if (document.errors.length > 0)
    throw new InputErrors(
      document.errors.map(({ message, pos }) => fault(`not valid YAML: ${message}`, pos[0])),
    );
  const entries: DictionaryEntry[] = [];
  const notes: Note[] = [];
  const faults: InputError[] = [];
  const offsetOf = (node: unknown): number => (node as { range?: readonly number[] | null })?.range?.[0] ?? 0;
  const walk = (node: unknown, keys: readonly string[]): void => {
    if (isMap(node))
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : '';
        walk(value, OWN.includes(name) && keys.length > 0 ? keys : [...keys, name]);
      }
    else if (isSeq(node)) for (const item of node.items) walk(item, keys);
    else if (isScalar(node) && keys.length > 0) {
      const word = String(node.value ?? '').trim();
      const { line } = lineCounter.linePos(offsetOf(node));
      if (word === '') notes.push({ line, text: `the category ${keys.join(', ')} is empty` });
      else entries.push({ keys, word, line });
    } else faults.push(fault('expected a category, a list of words or a word', offsetOf(node)));
  };
  walk(document.contents, []);
  if (faults.length > 0) throw new InputErrors(faults);
  return { entries, notes };
}

/** A category of an exported dictionary, and what is said of it. */
export interface ExportedCategory {
  readonly keys: readonly string[];
  readonly words: readonly string[];
  /** Comments above it. */
  readonly notes: readonly string[];
  /** Words that the format cannot carry, kept as comments. */
  readonly kept: readonly string[];
}

type Branch = Readonly<Record<'notes' | 'words' | 'kept', string[]>> & {
  readonly branches: Map<string, Branch>;
};

/** As `dictionary(file = "….yml")` reads it. */
export function writeQuanteda(head: readonly string[], categories: readonly ExportedCategory[]): string {
  const branch = (): Branch => ({ notes: [], words: [], kept: [], branches: new Map() });
  const root = branch();
  for (const { keys, words, notes, kept } of categories) {
    let at = root;
    for (const key of keys) at = getOrAdd(at.branches, key, branch);
    at.words.push(...words);
    at.notes.push(...notes);
    at.kept.push(...kept);
  }
  return writeYaml(branchMapping(root, head));
}

const branchMapping = ({ branches, words, kept }: Branch, head: readonly string[] = []): YAMLMap =>
  mapping(
    ...head,
    words.length > 0 && entry(OWN[0] as string, texts(words, { kept })),
    ...[...branches].flatMap(([key, inner]) => [
      ...inner.notes,
      entry(key, inner.branches.size === 0 ? texts(inner.words, { kept: inner.kept }) : branchMapping(inner)),
    ]),
  );
