import type { Lexicons } from '../model/lexicon.js';
import { parse } from '../parse/index.js';
import { likeness, SAME, type Stated } from '../reuse/paraphrase.js';
import { Keys } from '../text/keys.js';
import { trace } from '../text/trace.js';
import { type Rate, rate, share } from './rate.js';
import { articleOf } from './rows.js';

/** One pair of sentences, as in the Microsoft Research Paraphrase Corpus. */
export interface ReuseRow {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly label: 'same' | 'different';
}

/** Intervals are over pairs. */
export interface ReuseFigures {
  readonly pairs: number;
  readonly accuracy: Rate;
  readonly f1Same: Rate;
  readonly f1Different: Rate;
}

/**
 * Whether two sentences say the same (Dolan and Brockett 2005): the judgement by which a sentence that others have
 * counts as told here in other words, and not as left out.
 */
export function evaluateReuse(rows: readonly ReuseRow[], lexicons: Lexicons): ReuseFigures {
  const keys = new Keys(lexicons);
  const stated = (id: string, text: string): Stated => {
    const kept = trace(parse(articleOf(id, text), lexicons));
    const units = keys.unitsOf(kept);
    return { trace: kept, units, from: 0, to: units.key.length };
  };
  const judged = rows.map(({ id, a, b, label }) => ({
    same: likeness(stated(id, a), stated(id, b)) >= SAME,
    label,
  }));
  return {
    pairs: rows.length,
    accuracy: share(judged.map(({ same, label }) => [Number(same === (label === 'same')), 1] as const)),
    f1Same: f1(judged.map(({ same, label }) => [same, label === 'same'] as const)),
    f1Different: f1(judged.map(({ same, label }) => [!same, label === 'different'] as const)),
  };
}

/** Found and annotated, a pair each. */
const f1 = (units: readonly (readonly [boolean, boolean])[]): Rate =>
  rate(
    units.map(([found, gold]) => [Number(found && gold), Number(found), Number(gold)]),
    ([right = 0, found = 0, gold = 0]) => (2 * right) / (found + gold),
    ([, , gold = 0]) => gold,
  );
