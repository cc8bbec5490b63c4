import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { INVISIBLE, MOJIBAKE, mendMojibake, WINDOWS_1252 } from '../english/characters.js';
import { BEFORE_HYPHENS } from '../english/closed-classes.js';
import type { Span } from '../model/article.js';

/** A stretch of a text and what is read in its place: no longer than it. */
export interface Replacement extends Span {
  readonly by: string;
}

/** A character reference of HTML, also one whose ampersand was escaped again (`&amp;quot;`) or that nothing closes. */
const REFERENCE = String.raw`&(?:amp;)*(#\d{2,7};?|#[xX][0-9a-fA-F]{2,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};|(?:nbsp|amp|quot|shy|lt|gt)(?![\w=;]))`;
/** A word that goes on in the next line. */
const BROKEN = String.raw`(?<=\p{L})[-\u2010\u00ad]\n[ \t]*(?=\p{L})`;
const PIECE = new RegExp(`${REFERENCE}|${BROKEN}|<wbr ?/?>|${INVISIBLE.source}+|${MOJIBAKE.source}`, 'gu');
/** What may stand inside a word. */
const IN_WORD = /^[\p{L}\p{M}'’]+$/u;
/** More letters than this on one side of a reference are no word. */
const LONGEST = 40;
/** What closes a word belongs beside it. */
const CLOSING = /^[.,;:!?…"”)\]]$/;

/**
 * What a text has in place of the characters that a reader sees: character references of HTML (*Garc&iacute;a*), misread
 * characters (*itâ€™s*), invisible ones inside words, and words that are cut in two at the end of a line. A word is read
 * whole, so what stands behind such a piece in it moves forward in the text that is read.
 *
 * @returns replacements; and for places that moved, where they stand in the text that is given
 */
export function readReferences(text: string): { replacements: Replacement[]; moved: Map<number, number> } {
  const replacements: Replacement[] = [];
  const moved = new Map<number, number>();
  let word = new Word(0, moved);
  const close = (before = text.length): void => {
    word.add(text, Math.min(lettersAfter(text, word.done), before));
    if (!word.isRead) return;
    word.add(text, Math.min(closingAfter(text, word.done), before));
    replacements.push(word);
  };
  for (const { 0: piece, 1: name, index: start } of text.matchAll(PIECE)) {
    if (start < word.done) continue;
    const [characters, end] = readPiece(text, piece, name, start);
    if (characters === undefined) continue;
    if (lettersAfter(text, word.done) < start) {
      close(start);
      word = new Word(lettersBefore(text, start, word.done), moved);
    }
    word.add(text, start);
    const isInside = word.start < start && IN_WORD.test(text.charAt(end));
    if (characters === '' || characters === '-' ? isInside : IN_WORD.test(characters))
      word.read(characters, end);
    else {
      close(start);
      replacements.push({ start, end, by: characters });
      // A mark is as long as what stands for it; what is not seen belongs to no word.
      if (characters !== '') moved.set(start + characters.length, end);
      word = new Word(end, moved);
    }
  }
  close();
  return { replacements, moved };
}

/** Whether a text may have such pieces: most have none. */
export const mayHavePieces = (text: string): boolean => text.search(PIECE) >= 0;

/** The characters that a piece stands for, and where it ends; none where it stands for itself. */
function readPiece(
  text: string,
  piece: string,
  name: string | undefined,
  start: number,
): [characters: string | undefined, end: number] {
  const end = start + piece.length;
  if (name !== undefined) {
    const character = characterOf(name.replace(/;$/, ''));
    return character === undefined && piece.startsWith('&amp;') ? ['&', start + 5] : [character, end];
  }
  if (piece.includes('\n')) return [joinAt(text, start, end), end];
  if (INVISIBLE.test(piece.charAt(0)) || piece[0] === '<') return ['', end];
  return [plain(mendMojibake(piece)), end];
}

/**
 * How the halves of a word are joined that goes on in the next line: with its hyphen if it begins with a capital there
 * (*anti-* / *American*), begins with what only stands before hyphens, or has a hyphen elsewhere in the text.
 */
function joinAt(text: string, start: number, end: number): string {
  const before = text.slice(lettersBefore(text, start, 0), start);
  const after = text.slice(end, lettersAfter(text, end));
  const isCompound =
    text.charAt(start) !== '\u00ad' &&
    (/^\p{Lu}/u.test(after) ||
      BEFORE_HYPHENS.has(before.toLowerCase()) ||
      text.toLowerCase().includes(`${before}-${after}`.toLowerCase()));
  return isCompound ? '-' : '';
}

/** A word as it is read, up to a place in the text. */
class Word implements Replacement {
  by = '';
  isRead = false;
  done: number;

  constructor(
    readonly start: number,
    private readonly moved: Map<number, number>,
  ) {
    this.done = start;
  }

  get end(): number {
    return this.done;
  }

  /** What stands in the text up to a place, letter by letter. */
  add(text: string, to: number): void {
    while (this.done < to) this.#append(text.charAt(this.done), this.done + 1);
  }

  read(characters: string, end: number): void {
    this.isRead = true;
    this.#append(characters, end);
  }

  #append(letters: string, end: number): void {
    this.by += letters;
    this.done = end;
    if (this.isRead) this.moved.set(this.start + this.by.length, end);
  }
}

function lettersAfter(text: string, from: number): number {
  let at = from;
  while (at - from < LONGEST && IN_WORD.test(text.charAt(at))) at++;
  return at;
}

function lettersBefore(text: string, from: number, floor: number): number {
  let at = from;
  while (at > floor && from - at < LONGEST && IN_WORD.test(text.charAt(at - 1))) at--;
  return at;
}

function closingAfter(text: string, from: number): number {
  let at = from;
  while (CLOSING.test(text.charAt(at))) at++;
  return at;
}

function characterOf(name: string): string | undefined {
  if (name[0] !== '#') return plain(decodeNamedCharacterReference(name) || undefined);
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (code >= 128 && code < 160) return WINDOWS_1252[code - 128];
  const isCharacter = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return isCharacter ? plain(String.fromCodePoint(code)) : undefined;
}

/** A space of whatever width is a space, and what is not seen is nothing. */
function plain(character: string | undefined): string | undefined {
  if (character !== undefined && INVISIBLE.test(character)) return '';
  return character !== undefined && /^\s$/.test(character) ? ' ' : character;
}
