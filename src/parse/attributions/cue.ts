import type { Sentence } from '../../model/doc.js';
import type { CueForm, CueFrame, Match } from '../../model/lexicon.js';
import type { Phrase } from '../phrases.js';

/** A reporting word in its place: tokens `[first, last)`; its auxiliaries begin at `group`. */
export interface Cue {
  readonly first: number;
  readonly last: number;
  readonly group: number;
  readonly frames: readonly CueFrame[];
  readonly match: Match<CueForm>;
  readonly sentence: Sentence;
  /** *saying that*: its subject is that of the main clause. */
  readonly participle: boolean;
  /** *did not say*: the source is not made responsible. */
  readonly denied: boolean;
  /** *may believe*, *seems to think*: the outlet guesses. */
  readonly guessed: boolean;
  /** All cues of its sentence, in their order. */
  readonly among: readonly Cue[];
  /** The source that was found for it. */
  source?: Phrase;
}

/** Whether a verb reports what was said, and not only that something was wished. */
export const takesContent = ({ frames }: Pick<Cue, 'frames'>): boolean =>
  frames.some(frame => frame === 'clause' || frame === 'that' || frame === 'addressee');
