import type { Span } from '../model/article.js';
import type { Lexicons } from '../model/lexicon.js';
import { lowerBound } from '../model/sorted.js';
import type { ItemKind, Trace } from '../model/story.js';
import { TAG } from '../model/story.js';
import { folded, OPTIONAL, type Units } from '../text/keys.js';
import { isNumberWord, isVague, numeralAt, scaleOf } from './numerals.js';

/** Something that one article holds: what it is, under which key it is the same elsewhere, and where it stands. */
export interface Sighting {
  readonly kind: ItemKind;
  readonly key: string;
  /** How it is written here. */
  readonly form: string;
  readonly span: Span;
  readonly sentence: number;
  /** A number that nobody says exactly, such as *hundreds*: no item, but what a fact has to show. */
  readonly vague?: true;
}

/** A name as capitalised words in a row; `person` where the parser takes it for somebody. */
export interface NameSighting extends Sighting {
  readonly words: readonly string[];
  /** Their numbers among `Keys`. */
  readonly numbers: readonly number[];
  readonly person: boolean;
  /** It begins a sentence or a quotation, where a capital says little. */
  readonly doubtful: boolean;
}

/** *I'm*, *I'll*: a capital and no name; *O'Neil* is one. */
const CONTRACTED = /^\p{Lu}['’]\p{Ll}+$/u;
/** Spans of time are no figures that tell anything; their names, from the calendar of the runtime. */
const SPANS: ReadonlySet<string> = new Set(
  ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'].flatMap(unit =>
    [1, 2].map(count =>
      new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' })
        .format(count)
        .replace(/^\d+ /, ''),
    ),
  ),
);
const UPPER = /^\p{Lu}/u;
/** Initials and generations say little of who it is. */
const SUFFIX = /^(?:\p{L}|Jr|Sr|II|III|IV)$/u;
const DIGITS = /^\d/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;
const DECADE = /^(?:1[5-9]|20)?\d0s$/;
const DAY = /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/;
/** Share of longer words with capitals from which on a stretch is a title. */
const TITLE = 0.75;
/** Smaller numbers are too common to say where they were taken from. */
const LEAST_FIGURE = 10;

/** Names of months and days in small letters, from the calendar of the runtime. */
const namesOf = (options: Intl.DateTimeFormatOptions, count: number, days: number): string[] => {
  const { format } = new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
  return Array.from({ length: count }, (_, i) => format((i + 0.5) * days * 86_400_000).toLowerCase());
};
const MONTHS = [
  ...namesOf({ month: 'long' }, 12, 30.4),
  ...namesOf({ month: 'short' }, 12, 30.4),
] as readonly string[];
const WEEKDAYS: ReadonlySet<string> = new Set([
  ...namesOf({ weekday: 'long' }, 7, 1),
  ...namesOf({ weekday: 'short' }, 7, 1),
]);
const monthOf = (word: string): number => {
  const at = MONTHS.indexOf(word === 'sept' ? 'sep' : word);
  return at < 0 ? -1 : at % 12;
};

/** Words that stand in small letters somewhere: with a capital they are no names of themselves. */
export function smallWords(trace: Trace, into: Set<string>): void {
  for (const { from, to } of trace.sentences)
    for (let w = from; w < to; w++) {
      const written = wordAt(trace, w);
      if (!UPPER.test(written)) into.add(folded(written));
    }
}

const wordAt = ({ text, words }: Trace, w: number): string =>
  text.slice(words.start[w] as number, words.end[w] as number);

const isWord = (written: string): boolean => /^[\p{L}\p{N}]/u.test(written);

/** Facts, parties, figures and dates: what is the same item wherever it stands. */
export function* sightings(trace: Trace, lexicons: Pick<Lexicons, 'factsIn'>): Generator<Sighting> {
  const { words, sentences, mentions, text } = trace;
  for (const { party, span, sentence, name } of mentions)
    if (name === undefined)
      yield { kind: 'party', key: party, form: text.slice(span.start, span.end), span, sentence };
  for (const { index, from, to } of sentences) {
    for (const { start, end, value, form } of lexicons.factsIn(words, from, to))
      yield { kind: 'fact', key: value, form, span: { start, end }, sentence: index };
    yield* numbersIn(trace, index);
  }
}

const CURRENCY = /^\p{Sc}$/u;

/** Figures and dates of a sentence. */
export function* numbersIn(trace: Trace, sentence: number): Generator<Sighting> {
  const { from = 0, to = 0 } = trace.sentences[sentence] ?? {};
  const at = (w: number): string => (w < to && w >= from ? wordAt(trace, w) : '');
  const { words, text } = trace;
  for (let w = from; w < to; w++) {
    const written = at(w);
    const inWords = !DIGITS.test(written);
    if (inWords && isVague(written, at(w - 1))) {
      const span = { start: words.start[w] as number, end: words.end[w] as number };
      yield { kind: 'figure', key: folded(written), form: written, span, sentence, vague: true };
      continue;
    }
    if (inWords && !isNumberWord(written) && monthOf(folded(written)) < 0) continue;
    const date = dateAt(at, w);
    if (date !== undefined) {
      const span = { start: words.start[w] as number, end: words.end[date.last - 1] as number };
      yield { kind: 'date', key: date.key, form: text.slice(span.start, span.end), span, sentence };
      w = date.last - 1;
      continue;
    }
    const number = numberAt(trace, w, to);
    if (number === undefined) continue;
    const end = rangeEnd(trace, number, to);
    const { last } = end ?? number;
    const money = w > from && CURRENCY.test(at(w - 1)) && words.end[w - 1] === words.start[w];
    const telling = number.value >= LEAST_FIGURE || money || (number.value > 0 && isShare(at, last));
    if (telling && !isTime(trace, last, to)) {
      const first = money || (inWords && at(w - 1).toLowerCase() === 'a') ? w - 1 : w;
      const span = { start: words.start[first] as number, end: words.end[last - 1] as number };
      const key = `${money ? at(w - 1) : ''}${number.value}${end === undefined ? '' : `-${end.value}`}`;
      yield { kind: 'figure', key, form: text.slice(span.start, span.end), span, sentence };
    }
    w = last - 1;
  }
}

/** A day and month in either order, with or without a year; a year; a decade. */
function dateAt(
  at: (w: number) => string,
  w: number,
): { readonly key: string; readonly last: number } | undefined {
  const written = folded(at(w));
  const month = monthOf(written);
  // A month that is also a word counts with a day.
  if (month >= 0) {
    const next = at(w + 1) === '.' ? w + 2 : w + 1;
    if (!UPPER.test(at(w)) || !DAY.test(at(next))) return undefined;
    return { key: `${parseInt(at(next), 10)} ${MONTHS[month]}`, last: withYear(at, next + 1) };
  }
  const after = monthOf(folded(at(w + 1)));
  if (DAY.test(written) && after >= 0 && UPPER.test(at(w + 1)))
    return { key: `${parseInt(written, 10)} ${MONTHS[after]}`, last: withYear(at, w + 2) };
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
function numberAt(trace: Trace, first: number, to: number): Written | undefined {
  const { words } = trace;
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
    words.start[last] === words.end[last - 1] &&
    words.start[last + 1] === words.end[last];
  while (follows(',', /^\d{3}$/)) {
    digits += wordAt(trace, last + 1);
    last += 2;
  }
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

/** The value of a number and the word behind it. */
interface Written {
  readonly value: number;
  readonly last: number;
}

/** The upper end of *5 to 7*, *25-30*. */
function rangeEnd(trace: Trace, { value, last }: Written, to: number): Written | undefined {
  const { text, words } = trace;
  const joined = last < to && /^[-‐‑–]$/.test(text.slice(words.end[last - 1], words.start[last]));
  const start = joined ? last : wordAt(trace, last) === 'to' ? last + 1 : to;
  if (start >= to || (!DIGITS.test(wordAt(trace, start)) && !isNumberWord(wordAt(trace, start))))
    return undefined;
  const upper = numberAt(trace, start, to);
  return upper !== undefined && upper.value > value ? upper : undefined;
}

/** Whether a share follows a number: those tell, however small. */
const isShare = (at: (w: number) => string, w: number): boolean =>
  at(w) === '%' || /^per ?cent$/i.test(at(w)) || (at(w) === 'per' && at(w + 1) === 'cent');

/** Whether a number counts time; *10-hour talks* are something that it counts. */
function isTime(trace: Trace, w: number, to: number): boolean {
  if (w >= to || !SPANS.has(folded(wordAt(trace, w)))) return false;
  const goesOn = w + 1 < to && ((trace.tag[w + 1] as number) & TAG.noun) !== 0;
  return !isHyphened(trace, w) || isHyphened(trace, w + 1) || !goesOn;
}

/** What a number counts: the words behind it up to the noun, and the number with them. */
export function unitOf(trace: Trace, { span, sentence, form }: Sighting): { unit: string; counted: string } {
  const nothing = { unit: '', counted: form };
  if (CURRENCY.test(form.charAt(0))) return { unit: form.charAt(0), counted: form };
  const { words, tag, text, sentences } = trace;
  const { to = 0 } = sentences[sentence] ?? {};
  let w = 0;
  for (w = sentences[sentence]?.from ?? 0; w < to && (words.start[w] as number) < span.end; w++);
  const start = w;
  for (; w < to && w < start + 5; w++) {
    const tagged = tag[w] as number;
    const written = wordAt(trace, w);
    if (!isWord(written) && written !== '%') return nothing;
    const counted = text.slice(span.start, words.end[w]).replace(/\s+/g, ' ');
    if (written === '%') return { unit: '%', counted };
    const goesOn =
      w + 1 < to && ((tag[w + 1] as number) & TAG.noun) !== 0 && !UPPER.test(wordAt(trace, w + 1));
    if ((tagged & TAG.noun) !== 0 && !goesOn)
      return { unit: text.slice(words.start[start], words.end[w]).replace(/\s+/g, ' '), counted };
    if ((tagged & TAG.verb) !== 0 && (tagged & TAG.adjective) === 0) return nothing;
  }
  return nothing;
}

/** Common nouns, in the singular as far as that is their plural without its s. */
export function* nounsIn(
  trace: Trace,
  { key, word, sentence, start, end }: Units,
): Generator<Sighting & { readonly number: number }> {
  for (const { index } of trace.sentences)
    for (let u = sentence[index] as number; u < (sentence[index + 1] as number); u++) {
      const written = trace.text.slice(start[u], end[u]);
      if (((trace.tag[word[u] as number] as number) & TAG.noun) === 0 || !/^\p{Ll}{4,}$/u.test(written))
        continue;
      yield {
        kind: 'term',
        key: written.replace(/(?<=[^s])s$/, ''),
        form: written,
        span: { start: start[u] as number, end: end[u] as number },
        sentence: index,
        number: key[u] as number,
      };
    }
}

/** Names: capitalised words in a row, without offices and peoples before them. */
export function* namesIn(
  trace: Trace,
  units: Units,
  lexicons: Pick<Lexicons, 'role' | 'party' | 'names'>,
): Generator<NameSighting> {
  const { words, sentences, text, people, opens } = withPeople(trace);
  for (const { index, from, to, zone } of sentences) {
    if (zone === 'headline' || isTitle(trace, from, to) || isHeading(trace, from, to)) continue;
    const taken = new Set<number>();
    const parties = new Set<number>();
    for (const { first, last } of lexicons.role.find(words, from, to)) {
      // *The ministry* is somebody; *the Ministry of Defence* has a name.
      const heads = lexicons.names.heads.has(wordAt(trace, last - 1).toLowerCase());
      if (heads && last - first === 1 && wordAt(trace, last) === 'of') continue;
      for (let w = first; w < last; w++) taken.add(w);
    }
    for (const { first, last, value } of lexicons.party.find(words, from, to))
      if (value.as !== 'person')
        for (let w = first; w < last; w++) {
          taken.add(w);
          parties.add(w);
        }
    const unitAt = (w: number): number =>
      lowerBound(units.word.length, u => units.word[u] as number, w + 1) - 1;
    const isOptional = (w: number): boolean => ((units.flags[unitAt(w)] ?? 0) & OPTIONAL) !== 0;
    let first = from;
    while (first < to) {
      // *The* and *In* at the head of a sentence begin no name.
      const functional = opens(first, from) && ((trace.tag[first] as number) & TAG.function) !== 0;
      const short = wordAt(trace, first).length < 2 || isOptional(first);
      if (functional || short || taken.has(first) || !isNameWord(trace, first)) {
        first++;
        continue;
      }
      const last = nameEnd({ trace, to, taken, parties, people, names: lexicons.names }, first);
      const span = { start: words.start[first] as number, end: words.end[last - 1] as number };
      const own: string[] = [];
      const numbers: number[] = [];
      for (let w = first; w < last; w++) {
        const unit = unitAt(w);
        const bare = wordAt(trace, w);
        if (
          SUFFIX.test(bare) ||
          !(isWord(bare) || bare === '&') ||
          ((units.flags[unit] as number) & OPTIONAL) !== 0
        )
          continue;
        own.push(bare);
        if (units.key[unit] !== numbers.at(-1)) numbers.push(units.key[unit] as number);
      }
      const pronoun = own.length === 1 && CONTRACTED.test(own[0] as string);
      // A line that is nothing but a name is a signature.
      if (own.length > 0 && !pronoun && last - first < to - from)
        yield {
          kind: 'name',
          key: numbers.join(' '),
          form: text.slice(span.start, span.end).replace(/\s+/g, ' '),
          span,
          sentence: index,
          words: own,
          numbers,
          person: people(span),
          doubtful: opens(first, from),
        };
      first = last;
    }
  }
}

/** Capitalised, no month or day, and no number. */
function isNameWord(trace: Trace, w: number): boolean {
  const written = wordAt(trace, w);
  if (!UPPER.test(written) || isNumberWord(written)) return false;
  return monthOf(folded(written)) < 0 && !WEEKDAYS.has(folded(written));
}

/**
 * Whether the words of a stretch nearly all have capitals, as in the headlines of many papers: then none of them tells.
 * What ends in a full stop is a sentence, however many names it holds.
 */
function isTitle(trace: Trace, from: number, to: number): boolean {
  if (wordAt(trace, to - 1) === '.') return false;
  let long = 0;
  let capital = 0;
  for (let w = from + 1; w < to; w++) {
    const written = wordAt(trace, w);
    if (!/^\p{L}{4,}$/u.test(written)) continue;
    long++;
    if (UPPER.test(written)) capital++;
  }
  return long >= 4 && capital >= TITLE * long;
}

/** Words of a line that is a heading of its own, at most. */
const LONGEST_HEADING = 8;

/** Whether a stretch is a short line of its own with as many capitals as small letters, or all in capitals. */
function isHeading({ text, words }: Trace, from: number, to: number): boolean {
  const [start, end] = [words.start[from] as number, words.end[to - 1] as number];
  const written = text.slice(start, end).match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? [];
  const long = written.filter(word => word.length > 1);
  if (long.length > 1 && long.every(word => word === word.toUpperCase())) return true;
  if (written.length > LONGEST_HEADING || /[.!,;:”"]$/.test(text.slice(start, end))) return false;
  const alone =
    /(?:^|\n)[^\p{L}\n]*$/u.test(text.slice(0, start)) && /^[^\p{L}\n]*(?:\n|$)/u.test(text.slice(end));
  return alone && 2 * written.filter(word => UPPER.test(word)).length >= written.length;
}

/** Whether a word goes on with the name before it: nothing but a space or a hyphen between; *Jong-un* goes on small. */
function continues(trace: Trace, w: number): boolean {
  const { words, text, tag } = trace;
  const between = text.slice(words.end[w - 1], words.start[w]);
  if (isNameWord(trace, w)) return /^[ \u00a0\n]?$|^[-‐‑]$/.test(between);
  const other = TAG.verb | TAG.function | TAG.adjective;
  return (
    /^[-‐‑]$/.test(between) && /^\p{Ll}{2,3}$/u.test(wordAt(trace, w)) && ((tag[w] as number) & other) === 0
  );
}

interface Reach {
  readonly trace: Trace;
  readonly to: number;
  /** Words of offices and parties, which are no names; and of parties alone. */
  readonly taken: ReadonlySet<number>;
  readonly parties: ReadonlySet<number>;
  readonly people: (span: Span) => boolean;
  readonly names: Lexicons['names'];
}

/** Where a name ends that begins with a word: *Center for Strategic and International Studies*, *Mohammed bin Salman*. */
function nameEnd(reach: Reach, first: number): number {
  const { trace, names } = reach;
  // What a body is for may be an office elsewhere: *Government Reform*.
  const within = { ...reach, taken: reach.parties };
  let last = goesOn(reach, first + 1);
  let purpose = false;
  for (;;) {
    const small = wordAt(trace, last);
    if (last >= reach.to || !isSpaced(trace, last)) return last;
    if (small === '&' || names.particles.has(small)) {
      const next = runEnd(reach, last + 1);
      if (next === last + 1) return last;
      last = next;
      continue;
    }
    const body = anyOf(trace, first, last, names.heads);
    if (small === 'and' && purpose) {
      const next = runEnd(within, last + 1);
      if (next === last + 1 || !names.matters.has(hyphened(trace, next - 1))) return last;
      last = next;
    } else if (body && /^(?:of|for|on|against)$/.test(small)) {
      const start = wordAt(trace, last + 1) === 'the' ? last + 2 : last + 1;
      const next = runEnd(within, start);
      const { words } = trace;
      // The Senate for somebody is no body.
      const somebody =
        small !== 'of' &&
        reach.people({ start: words.start[start] as number, end: words.end[next - 1] as number });
      if (next === start || somebody) return last;
      last = next;
      purpose = true;
    } else return last;
  }
}

/** Where the capitalised words in a row end; the same word where there are none. */
function runEnd(reach: Reach, first: number): number {
  const { trace, to, taken } = reach;
  if (first >= to || taken.has(first) || !isNameWord(trace, first) || !isSpaced(trace, first)) return first;
  return goesOn(reach, first + 1);
}

function goesOn(reach: Reach, from: number): number {
  const { trace, to, taken, names } = reach;
  let last = from;
  while (
    last < to &&
    !taken.has(last) &&
    (continues(trace, last) ||
      opensName(reach, last) ||
      (isHyphened(trace, last) && names.matters.has(hyphened(trace, last))))
  )
    last++;
  return last;
}

/** The full stop of *St. Louis* and *Ada B. Moss*, between what belongs together. */
function opensName({ trace, to, taken }: Reach, w: number): boolean {
  const { text, words } = trace;
  return (
    wordAt(trace, w) === '.' &&
    /^\p{Lu}\p{Ll}?$/u.test(wordAt(trace, w - 1)) &&
    w + 1 < to &&
    !taken.has(w + 1) &&
    isNameWord(trace, w + 1) &&
    text.slice(words.end[w - 1], words.start[w + 1]) === '. '
  );
}

const isHyphened = ({ text, words }: Trace, w: number): boolean =>
  w > 0 && /^[-‐‑]$/.test(text.slice(words.end[w - 1], words.start[w]));

/** A word with what stands before its hyphens, in small letters: *co-operation*. */
function hyphened(trace: Trace, w: number): string {
  let from = w;
  while (isHyphened(trace, from)) from--;
  return trace.text.slice(trace.words.start[from], trace.words.end[w]).toLowerCase();
}

/** Nothing but a space, or nothing at all, before a word. */
const isSpaced = ({ text, words }: Trace, w: number): boolean =>
  /^\s?$/.test(text.slice(words.end[w - 1] ?? words.start[w], words.start[w]));

function anyOf(trace: Trace, from: number, to: number, words: ReadonlySet<string>): boolean {
  for (let w = from; w < to; w++) if (words.has(wordAt(trace, w).toLowerCase())) return true;
  return false;
}

function withPeople(trace: Trace) {
  const { people, words, text } = trace;
  const ends = new Set(people.map(({ span }) => span.end));
  return {
    ...trace,
    /** The parser ends a name before the hyphen of *Jong-un*. */
    people: ({ start, end }: Span): boolean => {
      const hyphen = text.slice(start, end).lastIndexOf('-');
      return ends.has(end) || (hyphen > 0 && ends.has(start + hyphen));
    },
    /** First of its sentence, or first inside a quotation. */
    opens: (w: number, from: number): boolean =>
      w === from ||
      /["“‘:(]$/.test(text.slice(words.end[w - 1], words.start[w]).trim() || wordAt(trace, w - 1)),
  };
}
