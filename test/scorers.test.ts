import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../src/package.js';
import { buildIfMissing, spawnCli } from './helpers.js';

const ARTICLE = (outlet: string) => `---
outlet: ${outlet}
story: talks
---
“The lands are ours 🎈,” France said on Monday. Germany praised the talks. “Germany lied to us,” said a man.
Germany and France will meet in May.
`;

let folder: string;
beforeAll(buildIfMissing);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scorers-'));
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'in/a.md'), ARTICLE('The Pilot'));
  writeFileSync(join(folder, 'in/b.md'), ARTICLE('The Skiff'));
});

interface Row {
  readonly id: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
const run = (...args: string[]) => spawnCli(args, folder);
const mentions = (): Row[] => {
  const { out, code } = run('mentions', 'in');
  expect(code).toBe(0);
  return out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Row);
};
const HEADER = { scorer: 'Fake', version: '1.0' };
const write = (rows: readonly (object | string)[], name = 'scores.jsonl'): void =>
  writeFileSync(
    join(folder, name),
    rows.map(row => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`).join(''),
  );
const scored = (rows: readonly Row[]) =>
  rows.map(({ id }, i) => ({ id, polarity: i % 2 === 0 ? -0.5 : 0.75 }));

describe('mentions', () => {
  it('stand at their offsets in their sentences, each with an id of its own', () => {
    const rows = mentions();
    expect(rows.length).toBeGreaterThan(7);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const words = new Set(rows.map(({ text, start, end }) => text.slice(start, end)));
    expect([...words].toSorted()).toEqual(['France', 'Germany']);
  });
});

describe('scores of another program', () => {
  it('stand in the place of ours, and their scorer is named', () => {
    write([HEADER, ...scored(mentions())]);
    expect(run('report', 'in', '--out', 'out', '--scores', 'scores.jsonl').code).toBe(0);
    const lines = readFileSync(join(folder, 'out/data/evidence.jsonl'), 'utf8').trim().split('\n');
    const evidence = lines
      .map(line => JSON.parse(line))
      .filter(({ measure }) => measure === 'sentiment.polarity');
    expect(new Set(evidence.map(({ weight }) => weight))).toEqual(new Set([-0.5, 0.75]));
    expect(new Set(evidence.map(({ grounds, shown }) => `${grounds} ${shown}`))).toEqual(
      new Set(['Fake 1.0 true']),
    );
    expect(readFileSync(join(folder, 'out/method.md'), 'utf8')).toContain('Fake 1.0');
    const compared = run(
      'compare',
      'The Pilot',
      'The Skiff',
      'in',
      '--scores',
      'scores.jsonl',
      '--out',
      'c.md',
    );
    expect(compared.code).toBe(0);
    expect(readFileSync(join(folder, 'c.md'), 'utf8')).toContain('Fake 1.0');
  });

  it('may be three probabilities', () => {
    write([HEADER, ...mentions().map(({ id }) => ({ id, negative: 0.7, neutral: 0.2, positive: 0.1 }))]);
    expect(run('report', 'in', '--out', 'out', '--scores', 'scores.jsonl').code).toBe(0);
    expect(readFileSync(join(folder, 'out/data/evidence.jsonl'), 'utf8')).toContain('"weight":-0.6');
  });

  type Change = (rows: object[], asked: Row[]) => (object | string)[];
  it.each<[string, Change, RegExp]>([
    [
      'a row that is no JSON',
      rows => [...rows.slice(0, 2), '{"id": ', ...rows.slice(2)],
      /:3:1: this is no JSON object\n {2}Expected/,
    ],
    ['no name', rows => rows.slice(1), /^scores\.jsonl:1:1: the scorer is not named/],
    ['a missing row', rows => rows.slice(0, -1), /: 1 of \d+ mentions have no score, the first is "/],
    ['a row twice', rows => [...rows, rows[1] as object], /:\d+:2: ".*" has a score already, in line 2/],
    [
      'another id',
      rows => [...rows, { id: 'in/z.md#4', polarity: 0 }],
      /:\d+:2: there is no mention "in\/z\.md#4"/,
    ],
    [
      'another offset',
      (rows, [asked]) => [
        rows[0] as object,
        { ...rows[1], start: (asked as Row).start + 1 },
        ...rows.slice(2),
      ],
      /:2:\d+: ".*" starts at \d+ in its sentence, not at \d+/,
    ],
    [
      'what is no number',
      rows => [...rows.slice(0, -1), { ...rows.at(-1), polarity: 'bad' }],
      /:\d+:\d+: polarity is "bad"/,
    ],
    [
      'a number out of range',
      rows => [...rows.slice(0, -1), { ...rows.at(-1), polarity: 1.5 }],
      /polarity is 1\.5/,
    ],
    [
      'probabilities that are none',
      rows => [...rows.slice(0, -1), { ...rows.at(-1), negative: 0.5, neutral: 0.5, positive: 0.5 }],
      /the probabilities sum to 1\.500/,
    ],
    ['nothing', () => [], /^scores\.jsonl: there are no scores here/],
  ])('are refused with %s, and nothing is written', (_, change, message) => {
    const asked = mentions();
    write(change([HEADER, ...scored(asked)], asked));
    const { code, err } = run('report', 'in', '--out', 'out', '--scores', 'scores.jsonl');
    expect(err).toMatch(message);
    expect(code).toBe(1);
    expect(readdirSync(folder)).not.toContain('out');
  });

  it('are not there', () => {
    const { code, err } = run('report', 'in', '--scores', 'gone.jsonl');
    expect([code, err]).toEqual([1, expect.stringMatching(/^gone\.jsonl: there is no such file\n/)]);
  });

  it('are measured like ours', () => {
    const rows = ['negative', 'positive'].map((label, i) => ({
      id: `r/${i}`,
      text: 'Germany met France.',
      start: i * 12,
      end: i * 12 + (i === 0 ? 7 : 6),
      label,
    }));
    write(rows, 'rows.jsonl');
    write([HEADER, { id: 'r/0', polarity: -1 }, { id: 'r/1', polarity: 1 }]);
    const { out, code } = run('evaluate', 'sentiment', 'rows.jsonl', '--scores', 'scores.jsonl');
    expect(code).toBe(0);
    expect(out).toMatch(/^By Fake 1\.0:\n[\s\S]*in the right order: 1\.000/);
    expect(run('evaluate', 'roles', 'rows.jsonl', '--scores', 'scores.jsonl').code).toBe(2);
  });
});

describe('a scorer that the configuration names', () => {
  const configure = (code: string, timeout = 20): void => {
    writeFileSync(join(folder, 'fake.mjs'), code);
    const command = JSON.stringify([process.execPath, 'fake.mjs']);
    writeFileSync(
      join(folder, 'parallax.config.yaml'),
      `scorer:\n  command: ${command}\n  timeout: ${timeout}\n`,
    );
  };
  const READ = `import { readFileSync } from 'node:fs';
const rows = readFileSync(0, 'utf8').trim().split('\\n').map(line => JSON.parse(line));
console.log('{"scorer": "Fake", "version": "2"}');
`;
  const report = () => run('report', 'in', '--out', 'out');

  it('is asked', () => {
    configure(
      `${READ}for (const { id, start, end } of rows) console.log(JSON.stringify({ id, start, end, polarity: 0.25 }));`,
    );
    expect(report().code).toBe(0);
    expect(readFileSync(join(folder, 'out/method.md'), 'utf8')).toContain('Fake 2');
  });

  it.each([
    [
      'fails',
      'console.error("no model here"); process.exit(3);',
      20,
      /^parallax\.config\.yaml:2:12: the scorer ".*" failed with exit code 3\n {2}It said last: no model here/,
    ],
    [
      'hangs',
      'setInterval(() => {}, 1000);',
      1,
      /^parallax\.config\.yaml:2:12: the scorer ".*" did not end within 1 seconds\n/,
    ],
    ['leaves out mentions', READ, 20, /^the output of ".*":\d+:1: \d+ of \d+ mentions have no score/],
    [
      'prints something else',
      'console.log("Loading …");',
      20,
      /^the output of ".*":1:1: this is no JSON object/,
    ],
  ])('%s, which is said with the place to mend', (_, code, timeout, message) => {
    configure(code, timeout);
    const { code: exit, err } = report();
    expect(err).toMatch(message);
    expect(exit).toBe(1);
    expect(readdirSync(folder)).not.toContain('out');
  });

  it('is not there', () => {
    writeFileSync(join(folder, 'parallax.config.yaml'), 'scorer: { command: [no-such-program-here] }\n');
    expect(report().err).toMatch(
      /^parallax\.config\.yaml:1:\d+: the scorer "no-such-program-here" cannot be run\n/,
    );
  });
});

const python = spawnSync('python3', ['--version']).status === 0;
describe.skipIf(!python)('the adapter for NewsSentiment', () => {
  it('gives the library what stands before a mention, the mention and what follows', () => {
    mkdirSync(join(folder, 'lib/NewsSentiment-9.9.dist-info'), { recursive: true });
    writeFileSync(
      join(folder, 'lib/NewsSentiment-9.9.dist-info/METADATA'),
      'Metadata-Version: 2.1\nName: NewsSentiment\nVersion: 9.9\n',
    );
    writeFileSync(
      join(folder, 'lib/NewsSentiment.py'),
      `class TargetSentimentClassifier:
    def infer_from_text(self, left, target, right):
        known = target in ("France", "Germany") and (left + target + right)[-1] == "."
        probs = (0.7, 0.2, 0.1) if known else (0, 1, 0)
        return tuple({"class_label": n, "class_prob": p} for n, p in zip(("negative", "neutral", "positive"), probs))
`,
    );
    const rows = mentions();
    const ran = spawnSync('python3', [join(packageRoot, 'examples/newssentiment.py')], {
      input: rows.map(row => JSON.stringify(row)).join('\n'),
      env: { ...process.env, PYTHONPATH: join(folder, 'lib') },
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    const [header, ...scores] = ran.stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(header).toEqual({ scorer: 'NewsSentiment', version: '9.9' });
    expect(scores.map(({ id, negative }) => [id, negative])).toEqual(
      rows.map(({ id, text }) => [id, text.endsWith('.') ? 0.7 : 0]),
    );
    write([ran.stdout.trim()]);
    expect(run('report', 'in', '--out', 'out', '--scores', 'scores.jsonl').code).toBe(0);
  });
});
