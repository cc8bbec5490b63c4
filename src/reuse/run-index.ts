/** Words to a run. */
const RUN = 3;
/** Runs that two sentences must share to be aligned: one in five of the shorter one's, but not more than four. */
const enough = (runs: number): number => Math.min(4, Math.max(runs <= RUN + 1 ? 1 : 2, Math.ceil(runs / 5)));

/** Sentences remembered for one run; commoner runs say less and less. */
const MOST_HOLDERS = 12;

/**
 * Finds sentences that share runs of words, in time linear in the words: each run is hashed to a slot, a slot holds a
 * few sentences, and a look-up counts how often each of them turns up.
 */
export class RunIndex {
  readonly #head: Int32Array;
  readonly #held: Uint8Array;
  readonly #mask: number;
  #next = new Int32Array(1024);
  #owner = new Int32Array(1024);
  #entries = 1;
  readonly #votes: Int32Array;
  /** How many runs each sentence has. */
  readonly #runs: Int32Array;

  /**
   * @param words how many words all sentences have together
   * @param sentences how many sentences there will be
   */
  constructor(words: number, sentences: number) {
    this.#mask = 2 ** Math.ceil(Math.log2(2 * words + 2)) - 1;
    this.#head = new Int32Array(this.#mask + 1);
    this.#held = new Uint8Array(this.#mask + 1);
    this.#votes = new Int32Array(sentences);
    this.#runs = new Int32Array(sentences);
  }

  add(sentence: number, keys: Int32Array): void {
    this.#runs[sentence] = keys.length - RUN + 1;
    for (let i = 0; i + RUN <= keys.length; i++) {
      const slot = this.#slot(keys, i);
      if ((this.#held[slot] as number) >= MOST_HOLDERS) continue;
      if (this.#entries === this.#next.length) {
        this.#next = grown(this.#next);
        this.#owner = grown(this.#owner);
      }
      this.#next[this.#entries] = this.#head[slot] as number;
      this.#owner[this.#entries] = sentence;
      this.#head[slot] = this.#entries++;
      this.#held[slot]!++;
    }
  }

  /** Earlier sentences that share runs with these words, most runs first: at most `most` of them. */
  like(keys: Int32Array, most: number): number[] {
    const touched: number[] = [];
    const votes = this.#votes;
    for (let i = 0; i + RUN <= keys.length; i++)
      for (let e = this.#head[this.#slot(keys, i)] as number; e !== 0; e = this.#next[e] as number) {
        const sentence = this.#owner[e] as number;
        if (votes[sentence] === 0) touched.push(sentence);
        votes[sentence]!++;
      }
    const runs = keys.length - RUN + 1;
    const like = touched
      .filter(
        sentence => (votes[sentence] as number) >= enough(Math.min(runs, this.#runs[sentence] as number)),
      )
      .sort((a, b) => (votes[b] as number) - (votes[a] as number) || a - b)
      .slice(0, most);
    for (const sentence of touched) votes[sentence] = 0;
    return like;
  }

  #slot(keys: Int32Array, at: number): number {
    let hash = 0x811c9dc5;
    for (let k = at; k < at + RUN; k++) {
      hash = Math.imul(hash ^ (keys[k] as number), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash & this.#mask;
  }
}

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const fresh = new Int32Array(column.length * 2);
  fresh.set(column);
  return fresh;
}
