import { CLOSING_MARKS } from '../english/orthography.js';
import type { Span } from '../model/article.js';
import type { FurnitureForm, Lexicons, Match } from '../model/lexicon.js';
import type { Words } from '../model/words.js';
import { wordsOf } from './sentences.js';

/** A line of a page, or several that are one paragraph. */
export interface Block extends Span {
  /** Level of a Markdown heading, or 0. */
  readonly heading: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The listed forms of furniture in it; `opening` if one begins it. */
  readonly matches: readonly Match<FurnitureForm>[];
  readonly opening: Match<FurnitureForm> | undefined;
}

export const ENDS_SENTENCE = new RegExp(`[.!?…](?:${CLOSING_MARKS}[)\\]]*)*$`);
/** The most lines over which a quotation may be broken. */
const MOST_LINES = 12;

export function trim(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/**
 * Cuts a page into blocks. Lines are paragraphs, unless the text is wrapped at a fixed width; then empty lines part them.
 * A line that breaks off inside a quotation or before a small letter goes on in the next.
 */
export function cutBlocks(text: string, prose: string, words: Words, lexicons: Lexicons): Block[] {
  const lines = cutLines(prose, prose).map(({ at, ...line }) => ({
    ...line,
    heading: /^ {0,3}(#{1,6})\s/.exec(text.slice(at, Math.min(line.end, at + 12)))?.[1]?.length ?? 0,
  }));
  // A word that goes on in the next line is read whole, which joins the lines that are to be measured.
  const wrapped = isWrapped(cutLines(prose, prose, text), prose);
  const blocks: Block[] = [];
  for (let l = 0; l < lines.length; l++) {
    const line = lines[l] as (typeof lines)[number];
    if (line.end === line.start) continue;
    const broken = wrapped || line.heading > 0 ? l : lastBroken(lines, l, prose, text);
    let { end } = lines[broken] as Span;
    l = broken;
    for (let next = lines[l + 1]; wrapped && line.heading === 0; next = lines[l + 1]) {
      if (next === undefined || next.end === next.start || next.heading > 0) break;
      end = next.end;
      l++;
    }
    const [from, to] = wordsOf(words, { start: line.start, end });
    const matches = lexicons.furniture.find(words, from, to);
    const opening = matches.find(({ start }) => /^[([]?$/.test(prose.slice(line.start, start)));
    blocks.push({ ...line, end, from, to, text: prose.slice(line.start, end), matches, opening });
  }
  return blocks;
}

/** The last line that what line `l` begins is broken over. */
function lastBroken(
  lines: readonly (Span & { heading: number })[],
  l: number,
  prose: string,
  written: string,
): number {
  const { start } = lines[l] as Span;
  let last = l;
  let whole = l;
  for (let next = l + 1; next < Math.min(lines.length, l + MOST_LINES); next++) {
    const line = lines[next] as (typeof lines)[number];
    const said = prose.slice(start, (lines[last] as Span).end);
    const isOpen = leavesOpen(said);
    if (line.end === line.start) {
      if (isOpen && !ENDS_SENTENCE.test(said)) continue;
      break;
    }
    const text = prose.slice(line.start, line.end);
    // A tag or the mark of a list begins a paragraph.
    const parted = /[^\s>]/.test(written.slice((lines[last] as Span).end, line.start));
    if (parted || line.heading > 0 || /^["“„«]\S/.test(text)) break;
    const goesOn = /^\p{Ll}/u.test(text) && /[\p{L}\p{N},’']$/u.test(said);
    if (!goesOn && !(isOpen && next === last + 1)) break;
    last = next;
    if (goesOn || !leavesOpen(prose.slice(start, line.end))) whole = next;
  }
  return whole;
}

/** Whether a quotation is open at the end of a stretch. */
function leavesOpen(text: string): boolean {
  const count = (marks: RegExp): number => text.match(marks)?.length ?? 0;
  return count(/[“„«]/g) > count(/[”»]/g) || count(/"/g) % 2 === 1;
}

/** The lines of a text, cut at the line feeds of all that is given and trimmed; each begins `at` its first character. */
function cutLines(prose: string, ...fed: readonly string[]): (Span & { at: number })[] {
  const lines: (Span & { at: number })[] = [];
  for (let start = 0; start <= prose.length; ) {
    const feeds = fed.map(each => each.indexOf('\n', start)).filter(at => at >= 0);
    const end = Math.min(prose.length, ...feeds);
    lines.push({ at: start, ...trim(prose, start, end) });
    start = end + 1;
  }
  return lines;
}

/** Whether lines are broken at a width: most lines that another follows at once are long and end in mid-sentence. */
function isWrapped(lines: readonly Span[], prose: string): boolean {
  let followed = 0;
  let broken = 0;
  for (let l = 0; l + 1 < lines.length; l++) {
    const line = lines[l] as Span;
    const next = lines[l + 1] as Span;
    if (line.end === line.start || next.end === next.start) continue;
    followed++;
    const length = line.end - line.start;
    if (length >= 40 && length <= 120 && !ENDS_SENTENCE.test(prose.slice(line.end - 3, line.end))) broken++;
  }
  return followed >= 3 && broken >= followed * 0.6;
}
