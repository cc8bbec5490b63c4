import { monthName, monthOf, TIME_UNITS } from '../english/calendar.js';
import { isNumberWord, isVague, numeralAt, scaleOf } from '../english/numerals.js';
import { isCapital } from '../english/title-case.js';
import { TAG, type Trace } from '../model/story.js';
import { oneLine } from '../model/text.js';
import { folded } from '../text/keys.js';
import { gapBefore, isHyphened, isTagged, spanAt, wordAt } from '../text/trace.js';
import { isWord, type Occurrence } from './occurrence.js';

const DIGITS = /^\d/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;
const DECADE = /^(?:1[5-9]|20)?\d0s$/;
const DAY = /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/;
/** Smaller numbers are too common to say where they were taken from. */
const LEAST_FIGURE = 10;
/** Words between a number and the noun that it counts, that noun too. */
const LONGEST_UNIT = 5;
const CURRENCY = /^\p{Sc}$/u;

/** The value of a number and the word behind it. */
interface ReadNumber {
  readonly value: number;
  readonly last: number;
}

/** Figures and dates of a sentence. */
export function* numbersIn(trace: Trace, sentence: number): Generator<Occurrence> {
  const { from = 0, to = 0 } = trace.sentences[sentence] ?? {};
  const at = (w: number): string => (w < to && w >= from ? wordAt(trace, w) : '');
  const found = (kind: 'figure' | 'date', first: number, last: number, key?: string): Occurrence => {
    const span = spanAt(trace, first, last);
    const form = trace.text.slice(span.start, span.end);
    return { kind, key: key ?? folded(form), form, span, sentence };
  };
  for (let w = from; w < to; w++) {
    const written = at(w);
    const inWords = !DIGITS.test(written);
    if (inWords && isVague(written, at(w - 1))) {
      yield { ...found('figure', w, w + 1), vague: true };
      continue;
    }
    if (inWords && !isNumberWord(written) && !(isCapital(written) && monthOf(folded(written)) >= 0)) continue;
    const date = dateAt(at, w);
    if (date !== undefined) {
      yield found('date', w, date.last, date.key);
      w = date.last - 1;
      continue;
    }
    const number = numberAt(trace, w, to);
    if (number === undefined) continue;
    const end = rangeEnd(trace, number, to);
    const { last } = end ?? number;
    const money = w > from && CURRENCY.test(at(w - 1)) && gapBefore(trace, w) === '';
    const counts = number.value >= LEAST_FIGURE || money || (number.value > 0 && isShare(at, last));
    if (counts && !isTime(trace, last, to)) {
      const first = money || (inWords && at(w - 1).toLowerCase() === 'a') ? w - 1 : w;
      const key = `${money ? at(w - 1) : ''}${number.value}${end === undefined ? '' : `-${end.value}`}`;
      yield found('figure', first, last, key);
    }
    w = last - 1;
  }
}

/** A day and month in either order, with or without a year; a year; a decade. */
function dateAt(at: (w: number) => string, w: number) {
  const written = folded(at(w));
  const month = monthOf(written);
  // A month that is also a word counts with a day.
  if (month >= 0) {
    const next = at(w + 1) === '.' ? w + 2 : w + 1;
    if (!isCapital(at(w)) || !DAY.test(at(next))) return undefined;
    return { key: `${parseInt(at(next), 10)} ${monthName(month)}`, last: withYear(at, next + 1) };
  }
  const after = monthOf(folded(at(w + 1)));
  if (DAY.test(written) && after >= 0 && isCapital(at(w + 1)))
    return { key: `${parseInt(written, 10)} ${monthName(after)}`, last: withYear(at, w + 2) };
  if (YEAR.test(written) && !/^[%$€£]/.test(at(w + 1))) return { key: written, last: w + 1 };
  if (DECADE.test(written)) return { key: written, last: w + 1 };
  return undefined;
}

/** The year of a day belongs to it. */
function withYear(at: (w: number) => string, last: number): number {
  const year = at(last) === ',' ? last + 1 : last;
  return YEAR.test(at(year)) ? year + 1 : last;
}

/** A number with its thousands and its fraction, as a value; the words it takes. */
function numberAt(trace: Trace, first: number, to: number): ReadNumber | undefined {
  if (!DIGITS.test(wordAt(trace, first))) {
    const numeral = numeralAt(k => (first + k < to ? wordAt(trace, first + k) : ''));
    return numeral && { value: numeral.value, last: first + numeral.words };
  }
  let digits = wordAt(trace, first);
  let last = first + 1;
  const follows = (mark: string, size: RegExp): boolean =>
    last + 1 < to &&
    wordAt(trace, last) === mark &&
    size.test(wordAt(trace, last + 1)) &&
    gapBefore(trace, last) === '' &&
    gapBefore(trace, last + 1) === '';
  for (; follows(',', /^\d{3}$/); last += 2) digits += wordAt(trace, last + 1);
  if (follows('.', /^\d+\p{L}{0,2}$/u)) {
    digits += `.${wordAt(trace, last + 1)}`;
    last += 2;
  }
  const [, plain = digits, letters = ''] = /^([\d.]+)(\p{L}{1,2})$/u.exec(digits) ?? [];
  let value = Number(plain) * (scaleOf(letters) ?? (letters === '' ? 1 : Number.NaN));
  for (let scale: number | undefined; last < to; last++, value *= scale) {
    scale = isHyphened(trace, last) ? undefined : scaleOf(wordAt(trace, last));
    if (scale === undefined) break;
  }
  // 1.1 million is not 1100000.0000000002.
  return { value: Number.isNaN(value) ? 0 : Number(value.toPrecision(12)), last };
}

/** The upper end of *5 to 7*, *25-30*. */
function rangeEnd(trace: Trace, { value, last }: ReadNumber, to: number): ReadNumber | undefined {
  const joined = last < to && isHyphened(trace, last);
  const start = joined ? last : wordAt(trace, last) === 'to' ? last + 1 : to;
  if (start >= to || (!DIGITS.test(wordAt(trace, start)) && !isNumberWord(wordAt(trace, start))))
    return undefined;
  const upper = numberAt(trace, start, to);
  return upper !== undefined && upper.value > value ? upper : undefined;
}

/** Whether a share follows a number: those count, however small. */
const isShare = (at: (w: number) => string, w: number): boolean =>
  at(w) === '%' || /^per ?cent$/i.test(at(w)) || (at(w) === 'per' && at(w + 1) === 'cent');

/** Whether a number counts time; *10-hour talks* are something that it counts. */
function isTime(trace: Trace, w: number, to: number): boolean {
  if (w >= to || !TIME_UNITS.has(folded(wordAt(trace, w)))) return false;
  const goesOn = w + 1 < to && isTagged(trace, w + 1, TAG.noun);
  return !isHyphened(trace, w) || isHyphened(trace, w + 1) || !goesOn;
}

/** What a number counts: the words behind it up to the noun, and the number with them. */
export function countedBy(trace: Trace, { span, sentence, form }: Occurrence) {
  const nothing = { unit: '', counted: form };
  if (CURRENCY.test(form.charAt(0))) return { unit: form.charAt(0), counted: form };
  const { words, text, sentences } = trace;
  const { from = 0, to = 0 } = sentences[sentence] ?? {};
  let start = from;
  while (start < to && (words.start[start] as number) < span.end) start++;
  for (let w = start; w < to && w < start + LONGEST_UNIT; w++) {
    const written = wordAt(trace, w);
    if (!isWord(written) && written !== '%') return nothing;
    const counted = oneLine(text.slice(span.start, words.end[w]));
    if (written === '%') return { unit: '%', counted };
    const goesOn = w + 1 < to && isTagged(trace, w + 1, TAG.noun) && !isCapital(wordAt(trace, w + 1));
    if (isTagged(trace, w, TAG.noun) && !goesOn)
      return { unit: oneLine(text.slice(words.start[start], words.end[w])), counted };
    if (isTagged(trace, w, TAG.verb) && !isTagged(trace, w, TAG.adjective)) return nothing;
  }
  return nothing;
}
