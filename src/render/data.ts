import { stringify } from 'csv-stringify/sync';
import type { Contrast, Estimate, Report } from '../model/profile.js';
import type { CopyPair, CoverageItem, Passage } from '../model/story.js';
import { cellText } from './coverage.js';
import type { Texts } from './kwic.js';

/** Version of the shape of `report.json`. */
const SCHEMA = 1;

/** The data files of a report, by name. */
export function renderData(
  report: Report,
  pages: ReadonlyMap<string, string>,
  texts: Texts,
): Map<string, string> {
  const evidence = report.profiles.flatMap(({ estimates }) => estimates.flatMap(each => each.evidence));
  evidence.sort(
    (a, b) =>
      compareText(a.article, b.article) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      compareText(a.measure, b.measure) ||
      compareText(a.subject, b.subject),
  );
  const evidenceRows = evidence.map(each => ({
    article: each.article,
    outlet: each.outlet,
    story: each.story,
    measure: each.measure,
    subject: each.subject,
    term: each.term,
    label: each.label ?? null,
    start: each.span.start,
    end: each.span.end,
    text: each.text,
    voice: each.voice,
    zone: each.zone,
    weight: each.weight,
    sentence: texts.get(each.article)?.text.slice(each.sentenceSpan.start, each.sentenceSpan.end) ?? '',
    line: each.line,
    column: each.column,
    speaker: each.speaker ?? null,
    speaker_party: each.speakerParty ?? null,
    ...(each.shares !== undefined && {
      shares: each.shares.map(({ term, span, share, features }) => ({
        term,
        start: span?.start ?? null,
        end: span?.end ?? null,
        share,
        features,
      })),
    }),
  }));
  const quotations = report.profiles.flatMap(({ articles }) =>
    articles.flatMap(article =>
      article.quotations.map(each => ({
        article: article.id,
        quotation: each.quotation,
        form: each.form,
        start: each.start,
        end: each.end,
        text: each.text,
        cue: each.cue ?? null,
        stance: each.stance ?? null,
        source: each.source ?? null,
        speaker: each.speaker ?? null,
        party: each.party ?? null,
        kind: each.kind,
        line: each.line,
      })),
    ),
  );
  const evidenceLines = evidenceRows.map(row => JSON.stringify(row));
  const quotationLines = quotations.map(row => JSON.stringify(row));
  const contrastLines = report.comparison.contrasts.map(contrast =>
    JSON.stringify({
      ...contrastRow(contrast),
      // What makes up a difference that cannot be told from none is of no use.
      ...(contrast.verdict !== 'cannot tell' && { contributions: contrast.contributions() }),
    }),
  );
  const copyLines = report.copy.pairs.map(pair => JSON.stringify(copyRow(pair)));
  const coverageLines = report.coverage.items.map(item => JSON.stringify(coverageRow(item, report)));
  const head = {
    schema: SCHEMA,
    parallax: report.version,
    story: report.story,
    lexicons: report.lexicons.files,
    outlets: report.profiles.map(({ outlet, articles, estimates }) => ({
      outlet,
      page: pages.get(outlet),
      articles: articles.map(({ quotations: _, ...article }) => ({
        ...article,
        shared: report.copy.shares.get(article.id),
      })),
      estimates: estimates.map(figures),
    })),
    left_out: report.copy.omitted.map(({ outlet, passage }) => ({ outlet, ...passageRow(passage) })),
  };
  return new Map([
    ['shared-copy.jsonl', jsonl(copyLines)],
    ['coverage.csv', coverageCsv(report)],
    ['evidence.jsonl', jsonl(evidenceLines)],
    ['quotations.jsonl', jsonl(quotationLines)],
    ...renderTables(report),
    [
      'report.json',
      `${JSON.stringify(head).slice(0, -1)},\n${[
        ['contrasts', contrastLines] as const,
        ['shared_copy', copyLines] as const,
        ['coverage', coverageLines] as const,
        ['quotations', quotationLines] as const,
        ['evidence', evidenceLines] as const,
      ]
        .map(([name, lines]) => `"${name}":[\n${lines.join(',\n')}\n]`)
        .join(',\n')}}\n`,
    ],
  ]);
}

const passageRow = ({ article, start, end, text, line }: Passage) => ({ article, start, end, text, line });

const copyRow = ({ a, b, similarity, edits, kind, part, cluster }: CopyPair) => ({
  a: passageRow(a),
  b: passageRow(b),
  similarity,
  edits: edits.map(edit => ({
    a: edit.a,
    b: edit.b,
    kind: edit.kind,
    quoted: edit.quoted,
    a_start: edit.aSpan.start,
    a_end: edit.aSpan.end,
    b_start: edit.bSpan.start,
    b_end: edit.bSpan.end,
  })),
  kind,
  part,
  cluster,
});

const coverageRow = ({ kind, item, forms, cells, rank }: CoverageItem, { coverage }: Report) => ({
  kind,
  item,
  rank,
  forms,
  places: cells.flatMap((cell, o) =>
    cell === undefined
      ? []
      : [
          {
            outlet: coverage.outlets[o],
            article: cell.article,
            line: cell.line,
            start: cell.span.start,
            end: cell.span.end,
            sentences: cell.count,
            sentence: cell.sentence,
            figures: cell.figures,
          },
        ],
  ),
});

/** Items by outlets; a cell is the line of the first place, with its article where the outlet has several. */
const coverageCsv = (report: Report): string =>
  sheet([
    ['item', 'forms', ...report.coverage.outlets],
    ...report.coverage.items.map(({ item, forms, cells }) => [
      item,
      forms.join('; '),
      ...cells.map(cell => (cell === undefined ? '' : cellText(report, cell))),
    ]),
  ]);

/** The data files that several stories together have too. */
export const renderTables = (report: Report): [string, string][] => [
  [
    'measurements.csv',
    csv(
      report.profiles.flatMap(({ story, estimates }) => estimates.map(each => ({ story, ...figures(each) }))),
      MEASUREMENT_COLUMNS,
    ),
  ],
  ['contrasts.csv', csv(report.comparison.contrasts.map(contrastRow), CONTRAST_COLUMNS)],
];

const csv = (rows: readonly object[], columns: readonly string[]): string =>
  sheet([columns, ...rows.map(row => columns.map(column => (row as Record<string, unknown>)[column]))]);

/** Rows of plain text: the library takes ten times as long over columns, types and formulas of its own. */
const sheet = (rows: readonly (readonly unknown[])[]): string =>
  stringify(rows.map(cells => cells.map(cellOf)));

/** What a spreadsheet would take for a formula is marked as text; a number is none. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value);
  return typeof value === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** Written out flat; `left_all` and `right_all` are the values with shared text counted for each. */
function contrastRow({ measure, left, right, whole, robustness, ...rest }: Contrast) {
  return {
    measure: measure.id,
    subject: rest.subject,
    voice: rest.voice,
    left: left.outlet,
    right: right.outlet,
    left_value: left.value,
    left_base: left.denominator,
    right_value: right.value,
    right_base: right.denominator,
    left_all: whole.left.value,
    left_all_base: whole.left.denominator,
    right_all: whole.right.value,
    right_all_base: whole.right.denominator,
    difference: rest.difference,
    low: rest.low,
    high: rest.high,
    p: rest.p ?? null,
    rate: rest.q ?? null,
    verdict: rest.verdict,
    because: rest.because ?? null,
    rests_on: robustness?.restsOn ?? null,
    with_carried: robustness?.attributed ?? null,
    more_text: rest.moreText ?? null,
  };
}

const CONTRAST_COLUMNS = [
  'measure',
  'subject',
  'voice',
  'left',
  'right',
  'left_value',
  'left_base',
  'right_value',
  'right_base',
  'left_all',
  'left_all_base',
  'right_all',
  'right_all_base',
  'difference',
  'low',
  'high',
  'p',
  'rate',
  'verdict',
  'because',
  'rests_on',
  'with_carried',
  'more_text',
];

const MEASUREMENT_COLUMNS = [
  'outlet',
  'story',
  'measure',
  'subject',
  'voice',
  'value',
  'low',
  'high',
  'base',
  'articles',
];

const figures = ({
  outlet,
  measure,
  subject,
  voice,
  value,
  low,
  high,
  denominator: base,
  articles,
}: Estimate) => ({
  outlet,
  measure,
  subject,
  voice,
  value,
  low,
  high,
  base,
  articles,
});

const jsonl = (lines: readonly string[]): string => lines.map(line => `${line}\n`).join('');

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
