import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Span } from '../model/article.js';

/** A stretch of a text and what is read in its place: no longer than it. */
export interface Replacement extends Span {
  readonly by: string;
}

const REFERENCE = /&(#\d{2,7}|#x[0-9a-f]{2,6}|[a-z][a-z0-9]{1,31});/gi;
/** What may stand inside a word. */
const IN_WORD = /^[\p{L}\p{M}'’]+$/u;
/** More letters than this on one side of a reference are no word. */
const LONGEST = 40;
/** What HTML reads for the numbers from 128 to 159, which pages of Windows give in place of the characters’ own. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * The character references of HTML (*Garc&iacute;a*) and the characters that they stand for. A word is read whole, so what
 * stands behind a reference in it moves forward in the text that is read.
 *
 * @returns replacements; and for places that moved, where they stand in the text that is given
 */
export function readReferences(text: string): { replacements: Replacement[]; moved: Map<number, number> } {
  const replacements: Replacement[] = [];
  const moved = new Map<number, number>();
  let word = new Word(0, moved);
  const close = (): void => {
    word.add(text, lettersAfter(text, word.done));
    if (word.isRead) replacements.push(word);
  };
  for (const { 0: reference, 1: name, index: start } of text.matchAll(REFERENCE)) {
    const end = start + reference.length;
    const character = characterOf(name as string);
    if (lettersAfter(text, word.done) !== start) {
      close();
      word = new Word(lettersBefore(text, start, word.done), moved);
    }
    word.add(text, start);
    if (character !== undefined && IN_WORD.test(character)) word.read(character, end);
    else {
      close();
      if (character !== undefined) replacements.push({ start, end, by: character });
      word = new Word(end, moved);
    }
  }
  close();
  return { replacements, moved };
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

  read(character: string, end: number): void {
    this.isRead = true;
    this.#append(character, end);
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

function characterOf(name: string): string | undefined {
  if (name[0] !== '#') return plain(decodeNamedCharacterReference(name) || undefined);
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (code >= 128 && code < 160) return WINDOWS_1252[code - 128];
  const isCharacter = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return isCharacter ? plain(String.fromCodePoint(code)) : undefined;
}

/** A space of whatever width is a space. */
const plain = (character: string | undefined): string | undefined =>
  character !== undefined && /^\s$/.test(character) ? ' ' : character;
