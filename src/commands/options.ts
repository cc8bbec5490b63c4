import type { CommandModule } from 'yargs';
import { UsageError } from '../errors.js';

/** A command, with the types of its arguments read off its builder. */
export const commandOf = <Arguments>(module: CommandModule<object, Arguments>) => module;

/** Refuses an option that is given several times, which yargs would make a list of, or whose value is empty. */
export const once =
  <T extends string | undefined>(name: string) =>
  (value: T): T => {
    if (Array.isArray(value)) throw new UsageError(`--${name} may be given only once`);
    if (value === '') throw new UsageError(`the option --${name} needs a value`);
    return value;
  };

/** An option that takes one text. */
export const textOption = (name: string, describe: string) =>
  ({ type: 'string', requiresArg: true, coerce: once<string | undefined>(name), describe }) as const;

/** An option that is there or not. */
export const flagOption = (describe: string) => ({ type: 'boolean', default: false, describe }) as const;

/** An argument that takes one text, and one that takes several. */
export const argument = (describe: string) => ({ type: 'string', demandOption: true, describe }) as const;
export const severalArguments = (describe: string) => ({ ...argument(describe), array: true }) as const;

/** An option that takes how many things to print. */
export const countOption = (name: string, fallback: number, describe: string) =>
  ({
    type: 'number',
    default: fallback,
    requiresArg: true,
    coerce: (value: number): number => {
      if (!(value >= 1)) throw new UsageError(`--${name} takes a whole number from 1 on`);
      return Math.floor(value);
    },
    describe,
  }) as const;

/** Options that several commands share. */
export const lexiconOption = {
  array: true,
  type: 'string',
  default: [] as string[],
  defaultDescription: 'none',
  // One value each: what follows is an argument of the command.
  nargs: 1,
  requiresArg: true,
  describe: 'Additional lexicon file or folder (repeatable)',
} as const;

export const storyOption = textOption('story', 'Only articles whose field "story" has this value');

export const outOption = (describe: string) => textOption('out', describe);

export const castOption = textOption(
  'cast',
  'File with corrections of the cast, as "parallax cast --out FILE" writes it',
);

export const scoresOption = textOption(
  'scores',
  'JSON lines with the polarity of each mention that "parallax mentions" prints, by another program',
);

export const keepDuplicatesOption = flagOption(
  'Count articles that an outlet has twice, word for word or nearly so, twice',
);
