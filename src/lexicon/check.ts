import { InputError } from '../errors.js';
import type { Span } from '../model/article.js';
import type { Words } from '../model/doc.js';
import type { Lexicons, Matcher } from '../model/lexicon.js';
import { entriesOf, type LexiconSource, type ParsedLexicon, placeIn, type YamlPath } from './file.js';
import { formKey } from './matcher.js';

/** Faults that only show when files are read together: forms and ids given twice, parties that nobody defines. */
export async function checkTogether(lexicons: readonly ParsedLexicon[]): Promise<InputError[]> {
  const faults: InputError[] = [];
  const report = async (source: LexiconSource, at: YamlPath, code: string, message: string, hint: string) => {
    const { line, col } = await placeIn(source, at);
    faults.push(new InputError({ path: source.path, line, column: col, code, message, hint }));
  };
  const nameOf = async (source: LexiconSource, at: YamlPath): Promise<string> => {
    const { line, col } = await placeIn(source, at);
    return `${source.path}:${line}:${col}`;
  };

  // Lexicons that say what they are about share forms: the article's topic tells which of them is meant.
  const seen = new Map<string, { source: LexiconSource; at: YamlPath }>();
  for (const { source, data } of lexicons)
    for (const { form, at } of entriesOf(data)) {
      const topic = data.kind === 'terminology' && data.about !== undefined ? data.id : '';
      const key = `${data.kind} ${topic} ${formKey(form)}`;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, { source, at });
      else
        await report(
          source,
          at,
          'form-twice',
          `the form ${JSON.stringify(form)} stands already at ${await nameOf(first.source, first.at)}`,
          'A form may mean one thing only, but for terminology lexicons with an "about". Hyphen and space, straight and curly quotes are the same; take one of the two out.',
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
  for (const { source, data } of lexicons) {
    await claim(`${data.kind} lexicon`, data.id, source, ['id']);
    if (data.kind === 'parties') {
      for (const [p, { id }] of data.parties.entries())
        await claim('party', id, source, ['parties', p, 'id']);
      for (const [c, { id }] of data.collectives.entries())
        await claim('party', id, source, ['collectives', c, 'id']);
    }
    if (data.kind !== 'terminology') continue;
    for (const [p, id] of data.parties.entries())
      if (!parties.has(id))
        await report(
          source,
          ['parties', p],
          'party-unknown',
          `no parties lexicon defines the party ${JSON.stringify(id)}`,
          parties.size > 0
            ? `The parties are ${[...parties].sort().join(', ')}.`
            : 'Add a lexicon of kind parties.',
        );
    for (const [f, { id }] of data.facts.entries()) await claim('fact', id, source, ['facts', f, 'id']);
    for (const [c, concept] of data.concepts.entries()) {
      const at = ['concepts', c] as const;
      await claim('concept', concept.id, source, [...at, 'id']);
      const labels = new Set<string>();
      for (const [l, label] of concept.labels.entries()) {
        if (labels.has(label.id))
          await report(
            source,
            [...at, 'labels', l, 'id'],
            'id-twice',
            `the concept ${concept.id} has two labels ${JSON.stringify(label.id)}`,
            'Put the forms of both under one label.',
          );
        labels.add(label.id);
        if (label.favours !== undefined && !data.parties.includes(label.favours))
          await report(
            source,
            [...at, 'labels', l, 'favours'],
            'party-unknown',
            `favours ${JSON.stringify(label.favours)}, which is none of this lexicon's parties`,
            `Expected ${data.parties.join(' or ')}, or no "favours" at all.`,
          );
        if (label.favours !== undefined && label.contested === true)
          await report(
            source,
            [...at, 'labels', l, 'contested'],
            'favours-contested',
            `the label ${label.id} is contested and yet favours a party`,
            'Where sources disagree, a label favours nobody.',
          );
      }
    }
  }
  return faults;
}

/** A marked example, `The [Armenian-occupied|occupied] region`, taken apart. */
function readExample(example: string): {
  readonly text: string;
  readonly marked: readonly { readonly start: number; readonly end: number; readonly label: string }[];
} {
  const marked: { start: number; end: number; label: string }[] = [];
  let text = '';
  let done = 0;
  for (const match of example.matchAll(/\[([^[\]|]+)\|([^[\]|]+)\]/g)) {
    text += example.slice(done, match.index);
    const start = text.length;
    text += match[1];
    marked.push({ start, end: text.length, label: (match[2] as string).trim() });
    done = match.index + match[0].length;
  }
  return { text: text + example.slice(done), marked };
}

/** What an example finds and should not, or should find and does not; empty if it holds. */
export function tryExample(
  example: string,
  lexicons: Lexicons,
  labelsIn: (words: Words) => readonly (Span & { readonly label: string })[],
): string[] {
  const { text, marked } = readExample(example);
  const found = labelsIn(lexicons.words(text));
  const show = ({ start, end, label }: Span & { readonly label: string }): string =>
    `${JSON.stringify(text.slice(start, end))} as ${label}`;
  const key = ({ start, end, label }: Span & { readonly label: string }): string =>
    `${start} ${end} ${label}`;
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
  (words: Words): (Span & { readonly label: string })[] =>
    label
      .find(words, 0, words.length, new Map([[concepts.get(concept)?.lexicon ?? '', 1]]))
      .filter(({ value }) => value.concept === concept)
      .map(({ start, end, value }) => ({ start, end, label: value.label }));

/** Places where one fact is reported in the words of an example. */
const factsOf =
  (fact: string, { factsIn }: Lexicons) =>
  (words: Words): (Span & { readonly label: string })[] =>
    factsIn(words, 0, words.length)
      .filter(({ value }) => value === fact)
      .map(({ start, end, value }) => ({ start, end, label: value }));

/** Classes of events in the words of an example. */
const eventsIn =
  ({ event }: Lexicons) =>
  (words: Words): (Span & { readonly label: string })[] =>
    event.find(words, 0, words.length).map(({ start, end, value }) => ({ start, end, label: value.class }));

/** Classes in the words of an example, of those that a matcher finds. */
const classesIn =
  (matcher: Matcher<{ readonly class: string }>) =>
  (words: Words): (Span & { readonly label: string })[] =>
    matcher.find(words, 0, words.length).map(({ start, end, value }) => ({ start, end, label: value.class }));

/** Runs the examples of a lexicon that has some. Those of concepts must show what matches and what does not. */
export async function checkExamples(
  { source, data }: ParsedLexicon,
  lexicons: Lexicons,
): Promise<InputError[]> {
  const faults: InputError[] = [];
  const add = async (at: YamlPath, code: string, message: string, hint: string): Promise<void> => {
    const { line, col } = await placeIn(source, at);
    faults.push(new InputError({ path: source.path, line, column: col, code, message, hint }));
  };
  const run = async (
    examples: readonly string[],
    labelsIn: Parameters<typeof tryExample>[2],
    at: YamlPath,
  ): Promise<void> => {
    for (const [e, example] of examples.entries())
      for (const problem of tryExample(example, lexicons, labelsIn))
        await add(
          [...at, 'examples', e],
          'example-fails',
          `this example ${problem}`,
          'Correct the forms, add the longer phrase to "except", or mark the match: [text|label].',
        );
  };
  if (data.kind === 'events')
    for (const [g, { examples }] of data.groups.entries())
      await run(examples, eventsIn(lexicons), ['groups', g]);
  const runBoth = async (
    key: 'concepts' | 'facts' | 'classes',
    number: number,
    examples: readonly string[],
    labelsIn: Parameters<typeof tryExample>[2],
  ): Promise<void> => {
    await run(examples, labelsIn, [key, number]);
    const positive = examples.filter(example => readExample(example).marked.length > 0).length;
    if (positive === 0 || positive === examples.length)
      await add(
        [key, number, 'examples'],
        'example-missing',
        positive === 0 ? 'no example must match' : 'every example must match',
        'Give at least one example that must match and one that must not.',
      );
  };
  if (data.kind === 'loaded' || data.kind === 'certainty')
    for (const [c, { id, examples }] of data.classes.entries())
      await runBoth('classes', c, examples, words =>
        classesIn(lexicons[data.kind])(words).filter(({ label }) => label === id),
      );
  if (data.kind !== 'terminology') return faults;
  for (const [c, { id, examples }] of data.concepts.entries())
    await runBoth('concepts', c, examples, labelsOf(id, lexicons));
  for (const [f, { id, examples }] of data.facts.entries())
    await runBoth('facts', f, examples, factsOf(id, lexicons));
  return faults;
}
