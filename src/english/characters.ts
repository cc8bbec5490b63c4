/**
 * Characters that a page shows as nothing: soft hyphens, zero-width spaces and joiners, marks of direction. They stand
 * inside words where a page may break a line.
 */
export const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]/;

/** What Windows-1252 has for the bytes from 128 to 159, which HTML reads for the numbers of these, too. */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const CONTINUING = `\\u0080-\\u00bf${WINDOWS_1252}`;
/**
 * Runs of UTF-8 read as Windows-1252 or Latin-1: a byte that leads a sequence, and those that continue it. A capital with a
 * ring or dots before a quotation mark is as likely the end of a name.
 */
export const MOJIBAKE = new RegExp(
  `(?:[\u00c2\u00c3][${CONTINUING}]|[\u00c4\u00c5](?![‘’“”])[${CONTINUING}]|\u00e2[${CONTINUING}]{2}|ï»¿)+|â€`,
  'g',
);
/** What such runs are in English news: punctuation, currencies and the letters of European names. */
const LIKELY = /^[\u00a0-\u017f\u2010-\u203a\u20ac\u2122\ufeff]+$/;

const BYTES = new Map([...WINDOWS_1252].map((character, i) => [character, 128 + i]));
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The characters that a run of misread ones stands for, also where it was misread twice (*Ã¢â‚¬â„¢*).
 *
 * @returns undefined where it stands for itself
 */
export function mendMojibake(run: string): string | undefined {
  // The last byte of a closing quotation mark has no character in Windows-1252 and is often lost.
  if (run === 'â€') return '”';
  const bytes = [...run].map(character => BYTES.get(character) ?? (character.codePointAt(0) as number));
  if (bytes.some(byte => byte > 255)) return undefined;
  try {
    const mended = utf8.decode(Uint8Array.from(bytes));
    if (!LIKELY.test(mended)) return undefined;
    return mendMojibake(mended) ?? mended;
  } catch {
    return undefined;
  }
}
