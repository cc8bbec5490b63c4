import { UsageError } from '../errors.js';
import type { Accuracy } from '../model/profile.js';
import type { MentionRow } from '../model/scores.js';
import { plural } from '../model/text.js';
import { namedPath } from './articles.js';
import { loadInForce } from './in-force.js';
import type { Io } from './io.js';
import { commandOf, flagOption, lexiconOption, scoresOption, severalArguments } from './options.js';

const SHEETS = 'sheets';
const JUDGED = {
  describe: 'What coders said of evidence, on sheets of "parallax sample": precision, agreement',
};

export const evaluate = (io: Io) =>
  commandOf({
    command: 'evaluate <task> <files..>',
    describe: 'Measure how accurate the analysis is on annotated data, yours or a public set',
    builder: async yargs => {
      const { TASKS } = await import('../evaluate/index.js');
      const about = [...Object.entries(TASKS), [SHEETS, JUDGED] as const].map(
        ([name, { describe }]) => `  ${name.padEnd(13)} ${describe}`,
      );
      return yargs
        .positional('task', {
          choices: [...Object.keys(TASKS), SHEETS],
          demandOption: true,
          describe: 'What to measure, see below',
        })
        .positional(
          'files',
          severalArguments(
            'Annotated JSONL, one object per line; - is standard input; sheets (CSV), one for each coder',
          ),
        )
        .option('json', flagOption('Print all figures as one JSON object'))
        .option('lexicon', lexiconOption)
        .option('scores', scoresOption)
        .example('$0 evaluate quotations mine.jsonl', 'How well quotations are found in your articles')
        .example(
          '$0 evaluate sheets anna.csv ben.csv',
          'Precision of the evidence that two coders judged (see "parallax sample"), and their agreement',
        )
        .epilogue(`Tasks:\n${about.join('\n')}`);
    },
    handler: async ({ task, files, json, lexicon, scores: scoresPath }) => {
      if (task === SHEETS) return evaluateSheets(files, json, io);
      const [file = '', second] = files;
      if (second !== undefined)
        throw new UsageError(
          `parallax evaluate: ${task} is measured on one file, and there is no place for ${second}\n` +
            '  Usage: parallax evaluate <task> <files..>. `parallax evaluate --help` says more.',
        );
      const [{ headlines, TASKS }, { readRows }] = await Promise.all([
        import('../evaluate/index.js'),
        import('../evaluate/rows.js'),
      ]);
      const { fields, measure, scored } = TASKS[task] as (typeof TASKS)[string];
      if (scoresPath !== undefined && scored !== true)
        throw new UsageError(
          `parallax evaluate: --scores are of mentions, and ${task} is not about them\n  Expected the task sentiment.`,
        );
      const rows = await readRows(namedPath(file), fields, io.standardInput);
      const scores =
        scoresPath === undefined
          ? undefined
          : await (await import('./scorer.js')).scoresIn(scoresPath, rows as MentionRow[]);
      const result = measure(rows, (await loadInForce(lexicon)).lexicons, scores);
      if (scores !== undefined && !json) io.out(`By ${scores.scorer} ${scores.version}:\n`);
      if (json) io.out(`${JSON.stringify(result, undefined, 2)}\n`);
      else for (const figure of headlines(task, file, result)) io.out(`${figureLine(figure)}\n`);
    },
  });

const figureLine = ({ title, value, low, high, n, of }: Accuracy): string =>
  `${title}: ${value.toFixed(3)} (95% ${low.toFixed(3)} to ${high.toFixed(3)}, ${n} ${of})`;

/** Of each measure the share that coders called right, and how far they agree. */
async function evaluateSheets(paths: readonly string[], json: boolean, io: Io): Promise<void> {
  const [{ judged, piecesOf }, { readSheets }] = await Promise.all([
    import('../evaluate/sheets.js'),
    import('./sheets.js'),
  ]);
  const sheets = await readSheets(paths, io);
  const measures = judged(piecesOf(sheets));
  if (json) {
    io.out(`${JSON.stringify({ measures: Object.fromEntries(measures) }, undefined, 2)}\n`);
    return;
  }
  for (const [id, { right, rightOrArguable, alpha }] of measures)
    io.out(
      `${id}: ${right.value.toFixed(3)} right (95% ${right.low.toFixed(3)} to ${right.high.toFixed(3)}, ${plural(right.n, 'piece')}), ` +
        `${rightOrArguable.value.toFixed(3)} right or arguable; ${alpha === null ? 'no alpha' : `alpha ${alpha.toFixed(2)}`}\n`,
    );
}
