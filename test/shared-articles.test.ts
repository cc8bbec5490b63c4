/** Facts on articles that are not part of the package: five real ones that lie beside a checkout, where they do. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../src/documents.js';
import type { Doc } from '../src/index.js';
import { packageRoot } from '../src/package.js';
import { renderReports } from '../src/pipeline.js';
import { articlesAt, type EvidenceRow, lexicons, rowsOf, tableOf } from './helpers.js';

const FOLDER = '../shared/articles';
const absent = !existsSync(join(packageRoot, FOLDER));
if (absent) console.log(`skipped: ${FOLDER} is not here`);

describe.skipIf(absent)('five reports of one day', () => {
  let files: ReadonlyMap<string, string>;
  let rows: EvidenceRow[];
  let quotations: (EvidenceRow & { readonly quotation: number; readonly party: string | null })[];
  let docs: Map<string, Doc>;

  beforeAll(async () => {
    const articles = await articlesAt(FOLDER);
    const given = await lexicons();
    files = renderReports(articles, given);
    rows = rowsOf(files);
    quotations = rowsOf(files, 'data/quotations.jsonl') as unknown as typeof quotations;
    docs = new Map(articles.map(each => [each.id, parse(each, given)]));
  });

  const labels = (label: string): EvidenceRow[] =>
    rows.filter(each => each.measure === 'terminology.label' && each.label === label);
  const mentions = (party: string): EvidenceRow[] =>
    rows.filter(each => each.measure === 'visibility.mentions' && each.subject === party);
  const furnitureOf = (id: string): { rule: string; text: string; start: number; end: number }[] => {
    const { furniture, article } = docs.get(id) as Doc;
    return furniture.map(({ rule, span }) => ({
      rule,
      ...span,
      text: article.text.slice(span.start, span.end),
    }));
  };
  const texts = (id: string, rule: RegExp): string[] =>
    furnitureOf(id).flatMap(each => (rule.test(each.rule) ? each.text.trim() : []));

  it('occupied is Daily Sabah’s own word for the territory, and nobody else’s', () => {
    const occupied = labels('occupied').filter(({ subject }) => subject === 'status');
    expect(occupied.length).toBeGreaterThan(0);
    for (const { outlet, voice } of occupied) expect([outlet, voice]).toEqual(['Daily Sabah', 'outlet']);
  });

  it('terrorists is Iran’s word wherever it stands', () => {
    expect(labels('terrorists').length).toBeGreaterThanOrEqual(3);
    for (const { voice, speaker_party } of labels('terrorists')) {
      expect(voice).not.toBe('outlet');
      expect(speaker_party).toBe('iran');
    }
  });

  it('the Moscow Times says itself what it adds to an accusation, and leaves a president his words', () => {
    const clashes = labels('clashes').filter(each => each.article === 'the-moscow-times' && each.line === 68);
    expect(clashes.map(({ voice }) => voice)).toEqual(['outlet']);
    const said = quotations.filter(each => each.article === 'the-moscow-times' && each.line === 32);
    expect(said.length).toBeGreaterThan(0);
    for (const { party } of said) expect(party).toBe('azerbaijan');
  });

  it('breakaway and rightful owners are the outlets’ own', () => {
    const breakaway = labels('breakaway').filter(({ outlet }) => outlet === 'The Moscow Times');
    expect(breakaway.map(({ voice }) => voice)).toEqual(['outlet']);
    expect(labels('rightful-owners').map(({ outlet, voice }) => [outlet, voice])).toEqual([
      ['Daily Sabah', 'outlet'],
    ]);
  });

  it('Daily Sabah names whose missile it was in its caption', () => {
    const inCaption = mentions('armenia').filter(
      ({ outlet, zone }) => outlet === 'Daily Sabah' && zone === 'caption',
    );
    expect(inCaption.map(({ text, voice }) => [text, voice])).toEqual([['Armenian', 'outlet']]);
  });

  it('the second sentence of a quotation has the speaker of the first', () => {
    const found = quotations.filter(({ text }) => /^"(?:We are giving Armenia|This is their)/.test(text));
    expect(found).toHaveLength(2);
    expect(found[0]?.quotation).toBe(found[1]?.quotation);
    expect(found[0]?.speaker).toBe(found[1]?.speaker);
  });

  it('Maria Zakharova speaks for Russia in three outlets or more', () => {
    const articles = quotations.flatMap(({ speaker, party, article }) =>
      speaker === 'Maria Zakharova' && party === 'russia' ? article : [],
    );
    expect(new Set(articles).size).toBeGreaterThanOrEqual(3);
  });

  it('in Moscow and to Moscow mention nobody', () => {
    const moscow = mentions('russia').filter(({ text }) => text === 'Moscow');
    expect(moscow.length).toBeGreaterThan(0);
    for (const { article, start } of moscow) {
      const before = (docs.get(article) as Doc).article.text.slice(start - 4, start);
      expect(before).not.toMatch(/\b(?:in|to)\s$/);
    }
  });

  it('datelines, credits and an embedded post are furniture', () => {
    expect(texts('the-new-york-times', /dateline/)).toEqual(['MOSCOW —']);
    expect(texts('daily-sabah', /credit/)).toEqual(['(AFP Photo)']);
    expect(texts('the-moscow-times', /credit/)).toEqual(['Kremlin.ru']);
    expect(texts('the-national', /credit/)).toEqual(['/ AFP / BULENT KILIC']);
    const post = furnitureOf('the-moscow-times').find(({ rule }) => rule === 'embedded post');
    expect(post?.text).toContain('BREAKING');
    expect(post?.text).toContain('@ronzheimer');
    const inside = rows.filter(
      ({ article, start, end }) =>
        article === 'the-moscow-times' && start < (post?.end ?? 0) && end > (post?.start ?? 0),
    );
    expect(inside).toEqual([]);
  });

  it('every title that stands in the text is its headline', () => {
    const titled = [...docs.values()].filter(({ article }) => article.title !== undefined);
    expect(titled.length).toBeGreaterThanOrEqual(4);
    for (const { article, paragraphs, headlineInText } of titled) {
      expect(headlineInText).toBe(true);
      const headlines = paragraphs.filter(({ zone }) => zone === 'headline');
      expect(headlines.map(({ start, end }) => article.text.slice(start, end))).toContain(article.title);
    }
  });

  it('the word that one outlet added to a shared caption stands first among the edits', () => {
    const section = (files.get('comparison.md') as string).split('## Edits of shared copy\n')[1] as string;
    expect(section.split('\n').find(line => line.startsWith('- '))).toMatch(
      /hit by an \*\*Armenian\*\* missile/,
    );
  });

  it('every sentence of shared copy is found with its edits', () => {
    const pairs = rowsOf(files, 'data/shared-copy.jsonl') as unknown as {
      a: { article: string; line: number };
      b: { article: string; line: number };
      edits: { a: string; b: string; kind: string }[];
    }[];
    const edits = (a: string, b: string, style = false): string[] =>
      pairs.flatMap(pair =>
        `${pair.a.article}:${pair.a.line}` === a && `${pair.b.article}:${pair.b.line}` === b
          ? pair.edits.filter(({ kind }) => (kind === 'style') === style).map(each => `${each.a} > ${each.b}`)
          : [],
      );
    // Worked out by hand.
    expect(edits('daily-sabah:18', 'the-national:21')).toEqual(['with > and involve']);
    expect(edits('the-moscow-times:86', 'the-national:37')).toEqual([]);
    expect(edits('the-moscow-times:86', 'the-national:37', true)).toContain(' > French President Emmanuel');
    expect(edits('the-moscow-times:84', 'unattributed-relay-of-ndtv:33')).toEqual(['and > with']);
    expect(edits('the-moscow-times:56', 'unattributed-relay-of-ndtv:17').toSorted()).toEqual([
      ' > in Moscow',
      'the > ',
    ]);
    for (const line of ['68 29', '82 31']) {
      const [a, b] = line.split(' ');
      const pair = pairs.filter(
        each => each.a.article === 'the-moscow-times' && `${each.a.line}` === a && `${each.b.line}` === b,
      );
      expect(pair.map(each => each.edits)).toEqual([[]]);
    }
    expect(pairs.filter(({ a, b }) => /new-york/.test(a.article + b.article))).toEqual([]);
  });

  it.each([
    // Sabah, Moscow Times, National, New York Times, NDTV
    ['Fighters from Syria or elsewhere brought to the front', '- 86 37 - 35'],
    ['The cathedral of Shusha damaged', '- 72 14 - -'],
    ['Ganja under fire', '11 - 14 - -'],
    ['Stepanakert (Khankendi) under fire', '- 42 31 - -'],
    ['How many soldiers the Armenian side has lost', '- 82 - 27 31'],
    ['How many lives the fighting has cost in all', '- 48 29 - 21'],
    ['Civilians killed', '- 40 29 27 15'],
    ['Azerbaijan does not say how many soldiers it has lost', '- 82 - 27 31'],
    ['The pact that binds Russia to defend Armenia', '26 84 35 23 33'],
    ['Turkey’s backing of Azerbaijan', '36 84 35 23 33'],
    ['The Minsk Group and its search for a settlement', '34 58 25 - -'],
    ['The ceasefire that ended the war of the 1990s', '34 50 29 23 27'],
    ['People driven from their homes by the fighting', '- 48 - - 29'],
  ])('%s: %s', (item, expected) => {
    const places = tableOf(files.get('data/coverage-places.csv') as string).filter(
      each => each.item === item,
    );
    const cells = ['daily', 'moscow', 'national', 'new-york', 'ndtv'].map(
      name => places.find(({ article }) => article?.includes(name))?.line ?? '-',
    );
    expect(cells.join(' ')).toBe(expected);
  });
});
