/** A seeded sample of the evidence of reports, as a sheet for coders. */
import { byText, groupBy } from '../model/collections.js';
import { mulberry32 } from '../statistics/interval.js';

/** A piece of evidence that somebody can judge: what is claimed of which words, with the text around them. */
export interface Claim {
  /** Unique over all reports that are drawn from, and the same at every draw. */
  readonly id: string;
  readonly measure: string;
  readonly grounds: string;
  readonly outlet: string;
  readonly article: string;
  readonly line: number | '';
  readonly claim: string;
  readonly words: string;
  /** Whose words they are said to be. */
  readonly whose: string;
  readonly before: string;
  /** With the words between » and «. */
  readonly sentence: string;
  readonly after: string;
}

const SHEET_COLUMNS = [
  'id',
  'measure',
  'outlet',
  'article',
  'line',
  'claim',
  'words',
  'whose',
  'before',
  'sentence',
  'after',
  'verdict',
  'note',
  'grounds',
] as const;

/**
 * So many claims of each measure, drawn without replacement, in an order that tells nothing; the same seed draws the same ones.
 * Measures with fewer give all they have.
 */
export function drawn(claims: readonly Claim[], perMeasure: number, seed: number): Claim[] {
  const random = mulberry32(seed);
  const shuffled = <T>(items: readonly T[]): T[] => {
    const all = [...items];
    for (let i = all.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [all[i], all[j]] = [all[j] as T, all[i] as T];
    }
    return all;
  };
  const sorted = claims.toSorted((a, b) => byText(a.measure, b.measure) || byText(a.id, b.id));
  const byMeasure = groupBy(sorted, ({ measure }) => measure);
  return [...byMeasure.values()].flatMap(some => shuffled(some).slice(0, perMeasure));
}

/** The rows of a sheet; blind, they do not say which outlet it is. */
export const sheetRows = (claims: readonly Claim[], blind: boolean): unknown[][] => [
  [...SHEET_COLUMNS],
  ...claims.map(claim => {
    const row: Readonly<Record<string, unknown>> = {
      ...claim,
      ...(blind && { outlet: '', article: '', line: '' }),
      verdict: '',
      note: '',
    };
    return SHEET_COLUMNS.map(name => row[name]);
  }),
];
