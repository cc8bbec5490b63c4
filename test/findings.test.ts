import { beforeAll, describe, expect, it } from 'vitest';
import { pagesOf } from '../src/findings/index.js';
import { dense } from '../src/findings/layout.js';
import { type Article, makeReport, PASSES, type Pass, renderReports } from '../src/index.js';
import { terminal } from '../src/write/terminal.js';
import { article, lexicons, rowsOf, sampleArticles, sampleReports } from './helpers.js';

/** A pass that nobody has heard of: it counts words that begin with a capital in the middle of a sentence, for one subject. */
const dummy: Pass = {
  name: 'shouting',
  question: 'Where does the outlet shout?',
  method: 'Counts exclamation marks.',
  limits: 'None.',
  reference: 'Nobody (2026).',
  measures: [
    {
      id: 'shouting.marks',
      title: 'share of shouts',
      of: 'party',
      per: 'peer',
      kind: 'share',
      voices: 'any',
    },
  ],
  *observe({ sentences }) {
    for (const { span } of sentences.slice(0, 6))
      yield {
        measure: 'shouting.marks',
        subject: 'armenia',
        term: 'shout',
        span: { start: span.start, end: span.start + 3 },
        weight: 1,
      };
  },
};

describe('a pass that is only registered', () => {
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    files = renderReports(await sampleArticles(), await lexicons(), { passes: [...PASSES, dummy] });
  });

  it('has a section with its question, figures and passages on the page of an outlet', () => {
    const page = files.get('the-paper-boat.md') as string;
    const [, section = ''] = page.split('## Shouting\n');
    expect(section).toContain('**Share of shouts:** Armenia 6 of 6');
    expect(section).toMatch(/\*Armenia\*: \*\*.{3}\*\*.*line \d+, `e\d+`\)/);
  });

  it('has a finding there', () =>
    expect(files.get('the-paper-boat.md')).toContain('Armenia**: 6 of 6, share of shouts'));

  it('has a row in the overview of the comparison', () =>
    expect(files.get('comparison.md')).toMatch(
      /^\| Share of shouts: Armenia(?: \| 6 of 6| \| 12 of 12)+ \|$/m,
    ));

  it('is told on the page of the method', () => expect(files.get('method.md')).toContain('## Shouting'));

  it('has its evidence, its figures and its finding in the data', () => {
    expect(rowsOf(files).some(({ measure }) => measure === 'shouting.marks')).toBe(true);
    expect(files.get('data/measurements.csv')).toContain('shouting.marks,armenia,any,6,1,6');
    const { findings } = JSON.parse(files.get('data/report.json') as string);
    expect(findings).toContainEqual(expect.objectContaining({ section: 'shouting', page: 'the-paper-boat' }));
  });

  it('stands in the terminal', async () => {
    const articles = await sampleArticles();
    const report = makeReport(articles, 'a story', await lexicons(), { passes: [...PASSES, dummy] });
    const pages = pagesOf(
      report,
      new Map(articles.map(each => [each.id, each])),
      new Map(report.profiles.map(({ outlet }) => [outlet, outlet])),
    );
    const shown = pages.map(page => terminal(page, { style: (_, text) => text, width: 100 })).join('');
    expect(shown).toContain('Shouting');
    expect(shown).toContain('Share of shouts: Armenia');
  });
});

describe('a page', () => {
  it('opens with three to seven findings, each with a passage or a place', async () => {
    for (const [name, page] of await sampleReports()) {
      const [, findings] = /^## Findings\n\n([\s\S]*?)\n\n## /m.exec(page) ?? [];
      if (findings === undefined || !name.endsWith('.md')) continue;
      const items = findings.split('\n').filter(line => line.startsWith('- '));
      expect(items.length, name).toBeGreaterThanOrEqual(3);
      expect(items.length, name).toBeLessThanOrEqual(7);
      for (const item of items) expect(item).toMatch(/line \d+/);
    }
  });

  it('is short, and has no row or column that is blank throughout', async () => {
    for (const [name, page] of await sampleReports()) {
      if (!name.endsWith('.md') || name === 'method.md') continue;
      const words = page.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length;
      expect(words, name).toBeLessThan(name === 'comparison.md' ? 2200 : 1300);
      for (const [table] of page.matchAll(/(?:^\|.*\n)+/gm)) {
        const [head = [], , ...rows] = table
          .trim()
          .split('\n')
          .map(line =>
            line
              .slice(1, -1)
              .split('|')
              .map(cell => cell.trim()),
          );
        const isBlank = (cell: string | undefined): boolean => /^(?:|–|0|0 of \d+)$/.test(cell ?? '');
        for (const row of rows) expect(row.slice(1).every(isBlank), `${name}: ${row}`).toBe(false);
        for (const c of head.keys())
          if (c > 0)
            expect(
              rows.every(row => isBlank(row[c])),
              `${name}: column ${head[c]}`,
            ).toBe(false);
      }
    }
  });

  it('tells a thin column in a line, and of a row that had nothing else, nothing', () => {
    const rows = [
      ['Moss', '1', ''],
      ['Hill', '2', ''],
      ['Reed', '3', ''],
      ['Park', '', '4'],
    ];
    const { tables, lines } = dense({ head: ['', 'said', 'did'], rows });
    expect(tables[0]?.rows.map(([name]) => name)).toEqual(['Moss', 'Hill', 'Reed']);
    expect(lines.map(line => [line].flat(3).join(''))).toEqual(['Did: Park 4']);
  });

  it('links only to sections and files that are there', async () => {
    const files = await sampleReports();
    for (const [name, page] of files) {
      if (!name.endsWith('.md')) continue;
      const slugs = [...page.matchAll(/^## (.*)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replace(/[^\p{L}\p{N} -]/gu, '')
          .replaceAll(' ', '-'),
      );
      for (const [, target = ''] of page.matchAll(/\]\(([^)\s]+)\)/g)) {
        const [file, fragment] = target.split('#');
        if (file !== '') expect([...files.keys()], `${name}: ${target}`).toContain(file);
        else expect(slugs, `${name}: ${target}`).toContain(fragment);
      }
    }
  });
});

it('a page never says that something was not found which it counts', async () => {
  const on = (outlet: string, text: string): Article =>
    article(text, { outlet, id: outlet, story: 'the visit' });
  const articles = [
    on(
      'The Pilot',
      'President Donald Trump left on Monday. Trump said that the ferry was late. Trump was ill.',
    ),
    on('The Liner', 'The United States sent a ferry on Monday. The United States was late.'),
    on('The Buoy', 'A ferry of the United States came on Monday. It was late, the United States said.'),
  ];
  const files = renderReports(articles, await lexicons());
  const page = files.get('the-pilot.md') as string;
  expect(page).toContain('United States** accounts for 3 of 3 mentions');
  expect(files.get('data/coverage.csv')).toMatch(/^United States,.*,1,1,$/m);
  expect(page).not.toMatch(/Not found here: [*]{2}United States/);
  expect(page).not.toContain('- **United States** (in both');
  expect(files.get('comparison.md')).not.toMatch(/United States.*not found in The Pilot/);
});
