import type { Span } from '../model/article.js';
import type { Furniture } from '../model/doc.js';

/**
 * Blanks out what is markup and not words, offset for offset: Markdown and HTML marks, addresses, bytes of no
 * language. Exotic spaces become plain ones, character references their character, tags of blocks a line end.
 *
 * @returns the text, equally long; what was taken out as furniture; where emphasised runs and images stood.
 */
export function blankMarkup(text: string): {
  readonly prose: string;
  readonly furniture: Furniture[];
  readonly emphasised: Span[];
  readonly images: Span[];
} {
  const edits: { start: number; end: number; by: string }[] = [];
  const furniture: Furniture[] = [];
  const emphasised: Span[] = [];
  const images: Span[] = [];
  const blank = (start: number, end: number, by = ''): void => {
    edits.push({ start, end, by });
  };
  const each = (pattern: RegExp, act: (match: RegExpExecArray, at: number) => void): void => {
    for (const match of text.matchAll(pattern)) act(match as RegExpExecArray, match.index);
  };

  if (/[^\S \n]/.test(text)) each(/[^\S \n]/g, (_, at) => blank(at, at + 1));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\x00-\x08\x0e-\x1f\x7f]/.test(text)) each(/[\x00-\x08\x0e-\x1f\x7f]/g, (_, at) => blank(at, at + 1));
  // A run as long as this without a space is no prose, and costs wink-nlp time that grows with its square.
  if (hasLongRun(text))
    each(/\S{500,}/g, ([run], at) => {
      blank(at, at + run.length);
      furniture.push({ rule: 'unbroken run of characters', span: { start: at, end: at + run.length } });
    });
  // Typewriter's marks, two to each side: told by the space beside them, and set as one mark beside the words.
  if (/''|``/.test(text))
    each(/'{2,3}|``/g, ([marks], at) => {
      const after = at + marks.length;
      const opens = (at === 0 || /[\s([{—–-]/.test(text.charAt(at - 1))) && /\S/.test(text.charAt(after));
      // Of three marks the inner one is the inner quotation's.
      if (opens) blank(at, at + 2, ' “');
      else blank(after - 2, after, '”');
    });
  if (text.includes('<')) {
    for (const span of scripts(text)) {
      blank(span.start, span.end, '\n');
      furniture.push({ rule: 'script', span });
    }
    for (let at = text.indexOf('<!--'), end = 0; at >= 0; at = text.indexOf('<!--', end)) {
      end = text.indexOf('-->', at + 4) + 3;
      if (end < 3) break;
      blank(at, end);
    }
    each(/<\/?([a-z][a-z0-9]{0,12})(?:\s[^<>]{0,500})?\/?>/gi, ([all, name], at) =>
      blank(at, at + all.length, BLOCK_TAG.test(name as string) ? '\n' : ''),
    );
  }
  if (text.includes('&'))
    each(/&(#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8});/gi, ([all, name], at) => {
      const character = characterOf(name as string);
      if (character !== undefined) blank(at, at + all.length, character);
    });
  if (text.includes('](')) {
    each(/(!?)\[([^\]\n]{0,300})\]\(([^)\s]{0,1000}(?: "[^"\n]{0,200}")?)\)/g, ([all, image, label], at) => {
      const inner = at + (image as string).length + 1;
      const after = inner + (label as string).length;
      blank(at, inner);
      blank(after, at + all.length);
      if (image !== '') images.push({ start: inner, end: after });
    });
  }
  // The mark after an address is the sentence's.
  each(
    /<?\b(?:https?:\/\/|www\.|pic\.twitter\.com\/)[^\s<>)\]]{0,1000}[^\s<>)\].,;:!?'"’”…]>?/gi,
    ([all], at) => {
      blank(at, at + all.length);
      furniture.push({ rule: 'address', span: { start: at, end: at + all.length } });
    },
  );
  if (/[*_\\]/.test(text)) {
    each(/(\*\*|__|\*|_)(?=\S)([^*_\n]{1,400}?)(?<=\S)\1/g, ([all, mark, inner], at) => {
      if ((mark as string)[0] === '_' && /\w/.test(text.charAt(at - 1) + text.charAt(at + all.length)))
        return;
      const width = (mark as string).length;
      blank(at, at + width);
      blank(at + all.length - width, at + all.length);
      emphasised.push({ start: at + width, end: at + width + (inner as string).length });
    });
    each(/\\(?=[!-/:-@[-`{-~])/g, (_, at) => blank(at, at + 1));
  }
  each(/^[ \t]{0,3}(?:#{1,6}(?=\s)|>+(?=\s)|[*+•](?=\s)|-(?=\s)|[-*_=]{3,}$)/gm, ([all], at) =>
    blank(at, at + all.length),
  );

  if (edits.length === 0) return { prose: text, furniture, emphasised, images };
  edits.sort((a, b) => a.start - b.start || b.end - a.end);
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, by } of edits) {
    if (start < done) {
      if (end > done) {
        pieces.push(' '.repeat(end - done));
        done = end;
      }
      continue;
    }
    pieces.push(text.slice(done, start), by, ' '.repeat(end - start - by.length));
    done = end;
  }
  pieces.push(text.slice(done));
  return { prose: pieces.join(''), furniture, emphasised, images };
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

const BLOCK_TAG =
  /^(?:p|br|div|h[1-6]|li|ul|ol|blockquote|figure|figcaption|section|article|table|tr|td|hr)$/i;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  eacute: 'é',
  uuml: 'ü',
  ouml: 'ö',
};

function characterOf(name: string): string | undefined {
  if (name[0] !== '#') return NAMED[name.toLowerCase()];
  const code =
    name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  // A surrogate half or an astral character would change the length or break the text.
  return code >= 32 && code < 0xd800 ? String.fromCharCode(code) : undefined;
}
