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
