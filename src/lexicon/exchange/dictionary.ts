/** A dictionary as other tools have them: words in categories, which may lie in others. */
export interface Dictionary {
  readonly entries: readonly DictionaryEntry[];
  /** What the file holds and a dictionary does not. */
  readonly notes: readonly Note[];
}

export interface DictionaryEntry {
  /** The category, after those that it lies in. */
  readonly keys: readonly string[];
  /** A word or phrase; `*` stands for any letters and `?` for one, as in those tools. */
  readonly word: string;
  readonly value?: number;
  /** 1-based line in the file. */
  readonly line: number;
}

/** Something that cannot be converted, and its place. */
export interface Note {
  readonly line?: number;
  readonly column?: number;
  readonly text: string;
}

/** `path:line:column: text`, as faults are reported. */
export const noteLine = (path: string, { line, column, text }: Note): string =>
  `${[path, line, line === undefined ? undefined : column].filter(part => part !== undefined).join(':')}: ${text}`;

export const isPattern = (word: string): boolean => /[*?]/.test(word);

/** Whether a word fits a pattern, in one pass with one way back (Krauss 2008): no pattern takes longer than their product. */
export function fitsPattern(pattern: string, word: string): boolean {
  let p = 0;
  let star = -1;
  let resume = 0;
  let w = 0;
  while (w < word.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = w;
    } else if (pattern[p] === '?' || pattern[p] === word[w]) {
      p++;
      w++;
    } else if (star >= 0) {
      p = star + 1;
      w = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
