import type { Lexicons } from '../model/lexicon.js';
import type { Accuracy } from '../model/profile.js';
import { type CoreferenceRow, evaluateCoreference } from './coreference.js';
import { type CoverageRow, evaluateCoverage } from './coverage.js';
import { evaluateLoadedWords, type LoadedRow } from './loaded-words.js';
import { evaluateQuotations, type QuotationRow } from './quotations.js';
import type { Rate } from './rate.js';
import { evaluateReuse, type ReuseRow } from './reuse.js';
import { evaluateRoles, type RoleRow } from './roles.js';
import { evaluateSentiment, type SentimentRow } from './sentiment.js';
import { evaluateStories, type StoryRow } from './stories.js';
import { evaluateSuggestions } from './suggestions.js';

/** A task: what it needs of a row, how it is measured, and which of its figures are worth printing everywhere. */
interface Task {
  readonly describe: string;
  readonly fields: readonly string[];
  /** The figures as one object, as `--json` prints it. */
  measure(rows: readonly unknown[], lexicons: Lexicons): object;
  readonly headline: readonly { readonly path: string; readonly title: string; readonly of: string }[];
}

export const TASKS: Readonly<Record<string, Task>> = {
  quotations: {
    describe: 'Quotations, cues and sources (format of PolNeAR)',
    fields: ['text', 'attributions'],
    measure: (rows, lexicons) => evaluateQuotations(rows as QuotationRow[], lexicons),
    headline: [
      { path: 'directMixed.iou30.f1', title: 'Quotations, F1 of content, overlap .3', of: 'quotations' },
      { path: 'directMixed.iou80.f1', title: 'Quotations, F1 of content, overlap .8', of: 'quotations' },
      { path: 'all.iou30.f1', title: 'All attributions, F1 of content, overlap .3', of: 'attributions' },
      { path: 'sourceMatch', title: 'Source of a quotation found rightly', of: 'quotations found' },
      { path: 'cueMatch', title: 'Reporting words found rightly', of: 'attributions found' },
    ],
  },
  coreference: {
    describe: '“He” and “she” led back to a person (format of GUM)',
    fields: ['text', 'mentions'],
    measure: (rows, lexicons) => evaluateCoreference(rows as CoreferenceRow[], lexicons),
    headline: [
      {
        path: 'pronouns',
        title: '“He” and “she” led to the right person, of those answered',
        of: 'pronouns',
      },
      { path: 'answered', title: '“He” and “she” answered at all', of: 'pronouns' },
    ],
  },
  sentiment: {
    describe: 'How a sentence evaluates one that it mentions (format of NewsMTSC)',
    fields: ['text', 'start', 'end', 'label'],
    measure: (rows, lexicons) => evaluateSentiment(rows as SentimentRow[], lexicons),
    headline: [
      { path: 'macroF1', title: 'Sentiment toward a mention, macro-F1', of: 'mentions' },
      {
        path: 'conflictingPairs',
        title: 'Two mentions of one sentence with different labels, ordered rightly',
        of: 'pairs',
      },
    ],
  },
  stories: {
    describe: 'Which outlet of a story treats somebody better (format of SEESAW)',
    fields: ['story', 'articles'],
    measure: (rows, lexicons) => evaluateStories(rows as StoryRow[], lexicons),
    headline: [
      { path: 'concordance', title: 'Two articles ordered rightly by how they treat somebody', of: 'pairs' },
      {
        path: 'blindToEntity',
        title: 'The same pairs ordered by the mean of the whole article',
        of: 'pairs',
      },
      { path: 'confident', title: 'Right, of the orders that are told', of: 'pairs with a verdict' },
      { path: 'told', title: 'Orders that are told at all', of: 'pairs' },
    ],
  },
  roles: {
    describe: 'Who does what is said, and to whom (format of PAC)',
    fields: ['sentences', 'events'],
    measure: (rows, lexicons) => evaluateRoles(rows as RoleRow[], lexicons),
    headline: [
      { path: 'named', title: 'Doer or done to, of parties named in the sentence', of: 'parties' },
      { path: 'accuracy', title: 'Doer or done to, of all parties of an event', of: 'parties' },
    ],
  },
  'loaded-words': {
    describe: 'Words that readers marked as loaded, and sentences that they call biased (format of BABE)',
    fields: ['text', 'biased', 'words'],
    measure: (rows, lexicons) => evaluateLoadedWords(rows as LoadedRow[], lexicons),
    headline: [
      { path: 'word.f1', title: 'Loaded words, F1 over content words', of: 'marked words' },
      { path: 'word.precision', title: 'Words told as loaded that readers marked', of: 'words told' },
      { path: 'word.recall', title: 'Words that readers marked, told as loaded', of: 'marked words' },
      { path: 'sentence.macroF1', title: 'Biased sentences by their words, macro-F1', of: 'sentences' },
      {
        path: 'sentence.mcc',
        title: 'Biased sentences by their words, Matthews correlation',
        of: 'sentences',
      },
    ],
  },
  reuse: {
    describe: 'Whether two sentences say the same (format of MSRP)',
    fields: ['a', 'b', 'label'],
    measure: (rows, lexicons) => evaluateReuse(rows as ReuseRow[], lexicons),
    headline: [
      { path: 'accuracy', title: 'Two sentences judged rightly to say the same or not', of: 'pairs' },
      { path: 'f1Same', title: 'F1 of pairs that say the same', of: 'pairs' },
      { path: 'f1Different', title: 'F1 of pairs that do not', of: 'pairs' },
    ],
  },
  coverage: {
    describe: 'Concepts of an event that are found as items, and who names them (format of NewsWCL50)',
    fields: ['event', 'articles'],
    measure: (rows, lexicons) => evaluateCoverage(rows as CoverageRow[], lexicons),
    headline: [
      {
        path: 'conceptsFound',
        title: 'Concepts named by two outlets or more that are found as items',
        of: 'concepts',
      },
      {
        path: 'cellsRight',
        title: 'Outlets that name those rightly told from outlets that do not',
        of: 'cells',
      },
    ],
  },
  suggestions: {
    describe: 'Rival names that `lexicon suggest` finds (format of NewsWCL50)',
    fields: ['event', 'articles'],
    measure: (rows, lexicons) => evaluateSuggestions(rows as CoverageRow[], lexicons),
    headline: [
      {
        path: 'commonNames',
        title: 'Concepts with rival common nouns, two of which one suggestion has',
        of: 'concepts',
      },
      {
        path: 'suggestionsRight',
        title: 'Suggestions that set two names of one concept side by side, of those that can be judged',
        of: 'suggestions',
      },
    ],
  },
};

/** The figures of a task that are worth printing, taken from its result. */
export function headlines(task: string, set: string, result: object): Accuracy[] {
  return (TASKS[task] as Task).headline.map(({ path, title, of }) => ({
    task,
    set,
    title,
    ...rateAt(result, path),
    of,
  }));
}

function rateAt(result: object, path: string): Rate {
  let at: unknown = result;
  for (const key of path.split('.')) at = (at as Record<string, unknown>)[key];
  return at as Rate;
}
