import { castsFor, load, ofStory } from './articles.js';
import type { Io } from './io.js';
import { castOption, commandOf, lexiconOption, outOption, severalArguments, storyOption } from './options.js';

export const mentions = (io: Io) =>
  commandOf({
    command: 'mentions <articles..>',
    describe: 'Print the mentions whose sentiment is judged, for another program to judge them',
    builder: yargs =>
      yargs
        .positional('articles', severalArguments('Articles: files or folders; - is standard input'))
        .option('out', outOption('Write to this file instead of standard output'))
        .option('story', storyOption)
        .option('lexicon', lexiconOption)
        .option('cast', castOption)
        .example(
          '$0 mentions articles > mentions.jsonl',
          'One line a mention: id, sentence ("text") and where in it the mention is ("start", "end")',
        )
        .example(
          '$0 report articles --scores scores.jsonl',
          'A report by the scores that a program gave them (see examples/README.md)',
        ),
    handler: async ({ articles: paths, out, story, lexicon, cast }) => {
      const { articles, lexicons } = await load(paths, lexicon, io);
      const casts = await castsFor(articles, cast);
      const { jsonLines, mentionsOf } = await import('./scorer.js');
      const text = jsonLines(await mentionsOf(ofStory(articles, story), lexicons, casts));
      if (out === undefined) {
        io.out(text);
        return;
      }
      const { writeOut } = await import('./write.js');
      writeOut(out, text, io);
    },
  });
