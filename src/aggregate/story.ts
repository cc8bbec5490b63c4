import type { Lexicons } from '../model/lexicon.js';
import type { Coverage, SharedCopy, Trace } from '../model/story.js';
import { coverage } from './coverage.js';
import { sharedCopy } from './shared-copy.js';
import { Keys } from './units.js';

/**
 * What is asked of all articles of a story together: what they share, and what some report and others do not.
 *
 * @param traces sorted by outlet, then by article
 */
export function acrossOutlets(
  traces: readonly Trace[],
  lexicons: Lexicons,
): { readonly copy: SharedCopy; readonly coverage: Coverage } {
  const keys = new Keys(lexicons);
  const units = traces.map(each => keys.unitsOf(each));
  return { copy: sharedCopy(traces, units, lexicons), coverage: coverage(traces, units, lexicons) };
}
