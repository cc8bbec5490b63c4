import { type Span, VOICES } from '../model/article.js';
import type { Doc } from '../model/doc.js';
import type { Lexicons, LoadedWeights } from '../model/lexicon.js';
import { type Features, type Known, Reader, type SeenSentence, type Unit } from './features.js';

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
  readonly seen: SeenSentence;
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
  let sum = 0;
  for (const [name, value] of features) sum += (weights[name] ?? 0) * value;
  return sum;
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
  readonly #known: Known;
  readonly #reader: Reader;
  readonly #doc: Doc;

  constructor(doc: Doc, lexicons: Known & Pick<Lexicons, 'loadedWeights'>) {
    this.#doc = doc;
    this.#known = lexicons;
    this.#weights = lexicons.loadedWeights;
    this.#reader = new Reader(doc, this.#known, this.#weights);
  }

  judge(sentence: number): JudgedSentence {
    const seen = this.#reader.read(sentence);
    const { start, end, voice } = this.#doc.tokens;
    const words: JudgedWord[] = [];
    const own: boolean[] = [];
    for (const unit of seen.units) {
      if (!unit.content) continue;
      const probability = probabilityOf(logOdds(unit.features, this.#weights.word));
      own.push(OWN.has(voice[unit.first] as number));
      words.push({
        unit,
        span: { start: start[unit.first] as number, end: end[unit.last - 1] as number },
        probability,
        loaded: counts(unit, probability, this.#weights.thresholds.word),
        why: unit.class ?? this.#reasons(unit.features),
      });
    }
    return { words, own, seen };
  }

  #reasons(features: Features): string {
    const told = [...features]
      .map(([name, value]) => [name, value * (this.#weights.word[name] ?? 0)] as const)
      .filter(([name, share]) => share > 0 && !NO_REASON.test(name))
      .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return `by context: ${told.slice(0, REASONS).map(([name]) => name).join('; ')}`;
  }
}

/** Whether a word counts: what is listed outright does, what is grave or a name does not, else its context decides. */
export function counts({ always, class: of, judges, name, features }: Unit, probability: number, least: number): boolean {
  if (of !== undefined) return judges && (always || probability >= least);
  return (
    !name &&
    !features.has('names a listed deed') &&
    (features.get('like listed words') ?? 0) >= LEAST_LIKENESS &&
    probability >= least
  );
}

/** What is known of a sentence when its words are judged; only the outlet's own words count. */
export function sentenceFeatures(sentences: readonly JudgedSentence[]): Features {
  const features: Features = new Map();
  for (const { seen } of sentences)
    for (const [name, value] of seen.features) features.set(name, Math.max(features.get(name) ?? 0, value));
  const own = sentences.flatMap(each => each.words.filter((_, w) => each.own[w]));
  const odds = own.map(({ probability: p }) => Math.log(p / (1 - p))).toSorted((a, b) => b - a);
  const sum = own.reduce((total, { probability }) => total + probability, 0);
  features.set('any sentence', 1);
  features.set('loaded words, summed', Math.log(sum + 0.05));
  features.set('most loaded word', Math.max(-6, odds[0] ?? -6));
  features.set('second most loaded word', Math.max(-6, odds[1] ?? -6));
  features.set('loaded words, number', Math.min(4, own.filter(({ loaded }) => loaded).length));
  return features;
}
