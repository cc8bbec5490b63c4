import { describe, expect, it } from 'vitest';
import { parse } from '../../src/documents.js';
import { agency } from '../../src/passes/agency.js';
import { article, lexicons, observed } from '../helpers.js';

/** A sentence, and each event in it: `words | class form | agents > patients`; `not told` where it is denied or only possible. */
const EVENTS: Readonly<Record<string, readonly (readonly [sentence: string, ...expected: string[]])[]>> = {
  'with its agent': [
    ['Armenia shelled villagers in Azerbaijan.', 'shelled | harm active | armenia > azerbaijan'],
    ['The Azerbaijani army attacked Armenian soldiers.', 'attacked | harm active | azerbaijan > armenia'],
    ['Armenia’s forces were attacked by Azerbaijan.', 'attacked | harm passive | azerbaijan > armenia'],
    ['Turkey opened fire on Armenian soldiers.', 'opened fire on | harm active | turkey > armenia'],
    ['Armenia accused Azerbaijan of lies.', 'accused | accuse active | armenia > azerbaijan'],
    ['Russia rescued Armenian villagers.', 'rescued | help active | russia > armenia'],
    ['Azerbaijan detained two Armenian reporters.', 'detained | control active | azerbaijan > armenia'],
  ],
  'told without': [
    ['Armenian civilians were killed on Friday.', 'killed | harm agentless | nobody > armenia'],
    ['Ten Armenian soldiers died on Friday.', 'died | harm intransitive | nobody > armenia'],
    ['The deaths of Armenian soldiers were mourned.', 'deaths | harm nominal | nobody > armenia'],
    ['Dozens of Armenians have been confirmed killed.', 'killed | harm agentless | nobody > armenia'],
    ['Three Armenians killed in clash', 'killed | harm agentless | nobody > armenia'],
  ],
  'and not by or to those who only talk of it': [
    [
      'Russia condemned the attack.',
      'condemned | accuse active | russia > others',
      'attack | harm nominal | nobody > nobody',
    ],
    ['Turkey stopped an attack by Armenia.', 'attack | harm nominal | armenia > nobody'],
    ['Armenia described an attack by Turkey.', 'attack | harm nominal | turkey > nobody'],
    [
      'A second strike hit Turkey.',
      'strike | harm nominal | nobody > nobody',
      'hit | harm active | others > turkey',
    ],
    ['Russia reported ten deaths.', 'deaths | harm nominal | nobody > nobody'],
  ],
  'in a headline': [
    ['Talks begin after Azerbaijan shells Armenian convoy', 'shells | harm active | azerbaijan > armenia'],
    ['Turkey strikes Armenia', 'strikes | harm active | turkey > armenia'],
    [
      '20 wounded in Armenian attack on Turkey',
      'wounded | harm agentless | nobody > others',
      'attack | harm nominal | armenia > turkey',
    ],
  ],
  'as a noun': [
    ['The shelling of Armenia by Azerbaijan went on.', 'shelling | harm nominal | azerbaijan > armenia'],
    ['Azerbaijan’s attacks on Armenia went on.', 'attacks | harm nominal | azerbaijan > armenia'],
    ['An Armenian attack on Azerbaijan failed.', 'attack | harm nominal | armenia > azerbaijan'],
    ['Azerbaijan launched an attack on Armenia.', 'attack | harm nominal | azerbaijan > armenia'],
    ['Turkey’s support for Azerbaijan grew.', 'support | help nominal | turkey > azerbaijan'],
    ['Azerbaijan launched its offensive on Monday.', 'offensive | harm nominal | azerbaijan > nobody'],
    ['The arrest of two Armenians was filmed.', 'arrest | control nominal | nobody > armenia'],
  ],
  'in a clause inside another': [
    [
      'Armenia accused Azerbaijan on Monday of shelling a cathedral.',
      'accused | accuse active | armenia > azerbaijan',
      'shelling | harm active | azerbaijan > others',
    ],
    ['Russia said that Azerbaijan had shelled Armenia.', 'shelled | harm active | azerbaijan > armenia'],
    ['Armenia, which Azerbaijan attacked, was calm.', 'attacked | harm active | azerbaijan > armenia'],
    [
      'Azerbaijan shelled the town and seized the bridge.',
      'shelled | harm active | azerbaijan > others',
      'seized | harm active | azerbaijan > others',
    ],
    ['Armenia said that its soldiers had been killed.', 'killed | harm agentless | nobody > armenia'],
  ],
  'not told as done': [
    ['Azerbaijan did not shell Armenia.', 'shell | harm active | azerbaijan > armenia | not told'],
    ['Azerbaijan denied shelling Armenia.', 'shelling | harm active | azerbaijan > armenia | not told'],
    ['Azerbaijan vowed to attack Armenia.', 'attack | harm active | azerbaijan > armenia | not told'],
    ['Russia would defend Armenia.', 'defend | help active | russia > armenia | not told'],
    [
      'Turkey took a decision not to arrest Armenians.',
      'arrest | control active | turkey > armenia | not told',
    ],
    [
      'Turkey backed banning Armenian papers.',
      'backed | help active | turkey > nobody',
      'banning | control active | turkey > armenia | not told',
    ],
    ['No Armenians were killed.', 'killed | harm agentless | nobody > armenia | not told'],
    [
      'Azerbaijan has not admitted to any casualties.',
      'casualties | harm nominal | nobody > nobody | not told',
    ],
  ],
  'by somebody who is led back to a party': [
    [
      'Nikol Pashinyan spoke on Monday. He accused Turkey of lies.',
      'accused | accuse active | armenia > turkey',
    ],
  ],
  'of somebody else, though a party is named': [
    ['Rebels headed to Turkey to attack the town.', 'attack | harm active | others > others | not told'],
    ['Journalists who had come from Armenia were wounded.', 'wounded | harm agentless | nobody > others'],
    ['Armenian-backed rebels shelled the town.', 'shelled | harm active | others > others'],
    ['Rebels at war with Armenia shelled the town.', 'shelled | harm active | others > others'],
    ['Villagers near the lake were killed.', 'killed | harm agentless | nobody > others'],
  ],
  'nowhere, where the words mean something else': [
    ['The two sides struck a deal.'],
    ['The envoy had a heart attack.'],
    ['The damaged church was closed.'],
    ['Turkey helped bring peace.'],
    ['The talks killed time.'],
    ['The attack dog of Armenia barked.'],
    ['Rescue teams went to Armenia.'],
    ['It is silence that Armenia wants.'],
  ],
};

describe.each(Object.entries(EVENTS))('a deed %s', (_, sentences) => {
  it.each(sentences)('%s', async (sentence, ...expected) => {
    const doc = parse(article(sentence), await lexicons());
    const side = (given: (typeof doc.events)[number]['agent']): string =>
      given === undefined
        ? 'nobody'
        : given.mentions.length === 0
          ? 'others'
          : given.mentions.map(({ party }) => party).join(' & ');
    expect(
      doc.events.map(event =>
        [
          sentence.slice(event.span.start, event.span.end),
          `${event.class} ${event.form}`,
          `${side(event.agent)} > ${side(event.patient)}`,
          ...(event.negated || event.hypothetical ? ['not told'] : []),
        ].join(' | '),
      ),
    ).toEqual(expected);
  });
});

describe('the measures', () => {
  const seen = async (text: string, measure: string): Promise<string[]> =>
    (await lexicons().then(given => observed(text, measure, given))).map(
      ({ subject, voice, weight, term }) => `${subject} ${voice} ${weight} ${term}`,
    );

  it('give each harm to its agent and its patient, or to nobody', async () => {
    const text = 'Azerbaijan shelled Armenia. Armenian homes were damaged. A bus was hit by Armenia.';
    expect(await seen(text, 'agency.agent')).toEqual([
      'azerbaijan outlet 1 shelled',
      'nobody outlet 1 damaged',
      'armenia outlet 1 hit',
    ]);
    expect(await seen(text, 'agency.patient')).toEqual([
      'armenia outlet 1 shelled',
      'armenia outlet 1 damaged',
      'others outlet 1 hit',
    ]);
    expect(await seen(text, 'agency.agentless')).toEqual([
      'armenia outlet 0 shelled',
      'armenia outlet 1 damaged',
    ]);
  });

  it('count a mention once, however much it does', async () => {
    const text = 'Azerbaijan shelled the town and seized the bridge.';
    expect(await seen(text, 'agency.harms')).toEqual(['azerbaijan outlet 1 shelled, seized']);
    expect(await seen(text, 'agency.agent')).toHaveLength(2);
  });

  it('keep the voices apart', async () => {
    const text =
      'Russia said that Azerbaijan had shelled Armenia. “Azerbaijan attacked us,” an Armenian official said.';
    expect(await seen(text, 'agency.agent')).toEqual([
      'azerbaijan indirect 1 shelled',
      'azerbaijan direct 1 attacked',
    ]);
    expect(await seen(text, 'agency.patient')).toEqual([
      'armenia indirect 1 shelled',
      'armenia direct 1 attacked',
    ]);
  });

  it('leave out what is denied or only possible', async () => {
    const text = 'Azerbaijan did not shell Armenia. Armenia may attack Azerbaijan.';
    for (const { id } of agency.measures) expect(await seen(text, id), id).toEqual([]);
  });

  it('see help, accusation and control', async () => {
    const text = 'Armenia accused Turkey of lies. Russia rescued two Armenians. Turkey detained Armenians.';
    expect(await seen(text, 'agency.accuses')).toEqual(['armenia outlet 1 accused']);
    expect(await seen(text, 'agency.accused')).toEqual(['turkey outlet 1 accused']);
    expect(await seen(text, 'agency.helps')).toEqual(['russia outlet 1 rescued']);
    expect(await seen(text, 'agency.helped')).toEqual(['armenia outlet 1 rescued']);
    expect(await seen(text, 'agency.controls')).toEqual(['turkey outlet 1 detained']);
    expect(await seen(text, 'agency.controlled')).toEqual(['armenia outlet 1 detained']);
  });
});
