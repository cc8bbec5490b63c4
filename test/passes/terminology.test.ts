import { describe, expect, it } from 'vitest';
import { buildLexicons, builtInLexicons } from '../../src/index.js';
import { lexicons, lexiconsWith, marked, observed } from '../helpers.js';

/** Of the topic whose labels are looked for. */
const TOPIC = { story: 'Nagorno-Karabakh, October 2020' };

/** `[words|label voice]`: this label is counted here, in this voice, and nothing else in the sentence is. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'in its own voice': [
    'Shells fell on the [occupied region|occupied outlet] at dawn.',
    'The [breakaway|breakaway outlet] region had no seat at the table.',
    'Homes burned in [Nagorno-Karabakh|nagorno-karabakh outlet], a [disputed|disputed outlet] region.',
    'They drove from [Stepanakert|stepanakert outlet] to [Shushi|shushi outlet] in the dark.',
  ],
  'between quotation marks, whoever the source': [
    '“We shall free the [occupied region|occupied direct],” the president said.',
    '"The [occupied region|occupied direct] is ours," said Ilham Aliyev. "It is not [disputed|disputed direct]."',
    'The minister spoke of “a [breakaway|breakaway direct] region that nobody in the world recognises.”',
  ],
  'in the mouth of a source that is retold': [
    'The president said that the [occupied region|occupied indirect] would be free.',
    'Villages in the [occupied region|occupied indirect] were shelled, the ministry said.',
    'According to Baku, the [occupied region|occupied indirect] was quiet.',
    'Azerbaijan claimed that [Khankendi|khankendi indirect] was not hit.',
  ],
  'outside what is retold, in the same article': [
    'In the [occupied region|occupied outlet] nobody slept. Armenia said that [Shushi|shushi indirect] was hit.',
    'Armenia, which calls the land [Artsakh|artsakh outlet], said that [Shusha|shusha indirect] was hit.',
  ],
  'in distancing quotation marks': [
    'The “[liberation|liberate scare]” has put thousands of people on the road.',
    'Two weeks of “[liberation|liberate scare]” in the [occupied region|occupied outlet] were enough.',
  ],
  'with hyphens, capitals and curly marks as they come': [
    'The [ARMENIAN-OCCUPIED|occupied outlet] districts are empty.',
    'The [Armenian occupied|occupied outlet] districts are empty.',
    'The [Armenian‑occupied|occupied outlet] districts are empty.',
    'A [counteroffensive|counter-offensive outlet] began; the [counter-offensive|counter-offensive outlet] goes on.',
  ],
  'in every spelling that is listed': [
    'A misprint made it [Nagorno-Karabak|nagorno-karabakh outlet].',
    'Many fled [Nagorny Karabakh|nagorno-karabakh outlet] in those days.',
  ],
  'by the longest form alone': [
    'The [Artsakh Defence Army|defence-army outlet] held the road.',
    'The [Nagorno-Karabakh Republic|nagorno-karabakh-republic outlet] has no seat.',
    '[Azerbaijani aggression|azerbaijani-aggression outlet] must end.',
  ],
  'but not where a longer phrase excludes it': [
    'Breeders prize the Karabakh horse.',
    'Protesters occupied the building for an hour.',
    'Traffic was stopped on Artsakh Avenue.',
  ],
  'but not where the word before makes another name of it': [
    'The non-occupied part was quiet, and so were the formerly occupied towns.',
    'The Turkish-occupied town was quiet, and the [Azerbaijani-occupied|fell-under-occupation outlet] one was not.',
    'The no longer disputed hills are green; the once occupied ones are bare.',
    'The newly [occupied|occupied outlet] town burned.',
  ],
  'but not inside another word': ['The preoccupied clerk breakawayed.', 'Karabakhis and Shushians came.'],
};

describe('terminology', () => {
  for (const [rule, sentences] of Object.entries(WORDS))
    it.each(sentences)(`finds a label ${rule}: %s`, async sentence => {
      const { text, expected } = marked(sentence);
      const seen = observed(text, 'terminology.label', await lexicons(), TOPIC);
      expect(seen.map(each => `${each.text}: ${each.label} ${each.voice}`)).toEqual(expected);
      expect(seen.every(({ weight }) => weight === 1)).toBe(true);
    });

  it('does not cut a label in two at the end of a sentence', async () => {
    const seen = observed(
      'They left the occupied. Region by region they fell.',
      'terminology.label',
      await lexicons(),
      TOPIC,
    );
    expect(seen.map(({ text }) => text)).toEqual(['occupied']);
  });

  it('names who is made responsible for a word that is not the outlet’s', async () => {
    const text =
      'President Ilham Aliyev said that the occupied region would be free. The occupied region slept.';
    const seen = observed(text, 'terminology.label', await lexicons(), TOPIC);
    expect(seen.map(({ speaker, speakerParty }) => [speaker, speakerParty])).toEqual([
      ['Ilham Aliyev', 'azerbaijan'],
      [undefined, undefined],
    ]);
  });

  it('leans by whom a label favours: the first party plus, the second minus, nobody nought', async () => {
    const given = await lexiconsWith(
      `
kind: parties
id: p
title: Parties
parties: [{ id: east, name: East }, { id: west, name: West }]
`,
      `
kind: terminology
id: t
title: Words
parties: [east, west]
concepts:
  - id: hill
    gloss: What the hill is called
    labels:
      - { id: ours, favours: east, source: Invented, forms: [Sun Hill] }
      - { id: theirs, favours: west, source: Invented, forms: [Moon Hill] }
      - { id: plain, source: Invented, forms: [the hill] }
    examples: ["On [Sun Hill|ours].", "A hill."]
`,
    );
    const seen = observed('Sun Hill, Moon Hill, the hill: one place. SUN-HILL!', 'terminology.lean', given);
    expect(seen.map(({ text, weight }) => [text, weight])).toEqual([
      ['Sun Hill', 1],
      ['Moon Hill', -1],
      ['the hill', 0],
      ['SUN-HILL', 1],
    ]);
  });

  describe('on several topics', () => {
    const PARTIES = `
kind: parties
id: p
title: Parties
parties: [{ id: east, name: East }, { id: west, name: West }]
`;
    /** A lexicon of one concept in which `words` are the forms of the label *grave*, and `about` is a line of YAML or none. */
    const topical = (id: string, about: string, words: string, except = '[]'): string => `
kind: terminology
id: ${id}
title: ${id}
parties: [east, west]
${about}
concepts:
  - id: ${id}-event
    gloss: What it is called
    labels:
      - { id: grave, favours: east, source: Invented, forms: ${words} }
      - { id: plain, source: Invented, forms: [${id} events] }
    except: ${except}
    examples: ["${id} events, [${id} events|plain].", "Rain."]
`;
    const HILLS = topical(
      'hills',
      'about: [Hillmark, Hill Republic]',
      '[war, war of the hill, war of the hills]',
    );
    const LAKES = topical('lakes', 'about: [Lakeland]', '[war]', '[war of the hills]');
    const namings = async (text: string, fields: object, ...files: string[]): Promise<string[]> =>
      observed(text, 'terminology.label', await lexiconsWith(PARTIES, ...files), fields).map(
        ({ subject, text: words }) => `${subject}: ${words}`,
      );

    it.each<[string, string, object, string[]]>([
      ['not where no topic is named', 'The war goes on.', {}, []],
      ['not where it is named in passing', 'The war goes on, also in Hillmark.', {}, []],
      [
        'where it is named twice',
        'The war in Hillmark goes on. The Hill Republic burns.',
        {},
        ['hills-event: war'],
      ],
      ['where the title names it', 'The war goes on.', { title: 'Lakeland burns' }, ['lakes-event: war']],
      ['where the story names it', 'The war goes on.', { story: 'Talks on Lakeland' }, ['lakes-event: war']],
      [
        'for the topic that is named most',
        'Hillmark and Lakeland, Lakeland and Hillmark: the war that Lakeland began goes on.',
        {},
        ['lakes-event: war'],
      ],
      [
        'for the first of topics that are named as often',
        'Lakeland and Hillmark, Hillmark and Lakeland: the war goes on.',
        {},
        ['hills-event: war'],
      ],
      [
        'and an exception of one topic is a label of the other',
        'The war of the hills goes on.',
        { story: 'Hillmark' },
        ['hills-event: war of the hills'],
      ],
      [
        'also inside a longer form of a topic that is not named',
        'The war of the hill goes on.',
        { story: 'Lakeland' },
        ['lakes-event: war'],
      ],
      [
        'of two topics, if each is named a quarter as often as the other',
        'Hillmark, Hillmark, Hillmark, Hillmark: the lakes events; Lakeland, Lakeland.',
        {},
        ['lakes-event: lakes events'],
      ],
      [
        'of one topic, if the other is named less than that',
        'Hillmark, Hillmark, Hillmark, Hillmark, Hillmark, Hillmark, Hillmark, Hillmark, Hillmark: the lakes events; Lakeland, Lakeland.',
        {},
        [],
      ],
    ])('counts shared words %s', async (_, text, fields, expected) => {
      expect(await namings(text, fields, HILLS, LAKES)).toEqual(expected);
    });

    it('lets a lexicon of no topic have a word wherever no topic is named', async () => {
      const files = [HILLS, topical('all', '', '[war]')];
      expect(await namings('The war goes on.', {}, ...files)).toEqual(['all-event: war']);
      expect(await namings('The war goes on.', { story: 'Hillmark' }, ...files)).toEqual([
        'hills-event: war',
      ]);
    });

    it('lets a user’s own lexicon have its words before any of the package, named topic or not', async () => {
      const own = topical('mine', '', '[war]');
      const labelsIn = async (name: string | undefined): Promise<string[]> => {
        const sources = [PARTIES, HILLS, own].map((text, i) => ({
          path: `own-${i}.yaml`,
          text,
          ...(text === own && name !== undefined && { name }),
        }));
        const rest = builtInLexicons().filter(({ path }) => !/\/(?:parties|terminology)\//.test(path));
        const given = await buildLexicons([...rest, ...sources]);
        return observed('The war goes on.', 'terminology.label', given, { story: 'Hillmark' }).map(
          ({ subject }) => subject,
        );
      };
      expect(await labelsIn(undefined)).toEqual(['hills-event']);
      expect(await labelsIn('mine.yaml')).toEqual(['mine-event']);
    });

    it('still refuses a form twice in one lexicon, or in two of no topic', async () => {
      await expect(lexiconsWith(PARTIES, topical('a', 'about: [Aland]', '[war, War, war]'))).rejects.toThrow(
        'the form "war" is already listed',
      );
      await expect(
        lexiconsWith(PARTIES, topical('a', '', '[war]'), topical('b', '', '[war]')),
      ).rejects.toThrow('the form "war" is already listed');
    });
  });
});

it.each([
  ['Shells fell on the occupied region at dawn.', 'the label itself'],
  ['“We shall free the occupied region,” the president said.', 'the label itself'],
  ['The president said that the occupied region would be free.', 'in reported speech'],
])('says how sure it is whose words they are: %s', async (text, grounds) => {
  const seen = await observed(text, 'terminology.label', await lexicons(), TOPIC);
  expect(seen.map(each => each.grounds)).toEqual([grounds]);
});
