import { type Span, VOICES } from '../model/article.js';
import { byCount, sum } from '../model/collections.js';
import type { Doc } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import type { LoadedWeights } from '../model/weights.js';
import { type Features, type Known, LoadedReader, type Unit } from './features.js';

/** A content word with the probability that readers would mark it as loaded. */
export interface JudgedWord {
  readonly unit: Unit;
  readonly span: Span;
  readonly probability: number;
  readonly loaded: boolean;
  /** Why: the class of the lexicon, else what speaks for it most, by the names of features. */
  readonly why: string;
}

export interface JudgedSentence {
  readonly words: readonly JudgedWord[];
  /** Whether it is the outlet that speaks, of each word. */
  readonly own: readonly boolean[];
  /** What is known of the sentence besides. */
  readonly features: Features;
}

const OWN: ReadonlySet<number> = new Set([VOICES.indexOf('outlet'), VOICES.indexOf('scare')]);
/** Reasons that are named of a word that no lexicon lists. */
const REASONS = 2;
/** A word that is not listed has to be like those that are: what stands around it is not enough. */
const LEAST_LIKENESS = 0.15;
/** Features that hold for every word alike are no reasons. */
const NO_REASON = /^any word$|^is |^not in the table$/;

/** Log-odds by weights that are named; a feature without a weight says nothing. */
export function logOdds(features: Features, weights: Readonly<Record<string, number>>): number {
  let odds = 0;
  for (const [name, value] of features) odds += (weights[name] ?? 0) * value;
  return odds;
}

export const probabilityOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/**
 * Which words of a text judge, by the lexicons and by a logistic regression over a few dozen general features (words in
 * context, after Hube and Fetahu 2019, Neural based statement classification for biased language, WSDM; features of
 * Recasens and others 2013). A listed word of a class that always judges counts wherever it stands; words that are
 * listed as grave, and deeds of the events lexicons, never do unless they are listed as judging.
 */
export class LoadedJudge {
  readonly #weights: LoadedWeights;
  readonly #reader: LoadedReader;
  readonly #doc: Doc;

  constructor(doc: Doc, lexicons: Known & Pick<Lexicons, 'loadedWeights'>) {
    this.#doc = doc;
    this.#weights = lexicons.loadedWeights;
    this.#reader = new LoadedReader(doc, lexicons, this.#weights);
  }

  /** Every content word of a sentence, and what is known of the sentence. */
  judge(sentence: number): JudgedSentence {
    const units = this.#reader.read(sentence, () => true);
    const content = units.filter(unit => unit.content);
    const { voice } = this.#doc.tokens;
    return {
      words: content.map(unit => this.#word(unit)),
      own: content.map(({ first }) => OWN.has(voice[first] as number)),
      features: this.#reader.sentence(sentence, units),
    };
  }

  /** The loaded words of a sentence; what cannot count is not looked into. */
  loaded(sentence: number): JudgedWord[] {
    return this.#reader
      .read(sentence, mayCount)
      .filter(unit => unit.content && mayCount(unit))
      .map(unit => this.#word(unit))
      .filter(({ loaded }) => loaded);
  }

  #word(unit: Unit): JudgedWord {
    const { start, end } = this.#doc.tokens;
    const probability = probabilityOf(logOdds(unit.features, this.#weights.word));
    const loaded = mayCount(unit) && (unit.always || probability >= this.#weights.thresholds.word);
    return {
      unit,
      span: { start: start[unit.first] as number, end: end[unit.last - 1] as number },
      probability,
      loaded,
      why: unit.class ?? (loaded ? this.#reasons(unit.features) : ''),
    };
  }

  #reasons(features: Features): string {
    const strongest = [...features]
      .map(([name, value]) => [name, value * (this.#weights.word[name] ?? 0)] as const)
      .filter(([name, share]) => share > 0 && !NO_REASON.test(name))
      .toSorted(byCount)
      .slice(0, REASONS);
    return `by context: ${strongest.map(([name]) => name).join('; ')}`;
  }
}

/** Whether a word can count: what is listed as judging, else what is like it, is no name and no listed deed. */
const mayCount = ({ class: of, judges, name, deed, facts }: Unit): boolean =>
  of === undefined ? !name && !deed && facts.likeness >= LEAST_LIKENESS : judges;

/** What is known of a sentence when its words are judged; only the outlet's own words count. */
export function sentenceFeatures(sentences: readonly JudgedSentence[]): Features {
  const features: Features = new Map();
  for (const { features: each } of sentences)
    for (const [name, value] of each) features.set(name, Math.max(features.get(name) ?? 0, value));
  const own = sentences.flatMap(each => each.words.filter((_, w) => each.own[w]));
  const odds = own.map(({ probability: p }) => Math.log(p / (1 - p))).toSorted((a, b) => b - a);
  const summed = sum(own.map(({ probability }) => probability));
  features.set('any sentence', 1);
  features.set('loaded words, summed', Math.log(summed + 0.05));
  features.set('most loaded word', Math.max(-6, odds[0] ?? -6));
  features.set('second most loaded word', Math.max(-6, odds[1] ?? -6));
  features.set('loaded words, number', Math.min(4, own.filter(({ loaded }) => loaded).length));
  return features;
}
