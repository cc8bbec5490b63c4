import { DAYS_AND_MONTHS } from '../english/calendar.js';
import { PLACE_PREPOSITIONS } from '../english/closed-classes.js';
import type { Sentence } from '../model/doc.js';
import type { Match, PartyForm } from '../model/lexicon.js';
import { lowerBound } from '../model/sorted.js';
import type { Reading } from './reading.js';
import type { Cut } from './sentences.js';

type Text = Pick<Reading, 'cut' | 'words' | 'lexicons'>;

/**
 * Whether a seat of government can stand for the government: *Baku said*, but not *in Baku*, *flew to Baku*,
 * *Baku, Azerbaijan*, nor where it is a surname, *Ada Paris said*.
 *
 * @param placeEnds where the last seat ended that is a place, in words
 */
export const isSeatOfGovernment = (
  match: Match<PartyForm>,
  sentence: Sentence,
  reading: Text,
  placeEnds: number,
): boolean => !isPlace(match, sentence, reading, placeEnds) && !isSurname(match, sentence, reading.cut);

/** After a given name or a title; in a headline, where many words have capitals, that cannot be told. */
function isSurname({ start }: Match<PartyForm>, { first, last, zone }: Sentence, cut: Cut): boolean {
  const token = first + lowerBound(last - first, i => cut.start[first + i] as number, start);
  const before = token - 1;
  return (
    zone !== 'headline' &&
    before >= first &&
    cut.pos[before] === 'PROPN' &&
    !DAYS_AND_MONTHS.has(cut.lower[before] as string)
  );
}

function isPlace(
  match: Match<PartyForm>,
  sentence: Sentence,
  { words, lexicons }: Text,
  placeEnds: number,
): boolean {
  const word = (k: number): string =>
    k >= sentence.from && k < sentence.to ? words.text.slice(words.start[k], words.end[k]).toLowerCase() : '';
  const before = word(match.first - 1);
  if (PLACE_PREPOSITIONS.has(before) || before === 'capital' || word(match.last) === 'based') return true;
  if ((before === 'and' || before === 'or' || before === ',') && placeEnds === match.first - 1) return true;
  if (before === 'to' || before === 'from')
    for (let k = match.first - 2; k >= match.first - 9; k--)
      if (lexicons.grammar.motion.has(word(k))) return true;
  // "Baku, Azerbaijan": an address.
  if (word(match.last) !== ',') return false;
  const next = lexicons.party.find(words, match.last + 1, Math.min(match.last + 4, sentence.to))[0];
  return next?.first === match.last + 1 && next.value.as === 'name' && next.value.party === match.value.party;
}
