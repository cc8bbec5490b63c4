import { getOrAdd } from '../model/collections.js';
import type { Words } from '../model/words.js';

/** A folded word that any form holds, and its number; what a text's words are looked up in, once. */
export type WordNumbers = ReadonlyMap<string, number>;

/** Where a form has an asterisk for any ending: after a word of two letters or more, *steal\*, ferry row\**. */
export const WILDCARDS = /(?<=[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]+)\*(?=$|[\s-])/gu;

/** What is a regular expression of other tools and no word or phrase. */
export const REGULAR_EXPRESSION =
  /\\[a-z]|\(\?|\.[*+?]|\[[^\]]+\][*+?{]|[\p{L}\p{N}]\[[^\]]+\]|\||^\^.*\$$/iu;

const LETTER_OR_DIGIT = /[\p{L}\p{M}\p{N}]/u;

// Numbers and not an enumeration, whose members are looked up at every character.
const SPACE = 0;
const WORD = 1;
const HYPHEN = 2;
const APOSTROPHE = 3;
const MARK = 4;
type Kind = typeof SPACE | typeof WORD | typeof HYPHEN | typeof APOSTROPHE | typeof MARK;

const KINDS = new Map<string, Kind>([
  ['-', HYPHEN],
  ["'", APOSTROPHE],
]);
const asciiKind = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const ch = String.fromCharCode(c);
  asciiKind[c] = /[a-z0-9]/i.test(ch) ? WORD : c <= 32 ? SPACE : (KINDS.get(ch) ?? MARK);
}

function kindAt(text: string, i: number): Kind {
  const c = text.charCodeAt(i);
  return c < 128 ? (asciiKind[c] as Kind) : kindBeyondAscii(text, i, c);
}

function kindBeyondAscii(text: string, i: number, c: number): Kind {
  if (c === 0x2019 || c === 0x2018 || c === 0x02bc) return APOSTROPHE;
  // Hyphens proper and the en dash; an em dash always separates.
  if ((c >= 0x2010 && c <= 0x2013) || c === 0x00ad || c === 0x200b || c === 0x2060) return HYPHEN;
  // Variation selectors choose the look of the emoji before them.
  if (c >= 0xfe00 && c <= 0xfe0f) return SPACE;
  // Both halves of a character beyond the first plane are of its kind.
  const from = c >= 0xdc00 && c <= 0xdfff && isHigh(text.charCodeAt(i - 1)) ? i - 1 : i;
  const ch = String.fromCodePoint(text.codePointAt(from) as number);
  if (LETTER_OR_DIGIT.test(ch)) return WORD;
  return /\s/.test(ch) ? SPACE : MARK;
}

const isHigh = (c: number): boolean => c >= 0xd800 && c <= 0xdbff;

const DOUBLE_QUOTES = /["“”„‟«»]/;

/** The key under which a unit is looked up: lower case, straight quotes, composed characters. */
export function fold(unit: string): string {
  let capital = false;
  for (let i = 0; i < unit.length; i++) {
    const c = unit.charCodeAt(i);
    if (c > 127)
      return unit.toLowerCase().normalize('NFKC').replace(/[‘’ʼ]/g, "'").replace(DOUBLE_QUOTES, '"');
    if (c >= 65 && c <= 90) capital = true;
  }
  return capital ? unit.toLowerCase() : unit;
}

const NO_STEMS: readonly number[] = [];
/** Of so many words it is kept with which stems they begin. */
const MOST_KEPT = 50_000;

/**
 * A vocabulary laid out so that a unit of plain ASCII is looked up in place, without cutting it out: open
 * addressing over a hash of the folded characters. Words are numbered in the order in which they were added.
 */
class WordTable {
  readonly #vocabulary: WordNumbers;
  readonly #words: readonly string[];
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** The words with an asterisk, without it, and how long they are. */
  readonly #stems: ReadonlyMap<string, number>;
  readonly #lengths: readonly number[];
  /** Whether some word with an asterisk begins with two letters, by `startOf`; most words of a text begin as none does. */
  readonly #starts = new Uint8Array(1024);
  /** What was found for words that came before: most words of a text do. */
  readonly #found = new Map<string, readonly number[]>();

  constructor(vocabulary: WordNumbers) {
    this.#vocabulary = vocabulary;
    this.#words = [...vocabulary.keys()];
    this.#mask = 2 ** Math.ceil(Math.log2(2 * this.#words.length + 2)) - 1;
    this.#slots = new Int32Array(this.#mask + 1).fill(-1);
    for (const [word, id] of vocabulary) {
      let slot = 0;
      for (let i = 0; i < word.length; i++) slot = (Math.imul(slot, 31) + word.charCodeAt(i)) | 0;
      for (slot &= this.#mask; this.#slots[slot] !== -1; slot = (slot + 1) & this.#mask);
      this.#slots[slot] = id;
    }
    this.#stems = new Map(
      [...vocabulary].flatMap(([word, id]) =>
        word.length > 1 && word.endsWith('*') ? [[word.slice(0, -1), id] as const] : [],
      ),
    );
    this.#lengths = [...new Set([...this.#stems.keys()].map(({ length }) => length))].sort((a, b) => a - b);
    for (const stem of this.#stems.keys()) {
      const start = startOf(stem, 0);
      // A letter beyond ASCII may be written as two characters.
      if (start < 0) this.#starts.fill(1);
      else this.#starts[start] = 1;
    }
  }

  get hasStems(): boolean {
    return this.#lengths.length > 0;
  }

  /** The numbers of the words with an asterisk that `text[from, to)` begins with, the shortest first. */
  stemsOf(text: string, from: number, to: number): readonly number[] | undefined {
    const start = startOf(text, from);
    if (start >= 0 && this.#starts[start] === 0) return undefined;
    const written = text.slice(from, to);
    const known = this.#found.get(written);
    if (known !== undefined) return known === NO_STEMS ? undefined : known;
    const found: number[] = [];
    const word = fold(written);
    for (const length of this.#lengths) {
      if (length > word.length) break;
      const id = this.#stems.get(word.slice(0, length));
      if (id !== undefined) found.push(id);
    }
    if (this.#found.size === MOST_KEPT) this.#found.clear();
    this.#found.set(written, found.length > 0 ? found : NO_STEMS);
    return found.length > 0 ? found : undefined;
  }

  /** The number of `text[from, to)`, or -1. */
  idOf(text: string, from: number, to: number): number {
    let slot = 0;
    for (let i = from; i < to; i++) {
      const c = text.charCodeAt(i);
      if (c > 127) return this.#vocabulary.get(fold(text.slice(from, to))) ?? -1;
      slot = (Math.imul(slot, 31) + smallOf(c)) | 0;
    }
    for (slot &= this.#mask; ; slot = (slot + 1) & this.#mask) {
      const id = this.#slots[slot] as number;
      if (id === -1 || isAt(this.#words[id] as string, text, from, to)) return id;
    }
  }
}

/** A number for the first two characters of a word in whatever case, which others may share; -1 beyond ASCII. */
function startOf(text: string, from: number): number {
  const first = text.charCodeAt(from);
  const second = text.charCodeAt(from + 1);
  return first > 127 || second > 127 ? -1 : ((first & 31) << 5) | (second & 31);
}

const smallOf = (c: number): number => (c >= 65 && c <= 90 ? c + 32 : c);

function isAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i++)
    if (word.charCodeAt(i) !== smallOf(text.charCodeAt(from + i))) return false;
  return true;
}

const tables = new WeakMap<WordNumbers, WordTable>();

/**
 * Cuts a text into the units that forms are matched on. Runs of letters and digits are words, also across an
 * apostrophe inside (*don't*) and the full stops of an abbreviation (*U.S.*); `'s` is a unit of its own; hyphens
 * between words and spaces are not units; every other mark is one.
 */
export function cutWords(text: string, vocabulary: WordNumbers): Words {
  const table =
    vocabulary.size > 0 ? getOrAdd(tables, vocabulary, () => new WordTable(vocabulary)) : undefined;
  const size = text.length;
  let capacity = (size >> 2) + 16;
  let start = new Int32Array(capacity);
  let end = new Int32Array(capacity);
  let id = new Int32Array(capacity);
  const stems: (readonly number[] | undefined)[] | undefined = table?.hasStems ? [] : undefined;
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
    id[n] = table === undefined ? -1 : table.idOf(text, from, to);
    if (stems !== undefined) stems.push(table?.stemsOf(text, from, to));
    n++;
  };
  let i = 0;
  while (i < size) {
    const kind = kindAt(text, i);
    if (kind === SPACE) {
      i++;
      continue;
    }
    if (kind === WORD) {
      const j = endOfWord(text, i);
      push(i, j);
      i = j;
      continue;
    }
    if (kind === APOSTROPHE && i > 0 && isPossessive(text, i) && kindAt(text, i - 1) === WORD) {
      push(i, i + 2);
      i += 2;
      continue;
    }
    if (
      kind === HYPHEN &&
      i > 0 &&
      i + 1 < size &&
      kindAt(text, i - 1) === WORD &&
      kindAt(text, i + 1) === WORD
    ) {
      i++;
      continue;
    }
    const width = (text.codePointAt(i) as number) > 0xffff ? 2 : 1;
    push(i, i + width);
    i += width;
  }
  return {
    text,
    length: n,
    start: start.subarray(0, n),
    end: end.subarray(0, n),
    id: id.subarray(0, n),
    ...(stems && { stems }),
  };
}

/** Where the word that begins at a place ends. */
function endOfWord(text: string, from: number): number {
  const size = text.length;
  let end = from + 1;
  for (;;) {
    while (end < size && kindAt(text, end) === WORD) end++;
    if (end + 1 >= size || kindAt(text, end + 1) !== WORD) break;
    const next = kindAt(text, end);
    if (next === APOSTROPHE && !isPossessive(text, end)) end += 2;
    else if (text.charCodeAt(end) === 46 && isInitial(text, from, end)) end += 2;
    else break;
  }
  // The last full stop of U.S. belongs to the word.
  if (text.charCodeAt(end) === 46 && end - from >= 3 && text.charCodeAt(end - 2) === 46) end++;
  return end;
}

/** `'s` at the end of a word. */
function isPossessive(text: string, apostrophe: number): boolean {
  const s = text.charCodeAt(apostrophe + 1);
  return (s === 115 || s === 83) && (apostrophe + 2 >= text.length || kindAt(text, apostrophe + 2) !== WORD);
}

/** Whether `text[from, dot)` ends in a single letter that begins the unit or follows a full stop. */
function isInitial(text: string, from: number, dot: number): boolean {
  return (dot - from === 1 || text.charCodeAt(dot - 2) === 46) && !/\d/.test(text.charAt(dot - 1));
}
