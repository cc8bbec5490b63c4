import { readFileSync, statSync } from 'node:fs';
import { InputError, InputErrors } from '../errors.js';
import type { Article } from '../model/article.js';

/**
 * Annotated rows of a JSONL file.
 *
 * @throws InputErrors where a line is no JSON object or lacks one of the fields
 */
export async function readRows(
  path: string,
  fields: readonly string[],
  standardInput: () => Promise<Uint8Array>,
): Promise<object[]> {
  const file = path === '-' ? undefined : statSync(path, { throwIfNoEntry: false });
  if (path !== '-' && !file?.isFile())
    throw new InputError({
      path,
      code: 'not-found',
      message: file === undefined ? 'there is no such file' : 'this is not a file',
      hint: 'Expected a file of annotated rows, one JSON object a line.',
    });
  const text = path === '-' ? new TextDecoder().decode(await standardInput()) : readFileSync(path, 'utf8');
  const rows: object[] = [];
  const faults: InputError[] = [];
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    if (row.trim() === '') continue;
    const fault = (message: string): void => {
      faults.push(
        new InputError({
          path,
          line: index + 1,
          column: 1,
          code: 'row',
          message,
          hint: `Expected one JSON object a line, with ${fields.join(', ')}.`,
        }),
      );
    };
    try {
      const value: unknown = JSON.parse(row);
      const missing = fields.filter(field => !Object.hasOwn((value ?? {}) as object, field));
      if (typeof value !== 'object' || value === null) fault('not an object');
      else if (missing.length > 0) fault(`no ${missing.join(', no ')}`);
      else rows.push(value);
    } catch (error) {
      fault(`not valid JSON: ${(error as Error).message}`);
    }
  }
  if (faults.length === 0 && rows.length === 0)
    faults.push(new InputError({ path, code: 'empty', message: 'there are no annotated rows here' }));
  if (faults.length > 0) throw new InputErrors(faults.slice(0, 20));
  return rows;
}

/** A row's text as an article. */
export const articleOf = (id: string, text: string, outlet = ''): Article => ({
  id,
  outlet,
  story: '',
  language: 'en',
  path: id,
  text,
  firstLine: 1,
  extra: {},
});
