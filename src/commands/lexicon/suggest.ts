import type { CommandModule } from 'yargs';
import { InputError } from '../../errors.js';
import type { Cast } from '../../model/cast.js';
import { byText } from '../../model/collections.js';
import type { Lexicons } from '../../model/lexicon.js';
import { expectedOneOf } from '../../model/nearest.js';
import type { Trace } from '../../model/story.js';
import type { Suggestions } from '../../model/suggestion.js';
import { plural } from '../../model/text.js';
import { load, ofStory } from '../articles.js';
import type { Io } from '../io.js';
import { countOption, lexiconOption, storyOption, textOption } from '../options.js';

interface SuggestArguments {
  articles: string[];
  concept: string | undefined;
  of: string | undefined;
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
        'of',
        textOption(
          'of',
          'Only what the outlets call this member of the cast or this thing: its id, as comparison.md and data/names.csv give it',
        ),
      )
      .conflicts('of', 'concept')
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
      .example('$0 lexicon suggest my-articles --concept status', 'More names for a concept')
      .example('$0 lexicon suggest my-articles --of jane-doe', 'What the outlets call one person'),
  handler: async ({ articles: paths, concept, of, most, story, lexicon }) => {
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
    const { analysed, cast, names } = analyse(ofStory(articles, story), lexicons);
    const read = analysed.map(({ trace }) => trace);
    const found = of === undefined ? find(read, lexicons, concept) : await namesOf(of, read, names, cast);
    const texts = new Map(read.map(trace => [trace.article, trace]));
    const yaml = writeSuggestions(found, texts, lexicons, most);
    if (yaml !== undefined) io.out(yaml);
    else
      io.note(
        `Nothing to suggest: in ${plural(read.length, 'article')}, no outlet has another word where others have theirs. ` +
          'More articles on one story, from more outlets, will help.\n',
      );
  },
});

/** What outlets call a member of the cast, or a thing. */
async function namesOf(
  id: string,
  traces: readonly Trace[],
  lexicons: Lexicons,
  cast: Cast,
): Promise<Suggestions> {
  const [{ designations }, { suggestNames }] = await Promise.all([
    import('../../discover/designations.js'),
    import('../../discover/suggest-names.js'),
  ]);
  const sorted = traces.toSorted((a, b) => byText(a.outlet, b.outlet) || byText(a.article, b.article));
  const called = designations(sorted, lexicons, cast);
  const referent = called.referents.find(each => each.id === id);
  if (referent === undefined)
    throw new InputError({
      path: '--of',
      code: 'referent-unknown',
      message: `the articles have nobody and nothing with the id ${JSON.stringify(id)} that outlets name`,
      hint:
        called.referents.length === 0
          ? undefined
          : expectedOneOf(
              id,
              called.referents.map(each => each.id),
            ),
    });
  return suggestNames(sorted, called, referent, cast);
}
