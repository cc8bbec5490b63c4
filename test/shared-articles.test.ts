/** Facts on articles that are not part of the package: five real ones that lie beside a checkout, where they do. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Doc } from '../src/index.js';
import { packageRoot } from '../src/package.js';
import { parse } from '../src/parse/index.js';
import { renderReports } from '../src/pipeline.js';
import { articlesAt, type EvidenceRow, lexicons, rowsOf } from './helpers.js';

const FOLDER = '../shared/articles';
const absent = !existsSync(join(packageRoot, FOLDER));
if (absent) console.log(`skipped: ${FOLDER} is not here`);

describe.skipIf(absent)('five reports of one day', () => {
  let rows: EvidenceRow[];
  let quotations: (EvidenceRow & { readonly quotation: number; readonly party: string | null })[];
  let docs: Map<string, Doc>;

  beforeAll(async () => {
    const articles = await articlesAt(FOLDER);
    const given = await lexicons();
    const files = renderReports(articles, given);
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
});
