/** Stories that were never in files, and what is read in them. */
import { readStory, type StoryDocs } from '../src/documents.js';
import type { Article, Lexicons } from '../src/index.js';
import type { Member } from '../src/model/cast.js';
import { article, lexicons } from './helpers.js';

export type Told = string | Partial<Article>;

/** Articles by as many outlets. */
export const articlesOf = (...told: readonly Told[]): Article[] =>
  told.map((each, n) => {
    const { text = '', ...fields } = typeof each === 'string' ? { text: each } : each;
    return article(text, { id: `article-${n}`, outlet: `Outlet ${n}`, ...fields });
  });

export const told = async (...texts: readonly Told[]): Promise<StoryDocs> =>
  readStory(articlesOf(...texts), await lexicons());

export const read = (articles: readonly Article[], given: Lexicons): StoryDocs => readStory(articles, given);

/** By member, the words by which the articles name it, in their order. */
export function calls({ docs, cast }: StoryDocs, kind?: Member['kind']): Record<string, string> {
  const called: Record<string, string> = {};
  for (const { article, named } of docs)
    for (const { member, start, end } of named)
      if (kind === undefined || cast.members.get(member)?.kind === kind)
        called[member] = [called[member] ?? [], article.text.slice(start, end)].flat().join(', ');
  return called;
}

export function member({ cast }: StoryDocs, id: string): Member {
  const found = cast.members.get(id);
  if (found === undefined) throw new Error(`no ${id} among ${[...cast.members.keys()].join(', ')}`);
  return found;
}

/** Every pronoun with whom it means, in the order of the first article: `he: John Fenn`. */
export const pronouns = ({ docs: [doc] }: StoryDocs): string[] =>
  (doc?.people ?? [])
    .filter(({ pronoun }) => pronoun)
    .map(({ span, name }) => `${doc?.article.text.slice(span.start, span.end)}: ${name}`);

/** Who says something, and for which side and political party: `John Fenn, guild, none`. */
export const speakers = ({ docs }: StoryDocs): string[] =>
  docs.flatMap(({ quotations }) =>
    quotations.flatMap(({ source }) =>
      source === undefined
        ? []
        : `${source.name ?? 'somebody'}, ${source.party ?? 'none'}, ${source.politicalParty ?? 'none'}`,
    ),
  );
