/** Sheets of evidence for people to judge, and what their verdicts say of how often the tool is right. */
import { InputError } from '../errors.js';
import { ABSENT } from '../model/absences.js';
import { addTo, getOrAdd, sum } from '../model/collections.js';
import type { JudgedKind } from '../model/confidence.js';
import { EDIT } from '../model/edits.js';
import { expectedOneOf } from '../model/nearest.js';
import type { Accuracy, Interval, Validation } from '../model/profile.js';
import { PASSES } from '../passes/index.js';
import { krippendorffAlpha } from '../statistics/agreement.js';
import { wilson } from '../statistics/interval.js';

/**
 * What a coder may say of a piece of evidence; CODING.md says when. Who cannot judge it, skips it; what is empty is not judged yet.
 */
const VERDICTS = ['right', 'arguable', 'wrong', 'skip'] as const;
export type CodedVerdict = (typeof VERDICTS)[number];

/** What is needed of a row of a sheet. */
interface JudgedRow {
  readonly id: string;
  readonly measure: string;
  readonly grounds: string;
  readonly verdict: CodedVerdict;
}

/** The rows of one coder, by id. */
export interface Sheet {
  readonly coder: string;
  readonly rows: ReadonlyMap<string, JudgedRow>;
}

/** Measures on which readers may differ in good faith: what they call arguable counts as right. */
const MATTERS_OF_TASTE: ReadonlySet<string> = new Set(
  PASSES.flatMap(({ measures }) => measures.flatMap(({ id, matterOfTaste }) => (matterOfTaste ? [id] : []))),
);

/** A piece of evidence with the verdicts of all who judged it. */
export interface JudgedPiece extends Pick<JudgedRow, 'measure' | 'grounds'> {
  readonly verdicts: readonly CodedVerdict[];
}

/** A share with Wilson's 95% interval over pieces. */
interface Precision extends Interval {
  readonly value: number;
  /** Pieces that somebody judged and did not skip. */
  readonly n: number;
}

/** What readers said of one measure. */
export interface JudgedMeasure {
  /** The share called right, over all coders of a piece. */
  readonly right: Precision;
  readonly rightOrArguable: Precision;
  /** Whichever of the two counts for the measure. */
  readonly precision: Precision;
  /** Krippendorff’s alpha of the verdicts; `null` where it is not defined. */
  readonly alpha: number | null;
  /** How many coders judged a piece, at most. */
  readonly coders: number;
}

/** The pieces of several sheets; a piece is the same in all sheets that have its id. */
export function piecesOf(sheets: readonly Sheet[]): JudgedPiece[] {
  const pieces = new Map<string, { measure: string; grounds: string; verdicts: CodedVerdict[] }>();
  for (const { rows } of sheets)
    for (const [id, { measure, grounds, verdict }] of rows)
      getOrAdd(pieces, id, () => ({ measure, grounds, verdicts: [] })).verdicts.push(verdict);
  return [...pieces.values()];
}

/** By measure, and under `all` those of all measures. */
export function judged(pieces: readonly JudgedPiece[]): Map<string, JudgedMeasure> {
  const byMeasure = new Map<string, JudgedPiece[]>();
  for (const piece of pieces) addTo(byMeasure, piece.measure, piece);
  return new Map(
    [...[...byMeasure].toSorted(([a], [b]) => (a < b ? -1 : 1)), ['all', pieces] as const].map(
      ([id, all]) => [id, judgedMeasure(all)],
    ),
  );
}

function judgedMeasure(pieces: readonly JudgedPiece[]): JudgedMeasure {
  const given = pieces
    .map(({ measure, verdicts }) => ({ measure, verdicts: verdicts.filter(each => each !== 'skip') }))
    .filter(({ verdicts }) => verdicts.length > 0);
  const precision = (isRight: (verdict: CodedVerdict, measure: string) => boolean): Precision => {
    const right = sum(
      given.map(
        ({ measure, verdicts }) => verdicts.filter(each => isRight(each, measure)).length / verdicts.length,
      ),
    );
    return {
      value: given.length === 0 ? 0 : right / given.length,
      ...wilson(right, given.length),
      n: given.length,
    };
  };
  const alpha = krippendorffAlpha(given.map(({ verdicts }) => verdicts));
  return {
    right: precision(verdict => verdict === 'right'),
    rightOrArguable: precision(verdict => verdict !== 'wrong'),
    precision: precision(counts),
    alpha: Number.isNaN(alpha) ? null : alpha,
    coders: Math.max(0, ...given.map(({ verdicts }) => verdicts.length)),
  };
}

const counts = (verdict: CodedVerdict, measure: string): boolean =>
  verdict === 'right' || (verdict === 'arguable' && MATTERS_OF_TASTE.has(measure));

/** How many pieces of each kind were right, for the confidence of others of the kind. */
export function judgedKinds(pieces: readonly JudgedPiece[]): JudgedKind[] {
  const kinds = new Map<string, { measure: string; grounds: string; right: number; of: number }>();
  for (const { measure, grounds, verdicts } of pieces) {
    const given = verdicts.filter(each => each !== 'skip');
    if (given.length === 0) continue;
    const kind = getOrAdd(kinds, `${measure}\t${grounds}`, () => ({ measure, grounds, right: 0, of: 0 }));
    kind.right += given.filter(each => counts(each, measure)).length / given.length;
    kind.of++;
  }
  return [...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind);
}

/** Figures of precision as reports print them. */
export const judgedFigures = (pieces: readonly JudgedPiece[], set: string): Accuracy[] =>
  [...judged(pieces)]
    .filter(([, { precision }]) => precision.n > 0)
    .map(([measure, { precision, alpha, coders }]) => ({
      task: 'judged',
      set,
      measure,
      title: `${measure === 'all' ? 'All evidence' : titleOf(measure)}, called right`,
      ...precision,
      of: `pieces, ${coders === 1 ? 'one reader' : `${coders} readers`}`,
      ...(alpha !== null && { alpha }),
    }));

/** What is judged and is no measure of a pass. */
const TITLES: Readonly<Record<string, string>> = {
  [ABSENT]: 'coverage: not found here',
  [EDIT]: 'shared copy: edits',
};

const titleOf = (measure: string): string => {
  const pass = PASSES.find(({ measures }) => measures.some(({ id }) => id === measure));
  return pass === undefined
    ? (TITLES[measure] ?? measure)
    : `${pass.name}: ${measure.slice(measure.indexOf('.') + 1)}`;
};

/** What users’ own sheets say, in the place of what the package knows. */
export function validationFrom(sheets: readonly Sheet[]): Validation {
  const pieces = piecesOf(sheets);
  return {
    accuracy: judgedFigures(pieces, `your sheets (${sheets.map(({ coder }) => coder).join(', ')})`),
    kinds: judgedKinds(pieces),
  };
}

const COLUMNS = ['id', 'measure', 'verdict'] as const;

/**
 * A sheet as coders give it back.
 *
 * @throws InputError for a column that is missing, a verdict that is none, an id that stands twice
 */
export async function readSheet(path: string, text: string): Promise<{ sheet: Sheet; empty: number }> {
  let empty = 0;
  const { rowsOfCsv } = await import('../read/rows.js');
  const rows = new Map<string, JudgedRow>();
  const lines = new Map<string, number>();
  for await (const { line, values } of rowsOfCsv(text, path)) {
    const fields = values();
    const fault = (code: string, message: string, hint: string): InputError =>
      new InputError({ path, line, code, message, hint });
    const missing = COLUMNS.filter(name => !fields.has(name));
    if (missing.length > 0)
      throw fault(
        'sheet-column',
        `this sheet has no column ${missing.map(each => JSON.stringify(each)).join(', ')}`,
        'Expected a sheet as "parallax sample" writes it, saved as CSV with commas.',
      );
    const id = fields.get('id') as string;
    const written = (fields.get('verdict') as string).trim().toLowerCase();
    if (written === '') {
      empty++;
      continue;
    }
    if (!(VERDICTS as readonly string[]).includes(written))
      throw fault(
        'sheet-verdict',
        `${JSON.stringify(fields.get('verdict'))} is no verdict`,
        `${expectedOneOf(written, VERDICTS)} What is not judged yet stays empty.`,
      );
    if (rows.has(id))
      throw fault(
        'sheet-id',
        `${id} stands on line ${lines.get(id)} already`,
        'Expected each piece of evidence once; sheets of several coders are files of their own.',
      );
    lines.set(id, line);
    rows.set(id, {
      id,
      measure: fields.get('measure') as string,
      grounds: fields.get('grounds') ?? '',
      verdict: written as CodedVerdict,
    });
  }
  return { sheet: { coder: path.replace(/^.*[\\/]|\.csv$/gi, ''), rows }, empty };
}
