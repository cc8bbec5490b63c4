// npm run pages: how long the pages of reports are, how empty their tables, and how often they repeat a sentence; on the five
// articles and ten stories of ../shared, or on the folder given. `npm run pages -- --out DIR` keeps the pages for reading.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadLexicons, readArticles, renderReports } from '../dist/index.js';

const STORIES = 10;
const LONGEST = 900;
const TIMES = 1.3;
const COMPARISON = 2200;
const MOST_BLANK = 0.05;
const MOST_REPEATS = 2;

const shared = join(import.meta.dirname, '../../shared');
if (!existsSync(shared)) {
  console.log('skipped: ../shared is not there');
  process.exit(0);
}
const out = process.argv.includes('--out') ? process.argv[process.argv.indexOf('--out') + 1] : undefined;
const lexicons = await loadLexicons();
const scratch = mkdtempSync(join(tmpdir(), 'parallax-pages-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

async function articlesOf(path) {
  const articles = [];
  for await (const article of readArticles([path])) articles.push(article);
  return articles;
}

const stories = [['five articles', await articlesOf(join(shared, 'articles'))]];
const rows = readFileSync(join(shared, 'data/stories/basil.train.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map(JSON.parse);
for (const { story, articles } of rows.slice(0, STORIES)) {
  const file = join(scratch, `${story}.jsonl`);
  writeFileSync(
    file,
    articles.map((each, i) => `${JSON.stringify({ ...each, id: `${i}`, story })}\n`).join(''),
  );
  stories.push([`BASIL ${story.slice(0, 8)}`, await articlesOf(file)]);
}

const words = text => text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
const cellsOf = page =>
  page
    .split('\n')
    .filter(line => line.startsWith('|') && !/^\| *:?-/.test(line))
    .flatMap(line =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .slice(1)
        .map(cell => cell.trim()),
    );
const isBlank = cell => /^(?:|–|-|0|0%|0 of \d+.*)$/.test(cell);

/** The most often that one sentence of the articles stands on a page, by its longest run of eight words. */
function repeats(page, articles) {
  const plain = text =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s]+/gu, '')
      .split(/\s+/)
      .filter(Boolean);
  const text = ` ${plain(page).join(' ')} `;
  let most = 0;
  for (const article of articles)
    for (const sentence of article.text.split(/(?<=[.!?]["”]?)\s+/)) {
      const run = plain(sentence);
      if (run.length < 8) continue;
      let times = 0;
      for (let i = 0; i + 8 <= run.length; i++)
        times = Math.max(times, text.split(` ${run.slice(i, i + 8).join(' ')} `).length - 1);
      most = Math.max(most, times);
    }
  return most;
}

let worst = 0;
let cells = 0;
let blank = 0;
const faults = [];
for (const [name, articles] of stories) {
  const files = renderReports(articles, lexicons);
  console.log(`\n${name}`);
  for (const [file, content] of files) {
    if (out !== undefined) {
      mkdirSync(dirname(join(out, name, file)), { recursive: true });
      writeFileSync(join(out, name, file), content);
    }
    if (!file.endsWith('.md') || file === 'method.md') continue;
    const mine = articles.filter(({ outlet }) => content.startsWith(`# ${outlet} on `));
    const total = mine.reduce((sum, { text }) => sum + words(text), 0);
    const count = words(content);
    const tables = cellsOf(content);
    const empty = tables.filter(isBlank).length;
    const most = repeats(content, articles);
    cells += tables.length;
    blank += empty;
    worst = Math.max(worst, most);
    const limit = file === 'comparison.md' ? COMPARISON : Math.max(LONGEST, TIMES * total);
    if (count > limit) faults.push(`${name}, ${file}: ${count} words, at most ${Math.round(limit)} wanted`);
    if (most > MOST_REPEATS) faults.push(`${name}, ${file}: a sentence stands there ${most} times`);
    const ratio = total === 0 ? '' : `, ${(count / total).toFixed(2)} times its article of ${total}`;
    console.log(
      `  ${file}: ${count} words${ratio}; ${empty} of ${tables.length} cells blank; a sentence ${most} times at most`,
    );
  }
}
const share = blank / Math.max(1, cells);
if (share > MOST_BLANK) faults.push(`${(100 * share).toFixed(1)}% of cells are blank or zero`);
console.log(
  `\n${blank} of ${cells} cells (${(100 * share).toFixed(1)}%) are blank or zero; a sentence stands on a page ${worst} times at most`,
);
for (const fault of faults) console.log(`MISSED ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
