import type { InputError } from '../../errors.js';
import type { Span } from '../../model/article.js';
import type { Words } from '../../model/doc.js';
import { EVENT_CLASSES, type Lexicons, type Matcher } from '../../model/lexicon.js';
import { homesOf, housedEntries } from '../extend.js';
import {
  type ConceptEntry,
  conceptOf,
  type Extension,
  faultIn,
  type LexiconSource,
  type ParsedLexicon,
} from '../file.js';
import { formKey } from '../matcher.js';
import type { YamlPath } from '../yaml.js';
import { NEARLY, nearMatcher } from './near-misses.js';
import { expectedOneOf } from './nearest.js';

/** Faults that only show when files are read together: forms and ids given twice, parties that nobody defines. */
export async function checkTogether(lexicons: readonly ParsedLexicon[]): Promise<InputError[]> {
  const faults: InputError[] = [];
  const report = async (...fault: Parameters<typeof faultIn>): Promise<void> => {
    faults.push(await faultIn(...fault));
  };
  const nameOf = async (source: LexiconSource, at: YamlPath): Promise<string> => {
    const { line, column } = await faultIn(source, at, '', '');
    return `${source.path}:${line}:${column}`;
  };

  // A second file of one id is mostly a copy: that it is one is told once, and not of every form.
  const copies = new Set<LexiconSource>();
  const files = new Map<string, LexiconSource>();
  for (const { source, data } of lexicons) {
    const key = `${data.kind} ${data.id}`;
    const first = files.get(key);
    if (first === undefined) files.set(key, source);
    else {
      copies.add(source);
      await report(
        source,
        ['id'],
        'id-twice',
        `the ${data.kind} lexicon id ${JSON.stringify(data.id)} stands already at ${await nameOf(first, ['id'])}`,
        'Ids name one thing over all files. If this began as a copy, give it an id of its own, and take out what the other has.',
      );
    }
  }
  const others = lexicons.filter(({ source }) => !copies.has(source));
  const homes = homesOf(others);

  // Lexicons that say what they are about share forms: the article's topic tells which of them is meant.
  const seen = new Map<string, { source: LexiconSource; at: YamlPath }>();
  for (const { source, data } of others)
    for (const { form, at, home } of housedEntries(data, homes)) {
      const topic = home.kind === 'terminology' && home.about !== undefined ? home.id : '';
      const key = `${data.kind} ${topic} ${formKey(form)}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, { source, at });
      else
        await report(
          source,
          at,
          'form-twice',
          `the form ${JSON.stringify(form)} stands already at ${await nameOf(first.source, first.at)}`,
          'A form may mean one thing only: take one of the two out. Hyphen and space are the same. Terminology that says what it is "about" may share forms with other files.',
        );
    }

  const ids = new Map<string, { source: LexiconSource; at: YamlPath }>();
  const claim = async (kind: string, id: string, source: LexiconSource, at: YamlPath) => {
    const first = ids.get(`${kind} ${id}`);
    if (first === undefined) ids.set(`${kind} ${id}`, { source, at });
    else
      await report(
        source,
        at,
        'id-twice',
        `the ${kind} id ${JSON.stringify(id)} stands already at ${await nameOf(first.source, first.at)}`,
        'Ids name one thing over all files.',
      );
  };
  const parties = new Set(
    lexicons.flatMap(({ data }) => (data.kind === 'parties' ? data.parties.map(p => p.id) : [])),
  );
  const checkIds = async (source: LexiconSource, entry: ConceptEntry, at: YamlPath) => {
    const labels = new Set<string>();
    for (const [l, { id }] of entry.labels.entries()) {
      if (labels.has(id))
        await report(
          source,
          [...at, 'labels', l, 'id'],
          'id-twice',
          `the concept ${conceptOf(entry)} has two labels ${JSON.stringify(id)}`,
          'Put the forms of both under one label.',
        );
      labels.add(id);
    }
  };
  const checkSides = async (
    source: LexiconSource,
    { id, favours, contested }: ConceptEntry['labels'][number],
    parts: readonly string[],
    at: YamlPath,
  ) => {
    if (favours !== undefined && !parts.includes(favours))
      await report(
        source,
        [...at, 'favours'],
        'party-unknown',
        `favours ${JSON.stringify(favours)}, which is none of this lexicon's parties`,
        `${expectedOneOf(favours, parts)} Where sources do not agree whom it favours, leave it out.`,
      );
    if (favours !== undefined && contested === true)
      await report(
        source,
        [...at, 'contested'],
        'favours-contested',
        `the label ${id} is contested and yet favours a party`,
        'Where sources disagree, a label favours nobody.',
      );
  };
  /** Labels that the concept has may get forms and nothing else; those that it has not are as those of a new one. */
  const checkExtension = async (source: LexiconSource, entry: Extension, at: YamlPath) => {
    const home = homes.get(entry.extends);
    if (home === undefined) {
      await report(
        source,
        [...at, 'extends'],
        'concept-unknown',
        `no lexicon in force has the concept ${JSON.stringify(entry.extends)}`,
        homes.size > 0
          ? expectedOneOf(entry.extends, [...homes.keys()].sort())
          : 'Put the lexicon that has it in force too: --lexicon, parallax.config.yaml.',
      );
      return;
    }
    if (home.lexicon.source === source)
      await report(
        source,
        [...at, 'extends'],
        'extends-own',
        `the concept ${entry.extends} stands in this file`,
        'Add the labels and forms there; "extends" is for concepts of other files.',
      );
    await checkIds(source, entry, at);
    const known = home.concept.labels;
    const placeOf = (l: number) => nameOf(home.lexicon.source, ['concepts', home.number, 'labels', l, 'id']);
    for (const [l, label] of entry.labels.entries()) {
      const here = [...at, 'labels', l];
      const there = known.findIndex(({ id }) => id === label.id);
      for (const key of ['source', 'favours', 'contested'] as const)
        if (there >= 0 && label[key] !== undefined && label[key] !== known[there]?.[key])
          await report(
            source,
            [...here, key],
            'label-changed',
            `the label ${label.id} of ${entry.extends} stands at ${await placeOf(there)} with ${known[there]?.[key] === undefined ? 'no' : 'another'} "${key}"`,
            'What is said of a label stays as it is there: take this out, or give the label an id of its own.',
          );
      if (there >= 0) continue;
      const names = known.map(({ id }) => id);
      if (label.source === undefined)
        await report(
          source,
          [...here, 'id'],
          'source-missing',
          `the concept ${entry.extends} has no label ${JSON.stringify(label.id)}, and a new one needs a "source"`,
          `${expectedOneOf(label.id, names)} Or give its source: author or body, title, year.`,
        );
      if (entry.labels.findIndex(({ id }) => id === label.id) === l)
        await claim('label', `${entry.extends}/${label.id}`, source, [...here, 'id']);
      await checkSides(source, label, home.lexicon.data.parties ?? [], here);
    }
  };
  for (const { source, data } of others) {
    if (data.kind === 'parties') {
      for (const [p, { id }] of data.parties.entries())
        await claim('party', id, source, ['parties', p, 'id']);
      for (const [c, { id }] of data.collectives.entries())
        await claim('party', id, source, ['collectives', c, 'id']);
    }
    if (data.kind !== 'terminology') continue;
    for (const [p, id] of (data.parties ?? []).entries())
      if (!parties.has(id))
        await report(
          source,
          ['parties', p],
          'party-unknown',
          `no parties lexicon defines the party ${JSON.stringify(id)}`,
          parties.size > 0
            ? `${expectedOneOf(id, [...parties].sort())} Or define it in a lexicon of kind parties that is in force too: --lexicon, parallax.config.yaml.`
            : 'Add a lexicon of kind parties.',
        );
    for (const [f, { id }] of data.facts.entries()) await claim('fact', id, source, ['facts', f, 'id']);
    for (const [c, concept] of data.concepts.entries())
      if ('extends' in concept) await checkExtension(source, concept, ['concepts', c]);
      else {
        await claim('concept', concept.id, source, ['concepts', c, 'id']);
        await checkIds(source, concept, ['concepts', c]);
        for (const [l, label] of concept.labels.entries())
          await checkSides(source, label, data.parties ?? [], ['concepts', c, 'labels', l]);
      }
  }
  return faults;
}

type Marked = Span & { readonly label: string };

/** A marked example, `The [Armenian-occupied|occupied] region`, taken apart; `broken` if its marks are wrong. */
export function readExample(example: string): {
  readonly text: string;
  readonly marked: readonly Marked[];
  readonly broken: boolean;
} {
  const marked: Marked[] = [];
  let text = '';
  let plain = '';
  let done = 0;
  for (const match of example.matchAll(/\[([^[\]|]+)\|([^[\]|]+)\]/g)) {
    text += example.slice(done, match.index);
    plain += example.slice(done, match.index);
    const start = text.length;
    text += match[1];
    marked.push({ start, end: text.length, label: (match[2] as string).trim() });
    done = match.index + match[0].length;
  }
  plain += example.slice(done);
  const open = plain.split('[').length;
  const broken = plain.includes('|') || open !== plain.split(']').length;
  return { text: text + example.slice(done), marked, broken };
}

/** What an example finds and should not, or should find and does not; empty if it holds. */
export function tryExample(
  example: string,
  lexicons: Lexicons,
  labelsIn: (words: Words) => readonly Marked[],
): string[] {
  const { text, marked } = readExample(example);
  const found = labelsIn(lexicons.words(text));
  const show = ({ start, end, label }: Marked): string =>
    `${JSON.stringify(text.slice(start, end))} as ${label}`;
  const key = ({ start, end, label }: Marked): string => `${start} ${end} ${label}`;
  const wanted = new Set(marked.map(key));
  const got = new Set(found.map(key));
  return [
    ...marked.filter(mark => !got.has(key(mark))).map(mark => `does not match ${show(mark)}`),
    ...found
      .filter(match => !wanted.has(key(match)))
      .map(match => `matches ${show(match)}, which is not marked`),
  ];
}

/** Labels of one concept in the words of an example. */
export const labelsOf =
  (concept: string, { label, concepts }: Lexicons) =>
  (words: Words): Marked[] =>
    label
      .find(words, 0, words.length, new Map([[concepts.get(concept)?.lexicon ?? '', 1]]))
      .filter(({ value }) => value.concept === concept)
      .map(({ start, end, value }) => ({ start, end, label: value.label }));

/** Places where one fact is reported in the words of an example. */
const factsOf =
  (fact: string, { factsIn }: Lexicons) =>
  (words: Words): Marked[] =>
    factsIn(words, 0, words.length)
      .filter(({ value }) => value === fact)
      .map(({ start, end, value }) => ({ start, end, label: value }));

/** Classes of events in the words of an example. */
const eventsIn =
  ({ event }: Lexicons) =>
  (words: Words): Marked[] =>
    event.find(words, 0, words.length).map(({ start, end, value }) => ({ start, end, label: value.class }));

/** Classes in the words of an example, of those that a matcher finds. */
const classesIn =
  (matcher: Matcher<{ readonly class: string }>) =>
  (words: Words): Marked[] =>
    matcher.find(words, 0, words.length).map(({ start, end, value }) => ({ start, end, label: value.class }));

/** What the labels of an example may be, and the forms behind them. */
interface Expectable {
  readonly labels: readonly string[];
  readonly forms: readonly string[];
  readonly except: readonly string[];
}

/** How to mend an example that fails: what a passage nearly matches, what is left out, how a match is marked. */
function hintFor(
  example: string,
  problem: string,
  lexicons: Lexicons,
  { forms, except }: Expectable,
): string {
  const [quoted, label] = [/"(.*)"/.exec(problem)?.[1] ?? '', / as ([^,]+)/.exec(problem)?.[1] ?? ''];
  if (problem.startsWith('matches'))
    return `If it is meant, mark it: [${quoted}|${label}]. If not, correct the forms or add the longer phrase to "except".`;
  const { text } = readExample(example);
  const words = lexicons.words(text);
  const at = text.indexOf(quoted);
  const touches = ({ start, end }: Span): boolean => start < at + quoted.length && at < end;
  const blocked = nearMatcher(except)(words, 0, words.length).find(
    near => near.how === 'capitals' && touches(near),
  );
  if (blocked !== undefined)
    return `"except" has ${JSON.stringify(blocked.form)}, which is longer and counts nothing.`;
  const near = nearMatcher(forms)(words, 0, words.length).find(touches);
  if (near === undefined)
    return `No form is like it: add ${JSON.stringify(quoted)} to the forms of ${label}.`;
  const form = JSON.stringify(near.form);
  if (near.how !== 'capitals') return `The nearest form is ${form}; ${NEARLY[near.how]}.`;
  if (text.slice(near.start, near.end) !== quoted)
    return `The form ${form} is there: mark just that, or add ${JSON.stringify(quoted)} to the forms of ${label}.`;
  return formKey(near.form) === formKey(quoted) || formKey(near.form) === formKey(quoted.toLowerCase())
    ? `The form ${form} stands under another label, or is hidden by a longer one.`
    : `The form ${form} demands its capitals.`;
}

/** Runs the examples of a lexicon that has some. Those of concepts must show what matches and what does not. */
export async function checkExamples(
  { source, data }: ParsedLexicon,
  lexicons: Lexicons,
): Promise<InputError[]> {
  const faults: InputError[] = [];
  const add = async (at: YamlPath, code: string, message: string, hint: string): Promise<void> => {
    faults.push(await faultIn(source, at, code, message, hint));
  };
  const run = async (
    examples: readonly string[],
    labelsIn: Parameters<typeof tryExample>[2],
    expectable: Expectable,
    at: YamlPath,
  ): Promise<void> => {
    for (const [e, example] of examples.entries()) {
      const here = [...at, 'examples', e];
      const { marked, broken } = readExample(example);
      if (broken) {
        await add(
          here,
          'example-marks',
          'the marks of this example are wrong: a bracket is left open, or a bar stands outside brackets',
          'Expected [text|label], such as The [occupied|held] hills.',
        );
        continue;
      }
      const unknown = marked.find(({ label }) => !expectable.labels.includes(label));
      if (unknown !== undefined) {
        await add(
          here,
          'example-marks',
          `this example marks ${JSON.stringify(unknown.label)}, which is not known here`,
          expectedOneOf(unknown.label, expectable.labels),
        );
        continue;
      }
      for (const problem of tryExample(example, lexicons, labelsIn))
        await add(
          here,
          'example-fails',
          `this example ${problem}`,
          hintFor(example, problem, lexicons, expectable),
        );
    }
  };
  if (data.kind === 'events')
    for (const [g, { examples, verbs, nouns, except }] of data.groups.entries())
      await run(
        examples,
        eventsIn(lexicons),
        { labels: EVENT_CLASSES, forms: [...verbs, ...nouns], except },
        ['groups', g],
      );
  const runBoth = async (
    key: 'concepts' | 'facts' | 'classes',
    number: number,
    examples: readonly string[],
    labelsIn: Parameters<typeof tryExample>[2],
    expectable: Expectable,
  ): Promise<void> => {
    const before = faults.length;
    await run(examples, labelsIn, expectable, [key, number]);
    if (faults.length > before) return;
    const positive = examples.filter(example => readExample(example).marked.length > 0).length;
    if (positive === 0 || positive === examples.length)
      await add(
        [key, number, 'examples'],
        'example-missing',
        positive === 0 ? 'no example must match' : 'every example must match',
        positive === 0
          ? 'Mark what must match: [text|label]. Give at least one example that must match and one that must not.'
          : 'Give at least one example that must match and one, without marks, that must not.',
      );
  };
  if (data.kind === 'loaded' || data.kind === 'certainty')
    for (const [c, { id, examples, forms, except }] of data.classes.entries())
      await runBoth(
        'classes',
        c,
        examples,
        words => classesIn(lexicons[data.kind])(words).filter(({ label }) => label === id),
        { labels: [id], forms, except },
      );
  if (data.kind !== 'terminology') return faults;
  for (const [c, entry] of data.concepts.entries()) {
    const id = conceptOf(entry);
    // With what other files add to it, or have of it.
    const { labels, except } = lexicons.concepts.get(id) ?? entry;
    await runBoth('concepts', c, entry.examples, labelsOf(id, lexicons), {
      labels: labels.map(label => label.id),
      forms: labels.flatMap(({ forms }) => forms),
      except,
    });
  }
  for (const [f, { id, examples, forms }] of data.facts.entries())
    await runBoth('facts', f, examples, factsOf(id, lexicons), { labels: [id], forms, except: [] });
  return faults;
}
