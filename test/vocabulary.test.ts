/** The glossary of CONTRIBUTING holds everywhere: what its last column lists stands in no code, page, or lexicon's prose. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LineCounter, parseDocument, visit } from 'yaml';
import { packageRoot } from '../src/package.js';

const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');
const filesIn = (folder: string, extension: string): string[] =>
  readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(extension))
    .map(name => join(folder, name).replaceAll('\\', '/'))
    .toSorted();

const GLOSSARY = /<!-- glossary -->[\s\S]*<!-- \/glossary -->/;

/** Terms of the glossary with what may not be said for them, and after *but* the phrases in which it may. */
const entries = (GLOSSARY.exec(read('CONTRIBUTING.md'))?.[0] ?? '')
  .split('\n')
  .filter(line => line.startsWith('| '))
  .slice(2)
  .map(line => {
    const [term = '', , last = ''] = line.split(/(?<!\\)\|/).slice(1, -1);
    const [banned = '', allowed = ''] = last.split(/ but /);
    return { term: term.trim(), banned: listed(banned), allowed: listed(allowed) };
  });

function listed(text: string): string[] {
  return text
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '');
}

const banned = entries.flatMap(entry => entry.banned.map(word => ({ ...entry, word })));

/** Each banned word as a pattern over plain words: in any case, over hyphens and line ends, as singular or plural. */
const patterns = banned.map(({ word, term, allowed }) => ({
  word,
  term,
  pattern: new RegExp(
    `(?<![\\p{L}\\p{N}])${word.split(/[\s-]+/).join('[\\s-]+')}s?(?![\\p{L}\\p{N}])`,
    'giu',
  ),
  allowed: allowed.map(each => new RegExp(`(?<!\\p{L})${each.replace(/\s+/g, '\\s+')}s?(?!\\p{L})`, 'giu')),
}));

/** Where a text uses a banned word: `path:line word -> term`. */
function usesIn(path: string, text: string): string[] {
  return patterns.flatMap(({ word, term, pattern, allowed }) => {
    const rest = allowed.reduce((kept, each) => kept.replace(each, blank), text);
    return [...rest.matchAll(pattern)].map(
      ({ index }) =>
        `${path}:${text.slice(0, index).split('\n').length} ${JSON.stringify(word)}: say ${term}`,
    );
  });
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** Code with the words of its identifiers apart: `baseKey` is *base Key*, in as many lines as before. */
const spaced = (code: string): string =>
  code
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ')
    .replace(/_/g, ' ')
    .replace(/^ *\* ?/gm, '');

/** What a lexicon says of itself to people: comments, and the fields that pages and lists print. */
function proseOf(yaml: string): string {
  const counter = new LineCounter();
  const lines = yaml.split('\n').map(line => /(?:^|\s)#(?! yaml-language-server)(.*)$/.exec(line)?.[1] ?? '');
  visit(parseDocument(yaml, { lineCounter: counter }), {
    Pair(_, { key, value }) {
      const { value: name, range } = key as { value: unknown; range: [number, number, number] };
      const text = (value as { value?: unknown } | null)?.value;
      if (typeof name !== 'string' || typeof text !== 'string' || !PROSE.has(name)) return;
      const { line } = counter.linePos(range[0]);
      lines[line - 1] += ` ${text.replace(/\s+/g, ' ')}`;
    },
  });
  return lines.join('\n');
}

const PROSE: ReadonlySet<string> = new Set(['title', 'gloss', 'limits', 'note', 'description']);

describe('the glossary', () => {
  it('has a table of terms', () => {
    expect(entries.length).toBeGreaterThan(20);
    expect(banned.map(({ word }) => word)).toEqual(
      expect.arrayContaining(['retold', 'sufferer', 'base key']),
    );
  });

  it.each([
    ['what was retold here', ['retold']],
    ['const sufferersOf = 1;', ['sufferer']],
    ['const baseKey = 1; // a database, based on a base form', ['base key']],
    ['carried out, not carried over, but\ncarried', ['carried']],
    ['words in the mouths\n * of others', ['in the mouths of others']],
    ['omitted; told as-done', ['told as done']],
  ])('is found broken in %j', (text, words) => {
    expect(usesIn('x', spaced(text)).map(use => JSON.parse(/"[^"]*"/.exec(use)?.[0] ?? ''))).toEqual(words);
  });

  it.each([
    ['code', () => filesIn('src', '.ts').map(path => [path, spaced(read(path))])],
    ['pages', () => filesIn('reports', '.md').map(path => [path, read(path)])],
    [
      'documents',
      () =>
        ['README.md', 'CONTRIBUTING.md', 'lexicons/README.md', 'models/README.md'].map(path => [
          path,
          read(path).replace(GLOSSARY, blank),
        ]),
    ],
    ['lexicons', () => filesIn('lexicons', '.yaml').map(path => [path, proseOf(read(path))])],
  ] as [string, () => [string, string][]][])('holds in %s', (_, texts) => {
    const uses = texts().flatMap(([path, text]) => usesIn(path, text));
    expect(uses).toEqual([]);
  });
});
