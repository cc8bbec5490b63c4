// npm run docs: puts the beginning of a sample page and the table of figures into the README. A test holds the README
// against the same function.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const read = path => readFileSync(join(root, path), 'utf8');
const FINDINGS = 4;

/** The README with its generated parts made anew. */
export function freshReadme() {
  const figures = JSON.parse(read('src/evaluate/figures.json'));
  const { accuracy: judged } = JSON.parse(read('src/evaluate/judged.json'));
  return read('README.md')
    .replace(
      /(<!-- excerpt -->\n)[\s\S]*?(<!-- \/excerpt -->)/,
      (_, open, close) => open + excerpt(read('reports/the-lanternfish-gazette.md')) + close,
    )
    .replace(
      /(<!-- figures -->\n)[\s\S]*?(<!-- \/figures -->)/,
      (_, open, close) => open + table(figures) + close,
    )
    .replace(
      /(<!-- judged -->\n)[\s\S]*?(<!-- \/judged -->)/,
      (_, open, close) => open + judgedTable(judged) + close,
    );
}

/** The title, the scorecard and the first findings of a page, quoted, with links that lead from here. */
function excerpt(page) {
  const [title] = page.split('\n');
  const scorecard = /^\|[\s\S]*?\n(?=\n)/m.exec(page)[0];
  const findings = /^## Findings\n\n([\s\S]*?)\n\n/m.exec(page)[1].split('\n').slice(0, FINDINGS);
  return [title.replace(/^# (.*)/, '**$1**'), '', ...scorecard.split('\n'), ...findings]
    .map(line => `> ${line.replaceAll('](#', '](reports/the-lanternfish-gazette.md#')}`.trimEnd())
    .join('\n')
    .concat('\n');
}

function judgedTable(judged) {
  const rows = judged.map(
    ({ title, value, low, high, n, of, alpha }) =>
      `| ${title} | ${value.toFixed(3)} | ${low.toFixed(3)} to ${high.toFixed(3)} | ${n} ${of} | ${alpha === undefined ? '–' : alpha.toFixed(2)} |`,
  );
  return [
    '| evidence | right | 95% CI | n | alpha |',
    '| --- | ---: | ---: | --- | ---: |',
    ...rows,
    '',
  ].join('\n');
}

function table(figures) {
  const rows = figures.map(
    ({ set, title, value, low, high, n, of }) =>
      `| ${set} | ${title} | ${value.toFixed(3)} | ${low.toFixed(3)} to ${high.toFixed(3)} | ${n} ${of} |`,
  );
  return [
    '| dataset | measure | value | 95% CI | n |',
    '| --- | --- | ---: | ---: | --- |',
    ...rows,
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(join(root, 'README.md'), freshReadme());
