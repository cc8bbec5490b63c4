import { type Span, VOICES } from '../model/article.js';
import type { Doc, Event, Pos, Quotation } from '../model/doc.js';
import { EVENT_CLASSES, STANCES } from '../model/lexicon.js';
import {
  AUXILIARIES,
  BE,
  CLAUSE_BREAKS,
  FUNCTION_WORDS,
  NEGATIONS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
} from './english.js';

/**
 * What a word can be to a mention: each relation takes the valence of its words into account, and belongs to one of the
 * families in which words have learnt weights.
 *
 * - doer: the verb that the mention is the subject of, or the agent of with *by*; deed: what stands after that verb
 * - undergoer: the verb that the mention is the object of, or the subject of in the passive; detail: what stands after it
 * - being: what it is said to be; owned: the noun it has (*X's attack*) or modifies (*X forces*); title: what stands
 *   before it, in apposition to it, or before the noun it has
 * - of, on, against ...: the noun or verb that a preposition before it depends on; near: a verb further off
 */
const RELATIONS = [
  'doer',
  'deed',
  'undergoer',
  'detail',
  'being',
  'owned',
  'title',
  'joined',
  'near',
  ...PREPOSITIONS,
  'other preposition',
] as const;
type Relation = (typeof RELATIONS)[number];

/** The families of words that have weights of their own: anywhere around, as doer, as undergoer, as owner. */
export const FAMILIES = ['around', 'doer', 'undergoer', 'owner'] as const;

const FAMILY_OF: Readonly<Record<Relation, number>> = {
  ...(Object.fromEntries(RELATIONS.map(relation => [relation, 0])) as Record<Relation, number>),
  doer: 1,
  deed: 1,
  by: 1,
  undergoer: 2,
  detail: 2,
  joined: 2,
  being: 3,
  owned: 3,
  title: 3,
};

const PLACES = [
  'sentence',
  'before',
  'after',
  'nearness',
  'clause before',
  'clause after',
  'quotation',
] as const;
const HITS = ['sentence', 'before', 'after', 'clause', 'nearness'] as const;

const names: string[] = [];
const declare = <T extends string>(keys: readonly T[], name: (key: T) => string): Record<T, number> =>
  Object.fromEntries(keys.map(key => [key, names.push(name(key)) - 1])) as Record<T, number>;
/** Two features each: the number of the one for kind words, behind which stands that for grim ones. */
const signed = <T extends string>(keys: readonly T[], name: (key: T) => string): Record<T, number> =>
  Object.fromEntries(
    keys.map(key => [key, names.push(`${name(key)} kind`, `${name(key)} grim`) - 2]),
  ) as Record<T, number>;

const BIAS = names.push('bias') - 1;
const VALENCE = signed(PLACES, place => `valence, ${place}`);
const VALENCE_NEGATED = signed(['negated'], () => 'valence, negated word').negated;
const VALENCE_SAID = signed(['said'], () => 'valence, the mention’s own words').said;
const VALENCE_IN = signed(RELATIONS, relation => `valence, ${relation}`);
const VALENCE_IN_NEGATED = signed(RELATIONS, relation => `valence, ${relation}, negated`);
const POLARITY = signed(HITS, place => `polarity lexicon, ${place}`);
const HAS = declare(RELATIONS, relation => `has ${relation}`);
const HAS_NEGATED = declare(RELATIONS, relation => `has ${relation}, negated`);
const DEEDS = declare(
  ['++', '+0', '+-', '0+', '00', '0-', '-+', '-0', '--'].flatMap(deed => [deed, `not ${deed}`]),
  deed => `verb and object ${deed}`,
);
const VOICE = VOICES.map(voice => names.push(`voice ${voice}`) - 1);
const SOURCE = declare(['source', ...STANCES, 'direct', 'mixed', 'indirect', 'act'], kind =>
  kind === 'source' ? 'is the source' : `is the source, ${kind}`,
);
const SPOKEN_OF = declare([...STANCES, 'direct', 'mixed', 'indirect'], kind => `is spoken of, ${kind}`);
const DOES = declare(
  EVENT_CLASSES.flatMap(kind => [kind, `not ${kind}` as const]),
  kind => `doer of ${kind}`,
);
const SUFFERS = declare(
  EVENT_CLASSES.flatMap(kind => [kind, `not ${kind}` as const]),
  kind => `done to, ${kind}`,
);
const FIRST = names.push('first in the sentence') - 1;
const PRONOUN = names.push('is a pronoun') - 1;
const NAMES = [0, 1, 2, 3, 4].map(count => names.push(`other names: ${count}`) - 1);
/** Closed-class words, marks and names one or two places before (*by 1*) or after (*1 by*): the first of four numbers. */
const BESIDE: ReadonlyMap<string, number> = new Map(
  [
    ...new Set([...FUNCTION_WORDS, ...AUXILIARIES, ...PREPOSITIONS, ...CLAUSE_BREAKS]),
    ...[',', '"', '“', '”', '(', ':', '—', '.', 'NAME'],
  ].map(word => [
    word,
    names.push(`beside: ${word} 1`, `beside: ${word} 2`, `beside: 1 ${word}`, `beside: 2 ${word}`) - 4,
  ]),
);
const LENGTH = [0, 1, 2, 3, 4, 5].map(tens => names.push(`length: ${tens}0`) - 1);

/** The features by number. None names a word, a party or an outlet: words come in through the families. */
export const FEATURES: readonly string[] = names;

/** What is known of the word forms: their row in the weights, or -1, and their valence in [-1, 1]. */
export interface Vocabulary {
  row(word: string): number;
  valence(row: number): number;
}

/** What was seen around one mention, in columns: features with their values, and words by family. Used over and over. */
export class Seen {
  /** Entries, and words among them. */
  size = 0;
  /** Numbers of features; words have that of their family behind the last feature. */
  feature = new Int16Array(256);
  value = new Float64Array(256);
  /** Token that an entry comes from, or -1. */
  token = new Int32Array(256);
  /** Row of a word in the weights, or -1. */
  row = new Int32Array(256);

  clear(): void {
    this.size = 0;
  }

  add(feature: number, value: number, token = -1, row = -1): void {
    if (this.size === this.feature.length) this.#grow();
    const k = this.size++;
    this.feature[k] = feature;
    this.value[k] = value;
    this.token[k] = token;
    this.row[k] = row;
  }

  addSigned(feature: number, value: number, token: number): void {
    if (value > 0) this.add(feature, value, token);
    else if (value < 0) this.add(feature + 1, -value, token);
  }

  addWord(family: number, row: number, value: number, token: number): void {
    this.add(FEATURES.length + family, value, token, row);
  }

  #grow(): void {
    const longer = <T extends Int16Array | Int32Array | Float64Array>(column: T, empty: T): T => {
      empty.set(column);
      return empty;
    };
    const size = this.size * 2;
    this.feature = longer(this.feature, new Int16Array(size));
    this.value = longer(this.value, new Float64Array(size));
    this.token = longer(this.token, new Int32Array(size));
    this.row = longer(this.row, new Int32Array(size));
  }
}

/** A polarity lexicon's hit: tokens `[first, last)` and a valence in [-1, 1]. */
interface Hit {
  readonly first: number;
  readonly last: number;
  readonly valence: number;
}

enum Tag {
  Other,
  Name,
  Noun,
  Verb,
  Aux,
  Adj,
  Adv,
  Det,
  Num,
  Part,
  Adp,
  Mark,
}
const TAGS: Readonly<Partial<Record<Pos, Tag>>> = {
  NOUN: Tag.Noun,
  VERB: Tag.Verb,
  AUX: Tag.Aux,
  ADJ: Tag.Adj,
  ADV: Tag.Adv,
  DET: Tag.Det,
  NUM: Tag.Num,
  PART: Tag.Part,
  ADP: Tag.Adp,
};

/** Closed classes as bits. */
enum Is {
  Auxiliary = 1,
  Be = 2,
  Negation = 4,
  Possessive = 8,
  Break = 16,
  Relative = 32,
  Quote = 64,
  Function = 128,
}
const CLASSES: ReadonlyMap<string, number> = (() => {
  const bits = new Map<string, number>();
  for (const [words, bit] of [
    [AUXILIARIES, Is.Auxiliary],
    [BE, Is.Be],
    [NEGATIONS, Is.Negation],
    [POSSESSIVES, Is.Possessive],
    [CLAUSE_BREAKS, Is.Break],
    [['who', 'which', 'that'], Is.Relative],
    [['"', '“', '”', '‘', '’', "'", '-'], Is.Quote],
    [FUNCTION_WORDS, Is.Function],
  ] as const)
    for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit);
  return bits;
})();

/**
 * A sentence as the classifier sees it: a row of units, each a word or a name. A name is one unit, however many words it
 * has, and nothing is known of it but that it is one: so that what a mention is given cannot depend on who it is.
 */
interface Units {
  readonly size: number;
  readonly names: number;
  /** In small letters; empty for names. */
  readonly word: string[];
  readonly tag: Uint8Array;
  /** Bits of `Is`. */
  readonly bits: Uint8Array;
  readonly token: Int32Array;
  readonly end: Int32Array;
  readonly row: Int32Array;
  readonly valence: Float64Array;
  readonly hits: readonly Hit[];
}

const isCapital = (word: string): boolean => {
  const first = word.charCodeAt(0);
  return first < 128 ? first >= 65 && first <= 90 : word.charAt(0) !== word.charAt(0).toLowerCase();
};
const MARK = /^[^\p{L}\p{N}]+$/u;
const isMark = (word: string): boolean => {
  const first = word.charCodeAt(0);
  return !((first >= 97 && first <= 122) || (first >= 65 && first <= 90)) && MARK.test(word);
};
const OPENING = /^["“‘'(]$/;
const SMALL_PARTICIPLE = /(?:ed|en|wn|ught|ut|de|ld|nt|id|lt|ot|un|ung|uck|ost|eft|aid|ead|ade|one|orn)$/;

/** What many things of a document are in each sentence. */
function bySentence<T>(
  things: Iterable<T>,
  sentenceOf: (thing: T) => number,
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const thing of things) {
    const group = groups.get(sentenceOf(thing));
    if (group === undefined) groups.set(sentenceOf(thing), [thing]);
    else group.push(thing);
  }
  return groups;
}

/** Reads the sentences of one document for the classifier. */
export class Reader {
  readonly #units = new Map<number, Units>();
  /** Where the name that begins at a token ends, or 0. */
  readonly #nameEnd: Int32Array;
  readonly #events: ReadonlyMap<number, readonly Event[]>;
  /** Numbers of the quotations whose source stands in a sentence. */
  readonly #sources: ReadonlyMap<number, readonly number[]>;

  /** @param polarity the hits of the polarity lexicons in one sentence */
  constructor(
    private readonly doc: Doc,
    private readonly vocabulary: Vocabulary,
    private readonly polarity: (sentence: number) => readonly Hit[],
  ) {
    const { tokens, quotations } = doc;
    this.#nameEnd = new Int32Array(tokens.length);
    for (const { span } of doc.mentions) {
      const first = doc.tokenAt(span.start);
      this.#nameEnd[first] = this.#after(first, span.end);
    }
    this.#events = bySentence(doc.events, ({ sentence }) => sentence);
    this.#sources = bySentence(
      quotations.flatMap(({ source }, q) => (source === undefined ? [] : [q])),
      q => tokens.sentence[doc.tokenAt(quotations[q]?.source?.span.start ?? 0)] as number,
    );
  }

  #after(first: number, end: number): number {
    const { start, length } = this.doc.tokens;
    let last = first + 1;
    while (last < length && (start[last] as number) < end) last++;
    return last;
  }

  /** Everything that the classifier takes account of about the mention at a span; into `seen`, if it is given. */
  see(target: Span, seen: Seen = new Seen()): Seen {
    const { tokens } = this.doc;
    seen.clear();
    seen.add(BIAS, 1);
    if (tokens.length === 0) return seen;
    const first = this.doc.tokenAt(target.start);
    const last = this.#after(first, target.end);
    const sentence = tokens.sentence[first] as number;
    const units = this.#unitsAround(sentence, first, last);
    const at = units.token.indexOf(first);
    const said = this.#standing(seen, units, at, first, last);
    this.#surroundings(seen, units, at, said);
    this.#deeds(seen, sentence, target);
    this.#lexiconHits(seen, units, at);
    relate(seen, units, at);
    return seen;
  }

  /** The words around the mention and their valences, but for what it says itself in quotation `said`. */
  #surroundings(seen: Seen, { size, row, valence, token, word, tag }: Units, at: number, said: number): void {
    const { tokens } = this.doc;
    const clause = tokens.clause[token[at] as number];
    for (let i = 0; i < size; i++) {
      if ((row[i] as number) < 0 || i === at) continue;
      const from = token[i] as number;
      const v = valence[i] as number;
      const quotation = tokens.quotation[from] as number;
      if (said >= 0 && quotation === said) {
        seen.addSigned(VALENCE_SAID, 2 * v, from);
        continue;
      }
      const away = i < at ? at - i : i - at;
      const near = tokens.clause[from] === clause;
      const negated = tokens.negated[from] === true;
      if (!negated) seen.addWord(0, row[i] as number, 0.4 + 1 / (1 + 0.2 * away) + (near ? 0.5 : 0), from);
      if (v === 0) continue;
      if (negated) seen.addSigned(VALENCE_NEGATED, 2 * v, from);
      const counts = negated ? -v : 2 * v;
      seen.addSigned(VALENCE.sentence, counts, from);
      seen.addSigned(i < at ? VALENCE.before : VALENCE.after, counts, from);
      seen.addSigned(VALENCE.nearness, counts / (1 + 0.3 * away), from);
      if (near) seen.addSigned(i < at ? VALENCE['clause before'] : VALENCE['clause after'], counts, from);
      if (quotation >= 0) seen.addSigned(VALENCE.quotation, counts, from);
    }
    for (let distance = 1; distance <= 2; distance++)
      for (const side of [-1, 1]) {
        const i = at + side * distance;
        const beside = BESIDE.get(tag[i] === Tag.Name ? 'NAME' : (word[i] ?? '.'));
        if (beside === undefined) continue;
        seen.add(beside + (side < 0 ? 0 : 2) + distance - 1, 1, i >= 0 && i < size ? token[i] : -1);
      }
  }

  /**
   * The place of the mention: voice, source or spoken of, first, pronoun, company.
   *
   * @returns the quotation whose source it is, or -1
   */
  #standing(seen: Seen, { names, size }: Units, at: number, first: number, last: number): number {
    const { tokens, quotations } = this.doc;
    const start = tokens.start[first] as number;
    const end = tokens.end[last - 1] as number;
    seen.add(VOICE[tokens.voice[first] as number] as number, 1);
    let said = -1;
    for (const q of this.#sources.get(tokens.sentence[first] as number) ?? []) {
      const { source, stance, form, act } = quotations[q] as Quotation;
      if (source === undefined || source.span.start >= end || source.span.end <= start) continue;
      if (said < 0) said = q;
      seen.add(SOURCE.source, 1);
      if (stance !== undefined) seen.add(SOURCE[stance], 1);
      seen.add(SOURCE[act === true ? 'act' : form], 1);
    }
    const spoken = quotations[tokens.quotation[first] as number];
    if (spoken !== undefined) {
      if (spoken.stance !== undefined) seen.add(SPOKEN_OF[spoken.stance], 1);
      seen.add(SPOKEN_OF[spoken.form], 1);
    }
    if (at === 0) seen.add(FIRST, 1);
    if (last === first + 1 && PRONOUNS.has((tokens.text[first] as string).toLowerCase()))
      seen.add(PRONOUN, 1);
    seen.add(NAMES[Math.min(4, names - 1)] as number, 1);
    seen.add(LENGTH[Math.min(5, Math.floor(size / 10))] as number, 1);
    return said;
  }

  /** What the mention does or has done to it, of the deeds that the events lexicons list. */
  #deeds(seen: Seen, sentence: number, { start, end }: Span): void {
    for (const { class: kind, span, negated, agent, patient } of this.#events.get(sentence) ?? []) {
      const key = negated ? (`not ${kind}` as const) : kind;
      const isIn = (side: Event['agent']): boolean =>
        side !== undefined && side.span.start < end && side.span.end > start;
      if (isIn(agent)) seen.add(DOES[key], 1, this.doc.tokenAt(span.start));
      if (isIn(patient)) seen.add(SUFFERS[key], 1, this.doc.tokenAt(span.start));
    }
  }

  #lexiconHits(seen: Seen, { hits, size, token, end, tag }: Units, at: number): void {
    const { tokens } = this.doc;
    const clause = tokens.clause[token[at] as number];
    let i = 0;
    for (const { first, valence } of hits) {
      while (i < size && (end[i] as number) <= first) i++;
      if (valence === 0 || i >= size || i === at || tag[i] === Tag.Name) continue;
      const from = token[i] as number;
      const v = ((valence * 5) / 3) * (tokens.negated[from] ? -0.5 : 1);
      seen.addSigned(POLARITY.sentence, v, first);
      seen.addSigned(i < at ? POLARITY.before : POLARITY.after, v, first);
      seen.addSigned(POLARITY.nearness, v / (1 + 0.3 * Math.abs(i - at)), first);
      if (tokens.clause[from] === clause) seen.addSigned(POLARITY.clause, v, first);
    }
  }

  /** The units of a sentence in which the tokens `[first, last)` are one. */
  #unitsAround(sentence: number, first: number, last: number): Units {
    const isMention = this.#nameEnd[first] === last;
    const known = isMention ? this.#units.get(sentence) : undefined;
    if (known !== undefined) return known;
    const units = this.#cut(sentence, first, last);
    if (isMention) this.#units.set(sentence, units);
    return units;
  }

  #cut(sentence: number, targetFirst: number, targetLast: number): Units {
    const { tokens, sentences } = this.doc;
    const { first, last } = sentences[sentence] as (typeof sentences)[number];
    const most = last - first;
    const word: string[] = [];
    const tag = new Uint8Array(most);
    const bits = new Uint8Array(most);
    const token = new Int32Array(most).fill(-1);
    const end = new Int32Array(most);
    const row = new Int32Array(most).fill(-1);
    const valence = new Float64Array(most);
    let size = 0;
    let names = 0;
    for (let i = first; i < last; size++) {
      const next = this.#nameFrom(i, first, last, targetFirst, targetLast);
      token[size] = i;
      if (next > i) {
        word.push('');
        tag[size] = Tag.Name;
        names++;
      } else {
        const text = tokens.text[i] as string;
        const lower = text.toLowerCase();
        const each = lower.includes('’') ? lower.replaceAll('’', "'") : lower;
        word.push(each);
        tag[size] = isMark(text) ? Tag.Mark : (TAGS[tokens.pos[i] as Pos] ?? Tag.Other);
        bits[size] = CLASSES.get(each) ?? 0;
        if (tag[size] !== Tag.Mark && ((bits[size] as number) & Is.Function) === 0) {
          const found = this.vocabulary.row(each);
          row[size] = found;
          if (found >= 0) valence[size] = this.vocabulary.valence(found);
        }
      }
      i = Math.max(next, i + 1);
      end[size] = i;
    }
    // A valence of 0 silences a word: it names an event, and says nothing of those who are in it.
    const hits = this.polarity(sentence);
    let i = 0;
    for (const { first: from, last: to, valence: v } of hits) {
      if (v !== 0) continue;
      while (i < size && (end[i] as number) <= from) i++;
      for (let k = i; k < size && (token[k] as number) < to; k++) row[k] = -1;
    }
    return { size, names, word, tag, bits, token, end, row, valence, hits };
  }

  /** Where the name that begins at token `i` ends; `i` where none does. */
  #nameFrom(i: number, first: number, last: number, targetFirst: number, targetLast: number): number {
    const { text, pos } = this.doc.tokens;
    if (i === targetFirst) return Math.min(last, targetLast);
    if ((this.#nameEnd[i] as number) > 0) return this.#nameEnd[i] as number;
    if (!isName(text[i] as string, pos[i] as string, i === first, text[i - 1])) return i;
    let next = i + 1;
    while (
      next < last &&
      next !== targetFirst &&
      this.#nameEnd[next] === 0 &&
      isName(text[next] as string, pos[next] as string, false, text[next - 1])
    )
      next++;
    return next;
  }
}

const isName = (text: string, tag: string, first: boolean, before: string | undefined): boolean =>
  tag === 'PROPN' ||
  (!first && isCapital(text) && text !== 'I' && tag !== 'PUNCT' && !OPENING.test(before ?? ''));

/** Adds what the words of a sentence are to the unit `at`, told from tags and the order of words alone. */
function relate(seen: Seen, { size, word, tag, bits, row, valence, token }: Units, at: number): void {
  const is = (i: number, bit: Is): boolean => ((bits[i] ?? 0) & bit) !== 0;
  const isVerb = (i: number): boolean => tag[i] === Tag.Verb || tag[i] === Tag.Aux;
  const isNoun = (i: number): boolean => tag[i] === Tag.Noun || tag[i] === Tag.Name;
  let verbValence: number | undefined;
  let verbNegated = false;
  let objectValence = 0;

  const found = (relation: Relation, i: number, negated = false): void => {
    const from = token[i] as number;
    seen.add((negated ? HAS_NEGATED : HAS)[relation], 1, from);
    const v = valence[i] as number;
    if (relation === 'doer' && verbValence === undefined) {
      verbValence = v;
      verbNegated = negated;
    }
    if (relation === 'deed' && Math.abs(v) > Math.abs(objectValence)) objectValence = v;
    if ((row[i] as number) < 0) return;
    seen.addWord(FAMILY_OF[relation], row[i] as number, negated ? -0.5 : 1, from);
    seen.addSigned((negated ? VALENCE_IN_NEGATED : VALENCE_IN)[relation], 2 * v, from);
  };
  const isNegated = (from: number, to: number): boolean => {
    for (let k = Math.max(0, from); k < to; k++) if (is(k, Is.Negation)) return true;
    return false;
  };
  const isContent = (i: number): boolean => tag[i] === Tag.Noun || tag[i] === Tag.Adj || tag[i] === Tag.Verb;
  const ends = (i: number): boolean => is(i, Is.Break) || (tag[i] === Tag.Mark && !is(i, Is.Quote));
  const comma = (from: number): number => word.indexOf(',', from);

  // Before the mention: titles and adjectives.
  let left = at;
  while (left > 0) {
    const before = left - 1;
    const determines = tag[before] === Tag.Det || is(before, Is.Possessive);
    if (!isNoun(before) && !determines && tag[before] !== Tag.Adj && tag[before] !== Tag.Num) break;
    left = before;
    if (determines) break;
    if (tag[left] !== Tag.Name) found('title', left);
  }

  // After it: what it has, or the noun that it modifies.
  let right = at + 1;
  const owner = /^['’]s?$/.test(word[right] ?? '') && !isVerb(right);
  if (owner) right++;
  if (owner || tag[right] === Tag.Noun || (isPronoun(seen) && tag[right] === Tag.Adj)) {
    let end = right;
    while (
      end < size &&
      (isNoun(end) || tag[end] === Tag.Adj || (owner && (tag[end] === Tag.Adv || tag[end] === Tag.Num)))
    )
      end++;
    for (let k = right; k < end; k++) if (tag[k] !== Tag.Name) found(k === end - 1 ? 'owned' : 'title', k);
    right = Math.max(right, end);
  }

  /** The verb that begins at or after `from`, and what belongs to it. */
  const verb = (from: number): void => {
    let k = from;
    let be = false;
    while (
      k < size &&
      (tag[k] === Tag.Adv || tag[k] === Tag.Aux || tag[k] === Tag.Part || is(k, Is.Auxiliary))
    ) {
      be ||= is(k, Is.Be);
      k++;
    }
    if (k >= size) return;
    const negated = isNegated(from, k);
    if (tag[k] === Tag.Verb) {
      const passive = be && SMALL_PARTICIPLE.test(word[k] as string);
      found(passive ? 'undergoer' : 'doer', k, negated);
      let j = k + 1;
      for (let count = 0; j < size && count < 8 && !ends(j); j++, count++) {
        if (tag[j] === Tag.Verb && word[j - 1] === 'to') found('doer', j, negated);
        else if (isContent(j)) found(passive ? 'detail' : 'deed', j, negated);
      }
      if (word[j] === 'and' && tag[j + 1] === Tag.Verb) found('doer', j + 1);
    } else if (be) {
      for (let j = k, count = 0; j < size && count < 7 && !ends(j); j++, count++)
        if (isContent(j)) found('being', j, negated);
    }
  };

  let k: number | undefined = right;
  if (word[k] === '(') k = word.indexOf(')', k) + 1 || undefined;
  if (k !== undefined && is(k, Is.Relative)) {
    verb(k + 1);
    k = comma(k + 1) < 0 ? undefined : comma(k + 1) + 1;
  } else if (k !== undefined && word[k] === ',') {
    const close = comma(k + 1);
    if (is(k + 1, Is.Relative) && word[k + 1] !== 'that') {
      verb(k + 2);
      k = close < 0 ? undefined : close + 1;
    } else if (close > 0 && close - k < 18) {
      for (let j = k + 1; j < close; j++) if (tag[j] === Tag.Noun || tag[j] === Tag.Adj) found('title', j);
      k = close + 1;
    } else k = undefined;
  } else if (k !== undefined && word[k] === 'of') {
    for (let steps = 0; k < size && !isVerb(k) && steps < 6; steps++) k++;
  }
  if (k !== undefined) verb(k);

  // Before it: a preposition, a verb that governs it, or what it is joined to.
  let b = left - 1;
  const joint = word[b] ?? '';
  while (b >= 0 && (word[b] === ',' || (is(b, Is.Quote) && word[b] !== '-'))) b--;
  const back = (from: number, reach: number): number => {
    for (let q = from; q >= 0 && from - q < reach; q--) {
      const each = word[q];
      if (each === ',' || each === ';' || each === ':') return -1;
      if (isVerb(q)) return q;
    }
    return -1;
  };
  if (b >= 0 && (tag[b] === Tag.Adp || word[b] === 'to' || word[b] === 'by')) {
    const preposition = PREPOSITIONS.find(each => each === word[b]) ?? 'other preposition';
    let head = b - 1;
    while (head >= 0 && tag[head] === Tag.Adv) head--;
    if (head >= 0) {
      found(preposition, head);
      const governor = isVerb(head) ? -1 : back(head, 7);
      if (governor >= 0) found(preposition, governor, isNegated(governor - 3, governor));
    }
  } else if (b >= 0 && b === left - 1 && isVerb(b)) {
    found('undergoer', b, isNegated(b - 3, b));
  } else if (joint === 'and' || joint === 'or' || joint === ',') {
    const governor = back(left - 2, 10);
    if (governor >= 0) found('joined', governor);
  } else if (b >= 0) {
    const governor = back(b, 6);
    if (governor >= 0) found('near', governor);
  }

  if (verbValence === undefined) return;
  const sign = (v: number): string => (v > 0.12 ? '+' : v < -0.12 ? '-' : '0');
  const key = `${verbNegated ? 'not ' : ''}${sign(verbValence)}${sign(objectValence)}`;
  seen.add(DEEDS[key] as number, 1);
}

function isPronoun({ feature, size }: Seen): boolean {
  for (let k = 0; k < size; k++) if (feature[k] === PRONOUN) return true;
  return false;
}
