import type { ArticleTexts } from '../model/article.js';
import type { Page } from '../model/page.js';
import type { Report } from '../model/profile.js';
import { dataFiles, pooledFiles } from './data-files.js';
import { reportJson } from './json.js';
import { CHARTS, markdown } from './markdown.js';
import { type EvidenceIds, idsOf } from './places.js';
import { svgOf } from './svg.js';

export { fileNames } from './file-names.js';

/** Everything that is written of one story, by file name. */
export function storyFiles(report: Report, pages: readonly Page[], texts: ArticleTexts): Map<string, string> {
  const ids = idsOf(
    report.profiles.flatMap(({ estimates }) => estimates.flatMap(({ evidence }) => evidence)),
  );
  const files = pageFiles(pages, ids);
  for (const [name, content] of dataFiles(report, ids, texts)) files.set(`data/${name}`, content);
  return files.set('data/report.json', reportJson(report, pages, ids));
}

/** What is written of several stories together: their evidence stands with each story. */
export function pooledStoryFiles(report: Report, pages: readonly Page[]): Map<string, string> {
  const files = pageFiles(pages, new Map());
  for (const [name, content] of pooledFiles(report)) files.set(`data/${name}`, content);
  return files;
}

function pageFiles(pages: readonly Page[], ids: EvidenceIds): Map<string, string> {
  const files = new Map(pages.map(page => [`${page.file}.md`, markdown(page, ids)]));
  for (const { charts } of pages.flatMap(({ sections }) => sections))
    for (const chart of charts) files.set(`${CHARTS}/${chart.id}.svg`, svgOf(chart));
  return files;
}
