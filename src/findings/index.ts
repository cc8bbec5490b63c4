import type { ArticleTexts } from '../model/article.js';
import type { Page } from '../model/page.js';
import type { Report } from '../model/profile.js';
import { comparisonPage } from './comparison.js';
import { methodPage } from './method.js';
import { outletPage } from './outlet.js';
import { View } from './view.js';

/**
 * The pages of a story, as data: one an outlet, the comparison, the method.
 *
 * @param files the name of each outlet’s page, without an extension
 */
export function pagesOf(report: Report, texts: ArticleTexts, files: ReadonlyMap<string, string>): Page[] {
  const view = new View(report, texts);
  return [
    ...report.profiles.map(profile => outletPage(view, profile, files.get(profile.outlet) as string)),
    comparisonPage(view, files, new Map()),
    methodPage(report),
  ];
}

/** The comparison and the method alone: for two outlets in a terminal, or for several stories pooled. */
export const comparisonPages = (
  report: Report,
  texts: ArticleTexts,
  stories: ReadonlyMap<string, string> = new Map(),
): readonly [comparison: Page, method: Page] => [
  comparisonPage(new View(report, texts), new Map(), stories),
  methodPage(report),
];
