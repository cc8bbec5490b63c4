#!/usr/bin/env node
import type { Interface } from 'node:readline';
import { styleText } from 'node:util';
import { run } from './commands/index.js';

/** What the user types, once a line has been asked for. */
let keyboard: { readonly lines: AsyncIterator<string>; readonly input: Interface } | undefined;

async function ask(question: string): Promise<string | undefined> {
  if (keyboard === undefined) {
    const { createInterface } = await import('node:readline');
    const input = createInterface({ input: process.stdin, output: process.stderr });
    keyboard = { lines: input[Symbol.asyncIterator](), input };
  }
  process.stderr.write(question);
  const { value, done } = await keyboard.lines.next();
  return done === true ? undefined : value;
}

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  out: text => void process.stdout.write(text),
  note: text => void process.stderr.write(text),
  style: (style, text) => (process.stdout.isTTY && !process.env.NO_COLOR ? styleText(style, text) : text),
  width: process.stdout.columns ?? 100,
  async standardInput() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  },
  ask: process.stdin.isTTY && process.stderr.isTTY ? ask : undefined,
});
(keyboard as { readonly input: Interface } | undefined)?.input.close();
