import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InputError } from '../../errors.js';
import { byText, groupBy } from '../../model/collections.js';
import type { Citation } from '../../model/lexicon.js';
import { entriesOf, formsOf } from '../entries.js';
import { homesOf, housedEntries } from '../extend.js';
import {
  type ConceptEntry,
  conceptOf,
  type LexiconData,
  type LexiconSource,
  type ParsedLexicon,
} from '../file.js';
import { formKey, matcherOf } from '../matcher.js';
import type { YamlPath } from '../yaml.js';
import { balanceRemarks } from './balance.js';
import { readExample } from './examples.js';
import { below, type FilePlace, located, type Remark, remark } from './located.js';
import { TO_COMPLETE } from './write.js';

const SCHEMA_LINE = /^# yaml-language-server: \$schema=(\S+)/m;

/** What is no fault of a valid lexicon but worth a look: what is to be completed, and what may not work as intended. */
export const notesOn = (lexicon: ParsedLexicon): Promise<InputError[]> => located(notesIn(lexicon));

function* notesIn({ source, data }: ParsedLexicon): Generator<Remark> {
  const note = (at: YamlPath, message: string, hint?: string): Remark =>
    remark({ source, at }, 'note', message, hint);
  const schema = SCHEMA_LINE.exec(source.text)?.[1];
  if (schema !== undefined && isLost(schema, source))
    yield note(
      [],
      `${schema} does not exist, so editors cannot complete and check what you type`,
      'Give the path of the schema as seen from this file; parallax lexicon new writes it.',
    );
  for (const [at, text] of textsOf(data))
    if (text.includes(TO_COMPLETE))
      yield note(at, `still to complete: ${text.replace(/^TO COMPLETE:?\s*/, '')}`);
  if (data.kind !== 'terminology') return;
  const [left, right] = data.parties ?? [];
  const own = data.concepts.filter(entry => !('extends' in entry));
  if (own.length > 0 && !own.some(({ labels }) => labels.some(({ favours }) => favours)))
    yield note(
      ['concepts'],
      'no label says whom it favours, so every lean will be 0',
      `Where sources say so, add "favours: ${left}" or "favours: ${right}" to a label.`,
    );
  if (own.length === 0 && data.about !== undefined)
    yield note(
      ['about'],
      'this file has no concept of its own, so its "about" has no effect',
      'Names that are added to a concept count in articles about the topic of the file that has the concept.',
    );
}

/** Whether the schema that a file names does not exist; addresses on the web are not looked up. */
function isLost(schema: string, { path }: LexiconSource): boolean {
  if (/^https?:/.test(schema)) return false;
  return !existsSync(schema.startsWith('file:') ? fileURLToPath(schema) : resolve(dirname(path), schema));
}

function* textsOf(value: unknown, at: YamlPath = []): Generator<[YamlPath, string]> {
  if (typeof value === 'string') yield [at, value];
  else if (Array.isArray(value)) for (const [i, each] of value.entries()) yield* textsOf(each, [...at, i]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) yield* textsOf(each, [...at, key]);
}

/** The sources that a lexicon gives, each with its place. */
function* citationsIn(value: unknown, at: YamlPath = []): Generator<[YamlPath, Citation]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    const here = [...at, Array.isArray(value) ? Number(key) : key];
    if (key !== 'source') yield* citationsIn(each, here);
    else if (each !== undefined) yield [here, each as Citation];
  }
}

/**
 * How much is in a lexicon, by heading; examples are those that must match and those that must not.
 *
 * @param texts if given, the forms that occur in them are counted too
 */
export function sizeOf(
  { data }: ParsedLexicon,
  texts: readonly string[] | undefined,
): Record<string, string | number> {
  const { concepts, facts } = data.kind === 'terminology' ? data : { concepts: [], facts: [] };
  const groups = data.kind === 'events' ? data.groups : [];
  const examples = [...concepts, ...facts, ...groups].flatMap(each => each.examples);
  const positive = examples.filter(example => readExample(example).marked.length > 0).length;
  const forms = formsOf(data);
  const { kind, id } = data;
  const cited = [...citationsIn(data)].map(([, citation]) => citation);
  return {
    kind,
    id,
    concepts: concepts.length,
    labels: concepts.flatMap(({ labels }) => labels).length,
    forms: forms.length,
    ...(texts && { seen: formsSeen(forms, texts).size }),
    'must match': positive,
    'must not': examples.length - positive,
    sources: cited.length,
    'with address': cited.filter(({ url }) => url !== undefined).length,
    checked: cited.filter(({ checked }) => checked !== undefined).length,
  };
}

/** The forms that occur in some texts, even within longer ones. */
function formsSeen(forms: readonly string[], texts: readonly string[]): Set<string> {
  const matcher = matcherOf(forms.map(form => ({ form, value: form })));
  return new Set(
    texts.flatMap(text => {
      const words = matcher.words(text);
      return matcher.every(words, 0, words.length).map(({ value }) => value);
    }),
  );
}

/**
 * What is weak in lexicons that are valid: labels without an example, sources that cannot be looked up, concepts that can
 * lean one way only, forms whose meaning two files contest; with articles, the forms that are in none of them.
 *
 * @param all every lexicon in use, to compare the given ones with
 */
export async function remarksOn(
  given: readonly ParsedLexicon[],
  all: readonly ParsedLexicon[],
  texts: readonly string[] | undefined,
): Promise<InputError[]> {
  const remarks = await located([
    ...given.flatMap(each => [...weaknesses(each, texts), ...balanceRemarks(each, all)]),
    ...contestedForms(given, all),
  ]);
  return remarks.toSorted((a, b) => byText(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0));
}

function* weaknesses(lexicon: ParsedLexicon, articles: readonly string[] | undefined): Generator<Remark> {
  const { source, data } = lexicon;
  // A page on the web often gives no date; the day on which it was read then stands for the year.
  for (const [at, { text, year, checked }] of citationsIn(data))
    if ((year ?? checked) === undefined && !/\b\d{4}/.test(text))
      yield remark(
        { source, at },
        'source-weak',
        text.includes(TO_COMPLETE) ? 'no source is given yet' : 'the source gives no year',
        'Author or body, title, and its year or the day on which it was read there: a reader must be able to look it up.',
      );
  if (data.kind === 'terminology')
    for (const [c, entry] of data.concepts.entries())
      yield* weakLabels(entry, { source, at: ['concepts', c] });
  if (articles === undefined) return;
  for (const [at, forms] of listsOf(data)) {
    const seen = formsSeen(forms, articles);
    const unseen = forms.filter(form => !seen.has(form));
    if (unseen.length > 0)
      yield remark(
        { source, at },
        'forms-unseen',
        `${unseen.length} of ${forms.length} forms are in none of these articles: ${unseen.join(', ')}`,
        'That is no fault: check the spelling, and how the articles put it instead (lexicon try).',
      );
  }
}

function* weakLabels(entry: ConceptEntry, place: FilePlace): Generator<Remark> {
  const { labels, examples } = entry;
  const id = conceptOf(entry);
  const shown = new Set(examples.flatMap(example => readExample(example).marked.map(({ label }) => label)));
  for (const [l, label] of labels.entries())
    if (!shown.has(label.id))
      yield remark(
        below(place, 'labels', l),
        'label-unshown',
        `no example shows the label ${label.id}`,
        `Add one to the examples of ${id}: [${label.forms[0]}|${label.id}].`,
      );
}

/** The lists of forms of a lexicon, with the place of each. */
function listsOf(data: LexiconData): [YamlPath, string[]][] {
  const entries = [...entriesOf(data)].filter(({ value }) => value !== undefined);
  const lists = groupBy(entries, ({ at }) => at.slice(0, -1).join());
  return [...lists.values()].map(list => [list[0]?.at.slice(0, -1) ?? [], list.map(({ form }) => form)]);
}

/**
 * Forms that two terminology lexicons list although one article may well be about both: they have a form of `about` in
 * common, or one of them has none.
 */
function* contestedForms(given: readonly ParsedLexicon[], all: readonly ParsedLexicon[]): Generator<Remark> {
  const homes = homesOf(all);
  const done = new Set<ParsedLexicon>();
  for (const one of given) {
    if (one.data.kind !== 'terminology') continue;
    done.add(one);
    const own = new Map([...housedEntries(one.data, homes)].map(entry => [formKey(entry.form), entry]));
    for (const other of all) {
      if (other.data.kind !== 'terminology' || other.data.id === one.data.id || done.has(other)) continue;
      for (const { form, at, home } of housedEntries(other.data, homes)) {
        const mine = own.get(formKey(form));
        if (mine === undefined || mine.home === home) continue;
        const [about, theirs] = [aboutOf(mine.home), aboutOf(home)];
        const common = theirs?.filter(each => about?.some(known => formKey(known) === formKey(each))) ?? [];
        if (about !== undefined && theirs !== undefined && common.length === 0) continue;
        yield remark(
          { source: one.source, at: mine.at },
          'form-contested',
          `the form ${JSON.stringify(mine.form)} is also listed at`,
          common.length === 0
            ? 'One of the two files has no "about": it counts wherever the other does not.'
            : `Both are about ${common.map(each => JSON.stringify(each)).join(', ')}: the one whose topic an article names more often decides.`,
          { source: other.source, at },
        );
      }
    }
  }
}

const aboutOf = (data: LexiconData): readonly string[] | undefined =>
  data.kind === 'terminology' ? data.about : undefined;
