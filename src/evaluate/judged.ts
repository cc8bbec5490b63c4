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
 * What `judged.json` holds: the kinds from what is still given of all rounds but the first, the figures from the last one: what was wrong before has been
 * mended since. Round 0 was read before any mending, and stands for comparison.
 */
export function validationOf(records: readonly JudgedRecord[]): Validation {
  const last = Math.max(0, ...records.map(({ round }) => round));
  const latest = records.filter(({ round }) => round === last);
  const sets = [...new Set(latest.map(({ set }) => set))].join(', ');
  return {
    accuracy: judgedFigures(latest, sets).map(each => ({
      ...each,
      value: rounded(each.value),
      low: rounded(each.low),
      high: rounded(each.high),
      ...(each.alpha !== undefined && { alpha: rounded(each.alpha) }),
    })),
    kinds: judgedKinds(records.filter(({ round, gone }) => round > 0 && gone !== true)),
  };
}
