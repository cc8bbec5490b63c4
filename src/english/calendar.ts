/** Months, weekdays and words of time. */
import { union, words } from './words.js';

const WEEKDAYS_IN_FULL = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const MONTHS_IN_FULL =
  'january february march april may june july august september october november december'.split(' ');

export const WEEKDAYS = union(
  new Set(WEEKDAYS_IN_FULL),
  words('mon tue tues wed thu thur thurs fri sat sun'),
);

/** Abbreviations that are no other words; *mar.* is one with its full stop only. */
const MONTHS_ABBREVIATED = 'jan feb apr jun jul aug sept sep oct nov dec'.split(' ');

const MONTHS: ReadonlySet<string> = new Set([
  ...MONTHS_IN_FULL,
  ...MONTHS_ABBREVIATED,
  ...[...MONTHS_ABBREVIATED, 'mar'].map(month => `${month}.`),
]);

export const DAYS_AND_MONTHS = union(WEEKDAYS, MONTHS);

/** The number of a month, from 0, by its name in small letters or three letters of it; -1 for other words. */
export const monthOf = (word: string): number =>
  MONTHS_IN_FULL.findIndex(
    month =>
      month === word || (word.length === 3 ? month.startsWith(word) : word === 'sept' && month[0] === 's'),
  );

export const monthName = (month: number): string => MONTHS_IN_FULL[month] as string;

const beginnings = (names: readonly string[]): string =>
  names.map(name => `${name.charAt(0).toUpperCase()}${name.slice(1, 3)}`).join('|');
/** For patterns: a month with a capital, in full or shortened. */
export const MONTH_PATTERN = `(?:${beginnings(MONTHS_IN_FULL)})[a-z]{0,6}\\.?`;
export const WEEKDAY_PATTERN = `(?:${beginnings(WEEKDAYS_IN_FULL)})[a-z]{0,6}`;

const TIME_ADVERBS = words('today yesterday tomorrow tonight now ago earlier later');
const TIMES_OF_DAY = words('morning afternoon evening night weekend');
const NEAR_TIMES = words('last next early late');
/** Spans of time. */
export const TIME_UNITS = words(
  'second seconds minute minutes hour hours day days week weeks month months year years decade decades',
);
/** What ends a noun phrase by beginning an expression of time: *the attack | last week*. */
export const TIMES = union(
  TIME_ADVERBS,
  TIMES_OF_DAY,
  NEAR_TIMES,
  words('minute minutes hour hours day days week weeks month months year years decade decades'),
  DAYS_AND_MONTHS,
);
/** Words of time only before another: *this week*, not *this road*. */
export const DETERMINES_TIME = union(NEAR_TIMES, words('the this that past same following previous'));
/** Words that, with numbers and names of days, make up an expression of time between a subject and its verb. */
export const TIME_WORDS = union(
  TIME_ADVERBS,
  TIMES_OF_DAY,
  DETERMINES_TIME,
  words('minutes hour hours day days week weeks month months year years'),
  words('then recently during on at in a.m. p.m.'),
);
/** The words of those at which an expression of time cannot end. */
export const NO_END_OF_TIME = words('on at in the this that last next week year day');
/** *Week* in *last week*: what begins before it makes it time. */
export const NAMED_SPANS = words('week year month day');
