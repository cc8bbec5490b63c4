import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateCoreference } from '../src/evaluate/coreference.js';
import { evaluateCoverage } from '../src/evaluate/coverage.js';
import { headlines, TASKS } from '../src/evaluate/index.js';
import { evaluateLexicalBias } from '../src/evaluate/lexical-bias.js';
import { evaluateLoadedWords } from '../src/evaluate/loaded-words.js';
import { evaluateQuotations } from '../src/evaluate/quotations.js';
import { share } from '../src/evaluate/rate.js';
import { evaluateReuse } from '../src/evaluate/reuse.js';
import { evaluateSentiment } from '../src/evaluate/sentiment.js';
import { evaluateStories } from '../src/evaluate/stories.js';
import { evaluateSuggestions } from '../src/evaluate/suggestions.js';
import { packageRoot } from '../src/package.js';
import { lexicons } from './helpers.js';
import { freshReadme } from './readme.mjs';

const TEXT =
  '“We leave at dawn,” Ada Moss said. Russia said that the road was closed. The town is old. “Nobody came,” he wrote.';

/** Offsets of words in the text. */
const at = (words: string): [number, number] => {
  const start = TEXT.indexOf(words);
  return [start, start + words.length];
};

const attribution = (form: 'direct' | 'indirect', content: string, cue: string, source: string) => ({
  form,
  content: [at(content)],
  cue: [at(cue)],
  source: [at(source)],
});

describe('evaluate quotations', () => {
  const rows = (...attributions: ReturnType<typeof attribution>[]) => [{ id: 'a', text: TEXT, attributions }];
  const dawn = attribution('direct', '“We leave at dawn,”', 'said', 'Ada Moss');
  const road = attribution('indirect', 'that the road was closed', 'said that', 'Russia');
  const came = attribution('direct', '“Nobody came,”', 'wrote', 'he wrote');

  it('is one for what it finds as annotated', async () => {
    const { all, directMixed, indirect, sourceMatch, cueMatch } = evaluateQuotations(
      rows(dawn, road, came),
      await lexicons(),
    );
    for (const found of [all, directMixed, indirect])
      for (const { precision, recall, f1 } of [found.iou30, found.iou80])
        expect([precision.value, recall.value, f1.value]).toEqual([1, 1, 1]);
    expect([all.iou30.f1.n, directMixed.iou30.f1.n, indirect.iou30.f1.n]).toEqual([3, 2, 1]);
    expect([sourceMatch.value, sourceMatch.n]).toEqual([1, 2]);
    expect(cueMatch).toMatchObject({ value: 1, n: 3 });
  });

  it('counts what is annotated and not found, and found and not annotated', async () => {
    const missing = attribution('direct', 'The town is old.', 'is', 'The town');
    const { all } = evaluateQuotations(rows(dawn, missing), await lexicons());
    expect(all.iou30.recall.value).toBeCloseTo(1 / 2);
    expect(all.iou30.precision.value).toBeCloseTo(1 / 3);
    expect(all.iou30.f1.value).toBeCloseTo(2 / 5);
  });

  it('asks for more overlap at .8 than at .3', async () => {
    const half = { ...road, content: [at('the road')] };
    const { indirect } = evaluateQuotations(rows(half as typeof road), await lexicons());
    expect(indirect.iou30.f1.value).toBe(1);
    expect(indirect.iou80.f1.value).toBe(0);
  });

  it('tells wrong sources and cues', async () => {
    const wrong = { ...dawn, source: [at('The town')], cue: [at('wrote')] };
    const { sourceMatch, cueMatch } = evaluateQuotations(rows(wrong as typeof dawn), await lexicons());
    expect([sourceMatch.value, cueMatch.value]).toEqual([0, 0]);
  });
});

describe('evaluate coreference', () => {
  it('counts pronouns led to a person named before, right and wrong', async () => {
    const text = 'Ms. Moss met Mr. Reed. She left early.';
    const mention = (words: string, entity: string, form: 'proper' | 'pronominal') => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
      entity,
      form,
      type: 'person',
    });
    const row = (who: string) => ({
      id: 'a',
      text,
      mentions: [
        mention('Ms. Moss', '1', 'proper'),
        mention('Mr. Reed', '2', 'proper'),
        mention('She', who, 'pronominal'),
      ],
    });
    const right = evaluateCoreference([row('1')], await lexicons());
    expect(right).toMatchObject({ documents: 1, pronouns: { value: 1, n: 1 }, answered: { value: 1, n: 1 } });
    expect(evaluateCoreference([row('2')], await lexicons()).pronouns.value).toBe(0);
  });
});

describe('evaluate loaded-words', () => {
  const row = (text: string, biased: boolean, ...words: string[]) => ({ id: text, text, biased, words });

  it('counts words told and marked, in the outlet’s own voice', async () => {
    const { word } = evaluateLoadedWords(
      [
        row('The vile regime massacred the villagers.', true, 'Regime', 'massacred', 'villagers'),
        row('“The regime is here,” Ada Moss said.', false),
      ],
      await lexicons(),
    );
    expect(word.precision).toMatchObject({ value: 2 / 3, n: 3 });
    expect(word.recall).toMatchObject({ value: 2 / 3, n: 3 });
    expect(word.f1.value).toBeCloseTo(2 / 3);
    expect(word.words).toBeGreaterThan(6);
  });

  it('calls sentences biased by their words', async () => {
    const loaded = 'The despicable, corrupt thugs of this shameful regime brazenly massacred the innocent.';
    const plain =
      'The ferry reached the harbour at 10 a.m. on Tuesday with 40 passengers on board, officials said.';
    const rows = [row(loaded, true), row(plain, false)];
    const right = evaluateLoadedWords(rows, await lexicons());
    expect(right.sentence).toMatchObject({
      macroF1: { value: 1, n: 2 },
      mcc: { value: 1 },
      accuracy: { value: 1 },
    });
    const wrong = evaluateLoadedWords([row(loaded, false), row(plain, true)], await lexicons());
    expect(wrong.sentence).toMatchObject({ macroF1: { value: 0 }, mcc: { value: -1 } });
  });
});

describe('evaluate lexical-bias', () => {
  it('counts lexical spans in own words that a loaded word or an evaluation of their target reaches', async () => {
    const text = 'The shameful regime of Ada Moss met. The harbour was calm. “A vile regime,” Ben Cole said.';
    const span = (words: string, kind = 'lexical', quoted = false) => {
      const start = text.indexOf(words);
      return { start, end: start + words.length, kind, quoted, target: 'Ada Moss', polarity: 'negative' };
    };
    const row = (...spans: ReturnType<typeof span>[]) => ({
      story: 'one',
      articles: [{ outlet: 'The Pilot', text, spans }],
    });
    const figures = evaluateLexicalBias(
      [
        row(
          span('shameful regime'),
          span('calm'),
          span('met', 'informational'),
          span('vile', 'lexical', true),
        ),
      ],
      await lexicons(),
    );
    expect(figures.loaded.precision).toMatchObject({ value: 1, n: 2 });
    expect(figures.loaded.recall).toMatchObject({ value: 1 / 2, n: 2 });
    expect(figures.loaded.f1.value).toBeCloseTo(2 / 3);
    expect(figures.floor.recall.n).toBe(2);
    expect(figures.either.recall.value).toBeGreaterThanOrEqual(1 / 2);
  });
});

describe('evaluate reuse', () => {
  it('counts pairs judged rightly, and F1 of both kinds', async () => {
    const same = 'The ferry sank in the harbour on Monday and nobody on board was hurt.';
    const rows = [
      { id: '1', a: same, b: same.replace('sank', 'went down'), label: 'same' as const },
      { id: '2', a: same, b: 'The mayor opened a bakery with 40 guests.', label: 'different' as const },
      { id: '3', a: same, b: 'Grapes are cheap this year.', label: 'same' as const },
    ];
    const figures = evaluateReuse(rows, await lexicons());
    expect(figures.accuracy).toMatchObject({ value: 2 / 3, n: 3 });
    expect(figures.f1Same.value).toBeCloseTo(2 / 3);
    expect(figures.f1Different.value).toBeCloseTo(2 / 3);
  });
});

describe('evaluate coverage', () => {
  const article = (outlet: string, text: string, ...marks: [words: string, concept: string][]) => ({
    outlet,
    text,
    mentions: marks.map(([words, concept]) => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
      concept,
    })),
  });
  const HALL = 'They met in Gribble Hall at noon.';

  it('counts concepts that an item stands for, and the cells that are right', async () => {
    const row = {
      event: '1',
      articles: [
        article('A', HALL, ['Gribble Hall', 'hall'], ['met', 'meeting']),
        article('B', HALL, ['Gribble Hall', 'hall'], ['met', 'meeting']),
        article('C', 'They stayed at home.'),
        // Named, but not annotated.
        article('D', HALL),
      ],
    };
    const figures = evaluateCoverage([row], await lexicons());
    expect(figures.conceptsFound).toMatchObject({ value: 1 / 2, n: 2 });
    expect(figures.cellsRight).toMatchObject({ value: 3 / 4, n: 4 });
  });

  it('passes over what one outlet alone names', async () => {
    const row = { event: '1', articles: [article('A', HALL, ['Gribble Hall', 'hall']), article('B', HALL)] };
    expect(evaluateCoverage([row], await lexicons()).conceptsFound.n).toBe(0);
  });
});

describe('evaluate suggestions', () => {
  const FERRY =
    'The ministers signed the ferry treaty on Monday. Critics of the ferry treaty met in the square.';
  const named = (outlet: string, word: string, concepts: Readonly<Record<string, string>>) => {
    const text = FERRY.replaceAll('treaty', word);
    const mentions = Object.entries(concepts).flatMap(([words, concept]) =>
      [...text.matchAll(new RegExp(words, 'g'))].map(({ index }) => ({
        start: index,
        end: index + words.length,
        concept,
      })),
    );
    return { outlet, text, mentions };
  };

  it('counts concepts two names of which are rivals in one suggestion, and suggestions that are of one concept', async () => {
    const right = {
      event: '0',
      articles: [
        named('A', 'treaty', { 'the ferry treaty': 'Deal', ministers: 'Cabinet' }),
        named('B', 'pact', { 'ferry pact': 'Deal', square: 'Cabinet' }),
      ],
    };
    const given = await lexicons();
    const figures = evaluateSuggestions([right], given);
    expect(figures.conceptsSuggested).toMatchObject({ value: 1 / 2, n: 2 });
    expect(figures.commonNames).toMatchObject({ value: 1 / 2, n: 2 });
    expect(figures.suggestionsRight).toMatchObject({ value: 1, n: 1 });
    const wrong = {
      event: '1',
      articles: [named('A', 'treaty', { treaty: 'Deal' }), named('B', 'pact', { pact: 'Another' })],
    };
    expect(evaluateSuggestions([wrong], given).suggestionsRight).toMatchObject({ value: 0, n: 1 });
    expect(evaluateSuggestions([wrong], given).conceptsSuggested.n).toBe(0);
  });
});

describe('evaluate sentiment', () => {
  const row = (id: string, text: string, name: string, label: 'negative' | 'neutral' | 'positive') => {
    const start = text.indexOf(name);
    return { id, text, start, end: start + name.length, label };
  };
  const HARSH = 'Tom Reed is a cruel and corrupt liar.';
  const BOTH = 'Tom Reed brutally betrayed honest villagers, and Ada Moss was praised for her courage.';

  it('counts classes, pairs of one sentence, and groups by the part of the id before the stroke', async () => {
    const figures = evaluateSentiment(
      [
        row('a/1', HARSH, 'Tom Reed', 'negative'),
        row('a/2', BOTH, 'Tom Reed', 'negative'),
        row('b/3', BOTH, 'Ada Moss', 'positive'),
      ],
      await lexicons(),
    );
    expect(figures.conflictingPairs).toMatchObject({ value: 1, n: 1 });
    expect(figures.perClass.negative.recall.n).toBe(2);
    expect(Object.keys(figures.groups)).toEqual(['a', 'b']);
    expect(figures.groups.a?.conflictingPairs.n).toBe(0);
    expect(figures.calibration.reduce((sum, { n }) => sum + n, 0)).toBe(3);
  });

  it('falls where labels are turned round', async () => {
    const given = await lexicons();
    const right = evaluateSentiment([row('a/1', HARSH, 'Tom Reed', 'negative')], given);
    const wrong = evaluateSentiment([row('a/1', HARSH, 'Tom Reed', 'positive')], given);
    expect([right.accuracy.value, wrong.accuracy.value]).toEqual([1, 0]);
    expect([right.macroF1.value > 0, wrong.macroF1.value]).toEqual([true, 0]);
  });

  it('takes a row with nothing to read for neutral', async () => {
    const empty = { id: 'a', text: '—', start: 0, end: 1, label: 'neutral' as const };
    expect(evaluateSentiment([empty], await lexicons()).accuracy.n).toBe(1);
  });
});

describe('evaluate stories', () => {
  const article = (outlet: string, sentences: string[], sentiment: string | null) => ({
    outlet,
    title: 'A day in town',
    sentences,
    entities: [{ name: 'Tom Reed', type: 'People', sentiment }],
  });
  const KIND = ['Tom Reed is brave.', 'Reed was praised for his courage.', 'Reed saved the villagers.'];
  const HARSH = ['Tom Reed is corrupt.', 'Reed was condemned for fraud.', 'Reed betrayed the villagers.'];
  const times = (n: number, some: string[]): string[] => Array.from({ length: n }, () => some).flat();

  it('orders articles that treat somebody differently', async () => {
    const story = (a: string, b: string) => ({
      story: 's',
      articles: [article('A', KIND, a), article('B', HARSH, b)],
    });
    const given = await lexicons();
    const right = evaluateStories([story('positive', 'negative')], given);
    expect(right.concordance).toMatchObject({ value: 1, n: 1 });
    expect(evaluateStories([story('negative', 'slightly-positive')], given).concordance.value).toBe(0);
    expect(evaluateStories([story('neutral', 'neutral')], given).pairs).toBe(0);
  });

  it('leaves out what nobody could judge, and halves a tie', async () => {
    const unknown = { story: 's', articles: [article('A', KIND, null), article('B', HARSH, 'negative')] };
    const tie = { story: 's', articles: [article('A', KIND, 'neutral'), article('B', KIND, 'negative')] };
    const given = await lexicons();
    expect(evaluateStories([unknown], given).pairs).toBe(0);
    expect(evaluateStories([tie], given).concordance.value).toBe(0.5);
  });

  it('tells an order only where the sums lie far apart', async () => {
    const story = (n: number) => ({
      story: 's',
      articles: [article('A', times(n, KIND), 'positive'), article('B', times(n, HARSH), 'negative')],
    });
    const given = await lexicons();
    expect(evaluateStories([story(1)], given).confident.share).toBe(0);
    expect(evaluateStories([story(8)], given).confident).toMatchObject({ value: 1, share: 1, n: 1 });
  });
});

describe('figures', () => {
  it('have an interval that holds them, the same at every call', () => {
    const units = Array.from({ length: 30 }, (_, i) => [i % 3 === 0 ? 1 : 0, 1] as const);
    const rate = share(units, 0, 1);
    expect(rate).toMatchObject({ value: 1 / 3, n: 30 });
    expect(rate.low).toBeLessThan(1 / 3);
    expect(rate.high).toBeGreaterThan(1 / 3);
    expect(share(units, 0, 1)).toEqual(rate);
  });

  it('stand in the README as in figures.json, beside the excerpt of the sample comparison', () => {
    expect(readFileSync(join(packageRoot, 'README.md'), 'utf8')).toBe(freshReadme());
  });

  it('are there for every task, with interval and size', () => {
    const figures = JSON.parse(readFileSync(join(packageRoot, 'src/evaluate/figures.json'), 'utf8'));
    for (const [task, { headline }] of Object.entries(TASKS))
      for (const [, title] of headline)
        expect(figures).toContainEqual(
          expect.objectContaining({
            task,
            title,
            value: expect.any(Number),
            low: expect.any(Number),
            n: expect.any(Number),
          }),
        );
    expect(
      headlines('coreference', 'a set', {
        pronouns: share([[1, 2]] as const, 0, 1),
        answered: share([[2, 2]] as const, 0, 1),
      })[0],
    ).toMatchObject({
      set: 'a set',
      value: 0.5,
      n: 2,
    });
  });
});

const DATA = join(packageRoot, '../shared/data');
let there = true;
try {
  readFileSync(join(DATA, 'README.md'));
} catch {
  there = false;
  console.log('../shared/data is not here: the recorded figures are not measured again');
}

describe.skipIf(!there)('the recorded figures', () => {
  it.each([
    ['quotations', 'quotations/polnear.dev.jsonl'],
    ['sentiment', 'sentiment/newsmtsc.dev.jsonl'],
    ['stories', 'stories/seesaw.dev.jsonl'],
    ['roles', 'roles/pac.dev.jsonl'],
  ])('of %s are what is reached on the file', async (task, file) => {
    const rows = readFileSync(join(DATA, file), 'utf8').trim().split('\n');
    const result = (TASKS[task] as (typeof TASKS)[string]).measure(
      rows.map(row => JSON.parse(row)),
      await lexicons(),
    );
    const figures = JSON.parse(readFileSync(join(packageRoot, 'src/evaluate/figures.json'), 'utf8'));
    for (const { title, value } of headlines(task, '', result))
      expect(figures.find((each: { title: string }) => each.title === title).value, title).toBeCloseTo(
        value,
        3,
      );
  });
});
