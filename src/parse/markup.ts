import type { Span } from '../model/article.js';
import type { Furniture } from '../model/doc.js';
import type { Words } from '../model/words.js';
import { mayHavePieces, type Replacement, readReferences } from './references.js';

/** A text without its markup. */
export interface Plain {
  /** As long as the text; blank where markup stood. */
  readonly prose: string;
  readonly furniture: Furniture[];
  readonly emphasised: readonly Span[];
  readonly images: readonly Span[];
  /** The place in the text of what stands elsewhere in the prose, behind a character reference in its word. */
  readonly moved: ReadonlyMap<number, number>;
}

/**
 * Blanks out what is markup and not words, offset for offset: Markdown and HTML marks, addresses, bytes of no
 * language. Exotic spaces become plain ones, character references their character, tags of blocks a line end.
 */
export function blankMarkup(text: string): Plain {
  const markup = new Markup(text);
  markup.blankOddities();
  markup.setTypewriterMarks();
  if (text.includes('<')) markup.blankTags();
  const moved = mayHavePieces(text) ? markup.readReferences() : new Map<number, number>();
  if (text.includes('](')) markup.blankLinks();
  markup.blankAddresses();
  markup.blankEmphasis();
  markup.blankLineMarks();
  return { ...markup, prose: markup.prose(), moved };
}

/** Leads places in the prose back to those in the text. */
export function toText({ start, end }: Pick<Words, 'start' | 'end'>, moved: Plain['moved']): void {
  if (moved.size === 0) return;
  for (const places of [start, end])
    for (let i = 0; i < places.length; i++)
      places[i] = moved.get(places[i] as number) ?? (places[i] as number);
}

const BLOCK_TAG =
  /^(?:p|br|div|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|figure|figcaption|section|article|aside|main|header|footer|nav|table|caption|tr|td|th|hr)$/i;
/** A table with a longer cell lays out a page. */
const LONGEST_CELL = 200;

class Markup {
  readonly furniture: Furniture[] = [];
  readonly emphasised: Span[] = [];
  readonly images: Span[] = [];
  readonly #text: string;
  readonly #edits: Replacement[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  #blank(start: number, end: number, by = ''): void {
    this.#edits.push({ start, end, by });
  }

  #drop(rule: string, start: number, end: number, by = ''): void {
    this.#blank(start, end, by);
    this.furniture.push({ rule, span: { start, end } });
  }

  #blankAll(pattern: RegExp): void {
    this.#each(pattern, ([all], at) => this.#blank(at, at + all.length));
  }

  #each(pattern: RegExp, act: (match: RegExpExecArray, at: number) => void): void {
    for (const match of this.#text.matchAll(pattern)) act(match as RegExpExecArray, match.index);
  }

  blankOddities(): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    this.#blankAll(/[^\S \n]|[\x00-\x08\x0e-\x1f\x7f]/g);
    // A run as long as this without a space is no prose, and costs wink-nlp time that grows with its square.
    if (hasLongRun(this.#text))
      this.#each(/\S{500,}/g, ([run], at) => this.#drop('unbroken run of characters', at, at + run.length));
  }

  /** Typewriter’s marks, two to each side: told by the space beside them, and set as one mark beside the words. */
  setTypewriterMarks(): void {
    // A table that was read without its rules leaves straight marks doubled; what closes two quotations at once is not.
    const isDoubled = /(?:^|[\s([{—–-])(?:""(?!")|““)(?=\S)/m.test(this.#text);
    const typewriters = isDoubled ? /'{2,3}|``|""|““|””/g : /'{2,3}|``/g;
    this.#each(typewriters, ([marks], at) => {
      const after = at + marks.length;
      const opens =
        (at === 0 || /[\s([{—–-]/.test(this.#text.charAt(at - 1))) && /\S/.test(this.#text.charAt(after));
      // Of three marks the inner one is the inner quotation’s.
      if (opens) this.#blank(at, at + 2, ' “');
      else this.#blank(after - 2, after, '”');
    });
  }

  blankTags(): void {
    for (const { start, end } of scripts(this.#text)) this.#drop('script', start, end, '\n');
    this.#each(
      /<table\b[^<>]{0,300}>((?:(?!<\/?table\b)[\s\S]){0,20000})<\/table\s*>/gi,
      ([all, inner], at) => {
        const cells = (inner as string).split(/<\/?t[dhr]\b[^<>]*>/i);
        if (cells.every(cell => cell.length <= LONGEST_CELL)) this.#drop('table', at, at + all.length, '\n');
      },
    );
    this.#each(/(<figcaption\b[^<>]{0,300}>(?:\s|<[^<>]{0,300}>)*)[^\s<]/gi, ([all, tags], at) =>
      this.images.push({ start: at + (tags as string).length, end: at + all.length }),
    );
    for (let at = this.#text.indexOf('<!--'), end = 0; at >= 0; at = this.#text.indexOf('<!--', end)) {
      end = this.#text.indexOf('-->', at + 4) + 3;
      if (end < 3) break;
      this.#blank(at, end);
    }
    this.#each(/<\/?([a-z][a-z0-9]{0,12})(?:\s[^<>]{0,500})?\/?>/gi, ([all, name], at) =>
      this.#blank(at, at + all.length, BLOCK_TAG.test(name as string) ? '\n' : ''),
    );
  }

  readReferences(): ReadonlyMap<number, number> {
    const { replacements, moved } = readReferences(this.#text);
    this.#edits.push(...replacements);
    return moved;
  }

  blankLinks(): void {
    const link = /(!?)\[([^\]\n]{0,300})\]\(([^)\s]{0,1000}(?: "[^"\n]{0,200}")?)\)/g;
    this.#each(link, ([all, image, label], at) => {
      const inner = at + (image as string).length + 1;
      const after = inner + (label as string).length;
      this.#blank(at, inner);
      this.#blank(after, at + all.length);
      if (image !== '') this.images.push({ start: inner, end: after });
    });
  }

  /** The mark after an address is the sentence’s. */
  blankAddresses(): void {
    const address =
      /<?\b(?:https?:\/\/|www\.|pic\.twitter\.com\/)[^\s<>)\]]{0,1000}[^\s<>)\].,;:!?'"’”…]>?/gi;
    this.#each(address, ([all], at) => this.#drop('address', at, at + all.length));
  }

  blankEmphasis(): void {
    if (!/[*_\\]/.test(this.#text)) return;
    this.#each(/(\*\*|__|\*|_)(?=\S)([^*_\n]{1,400}?)(?<=\S)\1/g, ([all, mark, inner], at) => {
      const end = at + all.length;
      const [width, isUnderscore] = [(mark as string).length, (mark as string)[0] === '_'];
      if (isUnderscore && /\w/.test(this.#text.charAt(at - 1) + this.#text.charAt(end))) return;
      this.#blank(at, at + width);
      this.#blank(end - width, end);
      this.emphasised.push({ start: at + width, end: at + width + (inner as string).length });
    });
    this.#blankAll(/\\(?=[!-/:-@[-`{-~])/g);
  }

  /** Marks of headings, quotations, lists and rules. */
  blankLineMarks(): void {
    this.#blankAll(/^[ \t]{0,3}(?:#{1,6}(?=\s)|>+(?=\s)|[*+•](?=\s)|-(?=\s)|[-*_=]{3,}$)/gm);
  }

  /** The text with its edits, the widest of those that begin together; what reaches out of another is blank. */
  prose(): string {
    if (this.#edits.length === 0) return this.#text;
    const pieces: string[] = [];
    let done = 0;
    for (const { start, end, by } of this.#edits.sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (start >= done) pieces.push(this.#text.slice(done, start), by.padEnd(end - start));
      else if (end > done) pieces.push(' '.repeat(end - done));
      done = Math.max(done, end);
    }
    pieces.push(this.#text.slice(done));
    return pieces.join('');
  }
}

/** Scripts and styles with their tags; one that nothing closes is none, and is looked for once. */
function* scripts(text: string): Generator<Span> {
  const opening = /<(script|style)\b[^>]{0,300}>/gi;
  const closings = { script: /<\/script\s*>/gi, style: /<\/style\s*>/gi };
  for (let open = opening.exec(text); open !== null; open = opening.exec(text)) {
    const closing = closings[(open[1] as string).toLowerCase() as keyof typeof closings];
    if (closing.lastIndex < 0) continue;
    closing.lastIndex = opening.lastIndex;
    if (closing.exec(text) === null) closing.lastIndex = -1;
    else {
      yield { start: open.index, end: closing.lastIndex };
      opening.lastIndex = closing.lastIndex;
    }
  }
}

/** Whether any stretch of 250 characters at a fixed place has no space, as a run of 500 must fill one. */
function hasLongRun(text: string): boolean {
  for (let at = 0; at + 250 <= text.length; at += 250) if (!/\s/.test(text.slice(at, at + 250))) return true;
  return false;
}
