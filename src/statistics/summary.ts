import { createHash } from 'node:crypto';
import { type Span, sliceOf, VOICES, type Voice } from '../model/article.js';
import type { NameCount } from '../model/cast.js';
import type { Doc } from '../model/doc.js';
import type { ArticleSummary, QuotationRecord } from '../model/profile.js';
import { oneLine } from '../model/text.js';

/** What reports need of a document once it is measured; the document itself can be forgotten. */
export function summarise(doc: Doc): ArticleSummary {
  const { article, tokens, sentences } = doc;
  const counts = new Int32Array(VOICES.length);
  for (let i = 0; i < tokens.length; i++) if (tokens.pos[i] !== 'PUNCT') counts[tokens.voice[i] as number]!++;
  const words = Object.fromEntries(VOICES.map((voice, v) => [voice, counts[v]])) as Record<Voice, number>;
  return {
    id: article.id,
    path: article.path,
    title: article.title,
    date: article.date,
    agency: article.agency,
    language: article.language,
    headlineInText: doc.headlineInText,
    digest: createHash('sha256').update(article.text).digest('hex').slice(0, 12),
    sentences: sentences.map(({ span, zone }) => ({ ...span, zone })),
    words,
    furniture: doc.furniture.map(({ rule, span }) => ({
      rule,
      text: oneLine(sliceOf(article, span)),
      line: doc.placeOf(span.start).line,
    })),
    quotations: doc.quotations.flatMap((quotation, number) => recordsOf(doc, quotation, number)),
    names: namesIn(doc),
  };
}

/**
 * How often the article mentions each member of the cast, by the words for it: names, and the offices and other nouns that
 * lead to somebody whom it has named; no pronouns.
 */
function namesIn({ article, named, people }: Doc): NameCount[] {
  const counts = new Map<string, NameCount>();
  const add = (member: string, name: string, isName: boolean): void => {
    const key = `${member}\t${name}\t${isName}`;
    counts.set(key, { member, name, mentions: (counts.get(key)?.mentions ?? 0) + 1, isName });
  };
  const nounPhrase = (span: Span): string =>
    oneLine(sliceOf(article, span)).replace(/^\p{Lu}(?=\p{Ll}* )/u, first => first.toLowerCase());
  const ends = new Set(named.map(({ end }) => end));
  for (const { member, called, start, end } of named)
    add(member, called ?? nounPhrase({ start, end }), called !== undefined);
  // A person who is named stands among both, there with the titles.
  for (const { member, pronoun, span } of people)
    if (member !== undefined && !pronoun && !ends.has(span.end)) add(member, nounPhrase(span), false);
  return [...counts.values()];
}

/** One record for each stretch of content, since a quotation may be broken by its cue. */
function recordsOf(doc: Doc, quotation: Doc['quotations'][number], number: number): QuotationRecord[] {
  const textOf = (span: Span): string => sliceOf(doc.article, span);
  const { content, cue, stance, source, form, act } = quotation;
  // A speech act in the outlet's own words is no quotation; but what it quotes is.
  if (act === true && form === 'indirect') return [];
  // The political party of a speaker who is a side by himself, too.
  const party = source?.politicalParty ?? source?.party;
  return content.map(span => ({
    quotation: number,
    form,
    ...span,
    text: textOf(span),
    words: textOf(span).match(/[\p{L}\p{N}]+/gu)?.length ?? 0,
    line: doc.placeOf(span.start).line,
    kind: source?.kind ?? 'unnamed',
    ...(cue !== undefined && { cue: textOf(cue) }),
    ...(stance !== undefined && { stance }),
    ...(source !== undefined && { source: textOf(source.span) }),
    ...(source?.name !== undefined && { speaker: source.name }),
    ...(party !== undefined && { party }),
    ...(source?.party !== undefined && { side: source.party }),
  }));
}
