import type { Article } from '../model/article.js';
import type { Cast, MemberMention } from '../model/cast.js';
import type { Doc, PersonReference } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import { lowerBound, placeAt } from '../model/sorted.js';
import { findAppraisals } from './appraisals.js';
import { findCues } from './attributions/cues.js';
import { type Attributed, findAttributions } from './attributions/index.js';
import { Runs } from './attributions/runs.js';
import { numberClauses } from './clauses.js';
import { resolveCoreference } from './coreference.js';
import type { Draft } from './draft.js';
import { findEvents } from './events/index.js';
import { findNames } from './names.js';
import { Naming } from './naming.js';
import { Offices } from './offices.js';
import { findParagraphs } from './paragraphs.js';
import { Phrases } from './phrases.js';
import { type Cut, cutSentences } from './sentences.js';
import { findTerms } from './terms.js';
import { giveVoices } from './voices.js';

export type { Draft } from './draft.js';
export { governmentsIn, groupsIn } from './groups.js';

/**
 * Reads of an article what it says by itself: paragraphs and zones, sentences, tokens, quotation marks, reporting words,
 * and the names that stand in it, with what the words beside them say. Whom they name, the articles of a story tell together.
 */
export function draft(article: Article, lexicons: Lexicons): Draft {
  const { text } = article;
  const layout = findParagraphs(article, lexicons);
  const { prose, words, furniture, headlineInText, moved } = layout;
  const cut = cutSentences(prose, layout.paragraphs, words, moved);
  const paragraphs = layout.paragraphs.map(each => ({ ...each, end: moved.get(each.end) ?? each.end }));
  const terms = findTerms(article, words, cut.sentences, lexicons);
  const reading = { text, prose, paragraphs, words, cut, lexicons };
  const runs = new Runs(reading);
  const phrases = new Phrases(cut, token => runs.isQuoted(token));
  const offices = new Offices(reading);
  const cues = findCues({ ...reading, runs, phrases, offices });
  const unnamed = { ...reading, article, furniture, headlineInText, terms, runs, phrases, offices, cues };
  return { ...unnamed, names: findNames(unnamed) };
}

/**
 * Finishes a document, once it is known whom its names stand for: mentions, people followed through pronouns and
 * offices, quotations with their sources, events with agents and patients, and for every token its voice and clause.
 *
 * @param named where the article names members of the cast, in the order of the text
 */
export function finish(read: Draft, cast: Cast, named: readonly MemberMention[]): Doc {
  const { article, prose, paragraphs, furniture, headlineInText, terms, words, cut } = read;
  const { naming, people, attributed } = readSpeech(read, cast, named);
  const { mentions } = naming;
  const { quotations } = attributed;
  const events = findEvents(read, naming, people, quotations);
  const appraisals = findAppraisals(read, naming, events);

  const { sentences, sentenceOf: sentence, start, end, pos, negated } = cut;
  const lines = lineStarts(article.text);
  const tokens = {
    length: cut.text.length,
    start,
    end,
    pos,
    negated,
    text: asWritten(cut, prose, article.text),
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
    named,
    terms,
    quotations,
    people,
    events,
    appraisals,
    furniture,
    lines,
    headlineInText,
    tokenAt: offset => Math.max(0, lowerBound(start.length, i => start[i] as number, offset + 1) - 1),
    placeOf: offset => placeAt(lines, article.firstLine, offset),
  };
}

/** Who says what: the people of the text, and what is attributed to whom. */
export function readSpeech(
  read: Draft,
  cast: Cast,
  named: readonly MemberMention[],
): {
  readonly naming: Naming;
  readonly people: readonly PersonReference[];
  readonly attributed: Attributed;
} {
  const { cues, runs } = read;
  const naming = new Naming(read, cast, named);
  const speech = { ...read, naming };
  // Before attributions: only somebody who acts can wish or refuse.
  const speaking = new Set(cues.flatMap(among => among.map(({ group }) => group)));
  const followed = resolveCoreference(speech, token => speaking.has(token));
  const attributed = findAttributions(speech, cues, followed);
  const people = followed.references.map(({ first, last, person: { name, member, party }, pronoun }) => ({
    span: runs.spanOf(first, last),
    name,
    pronoun,
    ...(member !== undefined && { member }),
    ...(party !== undefined && { party }),
  }));
  return { naming, people, attributed };
}

/** The tokens as they stand in the article, where a mark or a letter was set anew for the tagger. */
function asWritten({ text, start, end }: Cut, prose: string, written: string): readonly string[] {
  if (prose === written) return text;
  return text.map((word, i) =>
    end[i] === (start[i] as number) + word.length && written.startsWith(word, start[i])
      ? word
      : written.slice(start[i] as number, end[i] as number),
  );
}

function lineStarts(text: string): number[] {
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  return lines;
}
