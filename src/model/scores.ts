/** A mention that is to be judged: its sentence, with half-open UTF-16 offsets of the mention in it. */
export interface MentionRow {
  /** Of the mention, the same at every run on the same articles. */
  readonly id: string;
  readonly article: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly party: string;
}

/** How a mention is evaluated: probabilities that sum to 1; where only a polarity is known, the nearest that give it. */
export interface Score {
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
  /** In [-1, 1]. */
  readonly polarity: number;
}

/** What another program says of mentions, by their ids. */
export interface Scores {
  readonly scorer: string;
  readonly version: string;
  readonly of: ReadonlyMap<string, Score>;
}

/** Unique over articles; `start` is where the mention begins in the article. */
export const mentionId = (article: string, start: number): string => `${article}#${start}`;
