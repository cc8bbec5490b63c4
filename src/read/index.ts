import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { InputError, InputErrors } from '../errors.js';
import type { Article } from '../model/article.js';
import { decode } from './decode.js';
import { type Origin, toArticle } from './fields.js';
import { splitFrontMatter } from './front-matter.js';

/** A place to read from: the path for messages, the name for reports. */
interface Input {
  readonly path: string;
  readonly name: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
}

const FORMATS: Readonly<Record<string, 'text' | 'jsonl' | 'csv'>> = {
  '.md': 'text',
  '.markdown': 'text',
  '.txt': 'text',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
};

/**
 * Reads articles from files and folders, one by one, in the order of the paths given and of the names in a folder.
 *
 * @param paths `-` stands for standard input
 * @throws InputErrors with every fault found, after the last article
 */
export async function* readArticles(
  paths: readonly string[],
  standardInput?: () => Promise<Uint8Array>,
): AsyncGenerator<Article> {
  const faults: InputError[] = [];
  const ids = new Map<string, string>();
  let any = false;
  const collect = (error: unknown, path: string): void => {
    if (error instanceof InputErrors) faults.push(...error.faults);
    else if (error instanceof InputError) faults.push(error);
    else if (error instanceof Error && 'syscall' in error)
      faults.push(
        new InputError({ path, code: 'not-readable', message: `cannot read this: ${reason(error)}` }),
      );
    else throw error;
  };
  for (const path of paths) {
    let inputs: Input[] = [];
    try {
      inputs = inputsAt(path, standardInput);
    } catch (error) {
      collect(error, path);
    }
    for (const input of inputs)
      try {
        for await (const { article, place } of articlesIn(input)) {
          const first = ids.get(article.id);
          if (first !== undefined)
            throw new InputError({
              ...place,
              code: 'id-twice',
              message: `the article id ${JSON.stringify(article.id)} is already that of ${first}`,
              hint: 'Give one of the two another file name, or another "id".',
            });
          ids.set(article.id, `${place.path}:${place.line}`);
          any = true;
          yield article;
        }
      } catch (error) {
        collect(error, input.path);
      }
  }
  if (faults.length === 0 && !any)
    faults.push(
      new InputError({
        path: paths.join(', '),
        code: 'no-articles',
        message: 'there are no articles here',
        hint: `Expected files that end in ${Object.keys(FORMATS).join(', ')}.`,
      }),
    );
  if (faults.length > 0) throw new InputErrors(faults);
}

/** What the system says, without its code and the path that is named anyway. */
const reason = ({ message }: Error): string => message.replace(/^[A-Z]+: |,.*$/g, '');

function inputsAt(path: string, standardInput?: () => Promise<Uint8Array>): Input[] {
  if (path === '-') {
    if (standardInput === undefined) throw new Error('standard input is not at hand');
    return [{ path: '<stdin>', name: 'stdin', bytes: standardInput }];
  }
  if (!existsSync(path))
    throw new InputError({ path, code: 'not-found', message: 'there is no such file or folder' });
  if (!statSync(path).isDirectory()) return [{ path, name: basename(path), bytes: () => readFileSync(path) }];
  const folder = /^[./\\]*$/.test(path) ? '' : `${basename(resolve(path))}/`;
  return filesBelow(path, '').map(file => ({
    path: join(path, file),
    name: folder + file,
    bytes: () => readFileSync(join(path, file)),
  }));
}

/** Files of known formats below a folder, but for hidden ones and read-me files. */
function filesBelow(root: string, below: string): string[] {
  return readdirSync(join(root, below), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const name = below + entry.name;
      if (entry.isDirectory()) return filesBelow(root, `${name}/`);
      return formatOf(name) !== undefined && !/^readme\b/i.test(entry.name) ? [name] : [];
    });
}

const formatOf = (name: string) => FORMATS[extname(name).toLowerCase()];

interface Placed {
  readonly article: Article;
  readonly place: { readonly path: string; readonly line: number };
}

async function* articlesIn(input: Input): AsyncGenerator<Placed> {
  const text = await decode(await input.bytes(), input.path);
  const format = formatOf(input.path) ?? guessFormat(text);
  if (format === 'jsonl') yield* fromJsonl(text, input);
  else if (format === 'csv') yield* fromCsv(text, input);
  else yield await fromText(text, input);
}

/** For standard input and unknown extensions. */
function guessFormat(text: string): 'text' | 'jsonl' | 'csv' {
  const first = /^\uFEFF?\s*(.*)/.exec(text)?.[1] ?? '';
  if (first.startsWith('{')) return 'jsonl';
  return /^"?[\w ]+"?,/.test(first) && /\b(?:outlet|source|publisher)\b/i.test(first) ? 'csv' : 'text';
}

const idOf = (input: Input): string => basename(input.name, extname(input.name));

async function fromText(text: string, input: Input): Promise<Placed> {
  if (text.trim() === '')
    throw new InputError({ path: input.path, line: 1, code: 'empty', message: 'the file is empty' });
  const { values, body, firstLine, field } = await splitFrontMatter(text, input.path);
  const origin: Origin = { path: input.path, name: input.name, id: idOf(input), line: 1, firstLine, field };
  return { article: toArticle(values, origin, body), place: { path: input.path, line: 1 } };
}

async function* fromJsonl(text: string, input: Input): AsyncGenerator<Placed> {
  const faults: InputError[] = [];
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    if (row.trim() === '') continue;
    const line = index + 1;
    try {
      yield fromRecord(parseRow(row, input.path, line), line, input);
    } catch (error) {
      if (error instanceof InputError) faults.push(error);
      else throw error;
    }
  }
  if (faults.length > 0) throw new InputErrors(faults);
}

function parseRow(row: string, path: string, line: number): Map<string, string> {
  let value: unknown;
  try {
    value = JSON.parse(row.replace(/^\uFEFF/, ''));
  } catch (error) {
    const { message } = error as Error;
    const position =
      /position (\d+)/.exec(message)?.[1] ?? (message.includes('end of') ? row.length : undefined);
    throw new InputError({
      path,
      line,
      column: position === undefined ? undefined : Number(position) + 1,
      code: 'json',
      message: `not valid JSON: ${message}`,
      hint: 'Expected an object on each line, such as {"outlet": "The Harbour Gazette", "text": "…"}.',
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new InputError({
      path,
      line,
      column: 1,
      code: 'json',
      message: 'expected an object with the fields of an article',
    });
  return new Map(
    Object.entries(value)
      .filter(([, field]) => field !== null && field !== undefined)
      .map(([key, field]) => [key, typeof field === 'string' ? field : JSON.stringify(field)]),
  );
}

async function* fromCsv(text: string, input: Input): AsyncGenerator<Placed> {
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
      path: input.path,
      line: lines ?? 1,
      code: 'csv',
      message: `not valid CSV: ${message}`,
      hint: 'Expected a row of column names, commas between the columns, and quotation marks around a text with commas.',
    });
  }
  const faults: InputError[] = [];
  for (const { record, raw, info } of rows) {
    // A record is placed by its first line, after empty ones; what is counted is its last.
    const line = info.lines - raw.trim().split('\n').length + 1;
    try {
      yield fromRecord(new Map(Object.entries(record)), line, input);
    } catch (error) {
      if (error instanceof InputError) faults.push(error);
      else throw error;
    }
  }
  if (faults.length > 0) throw new InputErrors(faults);
}

function fromRecord(values: ReadonlyMap<string, string>, line: number, input: Input): Placed {
  const origin: Origin = {
    path: input.path,
    name: `${input.name}#${line}`,
    id: `${idOf(input)}-${line}`,
    line,
    firstLine: 1,
    field: () => undefined,
  };
  return { article: toArticle(values, origin), place: { path: input.path, line } };
}
