import type { Lexicons } from '../model/lexicon.js';
import type { Accuracy } from '../model/profile.js';
import type { Scores } from '../model/scores.js';
import { evaluateCast } from './cast.js';
import { evaluateCoreference } from './coreference.js';
import { evaluateCoverage } from './coverage.js';
import { evaluateLexicalBias } from './lexical-bias.js';
import { evaluateLoadedWords } from './loaded-words.js';
import { evaluateQuotations } from './quotations.js';
import type { Rate } from './rate.js';
import { evaluateReuse } from './reuse.js';
import { evaluateRoles } from './roles.js';
import { evaluateSentiment } from './sentiment.js';
import { evaluateSpeakers } from './speakers.js';
import { evaluateStories } from './stories.js';
import { evaluateSuggestions } from './suggestions.js';

/** A task: what it needs of a row, how it is measured, and which of its figures are worth printing everywhere. */
interface EvaluationTask {
  readonly describe: string;
  /** What each row must have. */
  readonly fields: readonly string[];
  /** The figures as one object, as `--json` prints it. */
  measure(rows: readonly unknown[], lexicons: Lexicons, scores?: Scores): object;
  /** Whether the scores of another program can stand in the place of ours. */
  readonly scored?: true;
  readonly headline: readonly (readonly [path: string, title: string, of: string])[];
}

export const TASKS: Readonly<Record<string, EvaluationTask>> = {
  quotations: {
    describe: 'Quotations, cues and sources (format of PolNeAR)',
    fields: ['text', 'attributions'],
    measure: evaluateQuotations,
    headline: [
      ['directMixed.iou30.f1', 'Quotations, F1 of content, overlap .3', 'quotations'],
      ['directMixed.iou80.f1', 'Quotations, F1 of content, overlap .8', 'quotations'],
      ['all.iou30.f1', 'All attributions, F1 of content, overlap .3', 'attributions'],
      ['sourceMatch', 'Source of a quotation, found correctly', 'quotations found'],
      ['cueMatch', 'Reporting verb of an attribution, found correctly', 'attributions found'],
    ],
  },
  cast: {
    describe: 'Who a story is about, and where they are named (format of NewsWCL50)',
    fields: ['event', 'articles'],
    measure: evaluateCast,
    headline: [
      ['f1', 'Mentions of people, groups and countries led to the right member, F1', 'mentions'],
      ['precision', 'Mentions of members that are right (precision)', 'mentions found'],
      ['recall', 'Annotated mentions that are found and led to the right member (recall)', 'mentions'],
    ],
  },
  speakers: {
    describe: 'Who speaks, and for which party, over the outlets of a story (format of BASIL)',
    fields: ['story', 'articles'],
    measure: evaluateSpeakers,
    headline: [
      ['speaker', 'Speaker of a quoted span, found correctly', 'spans'],
      ['party', 'Statements by people marked with their party that get it', 'statements'],
      ['oneSide', 'Speakers with one side in all outlets of a story', 'speakers'],
    ],
  },
  coreference: {
    describe: 'To whom “he” and “she” refer (format of GUM)',
    fields: ['text', 'mentions'],
    measure: evaluateCoreference,
    headline: [
      ['pronouns', '“He” and “she” resolved to the right person, of those resolved', 'pronouns'],
      ['answered', '“He” and “she” resolved at all', 'pronouns'],
    ],
  },
  sentiment: {
    describe: 'How a sentence evaluates somebody whom it mentions (format of NewsMTSC)',
    fields: ['text', 'start', 'end', 'label'],
    measure: evaluateSentiment,
    scored: true,
    headline: [
      ['macroF1', 'Sentiment toward a mention, macro-F1', 'mentions'],
      [
        'conflictingPairs',
        'Two mentions of one sentence with different labels, put in the right order',
        'pairs',
      ],
    ],
  },
  stories: {
    describe: 'Which of two outlets portrays a person more favourably (format of SEESAW)',
    fields: ['story', 'articles'],
    measure: evaluateStories,
    headline: [
      ['concordance', 'Two articles put in the right order by how they treat somebody', 'pairs'],
      ['blindToEntity', 'The same pairs ordered by the mean of the whole article', 'pairs'],
      ['confident', 'Orders with a verdict that are right', 'pairs with a verdict'],
      ['told', 'Orders that get a verdict at all', 'pairs'],
    ],
  },
  roles: {
    describe: 'Who is the agent and who is the patient of an event (format of PAC)',
    fields: ['sentences', 'events'],
    measure: evaluateRoles,
    headline: [
      ['named', 'Agent or patient, of parties named in the sentence', 'parties'],
      ['accuracy', 'Agent or patient, of all parties of an event', 'parties'],
    ],
  },
  'loaded-words': {
    describe: 'Words that readers marked as loaded, and sentences that they call biased (format of BABE)',
    fields: ['text', 'biased', 'words'],
    measure: evaluateLoadedWords,
    headline: [
      ['word.f1', 'Loaded words, F1 over content words', 'marked words'],
      ['word.precision', 'Loaded words that readers marked too (precision)', 'words found'],
      ['word.recall', 'Words that readers marked and that are found (recall)', 'marked words'],
      ['sentence.macroF1', 'Biased sentences by their words, macro-F1', 'sentences'],
      ['sentence.mcc', 'Biased sentences by their words, Matthews correlation', 'sentences'],
    ],
  },
  'lexical-bias': {
    describe: 'Words by which an article sways its reader, in the outlet’s own voice (format of BASIL)',
    fields: ['story', 'articles'],
    measure: evaluateLexicalBias,
    headline: [
      ['either.f1', 'Lexical bias in own words, found as loaded or as evaluating its target, F1', 'spans'],
      ['either.precision', 'Words so found that are in an annotated span (precision)', 'words found'],
      ['either.recall', 'Annotated spans in which a word is so found (recall)', 'spans'],
      ['loaded.f1', 'The same by loaded words alone, F1', 'spans'],
      ['floor.f1', 'The same by every word of a general polarity list, F1', 'spans'],
    ],
  },
  reuse: {
    describe: 'Whether two sentences say the same (format of MSRP)',
    fields: ['a', 'b', 'label'],
    measure: evaluateReuse,
    headline: [
      ['accuracy', 'Two sentences judged correctly to say the same or not', 'pairs'],
      ['f1Same', 'F1 of pairs that say the same', 'pairs'],
      ['f1Different', 'F1 of pairs that do not', 'pairs'],
    ],
  },
  coverage: {
    describe: 'Concepts of an event that are found as items, and who names them (format of NewsWCL50)',
    fields: ['event', 'articles'],
    measure: evaluateCoverage,
    headline: [
      ['conceptsFound', 'Concepts named by two outlets or more that are found as items', 'concepts'],
      ['cellsRight', 'Outlets sorted correctly into those that name them and those that do not', 'cells'],
    ],
  },
  suggestions: {
    describe: 'Rival names that `lexicon suggest` finds (format of NewsWCL50)',
    fields: ['event', 'articles'],
    measure: evaluateSuggestions,
    headline: [
      ['commonNames', 'Concepts with rival common nouns, two of which one suggestion has', 'concepts'],
      [
        'suggestionsRight',
        'Suggestions that set two names of one concept side by side, of those that can be judged',
        'suggestions',
      ],
    ],
  },
};

/** The figures of a task that are worth printing, taken from its result. */
export function headlines(task: string, set: string, result: object): Accuracy[] {
  return (TASKS[task] as EvaluationTask).headline.map(([path, title, of]) => ({
    task,
    set,
    title,
    ...(path
      .split('.')
      .reduce<object>((at, key) => (at as Record<string, object>)[key] as object, result) as Rate),
    of,
  }));
}
