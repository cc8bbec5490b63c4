import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parse } from 'csv-parse/sync';
import { InputError, UsageError } from '../errors.js';
import { type Claim, drawn, sheetRows } from '../evaluate/sample.js';
import { VOICE_NAMES } from '../findings/words.js';
import { ABSENT } from '../model/absences.js';
import type { Voice } from '../model/article.js';
import { groupBy } from '../model/collections.js';
import { EDIT } from '../model/edits.js';
import { oneLine, plural } from '../model/text.js';
import { sheet } from '../write/csv.js';
import type { Io } from './io.js';
import { argument, commandOf, countOption, flagOption, outOption } from './options.js';
import { writeOut } from './write.js';

export const sample = (io: Io) =>
  commandOf({
    command: 'sample <report>',
    describe: 'Draw evidence of a report at random for people to judge, as a sheet (CSV)',
    builder: yargs =>
      yargs
        .positional('report', argument('The folder of a report, with one story or several'))
        .option('per-measure', countOption('per-measure', 30, 'How many pieces of evidence of each measure'))
        .option('seed', {
          type: 'number',
          default: 1,
          requiresArg: true,
          describe: 'Number that decides what is drawn: the same seed draws the same sheet',
          coerce: (seed: number): number => {
            if (!Number.isSafeInteger(seed)) throw new UsageError('--seed takes a whole number');
            return seed;
          },
        })
        .option('blind', flagOption('Do not say which outlet and article it is from'))
        .option('all', flagOption('Draw from what pages set aside as too uncertain, too'))
        .option('out', outOption('Write to this file instead of standard output'))
        .example(
          '$0 sample reports --per-measure 30 --seed 7 --blind --out sheet.csv',
          'A sheet for two coders, who each fill in "verdict" in a copy of their own',
        )
        .epilogue(
          'CODING.md tells coders what each verdict means; "parallax evaluate sheets A.csv B.csv" gives precision and agreement.',
        ),
    handler: ({ report, perMeasure, seed, blind, all, out }) => {
      const claims = reportsBelow(report).flatMap(folder => [
        ...claimsOf(folder, report, all),
        ...absenceClaims(folder, report, all),
        ...editClaims(folder, report, all),
      ]);
      if (claims.length === 0)
        throw new InputError({
          path: report,
          code: 'nothing-to-judge',
          message: 'this report shows no evidence',
          hint: all ? undefined : 'Use --all to draw from what its pages set aside, too.',
        });
      const chosen = drawn(claims, perMeasure, seed);
      writeOut(out, sheet(sheetRows(chosen, blind)), io);
      io.note(`${plural(chosen.length, 'piece')} of ${claims.length} drawn with seed ${seed}\n`);
    },
  });

const EVIDENCE = join('data', 'evidence.jsonl');

/** Folders of the reports in a folder: its own, or those of several stories. */
function reportsBelow(path: string): string[] {
  const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  const folders = isFile(join(path, EVIDENCE))
    ? [path]
    : statSync(path, { throwIfNoEntry: false })?.isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' })
          .filter(name => name.endsWith(EVIDENCE))
          .map(name => dirname(dirname(join(path, name))))
          .toSorted()
      : [];
  if (folders.length === 0)
    throw new InputError({
      path,
      code: 'no-report',
      message: `there is no report here: no ${EVIDENCE.replaceAll(sep, '/')}`,
      hint: 'Name the folder that "parallax report" wrote, by default "reports".',
    });
  return folders;
}

interface EvidenceRow {
  readonly id: string;
  readonly article: string;
  readonly outlet: string;
  readonly measure: string;
  readonly label: string | null;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly voice: Voice;
  readonly weight: number;
  readonly sentence: number;
  readonly line: number;
  readonly speaker: string | null;
  readonly speaker_party: string | null;
  readonly says: string | null;
  readonly grounds: string | null;
  readonly shown: boolean;
}

interface MemberRow {
  readonly id: string;
  readonly name: string;
}

interface SentenceRow {
  readonly article: string;
  readonly start: string;
  readonly text: string;
}

/** What the pages of a report claim, or may claim: not that nothing was seen, nor that a mention is neutral. */
function claimsOf(folder: string, report: string, all: boolean): Claim[] {
  const idOf = idsIn(folder, report);
  const names = new Map(tableIn<MemberRow>(folder, 'cast.csv').map(({ id, name }) => [id, name]));
  const sentences = groupBy(tableIn<SentenceRow>(folder, 'sentences.csv'), ({ article }) => article);
  return rowsIn<EvidenceRow>(folder, 'evidence.jsonl')
    .filter(({ says, weight, label }) => says !== null && weight !== 0 && label !== 'neutral')
    .filter(({ shown }) => all || shown)
    .map(each => {
      const { id, measure, outlet, article, line, start, end, voice, speaker, speaker_party: party } = each;
      const around = sentences.get(article) ?? [];
      const { text = '', start: from = '0' } = around[each.sentence] ?? {};
      const at = start - Number(from);
      const marked = `${text.slice(0, at)}»${text.slice(at, end - Number(from))}«${text.slice(end - Number(from))}`;
      return {
        id: idOf(id),
        measure,
        grounds: each.grounds ?? '',
        outlet,
        article,
        line,
        claim: each.says as string,
        words: oneLine(each.text),
        whose: [
          VOICE_NAMES[voice],
          ...speakerOf(speaker, party === null ? null : (names.get(party) ?? party)),
        ].join(': '),
        before: oneLine(
          around
            .slice(Math.max(0, each.sentence - CONTEXT), each.sentence)
            .map(textOf)
            .join(' '),
        ),
        sentence: oneLine(marked),
        after: oneLine(
          around
            .slice(each.sentence + 1, each.sentence + 1 + CONTEXT)
            .map(textOf)
            .join(' '),
        ),
      };
    });
}

/** What makes the id of a piece one of all reports. */
function idsIn(folder: string, report: string): (id: string) => string {
  const name = relative(report, folder).replaceAll(sep, '/');
  return id => (name === '' ? id : `${name}/${id}`);
}

interface OmissionRow {
  readonly id: string;
  readonly outlet: string;
  readonly item: string;
  readonly grounds: string;
  readonly shown: string;
  readonly rank: string;
  readonly reported_in: string;
  readonly article: string;
  readonly start: string;
  readonly end: string;
  readonly sentence: string;
}

/** So many absences stand on the first screen of an outlet’s section. */
const FIRST_SCREEN = 4;

/** What an outlet is said not to report, with a sentence of another that does and all of its own text. */
function absenceClaims(folder: string, report: string, all: boolean): Claim[] {
  const idOf = idsIn(folder, report);
  const outlets = new Map(tableIn<ArticleRow>(folder, 'articles.csv').map(({ id, outlet }) => [id, outlet]));
  const texts = groupBy(tableIn<SentenceRow>(folder, 'sentences.csv'), each => outlets.get(each.article));
  return tableIn<OmissionRow>(folder, 'omissions.csv')
    .filter(({ shown, rank }) => (all || shown === 'yes') && Number(rank) <= FIRST_SCREEN)
    .map(({ id, outlet, item, grounds, reported_in, sentence }) => ({
      id: idOf(id),
      measure: ABSENT,
      grounds,
      outlet,
      article: '',
      line: '',
      claim: `Not found in this outlet’s articles: ${item}`,
      words: item,
      whose: `reported in ${reported_in}`,
      before: '',
      sentence: oneLine(sentence),
      after: oneLine((texts.get(outlet) ?? []).map(textOf).join(' ')),
    }));
}

interface ArticleRow {
  readonly id: string;
  readonly outlet: string;
}

interface EditRow {
  readonly id: string;
  readonly kind: string;
  readonly grounds: string;
  readonly shown: string;
  readonly outlets: string;
  readonly words: string;
  readonly article: string;
  readonly line: string;
  readonly passage: string;
  readonly other_outlets: string;
  readonly other_words: string;
  readonly other_passage: string;
}

/** Edits of shared copy, with both passages. */
function editClaims(folder: string, report: string, all: boolean): Claim[] {
  const idOf = idsIn(folder, report);
  return tableIn<EditRow>(folder, 'edits.csv')
    .filter(({ shown }) => all || shown === 'yes')
    .map(({ id, kind, grounds, outlets, words, article, line, passage, ...other }) => ({
      id: idOf(id),
      measure: EDIT,
      grounds,
      outlet: `${outlets}; ${other.other_outlets}`,
      article,
      line: Number(line),
      claim: `Edit (${kind}): “${oneLine(words)}” where others have “${oneLine(other.other_words)}”`,
      words: oneLine(words),
      whose: '',
      before: '',
      sentence: oneLine(passage),
      after: oneLine(other.other_passage),
    }));
}

/** `Jane Ford (Republican Party)`; a party by its own name once. */
const speakerOf = (speaker: string | null, party: string | null): string[] =>
  speaker === null ? [] : [party === null || party === speaker ? speaker : `${speaker} (${party})`];

/** Sentences before and after that of the evidence. */
const CONTEXT = 2;
const textOf = ({ text }: SentenceRow): string => text;

const fileIn = (folder: string, name: string): string => readFileSync(join(folder, 'data', name), 'utf8');

const rowsIn = <T>(folder: string, name: string): T[] =>
  fileIn(folder, name)
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as T);

/** Reports of earlier versions do not have all tables. */
const tableIn = <T>(folder: string, name: string): T[] =>
  existsSync(join(folder, 'data', name))
    ? (parse(fileIn(folder, name), { columns: true, bom: true }) as T[])
    : [];
