import { FaultList, InputError } from '../errors.js';
import type { MentionRow, Score, Scores } from '../model/scores.js';

const HEADER = '{"scorer": "NAME", "version": "VERSION"}';
const ROW = '{"id": …, "polarity": …} or {"id": …, "negative": …, "neutral": …, "positive": …}';
const CLASSES = ['negative', 'neutral', 'positive'] as const;
/** How far three probabilities may miss 1. */
const SLACK = 0.01;

type Asked = Pick<MentionRow, 'id'> & Partial<Pick<MentionRow, 'start' | 'end'>>;
type ScoreRow = Readonly<Record<string, unknown>>;

/**
 * What a scorer said of mentions: JSON lines, the first of which names it.
 *
 * @param path the file, or the command, for messages
 * @param partial whether rows on other mentions are left aside
 * @throws InputErrors that say what is wrong with which line
 */
export function readScores(text: string, path: string, asked: readonly Asked[], partial: boolean): Scores {
  const faults = new FaultList();
  const expected = new Map(asked.map(each => [each.id, each]));
  const of = new Map<string, Score>();
  const lineOf = new Map<string, number>();
  let named: Pick<Scores, 'scorer' | 'version'> | undefined;
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [n, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const refuse = (key: string, code: string, message: string, hint: string): void => {
      const column = Math.max(0, line.indexOf(JSON.stringify(key))) + 1;
      faults.take(new InputError({ path, line: n + 1, column, code, message, hint }), path);
    };
    const row = rowOf(line);
    if (row === undefined) {
      refuse('', 'score-not-json', 'this is no JSON object', `Expected one object a line: ${ROW}.`);
      continue;
    }
    if (named === undefined) {
      const { scorer, version } = row;
      named = { scorer: String(scorer), version: String(version) };
      if (isName(scorer) && isName(version)) continue;
      refuse(
        'scorer',
        'scorer-unnamed',
        'the scorer is not named',
        `Expected ${HEADER} as the first line: pages say whose scores they show.`,
      );
      if (row.id === undefined) continue;
    }
    const { id } = row;
    if (typeof id !== 'string') {
      refuse('id', 'score-id', 'no id of a mention', `Expected ${ROW}.`);
      continue;
    }
    const wanted = expected.get(id);
    const earlier = lineOf.get(id);
    if (wanted === undefined) {
      if (!partial) refuse('id', 'score-unknown', `there is no mention ${JSON.stringify(id)}`, SAME_ARTICLES);
      continue;
    }
    if (earlier !== undefined) {
      refuse(
        'id',
        'score-twice',
        `${JSON.stringify(id)} has a score already, in line ${earlier}`,
        'Keep one of them.',
      );
      continue;
    }
    lineOf.set(id, n + 1);
    const shifted = (['start', 'end'] as const).find(
      key => row[key] !== undefined && wanted[key] !== undefined && row[key] !== wanted[key],
    );
    if (shifted !== undefined) {
      refuse(
        shifted,
        'score-offset',
        `${JSON.stringify(id)} ${shifted}s at ${wanted[shifted]} in its sentence, not at ${row[shifted]}`,
        'Offsets count UTF-16 code units and are given back as they came, or not at all.',
      );
      continue;
    }
    const score = scoreOf(row);
    if (typeof score === 'string')
      refuse(score, 'score-number', faultOf(row, score), `Expected ${ROW}; ${RANGES}.`);
    else of.set(id, score);
  }
  if (named === undefined)
    faults.take(
      new InputError({
        path,
        code: 'scores-empty',
        message: 'there are no scores here',
        hint: `Expected ${HEADER}, then a line for each mention: ${ROW}.`,
      }),
      path,
    );
  const missing = asked.filter(({ id }) => !lineOf.has(id));
  if (missing.length > 0 && named !== undefined)
    faults.take(
      new InputError({
        path,
        line: lines.length,
        column: 1,
        code: 'score-missing',
        message: `${missing.length} of ${asked.length} mentions have no score, the first is ${JSON.stringify(missing[0]?.id)}`,
        hint: SAME_ARTICLES,
      }),
      path,
    );
  faults.throwAny();
  return { ...(named as Pick<Scores, 'scorer' | 'version'>), of };
}

const SAME_ARTICLES =
  'Score what "parallax mentions" prints for the same articles, with the same --lexicon and --cast, and give each id back.';
const RANGES = 'a polarity lies between -1 and 1, three probabilities sum to 1';

const isName = (value: unknown): boolean =>
  (typeof value === 'string' && value.trim() !== '') || typeof value === 'number';

function rowOf(line: string): ScoreRow | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as ScoreRow)
      : undefined;
  } catch {
    return undefined;
  }
}

const isIn = (value: unknown, least: number): value is number =>
  typeof value === 'number' && value >= least && value <= 1;

/** The score of a row, or the key at which it is wrong. */
function scoreOf(row: ScoreRow): Score | string {
  if (CLASSES.some(key => row[key] !== undefined)) {
    const wrong = CLASSES.find(key => !isIn(row[key], 0));
    if (wrong !== undefined) return wrong;
    const [negative, neutral, positive] = CLASSES.map(key => row[key] as number) as [number, number, number];
    const whole = negative + neutral + positive;
    if (Math.abs(whole - 1) > SLACK) return 'negative';
    return { negative, neutral, positive, polarity: positive - negative };
  }
  const { polarity } = row;
  if (!isIn(polarity, -1)) return 'polarity';
  const [negative, positive] = [Math.max(0, -polarity), Math.max(0, polarity)];
  return { negative, neutral: 1 - negative - positive, positive, polarity };
}

function faultOf(row: ScoreRow, key: string): string {
  const value = row[key];
  if (value === undefined) return `no ${key}`;
  if (!isIn(value, key === 'polarity' ? -1 : 0)) return `${key} is ${JSON.stringify(value)}`;
  return `the probabilities sum to ${CLASSES.reduce((sum, each) => sum + (row[each] as number), 0).toFixed(3)}`;
}
