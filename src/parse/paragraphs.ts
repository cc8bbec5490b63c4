import type { Article, Span, Zone } from '../model/article.js';
import type { Furniture, Paragraph } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import type { Words } from '../model/words.js';
import { type Block, cutBlocks, ENDS_SENTENCE, trim } from './blocks.js';
import { findCredit } from './credits.js';
import { blankMarkup, type Plain, toText } from './markup.js';
import { DATE, skipPrefix } from './openings.js';

export interface Layout {
  readonly prose: string;
  /** The place in the text of what stands elsewhere in the prose. */
  readonly moved: Plain['moved'];
  readonly words: Words;
  readonly paragraphs: Paragraph[];
  readonly furniture: Furniture[];
  readonly headlineInText: boolean;
}

/** A dash, a name, its handle, and at most a date: at the end of an embedded post, or on a line of its own. */
const SIGNATURE = /(?:^\s*|\s)(?:—|–|--|-)\s?(?:(?!\s[—–-])[^\n()!?]){1,80}\(@\w{1,30}\)[^\n]{0,40}$/;
/** A post is at most so long. */
const POST = 320;

/**
 * Cuts a text into paragraphs of prose with their zones, and tells the furniture of the page apart from them.
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

  const tables = tableRows(blocks);

  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b] as Block;
    const { text, matches, opening } = block;
    const size = block.to - block.from;
    const endsOpen = !ENDS_SENTENCE.test(text);
    const rule = b === headline ? undefined : tables.has(block) ? 'table' : ruleOfBlock(block, prose);
    const caption = captionIn(block, prose);
    if (b === headline) layer.keep(block, 'headline');
    else if (opening?.value.where.includes('embed') && size <= opening.value.maxWords) {
      const last = signatureAfter(blocks, b);
      layer.drop(opening.value.rule, { start: block.start, end: (blocks[last] as Block).end });
      b = last;
    } else if (SIGNATURE.test(text)) layer.keepPost(block, blocks[b - 1]);
    else if (caption !== undefined) {
      layer.drop(caption.value.rule, { start: block.start, end: caption.end });
      layer.keep({ start: afterColon(prose, caption.end), end: block.end }, 'caption');
    } else if (rule !== undefined) layer.drop(rule, block);
    else if (b < headline && size <= 6 && endsOpen) layer.drop('section label', block);
    else {
      const start = skipPrefix(block, prose, words, lexicons, layer);
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

  keep({ start, end }: Span, zone: Zone, signs = false): void {
    const span = trim(this.prose, start, end);
    if (span.end === span.start) return;
    const isLede = zone === 'body' && !this.hasLede;
    this.hasLede ||= isLede;
    this.paragraphs.push({
      ...span,
      zone: isLede ? 'lede' : zone,
      index: this.paragraphs.length,
      ...(signs && { signs }),
    });
  }

  /** A signed post is whoever’s signs it; what stands in the line before is the post if it may be one. */
  keepPost(block: Span, before: Span | undefined): void {
    const text = this.prose.slice(block.start, block.end);
    const at = block.start + (SIGNATURE.exec(text)?.index ?? 0);
    const last = this.paragraphs.at(-1);
    const isPost = at > block.start || (last?.zone === 'body' && last.end === before?.end);
    const post =
      at > block.start ? text.slice(0, at - block.start) : this.prose.slice(last?.start, last?.end);
    if (!isPost || post.length > POST || /:$/.test(post)) {
      this.drop('embedded post', block);
      return;
    }
    this.keep({ start: block.start, end: at }, 'body');
    const handle = this.prose.indexOf('(@', at);
    this.keep({ start: at, end: handle }, 'body', true);
    this.drop('embedded post', { start: handle, end: block.end });
  }
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

/** The rows of tables: between pipes, or beside the row that parts a table from its header. */
function tableRows(blocks: readonly Block[]): ReadonlySet<Block> {
  const rows = new Set<Block>();
  for (const [b, block] of blocks.entries()) {
    if (/^\|.*\|$/.test(block.text)) rows.add(block);
    if (!/^[|\s:-]*-{3}[|\s:-]*$/.test(block.text) || !block.text.includes('|')) continue;
    for (let k = b - 1; k < blocks.length && (k < b || blocks[k]?.text.includes('|')); k++)
      if (blocks[k]?.text.includes('|')) rows.add(blocks[k] as Block);
  }
  return rows;
}

/** The form that announces a caption, at the beginning of a block or behind the credit of its picture. */
function captionIn({ matches, opening, start }: Block, prose: string): Block['opening'] {
  const caption = matches.find(({ value }) => value.where.includes('caption'));
  const opens = caption?.start === start || opening?.value.where.includes('line-start');
  const announced = caption && /^\s*:?\s+[\p{Lu}\p{N}“‘"']/u.test(prose.slice(caption.end, caption.end + 6));
  return opens && announced ? caption : undefined;
}

const afterColon = (prose: string, at: number): number =>
  at + (/^\s*:?/.exec(prose.slice(at, at + 4))?.[0].length ?? 0);

/** The rule by which a whole block is furniture: a line of listed forms, or a short line that begins with one. */
function ruleOfBlock(block: Block, prose: string): string | undefined {
  const line = lineRule(block, prose);
  const opening = block.opening?.value;
  const short = opening !== undefined && block.to - block.from <= opening.maxWords;
  if (line === undefined && short && opening.where.includes('label')) return opening.rule;
  if (line !== undefined || !opening?.where.includes('line-start')) return line;
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
