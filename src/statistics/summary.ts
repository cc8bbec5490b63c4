import { createHash } from 'node:crypto';
import { type Span, sliceOf, VOICES, type Voice } from '../model/article.js';
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
    sentences: sentences.length,
    words,
    furniture: doc.furniture.map(({ rule, span }) => ({
      rule,
      text: oneLine(sliceOf(article, span)),
      line: doc.placeOf(span.start).line,
    })),
    quotations: doc.quotations.flatMap((quotation, number) => recordsOf(doc, quotation, number)),
  };
}

/** One record for each stretch of content, since a quotation may be broken by its cue. */
function recordsOf(doc: Doc, quotation: Doc['quotations'][number], number: number): QuotationRecord[] {
  const textOf = (span: Span): string => sliceOf(doc.article, span);
  const { content, cue, stance, source, form, act } = quotation;
  // A speech act in the outlet's own words is no quotation; but what it quotes is.
  if (act === true && form === 'indirect') return [];
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
    ...(source?.party !== undefined && { party: source.party }),
  }));
}
