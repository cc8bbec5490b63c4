import type { Span, Voice, Zone } from './article.js';
import type { Doc } from './doc.js';
import type { Lexicons } from './lexicon.js';

/**
 * What one observation is divided by. Observations say how much they weigh; the runner knows how many such
 * units an article holds in each voice, so no pass divides.
 *
 * - `naming`: every observation of the same measure and subject (a choice set);
 * - `peer`: every observation of the same measure, whatever its subject; so are `mention` and `quotation`, for measures that
 *   observe each mention and each quotation once, and `quoted word`, where an observation weighs as many words as it has;
 * - `own mention`: every mention of the observation's subject;
 * - `word`: every word of the observation's voice, whoever it is about;
 * - `article`: one.
 */
export type DenominatorUnit =
  | 'naming'
  | 'peer'
  | 'mention'
  | 'own mention'
  | 'quotation'
  | 'quoted word'
  | 'word'
  | 'article';

export interface Measure {
  /** `pass.measure`, as it stands in the data files. */
  readonly id: string;
  readonly title: string;
  readonly of: 'party' | 'concept' | 'label' | 'source' | 'text';
  readonly per: DenominatorUnit;
  /**
   * A share counts whole units and lies in [0, 1]; so does a rate, of units that come in bunches, so that its interval is
   * told from sentences or articles; a mean may lie in [-1, 1].
   */
  readonly kind: 'share' | 'rate' | 'mean';
  /** Whose-voice split: `any` where the measure is itself about voices. */
  readonly voices: 'split' | 'any';
  /** Set where the measure is known to be too weak for a verdict: why. */
  readonly weak?: string;
  /**
   * Set where an order of two outlets is told only if, besides, the sums of another measure over all voices differ by at
   * least so much in the same direction: from there on about four orders in five were right where it was tried.
   */
  readonly toldIf?: { readonly measure: string; readonly sumsDiffer: number };
  readonly shown?: Shown;
  /** Set where a program that is not ours answers: its name. Nobody judged that. */
  readonly scorer?: string;
  /** Set where careful readers may differ: what they call arguable counts as right. */
  readonly matterOfTaste?: true;
  /**
   * What one observation says of its words, for `explain`; `{subject}` stands for the subject's name, which otherwise is put
   * beside the words. Nothing, or `false`, where another measure says it already. By default the measure's title.
   */
  readonly says?: false | ((seen: Observation, names: ObservationNames) => string | undefined);
}

/** How pages show a measure. All of it is optional: without it the first measure of a pass is shown as its title says. */
export interface Shown {
  /** Its column in the scorecard, whose rows are parties; measures that name the same column share the cells. */
  readonly scorecard?: string;
  /** The name of its row in the overview of outlets, or `false`: none. By default that of the first measure of a pass. */
  readonly overview?: string | false;
  /** A sentence about the subject that sets an outlet apart, with `{subject}` and `{figure}`, or `false`: never one. */
  readonly finding?: string | false;
  /** What heads its line in a section, or `false`: no line. */
  readonly line?: string | false;
  /** Fewest cases that are worth a finding. */
  readonly least?: number;
  /** What the subject is at a passage (*agent*); `false`: its passages are not shown. */
  readonly role?: string | false;
  /** What is said of a passage behind its subject, where it is not plain whose judgement it is. */
  readonly note?: (seen: Observation) => string | undefined;
  /** Whether the words that made it are listed with its counts. */
  readonly terms?: boolean;
}

/** How people call what the fields of an observation stand for. */
export interface ObservationNames {
  readonly subject: string;
  readonly label: string | undefined;
  /** The party that the label favours. */
  readonly favours: string | undefined;
}

/** What a pass saw at one place. */
export interface Observation {
  readonly measure: string;
  readonly subject: string;
  /** The lexicon form or the word that made it. */
  readonly term: string;
  readonly label?: string;
  readonly span: Span;
  readonly weight: number;
  /** How it was found, one of a few kinds a measure: what is known of how often it is right is known of each kind apart. */
  readonly grounds?: string;
  /** The parts of the weight, where it has several; they sum to it. */
  readonly shares?: readonly WeightShare[];
}

/** What one word, or what is known besides words, adds to the weight of an observation. */
export interface WeightShare {
  readonly term: string;
  /** Of the word; none for what no word brought. */
  readonly span?: Span;
  readonly share: number;
  /** The features that it came in through, by name, the strongest first. */
  readonly features: readonly string[];
}

/** An observation with its place, its voice and how sure it is, all added by the runner. */
export interface Evidence extends Observation {
  /** How often evidence like it is right, in [0, 1]; unset where nobody has judged any. */
  readonly confidence?: number;
  readonly article: string;
  readonly outlet: string;
  readonly story: string;
  readonly text: string;
  /** Index of the sentence, and the sentence itself as it stands in the article. */
  readonly sentence: number;
  readonly sentenceSpan: Span;
  readonly zone: Zone;
  readonly voice: Voice;
  /** Who is made responsible for the word, where it is not the outlet: as written, and their party. */
  readonly speaker?: string;
  readonly speakerParty?: string;
  readonly line: number;
  readonly column: number;
}

/** How many units of a denominator one sentence holds. */
export interface DenominatorCell {
  readonly sentence: number;
  readonly units: number;
}

/** What measuring an article yields: everything seen, and what it is divided by. */
export interface Measured {
  readonly evidence: readonly Evidence[];
  /** By `denominatorKey`. */
  readonly denominators: ReadonlyMap<string, readonly DenominatorCell[]>;
}

/** Units that are counted by the observations themselves. */
export const COUNTED_UNITS: ReadonlySet<DenominatorUnit> = new Set([
  'naming',
  'peer',
  'mention',
  'quotation',
  'quoted word',
]);

/** `scope` is the measure for counted units, else empty. */
export const denominatorKey = (
  unit: DenominatorUnit,
  scope: string,
  subject: string,
  voice: Voice | 'any',
): string => [unit, scope, unit === 'naming' || unit === 'own mention' ? subject : '', voice].join('\t');

/** What a method page says of a way to measure. */
export interface Method {
  readonly name: string;
  readonly question: string;
  readonly method: string;
  readonly limits: string;
  /** Where the method comes from. */
  readonly reference: string;
}

/** A question put to a document, with what a report must say of how it was answered. */
export interface Pass extends Method {
  /** Of its section on a page; by default its name. */
  readonly heading?: string;
  readonly measures: readonly Measure[];
  observe(doc: Doc, lexicons: Lexicons): Iterable<Observation>;
}
