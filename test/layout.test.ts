import { describe, expect, it } from 'vitest';
import { read } from './statements.js';

const LEDE = 'The ministers met on Friday in the old mill, and they left it late in the evening.';

const laidOut = async (text: string): Promise<string[]> => {
  const doc = await read(text, { title: 'Elsewhere' });
  return doc.paragraphs.map(
    ({ start, end, zone }) => `${zone}: ${doc.prose.slice(start, end).replace(/\s+/g, ' ')}`,
  );
};

describe('lines that are one paragraph', () => {
  it.each([
    ['a quotation', 'The mayor said: “The mill\nis ours and the road\nis no more, Ada.”', 1],
    ['a quotation before a name', 'The mayor said: “The mill belongs to\nAda Moss and nobody else.”', 1],
    ['straight marks', 'The mayor said: "The mill belongs to\nAda Moss and nobody else."', 1],
    ['empty lines between', '“The mill is ours and\n\nwill stay so,” the mayor said.', 1],
    ['a small letter', 'The mayor closed the mill and the\nroad that leads to it.', 1],
    [
      'a quotation that goes on in a new paragraph',
      '“The mill is ours.\n“It will stay so,” the mayor said.',
      2,
    ],
    ['a quotation that is never closed', '“The mill is ours.\nThe mayor left.\nIt rained.', 3],
    ['sentences', 'The mill is closed.\nThe road is not.', 2],
    ['lines that end open', 'The mill\nThe road\nThe bridge', 3],
  ])('%s', async (_, text, count) => {
    expect((await laidOut(`${LEDE}\n\n${text}`)).length - 1).toBe(count);
  });
});

describe('what is not the outlet’s prose', () => {
  it.each([
    ['11:02 GMT — The mayor left.', 'body: The mayor left.'],
    ['**10.42am** The mayor left.', 'body: The mayor left.'],
    ['10:55 The mayor left.', 'body: The mayor left.'],
    ['[09:15] The mayor left.', 'body: The mayor left.'],
    ['3.15pm BST: “We left,” the mayor said.', 'body: “We left,” the mayor said.'],
    ['10:55 was the time of his death.', 'body: 10:55 was the time of his death.'],
    ['10:55 Monday was too early.', 'body: 10:55 Monday was too early.'],
  ])('the time of an entry: %s', async (line, expected) => {
    expect(await laidOut(`${LEDE}\n\n${line}`)).toEqual([`lede: ${LEDE}`, expected]);
  });

  it.each([
    'BAKU, Azerbaijan (AP) — ',
    'Stepanakert, Nagorno-Karabakh (Reuters) - ',
    'YEREVAN. Oct 9 (Interfax) - ',
    'MOSCOW, October 9. /TASS/. ',
    '(Reuters) – ',
    'BAKU/YEREVAN (Reuters) - ',
    'BAKU, 9 October 2020 (AFP) — ',
    'WASHINGTON, D.C. — ',
    'Rio de Janeiro (AFP) - ',
    'BAKU — ',
    'NEW DELHI: ',
    'LAHORE: ',
    'Baku/Yerevan: ',
    'MOSCOW, Oct 9: ',
  ])('a dateline: %s', async dateline => {
    expect(await laidOut(dateline + LEDE)).toEqual([`lede: ${LEDE}`]);
    if (/Reuters|AFP|AP|Interfax/.test(dateline))
      expect(await laidOut(`It rained.\n\n${dateline}${LEDE}`), 'later').toEqual([
        'lede: It rained.',
        `body: ${LEDE}`,
      ]);
  });

  it.each([
    'Ada Moss (58) - the mayor of the valley - left.',
    'The Valley Bakers’ Union (VBU) — a guild — left.',
    'TASS — the agency — said no more.',
    'Moscow Mayor Jo Roe: “We left.”',
  ])('no dateline: %s', async sentence => {
    expect(await laidOut(`${LEDE}\n\n${sentence}`)).toEqual([`lede: ${LEDE}`, `body: ${sentence}`]);
  });

  it.each([
    ['Image caption A baker in the burnt mill', 'caption: A baker in the burnt mill'],
    ['Media caption The valley in 90 seconds', 'caption: The valley in 90 seconds'],
    ['Caption: A baker in the burnt mill.', 'caption: A baker in the burnt mill.'],
    [
      'Image copyright Getty Images Image caption A baker in the burnt mill',
      'caption: A baker in the burnt mill',
    ],
    ['<figure><img src="x.jpg"/><figcaption>The burnt mill</figcaption></figure>', 'caption: The burnt mill'],
    [
      '<figure><figcaption class="a"> <span>The burnt mill</span></figcaption></figure>',
      'caption: The burnt mill',
    ],
    ['Image captions were wrong.', 'body: Image captions were wrong.'],
    ['Caption writers left.', 'body: Caption writers left.'],
  ])('a caption: %s', async (line, expected) => {
    expect(await laidOut(`${LEDE}\n\n${line}\n\nIt rained.`)).toEqual([
      `lede: ${LEDE}`,
      expected,
      'body: It rained.',
    ]);
  });

  it.each([
    'Image copyright Getty Images',
    'Image source, Reuters',
    'BYLINE: Ada Moss',
    'SECTION: NEWS; Pg. 7A',
    'LENGTH: 452 words',
    'HIGHLIGHT: The mill is closed. Nobody knows why.',
    'DATELINE: BAKU, Azerbaijan',
    'GRAPHIC: A soldier in the burnt mill.',
    'LOAD-DATE: January 11, 2010',
    'JOURNAL-CODE: GRDN',
    'All Rights Reserved',
    '| Side | Status |\n| --- | --- |\n| Armenia | burnt |\n| The valley | occupied |',
    'Side | Status\n--- | ---\nArmenia | burnt\nThe valley | occupied',
    '<table><tr><th>Side</th></tr><tr><td>Armenia</td><td>burnt</td></tr></table>',
    '(Reporting by Nvard Hovhannisyan; Editing by Ada Moss)',
    '(Additional reporting by Ada Moss in Yerevan; Writing by Jo Roe; Editing by Al Poe and Cy Noe)',
    '[Written by Ada Moss]',
    'Reporting by Ada Moss',
    'Scroll down for video',
    'Story continues below advertisement',
  ])('furniture: %s', async line => {
    expect(await laidOut(`${LEDE}\n\n${line}\n\nIt rained.`)).toEqual([`lede: ${LEDE}`, 'body: It rained.']);
  });

  it('a credit behind the last sentence', async () => {
    expect(
      await laidOut(`${LEDE}\n\nIt rained. (Reporting by Ada Moss; Editing by Jo Roe)\n\nIt cleared.`),
    ).toEqual([`lede: ${LEDE}`, 'body: It rained.', 'body: It cleared.']);
  });

  it('a table that lays out a page is prose', async () => {
    const long = `${LEDE} `.repeat(6).trim();
    expect(await laidOut(`<table><tr><td>${long}</td></tr></table>`)).toEqual([`lede: ${long}`]);
  });
});
