import { InputError } from '../errors.js';
import type { Article } from '../model/article.js';
import type { CorrectedCasts } from '../model/cast.js';
import { loadInForce } from './in-force.js';
import type { Io } from './io.js';

/** What stands for standard input in the arguments of a command: the hyphen, out of the way of yargs. */
export const STANDARD_INPUT = '<stdin>';

/** A path as the reader takes it. */
export const namedPath = (path: string): string => (path === STANDARD_INPUT ? '-' : path);

/** Articles and lexicons of a command line; what a `parallax.config.yaml` adds is said. */
export async function load(paths: readonly string[], lexiconPaths: readonly string[], io: Io) {
  const { lexicons, config } = await loadInForce(lexiconPaths);
  if (config !== undefined && config.lexicons.length > 0)
    io.note(`with the lexicons of ${config.path}: ${config.lexicons.join(', ')}\n`);
  return { articles: await readAll(paths, io), lexicons, config };
}

export async function readAll(paths: readonly string[], io: Io): Promise<Article[]> {
  const { readArticles } = await import('../read/index.js');
  const articles: Article[] = [];
  for await (const article of readArticles(paths.map(namedPath), io.standardInput)) articles.push(article);
  return articles;
}

/** The articles of one story, or all. */
export function ofStory(articles: readonly Article[], story: string | undefined): readonly Article[] {
  if (story === undefined) return articles;
  const found = articles.filter(article => article.story === story);
  if (found.length > 0) return found;
  const stories = [...new Set(articles.map(article => article.story))].sort();
  throw new InputError({
    path: '--story',
    code: 'story-unknown',
    message: `no article is on ${JSON.stringify(story)}`,
    hint: `The stories here are ${stories.map(each => JSON.stringify(each)).join(', ')}.`,
  });
}

/**
 * The corrections of the casts of some articles' stories, where a file with them is given.
 *
 * @param partial whether the articles may be only some of those that the file was made for
 */
export async function castsFor(
  articles: readonly Article[],
  path: string | undefined,
  partial = false,
): Promise<CorrectedCasts | undefined> {
  if (path === undefined) return undefined;
  const { readCastFile } = await import('../lexicon/cast-file.js');
  return readCastFile(path, new Set(articles.map(({ story }) => story).toSorted()), partial);
}

/** Says which articles are omitted because their outlet has them twice. */
export async function noteCopies(articles: readonly Article[], io: Io): Promise<void> {
  const { copiesOf } = await import('../reuse/copies.js');
  const copies = copiesOf(articles);
  const pathOf = (id: string): string => articles.find(each => each.id === id)?.path ?? id;
  for (const { article, of } of copies)
    io.note(`${pathOf(article)} is a copy of ${pathOf(of)} and not counted; --keep-duplicates counts both\n`);
}
