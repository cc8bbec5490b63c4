import { sliceOf, VOICES, type Voice } from '../model/article.js';
import { getOrAdd } from '../model/collections.js';
import type { Doc, Sentence, Speaker } from '../model/doc.js';
import {
  type DenominatorCell,
  denominatorKey,
  type Evidence,
  type Measure,
  type Measured,
  type Observation,
  type Pass,
} from '../model/evidence.js';
import type { Lexicons } from '../model/lexicon.js';

/** Runs the passes over a document: adds place and voice to what they see, and counts its denominators. */
export function measure(doc: Doc, passes: readonly Pass[], lexicons: Lexicons): Measured {
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
    add(sentence, 1, 'mention', '', '', voice);
    add(sentence, 1, 'own mention', '', party, voice);
  }
  for (const { content, act } of doc.quotations)
    if (act !== true)
      add(tokens.sentence[doc.tokenAt(content[0]?.start ?? 0)] as number, 1, 'quotation', '', '', 'any');
  for (const { index, first, last } of doc.sentences) {
    const words = new Int32Array(VOICES.length);
    for (let i = first; i < last; i++) if (tokens.pos[i] !== 'PUNCT') words[tokens.voice[i] as number]!++;
    for (const [v, voice] of VOICES.entries()) {
      const count = words[v] as number;
      if (count > 0) add(index, count, 'word', '', '', voice);
      if (count > 0 && voice === 'direct') add(index, count, 'quoted word', '', '', 'any');
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
      if (of.per === 'naming' || of.per === 'peer')
        add(sentence.index, 1, of.per, of.id, subject, of.voices === 'any' ? 'any' : voice);
      evidence.push(evidenceOf(observation, doc, sentence, voice, speaker));
    }
  }
  return { evidence, denominators };
}

/** Written out field by field: with a spread, building evidence takes as long as tagging. */
function evidenceOf(
  { measure, subject, term, label, span, weight, grounds, shares }: Observation,
  doc: Doc,
  sentence: Sentence,
  voice: Voice,
  speaker: Speaker | undefined,
): Evidence {
  const { article } = doc;
  const { line, column } = doc.placeOf(span.start);
  const evidence: { -readonly [K in keyof Evidence]: Evidence[K] } = {
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
