import { describe, expect, it } from 'vitest';
import type { Doc, Quotation } from '../src/model/doc.js';
import { read, slice, statements, voiceOf as voiceIn } from './statements.js';

const inWords = (doc: Doc, { source, content, act }: Quotation): string =>
  `${act === true ? 'act: ' : ''}${source?.name ?? (slice(doc, source?.span) || 'nobody')} | ${content.map(span => slice(doc, span)).join(' + ')}`;

/** Speaker and content of every statement; of acts too where they are asked for. */
const told = async (text: string, acts = false): Promise<string[]> => {
  const doc = await read(text);
  return doc.quotations.filter(({ act }) => acts || act !== true).map(each => inWords(doc, each));
};

const voiceOf = async (text: string, words: string): Promise<string> => voiceIn(await read(text), words);

describe('a quotation has one speaker', () => {
  it.each([
    'Aliyev said, “The mill is ours.” Armenia did not comment.',
    'Aliyev said, “The mill is ours.” Russia declined to answer.',
    'Aliyev said, “The mill is ours.” The ministry did not respond to a request for comment.',
    'Aliyev said, “The mill is ours.” Russia commented on Sunday.',
    'Aliyev said, “The mill is ours.” Armenia has yet to answer.',
  ])('%s', async text => expect(await told(text)).toEqual(['Ilham Aliyev | “The mill is ours.”']));

  it('is nobody’s where somebody only does not comment', async () => {
    expect(await told('“The mill is ours for good.” Armenia did not answer.')).toEqual([
      'nobody | “The mill is ours for good.”',
    ]);
  });

  it('takes over what stands before it with nothing between', async () => {
    const text = '“The road is closed.” “Nobody asked us.” “We were never told,” Ada Moss said.';
    expect(await told(text)).toEqual([
      'Ada Moss | “The road is closed.” + “Nobody asked us.” + “We were never told,”',
    ]);
  });

  it('may be named by the sentence before', async () => {
    const text = 'Sergei Lavrov was firm on Monday. “It was never ours to sell in the first place.”';
    expect(await told(text)).toEqual(['Sergei Lavrov | “It was never ours to sell in the first place.”']);
  });

  it('does not refuse and speak at once', async () => {
    const text = 'Ford, who declined to comment for this article, wants “a road for all of us”.';
    expect((await told(text, true)).some(each => each.startsWith('who |'))).toBe(false);
  });
});

describe('joint speakers', () => {
  it.each([
    ['“It is late,” said Aliyev and Pashinyan.', 'Aliyev and Pashinyan'],
    ['Aliyev and Pashinyan said that it was late.', 'Aliyev and Pashinyan'],
    ['Putin, Aliyev and Pashinyan said that it was late.', 'Putin, Aliyev and Pashinyan'],
    ['“It is late,” Vladimir Putin and Ilham Aliyev said.', 'Vladimir Putin and Ilham Aliyev'],
  ])('%s', async (text, expected) => {
    const [{ source } = {}] = (await read(text)).quotations;
    expect(source).toMatchObject({ kind: 'official' });
    expect(source).not.toHaveProperty('name');
    expect(source).not.toHaveProperty('party');
    expect(slice(await read(text), source?.span)).toBe(expected);
  });

  it.each([
    ['His successor Joe Biden said that it was late.', 'Joe Biden | that it was late'],
    [
      'A friend of Aliyev and Pashinyan said that it was late.',
      'A friend of Aliyev and Pashinyan | that it was late',
    ],
  ])('but not: %s', async (text, expected) => expect(await told(text)).toEqual([expected]));
});

describe('words that report', () => {
  it.each([
    ['It was never ours to sell, Lavrov posited.', 'It was never ours to sell'],
    ['“Never again,” Lavrov fumed.', '“Never again,”'],
    ['Lavrov deadpanned: “What a day for a walk.”', '“What a day for a walk.”'],
    ['Lavrov surmised that the deal was dead.', 'that the deal was dead'],
    ['Lavrov lamented that the deal was dead.', 'that the deal was dead'],
    ['Lavrov is confident that the deal is dead.', 'that the deal is dead'],
    ['Lavrov seemed convinced that the deal was dead.', 'that the deal was dead'],
    ['Lavrov claims NATO does not care.', 'NATO does not care'],
    ['The deal is, as Lavrov puts it, a gift to the rich.', 'The deal is + a gift to the rich'],
    ['As Lavrov put it on Monday, the deal is a gift to the rich.', 'the deal is a gift to the rich'],
    ['It was a gift to the rich, as Lavrov noted.', 'It was a gift to the rich'],
    ['The mill will never be sold, Lavrov told the Valley Post.', 'The mill will never be sold'],
    ['He sold the mill, which Lavrov said was a mistake, in May.', 'was a mistake'],
    ['Lavrov said the mill — a gift to the town — was lost.', 'the mill — a gift to the town — was lost'],
    ['Lavrov said the mill was lost — a claim few share.', 'the mill was lost'],
    ['According to Lavrov, the mill is lost — a view few share.', 'the mill is lost'],
  ])('%s', async (text, expected) => expect(await told(text)).toContain(`Sergei Lavrov | ${expected}`));

  it.each([
    [
      'The mill was sold in May, according to court records, and the owner left.',
      'court records | The mill was sold in May',
    ],
    ['The mill was sold in May, records show.', 'records | The mill was sold in May'],
    ['The lawsuit claims that the mill was sold.', 'The lawsuit | that the mill was sold'],
    ['It was revealed by Russia on Monday that the mill was sold.', 'Russia | that the mill was sold'],
    ['Another said, “We wait and see.”', 'Another | “We wait and see.”'],
    [
      'They teach what their website calls “a robust view of mills.”',
      'their website | “a robust view of mills.”',
    ],
    ['Most believe that the mill was sold.', 'Most | that the mill was sold'],
  ])('%s', async (text, expected) => expect(await told(text)).toContain(expected));

  it.each([
    'It was a controversial request that could struggle to win votes.',
    'Five towns have state-run mills.',
    'The way the forms were lost reminded him of a mill that the town had loved.',
    'The DNC could be hoping that the lawsuit will revive the row.',
    'Lavrov may believe that time is on his side.',
    'The mayor would argue that nobody knew.',
    'If Lavrov thinks that time is on his side, he errs.',
    'Lavrov seems to think that time is on his side.',
    'Mann is said to have hidden the money.',
    'The Latest: Markets fall as banks close',
    'Alan Green murder: Oakville police face inquiry',
  ])('states nothing: %s', async text => expect(await told(text)).toEqual([]));

  it('takes what somebody was asked for no words of his', async () => {
    expect(await told('Lavrov, asked if he would go, said that he would wait.')).toEqual([
      'Sergei Lavrov | that he would wait',
    ]);
  });

  it('names those who are asked for what they answer alone', async () => {
    expect(await told('Asked whether he would go, Lavrov said that he would wait.', true)).toEqual([
      'act: nobody | whether he would go',
      'Sergei Lavrov | that he would wait',
    ]);
  });
});

describe('who does it in the passive', () => {
  it.each([
    ['The plan was denounced as a disgrace by Lavrov.', 'act: Sergei Lavrov | The plan + as a disgrace'],
    ['The plan, backed by Lavrov, was dropped.', 'act: Sergei Lavrov | The plan'],
    ['Mann was accused by Lavrov of theft.', 'act: Sergei Lavrov | Mann + of theft'],
    ['Mann is expected to leave.', 'act: nobody | Mann + to leave'],
  ])('%s', async (text, expected) => expect(await told(text, true)).toContain(expected));
});

describe('what somebody calls something', () => {
  it.each([
    ['Lavrov branded the plan a disgrace.', 'disgrace', 'indirect'],
    ['Lavrov branded the plan a disgrace.', 'plan', 'outlet'],
    ['Lavrov described the plan as a disgrace.', 'disgrace', 'indirect'],
    ['Lavrov dubbed her a crook.', 'crook', 'indirect'],
    ['Lavrov called the deal shameful.', 'shameful', 'indirect'],
    ['Lavrov called the deal shameful.', 'deal', 'outlet'],
    ['The town rejected what Lavrov terms a disgrace.', 'disgrace', 'indirect'],
    ['They fear what Ada Moss describes as a brutal purge.', 'brutal', 'indirect'],
    ['The plan was denounced as a disgrace by Lavrov.', 'disgrace', 'indirect'],
    ['Lavrov spoke of a brutal purge.', 'brutal', 'indirect'],
    ['Lavrov railed against the corrupt mayor.', 'corrupt', 'indirect'],
    ['Lavrov praised the plan as well as the mill.', 'mill', 'outlet'],
    ['Lavrov called for a new plan.', 'plan', 'outlet'],
  ])('%s (%s)', async (text, words, expected) => expect(await voiceOf(text, words)).toBe(expected));
});

describe('what a source is', () => {
  const source = async (text: string) =>
    (await read(text)).quotations.find(({ act }) => act !== true)?.source;

  it.each([
    'The weather said that it was over.',
    'Baseball practice said that it was over.',
    'The argument said that it was over.',
  ])('may be nobody: %s', async text => expect((await source(text))?.doubtful).toBe(true));

  it.each([
    'The poll said that it was over.',
    'A neighbour said that it was over.',
    'The company said that it was over.',
    'Lavrov said that it was over.',
    'A copy of his letter said that it was over.',
    'An economist said that it was over.',
  ])('is somebody: %s', async text => expect(await source(text)).not.toHaveProperty('doubtful'));

  it.each([
    ['Larry Cole, president of the Brookside Institute, said that it was over.', 'civilian'],
    ['Ann Bell, a union leader, said that it was over.', 'civilian'],
    ['A spokesman for the company said that it was over.', 'civilian'],
    ['Ann Bell, the education secretary, said that it was over.', 'official'],
    ['“We wait,” said one attendee, Jim Ball.', 'other'],
  ])('%s', async (text, expected) => expect((await source(text))?.kind).toBe(expected));

  it('of “they show” is a thing, whoever was named before', async () => {
    expect(await source('Republicans welcomed the memos. They show that Mr. Reed was eager.')).toMatchObject({
      kind: 'unnamed',
    });
  });
});

describe('a source is whoever speaks, and not who is named beside', () => {
  it.each([
    ['“It is late,” Bob Haller, Reed’s chief of staff, told the Pilot.', 'Bob Haller, Reed’s chief of staff'],
    ['“It is late,” said Sue Park, Reed’s lawyer.', 'Sue Park'],
    ['“It is late,” said the mayor, Tom Reed.', 'Tom Reed'],
    ['Tom Reed answered Ada Moss’s charges in a statement:\n\n“It is late.”', 'Tom Reed'],
    ['Tom Reed replied to the bakers’ demands in an email on Friday:\n\n“It is late.”', 'Tom Reed'],
  ])('%s', async (text, source) => {
    const doc = await read(`Tom Reed met Ada Moss. ${text}`);
    const { source: found } = doc.quotations.find(({ form }) => form === 'direct') ?? {};
    expect(found?.name ?? slice(doc, found?.span)).toBe(source);
  });

  it.each([
    'Tom Reed posted a picture of a girl that Ada Moss knew in the town.',
    'According to letters obtained by the Pilot, Tom Reed messaged with the guild.',
    'Tom Reed tweeted an old photo of the mill that bakers once loved.',
  ])('nobody says it: %s', async text => {
    const said = await statements(`The town met. ${text}`);
    expect(said.filter(each => /^(?:Tom Reed|Reed) /.test(each))).toEqual([]);
  });
});
