import { describe, expect, it } from 'vitest';
import { parse } from '../../src/documents.js';
import { VOICES } from '../../src/model/article.js';
import { analysed, article, lexicons, observed } from '../helpers.js';

/** A quotation as expected: `FORM | source > party | cue (stance) | content`, content in pieces joined by ` + `. */
const QUOTATIONS: Readonly<Record<string, readonly (readonly [sentence: string, ...expected: string[]])[]>> =
  {
    'quoted, the cue after it': [
      [
        '“We want peace,” Nikol Pashinyan said.',
        'direct | Nikol Pashinyan > armenia | said (neutral) | “We want peace,”',
      ],
      [
        '"We want peace," said a spokesman for the Armenian defence ministry.',
        'direct | a spokesman for the Armenian defence ministry > armenia | said (neutral) | "We want peace,"',
      ],
    ],
    'quoted, the cue before it': [
      [
        'Ilham Aliyev said: “This is the last chance.”',
        'direct | Ilham Aliyev > azerbaijan | said (neutral) | “This is the last chance.”',
      ],
    ],
    'quoted, broken by its cue': [
      [
        '“We want peace,” Sergei Lavrov said. “We want it now.”',
        'direct | Sergei Lavrov > russia | said (neutral) | “We want peace,” + “We want it now.”',
      ],
    ],
    'quoted over two paragraphs, the first left open': [
      [
        '“We want peace,” Sergei Lavrov said. “We want it now.\n\n“We shall get it.”',
        'direct | Sergei Lavrov > russia | said (neutral) | “We want peace,” + “We want it now. + “We shall get it.”',
      ],
    ],
    'quoted by nobody that is named': [
      [
        '“This is the end of the road for all of us.”',
        'direct | nobody | no cue | “This is the end of the road for all of us.”',
      ],
    ],
    'retold after that': [
      [
        'Armenia claimed that its units had held their lines.',
        'indirect | Armenia > armenia | claimed (doubting) | that its units had held their lines',
      ],
      [
        'A Russian diplomat pointed out that silence was a good sign.',
        'indirect | A Russian diplomat > russia | pointed out (crediting) | that silence was a good sign',
      ],
    ],
    'retold without that': [
      [
        'Azerbaijan said its army had advanced.',
        'indirect | Azerbaijan > azerbaijan | said (neutral) | its army had advanced',
      ],
    ],
    'retold before its cue': [
      [
        'The road was open, Armenia said.',
        'indirect | Armenia > armenia | said (neutral) | The road was open',
      ],
    ],
    'retold after according to': [
      [
        'The road was open, according to the Kremlin.',
        'indirect | the Kremlin > russia | according to (neutral) | The road was open',
      ],
      [
        'According to the Kremlin, the road was open.',
        'indirect | the Kremlin > russia | According to (neutral) | the road was open',
      ],
    ],
    'retold in a charge': [
      [
        'Armenia accused Azerbaijan of shelling the town.',
        'indirect | Armenia > armenia | accused (confrontational) | of shelling the town',
      ],
    ],
    'but not where nothing was said': [
      ['Armenia did not say that the road was open.'],
      ['Azerbaijan is the internationally recognised owner.'],
      ['The road was open.'],
      ['Two weeks of “liberation” were enough.'],
    ],
  };

describe('attribution', () => {
  for (const [rule, cases] of Object.entries(QUOTATIONS))
    it.each(cases)(`finds words ${rule}: %s`, async (text, ...expected) => {
      const doc = parse(article(text), await lexicons());
      const at = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
      const found = doc.quotations.map(({ form, source, cue, stance, content }) =>
        [
          form,
          source === undefined ? 'nobody' : `${at(source.span)} > ${source.party ?? 'no party'}`,
          cue === undefined ? 'no cue' : `${at(cue)} (${stance})`,
          content.map(at).join(' + '),
        ].join(' | '),
      );
      expect(found).toEqual(expected);
    });

  it('takes the quoted part of a statement as quoted and the rest as retold', async () => {
    const text = 'Nikol Pashinyan said his country was “ready for winter” and would wait.';
    const doc = parse(article(text), await lexicons());
    expect(doc.quotations.map(({ form, source }) => [form, source?.party])).toEqual([['mixed', 'armenia']]);
    const voiceOf = (word: string) => VOICES[doc.tokens.voice[doc.tokenAt(text.indexOf(word))] as number];
    expect(['Pashinyan', 'country', 'ready', 'winter', 'wait'].map(voiceOf)).toEqual([
      'outlet',
      'indirect',
      'direct',
      'direct',
      'indirect',
    ]);
  });

  const measured = async (text: string, id: string): Promise<(string | number)[][]> =>
    analysed(article(text), await lexicons())
      .measured.evidence.filter(({ measure }) => measure === id)
      .map(({ subject, term, weight }) => [subject, term, weight]);

  it('counts each statement once, however often it is broken, and its quoted words without marks', async () => {
    const text =
      '“No news is good news today.”\n\n“We want peace,” Sergei Lavrov said. “We want it now.” The road was open, Armenia claimed.';
    expect(await measured(text, 'attribution.statements')).toHaveLength(3);
    expect(await measured(text, 'attribution.words')).toEqual([
      ['no-party', 'no source', 6],
      ['russia', 'Sergei Lavrov', 3],
      ['russia', 'Sergei Lavrov', 4],
    ]);
  });

  it('weighs the stance of reporting words: crediting plus, neutral nought, doubting and confrontational minus', async () => {
    const text =
      'Armenia said that it was late. Armenia claimed that it was late. Russia pointed out that it was late. Turkey accused France of haste.';
    expect(await measured(text, 'attribution.stance')).toEqual([
      ['armenia', 'said', 0],
      ['armenia', 'claimed', -1],
      ['russia', 'pointed out', 1],
      ['turkey', 'accused', -1],
    ]);
  });

  it('puts sources that the gazetteer does not know under no party', async () => {
    expect(await measured('A baker said that the bread was gone.', 'attribution.statements')).toEqual([
      ['no-party', 'A baker', 1],
    ]);
  });
});

describe('the grounds of a statement', () => {
  const statements = async (text: string) =>
    observed(text, 'attribution.statements', await lexicons()).map(
      ({ term, grounds, text }) => `${term} | ${grounds} | ${text}`,
    );

  it.each([
    ['“We want peace,” Rosa Velin said.', ['Rosa Velin | source beside the verb | “We want peace,”']],
    [
      'Rosa Velin came home. “We want peace,” she said.',
      ['Rosa Velin | pronoun beside the verb | “We want peace,”'],
    ],
    ['Rosa Velin said the mill was closed.', ['Rosa Velin | reported, without “that” | the mill was closed']],
    [
      'Rosa Velin went home with her brother, saying that the mill was closed.',
      ['Rosa Velin | source apart from the verb | that the mill was closed'],
    ],
    [
      '“This is the end of the road for all of us.”',
      ['no source | source not known | “This is the end of the road for all of us.”'],
    ],
    [
      'The council met critics who say that the mill is closed.',
      ['critics | pronoun for somebody not known | that the mill is closed'],
    ],
    [
      'The lawsuit claims that the mill was closed.',
      ['The lawsuit | source beside the verb | that the mill was closed'],
    ],
    ['It would be easy to think that the mill was closed.', []],
    ['We think that the mill was closed.', []],
  ] as const)('%s', async (text, expected) => {
    expect(await statements(text)).toEqual(expected);
  });

  it('reads marks turned the wrong way, and marks inside marks of the same kind', async () => {
    const turned = await statements('Rosa Velin said: „We want peace for the town.“ It rained.');
    expect(turned.map(each => each.split(' | ')[2])).toEqual(['„We want peace for the town.“']);
    const nested = await statements(
      '“He called his own “river plan” a joke,” Rosa Velin said. “It was no joke.”',
    );
    expect(nested.map(each => each.split(' | ')[0])).toEqual(['Rosa Velin']);
  });
});
