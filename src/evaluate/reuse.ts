import { parse } from '../documents.js';
import type { Lexicons } from '../model/lexicon.js';
import { PARAPHRASE, paraphraseProbability } from '../reuse/paraphrase.js';
import { type KeyedTrace, keyed } from '../text/keys.js';
import { trace } from '../text/trace.js';
import { detectionCounts, f1, meanRight } from './rate.js';
import { articleOf } from './rows.js';

/** One pair of sentences, as in the Microsoft Research Paraphrase Corpus. */
export interface ReuseRow {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly label: 'same' | 'different';
}

/**
 * Whether two sentences are paraphrases (Dolan and Brockett 2005): the judgement by which a sentence that others have
 * counts as reported here in other words, and not as omitted. Intervals are over pairs.
 */
export function evaluateReuse(rows: readonly ReuseRow[], lexicons: Lexicons) {
  const whole = (kept: KeyedTrace) => ({ trace: kept, first: 0, last: kept.units.key.length });
  const judged = rows.map(({ id, a, b, label }) => {
    const traces = [a, b].map(text => trace(parse(articleOf(id, text), lexicons)));
    const [left, right] = keyed(traces, lexicons) as [KeyedTrace, KeyedTrace];
    return {
      found: paraphraseProbability(whole(left), whole(right)) >= PARAPHRASE,
      annotated: label === 'same',
    };
  });
  const counts = (same: boolean) =>
    judged.map(({ found, annotated }) =>
      detectionCounts([{ found: found === same, annotated: annotated === same }]),
    );
  return {
    pairs: rows.length,
    accuracy: meanRight(judged.map(({ found, annotated }) => [found === annotated])),
    f1Same: f1(counts(true)),
    f1Different: f1(counts(false)),
  };
}
