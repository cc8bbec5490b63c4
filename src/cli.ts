#!/usr/bin/env node
import { styleText } from 'node:util';
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { STANDARD_INPUT } from './commands/articles.js';
import { compare } from './commands/compare.js';
import { evaluate } from './commands/evaluate.js';
import { explain } from './commands/explain.js';
import type { Io } from './commands/io.js';
import { lexicon } from './commands/lexicon.js';
import { report } from './commands/report.js';
import { InputError, InputErrors, UsageError } from './errors.js';
import { version } from './package.js';

const DONE = 0;
const BAD_INPUT = 1;
const BAD_USAGE = 2;
const BUG = 70;

/** Lines that the user types, asked for one by one. */
let lines: { readonly typed: AsyncIterator<string>; close(): void } | undefined;

const io: Io = {
  out: text => void process.stdout.write(text),
  note: text => void process.stderr.write(text),
  style: (style, text) => (process.stdout.isTTY && !process.env.NO_COLOR ? styleText(style, text) : text),
  width: process.stdout.columns ?? 100,
  async standardInput() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  },
  ask:
    process.stdin.isTTY && process.stderr.isTTY
      ? async question => {
          if (lines === undefined) {
            const { createInterface } = await import('node:readline');
            const opened = createInterface({ input: process.stdin, output: process.stderr });
            lines = { typed: opened[Symbol.asyncIterator](), close: () => opened.close() };
          }
          process.stderr.write(question);
          const { value, done } = await lines.typed.next();
          return done === true ? undefined : value;
        }
      : undefined,
};

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(DONE);
  throw error;
});

try {
  // yargs takes a lone hyphen for an option where it stands among several paths.
  await yargs(hideBin(process.argv).map(word => (word === '-' ? STANDARD_INPUT : word)))
    .scriptName('parallax')
    .usage(
      '$0 <command>\n\nShows how several outlets frame the same story, with the passage behind every number.',
    )
    .command(report(io))
    .command(compare(io))
    .command(explain(io))
    .command(lexicon(io))
    .command(evaluate(io))
    .demandCommand(1, 'Say what to do; parallax --help lists the commands.')
    .strict()
    .completion('completion', 'Print a completion script for your shell')
    .version(version)
    .alias({ h: 'help', v: 'version' })
    .wrap(Math.min(io.width, 100))
    .fail((message, error) => {
      throw error === undefined || error.name === 'YError'
        ? new UsageError(message ?? error?.message)
        : error;
    })
    .parseAsync();
} catch (error) {
  process.exitCode = explainFault(error);
} finally {
  (lines as { close(): void } | undefined)?.close();
}

/** Says what went wrong, and gives the exit code: a fault of the input, of the usage, or of Parallax. */
function explainFault(error: unknown): number {
  if (error instanceof InputError || error instanceof InputErrors) {
    io.note(`${error instanceof InputErrors ? error.message : String(error)}\n`);
    return BAD_INPUT;
  }
  if (error instanceof UsageError) {
    io.note(`${error.message}\n`);
    return BAD_USAGE;
  }
  io.note(
    `This is a bug in Parallax ${version}, not a fault of your files. Please report it with the lines below.\n${(error as Error).stack ?? error}\n`,
  );
  return BUG;
}
