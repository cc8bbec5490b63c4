import { describe, expect, it } from 'vitest';
import { parse } from '../../src/documents.js';
import type { Event } from '../../src/model/doc.js';
import { agency } from '../../src/passes/agency.js';
import { article, lexicons, observed } from '../helpers.js';

/**
 * A sentence, and each event in it: `words | class form | agents > patients`; a side of which nothing may be said is `?`, and `not told`
 * stands where the event is denied or only possible.
 */
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
      'condemned | accuse active | russia > ?',
      'attack | harm nominal | ? > ?',
    ],
    ['Turkey stopped a bombing by Armenia.', 'bombing | harm nominal | armenia > nobody'],
    ['Armenia described a bombing by Turkey.', 'bombing | harm nominal | turkey > nobody'],
    [
      'A second air strike hit Turkey.',
      'air strike | harm nominal | nobody > turkey',
      'hit | harm active | ? > turkey',
    ],
    ['Russia reported ten deaths.', 'deaths | harm nominal | nobody > nobody'],
  ],
  'and nothing toward oneself': [['Russia defended itself.', 'defended | help active | ? > ?']],
  'in a headline': [
    ['Talks begin after Azerbaijan shells Armenian convoy', 'shells | harm active | azerbaijan > armenia'],
    ['Turkey strikes Armenia', 'strikes | harm active | turkey > armenia'],
    [
      '20 wounded in Armenian attack on Turkey',
      'wounded | harm passive | armenia > others',
      'attack | harm nominal | armenia > turkey',
    ],
  ],
  'as a noun': [
    ['The shelling of Armenia by Azerbaijan went on.', 'shelling | harm nominal | azerbaijan > armenia'],
    ['Azerbaijan’s attacks on Armenia went on.', 'attacks | harm nominal | azerbaijan > armenia'],
    ['An Armenian attack on Azerbaijan failed.', 'attack | harm nominal | armenia > azerbaijan'],
    ['Azerbaijan launched an attack on Armenia.', 'attack | harm nominal | azerbaijan > armenia'],
    ['Turkey’s support for Azerbaijan grew.', 'support for | help nominal | turkey > azerbaijan'],
    ['Azerbaijan launched its air strikes on Monday.', 'air strikes | harm nominal | azerbaijan > nobody'],
    ['The arrest of two Armenians was filmed.', 'arrest | control nominal | nobody > armenia'],
  ],
  'in a clause inside another': [
    [
      'Armenia accused Azerbaijan on Monday of shelling a cathedral.',
      'accused | accuse active | armenia > azerbaijan',
      'shelling | harm active | azerbaijan > others | not told',
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
    [
      'Azerbaijan denied shelling Armenia.',
      'denied | deny active | azerbaijan > ?',
      'shelling | harm active | azerbaijan > armenia | not told',
    ],
    ['Azerbaijan vowed to attack Armenia.', 'attack | harm active | azerbaijan > armenia | not told'],
    ['Russia would defend Armenia.', 'defend | help active | russia > armenia | not told'],
    [
      'Turkey took a decision not to arrest Armenians.',
      'arrest | control active | turkey > armenia | not told',
    ],
    [
      'Turkey backed banning Armenian papers.',
      'backed | help active | turkey > ?',
      'banning | control active | turkey > armenia | not told',
    ],
    ['Unless Turkey shells Armenia, talks go on.', 'shells | harm active | turkey > armenia | not told'],
    [
      'Turkish fighters who allegedly shelled Armenia fled.',
      'shelled | harm active | turkey > armenia | not told',
    ],
    [
      'Russia delayed its endorsement of Armenia.',
      'endorsement | help nominal | nobody > armenia | not told',
    ],
    ['Armenia seeks support from Russia.', 'support from | help nominal | russia > nobody | not told'],
    [
      'Turkey called for Armenia’s impeachment.',
      'impeachment | accuse nominal | nobody > armenia | not told',
    ],
    ['Russia would continue to support Armenia.', 'support | help active | russia > armenia | not told'],
    [
      'Armenia accused Turkey of “shelling a school.”',
      'accused | accuse active | armenia > turkey',
      'shelling | harm active | turkey > others | not told',
    ],
    ['No Armenians were killed.', 'killed | harm agentless | nobody > armenia | not told'],
    [
      'Azerbaijan has not admitted to any casualties.',
      'casualties | harm nominal | nobody > nobody | not told',
    ],
  ],
  'in its sense': [
    ['Turkey launched an all-out assault on Armenia.', 'assault | harm nominal | turkey > armenia'],
    ['Azerbaijan carried out a raid on an Armenian village.', 'raid | harm nominal | azerbaijan > others'],
    ['Azerbaijan shot down an Armenian helicopter.', 'shot down | harm active | azerbaijan > armenia'],
    ['Supporters of Armenia attacked a Turkish bus.', 'attacked | harm active | others > turkey'],
    [
      'Ten Armenians were killed in an attack by a gunman. The police described the attack.',
      'killed | harm passive | others > armenia',
      'attack | harm nominal | others > ?',
      'attack | harm nominal | nobody > nobody',
    ],
  ],
  'in another sense': [
    ['Turkish senators shot down suggestions of a vote.', 'shot down | harm active | ? > ?'],
    ['Turkey has a shot at winning the cup.'],
    ['Turkey beat Armenia in the final.', 'beat | harm active | ? > ?'],
    ['Armenia attacked the plan.', 'attacked | harm active | ? > ?'],
    ['Armenia’s president struck a different tone.', 'struck | harm active | ? > ?'],
    [
      'Turkey took over an inquiry into Armenia.',
      'took over | harm active | ? > ?',
      'inquiry into | investigate nominal | nobody > armenia',
    ],
    ['The new tax hit families in Armenia.', 'hit | harm active | ? > ?'],
    ['Armenian officials died of cancer.', 'died | harm intransitive | ? > ?'],
    ['Armenia limits waste, fraud and abuse.'],
    ['Armenia fired three rockets.', 'fired | control active | ? > ?'],
    ['The talks steal back what Armenia lost.'],
  ],
  'and who did it from another place in the sentence': [
    [
      'Armenian soldiers were hit by missiles fired by Azerbaijan.',
      'hit | harm passive | azerbaijan > armenia',
      'fired | control passive | ? > ?',
    ],
    [
      'The deaths of Armenian soldiers at the hands of Azerbaijan were mourned.',
      'deaths | harm nominal | azerbaijan > armenia',
    ],
    [
      'Azerbaijan looted and burned Armenian shops.',
      'looted | harm active | azerbaijan > armenia',
      'burned | harm active | ? > armenia',
    ],
    ['The Turkish police made two arrests.', 'arrests | control nominal | turkey > nobody'],
  ],
  'and nothing of a side that the sentence does not show': [
    ['A bullet killed two Armenian soldiers.', 'killed | harm active | ? > armenia'],
    ['He killed an Armenian soldier.', 'killed | harm active | ? > armenia'],
    ['The Turkey strike was mourned.', 'strike | harm nominal | ? > ?'],
    [
      'The shooting of Aram Petrosyan, a baker, by a Turkish soldier was filmed.',
      'shooting | harm nominal | ? > others',
    ],
    ['Aram Petrosyan’s shooting was mourned.', 'shooting | harm nominal | nobody > others'],
    [
      'The death of an Armenian soldier during a dispute with Russia was mourned.',
      'death | harm nominal | nobody > armenia',
    ],
  ],
  'of politics': [
    ['Turkey sued Armenia on Monday.', 'sued | accuse active | turkey > armenia'],
    // To look into something charges nobody.
    ['Turkey investigated Armenian officials.', 'investigated | investigate active | turkey > armenia'],
    ['Turkey called on Armenia to leave.', 'called on | demand active | turkey > armenia'],
    ['The judge called on Nikol Pashinyan, who spoke at length.', 'called on | demand active | ? > ?'],
    ['Turkey called on Monday.', 'called on | demand active | ? > ?'],
    ['Armenia denied the report.', 'denied | deny active | armenia > ?'],
    ['Turkey’s opposition to Armenia grew.', 'opposition to | oppose nominal | turkey > armenia'],
    ['Turkey’s firing of two Armenian officials was filmed.', 'firing | control nominal | turkey > armenia'],
    ['Turkey’s president shut down.', 'shut down | control active | ? > ?'],
    ['Turkey backed Armenia and Russia left.', 'backed | help active | turkey > armenia'],
    [
      'The court examined whether Turkey backed Armenia.',
      'backed | help active | turkey > armenia | not told',
    ],
    ['Turkey investigated whether Armenia left.', 'investigated | investigate active | ? > ?'],
    ['Turkey opposed Armenia.', 'opposed | oppose active | turkey > armenia'],
    ['Turkey voted against Armenia.', 'voted against | oppose active | turkey > armenia'],
    ['Turkish protesters rallied against Armenia.', 'rallied against | oppose active | others > armenia'],
    ['Armenia’s president fired two Turkish officials.', 'fired | control active | armenia > turkey'],
    ['Turkey’s critics accused Armenia of lies.', 'accused | accuse active | others > armenia'],
    ['Turkey’s lawyers sued Armenia.', 'sued | accuse active | others > armenia'],
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
    ['Villagers were killed near the lake.', 'killed | harm agentless | nobody > others'],
  ],
  'with all who stand in its sentence': [
    [
      'Armenian villagers were killed by the police in a border town.',
      'killed | harm passive | others > armenia',
    ],
    ['The police killed an Armenian.', 'killed | harm active | others > armenia'],
    [
      'Armenian officials were jailed, evicted, and deported.',
      'jailed | control agentless | nobody > armenia',
      'evicted | harm agentless | nobody > armenia',
      'deported | control agentless | nobody > armenia',
    ],
    [
      'Turkey was expelled from the league and bombed Armenia.',
      'expelled | harm agentless | nobody > turkey',
      'bombed | harm active | turkey > armenia',
    ],
    [
      'Davit Sargsyan, who saw it, said Aram Petrosyan, 18, was shot by a Turkish soldier.',
      'shot | harm passive | turkey > others',
    ],
    ['Acting governor Aram Petrosyan praised the Armenians.', 'praised | help active | others > armenia'],
  ],
  'but what somebody has is not that somebody': [
    ['Armenia opposed Turkey’s planned ban.', 'opposed | oppose active | armenia > ?'],
    ['Turkey praised Nikol Pashinyan’s leadership.', 'praised | help active | turkey > ?'],
    ['Turkey defended its decision on Armenia.', 'defended | help active | ? > ?'],
    ['Turkey defended its allies.', 'defended | help active | turkey > others'],
  ],
  'and not to where it was, nor when': [
    ['The shelling in Armenia went on.', 'shelling | harm nominal | nobody > nobody'],
    ['A bombing of Turkish offices in Armenia was filmed.', 'bombing | harm nominal | nobody > turkey'],
    ['Friday’s bombing of Armenia was filmed.', 'bombing | harm nominal | nobody > armenia'],
  ],
  'that is wished, feared or lacking': [
    ['Lock up the Armenians.', 'Lock up | control active | ? > ? | not told'],
    ['Turkey wants to take the hill and shell the town.', 'shell | harm active | turkey > others | not told'],
    [
      'Russia fears that in some towns Armenians are being killed.',
      'killed | harm agentless | nobody > armenia | not told',
    ],
    [
      'Russia cannot promise that bombings of Armenia won’t occur.',
      'bombings | harm nominal | nobody > armenia | not told',
    ],
    ['None of the bombing of Armenia was seen.', 'bombing | harm nominal | nobody > armenia | not told'],
    [
      'Armenia noted the lack of support for Turkey.',
      'support for | help nominal | nobody > turkey | not told',
    ],
  ],
  'nowhere, where the words mean something else': [
    ['The runner from Turkey shot out a hand.'],
    ['The town has health care for Armenians.'],
    ['Turkey spoke, as opposed to Armenia.'],
    ['Armenia was bombarded with questions.'],
    ['Most detained Armenian reporters were men.'],
    ['The judge met Lynch in May. Lynch Armenians would not say.'],
    ['Armenian officials were killed in a bus crash.', 'killed | harm agentless | ? > ?'],
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
    const side = (event: Event, which: 'agent' | 'patient'): string => {
      const { [which]: given, known } = event;
      if (known[which] === 'unknown') return '?';
      if (given === undefined) return 'nobody';
      return given.mentions.length === 0 ? 'others' : given.mentions.map(({ party }) => party).join(' & ');
    };
    expect(
      doc.events.map(event =>
        [
          sentence.slice(event.span.start, event.span.end),
          `${event.class} ${event.form}`,
          `${side(event, 'agent')} > ${side(event, 'patient')}`,
          ...(event.negated || event.hypothetical ? ['not told'] : []),
        ].join(' | '),
      ),
    ).toEqual(expected);
  });
});

describe('the grounds', () => {
  const GROUNDS: Readonly<Record<string, readonly (readonly [sentence: string, ...expected: string[]])[]>> = {
    'active clause': [
      ['Armenia accused Turkey.', 'accuses armenia', 'accused turkey'],
      ['Armenia on Monday again accused Turkey.', 'accuses armenia', 'accused turkey'],
      ['Nikol Pashinyan, a judge from Yerevan, praised Turkey.', 'helps armenia', 'helped turkey'],
      ['He met Turkish senators who praised Armenia.', 'helps turkey', 'helped armenia'],
      ['Turkey rejected the plan.', 'opposes turkey'],
    ],
    'passive clause': [
      ['Turkey was accused by Armenia.', 'accuses armenia', 'accused turkey'],
      ['Turkey was accused of lies.', 'accused turkey'],
    ],
    'noun and its phrase': [
      ['Turkey’s praise for Armenia grew.', 'helps turkey', 'helped armenia'],
      ['Criticism of Turkey from Armenia went on.', 'accuses armenia', 'accused turkey'],
    ],
    'over another verb': [
      ['Armenia left, accusing the mayor.', 'accuses armenia'],
      ['Armenia came to town and accused the mayor.', 'accuses armenia'],
    ],
    'toward a thing': [['Turkey backed the plan.', 'helps turkey']],
    'beside a noun': [['The Turkish protection was weak.', 'helps turkey']],
  };
  const rows = Object.entries(GROUNDS).flatMap(([grounds, sentences]) =>
    sentences.map(([sentence, ...expected]) => [sentence, grounds, expected] as const),
  );
  it.each(rows)('of %s are: %s', async (sentence, grounds, expected) => {
    const given = await lexicons();
    const ids = agency.measures
      .map(({ id }) => id)
      .filter(id => /(?:s|ed)$/.test(id) && !/agentless/.test(id));
    const seen = await Promise.all(ids.map(id => observed(sentence, id, given)));
    expect(
      seen.flat().map(each => `${each.measure.slice('agency.'.length)} ${each.subject}: ${each.grounds}`),
    ).toEqual(expected.map(each => `${each}: ${grounds}`));
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
      'Russia said that Azerbaijan had shelled Armenia. “Azerbaijan shelled us,” an Armenian official said.';
    expect(await seen(text, 'agency.agent')).toEqual([
      'azerbaijan indirect 1 shelled',
      'azerbaijan direct 1 shelled',
    ]);
    expect(await seen(text, 'agency.patient')).toEqual([
      'armenia indirect 1 shelled',
      'armenia direct 1 shelled',
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
