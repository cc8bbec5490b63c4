import type { Lexicons, LoadedWeights } from '../src/model/lexicon.js';
import type { LoadedRow } from '../src/evaluate/loaded-words.js';

interface Vectors {
  readonly words: readonly string[];
  readonly data: Float32Array;
  readonly index: ReadonlyMap<string, number>;
}

type Table = Pick<LoadedWeights, 'axes' | 'words'>;
type Prepared = readonly { readonly row: LoadedRow; readonly fold: number }[];

interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly macroF1: number;
  readonly mcc: number;
}

export function likeness(vectors: Vectors, lexicons: Lexicons): Table;
export function prepare(rows: readonly LoadedRow[], lexicons: Lexicons, table: Table): Prepared;
export function learn(
  prepared: Prepared,
  lexicons: Lexicons,
  table: Table,
  trained: Readonly<Record<string, string | number>>,
): { readonly weights: LoadedWeights; readonly figures: Figures };
export function write(weights: LoadedWeights): string;
