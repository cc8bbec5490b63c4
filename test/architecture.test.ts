import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { expect, it } from 'vitest';
import { FUNCTION_WORDS } from '../src/english/closed-classes.js';
import { builtInLexicons } from '../src/lexicon/load.js';

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

const ground = ['model', 'english', 'errors.ts', 'package.ts'];
const stages = ['read', 'lexicon', 'parse', 'passes', 'aggregate', 'render'];
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: ['model'],
  english: ['english'],
  'errors.ts': [],
  'package.ts': [],
  ...Object.fromEntries(stages.map(stage => [stage, [stage, ...ground]])),
  // A classifier that a pass asks, and that is measured by itself.
  sentiment: ['sentiment', ...ground],
  loaded: ['loaded', ...ground],
  passes: ['passes', 'sentiment', 'loaded', ...ground],
  'pipeline.ts': [...stages, ...ground],
  'index.ts': ['pipeline.ts', ...stages, ...ground],
  evaluate: ['evaluate', 'sentiment', 'loaded', 'pipeline.ts', ...stages, ...ground],
  commands: ['commands', 'evaluate', 'pipeline.ts', ...stages, ...ground],
  'cli.ts': ['commands', ...ground],
};

it('data goes one way: no stage imports another, and nothing imports what stands above it', () => {
  expect(edges).toContain('pipeline.ts -> parse/index.ts');
  expect(edges).toContain('commands/report.ts -> pipeline.ts');
  const astray = edges.filter(edge => {
    const [file, imported] = edge.split(' -> ') as [string, string];
    return !MAY_IMPORT[partOf(file)]?.includes(partOf(imported));
  });
  expect(astray).toEqual([]);
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
  ['the network and other programs', /'node:(?:https?|net|tls|dns|http2|child_process)'|\bfetch\(/, []],
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
