/** To whom the people of a story belong, for whom they speak, and whom *he* and *she* mean. All of it is invented. */
import { describe, expect, it } from 'vitest';
import { calls, member, pronouns, speakers, type Told, told } from './stories.js';

/** Belongs to, by the words of a text. */
interface Belongs {
  readonly party?: string;
  readonly body?: string;
  readonly country?: string;
}

const belongs = async (id: string, ...texts: readonly Told[]): Promise<Belongs> => {
  const { party, body, country } = member(await told(...texts), id);
  return {
    ...(party !== undefined && { party }),
    ...(body !== undefined && { body }),
    ...(country !== undefined && { country }),
  };
};

const REPUBLICANS = { party: 'us-republican-party' };
const DEMOCRATS = { party: 'us-democratic-party' };
const GUILD = { body: 'harbour-guild' };

describe('what a text says of somebody', () => {
  it.each<[string, Belongs]>([
    ['Sen. John Fenn (R-Ohio) said it was late.', REPUBLICANS],
    ['Rep. John Fenn, D-Calif., said it was late.', DEMOCRATS],
    ['John Fenn (D) said it was late.', DEMOCRATS],
    ['John Fenn, Republican of Ohio, said it was late.', REPUBLICANS],
    ['John Fenn, a Democrat, said it was late.', DEMOCRATS],
    ['The Labour MP John Fenn said it was late.', { party: 'uk-labour-party' }],
    ['Mongolia’s foreign minister, John Fenn, said it was late.', { country: 'mongolia' }],
    ['The Mongolian president, John Fenn, said it was late.', { country: 'mongolia' }],
    ['President John Fenn of Mongolia said it was late.', { country: 'mongolia' }],
    ['John Fenn, a spokesman for the Harbour Guild, said it was late. The Harbour Guild left.', GUILD],
    ['John Fenn, president of the Harbour Guild, said it was late. The Harbour Guild left.', GUILD],
    ['Harbour Guild president John Fenn said it was late. The Harbour Guild left.', GUILD],
    ['John Fenn, a former French ambassador to Russia, said it was late. Russia refused. France left.', {}],
    ['Former French ambassador to Russia John Fenn said it was late. Russia refused. France left.', {}],
    ['John Fenn, a former president of Mongolia, said it was late. Mongolia refused.', {}],
  ])('%s', async (text, expected) => {
    expect(await belongs('john-fenn', text)).toEqual(expected);
    // What one article says holds in the other.
    expect(await belongs('john-fenn', 'Mr. Fenn said it was early.', text)).toEqual(expected);
  });

  it('the body whose name begins with a people', async () => {
    const story = await told(
      'American Association of Bakers president John Fenn said bread was dear.',
      'The American Association of Bakers said it would march.',
    );
    expect(member(story, 'john-fenn').body).toBe('american-association-of-bakers');
    expect(calls(story, 'country')).toEqual({});
  });

  it('counts for the speech of all outlets', async () => {
    const story = await told('Sen. John Fenn (R-Ohio) said it was late.', 'John Fenn said it was early.');
    expect(speakers(story)).toEqual([
      'John Fenn, us-republican-party, us-republican-party',
      'John Fenn, us-republican-party, us-republican-party',
    ]);
  });
});

describe('they', () => {
  it('are nobody of another sentence where their own has a subject', async () => {
    const story = await told(
      'The Republican Party met on Monday. Clerks sealed the file because they feared that it would be read.',
    );
    expect(speakers(story).at(-1)).toBe('somebody, none, none');
  });
});

describe('terms of office', () => {
  const text = 'David Cameron said Britain would pay. Russia attacked Ukraine. Ukraine refused.';

  it.each([
    ['2014-05-01', 'united-kingdom'],
    ['2019-05-01', 'uk-conservative-party'],
  ])('on %s, somebody counts for %s', async (date, side) => {
    const story = await told({ text, date });
    expect(member(story, 'david-cameron')).toMatchObject({ side, country: 'united-kingdom' });
    // In office he does not speak for his party.
    const party = side === 'uk-conservative-party' ? side : 'none';
    expect(speakers(story)[0]).toBe(`David Cameron, ${side}, ${party}`);
  });
});

describe('levels', () => {
  const COUNTRIES = [
    'Mongolia sent ships. Botswana protested. Mongolia’s president Anna Dorn said it was late. President Dorn left.',
    'Botswana’s president Paul Brandt said it was early. Mr. Brandt left. Mongolia replied. Botswana answered.',
  ];

  it('office-holders count for countries that act', async () => {
    const story = await told(...COUNTRIES);
    expect([story.cast.level, story.cast.sides.toSorted()]).toEqual(['countries', ['botswana', 'mongolia']]);
    expect(speakers(story)).toEqual(['Anna Dorn, mongolia, none', 'Paul Brandt, botswana, none']);
  });

  it('somebody without an office counts for no country', async () => {
    const story = await told(
      ...COUNTRIES,
      'Mongolian singer Mary Keller said it was late. Mary Keller, a Mongolian baker, left.',
    );
    expect(member(story, 'mary-keller').country).toBe('mongolia');
    expect(member(story, 'mary-keller').side).not.toBe('mongolia');
  });

  it('at home people and parties are the sides', async () => {
    const story = await told(
      'Mary Moss (R-Ohio) said it was late. Moss left. Ms. Moss laughed. John Fenn (D-Calif.) said it was early. Fenn left.',
      'Moss refused. Mr. Fenn spoke. Paul Brandt, a Democrat, said it was late. Republicans left. Democrats stayed.',
    );
    expect(story.cast.level).toBe('people');
    expect(story.cast.sides.slice(0, 2)).toEqual(['mary-moss', 'john-fenn']);
    expect(member(story, 'paul-brandt').side).toBe('us-democratic-party');
    expect(speakers(story)).toEqual([
      'Mary Moss, mary-moss, us-republican-party',
      'John Fenn, john-fenn, us-democratic-party',
      'Paul Brandt, us-democratic-party, us-democratic-party',
    ]);
  });
});

describe('he and she', () => {
  it.each<[what: string, text: string, expected: readonly string[]]>([
    ['by the title', 'Mr. Tevan Mirsol spoke. Ms. Kevan Dirsol spoke. He left.', ['He: Tevan Mirsol']],
    ['by the given name', 'Mary Keller spoke. John Fenn spoke. She left.', ['She: Mary Keller']],
    [
      'by an earlier pronoun',
      'Senator Mirsol spoke. She left. Mr. Fenn waited. She ate.',
      ['She: Mirsol', 'She: Mirsol'],
    ],
    ['by an earlier pronoun, not the other', 'Senator Mirsol spoke. She left. He smiled.', ['She: Mirsol']],
    ['of two that fit, nobody', 'John Fenn and Paul Brandt talked. Fenn and Brandt walked. He smiled.', []],
    [
      'not whom the quotation names',
      'John Fenn arrived. “Paul Brandt is wrong,” he said. He left.',
      ['he: John Fenn', 'He: John Fenn'],
    ],
    ['not whom the quotation names, where nobody else is', '“Paul Brandt is wrong,” he said.', []],
    [
      'over a long quotation',
      'John Fenn opened the meeting. “The ferries are late. The crews are tired. The boats are old. The harbour is full. The weather is bad. Nobody pays. Nothing works,” he said.',
      ['he: John Fenn'],
    ],
    ['“of X, he said”', 'John Fenn spoke. Of Paul Brandt, he said little.', ['he: John Fenn']],
    [
      '“X, whom he called”',
      'John Fenn spoke. He met Paul Brandt, whom he called a friend.',
      ['He: John Fenn', 'he: John Fenn'],
    ],
    ['the subject ahead', 'Paul Brandt waited. After his speech, John Fenn left.', ['his: John Fenn']],
  ])('%s', async (_, text, expected) => expect(pronouns(await told(text))).toEqual(expected));

  it('somebody’s mother is another person, and speaks for herself', async () => {
    const story = await told('Mary Keller arrived. Her mother said it was late.');
    expect(pronouns(story)).toEqual(['Her: Mary Keller']);
    expect(speakers(story)).toEqual(['Her mother, none, none']);
  });

  it('who says something is the member that the pronoun means', async () => {
    const story = await told(
      'Mary Keller (D) arrived. “It is late,” she said.',
      'Keller waited. She said it was early.',
    );
    expect(speakers(story)).toEqual([
      'Mary Keller, us-democratic-party, us-democratic-party',
      'Mary Keller, us-democratic-party, us-democratic-party',
    ]);
  });
});
