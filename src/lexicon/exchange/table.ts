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

/**
 * A table with a word in one column and its category or its value in another, with or without names of columns; or a
 * LIWC-22 `.dicx`, which has a column for each category and a mark where the word is of it.
 *
 * @throws InputError where the columns cannot be recognised
 */
export async function readTable(text: string, path: string, delimiter: ',' | '\t'): Promise<Dictionary> {
  const [head, ...rest] = await rowsOf(text, path, delimiter);
  if (head === undefined)
    throw new InputError({ path, line: 1, code: 'dictionary-table', message: 'the table is empty' });
  const find = (pattern: RegExp): number => head.cells.findIndex(cell => pattern.test(cell));
  const word = find(WORD_COLUMN);
  const value = find(VALUE_COLUMN);
  const category = find(CATEGORY_COLUMN);
  if (word >= 0 && value < 0 && category < 0 && isWide(rest, word)) return readWide(head, rest, word);
  const named = word >= 0 && (value >= 0 || category >= 0);
  if (!named && head.cells.length !== 2)
    throw new InputError({
      path,
      line: head.line,
      code: 'dictionary-table',
      message: `expected two columns, found ${head.cells.length}`,
      hint: 'A word and its category or value; more columns need names in the first row: word, category, value.',
    });
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

/** Without names of columns the word comes first. */
function guess(rows: readonly Row[]) {
  const numbers = rows.filter(({ cells }) => NUMBER.test((cells[1] ?? '').trim())).length;
  const weighs = numbers * 2 > rows.length;
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
