import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Doc, type Measure, type Observation, PASSES, type Pass } from '../src/index.js';
import { packageRoot } from '../src/package.js';
import { buildIfMissing, CLI, MEASURES, type Ran, runCli, spawnCli } from './helpers.js';

const root = mkdtempSync(join(tmpdir(), 'parallax-cli-'));
let folder = root;

beforeAll(buildIfMissing);
beforeEach(() => {
  folder = mkdtempSync(join(root, 'run-'));
});
afterAll(() => rmSync(root, { recursive: true }));

/** Runs the command in the folder of the test, with `input` on its standard input. */
const run = (args: readonly string[], input = ''): Promise<Ran> => runCli(args, folder, input);

/** Runs what must go well. */
async function done(args: readonly string[], input?: string): Promise<Ran> {
  const ran = await run(args, input);
  expect(ran.err).not.toMatch(/bug in Parallax/);
  expect(ran.code).toBe(0);
  return ran;
}

const TEXT = `Ministers meet again

Armenia said on Friday that the occupied region was calm. Azerbaijan denied it.

“We will liberate our land,” an Azerbaijani official told reporters. Nobody else spoke.
`;
const articleOf = (outlet: string, text = TEXT): string =>
  `---\noutlet: ${JSON.stringify(outlet)}\nstory: talks\n---\n${text}`;

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** Every file below the folder of the test, or one in it, and what it holds. */
function filesBelow(below = '.'): Map<string, string> {
  const files = readdirSync(join(folder, below), { recursive: true, encoding: 'utf8' }).map(file =>
    join(folder, below, file),
  );
  return new Map(
    files
      .filter(file => statSync(file).isFile())
      .toSorted()
      .map(file => [relative(join(folder, below), file), readFileSync(file, 'utf8')]),
  );
}

const STACK = /^ {4}at |bug in Parallax|node:internal/m;

describe('exit code 0: done', () => {
  it.each([
    [['--help'], /report[\s\S]*compare[\s\S]*explain[\s\S]*cast[\s\S]*lexicon/],
    [['report', '--help'], /--out[\s\S]*--lexicon/],
    [['compare', '--help'], /--out/],
    [['explain', '--help'], /standard input/],
    [['cast', '--help'], /--out[\s\S]*--cast[\s\S]*Examples:[\s\S]*cast articles --out cast.yaml/],
    [['lexicon', '--help'], /check[\s\S]*list[\s\S]*suggest[\s\S]*import[\s\S]*export/],
    [['--version'], /^\d+\.\d+\.\d+\n$/],
    [['lexicon', 'check'], /^\d+ lexicons are valid\.\n$/],
    [['lexicon', 'list'], /terminology[\s\S]*afinn-165/],
  ])('%j', async (args, expected) => {
    const { out, err } = await done(args);
    expect(out).toMatch(expected);
    expect(err).toBe('');
  });
});

describe('exit code 2: the command line is wrong; it is told how, and how to mend it', () => {
  const COMMANDS = 'report, compare, explain, cast, lexicon, mentions, sample, evaluate, completion';
  const usage = (command: string, rest: string): string =>
    `  Usage: parallax ${command} ${rest}. \`parallax ${command} --help\` says more.\n`;

  it.each<[string, string, string]>([
    [
      '',
      'parallax: no command is given\n',
      `  Expected one of ${COMMANDS}. \`parallax --help\` says what they do.\n`,
    ],
    [
      'reprot a.md',
      'parallax: there is no command "reprot"\n',
      `  Did you mean "report"? Expected one of ${COMMANDS}.\n`,
    ],
    ['a.md', 'parallax: there is no command "a.md"\n', `  Expected one of ${COMMANDS}.\n`],
    [
      '--quiet report a.md',
      'parallax: there is no option --quiet\n',
      '  Expected one of --help, --version.\n',
    ],
    ['report', 'parallax report: <paths..> is missing\n', usage('report', '<paths..>')],
    [
      'report --frobnicate a.md',
      'parallax report: there is no option --frobnicate\n',
      '  Expected one of --help, --version, --out, --story, --lexicon, --cast, --scores, --keep-duplicates, --validated.\n',
    ],
    [
      'report a.md --ouut x',
      'parallax report: there is no option --ouut\n',
      '  Did you mean "--out"? Expected one of --help, --version, --out, --story, --lexicon, --cast, --scores, --keep-duplicates, --validated.\n',
    ],
    [
      'report a.md -o x',
      'parallax report: there is no option -o\n',
      '  Expected one of --help, --version, --out, --story, --lexicon, --cast, --scores, --keep-duplicates, --validated.\n',
    ],
    [
      'report a.md --no-out',
      'parallax report: there is no option --no-out\n',
      '  Expected one of --help, --version, --out, --story, --lexicon, --cast, --scores, --keep-duplicates, --validated.\n',
    ],
    ['report a.md --out', 'parallax report: the option --out needs a value\n', usage('report', '<paths..>')],
    [
      'report a.md --out --story x',
      'parallax report: the option --out needs a value\n',
      usage('report', '<paths..>'),
    ],
    [
      'report a.md --out x --out y',
      'parallax report: --out may be given only once\n',
      usage('report', '<paths..>'),
    ],
    [
      'report a.md --lexicon',
      'parallax report: the option --lexicon needs a value\n',
      usage('report', '<paths..>'),
    ],
    ['compare The-Pilot', 'parallax compare: <b> is missing\n', usage('compare', '<a> <b> [paths..]')],
    ['explain', 'parallax explain: <articles..> is missing\n', usage('explain', '<articles..>')],
    [
      'evaluate sentimen a.md',
      'parallax evaluate: <task> cannot be "sentimen"\n',
      '  Did you mean "sentiment"? Expected one of quotations, cast, speakers, coreference, sentiment, stories, roles, ' +
        'loaded-words, lexical-bias, reuse, coverage, suggestions, sheets.\n',
    ],
    [
      'evaluate reuse a.md b.md',
      'parallax evaluate: reuse is measured on one file, and there is no place for b.md\n',
      usage('evaluate', '<task> <files..>'),
    ],
    [
      'lexicon',
      'parallax lexicon: no command is given\n',
      '  Expected one of new, check, try, list, show, diff, suggest, import, export. ' +
        '`parallax lexicon --help` says what they do.\n',
    ],
    [
      'lexicon chekc',
      'parallax lexicon: there is no command "chekc"\n',
      '  Did you mean "check"? Expected one of new, check, try, list, show, diff, suggest, import, export.\n',
    ],
    [
      'lexicon suggest',
      'parallax lexicon suggest: <articles..> is missing\n',
      usage('lexicon suggest', '<articles..>'),
    ],
    [
      'lexicon import a.md',
      'parallax lexicon import: --kind is missing\n',
      usage('lexicon import', '<file>'),
    ],
    [
      'lexicon export migration --format wordstat',
      'parallax lexicon export: --format cannot be "wordstat"\n',
      '  Expected one of quanteda, liwc.\n',
    ],
  ])('%s', async (line, message, hint) => {
    write({ 'a.md': articleOf('The Pilot') });
    const { code, out, err } = await run(line === '' ? [] : line.split(' '));
    expect([code, err, out]).toEqual([2, message + hint, '']);
    expect([...filesBelow().keys()]).toEqual(['a.md']);
  });

  it.each([
    [['The Pilot', 'The Liner'], /"The Pilot" and "The Liner" are no file or folder, and there is no folder/],
    [
      ['a.md', 'The Liner'],
      /"The Liner" is no file or folder, and there is no folder "articles" .*\n {2}Name /,
    ],
  ])('compare %j where there is no folder of articles', async (args, expected) => {
    write({ 'a.md': articleOf('The Pilot') });
    const { code, err } = await run(['compare', ...args]);
    expect([code, err]).toEqual([2, expect.stringMatching(expected)]);
  });

  it.each([
    [['--valence', 'bad'], /--valence bad: expected/],
    [['--parties', 'a'], /--parties takes two ids/],
  ])('lexicon import a.csv --kind polarity %j', async (args, expected) => {
    const { code, err } = await run(['lexicon', 'import', 'a.csv', '--kind', 'polarity', ...args]);
    expect([code, err]).toEqual([2, expect.stringMatching(expected)]);
  });
});

describe('exit code 1: the input is at fault; it is told where, and nothing is written', () => {
  const files = {
    'good.md': articleOf('The Pilot'),
    'bare.md': 'No front matter.',
    'german.md': '---\noutlet: P\nlanguage: de\n---\nText.',
    'bad.jsonl': '{"outlet": 1,\n',
    'bad.csv': 'outlet,text\nA,"T\n',
    'picture.md': '\u0000\u0001\u0002',
    'bad.yaml': 'kind: terminology\nid: x\ncolour: red\n',
    'bad.dic': 'boat\t1\n',
    'good.dic': '%\n1\tvessel\n%\nboat\t1\n',
    'empty/notes.pdf': '',
  };

  it.each([
    [['report', 'gone.md'], /^gone\.md: there is no such file or folder\n$/],
    [['report', 'empty'], /^empty: there are no articles here\n {2}Expected files that end in \.md, /],
    [['evaluate', 'reuse', 'empty'], /^empty: this is not a file\n {2}Expected a file of annotated rows, /],
    [['evaluate', 'reuse', '-'], /^-: there are no annotated rows here\n/],
    [
      ['report', 'good.md', 'bare.md', 'german.md'],
      /^bare\.md:1:1: no outlet is given\n {2}.*\ngerman\.md:3:1: the article is in "de"\n/,
    ],
    [['report', 'bad.jsonl'], /^bad\.jsonl:1:14: not valid JSON/],
    [['report', 'bad.csv'], /^bad\.csv:\d: not valid CSV/],
    [['report', 'picture.md'], /^picture\.md: this is not a text file\n/],
    [['report', 'good.md', 'good.md'], /^good\.md:1: the article id "good" is already used at good\.md:1\n/],
    [['report', 'good.md', '--story', 'other'], /"other"\n {2}The stories here are "talks"\.\n$/],
    [
      ['report', 'good.md', '--lexicon', 'gone.yaml'],
      /^gone\.yaml: there is no such file or folder\n {2}Expected a YAML file, or a folder of them\.\n$/,
    ],
    [['report', 'good.md', '--lexicon', 'bad.yaml'], /^bad\.yaml:3:1: the file: unknown key "colour"\n/m],
    [
      ['report', 'good.md', '--out', 'bare.md'],
      /^bare\.md: cannot write here: bare\.md is a file, or lies below one\n {2}Name another place with --out\.\n$/,
    ],
    [
      ['compare', 'The Pilot', 'The Liner', 'good.md'],
      /no article is by "The Liner"\n {2}The outlets here are "The Pilot"\.\n$/,
    ],
    [['compare', 'good.md', 'bare.md'], /^bare\.md:1:1: no outlet is given/],
    [['explain', 'bare.md'], /^bare\.md:1:1: no outlet is given/],
    [['explain', '-'], /^<stdin>:1: the file is empty\n$/],
    [['lexicon', 'suggest', 'bare.md'], /^bare\.md:1:1: no outlet is given/],
    [
      ['lexicon', 'suggest', 'good.md', '--concept', 'x'],
      /no lexicon has the concept "x"\n {2}The concepts are /,
    ],
    [['lexicon', 'import', 'gone.dic', '--kind', 'cues'], /^gone\.dic: there is no such file\n$/],
    [
      ['lexicon', 'import', 'good.md', '--kind', 'cues'],
      /^good\.md: the file name does not show the format\n {2}Give --format/,
    ],
    [['lexicon', 'import', 'bad.dic', '--kind', 'cues'], /^bad\.dic:1: no list of categories/],
    [
      ['lexicon', 'import', 'good.dic', '--kind', 'words'],
      /cannot be imported as "words"\n {2}It can be imported as terminology, /,
    ],
    [['lexicon', 'export', 'gone', '--format', 'liwc'], /^gone: there is no such lexicon and no such file\n/],
    [['lexicon', 'export', 'empty', '--format', 'liwc'], /^empty: there are no lexicons here\n/],
    [['lexicon', 'check', 'bad.yaml'], /^bad\.yaml:3:1: the file: unknown key "colour"\n/m],
  ])('%j', async (args, expected) => {
    write(files);
    const before = filesBelow();
    const { code, out, err } = await run(args);
    expect(code).toBe(1);
    expect(err).toMatch(expected);
    expect(err).not.toMatch(STACK);
    expect(out).toBe('');
    expect(filesBelow()).toEqual(before);
  });

  it('a report that stands already is left as it was', async () => {
    write({ 'in/a.md': articleOf('The Pilot') });
    await done(['report', 'in', '--out', 'out']);
    const before = filesBelow('out');
    write({ 'in/a.md': articleOf('The Pilot', 'Quite another text.'), 'in/b.md': 'No outlet.' });
    expect((await run(['report', 'in', '--out', 'out'])).code).toBe(1);
    expect(filesBelow('out')).toEqual(before);
    // Nor is it when the last of the files cannot be written.
    rmSync(join(folder, 'in', 'b.md'));
    rmSync(join(folder, 'out', 'data', 'report.json'));
    mkdirSync(join(folder, 'out', 'data', 'report.json'));
    const { code, err } = await run(['report', 'in', '--out', 'out']);
    expect([code, err]).toEqual([1, expect.stringMatching(/^out: cannot write here: /)]);
    before.delete('data/report.json');
    expect(filesBelow('out')).toEqual(before);
  });
});

describe('report', () => {
  it('writes a page for each outlet, the comparison and the data, and leaves no drafts', async () => {
    write({ 'in/a.md': articleOf('The Pilot'), 'in/b.md': articleOf('The Liner') });
    const { out, err } = await done(['report', 'in', '--out', 'deep/out']);
    expect(out).toBe('');
    expect(err).toMatch(
      /^2 articles read, \d+ files written to deep\/out\. Begin with deep\/out\/comparison\.md\.\n$/,
    );
    const names = [...filesBelow('deep/out').keys()];
    expect(names).toEqual(
      expect.arrayContaining([
        'the-pilot.md',
        'the-liner.md',
        'comparison.md',
        'data/evidence.jsonl',
        'data/measurements.csv',
        'data/report.json',
      ]),
    );
    expect(names.filter(name => name.includes('tmp'))).toEqual([]);
  });

  it('takes away the page and the charts of an outlet that is gone, and nothing that it did not write', async () => {
    write({ 'in/a.md': articleOf('The Pilot'), 'in/b.md': articleOf('The Liner'), 'out/notes.md': 'Mine.' });
    write({ 'out/charts/mine.svg': '<svg/>' });
    const charts = (): string[] => [...filesBelow('out/charts').keys()];
    await done(['report', 'in', '--out', 'out']);
    expect(charts().length).toBeGreaterThan(1);
    rmSync(join(folder, 'in', 'b.md'));
    await done(['report', 'in', '--out', 'out']);
    expect([...filesBelow('out').keys()].filter(name => /^[^/]*\.md$/.test(name))).toEqual([
      'comparison.md',
      'method.md',
      'notes.md',
      'the-pilot.md',
    ]);
    expect(charts()).toEqual(['mine.svg']);
    await done([
      'compare',
      'in/a.md',
      join(packageRoot, 'articles', 'paper-boat-1.md'),
      '--out',
      'out/pair.md',
    ]);
    expect([...filesBelow('out').keys()]).toEqual(
      expect.arrayContaining(['pair.md', 'the-pilot.md', 'notes.md']),
    );
  });

  it('same input, same bytes: again, from elsewhere, by an absolute path; and no path of the machine', async () => {
    write({ 'in/a.md': articleOf('The Pilot'), 'in/deep/b.md': articleOf('The Liner') });
    await done(['report', 'in', '--out', 'one']);
    const elsewhere = { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    expect(spawnCli(['report', 'in', '--out', 'two'], folder, '', elsewhere).code).toBe(0);
    await done(['report', join(folder, 'in'), '--out', join(folder, 'three')]);
    const one = filesBelow('one');
    expect(filesBelow('two')).toEqual(one);
    expect(filesBelow('three')).toEqual(one);
    for (const [name, content] of one)
      for (const machine of [root, packageRoot, tmpdir(), process.execPath])
        expect(content.includes(machine), `${machine} in ${name}`).toBe(false);
  });

  it('several stories get a folder each', async () => {
    write({
      'in/a.md': articleOf('The Pilot'),
      'in/b.md': articleOf('The Pilot').replace('story: talks', 'story: "../Ceasefire"'),
    });
    await done(['report', 'in', '--out', 'out']);
    const pages = [...filesBelow().keys()].filter(name => name.endsWith('the-pilot.md'));
    expect(pages).toEqual(['out/ceasefire/the-pilot.md', 'out/talks/the-pilot.md']);
    await done(['report', 'in', '--out', 'single', '--story', 'talks']);
    expect(filesBelow('single').has('the-pilot.md')).toBe(true);
  });

  it('untrusted names stay inside the folder, do not collide, and are escaped', async () => {
    const outlets = [
      '../../x',
      '/etc/passwd',
      '<script>alert(1)</script>',
      '=cmd()|x',
      '日本語新聞',
      '中文報紙',
      'The Pilot',
      'The-Pilot!',
      'the pilot',
      'comparison',
      'CON',
      'data',
      '.hidden',
      'a'.repeat(300),
      'A | B `c` [d](javascript:e)\n# Injected',
    ];
    write(Object.fromEntries(outlets.map((outlet, i) => [`in/${i}.md`, articleOf(outlet)])));
    await done(['report', 'in', '--out', 'reports/out']);
    const outside = [...filesBelow().keys()].filter(name => !/^(?:in|reports\/out)\//.test(name));
    expect(outside).toEqual([]);
    expect(readdirSync(root).filter(name => !name.startsWith('run-'))).toEqual([]);

    const out = filesBelow('reports/out');
    const pages = [...out.keys()].filter(
      name => name.endsWith('.md') && !['comparison.md', 'method.md'].includes(name),
    );
    expect(new Set(pages.map(name => name.toLowerCase())).size).toBe(outlets.length);
    for (const page of pages) expect(page).toMatch(/^[a-z0-9][a-z0-9-]{0,90}\.md$/);
    for (const reserved of ['con.md', 'data.md']) expect(pages).not.toContain(reserved);

    for (const [name, content] of out) {
      if (!name.endsWith('.md')) continue;
      expect(content, name).not.toMatch(/(?<!\\)<script/);
      expect(content, name).not.toMatch(/^# Injected/m);
      expect(content, name).not.toMatch(/(?<!\\)\]\(javascript:/);
    }
    expect([...out.values()].some(content => content.includes('\\<script>alert(1)\\</script>'))).toBe(true);
    const csv = out.get('data/measurements.csv') as string;
    expect(csv).toContain("'=cmd()|x");
    expect(csv).not.toMatch(/(?:^|,|")=cmd/m);
    expect(out.get('data/coverage.csv')?.split('\n')[0]).toContain("'=cmd()|x");
    expect(out.get('data/coverage.csv')).not.toMatch(/(?:^|,|")=cmd/m);
  });
});

describe('compare', () => {
  it('by names, in any case, and by paths: the same two outlets', async () => {
    write({
      'in/a.md': articleOf('The Pilot'),
      'in/b.md': articleOf('The Liner'),
      'in/c.md': articleOf('The Tug'),
    });
    const named = await done(['compare', 'the pilot', 'THE LINER', 'in']);
    const byPath = await done(['compare', 'in/a.md', 'in/b.md']);
    expect(named.out).toBe(byPath.out);
    expect(named.out).toContain('The Pilot');
    expect(named.out).toContain('The Liner');
    expect(named.out).not.toContain('The Tug');
    expect(named.out.replace(/\s+/g, ' ')).toContain('does not imply a judgement about truth or intent.');
  });

  it('into a file, whose folder it makes', async () => {
    write({ 'a.md': articleOf('The Pilot'), 'b.md': articleOf('The Liner') });
    const { out } = await done(['compare', 'a.md', 'b.md', '--out', 'deep/pair.md']);
    expect(out).toBe('');
    expect(filesBelow('deep').get('pair.md')).toMatch(/^# .*[\s\S]*The Liner[\s\S]*The Pilot/);
  });

  it.each([
    [
      'one outlet twice',
      ['compare', 'The Pilot', 'the pilot', 'in'],
      /^The Pilot, the pilot: expected two outlets, found 1\n {2}The outlets here are "The Liner", "The Pilot"\.\n$/,
    ],
    [
      'two files of one outlet',
      ['compare', 'in/a.md', 'in/c.md'],
      /^in\/a\.md, in\/c\.md: expected articles of two outlets, found only those of "The Pilot"\n {2}Name /,
    ],
    [
      'an unknown one',
      ['compare', 'The Pilot', 'The Barge', 'in'],
      /no article is by "The Barge"\n {2}The outlets here are "The Liner", "The Pilot"\./,
    ],
  ])('needs two outlets, and names those there are: %s', async (_, args, expected) => {
    write({
      'in/a.md': articleOf('The Pilot'),
      'in/b.md': articleOf('The Liner'),
      'in/c.md': articleOf('The Pilot'),
    });
    const { code, err } = await run(args);
    expect([code, err]).toEqual([1, expect.stringMatching(expected)]);
  });
});

describe('explain', () => {
  const explained = async (...args: string[]): Promise<string> => {
    write({ 'a.md': articleOf('The Pilot', `By Jane Example\n\n${TEXT}`) });
    const { out, err } = await done(['explain', 'a.md', ...args]);
    expect(err).toBe('');
    return out;
  };

  it('prints each sentence with its words marked, and under it what was seen in them, each once', async () => {
    const out = await explained();
    expect(out).toMatch(
      /^The Pilot, a\.md: no title\n {2}Words: \d+ own words, \d+ reported, \d+ quoted, 0 in scare quotes\n/,
    );
    expect(out).toContain(
      '\na.md:9 lede\n  [Armenia] [said] on Friday that the [occupied region] was calm.\n',
    );
    for (const line of [
      /Armenia: mentioned; the first party that the article names; neutral \(own words/,
      /said \(Armenia\): neutral reporting verb \(own words\)/,
      /occupied region: rival term \(“What the territory is called”\): occupied; favours Azerbaijan \(.*: Armenia; set aside/,
      /“We will liberate our land,”: statement by .*official.*; the first quotation of the article/,
    ])
      expect(out).toMatch(line);
    const lines = out.split('\n').filter(line => /^ {4}\S/.test(line));
    expect(lines.length).toBeGreaterThan(5);
    const sentence = out.slice(out.indexOf('a.md:9'), out.indexOf('a.md:9', out.indexOf('a.md:9') + 1));
    expect(sentence.match(/^ {4}said /gm)).toHaveLength(1);
    expect(out).toMatch(/ {2}5 byline: By Jane Example\n/);
  });

  it('names no measure and no feature, but with --features what each word adds', async () => {
    const plain = await explained();
    for (const { id } of MEASURES) expect(plain).not.toContain(id);
    expect(plain).not.toMatch(/^ {8}/m);
    expect(await explained('--features')).toMatch(/^ {8}[−+]?\d\.\d\d \S+ \[.+\]$/m);
  });

  it('--all prints the sentences in which nothing was found', async () => {
    const plain = await explained();
    expect(plain).not.toContain('Nobody else spoke.');
    expect(plain).toMatch(/\nNothing was found in \d sentences?; use --all to print them\.\n/);
    const all = await explained('--all');
    expect(all).toMatch(/\na\.md:11 body\n {2}Nobody else spoke\.\n/);
    expect(all).not.toContain('Nothing was found');
  });

  it('--json holds all that is printed and the evidence behind it, which sits where it says', async () => {
    const data = JSON.parse(await explained('--json'));
    expect(data).toMatchObject({ article: 'a', outlet: 'The Pilot', story: 'talks', path: 'a.md' });
    const file = `By Jane Example\n\n${TEXT}`;
    let evidence = 0;
    for (const sentence of data.sentences)
      for (const { words, says, voice, evidence: seen } of sentence.observations) {
        expect([words.length > 0, says, voice]).toEqual([true, expect.any(String), expect.any(String)]);
        for (const { start, end } of seen) {
          evidence++;
          expect(start).toBeGreaterThanOrEqual(sentence.start);
          expect(words.some((each: string) => each.startsWith(file.slice(start, end)))).toBe(true);
        }
      }
    expect(evidence).toBeGreaterThan(5);
  });

  it('shows a measure that says nothing of itself by its title', async () => {
    const { says, ...measure } = MEASURES.find(({ id }) => id === 'visibility.mentions') as Measure;
    expect(says).toBeDefined();
    const pass = {
      name: 'dummy',
      measures: [{ ...measure, id: 'dummy.capitals', title: 'names in capitals' }],
    };
    const observe = function* ({ article }: Doc): Generator<Observation> {
      const start = article.text.indexOf('Ministers');
      const span = { start, end: start + 9 };
      yield { measure: 'dummy.capitals', subject: 'armenia', term: 'x', span, weight: 1 };
    };
    const dummy = { ...(PASSES[0] as Pass), ...pass, observe };
    const passes = PASSES as Pass[];
    passes.push(dummy);
    try {
      expect(await explained()).toContain(
        '\n  [Ministers] meet again\n    Ministers: names in capitals: Armenia (own words)\n',
      );
    } finally {
      passes.pop();
    }
  });

  it.each([
    ['Markdown', articleOf('The Pilot')],
    ['JSONL', JSON.stringify({ outlet: 'The Pilot', text: TEXT })],
    ['CSV', `outlet,text\nThe Pilot,"${TEXT}"\n`],
  ])('of standard input: %s', async (_, input) => {
    const { out } = await done(['explain', '-'], input);
    expect(out).toMatch(/^The Pilot, stdin\S*: no title\n/);
    expect(out).toContain('    Armenia: mentioned; ');
  });

  it('standard input among other paths', async () => {
    write({ 'a.md': articleOf('The Liner') });
    const { err } = await done(['report', 'a.md', '-', '--out', 'out'], articleOf('The Pilot'));
    expect(err).toMatch(/^2 articles read/);
  });
});

describe('the program itself', () => {
  it.each([
    [0, ['explain', 'a.md'], /^The Pilot/, /^$/],
    [1, ['explain', 'gone.md'], /^$/, /^gone\.md: there is no such file or folder\n$/],
    [2, ['explain'], /^$/, /^parallax explain: <articles\.\.> is missing\n/],
  ])('ends with exit code %j', (expected, args, out, err) => {
    write({ 'a.md': articleOf('The Pilot') });
    const ran = spawnCli(args, folder);
    expect(ran).toEqual({
      code: expected,
      out: expect.stringMatching(out),
      err: expect.stringMatching(err),
    });
  });

  it('reads standard input', () => {
    const { code, out } = spawnCli(['explain', '-'], folder, articleOf('The Pilot'));
    expect([code, out]).toEqual([0, expect.stringMatching(/^The Pilot, stdin/)]);
  });

  it('ends well when its reader has seen enough', async () => {
    write({ 'a.md': articleOf('The Pilot', TEXT.repeat(500)) });
    const child = spawn(process.execPath, [CLI, 'explain', 'a.md', '--json'], { cwd: folder });
    child.stdout.destroy();
    let err = '';
    child.stderr.setEncoding('utf8').on('data', text => {
      err += text;
    });
    const code = await new Promise(resolve => child.on('close', resolve));
    expect([code, err]).toEqual([0, '']);
  });

  it('says of a fault of its own that it is one', async () => {
    const broken = {
      out: () => {
        throw new Error('the pencil broke');
      },
    };
    const { code, err } = await runCli(['lexicon', 'list'], folder, '', broken);
    expect(code).toBe(70);
    expect(err).toMatch(/^This is a bug in Parallax .*Please report it.*\nError: the pencil broke\n {4}at /);
  });
});

describe('colours', () => {
  it('a pipe gets plain text, even where colours are asked for', () => {
    write({ 'a.md': articleOf('The Pilot'), 'b.md': articleOf('The Liner') });
    for (const args of [
      ['explain', 'a.md'],
      ['compare', 'a.md', 'b.md'],
      ['lexicon', 'list'],
    ]) {
      const { code, out, err } = spawnCli(args, folder, '', { FORCE_COLOR: '3', NO_COLOR: '' });
      expect(code).toBe(0);
      expect(out.length).toBeGreaterThan(100);
      expect(out + err).not.toContain('\u001b');
    }
  });

  it('a terminal gets them, unless NO_COLOR is set', context => {
    const inTerminal = (env: NodeJS.ProcessEnv): string => {
      const command = `"${process.execPath}" "${CLI}" explain a.md`;
      // nothing inherited: CI, NO_COLOR and their like all have a say in what a terminal can show
      const bare = { PATH: process.env.PATH, TERM: 'xterm' };
      const options = { cwd: folder, env: { ...bare, ...env }, encoding: 'utf8' } as const;
      return spawnSync('script', ['-qec', command, '/dev/null'], options).stdout ?? '';
    };
    write({ 'a.md': articleOf('The Pilot') });
    const coloured = inTerminal({});
    if (!coloured.includes('The Pilot')) {
      console.log('skipped: no command "script" that makes a terminal');
      context.skip();
    }
    expect(coloured).toContain('\u001b[');
    const plain = inTerminal({ NO_COLOR: '1' });
    expect(plain).toContain('The Pilot');
    expect(plain).not.toContain('\u001b');
  });
});

describe('lexicons of one’s own', () => {
  it('are suggested from articles as YAML on standard output, or it is said that nothing is', async () => {
    write({
      'in/a.md': articleOf('The Pilot', 'They signed the ferry treaty. Critics of the ferry treaty met.'),
      'in/b.md': articleOf('The Liner', 'They signed the ferry pact. Critics of the ferry pact met.'),
    });
    const { out, err } = await done(['lexicon', 'suggest', 'in']);
    expect(out).toMatch(/^kind: terminology$/m);
    expect(out).toMatch(/# in\/b\.md:5 They signed the \[ferry pact\]\./);
    expect(err).toBe('');
    const none = await done(['lexicon', 'suggest', 'in/a.md']);
    expect([none.out, none.err]).toEqual(['', expect.stringMatching(/^Nothing to suggest: in 1 article, /)]);
  });

  it('are drafted from what outlets call one person; an unknown one is told, with what was meant', async () => {
    const call = (name: string): string =>
      `President Olmar Tevik spoke. By noon ${name} had left. Crowds saw that ${name} slept.`;
    write({
      'in/a.md': articleOf('The Pilot', call('this president')),
      'in/b.md': articleOf('The Liner', call('Mr. Tevik')),
    });
    const { out } = await done(['lexicon', 'suggest', 'in', '--of', 'olmar-tevik']);
    expect(out).toMatch(/gloss: What Olmar Tevik is called/);
    expect(out).toMatch(
      /# The Pilot 2; most distinctive of The Pilot[\s\S]*id: this-president[\s\S]*forms: \[this president\]/,
    );
    expect(out).toMatch(/forms: \[Mr\. Tevik\]/);
    const unknown = await run(['lexicon', 'suggest', 'in', '--of', 'olmar-tevic']);
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.err).toMatch(/the id "olmar-tevic"[\s\S]*\n {2}Did you mean "olmar-tevik"\?/);
    const both = await run(['lexicon', 'suggest', 'in', '--of', 'x', '--concept', 'status']);
    expect(both.code).toBe(2);
  });

  it('are imported to a file, with what is omitted on standard error; wildcards in front take the words of articles', async () => {
    write({
      'mood.dic': '%\n1\tnegative\n%\n*umbling\t1\nwoe*\t1\n',
      'a.md': articleOf('The Pilot', 'They grumbled, and the grumbling went on.'),
    });
    const options = ['--kind', 'polarity', '--valence', 'negative=-2', '--source', 'A. Author (2001)'];
    const { out, err } = await done([
      'lexicon',
      'import',
      'mood.dic',
      ...options,
      '--articles',
      'a.md',
      '--out',
      'own/mood.yaml',
    ]);
    expect(out).toBe('');
    expect(err).toBe(
      'mood.dic:4: “*umbling” was replaced by the words of the given articles that it matches: grumbling\nwritten to own/mood.yaml\nIt can be used as it is: parallax report ARTICLES --lexicon own/mood.yaml\n',
    );
    expect((await done(['lexicon', 'check', 'own'])).out).toMatch(/are valid/);
    const piped = await done(
      ['lexicon', 'import', '-', '--format', 'liwc', ...options],
      readFileSync(join(folder, 'mood.dic'), 'utf8'),
    );
    expect(piped.out).toMatch(/^id: stdin$/m);
    expect(piped.err).toMatch(/replaced by the words of the wink-nlp word list that it matches: .*grumbling/);
  });

  it('are exported, with the line of everything that is lost on standard error', async () => {
    const { err } = await done(['lexicon', 'export', 'migration', '--format', 'quanteda', '--out', 'm.yml']);
    expect(err).toMatch(
      /^lexicons\/terminology\/migration\.yaml:\d+:\d+: illegal-immigrants: dropped favours “/m,
    );
    expect(readFileSync(join(folder, 'm.yml'), 'utf8')).toMatch(/^people-without-leave:$/m);
    const { out } = await done(['lexicon', 'export', 'terminology/migration', '--format', 'liwc']);
    expect(out).toMatch(/^%\n1\tpeople-without-leave\n\t2\tillegal-immigrants\n/);
  });

  it('are used, checked and listed beside those of the package', async () => {
    const lexicon = `kind: terminology
id: weather
title: Weather
parties: [armenia, azerbaijan]
concepts:
  - id: sky
    gloss: What the sky is called
    labels:
      - { id: dark, source: "A. Author, A Book (2001)", forms: [gloomy] }
      - { id: bright, source: "A. Author, A Book (2001)", forms: [radiant] }
    examples: ["A [gloomy|dark] day.", "A day."]
`;
    write({
      'a.md': articleOf('The Pilot', 'The day was gloomy. The night was radiant.'),
      'own/weather.yaml': lexicon,
    });
    expect((await done(['explain', 'a.md', '--lexicon', 'own'])).out).toMatch(
      /gloomy: rival term \(“What the sky is called”\): dark/,
    );
    expect((await done(['lexicon', 'check', 'own'])).out).toMatch(/are valid/);
    expect((await done(['lexicon', 'list', '--lexicon', 'own/weather.yaml'])).out).toMatch(
      /weather.*own\/weather\.yaml/,
    );
  });
});
