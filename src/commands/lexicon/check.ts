import type { CommandModule } from 'yargs';
import { type InputError, InputErrors } from '../../errors.js';
import { plural } from '../../render/words.js';
import { readAll } from '../articles.js';
import { lexiconsInForce } from '../in-force.js';
import type { Io } from '../io.js';
import { lexiconOption } from '../options.js';

interface Arguments {
  paths: string[];
  lexicon: string[];
  stats: boolean;
  articles: string[];
}

export const check = (io: Io): CommandModule<object, Arguments> => ({
  command: 'check [paths..]',
  describe: 'Check lexicons: shape, forms given twice, parties, examples; with those in force',
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
        describe: 'Say also how much is in them, and what is weak: examples, sources, sides, overlaps',
      })
      .option('articles', {
        array: true,
        type: 'string',
        default: [] as string[],
        requiresArg: true,
        describe: 'With --stats: articles in which to look for the forms',
      })
      .option('lexicon', lexiconOption)
      .example('$0 lexicon check mine.yaml', 'Faults, with line and column, and what is still to complete')
      .example(
        '$0 lexicon check mine.yaml --stats --articles articles',
        'And the forms that stand in no article',
      ),
  handler: async ({ paths, lexicon, stats, articles }) => {
    const [{ checkLexicons, parseLexicons }, { notesOn }, { sources }] = await Promise.all([
      import('../../lexicon/load.js'),
      import('../../lexicon/authoring/notes.js'),
      lexiconsInForce([...lexicon, ...paths]),
    ]);
    const all = sources.map(({ source }) => source);
    const faults = await checkLexicons(all, true);
    if (faults.length > 0) throw new InputErrors(faults);
    io.out(`${all.length} lexicons are sound.\n`);

    const parsed = await parseLexicons(all, true);
    const own = parsed.filter((_, i) => sources[i]?.from !== 'package');
    const looked = own.length > 0 ? own : parsed;
    const say = (title: string, notes: readonly InputError[]): void => {
      if (notes.length > 0) io.out(`\n${io.style('bold', title)}\n${notes.join('\n')}\n`);
    };
    const notes = (await Promise.all(own.map(notesOn))).flat();
    say(
      `${plural(notes.length, 'note')}, which ${notes.length === 1 ? 'is no fault' : 'are no faults'}:`,
      notes,
    );
    if (!stats) return;
    const [{ remarksOn, sizeOf }, { default: Table }] = await Promise.all([
      import('../../lexicon/authoring/notes.js'),
      import('cli-table3'),
    ]);
    const texts = articles.length === 0 ? undefined : (await readAll(articles, io)).map(({ text }) => text);
    const table = new Table({
      head: [
        'kind',
        'id',
        'concepts',
        'labels',
        'forms',
        ...(texts === undefined ? [] : ['seen']),
        'must match',
        'must not',
      ],
      style: { head: [], border: [], compact: true },
    });
    for (const each of looked) {
      const { kind, id, concepts, labels, forms, seen, positive, negative } = sizeOf(each, texts);
      table.push([
        kind,
        id,
        concepts,
        labels,
        forms,
        ...(seen === undefined ? [] : [seen]),
        positive,
        negative,
      ]);
    }
    io.out(`\n${table.toString()}\n`);
    const remarks = await remarksOn(looked, parsed, texts);
    say(`${plural(remarks.length, 'thing')} worth a look:`, remarks);
    if (remarks.length === 0) io.out('Nothing to say of them.\n');
  },
});
