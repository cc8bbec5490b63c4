import { parse } from '../documents.js';
import type { Span } from '../model/article.js';
import { groupBy, sum } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import type { Score, Scores } from '../model/scores.js';
import { Classifier } from '../sentiment/classifier.js';
import {
  type Detection,
  type DetectionCounts,
  detection,
  detectionCounts,
  meanRight,
  orderRight,
  rate,
} from './rate.js';
import { articleOf } from './rows.js';

const CLASSES = ['negative', 'neutral', 'positive'] as const;
type Class = (typeof CLASSES)[number];

/** One target in one sentence, as in NewsMTSC: offsets are into `text`. */
export interface SentimentRow extends Span {
  readonly id: string;
  readonly text: string;
  readonly label: Class;
}

/** The classifier of party sentiment against annotated targets (Hamborg and Donnay 2021); intervals are over sentences. */
export function evaluateSentiment(rows: readonly SentimentRow[], lexicons: Lexicons, scores?: Scores) {
  const judged = rows.map(row => judgedBy(row, scores?.of.get(row.id) ?? ours(row, lexicons)));
  const grouped = judged.filter(({ row }) => row.id.includes('/'));
  const groups = groupBy(grouped, ({ row }) => row.id.split('/')[0] as string);
  return {
    ...figuresOf(judged),
    /** The same by the part of the id before the first `/`. */
    groups: Object.fromEntries([...groups].map(([group, members]) => [group, figuresOf(members)])),
    calibration: calibrationOf(judged),
  };
}

type JudgedMention = ReturnType<typeof judgedBy>;

function ours(row: SentimentRow, lexicons: Lexicons): Score {
  const doc = parse(articleOf(row.id, row.text), lexicons);
  return Classifier.of(lexicons).reader(doc, lexicons).judge(row);
}

function judgedBy(row: SentimentRow, { polarity, negative, neutral, positive }: Score) {
  const guess = neutral >= negative && neutral >= positive ? 1 : positive > negative ? 2 : 0;
  const gold = CLASSES.indexOf(row.label);
  return { row, polarity, probability: Math.max(negative, neutral, positive), guess, gold };
}

function figuresOf(judged: readonly JudgedMention[]) {
  const sentences = [...groupBy(judged, ({ row }) => row.text).values()];
  const ofClass = CLASSES.map((_, c) =>
    sentences.map(members =>
      detectionCounts(members.map(({ guess, gold }) => ({ found: guess === c, annotated: gold === c }))),
    ),
  );
  const f1Of = ([hits = 0, found = 0, annotated = 0]: readonly number[]): number =>
    (2 * hits) / (found + annotated) || 0;
  return {
    macroF1: rate(
      sentences.map((_, s) => ofClass.flatMap(units => units[s] as DetectionCounts)),
      sums => sum(CLASSES.map((_, c) => f1Of(sums.slice(3 * c)))) / CLASSES.length,
      sums => sum(CLASSES.map((_, c) => sums[3 * c + 2] ?? 0)),
    ),
    accuracy: meanRight(sentences.map(members => members.map(({ guess, gold }) => guess === gold))),
    perClass: Object.fromEntries(
      CLASSES.map((name, c) => [name, detection(ofClass[c] as DetectionCounts[])]),
    ) as Record<Class, Detection>,
    /** Share of the pairs of one sentence with different labels whose polarities stand in the right order; ties half. */
    conflictingPairs: meanRight(sentences.map(conflicts)),
  };
}

/** Whether each two targets of a sentence whose labels differ are ordered rightly. */
const conflicts = (members: readonly JudgedMention[]): number[] =>
  members.flatMap((a, i) =>
    members
      .slice(i + 1)
      .filter(b => b.gold !== a.gold)
      .map(b => orderRight(a.polarity - b.polarity, a.gold - b.gold)),
  );

/** Predictions of about the same probability, and how often they were right: tenths of the likeliest class. */
const calibrationOf = (judged: readonly JudgedMention[]) =>
  [3, 4, 5, 6, 7, 8, 9].flatMap(tenth => {
    const [low, high] = [tenth / 10, (tenth + 1) / 10];
    const members = judged.filter(({ probability: p }) => p >= low && (p < high || high === 1));
    const n = members.length;
    const predicted = sum(members.map(({ probability }) => probability)) / n;
    const observed = members.filter(({ guess, gold }) => guess === gold).length / n;
    return n === 0 ? [] : [{ low, high, n, predicted, observed }];
  });
