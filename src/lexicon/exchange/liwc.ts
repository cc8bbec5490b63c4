import { InputError } from '../../errors.js';
import type { Dictionary, DictionaryEntry, Note } from './dictionary.js';
import type { ExportedCategory } from './quanteda.js';

/**
 * A LIWC dictionary: between two lines of `%` the numbers and names of the categories, indented where they lie in others
 * (LIWC2015); then words with the numbers of their categories (Pennebaker and others, LIWC2007 and LIWC2015 operator's
 * manuals). A word in a category and in one around it is taken to be in the inner one.
 *
 * @throws InputError where there is no list of categories
 */
export function readLiwc(text: string, path: string): Dictionary {
  const lines = text.split(/\r\n?|\n/);
  const marks = lines.flatMap((line, i) => (line.trim() === '%' ? [i] : []));
  const [open, close] = marks;
  if (open === undefined || close === undefined)
    throw new InputError({
      path,
      line: 1,
      code: 'dictionary-liwc',
      message: 'no list of categories between two lines of %',
      hint: 'A .dic file begins with %, numbers and names of categories, and % again.',
    });
  const notes: Note[] = [];
  const categories = readCategories(lines, open, close, path, notes);
  const entries: DictionaryEntry[] = [];
  for (const [i, row] of lines.entries()) {
    if (i <= close || row.trim() === '') continue;
    const line = i + 1;
    const { word, rest } = splitRow(row);
    // (02 134)125/464 and <of> make a category depend on other words.
    if (/[<>()/]/.test(rest) || /<|\(\d/.test(word)) {
      notes.push({
        line,
        text: `“${row.trim()}” depends on other words, which is not supported here: omitted`,
      });
      continue;
    }
    const numbers = rest.split(/\s+/).filter(number => number !== '');
    const known = numbers.flatMap(number => {
      const keys = categories.get(Number(number));
      if (keys === undefined)
        notes.push({
          line,
          text: `“${word}” is in category ${number}, which the head does not list: omitted`,
        });
      return keys === undefined ? [] : [keys];
    });
    if (numbers.length === 0) notes.push({ line, text: `“${word}” is in no category: omitted` });
    const inner = known.filter(keys => !known.some(other => other !== keys && liesIn(other, keys)));
    for (const keys of inner) entries.push({ keys, word, line });
  }
  return { entries, notes };
}

/** Whether a category lies in another. */
const liesIn = (keys: readonly string[], around: readonly string[]): boolean =>
  keys.length > around.length && around.every((key, i) => keys[i] === key);

function readCategories(
  lines: readonly string[],
  open: number,
  close: number,
  path: string,
  notes: Note[],
): Map<number, readonly string[]> {
  const categories = new Map<number, readonly string[]>();
  let around: { readonly depth: number; readonly name: string }[] = [];
  for (let i = open + 1; i < close; i++) {
    const row = lines[i] as string;
    if (row.trim() === '') continue;
    const match = /^(\s*)(\d+)\s+(\S.*)$/.exec(row);
    if (match === null)
      throw new InputError({
        path,
        line: i + 1,
        column: 1,
        code: 'dictionary-liwc',
        message: `“${row.trim()}” is not a category`,
        hint: 'Expected a number, a tab and a name.',
      });
    const depth = (match[1] as string).length;
    const name = (match[3] as string).trim();
    around = [...around.filter(each => each.depth < depth), { depth, name }];
    const number = Number(match[2]);
    if (categories.has(number))
      notes.push({ line: i + 1, text: `category ${number} is given twice: the later name counts` });
    categories.set(
      number,
      around.map(each => each.name),
    );
  }
  return categories;
}

/** The word and, after a tab or before the numbers at the end, what is said of it. */
function splitRow(row: string): { readonly word: string; readonly rest: string } {
  const tab = row.trim().indexOf('\t');
  if (tab >= 0) return { word: row.trim().slice(0, tab).trim(), rest: row.trim().slice(tab).trim() };
  const match = /^(.*?)((?:\s+\d+)*)$/.exec(row.trim());
  return { word: (match?.[1] ?? row).trim(), rest: (match?.[2] ?? '').trim() };
}

/**
 * As LIWC reads it; inner categories are indented, and their words have the numbers of those around them too. The format
 * has no comments.
 */
export function writeLiwc(categories: readonly ExportedCategory[]): string {
  const numbers = new Map<string, number>();
  const head: string[] = [];
  const tree = categories.toSorted((a, b) => firstOf(categories, a) - firstOf(categories, b));
  for (const { keys } of tree)
    for (let depth = 1; depth <= keys.length; depth++) {
      const path = keys.slice(0, depth).join('\t');
      if (numbers.has(path)) continue;
      numbers.set(path, numbers.size + 1);
      head.push(`${'\t'.repeat(depth - 1)}${numbers.get(path)}\t${keys[depth - 1]?.replace(/\s+/g, ' ')}`);
    }
  const words = new Map<string, Set<number>>();
  for (const { keys, words: own } of tree)
    for (const word of own) {
      const all = words.get(word) ?? new Set<number>();
      words.set(word, all);
      for (let depth = 1; depth <= keys.length; depth++)
        all.add(numbers.get(keys.slice(0, depth).join('\t')) as number);
    }
  const body = [...words].map(([word, all]) =>
    [word.replace(/\s+/g, ' '), ...[...all].sort((a, b) => a - b)].join('\t'),
  );
  return `${['%', ...head, '%', ...body].join('\n')}\n`;
}

/** Categories of one parent are written together, in the order in which the first of them comes. */
const firstOf = (categories: readonly ExportedCategory[], { keys }: ExportedCategory): number =>
  categories.findIndex(each => each.keys[0] === keys[0]);
