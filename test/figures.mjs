// npm run figures: measures the accuracy on the public sets under ../shared/data (or the folder given) and writes it to
// src/evaluate/figures.json, from where every report takes it, and into the README.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headlines, TASKS } from '../dist/evaluate/index.js';
import { loadLexicons } from '../dist/lexicon/load.js';

const SETS = [
  ['quotations', 'quotations/polnear.dev.jsonl', 'PolNeAR 1.0, dev (Newell and others 2018)'],
  ['coreference', 'coreference/gum-news.dev.jsonl', 'GUM news, dev (Zeldes 2017)'],
];

const folder = process.argv[2] ?? join(import.meta.dirname, '../../shared/data');
if (!existsSync(folder)) {
  console.error(`${folder} is not there: nothing measured, nothing written`);
  process.exit(1);
}
const lexicons = await loadLexicons();
const round = value => Number(value.toFixed(4));
const figures = SETS.flatMap(([task, file, set]) => {
  const rows = readFileSync(join(folder, file), 'utf8').trim().split('\n').map(JSON.parse);
  const result = TASKS[task].measure(rows, lexicons);
  return headlines(task, set, result).map(figure => ({
    ...figure,
    value: round(figure.value),
    low: round(figure.low),
    high: round(figure.high),
  }));
});
writeFileSync(
  join(import.meta.dirname, '../src/evaluate/figures.json'),
  `${JSON.stringify(figures, undefined, 2)}\n`,
);

const readme = join(import.meta.dirname, '../README.md');
const text = readFileSync(readme, 'utf8');
writeFileSync(
  readme,
  text.replace(/(<!-- figures -->\n)[\s\S]*?(<!-- \/figures -->)/, `$1${figuresTable(figures)}$2`),
);
console.log(figuresTable(figures));

/** The README's table; a test holds the README against it. */
export function figuresTable(figures) {
  const rows = figures.map(
    ({ set, title, value, low, high, n, of }) =>
      `| ${set} | ${title} | ${value.toFixed(3)} | ${low.toFixed(3)} to ${high.toFixed(3)} | ${n} ${of} |`,
  );
  return [
    '| measured on | figure | value | 95% | of |',
    '| --- | --- | ---: | ---: | --- |',
    ...rows,
    '',
  ].join('\n');
}
