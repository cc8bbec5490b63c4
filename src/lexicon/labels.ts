import type { LabelMatcher, Matcher, Topics } from '../model/lexicon.js';

/** What a form stands for in one terminology lexicon; without a label it is an exception there. */
export interface Reading {
  readonly lexicon: string;
  /** Whether that lexicon says what it is about. */
  readonly topical: boolean;
  readonly concept?: string;
  readonly label?: string;
}

/** A lexicon of no topic counts everywhere, but after those whose topic is named. */
const weightOf = ({ lexicon, topical }: Reading, topics: Topics): number =>
  topical ? (topics.get(lexicon) ?? 0) : 0.5;

/** Whether a label is meant, and which, is settled by topic before the longest form is: no topic hides another's words. */
export const openLabels = (matcher: Matcher<readonly Reading[]>): LabelMatcher => ({
  find: (words, from, to, topics) =>
    matcher
      .find(words, from, to, topics && (readings => readings.some(reading => weightOf(reading, topics) > 0)))
      .flatMap(({ value, ...match }) => {
        const { concept, label } = value.reduce((best, reading) =>
          (
            topics === undefined
              ? best.label === undefined
              : weightOf(reading, topics) > weightOf(best, topics)
          )
            ? reading
            : best,
        );
        return concept === undefined || label === undefined ? [] : [{ ...match, value: { concept, label } }];
      }),
});
