/** Every figure of the pages is computed here a second time, from the rows of the data files alone. */
import { beforeAll, describe, expect, it } from 'vitest';
import { pagesOf } from '../src/findings/index.js';
import { makeReport, PASSES } from '../src/index.js';
import type { Figure, Inline, Page } from '../src/model/page.js';
import { bootstrap, wilson } from '../src/statistics/interval.js';
import { figuresIn, figureText } from '../src/write/figures.js';
import {
  type EvidenceRow,
  groupBy,
  lexicons,
  rowsOf,
  sampleArticles,
  sampleReports,
  tableOf,
} from './helpers.js';

const MEASURES = new Map(PASSES.flatMap(({ measures }) => measures.map(each => [each.id, each] as const)));
const SPLIT = ['outlet', 'scare', 'indirect', 'direct'];

let files: ReadonlyMap<string, string>;
let rows: EvidenceRow[];
let articles: Record<string, string>[];
let pages: Page[];

beforeAll(async () => {
  files = await sampleReports();
  rows = rowsOf(files);
  articles = tableOf(files.get('data/articles.csv') as string);
  const read = await sampleArticles();
  const report = makeReport(read, read[0]?.story ?? '', await lexicons());
  const names = new Map(
    [...files].flatMap(([name, text]) => {
      const outlet = /^# (.+) on “/.exec(text)?.[1];
      return outlet === undefined || !name.endsWith('.md') ? [] : [[outlet, name.slice(0, -3)] as const];
    }),
  );
  pages = pagesOf(report, new Map(read.map(each => [each.id, each])), names);
});

const voicesOf = (voice: Figure['voice']): readonly string[] =>
  voice === 'any' ? SPLIT : voice === 'attributed' ? ['indirect', 'direct'] : [voice];
const sum = (some: readonly EvidenceRow[]): number => some.reduce((total, { weight }) => total + weight, 0);
const WORDS: Readonly<Record<string, string>> = {
  outlet: 'own_words',
  scare: 'scare_words',
  indirect: 'reported_words',
  direct: 'quoted_words',
};

/** Numerator and denominator of a figure, by the unit that its measure declares. */
function recomputed({ measure, subject, voice, outlets }: Figure) {
  const { of, per, kind } = MEASURES.get(measure) as NonNullable<ReturnType<typeof MEASURES.get>>;
  const [concept = '', label] = subject.split('/');
  const voices = voicesOf(voice);
  // What is set aside counts nowhere, but is a mention of whoever it is about.
  const inScope = rows
    .filter(
      row => outlets.includes(row.outlet) && voices.includes(row.voice) && (row.shown || kind === 'mean'),
    )
    .map(row => (row.shown ? row : { ...row, weight: 0 }));
  const mine = inScope.filter(row => row.measure === measure);
  const isSubject = (row: EvidenceRow): boolean =>
    row.subject === (of === 'label' ? concept : subject) && (of !== 'label' || row.label === label);
  const counted = mine.filter(isSubject);
  const read = articles.filter(({ outlet }) => outlets.includes(outlet as string));
  const count = (id: string, some = inScope): number => some.filter(row => row.measure === id).length;
  const denominator = {
    naming: mine.filter(row => row.subject === (of === 'label' ? concept : subject)).length,
    peer: mine.length,
    mention: mine.length,
    'own mention': count(
      'visibility.mentions',
      inScope.filter(row => row.subject === subject),
    ),
    quotation: mine.length,
    'quoted word': sum(mine),
    word: read.reduce(
      (total, row) => total + voices.reduce((all, each) => all + Number(row[WORDS[each] as string]), 0),
      0,
    ),
    article: read.length,
  }[per];
  return { numerator: sum(counted), denominator, counted, kind };
}

function partsOf(page: Page): Inline[] {
  return page.sections.flatMap(({ lead, findings, tables, lines, notes }) => [
    ...lead,
    ...findings.map(({ text }) => text),
    ...tables.flatMap(({ rows }) => rows.flat()),
    ...lines,
    ...notes,
  ]);
}

describe('every figure of every page', () => {
  it('is the sum of the weights of its evidence over its denominator', () => {
    let figures = 0;
    for (const page of pages)
      for (const figure of figuresIn(partsOf(page))) {
        const { numerator, denominator } = recomputed(figure);
        const name = `${page.file}: ${JSON.stringify({ ...figure, interval: undefined })}`;
        expect(figure.numerator, name).toBeCloseTo(numerator, 9);
        expect(figure.denominator, name).toBe(denominator);
        figures++;
      }
    expect(figures).toBeGreaterThan(150);
  });

  it('has the interval of its method', () => {
    let intervals = 0;
    for (const figure of pages.flatMap(page => figuresIn(partsOf(page)))) {
      if (figure.interval === undefined) continue;
      const { numerator, denominator, counted, kind } = recomputed(figure);
      if (kind === 'share') {
        const { low, high } = wilson(numerator, denominator);
        expect(figure.interval).toEqual({ low, high });
        intervals++;
      }
      if (kind === 'mean') {
        const cells = [...groupBy(counted, row => `${row.article} ${row.sentence}`).values()].map(some => ({
          numerator: sum(some),
          denominator: some.length,
        }));
        const { low, high } = bootstrap(cells, { low: -1, high: 1 });
        expect(figure.interval.low).toBeCloseTo(low, 9);
        expect(figure.interval.high).toBeCloseTo(high, 9);
        intervals++;
      }
    }
    expect(intervals).toBeGreaterThan(20);
  });

  it('stands in the Markdown as it is formatted, and no ratio stands there that is none', () => {
    for (const page of pages) {
      const text = files.get(`${page.file}.md`) as string;
      const figures = figuresIn(partsOf(page)).map(figureText);
      for (const figure of figures) expect(text).toContain(figure);
      const own = [...groupBy(articles, row => row.outlet as string).values()].map(
        rows =>
          `${rows.reduce((total, row) => total + Number(row.own_words), 0)} of ` +
          `${rows.reduce((total, row) => total + Number(row.words), 0)}`,
      );
      const known = new Set([...figures, ...own].flatMap(each => each.match(/^\d+ of \d+/) ?? []));
      if (page.kind === 'method') continue;
      for (const [ratio] of text.replace(/^- .*/gm, '').matchAll(/\b\d+ of \d+\b/g))
        expect(known, `${page.file}: ${ratio}`).toContain(ratio);
    }
  });
});

describe('what pages refer to', () => {
  it('stands in evidence.jsonl under its id, and on the line that the page names', () => {
    const byId = new Map(rows.map(row => [row.id, row]));
    let seen = 0;
    for (const page of pages)
      for (const [, line, id] of (files.get(`${page.file}.md`) as string).matchAll(
        /line (\d+), `(e\d+)`\)/g,
      )) {
        expect(byId.get(id as string)?.line, `${page.file} ${id}`).toBe(Number(line));
        seen++;
      }
    expect(seen).toBeGreaterThan(40);
  });

  it('is the sentence that the data give', () => {
    const sentences = tableOf(files.get('data/sentences.csv') as string);
    for (const row of rows) {
      const { text = '', start } = sentences.find(
        each => each.article === row.article && Number(each.sentence) === row.sentence,
      ) as Record<string, string>;
      expect(text.slice(row.start - Number(start), row.end - Number(start))).toBe(row.text);
    }
  });
});
