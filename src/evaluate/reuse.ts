import type { Lexicons } from '../model/lexicon.js';
import { parse } from '../parse/index.js';
import { PARAPHRASE, paraphraseProbability } from '../reuse/paraphrase.js';
import { type KeyedTrace, keyed } from '../text/keys.js';
import { trace } from '../text/trace.js';
import { type DetectionCounts, f1, type Rate, share } from './rate.js';
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
 * Whether two sentences are paraphrases (Dolan and Brockett 2005): the judgement by which a sentence that others have
 * counts as reported here in other words, and not as omitted.
 */
export function evaluateReuse(rows: readonly ReuseRow[], lexicons: Lexicons): ReuseFigures {
  const whole = (kept: KeyedTrace) => ({ trace: kept, first: 0, last: kept.units.key.length });
  const judged = rows.map(({ id, a, b, label }) => {
    const traces = [a, b].map(text => trace(parse(articleOf(id, text), lexicons)));
    const [left, right] = keyed(traces, lexicons) as [KeyedTrace, KeyedTrace];
    return {
      found: paraphraseProbability(whole(left), whole(right)) >= PARAPHRASE,
      annotated: label === 'same',
    };
  });
  const counts = (same: boolean): DetectionCounts[] =>
    judged.map(({ found, annotated }) => [
      Number(found === same && annotated === same),
      Number(found === same),
      Number(annotated === same),
    ]);
  return {
    pairs: rows.length,
    accuracy: share(
      judged.map(({ found, annotated }) => [Number(found === annotated), 1] as const),
      0,
      1,
    ),
    f1Same: f1(counts(true)),
    f1Different: f1(counts(false)),
  };
}
