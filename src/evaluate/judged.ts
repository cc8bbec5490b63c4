import { confidenceFrom, isShown } from '../model/confidence.js';
import type { Validation } from '../model/profile.js';
import { type JudgedPiece, judgedFigures, judgedKinds } from './sheets.js';

/** A piece of evidence as `test/judged` keeps it: where it stands is not needed here. */
export interface JudgedRecord extends JudgedPiece {
  readonly round: number;
  readonly set: string;
  /** Whether the tool has been mended since, so that it no longer gives this piece. */
  readonly gone?: boolean;
}

const rounded = (value: number): number => Number(value.toFixed(4));

/**
 * What `judged.json` holds: the kinds from what is still given of all rounds but the first; the figures of what pages show, of each
 * measure from the last round in which it was judged, since what was wrong before has been mended. Round 0 was read before any
 * mending, and stands for comparison.
 */
export function validationOf(records: readonly JudgedRecord[]): Validation {
  const last = new Map<string, number>();
  for (const { measure, round } of records) last.set(measure, Math.max(round, last.get(measure) ?? 0));
  const kinds = judgedKinds(records.filter(({ round, gone }) => round > 0 && gone !== true));
  const confidence = confidenceFrom(kinds);
  const latest = records.filter(
    ({ measure, grounds, round }) =>
      round === last.get(measure) && isShown({ confidence: confidence(measure, grounds) }),
  );
  const sets = [...new Set(latest.map(({ set }) => set))].join(', ');
  return {
    accuracy: judgedFigures(latest, sets).map(each => ({
      ...each,
      value: rounded(each.value),
      low: rounded(each.low),
      high: rounded(each.high),
      ...(each.alpha !== undefined && { alpha: rounded(each.alpha) }),
    })),
    kinds,
  };
}
