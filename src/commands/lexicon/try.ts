import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandModule } from 'yargs';
import { InputError, InputErrors } from '../../errors.js';
import { marked } from '../../findings/excerpts.js';
import { VOICE_NAMES } from '../../findings/words.js';
import { NEARLY } from '../../lexicon/authoring/near-misses.js';
import type { CountedSpan, Trial, TrialHit } from '../../lexicon/authoring/trial.js';
import type { LexiconData, LexiconSource } from '../../lexicon/file.js';
import { isWild } from '../../lexicon/matcher.js';
import { VOICES, type Voice } from '../../model/article.js';
import { groupBy } from '../../model/collections.js';
import type { Doc } from '../../model/doc.js';
import type { Lexicons } from '../../model/lexicon.js';
import { plural } from '../../model/text.js';
import { plainText } from '../../write/figures.js';
import { readAll, STANDARD_INPUT } from '../articles.js';
import { lexiconsInForce } from '../in-force.js';
import type { Io } from '../io.js';
import { countOption, lexiconOption } from '../options.js';

interface TryArguments {
  file: string;
  articles: string[];
  most: number;
  lexicon: string[];
}

export const tryOut = (io: Io): CommandModule<object, TryArguments> => ({
  command: 'try <file> <articles..>',
  describe: 'Show what a lexicon matches in articles, in context and by voice, and what it nearly matches',
  builder: yargs =>
    yargs
      .positional('file', {
        type: 'string',
        demandOption: true,
        describe: 'The lexicon, valid or not; - is standard input',
      })
      .positional('articles', {
        array: true,
        type: 'string',
        demandOption: true,
        describe: 'Articles: files or folders',
      })
      .option(
        'most',
        countOption('most', 10, 'Number of passages to show for each label and each kind of near match'),
      )
      .option('lexicon', lexiconOption)
      .example('$0 lexicon try mine.yaml articles', 'What mine.yaml does on your articles'),
  handler: async ({ file, articles: paths, most, lexicon }) => {
    const { source, others } = await sourcesFor(file, lexicon, io);
    const { faults, data, lexicons } = await prepare(source, others);
    const articles = await readAll(paths, io);
    const [{ parse }, { trial }] = await Promise.all([
      import('../../documents.js'),
      import('../../lexicon/authoring/trial.js'),
    ]);
    if (faults.length > 0)
      io.out(
        `${io.style('red', `${plural(faults.length, 'error')} in this lexicon:`)}\n${faults.join('\n')}\n` +
          'It was tried anyway, with what could be read of it.\n\n',
      );
    const docs = articles.map(article => parse(article, lexicons));
    io.out(shown(data, source.path, docs, trial(data, docs, lexicons, counting(data, lexicons)), most, io));
  },
});

/** The lexicon to be tried, and the others that are in use. */
async function sourcesFor(file: string, extra: readonly string[], io: Io) {
  const [{ sources }, { decode }, { readLexiconFiles }] = await Promise.all([
    lexiconsInForce(extra),
    import('../../lexicon/yaml.js'),
    import('../../lexicon/sources.js'),
  ]);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new InputError({
      path: file,
      code: 'lexicon-folder',
      message: 'expected one lexicon file, not a folder',
    });
  const given: LexiconSource =
    file === STANDARD_INPUT
      ? { path: file, name: 'standard input', text: decode(await io.standardInput(), file) }
      : (readLexiconFiles([file])[0] as LexiconSource);
  const packaged = sources.find(({ source, from }) => from === 'package' && source.text === given.text);
  const source = packaged?.source ?? given;
  return {
    source,
    others: sources
      .map(each => each.source)
      .filter(({ path, text }) => resolve(path) !== resolve(file) && text !== source.text),
  };
}

/** The lexicon as it is if it is valid; else its faults, and what can be read of it, by itself. */
async function prepare(source: LexiconSource, others: readonly LexiconSource[]) {
  const [{ buildAround, buildLexicons, checkLexicons, parseLexicons }, { settle }, { salvage }] =
    await Promise.all([
      import('../../lexicon/load.js'),
      import('../../lexicon/overrides.js'),
      import('../../lexicon/authoring/salvage.js'),
    ]);
  const all = [...others, source];
  const faults = await checkLexicons(all, true);
  if (faults.some(({ path }) => path !== source.path)) throw new InputErrors(faults);
  try {
    const lexicons = await buildLexicons(all);
    const settled = settle(await parseLexicons(all, true)).lexicons;
    const { data } = settled.find(each => each.source === source) as (typeof settled)[number];
    return { faults, data, lexicons };
  } catch (error) {
    if (!(error instanceof InputErrors || error instanceof InputError)) throw error;
  }
  const data = await salvage(source);
  if (data === undefined) throw new InputErrors(faults);
  return { faults, data, lexicons: await buildAround(others, { source, data }) };
}

/** What is counted in a document by a kind of lexicon; nothing for kinds of which that is not known. */
function counting(data: LexiconData, lexicons: Lexicons): (doc: Doc) => readonly CountedSpan[] | undefined {
  if (data.kind === 'parties') {
    const own = new Set([
      ...data.parties.map(each => ('extends' in each ? each.extends : each.id)),
      ...data.collectives.map(({ id }) => id),
    ]);
    return ({ mentions }) =>
      mentions.map(({ span, party }) => ({ ...span, lexicon: own.has(party) ? data.id : `with ${party}` }));
  }
  if (data.kind !== 'terminology') return () => undefined;
  const facts = new Set(data.facts.map(({ id }) => id));
  return ({ terms, sentences, words }) => [
    ...terms.map(({ span, concept }) => ({
      ...span,
      lexicon: lexicons.concepts.get(concept)?.lexicon ?? '',
    })),
    ...sentences.flatMap(({ from, to }) =>
      lexicons
        .factsIn(words, from, to)
        .filter(({ value }) => facts.has(value))
        .map(({ start, end }) => ({ start, end, lexicon: data.id, fact: true as const })),
    ),
  ];
}

const voiceOf = ({ doc, start }: TrialHit): Voice =>
  VOICES[doc.tokens.voice[doc.tokenAt(start)] as number] as Voice;

function shown(
  data: LexiconData,
  path: string,
  docs: readonly Doc[],
  { meanings, matched, blocked, nearly }: Trial,
  most: number,
  io: Io,
): string {
  const lines = [
    io.style(
      'bold',
      `${data.title} (${path}): ${plural(matched.length, 'match', 'matches')} in ${plural(docs.length, 'article')}`,
    ),
  ];
  const passages = (hits: readonly TrialHit[], note: (hit: TrialHit) => string): void => {
    for (const hit of hits.slice(0, most)) lines.push(`    ${passage(hit, note(hit), io)}`);
    if (hits.length > most) lines.push(`    … and ${hits.length - most} more (--most)`);
  };
  let head = '';
  for (const meaning of meanings) {
    const hits = matched.filter(hit => hit.meaning.of === meaning.of && hit.meaning.is === meaning.is);
    // A parties file of the package lists hundreds; of those only what is there is of use.
    if (hits.length === 0 && data.kind !== 'terminology') continue;
    if (meaning.of !== head) lines.push('', io.style('bold', meaning.of));
    head = meaning.of;
    const voices = VOICES.map(voice => [voice, hits.filter(hit => voiceOf(hit) === voice).length] as const)
      .filter(([, n]) => n > 0)
      .map(([voice, n]) => `${n} ${VOICE_NAMES[voice]}`);
    lines.push(`  ${io.style('bold', meaning.is)}: ${hits.length === 0 ? 'no matches' : voices.join(', ')}`);
    lines.push(...endingsOf(hits));
    passages(hits, hit => VOICE_NAMES[voiceOf(hit)]);
  }
  if (blocked.length > 0) {
    lines.push('', io.style('bold', `Present but not counted: ${blocked.length}`));
    for (const [why, hits] of groupBy(blocked, each => each.why)) {
      lines.push(`  ${why}`);
      passages(hits, ({ meaning }) => meaning.is);
    }
  }
  if (nearly.length > 0) {
    lines.push('', io.style('bold', `Nearly matched, not counted: ${nearly.length}`));
    for (const [how, hits] of groupBy(nearly, each => each.how)) {
      lines.push(`  ${NEARLY[how]}`);
      passages(hits, ({ form, meaning }) => `${form} (${meaning.is})`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** `    steal*: stealing 2, stealthily 1`: what the forms with an asterisk stand for. */
function endingsOf(hits: readonly TrialHit[]): string[] {
  const wild = groupBy(
    hits.filter(({ form }) => isWild(form)),
    ({ form }) => form,
  );
  return [...wild].map(([form, found]) => {
    const words = groupBy(found, ({ doc, start, end }) => doc.article.text.slice(start, end).toLowerCase());
    return `    ${form}: ${[...words].map(([word, { length }]) => `${word} ${length}`).join(', ')}`;
  });
}

/** `a.md:9:14 own words: Nobody knew that the [strike] would last.` */
function passage(hit: TrialHit, note: string, io: Io): string {
  const { doc, sentence } = hit;
  const { line, column } = doc.placeOf(hit.start);
  const shown = marked(doc.article.text, sentence.span, [hit], 160).map(part =>
    typeof part === 'string' ? part : io.style('bold', `[${plainText(part)}]`),
  );
  const place = io.style('cyan', `${doc.article.path}:${line}:${column}`);
  return `${place} ${note}: ${shown.join('')}`;
}
