import { DAYS_AND_MONTHS, MONTH_PATTERN as MONTH, WEEKDAY_PATTERN } from '../english/calendar.js';
import type { Span } from '../model/article.js';
import type { Lexicons } from '../model/lexicon.js';
import type { Words } from '../model/words.js';
import type { Block } from './blocks.js';
import { wordsOf } from './sentences.js';

const CLOCK = String.raw`\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,5}\)?)?`;
/** A date or a time of day, from where it is looked for. */
export const DATE = new RegExp(
  `(?:${WEEKDAY_PATTERN},?\\s+)?(?:\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.Z+-]+)?|${MONTH}\\s+\\d{1,2},?\\s+\\d{4}|\\d{1,2}\\s+${MONTH},?\\s+\\d{4})(?:,?\\s+(?:(?:at\\s+)?(?:${CLOCK})|${WEEKDAY_PATTERN}))?|(?:${CLOCK})`,
  'y',
);
const DASH = '(?:—|–|--|-|_)';
const AGENCY = String.raw`\s?\([^()]{2,40}\)`;
const DAY = `(?:[.,]?\\s(?:${MONTH}\\s\\d{1,2}|\\d{1,2}\\s${MONTH})(?:,?\\s\\d{4})?)?`;
const CAPITALS = String.raw`\p{Lu}[\p{Lu}.'’-]+(?:[ /]\p{Lu}[\p{Lu}.'’-]*){0,3}(?:,\s\p{L}[\p{L}.'’ -]{1,25})?`;
const PLACE = String.raw`\p{Lu}[\p{L}.'’-]+(?:[ ,/]{1,2}(?:(?:de|del|da|la|of|the|el|al) )?\p{Lu}[\p{L}.'’-]+){0,5}`;
/** A place in capitals, what may stand beside it, and a dash. */
const DATELINE = new RegExp(`^${CAPITALS}${DAY}(?:${AGENCY})?\\s?(?:—|–|--|-)\\s?(?=\\S)`, 'u');
/** With an agency the place may have small letters, or be omitted; a stop may stand for the dash. */
const AGENCY_DATELINE = new RegExp(
  `^(?:(?:${PLACE}${DAY})?${AGENCY}\\s?${DASH}\\s|${CAPITALS}${DAY}[.,]?\\s/[^/\\n]{2,30}/[.:]?\\s(?:${DASH}\\s)?)`,
  'u',
);
/** What may be a place, or a speaker. */
const BEFORE_COLON = new RegExp(`^(${CAPITALS}|${PLACE})${DAY}:\\s+(?=["“‘'«„]?\\p{Lu})`, 'u');
const CAPITALS_BEFORE_COLON = new RegExp(`^[ \\t]*${CAPITALS}${DAY}:\\s`, 'gmu');
const ADDRESS = /\b(?:I|we|you|my|our|your)\b/i;
/** The time of an entry in a running report, and the mark that parts it from the entry. */
const ENTRY_TIME = new RegExp(`^[[(]?(${CLOCK})[\\])]?\\s*(?:[—–|:·-]|--)?\\s*(?=["“‘'«„]?\\p{Lu})`, 'u');

/** What takes furniture out of a page. */
interface Dropping {
  readonly hasLede: boolean;
  drop(rule: string, span: Span): void;
}

/** Where a block's prose begins, after a dateline or a page's own data ("date 2020-10-09"). */
export function skipPrefix(
  block: Block,
  prose: string,
  words: Words,
  { party: parties }: Pick<Lexicons, 'party'>,
  layer: Dropping,
): number {
  const { opening } = block;
  let at = block.start;
  if (opening?.value.where.includes('prefix')) {
    const next = opening.last < block.to ? (words.start[opening.last] as number) : block.end;
    DATE.lastIndex = next;
    const date = DATE.exec(prose)?.[0];
    if (date !== undefined) {
      at = next + date.length;
      layer.drop(opening.value.rule, { start: block.start, end: at });
      while (at < block.end && /\s/.test(prose.charAt(at))) at++;
    }
  }
  const skip = (rule: string, prefix: string | undefined): void => {
    if (prefix === undefined) return;
    layer.drop(rule, { start: at, end: at + prefix.length });
    at += prefix.length;
  };
  const line = (): string => prose.slice(at, Math.min(block.end, at + 120));
  const time = ENTRY_TIME.exec(line())?.[0];
  // "10:55 Monday was too early."
  const isDay = DAYS_AND_MONTHS.has(/^\p{L}*/u.exec(line().slice(time?.length))?.[0].toLowerCase() ?? '');
  if (!isDay) skip('date', time);
  // A report in the middle of a page may have its own: there its agency must be a known one.
  const agency = AGENCY_DATELINE.exec(line())?.[0];
  const isKnown = ({ start, end, value }: Block['matches'][number]): boolean =>
    value.where.includes('credit') && start >= at && end <= at + (agency?.length ?? 0);
  const colon = BEFORE_COLON.exec(line());
  if (colon !== null && isDateline(colon[1] as string, { start: at, end: block.end }))
    skip('dateline', colon[0]);
  else if (!layer.hasLede) skip('dateline', DATELINE.exec(line())?.[0] ?? agency);
  else if (block.matches.some(isKnown)) skip('dateline', agency);
  return at;

  /** *Baku/Yerevan: The ...*; of other places in capitals the first of a page, where nobody’s turn begins like it. */
  function isDateline(place: string, { start, end }: Span): boolean {
    const [from, to] = wordsOf(words, { start, end: start + place.length });
    const listed = parties.find(words, from, to);
    if (listed.length > 0) {
      const isRest = (w: number): boolean => listed.every(({ first, last }) => w < first || w >= last);
      const rest = Array.from({ length: to - from }, (_, k) => from + k).filter(isRest);
      const isWord = (w: number): boolean => /\p{L}/u.test(prose.charAt(words.start[w] as number));
      return listed.every(({ value }) => value.as === 'seat') && !rest.some(isWord);
    }
    const alone = [...prose.matchAll(CAPITALS_BEFORE_COLON)].length === 1;
    const text = prose.slice(start, end);
    return (
      !layer.hasLede &&
      place === place.toUpperCase() &&
      alone &&
      text.split(' ').length > 12 &&
      !ADDRESS.test(text)
    );
  }
}
