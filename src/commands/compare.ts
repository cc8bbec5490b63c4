import { existsSync } from 'node:fs';
import { InputError, UsageError } from '../errors.js';
import type { Article } from '../model/article.js';
import { castsFor, load, noteCopies, ofStory } from './articles.js';
import type { Io } from './io.js';
import {
  argument,
  castOption,
  commandOf,
  keepDuplicatesOption,
  lexiconOption,
  outOption,
  scoresOption,
  storyOption,
} from './options.js';

const DEFAULT_FOLDER = 'articles';

export const compare = (io: Io) =>
  commandOf({
    command: 'compare <a> <b> [paths..]',
    describe: 'Compare two outlets side by side, in the terminal or in a file',
    builder: yargs =>
      yargs
        .positional('a', argument('The name of an outlet, or a file or folder with its articles'))
        .positional('b', argument('The other outlet, likewise'))
        .positional('paths', {
          array: true,
          type: 'string',
          default: [DEFAULT_FOLDER],
          describe: 'Files or folders with the articles of both outlets; needed only if A and B are names',
        })
        .option('out', outOption('Write to this Markdown file instead of the terminal'))
        .option('story', storyOption)
        .option('lexicon', lexiconOption)
        .option('cast', castOption)
        .option('scores', scoresOption)
        .option('keep-duplicates', keepDuplicatesOption)
        .example('$0 compare "The Paper Boat" "Cloudberry Evening Post" articles', 'Two outlets of a folder'),
    handler: async ({ a, b, paths, out, lexicon, story, cast, scores, keepDuplicates }) => {
      const byPath = existsSync(a) && existsSync(b);
      if (!byPath && paths.includes(DEFAULT_FOLDER) && !existsSync(DEFAULT_FOLDER)) throw neither(a, b);
      const { articles, lexicons, config } = await load(byPath ? [a, b] : paths, lexicon, io);
      const chosen = byPath
        ? articles
        : articles.filter(({ outlet }) => isCalled(outlet, a) || isCalled(outlet, b));
      const members = ofStory(chosen, story);
      const outlets = outletsOf(members);
      if (outlets.length !== 2)
        throw byPath ? notTwo(a, b, outlets) : notFound([a, b], outlets, outletsOf(articles));
      const casts = await castsFor(articles, cast, true);
      if (!keepDuplicates) await noteCopies(members, io);
      const [{ compareOutlets, makeComparison, makeReport }, { passesBy }] = await Promise.all([
        import('../pipeline.js'),
        import('./scorer.js'),
      ]);
      const passes = await passesBy({ file: scores, config, partial: true }, members, lexicons, casts);
      let report = makeComparison(members, lexicons, { casts, passes, keepDuplicates });
      if (report === undefined) {
        // Two files that somebody names are meant, whatever they are about.
        if (!byPath) throw nothingInCommon(outlets, chosen);
        io.note('The two have no story in common; their articles are compared as if they were on one.\n');
        report = makeReport(members, '', lexicons, { passes, keepDuplicates });
      }
      const [comparison, method] = compareOutlets(report, members);
      if (out === undefined) {
        const { terminal } = await import('../write/terminal.js');
        io.out(terminal(comparison, io));
        io.note('Use --out FILE to save this page with a note on method.\n');
        return;
      }
      const [{ markdown }, { writeOut }] = await Promise.all([
        import('../write/markdown.js'),
        import('./write.js'),
      ]);
      writeOut(out, [comparison, method].map(page => markdown(page)).join('\n'), io);
    },
  });

const isCalled = (outlet: string, name: string): boolean =>
  outlet.toLowerCase() === name.trim().toLowerCase();

const outletsOf = (articles: readonly Article[]): string[] =>
  [...new Set(articles.map(({ outlet }) => outlet))].sort();

const quoted = (names: readonly string[], joined = ', '): string =>
  names.map(name => JSON.stringify(name)).join(joined);

function neither(a: string, b: string): UsageError {
  const unknown = [a, b].filter(name => !existsSync(name));
  return new UsageError(
    `parallax compare: ${quoted(unknown, ' and ')} ${unknown.length === 1 ? 'is' : 'are'} no file or folder, and there is no folder "${DEFAULT_FOLDER}" to look for outlets in\n` +
      '  Name a file or folder for each outlet, or say where their articles are: parallax compare <a> <b> PATH.',
  );
}

function nothingInCommon(outlets: readonly string[], articles: readonly Article[]): InputError {
  const storiesOf = (name: string): string[] =>
    [...new Set(articles.filter(({ outlet }) => outlet === name).map(({ story }) => story))].sort();
  return new InputError({
    path: outlets.join(', '),
    code: 'no-common-story',
    message: 'the two outlets have no story in common',
    hint: `${outlets.map(name => `${name} has ${quoted(storiesOf(name))}`).join('; ')}. Articles on one story have the same field "story".`,
  });
}

const notTwo = (a: string, b: string, outlets: readonly string[]): InputError =>
  new InputError({
    path: `${a}, ${b}`,
    code: 'not-two-outlets',
    message: `expected articles of two outlets, found ${outlets.length === 1 ? 'only ' : ''}those of ${quoted(outlets)}`,
    hint: 'Name one file or folder for each of two outlets, or their names and where their articles are.',
  });

function notFound(names: readonly string[], found: readonly string[], known: readonly string[]): InputError {
  const missing = names.filter(name => !found.some(outlet => isCalled(outlet, name)));
  return new InputError({
    path: names.join(', '),
    code: 'not-two-outlets',
    message:
      missing.length > 0
        ? `no article is by ${quoted(missing, ' or ')}`
        : `expected two outlets, found ${found.length}`,
    hint: `The outlets here are ${quoted(known)}.`,
  });
}
