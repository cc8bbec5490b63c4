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
    report.profiles.flatMap(({ estimates, setAside }) => [
      ...estimates.flatMap(({ evidence }) => evidence),
      ...setAside,
    ]),
  );
  return new Map([
    ...pageFiles(pages, ids),
    ...dataFiles(report, ids, texts),
    ['data/report.json', reportJson(report, pages, ids)],
  ]);
}

/** What is written of several stories together: their evidence stands with each story. */
export const pooledStoryFiles = (report: Report, pages: readonly Page[]): Map<string, string> =>
  new Map([...pageFiles(pages, new Map()), ...pooledFiles(report)]);

const pageFiles = (pages: readonly Page[], ids: EvidenceIds): [string, string][] => [
  ...pages.map((page): [string, string] => [`${page.file}.md`, markdown(page, ids)]),
  ...pages
    .flatMap(({ sections }) => sections.flatMap(({ charts }) => charts))
    .map((chart): [string, string] => [`${CHARTS}/${chart.id}.svg`, svgOf(chart)]),
];
