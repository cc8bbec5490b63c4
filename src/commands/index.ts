import type { CommandModule } from 'yargs';
import yargs from 'yargs';
import { InputError, InputErrors, UsageError } from '../errors.js';
import { version } from '../package.js';
import { STANDARD_INPUT } from './articles.js';
import { cast } from './cast.js';
import { compare } from './compare.js';
import { evaluate } from './evaluate.js';
import { explain } from './explain.js';
import type { Io } from './io.js';
import { lexicon } from './lexicon.js';
import { mentions } from './mentions.js';
import { report } from './report.js';
import { sample } from './sample.js';
import { usageErrorOf } from './usage.js';

const DONE = 0;
const BAD_INPUT = 1;
const BAD_USAGE = 2;
const BUG = 70;

/** Wider help is hard to read. */
const HELP_WIDTH = 100;

/** Runs a command line, without the name of the program; the exit code says whether it went well, and else whose fault it was. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  // yargs takes a lone hyphen for an option where it stands among several paths.
  const words = argv.map(word => (word === '-' ? STANDARD_INPUT : word));
  try {
    const parser = yargs()
      .scriptName('parallax')
      .locale('en')
      .usage(
        '$0 <command>\n\nShows how several outlets frame the same story, with the passage behind every number.',
      )
      // yargs has no type for a list of commands that take different arguments.
      .command([
        report(io),
        compare(io),
        explain(io),
        cast(io),
        lexicon(io),
        mentions(io),
        sample(io),
        evaluate(io),
      ] as CommandModule[])
      .demandCommand(1)
      .strict()
      .parserConfiguration({ 'boolean-negation': false })
      .completion('completion', 'Print a completion script for your shell')
      .version(version)
      .alias({ h: 'help', v: 'version' })
      .wrap(Math.min(io.width, HELP_WIDTH))
      .fail((message, error) => {
        throw error === undefined || error.name === 'YError'
          ? usageErrorOf(message ?? error?.message, words, parser)
          : error;
      });
    await parser.parseAsync(words, {}, (_error, _args, output) => {
      // Help, version and completions.
      if (output !== '') io.out(`${output}\n`);
    });
    return DONE;
  } catch (error) {
    return explainFault(error, io);
  }
}

function explainFault(error: unknown, io: Io): number {
  if (error instanceof InputError || error instanceof InputErrors || error instanceof UsageError) {
    io.note(`${error instanceof InputError ? error : error.message}\n`);
    return error instanceof UsageError ? BAD_USAGE : BAD_INPUT;
  }
  io.note(
    `This is a bug in Parallax ${version}, not a fault in your files. Please report it with the lines below.\n${(error as Error).stack ?? error}\n`,
  );
  return BUG;
}
