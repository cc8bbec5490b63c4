import { type CastArticle, castOf } from './cast/index.js';
import type { Article } from './model/article.js';
import type { Cast } from './model/cast.js';
import type { Doc } from './model/doc.js';
import type { Lexicons } from './model/lexicon.js';
import { type Draft, draft, finish, governmentsIn, groupsIn } from './parse/index.js';

/** The finished documents of a story, in the order of its articles, and who it is about. */
export interface StoryDocs {
  readonly docs: readonly Doc[];
  readonly cast: Cast;
}

/**
 * Reads the articles of one story: each by itself, then whom the names of all of them stand for, then each to its end.
 *
 * @param articles of one story
 */
export function readStory(articles: readonly Article[], lexicons: Lexicons): StoryDocs {
  const drafts = articles.map(article => draft(article, lexicons));
  const { cast, mentions } = castOf(drafts.map(castArticleOf), lexicons);
  return { docs: drafts.map((each, n) => finish(each, cast, mentions[n] ?? [])), cast };
}

/** What the cast needs of an article. */
export const castArticleOf = (read: Draft): CastArticle => ({
  outlet: read.article.outlet,
  ...(read.article.date !== undefined && { date: read.article.date }),
  names: read.names,
  groups: groupsIn(read),
  governments: governmentsIn(read),
  small: words => read.cut.text.filter(word => words.has(word)),
  isHeadline: sentence => read.cut.sentences[sentence]?.zone === 'headline',
});

/** An article by itself, as a story of one. */
export const parse = (article: Article, lexicons: Lexicons): Doc =>
  readStory([article], lexicons).docs[0] as Doc;
