/** `parallax cast`, and what the corrections that its file takes do to a story. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { buildIfMissing, type Ran, runCli, tableOf } from './helpers.js';

const root = mkdtempSync(join(tmpdir(), 'parallax-cast-'));
let folder = root;
let count = 0;
afterAll(() => rmSync(root, { recursive: true }));

const GAZETTE = `Ministers meet over the ferry row

Mary Keller met the crews on Monday. Mrs. Keller said that the ferries would sail. John Fenn said that they would not. Fenn called the plan a disgrace.

The Harbour Pilots’ Union said it would strike. The Harbour Pilots’ Union rejected the offer. Some migrants waited. The migrants slept.

Robert Keller, a baker, said he was worried. Mr. Keller said bread was late. Mongolia’s president Anna Dorn said that Mongolia would help. President Dorn said nothing else.
`;
const PILOT = `Strike looms

Margaret Keller defended the plan. Mrs. Keller said it was fair. Margaret Keller said talks would go on. John Fenn walked out. The Crew Union said no. The Crew Union marched with migrants.

Mongolia sent a mediator. Mongolia said it would help. Botswana criticised Mongolia. Botswana’s president Paul Brandt said no. President Brandt left. The Mongolia Ferry Agency said that it was sorry.
`;
const STORY = 'ferry row';
const article = (outlet: string, text: string, story = STORY): string =>
  `---\noutlet: ${outlet}\nstory: ${story}\n---\n${text}`;

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

beforeEach(() => {
  buildIfMissing();
  folder = join(root, String(count++));
  write({
    'in/gazette.md': article('The Harbour Gazette', GAZETTE),
    'in/pilot.md': article('The Pilot', PILOT),
  });
});

const run = (...args: string[]): Promise<Ran> => runCli(args, folder, '', { width: 80 });

async function done(...args: string[]): Promise<Ran> {
  const ran = await run(...args);
  expect([ran.code, ran.code === 0 ? '' : ran.err]).toEqual([0, '']);
  return ran;
}

interface ShownMember {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly chief: number | null;
  readonly side: string | null;
  readonly party: string | null;
  readonly body: string | null;
  readonly country: string | null;
  readonly refers: string | null;
  readonly mentions: number;
  readonly outlets: { outlet: string; mentions: number; names: { name: string; mentions: number }[] }[];
}
interface ShownCast {
  readonly story: string;
  readonly level: string;
  readonly sides: readonly string[];
  readonly members: readonly ShownMember[];
}

const castOf = async (...args: string[]): Promise<ShownCast> =>
  JSON.parse((await done('cast', 'in', '--json', ...args)).out) as ShownCast;

/** The cast as found, and as corrected by entries of a story. */
async function corrected(members: string, more = ''): Promise<ShownCast> {
  write({ 'cast.yaml': `kind: cast\nstories:\n  - story: ${STORY}\n${more}    members:\n${members}` });
  return castOf('--cast', 'cast.yaml');
}

const member = ({ members }: ShownCast, id: string): ShownMember => {
  const found = members.find(each => each.id === id);
  if (found === undefined) throw new Error(`no ${id} among ${members.map(each => each.id).join(', ')}`);
  return found;
};
const idsOf = ({ members }: ShownCast): string[] => members.map(({ id }) => id);

/** `Keller 2, Mary Keller 1`, over all outlets. */
const called = ({ outlets }: ShownMember): string[] =>
  outlets.flatMap(({ outlet, names }) => names.map(({ name, mentions }) => `${outlet}: ${name} ${mentions}`));

describe('parallax cast', () => {
  it('prints the sides, then the others, each with what every outlet calls it', async () => {
    const { out } = await done('cast', 'in');
    const [head, others] = out.split('\nOthers\n') as [string, string];
    expect(head).toBe(`ferry row
2 articles by 2 outlets

Sides (countries: who holds an office counts for the country)
  1. Mongolia (country) 4 mentions
    The Harbour Gazette 1, The Pilot 3
  2. Margaret Keller (person, she) 3 mentions
    Margaret Keller, Keller
    The Pilot 3
  3. John Fenn (person, he) 3 mentions
    The Harbour Gazette    2  Fenn 1, John Fenn 1
    The Pilot              1  John Fenn 1
  4. Botswana (country) 1 mention
    The Pilot 1
  5. migrants (group) 3 mentions
    The Harbour Gazette 2, The Pilot 1
`);
    expect(others).toContain('  Anna Dorn (person, she; counts for Mongolia) 2 mentions\n');
    expect(others).not.toContain('Mongolia Ferry Agency');
    expect(others).toMatch(/\n1 more, mentioned only once; use --all to print them\.\n\n$/);
    expect((await done('cast', 'in', '--all')).out).toContain(
      'Mongolia Ferry Agency (organisation) 1 mention\n',
    );
  });

  it('keeps to the width of the terminal', async () => {
    const { out } = await runCli(['cast', 'in'], folder, '', { width: 40 });
    expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThanOrEqual(40);
    expect(out).toContain('Mongolia) 2 mentions\n');
  });

  it('marks what is emphasised only where there are colours', async () => {
    const io = { style: (style: string, text: string) => `<${style}>${text}</>` };
    const { out } = await runCli(['cast', 'in'], folder, '', io);
    expect(out).toContain('<bold>John Fenn</> <dim>(person, he)</>');
    expect((await done('cast', 'in')).out).not.toContain('</>');
  });

  it('prints everything as data, one line per story', async () => {
    write({ 'in/other.md': article('The Pilot', PILOT, 'another') });
    const lines = (await done('cast', 'in', '--json')).out.trim().split('\n');
    expect(lines.map(line => (JSON.parse(line) as ShownCast).story)).toEqual(['another', STORY]);
    const one = await castOf('--story', STORY);
    expect([one.level, one.sides.slice(0, 2)]).toEqual(['countries', ['mongolia', 'margaret-keller']]);
    expect(member(one, 'anna-dorn')).toMatchObject({
      kind: 'person',
      chief: null,
      side: 'mongolia',
      country: 'mongolia',
      refers: 'she',
      mentions: 2,
    });
    expect(idsOf(one)).toContain('mongolia-ferry-agency');
  });

  it('writes a file to correct, with ids, names and mentions', async () => {
    const { out, err } = await done('cast', 'in', '--out', 'my/cast.yaml');
    expect([out, err]).toEqual([
      '',
      'written to my/cast.yaml\n11 members of 1 story. Correct the file, then: parallax report ARTICLES --cast my/cast.yaml\n',
    ]);
    const text = read('my/cast.yaml');
    expect(text).toMatch(
      /^# yaml-language-server: \$schema=\S+\/lexicons\/schema\/cast\.json\n# Who each story/,
    );
    for (const word of ['Merge', 'Split', 'Rename', 'Drop', 'Choose the sides'])
      expect(text).toContain(`# ${word}`);
    expect(text).toContain('- id: john-fenn # 3 mentions: The Harbour Gazette 2, The Pilot 1\n');
    const { stories } = parseYaml(text) as { stories: (ShownCast & { members: { names: string[] }[] })[] };
    expect(stories).toHaveLength(1);
    expect(stories[0]).toMatchObject({ story: STORY, level: 'countries', sides: (await castOf()).sides });
    expect(stories[0]?.members.find(({ id }) => id === 'anna-dorn')).toEqual({
      id: 'anna-dorn',
      name: 'Anna Dorn',
      kind: 'person',
      refers: 'she',
      side: 'mongolia',
      country: 'mongolia',
      names: ['Anna Dorn', 'Dorn'],
    });
    // A surname that several have is said, and not given to one.
    expect(text).toMatch(/ {8}names: \[Mary Keller\]\n {8}# its only in some places, .*: Keller\n/);
  });

  it('never overwrites a file', async () => {
    write({ 'cast.yaml': 'mine\n' });
    const { code, err } = await run('cast', 'in', '--out', 'cast.yaml');
    expect([code, err]).toEqual([
      1,
      'cast.yaml: this file already exists, and is left as it is\n' +
        '  Name another file. With --cast cast.yaml the new one has your corrections, too.\n',
    ]);
    expect(read('cast.yaml')).toBe('mine\n');
  });

  it('writes corrections again, with what is merged and dropped', async () => {
    const entries =
      '      - { id: mary-keller, name: Mary B. Keller, merge: [margaret-keller] }\n' +
      '      - { id: john-fenn, drop: true, names: [Fenn] }\n' +
      '      - { id: union, merge: [crews] }\n' +
      '      - { id: crews, names: [Crew Union] }\n';
    const before = await corrected(entries);
    await done('cast', 'in', '--cast', 'cast.yaml', '--out', 'new.yaml', '--all');
    expect(read('new.yaml')).toContain('merge: [margaret-keller]');
    expect(await castOf('--cast', 'new.yaml')).toEqual(before);
  });

  it('gives a story without a name back, and names that YAML takes for something else', async () => {
    write({
      'in/gazette.md': `---\noutlet: No\n---\n${GAZETTE.replaceAll('Fenn', 'Null').replaceAll('Mongolia', 'Yes')}`,
      'in/pilot.md': `---\noutlet: "off: # 1"\n---\n${PILOT.replaceAll('Fenn', 'Null')}`,
    });
    const before = await castOf();
    await done('cast', 'in', '--out', 'cast.yaml', '--all');
    expect(await castOf('--cast', 'cast.yaml')).toEqual(before);
  });
});

describe('a file without a change', () => {
  it.each([
    ['the story', ['in']],
    ['the sample articles', [join(process.cwd(), 'articles')]],
  ])('changes no byte of what is said of %s', async (_, paths) => {
    const go = (...args: string[]): Promise<Ran> => runCli(args, folder);
    await go('cast', ...paths, '--out', 'cast.yaml', '--all');
    await go('report', ...paths, '--out', 'a');
    const { code, err } = await go('report', ...paths, '--out', 'b', '--cast', 'cast.yaml');
    expect([code, err]).toEqual([0, expect.stringContaining('files written to b')]);
    const { outlets } = JSON.parse(read('a/data/report.json')) as { outlets: { page: string }[] };
    const names = ['articles', 'cast', 'contrasts', 'coverage', 'measurements', 'sentences'].map(
      name => `data/${name}.csv`,
    );
    for (const name of [...outlets.map(({ page }) => page), 'comparison.md', 'data/evidence.jsonl', ...names])
      expect(read(`b/${name}`), name).toBe(read(`a/${name}`));
  });
});

describe('corrections', () => {
  it('merge: the names of one are moved to another, and its entry is deleted', async () => {
    expect(member(await castOf(), 'mary-keller').mentions).toBe(2);
    const cast = await corrected('      - { id: mary-keller, names: [Mary Keller, Margaret Keller] }\n');
    expect(idsOf(cast)).not.toContain('margaret-keller');
    // The surname goes along, but where it is Robert’s.
    expect(called(member(cast, 'mary-keller'))).toEqual([
      'The Harbour Gazette: Keller 1',
      'The Harbour Gazette: Mary Keller 1',
      'The Pilot: Margaret Keller 2',
      'The Pilot: Keller 1',
    ]);
    expect(member(cast, 'robert-keller').mentions).toBe(2);
    expect(cast.sides).toContain('mary-keller');
  });

  it('merge: by ids', async () => {
    const cast = await corrected('      - { id: union, name: Crew and Pilots, merge: [crew-union] }\n');
    expect(member(cast, 'union')).toMatchObject({ name: 'Crew and Pilots', mentions: 4 });
    expect(idsOf(cast)).not.toContain('crew-union');
  });

  it('merge: what is said of a merged member is said of the other', async () => {
    const cast = await corrected(
      '      - { id: union, merge: [crew-union] }\n      - { id: crew-union, names: [Crew Union] }\n      - { id: john-fenn, body: crew-union }\n',
      '    sides: [crew-union, mongolia]\n',
    );
    expect(cast.sides).toEqual(['union', 'mongolia']);
    expect(member(cast, 'john-fenn').body).toBe('union');
  });

  it('merge: a listed party with a body, and a group with people', async () => {
    const cast = await corrected(
      '      - { id: mongolia, merge: [mongolia-ferry-agency] }\n      - { id: migrants, merge: [crew-union] }\n',
    );
    expect(member(cast, 'mongolia').mentions).toBe(5);
    expect(called(member(cast, 'migrants'))).toEqual([
      'The Harbour Gazette: migrants 2',
      'The Pilot: Crew Union 2',
      'The Pilot: migrants 1',
    ]);
    expect(member(cast, 'migrants').kind).toBe('group');
  });

  it('split: a new entry has some of the names', async () => {
    const cast = await corrected('      - { id: old-fenn, name: Old Fenn, kind: person, names: [Fenn] }\n');
    expect(called(member(cast, 'old-fenn'))).toEqual(['The Harbour Gazette: Fenn 1']);
    expect(member(cast, 'old-fenn').name).toBe('Old Fenn');
    expect(called(member(cast, 'john-fenn'))).toEqual([
      'The Harbour Gazette: John Fenn 1',
      'The Pilot: John Fenn 1',
    ]);
  });

  it('split: a name is claimed wherever it stands, also from whom the articles tell it to be', async () => {
    const cast = await corrected('      - { id: robert-keller, names: [Keller] }\n');
    expect(member(cast, 'robert-keller').mentions).toBe(4);
    expect(called(member(cast, 'mary-keller'))).toEqual(['The Harbour Gazette: Mary Keller 1']);
  });

  it('a name that was nobody’s becomes somebody’s', async () => {
    write({
      'in/gazette.md': article('The Harbour Gazette', `${GAZETTE}\nThey drank Glimmer. Glimmer was cheap.\n`),
    });
    expect(JSON.stringify(await castOf())).not.toContain('Glimmer');
    const cast = await corrected('      - { id: glimmer, kind: organisation, names: [Glimmer] }\n');
    expect(member(cast, 'glimmer')).toMatchObject({ name: 'Glimmer', kind: 'organisation', mentions: 2 });
  });

  it('drop: names are nobody’s, of a listed party too', async () => {
    const cast = await corrected(
      '      - { id: john-fenn, drop: true }\n      - { id: botswana, drop: true }\n      - { id: waste, names: [Crew Union], drop: true }\n',
    );
    for (const id of ['john-fenn', 'botswana', 'crew-union', 'waste']) expect(idsOf(cast)).not.toContain(id);
    // Whoever counted for it counts for nobody.
    expect(member(cast, 'paul-brandt')).toMatchObject({ side: null, country: null });
    expect(cast.sides).not.toContain('botswana');
  });

  it('name, kind, pronoun, party, body and country', async () => {
    const cast = await corrected(
      '      - { id: union, name: The Pilots, kind: party, country: mongolia }\n' +
        '      - { id: john-fenn, refers: none, party: union, body: crew-union, country: botswana }\n' +
        '      - { id: anna-dorn, country: none, refers: he }\n',
    );
    expect(member(cast, 'union')).toMatchObject({ name: 'The Pilots', kind: 'party', country: 'mongolia' });
    expect(member(cast, 'john-fenn')).toMatchObject({
      refers: null,
      party: 'union',
      body: 'crew-union',
      country: 'botswana',
    });
    expect(member(cast, 'anna-dorn')).toMatchObject({ refers: 'he', country: null });
  });

  it('side: another, nobody, and whoever counts for one that counts for another', async () => {
    const cast = await corrected(
      '      - { id: mary-keller, side: john-fenn }\n      - { id: botswana, side: mongolia }\n      - { id: anna-dorn, side: none }\n',
      '    sides: [john-fenn, mongolia]\n',
    );
    expect(member(cast, 'mary-keller').side).toBe('john-fenn');
    expect(member(cast, 'botswana').side).toBe('mongolia');
    expect(member(cast, 'paul-brandt').side).toBe('mongolia');
    expect(member(cast, 'anna-dorn').side).toBeNull();
  });

  it('sides: choice and order; a side counts for itself, whatever its entry had', async () => {
    const cast = await corrected(
      '      - { id: robert-keller, side: none }\n      - { id: margaret-keller, side: none }\n',
      '    sides: [robert-keller, botswana]\n',
    );
    expect(cast.sides).toEqual(['robert-keller', 'botswana']);
    expect(member(cast, 'robert-keller')).toMatchObject({ side: 'robert-keller', chief: 1 });
    expect(member(cast, 'margaret-keller')).toMatchObject({ side: null, chief: null });
    expect(idsOf(cast).slice(0, 2)).toEqual(['robert-keller', 'botswana']);
  });

  it('sides: a body that is one counts for itself, also between countries', async () => {
    write({
      'marks.yaml': `kind: parties
id: marks
title: Marks
parties:
  - id: westmark
    name: Westmark
    kind: country
    names: [Westmark]
    bodies: [{ name: Ferry Court, role: official, forms: [Ferry Court] }]
  - { id: eastmark, name: Eastmark, kind: country, names: [Eastmark] }
`,
      'in/court.md': article(
        'The Liner',
        'Westmark hit Eastmark. The Ferry Court said no. The Ferry Court sat.\n',
      ),
    });
    const marks = ['--lexicon', 'marks.yaml'];
    expect(called(member(await castOf(...marks), 'westmark'))).toContain('The Liner: Ferry Court 2');
    write({ 'cast.yaml': `kind: cast\nstories: [{ story: ${STORY}, sides: [ferry-court, westmark] }]\n` });
    const cast = await castOf('--cast', 'cast.yaml', ...marks);
    expect(called(member(cast, 'ferry-court'))).toEqual(['The Liner: Ferry Court 2']);
    expect(called(member(cast, 'westmark'))).toEqual(['The Liner: Westmark 1']);
  });

  it('level: of people, those who hold an office count for themselves', async () => {
    const cast = await corrected('      []\n', '    level: people\n    sides: [anna-dorn, john-fenn]\n');
    expect([cast.level, member(cast, 'anna-dorn').side]).toEqual(['people', 'anna-dorn']);
  });

  it('leave stories alone that the file does not have', async () => {
    write({ 'in/other.md': article('The Pilot', PILOT, 'another') });
    await corrected('      - { id: john-fenn, drop: true }\n', '').catch(() => undefined);
    const lines = (await done('cast', 'in', '--json', '--cast', 'cast.yaml')).out.trim().split('\n');
    const [another, row] = lines.map(line => idsOf(JSON.parse(line) as ShownCast));
    expect([another?.includes('john-fenn'), row?.includes('john-fenn')]).toEqual([true, false]);
  });
});

describe('--cast in reports', () => {
  const ENTRIES = `kind: cast
stories:
  - story: ${STORY}
    sides: [unions, mongolia]
    members:
      - { id: unions, name: The Unions, kind: organisation, merge: [union, crew-union] }
      - { id: anna-dorn, side: unions }
      - { id: mongolia, name: The West }
`;

  it('report counts for whom the file says, and says by which file', async () => {
    write({ 'cast.yaml': ENTRIES });
    await done('report', 'in', '--out', 'r', '--cast', 'cast.yaml');
    const measured = tableOf(read('r/data/measurements.csv'));
    expect(measured.some(({ subject }) => subject === 'unions')).toBe(true);
    const rows = tableOf(read('r/data/cast.csv'));
    expect(rows.filter(({ id }) => id === 'unions')).toEqual([
      expect.objectContaining({
        outlet: 'The Harbour Gazette',
        mentions: '2',
        names: 'Union (2)',
        chief: '1',
      }),
      expect.objectContaining({ outlet: 'The Pilot', mentions: '2', names: 'Crew Union (2)' }),
    ]);
    expect(rows.find(({ id }) => id === 'anna-dorn')?.side).toBe('unions');
    const { cast } = JSON.parse(read('r/data/report.json')) as { cast: { corrected_by: string } };
    expect(cast.corrected_by).toMatch(/^[0-9a-f]{12}$/);
    expect(read('r/method.md')).toContain(`cast corrected by hand, in a file \`${cast.corrected_by}\``);
    expect(read('r/comparison.md')).toContain('The West');
    for (const page of ['method.md', 'data/report.json', 'comparison.md'])
      expect(read(`r/${page}`)).not.toContain('cast.yaml');
  });

  it('compare and explain obey, also where the articles are only some of those in the file', async () => {
    write({
      'cast.yaml': ENTRIES.replace(
        '[union, crew-union]',
        '[union, crew-union]\n        , names: [Nowhere Here]',
      ),
    });
    const comparison = (
      await done('compare', 'The Pilot', 'The Harbour Gazette', 'in', '--cast', 'cast.yaml')
    ).out;
    expect(comparison).toContain('The Unions');
    const explained = (await done('explain', 'in/pilot.md', '--cast', 'cast.yaml')).out;
    expect(explained).toContain('The Unions');
    expect((await done('explain', 'in/pilot.md')).out).not.toContain('The Unions');
  });

  it('several stories: only those of the file are said to be corrected', async () => {
    write({ 'in/other.md': article('The Pilot', PILOT, 'another'), 'cast.yaml': ENTRIES });
    await done('report', 'in', '--out', 'r', '--cast', 'cast.yaml');
    expect(read('r/another/method.md')).not.toContain('corrected by hand');
    expect(read('r/ferry-row/method.md')).toContain('corrected by hand');
  });
});

describe('data/cast.csv', () => {
  it('has a row for each member and outlet that mentions it, and for sides also where one does not', async () => {
    await done('report', 'in', '--out', 'r');
    const rows = tableOf(read('r/data/cast.csv'));
    expect(Object.keys(rows[0] as object).join(' ')).toBe(
      'id name kind listed side chief party body country refers outlet story mentions names',
    );
    expect(rows.filter(({ id }) => id === 'botswana')).toEqual([
      expect.objectContaining({
        outlet: 'The Harbour Gazette',
        mentions: '0',
        names: '',
        listed: 'yes',
        chief: '4',
      }),
      expect.objectContaining({ outlet: 'The Pilot', mentions: '1', names: 'Botswana (1)' }),
    ]);
    expect(rows.filter(({ id }) => id === 'john-fenn').map(({ names }) => names)).toEqual([
      'Fenn (1); John Fenn (1)',
      'John Fenn (1)',
    ]);
    expect(rows.filter(({ id }) => id === 'mary-keller')).toHaveLength(1);
  });

  it('counts an office that leads to somebody named, and no pronoun', async () => {
    write({
      'in/pilot.md': article(
        'The Pilot',
        'Row\n\nMinister Margaret Keller left. The minister said she was tired.\n',
      ),
    });
    await done('report', 'in', '--out', 'r');
    const row = tableOf(read('r/data/cast.csv')).find(each => each.id === 'margaret-keller');
    expect([row?.mentions, row?.names]).toEqual(['2', 'Margaret Keller (1); the minister (1)']);
  });

  it('has no formulas', async () => {
    write({
      'cast.yaml': `kind: cast\nstories:\n  - { story: ${STORY}, members: [{ id: john-fenn, name: "=1+1" }] }\n`,
    });
    await done('report', 'in', '--out', 'r', '--cast', 'cast.yaml');
    expect(tableOf(read('r/data/cast.csv')).find(({ id }) => id === 'john-fenn')?.name).toBe("'=1+1");
  });
});

describe('faults: place, what is wrong, and a hint', () => {
  const head = `kind: cast\nstories:\n  - story: ${STORY}\n`;
  const one = (entries: string): string => `${head}    members:\n${entries}`;

  it.each<[string, string, string]>([
    ['no cast', 'kind: parties\n', '1:7: unknown kind "parties"\n  Expected cast.\n'],
    ['no YAML', 'kind: cast\nstories: [\n', '3:1: not valid YAML'],
    [
      'an empty file',
      '',
      '1:1: expected a cast: a mapping that begins with "kind:"\n  parallax cast ARTICLES --out FILE writes one to start from.\n',
    ],
    [
      'an unknown key',
      one('      - { id: john-fenn, nmae: X }\n'),
      '5:26: story ferry row, member john-fenn: unknown key "nmae"\n  Did you mean "name"? ',
    ],
    [
      'an unknown kind of member',
      one('      - { id: john-fenn, kind: persn }\n'),
      '5:32: story ferry row, member john-fenn, "kind": unknown value "persn"\n  Did you mean "person"? ',
    ],
    [
      'an unknown story',
      head.replace('row', 'rwo'),
      '3:12: no article is on "ferry rwo"\n  Did you mean "ferry row"? The stories here are "ferry row".\n',
    ],
    ['a story twice', `${head}  - story: ${STORY}\n`, '4:12: the story "ferry row" stands here twice\n'],
    [
      'a side that is nobody',
      `${head}    sides: [mongolia, jon-fenn]\n`,
      '4:23: no member of this story has the id "jon-fenn"\n  Did you mean "john-fenn"? Ids are those ',
    ],
    [
      'a name where an id belongs',
      one('      - { id: union, side: mongola }\n'),
      '5:28: no member of this story has the id "mongola"\n  Did you mean "mongolia"? ',
    ],
    [
      'a body that is nobody',
      one('      - { id: john-fenn, body: unoin }\n'),
      '5:32: no member of this story has the id "unoin"\n  Did you mean "union"? ',
    ],
    [
      'a party that is none',
      one('      - { id: john-fenn, party: mongolia }\n'),
      '5:33: "mongolia" is of kind country, and no political party\n  Write "country: mongolia".\n',
    ],
    [
      'a member that is nobody and has no names',
      one('      - { id: john-fen, drop: true }\n'),
      '5:15: no member of this story has the id "john-fen"\n  Did you mean "john-fenn"? A new member needs "names" that are its.\n',
    ],
    [
      'a member twice',
      one('      - { id: union }\n      - { id: union, drop: true }\n'),
      '6:15: the member "union" is already at line 5\n  Make one entry of the two',
    ],
    [
      'a name twice',
      one('      - { id: union, names: [Union] }\n      - { id: new, names: [UNION] }\n'),
      '6:28: "UNION" is already a name of "union", at line 5\n  A name is that of one member',
    ],
    [
      'a name that stands nowhere',
      one('      - { id: john-fenn, names: [John Fenn, Jon Fenn] }\n'),
      '5:45: the name "Jon Fenn" stands nowhere in the articles of this story\n  Did you mean "John Fenn"? Names are written ',
    ],
    [
      'a merger with itself',
      one('      - { id: union, merge: [union] }\n'),
      '5:30: "union" cannot be merged into itself\n',
    ],
    [
      'a merger with nobody',
      one('      - { id: union, merge: [cruw-union] }\n'),
      '5:30: no member of this story has the id "cruw-union"\n  Did you mean "crew-union"? ',
    ],
    [
      'a merger of two listed parties',
      one('      - { id: mongolia, merge: [botswana] }\n'),
      '5:33: "botswana" and "mongolia" are two parties of the lexicons, and cannot be one\n  To count ',
    ],
    [
      'a merger into two',
      one('      - { id: union, merge: [john-fenn] }\n      - { id: crew-union, merge: [john-fenn] }\n'),
      '6:35: "john-fenn" is already merged into "union", at line 5\n',
    ],
    [
      'a merger in a circle',
      one('      - { id: union, merge: [crew-union] }\n      - { id: crew-union, merge: [union] }\n'),
      '5:30: "crew-union" is merged into itself by way of others\n',
    ],
    [
      'a merger of what is dropped',
      one('      - { id: union, merge: [crew-union] }\n      - { id: crew-union, drop: true }\n'),
      '5:30: "crew-union" is dropped, and cannot be merged\n',
    ],
    [
      'a side that is dropped',
      `${head}    sides: [mongolia, union]\n    members:\n      - { id: union, drop: true }\n`,
      '4:23: the side "union" is dropped\n  Remove it here',
    ],
    [
      'a member whose side is dropped',
      one('      - { id: union, drop: true }\n      - { id: john-fenn, side: union }\n'),
      '6:32: the side "union" is dropped\n  Name another side',
    ],
    [
      'a side that counts for another',
      `${head}    sides: [mongolia, union]\n    members:\n      - { id: union, side: mongolia }\n`,
      '4:23: "union" is among the sides, and counts for "mongolia"\n',
    ],
    [
      'a side that counts for nobody',
      one('      - { id: union, side: none }\n      - { id: john-fenn, side: union }\n'),
      '6:32: "john-fenn" counts for "union", whose own side is "none"\n',
    ],
    [
      'sides in a circle',
      one('      - { id: union, side: john-fenn }\n      - { id: john-fenn, side: union }\n'),
      '5:28: the side of "union" leads back to itself\n',
    ],
  ])('%s', async (_, text, expected) => {
    write({ 'my/cast.yaml': text });
    const { code, out, err } = await run('report', 'in', '--out', 'r', '--cast', 'my/cast.yaml');
    expect([code, out]).toEqual([1, '']);
    expect(err.slice(0, expected.length + 13)).toBe(`my/cast.yaml:${expected}`);
    expect(() => read('r/comparison.md')).toThrow();
  });

  it('all are told at once, in the order of the file, those of later stories too', async () => {
    write({
      'in/other.md': article('The Pilot', PILOT, 'another'),
      'cast.yaml': `${one('      - { id: john-fenn, names: [Jo Fenn, Ju Fenn] }\n')}  - { story: another, sides: [nobody] }\n`,
    });
    for (const command of ['report', 'cast']) {
      const { code, err } = await run(command, 'in', '--cast', 'cast.yaml', '--out', 'x.yaml');
      expect([code, err.match(/^cast\.yaml:\d+:\d+/gm)?.toSorted()]).toEqual([
        1,
        ['cast.yaml:5:34', 'cast.yaml:5:43', 'cast.yaml:6:31'],
      ]);
    }
  });

  it('a file that is not there', async () => {
    const { code, err } = await run('report', 'in', '--cast', 'gone.yaml');
    expect([code, err]).toEqual([
      1,
      'gone.yaml: there is no such file\n  Expected a YAML file; parallax cast ARTICLES --out gone.yaml writes one.\n',
    ]);
  });
});
