import type { Span } from '../../model/article.js';
import type { Quotation } from '../../model/doc.js';
import type { People } from '../people.js';
import { type Cut, sentenceAt } from '../sentences.js';
import type { Speech } from '../speech.js';
import { type Attribution, Attributions } from './attribution.js';
import { Contents } from './contents.js';
import type { Cue } from './cue.js';
import { AttributionFinder } from './find.js';
import { Labels } from './labels.js';
import type { Runs } from './runs.js';
import { Sources } from './sources.js';
import { Speakers } from './speakers.js';
import { Turns } from './turns.js';
import { type LastCue, Unclaimed } from './unclaimed.js';
import { Unsaid } from './unsaid.js';

/** Attributions, and the quoted words that nobody but the outlet is responsible for. */
export interface Attributed {
  readonly quotations: Quotation[];
  /** Short runs in quotation marks without a source: distance, not speech. */
  readonly scares: Span[];
  /** Everything between quotation marks that is speech, not a name. */
  readonly quoted: Span[];
}

/**
 * Finds who is made responsible for which words: direct quotations over paragraphs, with cue and source where the
 * text gives them, and reported speech (*X said that ...*, *..., X said*, *according to X*, *X accused Y of ...*).
 *
 * Rules over tags and a list of cues, without a parser; after the rule-based systems of Pouliquen, Steinberger and
 * Best (2007) and the Gender Gap Tracker (Asr et al. 2021).
 *
 * @param cues by sentence
 */
export function findAttributions(
  speech: Speech,
  cues: readonly (readonly Cue[])[],
  people: People,
): Attributed {
  const { cut, runs } = speech;
  const sources = new Sources(speech);
  const contents = new Contents(speech, sources);
  const finder = new AttributionFinder(speech, sources, contents, people, new Unsaid(speech, sources));
  const attributions = new Attributions(cut);
  const labels = new Labels(speech, people, contents);
  for (const each of [...new Turns(speech, people).all(), ...labels.all()])
    attributions.add(each, labels.sentenceOf(each));
  const lastCues = new Map<number, LastCue>();
  for (const sentence of cut.sentences) {
    const { index } = sentence;
    const isTaken = (token: number): boolean =>
      attributions
        .in(sentenceAt(cut, token).index)
        .some(({ content }) => content.some(([a, b]) => a <= token && token < b));
    for (const cue of cues[index] ?? []) {
      const attribution = finder.of(cue, isTaken);
      lastCues.set(index, { cue, attribution });
      if (attribution === undefined) continue;
      if (attribution.source !== undefined) cue.source = attribution.source;
      attributions.add(attribution, index);
    }
    const colon = labels.ofColon(sentence, isTaken);
    if (colon !== undefined) attributions.add(colon, index);
  }
  attributions.dropNested();
  const scares = new Unclaimed(speech, sources, attributions, people, lastCues).settle();
  const speakers = new Speakers(speech, sources, people);
  // In the order of the text, since a later source may stand for an earlier one.
  const quotations = attributions.all
    .sort((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0))
    .map(attribution => toQuotation(attribution, cut, runs, speakers));
  return { quotations, scares, quoted: runs.all.filter(({ isName }) => !isName) };
}

function toQuotation(
  { cue, source, named, content, act, called }: Attribution,
  cut: Cut,
  runs: Runs,
  speakers: Speakers,
): Quotation {
  const reported =
    cue === undefined
      ? {}
      : 'colon' in cue
        ? { cue: cue.colon, stance: 'neutral' as const }
        : { cue: { start: cue.match.start, end: cue.match.end }, stance: cue.match.value.stance };
  return {
    form: formOf(content, cut, runs),
    content: content.map(([a, b]) => runs.spanOf(a, b)),
    ...reported,
    ...(act === true && { act }),
    ...(called !== undefined && { called: runs.spanOf(...called) }),
    ...(source !== undefined && {
      source: speakers.of(
        source,
        named,
        cue !== undefined && 'match' in cue ? cue.match.value.class : undefined,
      ),
    }),
  };
}

/** By the share of the content's words between quotation marks: nine tenths are direct, none is indirect. */
function formOf(content: Attribution['content'], cut: Cut, runs: Runs): Quotation['form'] {
  let letters = 0;
  let quoted = 0;
  for (const [a, b] of content)
    for (let i = a; i < b; i++) {
      if (cut.pos[i] === 'PUNCT') continue;
      const size = (cut.text[i] as string).length;
      letters += size;
      if (runs.isQuoted(i)) quoted += size;
    }
  return quoted === 0 ? 'indirect' : quoted >= letters * 0.9 ? 'direct' : 'mixed';
}
