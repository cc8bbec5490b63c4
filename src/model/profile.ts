import type { Span, Voice, Zone } from './article.js';
import type { Cast, NameCount, NamedMember } from './cast.js';
import type { Confidence, JudgedKind } from './confidence.js';
import type { Designations } from './designation.js';
import type { Quotation } from './doc.js';
import type { Evidence, Measure, Method, Pass } from './evidence.js';
import type { Lexicons } from './lexicon.js';
import type { CopiedArticle, Coverage, SharedCopy } from './story.js';

/** Where a value lies with a confidence of 95%. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What there is of either of two outlets. */
export interface Sides<T> {
  readonly left: T;
  readonly right: T;
}

/** A value over all articles of an outlet, pooled: sum of weights over sum of denominators, with a 95% interval. */
export interface Estimate extends Interval {
  readonly outlet: string;
  readonly measure: string;
  readonly subject: string;
  readonly voice: Voice | 'any';
  readonly value: number;
  /** Sum of the weights of the evidence. */
  readonly numerator: number;
  readonly denominator: number;
  /** On how many independent cases the interval rests: units of a share; sentences, or articles, of a mean. */
  readonly cases: number;
  /** Number of articles whose denominator is not zero. */
  readonly articles: number;
  readonly evidence: readonly Evidence[];
}

/** What is kept of an article once it is measured. */
export interface ArticleSummary {
  readonly id: string;
  readonly path: string;
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly agency: string | undefined;
  readonly language: string;
  readonly headlineInText: boolean;
  /** First 12 hexadecimal digits of the SHA-256 of the text. */
  readonly digest: string;
  readonly sentences: readonly (Span & { readonly zone: Zone })[];
  /** Words of prose by voice; furniture is not counted. */
  readonly words: Readonly<Record<Voice, number>>;
  readonly furniture: readonly { readonly rule: string; readonly text: string; readonly line: number }[];
  readonly quotations: readonly QuotationRecord[];
  /** Of members of the cast. */
  readonly names: readonly NameCount[];
}

/** A quotation as `data/quotations.jsonl` gives it. */
export interface QuotationRecord extends Span, Pick<Quotation, 'form'> {
  /** Number within the article; the parts of a broken quotation share it. */
  readonly quotation: number;
  readonly text: string;
  readonly words: number;
  readonly line: number;
  readonly cue?: string;
  readonly stance?: string;
  readonly source?: string;
  readonly speaker?: string;
  /** The political party of the speaker, else the side. */
  readonly party?: string;
  /** The member of the cast that the statement counts for. */
  readonly side?: string;
  readonly kind: string;
}

export interface OutletProfile {
  readonly outlet: string;
  readonly story: string;
  readonly articles: readonly ArticleSummary[];
  readonly estimates: readonly Estimate[];
  /** Evidence that is in no estimate: too seldom right to be shown. */
  readonly setAside: readonly Evidence[];
}

/** With fewer cases than this on either side, counts are printed and no contrast is drawn. */
export const LEAST_CASES = 5;

/** From so many articles on, articles and not sentences are what is resampled, and a verdict may be `clear`. */
export const ARTICLES_FOR_CLEAR = 5;

/** Why most verdicts are no better than `likely`. */
export const FEW_ARTICLES = `an outlet has fewer than ${ARTICLES_FOR_CLEAR} articles`;

export type Verdict = 'clear' | 'likely' | 'cannot tell';

/** How much one term adds to a difference; the contributions of a contrast sum to it. */
export interface Contribution extends Sides<number> {
  readonly term: string;
  readonly share: number;
}

/**
 * The greatest q-values of a contrast that is `likely`, and of one that is `clear`: of those, so many at most are expected to be
 * chance (false discovery rates, Benjamini and Hochberg 1995), over all contrasts of a comparison that have enough cases.
 */
export const LIKELY_Q = 0.2;
export const CLEAR_Q = 0.05;

/** What became of a verdict when it was tried in other ways; computed only where there is one. */
export interface Robustness {
  /** The lexicon entry, or source, without which the interval would include zero; the worst one. */
  readonly restsOn: string | undefined;
  /** Whether it holds with attributed words counted too; unset where they are already. */
  readonly attributed: boolean | undefined;
}

/**
 * Two outlets on one measure. Text that both have and in which the measure finds the same is excluded on both sides; a
 * verdict holds with it and without.
 */
export interface Contrast extends Sides<Estimate>, Interval {
  readonly measure: Measure;
  readonly subject: string;
  readonly voice: Voice | 'any';
  /** The same with shared text counted for each: as it stands in the tables of the outlets. */
  readonly whole: Sides<Estimate>;
  readonly difference: number;
  /** Left minus right, of the sums that the measure's `toldIf` asks for; 0 where it asks for none. */
  readonly sums: number;
  /** Two-sided, of no difference, with shared text or without, whichever is greater; unset with too few cases. */
  readonly p: number | undefined;
  /** q-value: the least false discovery rate at which it is significant. */
  readonly q: number | undefined;
  readonly verdict: Verdict;
  /** Why a verdict is weaker than its interval, in words. */
  readonly because: string | undefined;
  readonly robustness: Robustness | undefined;
  /** How many times as much text like this it would take to be significant among so many; unset if over 50, or significant. */
  readonly moreText: number | undefined;
  /** Computed when asked for: there are many contrasts, and few are looked into. */
  readonly contributions: () => readonly Contribution[];
}

/** The contrasts of every two outlets on one measure and subject, in own words or over all voices. */
export interface ContrastGroup extends Pick<Contrast, 'measure' | 'subject' | 'voice'> {
  /** The pass, and the party or concept: where nothing is significant, the first group of each topic says enough. */
  readonly topic: string;
  /** Those with a verdict: `clear` before `likely`, then the strongest first. */
  readonly significant: readonly Contrast[];
  /** Those in which the values differ and the verdict is `cannot tell`, the strongest first. */
  readonly uncertain: readonly Contrast[];
}

/** A term with the number of times that each of two outlets has it. */
export interface TermCount extends Sides<number> {
  /** As the left outlet writes it first, else the right. */
  readonly term: string;
}

/** The terms by which two outlets differ in what one measure says of a party or concept, in own words or over all voices. */
export interface TermContrast {
  readonly measure: Measure;
  /** For a measure of labels their concept. */
  readonly subject: string;
  /** What the left outlet has more often for its denominator, the largest difference first; and what the right has. */
  readonly moreLeft: readonly TermCount[];
  readonly moreRight: readonly TermCount[];
}

export interface Comparison {
  readonly outlets: readonly string[];
  readonly contrasts: readonly Contrast[];
  /** Of all measures, the strongest first: by the best verdict, then by how far the interval is from zero. */
  readonly groups: readonly ContrastGroup[];
  /** Computed when asked for, by the outlets' names. */
  readonly terms: (left: string, right: string) => readonly TermContrast[];
  /** How many of them, in own words or over all voices, had enough cases to be tested. */
  readonly tested: number;
}

/** Everything that the pages and the data files of one story are made of. */
export interface Report {
  readonly story: string;
  readonly profiles: readonly OutletProfile[];
  /** Set where a story was chosen, or several pooled, because all outlets cover them; `others` are not in the report. */
  readonly pooled?: {
    readonly stories: readonly string[];
    readonly others: readonly { readonly story: string; readonly outlets: readonly string[] }[];
  };
  /** Articles that are omitted because their outlet has them twice. */
  readonly copies: readonly CopiedArticle[];
  readonly comparison: Comparison;
  readonly copy: SharedCopy;
  readonly coverage: Coverage;
  /** What each outlet calls whom; nothing where stories are pooled. */
  readonly designations: Designations;
  readonly cast: Cast;
  /** The members of the cast as the outlets name them, the sides first. */
  readonly named: readonly NamedMember[];
  /** Digest of the file by which a user has corrected the cast. */
  readonly castDigest?: string;
  readonly passes: readonly Pass[];
  /** How what is asked of all articles together was measured. */
  readonly methods: readonly Method[];
  readonly lexicons: Pick<Lexicons, 'files' | 'parties' | 'concepts'>;
  /** Version of Parallax. */
  readonly version: string;
  /** How right the methods were on public data, when this version was made. */
  readonly accuracy: readonly Accuracy[];
  /** How often evidence of a kind is right: for what is no observation, as what is omitted and what is edited. */
  readonly confidence: Confidence;
}

/** What people said of samples of evidence: figures for pages, and what they tell of the confidence in other evidence. */
export interface Validation {
  readonly accuracy: readonly Accuracy[];
  readonly kinds: readonly JudgedKind[];
}

/** A figure measured on a public set, with its bootstrap interval, as `npm run figures` recorded it. */
export interface Accuracy extends Interval {
  readonly task: string;
  /** Of evidence of which measure, where people judged it. */
  readonly measure?: string;
  /** Krippendorff’s alpha of their verdicts. */
  readonly alpha?: number;
  /** The file it was measured on, below the folder of the data. */
  readonly set: string;
  readonly title: string;
  readonly value: number;
  readonly n: number;
  /** What `n` counts. */
  readonly of: string;
}
