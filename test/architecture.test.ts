import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { expect, it } from 'vitest';
import { FUNCTION_WORDS } from '../src/english/closed-classes.js';
import { PASSES } from '../src/index.js';
import { builtInLexicons } from '../src/lexicon/sources.js';
import { groupBy } from './helpers.js';

/** The code of every source file without its comments, by path. */
const sources = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map(file => [
      file,
      readFileSync(`src/${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/gm, ''),
    ]),
);
const edges = [...sources].flatMap(([file, code]) =>
  [...code.matchAll(/(?:\bfrom|^import|\bimport\()\s*'(\.[^']+)\.js'/gm)].map(
    match => `${file} -> ${posix.join(dirname(file), match[1] as string)}.ts`,
  ),
);
const partOf = (file: string): string => file.replace(/\/.*/, '');

const ground = ['model', 'english', 'errors.ts', 'files.ts', 'package.ts'];
const stages = [
  'read',
  'lexicon',
  'parse',
  'cast',
  'passes',
  'statistics',
  'reuse',
  'coverage',
  'discover',
  'findings',
  'write',
];
/** What questions to a whole story stand on: the words of an article, numbered alike in all of them. */
const acrossArticles = ['reuse', 'coverage', 'discover'];
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: ['model'],
  english: ['english'],
  'errors.ts': [],
  'files.ts': [],
  'package.ts': [],
  ...Object.fromEntries(stages.map(stage => [stage, [stage, ...ground]])),
  ...Object.fromEntries(acrossArticles.map(room => [room, [room, 'text', ...ground]])),
  text: ['text', ...ground],
  // A classifier that a pass asks, and that is measured by itself.
  sentiment: ['sentiment', ...ground],
  loaded: ['loaded', ...ground],
  passes: ['passes', 'sentiment', 'loaded', ...ground],
  'documents.ts': ['parse', 'cast', ...ground],
  'pipeline.ts': ['documents.ts', 'text', ...stages, ...ground],
  'index.ts': ['pipeline.ts', 'documents.ts', ...stages, ...ground],
  evaluate: ['evaluate', 'sentiment', 'loaded', 'text', 'pipeline.ts', 'documents.ts', ...stages, ...ground],
  commands: ['commands', 'evaluate', 'pipeline.ts', 'documents.ts', ...stages, ...ground],
  'cli.ts': ['commands', ...ground],
};

it('data goes one way: no stage imports another, and nothing imports what stands above it', () => {
  expect(edges).toContain('documents.ts -> parse/index.ts');
  expect(edges).toContain('commands/report.ts -> pipeline.ts');
  const astray = edges.filter(edge => {
    const [file, imported] = edge.split(' -> ') as [string, string];
    return !MAY_IMPORT[partOf(file)]?.includes(partOf(imported));
  });
  expect(astray).toEqual([]);
});

it('no file imports itself by way of others', () => {
  const imports = groupBy(
    edges.map(edge => edge.split(' -> ') as [string, string]),
    ([file]) => file,
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const follow = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (way.includes(file) || done.has(file)) return;
    for (const [, imported] of imports.get(file) ?? []) follow(imported, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) follow(file, []);
  expect(circles).toEqual([]);
});

it('what runs of the lexicons loads what helps authors only where there is something to say', () => {
  const roomOf = (file: string): string => /^lexicon\/(?:(\w+)\/)?/.exec(file)?.[1] ?? 'running';
  const crossing = edges
    .filter(edge => /^lexicon\/.* -> lexicon\//.test(edge))
    .map(edge => edge.split(' -> ').map(roomOf).join(' -> '))
    .filter(rooms => !/^(\w+) -> \1$/.test(rooms));
  expect(new Set(crossing)).toEqual(
    new Set(['running -> authoring', 'authoring -> running', 'exchange -> running', 'exchange -> authoring']),
  );
  const astray = edges.filter(edge =>
    /^lexicon\/exchange\/.* -> lexicon\/authoring\/(?!write\.ts)/.test(edge),
  );
  expect(astray).toEqual([]);
  for (const [file, code] of sources)
    if (/^lexicon\/[^/]+$/.test(file)) expect(code, file).not.toMatch(/from '\.\/(?:authoring|exchange)\//);
});

it('a pass is a leaf: only passes/index.ts imports one', () => {
  const passes = edges.filter(edge => /-> passes\/(?!index|measure)/.test(edge));
  expect(passes.length).toBeGreaterThan(0);
  expect(passes.filter(edge => !edge.startsWith('passes/index.ts'))).toEqual([]);
  expect(edges.filter(edge => /^passes\/.* -> passes\/(?:index|measure)/.test(edge))).toEqual([]);
});

it.each([
  ['wink-nlp and its model', /['"`]wink-/, ['parse/nlp.ts']],
  ['arguments, exit and streams', /\bprocess\.(?:argv|exit|stdin|stdout|stderr|env)/, ['cli.ts']],
  ['the console', /\bconsole\b/, []],
  ['the clock and chance', /\bnew Date\b|\bDate\.now\b|\bMath\.random\b|\brandomUUID\b/, []],
  ['the network', /'node:(?:https?|net|tls|dns|http2)'|\bfetch\(/, []],
  // A scorer that a user names in parallax.config.yaml is a program of its own.
  ['other programs', /'node:child_process'/, ['commands/scorer.ts']],
])('%s: used only where it may be', (_, pattern, files) => {
  const users = [...sources].filter(([, code]) => pattern.test(code)).map(([file]) => file);
  expect(users).toEqual(files);
});

it('closed classes of English stand in english and nowhere else', () => {
  const rooms = /^(?:parse|sentiment|loaded|evaluate|read)\//;
  const isList = (text: string): boolean => {
    const listed = text.split(/[^\p{L}'’]+/u).filter(word => word.length > 1);
    return listed.length >= 5 && listed.every(word => FUNCTION_WORDS.has(word));
  };
  const lists = [...sources].flatMap(([file, code]) =>
    [...code.matchAll(/'([^'\n]+)'|`([^`]+)`|\/\^?\(\?:([^()]+)\)\$?\//g)]
      .filter(match => isList((match[1] ?? match[2] ?? match[3]) as string))
      .map(() => file),
  );
  expect(lists).toContain('english/closed-classes.ts');
  expect(lists.filter(file => rooms.test(file))).toEqual([]);
});

it('kinds in code, words in data: no file names a country, its people or its capital', () => {
  const listed = builtInLexicons()
    .filter(({ path }) => path.includes('parties'))
    .flatMap(({ text }) => [...text.matchAll(/^ +(?:names|demonyms|seats): \[(.*)\]/gm)])
    .flatMap(match => (match[1] as string).split(/,\s*/))
    .filter(name => /^\p{Lu}\p{Ll}+$/u.test(name));
  expect(listed).toEqual(expect.arrayContaining(['Armenia', 'Azerbaijan', 'Baku', 'Russia']));
  const names = new RegExp(`\\b(?:${listed.join('|')}|Karabakh|Artsakh|Caucasus)\\b`);
  expect([...sources].filter(([, code]) => names.test(code)).map(([file]) => file)).toEqual([]);
});

it('names of measures stand in passes and in evaluation only: what comes after reads what a measure declares', () => {
  const ids = PASSES.flatMap(({ measures }) => measures.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(20);
  const named = [...sources].flatMap(([file, code]) =>
    ids.filter(id => code.includes(id)).map(id => `${file}: ${id}`),
  );
  expect(named.filter(each => !/^(?:passes|evaluate)\//.test(each))).toEqual([]);
});

it('the name of a type means one thing', () => {
  const declared = [...sources].flatMap(([file, code]) =>
    [...code.matchAll(/^(?:export )?(?:abstract )?(?:interface|class|type) (\w+)/gm)].map(([, name]) => ({
      name: name as string,
      file,
    })),
  );
  const twice = [...groupBy(declared, ({ name }) => name)]
    .filter(([, { length }]) => length > 1)
    .map(([name, places]) => `${name}: ${places.map(({ file }) => file).join(', ')}`);
  expect(twice).toEqual([]);
});

it('no file is over 400 lines', () => {
  const long = [...sources.keys()].filter(
    file => readFileSync(`src/${file}`, 'utf8').split('\n').length > 401,
  );
  expect(long).toEqual([]);
});

it('files that the documents name are there', () => {
  const gone = ['README.md', 'CONTRIBUTING.md', 'models/README.md'].flatMap(document =>
    [...readFileSync(document, 'utf8').matchAll(/`((?:src|test|models|lexicons)\/[\w./-]+)`/g)]
      .map(([, path]) => path as string)
      .filter(path => !/[A-Z]{3}/.test(path.replace('README', '')) && !existsSync(path))
      .map(path => `${document}: ${path}`),
  );
  expect(gone).toEqual([]);
});
