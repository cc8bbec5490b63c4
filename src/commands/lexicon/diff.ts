import type { CommandModule } from 'yargs';
import { InputErrors } from '../../errors.js';
import type { Difference } from '../../lexicon/authoring/differences.js';
import { plural } from '../../model/text.js';
import { lexiconsInForce } from '../in-force.js';
import type { Io } from '../io.js';
import { countOption, lexiconOption, severalArguments } from '../options.js';

interface DiffArguments {
  files: string[];
  most: number;
  lexicon: string[];
}

export const diff = (io: Io): CommandModule<object, DiffArguments> => ({
  command: 'diff <files..>',
  describe: 'Show what files of your own change in what lexicons match',
  builder: yargs =>
    yargs
      .positional('files', severalArguments('Your own lexicons, or folders of them'))
      .option('most', countOption('most', 20, 'Number of forms to show of each change'))
      .option('lexicon', lexiconOption)
      .example('$0 lexicon diff mine.yaml', 'What it adds, overrides and switches off'),
  handler: async ({ files, most, lexicon }) => {
    const [{ checkLexicons, parseLexicons }, { settle }, { readLexiconFiles }, { differences }, { sources }] =
      await Promise.all([
        import('../../lexicon/load.js'),
        import('../../lexicon/overrides.js'),
        import('../../lexicon/sources.js'),
        import('../../lexicon/authoring/differences.js'),
        lexiconsInForce(lexicon),
      ]);
    const packaged = sources.filter(({ from }) => from === 'package').map(({ source }) => source);
    const own = readLexiconFiles(files, packaged);
    const texts = new Set(own.map(({ text }) => text));
    // What is in force without them, also the files that go with them.
    const others = sources.map(({ source }) => source).filter(({ text }) => !texts.has(text));
    const all = [...others, ...own];
    const faults = await checkLexicons(all, true);
    if (faults.length > 0) throw new InputErrors(faults);
    const parsed = await parseLexicons(all, true);
    const kinds = new Set(parsed.slice(others.length).map(({ data }) => data.kind));
    const found = differences(settle(parsed.slice(0, others.length)), settle(parsed), kinds);
    io.out(
      found.length === 0
        ? `${files.join(', ')}: nothing is matched otherwise.\n`
        : `${found.map(each => shown(each, most, io)).join('\n')}\n`,
    );
  },
});

function shown({ kind, what, before, after, forms }: Difference, most: number, io: Io): string {
  const head = {
    added: `+ ${kind} ${after}`,
    gone: `- ${kind} ${before}`,
    changed: `~ ${kind} ${before} → ${after}`,
  }[what];
  const more = forms.length > most ? `, … and ${forms.length - most} more (--most)` : '';
  const color = { added: 'green', gone: 'red', changed: 'yellow' } as const;
  return `${io.style(color[what], head)}: ${plural(forms.length, 'form')}\n    ${forms.slice(0, most).join(', ')}${more}`;
}
