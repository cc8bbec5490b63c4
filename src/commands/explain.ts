import { VOICE_NAMES } from '../findings/words.js';
import { type Article, covers, type Span } from '../model/article.js';
import { getOrAdd, groupBy } from '../model/collections.js';
import { isShown } from '../model/confidence.js';
import type { Evidence, Measure } from '../model/evidence.js';
import type { Lexicons } from '../model/lexicon.js';
import type { ArticleSummary } from '../model/profile.js';
import { sayingOf } from '../model/saying.js';
import { oneLine, percent, plural, signed } from '../model/text.js';
import type { analyse } from '../pipeline.js';
import { castsFor, load } from './articles.js';
import type { Io } from './io.js';
import { castOption, commandOf, flagOption, lexiconOption, severalArguments } from './options.js';

export const explain = (io: Io) =>
  commandOf({
    command: 'explain <articles..>',
    describe: 'Show what was found in an article, sentence by sentence',
    builder: yargs =>
      yargs
        .positional('articles', severalArguments('Articles: files or folders; - is standard input'))
        .option('all', flagOption('Print the sentences in which nothing was seen, too'))
        .option(
          'features',
          flagOption('Print what each word adds to the sentiment toward a party, and by which features'),
        )
        .option('json', flagOption('Print everything as JSON, one line per article'))
        .option('lexicon', lexiconOption)
        .option('cast', castOption)
        .example(
          '$0 explain articles/paper-boat-1.md',
          'What was found in one article, and whose words it is',
        ),
    handler: async ({ articles: paths, lexicon, cast, all, features, json }) => {
      const { articles, lexicons } = await load(paths, lexicon, io);
      const [{ analyse }, { PASSES }] = await Promise.all([
        import('../pipeline.js'),
        import('../passes/index.js'),
      ]);
      const measures = new Map(PASSES.flatMap(pass => pass.measures.map(each => [each.id, each] as const)));
      const casts = await castsFor(articles, cast, true);
      for (const [story, members] of groupBy(articles, each => each.story)) {
        const { analysed, names } = analyse(members, lexicons, PASSES, casts?.stories.get(story));
        for (const [n, { summary, measured, trace }] of analysed.entries()) {
          const article = members[n] as Article;
          const sentences = sentencesOf(trace, measured.evidence, measures, names);
          io.out(
            json
              ? `${JSON.stringify(asData(article, summary, sentences))}\n`
              : printed(article, summary, sentences, { all, features }, io),
          );
        }
      }
    },
  });

type SeenSentence = ReturnType<typeof sentencesOf>[number];

/** What was seen in the same words; or in several, where the same was seen in all of them. */
interface SeenWords {
  /** The words, with whom they mean where they do not say so. */
  readonly words: string[];
  readonly says: string;
  readonly voice: string;
  readonly evidence: Evidence[];
}

function sentencesOf(
  { sentences, text, lines, firstLine }: ReturnType<typeof analyse>['analysed'][number]['trace'],
  evidence: readonly Evidence[],
  measures: ReadonlyMap<string, Measure>,
  lexicons: Lexicons,
) {
  const bySentence = groupBy(evidence, ({ sentence }) => sentence);
  return sentences.map(({ index, span, zone }) => ({
    span,
    line: firstLine + lines.findLastIndex(start => start <= span.start),
    zone,
    text: flat(text.slice(span.start, span.end)),
    seen: seenIn(bySentence.get(index) ?? [], measures, lexicons),
  }));
}

/** One entry for each place and all that is said of it; places of which the same is said share an entry. */
function seenIn(
  evidence: readonly Evidence[],
  measures: ReadonlyMap<string, Measure>,
  lexicons: Lexicons,
): SeenWords[] {
  const sayings = evidence.flatMap(each => sayingsOf(each, measures.get(each.measure) as Measure, lexicons));
  const entries = new Map<string, SeenWords>();
  for (const place of placesOf(sayings)) {
    const [{ each, subject, isParty }] = place as [SaidOf];
    const says = [...new Set(place.map(saying => saying.text))].join('; ');
    const voice = voiceOf(each);
    const entry = getOrAdd(entries, `${says} ${voice}`, () => ({ words: [], says, voice, evidence: [] }));
    const here = flat(each.text);
    const isNamed = !isParty || subject === here || place.some(({ namesSubject }) => namesSubject);
    const named = isNamed ? here : `${here} (${subject})`;
    if (!entry.words.includes(named)) entry.words.push(named);
    entry.evidence.push(...place.map(saying => saying.each));
  }
  return [...entries.values()];
}

/**
 * What is said of the same words, as surely, in the order of the text; of several parties apart, unless it says of which.
 */
function placesOf(sayings: readonly SaidOf[]): SaidOf[][] {
  const bySpan = groupBy(sayings, ({ each }) => `${each.span.start} ${each.span.end} ${doubt([each])}`);
  const places = [...bySpan.values()].flatMap(here => {
    const unnamed = here.filter(({ namesSubject }) => !namesSubject);
    return new Set(unnamed.map(({ subject }) => subject)).size < 2
      ? [here]
      : [...groupBy(here, ({ subject }) => subject).values()];
  });
  const spanOf = ([saying]: readonly SaidOf[]): Span => (saying as SaidOf).each.span;
  return places.toSorted((a, b) => spanOf(a).start - spanOf(b).start || spanOf(b).end - spanOf(a).end);
}

type SaidOf = ReturnType<typeof sayingsOf>[number];

function sayingsOf(each: Evidence, measure: Measure, lexicons: Lexicons) {
  const saying = sayingOf(each, measure, lexicons);
  return saying === undefined ? [] : [{ each, ...saying, isParty: lexicons.parties.has(each.subject) }];
}

/** Why pages do not show a piece of evidence. */
function doubt(evidence: readonly Evidence[]): string {
  const unsure = evidence.filter(each => !isShown(each)).map(({ confidence = 1 }) => confidence);
  return unsure.length === 0 ? '' : `; set aside, right in about ${percent(Math.min(...unsure))}`;
}

const flat = (text: string): string => oneLine(text).trim();

const voiceOf = ({ voice, speaker }: Evidence): string =>
  VOICE_NAMES[voice] + (speaker === undefined ? '' : `: ${flat(speaker)}`);

function printed(
  article: Article,
  { words, furniture }: ArticleSummary,
  sentences: readonly SeenSentence[],
  { all, features }: { readonly all: boolean; readonly features: boolean },
  io: Io,
): string {
  const lines = [
    `${io.style('bold', article.outlet)}, ${article.path}: ${article.title ?? 'no title'}`,
    `  Words: ${words.outlet} own words, ${words.indirect} reported, ${words.direct} quoted, ${words.scare} in scare quotes`,
  ];
  for (const sentence of sentences) {
    if (sentence.seen.length === 0 && !all) continue;
    const place = io.style('cyan', `${article.path}:${sentence.line}`);
    const text =
      sentence.seen.length === 0 ? io.style('dim', sentence.text) : marked(article.text, sentence, io);
    lines.push('', `${place} ${io.style('dim', sentence.zone)}`, `  ${text}`);
    for (const { words: places, says, voice, evidence } of sentence.seen) {
      const heads = places.map(each => io.style('bold', shortened(each))).join(', ');
      lines.push(`    ${heads}: ${says} ${io.style('dim', `(${voice}${doubt(evidence)})`)}`);
      if (features) lines.push(...evidence.flatMap(featureLines));
    }
  }
  const without = sentences.filter(({ seen }) => seen.length === 0).length;
  if (without > 0 && !all)
    lines.push('', `Nothing was found in ${plural(without, 'sentence')}; use --all to print them.`);
  if (furniture.length > 0) lines.push('', io.style('bold', 'Excluded as not part of the article'));
  for (const { line, rule, text } of furniture)
    lines.push(`  ${io.style('cyan', String(line))} ${rule}: ${text}`);
  return `${lines.join('\n')}\n\n`;
}

const LONGEST_HEAD = 60;

const shortened = (words: string): string =>
  words.length > LONGEST_HEAD ? `${words.slice(0, LONGEST_HEAD).trim()}…` : words;

/** A sentence with the words that were seen in it in bold, or in brackets where there is no bold. */
function marked(text: string, { span, seen }: SeenSentence, io: Io): string {
  const spans = seen.flatMap(({ evidence }) => evidence.map(each => each.span));
  const innermost = spans.filter(
    outer => !spans.some(inner => covers(outer, inner) && !covers(inner, outer)),
  );
  let result = '';
  let done = span.start;
  for (const { start, end } of innermost.toSorted((a, b) => a.start - b.start)) {
    if (start < done) continue;
    const words = text.slice(start, end);
    const bold = io.style('bold', words);
    result += text.slice(done, start) + (bold === words ? `[${words}]` : bold);
    done = end;
  }
  return flat(result + text.slice(done, span.end));
}

/** Each word that adds to a weight, such as `−0.40 shelled [word as agent]`, below the words of the evidence. */
function featureLines({ text, shares = [] }: Evidence): string[] {
  const lines = shares.map(
    ({ term, share, features }) =>
      `        ${signed(share)} ${term}${features.length === 0 ? '' : ` [${features.join('; ')}]`}`,
  );
  return lines.length === 0 ? [] : [`      ${flat(text)}`, ...lines];
}

const asData = (
  { id, outlet, story, title, path }: Article,
  { words, furniture, quotations }: ArticleSummary,
  sentences: readonly SeenSentence[],
): object => ({
  article: id,
  outlet,
  story,
  title: title ?? null,
  path,
  words,
  sentences: sentences.map(({ span, line, zone, text, seen }) => ({
    line,
    zone,
    ...span,
    text,
    observations: seen.map(({ words: places, says, voice, evidence }) => ({
      words: places,
      says,
      voice,
      evidence: evidence.map(({ span: { start, end }, shares, ...each }) => ({
        measure: each.measure,
        subject: each.subject,
        label: each.label ?? null,
        term: each.term,
        start,
        end,
        weight: each.weight,
        grounds: each.grounds ?? null,
        confidence: each.confidence ?? null,
        shown: isShown(each),
        ...(shares === undefined ? {} : { shares }),
      })),
    })),
  })),
  quotations,
  furniture,
});
