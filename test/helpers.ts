import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { run } from '../src/commands/index.js';
import type { Io } from '../src/commands/io.js';
import {
  type Article,
  analyse,
  buildLexicons,
  builtInLexicons,
  type Evidence,
  type Lexicons,
  PASSES,
  readArticles,
  renderReports,
} from '../src/index.js';
import type { Report } from '../src/model/profile.js';
import { packageRoot } from '../src/package.js';
import { compareOutlets } from '../src/pipeline.js';
import { markdown } from '../src/write/markdown.js';

/** The folder of sample articles as users name it; reports print this path. */
const SAMPLES = 'articles';

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** The articles at paths that are given from the package's folder. */
export async function articlesAt(...paths: string[]): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const article of readArticles(paths.map(path => join(packageRoot, path))))
    articles.push(article);
  return articles;
}

export const sampleArticles = once(() => articlesAt(SAMPLES));

/** The lexicons of the package. */
export const lexicons = once(() => buildLexicons(builtInLexicons()));

/** The package's lexicons of all kinds but parties and terminology, with one's own of those in their place. */
export const lexiconsWith = (...texts: string[]): Promise<Lexicons> =>
  buildLexicons([
    ...builtInLexicons().filter(({ path }) => !/\/(?:parties|terminology)\//.test(path)),
    ...texts.map((text, i) => ({ path: `own-${i}.yaml`, text })),
  ]);

/** The comparison of some articles, in Markdown. */
export const comparisonOf = (report: Report, articles: readonly Article[]): string =>
  markdown(compareOutlets(report, articles)[0]);

/** What `report` writes of the sample articles, by file name. */
export const sampleReports = once(async () => renderReports(await sampleArticles(), await lexicons()));

/** An article that was never in a file. */
export const article = (text: string, fields: Partial<Article> = {}): Article => ({
  id: 'article',
  outlet: 'The Harbour Gazette',
  story: 'a story',
  language: 'en',
  path: 'article.md',
  text,
  firstLine: 1,
  extra: {},
  ...fields,
});

export const MEASURES = PASSES.flatMap(({ measures }) => measures);

/** An article as a story of its own. */
export const analysed = (given: Article, lexicons: Lexicons, passes = PASSES) => {
  const [only] = analyse([given], lexicons, passes).analysed;
  if (only === undefined) throw new Error('an article was lost');
  return only;
};

/** What one pass sees in a text that has nothing before or after it. */
export const observed = (
  text: string,
  measure: string,
  given: Lexicons,
  fields: Partial<Article> = {},
): Evidence[] =>
  analysed(article(text, fields), given).measured.evidence.filter(each => each.measure === measure);

/** A row of `data/evidence.jsonl`. */
export interface EvidenceRow {
  readonly id: string;
  readonly article: string;
  readonly outlet: string;
  readonly story: string;
  readonly measure: string;
  readonly subject: string;
  readonly term: string;
  readonly label: string | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly voice: 'outlet' | 'scare' | 'indirect' | 'direct';
  readonly zone: string;
  readonly weight: number;
  /** Its number in the article. */
  readonly sentence: number;
  readonly line: number;
  readonly column: number;
  readonly speaker: string | null;
  readonly speaker_party: string | null;
  /** Whether pages count it. */
  readonly shown: boolean;
}

export const rowsOf = (files: ReadonlyMap<string, string>, name = 'data/evidence.jsonl'): EvidenceRow[] =>
  (files.get(name) ?? '')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as EvidenceRow);

/** The rows of a table by column. */
export const tableOf = (text: string): Record<string, string>[] => parseCsv(text, { columns: true });

/** The lines of an article's file, whether they come from the front matter or from the text. */
export const linesOfFile = (path: string): string[] =>
  readFileSync(join(packageRoot, path), 'utf8').replace(/\r\n?/g, '\n').split('\n');

export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** A sentence in which every `[words|expectation]` marks what a pass must see there; nothing else may be seen. */
export function marked(sentence: string): { text: string; expected: string[] } {
  const expected: string[] = [];
  const text = sentence.replace(/\[([^|\]]+)\|([^\]]+)\]/g, (_, words: string, what: string) => {
    for (const each of what.split(' & ')) expected.push(`${words}: ${each}`);
    return words;
  });
  return { text, expected };
}

/** What a command did: its exit code, and what it printed. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs the command line in this process and in a folder, with `input` on its standard input and nobody at a terminal,
 * unless `io` says otherwise.
 */
export async function runCli(
  args: readonly string[],
  cwd: string,
  input = '',
  io: Partial<Io> = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const code = await run(args, {
      out: text => {
        out += text;
      },
      note: text => {
        err += text;
      },
      standardInput: async () => Buffer.from(input),
      ask: undefined,
      style: (_, text) => text,
      width: 100,
      ...io,
    });
    return { code, out, err };
  } finally {
    process.chdir(before);
  }
}

/** The program as it is installed. */
export const CLI = join(packageRoot, 'dist', 'bundle', 'cli.js');

export function buildIfMissing(): void {
  if (!existsSync(CLI)) execFileSync('npm', ['run', 'build'], { cwd: packageRoot });
}

/** Runs the program as a process of its own, for what only a process shows. */
export function spawnCli(args: readonly string[], cwd: string, input = '', env: NodeJS.ProcessEnv = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    input,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}
