import type { Span } from '../model/article.js';
import type { Lexicons } from '../model/lexicon.js';
import { parse } from '../parse/index.js';
import { Classifier, type Judgement } from '../sentiment/classifier.js';
import { type Rate, rate, share } from './rate.js';
import { articleOf } from './rows.js';

const CLASSES = ['negative', 'neutral', 'positive'] as const;
type Class = (typeof CLASSES)[number];

/** One target in one sentence, as in NewsMTSC: offsets are into `text`. */
export interface SentimentRow extends Span {
  readonly id: string;
  readonly text: string;
  readonly label: Class;
}

interface ClassFigures {
  readonly precision: Rate;
  readonly recall: Rate;
  readonly f1: Rate;
}

interface GroupFigures {
  readonly macroF1: Rate;
  readonly accuracy: Rate;
  readonly perClass: Readonly<Record<Class, ClassFigures>>;
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

interface Judged {
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
  const groups = new Map<string, Judged[]>();
  for (const each of judged) {
    const [group = '', rest] = each.row.id.split('/');
    if (rest !== undefined) groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  return {
    ...figuresOf(judged),
    groups: Object.fromEntries([...groups].map(([group, members]) => [group, figuresOf(members)])),
    calibration: calibrationOf(judged),
  };
}

function figuresOf(judged: readonly Judged[]): GroupFigures {
  const sentences = new Map<string, Judged[]>();
  for (const each of judged) sentences.set(each.row.text, [...(sentences.get(each.row.text) ?? []), each]);
  // Hits, guesses and gold of each class, then all hits and all rows.
  const units = [...sentences.values()].map(members => {
    const counts = new Array<number>(11).fill(0);
    const add = (k: number): void => {
      counts[k] = (counts[k] as number) + 1;
    };
    for (const { guess, gold } of members) {
      if (guess === gold) add(gold * 3);
      add(guess * 3 + 1);
      add(gold * 3 + 2);
      if (guess === gold) add(9);
      add(10);
    }
    return counts;
  });
  const all = (sums: readonly number[]): number => sums[10] ?? 0;
  const at = (sums: readonly number[], k: number): number => sums[k] ?? 0;
  const f1 = (sums: readonly number[], c: number): number =>
    (2 * at(sums, c * 3)) / (at(sums, c * 3 + 1) + at(sums, c * 3 + 2)) || 0;
  const perClass = Object.fromEntries(
    CLASSES.map((name, c) => [
      name,
      {
        precision: rate(
          units,
          sums => at(sums, c * 3) / at(sums, c * 3 + 1),
          sums => at(sums, c * 3 + 1),
        ),
        recall: rate(
          units,
          sums => at(sums, c * 3) / at(sums, c * 3 + 2),
          sums => at(sums, c * 3 + 2),
        ),
        f1: rate(
          units,
          sums => f1(sums, c),
          sums => at(sums, c * 3 + 2),
        ),
      },
    ]),
  ) as Record<Class, ClassFigures>;
  return {
    macroF1: rate(units, sums => (f1(sums, 0) + f1(sums, 1) + f1(sums, 2)) / 3, all),
    accuracy: rate(units, sums => at(sums, 9) / all(sums), all),
    perClass,
    conflictingPairs: share([...sentences.values()].map(conflicts)),
  };
}

/** Pairs ordered rightly and pairs, among the targets of one sentence whose labels differ. */
function conflicts(members: readonly Judged[]): readonly [number, number] {
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

function calibrationOf(judged: readonly Judged[]): CalibrationBin[] {
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
