/** What a page shows is expected to be right at least so often. */
export const LEAST_CONFIDENCE = 0.85;

/** What readers said of a sample of one kind of evidence: of one measure, found in one way. */
export interface JudgedKind {
  readonly measure: string;
  /** As observations name it; empty where they do not. */
  readonly grounds: string;
  /** Pieces called right, of those judged; a piece over which readers differ counts by the share that called it right. */
  readonly right: number;
  readonly of: number;
}

/**
 * How often evidence of a kind is expected to be right, from 0 to 1: the share that readers called right. Nothing for a pass that
 * nobody has judged.
 */
export type Confidence = (measure: string, grounds?: string) => number | undefined;

export const UNJUDGED: Confidence = () => undefined;

/** What has confidence is shown if that is high enough, and what nobody has judged. */
export const isShown = ({ confidence }: { readonly confidence?: number | undefined }): boolean =>
  confidence === undefined || confidence >= LEAST_CONFIDENCE;

/** With fewer pieces judged, nothing is said of a pass, and all of it is shown. */
const FEWEST = 30;

/** So many verdicts weigh as much as what is known of the wider class. */
const PRIOR = 4;

/** `attribution` of `attribution.statements`. */
const passOf = (measure: string): string => measure.slice(0, measure.indexOf('.'));

/**
 * Shares are drawn toward those of the wider class, the more the fewer the verdicts (empirical Bayes with a beta prior: Gelman and
 * others 2013, Bayesian Data Analysis, ch. 5): from the pass to the grounds within it, to the measure with these grounds. What nobody
 * has judged by itself (the kind of a source) is as sure as what it was found with (the statement).
 */
export function confidenceFrom(kinds: readonly JudgedKind[]): Confidence {
  const classes = new Map<string, { right: number; of: number }>();
  for (const { measure, grounds, right, of } of kinds)
    for (const name of [passOf(measure), `${passOf(measure)}\t${grounds}`, `${measure}\t${grounds}`]) {
      const sums = classes.get(name) ?? { right: 0, of: 0 };
      classes.set(name, { right: sums.right + right, of: sums.of + of });
    }
  const judged = new Set(kinds.map(({ measure }) => measure));
  return (measure, grounds = '') => {
    const pass = classes.get(passOf(measure));
    if (pass === undefined || pass.of < FEWEST) return undefined;
    const drawn = (prior: number, name: string): number => {
      const { right, of } = classes.get(name) ?? { right: 0, of: 0 };
      return (right + PRIOR * prior) / (of + PRIOR);
    };
    const whole = (pass.right + 1) / (pass.of + 2);
    const within = `${passOf(measure)}\t${grounds}`;
    return drawn(drawn(whole, within), judged.has(measure) ? `${measure}\t${grounds}` : within);
  };
}
