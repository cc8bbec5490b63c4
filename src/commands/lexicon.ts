import type { CommandModule } from 'yargs';
import type { Io } from './io.js';
import { check } from './lexicon/check.js';
import { docs } from './lexicon/docs.js';
import { exportCommand } from './lexicon/export.js';
import { importCommand } from './lexicon/import.js';
import { list } from './lexicon/list.js';
import { create } from './lexicon/new.js';
import { suggest } from './lexicon/suggest.js';
import { tryOut } from './lexicon/try.js';

export const lexicon = (io: Io): CommandModule => ({
  command: 'lexicon',
  describe: 'Begin, check, try, list, suggest, import and export lexicons',
  builder: yargs =>
    yargs
      .command(create(io))
      .command(check(io))
      .command(tryOut(io))
      .command(list(io))
      .command(suggest(io))
      .command(importCommand(io))
      .command(exportCommand(io))
      .command(docs(io))
      .demandCommand(1, 'Say what to do: parallax lexicon --help lists the commands.'),
  handler: () => undefined,
});
