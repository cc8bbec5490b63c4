import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Article, Comparison, Contrast, Lexicons, TermCount } from '../src/index.js';
import { UNJUDGED } from '../src/model/confidence.js';
import type { Page } from '../src/model/page.js';
import { signed } from '../src/model/text.js';
import { makeComparison, makeReport, renderReports } from '../src/pipeline.js';
import { copiesOf } from '../src/reuse/copies.js';
import { clusteredWilson, mulberry32, pOf, qValues, wilson } from '../src/statistics/interval.js';
import { terminal } from '../src/write/terminal.js';
import { article, comparisonOf, lexiconsWith, sampleArticles } from './helpers.js';

const PARTIES = `
kind: parties
id: isles
title: Isles
parties:
  - id: belvonia
    name: Belvonia
    names: [Belvonia]
    demonyms: [Belvonian]
  - id: dardonia
    name: Dardonia
    names: [Dardonia]
    demonyms: [Dardonian]
`;

const TERMINOLOGY = `
kind: terminology
id: the-island
title: The island
parties: [belvonia, dardonia]
concepts:
  - id: status
    gloss: What the island is called
    labels:
      - id: occupied
        favours: belvonia
        source: invented
        forms: [occupied island, seized island]
      - id: disputed
        source: invented
        forms: [disputed island]
    examples:
      - The [occupied island|occupied] was quiet.
      - They occupied the building.
`;

let given: Lexicons;
beforeAll(async () => {
  given = await lexiconsWith(PARTIES, TERMINOLOGY);
});

const PILOT = 'The Pilot';
const LINER = 'The Liner';

/** Sentences about the island by their name for it, each its own: no two are shared copy. */
const PLACES = [
  'harbour',
  'school',
  'market',
  'lighthouse',
  'mill',
  'station',
  'church',
  'bridge',
  'quarry',
  'farm',
];
const DONE = [
  'closed',
  'burned',
  'reopened',
  'flooded',
  'stood empty',
  'was painted',
  'was sold',
  'was searched',
];
const sentence = (name: string, n: number): string => {
  const place = PLACES[n % PLACES.length];
  const done = DONE[Math.floor(n / PLACES.length) % DONE.length];
  return `A ${place} of the ${name} ${done} on day ${n}.`;
};
let count = 0;
/** These sentences are made up to be counted, however sure such evidence is in the news. */
const ALL = { confidence: UNJUDGED };

const told = (name: string, times: number): string =>
  Array.from({ length: times }, () => sentence(name, count++)).join(' ');

const contrastsOf = (texts: readonly (readonly [string, string])[]): readonly Contrast[] =>
  makeReport(
    texts.map(([outlet, text], i) => article(text, { outlet, id: `article-${i}` })),
    'a story',
    given,
    ALL,
  ).comparison.contrasts;

const occupied = (contrasts: readonly Contrast[], voice = 'outlet'): Contrast =>
  contrasts.find(
    ({ measure, subject, voice: its }) =>
      measure.id === 'terminology.label' && subject === 'status/occupied' && its === voice,
  ) as Contrast;

describe('many contrasts at once', () => {
  it('p is .05 where the interval touches zero, and as the normal distribution has it elsewhere', () => {
    expect(pOf(0.3, { low: 0, high: 0.6 })).toBeCloseTo(0.05, 6);
    expect(pOf(-0.3, { low: -0.6, high: 0 })).toBeCloseTo(0.05, 6);
    // 1.96 standard errors of .1 below and above: z is 3, of which the tables have .0027.
    expect(pOf(0.3, { low: 0.3 - 0.195996, high: 0.5 })).toBeCloseTo(0.0027, 4);
    expect(pOf(0, { low: -1, high: 1 })).toBe(1);
  });

  it('q-values are those of Benjamini and Hochberg’s own example (1995, section 4): four of fifteen at .05', () => {
    const ps = [
      ...[0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344],
      ...[0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
    ];
    const values = qValues(ps);
    expect(values.filter(q => q <= 0.05)).toHaveLength(4);
    expect(values[0]).toBeCloseTo(0.0015, 10);
    expect(values.at(-1)).toBe(1);
    expect(qValues(ps.toReversed())).toEqual(values.toReversed());
    expect(qValues([0.02, 0.02])).toEqual([0.02, 0.02]);
  });

  it('where chance alone is at work, hardly any report tells anything', () => {
    const random = mulberry32(7);
    const written = (): string =>
      Array.from({ length: 24 }, () =>
        sentence(random() < 0.5 ? 'occupied island' : 'disputed island', Math.floor(random() * 1000)),
      ).join(' ');
    let reports = 0;
    for (let k = 0; k < 40; k++) {
      const contrasts = contrastsOf([
        [PILOT, written()],
        [LINER, written()],
      ]);
      if (contrasts.some(({ verdict }) => verdict !== 'cannot tell')) reports++;
    }
    expect(reports).toBeLessThanOrEqual(4);
  });

  it('five articles each and a plain difference are clear', () => {
    const texts = Array.from({ length: 6 }, (): [string, string][] => [
      [PILOT, `${told('occupied island', 3)} ${told('seized island', 2)} ${told('disputed island', 1)}`],
      [LINER, `${told('disputed island', 5)} ${told('occupied island', 1)}`],
    ]).flat();
    const { verdict, because, q, robustness } = occupied(contrastsOf(texts));
    expect([verdict, because]).toEqual(['clear', undefined]);
    expect(q).toBeLessThan(0.001);
    expect(robustness).toEqual({ restsOn: undefined, attributed: true });
  });
});

describe('robustness', () => {
  it('names the entry without which the outlets do not stand so', () => {
    const contrast = occupied(
      contrastsOf([
        [PILOT, `${told('occupied island', 14)} ${told('seized island', 1)} ${told('disputed island', 2)}`],
        [LINER, `${told('seized island', 2)} ${told('disputed island', 14)}`],
      ]),
    );
    expect(contrast.robustness?.restsOn).toBe('occupied island');
    expect([contrast.verdict, contrast.because]).toEqual(['likely', 'rests on “occupied island” alone']);
  });

  it('does not take the only word for a thing away from it', () => {
    const contrast = occupied(
      contrastsOf([
        [PILOT, told('occupied island', 12)],
        [LINER, told('disputed island', 12)],
      ]),
    );
    expect(contrast.robustness?.restsOn).toBeUndefined();
    expect(contrast.verdict).toBe('likely');
  });

  it('says when counting the words of others would undo it', () => {
    const said = Array.from(
      { length: 40 },
      (_, i) => `“${told('occupied island', 1)}” a sailor said on day ${i}.`,
    );
    const contrast = occupied(
      contrastsOf([
        [PILOT, told('occupied island', 10)],
        [LINER, `${told('disputed island', 10)}\n\n${said.join('\n\n')}`],
      ]),
    );
    expect(contrast.robustness?.attributed).toBe(false);
    expect([contrast.verdict, contrast.because]).toEqual(['likely', 'not with attributed words counted too']);
  });
});

describe('text that both outlets have', () => {
  const WIRE = [
    'Fishermen of the disputed island waited for three long days in the rain before the boats came back.',
    'A teacher on the disputed island told visitors that nobody had seen the old ferry since the spring.',
    'Snow fell on the disputed island for the first time since the lighthouse keeper began to count.',
  ].join(' ');

  it('is left out on both sides where both have the same in it', () => {
    const { left, right, whole } = occupied(
      contrastsOf([
        [PILOT, `${told('occupied island', 6)} ${WIRE}`],
        [LINER, `${told('disputed island', 6)} ${WIRE}`],
      ]),
    );
    const counts = { [left.outlet]: left, [right.outlet]: right };
    expect([counts[PILOT]?.denominator, counts[LINER]?.denominator]).toEqual([6, 6]);
    expect([whole.left.denominator, whole.right.denominator]).toEqual([9, 9]);
    expect(counts[PILOT]?.value).toBe(1);
  });

  it('is left in where the word was changed', () => {
    const { left, right } = occupied(
      contrastsOf([
        [PILOT, `${told('occupied island', 6)} ${WIRE.replaceAll('disputed', 'occupied')}`],
        [LINER, `${told('disputed island', 6)} ${WIRE}`],
      ]),
    );
    expect([left.denominator, right.denominator]).toEqual([9, 9]);
  });

  it('is counted where there is nothing else, and the page gives both ways', () => {
    const contrasts = contrastsOf([
      [PILOT, WIRE],
      [LINER, WIRE],
    ]);
    expect(occupied(contrasts)).toBeUndefined();
    const disputed = contrasts.find(
      ({ subject, voice }) => subject === 'status/disputed' && voice === 'outlet',
    );
    expect([disputed?.left.denominator, disputed?.difference]).toEqual([3, 0]);
    const articles = [
      article(`${told('occupied island', 9)} ${WIRE}`, { outlet: PILOT, id: 'a' }),
      article(`${told('disputed island', 9)} ${WIRE}`, { outlet: LINER, id: 'b' }),
    ];
    const page = comparisonOf(makeReport(articles, 'a story', given, ALL), articles);
    expect(page).toContain(
      'The Liner 0 of 12, The Pilot 9 of 12 (without text that both ran 0 of 9 and 9 of 9); difference',
    );
  });
});

describe('groups of contrasts', () => {
  const comparison = (...texts: readonly string[]): Comparison =>
    makeReport(
      texts.map((text, i) => article(text, { outlet: String.fromCharCode(65 + i), id: `article-${i}` })),
      'a story',
      given,
      ALL,
    ).comparison;
  const labels = ({ groups }: Comparison) =>
    groups.filter(({ measure }) => measure.id === 'terminology.label');

  it('hold all pairs of outlets on one thing, those with a verdict first', () => {
    const { groups, contrasts } = comparison(
      told('occupied island', 12),
      told('disputed island', 12),
      `${told('occupied island', 6)} ${told('disputed island', 6)}`,
    );
    const [first] = labels({ groups } as Comparison);
    const pairs = (some: readonly Contrast[] = []) =>
      some.map(({ left, right }) => left.outlet + right.outlet);
    expect(pairs(first?.significant)[0]).toBe('AB');
    expect([...pairs(first?.significant), ...pairs(first?.uncertain)].toSorted()).toEqual(['AB', 'AC', 'BC']);
    expect(first?.topic).toBe('terminology\tstatus');
    // Each contrast in own words or over all voices stands in one group, but those without a difference.
    const grouped = groups.flatMap(({ significant, uncertain }) => [...significant, ...uncertain]);
    expect(new Set(grouped).size).toBe(grouped.length);
    expect(new Set(grouped)).toEqual(
      new Set(
        contrasts.filter(
          ({ voice, difference, verdict }) =>
            (voice === 'outlet' || voice === 'any') && (verdict !== 'cannot tell' || difference !== 0),
        ),
      ),
    );
  });

  it('stand in the order of verdict and strength', () => {
    const { groups } = comparison(
      `${told('occupied island', 12)} Belvonia slept.`,
      `${told('disputed island', 12)} Dardonia slept. Belvonia woke.`,
    );
    const ranks = groups.map(({ significant: [best] }) =>
      best === undefined ? 2 : ['clear', 'likely'].indexOf(best.verdict),
    );
    expect(ranks).toEqual(ranks.toSorted());
    expect(new Set(ranks)).toEqual(new Set([1, 2]));
    const reach = ({ difference, low, high }: Contrast): number =>
      Math.abs(difference) / Math.abs(difference - (difference > 0 ? low : high));
    const uncertain = groups.flatMap(({ significant, uncertain: [strongest] }) =>
      significant.length > 0 || strongest === undefined ? [] : [reach(strongest)],
    );
    expect(uncertain.length).toBeGreaterThan(1);
    expect(uncertain).toEqual(uncertain.toSorted((a, b) => b - a));
  });

  it('the terms that make a difference, by how often either has them for its namings', () => {
    const { terms } = comparison(
      `${told('occupied island', 3)} ${told('seized island', 1)} ${told('disputed island', 2)}`,
      `${told('disputed island', 6)} ${told('occupied island', 1)}`,
    );
    const found = terms('A', 'B').find(
      ({ measure, subject }) => measure.id === 'terminology.label' && subject === 'status',
    );
    const counts = (some: readonly TermCount[] = []) =>
      some.map(({ term, left, right }) => `${term} ${left} ${right}`);
    expect(counts(found?.moreLeft)).toEqual(['occupied island 3 1', 'seized island 1 0']);
    expect(counts(found?.moreRight)).toEqual(['disputed island 2 6']);
    const turned = terms('B', 'A').find(
      ({ measure, subject }) => measure.id === 'terminology.label' && subject === 'status',
    );
    expect(counts(turned?.moreLeft)).toEqual(['disputed island 6 2']);
  });
});

describe('too little text', () => {
  it('gives counts, no contrast, and how much more it would take', () => {
    const articles = [
      article(told('occupied island', 3), { outlet: PILOT, id: 'a' }),
      article(told('disputed island', 4), { outlet: LINER, id: 'b' }),
    ];
    const report = makeReport(articles, 'a story', given, ALL);
    const contrast = occupied(report.comparison.contrasts);
    expect([contrast.verdict, contrast.because, contrast.p]).toEqual([
      'cannot tell',
      'one outlet has only 3 cases',
      undefined,
    ]);
    const times = contrast.moreText as number;
    expect(times).toBeGreaterThan(1);
    const page = comparisonOf(report, articles);
    expect(page).toMatch(
      /The Liner 4 of 4; none in The Pilot\. Not significant \(one outlet has only 3 cases\); roughly .* as much text/,
    );
    // With that much it is told indeed.
    const longer = contrastsOf([
      [PILOT, told('occupied island', Math.ceil(3 * times))],
      [LINER, told('disputed island', Math.ceil(4 * times))],
    ]);
    expect(occupied(longer).verdict).toBe('likely');
  });
});

describe('the head of a comparison', () => {
  const WIRE =
    'Officials of the harbour board said on Monday that the pier was damaged by aWORD rocket before the ferry left for the island.';

  it('names the most telling change of shared copy and the most telling absence', () => {
    const articles = [
      article(`${WIRE.replace('WORD', ' Belvonian')} Forty divers were killed near Dardonia.`, {
        outlet: PILOT,
        id: 'a',
      }),
      article(`${WIRE.replace('WORD', '')} Nothing else happened.`, { outlet: LINER, id: 'b' }),
    ];
    const page = comparisonOf(makeReport(articles, 'a story', given, ALL), articles);
    const head = page.slice(0, page.indexOf('## Overview'));
    expect(head).toMatch(/Edit of shared copy, \*\*who is named\*\* .*\*\*Belvonian\*\*/);
    expect(head).toMatch(
      /\*\*(?:Dardonia|40 divers|forty divers|Forty divers)\*\*: in 1 of 2 outlets; not found in The Liner/,
    );
  });

  it('says nothing of differences where there is one outlet', () => {
    const articles = [article(WIRE, { outlet: PILOT })];
    const page = comparisonOf(makeReport(articles, 'a story', given, ALL), articles);
    expect(page).not.toContain('differs most');
  });
});

describe('several stories', () => {
  const on = (story: string, outlet: string, name: string) =>
    article(told(name, 6), { outlet, story, id: `${story} ${outlet}` });
  const articles = [
    on('ferry', PILOT, 'occupied island'),
    on('ferry', LINER, 'disputed island'),
    on('storm', PILOT, 'occupied island'),
    on('storm', LINER, 'disputed island'),
    on('harvest', PILOT, 'seized island'),
  ];

  it('are pooled over those that both outlets cover; the others are listed, not mixed in', () => {
    const report = makeComparison(articles, given);
    expect(report?.pooled).toEqual({
      stories: ['ferry', 'storm'],
      others: [{ story: 'harvest', outlets: [PILOT] }],
    });
    expect(report?.profiles.map(profile => profile.articles.length)).toEqual([2, 2]);
    const page = comparisonOf(report as NonNullable<typeof report>, articles);
    expect(page).toMatch(/^# 2 stories: 2 outlets side by side/);
    expect(page).toContain('Not pooled, because not both outlets cover them: “harvest” (The Pilot).');
    expect(page).not.toContain('seized');
  });

  it('none in common is no comparison', () => {
    expect(makeComparison(articles.slice(-1), given)?.pooled).toBeUndefined();
    expect(makeComparison([articles[0], articles[3]] as typeof articles, given)).toBeUndefined();
  });

  it('get a folder each, and a comparison over all of them', () => {
    const files = renderReports(articles, given);
    expect([...files.keys()].filter(name => name.endsWith('comparison.md')).sort()).toEqual([
      'comparison.md',
      'ferry/comparison.md',
      'harvest/comparison.md',
      'storm/comparison.md',
    ]);
    const page = files.get('comparison.md') as string;
    expect(page).toContain('[“ferry”](ferry/comparison.md); [“storm”](storm/comparison.md)');
    expect(page).toContain('12 of 12');
    expect(files.get('data/contrasts.csv')).toMatch(/^measure,subject,voice,left,right,/);
  });
});

describe('two outlets', () => {
  it('get the terms that make the difference, each way', () => {
    const articles = [
      article(told('occupied island', 3), { outlet: PILOT, id: 'a' }),
      article(`${told('disputed island', 2)} ${told('seized island', 1)}`, { outlet: LINER, id: 'b' }),
    ];
    const page = comparisonOf(makeReport(articles, 'a story', given, ALL), articles);
    expect(page).toContain(
      '| count in the outlet of the column : in the other | more in The Liner | more in The Pilot |',
    );
    expect(page).toContain(
      '| What the island is called | disputed island 2 : 0, seized island 1 : 0 | occupied island 3 : 0 |',
    );
  });

  it('are shown in a terminal with marks where colours are off, and without where they are on', () => {
    const page: Page = {
      kind: 'comparison',
      file: 'comparison',
      title: 'A page',
      lead: [
        [
          { mark: 'struck', inner: 'old' },
          { mark: 'strong', inner: 'new' },
        ],
      ],
      sections: [],
    };
    expect(terminal(page, { width: 80, style: (_, text) => text })).toBe('A page\n~~old~~**new**\n');
    expect(terminal(page, { width: 80, style: (style, text) => `<${style}>${text}` })).toBe(
      '<bold>A page\n<red>old<bold>new\n',
    );
  });
});

describe('twenty outlets', () => {
  it('make tables with a row each, not twenty columns', () => {
    const articles = Array.from({ length: 20 }, (_, i) =>
      article(told(i % 2 === 0 ? 'occupied island' : 'disputed island', 2), {
        outlet: `Outlet ${String.fromCharCode(65 + i)}`,
        id: `article-${i}`,
      }),
    );
    const page = comparisonOf(makeReport(articles, 'a story', given, ALL), articles);
    expect(page).toMatch(/^\| \| .*What the island is called \|$/m);
    expect(page).toMatch(/^\| Outlet C \|.* occupied 2 \|$/m);
  });
});

describe('copies of an article', () => {
  const copied = async (times: number): Promise<Article[]> => {
    const seen = new Set<string>();
    // One article of each outlet.
    const own = (await sampleArticles()).filter(({ outlet }) => !seen.has(outlet) && seen.add(outlet));
    expect(own).toHaveLength(5);
    return own.flatMap(each =>
      Array.from({ length: times }, (_, k) => ({
        ...each,
        id: `${each.id}-${k}`,
        path: `${k}/${each.path}`,
      })),
    );
  };
  const clear = (contrasts: readonly Contrast[]): number =>
    contrasts.filter(({ verdict }) => verdict === 'clear').length;

  it('are counted once: five copies of each of five articles make no clear contrast', async () => {
    const articles = await copied(5);
    const report = makeReport(articles, 'a story', given, ALL);
    expect(report.copies).toHaveLength(20);
    expect(report.profiles.map(each => each.articles.length)).toEqual([1, 1, 1, 1, 1]);
    expect(clear(report.comparison.contrasts)).toBe(0);
    expect(comparisonOf(report, articles)).toMatch(
      /Counted once: \S+-1 is a copy of \S+-0, .* 17 more copies\./,
    );
    const kept = makeReport(articles, 'a story', given, { ...ALL, keepDuplicates: true });
    expect(kept.profiles.map(each => each.articles.length)).toEqual([5, 5, 5, 5, 5]);
    expect(kept.copies).toEqual([]);
  });

  it('are found where a few words differ or a part is missing, and not between outlets or among other articles', async () => {
    const [first, ...others] = (await copied(1)) as [Article, ...Article[]];
    const cut = first.text.slice(0, first.text.length * 0.8).replace('Moscow', 'the capital');
    const early = { ...first, id: 'early', text: cut };
    const elsewhere = { ...first, id: 'elsewhere', outlet: others[0]?.outlet as string };
    const found = copiesOf([early, first, ...others, elsewhere]);
    expect(found.map(({ article, of }) => [article, of])).toEqual([['early', first.id]]);
    expect(copiesOf(await sampleArticles())).toEqual([]);
  });

  it('leave a share over many articles its width', () => {
    const cells = [0, 10, 0, 10, 0, 10].map(numerator => ({ numerator, denominator: 10 }));
    const { low, high } = clusteredWilson(cells);
    expect(low).toBeLessThan(wilson(30, 60).low - 0.1);
    expect(high).toBeGreaterThan(wilson(30, 60).high + 0.1);
    expect(clusteredWilson(cells.map(() => ({ numerator: 5, denominator: 10 })))).toEqual(wilson(30, 60));
  });
});

describe('a verdict and the interval that is printed with it', () => {
  const printed = (value: number): number => Number(signed(value).replace('−', '-'));

  it('are one: none includes zero, whatever the articles', async () => {
    const sentences = (await sampleArticles()).flatMap(({ text }) =>
      text.split(/\n{2,}|(?<=[.?!]) +/).filter(each => each.length > 20),
    );
    let verdicts = 0;
    const body = fc.array(fc.constantFrom(...sentences), { minLength: 8, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(body, { minLength: 2, maxLength: 8 }), bodies => {
        const contrasts = contrastsOf(
          bodies.map((each, i) => [i % 2 === 0 ? PILOT : LINER, each.join('\n\n')] as const),
        );
        for (const { verdict, low, high, difference } of contrasts) {
          if (verdict === 'cannot tell') continue;
          verdicts++;
          expect(printed(low) > 0 || printed(high) < 0).toBe(true);
          expect(Math.sign(printed(low) + printed(high))).toBe(Math.sign(difference));
        }
      }),
      { numRuns: 25, seed: 12 },
    );
    expect(verdicts).toBeGreaterThan(0);
  });
});
