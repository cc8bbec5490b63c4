import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { readStory } from '../src/documents.js';
import { type JudgedRecord, validationOf } from '../src/evaluate/judged.js';
import known from '../src/evaluate/judged.json' with { type: 'json' };
import { drawn } from '../src/evaluate/sample.js';
import { type CodedVerdict, judged, judgedKinds, piecesOf, readSheet } from '../src/evaluate/sheets.js';
import { PASSES } from '../src/index.js';
import { confidenceFrom, isShown } from '../src/model/confidence.js';
import { packageRoot } from '../src/package.js';
import { measure } from '../src/passes/measure.js';
import { krippendorffAlpha } from '../src/statistics/agreement.js';
import { lexicons, runCli, sampleArticles } from './helpers.js';

describe('Krippendorff’s alpha', () => {
  it('is that of the worked example of Krippendorff (2011), with missing values', () => {
    // Computing Krippendorff's Alpha-Reliability, C: nominal data, any number of observers, missing data: .743.
    const coders = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
      [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
      [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
      [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ];
    const units = Array.from({ length: 12 }, (_, u) =>
      coders
        .map(values => values[u] as number)
        .filter(value => value > 0)
        .map(String),
    );
    expect(krippendorffAlpha(units)).toBeCloseTo(0.743, 3);
  });

  it('is one of full agreement, and of nothing that could differ it is not defined', () => {
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['b', 'b'],
      ]),
    ).toBe(1);
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toBeNaN();
    expect(krippendorffAlpha([['a'], ['b']])).toBeNaN();
  });
});

const parallax = (...args: string[]) => runCli(args, packageRoot);

const sheetOf = (coder: string, verdicts: Record<string, readonly [measure: string, CodedVerdict]>) => ({
  coder,
  rows: new Map(
    Object.entries(verdicts).map(([id, [of, verdict]]) => [
      id,
      { id, measure: of, grounds: 'a kind', verdict },
    ]),
  ),
});

describe('precision', () => {
  const anna = sheetOf('anna', {
    e1: ['attribution.statements', 'right'],
    e2: ['attribution.statements', 'wrong'],
    e3: ['attribution.statements', 'skip'],
    e4: ['loaded.words', 'arguable'],
    e5: ['attribution.statements', 'arguable'],
  });
  const ben = sheetOf('ben', {
    e1: ['attribution.statements', 'right'],
    e2: ['attribution.statements', 'right'],
    e4: ['loaded.words', 'right'],
  });

  it('is the share called right over all who judged a piece and did not skip it', () => {
    const { precision, rightOrArguable, coders } =
      judged(piecesOf([anna, ben])).get('attribution.statements') ?? {};
    // e1: 1, e2: 1/2, e5: 0.
    expect(precision).toMatchObject({ value: 0.5, n: 3 });
    expect(rightOrArguable).toMatchObject({ value: 2.5 / 3, n: 3 });
    expect(coders).toBe(2);
  });

  it('counts what is arguable as right only where readers may differ', () => {
    const { precision, right } = judged(piecesOf([anna, ben])).get('loaded.words') ?? {};
    expect(right?.value).toBe(0.5);
    expect(precision?.value).toBe(1);
  });

  it('gives the confidence of a kind, drawn toward its pass where few were judged', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({
      measure: 'agency.agent',
      grounds: i < 20 ? 'sure' : 'unsure',
      verdicts: [i < 19 || i % 2 === 0 ? 'right' : 'wrong'] as CodedVerdict[],
    }));
    const confidence = confidenceFrom(judgedKinds(many));
    expect(confidence('agency.agent', 'sure')).toBeGreaterThan(0.85);
    expect(confidence('agency.agent', 'unsure')).toBeLessThan(0.7);
    // Of other measures of the pass the same grounds are known, of other grounds the pass.
    expect(confidence('agency.patient', 'sure')).toBeGreaterThan(0.85);
    expect(confidence('agency.agent', 'never seen')).toBeCloseTo(31 / 42, 1);
    expect(confidence('visibility.mentions')).toBeUndefined();
  });
});

describe('what is set aside', () => {
  it('is in the evidence and in no denominator but that of a mean', async () => {
    const {
      docs: [doc],
    } = readStory(await sampleArticles(), await lexicons());
    if (doc === undefined) throw new Error('no document');
    const given = await lexicons();
    const all = measure(doc, PASSES, given);
    const none = measure(doc, PASSES, given, () => 0.5);
    expect(none.evidence.length).toBe(all.evidence.length);
    expect(all.evidence.every(isShown)).toBe(true);
    // That somebody is not judged is no claim.
    expect(none.evidence.some(each => each.label !== 'neutral' && isShown(each))).toBe(false);
    const unitsOf = (units: string) =>
      [...none.denominators.keys()].filter(key => key.startsWith(`${units}\t`));
    expect(unitsOf('quotation')).toEqual([]);
    expect(unitsOf('peer')).toEqual([]);
    expect(unitsOf('word').length).toBeGreaterThan(0);
    expect(unitsOf('naming').every(key => /sentiment|stance|lean/.test(key))).toBe(true);
  });
});

describe('a sample', () => {
  const claims = Array.from({ length: 50 }, (_, i) => ({
    id: `e${i}`,
    measure: i % 2 === 0 ? 'a.b' : 'c.d',
    grounds: '',
    outlet: 'Post',
    article: 'post-1',
    line: i,
    claim: 'said',
    words: 'x',
    whose: 'own words',
    before: '',
    sentence: '»x«',
    after: '',
  }));
  const ids = (seed: number) => drawn(claims, 5, seed).map(({ id }) => id);

  it('has so many of each measure, the same for the same seed, others for another', () => {
    expect(ids(1)).toHaveLength(10);
    expect(ids(1)).toEqual(drawn(claims.toReversed(), 5, 1).map(({ id }) => id));
    expect(ids(1)).not.toEqual(ids(2));
    expect(new Set(ids(3)).size).toBe(10);
  });
});

describe('the way of a user: report, sample, two coders, figures, a report with them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-sheets-'));
  const at = (name: string): string => join(folder, name);
  let rows: Record<string, string>[];

  beforeAll(async () => {
    expect((await parallax('report', 'articles', '--out', at('r'))).code).toBe(0);
    const { code, err } = await parallax(
      'sample',
      at('r'),
      '--per-measure',
      '4',
      '--blind',
      '--out',
      at('s.csv'),
    );
    expect({ code, err }).toMatchObject({
      code: 0,
      err: expect.stringMatching(/pieces of \d+ drawn with seed 1/),
    });
    rows = parse(readFileSync(at('s.csv'), 'utf8'), { columns: true });
  });

  const coded = (name: string, verdict: (row: number) => string): void =>
    writeFileSync(
      at(name),
      stringify(
        rows.map((row, i) => ({ ...row, verdict: verdict(i) })),
        { header: true },
      ),
    );

  it('draws what is called absent, with the text of the outlet, and edits, with both passages', async () => {
    const { code } = await parallax('sample', at('r'), '--per-measure', '4', '--all', '--out', at('all.csv'));
    expect(code).toBe(0);
    const all: typeof rows = parse(readFileSync(at('all.csv'), 'utf8'), { columns: true });
    const of = (measure: string) => all.filter(each => each.measure === measure);
    expect(of('coverage.absent')).toHaveLength(4);
    for (const { words = '', after = '', grounds } of of('coverage.absent')) {
      expect(after.length).toBeGreaterThan(1000);
      expect(after).not.toContain(words);
      expect(grounds).not.toBe('');
    }
    expect(of('copy.edit').length).toBeGreaterThan(0);
    for (const { sentence, after } of of('copy.edit')) expect(sentence).not.toBe(after);
  });

  it('marks the words in their sentence and does not name the outlet where it is blind', () => {
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      expect(row.outlet).toBe('');
      expect(row.article).toBe('');
      expect(row.verdict).toBe('');
      expect(row.claim, row.id).not.toBe('');
    }
    const seen = rows.filter(row => !/^(?:coverage|copy)\./.test(row.measure as string));
    for (const row of seen) expect(row.sentence).toContain(`»${row.words}«`);
  });

  it('gives precision with its interval, and alpha', async () => {
    coded('anna.csv', i => (i % 5 === 0 ? 'wrong' : 'right'));
    coded('ben.csv', i => (i % 5 === 0 ? 'WRONG ' : i % 7 === 0 ? 'arguable' : 'right'));
    const { code, out } = await parallax('evaluate', 'sheets', at('anna.csv'), at('ben.csv'), '--json');
    expect(code).toBe(0);
    const { measures } = JSON.parse(out);
    expect(measures.all.right.n).toBe(rows.length);
    expect(measures.all.right.value).toBeGreaterThan(0.7);
    expect(measures.all.right.low).toBeLessThan(measures.all.right.value);
    expect(measures.all.alpha).toBeGreaterThan(0.5);
    const text = await parallax('evaluate', 'sheets', at('anna.csv'), at('ben.csv'));
    expect(text.out).toMatch(
      /^all: 0\.\d{3} right \(95% 0\.\d{3} to 0\.\d{3}, \d+ pieces\), .*alpha 0\.\d\d$/m,
    );
  });

  it('prints the figures on the pages, and shows what the verdicts allow', async () => {
    coded('bad.csv', i => (rows[i]?.measure?.startsWith('loaded') ? 'wrong' : 'right'));
    const { code } = await parallax('report', 'articles', '--out', at('v'), '--validated', at('bad.csv'));
    expect(code).toBe(0);
    const method = readFileSync(at('v/method.md'), 'utf8');
    expect(method).toContain('Judged: your sheets (bad)');
    expect(method).toMatch(/\| attribution: statements, called right \| 1\.000 \|/);
    expect(readFileSync(at('v/the-lanternfish-gazette.md'), 'utf8')).toMatch(
      /Readers called 100% of a sample right \(n = \d+\)/,
    );
  });

  it.each([
    ['a word that is no verdict', 'verdict', 'rihgt', /"rihgt" is no verdict\n.*Did you mean "right"\?/],
    ['nothing judged', 'verdict', '', /there is no verdict here/],
    ['an id twice', 'id', 'same', /same stands on line 2 already/],
  ])('%s is told with its place', async (_, column, value, message) => {
    writeFileSync(
      at('wrong.csv'),
      stringify(
        rows.map(row => ({ ...row, verdict: 'right', [column]: value })),
        { header: true },
      ),
    );
    const { code, err } = await parallax('evaluate', 'sheets', at('wrong.csv'));
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });

  it('a file that is no sheet is told by its columns', async () => {
    await expect(readSheet('x.csv', 'a,b\n1,2\n')).rejects.toThrow('no column "id", "measure", "verdict"');
    const { code, err } = await parallax('sample', folder.replace(/parallax-sheets.*/, 'nowhere'));
    expect(code).toBe(1);
    expect(err).toMatch(/there is no report here/);
  });
});

it('what the package knows of its precision is what test/judged has (else run npm run judged)', () => {
  const file = join(packageRoot, 'test/judged/evidence.jsonl');
  const records = existsSync(file)
    ? readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as JudgedRecord)
    : [];
  expect(validationOf(records)).toEqual(known);
});
