// npm run docs: puts an excerpt of the sample comparison and the table of figures into the README. A test holds the
// README against the same function.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const read = path => readFileSync(join(root, path), 'utf8');

/** The README with its generated parts made anew. */
export function freshReadme() {
  const comparison = read('reports/comparison.md');
  const excerpt = /^### What the territory is called\n\n([\s\S]*?)\n\n/m.exec(comparison)?.[1];
  const figures = JSON.parse(read('src/evaluate/figures.json'));
  return read('README.md')
    .replace(
      /(<!-- excerpt -->\n)[\s\S]*?(<!-- \/excerpt -->)/,
      (_, open, close) => `${open}${excerpt}\n${close}`,
    )
    .replace(
      /(<!-- figures -->\n)[\s\S]*?(<!-- \/figures -->)/,
      (_, open, close) => open + table(figures) + close,
    );
}

function table(figures) {
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

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(join(root, 'README.md'), freshReadme());
