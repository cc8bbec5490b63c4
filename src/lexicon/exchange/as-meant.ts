import type { DictionaryEntry, Note } from './dictionary.js';

/**
 * The entries as they are meant here: words that are all in capitals in small letters, and for kinds with values the valences
 * of categories that are called positive or negative; what then has none is omitted.
 */
export function asMeant(
  entries: readonly DictionaryEntry[],
  weighs: boolean,
  valences: ReadonlyMap<string, number>,
  notes: Note[],
): DictionaryEntry[] {
  const shouts = entries.length > 2 && entries.every(({ word }) => !/\p{Ll}/u.test(word));
  if (shouts)
    notes.push({ text: 'all words are in capitals: they were read in small letters, which match either' });
  const read = entries.map(each => (shouts ? { ...each, word: each.word.toLowerCase() } : each));
  if (!weighs) return read;
  const categories = new Map(
    read.flatMap(({ keys, value }) => (value === undefined ? [[keys.join(', '), keys]] : [])),
  );
  const valued = new Map<string, number | undefined>();
  const guessed = new Map<string, number>();
  for (const [name, keys] of categories) {
    const given = keys.map(key => valences.get(key)).findLast(each => each !== undefined);
    const telling = keys.findLast(key => usualValence(key) !== undefined);
    const usual = given === undefined && telling !== undefined ? usualValence(telling) : undefined;
    if (usual !== undefined) guessed.set(telling as string, usual);
    valued.set(name, given ?? usual);
  }
  for (const [key, valence] of guessed)
    notes.push({
      text: `the category “${key}” was given the valence ${valence}; --valence "${key}=…" gives another`,
    });
  if (![...valued.values()].some(valence => valence !== undefined)) return read;
  for (const [name, keys] of categories)
    if (valued.get(name) === undefined) {
      const words = read.filter(({ keys }) => keys.join(', ') === name).length;
      notes.push({
        text: `the category “${name}” has no valence: its ${words} words were omitted; --valence "${keys.at(-1)}=…" takes them in`,
      });
    }
  return read.flatMap(each => {
    if (each.value !== undefined) return [each];
    const value = valued.get(each.keys.join(', '));
    return value === undefined ? [] : [{ ...each, value }];
  });
}

/** What a category is worth whose name says that its words are good or bad, negated or not (Young and Soroka 2012). */
function usualValence(category: string): number | undefined {
  if (/^neutral$/i.test(category)) return 0;
  const [, negated, sign] =
    /^(neg(?:ated)?[\s_.-]+)?(pos|neg)(?:itive|ative|emo|[\s_.-]|$)/i.exec(category) ?? [];
  if (sign === undefined) return undefined;
  return (sign.toLowerCase() === 'pos') === (negated === undefined) ? 2 : -2;
}

/** Other tools read their words in either case. */
export function noteCapitals(groups: readonly { readonly forms: readonly string[] }[], notes: Note[]): void {
  const forms = groups.flatMap(({ forms }) => forms.filter(form => /\p{Lu}/u.test(form)));
  if (forms.length === 0) return;
  const shown = forms.slice(0, SHOWN).join(', ');
  const more = forms.length > SHOWN ? ` and ${forms.length - SHOWN} more` : '';
  notes.push({ text: `capitals are required here, where other tools accept either case: ${shown}${more}` });
}

const SHOWN = 20;
