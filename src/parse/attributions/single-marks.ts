import { CLIPPED_WORDS } from '../../english/orthography.js';
import type { Span } from '../../model/article.js';
import type { Paragraph } from '../../model/doc.js';
import { lowerBound } from '../../model/sorted.js';

/** A run of text between quotation marks; the span includes the marks that are there. */
export interface MarkedRun extends Span {
  /** Whether the closing mark is missing: the speaker goes on in the next paragraph, or the mark was forgotten. */
  readonly open: boolean;
  /** Whether another run begins where this one should have been closed. */
  readonly broken: boolean;
}

const SINGLE_MARKS = /['‘’]/g;
const LETTER = /[\p{L}\p{N}]/u;
const OPENS_BEHIND = /[\s([{—–‒“"-]/;
/** Behind these a mark closes speech, and is no apostrophe. */
const PAUSE = /[,.?!…]/;

/**
 * Runs between single quotation marks, by paragraph. The same character is the apostrophe, so a mark must earn it: it
 * opens before a word that is not clipped (*’twas*, *’90s*), and closes where it is no plural’s possessive or there is
 * no better mark behind it.
 */
export function findSingleRuns(prose: string, paragraphs: readonly Paragraph[]): MarkedRun[][] {
  const marks = [...prose.matchAll(SINGLE_MARKS)].map(({ index }) => index);
  if (marks.length === 0) return [];
  return paragraphs.map((paragraph, p) => {
    const from = lowerBound(marks.length, k => marks[k] as number, paragraph.start);
    const to = lowerBound(marks.length, k => marks[k] as number, paragraph.end);
    const next = paragraphs[p + 1];
    const goesOn = next !== undefined && mayOpen(prose, next.start, next);
    return from === to ? [] : runsIn(prose, paragraph, marks.slice(from, to), goesOn);
  });
}

/** @param goesOn whether the next paragraph begins with such a mark: it may take up what this one leaves open */
function runsIn(prose: string, paragraph: Span, marks: readonly number[], goesOn: boolean): MarkedRun[] {
  const found: MarkedRun[] = [];
  for (let m = 0; m < marks.length; m++) {
    const start = marks[m] as number;
    if (!mayOpen(prose, start, paragraph)) continue;
    const close = closingMark(prose, paragraph, marks, m);
    if (close !== undefined) {
      found.push({ start, end: (marks[close] as number) + 1, open: false, broken: false });
      m = close;
    } else if (goesOn && !isClipped(prose, start) && !hasOpening(prose, paragraph, marks, m + 1)) {
      const introduced = /(?:^|[,:]\s*)$/.test(prose.slice(paragraph.start, start));
      if (introduced) found.push({ start, end: paragraph.end, open: true, broken: false });
      break;
    }
  }
  return found;
}

const hasOpening = (prose: string, paragraph: Span, marks: readonly number[], from: number): boolean =>
  marks.slice(from).some(i => mayOpen(prose, i, paragraph) && !isClipped(prose, i));

/** Whether a mark stands as one that opens: a space before it, and a word behind. */
function mayOpen(prose: string, i: number, { start, end }: Span): boolean {
  const mark = prose.charAt(i);
  if (mark !== "'" && mark !== '‘') return false;
  const before = i > start ? prose.charAt(i - 1) : ' ';
  return OPENS_BEHIND.test(before) && /^(?:[^\s.,;:!?)\]'’]|['’]\p{L})/u.test(prose.slice(i + 1, end));
}

/** *’Twas*, *’em*, *the ’90s*: the mark stands for letters that are omitted. */
function isClipped(prose: string, i: number): boolean {
  const word = /^(?:\d\ds?|\p{L}+)(?![\p{L}\p{N}])/u.exec(prose.slice(i + 1, i + 20))?.[0];
  return word !== undefined && (/^\d/.test(word) || CLIPPED_WORDS.has(word.toLowerCase()));
}

/** The index of the mark that closes what mark `m` opens; undefined where none does. */
function closingMark(
  prose: string,
  paragraph: Span,
  marks: readonly number[],
  m: number,
): number | undefined {
  const clipped = isClipped(prose, marks[m] as number);
  let weak: number | undefined;
  for (let k = m + 1; k < marks.length; k++) {
    const i = marks[k] as number;
    if (mayOpen(prose, i, paragraph)) {
      if (isClipped(prose, i)) continue;
      break;
    }
    const strength = strengthOf(prose, i, paragraph);
    if (strength === 'pause' || (strength === 'end' && !clipped)) return k;
    if (strength === 'possessive') weak ??= k;
  }
  return clipped ? undefined : weak;
}

/** How surely a mark closes speech: behind a pause; at the end of a word; or where it may as well be an apostrophe. */
function strengthOf(
  prose: string,
  i: number,
  { start, end }: Span,
): 'pause' | 'end' | 'possessive' | undefined {
  const before = i > start ? prose.charAt(i - 1) : ' ';
  const after = i + 1 < end ? prose.charAt(i + 1) : ' ';
  if (LETTER.test(before) && LETTER.test(after)) return undefined;
  if (LETTER.test(after) && prose.charAt(i) === '’') return undefined;
  if (PAUSE.test(before) || /[”"]/.test(before)) return 'pause';
  if (/\s/.test(before)) return PAUSE.test(prose.charAt(i - 2)) && /\s/.test(after) ? 'pause' : undefined;
  const goesOn = /^\s+[\p{L}\p{N}]/u.test(prose.slice(i + 1, Math.min(end, i + 4)));
  const mayBePossessive = /[sxz]/i.test(before) || /\p{L}(?:in|an|th)$/u.test(prose.slice(i - 4, i));
  return goesOn && mayBePossessive ? 'possessive' : 'end';
}
