/** What capitals say. */

/** Whether a word begins with a capital; plain ASCII, the bulk of it, is told without a pattern. */
export function isCapital(word: string): boolean {
  const c = word.charCodeAt(0);
  return c < 128 ? c >= 65 && c <= 90 : /^\p{Lu}/u.test(word);
}

const LONG = /^\p{L}{4,}/u;
/** Share of longer words with capitals from which on they say nothing. */
const SHARE = 0.7;
/** Fewer longer words may all be names. */
const LEAST = 3;

/** Whether nearly all longer words of a stretch have capitals, as in the headlines of many papers: then none of them tells a name. */
export function isTitleCase(words: Iterable<string>): boolean {
  let long = 0;
  let capitals = 0;
  for (const word of words) {
    if (!LONG.test(word)) continue;
    long++;
    if (isCapital(word)) capitals++;
  }
  return long >= LEAST && capitals > SHARE * long;
}
