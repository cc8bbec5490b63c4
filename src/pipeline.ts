import { compare } from './aggregate/compare.js';
import { type MeasuredArticle, profile } from './aggregate/profile.js';
import { acrossOutlets } from './aggregate/story.js';
import { summarise } from './aggregate/summary.js';
import { trace } from './aggregate/trace.js';
import figures from './evaluate/figures.json' with { type: 'json' };
import type { Article } from './model/article.js';
import type { Lexicons } from './model/lexicon.js';
import type { Report } from './model/profile.js';
import type { Trace } from './model/story.js';
import { version } from './package.js';
import { parse } from './parse/index.js';
import { PASSES } from './passes/index.js';
import { measure } from './passes/measure.js';
import { renderComparison } from './render/comparison.js';
import { renderData } from './render/data.js';
import type { Texts } from './render/kwic.js';
import { fileNames } from './render/names.js';
import { renderOutlet } from './render/outlet.js';

/** No report holds suggestions for lexicons. */
const ACCURACY = figures.filter(({ task }) => task !== 'suggestions');

const MEASURES = PASSES.flatMap(({ measures }) => measures);

/** One article, from its text to its evidence. */
export function analyse(article: Article, lexicons: Lexicons): MeasuredArticle & { readonly trace: Trace } {
  const doc = parse(article, lexicons);
  return { summary: summarise(doc), measured: measure(doc, PASSES, lexicons), trace: trace(doc) };
}

/** The outlets of one story, each against each. */
export function makeReport(articles: readonly Article[], story: string, lexicons: Lexicons): Report {
  const outlets = new Map<string, MeasuredArticle[]>();
  const sorted = articles.toSorted((a, b) => order(a.outlet, b.outlet) || order(a.id, b.id));
  const traces: Trace[] = [];
  for (const article of sorted) {
    const { trace: kept, ...analysed } = analyse(article, lexicons);
    traces.push(kept);
    const list = outlets.get(article.outlet);
    if (list === undefined) outlets.set(article.outlet, [analysed]);
    else list.push(analysed);
  }
  const profiles = profile(outlets, story, MEASURES);
  return {
    story,
    profiles,
    comparison: compare(profiles, MEASURES),
    ...acrossOutlets(traces, lexicons),
    passes: PASSES,
    lexicons,
    version,
    accuracy: ACCURACY,
  };
}

/** Articles by story, in the order of the stories' names. */
function byStory(articles: readonly Article[]): Map<string, Article[]> {
  const stories = new Map<string, Article[]>();
  for (const article of articles.toSorted((a, b) => order(a.story, b.story)))
    stories.set(article.story, [...(stories.get(article.story) ?? []), article]);
  return stories;
}

/**
 * The whole way: articles in, pages and data out, as texts by file name. Several stories get a folder each. Writes
 * nothing.
 */
export function renderReports(articles: readonly Article[], lexicons: Lexicons): Map<string, string> {
  const stories = byStory(articles);
  const folders = fileNames([...stories.keys()]);
  const files = new Map<string, string>();
  for (const [story, members] of stories) {
    const folder = stories.size === 1 ? '' : `${folders.get(story)}/`;
    const report = makeReport(members, story, lexicons);
    for (const [name, content] of renderReport(report, textsOf(members))) files.set(folder + name, content);
  }
  return files;
}

function renderReport(report: Report, texts: Texts): Map<string, string> {
  const names = fileNames(report.profiles.map(({ outlet }) => outlet));
  const pages = new Map([...names].map(([outlet, name]) => [outlet, `${name}.md`]));
  const files = new Map<string, string>();
  for (const each of report.profiles)
    files.set(pages.get(each.outlet) as string, renderOutlet(report, each, texts));
  files.set('comparison.md', renderComparison(report, pages));
  for (const [name, content] of renderData(report, pages, texts)) files.set(`data/${name}`, content);
  return files;
}

export const textsOf = (articles: readonly Article[]): Texts =>
  new Map(articles.map(article => [article.id, article]));

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
