import type { Lexicons, SentimentWeights } from '../src/model/lexicon.js';
import type { Seen } from '../src/sentiment/features.js';

interface Vectors {
  readonly words: readonly string[];
  readonly data: Float32Array;
  readonly index: ReadonlyMap<string, number>;
}

interface Row {
  readonly id: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

interface Prepared {
  readonly vocabulary: readonly string[];
  readonly valences: readonly number[];
  readonly seen: readonly { readonly row: Row; readonly label: number; readonly seen: Seen }[];
}

export function layVectors(words: readonly string[], vectorOf: (word: string) => ArrayLike<number>): Vectors;
export function prepare(rows: readonly Row[], vectors: Vectors, lexicons: Lexicons): Prepared;
export function learn(
  prepared: Prepared,
  vectors: Vectors,
  trained: Readonly<Record<string, string | number>>,
): SentimentWeights;
export function write(weights: SentimentWeights): string;
