import { monthOf, WEEKDAYS } from '../english/calendar.js';
import { FUNCTION_WORDS } from '../english/closed-classes.js';
import { isNumberWord } from '../english/numerals.js';
import { isCapital, isTitleCase } from '../english/title-case.js';
import type { Span } from '../model/article.js';
import type { Sentence } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import { lowerBound } from '../model/sorted.js';
import { TAG, type Trace } from '../model/story.js';
import { oneLine } from '../model/text.js';
import { FLAG, folded, type KeyedTrace } from '../text/keys.js';
import { gapBefore, isHyphened, isTagged, spanAt, wordAt, wordsAt } from '../text/trace.js';
import { isWord, type Occurrence } from './occurrence.js';

/** A name as capitalised words in a row; `person` where the parser takes it for somebody. */
export interface NameOccurrence extends Occurrence {
  readonly words: readonly string[];
  /** Their keys. */
  readonly numbers: readonly number[];
  readonly person: boolean;
  /** It begins a sentence or a quotation, where a capital says little. */
  readonly doubtful: boolean;
}

/** *I'm*, *I'll*: a capital and no name; *O'Neil* is one. */
const CONTRACTED = /^\p{Lu}['’]\p{Ll}+$/u;
/** Initials and generations say little of who it is. */
const SUFFIX = /^(?:\p{L}|Jr|Sr|II|III|IV)$/u;

/** Names: capitalised words in a row, without offices and peoples before them. */
export function* namesIn(
  trace: KeyedTrace,
  lexicons: Pick<Lexicons, 'role' | 'party' | 'names'>,
): Generator<NameOccurrence> {
  const { sentences, text } = trace;
  const isPerson = personTest(trace);
  for (const sentence of sentences) {
    const { index, from, to, zone } = sentence;
    if (zone === 'headline' || isTitle(trace, from, to) || isHeading(trace, from, to)) continue;
    const reach = { trace, to, ...takenIn(trace, sentence, lexicons), isPerson, names: lexicons.names };
    for (let first = from, last = from; first < to; first = last) {
      const doubtful = opens(trace, first, from);
      if (!beginsName(reach, first, doubtful)) {
        last = first + 1;
        continue;
      }
      last = nameEnd(reach, first);
      const name = wordsOfName(trace, first, last);
      const pronoun = name.words.length === 1 && CONTRACTED.test(name.words[0] as string);
      // A line that is nothing but a name is a signature.
      if (name.words.length === 0 || pronoun || last - first === to - from) continue;
      const span = spanAt(trace, first, last);
      yield {
        kind: 'name',
        key: name.numbers.join(' '),
        form: oneLine(text.slice(span.start, span.end)),
        span,
        sentence: index,
        ...name,
        person: isPerson(span),
        doubtful,
      };
    }
  }
}

/** The words of offices and parties in a sentence, and those of parties alone. */
function takenIn(
  trace: Trace,
  { from, to }: Sentence,
  { role, party, names }: Pick<Lexicons, 'role' | 'party' | 'names'>,
): Pick<Reach, 'taken' | 'parties'> {
  const { words } = trace;
  const wordsOf = (found: readonly { readonly first: number; readonly last: number }[]): number[] =>
    found.flatMap(({ first, last }) => Array.from({ length: last - first }, (_, i) => first + i));
  // *The ministry* is somebody; *the Ministry of Defence* has a name.
  const offices = role
    .find(words, from, to)
    .filter(
      ({ first, last }) =>
        last - first > 1 ||
        wordAt(trace, last) !== 'of' ||
        !names.heads.has(wordAt(trace, first).toLowerCase()),
    );
  const parties = wordsOf(party.find(words, from, to).filter(({ value }) => value.as !== 'person'));
  return { taken: new Set([...wordsOf(offices), ...parties]), parties: new Set(parties) };
}

function beginsName({ trace, taken }: Reach, w: number, opening: boolean): boolean {
  // *The* and *In* at the head of a sentence begin no name.
  if (opening && (isTagged(trace, w, TAG.function) || FUNCTION_WORDS.has(wordAt(trace, w).toLowerCase())))
    return false;
  return !taken.has(w) && isNameWord(trace, w) && wordAt(trace, w).length > 1 && !isOptional(trace, w);
}

/** Index of the unit that a word belongs to. */
const unitAt = ({ units: { word } }: KeyedTrace, w: number): number =>
  lowerBound(word.length, u => word[u] as number, w + 1) - 1;

const isOptional = (trace: KeyedTrace, w: number): boolean =>
  ((trace.units.flags[unitAt(trace, w)] ?? 0) & FLAG.optional) !== 0;

/** The words by which a name is known, and their keys. */
function wordsOfName(
  trace: KeyedTrace,
  first: number,
  last: number,
): Pick<NameOccurrence, 'words' | 'numbers'> {
  const words: string[] = [];
  const numbers: number[] = [];
  for (let w = first; w < last; w++) {
    const written = wordAt(trace, w);
    if (SUFFIX.test(written) || !(isWord(written) || written === '&') || isOptional(trace, w)) continue;
    words.push(written);
    const key = trace.units.key[unitAt(trace, w)] as number;
    if (key !== numbers.at(-1)) numbers.push(key);
  }
  return { words, numbers };
}

/** Capitalised, no month or day, and no number. */
function isNameWord(trace: Trace, w: number): boolean {
  const written = wordAt(trace, w);
  if (!isCapital(written) || isNumberWord(written)) return false;
  return monthOf(folded(written)) < 0 && !WEEKDAYS.has(folded(written));
}

/** What ends in a full stop is a sentence, however many names it holds. */
const isTitle = (trace: Trace, from: number, to: number): boolean =>
  wordAt(trace, to - 1) !== '.' && isTitleCase(wordsAt(trace, from, to));

/** Words of a line that is a heading of its own, at most. */
const LONGEST_HEADING = 8;

/** Whether a stretch is a short line of its own with as many capitals as small letters, or all in capitals. */
function isHeading(trace: Trace, from: number, to: number): boolean {
  const { text } = trace;
  const { start, end } = spanAt(trace, from, to);
  const written = text.slice(start, end).match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? [];
  const long = written.filter(word => word.length > 1);
  if (long.length > 1 && long.every(word => word === word.toUpperCase())) return true;
  if (written.length > LONGEST_HEADING || /[.!,;:”"]$/.test(text.slice(start, end))) return false;
  const alone =
    /(?:^|\n)[^\p{L}\n]*$/u.test(text.slice(0, start)) && /^[^\p{L}\n]*(?:\n|$)/u.test(text.slice(end));
  return alone && 2 * written.filter(word => isCapital(word)).length >= written.length;
}

/** Whether a word goes on with the name before it: nothing but a space or a hyphen between; *Jong-un* goes on small. */
function continues(trace: Trace, w: number): boolean {
  const between = gapBefore(trace, w);
  if (isNameWord(trace, w)) return /^[ \u00a0\n]?$|^[-‐‑]$/.test(between);
  const isOther = isTagged(trace, w, TAG.verb | TAG.function | TAG.adjective);
  return /^[-‐‑]$/.test(between) && /^\p{Ll}{2,3}$/u.test(wordAt(trace, w)) && !isOther;
}

interface Reach {
  readonly trace: KeyedTrace;
  readonly to: number;
  /** Words of offices and parties, which are no names; and of parties alone. */
  readonly taken: ReadonlySet<number>;
  readonly parties: ReadonlySet<number>;
  readonly isPerson: (span: Span) => boolean;
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
    const body = wordsAt(trace, first, last).some(word => names.heads.has(word.toLowerCase()));
    if (small === 'and' && purpose) {
      const next = runEnd(within, last + 1);
      if (next === last + 1 || !names.matters.has(hyphened(trace, next - 1))) return last;
      last = next;
    } else if (body && /^(?:of|for|on|against)$/.test(small)) {
      const start = wordAt(trace, last + 1) === 'the' ? last + 2 : last + 1;
      const next = runEnd(within, start);
      // The Senate for somebody is no body.
      const somebody = small !== 'of' && reach.isPerson(spanAt(trace, start, next));
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

/** A word with what stands before its hyphens, in small letters: *co-operation*. */
function hyphened(trace: Trace, w: number): string {
  let from = w;
  while (isHyphened(trace, from)) from--;
  return trace.text.slice(trace.words.start[from], trace.words.end[w]).toLowerCase();
}

/** Nothing but a space, or nothing at all, before a word. */
const isSpaced = (trace: Trace, w: number): boolean => /^\s?$/.test(gapBefore(trace, w));

/** Whether a stretch ends where the parser has a person end, which is before the hyphen of *Jong-un*. */
function personTest({ people, text }: Trace): (span: Span) => boolean {
  const ends = new Set(people.map(({ span }) => span.end));
  return ({ start, end }) => {
    const hyphen = text.slice(start, end).lastIndexOf('-');
    return ends.has(end) || (hyphen > 0 && ends.has(start + hyphen));
  };
}

/** First of its sentence, or first inside a quotation. */
const opens = (trace: Trace, w: number, from: number): boolean =>
  w === from || /["“‘:(]$/.test(gapBefore(trace, w).trim() || wordAt(trace, w - 1));
