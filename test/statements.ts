import { parse } from '../src/documents.js';
import { type Article, VOICES } from '../src/model/article.js';
import type { Doc } from '../src/model/doc.js';
import { article, lexicons } from './helpers.js';

export const read = async (text: string, fields: Partial<Article> = {}): Promise<Doc> =>
  parse(article(text, fields), await lexicons());

export const slice = (doc: Doc, span: { start: number; end: number } | undefined): string =>
  span === undefined ? '' : doc.article.text.slice(span.start, span.end).replace(/\s+/g, ' ');

/** Source, cue and contents of every statement, acts left out: `she | said | “...”`. */
export const statements = async (text: string): Promise<string[]> => {
  const doc = await read(text);
  return doc.quotations
    .filter(({ act }) => act !== true)
    .map(
      ({ source, cue, content }) =>
        `${slice(doc, source?.span)} | ${slice(doc, cue)} | ${content.map(span => slice(doc, span)).join(' + ')}`,
    );
};

export const voiceOf = (doc: Doc, words: string): string =>
  VOICES[doc.tokens.voice[doc.tokenAt(doc.article.text.indexOf(words))] as number] as string;

/** Whose each statement is and how it is given, by the speaker's name: `Ada Moss, direct: “...”`; `-` for nobody. */
export const said = (doc: Doc): string[] =>
  doc.quotations
    .filter(({ act }) => act !== true)
    .map(
      ({ source, form, content }) =>
        `${source === undefined ? '-' : (source.name ?? slice(doc, source.span))}, ${form}: ${content.map(span => slice(doc, span)).join(' + ')}`,
    );
