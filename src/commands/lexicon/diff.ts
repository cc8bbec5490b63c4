import type { CommandModule } from 'yargs';
import { InputErrors } from '../../errors.js';
import type { Difference } from '../../lexicon/authoring/differences.js';
import { plural } from '../../model/text.js';
import type { Io } from '../io.js';
import { argument, countOption } from '../options.js';

interface DiffArguments {
  file: string;
  most: number;
}

export const diff = (io: Io): CommandModule<object, DiffArguments> => ({
  command: 'diff <file>',
  describe: 'Show what a file of your own changes in the lexicons of the package',
  builder: yargs =>
    yargs
      .positional('file', argument('Your own lexicon, or a folder of them'))
      .option('most', countOption('most', 20, 'Number of forms to show of each change'))
      .example('$0 lexicon diff mine.yaml', 'What it adds, overrides and switches off'),
  handler: async ({ file, most }) => {
    const [
      { checkLexicons, parseLexicons },
      { settle },
      { builtInLexicons, readLexiconFiles },
      { differences },
    ] = await Promise.all([
      import('../../lexicon/load.js'),
      import('../../lexicon/overrides.js'),
      import('../../lexicon/sources.js'),
      import('../../lexicon/authoring/differences.js'),
    ]);
    const builtIn = builtInLexicons();
    const own = readLexiconFiles([file], builtIn);
    const faults = await checkLexicons([...builtIn, ...own], true);
    if (faults.length > 0) throw new InputErrors(faults);
    const parsed = await parseLexicons([...builtIn, ...own], true);
    const kinds = new Set(parsed.slice(builtIn.length).map(({ data }) => data.kind));
    const found = differences(settle(parsed.slice(0, builtIn.length)), settle(parsed), kinds);
    io.out(
      found.length === 0
        ? `${file} changes nothing that the package matches.\n`
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
