import type { Span } from '../../model/article.js';
import type { Concept, Lexicons } from '../../model/lexicon.js';
import type { SuggestedConcept, SuggestedLabel } from '../../model/suggestion.js';
import { openLabels, readingsOf, together } from '../labels.js';
import { matcherOf } from '../matcher.js';
import { TO_COMPLETE } from './write.js';

/** The lexicon that suggestions are written as. */
export const SUGGESTED_ID = 'suggested';

const LONGEST_EXAMPLE = 240;

/** What is written needs the sentences: the texts of articles by id, and the spans of their sentences. */
export interface SentencesOf {
  readonly text: string;
  readonly sentences: readonly { readonly span: Span }[];
}

/** A suggested concept as it is written: with ids, and only the names that are new. */
export interface NewNames {
  readonly concept: SuggestedConcept;
  readonly id: string;
  readonly named: readonly { readonly label: SuggestedLabel; readonly id: string }[];
  /** The concept in use that gets more names, if it is one. */
  readonly home: Concept | undefined;
}

/** A text with everything marked that one concept matches, and the labels that do. */
type MarkExample = (text: string) => { readonly text: string; readonly labels: ReadonlySet<string> };

/** Marks what the file will match together with the lexicons in use: a longer form of another concept takes precedence. */
export function marker(
  concepts: readonly NewNames[],
  lexicons: Lexicons,
): (concept: NewNames) => MarkExample {
  const added = concepts.map(({ id, named, home }) => ({
    id,
    labels: named.map(each => ({ id: each.id, source: '', forms: each.label.forms })),
    except: [],
    lexicon: home?.lexicon ?? SUGGESTED_ID,
    topical: home?.topical ?? false,
  }));
  const readings = [...lexicons.concepts.values(), ...added].flatMap(concept => [...readingsOf(concept)]);
  const all = matcherOf(together(readings));
  const matcher = openLabels(all);
  return ({ id, home }) =>
    text => {
      const words = all.words(text);
      const found = matcher
        .find(words, 0, words.length, new Map([[home?.lexicon ?? SUGGESTED_ID, 1]]))
        .filter(({ value }) => value.concept === id);
      let result = '';
      let done = 0;
      for (const { start, end, value } of found) {
        result += `${text.slice(done, start)}[${text.slice(start, end)}|${value.label}]`;
        done = end;
      }
      return { text: result + text.slice(done), labels: new Set(found.map(({ value }) => value.label)) };
    };
}

/** A sentence for each of the first labels with everything marked that matches, and one in which nothing does. */
export function examplesOf(
  named: NewNames['named'],
  articles: ReadonlyMap<string, SentencesOf>,
  markedIn: MarkExample,
): string[] {
  const examples: string[] = [];
  for (const { label, id } of named) {
    const marked = label.places
      .map(place => markedIn(around(articles.get(place.article)?.text ?? '', place.sentence, place)))
      .find(({ text, labels }) => labels.has(id) && isPlain(text));
    if (marked !== undefined && !examples.includes(marked.text)) examples.push(marked.text);
  }
  // Where no sentence can be marked, the bare words show what matches.
  if (examples.length === 0) examples.push(markedIn(named[0]?.label.forms[0] ?? '').text);
  const without = [...new Set(named.flatMap(({ label }) => label.places.map(({ article }) => article)))]
    .flatMap(id => {
      const { text = '', sentences = [] } = articles.get(id) ?? {};
      return sentences.map(({ span }) => text.slice(span.start, span.end).replace(/\s+/g, ' '));
    })
    .find(
      sentence =>
        sentence.length > 30 &&
        sentence.length < LONGEST_EXAMPLE &&
        isPlain(sentence) &&
        !/[[\]|]/.test(sentence) &&
        markedIn(sentence).labels.size === 0,
    );
  examples.push(without ?? `${TO_COMPLETE}: a sentence in which nothing must match.`);
  return examples;
}

/** Whether an example can be read back: no brackets but the marks. */
const isPlain = (text: string): boolean => !/[[\]|]/.test(text.replaceAll(/\[[^[\]|]+\|[a-z0-9-]+\]/g, ''));

/** The sentence, or as much of it around the words as an example may be long. */
function around(text: string, sentence: Span, { start, end }: Span): string {
  const room = Math.max(0, Math.floor((LONGEST_EXAMPLE - (end - start)) / 2));
  const from = Math.max(sentence.start, start - room);
  const to = Math.min(sentence.end, end + room);
  let cut = text.slice(from, to);
  if (from > sentence.start) cut = cut.replace(/^\S*\s+/, '');
  if (to < sentence.end) cut = cut.replace(/\s+\S*$/, '');
  return cut.replace(/\s+/g, ' ');
}
