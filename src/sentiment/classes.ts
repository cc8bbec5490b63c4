/** The classes of words by which a sentence is taken apart around a mention. */
import {
  AUXILIARIES,
  CLAUSE_BREAKS,
  COMMONEST,
  FOCUS_ADVERBS,
  MODALS,
  NEGATIONS,
  PASSIVE_AUXILIARIES,
  POSSESSIVES,
  QUESTION_OPENERS,
  RELATIVE_SUBJECTS,
} from '../english/closed-classes.js';
import { union, words } from '../english/words.js';

/** What may stand between a subject and its verb. */
export const HELPING = union(AUXILIARIES, FOCUS_ADVERBS, words('to'));
/** Classes of words as bits. */
export enum Is {
  Helping = 1,
  Be = 2,
  Negation = 4,
  Possessive = 8,
  Break = 16,
  Relative = 32,
  Quote = 64,
  Function = 128,
  /** What follows may be or not. */
  Possible = 256,
}

/** The classes of a word in small letters, as a sum of bits. */
export const CLASSES: ReadonlyMap<string, number> = (() => {
  const bits = new Map<string, number>();
  for (const [members, bit] of [
    [HELPING, Is.Helping],
    [PASSIVE_AUXILIARIES, Is.Be],
    [NEGATIONS, Is.Negation],
    [POSSESSIVES, Is.Possessive],
    [CLAUSE_BREAKS, Is.Break],
    [RELATIVE_SUBJECTS, Is.Relative],
    [words('" “ ” ‘ ’ \' -'), Is.Quote],
    [COMMONEST, Is.Function],
    [union(MODALS, QUESTION_OPENERS), Is.Possible],
  ] as const)
    for (const word of members) bits.set(word, (bits.get(word) ?? 0) | bit);
  return bits;
})();
