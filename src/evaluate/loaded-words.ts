import { type JudgedSentence, LoadedJudge, logOdds, sentenceFeatures } from '../loaded/judge.js';
import { isMarked } from '../loaded/marked.js';
import type { Lexicons } from '../model/lexicon.js';
import { parse } from '../parse/index.js';
import { type Rate, rate, share } from './rate.js';
import { articleOf } from './rows.js';

/** A sentence, or a few, in which readers marked words, as in BABE. */
export interface LoadedRow {
  readonly id: string;
  readonly text: string;
  readonly biased: boolean;
  readonly words: readonly string[];
}

interface LoadedFigures {
  /** Of the content words of the sentences; `words` says how many those are. */
  readonly word: {
    readonly precision: Rate;
    readonly recall: Rate;
    readonly f1: Rate;
    readonly words: number;
  };
  readonly sentence: { readonly macroF1: Rate; readonly mcc: Rate; readonly accuracy: Rate };
}

/**
 * Loaded words against those that readers marked (Spinde and others 2021, BABE). A word is told as loaded where the pass
 * counts it in the outlet's own voice; a sentence as biased where its words and their number say so. Intervals are over
 * sentences.
 */
export function evaluateLoadedWords(rows: readonly LoadedRow[], lexicons: Lexicons): LoadedFigures {
  const units = rows.map(row => {
    const doc = parse(articleOf(row.id, row.text), lexicons);
    const judge = new LoadedJudge(doc, lexicons);
    const sentences = doc.sentences.map(({ index }) => judge.judge(index));
    const told = logOdds(sentenceFeatures(sentences), lexicons.loadedWeights.sentence) >= 0;
    return { words: countsOf(sentences, row.words), sentence: cellOf(row.biased, told) };
  });
  const words = units.map(each => each.words);
  const sentences = units.map(each => each.sentence);
  return {
    word: {
      precision: share(words.map(([hits, told]) => [hits, told] as const)),
      recall: share(words.map(([hits, , marked]) => [hits, marked] as const)),
      f1: rate(
        words,
        ([hits = 0, told = 0, marked = 0]) => (2 * hits) / (told + marked),
        ([, , marked = 0]) => marked,
      ),
      words: words.reduce((sum, [, , , all]) => sum + all, 0),
    },
    sentence: {
      macroF1: rate(sentences, macroF1, total),
      mcc: rate(sentences, mcc, total),
      accuracy: rate(sentences, cells => ((cells[0] ?? 0) + (cells[3] ?? 0)) / total(cells), total),
    },
  };
}

/** Hits, words told, words marked, all content words. */
function countsOf(
  sentences: readonly JudgedSentence[],
  marked: readonly string[],
): readonly [number, number, number, number] {
  let [hits, told, gold, all] = [0, 0, 0, 0];
  for (const { words, own } of sentences)
    for (const [w, { unit, loaded }] of words.entries()) {
      const tells = loaded && own[w] === true;
      const is = isMarked(unit.word, marked);
      all++;
      if (tells) told++;
      if (is) gold++;
      if (tells && is) hits++;
    }
  return [hits, told, gold, all];
}

/** One in the cell of true and false negatives and positives: `[tn, fp, fn, tp]`. */
function cellOf(biased: boolean, told: boolean): readonly number[] {
  const at = (biased ? 2 : 0) + (told ? 1 : 0);
  return [0, 1, 2, 3].map(cell => (cell === at ? 1 : 0));
}

const total = (cells: readonly number[]): number => cells.reduce((sum, each) => sum + each, 0);

const macroF1 = ([tn = 0, fp = 0, fn = 0, tp = 0]: readonly number[]): number =>
  tp / (2 * tp + fp + fn) + tn / (2 * tn + fp + fn);

/** Matthews' correlation coefficient (Matthews 1975). */
const mcc = ([tn = 0, fp = 0, fn = 0, tp = 0]: readonly number[]): number =>
  (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
