/**
 * Whether readers marked a word, by itself or all the parts that hyphens join in it.
 *
 * @param word in small letters
 * @param marked the words as they were marked
 */
export function isMarked(word: string, marked: readonly string[]): boolean {
  const has = (part: string): boolean =>
    marked.some(each => each.toLowerCase().replaceAll('’', "'").replace(/'s$/, '') === part);
  return has(word) || (word.includes('-') && word.split('-').every(has));
}
