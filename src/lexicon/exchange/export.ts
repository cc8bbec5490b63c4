import { getOrAdd } from '../../model/collections.js';
import type { Citation } from '../../model/lexicon.js';
import { entriesOf } from '../entries.js';
import type { LexiconData, ParsedLexicon } from '../file.js';
import { WILDCARDS } from '../words.js';
import { readYaml, type YamlPath } from '../yaml.js';
import { isPattern, type Note } from './dictionary.js';
import { writeLiwc } from './liwc.js';
import { type ExportedCategory, writeQuanteda } from './quanteda.js';

export const EXPORT_FORMATS = ['quanteda', 'liwc'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Notes what a place in the file loses; gives the text back. */
type NoteAt = (at: YamlPath, text: string) => string;

/**
 * A lexicon as another tool reads it, and what that loses, with the place of each loss. Where the format has comments, the
 * same is written there.
 */
export async function exportLexicon(
  { source, data }: ParsedLexicon,
  format: ExportFormat,
): Promise<{ readonly text: string; readonly notes: readonly Note[] }> {
  const { offsetOf, placeOf } = await readYaml(source, true);
  const notes: Note[] = [];
  const noteAt: NoteAt = (at, text) => {
    notes.push({ ...placeOf(offsetOf(at)), text });
    return text;
  };
  const head = [
    `${data.title} (${data.kind} lexicon "${data.id}"), exported by \`parallax lexicon export\`.`,
    ...lossesAt(data as unknown as LexiconItem, [], keysOnTheWay(data), noteAt),
  ];
  const categories = categoriesOf(data, format, noteAt);
  const general = generalLosses(categories, format);
  for (const text of general) notes.push({ text });
  return {
    text: format === 'quanteda' ? writeQuanteda([...head, ...general], categories) : writeLiwc(categories),
    notes,
  };
}

/** The words of a lexicon by the ids above them. */
function categoriesOf(data: LexiconData, format: ExportFormat, noteAt: NoteAt): ExportedCategory[] {
  const categories = new Map<
    string,
    { keys: readonly string[]; words: string[]; notes: string[]; kept: string[] }
  >();
  const onTheWay = keysOnTheWay(data);
  const noted = new Set<unknown>([data]);
  for (const { form, value, at } of entriesOf(data)) {
    if (value === undefined) continue;
    const { keys: path, owners } = pathOf(data, at);
    const keys = 'valence' in value ? [signOf(value.valence), ...path] : path;
    const category = getOrAdd(categories, keys.join('\t'), () => ({ keys, words: [], notes: [], kept: [] }));
    for (const { item, at: place } of owners)
      if (!noted.has(item)) {
        noted.add(item);
        category.notes.push(...lossesAt(item, place, onTheWay, noteAt));
      }
    // An asterisk at the end of a word is the same there.
    if (isPattern(form.replace(WILDCARDS, ''))) {
      const fate = format === 'quanteda' ? 'kept as a comment' : 'omitted';
      noteAt(at, `“${form}” contains what would be a wildcard there: ${fate}`);
      category.kept.push(form);
      continue;
    }
    category.words.push(form);
    if (/\p{Lu}/u.test(form))
      category.notes.push(noteAt(at, `“${form}” requires its capitals here, but not there`));
  }
  return [...categories.values()];
}

/** The keys on the way to the words of a lexicon. */
const keysOnTheWay = (data: LexiconData): ReadonlySet<PropertyKey> =>
  new Set([...entriesOf(data)].flatMap(({ value, at }) => (value === undefined ? [] : at)));

/** Words that evaluate are grouped by their sign, as in other dictionaries of sentiment. */
const signOf = (valence: number): string => (valence < 0 ? 'negative' : valence > 0 ? 'positive' : 'neutral');

type LexiconItem = Readonly<Record<string, unknown>>;

/** Keys that name something, which the export keeps. */
const NAMES: readonly string[] = ['kind', 'id', 'title', 'name', 'extends'];

/**
 * What something in a lexicon has and its category there has not; one line each.
 *
 * @param onTheWay the keys on the way to the words, which the export has
 */
function lossesAt(
  item: LexiconItem,
  at: YamlPath,
  onTheWay: ReadonlySet<PropertyKey>,
  noteAt: NoteAt,
): string[] {
  const name = String(item.id ?? item.extends ?? item.name ?? '');
  return Object.entries(item).flatMap(([key, value]) => {
    const isParties = key === 'parties' && Array.isArray(value) && typeof value[0] === 'string';
    if (NAMES.includes(key) || (onTheWay.has(key) && !isParties)) return [];
    if (value === undefined || value === false || (Array.isArray(value) && value.length === 0)) return [];
    const what = key === 'examples' ? '' : `${key} `;
    return [noteAt([...at, key], `${name}: dropped ${what}${shown(key, value)}`)];
  });
}

function shown(key: string, value: unknown): string {
  if (key === 'source') return `“${(value as Citation).text}”`;
  if (!Array.isArray(value)) return typeof value === 'object' ? 'words' : `“${String(value)}”`;
  if (key === 'examples') return `${value.length} examples`;
  return value
    .map(each => (typeof each === 'object' && !Array.isArray(each) ? (each as LexiconItem).id : each))
    .join('; ');
}

/** The ids on the way to a form, as categories, and the things that have them. */
function pathOf(data: LexiconData, at: YamlPath) {
  const keys: string[] = [];
  const owners: { readonly item: LexiconItem; readonly at: YamlPath }[] = [];
  let node: unknown = data;
  for (const [depth, step] of at.slice(0, -1).entries()) {
    node = (node as Record<PropertyKey, unknown>)[step];
    if (typeof step === 'number' && !Array.isArray(node)) {
      const item = node as LexiconItem;
      keys.push(String(item.id ?? item.extends ?? item.name));
      owners.push({ item, at: at.slice(0, depth + 1) });
    } else if (typeof step === 'number') keys.push(String((node as readonly unknown[])[0]));
    // Names, demonyms, verbs and nouns are categories of their own.
    else if (depth === at.length - 2 && step !== 'forms') keys.push(String(step));
  }
  return { keys: keys.length === 0 ? [data.id] : keys, owners };
}

/** How the same words count otherwise. */
function generalLosses(categories: readonly ExportedCategory[], format: ExportFormat): string[] {
  const words = categories.flatMap(category => category.words);
  const phrases = words.filter(word => /[\s-]/.test(word)).length;
  const longest = 'Here only the longest match counts; there, every listed word or phrase does.';
  if (phrases === 0) return [longest];
  const counts =
    format === 'liwc'
      ? 'LIWC 2007 and older count single words only. Here a hyphen is the same as a space; there it is not.'
      : 'there, a hyphen and a space differ unless tokens(split_hyphens = TRUE).';
  return [longest, `${phrases} phrases of several words: ${counts}`];
}
