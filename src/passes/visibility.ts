import type { Observation, Pass } from '../model/evidence.js';

export const visibility: Pass = {
  name: 'visibility',
  question: 'Who is mentioned, and how early?',
  method:
    'Parties are found by the names, demonyms, capitals, bodies and people of the parties lexicons. A party’s value is ' +
    'its share of all mentions of parties; of those in the headline; of those in the first paragraph; and how often it ' +
    'is the first party that an article names.',
  limits:
    'A party is seen only under its listed names; pronouns are not followed. Names of countries count wherever they ' +
    'stand, also as places; capitals only where they can stand for the government.',
  reference:
    'Standing: Gamson and Modigliani (1989), AJS 95(1); Ferree et al. (2002), Shaping Abortion Discourse.',
  measures: [
    {
      id: 'visibility.mentions',
      title: 'share of mentions',
      of: 'party',
      per: 'mention',
      kind: 'share',
      voices: 'split',
      shown: {
        overview: 'mentions of {subject}',
        least: 3,
        finding: '{subject} accounts for {figure} mentions of parties in the outlet’s own words',
        line: 'mentions of parties',
        role: false,
      },
      says: () => 'mentioned',
    },
    {
      id: 'visibility.headline',
      title: 'share of mentions in the headline',
      of: 'party',
      per: 'peer',
      kind: 'share',
      voices: 'any',
      shown: { finding: false, line: 'in the headline' },
      says: false,
    },
    {
      id: 'visibility.lede',
      title: 'share of mentions in the lede',
      of: 'party',
      per: 'peer',
      kind: 'share',
      voices: 'any',
      shown: { finding: false, line: false },
      says: false,
    },
    {
      id: 'visibility.first',
      title: 'share of articles that name it first',
      of: 'party',
      per: 'article',
      kind: 'share',
      voices: 'any',
      shown: { finding: false, line: false },
      says: () => 'the first party that the article names',
    },
  ],
  *observe(doc): Generator<Observation> {
    let first = true;
    for (const { party, span, sentence } of doc.mentions) {
      const term = doc.article.text.slice(span.start, span.end);
      const seen = { subject: party, term, span, weight: 1 };
      yield { measure: 'visibility.mentions', ...seen };
      const zone = doc.sentences[sentence]?.zone;
      if (zone === 'headline') yield { measure: 'visibility.headline', ...seen };
      if (zone === 'lede') yield { measure: 'visibility.lede', ...seen };
      if (first) yield { measure: 'visibility.first', ...seen };
      first = false;
    }
  },
};
