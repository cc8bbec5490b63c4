import type { CommandModule } from 'yargs';
import type { Io } from './io.js';
import { check } from './lexicon/check.js';
import { docs } from './lexicon/docs.js';
import { list } from './lexicon/list.js';
import { create } from './lexicon/new.js';
import { tryOut } from './lexicon/try.js';

export const lexicon = (io: Io): CommandModule => ({
  command: 'lexicon',
  describe: 'Begin, check, try and list lexicons',
  builder: yargs =>
    yargs
      .command(create(io))
      .command(check(io))
      .command(tryOut(io))
      .command(list(io))
      .command(docs(io))
      .demandCommand(1, 'Say what to do; parallax lexicon --help lists it.'),
  handler: () => undefined,
});
