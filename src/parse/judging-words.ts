import type { Span } from '../model/article.js';
import type { Event, Sentence } from '../model/doc.js';
import type { Reading } from './reading.js';

/** A sentence with more judgements than this is no prose. */
const MOST_APPRAISALS = 60;
/** What an accusation that the events lexicons list weighs, on the scale of the polarity lexicons. */
const ACCUSATION = -2;

export interface JudgingWord extends Span {
  readonly valence: number;
  readonly of: 'agent' | 'patient';
  /** Set where it judges only with a reason behind it: *attacked X for*. */
  readonly ifReasoned?: true;
}

/** The words of a sentence that may judge somebody; each once, as the polarity lexicons have it, if they do. */
export function judgingWords(
  { from, to }: Sentence,
  { words, lexicons }: Reading,
  events: readonly Event[],
): JudgingWord[] {
  const hits = lexicons.polarity.find(words, from, to).slice(0, MOST_APPRAISALS);
  const listed = hits.flatMap(({ start, end, value: { valence, of } }): JudgingWord[] =>
    of === undefined || valence === 0 ? [] : [{ start, end, valence, of }],
  );
  const isFree = ({ span }: Event): boolean =>
    !hits.some(
      ({ start, end, value }) =>
        (value.of !== undefined || value.valence === 0) && start < span.end && end > span.start,
    );
  const told = events.filter(isFree).flatMap(({ class: kind, span }): JudgingWord[] => {
    const blame = { ...span, valence: ACCUSATION, of: 'patient' } as const;
    return kind === 'accuse' ? [blame] : kind === 'harm' ? [{ ...blame, ifReasoned: true }] : [];
  });
  return [...listed, ...told];
}
