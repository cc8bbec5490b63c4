import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { InputError } from '../errors.js';
import type { Config, ScorerCommand } from '../lexicon/config.js';
import { decode } from '../lexicon/yaml.js';
import type { Article } from '../model/article.js';
import type { CorrectedCasts } from '../model/cast.js';
import { groupBy } from '../model/collections.js';
import type { Pass } from '../model/evidence.js';
import type { Lexicons } from '../model/lexicon.js';
import type { MentionRow, Scores } from '../model/scores.js';

/** Bytes that a scorer may print. */
const MOST_OUTPUT = 1 << 30;
/** Lines of what a scorer that failed said last. */
const LAST_LINES = 3;

/** The mentions of some articles that are judged, by story. */
export async function mentionsOf(
  articles: readonly Article[],
  lexicons: Lexicons,
  casts?: CorrectedCasts,
): Promise<MentionRow[]> {
  const [{ readStory }, { mentionsToScore }] = await Promise.all([
    import('../documents.js'),
    import('../passes/index.js'),
  ]);
  return [...groupBy(articles, ({ story }) => story)].flatMap(([story, members]) =>
    readStory(members, lexicons, casts?.stories.get(story)).docs.flatMap(mentionsToScore),
  );
}

/** What other scorers a command line and a `parallax.config.yaml` name. */
interface OtherScorer {
  readonly file: string | undefined;
  readonly config: Config | undefined;
  /** Whether the file may have scores of other articles too. */
  readonly partial?: boolean;
}

/** The passes, with the polarities of another scorer where one is named. */
export async function passesBy(
  { file, config, partial = false }: OtherScorer,
  articles: readonly Article[],
  lexicons: Lexicons,
  casts?: CorrectedCasts,
): Promise<readonly Pass[]> {
  const { PASSES, passesWith } = await import('../passes/index.js');
  const command = config?.scorer;
  if (file === undefined && command === undefined) return PASSES;
  const mentions = await mentionsOf(articles, lexicons, casts);
  const scores =
    file === undefined
      ? await scoresOf(command as ScorerCommand, (config as Config).path, mentions)
      : await scoresIn(file, mentions, partial);
  return passesWith(scores);
}

/** The scores of a file. */
export async function scoresIn(
  path: string,
  asked: Parameters<typeof import('../read/scores.js')['readScores']>[2],
  partial = false,
): Promise<Scores> {
  const { readScores } = await import('../read/scores.js');
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new InputError({
      path,
      code: 'scores-not-readable',
      message: isGone ? 'there is no such file' : 'this is no file that can be read',
      hint: 'Expected a file of scores: JSON lines, one for each mention that "parallax mentions" prints.',
    });
  }
  return readScores(decode(bytes, path), path, asked, partial);
}

/** Runs a scorer on mentions: it gets them as JSON lines, and prints its scores. */
async function scoresOf(
  { command, timeout, folder, line, column }: ScorerCommand,
  path: string,
  mentions: readonly MentionRow[],
): Promise<Scores> {
  const [program = '', ...args] = command;
  const ran = spawnSync(program, args, {
    cwd: folder,
    input: jsonLines(mentions),
    encoding: 'utf8',
    timeout: timeout * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: MOST_OUTPUT,
  });
  const refuse = (code: string, message: string, hint: string): InputError =>
    new InputError({
      path,
      line,
      column,
      code,
      message: `the scorer ${JSON.stringify(program)} ${message}`,
      hint,
    });
  const failure = (ran.error as NodeJS.ErrnoException | undefined)?.code;
  if (failure === 'ETIMEDOUT')
    throw refuse(
      'scorer-timeout',
      `did not end within ${timeout} seconds`,
      'Give it longer with "timeout", or have it write a file for --scores. It must end when its standard input does.',
    );
  if (failure === 'ENOENT' || failure === 'EACCES')
    throw refuse(
      'scorer-not-run',
      'cannot be run',
      'Expected a program on the path, or a path relative to the folder of this file.',
    );
  if (ran.status !== 0) {
    const said = (ran.stderr ?? '').trim().split('\n').slice(-LAST_LINES).join('\n  ');
    throw refuse(
      'scorer-failed',
      ran.status === null ? `was ended (${ran.signal ?? failure})` : `failed with exit code ${ran.status}`,
      said === '' ? 'It said nothing of why.' : `It said last: ${said}`,
    );
  }
  const { readScores } = await import('../read/scores.js');
  return readScores(ran.stdout, `the output of ${JSON.stringify(program)}`, mentions, false);
}

export const jsonLines = (rows: readonly object[]): string =>
  rows.map(row => `${JSON.stringify(row)}\n`).join('');
