import type { CommandModule } from 'yargs';
import type { Io } from './io.js';
import { check } from './lexicon/check.js';
import { diff } from './lexicon/diff.js';
import { docs } from './lexicon/docs.js';
import { exportCommand } from './lexicon/export.js';
import { importCommand } from './lexicon/import.js';
import { list } from './lexicon/list.js';
import { create } from './lexicon/new.js';
import { show } from './lexicon/show.js';
import { suggest } from './lexicon/suggest.js';
import { tryOut } from './lexicon/try.js';

const COMMANDS = [create, check, tryOut, list, show, diff, suggest, importCommand, exportCommand, docs];

export const lexicon = (io: Io): CommandModule => ({
  command: 'lexicon',
  describe: 'Begin, check, try, list, show, compare, suggest, import and export lexicons',
  builder: yargs =>
    yargs
      // yargs has no type for a list of commands that take different arguments.
      .command(COMMANDS.map(command => command(io)) as CommandModule[])
      .demandCommand(1, 'Say what to do: parallax lexicon --help lists the commands.'),
  handler: () => undefined,
});
