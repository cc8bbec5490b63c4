import {
  DETERMINERS,
  FIRST_PERSON,
  FUNCTION_WORDS,
  MODALS,
  NEGATIONS,
  SECOND_PERSON,
} from '../english/closed-classes.js';
import { OPENING_MARK } from '../english/orthography.js';
import { isTitleCase } from '../english/title-case.js';
import { type Span, VOICES } from '../model/article.js';
import { getOrAdd } from '../model/collections.js';
import type { Doc } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import type { LoadedWeights } from '../model/weights.js';

/** The part of the lexicons that tells what is known of words. */
export type Known = Pick<Lexicons, 'loaded' | 'event' | 'cue' | 'sentiment'>;
export type WordAxes = Pick<LoadedWeights, 'axes' | 'words'>;

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
  /** Empty unless it was asked for. */
  readonly features: Features;
  /** The whole form that it is listed in, which may be longer than the word. */
  readonly form: Span | undefined;
  /** The class of the lexicon, if it is listed. */
  readonly class: string | undefined;
  readonly judges: boolean;
  /** Whether the class counts wherever it stands. */
  readonly always: boolean;
  /** Whether it is a deed of the events lexicons. */
  readonly deed: boolean;
  readonly inPhrase: boolean;
  readonly hasListedPart: boolean;
  readonly facts: Facts;
}

/** What is known of a word wherever it stands. */
interface Facts {
  readonly shapes: readonly string[];
  /** Features by name, with how much there is of each. */
  readonly values: readonly (readonly [string, number])[];
  readonly likeness: number;
  readonly negative: number;
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
const DIGIT = /\d/;
const HYPHEN = /^[-‐‑]$/;
const INTENSIFYING: ReadonlySet<string> = new Set(['intensifier', 'booster', 'stance-adverb']);

/** The axis of the table that says how like the listed words a word is. */
const LIKENESS = 'like listed words';
const NONE: Features = new Map();
const NOTHING: Facts = { shapes: [], values: [], likeness: 0, negative: 0 };
const MOST_KEPT = 20_000;
const factsBy = new WeakMap<WordAxes, Map<string, Facts>>();

const INDIRECT = VOICES.indexOf('indirect');
const DIRECT = VOICES.indexOf('direct');

/**
 * Reads the words of a sentence: what each is by the lexicons, by the table of like words, by its shape and place, and
 * what stands around it. It cannot see who is named; a name is a name.
 */
export class LoadedReader {
  readonly #named: Uint8Array;

  constructor(
    private readonly doc: Doc,
    private readonly known: Known,
    private readonly table: WordAxes,
  ) {
    this.#named = new Uint8Array(doc.tokens.length);
    for (const { span } of doc.mentions)
      for (let i = doc.tokenAt(span.start); i <= doc.tokenAt(span.end - 1); i++) this.#named[i] = 1;
  }

  /**
   * The words of a sentence, with the features of those that are asked for.
   *
   * @param asks whether the features of a content word are needed
   */
  read(sentence: number, asks: (unit: Unit) => boolean): readonly Unit[] {
    const units = this.#cut(sentence);
    this.#match(sentence, units);
    const others = units.flatMap((unit, at) => {
      const { content, judges, name, facts } = unit;
      const negative = name && unit.class === undefined ? 0 : facts.negative;
      return content && (judges || negative > 0) ? [{ at, judges, negative }] : [];
    });
    for (const [u, unit] of units.entries()) {
      if (!unit.content || !asks(unit)) continue;
      this.#alone(unit);
      this.#around(units, u, others);
    }
    return units;
  }

  #cut(sentence: number): Writable[] {
    const { tokens, sentences } = this.doc;
    const { first, last } = sentences[sentence] as Doc['sentences'][number];
    const isTitle = isTitleCase(tokens.text.slice(first, last));
    const units: Writable[] = [];
    for (let i = first; i < last; ) {
      let end = i + 1;
      while (end + 1 < last && this.#joins(end)) end += 2;
      let text = tokens.text[i] as string;
      for (let k = i + 1; k < end; k++) text += tokens.text[k];
      const lower = text.toLowerCase();
      const word = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
      const pos = tokens.pos[end - 1] as string;
      const capital = lower !== text && !isTitle && CAPITAL.test(text) && !SHOUTED.test(text);
      const opens = i === first || OPENING_MARK.test(tokens.text[i - 1] as string);
      const name = this.#named[i] === 1 || (capital && (pos === 'PROPN' ? i > first : !opens));
      const content =
        (CONTENT.has(pos) || end > i + 1) &&
        !FUNCTION_WORDS.has(word) &&
        WORD.test(word) &&
        !DIGIT.test(word);
      units.push({
        first: i,
        last: end,
        word,
        pos,
        content,
        name,
        features: NONE,
        form: undefined,
        class: undefined,
        judges: false,
        always: false,
        deed: false,
        inPhrase: false,
        hasListedPart: false,
        facts: content ? this.#factsOf(word) : NOTHING,
      });
      i = end;
    }
    return units;
  }

  /** Whether the token joins those beside it into one word. */
  #joins(token: number): boolean {
    const { text, start, end } = this.doc.tokens;
    return (
      end[token - 1] === start[token] &&
      HYPHEN.test(text[token] as string) &&
      start[token + 1] === end[token] &&
      WORD.test(text[token + 1] as string)
    );
  }

  /** Marks the units that the lexicon lists; of two words joined by a hyphen one may be listed by itself. */
  #match(sentence: number, units: readonly Writable[]): void {
    const { from, to } = this.doc.sentences[sentence] as Doc['sentences'][number];
    const { words, tokens } = this.doc;
    let u = 0;
    for (const { start, end, first, last, value, form } of this.known.loaded.find(words, from, to)) {
      while (u < units.length && (tokens.end[(units[u] as Unit).last - 1] as number) <= start) u++;
      for (let k = u; k < units.length; k++) {
        const unit = units[k] as Writable;
        if ((tokens.start[unit.first] as number) >= end) break;
        // A capital that the form does not ask for makes it a name: *the Holy Saviour*.
        if (this.#named[unit.first] === 1 || (unit.name && !/\p{Lu}/u.test(form))) continue;
        // Of a word that hyphens join (*self-imposed*) a part is no listed word.
        if (start > (tokens.start[unit.first] as number) || end < (tokens.end[unit.last - 1] as number)) {
          unit.hasListedPart = true;
          continue;
        }
        unit.form = { start, end };
        unit.class = value.class;
        unit.judges = value.judges;
        unit.always = value.always;
        unit.inPhrase = last - first > 1 && unit.last - unit.first === 1;
      }
    }
    for (const { start, end } of this.known.event.find(words, from, to))
      for (const unit of units)
        if ((tokens.start[unit.first] as number) >= start && (tokens.end[unit.last - 1] as number) <= end)
          unit.deed = true;
  }

  /** What is known of the word by itself. */
  #alone(unit: Writable): void {
    unit.features = new Map();
    const { features, pos, first, last } = unit;
    const { text } = this.doc.tokens;
    features.set('any word', 1);
    features.set(POSITIONS.has(pos) ? `is ${pos}` : 'is of another part of speech', 1);
    if (unit.class !== undefined) {
      features.set(`listed: ${unit.class}`, 1);
      features.set(`listed, ${POSITIONS.has(pos) ? pos : 'other'}`, 1);
    }
    if (unit.deed) features.set('names a listed deed', 1);
    if (unit.inPhrase) features.set('in a listed phrase', 1);
    if (unit.hasListedPart) features.set('has a listed part', 1);
    if (unit.name) features.set('is a name', 1);
    if (SHOUTED.test(text[first] as string)) features.set('in capitals', 1);
    if (last - first > 1) features.set('joined by a hyphen', 1);
    if (unit.name && unit.class === undefined) return;
    const { shapes, values } = unit.facts;
    for (const shape of shapes) features.set(shape, 1);
    for (const [name, value] of values) features.set(name, value);
  }

  /** Shapes, likeness and valence of a word, of the strongest of its parts if hyphens join it; kept for the next time. */
  #factsOf(word: string): Facts {
    const kept = getOrAdd(factsBy, this.table, () => new Map<string, Facts>());
    if (kept.size >= MOST_KEPT && !kept.has(word)) kept.clear();
    return getOrAdd(kept, word, () => this.#findFacts(word));
  }

  #findFacts(word: string): Facts {
    const parts = word.includes('-')
      ? [word, ...word.split('-').filter(part => !FUNCTION_WORDS.has(part))]
      : [word];
    const { axes, words } = this.table;
    const rows = parts.flatMap(part =>
      Object.hasOwn(words, part) ? [words[part] as readonly number[]] : [],
    );
    const values = axes.flatMap((axis, k): [string, number][] => {
      const most = rows.reduce((sum, row) => Math.max(sum, row[k] ?? 0), 0) / 100;
      return most === 0 ? [] : [[axis, most]];
    });
    const likeness = values.find(([axis]) => axis === LIKENESS)?.[1] ?? 0;
    if (rows.length === 0) values.push(['not in the table', 1]);
    const all = this.known.sentiment.words;
    const valence = parts.reduce((most, part) => {
      const each = (Object.hasOwn(all, part) ? (all[part]?.[0] ?? 0) : 0) / 100;
      return Math.abs(each) > Math.abs(most) ? each : most;
    }, 0);
    if (valence !== 0) values.push([valence > 0 ? 'positive' : 'negative', Math.abs(valence)]);
    const shapes = SHAPES.flatMap(([name, shape]) => (shape.test(word) ? [name] : []));
    return { shapes, values, likeness, negative: Math.max(0, -valence) };
  }

  /** What stands around it: neighbours, voice, negation, place. */
  #around(units: readonly Writable[], u: number, others: readonly Other[]): void {
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
    if (before?.class !== undefined)
      features.set(INTENSIFYING.has(before.class) ? 'after an intensifier' : 'after a listed word', 1);
    if (after?.class !== undefined) features.set('before a listed word', 1);
    if (before === undefined || (u === 1 && !WORD.test(before.word)))
      features.set('first in the sentence', 1);
    if (/^["“‘']$/.test(before?.word ?? '') || /^["”’']$/.test(after?.word ?? ''))
      features.set('beside a quotation mark', 1);
    if (after === undefined || /^[.!?]$/.test(after.word)) features.set('last in the sentence', 1);
    let near = 0;
    let listed = 0;
    let negative = 0;
    for (const other of others) {
      if (other.at === u) continue;
      const closeness = 1 / (1 + 0.2 * Math.abs(other.at - u));
      if (other.judges) {
        near += closeness;
        listed++;
      }
      negative += other.negative * closeness;
    }
    if (near > 0) features.set('listed words near', Math.min(2, near));
    if (listed > 0) features.set('listed words in the sentence', Math.min(4, listed));
    if (negative > 0) features.set('negative words near', Math.min(2, negative));
  }

  /** What is known of a sentence besides how loaded its words are. */
  sentence(sentence: number, units: readonly Unit[]): Features {
    const { tokens, sentences } = this.doc;
    const { first, last } = sentences[sentence] as Doc['sentences'][number];
    const features: Features = new Map([['any sentence', 1]]);
    const add = (name: string, most = 1): void => {
      features.set(name, Math.min(most, (features.get(name) ?? 0) + 1));
    };
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
    }
    features.set('length', Math.log2(1 + units.filter(unit => unit.content).length));
    const attributed = tokens.voice
      .slice(first, last)
      .filter(voice => voice === DIRECT || voice === INDIRECT);
    if (attributed.length > 0) features.set('share in others’ voice', attributed.length / (last - first));
    return features;
  }
}

/** A word that tells on those around it. */
interface Other {
  readonly at: number;
  readonly judges: boolean;
  readonly negative: number;
}

type Writable = { -readonly [K in keyof Unit]: Unit[K] };
