import { FUNCTION_WORDS } from '../english/closed-classes.js';
import { isCapital } from '../english/title-case.js';
import type { Lexicons } from '../model/lexicon.js';
import type { Trace } from '../model/story.js';
import { plainWords } from '../text/plain.js';
import type { FoundItem, ItemPlace } from './search.js';

/** Shorter words are abbreviations of anything. */
const SHORTEST = 3;
/** Characters of the word before a name. */
const LONGEST_WORD = 24;

/**
 * Whether an item can be called absent so that a reader knows what is meant: no bare number, no piece of a longer name, no given name or
 * office alone, no word that is a common noun elsewhere in the story.
 */
export function isWorthListing(
  { kind, item, places }: Pick<FoundItem, 'kind' | 'item' | 'places'>,
  person: boolean,
  traces: readonly Trace[],
  lexicons: Pick<Lexicons, 'names' | 'role' | 'words'>,
): boolean {
  if (kind === 'fact' || kind === 'figure') return true;
  const words = item.split(/[\s-]+/);
  const [first = '', last = first] = [words[0], words.at(-1)];
  if (!isCapital(first) && !/^\p{Ll}?[\p{Lu}\p{N}]/u.test(first)) return false;
  if (!/\p{L}/u.test(item) || FUNCTION_WORDS.has(last.toLowerCase())) return false;
  const plain = plainWords(item);
  const { heads, matters, things, titles, given, given_he, given_she } = lexicons.names;
  const classes = [heads, matters, things, titles, given, given_he, given_she];
  const saysLittle = (word: string): boolean => classes.some(words => words.has(word));
  if (plain.every(saysLittle)) return kind === 'party';
  const isWhole = 2 * places.filter(place => isPiece(place, traces)).length <= places.length;
  if (words.length > 1) return person || kind === 'party' || isWhole;
  if ((plain[0] ?? '').length < SHORTEST) return false;
  const role = lexicons.words(item);
  if (lexicons.role.find(role, 0, role.length).length > 0) return false;
  if (kind === 'party' || person) return isWhole || kind === 'party';
  // A word with a capital may be anything; initials, and what the cast knows, are somebody or something.
  return isWhole && (/^\p{Lu}{3,}$/u.test(item) || places.some(place => isKnown(place, traces)));
}

/** Whether a place is a piece of a longer name: *Hill* in *Capitol Hill*. */
function isPiece({ article, start, end }: ItemPlace, traces: readonly Trace[]): boolean {
  const { text } = traces[article] as Trace;
  const [, before = ''] =
    /(\p{Lu}[\p{L}.]*)[ -]$/u.exec(text.slice(Math.max(0, start - LONGEST_WORD), start)) ?? [];
  const isName = before !== '' && !FUNCTION_WORDS.has(before.toLowerCase());
  return isName || /^[ -]\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3));
}

/** Whether the cast has somebody or something of that name. */
const isKnown = ({ article, start, end }: ItemPlace, traces: readonly Trace[]): boolean =>
  (traces[article] as Trace).named.some(each => each.start <= start && each.end >= end);
