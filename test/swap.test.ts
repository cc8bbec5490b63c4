/** Exchanging two parties, in the articles and in the lexicons, exchanges their results and changes nothing else. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../src/documents.js';
import {
  type Article,
  buildLexicons,
  builtInLexicons,
  type Comparison,
  type Lexicons,
  type OutletProfile,
} from '../src/index.js';
import { makeReport } from '../src/pipeline.js';
import { analysed, article, lexicons, lexiconsWith, sampleArticles } from './helpers.js';

/**
 * Two parties that never were. Their names are of one length, and the tagger knows none of them; places in templates
 * are `{A}` and `{B}` for the country, `{a}` and `{b}` for its people, `{A seat}`, `{A person}` and so on.
 */
const PARTIES = [
  { '': 'Dardonia', id: 'dardonia', people: 'Dardonian', seat: 'Dardok', person: 'Tevan Mirsol' },
  { '': 'Belvonia', id: 'belvonia', people: 'Belvonian', seat: 'Belvok', person: 'Kevan Dirsol' },
] as const;
type Part = keyof (typeof PARTIES)[0];

const fill = (template: string, swapped = false): string =>
  template.replace(/\{([AB])(?: (\w+))?\}/g, (_, letter: string, part = '') => {
    const party = PARTIES[(letter === 'A') === swapped ? 1 : 0];
    return part === 'family' ? (party.person.split(' ')[1] as string) : party[part as Part];
  });

/** Exchanges all names and ids of the two parties in a text. */
function exchange(text: string): string {
  const names = PARTIES.map(party => [...Object.values(party), ...party.person.split(' ')]);
  const turned = new Map(
    names[0]?.flatMap((name, i) => [
      [name, names[1]?.[i] as string],
      [names[1]?.[i] as string, name],
    ]),
  );
  const longestFirst = [...turned.keys()].toSorted((a, b) => b.length - a.length);
  return text.replace(new RegExp(longestFirst.join('|'), 'gi'), found => {
    const other = turned.get(found) ?? [...turned].find(([name]) => name.toLowerCase() === found)?.[1];
    return found === found.toLowerCase() ? (other as string).toLowerCase() : (other as string);
  });
}

const PARTIES_LEXICON = `
kind: parties
id: invented
title: Invented
parties:
  - id: "{A id}"
    name: "{A}"
    names: ["{A}"]
    demonyms: ["{A people}", "{A people}s"]
    seats: ["{A seat}"]
    bodies: [{ name: "{A people} army", role: military, forms: ["{A people} army", "{A people} troops"] }]
    people: [{ name: "{A person}", role: official, forms: ["{A person}", "{A family}"] }]
  - id: "{B id}"
    name: "{B}"
    names: ["{B}"]
    demonyms: ["{B people}", "{B people}s"]
    seats: ["{B seat}"]
    bodies: [{ name: "{B people} army", role: military, forms: ["{B people} army", "{B people} troops"] }]
    people: [{ name: "{B person}", role: official, forms: ["{B person}", "{B family}"] }]
`;

// The order of the two parties of a terminology lexicon says which side of the lean is positive; it stays.
const TERMINOLOGY_LEXICON = `
kind: terminology
id: invented-words
title: Invented words
parties: [dardonia, belvonia]
concepts:
  - id: island
    gloss: What the island is called
    labels:
      - { id: occupied, favours: "{A id}", source: Invented for this test, forms: [occupied, "{B people}-occupied"] }
      - { id: liberated, favours: "{B id}", source: Invented for this test, forms: [liberated] }
      - { id: disputed, source: Invented for this test, forms: [disputed] }
    examples: ["The [disputed|disputed] island.", "The island."]
`;

const ARTICLES: readonly (readonly [outlet: string, text: string])[] = [
  [
    'Harbour Gazette',
    `{A} and {B} agree to talks

{A} said on Monday that {B} had attacked the occupied island, and the {A people} army did not answer.

"We will never give up the {B people}-occupied island," {A person} said. "It is ours."

The talks between {A seat} and {B seat} were to begin in {A seat} on Friday. {B}'s brave villagers fear a disaster.`,
  ],
  [
    'The Pilot',
    `{B} hopes for peace

The disputed island was shelled by {A people} troops overnight, according to {B}. {A} claimed that nobody was killed.

{B person} told reporters that the liberated island was happy. {A person}, who flew to {B seat}, was not welcome there.

Both {A people}s and {B people}s suffer. {A} is not a good neighbour, {B family} admitted; {B} is a hopeful one.`,
  ],
  [
    'The Pilot',
    `The {A people}-backed side accused {B} of cruel attacks on the "liberated" island. {B seat} denied it.

“{A} destroyed our homes,” a {B people} official said, while {A family} praised the peaceful {A people} army.`,
  ],
  [
    'Lookout',
    `{A} shells villages in {B}

Three {B people} soldiers were killed by {A people} troops on Monday. {A}'s attacks on {B} went on; {B} denied shelling {A}.

{A} accused {B} of killing {A people} villagers. The {B people} army rescued ten {A people}s, who had been wounded in a raid. {A person} arrived. He vowed to attack {B}.`,
  ],
  ['Lookout', 'Rain fell on the disputed island. {A}, {B}: no news is good news.'],
];

const lexiconsOf = (swapped: boolean): Promise<Lexicons> =>
  lexiconsWith(fill(PARTIES_LEXICON, swapped), fill(TERMINOLOGY_LEXICON, swapped));

interface Compared {
  readonly profiles: readonly OutletProfile[];
  readonly comparison: Comparison;
}

const compared = (articles: readonly Article[], given: Lexicons): Compared =>
  makeReport(articles, 'a story', given);

const articlesOf = (texts: readonly (readonly [string, string])[], swapped: boolean): Article[] =>
  texts.map(([outlet, text], i) => article(fill(text, swapped), { outlet, id: `article-${i}` }));

/** Every figure and all evidence as lines; `turned` exchanges the names back and reads leans from the other side. */
function figures({ profiles, comparison }: Compared, turned: boolean): string[] {
  const names = (text: string): string => (turned ? exchange(text) : text);
  const sign = (measure: string): number => (turned && measure === 'terminology.lean' ? -1 : 1);
  // Adding 0 makes 0 of -0.
  const range = (measure: string, low: number, high: number): string =>
    sign(measure) < 0 ? `${0 - high} to ${0 - low}` : `${low + 0} to ${high + 0}`;
  const estimates = profiles
    .flatMap(each => each.estimates)
    .map(({ outlet, measure, subject, voice, value, low, high, denominator: base, articles, evidence }) => [
      names(`${outlet}, ${measure} of ${subject}, ${voice}:`),
      `${sign(measure) * value + 0} (${range(measure, low, high)}) base ${base} in ${articles}:`,
      ...evidence.map(each =>
        names(
          [
            each.article,
            `${each.span.start}-${each.span.end} ${each.line}:${each.column} "${each.text}" (${each.term})`,
            `${each.label} ${each.zone} ${each.voice} ${each.speaker} ${each.speakerParty}`,
            sign(measure) * each.weight + 0,
          ].join(' '),
        ),
      ),
    ]);
  const contrasts = comparison.contrasts.map(
    ({
      measure: { id },
      subject,
      voice,
      left,
      right,
      difference,
      low,
      high,
      q,
      verdict,
      because,
      robustness,
      moreText,
      contributions,
    }) => [
      names(`${left.outlet} against ${right.outlet}, ${id} of ${subject}, ${voice}:`),
      `${sign(id) * difference + 0} (${range(id, low, high)}) ${q} ${verdict} because ${names(because ?? 'so')} ${moreText}:`,
      names(JSON.stringify(robustness ?? {})),
      ...contributions()
        .map(({ term, share }) => `${names(term)} ${sign(id) * share + 0}`)
        .sort(),
    ],
  );
  return [...estimates, ...contrasts].map(lines => lines.join('\n')).sort();
}

let straight: Lexicons;
let swapped: Lexicons;

beforeAll(async () => {
  straight = await lexiconsOf(false);
  swapped = await lexiconsOf(true);
});

describe('the swap test', () => {
  it('has parties that are alike in shape, and that the tagger treats alike', () => {
    const [a, b] = PARTIES.map(party => Object.values(party).map(name => name.length));
    expect(a).toEqual(b);
    for (const [i, there] of articlesOf(ARTICLES, false).entries()) {
      const back = articlesOf(ARTICLES, true)[i] as Article;
      expect(back.text).not.toBe(there.text);
      expect(back.text).toBe(exchange(there.text));
      expect(parse(back, swapped).tokens.pos).toEqual(parse(there, straight).tokens.pos);
    }
  });

  it('exchanges every estimate, every contrast and every passage, exactly', () => {
    const there = figures(compared(articlesOf(ARTICLES, false), straight), false);
    const back = figures(compared(articlesOf(ARTICLES, true), swapped), true);
    expect(there.length).toBeGreaterThan(100);
    expect(back).toEqual(there);
  });

  it('exchanges every edit of shared copy and every cell of coverage, exactly', () => {
    const shared: readonly (readonly [string, string])[] = [
      ...ARTICLES,
      [
        'Harbour Gazette',
        'A school was damaged by a missile near the harbour of {B} on Monday night. {B person} went home to {B seat} at noon. {A people} divers saw 40 crates on 3 May.',
      ],
      [
        'The Pilot',
        'A school was damaged by a {A people} missile near the harbour of {B} on Monday night. {B person} and {A person} went home to {B seat} at noon.',
      ],
    ];
    const told = (isSwapped: boolean): string[] => {
      const names = (text: string): string => (isSwapped ? exchange(text) : text);
      const { copy, coverage } = makeReport(
        articlesOf(shared, isSwapped),
        'a story',
        isSwapped ? swapped : straight,
      );
      return [
        ...copy.pairs.map(({ a, b, similarity, kind, edits }) =>
          names(
            [a.text, b.text, similarity, kind, ...edits.map(each => `${each.kind} ${each.a} ${each.b}`)].join(
              ' | ',
            ),
          ),
        ),
        ...coverage.items.map(({ kind, item, forms, cells, rank }) =>
          [
            kind,
            names(item),
            forms.map(names).sort(),
            rank,
            ...cells.map(cell => names(cell?.sentence ?? '-')),
          ].join(' | '),
        ),
      ].sort();
    };
    const there = told(false);
    expect(there.some(line => line.includes('party  Dardonian') || line.includes('party  Belvonian'))).toBe(
      true,
    );
    expect(there.length).toBeGreaterThan(8);
    expect(told(true)).toEqual(there);
  });

  it('would notice if one party were counted more readily', async () => {
    const unfair = fill(PARTIES_LEXICON, true).replace('"Belvonians"', '"Belvonish"');
    const tilted = await lexiconsWith(unfair, fill(TERMINOLOGY_LEXICON, true));
    const there = figures(compared(articlesOf(ARTICLES, false), straight), false);
    expect(figures(compared(articlesOf(ARTICLES, true), tilted), true)).not.toEqual(there);
  });

  it('holds for articles made of any such sentences', () => {
    const party = fc.constantFrom('{A}', '{B}');
    const named = fc.constantFrom(
      ...['{A}', '{B}', '{A people} troops', 'the {B people} army', '{A seat}', '{B seat}', '{B person}'],
      ...['{A person}', 'a spokesman for {A}', 'villagers in {B}', '{A}’s minister', '{B}-backed rebels'],
    );
    const verb = fc.constantFrom(
      ...['attacked', 'did not help', 'praised', 'was accused of killing people by', 'lost to', 'and'],
      ...['shelled', 'was shelled by', 'vowed to attack', 'launched an attack on', 'accused of killing'],
      ...['said that it feared', 'claimed that nobody hates', 'told reporters it loves', 'flew to'],
    );
    const place = fc.constantFrom('the occupied island', 'the disputed island', 'the “liberated” island');
    const sentence = fc.oneof(
      fc.tuple(named, verb, named).map(([a, v, b]) => `${a} ${v} ${b}.`),
      fc.tuple(named, verb, place).map(([a, v, p]) => `${a} ${v} ${p}.`),
      fc.tuple(party, named).map(([a, b]) => `“The ${a} offer is a disaster,” ${b} said.`),
      fc.tuple(place, named).map(([p, b]) => `“We love ${p},” said ${b}. “It is good.”`),
      fc.tuple(named, verb, named, party).map(([a, v, b, c]) => `${a} ${v} ${b}, according to ${c}.`),
    );
    const text = fc.array(fc.tuple(sentence, fc.constantFrom(' ', '\n\n')), { minLength: 1, maxLength: 8 });
    const outlet = fc.constantFrom('Harbour Gazette', 'The Pilot');
    const texts = fc.array(
      fc.tuple(
        outlet,
        text.map(parts => parts.flat().join('')),
      ),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(texts, made => {
        const there = figures(compared(articlesOf(made, false), straight), false);
        const back = figures(compared(articlesOf(made, true), swapped), true);
        expect(back).toEqual(there);
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});

describe('the swap test on the sample articles', () => {
  const NAMES = new Map(
    [
      ['Armenia', 'Azerbaijan'],
      ['Armenian', 'Azerbaijani'],
      ['Armenians', 'Azerbaijanis'],
      ['Yerevan', 'Baku'],
      ['armenia', 'azerbaijan'],
    ].flatMap(([a = '', b = '']) => [
      [a, b],
      [b, a],
    ]),
  );
  const turned = (text: string): string =>
    text.replace(/\p{L}+(?!-\p{Ll}|\p{L})/gu, word => NAMES.get(word) ?? word);

  it('exchanges all that is seen of the two parties, exactly', async () => {
    const there = await lexicons();
    const back = await buildLexicons(
      builtInLexicons().map(source =>
        /south-caucasus|nagorno/.test(source.path) ? { ...source, text: turned(source.text) } : source,
      ),
    );
    const seen = (each: Article, given: Lexicons, names: (text: string) => string): string[] =>
      analysed(each, given)
        .measured.evidence.filter(({ measure }) => measure !== 'terminology.lean')
        .map(({ measure, subject, label, weight, voice }) =>
          [measure, names(subject), label, weight.toFixed(9), voice].join(' '),
        )
        .sort();
    let sentiments = 0;
    for (const each of await sampleArticles()) {
      const other = {
        ...each,
        text: turned(each.text),
        title: turned(each.title ?? ''),
        story: turned(each.story),
      };
      const swapped = seen(other, back, text => text);
      expect(seen({ ...each, title: each.title ?? '' }, there, turned)).toEqual(swapped);
      sentiments += swapped.filter(line => /^sentiment\.\S+ (?:armenia|azerbaijan) /.test(line)).length;
    }
    expect(sentiments).toBeGreaterThan(100);
  });
});
