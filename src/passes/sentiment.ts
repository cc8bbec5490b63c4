import type { Doc } from '../model/doc.js';
import type { Observation, Pass } from '../model/evidence.js';
import type { Lexicons } from '../model/lexicon.js';

/** A polarity word in its clause; `valence` in [-1, 1], turned and halved where it is negated. */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly voice: number;
  readonly valence: number;
}

export const sentiment: Pass = {
  name: 'sentiment',
  question: 'How is each party evaluated where it is mentioned?',
  method:
    'The polarity words (AFINN-165 and the polarity lexicons) that stand in the clause of a mention; a word under ' +
    'negation counts half, with its sign turned, and is listed with “not”; words in another voice than the mention do ' +
    'not count. A mention’s polarity is the mean of those words on a scale from -1 to 1, or 0 without any; a party’s ' +
    'value is the mean over its mentions.',
  limits:
    'A first, weak measure: it sees whether the words around a name are grim or kind, not whether they are said of ' +
    'the party. A victim scores as low as a culprit. Over 203 stories told by three outlets each, scores of this ' +
    'kind order two outlets no better than a coin (.489). Do not read a stance from it.',
  reference:
    'Valences: Nielsen (2011), A new ANEW. Negation: Taboada et al. (2011), Computational Linguistics 37(2).',
  measures: [
    {
      id: 'sentiment.polarity',
      title: 'mean polarity of mentions',
      of: 'party',
      per: 'own mention',
      kind: 'mean',
      voices: 'split',
      weak: 'the measure orders two outlets no better than a coin',
    },
  ],
  *observe(doc, lexicons): Generator<Observation> {
    const clauses = wordsByClause(doc, lexicons);
    for (const { party, span } of doc.mentions) {
      const clause = doc.tokens.clause[doc.tokenAt(span.start)] as number;
      const voice = doc.tokens.voice[doc.tokenAt(span.start)] as number;
      const words = (clauses.get(clause) ?? []).filter(word => word.voice === voice);
      for (const { start, end, form, valence } of words)
        yield {
          measure: 'sentiment.polarity',
          subject: party,
          term: form,
          label: valence < 0 ? 'negative' : 'positive',
          span: { start, end },
          weight: valence / words.length,
        };
    }
  },
};

function wordsByClause(doc: Doc, lexicons: Lexicons): Map<number, Word[]> {
  const clauses = new Map<number, Word[]>();
  // Words inside a name ("United Nations") are no evaluation.
  const inName = new Set<number>();
  for (const { span } of doc.mentions)
    for (
      let i = doc.tokenAt(span.start);
      i < doc.tokens.length && (doc.tokens.start[i] as number) < span.end;
      i++
    )
      inName.add(i);
  for (const { from, to } of doc.sentences)
    for (const { start, end, form, value } of lexicons.polarity.find(doc.words, from, to)) {
      if (value.valence === 0) continue;
      const token = doc.tokenAt(start);
      if (inName.has(token)) continue;
      const clause = doc.tokens.clause[token] as number;
      const negated = doc.tokens.negated[token] === true;
      const valence = (value.valence / 5) * (negated ? -0.5 : 1);
      const words = clauses.get(clause);
      const word = {
        start,
        end,
        form: negated ? `not ${form}` : form,
        voice: doc.tokens.voice[token] as number,
        valence,
      };
      if (words === undefined) clauses.set(clause, [word]);
      else words.push(word);
    }
  return clauses;
}
