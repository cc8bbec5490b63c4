/** Learning the weights of the sentiment classifier, on sentences and word vectors made up here. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  learn as learnLoaded,
  likeness,
  prepare as prepareLoaded,
  write as writeLoaded,
} from '../models/train-loaded.mjs';
import { layVectors, learn, prepare, write } from '../models/train-sentiment.mjs';
import { packageRoot } from '../src/package.js';
import { Classifier } from '../src/sentiment/classifier.js';
import { lexicons } from './helpers.js';

const KIND = ['praised', 'admired', 'honoured', 'thanked'];
const HARSH = ['insulted', 'cheated', 'robbed', 'betrayed'];
const FLAT = ['visited', 'met', 'called', 'joined'];
const OTHERS = 'the villagers mayor on monday in town hall crowd river bridge market school'.split(' ');
const WORDS = [...OTHERS, ...KIND, ...HARSH, ...FLAT];

/** Words of one group lie close together. */
const vectorOf = (word: string): number[] => {
  const group = [KIND, HARSH, FLAT].findIndex(words => words.includes(word));
  return Array.from({ length: 100 }, (_, d) => {
    const noise = createHash('sha256').update(`${word} ${d}`).digest()[0] as number;
    return (d === group + 1 ? 4 : 0) + noise / 256 - 0.5;
  });
};

const rows = ['Ada Moss', 'Tom Reed', 'Lena Fox'].flatMap((name, n) =>
  [
    [KIND, 'positive'],
    [HARSH, 'negative'],
    [FLAT, 'neutral'],
  ].flatMap(([verbs, label]) =>
    (verbs as string[]).flatMap((verb, v) =>
      OTHERS.slice(-6).map((place, p) => {
        const text = `On Monday ${name} ${verb} the villagers near the ${place}.`;
        return {
          id: `made_${n}_${label}_${v}_${p}`,
          text,
          start: 10,
          end: 10 + name.length,
          label: label as string,
        };
      }),
    ),
  ),
);

describe('npm run train:sentiment', () => {
  const train = async () => {
    const vectors = layVectors(WORDS, vectorOf);
    const prepared = prepare(rows, vectors, await lexicons());
    return { prepared, weights: learn(prepared, vectors, { digest: 'made up' }) };
  };

  it('writes the same bytes for the same rows', async () => {
    const [once, again] = [await train(), await train()];
    expect(write(again.weights)).toBe(write(once.weights));
    expect(JSON.parse(write(once.weights))).toEqual(once.weights);
  });

  it('learns what it is shown, and nothing by name', async () => {
    const { prepared, weights } = await train();
    const classifier = new Classifier(weights);
    const labels = ['negative', 'neutral', 'positive'] as const;
    const right = prepared.seen.filter(({ seen, label }) => {
      const judgement = classifier.judge(seen);
      return labels.every(other => judgement[other] <= judgement[labels[label] as (typeof labels)[number]]);
    });
    expect(right.length / rows.length).toBeGreaterThan(0.9);
    expect(Object.keys(weights.words)).toEqual(expect.arrayContaining(['praised', 'betrayed']));
    for (const name of ['ada', 'moss', 'monday']) expect(weights.words).not.toHaveProperty(name);
  });
});

describe('npm run train:loaded', () => {
  const JUDGING = ['vile', 'despicable', 'shameful', 'brazen', 'corrupt'];
  const PLAIN = ['small', 'old', 'northern', 'wooden', 'narrow'];
  const marked = Array.from({ length: 12 }, (_, k) =>
    [...JUDGING, ...PLAIN].map((word, w) => ({
      id: `${k} ${word}`,
      text: `The ${word} mayor of harbour ${'abcdefghijkl'[k]} spoke in the ${OTHERS.at(-1 - (k % 6))}.`,
      biased: w < JUDGING.length,
      words: w < JUDGING.length ? [word] : [],
    })),
  ).flat();
  const train = async () => {
    const given = await lexicons();
    const vectors = layVectors([...WORDS, ...JUDGING, ...PLAIN], vectorOf);
    const table = likeness(vectors, given);
    return learnLoaded(prepareLoaded(marked, given, table), given, table, { digest: 'made up' });
  };

  it('writes the same bytes for the same rows', async () => {
    const [once, again] = [await train(), await train()];
    expect(writeLoaded(again.weights)).toBe(writeLoaded(once.weights));
    expect(JSON.parse(writeLoaded(once.weights))).toEqual(once.weights);
  });

  it('learns what it is shown, and gives no word of the rows a weight', async () => {
    const { weights, figures } = await train();
    expect(figures.f1).toBeGreaterThan(0.9);
    expect(figures.macroF1).toBeGreaterThan(0.9);
    const names = [...Object.keys(weights.word), ...Object.keys(weights.sentence)].join(' ').split(/[ ,:;]+/);
    for (const word of [...JUDGING, ...PLAIN]) expect(names).not.toContain(word);
  });
});

describe('the weights of loaded words in the package', () => {
  const weights = JSON.parse(readFileSync(join(packageRoot, 'models/loaded.json'), 'utf8'));

  it('are of a few dozen features, and their table of words is the sentiment classifier’s', () => {
    const { words } = JSON.parse(readFileSync(join(packageRoot, 'models/sentiment.json'), 'utf8'));
    expect(Object.keys(weights.word).length).toBeLessThan(100);
    expect(Object.keys(weights.words).filter(word => !Object.hasOwn(words, word))).toEqual([]);
    const card = readFileSync(join(packageRoot, 'models/README.md'), 'utf8');
    for (const each of Object.values(weights.trained)) expect(card).toContain(String(each));
  });

  const rowsFile = join(packageRoot, '../shared/data/loaded-words/babe.train.jsonl');
  it.skipIf(!existsSync(rowsFile))('were learnt from the training rows, and from no others', () => {
    const digest = createHash('sha256').update(readFileSync(rowsFile)).digest('hex').slice(0, 12);
    expect(weights.trained.digest).toBe(digest);
  });
});

describe('the weights of the package', () => {
  const weights = JSON.parse(readFileSync(join(packageRoot, 'models/sentiment.json'), 'utf8'));
  const card = readFileSync(join(packageRoot, 'models/README.md'), 'utf8');

  it('have the card that was written with them', () => {
    for (const each of Object.values(weights.trained)) expect(card).toContain(String(each));
    expect(Object.keys(weights.words)).toHaveLength(weights.trained.words);
  });

  const rowsFile = join(packageRoot, '../shared/data/sentiment/newsmtsc.train.jsonl');
  if (!existsSync(rowsFile)) console.log('../shared/data is not here: the training rows are not compared');
  it.skipIf(!existsSync(rowsFile))('were learnt from the training rows, and from no others', () => {
    const digest = createHash('sha256').update(readFileSync(rowsFile)).digest('hex').slice(0, 12);
    expect(weights.trained.digest).toBe(digest);
  });
});
