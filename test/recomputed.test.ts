/** Every number in the tables of the pages is computed here a second time, from the rows of evidence.jsonl alone. */
import { beforeAll, describe, expect, it } from 'vitest';
import { bootstrap, wilson } from '../src/aggregate/interval.js';
import type { Lexicons } from '../src/index.js';
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

type Table = Map<string, string[]>;

/** The tables under each heading of a page: rows by their first cell, heads dropped. */
function tablesOf(page: string): Map<string, Table> {
  const tables = new Map<string, Table>();
  let heading = '';
  let head = true;
  for (const line of page.split('\n')) {
    if (line.startsWith('#')) heading = line.replace(/^#+ /, '');
    if (!line.startsWith('|')) {
      head = true;
      continue;
    }
    const cells = line
      .slice(1, -1)
      .split('|')
      .map(cell => cell.trim());
    if (!head && !/^:?-+:?$/.test(cells[0] as string)) {
      const table = tables.get(heading) ?? new Map();
      table.set(cells[0], cells.slice(1));
      tables.set(heading, table);
    }
    head = false;
  }
  return tables;
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
  id === 'no-party' ? 'sources of no listed party' : (given.parties.get(id)?.name ?? id);
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

/** Mean polarity with its interval, resampling the sentences that name the party. */
function polarity(own: readonly EvidenceRow[], party: string) {
  const mine = { subject: party, voice: 'outlet' } as const;
  const mentions = by(of(own, 'visibility.mentions'), mine);
  const words = by(of(own, 'sentiment.polarity'), mine);
  const sentenceOf = (row: EvidenceRow): string => `${row.article} ${row.sentence}`;
  const cells = new Map(
    [...groupBy(mentions, sentenceOf)].map(([at, { length }]) => [at, { weight: 0, base: length }]),
  );
  for (const word of words) {
    const cell = cells.get(sentenceOf(word));
    if (cell !== undefined) cell.weight += word.weight;
  }
  const { high } = wilson(0, mentions.length);
  const interval =
    words.length === 0 ? { low: -high, high } : bootstrap([...cells.values()], { low: -1, high: 1 });
  return { mean: sum(words) / mentions.length, ...interval, mentions: mentions.length, words };
}

describe('the page of an outlet', () => {
  const eachPage = (
    check: (tables: Map<string, Table>, own: EvidenceRow[], outlet: string) => void,
  ): void => {
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
        const expected = terminologyRows(concept).map(({ label, name, favours }): [string, string[]] => {
          const mine = inVoice(own, 'outlet');
          const theirs = inVoice(except(outlet), 'outlet');
          return [
            name,
            [
              favours,
              ...VOICES.map(voice => ofBase(by(inVoice(own, voice), { label }), inVoice(own, voice))),
              range(by(mine, { label }).length, mine.length),
              ofBase(by(theirs, { label }), theirs),
            ],
          ];
        });
        const gloss = given.concepts.get(concept)?.gloss as string;
        expect(tables.get(gloss), `${outlet}: ${gloss}`).toEqual(new Map(expected));
      }
    }));

  it('counts mentions', () =>
    eachPage((tables, own, outlet) => {
      const articles = groupBy(own, ({ article }) => article).size;
      const expected = subjects('visibility.mentions').map((party): [string, string[]] => {
        const inVoice = (some: readonly EvidenceRow[], voice: EvidenceRow['voice']): EvidenceRow[] =>
          by(of(some, 'visibility.mentions'), { voice });
        const count = (all: readonly EvidenceRow[]): string => ofBase(by(all, { subject: party }), all);
        const mine = inVoice(own, 'outlet');
        const theirs = inVoice(except(outlet), 'outlet');
        const first = by(of(own, 'visibility.first'), { subject: party }).length;
        return [
          partyName(party),
          [
            count(mine),
            range(by(mine, { subject: party }).length, mine.length),
            `${percent(by(theirs, { subject: party }).length / theirs.length)} of ${theirs.length}`,
            count(inVoice(own, 'indirect')),
            count(inVoice(own, 'direct')),
            count(of(own, 'visibility.headline')),
            count(of(own, 'visibility.lede')),
            `${first} of ${articles}`,
          ],
        ];
      });
      expect(tables.get('Who is on stage'), outlet).toEqual(new Map(expected));
    }));

  it('counts statements, quoted words and reporting words', () =>
    eachPage((tables, own, outlet) => {
      const statements = of(own, 'attribution.statements');
      const words = of(own, 'attribution.words');
      const expected = [...groupBy(statements, ({ subject }) => subject)].map(
        ([party, mine]): [string, string[]] => [
          partyName(party),
          [
            ofBase(mine, statements),
            ofBase(by(words, { subject: party }), words),
            tally(
              by(of(own, 'attribution.stance'), { subject: party }).map(({ term, label }) =>
                label === 'neutral' ? term : `${term} (${label})`,
              ),
            ),
          ],
        ],
      );
      expect(tables.get('Who speaks'), outlet).toEqual(new Map(expected));
    }));

  it('averages polarity', () =>
    eachPage((tables, own, outlet) => {
      const expected = subjects('sentiment.polarity').flatMap((party): [string, string[]][] => {
        const { mean, low, high, mentions, words } = polarity(own, party);
        if (mentions === 0) return [];
        const made = tally(words.map(({ term, weight }) => `${term} ${weight < 0 ? '−' : '+'}`));
        return [
          [partyName(party), [signed(mean), `${signed(low)} to ${signed(high)}`, String(mentions), made]],
        ];
      });
      expect(tables.get('How the parties are evaluated'), outlet).toEqual(new Map(expected));
    }));
});

describe('the comparison', () => {
  const tables = (): Map<string, Table> => tablesOf(files.get('comparison.md') as string);
  const eachOutlet = <T>(cell: (own: EvidenceRow[]) => T): T[] =>
    [...outlets.keys()].toSorted().map(outlet => cell(outlets.get(outlet) as EvidenceRow[]));

  it('counts labels', () => {
    for (const concept of subjects('terminology.label')) {
      const expected = terminologyRows(concept).map(({ label, name, favours }): [string, string[]] => [
        name,
        [
          favours,
          ...eachOutlet(own => {
            const namings = by(of(own, 'terminology.label'), { subject: concept });
            const mine = by(namings, { voice: 'outlet' });
            const carried = by(namings, { label }).filter(({ voice }) => /direct$/.test(voice)).length;
            return ofBase(by(mine, { label }), mine) + (carried > 0 ? ` / ${carried}` : '');
          }),
        ],
      ]);
      const gloss = given.concepts.get(concept)?.gloss as string;
      expect(tables().get(gloss), gloss).toEqual(new Map(expected));
    }
  });

  it('counts mentions', () => {
    const expected = subjects('visibility.mentions').map((party): [string, string[]] => [
      partyName(party),
      eachOutlet(own => {
        const all = by(of(own, 'visibility.mentions'), { voice: 'outlet' });
        const mine = by(all, { subject: party });
        return `${percent(mine.length / all.length)} (${ofBase(mine, all)})`;
      }),
    ]);
    expect(tables().get('Who is on stage')).toEqual(new Map(expected));
  });

  it('says who is named first', () => {
    const expected = eachOutlet(own => {
      const firsts = of(own, 'visibility.first');
      const articles = groupBy(own, ({ article }) => article).size;
      const names = subjects('visibility.first').flatMap(party => {
        const { length } = by(firsts, { subject: party });
        if (length === 0) return [];
        return [`${partyName(party)}${articles > 1 ? ` in ${length} of ${articles}` : ''}`];
      });
      return `${own[0]?.outlet}: ${names.toSorted().join(' and ')}`;
    });
    expect(firstNamed(files.get('comparison.md') as string)).toBe(`Named first: ${expected.join('; ')}.`);
  });

  it('counts statements and quoted words', () => {
    const expected = subjects('attribution.statements').map((party): [string, string[]] => [
      partyName(party),
      eachOutlet(own =>
        ['attribution.statements', 'attribution.words']
          .map(measure => ofBase(by(of(own, measure), { subject: party }), of(own, measure)))
          .join('; '),
      ),
    ]);
    expect(tables().get('Who speaks')).toEqual(new Map(expected));
  });

  it('averages polarity', () => {
    const expected = subjects('sentiment.polarity').map((party): [string, string[]] => [
      partyName(party),
      eachOutlet(own => {
        const { mean, low, high, mentions } = polarity(own, party);
        return mentions === 0 ? '–' : `${signed(mean)} (${signed(low)} to ${signed(high)}; ${mentions})`;
      }),
    ]);
    expect(tables().get('How the parties are evaluated')).toEqual(new Map(expected));
  });
});
