import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../../src/documents.js';
import type { Lexicons } from '../../src/index.js';
import { Classifier } from '../../src/sentiment/classifier.js';
import { article, lexiconsWith, observed } from '../helpers.js';

const PARTIES = `
kind: parties
id: two
title: Two parties
parties:
  - id: east
    name: Eastland
    names: [Eastland, Greater Eastland Union]
    demonyms: [Eastish]
    people: [{ name: Tevan Mirsol, role: official, office: minister, forms: [Tevan Mirsol, Mirsol] }]
  - { id: west, name: Westland, names: [Westland], demonyms: [Westish] }
`;

let given: Lexicons;
beforeAll(async () => {
  given = await lexiconsWith(PARTIES);
});

const judged = (text: string) => observed(text, 'sentiment.polarity', given);
const polarityOf = (text: string, party: string): number =>
  judged(text).find(({ subject }) => subject === party)?.weight ?? Number.NaN;

describe('sentiment', () => {
  it.each([
    ['Eastland is brave and generous.', 'Eastland is cruel and corrupt.'],
    ['Mirsol was praised for his honesty.', 'Mirsol was accused of fraud.'],
    ['Eastland saved hundreds of lives.', 'Eastland slaughtered hundreds of villagers.'],
    ['Observers welcomed the courage of Eastland.', 'Observers condemned the brutality of Eastland.'],
    ['Critics admire Mirsol.', 'Critics despise Mirsol.'],
  ])('is kinder in “%s” than in “%s”', (kind, harsh) => {
    expect(polarityOf(kind, 'east')).toBeGreaterThan(0.1);
    expect(polarityOf(harsh, 'east')).toBeLessThan(-0.1);
  });

  it.each([
    'Eastland brutally attacked Westland.',
    'Corrupt Eastland betrayed honest Westland.',
    'Westland was betrayed by brutal Eastland.',
  ])('tells the two parties of one sentence apart: %s', text => {
    expect(polarityOf(text, 'east')).toBeLessThan(polarityOf(text, 'west'));
  });

  it('is near neutral where nothing is said of the party', () => {
    for (const text of ['Eastland lies north of Westland.', 'The talks with Eastland begin on Monday.'])
      expect(Math.abs(polarityOf(text, 'east'))).toBeLessThan(0.35);
  });

  it('judges a pronoun that leads back to somebody of a party, and counts it in the sum only', () => {
    const text =
      'Mirsol, the Eastish minister, spoke on Monday. He is a cruel and corrupt liar, Westland noted.';
    const pronoun = judged(text).find(each => each.text === 'He');
    expect(pronoun).toMatchObject({ subject: 'east', label: 'negative' });
    expect(observed(text, 'sentiment.portrayal', given).some(each => each.text === 'He')).toBe(false);
  });

  it('counts an office that names the party once', () => {
    const text = 'Mirsol, the Eastish minister, spoke on Monday. The talks with the Eastish minister failed.';
    const second = judged(text).filter(({ span }) => span.start > text.indexOf('The talks'));
    expect(second.map(each => each.text)).toEqual(['Eastish']);
  });

  it('keeps the voices apart', () => {
    const [own, quoted] = judged('Eastland is brave. “Eastland is a cruel liar,” said a rival.');
    expect([own?.voice, quoted?.voice]).toEqual(['outlet', 'direct']);
  });

  it('never gets a verdict from one voice alone', async () => {
    const { sentiment } = await import('../../src/passes/sentiment.js');
    const [polarity, portrayal] = sentiment.measures;
    expect(polarity?.weak).toBeDefined();
    expect(portrayal?.toldIf).toEqual({ measure: 'sentiment.polarity', sumsDiffer: 7.5 });
  });
});

describe('what made a polarity', () => {
  const words = fc.constantFrom(
    ...'brave cruel attacked praised the a of and corrupt peace talks villagers killed was not “ ” , said helped Westland'.split(
      ' ',
    ),
  );
  const sentence = fc
    .array(words, { minLength: 2, maxLength: 25 })
    .map(some => `Eastland ${some.join(' ')} Eastland.`);

  it('adds up to it, and the three probabilities to 1', () => {
    fc.assert(
      fc.property(sentence, text => {
        const doc = parse(article(text), given);
        const { judge, explain } = Classifier.of(given).reader(doc, given);
        for (const { span } of doc.mentions) {
          const { negative, neutral, positive, polarity, shares } = explain(span, 0);
          expect(judge(span).polarity).toBe(polarity);
          expect(negative + neutral + positive).toBeCloseTo(1, 9);
          expect(polarity).toBeCloseTo(positive - negative, 9);
          expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(polarity, 9);
        }
        for (const { weight, shares = [] } of judged(text))
          expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(weight, 9);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('is told word by word, with the features that a word came in through', () => {
    const [mention] = judged('Eastland slaughtered the villagers.');
    const [first] = mention?.shares ?? [];
    expect(first).toMatchObject({ term: 'slaughtered', span: { start: 9, end: 20 } });
    expect(first?.share).toBeLessThan(0);
    expect(first?.features.some(feature => feature.includes('agent'))).toBe(true);
  });
});

describe('blindness to names', () => {
  it('gives every name the same, however long it is and whatever it means', () => {
    const frame = (name: string): string => `Officials said that ${name} had cruelly betrayed the villagers.`;
    const [first, ...others] = ['Eastland', 'Westland', 'Greater Eastland Union', 'Tevan Mirsol'].map(name =>
      judged(frame(name)).map(({ weight }) => weight),
    );
    expect(first).toHaveLength(1);
    for (const other of others) expect(other).toEqual(first);
  });

  it('takes no account of who else is named', () => {
    const beside = (name: string): number => polarityOf(`Eastland praised ${name} on Monday.`, 'east');
    expect(beside('Westland')).toBe(beside('Anna Brown'));
    expect(beside('Westland')).toBe(beside('Villainia'));
  });

  it('has no name among the words that it weighs', () => {
    for (const word of [
      'obama',
      'trump',
      'clinton',
      'russia',
      'russian',
      'armenian',
      'moscow',
      'ukraine',
      'israel',
    ])
      expect(Object.hasOwn(given.sentiment.words, word), word).toBe(false);
  });
});
