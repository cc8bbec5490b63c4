import type { CommandModule } from 'yargs';
import type { Article } from '../model/article.js';
import type { Evidence, WeightShare } from '../model/evidence.js';
import type { Lexicons } from '../model/lexicon.js';
import type { ArticleSummary } from '../model/profile.js';
import { load } from './articles.js';
import type { Io } from './io.js';
import { lexiconOption } from './options.js';

interface Arguments {
  articles: string[];
  lexicon: string[];
}

export const explain = (io: Io): CommandModule<object, Arguments> => ({
  command: 'explain <articles..>',
  describe: 'Show the evidence in an article, sentence by sentence',
  builder: yargs =>
    yargs
      .positional('articles', {
        array: true,
        type: 'string',
        demandOption: true,
        describe: 'An article; - is standard input',
      })
      .option('lexicon', lexiconOption)
      .example('$0 explain articles/paper-boat-1.md', 'What was seen in one article, and whose words it is'),
  handler: async ({ articles: paths, lexicon }) => {
    const { articles, lexicons } = await load(paths, lexicon, io);
    const { analyse } = await import('../pipeline.js');
    for (const article of articles) {
      const { summary, measured } = analyse(article, lexicons);
      io.out(explained(article, summary, measured.evidence, lexicons, io));
    }
  },
});

function explained(
  article: Article,
  summary: ArticleSummary,
  evidence: readonly Evidence[],
  lexicons: Lexicons,
  io: Io,
): string {
  const shown = evidence.filter(
    ({ measure }) =>
      !/^(?:terminology\.lean|sentiment\.portrayal|visibility\.(?:headline|lede|first)|agency\.no-doer)$/.test(
        measure,
      ),
  );
  const bySentence = new Map<number, Evidence[]>();
  for (const each of shown) bySentence.set(each.sentence, [...(bySentence.get(each.sentence) ?? []), each]);
  const parts = [
    `${io.style('bold', article.outlet)}, ${article.path}: ${article.title ?? 'no title'}\n` +
      `  ${summary.words.outlet} own words, ${summary.words.indirect} retold, ${summary.words.direct} quoted, ${summary.words.scare} in distancing quotes\n`,
  ];
  for (const [, seen] of [...bySentence].toSorted(([a], [b]) => a - b)) {
    const { sentenceSpan, line, zone } = seen[0] as Evidence;
    parts.push(
      `\n${io.style('cyan', `${article.path}:${line}`)} ${io.style('dim', zone)}\n  ${marked(article.text, sentenceSpan, seen, io)}\n`,
    );
    for (const each of seen) parts.push(`    ${evidenceLine(each, lexicons, io)}\n`);
  }
  if (summary.quotations.length > 0) parts.push(`\n${io.style('bold', 'Attributed statements')}\n`);
  for (const { line, source, speaker, party, cue, form, text } of summary.quotations) {
    const who = source === undefined ? 'source not given' : source.replace(/\s+/g, ' ');
    const known = [speaker, party].filter(each => each !== undefined && !who.includes(each)).join(', ');
    parts.push(
      `  ${io.style('cyan', String(line))} ${who}${known === '' ? '' : ` [${known}]`} ${cue ?? ''} (${form}): ${text.replace(/\s+/g, ' ')}\n`,
    );
  }
  if (summary.furniture.length > 0) parts.push(`\n${io.style('bold', 'Set aside as furniture')}\n`);
  for (const { line, rule, text } of summary.furniture)
    parts.push(`  ${io.style('cyan', String(line))} ${rule}: ${text}\n`);
  return `${parts.join('')}\n`;
}

/** A sentence with everything that was seen in it underlined. */
function marked(text: string, { start, end }: Evidence['span'], seen: readonly Evidence[], io: Io): string {
  let result = '';
  let done = start;
  for (const { span } of seen
    .filter(({ measure }) => !measure.startsWith('attribution.'))
    .toSorted((a, b) => a.span.start - b.span.start)) {
    if (span.start < done) continue;
    result += text.slice(done, span.start) + io.style('underline', text.slice(span.start, span.end));
    done = span.end;
  }
  return (result + text.slice(done, end)).replace(/\s+/g, ' ');
}

function evidenceLine(each: Evidence, lexicons: Lexicons, io: Io): string {
  const subject =
    lexicons.parties.get(each.subject)?.name ?? lexicons.concepts.get(each.subject)?.gloss ?? each.subject;
  const speaker = each.speaker === undefined ? '' : `: ${each.speaker.replace(/\s+/g, ' ')}`;
  const voice = io.style(each.voice === 'outlet' ? 'yellow' : 'dim', each.voice + speaker);
  const weight =
    each.measure === 'sentiment.polarity'
      ? ` ${each.weight.toFixed(2)} = ${(each.shares ?? []).map(shareOf).join(', ')}`
      : '';
  const words = each.text.replace(/\s+/g, ' ');
  return `${each.measure} ${io.style('bold', words.length > 60 ? `${words.slice(0, 60)}…` : words)} → ${subject}${each.label === undefined ? '' : `, ${each.label}`}${weight} (${voice})`;
}

/** `attacked −0.40 [word as doer; beside: 1 to]`: a word, what it adds, and the features it came in through. */
const shareOf = ({ term, share, features }: WeightShare): string =>
  `${term} ${share.toFixed(2)}${features.length === 0 ? '' : ` [${features.slice(0, 2).join('; ')}]`}`;
