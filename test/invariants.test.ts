import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../src/documents.js';
import type { Article, Contrast, Doc, Evidence, Lexicons, Report } from '../src/index.js';
import { covers, overlaps, sliceOf } from '../src/model/article.js';
import { PASSES } from '../src/passes/index.js';
import { measure } from '../src/passes/measure.js';
import { analyse, makeReport, renderReports } from '../src/pipeline.js';
import { compare } from '../src/statistics/compare.js';
import { bootstrap, differenceInterval, wilson } from '../src/statistics/interval.js';
import {
  analysed,
  article,
  groupBy,
  lexicons,
  linesOfFile,
  MEASURES,
  sampleArticles,
  sampleReports,
} from './helpers.js';

let given: Lexicons;
let samples: Article[];
let report: Report;

beforeAll(async () => {
  given = await lexicons();
  samples = await sampleArticles();
  report = makeReport(samples, samples[0]?.story ?? '', given);
});

const evidenceIn = (text: Article): { doc: Doc; evidence: readonly Evidence[] } => {
  const doc = parse(text, given);
  return { doc, evidence: measure(doc, PASSES, given).evidence };
};

function expectInPlace(doc: Doc, evidence: readonly Evidence[]): void {
  for (const { span, text, sentence, sentenceSpan, measure } of evidence) {
    const where = `${measure} at ${span.start} of ${doc.article.id}`;
    expect(text, where).toBe(sliceOf(doc.article, span));
    expect(text, where).not.toBe('');
    const sentences = doc.sentences.filter(each => overlaps(each.span, span)).map(({ index }) => index);
    expect(sentences, where).toEqual([sentence]);
    expect(sentenceSpan, where).toEqual(doc.sentences[sentence]?.span);
    expect(sentenceSpan.start <= span.start && span.end <= sentenceSpan.end, where).toBe(true);
    // A passage may run over the address of a link; that has no tokens, so it is not counted.
    const furniture = doc.furniture.filter(each => overlaps(each.span, span));
    expect(
      furniture.filter(each => each.rule !== 'address' || !covers(span, each.span)),
      where,
    ).toEqual([]);
  }
}

describe('evidence', () => {
  it('is what stands at its place, in one sentence, and never in furniture', () => {
    for (const sample of samples) {
      const { doc, evidence } = evidenceIn(sample);
      expect(evidence.length).toBeGreaterThan(50);
      expectInPlace(doc, evidence);
    }
  });

  it('stands at its line and column of the file', () => {
    for (const sample of samples) {
      const lines = linesOfFile(sample.path);
      for (const { text, line, column } of evidenceIn(sample).evidence)
        expect(lines[line - 1]?.slice(column - 1, column - 1 + text.length)).toBe(text);
    }
  });

  it('leaves no word of furniture in the prose', () => {
    const furniture = samples.flatMap(sample => {
      const { furniture, prose, tokens } = parse(sample, given);
      for (const { span } of furniture) {
        for (let i = 0; i < tokens.length; i++)
          expect(
            overlaps(span, { start: tokens.start[i] as number, end: tokens.end[i] as number }),
            `${sample.id}: ${tokens.text[i]}`,
          ).toBe(false);
        expect(prose.length).toBe(sample.text.length);
      }
      return furniture;
    });
    expect(furniture.length).toBeGreaterThan(10);
  });

  it('is in place in whatever text, however broken', () => {
    const scraps = fc.constantFrom(
      ...['“', '”', '"', "'", '’', '«', '»', '(', ')', '[', '](#)', '**', '_', '# ', '- ', '—', ' – ', '.'],
      ...[
        '\n',
        '\n\n',
        ' ',
        '\t',
        '\u00a0',
        '\u2028',
        ', ',
        '; ',
        ': ',
        '?',
        '!',
        '…',
        '&amp;',
        '<p>',
        '</p>',
      ],
      ...['Armenia', 'Azerbaijan’s', 'Baku', 'Vladimir Putin', 'both sides', 'Mr.', 'U.S.', 'Turkish-backed'],
      ...[' said that ', ' claimed ', 'according to ', ' he said', ' did not ', ' attacked ', 'accused'],
      ...['occupied', 'the breakaway region', 'liberated', 'Nagorno-Karabakh', 'Artsakh', 'terrorists'],
      ...[
        'é',
        'ﬁ',
        '😀',
        'Qarabağ',
        '%',
        '1990s',
        '3.5',
        'By Ann Lee',
        '(AFP Photo)',
        'MOSCOW — ',
        'www.x.org',
      ],
    );
    const texts = fc.array(fc.tuple(scraps, fc.constantFrom('', ' ')), { maxLength: 60 });
    fc.assert(
      fc.property(texts, parts => {
        const { doc, evidence } = evidenceIn(article(parts.flat().join('')));
        expectInPlace(doc, evidence);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('order', () => {
  it('of the articles changes no byte of the output', async () => {
    const files = await sampleReports();
    expect(files.size).toBeGreaterThan(8);
    const orders = [samples.toReversed(), [...samples.slice(3), ...samples.slice(0, 3)]];
    for (const order of orders) expect([...renderReports(order, given)]).toEqual([...files]);
  });

  it('of the passes changes no row of the data', () => {
    // What is measured does not depend on it; the order of the sections does.
    const rowsWith = (passes: typeof PASSES): Map<string, string[]> => {
      const rows = new Map<string, string[]>();
      for (const [name, text] of renderReports(samples, given, { passes }))
        if (name.startsWith('data/') && name !== 'data/report.json')
          rows.set(name, text.split('\n').toSorted());
      return rows;
    };
    expect(rowsWith(PASSES.toReversed())).toEqual(rowsWith(PASSES));
  });

  it('of reading changes nothing: an article is measured alike after any other', () => {
    const alone = samples.map(sample => analysed(sample, given).measured.evidence);
    const again = samples.toReversed().map(sample => analysed(sample, given).measured.evidence);
    expect(again.toReversed()).toEqual(alone);
  });
});

describe('an estimate', () => {
  it('is the sum of its weights over its base, inside its interval', () => {
    const estimates = report.profiles.flatMap(each => each.estimates);
    expect(estimates.length).toBeGreaterThan(200);
    for (const {
      value,
      low,
      high,
      denominator: base,
      evidence,
      measure,
      subject,
      voice,
      outlet,
    } of estimates) {
      const where = [outlet, measure, subject, voice].join(' ');
      const weight = evidence.reduce((sum, each) => sum + each.weight, 0);
      expect(value, where).toBe(weight / base);
      expect(low <= value && value <= high, `${where}: ${low} ${value} ${high}`).toBe(true);
      const least = MEASURES.find(({ id }) => id === measure)?.kind === 'share' ? 0 : -1;
      expect(least <= value && value <= 1, where).toBe(true);
      for (const each of evidence) expect([each.outlet, each.measure]).toEqual([outlet, measure]);
    }
  });

  it('of shares of one whole sums to one', () => {
    for (const { estimates, outlet } of report.profiles) {
      const wholes = groupBy(
        estimates.filter(({ measure }) =>
          ['terminology.label', 'visibility.mentions', 'attribution.words'].includes(measure),
        ),
        ({ measure, subject, voice }) =>
          [measure, measure === 'terminology.label' ? subject.split('/')[0] : '', voice].join(' '),
      );
      for (const [whole, parts] of wholes)
        expect(
          parts.reduce((sum, { value }) => sum + value, 0),
          `${outlet} ${whole}`,
        ).toBeCloseTo(1, 12);
    }
  });
});

describe('a contrast', () => {
  it('is the sum of what its terms contribute', () => {
    const { contrasts } = report.comparison;
    expect(contrasts.length).toBeGreaterThan(200);
    for (const { contributions, difference, measure, subject } of contrasts) {
      const sum = contributions().reduce((total, { share }) => total + share, 0);
      expect(Math.abs(sum - difference), `${measure.id} ${subject}`).toBeLessThan(1e-12);
    }
  });

  it('turns round exactly when its sides are exchanged', () => {
    const outlets = groupBy(
      analyse(samples, given).analysed.map((each, i) => ({
        ...each,
        outlet: (samples[i] as Article).outlet,
      })),
      ({ outlet }) => outlet,
    );
    const { comparison, profiles, copy } = report;
    const turned = compare(profiles.toReversed(), outlets, MEASURES, copy.pairs);
    const key = ({ measure, subject, voice }: Contrast, left: string, right: string): string =>
      [measure.id, subject, voice, left, right].join();
    const byKey = new Map(
      turned.contrasts.map(each => [key(each, each.left.outlet, each.right.outlet), each]),
    );
    expect(turned.contrasts.length).toBe(comparison.contrasts.length);
    for (const each of comparison.contrasts) {
      const back = byKey.get(key(each, each.right.outlet, each.left.outlet)) as Contrast;
      expect({ ...back, contributions: back.contributions() }).toEqual({
        ...each,
        left: each.right,
        right: each.left,
        whole: { left: each.whole.right, right: each.whole.left },
        difference: 0 - each.difference,
        low: 0 - each.high,
        high: 0 - each.low,
        sums: 0 - each.sums,
        contributions: each.contributions().map(({ term, left, right, share }) => ({
          term,
          left: right,
          right: left,
          share: 0 - share,
        })),
      });
    }
  });
});

describe('intervals', () => {
  const share = (count: number, of: number) => ({ value: count / of, ...wilson(count, of) });

  it.each([
    // Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson of %i of %i', (count, of, low, high) => {
    expect(wilson(count, of).low).toBeCloseTo(low, 4);
    expect(wilson(count, of).high).toBeCloseTo(high, 4);
  });

  it.each([
    // Newcombe (1998), Interval estimation for the difference between independent proportions, table II, method 10
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 10, 0.6075, 1],
  ])('the difference of %i of %i and %i of %i', (a, m, b, n, low, high) => {
    const interval = differenceInterval(share(a, m), share(b, n));
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('nothing counted tells nothing', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
    expect(bootstrap([], { low: -1, high: 1 })).toEqual({ low: -1, high: 1 });
    expect(bootstrap([{ numerator: 1, denominator: 2 }], { low: -1, high: 1 })).toEqual({ low: -1, high: 1 });
  });

  it('the bootstrap of equal cells has no width, of a fair coin that of the normal distribution', () => {
    const equal = Array.from({ length: 9 }, () => ({ numerator: 0.5, denominator: 2 }));
    expect(bootstrap(equal, { low: -1, high: 1 })).toEqual({ low: 0.25, high: 0.25 });
    const coin = Array.from({ length: 400 }, (_, i) => ({ numerator: i % 2, denominator: 1 }));
    const { low, high } = bootstrap(coin, { low: -1, high: 1 });
    expect(low).toBeGreaterThan(0.5 - 1.96 * 0.025 - 0.01);
    expect(low).toBeLessThan(0.5 - 1.96 * 0.025 + 0.01);
    expect(high).toBeGreaterThan(0.5 + 1.96 * 0.025 - 0.01);
    expect(high).toBeLessThan(0.5 + 1.96 * 0.025 + 0.01);
  });

  it('the bootstrap turns round exactly with the signs of the weights', () => {
    const cells = fc.array(
      fc.record({ numerator: fc.integer({ min: -3, max: 3 }), denominator: fc.constant(3) }),
      {
        minLength: 2,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(cells, list => {
        const { low, high } = bootstrap(list, { low: -1, high: 1 });
        const turned = list.map(({ numerator, denominator }) => ({ numerator: 0 - numerator, denominator }));
        const back = bootstrap(turned, { low: -1, high: 1 });
        expect([0 + back.low, 0 + back.high]).toEqual([0 - high, 0 - low]);
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it('of shares and their differences hold their value and turn round exactly', () => {
    const counts = fc
      .integer({ min: 1, max: 500 })
      .chain(of => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(counts, counts, ([a, m], [b, n]) => {
        const [left, right] = [share(a, m), share(b, n)];
        expect(left.low <= left.value && left.value <= left.high).toBe(true);
        const there = differenceInterval(left, right);
        const back = differenceInterval(right, left);
        expect(there.low <= left.value - right.value && left.value - right.value <= there.high).toBe(true);
        expect([0 - back.high, 0 - back.low]).toEqual([there.low, there.high]);
      }),
      { numRuns: 500, seed: 1 },
    );
  });
});
