/** The weights of the sentiment classifier, in hundredths; pairs are `[negative, positive]`, against neutral. */
export interface SentimentWeights {
  readonly schema: 1;
  /** What they were learnt from. */
  readonly trained: Readonly<Record<string, string | number>>;
  readonly features: Readonly<Record<string, readonly number[]>>;
  /** Valence, then a pair for each family of words. */
  readonly words: Readonly<Record<string, readonly number[]>>;
}

/** The weights by which a word in its context counts as loaded; learnt by `npm run train:loaded`. */
export interface LoadedWeights {
  readonly schema: 1;
  /** What they were learnt from. */
  readonly trained: Readonly<Record<string, string | number>>;
  /** From so high a probability on a word counts as loaded, a sentence as biased. */
  readonly thresholds: { readonly word: number; readonly sentence: number };
  readonly word: Readonly<Record<string, number>>;
  readonly sentence: Readonly<Record<string, number>>;
  /** Names of the columns of `words`: groups of classes of the lexicon, spread over like words; and how rare a word is. */
  readonly axes: readonly string[];
  /** In hundredths. */
  readonly words: Readonly<Record<string, readonly number[]>>;
}
