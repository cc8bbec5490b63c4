import { FEATURES } from './features.js';

/** What is known of the word forms: their row in the weights, or -1, and their valence in [-1, 1]. */
export interface Vocabulary {
  row(word: string): number;
  valence(row: number): number;
}

/** What was seen around one mention, in columns: features with their values, and words by family. Used over and over. */
export class Seen {
  /** Entries, and words among them. */
  size = 0;
  /** Numbers of features; words have that of their family behind the last feature. */
  feature = new Int16Array(256);
  value = new Float64Array(256);
  /** Token that an entry comes from, or -1. */
  token = new Int32Array(256);
  /** Row of a word in the weights, or -1. */
  row = new Int32Array(256);

  clear(): void {
    this.size = 0;
  }

  add(feature: number, value: number, token = -1, row = -1): void {
    if (this.size === this.feature.length) this.#grow();
    const k = this.size++;
    this.feature[k] = feature;
    this.value[k] = value;
    this.token[k] = token;
    this.row[k] = row;
  }

  addSigned(feature: number, value: number, token: number): void {
    if (value > 0) this.add(feature, value, token);
    else if (value < 0) this.add(feature + 1, -value, token);
  }

  addWord(family: number, row: number, value: number, token: number): void {
    this.add(FEATURES.length + family, value, token, row);
  }

  #grow(): void {
    const longer = <T extends Int16Array | Int32Array | Float64Array>(column: T, empty: T): T => {
      empty.set(column);
      return empty;
    };
    const size = this.size * 2;
    this.feature = longer(this.feature, new Int16Array(size));
    this.value = longer(this.value, new Float64Array(size));
    this.token = longer(this.token, new Int32Array(size));
    this.row = longer(this.row, new Int32Array(size));
  }
}
