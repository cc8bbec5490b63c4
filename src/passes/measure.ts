import { sliceOf, VOICES, type Voice } from '../model/article.js';
import { getOrAdd } from '../model/collections.js';
import { type Confidence, isShown, UNJUDGED } from '../model/confidence.js';
import type { Doc, Sentence, Speaker } from '../model/doc.js';
import {
  COUNTED_UNITS,
  type DenominatorCell,
  denominatorKey,
  type Evidence,
  type Measure,
  type Measured,
  type Observation,
  type Pass,
} from '../model/evidence.js';
import type { Lexicons } from '../model/lexicon.js';

/**
 * Runs the passes over a document: adds place, voice and confidence to what they see, and counts its denominators. What pages do not show
 * is in no denominator, but for that of a mean, where it counts as nothing seen.
 */
export function measure(
  doc: Doc,
  passes: readonly Pass[],
  lexicons: Lexicons,
  confidence: Confidence = UNJUDGED,
): Measured {
  const { article, tokens } = doc;
  const denominators = new Map<string, DenominatorCell[]>();
  const add = (sentence: number, units: number, ...of: Parameters<typeof denominatorKey>): void => {
    const cells = getOrAdd(denominators, denominatorKey(...of), () => []);
    const last = cells.at(-1);
    if (last?.sentence === sentence) cells[cells.length - 1] = { sentence, units: last.units + units };
    else cells.push({ sentence, units });
  };
  const voiceAt = (token: number): Voice => VOICES[tokens.voice[token] as number] as Voice;
  for (const { party, span, sentence } of doc.mentions) {
    const voice = voiceAt(doc.tokenAt(span.start));
    add(sentence, 1, 'own mention', '', party, voice);
  }
  for (const { index, first, last } of doc.sentences) {
    const words = new Int32Array(VOICES.length);
    for (let i = first; i < last; i++) if (tokens.pos[i] !== 'PUNCT') words[tokens.voice[i] as number]!++;
    for (const [v, voice] of VOICES.entries()) {
      const count = words[v] as number;
      if (count > 0) add(index, count, 'word', '', '', voice);
    }
  }
  add(0, 1, 'article', '', '', 'any');

  const evidence: Evidence[] = [];
  for (const pass of passes) {
    const measures = new Map<string, Measure>(pass.measures.map(each => [each.id, each]));
    for (const observation of pass.observe(doc, lexicons)) {
      const { span, subject } = observation;
      const of = measures.get(observation.measure);
      if (of === undefined) throw new Error(`the pass ${pass.name} does not declare ${observation.measure}`);
      const token = doc.tokenAt(span.start);
      const sentence = doc.sentences[tokens.sentence[token] as number];
      if (sentence === undefined || span.end > sentence.span.end)
        throw new Error(
          `evidence of ${observation.measure} at ${span.start} in ${article.id} crosses a sentence`,
        );
      const voice = voiceAt(token);
      const speaker = doc.quotations[tokens.quotation[token] as number]?.source;
      const seen = evidenceOf(observation, doc, sentence, voice, speaker);
      // That somebody is not judged is no claim, and another program's scores are not ours to doubt.
      const claims = !(of.kind === 'mean' && observation.label === 'neutral') && of.scorer === undefined;
      const sure = claims ? confidence(of.id, observation.grounds) : undefined;
      if (sure !== undefined) seen.confidence = sure;
      if (COUNTED_UNITS.has(of.per) && (isShown(seen) || of.kind === 'mean')) {
        const units = of.per === 'quoted word' ? observation.weight : 1;
        add(sentence.index, units, of.per, of.id, subject, of.voices === 'any' ? 'any' : voice);
      }
      evidence.push(seen);
    }
  }
  return { evidence, denominators };
}

type WritableEvidence = { -readonly [K in keyof Evidence]: Evidence[K] };

/** Written out field by field: with a spread, building evidence takes as long as tagging. */
function evidenceOf(
  { measure, subject, term, label, span, weight, grounds, shares }: Observation,
  doc: Doc,
  sentence: Sentence,
  voice: Voice,
  speaker: Speaker | undefined,
): WritableEvidence {
  const { article } = doc;
  const { line, column } = doc.placeOf(span.start);
  const evidence: WritableEvidence = {
    measure,
    subject,
    term,
    span,
    weight,
    article: article.id,
    outlet: article.outlet,
    story: article.story,
    text: sliceOf(article, span),
    sentence: sentence.index,
    sentenceSpan: sentence.span,
    zone: sentence.zone,
    voice,
    line,
    column,
  };
  if (label !== undefined) evidence.label = label;
  if (grounds !== undefined) evidence.grounds = grounds;
  if (shares !== undefined) evidence.shares = shares;
  if (speaker !== undefined) evidence.speaker = speaker.name ?? sliceOf(article, speaker.span);
  if (speaker?.party !== undefined) evidence.speakerParty = speaker.party;
  return evidence;
}
