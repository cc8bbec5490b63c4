import { union } from '../english/words.js';
import type { Span } from '../model/article.js';
import { getOrAdd } from '../model/collections.js';
import type { Doc } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import type { SentimentWeights } from '../model/weights.js';
import { FAMILIES, FEATURES } from './features.js';
import type { Grounds } from './grounds.js';
import { Reader } from './reader.js';
import { Seen, type Vocabulary } from './seen.js';
import type { Hit, Undoing } from './units.js';

/** What one word, or what is known besides words (`token` -1), adds to a polarity; the shares sum to it. */
interface Share {
  readonly token: number;
  /** The three features that it came in through most, the strongest first. */
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
}

/** A judgement with what made it: words in the order of the text; first, what no word brought and lesser words. */
export interface Explained extends Judgement {
  readonly shares: readonly Share[];
}

/** Judges the mentions of one document. */
export interface Judge {
  judge(target: Span): Judgement;
  /** @param least words whose share is smaller are summed up */
  explain(target: Span, least: number): Explained & { readonly grounds: Grounds };
}

const WIDTH = FAMILIES.length * 2;
/** Features that are named of a word. */
const NAMED = 3;
/** Features, and behind them the families that words come in through. */
const NAMES: readonly string[] = [...FEATURES, ...FAMILIES.map(family => `word as ${family}`)];
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
    return getOrAdd(Classifier.#made, lexicons.sentiment, () => new Classifier(lexicons.sentiment));
  }

  static readonly #made = new WeakMap<SentimentWeights, Classifier>();

  /** Reads a document once, for all the mentions in it. */
  reader(doc: Doc, lexicons: ReadingLexicons): Judge {
    const reader = readerOf(doc, this, lexicons);
    return {
      judge: target => this.judge(reader.see(target, this.#seen)),
      explain: (target, least) => {
        const explained = this.explain(reader.see(target, this.#seen), least);
        return { ...explained, grounds: reader.grounds(explained.polarity) };
      },
    };
  }

  readonly #seen = new Seen();
  /** What each entry of what was last judged adds, against neutral. */
  #negative = new Float64Array(256);
  #positive = new Float64Array(256);
  /** Share of each token, from the first of its sentence on. */
  #shares = new Float64Array(256);
  #strongest = new Int32Array(256 * NAMED);

  judge(seen: Seen): Judgement {
    const { size, feature, value, row } = seen;
    if (this.#negative.length < size) {
      this.#negative = new Float64Array(size * 2);
      this.#positive = new Float64Array(size * 2);
    }
    const crowd = crowding(seen);
    let negative = 0;
    let positive = 0;
    const ofFeature = this.#feature;
    const ofWord = this.#word;
    const negatives = this.#negative;
    const positives = this.#positive;
    for (let k = 0; k < size; k++) {
      const f = feature[k] as number;
      const family = f - FEATURES.length;
      const weights = family < 0 ? ofFeature : ofWord;
      const at = family < 0 ? f * 2 : (row[k] as number) * WIDTH + family * 2;
      const x = family < 0 ? (value[k] as number) : (value[k] as number) * (crowd[family] as number);
      const n = x * (weights[at] as number);
      const p = x * (weights[at + 1] as number);
      negatives[k] = n;
      positives[k] = p;
      negative += n;
      positive += p;
    }
    const [n, z, p] = softmax(negative, positive);
    return { negative: n, neutral: z, positive: p, polarity: p - n };
  }

  /**
   * Parts the polarity by integrated gradients from the bare bias (Sundararajan and others 2017), which for a function
   * of sums is exact: the shares sum to the polarity.
   */
  explain(seen: Seen, least: number): Explained {
    const judgement = this.judge(seen);
    const { size, feature, token } = seen;
    const negative = this.#negative;
    const positive = this.#positive;
    const [perNegative, perPositive] = this.#slopes(size);
    let first = Number.POSITIVE_INFINITY;
    let last = -1;
    for (let k = 0; k < size; k++) {
      const at = token[k] as number;
      if (at >= 0 && at < first) first = at;
      if (at > last) last = at;
    }
    const width = Math.max(0, last - first + 1);
    if (this.#shares.length < width) {
      this.#shares = new Float64Array(width * 2);
      this.#strongest = new Int32Array(width * 2 * NAMED);
    }
    const shares = this.#shares.fill(0, 0, width);
    const shareOf = (k: number): number =>
      (negative[k] as number) * perNegative + (positive[k] as number) * perPositive;
    for (let k = 0; k < size; k++) {
      const at = (token[k] as number) - first;
      if (at >= 0) shares[at] = (shares[at] as number) + shareOf(k);
    }
    // The entries that add most to each word that is named, strongest first.
    const strongest = this.#strongest.fill(-1, 0, width * NAMED);
    for (let k = 0; k < size; k++) {
      const at = (token[k] as number) - first;
      if (at < 0 || Math.abs(shares[at] as number) < least) continue;
      let entry = k;
      for (let slot = at * NAMED; slot < (at + 1) * NAMED && entry >= 0; slot++) {
        const held = strongest[slot] as number;
        if (held >= 0 && Math.abs(shareOf(held)) >= Math.abs(shareOf(entry))) continue;
        strongest[slot] = entry;
        entry = held;
      }
    }
    const named: Share[] = [];
    let rest = judgement.polarity;
    for (let at = 0; at < width; at++) {
      const share = shares[at] as number;
      if (Math.abs(share) < least) continue;
      rest -= share;
      const features: string[] = [];
      for (let slot = at * NAMED; slot < (at + 1) * NAMED; slot++) {
        const entry = strongest[slot] as number;
        const name = entry < 0 ? undefined : (NAMES[feature[entry] as number] as string);
        if (name !== undefined && !features.includes(name)) features.push(name);
      }
      named.push({ token: first + at, share, features });
    }
    return { ...judgement, shares: [{ token: -1, share: rest, features: [] }, ...named] };
  }

  /** By how much the polarity grows with the evidence for negative and for positive, on the way from the bias. */
  #slopes(size: number): readonly [number, number] {
    const biasNegative = this.#negative[0] as number;
    const biasPositive = this.#positive[0] as number;
    let negative = 0;
    let positive = 0;
    for (let k = 1; k < size; k++) {
      negative += this.#negative[k] as number;
      positive += this.#positive[k] as number;
    }
    let perNegative = 0;
    let perPositive = 0;
    for (const [k, t] of NODES.entries()) {
      const [n, , p] = softmax(biasNegative + t * negative, biasPositive + t * positive);
      perNegative -= (NODE_WEIGHTS[k] as number) * n * (1 + p - n);
      perPositive += (NODE_WEIGHTS[k] as number) * p * (1 - p + n);
    }
    return [perNegative, perPositive];
  }
}

/** By how much the words of each family count, so that a long sentence does not outshout a short one. */
function crowding({ size, feature, value }: Seen): readonly number[] {
  const squares = FAMILIES.map(() => 0);
  for (let k = 0; k < size; k++) {
    const family = (feature[k] as number) - FEATURES.length;
    if (family >= 0) squares[family] = (squares[family] as number) + (value[k] as number) ** 2;
  }
  return squares.map(square => 1 / Math.sqrt(1 + CROWDING * square));
}

type ReadingLexicons = Pick<Lexicons, 'polarity' | 'grammar' | 'role'>;

/** The tokens of one sentence that are words for people by what they are: *aide*. */
function personWords(doc: Doc, { role, grammar }: ReadingLexicons, sentence: number): ReadonlySet<number> {
  const { from, to, first, last } = doc.sentences[sentence] as Doc['sentences'][number];
  const people = role.find(doc.words, from, to).filter(({ value }) => value.refers !== 'it');
  const found = new Set(people.map(({ end }) => doc.tokenAt(end - 1)));
  const isPersonNoun = (word: string): boolean =>
    grammar.counterpart.has(word) || grammar['person-noun'].has(word);
  for (let i = first; i < last; i++)
    if (isPersonNoun((doc.tokens.text[i] as string).toLowerCase())) found.add(i);
  return found;
}

/** Reads a document by some lexicons. */
export const readerOf = (doc: Doc, vocabulary: Vocabulary, lexicons: ReadingLexicons): Reader =>
  new Reader(
    doc,
    vocabulary,
    sentence => polarityHits(doc, lexicons, sentence),
    undoingOf(lexicons),
    { acting: lexicons.grammar['acting-noun'], body: lexicons.grammar['body-noun'] },
    sentence => personWords(doc, lexicons, sentence),
  );

const undoingOf = ({ grammar }: Pick<Lexicons, 'grammar'>): Undoing => ({
  verbs: union(grammar.denial, grammar.acquittal),
  ofClaims: grammar.rejection,
  claims: grammar['content-noun'],
});

/** The hits of the polarity lexicons in one sentence. */
const polarityHits = (doc: Doc, { polarity }: Pick<Lexicons, 'polarity'>, sentence: number): Hit[] => {
  const { from, to } = doc.sentences[sentence] as Doc['sentences'][number];
  return polarity.find(doc.words, from, to).map(({ start, end, value }) => ({
    first: doc.tokenAt(start),
    last: doc.tokenAt(end - 1) + 1,
    valence: value.valence / 5,
    ...(value.of !== undefined && { of: value.of }),
  }));
};
