import { describe, expect, it } from 'vitest';
import { read, said, voiceOf } from './statements.js';

/** Something else in double marks, as most pages have somewhere. */
const DOUBLE = '\n\nThe play “The Long Road Home” was given in the hall.';

const saidIn = async (text: string): Promise<string[]> => said(await read(text));

describe('single quotation marks for speech', () => {
  const cases: [string, string[]][] = [
    [
      '‘We leave at dawn and we take the cart,’ Ada Moss said.',
      ['Ada Moss, direct: ‘We leave at dawn and we take the cart,’'],
    ],
    ["'We leave at dawn,' said Ada Moss.", ["Ada Moss, direct: 'We leave at dawn,'"]],
    [
      "'We leave at dawn, and we won't wait,' Ada Moss said. 'It's the people's wish.'",
      ["Ada Moss, direct: 'We leave at dawn, and we won't wait,' + 'It's the people's wish.'"],
    ],
    [
      '‘The bakers’ carts will leave before the rain comes,’ Ada Moss said.',
      ['Ada Moss, direct: ‘The bakers’ carts will leave before the rain comes,’'],
    ],
    [
      "'The bakers' carts will leave. We must hurry,' Ada Moss said.",
      ["Ada Moss, direct: 'The bakers' carts will leave. We must hurry,'"],
    ],
    [
      'Ada Moss said: \'My father called it "a wound" and he was right.\'',
      ['Ada Moss, direct: \'My father called it "a wound" and he was right.\''],
    ],
    [
      '‘’Twas a hard winter,’ said Ada Moss, ‘and the ’90s were harder.’',
      ['Ada Moss, direct: ‘’Twas a hard winter,’ + ‘and the ’90s were harder.’'],
    ],
    ["Ada Moss called the plan 'a joke' and left.", ["Ada Moss, mixed: the plan 'a joke'"]],
    ['‘Why now?’ asked Ada Moss.', ['Ada Moss, direct: ‘Why now?’']],
    [
      'Ada Moss said the bakers’ guild ‘will not pay for the miners’ road’ this year.',
      ['Ada Moss, mixed: the bakers’ guild ‘will not pay for the miners’ road’ this year.'],
    ],
  ];
  it.each(cases)('%s', async (text, expected) => {
    expect(await saidIn(text), 'alone').toEqual(expected);
    const beside = await saidIn(text + DOUBLE);
    expect(beside, 'with double marks elsewhere').toEqual(expected);
  });

  it.each([
    "'Twas a long war, the farmers' union reported on Monday.",
    'The soldiers’ families left in the ’90s. The miners’ village is empty.',
    "They came in the '60s, the bakers' best years, and stayed 'til the mill closed.",
    "The boys' school, the girls' school and the teachers' house burned.",
    "Rock 'n' roll was what the dockers' sons liked.",
    "It was James' cart and the Joneses' horse, an' nobody's fault.",
  ])('an apostrophe opens none: %s', async text => {
    const doc = await read(text + DOUBLE);
    for (const words of text.match(/\p{L}{4,}/gu) ?? []) expect(voiceOf(doc, words)).toBe('outlet');
    expect(doc.quotations.filter(({ content }) => content[0]?.start === 0 && /^['’]/.test(text))).toEqual([]);
  });

  it('goes on over paragraphs', async () => {
    const text =
      '‘We leave at dawn and we take the cart.\n\n‘The bakers’ carts come later,’ Ada Moss said.\n\nIt rained.';
    const doc = await read(text);
    for (const words of ['leave', 'come later']) expect(voiceOf(doc, words)).toBe('direct');
    expect(voiceOf(doc, 'rained')).toBe('outlet');
  });

  it('keeps what an outlet sets apart in single marks', async () => {
    const doc = await read(`The 'republic' in the hills has no seat.${DOUBLE}`);
    expect(voiceOf(doc, 'republic')).toBe('scare');
    expect(voiceOf(doc, 'hills')).toBe('outlet');
  });

  it.each([
    ['“She told me ‘go home’ and I went,” said Ada Moss.', '“She told me ‘go home’ and I went,”'],
    ["\"The bakers' guild said 'no' twice,\" said Ada Moss.", "\"The bakers' guild said 'no' twice,\""],
    ['\'She told me "go home" and I went,\' said Ada Moss.', '\'She told me "go home" and I went,\''],
  ])('the outer marks count: %s', async (text, content) => {
    expect(await saidIn(text)).toEqual([`Ada Moss, direct: ${content}`]);
  });
});

describe('marks of other kinds', () => {
  it.each([
    '""We leave at dawn,"" Ada Moss said.',
    '““We leave at dawn,”” Ada Moss said.',
    '„We leave at dawn,“ Ada Moss said.',
    '„We leave at dawn,” Ada Moss said.',
    '„We leave at dawn," Ada Moss said.',
    '‚We leave at dawn,‘ Ada Moss said.',
    '‹We leave at dawn,› Ada Moss said.',
    '« We leave at dawn, » Ada Moss said.',
    '«We leave at dawn», Ada Moss said.',
    '»We leave at dawn,« Ada Moss said.',
    '›We leave at dawn,‹ Ada Moss said.',
    '「We leave at dawn,」 Ada Moss said.',
    '『We leave at dawn,』 Ada Moss said.',
  ])('%s', async text => {
    const content = text.slice(0, text.indexOf('Ada') - 1).replace(/,$/, '');
    expect(await saidIn(text)).toEqual([`Ada Moss, direct: ${content}`]);
  });

  it('doubled marks in the middle, and single ones beside', async () => {
    const doc = await read('Ada Moss called it ""a joke"" and left. ""We leave,"" she said.');
    expect(said(doc)).toEqual(['Ada Moss, mixed: it ""a joke""', 'she, direct: ""We leave,""']);
  });

  it('what closes two quotations at once is not doubled', async () => {
    expect(await saidIn('“I have seen “Dawn and Dusk””, said Ada Moss.')).toEqual([
      'Ada Moss, direct: “I have seen “Dawn and Dusk””',
    ]);
  });

  it.each(['Home › News › The valley', 'The valley » Weather', 'A price of 5« a loaf'])(
    'marks that are none: %s',
    async text => {
      const doc = await read(`${text}\n\nThe road is open.`);
      expect(doc.quotations).toEqual([]);
    },
  );
});

describe('a mark that is missing', () => {
  it.each([
    ['The roads were open and the shops were too , " the mayor of the valley said in the hall.', []],
    ['The roads were open and the shops were too," the mayor of the valley said in the hall.', []],
    ['The roads were open and the shops were too,” the mayor of the valley told us.', []],
    [
      '“Should we go back to the valley? asked Ada Moss.',
      ['Ada Moss, direct: “Should we go back to the valley?'],
    ],
    ['“We leave at dawn, she said. The road was wet.', ['she, direct: “We leave at dawn']],
    [
      '“We leave at dawn, said Ada Moss. “The cart is ready,” she added.',
      ['Ada Moss, direct: “We leave at dawn', 'she, direct: “The cart is ready,”'],
    ],
    ['"We leave at dawn, the mayor said on Monday.', ['the mayor, direct: "We leave at dawn']],
  ])('%s', async (text, expected) => {
    const doc = await read(`${text}\n\nThe road is open.`);
    expect(said(doc)).toEqual(expected);
    expect(voiceOf(doc, 'The road is open')).toBe('outlet');
  });

  it('before another speaker', async () => {
    const doc = await read('“Should we go back to the valley? asked Ada Moss.\n\n“Yes,” said Jo Roe.');
    expect(said(doc)).toEqual([
      'Ada Moss, direct: “Should we go back to the valley?',
      'Jo Roe, direct: “Yes,”',
    ]);
  });

  it('still goes on in the next paragraph', async () => {
    const doc = await read(
      'Ada Moss said: “We leave at dawn. My brother said no, he said it twice.\n\n“The cart is ready.”',
    );
    for (const words of ['leave', 'twice', 'ready']) expect(voiceOf(doc, words)).toBe('direct');
  });
});
