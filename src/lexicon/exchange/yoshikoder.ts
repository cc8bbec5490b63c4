import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { InputError } from '../../errors.js';
import type { Dictionary, DictionaryEntry, Note } from './dictionary.js';

/** A tag with its attributes; comments and what else XML has come too, so that no tag in them is taken for one. */
const TAG = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([\w:-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;

/**
 * A Yoshikoder dictionary (`.ykd`, Lowe 2006): XML in which a `cnode` is a category, the outermost the dictionary itself, and a
 * `pnode` in it a word, maybe with a score.
 *
 * @throws InputError where the file is no such XML, or its words are regular expressions
 */
export function readYoshikoder(text: string, path: string): Dictionary {
  const lineAt = lineCounter(text);
  const fault = (at: number, message: string, hint: string): InputError =>
    new InputError({ path, line: lineAt(at), column: 1, code: 'dictionary-yoshikoder', message, hint });
  const entries: DictionaryEntry[] = [];
  const notes: Note[] = [];
  const open: string[] = [];
  let isDictionary = false;
  for (const { index, 1: closes, 2: tag, 3: rest = '', 4: alone } of text.matchAll(TAG)) {
    if (tag === undefined) continue;
    const line = lineAt(index);
    const attributes = attributesOf(rest);
    const name = (attributes.get('name') ?? '').trim();
    if (tag === 'dictionary' && closes === '') {
      isDictionary = true;
      const engine = attributes.get('patternengine') ?? 'substring';
      if (engine !== 'substring')
        throw fault(
          index,
          `the words of this dictionary are patterns of the kind ${JSON.stringify(engine)}`,
          'Regular expressions are not read. Save it in Yoshikoder with simple patterns (substring): words, and * for any letters.',
        );
    } else if (tag === 'cnode' && closes === '') {
      if (alone === '') open.push(name);
      else notes.push({ line, text: `the category ${name} is empty` });
    } else if (tag === 'cnode') open.pop();
    else if (tag === 'pnode' && closes === '') {
      const score = attributes.get('score') ?? '';
      const value = /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(score) ? { value: Number(score) } : {};
      // The outermost node is the dictionary; its own words are of no category in it.
      const keys = open.length > 1 ? open.slice(1) : [...open];
      if (name === '') notes.push({ line, text: 'a word without a name: omitted' });
      else if (keys.length === 0)
        throw fault(index, `“${name}” is in no category`, 'Expected a <cnode name="…"> around it.');
      else entries.push({ keys, word: name, line, ...value });
    }
  }
  if (!isDictionary)
    throw fault(
      0,
      'there is no <dictionary> here',
      'Expected a dictionary as Yoshikoder saves it: <dictionary>, <cnode name="…"> and <pnode name="…"/>.',
    );
  return { entries, notes };
}

const attributesOf = (rest: string): Map<string, string> =>
  new Map(
    [...rest.matchAll(/([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, key, double, single]) => [
      key as string,
      decoded(double ?? single ?? ''),
    ]),
  );

const decoded = (text: string): string =>
  text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (all, name: string) => {
    if (!name.startsWith('#')) return decodeNamedCharacterReference(name) || all;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });

/** The line of an offset; offsets must rise. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let seen = 0;
  return offset => {
    for (; seen < offset; seen++) if (text.charCodeAt(seen) === 10) line++;
    return line;
  };
}
