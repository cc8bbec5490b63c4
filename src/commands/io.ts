import type { Style } from '../write/terminal.js';

/** What a command may do to the world, given by cli.ts; nothing else prints or reads standard input. */
export interface Io extends Style {
  /** Standard output. */
  out(text: string): void;
  /** Standard error: progress and notes. */
  note(text: string): void;
  standardInput(): Promise<Uint8Array>;
  /** Asks the user for a line; no answer if they end the input. Not there where nobody sits at a terminal. */
  readonly ask: ((question: string) => Promise<string | undefined>) | undefined;
}
