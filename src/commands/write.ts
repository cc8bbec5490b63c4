import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../errors.js';
import type { Io } from './io.js';

/**
 * Writes files below a folder, and in folders of it: all under temporary names first, then renamed, so that a fault leaves
 * what was there.
 *
 * @param earlier names of files that are removed unless they are written anew
 * @throws InputError if the folder cannot be written to
 */
export function writeFiles(
  folder: string,
  files: ReadonlyMap<string, string>,
  earlier: readonly string[] = [],
): void {
  const temporary: [string, string][] = [];
  try {
    for (const [name, content] of files) {
      const target = join(folder, name);
      mkdirSync(dirname(target), { recursive: true });
      const draft = `${target}.${process.pid}.tmp`;
      temporary.push([draft, target]);
      writeFileSync(draft, content);
    }
    for (const [, target] of temporary)
      if (statSync(target, { throwIfNoEntry: false })?.isDirectory())
        throw new Error(`${target} is a folder`);
    for (const [draft, target] of temporary) renameSync(draft, target);
    for (const name of earlier) if (!files.has(name)) rmSync(join(folder, name), { force: true });
  } catch (error) {
    for (const [draft] of temporary) rmSync(draft, { force: true });
    throw new InputError({
      path: folder,
      code: 'not-writable',
      message: `cannot write here: ${reasonOf(error as NodeJS.ErrnoException)}`,
      hint: 'Name another place with --out.',
    });
  }
}

/** Why a file or folder could not be made. */
function reasonOf({ code, path, message }: NodeJS.ErrnoException): string {
  if (code === 'EEXIST' || code === 'ENOTDIR') return `${path} is a file, or lies below one`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'no permission';
  return message;
}

/** A text to a file, or to standard output where none is named. */
export function writeOut(out: string | undefined, text: string, io: Io): void {
  if (out === undefined) {
    io.out(text);
    return;
  }
  writeFiles(dirname(out), new Map([[basename(out), text]]));
  io.note(`written to ${out}\n`);
}

/** The outlets' pages and the charts of the report that stands in a folder; none if none does. */
export function earlierFiles(folder: string): string[] {
  try {
    const { outlets, charts } = JSON.parse(readFileSync(join(folder, 'data', 'report.json'), 'utf8')) as {
      outlets: { page: string }[];
      charts?: string[];
    };
    return [...outlets.map(({ page }) => page), ...(charts ?? [])].filter(name =>
      /^(?:[a-z0-9-]+\.md|charts\/[a-z0-9-]+\.svg)$/.test(name),
    );
  } catch {
    return [];
  }
}
