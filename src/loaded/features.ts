import { type Span, VOICES } from '../model/article.js';
import type { Doc } from '../model/doc.js';
import type { Lexicons, LoadedWeights } from '../model/lexicon.js';
import { DETERMINERS, FIRST_PERSON, FUNCTION_WORDS, MODALS, NEGATIONS, SECOND_PERSON } from './english.js';

/** The part of the lexicons that tells what is known of words. */
export type Known = Pick<Lexicons, 'loaded' | 'event' | 'cue' | 'sentiment'>;
export type Table = Pick<LoadedWeights, 'axes' | 'words'>;

/** How much there is of each feature, by name. */
export type Features = Map<string, number>;

/** A word as readers see it: tokens joined by hyphens are one (*far-left*). */
export interface Unit {
  /** Token indexes `[first, last)`. */
  readonly first: number;
  readonly last: number;
  /** In small letters, with straight apostrophes. */
  readonly word: string;
  readonly pos: string;
  /** Whether it is a noun, verb, adjective or adverb of an open class. */
  readonly content: boolean;
  readonly name: boolean;
  readonly features: Features;
  /** The whole form that it is listed in, which may be longer than the word. */
  readonly form: Span | undefined;
  /** The class of the lexicon, if it is listed. */
  readonly class: string | undefined;
  readonly judges: boolean;
  /** Whether the class counts wherever it stands. */
  readonly always: boolean;
}

export interface SeenSentence {
  readonly units: readonly Unit[];
  /** What is known of the sentence besides how loaded its words are. */
  readonly features: Features;
}

const CONTENT: ReadonlySet<string> = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'PROPN', 'INTJ', 'X']);
/** Beginnings and endings that judge, or that stand in words which often do (Lieber 2009, Introducing Morphology). */
const SHAPES: readonly (readonly [string, RegExp])[] = [
  ['-ist', /.{3}ists?$/],
  ['-ism', /.{3}isms?$/],
  ['-ly', /.{3}ly$/],
  ['-ize', /.{3}(?:i[sz]e[sd]?|i[sz]ing)$/],
  ['-ous, -ful, -less, -ive', /.{3}(?:ous|ful|less|ive)$/],
  ['-ish, -esque', /.{3}(?:ish|esque)$/],
  ['-monger, -phobe, -crat, -mania', /(?:monger(?:s|ing)?|phob(?:e|es|ia|ic)|crat(?:s|ic)?|mania(?:c|cs)?)$/],
  ['-ing', /.{3}ing$/],
  ['-ed', /.{3}ed$/],
  ['-est', /.{3}est$/],
  ['-ion, -ity, -ment, -ness', /.{3}(?:ion|ity|ment|ness)s?$/],
  ['anti-, pro-', /^(?:anti|pro)-.{3}/],
  ['ultra-, pseudo-, neo-, hyper-', /^(?:ultra|pseudo|neo|hyper|mega|super)-?.{4}/],
  ['un-, in-, dis-, mis-, over-', /^(?:un|in|im|ir|dis|mis|over)-?.{4}/],
];
const POSITIONS: ReadonlySet<string> = new Set(['NOUN', 'VERB', 'ADJ', 'ADV', 'PROPN']);
const CAPITAL = /^\p{Lu}/u;
const SHOUTED = /^\p{Lu}{4,}$/u;
const WORD = /[\p{L}\p{N}]/u;
const INTENSIFYING: ReadonlySet<string> = new Set(['intensifier', 'booster', 'stance-adverb']);

const INDIRECT = VOICES.indexOf('indirect');
const DIRECT = VOICES.indexOf('direct');

/**
 * Reads the words of a sentence: what each is by the lexicons, by the table of like words, by its shape and place, and
 * what stands around it. It cannot see who is named; a name is a name.
 */
export class Reader {
  readonly doc: Doc;
  readonly #known: Known;
  readonly #table: Table;
  readonly #named: Uint8Array;

  constructor(doc: Doc, known: Known, table: Table) {
    this.doc = doc;
    this.#known = known;
    this.#table = table;
    this.#named = new Uint8Array(doc.tokens.length);
    for (const { span } of doc.mentions)
      for (let i = doc.tokenAt(span.start); i <= doc.tokenAt(span.end - 1); i++) this.#named[i] = 1;
  }

  read(sentence: number): SeenSentence {
    const units = this.#cut(sentence);
    this.#match(sentence, units);
    for (const unit of units) if (unit.content) this.#alone(unit);
    for (const [u, unit] of units.entries()) if (unit.content) this.#around(units, u);
    const features = this.#sentence(sentence, units);
    return { units, features };
  }

  #cut(sentence: number): Writable[] {
    const { tokens, sentences } = this.doc;
    const { first, last } = sentences[sentence] as Doc['sentences'][number];
    const isTitle = this.#isTitle(first, last);
    const units: Writable[] = [];
    for (let i = first; i < last; ) {
      let end = i + 1;
      while (end + 1 < last && this.#joins(end)) end += 2;
      let text = '';
      for (let k = i; k < end; k++) text += tokens.text[k];
      const word = text.toLowerCase().replaceAll('’', "'");
      const pos = tokens.pos[end - 1] as string;
      const inner = i > first && CAPITAL.test(text) && !/^["“‘'(]$/.test(tokens.text[i - 1] as string);
      const capital = !isTitle && !SHOUTED.test(text) && CAPITAL.test(text);
      const name = this.#named[i] === 1 || (capital && (pos === 'PROPN' ? i > first : inner));
      const content =
        WORD.test(word) && !/\d/.test(word) && (CONTENT.has(pos) || end > i + 1) && !FUNCTION_WORDS.has(word);
      const features: Features = new Map();
      units.push({ first: i, last: end, word, pos, content, name, features, form: undefined, class: undefined, judges: false, always: false });
      i = end;
    }
    return units;
  }

  /** Whether most words of a sentence have capitals, so that a capital says nothing. */
  #isTitle(first: number, last: number): boolean {
    const { text } = this.doc.tokens;
    let words = 0;
    let capitals = 0;
    for (let i = first; i < last; i++) {
      if (!/^\p{L}{4,}/u.test(text[i] as string)) continue;
      words++;
      if (CAPITAL.test(text[i] as string)) capitals++;
    }
    return words > 2 && capitals > 0.7 * words;
  }

  /** Whether the token joins those beside it into one word. */
  #joins(token: number): boolean {
    const { text, start, end } = this.doc.tokens;
    return (
      /^[-‐‑]$/.test(text[token] as string) &&
      end[token - 1] === start[token] &&
      start[token + 1] === end[token] &&
      WORD.test(text[token + 1] as string)
    );
  }

  /** Marks the units that the lexicon lists; of two words joined by a hyphen one may be listed by itself. */
  #match(sentence: number, units: readonly Writable[]): void {
    const { from, to } = this.doc.sentences[sentence] as Doc['sentences'][number];
    const { words, tokens } = this.doc;
    let u = 0;
    for (const { start, end, first, last, value, form } of this.#known.loaded.find(words, from, to)) {
      while (u < units.length && (tokens.end[(units[u] as Unit).last - 1] as number) <= start) u++;
      for (let k = u; k < units.length; k++) {
        const unit = units[k] as Writable;
        if ((tokens.start[unit.first] as number) >= end) break;
        // A capital that the form does not ask for makes it a name: *the Holy Saviour*.
        if (this.#named[unit.first] === 1 || (unit.name && !/\p{Lu}/u.test(form))) continue;
        unit.form = { start, end };
        unit.class = value.class;
        unit.judges = value.judges;
        unit.always = value.always;
        if (last - first > 1 && unit.last - unit.first === 1) unit.features.set('in a listed phrase', 1);
      }
    }
    for (const { start, end } of this.#known.event.find(words, from, to))
      for (const unit of units)
        if ((tokens.start[unit.first] as number) >= start && (tokens.end[unit.last - 1] as number) <= end)
          unit.features.set('names a listed deed', 1);
  }

  /** What is known of the word by itself. */
  #alone(unit: Writable): void {
    const { features, word, pos, first, last } = unit;
    const { text } = this.doc.tokens;
    features.set('any word', 1);
    features.set(POSITIONS.has(pos) ? `is ${pos}` : 'is of another part of speech', 1);
    if (unit.class !== undefined) {
      features.set(`listed: ${unit.class}`, 1);
      features.set(`listed, ${POSITIONS.has(pos) ? pos : 'other'}`, 1);
    }
    if (unit.name) features.set('is a name', 1);
    if (SHOUTED.test(text[first] as string)) features.set('in capitals', 1);
    if (last - first > 1) features.set('joined by a hyphen', 1);
    const isName = unit.name && unit.class === undefined;
    if (isName) return;
    for (const [name, shape] of SHAPES) if (shape.test(word)) features.set(name, 1);
    const parts = this.#parts(unit);
    const { axes, words } = this.#table;
    const rows = parts.flatMap(part => (Object.hasOwn(words, part) ? [words[part] as readonly number[]] : []));
    if (rows.length === 0) features.set('not in the table', 1);
    for (const [k, axis] of axes.entries()) {
      const most = rows.reduce((sum, row) => Math.max(sum, row[k] ?? 0), 0) / 100;
      if (most !== 0) features.set(axis, most);
    }
    const valence = parts.reduce((most, part) => {
      const all = this.#known.sentiment.words;
      const each = (Object.hasOwn(all, part) ? (all[part]?.[0] ?? 0) : 0) / 100;
      return Math.abs(each) > Math.abs(most) ? each : most;
    }, 0);
    if (valence > 0) features.set('kind', valence);
    if (valence < 0) features.set('grim', -valence);
  }

  #parts({ first, last, word }: Unit): string[] {
    const { text } = this.doc.tokens;
    if (last - first === 1) {
      if (!word.includes('-')) return [word];
      return [word, ...word.split('-')];
    }
    const parts: string[] = [word];
    for (let i = first; i < last; i += 2) parts.push((text[i] as string).toLowerCase());
    return parts.filter(part => part === word || !FUNCTION_WORDS.has(part));
  }

  /** What stands around it: neighbours, voice, negation, place. */
  #around(units: readonly Writable[], u: number): void {
    const { features, first } = units[u] as Unit;
    const { tokens } = this.doc;
    if (tokens.negated[first] === true) features.set('negated', 1);
    const before = units[u - 1];
    const after = units[u + 1];
    if (after?.name === true) features.set('before a name', 1);
    if (before?.name === true) features.set('after a name', 1);
    if (before !== undefined && DETERMINERS.has(before.word)) features.set('after a determiner', 1);
    if (before !== undefined && NEGATIONS.has(before.word)) features.set('after a negation', 1);
    if (after?.content === true && !after.name) features.set('before a content word', 1);
    if (before?.content === true && !before.name) features.set('after a content word', 1);
    if (before?.class !== undefined) features.set(INTENSIFYING.has(before.class) ? 'after an intensifier' : 'after a listed word', 1);
    if (after?.class !== undefined) features.set('before a listed word', 1);
    if (before === undefined || (u === 1 && !WORD.test(before.word))) features.set('first in the sentence', 1);
    if (/^["“‘']$/.test(before?.word ?? '') || /^["”’']$/.test(after?.word ?? '')) features.set('beside a quotation mark', 1);
    if (after === undefined || /^[.!?]$/.test(after.word)) features.set('last in the sentence', 1);
    let near = 0;
    let listed = 0;
    let grim = 0;
    for (const [k, other] of units.entries()) {
      if (k === u || !other.content) continue;
      const closeness = 1 / (1 + 0.2 * Math.abs(k - u));
      if (other.class !== undefined && other.judges) {
        near += closeness;
        listed++;
      }
      grim += (other.features.get('grim') ?? 0) * closeness;
    }
    if (near > 0) features.set('listed words near', Math.min(2, near));
    if (listed > 0) features.set('listed words in the sentence', Math.min(4, listed));
    if (grim > 0) features.set('grim words near', Math.min(2, grim));
  }

  #sentence(sentence: number, units: readonly Unit[]): Features {
    const { tokens, sentences } = this.doc;
    const { first, last } = sentences[sentence] as Doc['sentences'][number];
    const features: Features = new Map([['any sentence', 1]]);
    const add = (name: string, most = 1): void => {
      features.set(name, Math.min(most, (features.get(name) ?? 0) + 1));
    };
    let content = 0;
    for (const { word, content: counts, name, pos } of units) {
      if (FIRST_PERSON.has(word)) add('first person', 2);
      if (SECOND_PERSON.has(word)) add('second person', 2);
      if (NEGATIONS.has(word)) add('negations', 3);
      if (MODALS.has(word)) add('modals', 3);
      if (word === '?') add('question mark');
      if (word === '!') add('exclamation mark');
      if (/^[—–;:]$/.test(word)) add('dash, colon or semicolon', 2);
      if (/^["“”]$/.test(word)) add('quotation marks', 4);
      if (word === '(') add('bracket');
      if (/\d/.test(word)) add('figures', 3);
      if (name) add('names', 6);
      if (counts && pos === 'ADJ') add('adjectives', 6);
      if (counts && pos === 'ADV') add('adverbs', 4);
      if (counts) content++;
    }
    features.set('length', Math.log2(1 + content));
    let carried = 0;
    for (let i = first; i < last; i++) if (tokens.voice[i] === DIRECT || tokens.voice[i] === INDIRECT) carried++;
    if (carried > 0) features.set('share in others’ voice', carried / (last - first));
    return features;
  }
}

type Writable = { -readonly [K in keyof Unit]: Unit[K] };
