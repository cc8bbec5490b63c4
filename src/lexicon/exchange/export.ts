import { entriesOf, type LexiconData, type ParsedLexicon } from '../file.js';
import { readYaml, type YamlPath } from '../yaml.js';
import { isPattern, type Note } from './dictionary.js';
import { writeLiwc } from './liwc.js';
import { type Noted, writeQuanteda } from './quanteda.js';

export const EXPORT_FORMATS = ['quanteda', 'liwc'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What a category of words has beside them, and no dictionary of words can hold. */
const FIELDS: readonly string[] = [
  'gloss',
  'source',
  'favours',
  'contested',
  'stance',
  'frames',
  'valence',
  'role',
  'refers',
  'class',
  'subject',
  'possessor',
  'transitive',
  'office',
  'where',
  'max_words',
];
/** Fields whose words are told, and fields of which it is told that they are there. */
const LISTS: readonly string[] = ['except', 'examples', 'about', 'facts', 'endings'];

/**
 * A lexicon as another tool reads it, and what that loses, with the place of each loss. Where the format has comments, the
 * same stands there.
 */
export async function exportLexicon(
  { source, data }: ParsedLexicon,
  format: ExportFormat,
): Promise<{ readonly text: string; readonly notes: readonly Note[] }> {
  const { offsetOf, placeOf } = await readYaml(source, true);
  const notes: Note[] = [];
  const noteAt = (at: YamlPath, text: string): string => {
    notes.push({ ...placeOf(offsetOf(at)), text });
    return text;
  };
  const comments = format === 'quanteda';
  const head = [
    `${data.title} (${data.kind} lexicon "${data.id}"), exported by \`parallax lexicon export\`.`,
    ...lossesAt(data as unknown as Item, [], noteAt),
  ];
  const categories = new Map<
    string,
    { readonly keys: readonly string[]; words: string[]; notes: string[]; kept: string[] }
  >();
  const told = new Set<unknown>([data]);
  for (const { form, value, at } of entriesOf(data)) {
    if (value === undefined) continue;
    const { keys: path, owners } = pathOf(data, at);
    const keys = 'valence' in value ? [signOf(value.valence), ...path] : path;
    const key = keys.join('\t');
    const category = categories.get(key) ?? { keys, words: [], notes: [], kept: [] };
    categories.set(key, category);
    for (const { item, at: place } of owners)
      if (!told.has(item)) {
        told.add(item);
        category.notes.push(...lossesAt(item, place, noteAt));
      }
    if (isPattern(form)) {
      noteAt(
        at,
        `“${form}” holds what would be a wildcard there: ${comments ? 'kept as a comment' : 'left out'}`,
      );
      category.kept.push(form);
      continue;
    }
    category.words.push(form);
    if (/\p{Lu}/u.test(form)) {
      const text = `“${form}” demands its capitals here, and accepts small letters there`;
      noteAt(at, text);
      category.notes.push(text);
    }
  }
  const general = generalLosses([...categories.values()], format);
  for (const text of general) notes.push({ text });
  return {
    text: comments
      ? writeQuanteda([...head, ...general], [...categories.values()])
      : writeLiwc([...categories.values()]),
    notes,
  };
}

/** Words that evaluate are looked for by their sign, as in other dictionaries of sentiment. */
const signOf = (valence: number): string => (valence < 0 ? 'negative' : valence > 0 ? 'positive' : 'neutral');

type Item = Readonly<Record<string, unknown>>;

/** What something in a lexicon has and its category there has not; one line each. */
function lossesAt(item: Item, at: YamlPath, noteAt: (at: YamlPath, text: string) => string): string[] {
  const name = String(item.id ?? item.extends ?? item.name ?? '');
  const losses: string[] = [];
  for (const field of FIELDS) {
    const value = item[field];
    if (value !== undefined && at.length > 0)
      losses.push(noteAt([...at, field], `${name}: not carried over: ${field} “${String(value)}”`));
  }
  if (at.length === 0 && Array.isArray(item.parties) && typeof item.parties[0] === 'string')
    losses.push(noteAt(['parties'], `${name}: not carried over: parties ${item.parties.join(' and ')}`));
  for (const field of LISTS) {
    const value = item[field];
    if (!Array.isArray(value) || value.length === 0) continue;
    const what = value.map(each =>
      typeof each === 'object' && !Array.isArray(each) ? (each as Item).id : each,
    );
    losses.push(
      noteAt(
        [...at, field],
        `${name}: not carried over: ${field === 'examples' ? `${value.length} examples` : `${field} ${what.join('; ')}`}`,
      ),
    );
  }
  return losses;
}

/** The ids on the way to a form, as categories, and the things that have them. */
function pathOf(
  data: LexiconData,
  at: YamlPath,
): { readonly keys: string[]; readonly owners: { readonly item: Item; readonly at: YamlPath }[] } {
  const keys: string[] = [];
  const owners: { readonly item: Item; readonly at: YamlPath }[] = [];
  let node: unknown = data;
  for (const [depth, step] of at.slice(0, -1).entries()) {
    node = (node as Record<PropertyKey, unknown>)[step];
    if (typeof step === 'number' && !Array.isArray(node)) {
      const item = node as Item;
      keys.push(String(item.id ?? item.extends ?? item.name));
      owners.push({ item, at: at.slice(0, depth + 1) });
    } else if (typeof step === 'number') keys.push(String((node as readonly unknown[])[0]));
    // Names, demonyms, verbs and nouns are categories of their own.
    else if (depth === at.length - 2 && step !== 'forms') keys.push(String(step));
  }
  return { keys: keys.length === 0 ? [data.id] : keys, owners };
}

/** How the same words count otherwise. */
function generalLosses(categories: readonly Noted[], format: ExportFormat): string[] {
  const words = categories.flatMap(category => category.words);
  const phrases = words.filter(word => /[\s-]/.test(word)).length;
  return [
    'Here the longest match counts and no other; there every word or phrase that is listed does.',
    ...(phrases === 0
      ? []
      : [
          format === 'liwc'
            ? `${phrases} phrases of several words: LIWC 2007 and older count single words only. Here a hyphen is the same as a space, there it is not.`
            : `${phrases} phrases of several words: there a hyphen and a space are not the same, unless tokens(split_hyphens = TRUE).`,
        ]),
  ];
}
