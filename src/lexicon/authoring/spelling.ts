/** Whether the forms of lexicons are words: a form that nobody writes matches nothing, in silence. */
import { entriesOf } from '../entries.js';
import type { LexiconData } from '../file.js';
import type { YamlPath } from '../yaml.js';

export interface Spelling {
  /** Whether British or American English has a word, in whatever case it is written. */
  readonly knows: (word: string) => boolean;
  /** Words that may have been meant. */
  readonly near: (word: string) => readonly string[];
}

/** Reads the spelling lists, which takes a quarter of a second, so only when needed. */
export async function readSpelling(): Promise<Spelling> {
  const [{ default: nspell }, ...dictionaries] = await Promise.all([
    import('nspell'),
    import('dictionary-en'),
    import('dictionary-en-gb'),
  ]);
  const spellers = dictionaries.map(({ default: { aff, dic } }) =>
    nspell({ aff: Buffer.from(aff), dic: Buffer.from(dic) }),
  );
  const known = new Map<string, boolean>();
  const knows = (word: string): boolean => {
    const found = known.get(word);
    if (found !== undefined) return found;
    // The lists have cafe and Tuesday: neither an accent nor a small letter is a fault in a form.
    const bare = word.normalize('NFD').replace(/\p{M}/gu, '');
    const written = [word, bare, bare.charAt(0).toUpperCase() + bare.slice(1)];
    const is = spellers.some(speller => written.some(each => speller.correct(each)));
    known.set(word, is);
    return is;
  };
  return { knows, near: word => spellers[0]?.suggest(word) ?? [] };
}

/** What stands before a hyphen in words that no list has one by one: anti-war, ex-minister. */
const PREFIXES: ReadonlySet<string> = new Set(
  'anti bi co counter cross cyber de eco ex extra half inter mid mis multi neo non over pan post pre pro pseudo quasi re self semi sub super trans ultra un under'.split(
    ' ',
  ),
);

/** Words of a name that join its parts: Rio de Janeiro. */
const PARTICLE_LENGTH = 3;

/** The words of a form that a spelling list should have: none with a capital or a digit, and no particle inside a name. */
export function wordsToSpell(form: string): string[] {
  const words = form.replaceAll('’', "'").split(/[\s/]+/);
  const named = words.map(word => /^\P{L}*\p{Lu}/u.test(word));
  return words.flatMap((word, w) => {
    if (named[w] === true || /\d/.test(word)) return [];
    if (word.length <= PARTICLE_LENGTH && named.slice(0, w).includes(true) && named.slice(w).includes(true))
      return [];
    const parts = word.split('-').map(part => part.replace(/^[^\p{L}]+|(?:'s|[^\p{L}])+$/gu, ''));
    const isName = (part: string): boolean => /\p{Lu}/u.test(part);
    return parts.filter(
      (part, p) => part.length > 1 && !isName(part) && !(p < parts.length - 1 && PREFIXES.has(part)),
    );
  });
}

/** The lists of forms of a lexicon, each form with its place: what matches, what is excepted, and what names the topic. */
function* spelledForms(data: LexiconData): Generator<{ readonly form: string; readonly at: YamlPath }> {
  // What a party is called, and is not, are names: only its common nouns (backbenchers) are words of a spelling list.
  for (const { form, at } of entriesOf(data))
    if (data.kind !== 'parties' || !/\p{Lu}/u.test(form)) yield { form, at };
  if (data.kind === 'terminology')
    for (const [a, form] of (data.about ?? []).entries()) yield { form, at: ['about', a] };
  // Looked up word by word, and so no entries for the matcher.
  if (data.kind === 'grammar')
    for (const [c, { forms }] of data.classes.entries())
      for (const [f, form] of forms.entries()) yield { form, at: ['classes', c, 'forms', f] };
}

/** A word of a form that neither the spelling lists have nor the lexicon gives as one that they lack. */
export interface UnknownWord {
  readonly word: string;
  readonly form: string;
  readonly at: YamlPath;
}

/** The words that no list has, each once. */
export function unknownWords(data: LexiconData, { knows }: Spelling): UnknownWord[] {
  const seen = new Set(data.coinages);
  const unknown: UnknownWord[] = [];
  for (const { form, at } of spelledForms(data))
    for (const word of wordsToSpell(form)) {
      if (/[*?\\]/.test(form) || seen.has(word) || knows(word)) continue;
      seen.add(word);
      unknown.push({ word, form, at });
    }
  return unknown;
}

/** Coinages that need not be given: no form has them, or the spelling lists do. */
export function needlessCoinages(data: LexiconData, { knows }: Spelling): string[] {
  const words = new Set([...spelledForms(data)].flatMap(({ form }) => wordsToSpell(form)));
  return data.coinages.filter(word => !words.has(word) || knows(word));
}
