import type { Lexicons } from '../model/lexicon.js';

/** A word without the choice of house style, such as *defence*. */
export function spelling(word: string, { words, variant, endings }: Lexicons): string {
  const cut = words(word);
  const [match] = variant.find(cut, 0, cut.length);
  if (match?.value.as === 'same') return match.value.group;
  const [from, to] = endings.find(([ending]) => word.endsWith(ending)) ?? ['', ''];
  return word.slice(0, word.length - from.length) + to;
}
