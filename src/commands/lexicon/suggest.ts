import type { CommandModule } from 'yargs';
import { InputError } from '../../errors.js';
import { plural } from '../../model/text.js';
import { load, ofStory } from '../articles.js';
import type { Io } from '../io.js';
import { countOption, lexiconOption, storyOption, textOption } from '../options.js';

interface SuggestArguments {
  articles: string[];
  concept: string | undefined;
  most: number;
  story: string | undefined;
  lexicon: string[];
}

export const suggest = (io: Io): CommandModule<object, SuggestArguments> => ({
  command: 'suggest <articles..>',
  describe: 'Suggest names for a lexicon from your articles, as a YAML draft',
  builder: yargs =>
    yargs
      .positional('articles', {
        array: true,
        type: 'string',
        demandOption: true,
        describe: 'Articles of several outlets: files or folders; - is standard input',
      })
      .option('concept', textOption('concept', 'Suggest further names for this concept (its id) only'))
      .option(
        'most',
        countOption(
          'most',
          10,
          'How many concepts to suggest of each kind (known, new, words before names), the most promising first',
        ),
      )
      .option('story', storyOption)
      .option('lexicon', lexiconOption)
      .example(
        '$0 lexicon suggest my-articles > mine.yaml',
        'Candidates with their contexts, to cut down and complete',
      )
      .example('$0 lexicon suggest my-articles --concept status', 'More names for a concept'),
  handler: async ({ articles: paths, concept, most, story, lexicon }) => {
    const { articles, lexicons } = await load(paths, lexicon, io);
    if (concept !== undefined && !lexicons.concepts.has(concept))
      throw new InputError({
        path: '--concept',
        code: 'concept-unknown',
        message: `no lexicon has the concept ${JSON.stringify(concept)}`,
        hint: `The concepts are ${[...lexicons.concepts.keys()].sort().join(', ')}.`,
      });
    const [{ analyse }, { suggest: find }, { writeSuggestions }] = await Promise.all([
      import('../../pipeline.js'),
      import('../../discover/suggest.js'),
      import('../../lexicon/authoring/suggested.js'),
    ]);
    const read = analyse(ofStory(articles, story), lexicons).analysed.map(({ trace }) => trace);
    const texts = new Map(read.map(trace => [trace.article, trace]));
    const yaml = writeSuggestions(find(read, lexicons, concept), texts, lexicons, most);
    if (yaml !== undefined) io.out(yaml);
    else
      io.note(
        `Nothing to suggest: in ${plural(read.length, 'article')}, no outlet has another word where others have theirs. ` +
          'More articles on one story, from more outlets, will help.\n',
      );
  },
});
