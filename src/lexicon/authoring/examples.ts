import type { InputError } from '../../errors.js';
import type { Span } from '../../model/article.js';
import { EVENT_CLASSES, type Lexicons, type Match } from '../../model/lexicon.js';
import { expectedOneOf } from '../../model/nearest.js';
import type { Words } from '../../model/words.js';
import { conceptOf, type LexiconData, type ParsedLexicon } from '../file.js';
import { formKey } from '../matcher.js';
import type { YamlPath } from '../yaml.js';
import { below, type FilePlace, located, type Remark, remark } from './located.js';
import { NEARLY, nearMatcher } from './near-misses.js';

/** Words of an example, and the label that they have or must have. */
type LabelledSpan = Span & { readonly label: string };

const MARK = /\[([^[\]|]+)\|([^[\]|]+)\]/g;

/** A marked example, `The [Armenian-occupied|occupied] region`, taken apart; `broken` if its marks are wrong. */
export function readExample(example: string): {
  readonly text: string;
  readonly marked: readonly LabelledSpan[];
  readonly broken: boolean;
} {
  const marked: LabelledSpan[] = [];
  let text = '';
  let done = 0;
  for (const { 0: mark, 1: words = '', 2: label = '', index } of example.matchAll(MARK)) {
    const start = text.length + index - done;
    text += example.slice(done, index) + words;
    marked.push({ start, end: text.length, label: label.trim() });
    done = index + mark.length;
  }
  const plain = example.replaceAll(MARK, '');
  const broken = plain.includes('|') || plain.split('[').length !== plain.split(']').length;
  return { text: text + example.slice(done), marked, broken };
}

type LabelsIn = (words: Words) => readonly LabelledSpan[];

const labelled = <T>(matches: readonly Match<T>[], labelOf: (value: T) => string): LabelledSpan[] =>
  matches.map(({ start, end, value }) => ({ start, end, label: labelOf(value) }));

/** A mark that matches nothing, or a match that is not marked. */
interface Failure {
  readonly span: LabelledSpan;
  readonly text: string;
  readonly matches: boolean;
}

const failureText = ({ span, text, matches }: Failure): string =>
  `${matches ? 'matches' : 'does not match'} ${JSON.stringify(text)} as ${span.label}${matches ? ', which is not marked' : ''}`;

/** What an example matches and should not, or should match and does not; empty if it holds. */
export function failuresOf(example: string, lexicons: Lexicons, labelsIn: LabelsIn): Failure[] {
  const { text, marked } = readExample(example);
  const found = labelsIn(lexicons.words(text));
  const same = (a: LabelledSpan, b: LabelledSpan): boolean =>
    a.start === b.start && a.end === b.end && a.label === b.label;
  const lacking = (spans: readonly LabelledSpan[], others: readonly LabelledSpan[], matches: boolean) =>
    spans
      .filter(span => !others.some(other => same(span, other)))
      .map(span => ({ span, text: text.slice(span.start, span.end), matches }));
  return [...lacking(marked, found, false), ...lacking(found, marked, true)];
}

/** Labels of one concept in the words of an example. */
export const labelsOf =
  (concept: string, { label, concepts }: Lexicons): LabelsIn =>
  words =>
    labelled(
      label
        .find(words, 0, words.length, new Map([[concepts.get(concept)?.lexicon ?? '', 1]]))
        .filter(({ value }) => value.concept === concept),
      value => value.label,
    );

/** The examples of one entry, what they may be marked with, and the forms behind that. */
interface ExampleSet {
  readonly at: YamlPath;
  readonly examples: readonly string[];
  readonly labelsIn: LabelsIn;
  readonly labels: readonly string[];
  readonly forms: readonly string[];
  readonly except: readonly string[];
  /** Whether there must be some that match and some that do not. */
  readonly both: boolean;
}

function* exampleSets(data: LexiconData, lexicons: Lexicons): Generator<ExampleSet> {
  switch (data.kind) {
    case 'events':
      for (const [g, { verbs, nouns, ...group }] of data.groups.entries())
        yield {
          ...group,
          at: ['groups', g],
          labelsIn: words => labelled(lexicons.event.find(words, 0, words.length), value => value.class),
          labels: EVENT_CLASSES,
          forms: [...verbs, ...nouns],
          both: false,
        };
      return;
    case 'loaded':
    case 'certainty':
      for (const [c, { id, ...entry }] of data.classes.entries())
        yield {
          ...entry,
          at: ['classes', c],
          labelsIn: words =>
            labelled(
              lexicons[data.kind].find(words, 0, words.length) as Match<{ class: string }>[],
              value => value.class,
            ).filter(({ label }) => label === id),
          labels: [id],
          // What only adds words to a class need not show what the class is.
          both: !('extends' in entry) || entry.examples.length > 0,
        };
      return;
    case 'terminology':
      for (const [c, entry] of data.concepts.entries()) {
        const id = conceptOf(entry);
        // With what other files add to it, or have of it.
        const { labels, except } = lexicons.concepts.get(id) ?? entry;
        yield {
          at: ['concepts', c],
          examples: entry.examples,
          labelsIn: labelsOf(id, lexicons),
          labels: labels.map(label => label.id),
          forms: labels.flatMap(({ forms }) => forms),
          except,
          both: true,
        };
      }
      for (const [f, { id, ...fact }] of data.facts.entries())
        yield {
          ...fact,
          at: ['facts', f],
          labelsIn: words =>
            labelled(
              lexicons.factsIn(words, 0, words.length).filter(({ value }) => value === id),
              value => value,
            ),
          labels: [id],
          except: [],
          both: true,
        };
  }
}

/** Runs the examples of a lexicon that has some. Those of concepts must show what matches and what does not. */
export const checkExamples = (lexicon: ParsedLexicon, lexicons: Lexicons): Promise<InputError[]> =>
  located(exampleFaults(lexicon, lexicons));

function* exampleFaults({ source, data }: ParsedLexicon, lexicons: Lexicons): Generator<Remark> {
  for (const set of exampleSets(data, lexicons)) {
    const place = { source, at: [...set.at, 'examples'] };
    const faults = set.examples.flatMap((example, e) => [
      ...faultsOfExample(example, set, lexicons, below(place, e)),
    ]);
    yield* faults;
    const positive = set.examples.filter(example => readExample(example).marked.length > 0).length;
    if (set.both && faults.length === 0 && (positive === 0 || positive === set.examples.length))
      yield remark(
        place,
        'example-missing',
        `there is no example that must ${positive === 0 ? '' : 'not '}match`,
        'Give at least one that must match, marked as [text|label], and one without marks that must not.',
      );
  }
}

function* faultsOfExample(
  example: string,
  set: ExampleSet,
  lexicons: Lexicons,
  place: FilePlace,
): Generator<Remark> {
  const { marked, broken } = readExample(example);
  const unknown = marked.find(({ label }) => !set.labels.includes(label));
  if (broken)
    yield remark(
      place,
      'example-marks',
      'the marks of this example are wrong: a bracket is left open, or a bar is outside brackets',
      'Expected [text|label], such as The [occupied|held] hills.',
    );
  else if (unknown !== undefined)
    yield remark(
      place,
      'example-marks',
      `this example marks ${JSON.stringify(unknown.label)}, which is not known here`,
      expectedOneOf(unknown.label, set.labels),
    );
  else
    for (const failure of failuresOf(example, lexicons, set.labelsIn))
      yield remark(
        place,
        'example-fails',
        `this example ${failureText(failure)}`,
        hintFor(example, failure, lexicons, set),
      );
}

/** How to fix an example that fails: what a passage nearly matches, what is excluded, how a match is marked. */
function hintFor(
  example: string,
  { span, text: quoted, matches }: Failure,
  lexicons: Lexicons,
  { forms, except }: ExampleSet,
): string {
  if (matches)
    return `If that is intended, mark it: [${quoted}|${span.label}]. If not, correct the forms or add the longer phrase to "except".`;
  const { text } = readExample(example);
  const words = lexicons.words(text);
  const touches = ({ start, end }: Span): boolean => start < span.end && span.start < end;
  const near = (listed: readonly string[]) => nearMatcher(listed)(words, 0, words.length).filter(touches);
  const blocked = near(except).find(({ how }) => how === 'capitals');
  if (blocked !== undefined)
    return `"except" lists ${JSON.stringify(blocked.form)}, which is longer and is not counted.`;
  const [best] = near(forms);
  if (best === undefined)
    return `No form is like it: add ${JSON.stringify(quoted)} to the forms of ${span.label}.`;
  const form = JSON.stringify(best.form);
  if (best.how !== 'capitals') return `The nearest form is ${form}: ${NEARLY[best.how]}.`;
  if (text.slice(best.start, best.end) !== quoted)
    return `The form ${form} matches: mark just that, or add ${JSON.stringify(quoted)} to the forms of ${span.label}.`;
  return formKey(best.form) === formKey(quoted) || formKey(best.form) === formKey(quoted.toLowerCase())
    ? `The form ${form} belongs to another label, or is part of a longer form.`
    : `The form ${form} requires its capitals.`;
}
