import type { Article } from '../model/article.js';
import { addCount, addTo, getOrAdd, groupBy } from '../model/collections.js';
import type { CopiedArticle } from '../model/story.js';
import { plainWords } from '../text/plain.js';

/** Words to a run. */
const RUN = 5;
/** Of the runs of the shorter article, so many stand in the longer one of two that are one article. */
const ALIKE = 0.85;
/** Articles of fewer runs are not told apart. */
const LEAST_RUNS = 40;
/** A run that stands in more articles than this is the outlet’s own furniture. */
const MOST_HOLDERS = 200;

/**
 * Articles that one outlet has twice on one story: the same file again, or an earlier state of it. Of those that are alike the longest
 * stays, then the first by its id. In time linear in the words, but for the articles that are alike.
 */
export const copiesOf = (articles: readonly Article[]): CopiedArticle[] =>
  [...groupBy(articles, ({ outlet, story }) => `${story}\t${outlet}`).values()].flatMap(copiesAmong);

function copiesAmong(articles: readonly Article[]): CopiedArticle[] {
  if (articles.length < 2) return [];
  const read = articles
    .map(article => ({ article, runs: runsOf(article.text) }))
    .toSorted((a, b) => b.runs.size - a.runs.size || (a.article.id < b.article.id ? -1 : 1));
  const holders = new Map<string, number[]>();
  const copies: CopiedArticle[] = [];
  for (const [n, { article, runs }] of read.entries()) {
    const votes = new Map<number, number>();
    for (const run of runs) for (const other of holders.get(run) ?? []) addCount(votes, other, 1);
    const [best] = [...votes].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
    const shared = (best?.[1] ?? 0) / Math.max(1, runs.size);
    if (best !== undefined && runs.size >= LEAST_RUNS && shared >= ALIKE) {
      const of = (read[best[0]] as (typeof read)[number]).article.id;
      copies.push({ outlet: article.outlet, article: article.id, of, shared });
      continue;
    }
    for (const run of runs)
      if (getOrAdd(holders, run, () => []).length < MOST_HOLDERS) addTo(holders, run, n);
  }
  return copies.toSorted((a, b) => (a.article < b.article ? -1 : 1));
}

function runsOf(text: string): ReadonlySet<string> {
  const words = plainWords(text);
  return new Set(words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(' ')));
}

/** The articles without those that are copies, and these. */
export function withoutCopies(articles: readonly Article[]) {
  const copies = copiesOf(articles);
  const again = new Set(copies.map(({ article }) => article));
  return { articles: articles.filter(({ id }) => !again.has(id)), copies };
}
