/**
 * `npm run bench`, after `npm run build`: what Parallax costs over the tagger it stands on, and whether that grows
 * with the lexicons or with the number of articles. Every figure but the cost of alignment is a ratio of two things
 * timed in turns in this run, so it means the same on any machine. To add a figure, write a function that returns rows and add it to FIGURES.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import winkNLP from 'wink-nlp';

// Before Parallax reads the model, which it keeps and this copies.
const require = createRequire(import.meta.url);
const plain = winkNLP(require('wink-eng-lite-web-model'), ['sbd', 'pos', 'negation']);

const { draft, readSpeech } = await import('../dist/parse/index.js');
const { findNames } = await import('../dist/parse/names.js');
const { castOf } = await import('../dist/cast/index.js');
const { castArticleOf } = await import('../dist/documents.js');
const { findEvents } = await import('../dist/parse/events/index.js');
const { mulberry32 } = await import('../dist/statistics/interval.js');
const { sharedCopy } = await import('../dist/reuse/shared-copy.js');
const { keyed } = await import('../dist/text/keys.js');
const { analyse, buildLexicons, builtInLexicons, parse, PASSES, readArticles } = await import(
  '../dist/index.js'
);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const root = fileURLToPath(new URL('..', import.meta.url));
const TOKENS = 700;
/** Rounds that are not counted. */
const WARM_UP = 10;

// What is measured

const FIGURES = [
  // [name, function]: the function returns rows { figure, value, target }, where value and target are numbers.
  ['cost', costOverTagger],
  ['growth', growthWithArticles],
  ['size', growthWithSize],
  ['markup', growthWithMarkup],
  ['start', startUp],
  ['copy', costOfAlignment],
  // Last, since its lexicons stay in the heap.
  ['forms', costOfForms],
];

async function costOverTagger() {
  const texts = new Texts(1);
  const lexicons = await buildLexicons(builtInLexicons());
  const portrayal = PASSES.filter(({ name }) => name === 'sentiment' || name === 'agency');
  const rounds = interleaved(34, () => {
    const some = texts.take(30);
    const docs = some.map(article => parse(article, lexicons));
    const read = some.map(article => draft(article, lexicons));
    const { cast, mentions } = castOf(read.map(castArticleOf), lexicons);
    const namings = read.map((each, n) => readSpeech(each, cast, mentions[n]).naming);
    return [
      () => some.forEach(({ text }) => void plain.readDoc(text)),
      () => some.forEach(article => void analyse([article], lexicons)),
      () => read.forEach((each, n) => void readSpeech(each, cast, mentions[n])),
      () => {
        for (const [i, doc] of docs.entries()) {
          findEvents(read[i], namings[i], doc.people, doc.quotations);
          for (const { observe } of portrayal) for (const _ of observe(doc, lexicons));
        }
      },
      () => {
        for (const each of read) findNames(each);
        castOf(read.map(castArticleOf), lexicons);
      },
    ];
  }).slice(WARM_UP);
  const over = k => median(rounds.map(times => times[k] / times[0]));
  return [
    { figure: 'full analysis / readDoc', value: over(1), target: 1.5 },
    { figure: 'of which quotations, sources and people / readDoc', value: over(2), target: 0.15 },
    { figure: 'of which the cast of 30 articles as one story / readDoc', value: over(4), target: 0.25 },
    { figure: 'of which events, agency and sentiment / readDoc', value: over(3), target: 0.3 },
  ];
}

async function costOfForms() {
  const texts = new Texts(1);
  const lexicons = await buildLexicons(builtInLexicons());
  const large = await buildLexicons([...builtInLexicons(), ...syntheticLexicons(100)]);
  const rounds = interleaved(34, () => {
    const some = texts.take(30);
    return [
      () => some.forEach(article => void analyse([article], lexicons)),
      () => some.forEach(article => void analyse([article], large)),
    ];
  }).slice(WARM_UP);
  return [
    {
      figure: 'full analysis with 100 times the forms / with the package’s',
      value: median(rounds.map(([a, b]) => b / a)),
      target: 1.1,
    },
  ];
}

async function growthWithArticles() {
  const lexicons = await buildLexicons(builtInLexicons());
  const texts = new Texts(2);
  // Time an article in units of a fixed piece of work done beside it, so that a busy machine does not count as growth.
  const fixed = texts.take(20);
  const blocks = count =>
    interleaved(count / 100, () => {
      const some = texts.take(100);
      return [
        () => fixed.forEach(({ text }) => void plain.readDoc(text)),
        () => some.forEach(article => void analyse([article], lexicons)),
      ];
    }).map(([unit, time]) => time / unit);
  const heap = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  blocks(1000);
  const small = [];
  const heaps = [];
  small.push(...blocks(500));
  heaps.push(heap());
  const large = blocks(1000);
  heaps.push(heap());
  large.push(...blocks(9000));
  heaps.push(heap());
  return [
    {
      figure: 'time an article at 10,000 articles / at 100',
      value: median(large) / median(small),
      target: 1.1,
    },
    {
      figure: `heap at 10,000 articles / at 100 (${heaps.map(each => each.toFixed(0)).join(', ')} MB at 100, 1,000, 10,000)`,
      value: heaps[2] / heaps[0],
      target: 1.25,
    },
  ];
}

/** One article of 1 and of 10 MB, by the program itself. */
async function growthWithSize() {
  const folder = mkdtempSync(join(tmpdir(), 'parallax-bench-'));
  const day =
    'The rain fell on the hills all day, and nobody in the town went out before the evening. The road along\n' +
    'the river was closed, as it is every spring. Buses did not run, and the school sent its children home.\n\n';
  const week = `${day.repeat(6)}Armenia denied the claim. “We will not go,” a farmer told reporters.\n\n`;
  const head = '---\noutlet: The Bench\nstory: bench\n---\n';
  const report = size => {
    const file = join(folder, `${size}.md`);
    writeFileSync(file, head + week.repeat(Math.ceil(size / week.length)));
    return timed(() => node(CLI, 'report', file, '--out', join(folder, 'out')));
  };
  try {
    return [
      { figure: 'report on an article of 10 MB / of 1 MB', value: report(1e7) / report(1e6), target: 12 },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Markup that is opened and never closed: with a cost that grew with its square, four times the text took sixteen times as long. */
async function growthWithMarkup() {
  const lexicons = await buildLexicons(builtInLexicons());
  const [article] = new Texts(1).take(1);
  const ratios = ['<!-- a ', '<script> a ', '[a](', 'https://a ', '**a b** c\n', '![a](b)\n'].map(unit => {
    const read = size =>
      timed(() => void parse({ ...article, text: unit.repeat(size / unit.length) }, lexicons));
    read(20_000);
    return median(Array.from({ length: 3 }, () => read(400_000) / read(100_000)));
  });
  return [{ figure: 'parsing 400 kB of unclosed markup / 100 kB', value: Math.max(...ratios), target: 9 }];
}

/** In microseconds of processor time, since sentences and not articles are aligned: the best of several runs. */
async function costOfAlignment() {
  const lexicons = await buildLexicons(builtInLexicons());
  const texts = new Texts(4);
  const rows = [];
  for (const [count, runs] of [
    [5, 300],
    [500, 8],
    [5000, 2],
  ]) {
    const traces = texts
      .take(count)
      .map((article, i) => analyse([{ ...article, outlet: `Outlet ${i % 20}` }], lexicons).analysed[0].trace);
    const sentences = traces.reduce((sum, trace) => sum + trace.sentences.length, 0);
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < runs; run++) {
      const start = process.cpuUsage();
      sharedCopy(keyed(traces, lexicons), lexicons);
      const { user, system } = process.cpuUsage(start);
      best = Math.min(best, user + system);
    }
    rows.push({
      figure: `shared copy, microseconds a sentence, at ${count} articles by 20 outlets`,
      value: best / sentences,
      target: 40,
    });
  }
  return rows;
}

async function startUp() {
  const out = mkdtempSync(join(tmpdir(), 'parallax-bench-'));
  const five = (await sampleArticles()).slice(0, 5).map(({ path }) => path);
  try {
    const rounds = interleaved(11, () => [
      () => node('-e', '0'),
      () => node(CLI, 'report', ...five, '--out', out),
      () => node(CLI, '--help'),
    ]).slice(1);
    const bare = median(rounds.map(([a]) => a));
    return [
      {
        figure: 'report on five articles / node -e 0',
        value: median(rounds.map(each => each[1])) / bare,
        target: 5,
      },
      { figure: '--help / node -e 0', value: median(rounds.map(each => each[2])) / bare, target: 2.5 },
    ];
  } finally {
    rmSync(out, { recursive: true });
  }
}

// What it is measured on

async function sampleArticles() {
  const articles = [];
  for await (const article of readArticles([join(root, 'articles')])) articles.push(article);
  return articles;
}

const titles = (await sampleArticles()).map(({ title }) => title);
const paragraphs = (await sampleArticles())
  .flatMap(({ text }) => text.split(/\n\s*\n/))
  .map(paragraph => paragraph.trim())
  .filter(paragraph => /[.”"]$/.test(paragraph) && paragraph.length > 80);

/** Articles of about 700 tokens: paragraphs of the samples in any order, one word in a hundred never seen before. */
class Texts {
  #random;
  #made = 0;

  constructor(seed) {
    this.#random = mulberry32(seed);
  }

  take(count) {
    return Array.from({ length: count }, () => this.#article());
  }

  #article() {
    const chosen = [];
    for (let tokens = 0; tokens < TOKENS; ) {
      const paragraph = paragraphs[Math.floor(this.#random() * paragraphs.length)];
      chosen.push(paragraph);
      tokens += paragraph.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu).length;
    }
    const title = titles[this.#made % titles.length];
    const text = [title, ...chosen]
      .join('\n\n')
      .replace(/(?<= )[a-z]{5,}(?= )/g, word => (this.#random() < 0.03 ? madeUp(this.#random) : word));
    this.#made++;
    return {
      id: `made-${this.#made}`,
      outlet: 'The Bench',
      title,
      story: 'bench',
      language: 'en',
      path: `made-${this.#made}.md`,
      text,
      firstLine: 1,
      extra: {},
    };
  }
}

const SYLLABLES =
  'ba be bi bo da de do fa fi ga go ka ki la le lo ma mi mo na ni po ra re ri sa so ta te ti to va'.split(
    ' ',
  );
function madeUp(random) {
  let word = '';
  for (let k = 2 + Math.floor(random() * 4); k > 0; k--)
    word += SYLLABLES[Math.floor(random() * SYLLABLES.length)];
  return word;
}

/** Lexicons of invented forms, so that with the package's own there are `times` as many forms of each kind. */
function syntheticLexicons(times) {
  const random = mulberry32(3);
  const known = [...new Set(paragraphs.join(' ').match(/[a-z]{3,}/g))];
  const seen = new Set();
  // Every second form begins as the articles do, so that looking it up goes further than its first word.
  const form = () => {
    for (;;) {
      const first = random() < 0.5 ? known[Math.floor(random() * known.length)] : madeUp(random);
      const made = [first, madeUp(random), ...(random() < 0.3 ? [madeUp(random)] : [])].join(' ');
      if (seen.has(made)) continue;
      seen.add(made);
      return made;
    }
  };
  const files = (kind, count, body) => {
    const size = 20_000;
    return Array.from({ length: Math.ceil(count / size) }, (_, k) => {
      const forms = JSON.stringify(Array.from({ length: Math.min(size, count - k * size) }, form));
      return {
        path: `${kind}-${k}.yaml`,
        text: `{kind: ${kind}, id: bench-${k}, title: B, ${body(forms, k)}}`,
      };
    });
  };
  const count = kind =>
    (times - 1) *
    builtInLexicons()
      .filter(({ path }) => path.includes(`/${kind}/`))
      .reduce((sum, { text }) => sum + (text.match(/^ {6,}- [^:]+$/gm)?.length ?? 0), 0);
  return [
    ...files(
      'parties',
      count('parties'),
      (forms, k) => `parties: [{id: p-${k}, name: P${k}, names: ${forms}}]`,
    ),
    ...files(
      'terminology',
      count('terminology'),
      (forms, k) =>
        `parties: [armenia, azerbaijan], concepts: [{id: c-${k}, gloss: C${k}, labels: [{id: a, source: B, forms: ${forms}}, ` +
        `{id: b, source: B, forms: [qq${k}]}], examples: ["[qq${k}|b].", "A."]}]`,
    ),
    // Beside the polarity lexicons stand the 3,300 words of AFINN.
    ...files(
      'polarity',
      count('polarity') + (times - 1) * 3300,
      (forms, k) => `words: [{id: w-${k}, valence: 1, source: B, forms: ${forms}}]`,
    ),
  ];
}

// How

const CLI = 'dist/bundle/cli.js';

function node(...args) {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr}`);
}

function timed(act) {
  const start = process.hrtime.bigint();
  act();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Times the acts of each round in turns, first to last and last to first. */
function interleaved(rounds, actsOf) {
  return Array.from({ length: rounds }, (_, round) => {
    const acts = actsOf(round).map((act, i) => ({ act, i }));
    const times = [];
    for (const { act, i } of round % 2 === 0 ? acts : acts.reverse()) times[i] = timed(act);
    return times;
  });
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

const WIDTH = 82;
console.log(`${'figure'.padEnd(WIDTH)} ${'value'.padStart(7)} ${'target'.padStart(7)}`);
const only = process.argv.slice(2);
for (const [name, figure] of FIGURES) {
  if (only.length > 0 && !only.includes(name)) continue;
  for (const { figure: title, value, target } of await figure())
    console.log(
      `${title.padEnd(WIDTH)} ${value.toFixed(2).padStart(7)} ${target.toFixed(2).padStart(7)}  ${value <= target ? 'ok' : 'over'}`,
    );
}
