import { InputError } from '../errors.js';

/** A record of a file with many articles; its values are read when they are asked for, since each may be at fault. */
export interface RecordRow {
  /** 1-based line of the file on which it begins. */
  readonly line: number;
  readonly values: () => ReadonlyMap<string, string>;
}

export async function* rowsOfJsonl(text: string, path: string): AsyncGenerator<RecordRow> {
  for (const [index, row] of text.split(/\r?\n/).entries())
    if (row.trim() !== '') yield { line: index + 1, values: () => parseRow(row, path, index + 1) };
}

function parseRow(row: string, path: string, line: number): Map<string, string> {
  const fault = (column: number | undefined, message: string): InputError =>
    new InputError({
      path,
      line,
      column,
      code: 'json',
      message,
      hint: 'Expected an object on each line, such as {"outlet": "The Harbour Gazette", "text": "…"}.',
    });
  let value: unknown;
  try {
    value = JSON.parse(row.replace(/^\uFEFF/, ''));
  } catch (error) {
    const { message } = error as Error;
    const position =
      /position (\d+)/.exec(message)?.[1] ?? (message.includes('end of') ? row.length : undefined);
    throw fault(position === undefined ? undefined : Number(position) + 1, `not valid JSON: ${message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw fault(1, 'expected an object with the fields of an article');
  return new Map(
    Object.entries(value)
      .filter(([, field]) => field !== null && field !== undefined)
      .map(([key, field]) => [key, typeof field === 'string' ? field : JSON.stringify(field)]),
  );
}

export async function* rowsOfCsv(text: string, path: string): AsyncGenerator<RecordRow> {
  const { parse } = await import('csv-parse/sync');
  let rows: { record: Record<string, string>; raw: string; info: { lines: number } }[];
  try {
    // With one kind of line end, since csv-parse counts the other one twice inside quotation marks.
    rows = parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      columns: true,
      info: true,
      raw: true,
      skip_empty_lines: true,
    }) as unknown as typeof rows;
  } catch (error) {
    const { message, lines } = error as Error & { lines?: number };
    throw new InputError({
      path,
      line: lines ?? 1,
      code: 'csv',
      message: `not valid CSV: ${message}`,
      hint: 'Expected a row of column names, commas between the columns, and quotation marks around text that contains commas.',
    });
  }
  // A record is placed by its first line, after empty ones; what is counted is its last.
  for (const { record, raw, info } of rows)
    yield {
      line: info.lines - raw.trim().split('\n').length + 1,
      values: () => new Map(Object.entries(record)),
    };
}
