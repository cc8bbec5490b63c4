import type { Argv } from 'yargs';
import { UsageError } from '../errors.js';
import { expectedOneOf } from '../model/nearest.js';

/** What yargs knows of the options of the command that it was reading, and has no types for. */
interface Parser extends Argv {
  getOptions(): {
    readonly key: Readonly<Record<string, unknown>>;
    readonly alias: Readonly<Record<string, readonly string[]>>;
  };
}

/**
 * What yargs has to complain of, as what is wrong, what was expected and how to mend it.
 *
 * @param words the command line without the name of the program
 */
export function usageErrorOf(
  complaint: string | undefined,
  words: readonly string[],
  parser: Argv,
): UsageError {
  let help = '';
  parser.showHelp(text => {
    help = text;
  });
  const signature = /.*/.exec(help)?.[0] ?? '';
  const command = signature.replace(/ [<[].*/, '');
  const subcommands = [
    ...help.replace(/^Options:[\s\S]*/m, '').matchAll(new RegExp(`^ {2}${command} (\\S+)`, 'gm')),
  ].map(([, name]) => name as string);
  const error = (message: string, hint: string): UsageError =>
    new UsageError(`${command}: ${message}\n  ${hint}`);

  const { key, alias } = (parser as Parser).getOptions();
  const positionals = new Set([...signature.matchAll(/[<[](\w+)/g)].map(([, name]) => name));
  const known = Object.keys(key).filter(name => !positionals.has(name));
  const options = known.filter(name => alias[name] === undefined);
  // Before all else: yargs takes what follows an unknown option for its value, and then misses it elsewhere.
  const flag = flagsIn(words).find(name => !known.includes(name));
  if (flag !== undefined)
    return error(`there is no option ${dashed(flag)}`, expectedOneOf(dashed(flag), options.map(dashed)));

  if (subcommands.length > 0) {
    const given = words.filter(word => !word.startsWith('-'))[command.split(' ').length - 1];
    if (given === undefined)
      return error(
        'no command is given',
        `${expectedOneOf('', subcommands)} \`${command} --help\` says what they do.`,
      );
    if (!subcommands.includes(given))
      return error(`there is no command ${JSON.stringify(given)}`, expectedOneOf(given, subcommands));
  }
  const name = (each: string): string => (positionals.has(each) ? `<${each}>` : dashed(each));
  const [message, hint = `Usage: ${signature}. \`${command} --help\` says more.`] = reworded(
    complaint ?? '',
    signature,
    name,
  );
  return error(message, hint);
}

/** The names of the options on a command line; what follows a lone `--` is none. */
function flagsIn(words: readonly string[]): string[] {
  const end = words.indexOf('--');
  return words.slice(0, end < 0 ? words.length : end).flatMap(word => {
    const flag = /^--?([a-z][^=]*)/i.exec(word)?.[1];
    return flag === undefined ? [] : [flag];
  });
}

const dashed = (name: string): string => `${name.length === 1 ? '-' : '--'}${name}`;

/** A complaint of yargs in plain words: what is wrong, and a hint where there is a better one than how the command is used. */
function reworded(
  complaint: string,
  signature: string,
  name: (key: string) => string,
): readonly [message: string, hint?: string] {
  const [, got] = /^Not enough non-option arguments: got (\d+)/.exec(complaint) ?? [];
  if (got !== undefined) return [`${signature.match(/<[^>]+>/g)?.[Number(got)] ?? 'an argument'} is missing`];
  const [, valueless] = /^Not enough arguments following: (.+)$/.exec(complaint) ?? [];
  if (valueless !== undefined) return [`the option ${name(valueless)} needs a value`];
  const [, missing] = /^Missing required arguments?: (.+)$/m.exec(complaint) ?? [];
  if (missing !== undefined) {
    const names = missing.split(', ').map(name);
    return [`${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} missing`];
  }
  const [, unknown] = /^Unknown arguments?: (.+)$/.exec(complaint) ?? [];
  if (unknown !== undefined) return [`there is no place for ${unknown}`];
  const [, key, given, choices] = /^ *Argument: (.+), Given: "(.*)", Choices: (.+)$/m.exec(complaint) ?? [];
  if (key !== undefined)
    return [
      `${name(key)} cannot be "${given}"`,
      expectedOneOf(given, choices?.match(/(?<=")[^",]+(?=")/g) ?? []),
    ];
  return [complaint];
}
