import { describe, expect, it } from 'vitest';
import type { Doc } from '../src/model/doc.js';
import { read, said, slice, voiceOf } from './statements.js';

const LEDE = 'The council of the valley met on Friday, and Jane Moss and Peter Frost came late.';

/** Whose words each of these is; `outlet` where they are the outlet's own. */
const whose = (doc: Doc, words: string): string => {
  const token = doc.tokenAt(doc.article.text.indexOf(words));
  const { source } = doc.quotations[doc.tokens.quotation[token] as number] ?? {};
  if (voiceOf(doc, words) === 'outlet') return 'outlet';
  return source === undefined ? 'nobody' : (source.name ?? slice(doc, source.span));
};

const expectWhose = async (text: string, expected: Readonly<Record<string, string>>, title?: string) => {
  const doc = await read(text, title === undefined ? {} : { title });
  const found = Object.fromEntries(Object.keys(expected).map(words => [words, whose(doc, words)]));
  expect(found).toEqual(expected);
};

describe('transcripts', () => {
  it('a turn is its speaker’s up to the next one', async () => {
    await expectWhose(
      `${LEDE}\n\nMOSS: The mill is ours. We will take it back.\n\nREPORTER: What about the burnt road?\n\nMOSS: There is no such road. It was closed by the dockers.\n\n(APPLAUSE)\n\nFROST: The guild will defend itself.\n\nIt rained all night.`,
      {
        'The mill': 'Jane Moss',
        'take it back': 'Jane Moss',
        'burnt road': 'REPORTER',
        'no such road': 'Jane Moss',
        'closed by': 'Jane Moss',
        APPLAUSE: 'outlet',
        'defend itself': 'Peter Frost',
        'rained all night': 'outlet',
      },
    );
  });

  it('names in small letters, when several turns follow each other', async () => {
    await expectWhose(
      `${LEDE}\n\nSmith: The mill is ours. We will take it back.\n\nJones: That is false. You burnt it.\n\nSmith: Never.\n\nIt rained all night.`,
      {
        'The mill': 'Smith',
        'take it back': 'Smith',
        'That is false': 'Jones',
        'You burnt it': 'Jones',
        Never: 'Smith',
        rained: 'outlet',
      },
    );
  });

  it('titles, full names and offices', async () => {
    await expectWhose(
      `${LEDE}\n\nMODERATOR: You have two minutes.\n\nSEN. MOSS: Thank you. The dockers burnt our mill.\n\nPETER FROST, BAKER: That is false. The guild attacked us.\n\nMODERATOR: Thank you both.\n\nIt rained.`,
      {
        'two minutes': 'MODERATOR',
        'burnt our mill': 'Jane Moss',
        'The guild attacked': 'Peter Frost',
        'Thank you both': 'MODERATOR',
        rained: 'outlet',
      },
    );
  });

  it('two turns, each of several sentences', async () => {
    await expectWhose(
      `${LEDE}\n\nMOSS: The mill is ours. The dockers burnt it.\n\nFROST: The guild burnt our road.\n\nIt rained.`,
      { 'dockers burnt': 'Jane Moss', 'guild burnt': 'Peter Frost', rained: 'outlet' },
    );
  });

  it('turns in one paragraph', async () => {
    await expectWhose(
      `${LEDE}\n\nMOSS: Do you deny it? FROST: I do. The guild burnt our road. MOSS: That is false.`,
      {
        'you deny': 'Jane Moss',
        'I do': 'Peter Frost',
        'guild burnt': 'Peter Frost',
        'That is false': 'Jane Moss',
      },
    );
  });

  it('a turn goes on over paragraphs without a label', async () => {
    await expectWhose(
      `${LEDE}\n\nMOSS: The mill is ours.\n\nThe dockers burnt it, and nobody helped us.\n\nFROST: I was there. I helped.\n\nIt rained.`,
      { 'dockers burnt': 'Jane Moss', 'I helped': 'Peter Frost', rained: 'outlet' },
    );
  });

  it.each([
    'Where: The old mill.\n\nWhen: It opens on Friday.\n\nPrice: Nobody pays.',
    'Monday: The rain will go on.\n\nTuesday: The sun comes out.',
    'NOTE: The mill is closed.\n\nUPDATE: The mill is open again.\n\nNOTE: It is closed.',
    'FACT: The mill was burnt.\n\nVERDICT: That is false.',
    'WATCH: The mayor leaves the mill.\n\nOPINION: The mayor must go.',
    'London: The rain will go on.\n\nParis: The sun comes out.',
    'Russia: The army has left.\n\nIran: The army has come.',
    'Cases: 500 are ill.\n\nDeaths: Nobody died.',
  ])('a list is none: %s', async list => {
    const doc = await read(`${LEDE}\n\n${list}\n\nIt rained.`);
    expect(said(doc)).toEqual([]);
  });
});

describe('questions and answers', () => {
  const talk = (q: string, a: string): string =>
    `${q} Do you still bake?\n\n${a} No. These are hard times. The dockers burnt my mill.\n\n${q} And the road?\n\n${a} It is closed.\n\nIt rained.`;

  it.each([
    ['Q:', 'A:'],
    ['Q.', 'A.'],
    ['Question:', 'Answer:'],
    ['Q –', 'A –'],
    ['**Q:**', '**A:**'],
  ])('%s ... %s', async (q, a) => {
    const words = {
      'still bake': 'nobody',
      'hard times': 'nobody',
      'dockers burnt': 'nobody',
      'is closed': 'nobody',
    };
    await expectWhose(`The council met.\n\n${talk(q, a)}`, { ...words, rained: 'outlet' });
    const told = Object.fromEntries(
      Object.keys(words).map(key => [key, key === 'still bake' ? 'nobody' : 'Jane Moss']),
    );
    const named = 'Our reporter spoke with Jane Moss, a baker, on Friday.';
    await expectWhose(`${named}\n\n${talk(q, a)}`, { ...told, rained: 'outlet' });
  });

  it('in one paragraph', async () => {
    await expectWhose('The council met.\n\nQ: Do you bake? A: No. These are hard times.', {
      'you bake': 'nobody',
      'hard times': 'nobody',
    });
  });
});

describe('other labels', () => {
  it.each([
    ['“The mill will be ours again, and we will go home.” – Foreign Minister Jane Moss', 'Jane Moss'],
    ['“The mill will be ours again, and we will go home.” — Jane Moss, mayor of the valley', 'Jane Moss'],
    ['"The mill will be ours again, and we will go home." - Jane Moss', 'Jane Moss'],
    ['“The mill will be ours again, and we will go home.”\n\n— Jane Moss', 'Jane Moss'],
    ['And from the mayor Jane Moss:\n\n“The mill will be ours again, and we will go home”', 'Jane Moss'],
    ['From Jane Moss:\n\n“The mill will be ours again, and we will go home.”', 'Jane Moss'],
    ['Jane Moss:\n\n“The mill will be ours again, and we will go home.”', 'Jane Moss'],
    ['And from the mayor Jane Moss:\n\nThe mill will be ours again, and we will go home.', 'Jane Moss'],
    ['11:02 GMT — Moss: “The mill will be ours again, and we will go home.”', 'Jane Moss'],
    ['3.15pm: Jane Moss: “The mill will be ours again, and we will go home.”', 'Jane Moss'],
    ['Jane Moss, the mayor, said:\n\nThe mill will be ours again, and we will go home.', 'Jane Moss'],
    ['The mill will be ours again! pic.twitter.com/abc — Jane Moss (@jmoss) October 9, 2020', 'Jane Moss'],
    ['The mill will be ours again!\n\n— Jane Moss (@jmoss) October 9, 2020', 'Jane Moss'],
    ['The mill will be ours again #home — Jane Moss (@jmoss)', 'Jane Moss'],
    ['The mill will be ours again: Jane Moss', 'Jane Moss'],
    ['“The mill will be ours again”: Moss', 'Jane Moss'],
    ['Jane Moss: the mill will be ours again', 'Jane Moss'],
    ['Police: The mill will be ours again', 'Police'],
  ])('%s', async (text, speaker) => {
    await expectWhose(`${LEDE}\n\n${text}\n\nIt rained all night.`, {
      'mill will be': speaker,
      'rained all': 'outlet',
    });
  });

  it.each([
    ['Alan Green murder: Oakdale police to face inquiry', 'face inquiry'],
    ['Brexit: what comes next', 'comes next'],
    ['Brexit: Ministers agree on a plan', 'agree on'],
    ['Live updates: Minister leaves the hall', 'leaves the'],
    ['Opinion: The mayor must go', 'must go'],
    ['WATCH: Mayor leaves the hall', 'leaves the'],
    ['Russia: Thousands march in the rain', 'march in'],
    ['Jane Moss: why the mayor left', 'left'],
    ['Valley floods: Thousands leave their homes', 'leave their'],
    ['Flood warning: Stay at home', 'Stay at'],
    ['Explained: How the mill burnt', 'mill burnt'],
    ['Dockers strike: The road', 'strike'],
  ])('a topic is no speaker: %s', async (headline, words) => {
    await expectWhose(`${headline}\n\n${LEDE}`, { [words]: 'outlet' }, headline);
  });

  it.each([
    ['Dockers destroyed the mill: Moss', 'destroyed the mill', 'Jane Moss'],
    ['Two dead in the burnt mill: police', 'dead in', 'police'],
    ['Jane Moss: Dockers destroyed the mill', 'destroyed the mill', 'Jane Moss'],
    ['Dockers destroyed the mill, says Moss', 'destroyed the mill', 'Jane Moss'],
    ['Dockers destroyed the mill: foreign ministry', 'destroyed the mill', 'foreign ministry'],
  ])('a headline’s claim: %s', async (headline, words, speaker) => {
    await expectWhose(`${headline}\n\n${LEDE}`, { [words]: speaker }, headline);
  });
});

describe('quotations of few words beside each other', () => {
  it.each([
    'Jane Moss spoke in the valley of “thieves,” “liars” and “crooks” in the hall.',
    'Jane Moss warned on Friday of “thieves,” “liars” and “crooks” in the hall.',
    'Jane Moss spoke of “thieves,” “liars” and “crooks” in the hall.',
  ])('%s', async text => {
    await expectWhose(text, { thieves: 'Jane Moss', liars: 'Jane Moss', crooks: 'Jane Moss' });
  });

  it('are the outlet’s where nobody says them', async () => {
    const doc = await read('The road ran in the valley of “thieves,” “liars” and “crooks” for years.');
    for (const words of ['thieves', 'liars', 'crooks']) expect(voiceOf(doc, words)).toBe('scare');
  });
});

it('what stands between said and its clause is no content', async () => {
  const doc = await read(
    'Speaking in the hall, Jane Moss said, when asked about the “crooks”, that it was “late”.',
  );
  expect(voiceOf(doc, 'Speaking')).toBe('outlet');
  expect(whose(doc, 'late')).toBe('Jane Moss');
});

describe('two speakers in one sentence', () => {
  it.each([
    '“Closed,” said Jane Moss; “open,” said Peter Frost.',
    '“It is closed,” Jane Moss said; “it is open,” Peter Frost said.',
    '“Closed,” said Jane Moss, “open,” said Peter Frost.',
    'Jane Moss said “closed”; Peter Frost said “open”.',
    '‘Closed,’ said Jane Moss; ‘open,’ said Peter Frost.',
    '“Closed,” said Jane Moss, while “open,” said Peter Frost.',
  ])('%s', async text => {
    const words = text.toLowerCase().includes('it is')
      ? ['is closed', 'is open']
      : [/closed/i.exec(text)?.[0] as string, 'open'];
    await expectWhose(text, { [words[0] as string]: 'Jane Moss', [words[1] as string]: 'Peter Frost' });
    const doc = await read(text);
    expect(doc.quotations).toHaveLength(2);
    for (const { content } of doc.quotations) expect(content).toHaveLength(1);
  });
});
