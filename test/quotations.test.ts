import { describe, expect, it } from 'vitest';
import { read, slice, statements, voiceOf } from './statements.js';

describe('direct speech', () => {
  it.each([
    ['“We leave at dawn,” the minister said.', 'the minister | said | “We leave at dawn,”'],
    ['“We leave at dawn,” said the minister.', 'the minister | said | “We leave at dawn,”'],
    ['The minister said: “We leave at dawn.”', 'The minister | said | “We leave at dawn.”'],
    [
      '“We leave at dawn,” Sergei Lavrov said on Friday, “and we return at dusk.”',
      'Sergei Lavrov | said | “We leave at dawn,” + “and we return at dusk.”',
    ],
    [
      '“We leave at dawn,” said Ada Moss, a baker. “We return at dusk.”',
      'Ada Moss, a baker | said | “We leave at dawn,” + “We return at dusk.”',
    ],
    ["''We leave at dawn,'' Ms. Moss said.", "Ms. Moss | said | ''We leave at dawn,''"],
    ['“Why now?” Ada Moss asked.', 'Ada Moss | asked | “Why now?”'],
    ['A diplomat who knows the talks said: “It is late.”', 'A diplomat | said | “It is late.”'],
    ['“It is late,” said the tired shop owner.', 'the tired shop owner | said | “It is late,”'],
    ['“Late,” wrote a baker who lives there.', 'a baker | wrote | “Late,”'],
    ['“We leave at dawn,” Cook said.', 'Cook | said | “We leave at dawn,”'],
    ['Lavrov — long a friend of the town — said: “It is late.”', 'Lavrov | said | “It is late.”'],
    ['“It is too late” for the talks, Lavrov said.', 'Lavrov | said | “It is too late” for the talks'],
    [
      '“The way I see it,” she elaborated, “nobody won.”',
      'she | elaborated | “The way I see it,” + “nobody won.”',
    ],
    ['Lavrov called the plan “a trick” and left.', 'Lavrov | called | the plan “a trick”'],
    ["''It is late,'' Lavrov said, adding that ''they have the road.''", "Lavrov | said | ''It is late,''"],
    ['But, said Lavrov, “it is late and we are tired.”', 'Lavrov | said | “it is late and we are tired.”'],
    ["''We leave at dawn, '' said Ms. Moss.", "Ms. Moss | said | ''We leave at dawn, ''"],
    ["''I saw it on 'Dawn and Dusk,''' said Ada Moss.", "Ada Moss | said | ''I saw it on 'Dawn and Dusk,'''"],
    [
      'Lavrov vowed to “keep the road open,” and to “bring them all home.”',
      'Lavrov | vowed | to “keep the road open,” + “bring them all home.”',
    ],
    ['The ministry issued a statement: “It is late.”', 'The ministry | issued a statement: | “It is late.”'],
    ['Ada Moss called the plan “a bad joke.”', 'Ada Moss | called | the plan “a bad joke”'],
    [
      'His country was “ready to talk” about the road, Nikol Pashinyan said.',
      'Nikol Pashinyan | said | His country was “ready to talk” about the road',
    ],
  ])('%s', async (text, expected) => {
    expect((await statements(text)).map(each => each.replace('.”', '”'))).toContain(
      expected.replace('.”', '”'),
    );
  });

  it('belongs to one speaker, though the next sentence names another', async () => {
    const text = 'Ada Moss told the paper, “We slept badly.” Lavrov added, “So you should go home.”';
    expect(await statements(text)).toEqual([
      'Ada Moss | told | “We slept badly.”',
      'Lavrov | added | “So you should go home.”',
    ]);
  });

  it('runs over paragraphs that open with a mark and are not closed', async () => {
    const text = '“We slept badly,” Ada Moss said. “We waited.\n\n“Then we left.”\n\nThe road is long.';
    expect(await statements(text)).toEqual([
      'Ada Moss | said | “We slept badly,” + “We waited. + “Then we left.”',
    ]);
  });

  it('lets a forgotten mark spoil its own paragraph and no other', async () => {
    const doc = await read(
      'He said “it was late and went home.\n\nThe road is occupied.\n\n“We wait,” Ada Moss said.',
    );
    expect(voiceOf(doc, 'occupied')).toBe('outlet');
    expect(voiceOf(doc, 'We wait')).toBe('direct');
  });

  it('reads single marks in headlines', async () => {
    const doc = await read("Minister calls plan 'a disaster' for ports\n\nThe plan was read on Monday.", {
      title: "Minister calls plan 'a disaster' for ports",
    });
    expect(voiceOf(doc, 'disaster')).toBe('direct');
  });
});

describe('reported speech', () => {
  it.each([
    ['Russia said that the road was closed.', 'Russia | said | that the road was closed'],
    ['Russia said the road was closed.', 'Russia | said | the road was closed'],
    ['The road was closed, the ministry said on Friday.', 'the ministry | said | The road was closed'],
    ['The road was closed, according to Ada Moss.', 'Ada Moss | according to | The road was closed'],
    ['According to Ada Moss, the road was closed.', 'Ada Moss | According to | the road was closed'],
    ['The road, she said, was closed.', 'she | said | The road + was closed'],
    ['Armenia accused Azerbaijan of shelling the road.', 'Armenia | accused | of shelling the road'],
    [
      'Both sides accused the other of shelling towns and thousands of people have fled.',
      'Both sides | accused | of shelling towns',
    ],
    [
      'Armenia accused Azerbaijan of shelling towns and of hitting a church.',
      'Armenia | accused | of shelling towns and of hitting a church',
    ],
    ['Iran this week warned that the road was closed.', 'Iran | warned | that the road was closed'],
    ['A spokesman told reporters that the road was closed.', 'A spokesman | told | that the road was closed'],
    [
      'Turkey said that the road was closed but denied that it was mined.',
      'Turkey | denied | that it was mined',
    ],
    [
      'Russia said the areas of the town that were shelled remained empty.',
      'Russia | said | the areas of the town that were shelled remained empty',
    ],
    [
      'Russia said the trucks carrying the bread crossed the river.',
      'Russia | said | the trucks carrying the bread crossed the river',
    ],
    ['Russia has said for weeks the road was closed.', 'Russia | said | the road was closed'],
    ['According to some in the town, the road was closed.', 'some | According to | the road was closed'],
    ['The guards met in Paris and Iran said the road was closed.', 'Iran | said | the road was closed'],
  ])('%s', async (text, expected) => {
    expect(await statements(text)).toContain(expected);
  });

  it.each([
    'Talks continued for six hours.',
    'The war went on, claiming dozens of lives including children as both sides dug in.',
    'An internationally recognized border runs here.',
    'Azerbaijan did not say that the road was closed.',
    'A spokesman declined to say where the road ended.',
    'The map showed no signs of the road.',
    'Armenia continued its attacks on the town, which is the owner of the road.',
  ])('is not found in: %s', async text => {
    expect(await statements(text)).toEqual([]);
  });

  it('leaves the outlet its own words: acts, relative clauses, what follows the report', async () => {
    const doc = await read(
      'Ilham Aliyev, who has vowed to retake the breakaway province, said that the talks were a chance, after clashes at the border. Russia called for calm.',
    );
    expect(voiceOf(doc, 'breakaway')).toBe('outlet');
    expect(voiceOf(doc, 'talks were')).toBe('indirect');
    expect(voiceOf(doc, 'clashes')).toBe('outlet');
    expect(voiceOf(doc, 'calm')).toBe('outlet');
  });

  it('gives quoted words inside reported speech as direct', async () => {
    const doc = await read('Russia said that the “republic” was closed.');
    expect(voiceOf(doc, 'republic')).toBe('direct');
    expect(voiceOf(doc, 'was closed')).toBe('indirect');
  });
});

describe('scare quotes', () => {
  it.each([
    ['The “republic” in the hills has no seat.', 'republic', 'scare'],
    ['Iran warned of “terrorists” who had come from abroad.', 'terrorists', 'direct'],
    ['They belong to the “Minsk Group” of three powers.', 'Minsk', 'outlet'],
  ])('%s', async (text, words, voice) => {
    expect(voiceOf(await read(text), words)).toBe(voice);
  });
});

describe('sources', () => {
  const speakers = async (text: string): Promise<(string | undefined)[]> =>
    (await read(text)).quotations
      .filter(({ act }) => act !== true)
      .map(
        ({ source }) =>
          [source?.name, source?.party].filter(part => part !== undefined).join(', ') || undefined,
      );

  it.each([
    ['a pronoun', '“It is late,” Sergei Lavrov said.\n\n“Go home,” he said.', 'Sergei Lavrov, russia'],
    [
      'a pronoun past somebody without a name',
      'A spokesman for the Armenian ministry told reporters that it was late.\n\n' +
        'President Ilham Aliyev, who has vowed to use his army, said that it was early.\n\n“Go home,” he said.',
      'Ilham Aliyev, azerbaijan',
    ],
    [
      'a pronoun to who spoke last',
      'Jeyhun Bayramov of Azerbaijan came late, according to a Turkish spokeswoman. “Go home,” she said.',
      'a Turkish spokeswoman, turkey',
    ],
    ['a surname', 'Ada Moss, a baker, waited. “It is late,” Moss said.', 'Ada Moss'],
    [
      'an office',
      'Prime Minister Nikol Pashinyan spoke. The prime minister said it was late.',
      'Nikol Pashinyan, armenia',
    ],
    [
      'somebody without a name',
      'An Azerbaijani official came late. “It is late,” the official said.',
      'An Azerbaijani official, azerbaijan',
    ],
    ['a statement', 'The Kremlin spoke. Its statement said that it was late.', 'Kremlin, russia'],
    ['a relative pronoun', 'It fell to Sergei Lavrov, who said that it was late.', 'Sergei Lavrov, russia'],
    [
      'an apposition',
      'The spokeswoman for the ministry, Maria Zakharova, said that it was late.',
      'Maria Zakharova, russia',
    ],
  ])('follows %s', async (_, text, expected) => {
    expect((await speakers(text)).at(-1)).toBe(expected);
  });

  it('leaves two parties together unresolved, and a stranger too', async () => {
    expect(await speakers('Armenian and Azerbaijani officials said that it was late.')).toEqual([undefined]);
    expect(await speakers('It was late, a stranger said.')).toEqual([undefined]);
  });

  it.each([
    ['A spokesman for the Armenian defence ministry said it was late.', 'military'],
    ['A resident of the town said it was late.', 'civilian'],
    ['The newspaper reported that it was late.', 'media'],
    ['Russian Foreign Minister Sergei Lavrov said it was late.', 'official'],
    ['People said it was late.', 'unnamed'],
  ])('tells the kind of source: %s', async (text, kind) => {
    expect((await read(text)).quotations[0]?.source?.kind).toBe(kind);
  });
});

describe('acts of speech and of the mind', () => {
  /** `she | praised | the road`. */
  const acts = async (text: string): Promise<string[]> => {
    const doc = await read(`The town met. ${text}`);
    return doc.quotations
      .filter(({ act }) => act === true)
      .map(({ source, cue, content }) => {
        const said = content.map(span => slice(doc, span)).join(' + ');
        return `${slice(doc, source?.span)} | ${slice(doc, cue)} | ${said}`;
      });
  };

  it.each([
    ['Ada Moss praised the road.', 'Ada Moss | praised | the road'],
    ['Ada Moss denounced this plan, which failed.', 'Ada Moss | denounced | this plan'],
    ['The survey showed a slim lead for the mayor.', 'The survey | showed | a slim lead for the mayor'],
    ['Bakers rejected the offer and went home.', 'Bakers | rejected | the offer'],
    ['Ada Moss’s support for the road surprised the town.', 'Ada Moss | support | the road'],
    ['They published their criticism of the road on Friday.', 'their | criticism of | the road on Friday'],
    ['Bakers backing the road were few.', 'Bakers | backing | the road'],
  ])('%s', async (text, expected) => {
    expect(await acts(text)).toEqual([expected]);
  });

  it.each([
    ['The storm threatened to spread.'],
    ['You want a loaf of bread.'],
    ['There was support for the road in the valley.'],
    ['Ada Moss wrote the same day.'],
  ])('%s: nobody', async text => {
    expect(await acts(text)).toEqual([]);
  });

  it('does not take words between marks that stand farther off for what was said', async () => {
    expect(
      await statements('The town met. Ada Moss lauded the baker for a bread that is “crisp and new.”'),
    ).toEqual([]);
  });

  it('takes no word of a name for a verb of speech', async () => {
    expect(
      await statements('The town met. Ada Moss told the Valley Post that the road would close.'),
    ).toEqual(['Ada Moss | told | that the road would close']);
  });

  it('takes what determines a thing for no time', async () => {
    expect(await statements('The town met. Ada Moss said the same road could be closed.')).toEqual([
      'Ada Moss | said | the same road could be closed',
    ]);
  });
});
