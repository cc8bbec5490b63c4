import type { Span } from '../model/article.js';
import { groupBy, sum } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import { parse } from '../parse/index.js';
import { Classifier, type Judgement } from '../sentiment/classifier.js';
import { type Detection, type DetectionCounts, detection, type Rate, rate, share } from './rate.js';
import { articleOf } from './rows.js';

const CLASSES = ['negative', 'neutral', 'positive'] as const;
type Class = (typeof CLASSES)[number];

/** One target in one sentence, as in NewsMTSC: offsets are into `text`. */
export interface SentimentRow extends Span {
  readonly id: string;
  readonly text: string;
  readonly label: Class;
}

interface GroupFigures {
  readonly macroF1: Rate;
  readonly accuracy: Rate;
  readonly perClass: Readonly<Record<Class, Detection>>;
  /** Share of the pairs of one sentence with different labels whose polarities stand in the right order; ties half. */
  readonly conflictingPairs: Rate;
}

/** Predictions of about the same probability, and how often they were right: tenths of the likeliest class. */
interface CalibrationBin {
  readonly low: number;
  readonly high: number;
  readonly n: number;
  readonly predicted: number;
  readonly observed: number;
}

export interface SentimentFigures extends GroupFigures {
  /** The same by the part of the id before the first `/`. */
  readonly groups: Readonly<Record<string, GroupFigures>>;
  readonly calibration: readonly CalibrationBin[];
}

interface JudgedMention {
  readonly row: SentimentRow;
  readonly judgement: Judgement;
  readonly guess: number;
  readonly gold: number;
}

/** The classifier of party sentiment against annotated targets (Hamborg and Donnay 2021); intervals are over sentences. */
export function evaluateSentiment(rows: readonly SentimentRow[], lexicons: Lexicons): SentimentFigures {
  const judged = rows.map(row => {
    const doc = parse(articleOf(row.id, row.text), lexicons);
    const judgement = Classifier.of(lexicons).reader(doc, lexicons).judge(row);
    const { negative, neutral, positive } = judgement;
    const guess = neutral >= negative && neutral >= positive ? 1 : positive > negative ? 2 : 0;
    return { row, judgement, guess, gold: CLASSES.indexOf(row.label) };
  });
  const grouped = judged.filter(({ row }) => row.id.includes('/'));
  const groups = groupBy(grouped, ({ row }) => row.id.split('/')[0] as string);
  return {
    ...figuresOf(judged),
    groups: Object.fromEntries([...groups].map(([group, members]) => [group, figuresOf(members)])),
    calibration: calibrationOf(judged),
  };
}

function figuresOf(judged: readonly JudgedMention[]): GroupFigures {
  const sentences = [...groupBy(judged, ({ row }) => row.text).values()];
  const count = (members: readonly JudgedMention[], counts: (each: JudgedMention) => boolean): number =>
    members.filter(counts).length;
  const ofClass = CLASSES.map((_, c) =>
    sentences.map(
      (members): DetectionCounts => [
        count(members, ({ guess, gold }) => guess === c && gold === c),
        count(members, ({ guess }) => guess === c),
        count(members, ({ gold }) => gold === c),
      ],
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
    accuracy: share(
      sentences.map(
        members => [count(members, ({ guess, gold }) => guess === gold), members.length] as const,
      ),
      0,
      1,
    ),
    perClass: Object.fromEntries(
      CLASSES.map((name, c) => [name, detection(ofClass[c] as DetectionCounts[])]),
    ) as Record<Class, Detection>,
    conflictingPairs: share(sentences.map(conflicts), 0, 1),
  };
}

/** Pairs ordered rightly and pairs, among the targets of one sentence whose labels differ. */
function conflicts(members: readonly JudgedMention[]): readonly [number, number] {
  let right = 0;
  let pairs = 0;
  for (const [i, a] of members.entries())
    for (const b of members.slice(i + 1)) {
      if (a.gold === b.gold) continue;
      pairs++;
      const difference = a.judgement.polarity - b.judgement.polarity;
      right += difference === 0 ? 0.5 : difference > 0 === a.gold > b.gold ? 1 : 0;
    }
  return [right, pairs];
}

function calibrationOf(judged: readonly JudgedMention[]): CalibrationBin[] {
  const bins: CalibrationBin[] = [];
  for (let low = 0.3; low < 0.95; low += 0.1) {
    const [from, to] = [Number(low.toFixed(1)), Number((low + 0.1).toFixed(1))];
    const members = judged
      .map(({ judgement: { negative, neutral, positive }, guess, gold }) => ({
        p: Math.max(negative, neutral, positive),
        right: guess === gold,
      }))
      .filter(({ p }) => p >= from && (p < to || to === 1));
    if (members.length === 0) continue;
    bins.push({
      low: from,
      high: to,
      n: members.length,
      predicted: members.reduce((sum, { p }) => sum + p, 0) / members.length,
      observed: members.filter(({ right }) => right).length / members.length,
    });
  }
  return bins;
}
