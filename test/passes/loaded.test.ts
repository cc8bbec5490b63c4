import { describe, expect, it } from 'vitest';
import { analysed, article, lexicons, lexiconsWith, observed } from '../helpers.js';

/** Loaded words of a text, with their voice where it is not the outlet's. */
const seen = async (text: string, given = lexicons()): Promise<string[]> =>
  observed(text, 'loaded.words', await given).map(({ term, voice }) =>
    voice === 'outlet' ? term : `${term} (${voice})`,
  );

describe('words that judge', () => {
  it.each([
    ['Soldiers massacred the villagers near the mill.', ['massacred']],
    ['The regime sent a note to the harbour board.', ['regime']],
    ['The so-called ministry of bridges opened on Monday.', ['so-called']],
    ['The self-proclaimed mayor spoke for an hour.', ['self-proclaimed']],
    ['The mill went back to its rightful owners.', ['rightful']],
    ['The disgraceful vote took an hour.', ['disgraceful']],
    ['Sadly, the ferry did not sail.', ['sadly']],
    ['A cabal of cronies runs the harbour.', ['cabal', 'cronies']],
    ['Gangs of thugs burned the mill.', ['thugs']],
  ])('%s', async (text, expected) => {
    expect(await seen(text)).toEqual(expect.arrayContaining(expected));
  });
});

describe('words that are only grave, and words that only look like judging', () => {
  it.each([
    'Three people were killed in the war on Monday.',
    'Shelling wounded two villagers and destroyed a school.',
    'The attack on the village left nine dead, police said.',
    'Rockets hit the town; a family of four died in the fire.',
    'The famine and the epidemic followed the earthquake.',
    'Soldiers shot two men dead near the border during the siege.',
    'The court convicted him of murder and rape.',
    'The fighting has claimed some 400 lives since May.',
    'The storm claimed the lives of three sailors.',
    'The village lies north of the river.',
    'She filed an insurance claim in March.',
    'The Holy Saviour church stands near the market.',
    'The Justice Department did not answer.',
    'The self-imposed deadline is in May.',
    'The council met on Tuesday and voted to repair the bridge.',
  ])('%s', async text => {
    expect(await seen(text)).toEqual([]);
  });
});

it('keeps what others say apart', async () => {
  expect(await seen('“The regime is vile,” Ada Moss said.')).toEqual(['regime (direct)', 'vile (direct)']);
});

it('counts a listed phrase once, whole, and says why', async () => {
  const [first, ...rest] = observed('The kangaroo court met on Monday.', 'loaded.words', await lexicons());
  expect([first?.term, first?.label, rest.length]).toEqual(['kangaroo court', 'outright', 0]);
});

it('says of a word that no lexicon lists what speaks for it', async () => {
  const found = observed(
    'The smarmy, conniving and hapless mayor ranted and blathered on for an hour.',
    'loaded.words',
    await lexicons(),
  );
  for (const { label } of found) expect(label).toMatch(/^(?:[a-z-]+|by context: .+)$/);
  expect(found.length).toBeGreaterThan(2);
});

it('is reckoned against all words of the same voice', async () => {
  const { measured } = analysed(article('The regime met. “We are here,” Ada Moss said.'), await lexicons());
  const words = (voice: string): number =>
    (measured.denominators.get(`word\t\t\t${voice}`) ?? []).reduce((sum, { units }) => sum + units, 0);
  expect([words('outlet'), words('direct')]).toEqual([6, 3]);
});

it('takes no notice of who is named', async () => {
  const party = (id: string, name: string) => `
      - id: ${id}
        name: ${name}
        names: [${name}]`;
  const given = lexiconsWith(`
    kind: parties
    id: invented
    title: Invented
    parties:${party('one', 'Oldland')}${party('two', 'Newland')}
    collectives: []`);
  const text = (a: string, b: string) =>
    `The ${a} regime slammed ${b}, whose goons rampaged through ${a} again.`;
  const [there, back] = [
    await seen(text('Oldland', 'Newland'), given),
    await seen(text('Newland', 'Oldland'), given),
  ];
  expect(there).toEqual(back);
  expect(there).toContain('regime');
});

it('counts a word of one’s own lexicon that always judges, and silences another', async () => {
  const given = lexiconsWith(`
    kind: loaded
    id: mine
    title: Mine
    classes:
      - id: ferry-talk
        always: true
        source: invented
        forms: [rust bucket]
        examples: ["The [rust bucket|ferry-talk] sailed.", "The ferry sailed."]
      - id: stage
        judges: false
        source: invented
        forms: [tyrant king]
        examples: ["The [tyrant king|stage] opens in May.", "The king opens it."]`);
  expect(await seen('The rust bucket sailed. The tyrant king is played on Friday.', given)).toEqual([
    'rust bucket',
  ]);
});

describe('the grounds of a loaded word', () => {
  const grounds = async (text: string): Promise<string[]> =>
    observed(text, 'loaded.words', await lexicons()).map(each => `${each.term}: ${each.grounds}`);

  it.each([
    ['The regime sent a note.', 'regime: clear, own words'],
    ['“The regime sent a note,” Ada Moss said.', 'regime: clear, quoted'],
    ['Vladimir Putin said that the regime had sent a note.', 'regime: clear, reported by a person'],
    ['A report said that the regime had sent a note.', 'regime: in reported speech'],
    ['Ada Moss accused the mayor of barbaric acts.', 'barbaric: in reported speech'],
    ['Ada Moss called the mayor a thug.', 'thug: in reported speech'],
    ['The regime sent a note.” Nobody answered.', 'regime: unclear whose words'],
    [
      '“The town is calm. People say, ‘The regime lost,’ and laugh,” Ada Moss said.',
      'regime: unclear whose words',
    ],
    ['You all know the regime.', 'regime: unclear whose words'],
  ])('say whose word it is, and how sure that is: %s', async (text, expected) => {
    expect(await grounds(text)).toContain(expected);
  });

  it.each([
    'The illegal crossing was closed.',
    'The lame duck session began.',
    'They met at the baggage claim.',
  ])('takes a plain sense for none: %s', async text => {
    expect(await grounds(text)).toEqual([]);
  });
});
