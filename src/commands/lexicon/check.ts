import type { CommandModule } from 'yargs';
import { type InputError, InputErrors } from '../../errors.js';
import type { ParsedLexicon } from '../../lexicon/file.js';
import { plural } from '../../model/text.js';
import { readAll } from '../articles.js';
import { lexiconsInForce } from '../in-force.js';
import type { Io } from '../io.js';
import { lexiconOption } from '../options.js';
import { tableText } from './table.js';

interface CheckArguments {
  paths: string[];
  lexicon: string[];
  stats: boolean;
  articles: string[];
}

export const check = (io: Io): CommandModule<object, CheckArguments> => ({
  command: 'check [paths..]',
  describe: 'Check lexicons: their shape, duplicate forms, parties and examples',
  builder: yargs =>
    yargs
      .positional('paths', {
        array: true,
        type: 'string',
        default: [] as string[],
        describe: 'Your own YAML files or folders',
      })
      .option('stats', {
        type: 'boolean',
        default: false,
        describe: 'Also report size and weak points: examples, sources, sides, overlaps',
      })
      .option('articles', {
        array: true,
        type: 'string',
        default: [] as string[],
        requiresArg: true,
        describe: 'With --stats: articles to search for the forms',
      })
      .option('lexicon', lexiconOption)
      .example('$0 lexicon check mine.yaml', 'Errors, with line and column, and what is still missing')
      .example(
        '$0 lexicon check mine.yaml --stats --articles articles',
        'Also the forms that occur in no article',
      ),
  handler: async ({ paths, lexicon, stats, articles }) => {
    const [
      { checkLexicons, parseLexicons },
      { notesOn },
      { formNotes },
      { overrideNotes },
      { settle },
      { sources },
    ] = await Promise.all([
      import('../../lexicon/load.js'),
      import('../../lexicon/authoring/notes.js'),
      import('../../lexicon/authoring/form-notes.js'),
      import('../../lexicon/authoring/override-notes.js'),
      import('../../lexicon/overrides.js'),
      lexiconsInForce([...lexicon, ...paths]),
    ]);
    const all = sources.map(({ source }) => source);
    const faults = await checkLexicons(all, true);
    if (faults.length > 0) throw new InputErrors(faults);
    io.out(`${all.length} lexicons are valid.\n`);

    const parsed = await parseLexicons(all, true);
    // What came with npm is not the user's to mend.
    const own = parsed.filter(({ source }, i) => sources[i]?.from !== 'package' && !source.installed);
    const looked = own.length > 0 ? own : parsed;
    const say = (title: string, notes: readonly InputError[]): void => {
      if (notes.length > 0) io.out(`\n${io.style('bold', title)}\n${notes.join('\n')}\n`);
    };
    const notes = (
      await Promise.all([...own.map(notesOn), formNotes(looked, own), overrideNotes(settle(parsed))])
    ).flat();
    say(`${plural(notes.length, 'note')} (${notes.length === 1 ? 'not an error' : 'not errors'}):`, notes);
    if (stats) await report(looked, parsed, articles, say, io);
  },
});

/** How much is in some lexicons, and what is weak in them. */
async function report(
  looked: readonly ParsedLexicon[],
  all: readonly ParsedLexicon[],
  articles: readonly string[],
  say: (title: string, remarks: readonly InputError[]) => void,
  io: Io,
): Promise<void> {
  const [{ remarksOn, sizeOf }, { balances }] = await Promise.all([
    import('../../lexicon/authoring/notes.js'),
    import('../../lexicon/authoring/balance.js'),
  ]);
  const texts = articles.length === 0 ? undefined : (await readAll(articles, io)).map(({ text }) => text);
  const sizes = looked.map(each => sizeOf(each, texts));
  io.out(`\n${await tableText(Object.keys(sizes[0] ?? {}), sizes.map(Object.values))}\n`);
  const sided = balances(looked, all);
  if (sided.length > 0)
    io.out(
      `\n${await tableText(
        ['topic', 'concept', 'side', 'labels', 'forms', 'loaded', 'side', 'labels', 'forms', 'loaded'],
        sided.map(({ topic, concept, sides }) => [
          topic,
          concept ?? 'all',
          ...sides.flatMap(({ party, labels, forms, loaded }) => [party, labels, forms, loaded]),
        ]),
      )}\n`,
    );
  const reasons = sided.filter(({ reason }) => reason !== undefined);
  if (reasons.length > 0) io.out(`\n${io.style('bold', 'Why one side has more:')}\n`);
  for (const { topic, concept, reason } of reasons) io.out(`${concept ?? topic}: ${reason}\n`);
  const remarks = await remarksOn(looked, all, texts);
  say(`${plural(remarks.length, 'weak point')}:`, remarks);
  if (remarks.length === 0) io.out('No weak points found.\n');
}
