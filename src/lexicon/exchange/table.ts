import { InputError } from '../../errors.js';
import type { Dictionary, DictionaryEntry, Note } from './dictionary.js';

const WORD_COLUMN = /^(?:word|words|term|terms|dicterm|entry|form|token|phrase|lemma|text)$/i;
const CATEGORY_COLUMN = /^(?:category|categories|class|label|key|concept|group|dimension)$/i;
const VALUE_COLUMN = /^(?:value|valence|score|sentiment|polarity|weight|rating|mean)$/i;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Where the columns can be read in two ways, or in none. */
const unclear = (path: string, line: number, message: string): InputError =>
  new InputError({
    path,
    line,
    code: 'dictionary-table',
    message,
    hint: 'Name the columns in the first row: word, category or word, value (others are dropped). If each column is a list of words under its category, give --format lists.',
  });

/**
 * A table with a word in one column and its category or its value in another, with or without names of columns; a LIWC-22
 * `.dicx`, which has a column for each category and a mark where the word is of it; word, category and 0 or 1, as the NRC
 * lexicons have it; one column, which is a list of one category; or columns of unlike length, each a list under its category.
 *
 * @param name the category of a list that names none
 * @throws InputError where the columns cannot be recognised
 */
export async function readTable(
  text: string,
  path: string,
  delimiter: ',' | '\t',
  name = 'words',
): Promise<Dictionary> {
  const all = await rowsOf(text, path, delimiter);
  const [head, ...rest] = all;
  if (head === undefined)
    throw new InputError({ path, line: 1, code: 'dictionary-table', message: 'the table is empty' });
  if (all.every(({ cells }) => cells.length === 1)) return readColumn(all, name);
  const find = (pattern: RegExp): number => head.cells.findIndex(cell => pattern.test(cell));
  const word = find(WORD_COLUMN);
  const value = find(VALUE_COLUMN);
  const category = find(CATEGORY_COLUMN);
  if (word >= 0 && value < 0 && category < 0 && isWide(rest, word)) return readWide(head, rest, word);
  const named = word >= 0 && (value >= 0 || category >= 0);
  if (!named && isFlagged(all)) return readFlagged(all);
  if (!named && areLists(all)) return listsIn(head, rest);
  if (!named && head.cells.length !== 2)
    throw unclear(path, head.line, `expected two columns, found ${head.cells.length}`);
  if (!named && mayBeLists(all))
    throw unclear(
      path,
      head.line,
      `no category of the second column comes twice: “${head.cells.join(', ')}” may be a word and its category, or two categories with lists of words below`,
    );
  const rows = named ? rest : [head, ...rest];
  const columns = named ? { word, value, category } : guess(rows);
  const notes: Note[] = head.cells.flatMap((cell, i) =>
    !named || [word, value, category].includes(i)
      ? []
      : [{ line: head.line, text: `the column “${cell}” was dropped` }],
  );
  const entries: DictionaryEntry[] = [];
  for (const { cells, line } of rows) {
    const own = (cells[columns.word] ?? '').trim();
    const given = columns.value < 0 ? undefined : (cells[columns.value] ?? '').trim();
    const of = columns.category < 0 ? '' : (cells[columns.category] ?? '').trim();
    if (own === '') notes.push({ line, text: 'a row without a word: omitted' });
    else if (given !== undefined && !NUMBER.test(given))
      notes.push({ line, text: `the value of “${own}” is “${given}”, not a number: omitted` });
    else if (given === undefined && of === '')
      notes.push({ line, text: `“${own}” is in no category: omitted` });
    else {
      const value = given === undefined ? {} : { value: Number(given) };
      entries.push({ keys: of === '' ? [] : [of], word: own, line, ...value });
    }
  }
  return { entries, notes };
}

const cellsOf = (rows: readonly Row[], i: number): string[] =>
  rows.map(({ cells }) => (cells[i] ?? '').trim());

const areNumbers = (cells: readonly string[]): boolean =>
  cells.filter(cell => NUMBER.test(cell)).length * 2 > cells.length;

/** A word, its category, and whether it is of it. */
const isFlagged = (rows: readonly Row[]): boolean =>
  rows.every(({ cells }) => cells.length === 3 && /^[01]$/.test((cells[2] ?? '').trim()));

const readFlagged = (rows: readonly Row[]): Dictionary => ({
  entries: rows.flatMap(({ cells: [word = '', category = '', flag = ''], line }) =>
    flag.trim() === '1' && word.trim() !== '' ? [{ keys: [category.trim()], word: word.trim(), line }] : [],
  ),
  notes: [],
});

/** Columns that end at unlike heights, with nothing but words in them, are lists. */
function areLists(rows: readonly Row[]): boolean {
  const columns = (rows[0] as Row).cells.map((_, i) => cellsOf(rows, i));
  const ends = columns.map(cells => cells.findLastIndex(cell => cell !== ''));
  const areWhole = columns.every((cells, i) => !cells.slice(0, (ends[i] as number) + 1).includes(''));
  const repeats = columns.some(cells => repeat(cells.filter(cell => cell !== '')));
  return areWhole && !repeats && new Set(ends).size > 1 && !columns.some(areNumbers);
}

const repeat = (cells: readonly string[]): boolean => new Set(cells).size < cells.length;

/** Whether two columns without names could as well be lists as words with their categories, of which none comes twice. */
const mayBeLists = (rows: readonly Row[]): boolean => {
  const second = cellsOf(rows, 1);
  return rows.length > 1 && !areNumbers(second) && !repeat(second.filter(cell => cell !== ''));
};

/** Each column a list of words under its category. */
const listsIn = (head: Row, rows: readonly Row[]): Dictionary => ({
  entries: head.cells.flatMap((category, i) =>
    rows.flatMap(({ cells, line }) => {
      const word = (cells[i] ?? '').trim();
      return word === '' ? [] : [{ keys: [category.trim()], word, line }];
    }),
  ),
  notes: [{ line: head.line, text: `each column was read as a list of words: ${head.cells.join(', ')}` }],
});

/** As `readTable`, where each column is a list of words under its category. */
export async function readColumns(text: string, path: string, delimiter: ',' | '\t'): Promise<Dictionary> {
  const [head, ...rest] = await rowsOf(text, path, delimiter);
  if (head === undefined)
    throw new InputError({ path, line: 1, code: 'dictionary-table', message: 'the table is empty' });
  return listsIn(head, rest);
}

/** One column of words, below its name if it has one. */
function readColumn(rows: readonly Row[], name: string): Dictionary {
  const [first = ''] = cellsOf(rows, 0);
  const isNamed = WORD_COLUMN.test(first) && rows.length > 1;
  const entries = rows
    .slice(isNamed ? 1 : 0)
    .map(({ cells: [word = ''], line }) => ({ keys: [name], word: word.trim(), line }));
  return { entries: entries.filter(({ word }) => word !== '' && !/^[;#]/.test(word)), notes: [] };
}

/** Without names of columns the word comes first. */
function guess(rows: readonly Row[]) {
  const weighs = areNumbers(cellsOf(rows, 1));
  return { word: 0, value: weighs ? 1 : -1, category: weighs ? -1 : 1 };
}

const isWide = (rows: readonly Row[], word: number): boolean =>
  rows.every(({ cells }) =>
    cells.every((cell, i) => i === word || /^(?:|x|[+-]?[\d.]+)$/i.test(cell.trim())),
  );

function readWide(head: Row, rows: readonly Row[], word: number): Dictionary {
  const entries: DictionaryEntry[] = [];
  const notes: Note[] = [];
  for (const { cells, line } of rows)
    for (const [i, cell] of cells.entries()) {
      const mark = cell.trim();
      if (i === word || mark === '' || mark === '0') continue;
      const own = (cells[word] ?? '').trim();
      const of = (head.cells[i] ?? '').trim();
      if (!/^(?:x|1)$/i.test(mark))
        notes.push({ line, text: `the weight ${mark} of “${own}” in ${of} was dropped` });
      entries.push({ keys: [of], word: own, line });
    }
  return { entries, notes };
}

async function rowsOf(text: string, path: string, delimiter: string): Promise<Row[]> {
  const { parse } = await import('csv-parse/sync');
  try {
    const records = parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: delimiter === '\t',
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    const { message, lines } = error as Error & { lines?: number };
    throw new InputError({
      path,
      line: lines ?? 1,
      code: 'dictionary-table',
      message: `not a valid table: ${message}`,
      hint: 'Expected a word and its category or value in each row, and quotation marks around what holds a comma.',
    });
  }
}
