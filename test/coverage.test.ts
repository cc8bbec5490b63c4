/** What outlets report and leave out, on texts of a few sentences and on what the samples had planted. */
import { beforeAll, describe, expect, it } from 'vitest';
import { coverage } from '../src/coverage/coverage.js';
import { readStory } from '../src/documents.js';
import type { Coverage, CoverageItem, Lexicons, OutletCoverage } from '../src/index.js';
import { UNJUDGED } from '../src/model/confidence.js';
import { renderReports } from '../src/pipeline.js';
import { keyed } from '../src/text/keys.js';
import { trace } from '../src/text/trace.js';
import { article, groupBy, lexicons, sampleArticles, sampleReports, tableOf } from './helpers.js';

let given: Lexicons;

beforeAll(async () => {
  given = await lexicons();
});

/** One article each, of the outlets A, B, C and so on. */
function covered(...texts: readonly string[]): Coverage {
  const articles = texts.map((text, i) =>
    article(text, { id: `a${i}`, outlet: String.fromCharCode(65 + i) }),
  );
  const traces = readStory(articles, given).docs.map(trace);
  return coverage(keyed(traces, given), given);
}

/** `x.x` where the first and the third outlet have an item. */
const pattern = ({ cells }: CoverageItem): string =>
  cells.map(cell => (cell === undefined ? '.' : 'x')).join('');

const found = (items: readonly CoverageItem[], item: string): string | undefined => {
  const only = items.filter(each => each.item === item);
  return only.length === 1 ? pattern(only[0] as CoverageItem) : undefined;
};

describe('names', () => {
  it.each([
    [
      'by their last word',
      'We met Ada Moss there. He met Ms. Moss again.',
      'They know Moss well.',
      'Ada Moss',
      'xx',
    ],
    [
      'with initials',
      'He saw Ada B. Moss, the mayor, there.',
      'The mayor, Ada Moss, slept.',
      'Ada Moss',
      'xx',
    ],
    [
      'with their people',
      'He went to Syldavia. The Syldavian king slept.',
      'A Syldavian ship sank.',
      'Syldavia',
      'xx',
    ],
    [
      'whole',
      'He joined the Lantern Society there.',
      'He joined the Harbour Society there.',
      'Lantern Society',
      'x.',
    ],
    [
      'by the word that only they have',
      'He saw Gribble Hall there.',
      'Nobody goes to Gribble now.',
      'Gribble Hall',
      'xx',
    ],
    ['at the head of a sentence', 'Gribble Hall fell.', 'He saw Gribble Hall fall.', 'Gribble Hall', 'xx'],
    [
      'by the first word, where nobody else has it',
      'He met President Kim Jong-un there. “I slept,” said Kim Jong-un.',
      'Mr. Kim came. Kim slept.',
      'Kim Jong-un',
      'xx',
    ],
    ['in other spellings', 'He slept in Kelbajar there.', 'He never saw Kalbajar again.', 'Kelbajar', 'xx'],
    [
      'over small words, with their initials',
      'He reads at the Institute for Nautical and Tidal Studies (INTS) when the ferry is late.',
      'He reads at INTS when the ferry is late. The Institute for Sleep is a joke.',
      'Institute for Nautical and Tidal Studies',
      'xx',
    ],
    [
      'of bodies as long as they are, up to the next name',
      'He left the Ministry of Harbours and Trade and Gribble Hall paid for the boat.',
      'He left the Ministry of Sleep, for Gribble Hall paid him.',
      'Ministry of Harbours and Trade',
      'x.',
    ],
    [
      'with an ampersand or without',
      'The soap of Gribble & Moss was lost with the ferry.',
      'He sold the soap of Gribble and Moss to the other man.',
      'Gribble & Moss',
      'xx',
    ],
    [
      'over the particles of people',
      'He met Olaf van Gribble at the pier.',
      'They know Olaf van Gribble there.',
      'Olaf van Gribble',
      'xx',
    ],
    [
      'over the stop of an abbreviation',
      'He went to St. Gribble by boat.',
      'There is no boat to St. Moss.',
      'St. Gribble',
      'x.',
    ],
    [
      'not by a common word of theirs',
      'He works at the Treasure Department there.',
      'He works at the Sleep Department there.',
      'Treasure Department',
      'x.',
    ],
    [
      'not inside a longer name',
      'He never left North Gribble. It rains in Gribble, and nobody in Gribble minds the rain in Gribble.',
      'He never left North Gribble again.',
      'Gribble',
      'x.',
    ],
    [
      'also in a sentence full of them',
      'Ada Moss met Olaf Gribble and Nils Holm in New Harbour.',
      'There is nobody in New Harbour.',
      'New Harbour',
      'xx',
    ],
  ])('are found %s', (_, a, b, item, expected) => {
    expect(found(covered(a, b).items, item)).toBe(expected);
  });

  it('are no words that only begin a sentence, no titles, days, agencies or outlets', () => {
    const { items } = covered(
      'Nobody came on Monday. However, the President of the A slept in March. “Well, I’m ill,” he said.',
      'Somebody came. Nobody slept in nobody’s bed.\n\nMany Sheep Slept Again Near Water Mill\n\nThe sheep slept near a mill.',
    );
    expect(items.filter(({ kind }) => kind === 'name').map(({ item }) => item)).toEqual([]);
  });

  it('are no headings between paragraphs', () => {
    const { items } = covered(
      'Nobody came to the pier.\n\nWill It Sail?\n\nCAN SHEEP TOPPLE\n\nA GIANT IN THE HARBOUR?\n\nNobody came.',
      'The sheep slept.',
    );
    expect(items.filter(({ kind }) => kind === 'name').map(({ item }) => item)).toEqual([]);
  });

  it('of two people in one article are two, and the surname is of the one named most', () => {
    const { items } = covered(
      'Prime Minister Ada Moss spoke first, and Prime Minister Ada Moss slept. Her brother, Mr. Nils Moss, said that Nils Moss had gone. Ada Moss nodded.',
      'President Nils Moss said that he was tired.',
    );
    expect([found(items, 'Ada Moss'), found(items, 'Nils Moss')]).toEqual(['x.', 'xx']);
  });

  it('are no two letters with full stops, which another outlet may write out', () => {
    const { items } = covered(
      'He spoke to Ada Moss (R-S.G.) about the ferry to Mill, N.G.',
      'The ferry from South Gribble is late. The H.P.U. slept.',
    );
    expect(items.map(({ item }) => item).filter(item => item.includes('.'))).toEqual(['H.P.U.']);
  });

  it('bear the spelling that most have', () => {
    const { items } = covered(
      'He never saw Kalbajar.',
      'They left Kelbajar there. He saw Kelbajar again.',
      'Nothing.',
    );
    expect(found(items, 'Kelbajar')).toBe('xx.');
  });
});

describe('figures and dates', () => {
  it.each([
    [
      'numbers with their unit',
      'They counted 1,250 sheep.',
      'They had 1250 grey sheep.',
      '1,250 sheep',
      'xx',
    ],
    ['numbers of other things', 'They counted 1,250 sheep.', 'They had 1250 goats.', '1,250', 'xx'],
    ['no spans of time', 'He slept for 12 days.', 'He slept for 12 nights.', '12 nights', '.x'],
    ['shares', 'They lost 12 percent.', 'They lost 12% of it.', '12 percent', 'xx'],
    [
      'numbers in words',
      'They lost three dozen boats.',
      'They lost 36 old boats and twenty-five nets.',
      'three dozen boats',
      'xx',
    ],
    [
      'bounds with what they bound',
      'He saw at least 20 sheep.',
      'He saw more than 20 sheep.',
      '20 sheep',
      'xx',
    ],
    [
      'money',
      'They paid $1.5 billion for it.',
      'They paid $1.5bn. It cost 1.5 billion.',
      '$1.5 billion',
      'xx',
    ],
    [
      'big numbers',
      'Half a million sheep came. They had 300,000 goats.',
      'He saw 500,000 sheep.',
      'half a million sheep',
      'xx',
    ],
    [
      'nothing that nobody counted',
      'Several dozen boats sank.',
      'A dozen boats sank.',
      'a dozen boats',
      '.x',
    ],
    ['ranges', 'He had 15 to 17 men.', 'There were 15-17 men.', '15 to 17 men', 'xx'],
    [
      'how long something is',
      'After 10-hour talks he slept.',
      'He slept for 10 hours.',
      '10-hour talks',
      'x.',
    ],
    ['small shares', 'It grew by 5 percent.', 'Last year it grew by 5%.', '5 percent', 'xx'],
    [
      'no shares of other things',
      'It grew by 5 percent.',
      'He sold 5% of his sheep.',
      '5 percent',
      undefined,
    ],
    ['days', 'It began on 27 September.', 'It began on Sept. 27, 2020.', '27 September', 'xx'],
    ['years', 'It began in 1994.', 'It did not begin.', '1994', 'x.'],
  ])('%s', (_, a, b, item, expected) => {
    expect(found(covered(a, b).items, item)).toBe(expected);
  });

  it('of a date are no figures', () => {
    const { items } = covered('On October 11, 2020, he had 12 cats.', 'Nothing.');
    expect(items.filter(({ kind }) => kind === 'figure').map(({ item }) => item)).toEqual(['12 cats']);
  });
});

describe('declared facts', () => {
  it('ask for a form and a word near it', () => {
    const { items } = covered(
      'A shell hit the cathedral of the town.',
      'They were married in the cathedral of the town.',
      'The shell hit a barn. They were married in the cathedral.',
    );
    expect(found(items, 'The cathedral of Shusha damaged')).toBe('x..');
  });

  it('show the numbers that differ', () => {
    const { items } = covered(
      'Armenia admitted 350 military deaths.',
      'Armenia said that 376 of its soldiers had died.',
      'Armenia said nothing.',
    );
    const deaths = items.find(({ item }) => item.startsWith('How many soldiers'));
    expect(deaths?.cells.map(cell => cell?.figures)).toEqual([['350'], ['376'], undefined]);
  });

  it('show numbers that are not exact', () => {
    const { items } = covered('The war claimed 400 lives.', 'The war has claimed hundreds of lives.');
    const lives = items.find(({ item }) => item.startsWith('How many lives'));
    expect(lives?.cells.map(cell => cell?.figures)).toEqual([['400'], ['hundreds']]);
    expect(items.some(({ kind, item }) => kind === 'figure' && item.includes('hundreds'))).toBe(false);
  });

  it('come before names where both are absent alike', () => {
    const { items } = covered(
      'Armenia admitted 350 military deaths. Ada Moss slept in Gribble Hall.',
      'Armenia admitted 350 military deaths. Ada Moss slept in Gribble Hall.',
      'Nothing happened.',
    );
    expect(items[0]?.kind).toBe('fact');
  });
});

describe('an absence', () => {
  /** What C is said not to have, of what A and B report in the same words. */
  const omittedBy = (others: string, own: string): string[] =>
    covered(`${others} ${others.replaceAll(/ the /g, ' a ')}`, others, own)
      .byOutlet.get('C')
      ?.omitted.map(({ item }) => item) ?? [];

  it.each([
    ['an accent', 'They saw Ines Márquez there.', 'It was Marquez who slept.'],
    ['a generation', 'They saw Robert S. Muldoon III there.', 'A report by Muldoon was late.'],
    ['a misspelling', 'They saw Ada Bergstrom there.', 'A letter by Bergstrøm was late.'],
    ['an abbreviation', 'He joined the Federal Harbour Agency there.', 'An FHA boat sank.'],
    ['a name in full', 'He joined the FHA there.', 'A boat of the Federal Harbour Agency sank.'],
    ['a word of the name', 'He went to Gribbleton University there.', 'The Gribbleton campus is closed.'],
    ['a people', 'He went to Syldavia there.', 'A Syldavian ship sank.'],
    ['a state', 'He lives in South Carolina there.', 'Columbia, S.C. — A boat sank.'],
    ['a hyphen', 'He joined the Lantern-Makers Guild there.', 'The guild of lantern makers slept.'],
    ['a number in words', 'There were 16 people on board.', 'On board were sixteen people.'],
    ['a big number nearly the same', 'They cut $700 billion there.', 'They cut $716 billion, it was said.'],
    ['a number nearly the same', 'There were 1,012 people on board.', 'About 1,000 people were there.'],
  ])('is none where there is %s', (_, others, own) => expect(omittedBy(others, own)).toEqual([]));

  it.each([
    ['a given name', 'They asked Steve there.'],
    ['a piece of a name', 'They met on Capitol Hill, and Hill staff slept.'],
    ['a bare number', 'There were 13 of them.'],
    ['an abbreviation of two letters', 'It was O.K. there.'],
    ['an office', 'They asked Chief what to do.'],
    ['a state, abbreviated', 'He is of R-Calif. there.'],
  ])('is not of %s', (_, others) => {
    const absent = omittedBy(others, 'Nothing happened at all.');
    expect(absent.filter(item => !item.includes(' ') && item !== 'California')).toEqual([]);
  });

  it('is still one of who and what is not there', () => {
    expect(
      omittedBy('They saw Ada Moss of the Gribble Institute there.', 'Nothing happened at all.'),
    ).toEqual(expect.arrayContaining(['Ada Moss']));
  });

  it('is never one of a form that stands in the text', async () => {
    const reports = await sampleReports();
    const rows = tableOf(reports.get('data/coverage.csv') as string);
    const texts = groupBy(await sampleArticles(), ({ outlet }) => outlet);
    let cells = 0;
    for (const { item: _, forms = '', ...outlets } of rows)
      for (const [outlet, cell] of Object.entries(outlets)) {
        if (cell !== '') continue;
        cells++;
        const text = (texts.get(outlet) ?? []).map(each => each.text).join('\n');
        const stands = (form: string): boolean =>
          new RegExp(
            `(?<![\\p{L}\\p{N}])${form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
            'u',
          ).test(text);
        expect(forms.split('; ').filter(stands)).toEqual([]);
      }
    expect(cells).toBeGreaterThan(150);
  });
});

/** The table of `articles/README.md`; outlets in the order of the columns there. */
describe('what was planted', () => {
  const COLUMNS = [
    'The Lanternfish Gazette',
    'Teapot Valley Tribune',
    'The Upside-Down Courier',
    'Cloudberry Evening Post',
    'The Paper Boat',
  ];
  it.each([
    ['The cathedral of Shusha damaged', '- TVT1:8 UDC1:31 CEP1:36 PB1:23'],
    ['Ganja under fire', 'LG1:12 TVT2:30 UDC1:17 CEP1:13 PB1:23'],
    ['Civilians killed', 'LG1:24 - UDC1:33 CEP1:30 -'],
    ['Stepanakert (Khankendi) under fire', 'LG1:28 TVT1:28 UDC1:29 CEP1:26 PB1:23'],
    ['How many soldiers the Armenian side has lost', 'LG1:30 TVT1:32 UDC1:33 CEP1:30 -'],
    ['376', '- TVT2:30 UDC2:31 - -'],
    ['Azerbaijan does not say how many soldiers it has lost', '- TVT1:32 UDC1:33 CEP1:30 -'],
    ['30,000 people', '- - UDC1:39 CEP1:34 -'],
    ['Fighters from Syria or elsewhere brought to the front', 'LG2:32 TVT1:34 UDC1:35 - PB1:31'],
    ['Turkey’s backing of Azerbaijan', 'LG1:36 TVT1:34 UDC1:37 CEP1:32 PB1:31'],
    ['The pact that binds Russia to defend Armenia', 'LG1:36 TVT1:36 UDC1:37 CEP1:32 PB1:29'],
    ['The Minsk Group and its search for a settlement', 'LG1:34 TVT1:38 UDC1:39 CEP1:34 PB1:27'],
    ['The ceasefire that ended the war of the 1990s', 'LG1:34 TVT1:38 UDC1:39 CEP1:34 PB1:27'],
    ['Who holds Hadrut', 'LG2:14 TVT2:22 UDC2:15 - -'],
    ['Mikhail Mishustin', 'LG2:34 TVT2:36 UDC2:37 - PB1:33'],
    ['Resolutions of the UN Security Council', 'LG1:34 - - - -'],
    ['Cluster munitions', '- TVT1:28 - - -'],
    ['The mediators’ meeting in Geneva', 'LG1:22 - - - -'],
  ])('%s: %s', async (item, expected) => {
    const places = tableOf((await sampleReports()).get('data/coverage-places.csv') as string);
    const mine = places.filter(each => each.item === item);
    expect(new Set(mine.map(({ outlet }) => outlet)).size).toBe(mine.length);
    const short: Readonly<Record<string, string>> = {
      lanternfish: 'LG',
      teapot: 'TVT',
      upside: 'UDC',
      cloudberry: 'CEP',
      paper: 'PB',
    };
    const cells = COLUMNS.map(outlet => {
      const { article = '', line } = mine.find(each => each.outlet === outlet) ?? {};
      return line === undefined ? '-' : `${short[article.replace(/-.*/, '')]}${article.at(-1)}:${line}`;
    });
    expect(cells.join(' ')).toBe(expected);
  });
});

describe('the comparison', () => {
  it('are in no section where all of a kind is too uncertain, and counted at the end of the page', async () => {
    const confidence = (measure: string) => (measure === 'coverage.absent' ? 0.5 : undefined);
    const files = renderReports(await sampleArticles(), await lexicons(), { confidence });
    for (const [name, page] of files)
      if (name.endsWith('.md')) expect(page, name).not.toContain('## Reported ');
    const [, counted = ''] = /## Set aside\n\n(.*)/.exec(files.get('the-paper-boat.md') as string) ?? [];
    expect(counted).toMatch(/Reported by others, not found here \d+/);
  });

  it('shows rows of data/coverage.csv', async () => {
    const files = renderReports(await sampleArticles(), await lexicons(), { confidence: UNJUDGED });
    const rows = tableOf(files.get('data/coverage.csv') as string);
    const [, section = ''] = (files.get('comparison.md') as string).split('## Omissions\n');
    const lines = section.split('\n').filter(line => /^- .*not found in/.test(line));
    expect(lines.length).toBeGreaterThanOrEqual(4);
    for (const line of lines) {
      const [, item = '', found = '', absent = ''] =
        /^- \*\*(.+?)\*\*: (.*); not found in (.*)\.$/.exec(line) ?? [];
      const { item: _, forms, ...cells } = rows.find(each => each.item === item) ?? {};
      expect(forms, line).toBeDefined();
      for (const [outlet, cell] of Object.entries(cells))
        expect((cell === '' ? absent : found).includes(outlet), `${line}: ${outlet}`).toBe(true);
    }
  });
});

describe('what some report and others do not', () => {
  /** Items, and of omissions who omits them. */
  const omitted = ({ omissions }: Coverage): [string, string][] =>
    omissions.map(({ item, omittedBy }) => [item.item, omittedBy.join('')]);
  const of = ({ byOutlet }: Coverage, outlet: string, part: keyof OutletCoverage): string[] =>
    (byOutlet.get(outlet) as OutletCoverage)[part].map(({ item }) => item);

  const NAMED = 'They met Ada Moss there. Somebody saw Ada Moss leave.';
  const LEFT = 'The old ferry left at noon.';

  it.each([
    ['two of three others', [NAMED, NAMED, LEFT, LEFT], [['Ada Moss', 'CD']]],
    ['the only other outlet', [NAMED, LEFT], [['Ada Moss', 'B']]],
    ['one of two others: too few', [NAMED, LEFT, LEFT], []],
    ['two of five others: less than half', [NAMED, NAMED, LEFT, LEFT, LEFT, LEFT], []],
    ['everybody', [NAMED, NAMED], []],
  ])('a name is omitted where it is reported by %s', (_, texts, expected) => {
    const found = covered(...texts);
    expect(omitted(found)).toEqual(expected);
    for (const [item, outlets] of expected)
      for (const outlet of found.outlets)
        expect(of(found, outlet as string, 'omitted').includes(item as string), outlet).toBe(
          (outlets as string).includes(outlet),
        );
  });

  it('common words, dates and bare numbers are too loose for that', () => {
    const text = 'On 4 May the ferries sank. The ferries had carried 376. Such ferries are old.';
    const found = covered(text, text, LEFT);
    expect(found.items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['date', 'figure', 'term']));
    expect(omitted(found)).toEqual([]);
  });

  it('what stands at the same places says the same and is given once', () => {
    const text = 'They met Ada Moss of Quarrytown, who lost 40 sheep.';
    const found = covered(text, text, LEFT);
    expect(found.items.filter(({ rank }) => rank > 0).length).toBeGreaterThan(1);
    expect(of(found, 'C', 'omitted')).toHaveLength(1);
  });

  it('only one outlet reports what no other has: a name early or twice, a figure wherever it stands', () => {
    const late = `${LEFT} ${LEFT} ${LEFT} They met Ada Moss.`;
    expect(of(covered(NAMED, LEFT), 'A', 'onlyHere')).toEqual(['Ada Moss']);
    expect(of(covered(late, LEFT), 'A', 'onlyHere')).toEqual([]);
    expect(of(covered(`${LEFT} ${LEFT} It carried 40 sheep.`, LEFT), 'A', 'onlyHere')).toEqual(['40 sheep']);
    expect(of(covered(NAMED), 'A', 'onlyHere')).toEqual([]);
  });

  it('the figures of a fact stand side by side where they differ', () => {
    const found = covered(
      'Armenia admitted 350 military deaths.',
      'Armenia said that 376 of its soldiers had died.',
      'Armenia said again that 376 of its soldiers had died.',
    );
    const rivals = found.rivalFigures.map(({ figures }) => figures);
    expect(rivals).toContainEqual([
      { figure: '350', outlets: ['A'] },
      { figure: '376', outlets: ['B', 'C'] },
    ]);
  });
});
