import type { Observation, Pass } from '../model/evidence.js';

const OF_MENTIONS = { of: 'party', kind: 'share', voices: 'any' } as const;

export const visibility: Pass = {
  name: 'visibility',
  question: 'Who is mentioned, and how early?',
  method:
    'Who is mentioned is a member of the story’s cast, found in its articles and in the parties lexicons, and counts for the ' +
    'side that it belongs to. A side’s value is its share of all mentions that count for anybody; of those in the headline; of those in the first paragraph; and how often it ' +
    'is the first that an article names.',
  limits:
    'Pronouns are not counted. Whoever belongs to no side and is none is not counted. Names of countries count wherever they ' +
    'stand, also as places; capitals only where they can stand for the government.',
  reference:
    'Standing: Gamson and Modigliani (1989), AJS 95(1); Ferree et al. (2002), Shaping Abortion Discourse.',
  measures: [
    {
      id: 'visibility.mentions',
      title: 'share of mentions',
      ...OF_MENTIONS,
      per: 'mention',
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
      ...OF_MENTIONS,
      per: 'peer',
      shown: { finding: false, line: 'in the headline' },
      says: false,
    },
    {
      id: 'visibility.lede',
      title: 'share of mentions in the lede',
      ...OF_MENTIONS,
      per: 'peer',
      shown: { finding: false, line: false },
      says: false,
    },
    {
      id: 'visibility.first',
      title: 'share of articles that name it first',
      ...OF_MENTIONS,
      per: 'article',
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
