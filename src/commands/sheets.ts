import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FaultList, InputError } from '../errors.js';
import type { Sheet } from '../evaluate/sheets.js';
import type { Io } from './io.js';

/**
 * The sheets of one coder each, from files and folders.
 *
 * @throws InputErrors with every fault found, and where there is no verdict at all
 */
export async function readSheets(paths: readonly string[], io: Pick<Io, 'note'>): Promise<Sheet[]> {
  const [{ readSheet }, { decode }] = await Promise.all([
    import('../evaluate/sheets.js'),
    import('../read/decode.js'),
  ]);
  const faults = new FaultList();
  const sheets: Sheet[] = [];
  for (const file of paths.flatMap(path => filesAt(path, faults)))
    try {
      const { sheet, empty } = await readSheet(file, await decode(readFileSync(file), file));
      if (empty > 0) io.note(`${file}: ${empty} of ${empty + sheet.rows.size} rows have no verdict yet\n`);
      sheets.push(sheet);
    } catch (error) {
      faults.take(error, file);
    }
  faults.throwAny();
  if (sheets.every(({ rows }) => rows.size === 0))
    throw new InputError({
      path: paths.join(', '),
      code: 'no-verdict',
      message: 'there is no verdict here',
      hint: 'Expected sheets as "parallax sample" writes them, with the column "verdict" filled in.',
    });
  return sheets;
}

function filesAt(path: string, faults: FaultList): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path)
      .filter(name => /\.csv$/i.test(name))
      .toSorted()
      .map(name => join(path, name));
  } catch (error) {
    faults.take(error, path);
    return [];
  }
}
