import type { Words } from '../model/doc.js';

/** A folded word that any form holds, and its number; what a text's words are looked up in, once. */
export type Vocabulary = ReadonlyMap<string, number>;

const LETTER_OR_DIGIT = /[\p{L}\p{M}\p{N}]/u;

enum Kind {
  space,
  word,
  hyphen,
  apostrophe,
  mark,
}

const asciiKind = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const ch = String.fromCharCode(c);
  asciiKind[c] = /[a-z0-9]/i.test(ch)
    ? Kind.word
    : c <= 32
      ? Kind.space
      : ch === '-'
        ? Kind.hyphen
        : ch === "'"
          ? Kind.apostrophe
          : Kind.mark;
}

function kindAt(text: string, i: number): Kind {
  const c = text.charCodeAt(i);
  if (c < 128) return asciiKind[c] as Kind;
  if (c === 0x2019 || c === 0x2018 || c === 0x02bc) return Kind.apostrophe;
  // Hyphens proper and the en dash; an em dash always separates.
  if (c >= 0x2010 && c <= 0x2013) return Kind.hyphen;
  if (c === 0x00ad || c === 0x200b || c === 0x2060) return Kind.hyphen;
  // Variation selectors choose the look of the emoji before them.
  if (c >= 0xfe00 && c <= 0xfe0f) return Kind.space;
  // Both halves of a character beyond the first plane are of its kind.
  const from = c >= 0xdc00 && c <= 0xdfff && isHigh(text.charCodeAt(i - 1)) ? i - 1 : i;
  const ch = String.fromCodePoint(text.codePointAt(from) as number);
  if (LETTER_OR_DIGIT.test(ch)) return Kind.word;
  return /\s/.test(ch) ? Kind.space : Kind.mark;
}

const isHigh = (c: number): boolean => c >= 0xd800 && c <= 0xdbff;

const DOUBLE_QUOTES = /["“”„‟«»]/;

/** The key under which a unit is looked up: lower case, straight quotes, composed characters. */
export function fold(unit: string): string {
  const lower = unit.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the fast way out for plain ASCII
  if (/^[\x00-\x7f]*$/.test(lower)) return lower;
  return lower.normalize('NFKC').replace(/[‘’ʼ]/g, "'").replace(DOUBLE_QUOTES, '"');
}

/**
 * Cuts a text into the units that forms are matched on. Runs of letters and digits are words, also across an
 * apostrophe inside (*don't*) and the full stops of an abbreviation (*U.S.*); `'s` is a unit of its own; hyphens
 * between words and spaces are not units; every other mark is one.
 */
export function cutWords(text: string, vocabulary: Vocabulary): Words {
  const size = text.length;
  let capacity = (size >> 2) + 16;
  let start = new Int32Array(capacity);
  let end = new Int32Array(capacity);
  let id = new Int32Array(capacity);
  let n = 0;
  const push = (from: number, to: number): void => {
    if (n === capacity) {
      capacity *= 2;
      const grow = (old: Int32Array): Int32Array<ArrayBuffer> => {
        const fresh = new Int32Array(capacity);
        fresh.set(old);
        return fresh;
      };
      start = grow(start);
      end = grow(end);
      id = grow(id);
    }
    start[n] = from;
    end[n] = to;
    id[n] = vocabulary.get(fold(text.slice(from, to))) ?? -1;
    n++;
  };
  let i = 0;
  while (i < size) {
    const kind = kindAt(text, i);
    if (kind === Kind.space) {
      i++;
      continue;
    }
    if (kind === Kind.word) {
      let j = i + 1;
      for (;;) {
        while (j < size && kindAt(text, j) === Kind.word) j++;
        if (j + 1 >= size || kindAt(text, j + 1) !== Kind.word) break;
        const next = kindAt(text, j);
        if (next === Kind.apostrophe && !isPossessive(text, j)) j += 2;
        else if (text.charCodeAt(j) === 46 && isInitial(text, i, j)) j += 2;
        else break;
      }
      // The last full stop of U.S. belongs to the word.
      if (text.charCodeAt(j) === 46 && j - i >= 3 && text.charCodeAt(j - 2) === 46) j++;
      push(i, j);
      i = j;
      continue;
    }
    if (kind === Kind.apostrophe && i > 0 && isPossessive(text, i) && kindAt(text, i - 1) === Kind.word) {
      push(i, i + 2);
      i += 2;
      continue;
    }
    if (
      kind === Kind.hyphen &&
      i > 0 &&
      i + 1 < size &&
      kindAt(text, i - 1) === Kind.word &&
      kindAt(text, i + 1) === Kind.word
    ) {
      i++;
      continue;
    }
    const width = (text.codePointAt(i) as number) > 0xffff ? 2 : 1;
    push(i, i + width);
    i += width;
  }
  return { text, length: n, start: start.subarray(0, n), end: end.subarray(0, n), id: id.subarray(0, n) };
}

/** `'s` at the end of a word. */
function isPossessive(text: string, apostrophe: number): boolean {
  const s = text.charCodeAt(apostrophe + 1);
  return (
    (s === 115 || s === 83) && (apostrophe + 2 >= text.length || kindAt(text, apostrophe + 2) !== Kind.word)
  );
}

/** Whether `text[from, dot)` ends in a single letter that begins the unit or follows a full stop. */
function isInitial(text: string, from: number, dot: number): boolean {
  return (dot - from === 1 || text.charCodeAt(dot - 2) === 46) && !/\d/.test(text.charAt(dot - 1));
}
