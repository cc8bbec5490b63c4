import { parse } from '../documents.js';
import { LoadedJudge, logOdds, sentenceFeatures } from '../loaded/judge.js';
import { isMarked } from '../loaded/marked.js';
import { sum } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import { detection, detectionCounts, rate } from './rate.js';
import { articleOf } from './rows.js';

/** A sentence, or a few, in which readers marked words, as in BABE. */
export interface LoadedRow {
  readonly id: string;
  readonly text: string;
  readonly biased: boolean;
  readonly words: readonly string[];
}

/**
 * Loaded words against those that readers marked (Spinde and others 2021, BABE). A word is found where the pass
 * counts it in the outlet's own voice; a sentence is called biased where its words and their number say so. Intervals are over
 * sentences.
 */
export function evaluateLoadedWords(rows: readonly LoadedRow[], lexicons: Lexicons) {
  const units = rows.map(row => {
    const doc = parse(articleOf(row.id, row.text), lexicons);
    const judge = new LoadedJudge(doc, lexicons);
    const sentences = doc.sentences.map(({ index }) => judge.judge(index));
    const biased = logOdds(sentenceFeatures(sentences), lexicons.loadedWeights.sentence) >= 0;
    const words = sentences.flatMap(({ words, own }) =>
      words.map(({ unit, loaded }, w) => ({
        found: loaded && own[w] === true,
        annotated: isMarked(unit.word, row.words),
      })),
    );
    return { words, sentence: cellOf(row.biased, biased) };
  });
  const sentences = units.map(each => each.sentence);
  return {
    /** Of the content words of the sentences; `words` says how many those are. */
    word: {
      ...detection(units.map(({ words }) => detectionCounts(words))),
      words: sum(units.map(({ words }) => words.length)),
    },
    sentence: {
      macroF1: rate(sentences, macroF1, sum),
      mcc: rate(sentences, mcc, sum),
      accuracy: rate(sentences, cells => ((cells[0] ?? 0) + (cells[3] ?? 0)) / sum(cells), sum),
    },
  };
}

/** One in the cell of true and false negatives and positives: `[tn, fp, fn, tp]`. */
function cellOf(annotated: boolean, found: boolean): readonly number[] {
  const at = (annotated ? 2 : 0) + (found ? 1 : 0);
  return [0, 1, 2, 3].map(cell => (cell === at ? 1 : 0));
}

const macroF1 = ([tn = 0, fp = 0, fn = 0, tp = 0]: readonly number[]): number =>
  tp / (2 * tp + fp + fn) + tn / (2 * tn + fp + fn);

/** Matthews' correlation coefficient (Matthews 1975). */
const mcc = ([tn = 0, fp = 0, fn = 0, tp = 0]: readonly number[]): number =>
  (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
