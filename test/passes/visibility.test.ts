import { describe, expect, it } from 'vitest';
import { lexicons, marked, observed } from '../helpers.js';

/** `[words|party voice]`: this party is mentioned here, in this voice, and no other party is. */
const MENTIONS: Readonly<Record<string, readonly string[]>> = {
  'by name, people and office-holders': [
    '[Armenia|armenia outlet] and [Azerbaijan|azerbaijan outlet] met [Sergei Lavrov|russia outlet].',
    '[Armenians|armenia outlet] fled; [Azeri|azerbaijan outlet] singers returned.',
    '[Putin|russia outlet] called [Nikol Pashinyan|armenia outlet] and [Ilham Aliyev|azerbaijan outlet].',
  ],
  'in every spelling that is listed': [
    'Prime Minister [Nikol Pashinian|armenia outlet] was there; [Pashinian|armenia outlet] left early.',
    '[Vladimir V. Putin|russia outlet] and [Sergey Lavrov|russia outlet] were hosts.',
  ],
  'in a possessive, straight or curly': [
    "[Armenia|armenia outlet]'s answer came late.",
    '[Armenia|armenia outlet]’s answer came late.',
    "[Armenia's army|armenia outlet] rested; [Armenia’s army|armenia outlet] slept.",
    'Shells fell on [Azerbaijan|azerbaijan outlet]’s second city.',
  ],
  'before a hyphen': [
    'A [Turkish|turkey outlet]-backed advance began.',
    'An [Armenian|armenia outlet]-backed advance began.',
    'A [Russian|russia outlet]-brokered truce held.',
  ],
  'as a body, once for its whole name': [
    'The [Azerbaijani defence ministry|azerbaijan outlet] was silent.',
    'The [Armenian Defense Ministry|armenia outlet] published a list.',
    'The [Kremlin|russia outlet] made the offer.',
  ],
  'by a capital that stands for its government': [
    '[Moscow|russia outlet] said that the talks would begin.',
    'The quarrel between [Yerevan|armenia outlet] and [Baku|azerbaijan outlet] is old.',
    '[Baku|azerbaijan outlet] rejected the plan.',
    '[Official Baku|azerbaijan outlet] rejected the plan.',
    'On Friday [Baku|azerbaijan outlet] rejected the plan.',
    '[Ankara|turkey outlet]’s support for [Baku|azerbaijan outlet] is no secret.',
  ],
  'but not by a capital that is a place': [
    'The ministers met in Moscow on Friday.',
    'They flew to Moscow overnight.',
    'The ministers travelled from Yerevan by train.',
    'The delegation was invited to Baku for talks.',
    'Reporters in Yerevan and Baku waited.',
    'A crowd gathered outside Baku at noon.',
    'The Moscow-based analyst shrugged.',
  ],
  'nor by a surname': ['Ada Paris rejected the plan.', 'The plan was rejected by Mr Paris.'],
  'once where the capital only says where the country is': [
    'He was born in Ankara, [Turkey|turkey outlet], in 1961.',
    'Ankara, [Turkey|turkey outlet], was dark.',
  ],
  'as both sides together': [
    '[Both sides|both-sides outlet] agreed to talk.',
    'The [two countries|both-sides outlet] share a border.',
  ],
  'but not in a longer name of something else': [
    'They walked through the Armenian capital.',
    'He was born in Baku, Azerbaijan, in 1961.',
  ],
  'in the voice that names it': [
    '[Armenia|armenia outlet] said that [Azerbaijan|azerbaijan indirect] had attacked.',
    '“[Azerbaijan|azerbaijan direct] will answer,” [Ilham Aliyev|azerbaijan outlet] said.',
    '[Russia|russia indirect] was ready to help, [Armenia|armenia outlet] said.',
  ],
};

describe('visibility', () => {
  for (const [rule, sentences] of Object.entries(MENTIONS))
    it.each(sentences)(`sees a party ${rule}: %s`, async sentence => {
      const { text, expected } = marked(sentence);
      const seen = observed(text, 'visibility.mentions', await lexicons());
      expect(seen.map(each => `${each.text}: ${each.subject} ${each.voice}`)).toEqual(expected);
    });

  it('tells headline, standfirst, lede and body apart, and who is named first', async () => {
    const text = [
      'Azerbaijan and Armenia to talk',
      'Turkey was not asked to come along',
      'Armenia agreed on Monday to meet its neighbour. The Kremlin was pleased.',
      'France was silent, and so was Azerbaijan.',
    ].join('\n\n');
    const subjects = async (measure: string): Promise<string[]> =>
      observed(text, measure, await lexicons()).map(({ subject }) => subject);
    expect(await subjects('visibility.first')).toEqual(['azerbaijan']);
    expect(await subjects('visibility.headline')).toEqual(['azerbaijan', 'armenia', 'turkey']);
    expect(await subjects('visibility.lede')).toEqual(['armenia', 'russia']);
    expect(await subjects('visibility.mentions')).toHaveLength(7);
  });
});
