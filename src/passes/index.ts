import type { Pass } from '../model/evidence.js';
import type { Scores } from '../model/scores.js';
import { agency } from './agency.js';
import { attribution } from './attribution.js';
import { certainty } from './certainty.js';
import { loaded } from './loaded.js';
import { sentiment, sentimentBy } from './sentiment.js';
import { terminology } from './terminology.js';
import { visibility } from './visibility.js';

/** Every pass, in the order of the reports. To add one: write the file, add a line here. */
export const PASSES: readonly Pass[] = [
  terminology,
  loaded,
  visibility,
  attribution,
  certainty,
  agency,
  sentiment,
];

export { mentionsToScore } from './sentiment.js';

/** The same, with the polarities of another scorer in the place of ours. */
export const passesWith = (scores: Scores): readonly Pass[] =>
  PASSES.map(pass => (pass === sentiment ? sentimentBy(scores) : pass));
