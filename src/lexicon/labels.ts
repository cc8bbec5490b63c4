import { getOrAdd, groupBy } from '../model/collections.js';
import type { Concept, LabelMatcher, Matcher, Topics } from '../model/lexicon.js';
import { type Entry, formKey } from './matcher.js';

/** What a form stands for in one terminology lexicon; without a label it is an exception there. */
export interface LabelReading {
  readonly lexicon: string;
  /** Whether that lexicon says what it is about. */
  readonly topical: boolean;
  /** Whether it is the user's and not the package's. */
  readonly own?: boolean;
  readonly concept?: string;
  readonly label?: string;
}

/** What the forms of a concept, and its exceptions, stand for. */
export function* readingsOf(
  of: Omit<Concept, 'gloss' | 'parties' | 'examples'>,
): Generator<Entry<LabelReading>> {
  const { id: concept, lexicon, topical, own } = of;
  const home = { lexicon, topical, ...(own && { own }) };
  for (const { id: label, forms } of of.labels)
    for (const form of forms) yield { form, value: { concept, label, ...home } };
  for (const form of of.except) yield { form, value: home };
}

/** One entry a form, with all its values in their order; equal lists are one, as a trie keeps them. */
export function together<T>(entries: readonly Entry<T>[]): Entry<readonly T[]>[] {
  const lists = new Map<string, readonly T[]>();
  return [...groupBy(entries, ({ form }) => formKey(form)).values()].map(group => {
    const values = group.map(({ value }) => value);
    const value = getOrAdd(lists, JSON.stringify(values), () => values.filter(each => each !== undefined));
    return { form: group[0]?.form ?? '', value };
  });
}

/**
 * A lexicon of no topic counts everywhere, but after those whose topic is named; what a user lists comes before what the
 * package does.
 */
function weightOf({ lexicon, topical, own }: LabelReading, topics: Topics): number {
  const weight = topical ? (topics.get(lexicon) ?? 0) : 0.5;
  return own === true && weight > 0 ? Number.POSITIVE_INFINITY : weight;
}

/** Whether a label is meant, and which, is settled by topic before the longest form is: no topic hides another's words. */
export const openLabels = (matcher: Matcher<readonly LabelReading[]>): LabelMatcher => ({
  find: (words, from, to, topics) => {
    const weigh = (reading: LabelReading): number =>
      topics === undefined ? Number(reading.label !== undefined) : weightOf(reading, topics);
    return matcher
      .find(words, from, to, topics && (readings => readings.some(reading => weigh(reading) > 0)))
      .flatMap(({ value, ...match }) => {
        const { concept, label } = value.reduce((a, b) => (weigh(b) > weigh(a) ? b : a));
        return concept === undefined || label === undefined ? [] : [{ ...match, value: { concept, label } }];
      });
  },
});
