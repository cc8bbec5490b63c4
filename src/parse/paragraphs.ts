import { MONTH_PATTERN as MONTH, WEEKDAY_PATTERN } from '../english/calendar.js';
import type { Article, Span, Zone } from '../model/article.js';
import type { Furniture, Paragraph } from '../model/doc.js';
import type { FurnitureForm, Lexicons, Match } from '../model/lexicon.js';
import type { Words } from '../model/words.js';
import { blankMarkup, type Plain, toText } from './markup.js';
import { wordsOf } from './sentences.js';

export interface Layout {
  readonly prose: string;
  /** The place in the text of what stands elsewhere in the prose. */
  readonly moved: Plain['moved'];
  readonly words: Words;
  readonly paragraphs: Paragraph[];
  readonly furniture: Furniture[];
  readonly headlineInText: boolean;
}

interface Block extends Span {
  /** Level of a Markdown heading, or 0. */
  readonly heading: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The listed forms of furniture in it; `opening` if one begins it. */
  readonly matches: readonly Match<FurnitureForm>[];
  readonly opening: Match<FurnitureForm> | undefined;
}

const TIME = String.raw`(?:\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,5}\)?)?)`;
const DATE = new RegExp(
  `(?:${WEEKDAY_PATTERN},?\\s+)?(?:\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.Z+-]+)?|${MONTH}\\s+\\d{1,2},?\\s+\\d{4}|\\d{1,2}\\s+${MONTH},?\\s+\\d{4})(?:,?\\s+(?:at\\s+)?${TIME})?|${TIME}`,
  'y',
);
/** A place in capitals, what may stand beside it, and a dash. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}.'’-]+(?:[ /]\p{Lu}[\p{Lu}.'’-]*){0,3})(?:,\s\p{L}[\p{L}. ]{1,25})?(?:,?\s\p{L}{3,9}\.?\s\d{1,2})?(?:\s?\([^()]{2,30}\))?\s?(?:—|–|--|-)\s?(?=\S)/u;
const AGENCY_DATELINE =
  /^\p{Lu}[\p{L}.]+(?:[ ,]{1,2}\p{Lu}[\p{L}.]+){0,3}\s?\([^()]{2,30}\)\s?(?:—|–|--|-)\s/u;
const SIGNATURE = /^\s*(?:—|–|--|-|&mdash;)\s?[^\n]{1,80}\(@\w{1,30}\)/;
const ENDS_SENTENCE = /[.!?…]["”’')\]]*$/;

/**
 * Cuts a text into paragraphs of prose with their zones, and tells the furniture of the page apart from them.
 *
 * Lines are paragraphs, unless the text is wrapped at a fixed width; then empty lines part them.
 */
export function findParagraphs(article: Article, lexicons: Lexicons): Layout {
  const { prose, furniture, emphasised, images, moved } = blankMarkup(article.text);
  const words = lexicons.words(prose);
  toText(words, moved);
  const blocks = cutBlocks(article.text, prose, words, lexicons);
  const layer = new Layer(prose, furniture);
  const headline = findHeadline(article, blocks, prose);
  const emphasisedIn = inOrder(emphasised);
  const imagesIn = inOrder(images);

  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b] as Block;
    const { text, matches, opening } = block;
    const size = block.to - block.from;
    const endsOpen = !ENDS_SENTENCE.test(text);
    const rule = b === headline ? undefined : ruleOfBlock(block, prose);
    if (b === headline) layer.keep(block, 'headline');
    else if (opening?.value.where.includes('embed') && size <= opening.value.maxWords) {
      const last = signatureAfter(blocks, b);
      layer.drop(opening.value.rule, { start: block.start, end: (blocks[last] as Block).end });
      b = last;
    } else if (SIGNATURE.test(text)) layer.drop('embedded post', block);
    else if (rule !== undefined) layer.drop(rule, block);
    else if (b < headline && size <= 6 && endsOpen) layer.drop('section label', block);
    else {
      const start = skipPrefix(block, prose, words, layer);
      const rest = { start, end: block.end };
      const credit = findCredit(
        prose.slice(start, block.end),
        start,
        block.to,
        words,
        matches,
        emphasisedIn(block),
      );
      const deck = b === headline + 1 && headline >= 0 && size <= 40 && endsOpen;
      if (credit !== undefined) {
        layer.drop(credit.rule, { start: credit.start, end: block.end });
        layer.keep({ start, end: credit.start }, credit.caption ? 'caption' : 'body');
      } else if (imagesIn(block).length > 0) layer.keep(rest, 'caption');
      else layer.keep(rest, deck ? 'headline' : 'body');
    }
  }
  const { paragraphs } = layer;
  furniture.sort((a, b) => a.span.start - b.span.start);
  return { prose, moved, words, paragraphs, furniture, headlineInText: headline >= 0 };
}

/** What is kept as prose and what is dropped as furniture; the first of the body is the lede. */
class Layer {
  readonly paragraphs: Paragraph[] = [];
  hasLede = false;

  constructor(
    private readonly prose: string,
    private readonly furniture: Furniture[],
  ) {}

  drop(rule: string, { start, end }: Span): void {
    const span = trim(this.prose, start, end);
    if (span.end > span.start) this.furniture.push({ rule, span });
  }

  keep({ start, end }: Span, zone: Zone): void {
    const span = trim(this.prose, start, end);
    if (span.end === span.start) return;
    const isLede = zone === 'body' && !this.hasLede;
    this.hasLede ||= isLede;
    this.paragraphs.push({ ...span, zone: isLede ? 'lede' : zone, index: this.paragraphs.length });
  }
}

function trim(text: string, start: number, end: number): Span {
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function cutBlocks(text: string, prose: string, words: Words, lexicons: Lexicons): Block[] {
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
    let { end } = line;
    for (let next = lines[l + 1]; wrapped && line.heading === 0; next = lines[l + 1]) {
      if (next === undefined || next.end === next.start || next.heading > 0) break;
      end = next.end;
      l++;
    }
    const [from, to] = wordsOf(words, { start: line.start, end });
    const matches = lexicons.furniture.find(words, from, to);
    const opening = matches[0]?.first === from ? matches[0] : undefined;
    blocks.push({ ...line, end, from, to, text: prose.slice(line.start, end), matches, opening });
  }
  return blocks;
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

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Index of the block that is the headline, or -1: the title given apart, a first-level heading, a short first line. */
function findHeadline({ title }: Article, blocks: readonly Block[], prose: string): number {
  const head = blocks.slice(0, 8);
  const wanted = title === undefined ? undefined : plain(title);
  const titled = head.findIndex(({ text }) => wanted !== undefined && plain(text) === wanted);
  if (titled >= 0) return titled;
  const heading = head.findIndex(block => block.heading === 1);
  if (heading >= 0) return heading;
  if (title !== undefined || blocks.length < 2) return -1;
  const first = head.findIndex(block => ruleOfBlock(block, prose) === undefined);
  const { from = 0, to = 0, text = '.' } = blocks[first] ?? {};
  return to - from <= 18 && !ENDS_SENTENCE.test(text) ? first : -1;
}

/** Index of the block that signs an embedded post opened at `b`, or `b` if none does soon. */
const signatureAfter = (blocks: readonly Block[], b: number): number =>
  b + 1 + blocks.slice(b + 1, b + 6).findIndex(({ text }) => SIGNATURE.test(text));

/** The rule by which a whole block is furniture: a line of listed forms, or a short line that begins with one. */
function ruleOfBlock(block: Block, prose: string): string | undefined {
  const line = lineRule(block, prose);
  const opening = block.opening?.value;
  if (line !== undefined || !opening?.where.includes('line-start')) return line;
  const short = block.to - block.from <= opening.maxWords;
  return short && !ENDS_SENTENCE.test(block.text) ? opening.rule : undefined;
}

/** Those of some spans, sorted by start, that lie within a block; blocks must be asked for in their order. */
function inOrder(spans: readonly Span[]): (block: Span) => readonly Span[] {
  let next = 0;
  return ({ start, end }) => {
    while (next < spans.length && (spans[next] as Span).start < start) next++;
    let last = next;
    while (last < spans.length && (spans[last] as Span).end <= end) last++;
    return spans.slice(next, last);
  };
}

/** The rule by which a block is furniture word for word: nothing but listed lines, dates, times and punctuation. */
function lineRule(block: Block, prose: string): string | undefined {
  if (block.to - block.from > 40) return undefined;
  let rule: string | undefined;
  let at = block.start;
  while (at < block.end) {
    const match = block.matches.find(({ start, value }) => start === at && value.where.includes('line'));
    if (match !== undefined) {
      rule = match.value.rule;
      at = match.end;
      continue;
    }
    DATE.lastIndex = at;
    const date = DATE.exec(prose)?.[0];
    if (date !== undefined && date.length > 0 && at + date.length <= block.end) {
      rule ??= 'date';
      at += date.length;
      continue;
    }
    if (/[\p{L}\p{N}]/u.test(prose.charAt(at))) return undefined;
    at++;
  }
  return rule ?? 'no words';
}

/** Where a block's prose begins, after a dateline or a page's own data ("date 2020-10-09"). */
function skipPrefix(block: Block, prose: string, words: Words, layer: Layer): number {
  const { opening } = block;
  let at = block.start;
  if (opening?.value.where.includes('prefix')) {
    const next = opening.last < block.to ? (words.start[opening.last] as number) : block.end;
    DATE.lastIndex = next;
    const date = DATE.exec(prose)?.[0];
    if (date !== undefined) {
      at = next + date.length;
      layer.drop(opening.value.rule, { start: block.start, end: at });
      while (at < block.end && /\s/.test(prose.charAt(at))) at++;
    }
  }
  if (!layer.hasLede) {
    const line = prose.slice(at, Math.min(block.end, at + 120));
    const dateline = (DATELINE.exec(line) ?? AGENCY_DATELINE.exec(line))?.[0];
    if (dateline !== undefined) {
      layer.drop('dateline', { start: at, end: at + dateline.length });
      at += dateline.length;
    }
  }
  return at;
}

/**
 * The credit at the end of a caption: in brackets, after slashes, emphasised, or a few words after the last full
 * stop; it names an agency or says that it is a picture.
 */
function findCredit(
  text: string,
  offset: number,
  lastWord: number,
  words: Words,
  matches: readonly Match<FurnitureForm>[],
  emphasised: readonly Span[],
): { readonly start: number; readonly rule: string; readonly caption: boolean } | undefined {
  const end = offset + text.length;
  const listed = (start: number): string | undefined =>
    matches.find(match => match.value.where.includes('credit') && match.start >= start && match.end <= end)
      ?.value.rule;
  const wordsFrom = (start: number): number => {
    let n = 0;
    for (let w = lastWord - 1; w >= 0 && (words.start[w] as number) >= start; w--)
      if (/[\p{L}\p{N}]/u.test(words.text.charAt(words.start[w] as number))) n++;
    return n;
  };
  const slash = /\s\/\s?\p{Lu}/u.exec(text)?.index;
  if (slash !== undefined && text.length - slash <= 80 && !ENDS_SENTENCE.test(text))
    return { start: offset + slash, rule: listed(offset + slash) ?? 'photo credit', caption: true };
  const bold = emphasised.find(
    span =>
      span.start > offset &&
      end - span.end <= 3 &&
      span.end <= end &&
      /[.!?]["”’')]*\s*$/.test(text.slice(0, span.start - offset)),
  );
  if (bold !== undefined && wordsFrom(bold.start) <= 6)
    return { start: bold.start, rule: listed(bold.start) ?? 'photo credit', caption: true };
  const bracket = /[)\]]$/.test(text) ? text.lastIndexOf(text.endsWith(')') ? '(' : '[') : -1;
  if (bracket >= 0 && text.length - bracket <= 80) {
    const rule = listed(offset + bracket);
    // An agency's name alone signs an article off; a picture is said to be one, or stands before the text.
    if (rule !== undefined) return { start: offset + bracket, rule, caption: bracket > 0 };
  }
  const tail = text.slice(-100);
  const stop = [...tail.matchAll(/[.!?]["”’')]*\s+/g)].at(-1);
  if (stop !== undefined && !ENDS_SENTENCE.test(text)) {
    const start = end - tail.length + stop.index + stop[0].length;
    const rule = listed(start);
    if (rule !== undefined && wordsFrom(start) <= 8) return { start, rule, caption: true };
  }
  return undefined;
}
