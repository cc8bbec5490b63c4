import { extname } from 'node:path';
import { InputError } from '../../errors.js';
import type { Dictionary } from './dictionary.js';

export const IMPORT_FORMATS = [
  'quanteda',
  'liwc',
  'wordstat',
  'yoshikoder',
  'lexicoder',
  'list',
  'csv',
  'tsv',
  'lists',
] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

const BY_EXTENSION: Readonly<Record<string, ImportFormat>> = {
  '.yml': 'quanteda',
  '.yaml': 'quanteda',
  '.dic': 'liwc',
  '.cat': 'wordstat',
  '.ykd': 'yoshikoder',
  '.lc3': 'lexicoder',
  '.csv': 'csv',
  '.dicx': 'csv',
  '.tsv': 'tsv',
  '.tab': 'tsv',
};

/** What a text file without a telling name holds, by its lines. */
function formatOf(text: string): ImportFormat {
  const lines = text.split(/\r\n?|\n/).filter(line => line.trim() !== '' && !/^\s*[;#]/.test(line));
  const [first = ''] = lines;
  if (first.trim() === '%') return 'liwc';
  if (first.startsWith('<?xml') || first.startsWith('<dictionary')) return 'yoshikoder';
  if (/^\+\S/.test(first) && lines.some(line => !/^[+-]?[\d.]+$/.test(line))) return 'lexicoder';
  if (lines.some(line => /^\s.*\([\d.]+\)\s*$/.test(line))) return 'wordstat';
  const inTable = lines.filter(line => /\S\t\S/.test(line.trim())).length;
  return inTable * 2 > lines.length ? 'tsv' : 'list';
}

/**
 * A dictionary of another tool.
 *
 * @param name the category of the words of a file that names none
 * @throws InputError where the file is not in the format
 */
export async function readDictionary(
  text: string,
  path: string,
  name: string,
  given: ImportFormat | undefined,
): Promise<Dictionary> {
  const extension = extname(path).toLowerCase();
  const format = given ?? BY_EXTENSION[extension] ?? (extension === '.txt' ? formatOf(text) : undefined);
  switch (format) {
    case 'quanteda':
      return (await import('./quanteda.js')).readQuanteda(text, path);
    case 'liwc':
      return (await import('./liwc.js')).readLiwc(text, path);
    case 'wordstat':
      return (await import('./lines.js')).readWordStat(text, path);
    case 'lexicoder':
      return (await import('./lines.js')).readLexicoder(text, path);
    case 'list':
      return (await import('./lines.js')).readList(text, name);
    case 'yoshikoder':
      return (await import('./yoshikoder.js')).readYoshikoder(text, path);
    case 'csv':
    case 'tsv':
      return (await import('./table.js')).readTable(text, path, format === 'csv' ? ',' : '\t', name);
    case 'lists':
      return (await import('./table.js')).readColumns(text, path, extension === '.tsv' ? '\t' : ',');
    default:
      throw new InputError({
        path,
        code: 'dictionary-format',
        message: 'the file name does not show the format',
        hint: `Give --format ${IMPORT_FORMATS.join(', ')}; known extensions are ${Object.keys(BY_EXTENSION).join(', ')}, .txt.`,
      });
  }
}
