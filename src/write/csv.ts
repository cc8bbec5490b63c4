import { stringify } from 'csv-stringify/sync';

/** Rows as CSV, the columns named in the first one. */
export const csv = (rows: readonly object[], names: readonly string[]): string =>
  sheet([names, ...rows.map(row => names.map(name => (row as Record<string, unknown>)[name]))]);

/** Rows of plain text: the library takes ten times as long over columns, types and formulas of its own. */
export const sheet = (rows: readonly (readonly unknown[])[]): string =>
  stringify(rows.map(cells => cells.map(cellOf)));

/** What a spreadsheet would take for a formula is marked as text; a number is none. */
function cellOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value ?? '');
  return typeof value === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}
