import { describe, expect, it } from 'vitest';
import { lexiconsWith, marked, observed } from '../helpers.js';

const PARTIES = `
kind: parties
id: two
title: Two parties
parties:
  - { id: east, name: Eastland, names: [Eastland, Eastland United] }
  - { id: west, name: Westland, names: [Westland] }
`;

/**
 * `[word|party weight]`: this word counts so much toward this party. A valence of 5 is a weight of 1; AFINN-165 has brave
 * at 2, terrible, loves at 3 (or -3), won at 3.
 */
const POLARITY: Readonly<Record<string, readonly string[]>> = {
  'beside a party': [
    'Eastland is [brave|east +0.40].',
    'A [terrible|east -0.60] storm hit Eastland.',
    'The table is long.',
    'Eastland is flat.',
  ],
  'turned and halved under negation': [
    'Eastland is not [brave|east -0.20].',
    'Eastland was never [terrible|east +0.30].',
  ],
  'shared by the words of one clause': ['[Brave|east +0.20] Eastland [won|east +0.30].'],
  'toward each party in the clause': ['Eastland [loves|east +0.60 & west +0.60] Westland.'],
  'but not beyond its clause': [
    'Eastland was flat; the [terrible|west -0.60] storm hit Westland.',
    'Eastland slept, while a [terrible|west -0.60] storm hit Westland.',
    'Eastland slept because Westland was [brave|west +0.40].',
    'Eastland slept. A terrible storm came.',
  ],
  'but not from another voice': [
    'Eastland called the plan “terrible”.',
    'Eastland said that the storm was terrible.',
    '“The storm was terrible,” said Eastland.',
  ],
  'in the voice of both word and party': ['Eastland said that Westland was [terrible|west -0.60].'],
  'but not inside a party’s own name': ['Eastland United is flat.'],
};

describe('sentiment', () => {
  for (const [rule, sentences] of Object.entries(POLARITY))
    it.each(sentences)(`counts a word ${rule}: %s`, async sentence => {
      const { text, expected } = marked(sentence);
      const seen = observed(text, 'sentiment.polarity', await lexiconsWith(PARTIES));
      const signed = (weight: number): string => `${weight < 0 ? '-' : '+'}${Math.abs(weight).toFixed(2)}`;
      expect(seen.map(each => `${each.text}: ${each.subject} ${signed(each.weight)}`).sort()).toEqual(
        expected.sort(),
      );
      for (const { label, weight } of seen) expect(label).toBe(weight < 0 ? 'negative' : 'positive');
    });

  it('takes the project’s valence over the general list’s, longest form first', async () => {
    const given = await lexiconsWith(
      PARTIES,
      `
kind: polarity
id: own
title: Own words
words:
  - { id: grand, valence: 5, source: Invented, forms: [grand bargain] }
  - { id: plain, valence: 0, source: Invented, forms: [grand bargain basement] }
`,
    );
    const weights = (text: string): number[] =>
      observed(text, 'sentiment.polarity', given).map(({ weight }) => weight);
    expect(weights('Eastland is a grand bargain.')).toEqual([1]);
    expect(weights('Eastland has a grand bargain basement.')).toEqual([]);
  });

  it('lists a word under negation as such', async () => {
    const terms = observed(
      'Eastland is not brave. Westland is brave.',
      'sentiment.polarity',
      await lexiconsWith(PARTIES),
    ).map(({ term }) => term);
    expect(terms).toEqual(['not brave', 'brave']);
  });

  it('says of its measure that it is too weak for a verdict', async () => {
    const { sentiment } = await import('../../src/passes/sentiment.js');
    expect(sentiment.measures.every(({ weak }) => weak !== undefined)).toBe(true);
  });
});
