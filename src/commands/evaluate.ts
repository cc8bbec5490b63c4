import type { Accuracy } from '../model/profile.js';
import { namedPath } from './articles.js';
import { loadInForce } from './in-force.js';
import type { Io } from './io.js';
import { argument, commandOf, flagOption, lexiconOption } from './options.js';

export const evaluate = (io: Io) =>
  commandOf({
    command: 'evaluate <task> <file>',
    describe: 'Measure how accurate the analysis is on annotated data, yours or a public set',
    builder: async yargs => {
      const { TASKS } = await import('../evaluate/index.js');
      const about = Object.entries(TASKS).map(([name, { describe }]) => `  ${name.padEnd(13)} ${describe}`);
      return yargs
        .positional('task', {
          choices: Object.keys(TASKS),
          demandOption: true,
          describe: 'What to measure, see below',
        })
        .positional('file', argument('Annotated JSONL, one object per line; - is standard input'))
        .option('json', flagOption('Print all figures as one JSON object'))
        .option('lexicon', lexiconOption)
        .example('$0 evaluate quotations mine.jsonl', 'How well quotations are found in your articles')
        .epilogue(`Tasks:\n${about.join('\n')}`);
    },
    handler: async ({ task, file, json, lexicon }) => {
      const [{ headlines, TASKS }, { readRows }] = await Promise.all([
        import('../evaluate/index.js'),
        import('../evaluate/rows.js'),
      ]);
      const { fields, measure } = TASKS[task] as (typeof TASKS)[string];
      const rows = await readRows(namedPath(file), fields, io.standardInput);
      const result = measure(rows, (await loadInForce(lexicon)).lexicons);
      if (json) io.out(`${JSON.stringify(result, undefined, 2)}\n`);
      else for (const figure of headlines(task, file, result)) io.out(`${figureLine(figure)}\n`);
    },
  });

const figureLine = ({ title, value, low, high, n, of }: Accuracy): string =>
  `${title}: ${value.toFixed(3)} (95% ${low.toFixed(3)} to ${high.toFixed(3)}, ${n} ${of})`;
