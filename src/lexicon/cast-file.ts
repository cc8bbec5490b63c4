import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { InputError, InputErrors } from '../errors.js';
import type { CastCorrections, CorrectedCasts } from '../model/cast.js';
import { nearest } from '../model/nearest.js';
import { digestOf } from './sources.js';
import { decode, readYaml, type YamlFile } from './yaml.js';

/**
 * Reads the corrections of casts.
 *
 * @param stories those that the articles have
 * @param partial whether the articles may be only some of those that the file was made for
 * @throws InputErrors if the file is not well formed, or is about other stories
 */
export async function readCastFile(
  path: string,
  stories: ReadonlySet<string>,
  partial: boolean,
): Promise<CorrectedCasts> {
  const text = textAt(path);
  const [file, { CAST_SCHEMA }] = await Promise.all([readYaml({ path, text }), import('./schema-cast.js')]);
  const result = CAST_SCHEMA.safeParse(file.value);
  if (!result.success) throw await faultsOf(file, CAST_SCHEMA, result.error);
  const faults: InputError[] = [];
  const corrections = new Map<string, CastCorrections>();
  for (const [s, { story, sides, level, members }] of result.data.stories.entries()) {
    const at = ['stories', s];
    const fault = storyFault(file, [...at, 'story'], story, stories, corrections);
    if (fault !== undefined && !(partial && fault.code === 'story-unknown')) faults.push(fault);
    corrections.set(story, {
      ...(sides !== undefined && { sides }),
      ...(level !== undefined && { level }),
      // What zod leaves undefined was not written.
      members: members as CastCorrections['members'],
      partial,
      placeOf: below => ({ path, ...file.placeOf(file.offsetOf([...at, ...below])) }),
    });
  }
  if (faults.length > 0) throw new InputErrors(faults);
  return { digest: digestOf(text), stories: corrections };
}

function textAt(path: string): string {
  if (existsSync(path) && !statSync(path).isDirectory()) return decode(readFileSync(path), path);
  throw new InputError({
    path,
    code: 'cast-not-found',
    message: existsSync(path) ? 'this is a folder' : 'there is no such file',
    hint: `Expected a YAML file; parallax cast ARTICLES --out ${existsSync(path) ? 'cast.yaml' : basename(path)} writes one.`,
  });
}

async function faultsOf(
  file: YamlFile,
  schema: typeof import('./schema-cast.js')['CAST_SCHEMA'],
  error: Parameters<typeof import('./authoring/shape-faults.js')['shapeFaults']>[2],
): Promise<InputErrors> {
  const { kindFault, shapeFaults } = await import('./authoring/shape-faults.js');
  const { kind } = (file.value ?? {}) as { kind?: unknown };
  return new InputErrors(
    kind === 'cast'
      ? shapeFaults(file, schema, error)
      : [kindFault(file, ['cast'], { what: 'a cast', command: 'parallax cast ARTICLES --out FILE' })],
  );
}

function storyFault(
  file: YamlFile,
  at: readonly (string | number)[],
  story: string,
  stories: ReadonlySet<string>,
  before: ReadonlyMap<string, unknown>,
): InputError | undefined {
  const say = (code: string, message: string, hint: string): InputError =>
    file.fault(code, file.offsetOf(at), message, hint);
  if (before.has(story))
    return say(
      'cast-story-twice',
      `the story ${JSON.stringify(story)} stands here twice`,
      'Make one of the two.',
    );
  if (stories.has(story)) return undefined;
  const known = [...stories];
  const meant = nearest(story, known);
  return say(
    'story-unknown',
    `no article is on ${JSON.stringify(story)}`,
    `${meant === undefined ? '' : `Did you mean ${JSON.stringify(meant)}? `}The stories here are ${known
      .map(each => JSON.stringify(each))
      .join(', ')}.`,
  );
}
