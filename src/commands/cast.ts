import { existsSync } from 'node:fs';
import { FaultList, InputError } from '../errors.js';
import type { Article } from '../model/article.js';
import type { CastCorrections, NamedMember } from '../model/cast.js';
import { addTo, byText, groupBy } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import { plural } from '../model/text.js';
import { castsFor, load, ofStory } from './articles.js';
import type { StoryCast } from './cast-text.js';
import type { Io } from './io.js';
import {
  castOption,
  commandOf,
  flagOption,
  lexiconOption,
  outOption,
  severalArguments,
  storyOption,
} from './options.js';

/** A member that is no side has so many mentions before it is shown. */
const LEAST_MENTIONS = 2;

export const cast = (io: Io) =>
  commandOf({
    command: 'cast <articles..>',
    describe: 'Show whom each story is about, and what each outlet calls them; write it to a file to correct',
    builder: yargs =>
      yargs
        .positional('articles', severalArguments('Articles: files or folders; - is standard input'))
        .option('out', outOption('Write the cast to this YAML file, for you to correct'))
        .option('cast', castOption)
        .option('all', flagOption('With the members that are mentioned only once'))
        .option('json', flagOption('Print everything as JSON, one line per story'))
        .option('story', storyOption)
        .option('lexicon', lexiconOption)
        .example('$0 cast articles', 'Members, sides, and the names that each outlet gives them')
        .example(
          '$0 cast articles --out cast.yaml',
          'A file in which to merge, split, rename and drop members',
        )
        .example('$0 report articles --cast cast.yaml', 'The report with the corrected cast'),
    handler: async ({ articles: paths, out, cast: given, all, json, story, lexicon }) => {
      if (out !== undefined && existsSync(out)) throw alreadyThere(out);
      const { articles, lexicons } = await load(paths, lexicon, io);
      const casts = await castsFor(articles, given);
      const [{ castText, castData }, castOfStory] = await Promise.all([
        import('./cast-text.js'),
        castMaker(),
      ]);
      const faults = new FaultList();
      const chosen = ofStory(articles, story).toSorted((a, b) => byText(a.story, b.story));
      const found: StoryCast[] = [];
      for (const [name, members] of groupBy(chosen, each => each.story)) {
        const one = faults.attempt(() => castOfStory(name, members, lexicons, casts?.stories.get(name)));
        if (one !== undefined) found.push(one);
      }
      faults.throwAny();
      const shown = found.map(each => ({
        ...each,
        members: all || (json && out === undefined) ? each.members : each.members.filter(isChief),
      }));
      if (out !== undefined) await write(out, shown, io);
      else
        for (const each of shown)
          io.out(json ? `${JSON.stringify(castData(each))}\n` : castText(each, lexicons, io));
    },
  });

const isChief = ({ chief, mentions }: NamedMember): boolean =>
  chief !== undefined || mentions >= LEAST_MENTIONS;

/** How the cast of a story is made. */
async function castMaker() {
  const [{ readStory }, { summarise }, { allNames, namedMembers, namesByOutlet }, { keyOf }] =
    await Promise.all([
      import('../documents.js'),
      import('../statistics/summary.js'),
      import('../statistics/cast-names.js'),
      import('../cast/index.js'),
    ]);
  return (
    story: string,
    given: readonly Article[],
    lexicons: Lexicons,
    corrections: CastCorrections | undefined,
  ): StoryCast => {
    const articles = given.toSorted((a, b) => byText(a.outlet, b.outlet) || byText(a.id, b.id));
    const { docs, cast: of, names } = readStory(articles, lexicons, corrections);
    const outlets = new Map<string, ReturnType<typeof summarise>[]>();
    for (const doc of docs) addTo(outlets, doc.article.outlet, summarise(doc));
    const whose = names();
    const members = namedMembers(of, namesByOutlet(outlets));
    const namesOf = (named: NamedMember) => {
      const all = allNames(named).flatMap(({ name, isName }) => (isName ? [name] : []));
      const isOwn = (name: string): boolean => whose.get(keyOf(name))?.owners.size === 1;
      return { own: all.filter(isOwn), shared: all.filter(name => !isOwn(name)) };
    };
    return { story, articles, cast: of, members, total: members.length, corrections, namesOf };
  };
}

async function write(out: string, casts: readonly StoryCast[], io: Io): Promise<void> {
  const [{ writeCasts }, { writeOut }, { schemaFrom }, { dirname }] = await Promise.all([
    import('../lexicon/authoring/cast-template.js'),
    import('./write.js'),
    import('./schema-place.js'),
    import('node:path'),
  ]);
  writeOut(out, writeCasts(casts, schemaFrom(dirname(out), 'cast')), io);
  const members = casts.reduce((n, each) => n + each.members.length, 0);
  io.note(
    `${plural(members, 'member')} of ${plural(casts.length, 'story', 'stories')}. ` +
      `Correct the file, then: parallax report ARTICLES --cast ${out}\n`,
  );
}

const alreadyThere = (path: string): InputError =>
  new InputError({
    path,
    code: 'exists',
    message: 'this file already exists, and is left as it is',
    hint: `Name another file. With --cast ${path} the new one has your corrections, too.`,
  });
