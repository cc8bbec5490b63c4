import type { YAMLMap } from 'yaml';
import { z } from 'zod';
import { InputError } from '../../errors.js';
import { addTo, getOrAdd } from '../../model/collections.js';
import { type LexiconKind, WILD_KINDS } from '../../model/lexicon.js';
import { freshSlug } from '../../model/slug.js';
import { oneLine } from '../../model/text.js';
import {
  entry,
  head,
  mapping,
  mappings,
  missing,
  TO_COMPLETE,
  texts,
  writeYaml,
} from '../authoring/write.js';
import { formKey, formUnits, matcherOf } from '../matcher.js';
import { SCHEMAS } from '../schema.js';
import { REGULAR_EXPRESSION, WILDCARDS } from '../words.js';
import { asMeant, noteCapitals } from './as-meant.js';
import { type Dictionary, type DictionaryEntry, fitsPattern, isPattern, type Note } from './dictionary.js';

export interface ImportOptions {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  /** Where the dictionary came from, for the comment at the head. */
  readonly from: string;
  /** Given to every group of words; without it, each says that its source is missing. */
  readonly source?: string | undefined;
  readonly parties?: readonly string[] | undefined;
  /** Valences of categories by their names, for polarity. */
  readonly valences: ReadonlyMap<string, number>;
  /** Ids of entries of this kind that the package has, which the import must not replace. */
  readonly taken?: Iterable<string>;
  /** The words that replace wildcards, and what messages call that list. */
  readonly vocabulary: { readonly words: Iterable<string>; readonly name: string };
}

/** A pattern that matches more words than these gives no list that anybody could read. */
const MOST_WORDS = 100;
const LONGEST_FORM = 120;

/** A dictionary as a lexicon file. */
export interface Imported {
  readonly yaml: string;
  /** What could not be converted. */
  readonly notes: readonly Note[];
  /** The keys that its author has still to write before it can be used. */
  readonly lacking: readonly string[];
}

export function importDictionary(dictionary: Dictionary, options: ImportOptions): Imported {
  const shape = shapeOf(options.kind);
  const notes = [...dictionary.notes];
  const weighs = shape.required.some(({ key }) => key === 'valence');
  const entries = asMeant(dictionary.entries, weighs, options.valences, notes);
  const all = gather(entries, shape, options, notes);
  const groups = all.filter(({ forms }) => forms.length > 0);
  if (groups.length === 0)
    throw new InputError({
      path: options.from,
      code: 'dictionary-empty',
      message: 'there are no words that could be imported',
    });
  notes.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const ids = new Set<string>(options.taken);
  const lacking = missingKeys(groups, shape, options);
  noteCapitals(groups, notes);
  const kept = all
    .filter(({ forms }) => forms.length === 0)
    .map(group => `Nothing is left of ${group.keys.join(', ')}: ${group.kept.join(', ')}`);
  const { outer } = shape;
  const file = mapping(
    ...headNotes(options, lacking, notes),
    ...head(options.kind, options.id, options.title),
    shape.top.includes('parties') &&
      (options.parties === undefined
        ? missing('parties', 'the ids of the two parties between whom the lean is computed')
        : entry('parties', texts(options.parties))),
    entry(
      outer?.list ?? shape.list,
      mappings(
        outer === undefined
          ? groups.map(group => groupBlock(group, shape, options, ids))
          : outerBlocks(groups, shape, outer, options, ids),
        kept,
      ),
    ),
  );
  return { yaml: writeYaml(file), notes, lacking };
}

/** What the author of the lexicon has still to write. */
const missingKeys = (
  groups: readonly WordGroup[],
  { top, required, outer }: ListShape,
  { source, parties }: ImportOptions,
): string[] => [
  ...(source === undefined && outer !== undefined ? ['source'] : []),
  ...(top.includes('parties') && parties === undefined ? ['parties'] : []),
  ...required
    .map(({ key }) => key)
    .filter(key => key !== 'valence' || groups.some(({ value }) => value === undefined))
    .filter(key => key !== 'examples' || outer !== undefined),
  ...(outer?.required.map(({ key }) => key) ?? []),
];

const headNotes = ({ from }: ImportOptions, lacking: readonly string[], notes: readonly Note[]) => [
  `Imported by \`parallax lexicon import\` from ${from}.`,
  lacking.length > 0 &&
    `What is marked TO COMPLETE is missing: ${lacking.join(', ')}. \`parallax lexicon check FILE\` says where.`,
  notes.length > 0 && 'Omitted or changed:',
  ...notes.map(({ line, text }) => `${line === undefined ? '' : `line ${line}: `}${text}`),
];

/** The lists of a kind that hold groups of forms, as its schema has them; the outer one where groups are rivals. */
interface ListShape {
  readonly top: readonly string[];
  readonly list: string;
  readonly required: readonly RequiredField[];
  /** Whether an asterisk at the end of a word may stand for any ending. */
  readonly wild: boolean;
  readonly outer: { readonly list: string; readonly required: readonly RequiredField[] } | undefined;
}

type RequiredField = Readonly<Record<'key' | 'todo', string>>;

interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly description?: string;
}

/**
 * Where a kind keeps its forms, read off its schema, so that a kind which is added can be imported at once.
 *
 * @throws InputError for kinds whose words are more than lists with an id
 */
function shapeOf(kind: string): ListShape {
  const shape = Object.hasOwn(SCHEMAS, kind) ? findShape(kind as LexiconKind) : undefined;
  if (shape !== undefined) return shape;
  const able = (Object.keys(SCHEMAS) as LexiconKind[]).filter(each => findShape(each) !== undefined);
  throw new InputError({
    path: '--kind',
    code: 'kind-not-importable',
    message: `a dictionary cannot be imported as ${JSON.stringify(kind)}`,
    hint: `It can be imported as ${able.join(', ')}.`,
  });
}

function findShape(kind: LexiconKind): ListShape | undefined {
  const { properties = {} } = z.toJSONSchema(SCHEMAS[kind], { io: 'input' }) as JsonSchema;
  const top = Object.keys(properties);
  for (const [list, { items: given = {} }] of Object.entries(properties)) {
    // Of what a list may hold, what is new and not what goes on with something else.
    const items = given.properties === undefined ? (given.anyOf?.[0] ?? given) : given;
    if (isGroup(items))
      return { top, list, required: fieldsOf(items), wild: WILD_KINDS.includes(kind), outer: undefined };
    for (const [inner, { items: each = {} }] of Object.entries(items.properties ?? {}))
      if (isGroup(each)) {
        const required = fieldsOf(items).filter(({ key }) => key !== inner);
        return { top, list: inner, required: fieldsOf(each), wild: false, outer: { list, required } };
      }
  }
  return undefined;
}

/** Forms under an id; what has a name besides is somebody. */
const isGroup = ({ properties = {}, required = [] }: JsonSchema): boolean =>
  properties.forms !== undefined && required.includes('id') && !required.includes('name');

/** What a group needs besides its id, its source and its forms. */
const fieldsOf = ({ properties = {}, required = [] }: JsonSchema): RequiredField[] =>
  required
    .filter(key => !['id', 'source', 'forms'].includes(key))
    .map(key => {
      const { description, enum: values, items } = properties[key] ?? {};
      const choices = values ?? items?.enum;
      const many = values === undefined ? 'some' : 'one';
      return {
        key,
        todo: choices === undefined ? (description ?? 'missing') : `${many} of ${choices.join(', ')}`,
      };
    });

/** The words of one category, each form once in the whole file. */
interface WordGroup {
  readonly keys: readonly string[];
  readonly value: number | undefined;
  readonly forms: string[];
  /** What stays a comment. */
  readonly kept: string[];
}

function gather(
  entries: readonly DictionaryEntry[],
  shape: ListShape,
  options: ImportOptions,
  notes: Note[],
): WordGroup[] {
  const groups = new Map<string, WordGroup>();
  const taken = new Map<string, { group: WordGroup; line: number; word: string }>();
  const hasPatterns = entries.some(({ word }) => isPattern(shape.wild ? word.replace(WILDCARDS, '') : word));
  const vocabulary = hasPatterns ? [...new Set(options.vocabulary.words)].sort() : [];
  const weighs = shape.required.some(({ key }) => key === 'valence');
  for (const entry of entries) {
    const { keys, line } = entry;
    const word = oneLine(entry.word.replaceAll('_', ' '));
    const note = (text: string): void => void notes.push({ line, text });
    if (word !== entry.word) note(`“${entry.word}” was read as “${word}”`);
    const value = weighs ? valenceOf(entry, options.valences, note) : undefined;
    const path = keys.length > 0 ? keys : [value === undefined ? options.id : valenceName(value)];
    const empty = { keys: path, value, forms: [], kept: [] };
    const group = getOrAdd(groups, `${path.join('\t')}\n${value}`, () => empty);
    if (!weighs && entry.value !== undefined)
      note(`the value ${entry.value} of “${word}” was dropped: this kind has no values`);
    if (weighs && entry.value !== undefined && value === undefined) {
      group.kept.push(`${word} (value ${entry.value})`);
      continue;
    }
    for (const form of formsOf(word, vocabulary, shape, options, group, note)) {
      const first = taken.get(formKey(form));
      if (first === undefined) {
        taken.set(formKey(form), { group, line, word: form });
        group.forms.push(form);
      } else if (first.group !== group) {
        note(
          `“${form}” is already listed under ${first.group.keys.join(', ')} (line ${first.line}): a form may mean one thing only`,
        );
        group.kept.push(`${form} (listed under ${first.group.keys.join(', ')})`);
      } else if (!isPattern(word))
        note(`“${form}” is the same as “${first.word}” (line ${first.line}): omitted`);
    }
  }
  return [...groups.values()];
}

/** The word itself, or the words that its wildcards stand for. */
function formsOf(
  word: string,
  vocabulary: readonly string[],
  { wild }: ListShape,
  { vocabulary: { name } }: ImportOptions,
  group: WordGroup,
  note: (text: string) => void,
): string[] {
  if (word.length > LONGEST_FORM || formUnits(word).length === 0) {
    note(`“${word.slice(0, 40)}” is not a word or phrase: omitted`);
    return [];
  }
  if (REGULAR_EXPRESSION.test(word)) {
    note(
      `“${word}” is a regular expression, which is not read here: kept as a comment. List the forms you mean`,
    );
    group.kept.push(word);
    return [];
  }
  if (!isPattern(word) || (wild && !isPattern(word.replace(WILDCARDS, '')))) return [word];
  const keep = (why: string): string[] => {
    note(`“${word}” has a wildcard and ${why}: kept as a comment. List the forms you mean`);
    group.kept.push(word);
    return [];
  };
  const parts = word.toLowerCase().split(/ /);
  if (parts.some(part => /^[*?]+$/.test(part))) return keep('stands for a whole word');
  let forms = [''];
  for (const part of parts) {
    const fitting = isPattern(part) ? vocabulary.filter(each => fitsPattern(part, each)) : [part];
    if (fitting.length * forms.length > MOST_WORDS)
      return keep(`matches more than ${MOST_WORDS} words of ${name}`);
    forms = forms.flatMap(form => fitting.map(each => (form === '' ? each : `${form} ${each}`)));
  }
  if (forms.length === 0) return keep(`matches no word of ${name}`);
  note(`“${word}” was replaced by the words of ${name} that it matches: ${forms.join(', ')}`);
  return forms;
}

const valenceName = (value: number): string => `valence ${value < 0 ? 'minus ' : ''}${Math.abs(value)}`;

/** A whole number from -5 to 5, from the entry or from one of its categories. */
function valenceOf(
  { keys, value, word }: DictionaryEntry,
  valences: ReadonlyMap<string, number>,
  note: (text: string) => void,
): number | undefined {
  if (value === undefined) return keys.map(key => valences.get(key)).findLast(each => each !== undefined);
  if (value < -5 || value > 5) {
    note(`the value ${value} of “${word}” is outside the scale of AFINN, -5 to 5: kept as a comment`);
    return undefined;
  }
  // Not -0, which would be written so.
  const rounded = Math.round(value) + 0;
  if (rounded !== value) note(`the value ${value} of “${word}” was rounded to ${rounded}`);
  return rounded;
}

const groupBlock = (
  { keys, value, forms, kept }: WordGroup,
  { required, outer }: ListShape,
  { source, from }: ImportOptions,
  ids: Set<string>,
): YAMLMap => {
  const id = freshSlug(keys.join(' '), ids, 'entry');
  const isLabel = outer !== undefined;
  return mapping(
    entry('id', id),
    ...required
      .filter(({ key }) => isLabel || key !== 'examples')
      .map(({ key, todo }) =>
        key === 'valence' && value !== undefined ? entry(key, value) : missing(key, todo),
      ),
    // Words of a list can be used before it is known whose it is; a label says whom it favours, and must say who says so.
    source !== undefined
      ? entry('source', source)
      : isLabel
        ? missing('source', 'a citation that a reader can check: author or body, title, year')
        : entry('source', `${TO_COMPLETE}: author, title and year of ${from}`),
    entry('forms', texts(forms, { kept })),
    !isLabel &&
      required.some(({ key }) => key === 'examples') &&
      entry('examples', texts(examplesOf(id, forms))),
  );
};

const PLAIN = ['Nothing of the sort was said.', 'It rained all day.', 'The road is open.'];

/** Examples that say no more than that the words of a class are found: with a first form, and without any. */
function examplesOf(id: string, forms: readonly string[]): string[] {
  const matcher = matcherOf(forms.map(form => ({ form, value: form })));
  const without = PLAIN.filter(text => {
    const words = matcher.words(text);
    return matcher.find(words, 0, words.length).length === 0;
  });
  return [`[${(forms[0] as string).replace(WILDCARDS, '')}|${id}]`, without[0] ?? 'No.'];
}

/** The first key is the concept and the rest its label; keys by themselves are labels of one concept. */
function outerBlocks(
  groups: readonly WordGroup[],
  shape: ListShape,
  outer: NonNullable<ListShape['outer']>,
  options: ImportOptions,
  ids: Set<string>,
): YAMLMap[] {
  const flat = groups.every(({ keys }) => keys.length === 1);
  const concepts = new Map<string, WordGroup[]>();
  for (const group of groups) {
    const [first = '', ...rest] = group.keys;
    addTo(concepts, flat ? options.id : first, { ...group, keys: rest.length === 0 ? [first] : rest });
  }
  return [...concepts].map(([concept, members]) => {
    const labels = new Set<string>();
    return mapping(
      entry('id', freshSlug(concept, ids, 'entry')),
      entry(shape.list, mappings(members.map(member => groupBlock(member, shape, options, labels)))),
      ...outer.required.map(({ key, todo }) => missing(key, todo)),
    );
  });
}
