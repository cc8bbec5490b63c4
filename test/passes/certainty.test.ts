import { describe, expect, it } from 'vitest';
import { lexicons, observed } from '../helpers.js';

/** `PARTY lent|withheld|left by WORDS (CLASS)` of each claim that is reported. */
const seen = async (text: string): Promise<string[]> => {
  const given = await lexicons();
  const withheld = observed(text, 'certainty.withheld', given);
  return observed(text, 'certainty.lent', given).map(({ subject, term, label, weight }, i) => {
    const effect = weight === 1 ? 'lent' : withheld[i]?.weight === 1 ? 'withheld' : 'left';
    return `${subject} ${effect} by ${term} (${label})`;
  });
};

describe('the certainty that an outlet lends to claims', () => {
  it.each([
    ['Armenia said that the road was closed.', 'armenia left by said (left to the source)'],
    ['Armenia believes that the road is closed.', 'armenia left by believes (left to the source)'],
    ['Armenia claimed that the road was closed.', 'armenia withheld by claimed (doubting-verb)'],
    ['Azerbaijan falsely said that the road was closed.', 'azerbaijan withheld by falsely (doubt-mark)'],
    ['Russia admitted that the road was closed.', 'russia lent by admitted (admission)'],
    ['Russia revealed that the road was closed.', 'russia lent by revealed (semi-factive)'],
    ['Russia pointed out that the road was closed.', 'russia lent by pointed out (showing)'],
    ['Armenia rightly said that the road was closed.', 'armenia lent by rightly (booster)'],
    ['Reportedly, Armenia said that the road was closed.', 'armenia withheld by reportedly (hedge)'],
    [
      'Armenia claimed, without offering evidence, that the road was closed.',
      'armenia withheld by claimed (doubting-verb)',
    ],
  ])('%s', async (text, expected) => {
    expect(await seen(text)).toEqual([expected]);
  });

  it('leaves words that the source says to the source', async () => {
    expect(await seen('Armenia said that the report was false and baseless.')).toEqual([
      'armenia left by said (left to the source)',
    ]);
  });

  it('takes what was not confirmed for no claim', async () => {
    expect(await seen('Armenia did not confirm that the road was closed.')).toEqual([]);
  });

  it.each([
    'Armenia could claim that the road was closed.',
    'Armenia must acknowledge that the road was closed.',
    'Reporters asked Armenia to confirm that the road was closed.',
    'Nor did Armenia acknowledge that the road was closed.',
    'If Armenia reveals that the road was closed, traffic will stop.',
    'Armenia will soon find out whether the road was closed.',
    'Armenia found out if the road was closed.',
    'You know that the road was closed.',
    'Armenia knows how long the road was closed.',
    'Armenia wrote to let them know that the road was closed.',
  ])('takes what could be, must be or is asked for no claim: %s', async text => {
    expect(await seen(text)).toEqual([]);
  });

  it.each([
    'Armenia noted it thinks that the road is closed.',
    'Sergei Lavrov made clear that he saw himself as a guest.',
    'Sergei Lavrov pointed out that he wants the road to be closed.',
    'Sergei Lavrov revealed that he had always hoped for a road.',
    'Sergei Lavrov acknowledged he would prefer a bridge.',
    'Sergei Lavrov showed his anger when the guests left the hall.',
  ])('takes what is in a mind for no claim: %s', async text => {
    expect(await seen(text)).toEqual([]);
  });

  it.each([
    'The poll showed that the road was liked.',
    'The latest survey found that most wanted the road.',
    'A judge found that the road was closed.',
    'The court recognized that the road was closed.',
    'Ada Moss all but confirmed that the road was closed.',
    'Ada Moss nearly admitted that the road was closed.',
  ])('does not take it that certainty is lent: %s', async text => {
    expect(await seen(text)).toEqual([expect.stringMatching(/ left by /)]);
  });

  it('knows a poll and a judge as sources alone', async () => {
    expect(await seen('Russia admitted to the judge that the road was closed.')).toEqual([
      'russia lent by admitted (admission)',
    ]);
  });

  it('counts what somebody was made to say', async () => {
    expect(await seen('Armenia was forced to admit that the road was closed.')).toEqual([
      'armenia lent by admit (admission)',
    ]);
  });

  it('leaves what is held in a case at law to the source', async () => {
    expect(await seen('The lawsuit alleges that the road was closed.')).toEqual([
      'no-party left by alleges (left to the source)',
    ]);
  });

  it.each([
    ['The resignation of Sergei Lavrov revealed that the road was closed.', 'no-party'],
    ['It was later revealed by Russia that the road was closed.', 'no-party'],
    ['Sergei Lavrov revealed that the road was closed.', 'russia'],
  ])('names the party only where it makes the claim: %s', async (text, party) => {
    expect(await seen(text)).toEqual([`${party} lent by revealed (semi-factive)`]);
  });

  it('tells apart how claims are put', async () => {
    const grounds = async (text: string) =>
      observed(text, 'certainty.lent', await lexicons()).map(each => each.grounds);
    expect(await grounds('Russia admitted that the road was closed.')).toEqual(['verb and clause']);
    expect(await grounds('Russia recognizes the value of roads.')).toEqual(
      (await grounds('Russia recognizes the value of roads.')).map(() => 'verb without a clause'),
    );
    expect(await grounds('Apparently, Russia said that the road was closed.')).toEqual([
      'word beside the verb',
    ]);
  });

  it('does not count what somebody else reports', async () => {
    expect(await seen('“Armenia admitted that the road was closed,” Sergei Lavrov said.')).toEqual([
      'russia left by said (left to the source)',
    ]);
  });

  it('is a share of the claims of the party', async () => {
    const given = await lexicons();
    const found = observed(
      'Armenia said that it rained. Armenia claimed that it snowed. Russia admitted that it hailed.',
      'certainty.withheld',
      given,
    );
    expect(found.map(({ subject, weight }) => [subject, weight])).toEqual([
      ['armenia', 0],
      ['armenia', 1],
      ['russia', 0],
    ]);
  });
});
