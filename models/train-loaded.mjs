// npm run train:loaded -- TRAIN.jsonl ...: learns models/loaded.json from sentences in which readers marked loaded words
// (format of BABE) and its card in models/README.md. The same rows and vectors give the same bytes.
//
// What is learnt are the weights of a few dozen general features, listed by name. No word has a weight of its own: how like
// the words of our lexicon a word is follows from that lexicon and from word vectors (GloVe) alone, without the rows.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLexicons } from '../dist/lexicon/load.js';
import { FUNCTION_WORDS } from '../dist/english/closed-classes.js';
import { LoadedJudge, logOdds, probabilityOf, sentenceFeatures } from '../dist/loaded/judge.js';
import { isMarked } from '../dist/loaded/marked.js';
import { parse } from '../dist/documents.js';
import {
  articleOf,
  DIMENSIONS,
  fit,
  hundredths,
  lines,
  loadVectors,
  ridge,
  VECTORS,
  VECTORS_VERSION,
  writeCard,
} from './train-sentiment.mjs';

const FOLDS = 5;
/** Neighbours that likeness is averaged over, and how many frequent words stand for those that do not judge. */
const NEIGHBOURS = 10;
const MOST_PLAIN = 10_000;
const LEAST_LIKENESS = 0.06;
/** Strength of the L2 penalty, and in how many cases a feature has to stand to get a weight. */
const PENALTY = { word: 2, sentence: 3 };
const FEWEST = 5;
const ROUNDS = 200;
const AXES = ['like listed words', 'how rare'];

/**
 * How like the judging words of the lexicon a word is, in [0, 1]: half by ridge regression on the vectors, half by the
 * share of such words among its nearest neighbours (label propagation; Hamilton and others 2016, Inducing domain-specific
 * sentiment lexicons). Its own entry does not count. How rare: the logarithm of its rank in the vectors' corpus.
 */
export function likeness({ words, data, index }, lexicons) {
  const judges = word => {
    const cut = lexicons.words(word);
    const hit = lexicons.loaded.find(cut, 0, cut.length)[0];
    return hit === undefined ? undefined : hit.value.judges;
  };
  const table = Object.keys(lexicons.sentiment.words).filter(word => index.has(word) && !FUNCTION_WORDS.has(word));
  const anchors = table
    .map(word => ({ at: index.get(word) * DIMENSIONS, rank: index.get(word), value: judges(word) === true ? 1 : 0 }))
    .filter(({ rank, value }) => value === 1 || rank < MOST_PLAIN);
  const listed = anchors.filter(({ value }) => value === 1).length;
  const balance = Math.sqrt(anchors.length / Math.max(1, listed));
  const line = ridge(anchors.map(({ at, value }) => ({ at, value, weight: value === 1 ? balance : 1 })), data);
  const rows = table.map(word => {
    const rank = index.get(word);
    const at = rank * DIMENSIONS;
    let linear = line[DIMENSIONS];
    for (let d = 0; d < DIMENSIONS; d++) linear += line[d] * data[at + d];
    const told = 0.5 * Math.max(0, linear) + 0.5 * amongNeighbours(anchors, data, at);
    const value = told < LEAST_LIKENESS ? 0 : Math.min(1, told);
    return [word, [hundredths(value), hundredths(Math.log2(1 + rank / 500) / 6)]];
  });
  return { axes: AXES, words: Object.fromEntries(rows) };
}

function amongNeighbours(anchors, data, at) {
  const near = [];
  for (const anchor of anchors) {
    if (anchor.at === at) continue;
    let dot = 0;
    for (let d = 0; d < DIMENSIONS; d++) dot += data[at + d] * data[anchor.at + d];
    if (dot <= 0 || (near.length === NEIGHBOURS && dot <= near[NEIGHBOURS - 1].dot)) continue;
    let place = near.length;
    while (place > 0 && near[place - 1].dot < dot) place--;
    near.splice(place, 0, { dot, value: anchor.value });
    if (near.length > NEIGHBOURS) near.pop();
  }
  let sum = 0;
  let weights = 0.02;
  for (const { dot, value } of near) {
    sum += dot ** 4 * value;
    weights += dot ** 4;
  }
  return sum / weights;
}

/**
 * The rows read: each content word with its features and whether readers marked it.
 *
 * @param rows `{ id, text, biased, words }`
 */
export function prepare(rows, lexicons, table) {
  const unweighted = { ...table, word: {}, sentence: {}, thresholds: { word: 0.5, sentence: 0.5 } };
  return rows.map(row => {
    const doc = parse(articleOf(row), lexicons);
    const judge = new LoadedJudge(doc, { ...only(lexicons), loadedWeights: unweighted });
    const sentences = doc.sentences.map(({ index }) => judge.judge(index));
    const words = sentences.flatMap(({ words: each, own }) =>
      each.map(({ unit }, w) => ({ features: unit.features, marked: isMarked(unit.word, row.words) && own[w] ? 1 : 0 })),
    );
    const fold = createHash('sha256').update(row.id).digest()[0] % FOLDS;
    return { row, doc, fold, words };
  });
}

/** The getters of the lexicons that parse weights when asked are left alone. */
const only = ({ loaded, event, cue, sentiment }) => ({ loaded, event, cue, sentiment });

/** Logistic regression over named features; weights in hundredths. */
function fitNamed(inputs, labels, penalty) {
  const cases = new Map();
  for (const features of inputs) for (const name of features.keys()) cases.set(name, (cases.get(name) ?? 0) + 1);
  const names = [...cases].flatMap(([name, count]) => (count >= FEWEST ? [name] : [])).sort();
  const numbers = new Map(names.map((name, i) => [name, i]));
  const rows = inputs.map(features => {
    const known = [...features].filter(([name]) => numbers.has(name));
    return {
      at: Int32Array.from(known, ([name]) => numbers.get(name)),
      value: Float64Array.from(known, ([, value]) => value),
    };
  });
  const penalties = Float64Array.from(names, name => (name.startsWith('any ') ? 0 : penalty));
  const w = fit(rows, labels, names.length, penalties, ROUNDS, 2);
  return Object.fromEntries(
    names.map((name, i) => [name, hundredths(w[i * 2 + 1] - w[i * 2]) / 100]).filter(([, weight]) => weight !== 0),
  );
}

const learnWords = prepared => {
  const words = prepared.flatMap(each => each.words);
  return fitNamed(words.map(({ features }) => features), words.map(({ marked }) => marked), PENALTY.word);
};

/** The probability from which on words count, so that F1 is highest. */
function bestThreshold(pairs) {
  const ranked = pairs.toSorted(([a], [b]) => b - a);
  const all = ranked.reduce((sum, [, marked]) => sum + marked, 0);
  let hits = 0;
  let best = 0;
  let threshold = 1;
  for (const [i, [probability, marked]] of ranked.entries()) {
    hits += marked;
    const f1 = (2 * hits) / (i + 1 + all);
    if (f1 <= best) continue;
    best = f1;
    threshold = probability;
  }
  return Math.round(100 * threshold) / 100;
}

const judged = (prepared, lexicons, weights) =>
  prepared.map(({ doc }) => {
    const judge = new LoadedJudge(doc, { ...only(lexicons), loadedWeights: weights });
    return doc.sentences.map(({ index }) => judge.judge(index));
  });

/**
 * Learns the weights: of words, then of sentences from words that were judged by weights learnt elsewhere. What the
 * figures say is cross-validated.
 */
export function learn(prepared, lexicons, table, trained) {
  const base = { schema: 1, trained, ...table, sentence: {} };
  const inFold = fold => prepared.filter(each => each.fold === fold);
  const weightsWithout = Array.from({ length: FOLDS }, (_, fold) =>
    learnWords(prepared.filter(each => each.fold !== fold)),
  );
  const pairs = prepared.flatMap(({ words, fold }) =>
    words.map(({ features, marked }) => [probabilityOf(logOdds(features, weightsWithout[fold])), marked]),
  );
  const thresholds = { word: bestThreshold(pairs), sentence: 0.5 };
  const seen = Array.from({ length: FOLDS }, (_, fold) => {
    const members = inFold(fold);
    const weights = { ...base, thresholds, word: weightsWithout[fold] };
    return judged(members, lexicons, weights).map((sentences, i) => ({
      row: members[i].row,
      fold,
      sentences,
      features: sentenceFeatures(sentences),
    }));
  }).flat();
  const learnSentences = some =>
    fitNamed(some.map(({ features }) => features), some.map(({ row }) => (row.biased ? 1 : 0)), PENALTY.sentence);
  const withoutFold = Array.from({ length: FOLDS }, (_, fold) => learnSentences(seen.filter(each => each.fold !== fold)));
  const counts = { word: [0, 0, 0], sentence: [0, 0, 0, 0] };
  for (const { row, fold, sentences, features } of seen) {
    for (const { words, own } of sentences)
      for (const [w, { unit, loaded }] of words.entries()) {
        const marked = isMarked(unit.word, row.words);
        const told = loaded && own[w];
        if (told && marked) counts.word[0]++;
        if (told) counts.word[1]++;
        if (marked) counts.word[2]++;
      }
    const told = logOdds(features, withoutFold[fold]) >= 0;
    counts.sentence[(row.biased ? 2 : 0) + (told ? 1 : 0)]++;
  }
  const [hits, told, marked] = counts.word;
  const [tn, fp, fn, tp] = counts.sentence;
  const figures = {
    precision: hits / told,
    recall: hits / marked,
    f1: (2 * hits) / (told + marked),
    macroF1: tp / (2 * tp + fp + fn) + tn / (2 * tn + fp + fn),
    mcc: (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)),
  };
  const weights = {
    schema: 1,
    trained: { ...trained, rows: prepared.length, words: Object.keys(table.words).length },
    thresholds,
    word: learnWords(prepared),
    sentence: learnSentences(seen),
    axes: table.axes,
    words: table.words,
  };
  return { weights, figures };
}

/** One weight or word a line, so that a change can be read. */
export const write = ({ schema, trained, thresholds, word, sentence, axes, words }) =>
  `${[
    '{',
    `"schema": ${schema},`,
    `"trained": ${JSON.stringify(trained)},`,
    `"thresholds": ${JSON.stringify(thresholds)},`,
    `"word": ${JSON.stringify(word, undefined, 1)},`,
    `"sentence": ${JSON.stringify(sentence, undefined, 1)},`,
    `"axes": ${JSON.stringify(axes)},`,
    `"words": {\n${lines(words)}\n}`,
    '}',
  ].join('\n')}\n`;

const card = ({ trained: { rows, digest, vectors, words }, word, sentence, thresholds }, figures) => `# Loaded words

Written by \`npm run train:loaded\`, which writes \`loaded.json\` beside it. The same rows, vectors and lexicons give the same bytes.

- **What it does.** The probability that readers would mark a word as loaded (a logistic regression over ${Object.keys(word).length} named features) and
  that they would call a sentence biased (${Object.keys(sentence).length} features, the words' probabilities among them). A word counts from ${thresholds.word} on.
- **Data.** ${rows} sentences of US news of BABE \`train\` (Spinde and others, Findings of EMNLP 2021; licence file AGPL-3.0); digest of the rows
  ${digest}. They gave the weights of the features and the threshold, nothing else: no word of them ships, and no word has a weight of
  its own. The bias lexicon of that release was not used. Whoever compiled our lexicon had seen which words of \`train\` are
  marked most often, so the cross-validated figures may flatter; \`dev\` was not looked at.
- **Words.** For ${words} words of the sentiment classifier's table: how like the judging words of \`lexicons/loaded\` a word is, from those and its GloVe
  vector (Pennington and others 2014; public domain; ${vectors}, MIT), and how rare it is in the corpus of the vectors. Valences are those of
  \`sentiment.json\`.
- **Features.** Class of the lexicon, part of speech, beginnings and endings, likeness, valence, neighbours (a determiner, a name, an
  intensifier, another listed word), negation, place, how many listed words stand near. It is blind to names and to whose voice it is; voices are
  kept apart when words are counted.
- **How right.** In five-fold cross-validation: words F1 ${figures.f1.toFixed(3)} (precision ${figures.precision.toFixed(3)}, recall ${figures.recall.toFixed(3)}); sentences macro-F1 ${figures.macroF1.toFixed(3)}, MCC ${figures.mcc.toFixed(3)}.
- **Limits.** Readers disagree much about loaded words; about half of what counts was not marked by them. US politics; one sentence at a time; no irony.
- **File.** \`words\` are in hundredths: likeness, rarity.
`;

if (process.argv[1] === import.meta.filename) {
  const files = process.argv.slice(2);
  if (files.length === 0) {
    console.error('npm run train:loaded -- TRAIN.jsonl ...');
    process.exit(2);
  }
  const texts = files.map(file => readFileSync(file, 'utf8'));
  const rows = texts.flatMap(text => text.trim().split('\n').map(line => JSON.parse(line)));
  const digest = createHash('sha256').update(texts.join('')).digest('hex').slice(0, 12);
  const lexicons = await loadLexicons();
  const table = likeness(loadVectors(), lexicons);
  const prepared = prepare(rows, lexicons, table);
  const { weights, figures } = learn(prepared, lexicons, table, { digest, vectors: `${VECTORS} ${VECTORS_VERSION}` });
  writeFileSync(join(import.meta.dirname, 'loaded.json'), write(weights));
  writeCard(card(weights, figures));
  console.log(
    `${rows.length} rows, ${Object.keys(weights.word).length} features; cross-validated`,
    Object.entries(figures).map(([name, value]) => `${name} ${value.toFixed(3)}`).join(', '),
  );
}
