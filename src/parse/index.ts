import type { Article } from '../model/article.js';
import type { Doc, PersonReference } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import { lowerBound, placeAt } from '../model/sorted.js';
import { findCues } from './attributions/cues.js';
import { type Attributed, findAttributions } from './attributions/index.js';
import { Runs } from './attributions/runs.js';
import { numberClauses } from './clauses.js';
import { resolveCoreference } from './coreference.js';
import { findEvents } from './events/index.js';
import { findMentions } from './mentions.js';
import { Naming } from './naming.js';
import { findParagraphs } from './paragraphs.js';
import { Phrases } from './phrases.js';
import type { Reading } from './reading.js';
import { type Cut, cutSentences } from './sentences.js';
import { findTerms } from './terms.js';
import { giveVoices } from './voices.js';

/**
 * Reads an article into a finished document: paragraphs and zones, sentences, tokens, mentions of parties,
 * quotations with their sources, events with agents and patients, and for every token the voice and the clause it stands in.
 */
export function parse(article: Article, lexicons: Lexicons): Doc {
  const { text } = article;
  const { prose, words, paragraphs, furniture, headlineInText, moved } = findParagraphs(article, lexicons);
  const cut = cutSentences(prose, paragraphs, words, moved);
  const mentions = findMentions(words, cut, lexicons);
  const terms = findTerms(article, words, cut.sentences, lexicons);
  const reading = { text, prose, paragraphs, words, cut, mentions, lexicons };

  const { naming, people, attributed } = readSpeech(reading);
  const { quotations } = attributed;
  const events = findEvents(reading, naming, people, quotations);

  const { sentences, sentenceOf: sentence, start, end, pos, negated } = cut;
  const lines = lineStarts(text);
  const tokens = {
    length: cut.text.length,
    start,
    end,
    pos,
    negated,
    text: asWritten(cut, prose, text),
    ...giveVoices(cut, attributed),
    sentence,
    clause: numberClauses(cut, quotations),
  };
  return {
    article,
    prose,
    paragraphs,
    sentences,
    tokens,
    words,
    mentions,
    terms,
    quotations,
    people,
    events,
    furniture,
    lines,
    headlineInText,
    tokenAt: offset => Math.max(0, lowerBound(start.length, i => start[i] as number, offset + 1) - 1),
    placeOf: offset => placeAt(lines, article.firstLine, offset),
  };
}

/** Who says what: reporting words, the people of the text, and what is attributed to whom. */
export function readSpeech(reading: Reading): {
  readonly naming: Naming;
  readonly people: readonly PersonReference[];
  readonly attributed: Attributed;
} {
  const runs = new Runs(reading);
  const phrases = new Phrases(reading.cut, token => runs.isQuoted(token));
  const naming = new Naming(reading);
  const speech = { ...reading, runs, phrases, naming };
  const cues = findCues(speech);
  // Before attributions: only somebody who acts can wish or refuse.
  const speaking = new Set(cues.flatMap(among => among.map(({ group }) => group)));
  const followed = resolveCoreference(speech, token => speaking.has(token));
  const attributed = findAttributions(speech, cues, followed);
  const people = followed.references
    .filter(({ person }) => person.certain)
    .map(({ first, last, person: { name }, pronoun }) => ({ span: runs.spanOf(first, last), name, pronoun }));
  return { naming, people, attributed };
}

/** The tokens as they stand in the article, where a mark or a letter was set anew for the tagger. */
function asWritten({ text, start, end }: Cut, prose: string, written: string): readonly string[] {
  if (prose === written) return text;
  return text.map((word, i) =>
    written.startsWith(word, start[i]) ? word : written.slice(start[i] as number, end[i] as number),
  );
}

function lineStarts(text: string): number[] {
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  return lines;
}
