import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InputError } from '../../errors.js';
import { homesOf, housedEntries } from '../extend.js';
import { conceptOf, entriesOf, faultIn, type LexiconSource, type ParsedLexicon } from '../file.js';
import { formKey, layTrie, openMatcher } from '../matcher.js';
import { cutWords } from '../words.js';
import type { YamlPath } from '../yaml.js';
import { readExample } from './check.js';

/** What `lexicon new` writes where something is left to the author. */
export const TO_COMPLETE = 'TO COMPLETE';

const SCHEMA_LINE = /^# yaml-language-server: \$schema=(\S+)/m;

/** What is no fault of a sound lexicon, but worth a look: what is to be completed, and what will not do as it may seem. */
export async function notesOn({ source, data }: ParsedLexicon): Promise<InputError[]> {
  const notes: Promise<InputError>[] = [];
  const note = (at: YamlPath, message: string, hint?: string): void => {
    notes.push(faultIn(source, at, 'note', message, hint));
  };
  const schema = SCHEMA_LINE.exec(source.text)?.[1];
  if (schema !== undefined && isLost(schema, source))
    note(
      [],
      `there is no ${schema}, so editors do not complete and check what you type`,
      'Write the path of the schema as seen from this file; parallax lexicon new writes it.',
    );
  for (const [at, text] of textsOf(data))
    if (text.includes(TO_COMPLETE)) note(at, `still to complete: ${text.replace(/^TO COMPLETE:?\s*/, '')}`);
  for (const { form, at } of entriesOf(data))
    if (/\*|\\[bws]|\(\?/.test(form))
      note(at, `${JSON.stringify(form)} matches these very marks`, 'There are no patterns: list every form.');
  if (data.kind !== 'terminology') return Promise.all(notes);
  const [left, right] = data.parties ?? [];
  const own = data.concepts.filter(entry => !('extends' in entry));
  if (own.length > 0 && !own.some(({ labels }) => labels.some(({ favours }) => favours)))
    note(
      ['concepts'],
      'no label says whom it favours, so every lean will be 0',
      `Where sources say so, add "favours: ${left}" or "favours: ${right}" to a label.`,
    );
  if (own.length === 0 && data.about !== undefined)
    note(
      ['about'],
      'this file has no concept of its own, so its "about" says nothing',
      'Names that are added to a concept count in articles about the topic of the file that has the concept.',
    );
  return Promise.all(notes);
}

/** Whether the schema that a file names is not there; addresses of the web are not looked up. */
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

/** How much is in a lexicon; examples are those that must match and those that must not. */
export interface LexiconSize {
  readonly kind: string;
  readonly id: string;
  readonly concepts: number;
  readonly labels: number;
  readonly forms: number;
  readonly positive: number;
  readonly negative: number;
  /** Forms that stand in the given articles, if some were given. */
  readonly seen: number | undefined;
}

export function sizeOf({ data }: ParsedLexicon, texts: readonly string[] | undefined): LexiconSize {
  const concepts = data.kind === 'terminology' ? data.concepts : [];
  const facts = data.kind === 'terminology' ? data.facts : [];
  const groups = data.kind === 'events' ? data.groups : [];
  const examples = [...concepts, ...facts, ...groups].flatMap(each => each.examples);
  const positive = examples.filter(example => readExample(example).marked.length > 0).length;
  const forms = formsOf(data);
  return {
    kind: data.kind,
    id: data.id,
    concepts: concepts.length,
    labels: concepts.flatMap(({ labels }) => labels).length,
    forms: forms.length,
    positive,
    negative: examples.length - positive,
    seen: texts === undefined ? undefined : formsSeen(forms, texts).size,
  };
}

const formsOf = (data: ParsedLexicon['data']): string[] =>
  [...entriesOf(data)].flatMap(({ form, value }) => (value === undefined ? [] : [form]));

/** The forms that stand somewhere in some texts, whether or not a longer one hides them. */
function formsSeen(forms: readonly string[], texts: readonly string[]): Set<string> {
  const vocabulary = new Map<string, number>();
  const matcher = openMatcher(
    layTrie(
      forms.map(form => ({ form, value: form })),
      vocabulary,
    ),
  );
  const seen = new Set<string>();
  for (const text of texts) {
    const words = cutWords(text, vocabulary);
    for (const { value } of matcher.every(words, 0, words.length)) seen.add(value);
  }
  return seen;
}

/**
 * What is weak in lexicons that are sound: labels without an example, sources that cannot be looked up, concepts that can
 * lean one way only, forms whose meaning two files contest; with articles, the forms that are in none of them.
 *
 * @param all every lexicon in force, to hold the given ones against
 */
export async function remarksOn(
  given: readonly ParsedLexicon[],
  all: readonly ParsedLexicon[],
  texts: readonly string[] | undefined,
): Promise<InputError[]> {
  const remarks: Promise<InputError>[] = [];
  for (const { source, data } of given) {
    const remark = (at: YamlPath, code: string, message: string, hint: string): void => {
      remarks.push(faultIn(source, at, code, message, hint));
    };
    for (const [at, text] of textsOf(data))
      if (at.at(-1) === 'source' && !/\b\d{4}/.test(text))
        remark(
          at,
          'source-weak',
          text.includes(TO_COMPLETE) ? 'no source is given yet' : 'the source gives no year',
          'Author or body, title, year: a reader must be able to look it up.',
        );
    if (data.kind === 'terminology')
      for (const [c, entry] of data.concepts.entries()) {
        const { labels, examples } = entry;
        const id = conceptOf(entry);
        const shown = new Set(
          examples.flatMap(example => readExample(example).marked.map(({ label }) => label)),
        );
        for (const [l, label] of labels.entries())
          if (!shown.has(label.id))
            remark(
              ['concepts', c, 'labels', l],
              'label-unshown',
              `no example shows the label ${label.id}`,
              `Add one to the examples of ${id}: [${label.forms[0]}|${label.id}].`,
            );
        if ('extends' in entry) continue;
        const sides = new Set(labels.map(({ favours }) => favours));
        if (sides.size === 1 && !sides.has(undefined))
          remark(
            ['concepts', c],
            'concept-one-sided',
            `all labels of ${id} favour ${labels[0]?.favours}`,
            'It can lean one way only: add what the other side says, or what favours nobody.',
          );
      }
    if (texts !== undefined)
      for (const [at, forms] of groupsOf(data)) {
        const seen = formsSeen(forms, texts);
        const unseen = forms.filter(form => !seen.has(form));
        if (unseen.length > 0)
          remark(
            at,
            'forms-unseen',
            `${unseen.length} of ${forms.length} forms are in none of these articles: ${unseen.join(', ')}`,
            'That is no fault; look for misspellings, and for how the articles say it instead (lexicon try).',
          );
      }
  }
  return [...(await Promise.all(remarks)), ...(await overlaps(given, all))].toSorted((a, b) =>
    a.path === b.path ? (a.line ?? 0) - (b.line ?? 0) : a.path < b.path ? -1 : 1,
  );
}

/** The lists of forms of a lexicon, with the place of each. */
function groupsOf(data: ParsedLexicon['data']): [YamlPath, string[]][] {
  const groups = new Map<string, [YamlPath, string[]]>();
  for (const { form, value, at } of entriesOf(data)) {
    if (value === undefined) continue;
    const list = at.slice(0, -1);
    const group = groups.get(list.join());
    if (group === undefined) groups.set(list.join(), [list, [form]]);
    else group[1].push(form);
  }
  return [...groups.values()];
}

/**
 * Forms that two terminology lexicons list although one article may well be about both: they have a form of `about` in
 * common, or one of them has none.
 */
async function overlaps(
  given: readonly ParsedLexicon[],
  all: readonly ParsedLexicon[],
): Promise<InputError[]> {
  const found: InputError[] = [];
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
        const common = theirs?.filter(each => about?.some(known => formKey(known) === formKey(each)));
        if (common?.length === 0 && about !== undefined) continue;
        const there = await faultIn(other.source, at, '', '');
        found.push(
          await faultIn(
            one.source,
            mine.at,
            'form-contested',
            `the form ${JSON.stringify(mine.form)} stands in ${there.path}:${there.line}:${there.column} too`,
            common === undefined || common.length === 0
              ? 'One of the two files has no "about": it counts everywhere that the other does not.'
              : `Both are about ${common.map(each => JSON.stringify(each)).join(', ')}: the one whose topic an article names more often decides.`,
          ),
        );
      }
    }
  }
  return found;
}

const aboutOf = (data: ParsedLexicon['data']): readonly string[] | undefined =>
  data.kind === 'terminology' ? data.about : undefined;
