/**
 * The sample articles were written with their framing planted, as articles/README.md lists it. These tests take the
 * numbers from there and ask whether the reports find them.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../src/documents.js';
import type { Article, Doc } from '../src/index.js';
import { VOICES } from '../src/model/article.js';
import type { QuotationRecord } from '../src/model/profile.js';
import { type EvidenceRow, groupBy, lexicons, rowsOf, sampleArticles, sampleReports } from './helpers.js';

const SHORT: Readonly<Record<string, string>> = {
  'The Lanternfish Gazette': 'Lanternfish',
  'Teapot Valley Tribune': 'Teapot',
  'The Upside-Down Courier': 'Courier',
  'Cloudberry Evening Post': 'Cloudberry',
  'The Paper Boat': 'Paper Boat',
};

let rows: EvidenceRow[];
let quotations: (QuotationRecord & { readonly article: string; readonly outlet: string })[];
let docs: Doc[];

beforeAll(async () => {
  const samples: Article[] = await sampleArticles();
  const files = await sampleReports();
  const given = await lexicons();
  rows = rowsOf(files).map(row => ({ ...row, outlet: SHORT[row.outlet] as string }));
  docs = samples.map(sample => parse(sample, given));
  const outletOf = new Map(samples.map(({ id, outlet }) => [id, SHORT[outlet] as string]));
  quotations = (rowsOf(files, 'data/quotations.jsonl') as unknown as typeof quotations).map(each => ({
    ...each,
    outlet: outletOf.get(each.article) as string,
  }));
});

/** `Lanternfish 5, Cloudberry 1`, in the order of `SHORT`. */
const byOutlet = (some: readonly { readonly outlet: string }[]): string =>
  Object.values(SHORT)
    .map(outlet => ({ outlet, count: some.filter(each => each.outlet === outlet).length }))
    .filter(({ count }) => count > 0)
    .map(({ outlet, count }) => `${outlet} ${count}`)
    .join(', ');

describe('words', () => {
  const OWN = 'outlet';
  it.each([
    ['status/occupied', OWN, 'Lanternfish 5'],
    ['status/occupied', 'indirect', 'Lanternfish 2, Cloudberry 1'],
    ['status/occupied', 'direct', 'Cloudberry 1'],
    ['status/disputed', OWN, 'Courier 2'],
    ['status/breakaway', OWN, 'Courier 3'],
    ['status/breakaway', 'indirect', 'Courier 1'],
    ['status/breakaway', 'direct', 'Courier 1'],
    ['armed-side/separatists', OWN, 'Cloudberry 4'],
    ['status/enclave', OWN, 'Paper Boat 2'],
    ['status/enclave', 'indirect', 'Paper Boat 1'],
    ['status/azerbaijani-territory', OWN, 'Lanternfish 1'],
    ['territory-name/nagorno-karabakh', OWN, 'Lanternfish 4, Courier 4, Cloudberry 2'],
    ['territory-name/nagorno-karabakh', 'indirect', 'Courier 1, Cloudberry 1'],
    ['territory-name/karabakh', OWN, 'Lanternfish 2, Paper Boat 1'],
    ['territory-name/karabakh', 'indirect', 'Teapot 1'],
    ['territory-name/artsakh', OWN, 'Teapot 7'],
    ['armed-side/defence-army', OWN, 'Teapot 2'],
    ['fighting-2020/clashes', OWN, 'Courier 3, Cloudberry 1'],
    ['fighting-2020/clashes', 'indirect', 'Courier 2, Cloudberry 1'],
    ['fighting-2020/conflict', OWN, 'Paper Boat 3'],
    ['fighting-2020/azerbaijani-aggression', OWN, 'Teapot 2'],
    ['fighting-2020/azerbaijani-aggression', 'direct', 'Teapot 1'],
    ['fighting-2020/offensive', OWN, 'Teapot 1'],
    ['fighting-2020/counter-offensive', OWN, 'Lanternfish 1'],
    ['taking-territory/liberate', OWN, 'Lanternfish 2'],
    ['taking-territory/liberate', 'indirect', 'Lanternfish 1'],
    ['taking-territory/liberate', 'scare', 'Paper Boat 1'],
    ['capital-town/khankendi', OWN, 'Lanternfish 2'],
    ['capital-town/stepanakert', OWN, 'Teapot 5, Courier 3, Cloudberry 1, Paper Boat 1'],
    ['capital-town/stepanakert', 'indirect', 'Lanternfish 1'],
    ['shusha-town/shusha', OWN, 'Lanternfish 2, Courier 1, Cloudberry 1'],
    ['shusha-town/shusha', 'indirect', 'Teapot 1, Courier 1'],
    ['shusha-town/shusha', 'direct', 'Lanternfish 1'],
    ['shusha-town/shushi', OWN, 'Teapot 5, Courier 1, Cloudberry 1'],
    ['shusha-town/shushi', 'indirect', 'Courier 1'],
    ['claim-of-right/territorial-integrity', 'indirect', 'Lanternfish 1'],
    ['claim-of-right/self-defence', OWN, 'Lanternfish 1'],
    ['claim-of-right/self-determination', OWN, 'Teapot 2'],
    ['claim-of-right/self-determination', 'direct', 'Teapot 1'],
  ])('%s, %s: %s', (label, voice, expected) => {
    const found = rows.filter(
      each =>
        each.measure === 'terminology.label' &&
        `${each.subject}/${each.label}` === label &&
        each.voice === voice,
    );
    expect(byOutlet(found)).toBe(expected);
  });

  it.each([
    ['terrorists', ''],
    ['jihadists', ''],
    ['escalation', ''],
    ['hostilities', ''],
    ['retake', ''],
    ['capture', ''],
    ['rightful-owners', ''],
    ['self-proclaimed', ''],
    ['mercenaries', 'Teapot 2'],
  ])('%s in any voice: %s', (label, expected) => {
    const found = rows.filter(each => each.measure === 'terminology.label' && each.label === label);
    expect(byOutlet(found)).toBe(expected);
  });

  it('stand in scare quotes twice, both times in The Paper Boat', () => {
    const scare = VOICES.indexOf('scare');
    const words = docs.flatMap(({ article, tokens }) =>
      tokens.text
        .filter((_, i) => tokens.voice[i] === scare && tokens.pos[i] !== 'PUNCT')
        .map(word => `${SHORT[article.outlet]}: ${word}`),
    );
    expect(words).toEqual(['Paper Boat: liberation', 'Paper Boat: republic']);
  });
});

describe('who acts', () => {
  /** Harms in an outlet's own words: who does them, told how. */
  const harms = (subject: string, ...forms: string[]): EvidenceRow[] =>
    rows.filter(
      each =>
        each.measure === 'agency.agent' &&
        each.subject === subject &&
        each.voice === 'outlet' &&
        forms.includes(each.label ?? ''),
    );

  it.each([
    ['armenia', 'Lanternfish 8'],
    // "Broke through the lines" is planted, too; the lexicons do not take it for a deed of harm.
    ['azerbaijan', 'Teapot 8'],
  ])('%s in the active voice: %s', (party, expected) => {
    expect(byOutlet(harms(party, 'active'))).toBe(expected);
  });

  it('a caption names one more agent in the passive', () => {
    expect(byOutlet(harms('armenia', 'passive'))).toBe('Cloudberry 1');
  });

  it('nobody, where the slant hides it', () => {
    const { Lanternfish, Teapot } = Object.fromEntries(
      ['Lanternfish', 'Teapot'].map(outlet => [
        outlet,
        harms('nobody', 'agentless')
          .filter(each => each.outlet === outlet)
          .map(({ article, line, term }) => `${article.at(-1)}:${line} ${term}`),
      ]),
    );
    // "Power was cut" is planted, too; the lexicons do not take it for harm.
    expect(Lanternfish).toEqual(['1:28 shelled', '1:28 damaged', '1:28 hit', '2:24 shelled', '2:24 damaged']);
    expect(Teapot).toEqual(['2:30 shelled']);
  });
});

describe('who is named first of the two', () => {
  it.each([
    ['lanternfish-gazette-1', 'azerbaijan'],
    ['lanternfish-gazette-2', 'azerbaijan'],
    ['teapot-valley-tribune-1', 'armenia'],
    ['teapot-valley-tribune-2', 'armenia'],
    ['cloudberry-evening-post-1', 'armenia'],
    ['upside-down-courier-1', 'armenia'],
    ['upside-down-courier-2', 'azerbaijan'],
    ['paper-boat-1', 'azerbaijan'],
  ])('%s: %s', (article, party) => {
    const first = rows.find(
      each =>
        each.measure === 'visibility.mentions' &&
        each.article === article &&
        /^(?:azerbaijan|armenia)$/.test(each.subject),
    );
    expect(first?.subject).toBe(party);
  });
});

describe('who is quoted', () => {
  const quoted = () => quotations.filter(({ form }) => form !== 'indirect');

  it('how often', () => {
    const each = groupBy(quoted(), ({ article, quotation }) => `${article} ${quotation}`);
    expect(byOutlet([...each.values()].map(([first]) => first as (typeof quotations)[number]))).toBe(
      'Lanternfish 9, Teapot 6, Courier 8, Cloudberry 5, Paper Boat 4',
    );
  });

  it.each([
    ['Lanternfish', 148],
    ['Teapot', 129],
    ['Courier', 92],
    ['Cloudberry', 64],
    ['Paper Boat', 63],
  ])('%s: %i words', (outlet, words) => {
    const found = rows.filter(each => each.measure === 'attribution.words' && each.outlet === outlet);
    expect(found.flatMap(({ text }) => text.trim().split(/\s+/)).length).toBe(words);
  });

  it.each([
    ['Lanternfish', /^(?:azerbaijan|turkey)$/],
    ['Teapot', /^armenia$/],
    ['Courier', /^(?:azerbaijan|armenia)$/],
    ['Cloudberry', /^(?:azerbaijan|armenia)$/],
    ['Paper Boat', /^russia$/],
  ])('%s quotes nobody of another party than %s', (outlet, parties) => {
    const known = quoted().flatMap(each => (each.outlet === outlet ? (each.party ?? []) : []));
    expect(known.length).toBeGreaterThan(0);
    for (const party of known) expect(party).toMatch(parties);
  });

  it('with the party wherever the source is called by it', () => {
    const named = {
      azerbaijan: /Azerbaijani/,
      armenia: /Armenian/,
      russia: /Kremlin|Russian/,
      turkey: /Turkish/,
    };
    let seen = 0;
    for (const { source, party } of quoted())
      for (const [id, name] of Object.entries(named))
        if (name.test(source ?? '')) {
          expect(party, source).toBe(id);
          seen++;
        }
    expect(seen).toBeGreaterThan(15);
  });

  it('in two pieces where the cue stands in the middle, in three over two paragraphs', () => {
    const pieces = [...groupBy(quoted(), ({ article, quotation }) => `${article} ${quotation}`).values()];
    const broken = pieces.filter(({ length }) => length > 1).map(each => each[0] as { article: string });
    const count = (article: string): number => broken.filter(each => each.article === article).length;
    expect(Object.fromEntries(docs.map(({ article: { id } }) => [id, count(id)]))).toEqual({
      'cloudberry-evening-post-1': 3,
      'lanternfish-gazette-1': 2,
      'lanternfish-gazette-2': 4,
      'paper-boat-1': 2,
      'teapot-valley-tribune-1': 2,
      'teapot-valley-tribune-2': 2,
      'upside-down-courier-1': 3,
      'upside-down-courier-2': 0,
    });
    const longest = pieces.find(({ length }) => length === 3);
    expect(longest?.map(({ article, source }) => `${article}: ${source}`)).toEqual(
      Array(3).fill('teapot-valley-tribune-2: Narine'),
    );
  });
});

describe('reporting words', () => {
  /** The parties for whom an outlet uses a reporting word; sources that are not resolved are `no-party`. */
  const users = (outlet: string, term: string): string[] =>
    rows
      .filter(each => each.measure === 'attribution.stance' && each.outlet === outlet && each.term === term)
      .map(({ subject }) => subject);

  it.each([
    ['Lanternfish', 'claimed', 6, 'azerbaijan'],
    ['Lanternfish', 'admitted', 1, 'azerbaijan'],
    ['Lanternfish', 'says', 1, 'armenia'],
    ['Teapot', 'claimed', 6, 'armenia'],
    ['Teapot', 'pointed out', 4, 'azerbaijan'],
    ['Cloudberry', 'claimed', 5, 'azerbaijan'],
  ])('%s: %s %i times, never of %s', (outlet, term, times, never) => {
    expect(users(outlet, term)).toHaveLength(times);
    expect(users(outlet, term)).not.toContain(never);
  });

  it.each([
    ['Lanternfish', 'armenia'],
    ['Teapot', 'azerbaijan'],
    ['Cloudberry', 'armenia'],
  ])('%s never has said of %s', (outlet, never) => {
    expect(users(outlet, 'said').length).toBeGreaterThan(3);
    expect(users(outlet, 'said')).not.toContain(never);
  });

  it('The Courier says said of both sides and nothing stronger', () => {
    for (const term of ['claimed', 'alleged', 'admitted', 'noted', 'pointed out'])
      expect(users('Courier', term)).toEqual([]);
    const said = users('Courier', 'said');
    expect(said.filter(party => party === 'azerbaijan').length).toBeGreaterThanOrEqual(7);
    expect(said.filter(party => party === 'armenia').length).toBeGreaterThanOrEqual(9);
  });

  it('in The Paper Boat neither side says anything', () => {
    const parties = quotations.filter(({ outlet }) => outlet === 'Paper Boat').map(({ party }) => party);
    expect(parties).toContain('russia');
    expect(parties).not.toContain('armenia');
    expect(parties).not.toContain('azerbaijan');
  });

  it('according to, ten in all', () => {
    const found = rows.filter(each => each.measure === 'attribution.stance' && each.term === 'according to');
    expect(byOutlet(found)).toBe('Lanternfish 2, Teapot 2, Courier 3, Cloudberry 2, Paper Boat 1');
  });

  it('declined to say reports nothing', () => {
    const texts = rows.filter(each => each.measure === 'attribution.statements').map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter(text => /where exactly that line/.test(text))).toEqual([]);
  });
});

describe('furniture', () => {
  it.each([
    ['upside-down-courier-1', 'byline', 'By Odalys Merrin for CPP'],
    ['upside-down-courier-1', 'date', 'October 9, 2020'],
    ['upside-down-courier-1', 'photo credit', '(CPP Photo)'],
    ['upside-down-courier-2', 'dateline', 'MOSCOW (CPP) -'],
    ['cloudberry-evening-post-1', 'photo credit', '/ CPP / ILMARI QUANCE'],
    ['cloudberry-evening-post-1', 'translation notice', 'Powered by automated translation'],
    ['lanternfish-gazette-1', 'photo credit', '(Photo by Tamsin Oake)'],
    ['lanternfish-gazette-1', 'byline', 'By Lanternfish Gazette Staff'],
    ['lanternfish-gazette-2', 'byline', 'By Fennimore Dace'],
    ['teapot-valley-tribune-1', 'photo credit', 'Photograph: Perpetua Lindqvist/Teapot Valley Tribune'],
    ['teapot-valley-tribune-2', 'byline', 'By Barnaby Thrupp and Isolde Marchbank'],
    ['teapot-valley-tribune-2', 'date', '9 October 2020'],
    ['paper-boat-1', 'byline', 'By Ottoline Fairweather'],
    ['paper-boat-1', 'relay notice', 'Source: Read Full Article'],
  ])('%s, %s: %s', (id, rule, text) => {
    const doc = docs.find(each => each.article.id === id) as Doc;
    const found = doc.furniture.map(({ rule, span }) => [
      rule,
      doc.article.text.slice(span.start, span.end).trim(),
    ]);
    expect(found).toContainEqual([rule, text]);
  });

  it('is told from headline, standfirst and caption', () => {
    const zones = (id: string): string[] => [
      ...new Set(docs.find(each => each.article.id === id)?.paragraphs.map(({ zone }) => zone)),
    ];
    for (const { article, headlineInText } of docs) {
      expect(headlineInText, article.id).toBe(true);
      expect(zones(article.id)[0]).toBe('headline');
    }
    const captions = docs.filter(({ article }) => zones(article.id).includes('caption'));
    expect(captions.map(({ article }) => article.id)).toEqual([
      'cloudberry-evening-post-1',
      'lanternfish-gazette-1',
      'teapot-valley-tribune-1',
      'upside-down-courier-1',
    ]);
    const standfirsts = docs.filter(
      ({ paragraphs }) => paragraphs.filter(({ zone }) => zone === 'headline').length === 2,
    );
    expect(standfirsts.map(({ article }) => article.id)).toEqual([
      'cloudberry-evening-post-1',
      'lanternfish-gazette-1',
      'paper-boat-1',
      'teapot-valley-tribune-1',
    ]);
  });
});

interface CopyRow {
  readonly a: { readonly article: string; readonly text: string; readonly line: number };
  readonly b: { readonly article: string; readonly text: string; readonly line: number };
  readonly kind: string;
  readonly edits: readonly { readonly a: string; readonly b: string; readonly kind: string }[];
}

describe('shared copy', () => {
  let pairs: CopyRow[];
  const between = (a: RegExp, b: RegExp): CopyRow[] =>
    pairs.filter(pair => a.test(pair.a.article) && b.test(pair.b.article));

  beforeAll(async () => {
    pairs = rowsOf(await sampleReports(), 'data/shared-copy.jsonl') as unknown as CopyRow[];
  });

  it('Cloudberry keeps 28 sentences of the dispatch, 15 of them word for word, and edits 13', () => {
    const kept = between(/cloudberry/, /courier-1/);
    expect(kept).toHaveLength(28);
    expect(kept.every(({ kind }) => kind === 'copy')).toBe(true);
    expect(kept.filter(({ edits }) => edits.length === 0)).toHaveLength(15);
    expect(kept.filter(({ edits }) => edits.some(({ kind }) => kind !== 'style'))).toHaveLength(10);
  });

  it('line by line as it was planted', () => {
    const lines = new Set(between(/cloudberry/, /courier-1/).map(({ a, b }) => `${b.line}->${a.line}`));
    expect([...lines].toSorted()).toEqual(
      '17->13 19->16 21->18 23->20 25->22 27->24 29->26 31->36 33->30 37->32 39->34 41->38'.split(' '),
    );
  });

  it('with every edit that was planted, and no other', () => {
    const counts = new Map<string, number>();
    for (const { edits } of between(/cloudberry/, /courier-1/))
      for (const { a, b, kind } of edits) {
        const key = `${kind}: ${b} > ${a}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    expect(Object.fromEntries(counts)).toEqual({
      'party:  > Armenian': 1,
      'party: over the disputed region of > with Armenian separatists in': 1,
      'party: breakaway region > separatists': 1,
      'label: breakaway > occupied': 2,
      'cue: said > claimed': 5,
      'style: defense > defence': 4,
    });
  });

  it('Paper Boat keeps four sentences', () => {
    const kept = between(/paper-boat/, /courier-1/);
    expect(kept.map(({ edits }) => edits.map(({ a, b }) => `${b} > ${a}`).toSorted())).toEqual([
      [' > Mr'],
      [],
      [
        'Nagorno-Karabakh > The enclave',
        'some 30,000 people had died > the conflict had cost both sides dearly',
      ],
      [],
    ]);
  });

  it('Lanternfish and Teapot share no sentence with anybody', () => {
    expect(between(/lanternfish|teapot/, /./)).toEqual([]);
    expect(between(/./, /lanternfish|teapot/)).toEqual([]);
  });

  it('what Cloudberry omitted is named', async () => {
    const { omitted_copy } = JSON.parse((await sampleReports()).get('data/report.json') as string) as {
      omitted_copy: { outlet: string; article: string; line: number }[];
    };
    const cut = omitted_copy.filter(({ outlet }) => SHORT[outlet] === 'Cloudberry');
    expect(cut.map(({ article, line }) => `${article}:${line}`)).toEqual([
      'upside-down-courier-1:35',
      'upside-down-courier-1:35',
    ]);
  });

  it('the word that was added in the caption stands first in both pages', async () => {
    const files = await sampleReports();
    for (const [name, heading] of [
      ['comparison.md', '## Edits of shared copy'],
      ['cloudberry-evening-post.md', '## Edits of shared copy'],
    ] as const) {
      const section = (files.get(name) as string).split(`${heading}\n`)[1] as string;
      expect(section.split('\n').find(line => line.startsWith('- '))).toContain(
        'damaged by an **Armenian** missile in Ganja',
      );
    }
  });
});
