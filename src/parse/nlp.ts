/**
 * The only place that knows wink-nlp. Three of its traps are cured here, all of which rest on internals of the
 * pinned versions; a test compares the result with fresh, unaltered instances.
 *
 * 1. It caches words it did not know, and a cached "world's" or "a.b" is cut differently the next time. After each
 *    text the words that are not purely alphabetic are forgotten again.
 * 2. The cache is never emptied and codes collide when it fills: it is emptied here before that.
 * 3. The model copies its 3 MB through JSON at every start and loads entity and sentiment machines that are not
 *    used: only the parts in use are loaded, once.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import winkNLP from 'wink-nlp';
import type { Pos } from '../model/doc.js';

const require = createRequire(import.meta.url);

/** What wink-nlp makes of a text; offsets are into that text. */
export interface Tagged {
  readonly start: number[];
  readonly end: number[];
  readonly text: string[];
  readonly pos: Pos[];
  readonly negated: boolean[];
  /** Index of the first token of each sentence. */
  readonly sentenceStart: number[];
}

interface Feature {
  list: string[];
  hash: Record<string, number>;
  index: number;
  intrinsicSize: number;
  maxIndex: number;
}

interface Core {
  packing: { layout: Record<string, readonly number[]>; efList: string[] };
  features: Record<string, Feature> & { posClusters: { list: unknown[] } };
  pos: { hash: Record<string, number> };
  lexicon: unknown;
  xpansions: unknown;
}

const MODEL = 'wink-eng-lite-web-model/dist';
const PIPES = ['sbd', 'pos', 'negation'];
/** Codes of new words collide with internal ones from about a million on. */
const MOST_LEXEMES = 600_000;

/** Gives a feature the index of its list. */
const prepare = (feature: Feature, maxIndex: number): void => {
  const { list } = feature;
  const hash: Record<string, number> = Object.create(null);
  for (let k = 0; k < list.length; k++) hash[list[k] as string] = k;
  Object.assign(feature, { hash, intrinsicSize: list.length, index: list.length, maxIndex });
};

const unpack = (base64: unknown): Uint32Array => {
  const bytes = Buffer.from(base64 as string, 'base64');
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
};

/**
 * What the model's own `core()` does, on the parsed file itself instead of a copy of it. The file is read apart from
 * `require`, whose cache a program that uses wink-nlp beside Parallax shares.
 */
function loadCore(): Core {
  const file = require.resolve(`${MODEL}/languages/cur/models/eng-core-web-model.json`);
  const core = JSON.parse(readFileSync(file, 'utf8')) as Core;
  const { features, packing, pos } = core;
  core.lexicon = unpack(core.lexicon);
  core.xpansions = unpack(core.xpansions);
  packing.efList = [];
  for (const [name, layout] of Object.entries(packing.layout)) {
    if (layout[3] === 0) prepare(features[name] as Feature, (layout[1] as number) >>> (layout[2] as number));
    if (layout[4] === 1) packing.efList.push(name);
  }
  prepare(features.lexeme as Feature, MOST_LEXEMES);
  features.posClusters.list = (features.posClusters.list as string[]).map(
    cluster => new Set(cluster.split('_').map(tag => pos.hash[tag] || 0)),
  );
  return core;
}

class Tagger {
  readonly #core = loadCore();
  readonly #grown = ['lexeme', 'prefix', 'suffix', 'shape'].map(name => this.#core.features[name] as Feature);
  readonly #lexeme = this.#core.features.lexeme as Feature;
  #nlp = this.#instance();
  #forgotten = this.#lexeme.list.length;

  #instance(): ReturnType<typeof winkNLP> {
    const part = (name: string): (() => { machines: unknown[] }) => require(`${MODEL}/load-${name}-model.js`);
    const none = () => ({ machines: [], transformers: [], setter: () => undefined });
    const model = {
      core: () => this.#core,
      sbd: part('sbd'),
      pos: part('pos'),
      negation: part('negation'),
      featureFn: require(`${MODEL}/feature.js`),
      ner: none,
      // wink-nlp builds this machine whether or not the pipe is used; any will do.
      sa: () => ({ machines: part('negation')().machines, setter: () => undefined }),
      metaCER: none,
      addons: Object.create(null),
    };
    return winkNLP(model as unknown as Parameters<typeof winkNLP>[0], PIPES);
  }

  tag(text: string): Tagged {
    const result = this.#read(text);
    this.#forget();
    return result;
  }

  #read(text: string): Tagged {
    const { its } = this.#nlp;
    const doc = this.#nlp.readDoc(text);
    const all = doc.tokens();
    const values = all.out(its.value) as string[];
    const tags = all.out(its.pos) as Pos[];
    const flags = all.out(its.negationFlag) as unknown as boolean[];
    const spans = doc.sentences().out(its.span) as unknown as [number, number][];
    const tagged: Tagged = { start: [], end: [], text: [], pos: [], negated: [], sentenceStart: [] };
    let at = 0;
    let sentence = 0;
    let opens = false;
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as string;
      if (sentence < spans.length && (spans[sentence] as [number, number])[0] === i) {
        opens = true;
        sentence++;
      }
      while (text.charCodeAt(at) === 32) at++;
      if (!text.startsWith(value, at))
        throw new Error(`offset ${at}: token ${JSON.stringify(value)} is not what stands there`);
      const start = at;
      at += value.length;
      if (value.charCodeAt(0) <= 32) continue;
      if (opens) tagged.sentenceStart.push(tagged.start.length);
      opens = false;
      tagged.start.push(start);
      tagged.end.push(at);
      tagged.text.push(value);
      tagged.pos.push(tags[i] as Pos);
      tagged.negated.push(flags[i] as boolean);
    }
    return tagged;
  }

  #forget(): void {
    const { list, hash } = this.#lexeme;
    for (let k = this.#forgotten; k < list.length; k++) {
      const word = list[k] as string;
      if (!/^[a-z]+$/i.test(word)) delete hash[word];
    }
    this.#forgotten = list.length;
    if (this.#grown.some(({ list: { length }, maxIndex }) => length > maxIndex * 0.9)) this.#empty();
  }

  #empty(): void {
    for (const feature of this.#grown) {
      for (const value of feature.list.slice(feature.intrinsicSize)) delete feature.hash[value];
      feature.list.length = feature.index = feature.intrinsicSize;
    }
    this.#nlp = this.#instance();
    this.#forgotten = this.#lexeme.list.length;
  }
}

let tagger: Tagger | undefined;

/** Tokens, tags, negation and sentence starts of a text; the same for the same text, whatever was read before. */
export function tag(text: string): Tagged {
  tagger ??= new Tagger();
  return tagger.tag(text);
}

/** The words in small letters that the tagger's own table has: a list of English words, to check others against. */
export const knownWords = (): string[] =>
  (loadCore().features.lexeme as Feature).list.filter(word => /^[a-z]+$/.test(word));
