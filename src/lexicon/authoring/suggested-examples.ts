import type { Span } from '../../model/article.js';
import type { Concept, Lexicons } from '../../model/lexicon.js';
import type { SuggestedConcept, SuggestedLabel } from '../../model/suggestion.js';
import { oneLine } from '../../model/text.js';
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
    labels: named.map(each => ({ id: each.id, source: { text: '' }, forms: each.label.forms })),
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
      const marked = found.reduceRight(
        (rest, { start, end, value }) =>
          `${rest.slice(0, start)}[${rest.slice(start, end)}|${value.label}]${rest.slice(end)}`,
        text,
      );
      return { text: marked, labels: new Set(found.map(({ value }) => value.label)) };
    };
}

/** A sentence for each of the first labels with everything marked that matches, and one in which nothing does. */
export function examplesOf(
  named: NewNames['named'],
  articles: ReadonlyMap<string, SentencesOf>,
  markedIn: MarkExample,
): string[] {
  const marked = named.flatMap(({ label, id }) => {
    const examples = label.places.map(place =>
      markedIn(around(articles.get(place.article)?.text ?? '', place.sentence, place)),
    );
    return examples.find(({ text, labels }) => labels.has(id) && isPlain(text))?.text ?? [];
  });
  // Where no sentence can be marked, the bare words show what matches.
  if (marked.length === 0) marked.push(markedIn(named[0]?.label.forms[0] ?? '').text);
  const without = [...new Set(named.flatMap(({ label }) => label.places.map(({ article }) => article)))]
    .flatMap(id => {
      const { text = '', sentences = [] } = articles.get(id) ?? {};
      return sentences.map(({ span }) => oneLine(text.slice(span.start, span.end)));
    })
    .find(
      sentence =>
        sentence.length > 30 &&
        sentence.length < LONGEST_EXAMPLE &&
        !/[[\]|]/.test(sentence) &&
        markedIn(sentence).labels.size === 0,
    );
  return [...new Set(marked), without ?? `${TO_COMPLETE}: a sentence in which nothing must match.`];
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
  return oneLine(cut);
}
