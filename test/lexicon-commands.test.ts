import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { partyNamed, writeLexicon } from '../src/lexicon/authoring/template.js';
import { checkLexicons } from '../src/lexicon/load.js';
import { builtInFolder, builtInLexicons } from '../src/lexicon/sources.js';
import { buildIfMissing, CLI, lexicons, type Ran, runCli } from './helpers.js';

const root = mkdtempSync(join(tmpdir(), 'parallax-lexicon-'));
let folder = root;

beforeAll(buildIfMissing);
beforeEach(() => {
  folder = mkdtempSync(join(root, 'run-'));
});
afterAll(() => rmSync(root, { recursive: true }));

const run = (...args: string[]): Promise<Ran> => runCli(args, folder);
const runIn = (below: string, ...args: string[]): Promise<Ran> => runCli(args, join(folder, below));

/** Runs what must go well; what it prints. */
async function done(...args: string[]): Promise<string> {
  const { code, out, err } = await run(...args);
  expect([code, err]).toEqual([0, expect.not.stringContaining('bug in Parallax')]);
  return out;
}

function write(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
/** A lexicon of the package. */
const packaged = (name: string): string => readFileSync(join(builtInFolder, name), 'utf8');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const names = (): string[] => readdirSync(folder).toSorted();

const article = (outlet: string, story: string, text: string): string =>
  `---\noutlet: ${outlet}\nstory: ${story}\n---\n${text}`;

const FERRY = ['lexicon', 'new', 'Ferry row', '--party', 'Northport', '--party', 'Kremlin'];
const STRIKE = ['--names', 'What the stoppage is called: strike / walkout'];

describe('lexicon new', () => {
  it('writes files that are sound as they are, and says what is left to do', async () => {
    const out = await done(
      ...FERRY,
      ...STRIKE,
      '--names',
      'sea wall / barrier',
      '--about',
      'ferry / ferries',
    );
    expect(out).toMatch(/^Written: ferry-row-parties\.yaml, ferry-row\.yaml, parallax\.config\.yaml\n/);
    expect(out).toContain('New parties: Northport.');
    expect(names()).toEqual(['ferry-row-parties.yaml', 'ferry-row.yaml', 'parallax.config.yaml']);
    const text = read('ferry-row.yaml');
    expect(text).toMatch(/^parties: \[northport, russia\]$/m);
    expect(text).toMatch(/^about: \[ferry, ferries\]$/m);
    expect(text).toMatch(/gloss: What the stoppage is called\n/);
    expect(text).toMatch(/gloss: What is called sea wall or barrier\n/);
    expect(read('ferry-row-parties.yaml')).not.toMatch(/id: russia/);

    const checked = await done('lexicon', 'check');
    expect(checked).toMatch(/^\d+ lexicons are valid\.\n/);
    expect(checked.match(/^ferry-row\.yaml:\d+:\d+: still to complete: /gm)).toHaveLength(4);
    expect(checked).toMatch(/^ferry-row\.yaml:\d+:3: no label says whom it favours/m);
    const weak = await done('lexicon', 'check', '--stats');
    expect(weak.match(/^ferry-row\.yaml:\d+:\d+: no source is given yet$/gm)).toHaveLength(4);
    for (const [, schema] of [...text.matchAll(/^# yaml-language-server: \$schema=(\S+)$/gm)])
      expect(existsSync(fileURLToPath(schema as string))).toBe(true);
  });

  it('needs no file of parties for parties that are known', async () => {
    await done('lexicon', 'new', 'Straits', '--party', 'armenia', '--party', 'Azerbaijan', ...STRIKE);
    expect(names()).toEqual(['parallax.config.yaml', 'straits.yaml']);
    expect(read('straits.yaml')).toContain('parties: [armenia, azerbaijan]');
  });

  it.each([
    ['quotation marks, colons, hashes and apostrophes', `the "big" row: #1 / the mayors' row`],
    ['words that YAML takes for something else', 'yes / no / null / 1991'],
    ['names that hold each other', 'wall / sea wall / the sea wall'],
    ['names that the examples use', 'Monday / rained / spoke'],
    ['other letters', 'забастовка / grève'],
    ['names that all sentences hold', 'Nobody / ministers / rained'],
  ])('copes with %s', async (_, list) => {
    const given = await lexicons();
    const parties = ['北', 'South'].map(name => partyNamed(name, given));
    const concepts = [{ gloss: undefined, names: list.split(' / ') }];
    const plan = { topic: 'Straits: "a #1 row"', parties: ['北', 'South'] as const, concepts, about: [] };
    const files = writeLexicon(
      plan,
      parties,
      kind => `${kind}.json`,
      () => [],
    );
    const sources = [...files].map(([path, text]) => ({ path, text }));
    expect(sources).toHaveLength(2);
    expect((await checkLexicons([...builtInLexicons(), ...sources], true)).map(String)).toEqual([]);
  });

  it.each([
    ['Names: What it is: strike / walkout', 'What it is'],
    ['What it is, in short: strike / walkout', 'What it is, in short'],
    ['names: strike / walkout', 'What is called strike or walkout'],
  ])('takes %j for a gloss and two names', async (given, gloss) => {
    await done(...FERRY, '--names', given);
    const text = read('ferry-row.yaml');
    expect(text).toContain(`gloss: ${gloss}\n`);
    expect([...text.matchAll(/^ +- id: (\S+)$/gm)].slice(-2).map(([, id]) => id)).toEqual([
      'strike',
      'walkout',
    ]);
  });

  it('refuses names behind a second colon', async () => {
    const { code, err } = await run(...FERRY, '--names', 'strike / walkout: row / dispute');
    expect([code, err]).toEqual([2, expect.stringMatching(/Expected at least two rival names/)]);
  });

  it('never overwrites, and writes nothing if one of its files is there', async () => {
    write({ 'ferry-row.yaml': 'mine' });
    const { code, err, out } = await run(...FERRY, ...STRIKE);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^ferry-row\.yaml: this file already exists, and is left as it is\n/);
    expect(names()).toEqual(['ferry-row.yaml']);
    expect(read('ferry-row.yaml')).toBe('mine');
  });

  it('leaves a parallax.config.yaml alone, and says what to add', async () => {
    write({ 'parallax.config.yaml': 'out: pages\n' });
    expect(await done(...FERRY, ...STRIKE, '--out', 'words')).toContain(
      'add them to "lexicons" in parallax.config.yaml',
    );
    expect(read('parallax.config.yaml')).toBe('out: pages\n');
    expect(existsSync(join(folder, 'words', 'ferry-row.yaml'))).toBe(true);
  });

  it.each<[string, number, RegExp, string[]]>([
    ['no parties, and nobody to ask', 2, /give --party NAME twice/, [...STRIKE]],
    ['three parties', 2, /--party twice/, ['--party', 'a', '--party', 'b', '--party', 'c', ...STRIKE]],
    [
      'one party by two names',
      2,
      /Both names mean Russia/,
      ['--party', 'Moscow', '--party', 'Russians', ...STRIKE],
    ],
    ['one name', 2, /at least two rival names/, ['--party', 'a', '--party', 'b', '--names', 'strike']],
    ['a name twice', 2, /"a-b" is given twice/, ['--party', 'a', '--party', 'b', '--names', 'a b / a-b']],
    ['brackets', 2, /Not a word or phrase/, ['--party', 'a', '--party', 'b', '--names', '[a] / b']],
  ])('refuses %s', async (_, code, message, args) => {
    const ran = await run('lexicon', 'new', 'Ferry row', ...args);
    expect([ran.code, ran.err]).toEqual([code, expect.stringMatching(message)]);
    expect(names()).toEqual([]);
  });

  it('refuses a topic that is there already', async () => {
    const { code, err } = await run('lexicon', 'new', 'Kashmir', '--party', 'a', '--party', 'b', ...STRIKE);
    expect(code).toBe(1);
    expect(err).toMatch(
      /^lexicons\/terminology\/kashmir\.yaml: there is already a terminology lexicon "kashmir"/,
    );
  });

  it('a topic cannot lead out of the folder', async () => {
    await done('lexicon', 'new', '../../etc/passwd', '--party', 'a', '--party', 'b', ...STRIKE);
    expect(names()).toContain('etc-passwd.yaml');
  });

  it('asks at a terminal', context => {
    const answers = ['Northport', '', 'Russia', 'strike', 'strike / walkout', 'The stoppage', '', 'ferry'];
    const { stdout } = spawnSync(
      'script',
      ['-qec', `"${process.execPath}" "${CLI}" lexicon new ferry`, '/dev/null'],
      {
        cwd: folder,
        input: `${answers.join('\n')}\n`,
        encoding: 'utf8',
        timeout: 200_000,
      },
    );
    if (!stdout?.includes('two parties')) context.skip();
    expect(stdout).toContain('not known yet');
    expect(stdout).toContain('already known, as Russia');
    expect(stdout).toContain('at least two names are needed');
    const text = read('ferry.yaml');
    expect(text).toContain('parties: [northport, russia]');
    expect(text).toContain('gloss: The stoppage');
    expect(text).toContain('about: [ferry]\n');
  });
});

const LEXICON = `kind: terminology
id: ferry-row
title: Ferry row
parties: [armenia, azerbaijan]
about: [ferry, ferries]
concepts:
  - id: stoppage
    gloss: What the stoppage is called
    labels:
      - { id: strike, favours: armenia, source: "A. Author, A Book (2001)", forms: [strike, strikes] }
      - { id: walkout, source: "A. Author, A Book (2001)", forms: [walkout, Great Walkout] }
    except: [lucky strike]
    examples: ["The [strike|strike].", "A [walkout|walkout].", "A lucky strike."]
facts:
  - id: wall
    gloss: The wall fell
    forms: [sea wall]
    near: [fell]
    examples: ["The [sea wall|wall] fell.", "A sea wall."]
`;
const ARTICLES = {
  'in/a.md': article(
    'The Pier',
    'ferry-row',
    `Ferry strike goes on

The strikes went on. The great walkout, they said, was a walk-out and no lucky strike.

“It was a strike,” said Ann Example, a docker. The sea wall fell. Nobody saw the sea wall.
`,
  ),
  'in/b.md': article('The Quay', 'harbour', 'A strike was called off.\n\nA ferry left.\n'),
};

describe('lexicon try', () => {
  it('shows what matches, by label and voice, with its place; and what is there, not counted, and why', async () => {
    write({ 'mine.yaml': LEXICON, ...ARTICLES });
    const out = await done('lexicon', 'try', 'mine.yaml', 'in');
    expect(out).toMatch(/^Ferry row \(mine\.yaml\): \d+ matches in 2 articles\n/);
    expect(out).toContain('  strike: 2 own words, 1 quoted\n');
    expect(out).toContain('    in/a.md:7:5 own words: The [strikes] went on.\n');
    expect(out).toContain('    in/a.md:9:11 quoted: “It was a [strike],” said Ann Example, a docker.\n');
    expect(out).toContain('Fact: The wall fell\n  wall: 1 own words\n');
    expect(out).toMatch(
      /"except" lists "lucky strike"\n {4}in\/a\.md:7:\d+ strike: .*no lucky \[strike\]\.\n/,
    );
    expect(out).toMatch(
      /"about" matches once; it must match in the headline, title or story, or twice in the text\n {4}in\/b\.md:5:3 strike: A \[strike\]/,
    );
    expect(out).toMatch(
      /none of the words in "near" is close by\n {4}in\/a\.md:9:\d+ wall: Nobody saw the \[sea wall\]/,
    );
    expect(out).toMatch(/one word or two.*\n {4}in\/a\.md:7:\d+ walkout \(walkout\): .* a \[walk-out\] and/);
  });

  it('shows what it nearly matched', async () => {
    write({
      'mine.yaml': LEXICON.replace('[walkout, Great Walkout]', '[Great Walkout]').replace(
        'A [walkout',
        'A [Great Walkout',
      ),
      ...ARTICLES,
    });
    const out = await done('lexicon', 'try', 'mine.yaml', 'in');
    expect(out).toMatch(
      /only the capitals differ.*\n {4}in\/a\.md:7:26 Great Walkout \(walkout\): .*The \[great walkout\], they/,
    );
  });

  it.each<[string, string, string, RegExp]>([
    [
      'a missing source',
      'source: "A. Author, A Book (2001)", forms: [strike',
      'forms: [strike',
      /"source" is missing/,
    ],
    ['a party that nobody knows', 'parties: [armenia', 'parties: [ruritania', /no parties lexicon defines/],
    ['an example that fails', 'A lucky strike.', 'A strike.', /matches "strike" as strike/],
    ['YAML that breaks off', 'facts:', 'facts: [', /not valid YAML/],
    ['a form given twice', '[walkout,', '[strike, walkout,', /the form "strike" is already listed/],
  ])('works with a file that is not sound, and tells its faults first: %s', async (_, from, to, fault) => {
    expect(LEXICON).toContain(from);
    write({ 'mine.yaml': LEXICON.replace(from, to), ...ARTICLES });
    const out = await done('lexicon', 'try', 'mine.yaml', 'in');
    expect(out).toMatch(/^\d+ errors? in this lexicon:\nmine\.yaml:\d+:\d+: /);
    expect(out).toMatch(fault);
    expect(out).toContain('  strike: 2 own words, 1 quoted\n');
  });

  it('reads a file that is not saved yet, of other kinds too', async () => {
    write(ARTICLES);
    expect((await runCli(['lexicon', 'try', '-', 'in'], folder, LEXICON)).out).toContain(
      'strike: 2 own words',
    );
    const roles =
      'kind: roles\nid: dock\ntitle: Dock\nroles: [{ id: stoppers, kind: civilian, forms: [walkout] }]\n';
    expect((await runCli(['lexicon', 'try', '-', 'in'], folder, roles)).out).toContain(
      'stoppers: 1 reported',
    );
  });

  it('shows what a form with an asterisk stands for', async () => {
    const words = (without: string) =>
      `kind: polarity\nid: w\ntitle: W\n${without}words:\n  - { id: theft, valence: -3, source: A. Author (2001), forms: [steal*] }\n`;
    write({
      'a.md': article('A', 's', 'Stealing is bad. They stealthily steal, and stealing pays.'),
      'w.yaml': words(''),
      'v.yaml': words('without: [stealthily]\n').replace('id: w', 'id: v'),
    });
    expect(await done('lexicon', 'try', 'w.yaml', 'a.md')).toContain(
      '    steal*: stealing 2, stealthily 1, steal 1\n',
    );
    const out = await done('lexicon', 'try', 'v.yaml', 'a.md');
    expect(out).toContain('    steal*: stealing 2, steal 1\n');
    expect(out).toMatch(/Present but not counted: 1\n {2}"without" lists "stealthily"\n/);
  });

  it('says what cannot be tried at all', async () => {
    write({ 'mine.yaml': 'kind: words', ...ARTICLES });
    const { code, out, err } = await run('lexicon', 'try', 'mine.yaml', 'in');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^mine\.yaml:1:7: unknown kind "words"/);
  });
});

describe('a file that adds names to a concept of another', () => {
  const MORE = `kind: terminology
id: more
title: More words
about: [quay]
concepts:
  - extends: stoppage
    labels:
      - { id: strike, forms: [downing of tools] }
      - { id: lull, favours: azerbaijan, source: "A. Author, A Book (2001)", forms: [lull, great lull] }
    examples: ["The [lull|lull], the [downing of tools|strike], the [walkout|walkout].", "A lucky strike."]
`;
  const files = {
    'words/mine.yaml': LEXICON,
    'words/more.yaml': MORE,
    'in/a.md': article(
      'The Pier',
      'ferry-row',
      'The lull went on.\n\n“A downing of tools,” said Ann Example.\n',
    ),
    'in/b.md': article('The Quay', 'harbour', 'A lull fell upon the quay. The quay slept.\n'),
  };

  it('is checked, tried, listed and exported, and its names are in reports', async () => {
    write(files);
    const checked = await done('lexicon', 'check', 'words', '--stats', '--articles', 'in');
    expect(checked).toMatch(
      /words\/more\.yaml:4:8: this file has no concept of its own, so its "about" has no effect/,
    );
    expect(checked).not.toMatch(/more\.yaml.*whom it favours/);
    expect(checked).toMatch(/│ more\s*│ 1\s*│ 2\s*│ 3\s*│ 2\s*│ 1\s*│ 1\s*│/);
    expect(checked).toMatch(/more\.yaml:9:\d+: 1 of 2 forms are in none of these articles: great lull/);

    const tried = await done('lexicon', 'try', 'words/more.yaml', 'in', '--lexicon', 'words');
    expect(tried).toMatch(
      /^More words \(words\/more\.yaml\): 2 matches in 2 articles\n\nWhat the stoppage is called\n/,
    );
    expect(tried).toContain('  strike: 1 quoted\n');
    expect(tried).toContain('  lull: 1 own words\n    in/a.md:5:5 own words: The [lull] went on.\n');
    expect(tried).toMatch(/"about" matches nowhere; .*\n {4}in\/b\.md:5:3 lull: A \[lull\] fell/);
    const base = await done('lexicon', 'try', 'words/mine.yaml', 'in', '--lexicon', 'words');
    expect(base).toContain('  strike: no matches\n');

    expect(await done('lexicon', 'list', '--lexicon', 'words')).toMatch(
      /--lexicon\s*│ terminology\s*│ more /,
    );
    expect(await done('lexicon', 'export', 'words/more.yaml', '--format', 'quanteda')).toMatch(
      /^stoppage:\n(?: .*\n)* {2}lull: \[lull, great lull\]$/m,
    );
    await done('report', 'in', '--lexicon', 'words', '--out', 'out');
    expect(read('out/ferry-row/the-pier.md')).toContain('lull');
  });

  it('without the other file is told so, and tried all the same', async () => {
    write(files);
    const { code, err } = await run('lexicon', 'check', 'words/more.yaml');
    expect(code).toBe(1);
    expect(err).toMatch(
      /^words\/more\.yaml:6:14: no lexicon that is loaded has the concept "stoppage"\n {2}/,
    );
    const tried = await done('lexicon', 'try', 'words/more.yaml', 'in');
    expect(tried).toMatch(/^1 error in this lexicon:\n/);
    expect(tried).toContain('  strike: no matches\n');
  });

  it('does not make two topics of one', async () => {
    const lull = LEXICON.replace('id: ferry-row', 'id: quay-row')
      .replace('[ferry, ferries]', '[ferry]')
      .replace('id: stoppage', 'id: pause')
      .replace('[strike, strikes]', '[lull]')
      .replace('[strike|strike]', '[lull|strike]')
      .replace('lucky strike]', 'lucky lull]')
      .replace('A lucky strike', 'A lucky lull')
      .replace('walkout, Great Walkout', 'break')
      .replace('[walkout|', '[break|')
      .replace(/facts:[\s\S]*/, '');
    write({ ...files, 'words/other.yaml': lull });
    const checked = await done('lexicon', 'check', 'words', '--stats');
    expect(checked).toMatch(
      /more\.yaml:9:\d+: the form "lull" is also listed at words\/other\.yaml:10:\d+\n {2}Both are about "ferry": /,
    );
    expect(checked.match(/is also listed at /g)).toHaveLength(1);
  });
});

describe('a parties file that adds to the package’s parties and overrides them', () => {
  const MINE = `kind: parties
id: mine
title: Mine
parties:
  - extends: Armenia
    people: [{ name: Ann Example, role: official, forms: [Ann Example] }]
  - id: turkey
    name: Ruritania
    kind: country
    names: [Ruritania]
  - id: palace
    name: Palace
    names: [Kremlin]
`;
  const files = {
    'mine.yaml': MINE,
    'in/a.md': article(
      'The Pier',
      'ferry-row',
      'Turkey and Ruritania met. The Kremlin said so.\n\n“It was late,” said Ann Example.\n',
    ),
  };

  it('is checked, tried and listed, and its parties are in reports', async () => {
    write(files);
    const checked = await done('lexicon', 'check', 'mine.yaml');
    expect(checked).toMatch(/\n2 notes \(not errors\):\n/);
    expect(checked).toMatch(
      /^mine\.yaml:7:9: Ruritania replaces the party turkey at lexicons\/parties\/\S+:\d+:\d+$/m,
    );
    expect(checked).toMatch(
      /^mine\.yaml:13:13: overrides the form "Kremlin" of russia at lexicons\/parties\/\S+:\d+:\d+$/m,
    );
    const tried = await done('lexicon', 'try', 'mine.yaml', 'in');
    expect(tried).toMatch(/^Mine \(mine\.yaml\): 3 matches in 1 article\n/);
    expect(tried).toContain('parties, people\n  Armenia: 1 own words\n');
    expect(tried).toContain('  Ruritania: 1 own words\n');
    expect(tried).toContain('  Palace: 1 own words\n');
    expect((await runCli(['lexicon', 'try', '-', 'in'], folder, MINE)).out).toContain(
      '  Palace: 1 own words\n',
    );
    const theirs = ['lexicons/parties/mediating-powers.yaml', 'in', '--lexicon', 'mine.yaml'];
    write({ 'lexicons/parties/mediating-powers.yaml': packaged('parties/mediating-powers.yaml') });
    expect(await done('lexicon', 'try', ...theirs)).toMatch(
      /counted by the lexicon with palace instead\n {4}in\/a\.md:5:31 /,
    );
    expect(await done('lexicon', 'list', '--lexicon', 'mine.yaml')).toMatch(
      /--lexicon\s*│ parties\s*│ mine /,
    );
    await done('report', 'in', '--lexicon', 'mine.yaml', '--out', 'out');
    const page = read('out/the-pier.md');
    expect(page).toContain('Ruritania');
    expect(page).not.toMatch(/\| Turkey/);
  });

  it('is shown by the template, with the party that is known', async () => {
    await done(...FERRY, ...STRIKE);
    const text = read('ferry-row-parties.yaml');
    expect(text).toMatch(/^ {2}# - extends: russia /m);
    const [above = '', below = ''] = text.split(/(?=^ {2}# - extends)/m);
    write({ 'ferry-row-parties.yaml': above + below.replace(/^ {2}# /gm, '  ') });
    expect(await done('lexicon', 'check')).toMatch(/^\d+ lexicons are valid\.\n/);
    expect(read('ferry-row-parties.yaml')).toMatch(/^ {2}- extends: russia .*\n {4}people:/m);
  });
});

describe('lexicon check', () => {
  it('--stats: the collection of the package has no weak points', async () => {
    const out = await done('lexicon', 'check', '--stats');
    expect(out).toMatch(/terminology\s*│ kashmir/);
    expect(out).toMatch(/No weak points found\.\n$/);
  });

  it('--stats says what is weak, and which forms stand in no article', async () => {
    const weak = LEXICON.replace('A [walkout|walkout].', 'A [strike|strike].')
      .replace(
        ', source: "A. Author, A Book (2001)", forms: [walkout',
        ', favours: armenia, source: A book, forms: [walkout',
      )
      .replace('about: [ferry, ferries]', 'about: [Kashmir]')
      .replace('Great Walkout', 'Indian-administered Kashmir');
    write({ 'mine.yaml': weak, ...ARTICLES });
    const out = await done('lexicon', 'check', 'mine.yaml', '--stats', '--articles', 'in');
    for (const expected of [
      /mine\.yaml:11:9: no example shows the label walkout\n {2}Add one to the examples of stoppage: \[walkout\|walkout\]\./,
      /mine\.yaml:11:\d+: the source gives no year\n/,
      /mine\.yaml:7:5: of the labels of stoppage only armenia is favoured\n/,
      /mine\.yaml:11:\d+: the form "Indian-administered Kashmir" is also listed at lexicons\/terminology\/kashmir\.yaml:\d+:\d+\n {2}Both are about "Kashmir"/,
      /mine\.yaml:11:\d+: 1 of 2 forms are in none of these articles: Indian-administered Kashmir\n/,
    ])
      expect(out).toMatch(expected);
    expect(out).not.toMatch(/of 2 forms .*: strike/);
  });

  it('notes a schema that is not there', async () => {
    write({ 'mine.yaml': `# yaml-language-server: $schema=gone/terminology.json\n${LEXICON}` });
    const out = await done('lexicon', 'check', 'mine.yaml');
    expect(out).toMatch(/notes \(not errors\):\nmine\.yaml:2:1: gone\/terminology\.json does not exist/);
  });

  it.each([
    ['strik*', /a wildcard is read in the lexicons of polarity, cues and loaded words only/],
    ['strik.+', /a regular expression is not read here/],
    ['strike|walk', /a regular expression is not read here/],
  ])('refuses %s, which would match something else than it says', async (form, message) => {
    write({ 'mine.yaml': LEXICON.replace('strikes', `"${form}"`) });
    const { code, err } = await run('lexicon', 'check', 'mine.yaml');
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
  });

  it.each<[string, string | Buffer, RegExp]>([
    [
      'other letters than UTF-8',
      Buffer.from('kind: terminology\ntitle: caf\xe9\n', 'latin1'),
      /^x\.yaml:2:11: this character is not valid UTF-8\n/,
    ],
    ['a picture', Buffer.from([0x89, 0x50, 0, 0]), /^x\.yaml: this is not a text file\n/],
  ])('refuses %s', async (_, content, message) => {
    write({ 'x.yaml': content });
    const { code, err } = await run('lexicon', 'check', 'x.yaml');
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
  });

  it('refuses a folder without lexicons', async () => {
    write({ 'in/a.md': 'x' });
    const { code, err } = await run('lexicon', 'check', 'in');
    expect([code, err]).toEqual([1, expect.stringMatching(/^in: there are no lexicons here\n/)]);
  });
});

describe('a package of lexicons', () => {
  /** Runs npm, which must go well. */
  const npm = (below: string, ...args: string[]): string => {
    const ran = spawnSync('npm', [...args, '--offline', '--no-audit', '--no-fund'], {
      cwd: join(folder, below),
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    expect([ran.status, ran.stderr]).toEqual([0, expect.anything()]);
    return ran.stdout.trim();
  };

  it('is begun, packed, installed from its tarball without a network, and found by its name', async () => {
    const out = await done(...FERRY, ...STRIKE, '--package');
    expect(out).toContain('lexicons: [parallax-lexicon-ferry-row]');
    expect(readdirSync(join(folder, 'parallax-lexicon-ferry-row')).toSorted()).toEqual([
      'README.md',
      'ferry-row-parties.yaml',
      'ferry-row.yaml',
      'package.json',
    ]);
    const tarball = npm('.', 'pack', './parallax-lexicon-ferry-row').split('\n').at(-1);
    expect(tarball).toBe('parallax-lexicon-ferry-row-0.1.0.tgz');
    write({
      'user/package.json': '{ "name": "user", "private": true }',
      'user/parallax.config.yaml': 'lexicons: [parallax-lexicon-ferry-row]\n',
      'user/below/a.md': article('A', 's', 'Northport saw a walkout.'),
      'user/below/b.md': article('B', 's', 'Northport saw a strike.'),
    });
    npm('user', 'install', `../${tarball}`);
    const listed = await runIn('user/below', 'lexicon', 'list');
    expect(listed.out).toMatch(/\.\.\/parallax\.config\.yaml .* terminology .* ferry-row /);
    const { code } = await runIn('user/below', 'report', '.', '--out', 'reports');
    expect(code).toBe(0);
    const data = JSON.parse(read('user/below/reports/data/report.json'));
    expect(JSON.stringify(data.lexicons)).toContain('"parallax-lexicon-ferry-row/ferry-row.yaml"');
    expect(read('user/below/reports/data/evidence.jsonl')).toContain('"label":"walkout"');
  });

  it('that is not installed is told so, in the configuration and on the command line', async () => {
    write({ 'parallax.config.yaml': 'lexicons: [parallax-lexicon-gone]\n' });
    const message = 'the package of lexicons "parallax-lexicon-gone" is not installed\n  npm install';
    const configured = await run('lexicon', 'list');
    expect([configured.code, configured.err]).toEqual([1, expect.stringContaining(`:1:12: ${message}`)]);
    write({ 'parallax.config.yaml': '' });
    const given = await run('lexicon', 'list', '--lexicon', 'parallax-lexicon-gone');
    expect([given.code, given.err]).toEqual([1, expect.stringContaining(message)]);
  });
});

describe('what lexicons hold', () => {
  it('is listed by topic and side', async () => {
    const out = await done('lexicon', 'list', '--topic', 'nagorno-karabakh', '--side', 'Armenia');
    expect(out).toMatch(/ artsakh +│ Armenia /);
    expect(out).not.toMatch(/│ Azerbaijan +│/);
    const { code, err } = await run('lexicon', 'list', '--side', 'armenai');
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/has the side "armenai"\n {2}Did you mean "armenia"\?/),
    ]);
  });

  it('is shown: a concept with its labels, sides, sources, forms and examples; other entries too', async () => {
    write({ 'more.yaml': MORE_WORDS });
    const out = await done('lexicon', 'show', 'status', '--most', '3', '--lexicon', 'more.yaml');
    expect(out).toMatch(
      /^status: What the territory is called\n {2}nagorno-karabakh, in articles about it only; /,
    );
    expect(out).toMatch(/ {2}occupied: favours Azerbaijan\n {4}source: /);
    expect(out).toMatch(
      / {2}hills: favours nobody\n {4}source: A\. Author \(2001\)\n {4}1 form: hills in question\n/,
    );
    expect(out).toMatch(/… and \d+ more\s+\(--most\)/);
    expect(out).toMatch(/ {2}matches: .*\[.*\|/);
    expect(await done('lexicon', 'show', 'loaded/alarm')).toMatch(
      /^alarm: loaded, [\s\S]* {2}forms \(\d+\): /,
    );
    const { code, err } = await run('lexicon', 'show', 'alram');
    expect([code, err]).toEqual([1, expect.stringMatching(/Did you mean "alarm"\?/)]);
  });

  it('is compared: what a file adds, switches off and changes', async () => {
    write({
      'more.yaml': MORE_WORDS,
      'words.yaml':
        'kind: polarity\nid: words\ntitle: Words\nwithout: [threat]\nwords:\n  - { id: fair, valence: 4, source: A. Author (2001), forms: [hapless, fair wind*] }\n',
    });
    expect(await done('lexicon', 'diff', 'more.yaml')).toBe(
      '- terminology status/disputed: 8 forms\n    disputed, contested region, contested territory, contested enclave, contested province, contested area, territory in dispute, region in dispute\n' +
        '+ terminology status/hills: 1 form\n    hills in question\n',
    );
    const words = await done('lexicon', 'diff', 'words.yaml');
    expect(words).toMatch(/^~ polarity .* → fair \(valence 4\): 1 form\n {4}hapless$/m);
    expect(words).toMatch(/^\+ polarity fair \(valence 4\): 1 form\n {4}fair wind\*$/m);
    expect(words).toMatch(/^- polarity threat /m);
  });
});

const MORE_WORDS = `kind: terminology
id: more
title: More
without: [status/disputed]
concepts:
  - extends: status
    labels:
      - id: hills
        source: A. Author (2001)
        forms: [hills in question]
    examples:
      - The [hills in question|hills] lie in Nagorno-Karabakh.
      - They met.
`;

describe('parallax.config.yaml', () => {
  const everywhere = { 'words/mine.yaml': LEXICON, ...ARTICLES };

  it('adds lexicons for its folder and all below it, and says so', async () => {
    write({ ...everywhere, 'parallax.config.yaml': 'lexicons: [words]\n' });
    const { out, err } = await runIn('in', 'explain', 'a.md');
    expect(out).toMatch(/strikes: rival term \(“What the stoppage is called”\): strike/);
    expect(err).toBe('with the lexicons of ../parallax.config.yaml: ../words\n');
    const listed = (await runIn('in', 'lexicon', 'list')).out;
    expect(listed).toMatch(
      /│ \.\.\/parallax\.config\.yaml +│ terminology +│ ferry-row +│ Ferry row +│ \.\.\/words\/mine\.yaml/,
    );
    expect(listed).toMatch(/│ package +│ terminology +│ kashmir/);
    expect(listed).toMatch(/Configured by \.\.\/parallax\.config\.yaml\.\n$/);
    expect((await runIn('in', 'lexicon', 'check')).out).toMatch(/^\d+ lexicons are valid/);
    expect((await runIn('in', 'lexicon', 'try', '../words/mine.yaml', 'a.md')).out).not.toMatch(/error/);
  });

  it('stands beside --lexicon, which may name the same file', async () => {
    write({
      ...everywhere,
      'parallax.config.yaml': 'lexicons: [words]\n',
      'more.yaml': LEXICON.replace('ferry-row', 'more')
        .replace('id: stoppage', 'id: other')
        .replace('id: wall', 'id: other-wall')
        .replace('|wall', '|other-wall'),
    });
    const listed = await done('lexicon', 'list', '--lexicon', 'words/mine.yaml', '--lexicon', 'more.yaml');
    expect(listed.match(/│ ferry-row /g)).toHaveLength(1);
    expect(listed).toMatch(/│ --lexicon +│ terminology +│ more /);
  });

  it('the same report, byte for byte, however its lexicon came in; and no path of the machine', async () => {
    write(everywhere);
    await done('report', 'in', '--out', 'one', '--lexicon', 'words');
    await done('report', 'in', '--out', 'two', '--lexicon', join(folder, 'words'));
    write({ 'parallax.config.yaml': 'lexicons: [words]\nout: three\n' });
    await runIn('in', 'report', '.', '--story', 'ferry-row', '--out', '../four');
    await done('report', 'in');
    const filesOf = (out: string): Map<string, string> =>
      new Map(
        readdirSync(join(folder, out), { recursive: true, encoding: 'utf8' })
          .filter(name => /\.\w+$/.test(name))
          .map(name => [name, read(join(out, name))]),
      );
    const one = filesOf('one');
    expect(one.size).toBeGreaterThan(5);
    expect(filesOf('two')).toEqual(one);
    expect(filesOf('three')).toEqual(one);
    expect([...filesOf('four').values()].some(text => text.includes('words/mine.yaml'))).toBe(true);
    for (const out of ['one', 'four'])
      for (const [name, text] of filesOf(out)) expect(text.includes(root), name).toBe(false);
  });

  it.each<[string, string, RegExp]>([
    [
      'an unknown key',
      'lexicon: [words]\n',
      /^parallax\.config\.yaml:1:1: the file: unknown key "lexicon"\n {2}Did you mean "lexicons"\?/,
    ],
    [
      'what is not there',
      'lexicons:\n  - gone\n',
      /^parallax\.config\.yaml:2:5: there is no file or folder "gone"\n {2}Paths are relative to the folder/,
    ],
    [
      'a text for a list',
      'lexicons: words\n',
      /^parallax\.config\.yaml:1:11: "lexicons": expected a list, found the text "words"\n {2}Write lexicons: \[words\]/,
    ],
    ['broken YAML', 'lexicons: [\n', /^parallax\.config\.yaml:\d:\d+: not valid YAML/],
    ['a list', '- words\n', /^parallax\.config\.yaml:1:1: the file: expected a mapping with lexicons, out/],
  ])('refuses %s', async (_, config, message) => {
    write({ ...everywhere, 'parallax.config.yaml': config });
    const { code, err, out } = await run('report', 'in');
    expect([code, out, err]).toEqual([1, '', expect.stringMatching(message)]);
    expect(existsSync(join(folder, 'reports'))).toBe(false);
  });

  it('may be empty', async () => {
    write({ ...ARTICLES, 'parallax.config.yaml': '# nothing yet\n' });
    await done('report', 'in/a.md');
    expect(existsSync(join(folder, 'reports', 'comparison.md'))).toBe(true);
  });
});

it('the shell completes commands', async () => {
  expect(await done('completion')).toContain('--get-yargs-completions');
  const completed = await done('--get-yargs-completions', 'parallax', 'lexicon', '');
  for (const command of ['new', 'check', 'try', 'list'])
    expect(completed).toMatch(new RegExp(`^${command}\\b`, 'm'));
});
