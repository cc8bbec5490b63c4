import { UsageError } from '../errors.js';

/** Refuses an option that is given several times, which yargs would make a list of. */
export const once =
  <T extends string | undefined>(name: string) =>
  (value: T): T => {
    if (Array.isArray(value)) throw new UsageError(`--${name} may be given only once`);
    return value;
  };

/** Options that several commands share. */
export const lexiconOption = {
  array: true,
  type: 'string',
  default: [] as string[],
  requiresArg: true,
  describe: 'More lexicons: a YAML file or a folder of them; may be given several times',
} as const;

export const storyOption = {
  type: 'string',
  requiresArg: true,
  coerce: once<string | undefined>('story'),
  describe: 'Only the articles on this story (their field "story")',
} as const;

export const outOption = (describe: string) =>
  ({ type: 'string', requiresArg: true, coerce: once<string | undefined>('out'), describe }) as const;
