import { existsSync } from 'node:fs';
import type { CommandModule } from 'yargs';
import { InputError, UsageError } from '../errors.js';
import type { Article } from '../model/article.js';
import { load, ofStory } from './articles.js';
import type { Io } from './io.js';
import { lexiconOption, outOption, storyOption } from './options.js';

interface Arguments {
  a: string;
  b: string;
  paths: string[];
  out: string | undefined;
  lexicon: string[];
  story: string | undefined;
}

const DEFAULT_FOLDER = 'articles';

export const compare = (io: Io): CommandModule<object, Arguments> => ({
  command: 'compare <a> <b> [paths..]',
  describe: 'Compare two outlets side by side, in the terminal or in a file',
  builder: yargs =>
    yargs
      .positional('a', {
        type: 'string',
        demandOption: true,
        describe: 'The name of an outlet, or a file or folder with its articles',
      })
      .positional('b', { type: 'string', demandOption: true, describe: 'The same of the other outlet' })
      .positional('paths', {
        array: true,
        type: 'string',
        default: [DEFAULT_FOLDER],
        describe: 'If A and B are names: files or folders with the articles of both',
      })
      .option('out', outOption('Write the page to this Markdown file instead'))
      .option('story', storyOption)
      .option('lexicon', lexiconOption)
      .example('$0 compare "The Paper Boat" "Cloudberry Evening Post" articles', 'Two outlets of a folder'),
  handler: async ({ a, b, paths, out, lexicon, story }) => {
    const byPath = existsSync(a) && existsSync(b);
    if (!byPath && !paths.every(path => path !== DEFAULT_FOLDER || existsSync(path)))
      throw new UsageError(
        `parallax compare: ${[a, b].filter(name => !existsSync(name)).join(' and ')}: no such file or folder, nor a folder "${DEFAULT_FOLDER}" with outlets of such names\n` +
          '  Name a file or folder for each of the two outlets, or say where the articles are: parallax compare <a> <b> PATH.',
      );
    const { articles, lexicons } = await load(byPath ? [a, b] : paths, lexicon, io);
    const chosen = byPath
      ? articles
      : articles.filter(({ outlet }) => isCalled(outlet, a) || isCalled(outlet, b));
    const outlets = [...new Set(ofStory(chosen, story).map(({ outlet }) => outlet))];
    if (outlets.length !== 2) throw notTwo(a, b, byPath ? chosen : articles, outlets);
    const { compareOutlets, makeComparison, makeReport } = await import('../pipeline.js');
    const members = ofStory(chosen, story);
    let report = makeComparison(members, lexicons);
    if (report === undefined) {
      // Two files that somebody names are meant, whatever they are about.
      if (!byPath) throw nothingInCommon(outlets, chosen);
      io.note('The two have no story in common; their articles are compared as if they were on one.\n');
      report = makeReport(members, '', lexicons);
    }
    const [comparison, method] = compareOutlets(report, members);
    if (out === undefined) {
      const { terminal } = await import('../write/terminal.js');
      io.out(terminal(comparison, io));
      io.note('--out FILE writes the page, which says how all of it was measured.\n');
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

function nothingInCommon(outlets: readonly string[], articles: readonly Article[]): InputError {
  const storiesOf = (name: string): string =>
    [...new Set(articles.filter(({ outlet }) => outlet === name).map(({ story }) => JSON.stringify(story)))]
      .sort()
      .join(', ');
  return new InputError({
    path: outlets.join(', '),
    code: 'no-common-story',
    message: 'the two outlets have no story in common',
    hint: `${outlets.map(name => `${name} has ${storiesOf(name)}`).join('; ')}. Articles on one story have the same field "story".`,
  });
}

function notTwo(a: string, b: string, articles: readonly Article[], found: readonly string[]): InputError {
  const known = [...new Set(articles.map(({ outlet }) => outlet))].sort();
  const missing = [a, b].filter(name => !found.some(outlet => isCalled(outlet, name)));
  return new InputError({
    path: `${a}, ${b}`,
    code: 'not-two-outlets',
    message:
      missing.length > 0 && found.length < 2
        ? `no article is by ${missing.map(name => JSON.stringify(name)).join(' or ')}`
        : `expected two outlets, found ${found.length}`,
    hint: `The outlets here are ${known.map(outlet => JSON.stringify(outlet)).join(', ')}.`,
  });
}
