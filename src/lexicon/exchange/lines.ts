import { InputError } from '../../errors.js';
import type { Dictionary, DictionaryEntry, Note } from './dictionary.js';

/** What a dictionary in lines holds that none of its readers takes. */
const fault = (path: string, line: number, message: string, hint: string): InputError =>
  new InputError({ path, line, column: 1, code: 'dictionary-lines', message, hint });

const linesOf = (text: string): string[] => text.split(/\r\n?|\n/);

/**
 * A WordStat dictionary (`.cat`, in which LIWC's are distributed too): categories, indented where they lie in others, and below
 * them words with a weight in brackets.
 *
 * @throws InputError where a word stands in no category
 */
export function readWordStat(text: string, path: string): Dictionary {
  const entries: DictionaryEntry[] = [];
  const notes: Note[] = [];
  let around: { readonly depth: number; readonly name: string }[] = [];
  for (const [i, row] of linesOf(text).entries()) {
    const line = i + 1;
    const [, indent = '', content = ''] = /^(\s*)(.*?)\s*$/.exec(row) ?? [];
    if (content === '') continue;
    const [, word, weight] = /^(.*\S)\s*\(([+-]?[\d.]+)\)$/.exec(content) ?? [];
    const depth = indent.length;
    if (word === undefined) {
      if (/^@/.test(content) || /\b(?:NEAR|BEFORE|AFTER)\b.*\//.test(content))
        notes.push({
          line,
          text: `“${content}” is a rule about other words, which is not supported here: omitted`,
        });
      else around = [...around.filter(each => each.depth < depth), { depth, name: content }];
      continue;
    }
    const keys = around.filter(each => each.depth < depth).map(({ name }) => name);
    if (keys.length === 0)
      throw fault(
        path,
        line,
        `“${word}” is in no category`,
        'Expected a category above it, and the word indented below: WordStat writes words with their weight, steal* (1).',
      );
    if (/^@/.test(word))
      notes.push({
        line,
        text: `“${word}” is a rule about other words, which is not supported here: omitted`,
      });
    else {
      if (Number(weight) !== 1) notes.push({ line, text: `the weight ${weight} of “${word}” was dropped` });
      entries.push({ keys, word, line });
    }
  }
  return { entries, notes };
}

/**
 * A Lexicoder 3 dictionary (`.lc3`): a line with a plus sign begins a category, every other line is a word of it.
 *
 * @throws InputError where a word stands before the first category
 */
export function readLexicoder(text: string, path: string): Dictionary {
  const entries: DictionaryEntry[] = [];
  let category: string | undefined;
  for (const [i, row] of linesOf(text).entries()) {
    const content = row.trim();
    if (content === '') continue;
    if (content.startsWith('+')) category = content.slice(1).trim();
    else if (category === undefined)
      throw fault(
        path,
        i + 1,
        `“${content}” is in no category`,
        'Expected a line such as +NEGATIVE above it.',
      );
    else entries.push({ keys: [category], word: content, line: i + 1 });
  }
  return { entries, notes: [] };
}

/** A word or phrase a line, all of one category; what follows `;` or `#` at the beginning of a line is a comment (Hu and Liu 2004). */
export function readList(text: string, category: string): Dictionary {
  const entries: DictionaryEntry[] = [];
  for (const [i, row] of linesOf(text).entries()) {
    const content = row.trim();
    if (content !== '' && !/^(?:;|#|\/\/)/.test(content))
      entries.push({ keys: [category], word: content, line: i + 1 });
  }
  return { entries, notes: [] };
}
