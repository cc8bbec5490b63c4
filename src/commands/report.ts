import type { CommandModule } from 'yargs';
import { load, ofStory } from './articles.js';
import type { Io } from './io.js';
import { lexiconOption, once, storyOption } from './options.js';

interface Arguments {
  paths: string[];
  out: string | undefined;
  lexicon: string[];
  story: string | undefined;
}

export const report = (io: Io): CommandModule<object, Arguments> => ({
  command: 'report <paths..>',
  describe: 'Write a framing report per outlet, a comparison and the data behind them',
  builder: yargs =>
    yargs
      .positional('paths', {
        array: true,
        type: 'string',
        demandOption: true,
        describe: 'Articles: .md, .txt, .jsonl, .csv files or folders of them; - is standard input',
      })
      .option('out', {
        type: 'string',
        coerce: once<string | undefined>('out'),
        requiresArg: true,
        describe: 'Folder to write to [default: "reports", or "out" of parallax.config.yaml]',
      })
      .option('story', storyOption)
      .option('lexicon', lexiconOption)
      .example('$0 report articles', 'Reports on the sample articles, into reports/')
      .example('$0 report talks.csv --out out --lexicon mine.yaml', 'Your own articles and words'),
  handler: async ({ paths, out: given, lexicon, story }) => {
    const { articles, lexicons, config } = await load(paths, lexicon, io);
    const out = given ?? config?.out ?? 'reports';
    const [{ renderReports }, { earlierPages, writeFiles }] = await Promise.all([
      import('../pipeline.js'),
      import('./write.js'),
    ]);
    const files = renderReports(ofStory(articles, story), lexicons);
    writeFiles(out, files, earlierPages(out));
    const pages = [...files.keys()].filter(name => name.endsWith('.md'));
    io.note(`${articles.length} articles read, ${files.size} files written to ${out}:\n`);
    for (const name of pages) io.note(`  ${name}\n`);
  },
});
