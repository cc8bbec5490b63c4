import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../../src/documents.js';
import type { Lexicons } from '../../src/index.js';
import { sayingOf } from '../../src/model/saying.js';
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

  const groundsIn = (text: string, words: string) =>
    judged(text)
      .filter(each => each.text === words)
      .map(({ grounds }) => grounds);

  it.each([
    ['Eastland was accused of fraud.', 'Eastland', 'judged by others'],
    ['The governor attacked Eastland for its cowardice.', 'Eastland', 'judged by others'],
    ['The governor attacked Mirsol for his cowardice.', 'Mirsol', 'person of it'],
    ['Deputies were harshly critical of Eastland.', 'Eastland', 'judged by others'],
    ['The governor called Eastland a corrupt bully.', 'Eastland', 'judged by others'],
    ['The governor lied to the court, and Eastland lied to its voters.', 'Eastland', 'own deed'],
    ['Eastland tried to mislead the inspectors.', 'Eastland', 'own deed'],
    ['Voters were deceived by Eastland.', 'Eastland', 'own deed'],
    ['Eastland made terrible mistakes.', 'Eastland', 'said to be'],
    ['The deputies slammed the disastrous plan of Eastland.', 'Eastland', 'what it has'],
    ['The mayor called Eastland’s claims “dishonest.”', 'Eastland', 'what it has'],
    ['Eastland and Westland lied to the court.', 'Eastland', 'own deed'],
    ['The Eastland government lied to the court.', 'Eastland', 'own deed'],
    ['Eastland was reckless and dishonest.', 'Eastland', 'said to be'],
    ['The farmers are tired of the lies of Eastland.', 'Eastland', 'said to be'],
    ['Deputies accused Eastland of deceiving the court.', 'Eastland', 'judged by others'],
    [
      'Deputies accused Eastland of knowingly and openly deceiving the court.',
      'Eastland',
      'judged by others',
    ],
    ['Deputies accused Eastland of trying to deceive the court.', 'Eastland', 'judged by others'],
    ['Deputies accused Eastland of seeking war and misleading the court.', 'Eastland', 'judged by others'],
    ['Deputies called on Eastland to resign.', 'Eastland', 'judged by others'],
    ['Eastland drew criticism over the tax.', 'Eastland', 'judged by others'],
    ['The speech by Eastland was reckless.', 'Eastland', 'what it has'],
    ['More than 40 percent of voters blame Eastland.', 'Eastland', 'judged by others'],
    ['It was a gift to the disgraced Mirsol.', 'Mirsol', 'person of it'],
    ['Without a doubt Eastland lied to its voters.', 'Eastland', 'own deed'],
  ])('says how “%s” binds what judges to %s: %s', (text, words, grounds) => {
    expect(groundsIn(text, words)).toEqual([grounds]);
  });

  it.each([
    ['denial', 'The clerks found no evidence that Eastland lied to its voters.', 'Eastland'],
    ['acquittal', 'The court cleared Mirsol of fraud.', 'Mirsol'],
    ['denied blame', 'The report debunked accusations against Eastland.', 'Eastland'],
    ['defence', 'Mirsol said that he had never lied.', 'he'],
    ['accuser', 'Mirsol accused the governor of lying to the court.', 'Mirsol'],
    ['accuser in the passive', 'The governor drew criticism from Eastland.', 'Eastland'],
    ['condition', 'If Eastland lied, the talks are over.', 'Eastland'],
    ['possibility', 'Eastland could betray its voters.', 'Eastland'],
    ['wish', 'The governor wants Eastland to fail.', 'Eastland'],
    ['question', 'Has Eastland lied to its voters?', 'Eastland'],
    ['whose questions', 'The letters about Eastland misled the court.', 'Eastland'],
    [
      'somebody else’s blame',
      'The governor slammed deputies for bad reports on the trade of Eastland.',
      'Eastland',
    ],
    ['condition', 'If the letters are true, then Eastland lied to its voters.', 'Eastland'],
    ['wish', 'The governor declined to endorse Mirsol.', 'Mirsol'],
    ['somebody else', 'The governor praised Mirsol’s rivals.', 'Mirsol'],
    ['contest', 'It was her second campaign against Mirsol.', 'Mirsol'],
    ['victim', 'The governor demonized Eastland.', 'Eastland'],
    ['victim', 'Eastland is being robbed, beaten, and persecuted.', 'Eastland'],
    ['whose aide', 'The aide of Eastland’s governor lied to the court.', 'Eastland'],
    ['party of somebody named', 'Tom Hale, an Eastland deputy, lied to the court.', 'Eastland'],
    ['one of it', 'The Eastland nominee lied to the court.', 'Eastland'],
    ['denial', 'Eastland has denied meddling in the vote.', 'Eastland'],
    ['whose endorsement', 'The governor withdrew his endorsement of Eastland.', 'Eastland'],
    ['another’s deed', 'The mayor was fired for misleading Mirsol about the call.', 'Mirsol'],
    ['another noun', 'This is a sham lawsuit about a bogus Eastish collusion claim.', 'Eastish'],
    ['another’s meeting', 'The mayor became embroiled in the Eastland inquiry.', 'Eastland'],
    ['another noun', 'The clerk wore a hideous Eastland hat.', 'Eastland'],
    [
      'comparison',
      'Half of the voters hold the mayor responsible, compared with a third who blame Eastland.',
      'Eastland',
    ],
    ['comparison', 'More voters trust the mayor than blame Eastland.', 'Eastland'],
    ['comparison', 'Twice as many blame the mayor, compared to those who criticize Eastland.', 'Eastland'],
    ['comparison', 'Fewer farmers accuse the mayor than accuse Eastland.', 'Eastland'],
    ['few', 'Only 8 percent have a negative view of Eastland.', 'Eastland'],
    ['setting', 'When Mirsol pleaded guilty, the clerks said nothing of his passport.', 'Mirsol'],
    ['setting', 'After Mirsol pleaded guilty, the inquiry went on.', 'Mirsol'],
    ['setting', 'While Eastland angered some voters, it pleased others.', 'Eastland'],
    ['setting', 'Although Eastland’s remarks angered farmers, they may have pleased crews.', 'Eastland'],
    ['setting', 'Since Eastland lied to the court, the talks have rested.', 'Eastland'],
    ['whose leaders', 'The governor praised Eastland Labour leaders.', 'Eastland'],
    ['sense', 'Two clerks are vying to succeed Mirsol.', 'Mirsol'],
    ['sense', 'Eastland reported forty positive cases.', 'Eastland'],
  ])('binds nothing in a case of %s: %s', (_, text, words) => {
    for (const grounds of groundsIn(text, words)) expect(grounds).toBe('words around');
    expect(groundsIn(text, words)).not.toEqual([]);
  });

  it('says where the judgement is not the outlet’s but that of those of whom it tells', async () => {
    const { sentiment } = await import('../../src/passes/sentiment.js');
    const [polarity] = sentiment.measures;
    const told = (text: string) => {
      const seen = judged(text).find(each => each.text === 'Eastland');
      if (seen === undefined || typeof polarity?.says !== 'function') return [];
      return [polarity.shown?.note?.(seen), polarity.says(seen, { subject: '', label: '', favours: '' })];
    };
    expect(told('The governor criticized Eastland.')).toEqual([
      'as others judge it',
      expect.stringContaining('as others judge it'),
    ]);
    expect(told('Eastland lied to its voters.')).toEqual([
      undefined,
      expect.not.stringContaining('as others judge it'),
    ]);
  });

  it('calls a group of the story by its own name where a concept has the same id', async () => {
    const { sentiment } = await import('../../src/passes/sentiment.js');
    const [polarity] = sentiment.measures;
    const [concept = ''] = given.concepts.keys();
    const name = 'Crews of the ferry';
    const parties = new Map(given.parties).set(concept, {
      id: concept,
      name,
      kind: 'group',
      collective: false,
    });
    const seen = {
      measure: 'sentiment.polarity',
      subject: concept,
      term: '',
      span: { start: 0, end: 1 },
      weight: 1,
    };
    expect(polarity && sayingOf(seen, polarity, { concepts: given.concepts, parties })?.subject).toBe(name);
  });

  it('sets what a pronoun leads to apart', () => {
    const text = 'Mirsol spoke on Monday. He was reckless and dishonest, deputies noted.';
    const doc = parse(article(text), given);
    const start = text.indexOf('He ');
    const judge = Classifier.of(given).reader(doc, given);
    expect(judge.explain({ start, end: start + 2 }, 0.03).grounds).toBe('pronoun');
  });

  it('binds the same to either of two parties', () => {
    const text = 'The deputies called Eastland a liar, and Westland misled the court.';
    const grounds = (each: string) => judged(each).map(seen => [seen.subject, seen.grounds, seen.weight]);
    const other = { east: 'west', west: 'east' } as const;
    const swapped = text.replace(/(East|West)land/g, name => (name === 'Eastland' ? 'Westland' : 'Eastland'));
    expect(grounds(swapped)).toEqual(
      grounds(text).map(([subject, ...rest]) => [other[subject as 'east' | 'west'], ...rest]),
    );
  });
});
