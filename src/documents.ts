import { castOf } from './cast/index.js';
import type { Article } from './model/article.js';
import type { Cast } from './model/cast.js';
import type { Doc } from './model/doc.js';
import type { Lexicons } from './model/lexicon.js';
import { draft, finish, governmentsIn, groupsIn } from './parse/index.js';

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
  const { cast, mentions } = castOf(
    drafts.map(each => ({
      outlet: each.article.outlet,
      ...(each.article.date !== undefined && { date: each.article.date }),
      names: each.names,
      groups: groupsIn(each),
      governments: governmentsIn(each),
      small: words => each.cut.text.filter(word => words.has(word)),
      isHeadline: (sentence: number) => each.cut.sentences[sentence]?.zone === 'headline',
    })),
    lexicons,
  );
  return { docs: drafts.map((each, n) => finish(each, cast, mentions[n] ?? [])), cast };
}

/** An article by itself, as a story of one. */
export const parse = (article: Article, lexicons: Lexicons): Doc =>
  readStory([article], lexicons).docs[0] as Doc;
