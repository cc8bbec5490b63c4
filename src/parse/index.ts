import { type Article, type Span, VOICES } from '../model/article.js';
import type { Doc, Quotation, Tokens } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import { lowerBound, placeAt } from '../model/sorted.js';
import { numberClauses } from './clauses.js';
import { findEvents } from './events.js';
import { findMentions } from './mentions.js';
import { findParagraphs } from './paragraphs.js';
import { findQuotations } from './quotations.js';
import { type Cut, cutSentences } from './sentences.js';
import { findTerms } from './terms.js';

const OUTLET = VOICES.indexOf('outlet');
const SCARE = VOICES.indexOf('scare');
const INDIRECT = VOICES.indexOf('indirect');
const DIRECT = VOICES.indexOf('direct');

/**
 * Reads an article into a finished document: paragraphs and zones, sentences, tokens, mentions of parties,
 * quotations with their sources, what is done to whom, and for every token the voice and the clause it stands in.
 */
export function parse(article: Article, lexicons: Lexicons): Doc {
  const layout = findParagraphs(article, lexicons);
  const { prose, words, paragraphs, furniture, headlineInText } = layout;
  const cut = cutSentences(prose, paragraphs, words, layout.moved);
  const mentions = findMentions(words, cut, lexicons);
  const attributed = findQuotations(prose, article.text, paragraphs, cut, words, mentions, lexicons);
  const { quotations, scares, quoted, people } = attributed;
  const { sentences, sentenceOf: sentence, start, end, pos, negated } = cut;
  const tokens = {
    length: cut.text.length,
    start,
    end,
    pos,
    negated,
    // A mark that was set anew for the tagger is given as it stands in the article.
    text:
      prose === article.text
        ? cut.text
        : cut.text.map((word, i) =>
            article.text.startsWith(word, cut.start[i])
              ? word
              : article.text.slice(cut.start[i] as number, cut.end[i] as number),
          ),
    ...giveVoices(cut, quotations, scares, quoted),
    sentence,
    clause: numberClauses(cut, quotations),
  };
  const lines = lineStarts(article.text);

  return {
    article,
    prose,
    paragraphs,
    sentences,
    tokens,
    words,
    mentions,
    terms: findTerms(article, words, sentences, lexicons),
    quotations,
    people,
    events: findEvents(words, cut, mentions, people, quotations, lexicons),
    furniture,
    lines,
    headlineInText,
    tokenAt: offset => lastNotAfter(tokens.start, offset),
    placeOf: offset => placeAt(lines, article.firstLine, offset),
  };
}

/**
 * One column of voices for everybody: words between marks over reported words over the outlet's own. A quotation
 * inside another overrides it, so the widest are painted first.
 */
function giveVoices(
  cut: Cut,
  quotations: readonly Quotation[],
  scares: readonly Span[],
  quoted: readonly Span[],
): Pick<Tokens, 'voice' | 'quotation'> {
  const voice = new Uint8Array(cut.text.length).fill(OUTLET);
  const quotation = new Int32Array(cut.text.length).fill(-1);
  const paint = ({ start, end }: Span, act: (i: number) => void): void => {
    for (
      let i = firstNotBefore(cut.start, start);
      i < cut.start.length && (cut.start[i] as number) < end;
      i++
    )
      act(i);
  };
  const contents = quotations.flatMap(({ content, form, act = false }, q) =>
    content.map(span => ({ span, form, act, q })),
  );
  contents.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
  const marked = new Uint8Array(cut.text.length);
  for (const span of quoted)
    paint(span, i => {
      marked[i] = 1;
    });
  for (const { span, form, act, q } of contents)
    paint(span, i => {
      if (act && marked[i] === 0) return;
      voice[i] = form === 'direct' ? DIRECT : INDIRECT;
      quotation[i] = q;
    });
  for (const span of scares)
    paint(span, i => {
      voice[i] = SCARE;
    });
  for (const span of quoted)
    paint(span, i => {
      if (quotation[i] !== -1) voice[i] = DIRECT;
    });
  return { voice, quotation };
}

function lineStarts(text: string): number[] {
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  return lines;
}

/** Index of the last entry that is not greater than `value`; 0 where there is none. */
function lastNotAfter(sorted: ArrayLike<number>, value: number): number {
  return Math.max(0, firstNotBefore(sorted, value + 1) - 1);
}

const firstNotBefore = (sorted: ArrayLike<number>, value: number): number =>
  lowerBound(sorted.length, i => sorted[i] as number, value);
