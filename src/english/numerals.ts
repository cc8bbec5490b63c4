/** Numbers in words. */
import { words } from './words.js';

/** A number as it is written: its value, and how many words it takes. */
export interface Numeral {
  readonly value: number;
  readonly words: number;
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.split(' ').map((word, i): [string, number] => [word, i]),
  ...TENS.split(' ').map((word, i): [string, number] => [word, 10 * (i + 2)]),
]);

const SCALES: ReadonlyMap<string, number> = new Map([
  ...Object.entries({ dozen: 12, score: 20, hundred: 1e2, thousand: 1e3 }),
  ...Object.entries({ million: 1e6, billion: 1e9, trillion: 1e12 }),
  ...Object.entries({ k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, tn: 1e12 }),
]);

/** More than so many words no number takes. */
const LONGEST = 12;

/** *Dozens*, *hundreds*: how many nobody says. */
const VAGUE = words('dozens scores hundreds thousands millions billions');

/** @param before the word before it: *several dozen* is no number, *a dozen* is */
export const isVague = (word: string, before: string): boolean => {
  const small = word.toLowerCase();
  return VAGUE.has(small) || ((small === 'dozen' || small === 'hundred') && before.toLowerCase() !== 'a');
};

export const isNumberWord = (word: string): boolean => {
  if (word.length > 9) return false;
  const small = word.toLowerCase();
  return SMALL.has(small) || /^(?:half|dozen|hundred)$/.test(small);
};

/** What a number is multiplied by: *million* in *2.5 million*, *bn* in *5bn*. */
export const scaleOf = (word: string): number | undefined => SCALES.get(word.toLowerCase());

/**
 * A number in words: *three dozen*, *two hundred and twenty-five thousand*, *half a million*.
 *
 * @param at the words from the first of the number on; a hyphen is none
 */
export function numeralAt(at: (k: number) => string): Numeral | undefined {
  const word = (k: number): string => at(k).toLowerCase();
  if (word(0) === 'half') {
    const scale = word(1) === 'a' ? scaleOf(word(2)) : undefined;
    return scale === undefined ? undefined : { value: scale / 2, words: 3 };
  }
  let total = 0;
  let group: number | undefined;
  let k = 0;
  for (; k < LONGEST; k++) {
    const small = SMALL.get(word(k));
    const scale = word(k).length > 2 ? SCALES.get(word(k)) : undefined;
    if (small !== undefined) {
      // *Twenty one* is one number; *one two* and *ten twenty* are two.
      const joins =
        group === undefined || (small < 10 ? group % 10 === 0 && group % 100 !== 10 : group % 100 === 0);
      if (!joins) break;
      group = (group ?? 0) + small;
    } else if (scale !== undefined) {
      if (scale <= 100) group = (group ?? 1) * scale;
      else {
        total += (group ?? 1) * scale;
        group = 0;
      }
    } else if (
      word(k) === 'and' &&
      k > 0 &&
      SMALL.has(word(k + 1)) &&
      (group ?? 0) % 100 === 0 &&
      total + (group ?? 0) > 0
    )
      continue;
    else break;
  }
  return group === undefined ? undefined : { value: total + group, words: k };
}
