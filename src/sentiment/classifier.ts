import type { Span } from '../model/article.js';
import type { Doc } from '../model/doc.js';
import type { Lexicons, SentimentWeights } from '../model/lexicon.js';
import { FAMILIES, FEATURES, Reader, type Seen, type Vocabulary } from './features.js';

/** What one word, or what is known besides words (`token` -1), adds to a polarity; the shares sum to it. */
export interface Share {
  readonly token: number;
  /** The features that it came in through, the strongest first. */
  readonly features: readonly string[];
  readonly share: number;
}

/** How a mention is evaluated: probabilities that sum to 1. */
export interface Judgement {
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
  /** `positive - negative`, in [-1, 1]. */
  readonly polarity: number;
  /** What made the polarity, word by word, in the order of the text; what no word brought comes first. */
  shares(): readonly Share[];
}

const WIDTH = FAMILIES.length * 2;
/** How fast many words of one family count less each. */
export const CROWDING = 0.15;
/** Nodes and weights of the Gauss-Legendre rule of order 5 on [0, 1]. */
const NODES = [0.046910077, 0.2307653449, 0.5, 0.7692346551, 0.953089923] as const;
const NODE_WEIGHTS = [0.1184634425, 0.2393143352, 0.2844444444, 0.2393143352, 0.1184634425] as const;

const softmax = (negative: number, positive: number): readonly [number, number, number] => {
  const top = Math.max(0, negative, positive);
  const n = Math.exp(negative - top);
  const z = Math.exp(-top);
  const p = Math.exp(positive - top);
  const sum = n + z + p;
  return [n / sum, z / sum, p / sum];
};

/**
 * How a sentence evaluates one that it mentions (target-dependent sentiment; Hamborg and Donnay 2021, NewsMTSC): a
 * multinomial logistic regression over the features of `features.ts`. It cannot see who the mention is, nor any other
 * name.
 */
export class Classifier implements Vocabulary {
  readonly #rows: ReadonlyMap<string, number>;
  readonly #valence: Float64Array;
  readonly #word: Float64Array;
  readonly #feature = new Float64Array(FEATURES.length * 2);

  constructor({ features, words }: SentimentWeights) {
    const entries = Object.entries(words);
    this.#rows = new Map(entries.map(([word], row) => [word, row]));
    this.#valence = new Float64Array(entries.length);
    this.#word = new Float64Array(entries.length * WIDTH);
    for (const [row, [, numbers]] of entries.entries()) {
      this.#valence[row] = (numbers[0] ?? 0) / 100;
      for (let k = 1; k < numbers.length; k++) this.#word[row * WIDTH + k - 1] = (numbers[k] as number) / 100;
    }
    for (const [i, name] of FEATURES.entries()) {
      const [negative = 0, positive = 0] = features[name] ?? [];
      this.#feature[i * 2] = negative / 100;
      this.#feature[i * 2 + 1] = positive / 100;
    }
  }

  row(word: string): number {
    return this.#rows.get(word) ?? -1;
  }

  valence(row: number): number {
    return this.#valence[row] as number;
  }

  /** The classifier of some lexicons, made once. */
  static of(lexicons: Pick<Lexicons, 'sentiment'>): Classifier {
    const known = Classifier.#made.get(lexicons.sentiment) ?? new Classifier(lexicons.sentiment);
    Classifier.#made.set(lexicons.sentiment, known);
    return known;
  }

  static readonly #made = new WeakMap<SentimentWeights, Classifier>();

  /** Reads a document once; what is returned judges any mention in it. */
  reader(doc: Doc, lexicons: Pick<Lexicons, 'polarity'>): (target: Span) => Judgement {
    const reader = new Reader(doc, this, sentence => polarityHits(doc, lexicons, sentence));
    return target => this.judge(reader.see(target));
  }

  judge(seen: Seen): Judgement {
    const crowd = crowding(seen);
    let negative = 0;
    let positive = 0;
    for (let k = 0; k < seen.feature.length; k++) {
      const feature = (seen.feature[k] as number) * 2;
      const value = seen.value[k] as number;
      negative += value * (this.#feature[feature] as number);
      positive += value * (this.#feature[feature + 1] as number);
    }
    for (let k = 0; k < seen.wordRow.length; k++) {
      const family = seen.wordFamily[k] as number;
      const at = (seen.wordRow[k] as number) * WIDTH + family * 2;
      const value = (seen.wordValue[k] as number) * (crowd[family] as number);
      negative += value * (this.#word[at] as number);
      positive += value * (this.#word[at + 1] as number);
    }
    const [n, z, p] = softmax(negative, positive);
    return {
      negative: n,
      neutral: z,
      positive: p,
      polarity: p - n,
      shares: () => this.#shares(seen, crowd, negative, positive),
    };
  }

  /**
   * Parts the polarity by integrated gradients from the bare bias (Sundararajan and others 2017), which for a function
   * of sums is exact: the shares sum to the polarity.
   */
  #shares(seen: Seen, crowd: readonly number[], negative: number, positive: number): Share[] {
    const bias = [this.#feature[0] as number, this.#feature[1] as number] as const;
    let perNegative = 0;
    let perPositive = 0;
    for (const [k, t] of NODES.entries()) {
      const [n, , p] = softmax(bias[0] + t * (negative - bias[0]), bias[1] + t * (positive - bias[1]));
      perNegative -= (NODE_WEIGHTS[k] as number) * n * (1 + p - n);
      perPositive += (NODE_WEIGHTS[k] as number) * p * (1 - p + n);
    }
    const parts = new Map<number, { share: number; features: Map<string, number> }>();
    const add = (token: number, feature: string, share: number): void => {
      const part = parts.get(token) ?? { share: 0, features: new Map<string, number>() };
      parts.set(token, part);
      part.share += share;
      part.features.set(feature, (part.features.get(feature) ?? 0) + share);
    };
    let explained = 0;
    for (let k = 0; k < seen.feature.length; k++) {
      const feature = seen.feature[k] as number;
      if (feature === 0) continue;
      const value = seen.value[k] as number;
      const share =
        value *
        ((this.#feature[feature * 2] as number) * perNegative +
          (this.#feature[feature * 2 + 1] as number) * perPositive);
      explained += share;
      add(seen.token[k] as number, FEATURES[feature] as string, share);
    }
    for (let k = 0; k < seen.wordRow.length; k++) {
      const family = seen.wordFamily[k] as number;
      const at = (seen.wordRow[k] as number) * WIDTH + family * 2;
      const share =
        (seen.wordValue[k] as number) *
        (crowd[family] as number) *
        ((this.#word[at] as number) * perNegative + (this.#word[at + 1] as number) * perPositive);
      explained += share;
      add(seen.wordToken[k] as number, `word as ${FAMILIES[family] as string}`, share);
    }
    const [n, , p] = softmax(negative, positive);
    // The bias, and what the rule of integration leaves over (less than a thousandth).
    add(-1, 'bias', p - n - explained);
    return [...parts]
      .toSorted(([a], [b]) => a - b)
      .map(([token, { share, features }]) => ({
        token,
        share,
        features: [...features].toSorted((a, b) => Math.abs(b[1]) - Math.abs(a[1])).map(([name]) => name),
      }));
  }
}

/** By how much the words of each family count, so that a long sentence does not outshout a short one. */
function crowding({ wordFamily, wordValue }: Seen): number[] {
  const squares = new Array<number>(FAMILIES.length).fill(0);
  for (let k = 0; k < wordFamily.length; k++)
    squares[wordFamily[k] as number] =
      (squares[wordFamily[k] as number] as number) + (wordValue[k] as number) ** 2;
  return squares.map(square => 1 / Math.sqrt(1 + CROWDING * square));
}

/** The hits of the polarity lexicons in one sentence, on tokens; valences in [-1, 1]. */
export const polarityHits = (
  doc: Doc,
  { polarity }: Pick<Lexicons, 'polarity'>,
  sentence: number,
): { first: number; valence: number }[] => {
  const { from, to } = doc.sentences[sentence] as Doc['sentences'][number];
  return polarity
    .find(doc.words, from, to)
    .map(({ start, value }) => ({ first: doc.tokenAt(start), valence: value.valence / 5 }));
};
