import type { Span } from '../model/article.js';
import type { Doc } from '../model/doc.js';
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
export type Relation = (typeof RELATIONS)[number];

/** The families of words that have weights of their own: anywhere around, as doer, as undergoer, as owner. */
export const FAMILIES = ['around', 'doer', 'undergoer', 'owner'] as const;
export type Family = (typeof FAMILIES)[number];

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
const SIGNS = ['+', '-'] as const;
const HITS = ['sentence', 'before', 'after', 'clause', 'nearness'] as const;

const names: string[] = [];
const declare = <T extends string>(keys: readonly T[], name: (key: T) => string): Record<T, number> =>
  Object.fromEntries(keys.map(key => [key, names.push(name(key)) - 1])) as Record<T, number>;
const signed = <T extends string>(
  keys: readonly T[],
  name: (key: T) => string,
): Record<`${T}${'+' | '-'}`, number> =>
  declare(
    keys.flatMap(key => SIGNS.map(sign => `${key}${sign}` as const)),
    key => `${name(key.slice(0, -1) as T)} ${key.endsWith('+') ? 'kind' : 'grim'}`,
  );

const BIAS = names.push('bias') - 1;
const VALENCE = signed(PLACES, place => `valence, ${place}`);
const VALENCE_NEGATED = signed(['negated'], () => 'valence, negated word');
const VALENCE_SAID = signed(['said'], () => 'valence, the mention’s own words');
const VALENCE_IN = signed(RELATIONS, relation => `valence, ${relation}`);
const VALENCE_IN_NEGATED = signed(RELATIONS, relation => `valence, ${relation}, negated`);
const POLARITY = signed(HITS, place => `polarity lexicon, ${place}`);
const HAS = declare(RELATIONS, relation => `has ${relation}`);
const HAS_NEGATED = declare(RELATIONS, relation => `has ${relation}, negated`);
const DEEDS = declare(
  ['++', '+0', '+-', '0+', '00', '0-', '-+', '-0', '--'].flatMap(deed => [deed, `not ${deed}`]),
  deed => `verb and object ${deed}`,
);
const VOICE = declare(['outlet', 'scare', 'indirect', 'direct'], voice => `voice ${voice}`);
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
const NAMES = declare(['0', '1', '2', '3', '4'], count => `other names: ${count}`);
/** Closed-class words, marks and names one or two places before (*by 1*) or after (*1 by*). */
const BESIDE = declare(
  [
    ...FUNCTION_WORDS,
    ...AUXILIARIES,
    ...PREPOSITIONS,
    ...CLAUSE_BREAKS,
    ',',
    '"',
    '“',
    '”',
    '(',
    ':',
    '—',
    '.',
    'NAME',
  ].flatMap(word => [`${word} 1`, `${word} 2`, `1 ${word}`, `2 ${word}`]),
  at => `beside: ${at}`,
);
const LENGTH = declare(['0', '1', '2', '3', '4', '5'], tens => `length: ${tens}0`);

/** The features by number. None names a word, a party or an outlet: words come in through the families. */
export const FEATURES: readonly string[] = names;

/** What is known of the word forms: their row in the weights, or -1, and their valence in [-1, 1]. */
export interface Vocabulary {
  row(word: string): number;
  valence(row: number): number;
}

/** What was seen around one mention: features with values, each from a token or from none (-1), and words by family. */
export class Seen {
  readonly feature: number[] = [];
  readonly value: number[] = [];
  readonly token: number[] = [];
  readonly wordFamily: number[] = [];
  readonly wordRow: number[] = [];
  readonly wordValue: number[] = [];
  readonly wordToken: number[] = [];

  add(feature: number, value: number, token = -1): void {
    this.feature.push(feature);
    this.value.push(value);
    this.token.push(token);
  }

  addWord(family: number, row: number, value: number, token: number): void {
    this.wordFamily.push(family);
    this.wordRow.push(row);
    this.wordValue.push(value);
    this.wordToken.push(token);
  }
}

/** A polarity lexicon's hit: tokens `[first, last)` and a valence in [-1, 1]. */
interface Hit {
  readonly first: number;
  readonly valence: number;
}

/**
 * A sentence as the classifier sees it: a row of units, each a word or a name. A name is one unit, however many words it
 * has, and nothing is known of it but that it is one: so that what a mention is given cannot depend on who it is.
 */
interface Units {
  readonly size: number;
  /** In small letters; empty for names. */
  readonly word: string[];
  /** Universal tag; `NAME` for names, `PUNCT` for marks. */
  readonly pos: string[];
  readonly token: number[];
  readonly end: number[];
  readonly row: Int32Array;
  readonly valence: Float64Array;
  readonly clause: number[];
  readonly quotation: number[];
  readonly negated: boolean[];
  readonly hits: readonly Hit[];
}

const isCapital = (word: string): boolean => {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
};
const MARK = /^[^\p{L}\p{N}]+$/u;
const OPENING = /^["“‘'(]$/;
const SMALL_PARTICIPLE = /(?:ed|en|wn|ught|ut|de|ld|nt|id|lt|ot|un|ung|uck|ost|eft|aid|ead|ade|one|orn)$/;

/** Reads the sentences of one document for the classifier. */
export class Reader {
  readonly #units = new Map<number, Units>();
  readonly #nameEnd: Int32Array;

  /** @param polarity the hits of the polarity lexicons in one sentence */
  constructor(
    private readonly doc: Doc,
    private readonly vocabulary: Vocabulary,
    private readonly polarity: (sentence: number) => readonly Hit[],
  ) {
    // Where the name that begins at a token ends, or 0.
    this.#nameEnd = new Int32Array(doc.tokens.length);
    for (const { span } of doc.mentions) {
      const first = doc.tokenAt(span.start);
      this.#nameEnd[first] = this.#after(first, span.end);
    }
  }

  #after(first: number, end: number): number {
    const { start, length } = this.doc.tokens;
    let last = first + 1;
    while (last < length && (start[last] as number) < end) last++;
    return last;
  }

  /** Everything that the classifier takes account of about the mention at a span. */
  see(target: Span): Seen {
    const { tokens } = this.doc;
    const seen = new Seen();
    seen.add(BIAS, 1);
    if (tokens.length === 0) return seen;
    const first = this.doc.tokenAt(target.start);
    const last = this.#after(first, target.end);
    const sentence = tokens.sentence[first] as number;
    const { units, at } = this.#locate(sentence, first, last);
    this.#standing(seen, units, at, first, last);
    const said = this.#saidBy(first, last);
    const away = (unit: number): number => Math.abs(unit - at);
    for (let i = 0; i < units.size; i++) {
      const row = units.row[i] as number;
      if (row < 0 || i === at) continue;
      const valence = units.valence[i] as number;
      const token = units.token[i] as number;
      const quotation = units.quotation[i] as number;
      if (said >= 0 && quotation === said) {
        addSigned(seen, VALENCE_SAID, 'said', 2 * valence, token);
        continue;
      }
      const near = units.clause[i] === units.clause[at];
      const negated = units.negated[i] === true;
      if (!negated) seen.addWord(0, row, 0.4 + 1 / (1 + 0.2 * away(i)) + (near ? 0.5 : 0), token);
      if (valence === 0) continue;
      if (negated) addSigned(seen, VALENCE_NEGATED, 'negated', 2 * valence, token);
      const v = 2 * (negated ? -0.5 * valence : valence);
      addSigned(seen, VALENCE, 'sentence', v, token);
      addSigned(seen, VALENCE, i < at ? 'before' : 'after', v, token);
      addSigned(seen, VALENCE, 'nearness', v / (1 + 0.3 * away(i)), token);
      if (near) addSigned(seen, VALENCE, i < at ? 'clause before' : 'clause after', v, token);
      if (quotation >= 0) addSigned(seen, VALENCE, 'quotation', v, token);
    }
    for (let d = 1; d <= 2; d++)
      for (const [i, key] of [
        [at - d, (word: string) => `${word} ${d}`],
        [at + d, (word: string) => `${d} ${word}`],
      ] as const) {
        const feature = BESIDE[key(units.pos[i] === 'NAME' ? 'NAME' : (units.word[i] ?? '.'))];
        if (feature !== undefined) seen.add(feature, 1, units.token[i] ?? -1);
      }
    this.#events(seen, sentence, target);
    this.#lexiconHits(seen, units, at);
    relate(seen, units, at);
    return seen;
  }

  /** The place of the mention: voice, source or spoken of, first, pronoun, company. */
  #standing(seen: Seen, units: Units, at: number, first: number, last: number): void {
    const { tokens, quotations } = this.doc;
    const start = tokens.start[first] as number;
    const end = tokens.end[last - 1] as number;
    seen.add(Object.values(VOICE)[tokens.voice[first] as number] as number, 1);
    for (const { source, stance, form, act } of quotations) {
      if (source === undefined || source.span.start >= end || source.span.end <= start) continue;
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
    let company = 0;
    for (let i = 0; i < units.size; i++) if (i !== at && units.pos[i] === 'NAME') company++;
    seen.add(Object.values(NAMES)[Math.min(4, company)] as number, 1);
    seen.add(Object.values(LENGTH)[Math.min(5, Math.floor(units.size / 10))] as number, 1);
  }

  /** The quotation whose source the mention is, or -1. */
  #saidBy(first: number, last: number): number {
    const { tokens, quotations } = this.doc;
    const start = tokens.start[first] as number;
    const end = tokens.end[last - 1] as number;
    return quotations.findIndex(
      ({ source }) => source !== undefined && source.span.start < end && source.span.end > start,
    );
  }

  /** What the mention does or has done to it, of the deeds that the events lexicons list. */
  #events(seen: Seen, sentence: number, { start, end }: Span): void {
    for (const { class: kind, span, negated, agent, patient, sentence: place } of this.doc.events) {
      if (place !== sentence) continue;
      const key = negated ? (`not ${kind}` as const) : kind;
      const token = this.doc.tokenAt(span.start);
      for (const [side, features] of [
        [agent, DOES],
        [patient, SUFFERS],
      ] as const)
        if (side !== undefined && side.span.start < end && side.span.end > start)
          seen.add(features[key], 1, token);
    }
  }

  #lexiconHits(seen: Seen, units: Units, at: number): void {
    for (const { first, valence } of units.hits) {
      let i = 0;
      while (i < units.size && (units.end[i] as number) <= first) i++;
      if (i >= units.size || i === at || units.pos[i] === 'NAME') continue;
      const v = ((valence * 5) / 3) * (units.negated[i] ? -0.5 : 1);
      addSigned(seen, POLARITY, 'sentence', v, first);
      addSigned(seen, POLARITY, i < at ? 'before' : 'after', v, first);
      addSigned(seen, POLARITY, 'nearness', v / (1 + 0.3 * Math.abs(i - at)), first);
      if (units.clause[i] === units.clause[at]) addSigned(seen, POLARITY, 'clause', v, first);
    }
  }

  /** The units of a sentence in which the tokens `[first, last)` are one, and the place of that one. */
  #locate(sentence: number, first: number, last: number): { units: Units; at: number } {
    const known = this.#units.get(sentence);
    if (known !== undefined) {
      const at = known.token.indexOf(first);
      if (at >= 0 && known.end[at] === last && known.pos[at] === 'NAME') return { units: known, at };
    }
    const isMention = this.#nameEnd[first] === last;
    const units = this.#cut(sentence, first, last);
    if (isMention) this.#units.set(sentence, units);
    return { units, at: units.token.indexOf(first) };
  }

  #cut(sentence: number, targetFirst: number, targetLast: number): Units {
    const { tokens, sentences } = this.doc;
    const { first, last } = sentences[sentence] as (typeof sentences)[number];
    const word: string[] = [];
    const pos: string[] = [];
    const token: number[] = [];
    const end: number[] = [];
    const clause: number[] = [];
    const quotation: number[] = [];
    const negated: boolean[] = [];
    for (let i = first; i < last; ) {
      const text = tokens.text[i] as string;
      const tag = tokens.pos[i] as string;
      let next = i + 1;
      let name = true;
      if (i === targetFirst) next = Math.min(last, targetLast);
      else if ((this.#nameEnd[i] as number) > 0) next = this.#nameEnd[i] as number;
      else if (isName(text, tag, i === first, tokens.text[i - 1])) {
        while (
          next < last &&
          next !== targetFirst &&
          this.#nameEnd[next] === 0 &&
          isName(tokens.text[next] as string, tokens.pos[next] as string, false, tokens.text[next - 1])
        )
          next++;
      } else name = false;
      word.push(name ? '' : text.toLowerCase().replaceAll('’', "'"));
      pos.push(name ? 'NAME' : MARK.test(text) ? 'PUNCT' : tag);
      token.push(i);
      end.push(next);
      clause.push(tokens.clause[i] as number);
      quotation.push(tokens.quotation[i] as number);
      negated.push(tokens.negated[i] as boolean);
      i = next;
    }
    const size = word.length;
    const row = new Int32Array(size).fill(-1);
    const valence = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      const each = word[i] as string;
      if (pos[i] === 'NAME' || pos[i] === 'PUNCT' || FUNCTION_WORDS.has(each)) continue;
      const found = this.vocabulary.row(each);
      if (found < 0) continue;
      row[i] = found;
      valence[i] = this.vocabulary.valence(found);
    }
    return {
      size,
      word,
      pos,
      token,
      end,
      row,
      valence,
      clause,
      quotation,
      negated,
      hits: this.polarity(sentence),
    };
  }
}

const isName = (text: string, tag: string, first: boolean, before: string | undefined): boolean =>
  tag === 'PROPN' ||
  (!first && isCapital(text) && text !== 'I' && tag !== 'PUNCT' && !OPENING.test(before ?? ''));

function addSigned<T extends string>(
  seen: Seen,
  features: Readonly<Record<`${T}${'+' | '-'}`, number>>,
  key: T,
  value: number,
  token: number,
): void {
  if (value !== 0) seen.add(features[`${key}${value > 0 ? '+' : '-'}`] as number, Math.abs(value), token);
}

/** Adds what the words of a sentence are to the unit `at`, told from tags and the order of words alone. */
function relate(seen: Seen, units: Units, at: number): void {
  const { size, word, pos, row, valence, token } = units;
  const isVerb = (i: number): boolean => pos[i] === 'VERB' || pos[i] === 'AUX';
  const isNoun = (i: number): boolean => pos[i] === 'NOUN' || pos[i] === 'NAME';
  let verbValence: number | undefined;
  let verbNegated = false;
  let objectValence = 0;

  const found = (relation: Relation, i: number, negated = false): void => {
    seen.add((negated ? HAS_NEGATED : HAS)[relation], 1, token[i]);
    const v = valence[i] as number;
    if (relation === 'doer' && verbValence === undefined) {
      verbValence = v;
      verbNegated = negated;
    }
    if (relation === 'deed' && Math.abs(v) > Math.abs(objectValence)) objectValence = v;
    if ((row[i] as number) < 0) return;
    seen.addWord(FAMILY_OF[relation], row[i] as number, negated ? -0.5 : 1, token[i] as number);
    if (v !== 0)
      addSigned(seen, negated ? VALENCE_IN_NEGATED : VALENCE_IN, relation, 2 * v, token[i] as number);
  };
  const isNegated = (from: number, to: number): boolean => {
    for (let k = Math.max(0, from); k < to; k++) if (NEGATIONS.has(word[k] as string)) return true;
    return false;
  };

  // Before the mention: titles and adjectives.
  let left = at;
  while (
    left > 0 &&
    (isNoun(left - 1) ||
      /^(?:ADJ|DET|NUM)$/.test(pos[left - 1] as string) ||
      POSSESSIVES.has(word[left - 1] as string))
  ) {
    left--;
    if (pos[left] === 'DET' || POSSESSIVES.has(word[left] as string)) break;
    if (pos[left] !== 'NAME') found('title', left);
  }

  // After it: what it has, or the noun that it modifies.
  let right = at + 1;
  const owner = /^['’]s?$/.test(word[right] ?? '') && !isVerb(right);
  if (owner) right++;
  if (owner || pos[right] === 'NOUN' || (seen.feature.includes(PRONOUN) && pos[right] === 'ADJ')) {
    let end = right;
    while (
      end < size &&
      (isNoun(end) || pos[end] === 'ADJ' || (owner && /^(?:ADV|NUM)$/.test(pos[end] as string)))
    )
      end++;
    for (let k = right; k < end; k++) if (pos[k] !== 'NAME') found(k === end - 1 ? 'owned' : 'title', k);
    right = Math.max(right, end);
  }

  /** The verb that begins at or after `from`, and what belongs to it. */
  const verb = (from: number): void => {
    let k = from;
    while (k < size && (/^(?:ADV|AUX|PART)$/.test(pos[k] as string) || AUXILIARIES.has(word[k] as string)))
      k++;
    let be = false;
    for (let j = from; j < k; j++) if (BE.has(word[j] as string)) be = true;
    if (k >= size) return;
    const negated = isNegated(from, k);
    if (pos[k] === 'VERB') {
      const passive = be && SMALL_PARTICIPLE.test(word[k] as string);
      found(passive ? 'undergoer' : 'doer', k, negated);
      let j = k + 1;
      for (let count = 0; j < size && count < 8; j++, count++) {
        if (
          CLAUSE_BREAKS.has(word[j] as string) ||
          (pos[j] === 'PUNCT' && !/^["“”‘’'-]$/.test(word[j] as string))
        )
          break;
        if (pos[j] === 'VERB' && word[j - 1] === 'to') found('doer', j, negated);
        else if (/^(?:NOUN|ADJ|VERB)$/.test(pos[j] as string)) found(passive ? 'detail' : 'deed', j, negated);
      }
      if (word[j] === 'and' && pos[j + 1] === 'VERB') found('doer', j + 1);
    } else if (be) {
      for (let j = k, count = 0; j < size && count < 7; j++, count++) {
        if (
          CLAUSE_BREAKS.has(word[j] as string) ||
          (pos[j] === 'PUNCT' && !/^["“”‘’'-]$/.test(word[j] as string))
        )
          break;
        if (/^(?:NOUN|ADJ|VERB)$/.test(pos[j] as string)) found('being', j, negated);
      }
    }
  };

  let k: number | undefined = right;
  if (word[k] === '(') k = word.indexOf(')', k) + 1 || undefined;
  if (k !== undefined && /^(?:who|which|that)$/.test(word[k] ?? '')) {
    verb(k + 1);
    const comma = word.indexOf(',', k + 1);
    k = comma < 0 ? undefined : comma + 1;
  } else if (k !== undefined && word[k] === ',') {
    const comma = word.indexOf(',', k + 1);
    if (/^(?:who|which)$/.test(word[k + 1] ?? '')) {
      verb(k + 2);
      k = comma < 0 ? undefined : comma + 1;
    } else if (comma > 0 && comma - k < 18) {
      for (let j = k + 1; j < comma; j++) if (pos[j] === 'NOUN' || pos[j] === 'ADJ') found('title', j);
      k = comma + 1;
    } else k = undefined;
  } else if (k !== undefined && word[k] === 'of') {
    for (let steps = 0; k < size && !isVerb(k) && steps < 6; steps++) k++;
  }
  if (k !== undefined) verb(k);

  // Before it: a preposition, a verb that governs it, or what it is joined to.
  let b = left - 1;
  const joint = word[b] ?? '';
  while (b >= 0 && /^["“”‘’',]$/.test(word[b] as string)) b--;
  const back = (from: number, reach: number): number => {
    for (let q = from; q >= 0 && from - q < reach && !/^[,;:]$/.test(word[q] as string); q--)
      if (isVerb(q)) return q;
    return -1;
  };
  if (b >= 0 && (pos[b] === 'ADP' || word[b] === 'to' || word[b] === 'by')) {
    const preposition = PREPOSITIONS.find(each => each === word[b]) ?? 'other preposition';
    let head = b - 1;
    while (head >= 0 && pos[head] === 'ADV') head--;
    if (head >= 0) {
      found(preposition, head);
      const governor = isVerb(head) ? -1 : back(head, 7);
      if (governor >= 0) found(preposition, governor, isNegated(governor - 3, governor));
    }
  } else if (b >= 0 && b === left - 1 && isVerb(b)) {
    found('undergoer', b, isNegated(b - 3, b));
  } else if (/^(?:and|or|,)$/.test(joint)) {
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
