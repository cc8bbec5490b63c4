// npm run figures: measures the accuracy on the public sets under ../shared/data (or the folder given) and writes it to
// src/evaluate/figures.json, from where every report and the README take it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headlines, TASKS } from '../dist/evaluate/index.js';
import { loadLexicons } from '../dist/lexicon/load.js';

const SETS = [
  ['quotations', 'quotations/polnear.dev.jsonl', 'PolNeAR 1.0, dev (Newell and others 2018)'],
  ['cast', 'terminology/newswcl50.dev.jsonl', 'NewsWCL50, dev (Hamborg and others 2019)'],
  ['speakers', 'stories/basil.dev.jsonl', 'BASIL, dev (Fan and others 2019)'],
  ['coreference', 'coreference/gum-news.dev.jsonl', 'GUM news, dev (Zeldes 2017)'],
  ['sentiment', 'sentiment/newsmtsc.dev.jsonl', 'NewsMTSC, dev (Hamborg and Donnay 2021)'],
  ['stories', 'stories/seesaw.dev.jsonl', 'SEESAW, dev (Zhang and others 2022)'],
  ['roles', 'roles/pac.dev.jsonl', 'PAC, dev (Zou and others 2023)'],
  ['loaded-words', 'loaded-words/babe.dev.jsonl', 'BABE, dev (Spinde and others 2021)'],
  ['lexical-bias', 'stories/basil.dev.jsonl', 'BASIL, dev (Fan and others 2019)'],
  // The corpus is given as training data only: the weights were fitted on it.
  ['reuse', 'reuse/msrp.train.jsonl', 'MSRP, train, on which it was fitted (Dolan and Brockett 2005)'],
  ['coverage', 'terminology/newswcl50.dev.jsonl', 'NewsWCL50, dev (Hamborg and others 2019)'],
  ['suggestions', 'terminology/newswcl50.dev.jsonl', 'NewsWCL50, dev (Hamborg and others 2019)'],
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
for (const { title, value, low, high, n, of } of figures)
  console.log(`${title}: ${value} (${low} to ${high}, ${n} ${of})`);
