// npm run judged: what readers said of samples of evidence (test/judged/*.jsonl: ids, offsets and verdicts, without a word of text).
// Prints the share that each called right, and writes src/evaluate/judged.json, from where the confidence of evidence comes, and
// the figures of precision in src/evaluate/figures.json.
// npm run judged -- --add ROUND SET REPORT SHEET... adds the verdicts of some sheets that were drawn from a report.
// npm run judged -- --now REPORT, a report of the same articles by the tool as it is now, marks what it no longer gives as gone (what
// was mended says nothing of what is left), and says of the rest on what grounds it is given now.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { validationOf } from '../dist/evaluate/judged.js';
import { judged, readSheet } from '../dist/evaluate/sheets.js';
import { krippendorffAlpha } from '../dist/statistics/agreement.js';
import { wilson } from '../dist/statistics/interval.js';

const folder = join(import.meta.dirname, 'judged');
const EVIDENCE = join(folder, 'evidence.jsonl');
const rowsOf = path => readFileSync(path, 'utf8').trim().split('\n').filter(Boolean).map(JSON.parse);

const [flag, round, set, report, ...sheets] = process.argv.slice(2);
if (flag === '--add') {
  const read = await Promise.all(
    sheets.map(async path => (await readSheet(path, readFileSync(path, 'utf8'))).sheet),
  );
  for (const id of new Set(read.flatMap(({ rows }) => [...rows.keys()]))) {
    const verdicts = read.map(({ rows }) => rows.get(id)?.verdict ?? 'skip');
    const { measure, grounds } = read.find(({ rows }) => rows.has(id)).rows.get(id);
    const row = { round: Number(round), set, measure, grounds, ...placeOf(id, report), verdicts };
    appendFileSync(EVIDENCE, `${JSON.stringify(row)}\n`);
  }
}

if (flag === '--now') {
  const given = new Map(
    readdirSync(round, { recursive: true })
      .filter(path => path.endsWith('evidence.jsonl'))
      .flatMap(path => rowsOf(join(round, path)).map(each => [keyOf(each), each.grounds ?? ''])),
  );
  const lines = rowsOf(EVIDENCE).map(row => {
    if (row.article === undefined || row.gone === true) return row;
    const grounds = given.get(keyOf(row));
    return grounds === undefined ? { ...row, gone: true } : { ...row, grounds };
  });
  writeFileSync(EVIDENCE, lines.map(row => `${JSON.stringify(row)}\n`).join(''));
}

/** What is said, and of which words. */
function keyOf({ measure, article, subject, label, start, end }) {
  return JSON.stringify([measure, article, subject, label, start, end]);
}

/** Where a piece stands: offsets for evidence; for what has none, a digest of its id. */
function placeOf(id, report) {
  const story = id.includes('/') ? dirname(id) : '';
  const piece = id.slice(story.length).replace('/', '');
  if (!/^e\d+$/.test(piece))
    return { story, id: createHash('sha256').update(piece).digest('hex').slice(0, 12) };
  const line = readFileSync(join(report, story, 'data/evidence.jsonl'), 'utf8').split('\n')[
    piece.slice(1) - 1
  ];
  const { article, subject, label, start, end, confidence } = JSON.parse(line);
  return { article, subject, label, start, end, confidence };
}

// Sides of stories: yes or no of each reader.
const sides = rowsOf(join(folder, 'chief-members.jsonl'));
for (const round of new Set(sides.map(row => row.round))) {
  const verdicts = sides.filter(row => row.round === round).map(row => row.verdicts);
  for (const reader of verdicts[0].keys()) {
    const right = verdicts.filter(each => each[reader] === 'yes').length;
    const { low, high } = wilson(right, verdicts.length);
    console.log(
      `sides of stories, round ${round}, reader ${reader + 1}: ${right} of ${verdicts.length} (${low.toFixed(2)} to ${high.toFixed(2)})`,
    );
  }
  console.log(`sides of stories, round ${round}: alpha ${krippendorffAlpha(verdicts).toFixed(2)}`);
}

// Evidence, of each round.
const rows = existsSync(EVIDENCE) ? rowsOf(EVIDENCE) : [];
const rounds = [...new Set(rows.map(row => row.round))].toSorted((a, b) => a - b);
for (const round of rounds)
  for (const [measure, { right, rightOrArguable, alpha }] of judged(rows.filter(row => row.round === round)))
    console.log(
      `evidence, round ${round}, ${measure}: ${right.value.toFixed(3)} right (${right.low.toFixed(3)} to ${right.high.toFixed(3)}, n = ${right.n}), ` +
        `${rightOrArguable.value.toFixed(3)} right or arguable, alpha ${alpha === null ? '–' : alpha.toFixed(2)}`,
    );

writeFileSync(
  join(import.meta.dirname, '../src/evaluate/judged.json'),
  `${JSON.stringify(validationOf(rows), undefined, 2)}\n`,
);
