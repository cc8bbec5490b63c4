import { InputError } from '../../errors.js';
import { getOrAdd, groupBy } from '../../model/collections.js';
import { oneLine } from '../../model/text.js';
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
  const note = (line: number, text: string): void => void notes.push({ line, text });
  const categories = readCategories(lines, open, close, path, note);
  const entries: DictionaryEntry[] = [];
  for (const [i, row] of lines.entries()) {
    if (i <= close || row.trim() === '') continue;
    const line = i + 1;
    const { word, rest } = splitRow(row);
    // (02 134)125/464 and <of> make a category depend on other words.
    if (/[<>()/]/.test(rest) || /<|\(\d/.test(word)) {
      note(line, `“${row.trim()}” depends on other words, which is not supported here: omitted`);
      continue;
    }
    const numbers = rest.match(/\S+/g) ?? [];
    const known = numbers.flatMap(number => {
      const keys = categories.get(Number(number));
      if (keys === undefined)
        note(line, `“${word}” is in category ${number}, which the head does not list: omitted`);
      return keys === undefined ? [] : [keys];
    });
    if (numbers.length === 0) note(line, `“${word}” is in no category: omitted`);
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
  note: (line: number, text: string) => void,
): Map<number, readonly string[]> {
  const categories = new Map<number, readonly string[]>();
  let around: { readonly depth: number; readonly name: string }[] = [];
  for (let i = open + 1; i < close; i++) {
    const row = lines[i] as string;
    if (row.trim() === '') continue;
    const [, indent = '', number, name = ''] = /^(\s*)(\d+)\s+(\S.*)$/.exec(row) ?? [];
    if (number === undefined)
      throw new InputError({
        path,
        line: i + 1,
        column: 1,
        code: 'dictionary-liwc',
        message: `“${row.trim()}” is not a category`,
        hint: 'Expected a number, a tab and a name.',
      });
    const depth = indent.length;
    around = [...around.filter(each => each.depth < depth), { depth, name: name.trim() }];
    if (categories.has(Number(number)))
      note(i + 1, `category ${number} is given twice: the later name counts`);
    const keys = around.map(each => each.name);
    categories.set(Number(number), keys);
  }
  return categories;
}

/** The word and, after a tab or before the numbers at the end, what is said of it. */
function splitRow(row: string): { readonly word: string; readonly rest: string } {
  const line = row.trim();
  const [, word = line, rest = ''] =
    /^([^\t]*)(\t.*)$/s.exec(line) ?? /^(.*?)((?:\s+\d+)*)$/.exec(line) ?? [];
  return { word: word.trim(), rest: rest.trim() };
}

/**
 * As LIWC reads it; inner categories are indented, and their words have the numbers of those around them too. The format
 * has no comments.
 */
export function writeLiwc(categories: readonly ExportedCategory[]): string {
  const numbers = new Map<string, number>();
  const head: string[] = [];
  // Categories of one parent are written together, in the order in which the first of them comes.
  const tree = [...groupBy(categories, ({ keys }) => keys[0]).values()].flat();
  const words = new Map<string, Set<number>>();
  for (const { keys, words: own } of tree) {
    const way = keys.map((key, depth) =>
      getOrAdd(numbers, keys.slice(0, depth + 1).join('\t'), () => {
        head.push(`${'\t'.repeat(depth)}${numbers.size + 1}\t${oneLine(key)}`);
        return numbers.size + 1;
      }),
    );
    for (const word of own)
      for (const number of way) getOrAdd(words, word, () => new Set<number>()).add(number);
  }
  const body = [...words].map(([word, all]) => [oneLine(word), ...[...all].sort((a, b) => a - b)].join('\t'));
  return `${['%', ...head, '%', ...body].join('\n')}\n`;
}
