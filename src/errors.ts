/**
 * A fault in what the user gave (an article, a lexicon), as opposed to a bug in Parallax.
 *
 * `line` and `column` are 1-based; leave them out where the fault has no place inside the file.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly path: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly code: string;
  readonly hint: string | undefined;

  constructor(fault: {
    path: string;
    line?: number | undefined;
    column?: number | undefined;
    code: string;
    message: string;
    hint?: string | undefined;
  }) {
    super(fault.message);
    this.path = fault.path;
    this.line = fault.line;
    this.column = fault.column;
    this.code = fault.code;
    this.hint = fault.hint;
  }

  /** `path:line:column: message`, then the hint on a line of its own. */
  override toString(): string {
    const place = [this.path, this.line, this.line === undefined ? undefined : this.column]
      .filter(part => part !== undefined)
      .join(':');
    return `${place}: ${this.message}${this.hint === undefined ? '' : `\n  ${this.hint}`}`;
  }
}

/** Several faults found in one go, so that a user can mend them all before the next try. */
export class InputErrors extends Error {
  override readonly name = 'InputErrors';
  readonly faults: readonly InputError[];

  constructor(faults: readonly InputError[]) {
    super(faults.map(String).join('\n'));
    this.faults = faults;
  }
}

/** Gathers faults while the work goes on, so that all are reported at once. */
export class FaultList {
  readonly #faults: InputError[] = [];

  /** Keeps what a step threw if it is a fault; a bug in Parallax is thrown on. */
  take(error: unknown, path: string): void {
    if (error instanceof InputErrors) this.#faults.push(...error.faults);
    else if (error instanceof InputError) this.#faults.push(error);
    else if (error instanceof Error && 'syscall' in error)
      // What the system says, without its code and the path that is named anyway.
      this.#faults.push(
        new InputError({
          path,
          code: 'not-readable',
          message: `cannot read this: ${error.message.replace(/^[A-Z]+: |,.*$/g, '')}`,
        }),
      );
    else throw error;
  }

  /** What a step makes, or nothing where it finds faults. */
  attempt<T>(step: () => T): T | undefined {
    try {
      return step();
    } catch (error) {
      this.take(error, '');
      return undefined;
    }
  }

  get isEmpty(): boolean {
    return this.#faults.length === 0;
  }

  /** @throws InputErrors if there are any */
  throwAny(): void {
    if (!this.isEmpty) throw new InputErrors(this.#faults);
  }
}

/** The command line itself is wrong: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
