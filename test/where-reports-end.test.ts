import { describe, expect, it } from 'vitest';
import { statements } from './statements.js';

describe('what somebody left unsaid is told by the outlet', () => {
  it.each([
    ['but he didn’t address the demand for a second oven', ','],
    ['but declined to say when it would open', ','],
    ['though she would not give a date', ','],
    ['although he did not name the buyer', ','],
    ['and offered no proof', ' '],
    ['without giving a reason', ','],
  ])('%s', async (rest, mark) => {
    const text = `The town met. Ada Moss said the mill was sold${mark === ' ' ? '' : mark} ${rest}.`;
    expect(await statements(text)).toContain('Ada Moss | said | the mill was sold');
  });

  it.each([
    ['the mill was sold, but nobody paid for it'],
    ['the mill was sold without a permit'],
    ['the buyer was asked but he did not name a price'],
    ['the mill was sold and nobody paid for it'],
    ['the baker and his son did not want the mill'],
  ])('but not: %s', async said => {
    expect(await statements(`The town met. Ada Moss said ${said}.`)).toContain(`Ada Moss | said | ${said}`);
  });
});

describe('what stands before a reporting verb without being said', () => {
  const all = async (text: string): Promise<string> => (await statements(`The town met. ${text}`)).join('\n');

  it.each([
    'To justify the wall, Ada Moss insisted bakers, millers and smiths had asked for it.',
    'To calm the town, Ada Moss insisted bakers, guards and smiths had left.',
  ])('a purpose: %s', async text => expect(await all(text)).not.toMatch(/\| To /));

  it.each([
    'As hearings on Ada Moss concluded on Monday, it seemed likely that the mill would close.',
    'As the feast for the mayor concluded, it looked likely that the mill would close.',
  ])('a clause of time whose subject cannot speak: %s', async text => expect(await all(text)).toBe(''));

  it.each([
    'Asked by one of the bakers, “Is this the bread you want,” Tom Reed replied with a word: “Yup.”',
    'Asked by a guard at the gate, “Have you any bread with you,” Tom Reed answered: “None.”',
  ])('somebody else’s question: %s', async text => {
    expect(await all(text)).not.toMatch(/Tom Reed \| \w+ \| .*(?:Is this|Have you)/);
  });

  it.each([
    '“It will pass,” said Ada Moss, R-Hill, the third of the bakers said on Monday.',
    '“We all like the plan,” said Tom Reed, a smith, the head of the guild said on Monday.',
  ])('another’s tag: %s', async text => expect(await all(text)).not.toMatch(/\| said \| .* said /));
});

describe('who says it', () => {
  const said = async (text: string): Promise<string[]> => statements(`The town met. ${text}`);

  it.each([
    [
      'Bracing for a long winter, top bakers in the hill and valley said the mill was sold.',
      'top bakers in the hill and valley | said | the mill was sold',
    ],
    [
      'Meeting on Monday, guards from the mill and farm said the road was closed.',
      'guards from the mill and farm | said | the road was closed',
    ],
    ['The poll, taken on Monday, showed Ada Moss had the lead.', 'The poll | showed | Ada Moss had the lead'],
    [
      'The survey, paid for by the guild, showed Ada Moss was liked.',
      'The survey | showed | Ada Moss was liked',
    ],
    [
      'Tom Reed backed the council’s decision to sell the mill, saying he was tired.',
      'Tom Reed | saying | he was tired',
    ],
    [
      'The cable warned the office of Ada Moss that the town was unsafe.',
      'The cable | warned | that the town was unsafe',
    ],
  ])('%s', async (text, expected) => expect(await said(text)).toContain(expected));

  it.each([
    'The town found no reason to suggest Ada Moss sold the mill.',
    'The town had no cause to say Ada Moss sold the mill.',
  ])('nobody: %s', async text =>
    expect(await said(text)).not.toContainEqual(expect.stringMatching(/\| (?:suggest|say) \|/)),
  );

  it.each([
    [
      'In a letter on Monday, Ada Moss claimed, falsely, that the mill was hers.',
      'Ada Moss | claimed | that the mill was hers',
    ],
    [
      'Ada Moss and Tom Reed both said the mill was sold.',
      'Ada Moss and Tom Reed | said | the mill was sold',
    ],
    [
      'A poll released Monday from the Hill Guild found that most liked the mill.',
      'A poll | found | that most liked the mill',
    ],
  ])('%s', async (text, expected) => expect(await said(text)).toContain(expected));

  it('does not say what the main clause tells', async () => {
    expect(await said('In a note confirming the sale, the guild sought to calm the town.')).toEqual([]);
  });

  it('is not the thing that has a name', async () => {
    expect(await said('There is a film called “Dawn over the old mill” in the hall.')).toEqual([]);
    expect(await said('They sell a bread called “The long winter loaf” in the hall.')).toEqual([]);
  });

  it('is not the time before “that”', async () => {
    expect(
      await said('Tom Reed left an email from earlier this year that showed the mill was sold.'),
    ).toEqual(['an email | showed | the mill was sold']);
  });
});

describe('the words of what was said', () => {
  it.each([
    'that expanded background checks were a first step',
    'that checks were of no use',
    'that increased rents have hurt bakers',
    'that broken promises can be mended',
    'that closed mills would open',
  ])('begin with a participle that looks like a verb: %s', async said => {
    expect(await statements(`The town met. Ada Moss said Friday ${said}.`)).toContain(
      `Ada Moss | said | ${said}`,
    );
  });

  it.each([
    ['after the paper wrote of it'],
    ['while others laughed'],
    ['although few were asked'],
    ['following a vote'],
    ['amid cheers'],
  ])('end with the marks, where the outlet says when: %s', async rest => {
    expect(await statements(`The town met. Ada Moss called it “a shabby trick” ${rest}.`)).toContain(
      'Ada Moss | called | it “a shabby trick”',
    );
  });
});
