import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { FaultList, InputError, InputErrors } from '../errors.js';
import { filesBelow, folderName } from '../files.js';
import type { Article } from '../model/article.js';
import { decode } from './decode.js';
import { type Origin, toArticle } from './fields.js';
import { splitFrontMatter } from './front-matter.js';
import { type RecordRow, rowsOfCsv, rowsOfJsonl } from './rows.js';

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
  const faults = new FaultList();
  const ids = new Map<string, string>();
  for (const path of paths) {
    let inputs: Input[] = [];
    try {
      inputs = inputsAt(path, standardInput);
    } catch (error) {
      faults.take(error, path);
    }
    for (const input of inputs)
      try {
        for await (const { article, line } of articlesIn(input)) {
          const first = ids.get(article.id);
          if (first !== undefined)
            throw new InputError({
              path: input.path,
              line,
              code: 'id-twice',
              message: `the article id ${JSON.stringify(article.id)} is already used at ${first}`,
              hint: 'Give one of the two another file name, or another "id".',
            });
          ids.set(article.id, `${input.path}:${line}`);
          yield article;
        }
      } catch (error) {
        faults.take(error, input.path);
      }
  }
  faults.throwAny();
  if (ids.size === 0)
    throw new InputErrors([
      new InputError({
        path: paths.join(', '),
        code: 'no-articles',
        message: 'there are no articles here',
        hint: `Expected files that end in ${Object.keys(FORMATS).join(', ')}.`,
      }),
    ]);
}

function inputsAt(path: string, standardInput?: () => Promise<Uint8Array>): Input[] {
  if (path === '-') {
    if (standardInput === undefined) throw new Error('standard input is not at hand');
    return [{ path: '<stdin>', name: 'stdin', bytes: standardInput }];
  }
  if (!existsSync(path))
    throw new InputError({ path, code: 'not-found', message: 'there is no such file or folder' });
  if (!statSync(path).isDirectory()) return [{ path, name: basename(path), bytes: () => readFileSync(path) }];
  return filesBelow(path, name => formatOf(name) !== undefined && !/^readme\b/i.test(name)).map(file => ({
    path: join(path, file),
    name: folderName(path) + file,
    bytes: () => readFileSync(join(path, file)),
  }));
}

const formatOf = (name: string) => FORMATS[extname(name).toLowerCase()];

/** An article, and the line of the file on which it begins. */
interface PlacedArticle {
  readonly article: Article;
  readonly line: number;
}

async function* articlesIn(input: Input): AsyncGenerator<PlacedArticle> {
  const { path, name } = input;
  const text = await decode(await input.bytes(), path);
  const format = formatOf(path) ?? guessFormat(text);
  if (format !== 'text') {
    yield* fromRows(format === 'jsonl' ? rowsOfJsonl(text, path) : rowsOfCsv(text, path), input);
    return;
  }
  if (text.trim() === '')
    throw new InputError({ path, line: 1, code: 'empty', message: 'the file is empty' });
  const { values, body, ...places } = await splitFrontMatter(text, path);
  yield { article: toArticle(values, { path, name, id: idOf(input), line: 1, ...places }, body), line: 1 };
}

/** For standard input and unknown extensions. */
function guessFormat(text: string): 'text' | 'jsonl' | 'csv' {
  const first = /^\uFEFF?\s*(.*)/.exec(text)?.[1] ?? '';
  if (first.startsWith('{')) return 'jsonl';
  return /^"?[\w ]+"?,/.test(first) && /\b(?:outlet|source|publisher)\b/i.test(first) ? 'csv' : 'text';
}

const idOf = (input: Input): string => basename(input.name, extname(input.name));

/** An article of each row; a row at fault does not keep the others from being read. */
async function* fromRows(rows: AsyncIterable<RecordRow>, input: Input): AsyncGenerator<PlacedArticle> {
  const faults = new FaultList();
  for await (const { line, values } of rows)
    try {
      const origin: Origin = {
        path: input.path,
        name: `${input.name}#${line}`,
        id: `${idOf(input)}-${line}`,
        line,
        firstLine: 1,
        field: () => undefined,
      };
      yield { article: toArticle(values(), origin), line };
    } catch (error) {
      faults.take(error, input.path);
    }
  faults.throwAny();
}
