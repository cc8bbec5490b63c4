import { join } from 'node:path';
import type { Validation } from '../model/profile.js';
import { plural } from '../model/text.js';
import { castsFor, load, noteCopies, ofStory } from './articles.js';
import type { Io } from './io.js';
import {
  castOption,
  commandOf,
  keepDuplicatesOption,
  lexiconOption,
  outOption,
  scoresOption,
  severalArguments,
  storyOption,
  textOption,
} from './options.js';

export const report = (io: Io) =>
  commandOf({
    command: 'report <paths..>',
    describe: 'Write a report on how each outlet framed a story, a comparison, and the data behind them',
    builder: yargs =>
      yargs
        .positional(
          'paths',
          severalArguments(
            'Articles: .md, .txt, .jsonl or .csv files, or folders of them; - is standard input',
          ),
        )
        .option('out', {
          ...outOption('Folder to write to'),
          defaultDescription: '"reports", or "out" of parallax.config.yaml',
        })
        .option('story', storyOption)
        .option('lexicon', lexiconOption)
        .option('cast', castOption)
        .option('scores', scoresOption)
        .option('keep-duplicates', keepDuplicatesOption)
        .option(
          'validated',
          textOption(
            'validated',
            'File or folder with sheets that your coders filled in: their figures stand on the pages in the place of the package’s',
          ),
        )
        .example('$0 report articles', 'Reports on the articles in this folder, written to reports/')
        .example(
          '$0 report talks.csv --out out --lexicon mine.yaml',
          'Articles of a table, with a lexicon of your own',
        ),
    handler: async ({ paths, out: given, lexicon, story, cast, scores, validated, keepDuplicates }) => {
      const { articles, lexicons, config } = await load(paths, lexicon, io);
      const casts = await castsFor(articles, cast);
      const validation = validated === undefined ? undefined : await validationAt(validated, io);
      const out = given ?? config?.out ?? 'reports';
      const [{ renderReports }, { earlierFiles, writeFiles }, { passesBy }] = await Promise.all([
        import('../pipeline.js'),
        import('./write.js'),
        import('./scorer.js'),
      ]);
      const members = ofStory(articles, story);
      if (!keepDuplicates) await noteCopies(members, io);
      const scorer = { file: scores, config, partial: story !== undefined };
      const passes = await passesBy(scorer, members, lexicons, casts);
      const files = renderReports(members, lexicons, {
        passes,
        casts,
        validated: validation,
        keepDuplicates,
      });
      writeFiles(out, files, earlierFiles(out));
      // With several stories the shortest name is that of the comparison over all of them, where there is one.
      const [first = ''] = [...files.keys()]
        .filter(name => name.endsWith('comparison.md'))
        .toSorted((a, b) => a.length - b.length);
      io.note(
        `${plural(articles.length, 'article')} read, ${plural(files.size, 'file')} written to ${out}. ` +
          `Begin with ${join(out, first)}.\n`,
      );
    },
  });

/** What the coders of a user said, from sheets. */
async function validationAt(path: string, io: Io): Promise<Validation> {
  const [{ validationFrom }, { readSheets }] = await Promise.all([
    import('../evaluate/sheets.js'),
    import('./sheets.js'),
  ]);
  return validationFrom(await readSheets([path], io));
}
