import { describe, expect, it } from 'vitest';
import { lexicons, observed } from '../helpers.js';

/** `WORD: GROUNDS` of each loaded word. */
const grounds = async (text: string): Promise<string[]> => {
  const given = await lexicons();
  return observed(text, 'loaded.words', given).map(each => `${each.term}: ${each.grounds}`);
};

describe('words that may be those of a statement', () => {
  it.each([
    'The mayor released a statement:\n\nWe mourn her.\n\nIt was a brutal winter.',
    'The guild issued a threat on Monday:\n\nThe guild opposes this brutal plan.',
    'Ada Moss wrote to the town:\n\nI had a loaf.\n\nIt was a brutal winter.\n\nA brutal spring came.',
    'Sergei Lavrov: Six weeks after I came, my mill burned.\n\nIt was a brutal winter.',
    'The letter read:\n\nMy mill is gone.\n\nThe winter was brutal.',
  ])('%s', async text => {
    const found = await grounds(`Sergei Lavrov met Ada Moss. Ada Moss left.\n\n${text}`);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found)).toEqual(new Set(['brutal: unclear whose words']));
  });

  it.each([
    'The town lists what it had:\n\nA mill stood there.\n\nIt was a brutal winter.',
    'The mayor released a statement:\n\nWe mourn her.\n\n“It is late,” Ada Moss said.\n\nIt was a brutal winter.',
  ])('but not: %s', async text => {
    expect(await grounds(`The town met Ada Moss.\n\n${text}`)).toEqual(['brutal: clear, own words']);
  });

  it.each([
    'There were charges from bakers that there was a brutal plan.',
    'He kept the sale from being dismissed as a brutal plan.',
    'The plan was denounced as a brutal trick.',
    'There were claims from the mill that a brutal plan was made.',
    'They left the mill for what it called a brutal plan.',
  ])('and what charges and verdicts lead to: %s', async text => {
    expect(await grounds(`The town met Ada Moss. ${text}`)).not.toContain('brutal: clear, own words');
  });

  it('are set apart among rival terms too', async () => {
    const text =
      'The town is full of migrants. Migrants were deported. Guards look for people they deem illegal immigrants.';
    const found = observed(text, 'terminology.label', await lexicons());
    expect(found.map(each => each.grounds)).toContain('unclear whose words');
  });

  it('are none in the idiom', async () => {
    expect(await grounds('Bakers had time to flush the devil out of the details of the plan.')).toEqual([]);
  });
});
