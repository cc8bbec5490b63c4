/** Every number in the tables of the pages is computed here a second time, from the rows of evidence.jsonl alone. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Lexicons } from '../src/index.js';
import { bootstrap, wilson } from '../src/statistics/interval.js';
import { type EvidenceRow, groupBy, lexicons, rowsOf, sampleReports } from './helpers.js';

const VOICES = ['outlet', 'scare', 'indirect', 'direct'] as const;

let given: Lexicons;
let files: ReadonlyMap<string, string>;
let rows: EvidenceRow[];
let outlets: Map<string, EvidenceRow[]>;

beforeAll(async () => {
  given = await lexicons();
  files = await sampleReports();
  rows = rowsOf(files);
  outlets = groupBy(rows, ({ outlet }) => outlet);
});

// What stands on a page

/** The rows of each table of a page, heads dropped, under the heading it stands below. */
type Tables = ReadonlyMap<string, readonly string[][][]>;

function tablesOf(page: string): Tables {
  const tables = new Map<string, string[][][]>();
  let heading = '';
  let table: string[][] | undefined;
  for (const line of page.split('\n')) {
    if (line.startsWith('#')) heading = line.replace(/^#+ /, '');
    if (!line.startsWith('|')) {
      table = undefined;
      continue;
    }
    const cells = line
      .slice(1, -1)
      .split('|')
      .map(cell => cell.trim());
    if (table === undefined) {
      table = [];
      tables.set(heading, [...(tables.get(heading) ?? []), table]);
    } else if (!/^:?-+:?$/.test(cells[0] as string)) table.push(cells);
  }
  return tables;
}

/** Compares the table with that number under a heading, whatever the order of its rows and the spelling of their names. */
function expectTable(
  tables: Tables,
  heading: string,
  expected: readonly (readonly string[])[],
  number = 0,
): void {
  const sorted = (some: readonly (readonly string[])[] = []): string[] =>
    some
      .map(([name = '', ...cells]) => [name.toLowerCase().replaceAll('-', ' '), ...cells].join(' | '))
      .toSorted();
  expect(sorted(tables.get(heading)?.[number]), heading).toEqual(sorted(expected));
}

const firstNamed = (page: string): string =>
  page.split('\n').find(line => line.startsWith('Named first: ')) ?? '';

// The same from the rows

const of = (some: readonly EvidenceRow[], measure: string): EvidenceRow[] =>
  some.filter(each => each.measure === measure);
const by = (some: readonly EvidenceRow[], fields: Partial<EvidenceRow>): EvidenceRow[] =>
  some.filter(row => Object.entries(fields).every(([key, value]) => row[key as keyof EvidenceRow] === value));
const sum = (some: readonly EvidenceRow[]): number => some.reduce((total, { weight }) => total + weight, 0);
const percent = (value: number): string => `${Math.round(value * 100)}%`;
const range = (count: number, base: number): string => {
  const { low, high } = wilson(count, base);
  return base === 0 ? '–' : `${percent(low)} to ${percent(high)}`;
};
const ofBase = (some: readonly EvidenceRow[], all: readonly EvidenceRow[]): string =>
  all.length === 0 ? '–' : `${sum(some)} of ${sum(all)}`;
const signed = (value: number): string =>
  `${value < -0.004 ? '−' : value > 0.004 ? '+' : ''}${Math.abs(value).toFixed(2)}`;
const partyName = (id: string): string =>
  id === 'no-party'
    ? 'sources of no single listed party'
    : id === 'others'
      ? 'somebody or something else'
      : id === 'nobody'
        ? 'nobody named'
        : (given.parties.get(id)?.name ?? id);
const subjects = (measure: string): string[] => [...groupBy(of(rows, measure), each => each.subject).keys()];
const except = (outlet: string): EvidenceRow[] => rows.filter(each => each.outlet !== outlet);
const tally = (words: readonly string[]): string =>
  [...groupBy(words, word => word)]
    .map(([word, { length }]) => ({ word, length }))
    .toSorted((a, b) => b.length - a.length || (a.word < b.word ? -1 : 1))
    .map(({ word, length }) => `${word} ${length}`)
    .join(', ');

function terminologyRows(concept: string): { label: string; name: string; favours: string }[] {
  const used = new Set(by(of(rows, 'terminology.label'), { subject: concept }).map(({ label }) => label));
  return (given.concepts.get(concept)?.labels ?? [])
    .filter(({ id }) => used.has(id))
    .map(({ id, favours }) => ({
      label: id,
      name: id.replaceAll('-', ' '),
      favours: favours === undefined ? '–' : partyName(favours),
    }));
}

/** Mean polarity of mentions with its interval, resampling the sentences that they stand in. */
function polarity(mentions: readonly EvidenceRow[]) {
  const cells = [...groupBy(mentions, row => `${row.article} ${row.sentence}`).values()].map(rows => ({
    numerator: sum(rows),
    denominator: rows.length,
  }));
  const { low, high } = bootstrap(cells, { low: -1, high: 1 });
  return { mean: sum(mentions) / mentions.length, low, high };
}

const judgements = (mentions: readonly EvidenceRow[]): string[] =>
  ['negative', 'neutral', 'positive'].map(label => String(by(mentions, { label }).length));

/** Harms of a subject in own words, and behind a stroke in the mouths of others. */
function harmCell(own: readonly EvidenceRow[], measure: string, subject: string): string {
  const cell = (voices: readonly string[]): string => {
    const all = of(own, measure).filter(
      each => voices.includes(each.voice) && (measure !== 'agency.no-doer' || each.subject === subject),
    );
    return ofBase(by(all, { subject }), measure === 'agency.no-doer' ? all.map(one) : all);
  };
  const carried = cell(['indirect', 'direct']);
  return cell(['outlet']) + (carried === '–' ? '' : ` / ${carried}`);
}

const one = (row: EvidenceRow): EvidenceRow => ({ ...row, weight: 1 });

/** Words of each voice that the comparison counts for an outlet, in the order of `VOICES`. */
const wordsOf = (outlet: string): number[] => {
  const row = tablesOf(files.get('comparison.md') as string)
    .get('What was read')?.[0]
    ?.find(([name]) => name?.startsWith(`[${outlet}]`));
  return (row ?? []).slice(3, 7).map(Number);
};

const perThousand = (count: number, words: number): string => ((1000 * count) / words).toFixed(1);

/** Loaded words of one's own, words, loaded words per thousand. */
const loadedCell = (own: readonly EvidenceRow[]): string => {
  const { length } = by(of(own, 'loaded.words'), { voice: 'outlet' });
  const [words = 0] = wordsOf(own[0]?.outlet as string);
  return `${length} of ${words} (${perThousand(length, words)})`;
};

const harmSubjects = (): string[] => [
  ...new Set([...subjects('agency.doer'), ...subjects('agency.sufferer')]),
];

describe('the page of an outlet', () => {
  const eachPage = (check: (tables: Tables, own: EvidenceRow[], outlet: string) => void): void => {
    expect(outlets.size).toBe(5);
    for (const [outlet, own] of outlets) {
      const page = [...files.values()].find(text => text.startsWith(`# ${outlet} on `)) as string;
      check(tablesOf(page), own, outlet);
    }
  };
  it('counts labels', () =>
    eachPage((tables, own, outlet) => {
      for (const concept of subjects('terminology.label')) {
        const inVoice = (some: readonly EvidenceRow[], voice: EvidenceRow['voice']): EvidenceRow[] =>
          by(of(some, 'terminology.label'), { subject: concept, voice });
        const gloss = given.concepts.get(concept)?.gloss as string;
        if (by(of(own, 'terminology.label'), { subject: concept }).length === 0) {
          expect(tables.get(gloss), gloss).toBeUndefined();
          continue;
        }
        const mine = inVoice(own, 'outlet');
        const theirs = inVoice(except(outlet), 'outlet');
        const expected = terminologyRows(concept).map(({ label, name, favours }) => [
          name,
          favours,
          ...VOICES.map(voice => ofBase(by(inVoice(own, voice), { label }), inVoice(own, voice))),
          range(by(mine, { label }).length, mine.length),
          ofBase(by(theirs, { label }), theirs),
        ]);
        expectTable(tables, gloss, expected);
      }
    }));

  it('counts loaded words, by whose words they are', () =>
    eachPage((tables, own, outlet) => {
      const counts = wordsOf(outlet);
      const shown = tables.get('Words that judge')?.[0] ?? [];
      expect(shown.map(([, count, rate]) => [count, rate])).toEqual(
        VOICES.flatMap((voice, v) => {
          const { length } = by(of(own, 'loaded.words'), { voice });
          const words = counts[v] as number;
          return words === 0 ? [] : [[`${length} of ${words}`, perThousand(length, words)]];
        }),
      );
      const others = [...outlets].filter(([other]) => other !== outlet);
      const theirs = others.flatMap(([, rows]) => by(of(rows, 'loaded.words'), { voice: 'outlet' })).length;
      const words = others.reduce((total, [other]) => total + (wordsOf(other)[0] as number), 0);
      expect(shown[0]?.at(-1)).toBe(perThousand(theirs, words));
    }));

  it('counts claims that are vouched for or doubted', () =>
    eachPage((tables, own) => {
      const expected = [...groupBy(of(own, 'certainty.lent'), ({ subject }) => subject)].map(([subject]) => [
        partyName(subject),
        ...['certainty.lent', 'certainty.withheld'].flatMap(measure => {
          const claims = by(of(own, measure), { subject });
          const words = tally(claims.filter(({ weight }) => weight > 0).map(({ term }) => term));
          return [`${sum(claims)} of ${claims.length}`, words.replace(/, (?!.*, )/, ' and ') || '–'];
        }),
      ]);
      expectTable(tables, 'Whose claims it vouches for', expected);
    }));

  it('counts mentions', () =>
    eachPage((tables, own, outlet) => {
      const articles = groupBy(own, ({ article }) => article).size;
      const inVoice = (some: readonly EvidenceRow[], voice: EvidenceRow['voice']): EvidenceRow[] =>
        by(of(some, 'visibility.mentions'), { voice });
      const mine = inVoice(own, 'outlet');
      const theirs = inVoice(except(outlet), 'outlet');
      const named = subjects('visibility.mentions').filter(subject =>
        [...of(own, 'visibility.mentions'), ...theirs].some(each => each.subject === subject),
      );
      const expected = named.map(subject => {
        const count = (all: readonly EvidenceRow[]): string => ofBase(by(all, { subject }), all);
        return [
          partyName(subject),
          count(mine),
          range(by(mine, { subject }).length, mine.length),
          `${percent(by(theirs, { subject }).length / theirs.length)} of ${theirs.length}`,
          count(inVoice(own, 'indirect')),
          count(inVoice(own, 'direct')),
          count(of(own, 'visibility.headline')),
          count(of(own, 'visibility.lede')),
          `${by(of(own, 'visibility.first'), { subject }).length} of ${articles}`,
        ];
      });
      expectTable(tables, 'Who is on stage', expected);
    }));

  it('counts statements, quoted words and reporting words', () =>
    eachPage((tables, own) => {
      const statements = of(own, 'attribution.statements');
      const words = of(own, 'attribution.words');
      const expected = [...groupBy(statements, ({ subject }) => subject)].map(([subject, mine]) => [
        partyName(subject),
        ofBase(mine, statements),
        ofBase(by(words, { subject }), words),
        tally(
          by(of(own, 'attribution.stance'), { subject }).map(({ term, label }) =>
            label === 'neutral' ? term : `${term} (${label})`,
          ),
        ),
      ]);
      expectTable(tables, 'Who speaks', expected);
    }));

  it('counts what parties say of whom', () =>
    eachPage((tables, own) => {
      const favouring = of(own, 'terminology.label').flatMap(({ speaker_party, subject, label, text }) => {
        const concept = given.concepts.get(subject);
        const favours = concept?.labels.find(({ id }) => id === label)?.favours;
        return concept === undefined || favours === undefined || speaker_party === null
          ? []
          : [{ speaker_party, of: concept.gloss, word: text.replace(/\s+/g, ' ') }];
      });
      const evaluating = of(own, 'sentiment.polarity').flatMap(row =>
        row.speaker_party === null || row.speaker_party === row.subject || row.label === 'neutral'
          ? []
          : [{ speaker_party: row.speaker_party, of: partyName(row.subject), word: row.label as string }],
      );
      const groups = groupBy([...favouring, ...evaluating], each => `${each.speaker_party}\t${each.of}`);
      const expected = [...groups].map(([key, some]) => {
        const [speaker = '', of = ''] = key.split('\t');
        return [partyName(speaker), of, tally(some.map(({ word }) => word))];
      });
      expectTable(tables, 'Who speaks', expected, 1);
    }));

  it('counts harms by doer and by sufferer, and those without a doer', () =>
    eachPage((tables, own) => {
      if (of(own, 'agency.doer').length === 0) return;
      const expected = harmSubjects().map(subject => [
        partyName(subject),
        harmCell(own, 'agency.doer', subject),
        harmCell(own, 'agency.sufferer', subject),
        /^(?:others|nobody)$/.test(subject) ? '–' : harmCell(own, 'agency.no-doer', subject),
      ]);
      expectTable(tables, 'Who acts, and who is acted on', expected);
    }));

  it('averages polarity', () =>
    eachPage((tables, own) => {
      const seen = of(own, 'sentiment.polarity');
      const expected = subjects('sentiment.polarity').flatMap(party => {
        const mentions = by(seen, { subject: party, voice: 'outlet' });
        if (mentions.length === 0) return [];
        const { mean, low, high } = polarity(mentions);
        return [
          [
            partyName(party),
            signed(mean),
            `${signed(low)} to ${signed(high)}`,
            String(mentions.length),
            ...judgements(mentions),
          ],
        ];
      });
      expectTable(tables, 'How the parties are evaluated', expected);
      const carried = seen.filter(({ voice }) => /direct$/.test(voice));
      const groups = groupBy(carried, row => `${row.speaker_party ?? 'no-party'}\t${row.subject}`);
      expectTable(
        tables,
        'How the parties are evaluated',
        [...groups].map(([key, mentions]) => {
          const [speaker = '', party = ''] = key.split('\t');
          const mean = signed(sum(mentions) / mentions.length);
          return [
            partyName(speaker),
            partyName(party),
            mean,
            String(mentions.length),
            ...judgements(mentions),
          ];
        }),
        1,
      );
    }));
});

describe('the comparison', () => {
  const tables = (): Tables => tablesOf(files.get('comparison.md') as string);
  const eachOutlet = (cell: (own: EvidenceRow[]) => string): string[] =>
    [...outlets.keys()].toSorted().map(outlet => cell(outlets.get(outlet) as EvidenceRow[]));

  /** Those that anybody has in their own words. */
  const subjectsIn = (measure: string): string[] => [
    ...groupBy(by(of(rows, measure), { voice: 'outlet' }), each => each.subject).keys(),
  ];

  it('counts labels', () => {
    for (const concept of subjects('terminology.label')) {
      const expected = terminologyRows(concept).map(({ label, name, favours }) => [
        favours === '–' ? name : `${name} (favours ${favours})`,
        ...eachOutlet(own => {
          const namings = by(of(own, 'terminology.label'), { subject: concept });
          const mine = by(namings, { voice: 'outlet' });
          const carried = by(namings, { label }).filter(({ voice }) => /direct$/.test(voice)).length;
          const scare = by(namings, { label, voice: 'scare' }).length;
          return [
            ofBase(by(mine, { label }), mine),
            carried > 0 ? ` / ${carried}` : '',
            scare > 0 ? ` “${scare}”` : '',
          ].join('');
        }),
      ]);
      expectTable(tables(), given.concepts.get(concept)?.gloss as string, expected);
    }
  });

  it('counts loaded words', () => {
    expectTable(tables(), 'Words that judge', [['loaded words, own words', ...eachOutlet(loadedCell)]]);
  });

  it('counts claims that are vouched for or doubted', () => {
    const expected = subjects('certainty.lent').map(subject => [
      partyName(subject),
      ...eachOutlet(own => {
        const [lent, withheld] = ['certainty.lent', 'certainty.withheld'].map(measure =>
          by(of(own, measure), { subject }),
        ) as [EvidenceRow[], EvidenceRow[]];
        return lent.length === 0 ? '–' : `${sum(lent)} / ${sum(withheld)} of ${withheld.length}`;
      }),
    ]);
    expectTable(tables(), 'Whose claims they vouch for', expected);
  });

  it('counts mentions', () => {
    const expected = subjectsIn('visibility.mentions').map(subject => [
      partyName(subject),
      ...eachOutlet(own => {
        const all = by(of(own, 'visibility.mentions'), { voice: 'outlet' });
        const mine = by(all, { subject });
        return `${percent(mine.length / all.length)} (${ofBase(mine, all)})`;
      }),
    ]);
    expectTable(tables(), 'Who is on stage', expected);
  });

  it('says who is named first', () => {
    const expected = eachOutlet(own => {
      const articles = groupBy(own, ({ article }) => article).size;
      const names = subjects('visibility.first').flatMap(subject => {
        const { length } = by(of(own, 'visibility.first'), { subject });
        if (length === 0) return [];
        return [`${partyName(subject)}${articles > 1 ? ` in ${length} of ${articles}` : ''}`];
      });
      return `${own[0]?.outlet}: ${names.toSorted().join(' and ')}`;
    });
    expect(firstNamed(files.get('comparison.md') as string)).toBe(`Named first: ${expected.join('; ')}.`);
  });

  it('counts statements and quoted words', () => {
    const expected = subjects('attribution.statements').map(subject => [
      partyName(subject),
      ...eachOutlet(own =>
        ['attribution.statements', 'attribution.words']
          .map(measure => ofBase(by(of(own, measure), { subject }), of(own, measure)))
          .join('; '),
      ),
    ]);
    expectTable(tables(), 'Who speaks', expected);
  });

  it('counts harms by doer and by sufferer', () => {
    const mine = (own: EvidenceRow[], measure: string, subject: string): string => {
      const all = by(of(own, measure), { voice: 'outlet' });
      return ofBase(by(all, { subject }), all);
    };
    const doers = subjectsIn('agency.doer').map(subject => [
      partyName(subject),
      ...eachOutlet(own => mine(own, 'agency.doer', subject)),
    ]);
    expectTable(tables(), 'Who acts, and who is acted on', doers);
    const sufferers = subjectsIn('agency.sufferer').map(subject => [
      partyName(subject),
      ...eachOutlet(own => {
        const harmed = by(of(own, 'agency.no-doer'), { voice: 'outlet', subject });
        const nobody = harmed.length === 0 ? '' : `; ${sum(harmed)} of ${harmed.length}`;
        return mine(own, 'agency.sufferer', subject) + nobody;
      }),
    ]);
    expectTable(tables(), 'Who acts, and who is acted on', sufferers, 1);
  });

  it('averages polarity', () => {
    const cell = (mentions: readonly EvidenceRow[]): string => {
      if (mentions.length === 0) return '–';
      const { mean, low, high } = polarity(mentions);
      const interval = mentions.length < 5 ? '' : `${signed(low)} to ${signed(high)}; `;
      return `${signed(mean)} (${interval}${mentions.length})`;
    };
    const expected = subjects('sentiment.portrayal').map(subject => [
      partyName(subject),
      ...eachOutlet(
        own =>
          `${cell(by(of(own, 'sentiment.polarity'), { subject, voice: 'outlet' }))} / ${cell(by(of(own, 'sentiment.portrayal'), { subject }))}`,
      ),
    ]);
    expectTable(tables(), 'How the parties are evaluated', expected);
  });
});
