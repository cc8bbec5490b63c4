import { PREPOSITIONS } from '../english/closed-classes.js';
import { isPastParticiple, POSSESSIVE_ENDING } from '../english/orthography.js';
import { Is } from './classes.js';
import {
  DEEDS,
  FAMILY_OF,
  HAS,
  HAS_NEGATED,
  type Relation,
  VALENCE_IN,
  VALENCE_IN_NEGATED,
} from './features.js';
import type { Seen } from './seen.js';
import { Tag, type Units } from './units.js';

/** What stands behind a verb may be denied where the verb is not. */
const BEHIND: ReadonlySet<Relation> = new Set(['deed', 'matter', 'detail', 'being']);

/** A word, by its unit, and what it is to the mention. */
export interface Bond {
  readonly relation: Relation;
  readonly unit: number;
  readonly negated: boolean;
}

/** What the words of a sentence are to the unit `at`, by tags and the order of words alone. */
export class Relations {
  /** The valence of the verb that the mention is the agent of, and of the strongest word behind it. */
  #verbValence: number | undefined;
  #verbNegated = false;
  #objectValence = 0;
  /** In the order in which they were found. */
  readonly bonds: Bond[] = [];

  constructor(
    private readonly seen: Seen,
    private readonly units: Units,
    private readonly at: number,
  ) {}

  see(isPronoun: boolean): void {
    const left = this.#titles();
    const right = this.#owned(isPronoun);
    this.#predicate(right);
    this.#governor(left);
    this.#deed();
  }

  /** Titles and adjectives before the mention; where its noun phrase begins. */
  #titles(): number {
    const { tag } = this.units;
    let left = this.at;
    while (left > 0) {
      const before = left - 1;
      const determines = tag[before] === Tag.Det || this.#is(before, Is.Possessive);
      if (!this.#isNoun(before) && !determines && tag[before] !== Tag.Adj && tag[before] !== Tag.Num) break;
      left = before;
      if (determines) break;
      if (tag[left] !== Tag.Name) this.#add('title', left);
    }
    return left;
  }

  /** What the mention has, or the noun that it modifies; where its noun phrase ends. */
  #owned(isPronoun: boolean): number {
    const { tag, word, size } = this.units;
    let right = this.at + 1;
    const owner = POSSESSIVE_ENDING.test(word[right] ?? '') && !this.#isVerb(right);
    if (owner) right++;
    if (!owner && tag[right] !== Tag.Noun && !(isPronoun && tag[right] === Tag.Adj)) return right;
    const belongs = (k: number): boolean =>
      this.#isNoun(k) || tag[k] === Tag.Adj || (owner && (tag[k] === Tag.Adv || tag[k] === Tag.Num));
    let end = right;
    while (end < size && belongs(end)) end++;
    for (let k = right; k < end; k++)
      if (tag[k] !== Tag.Name) this.#add(k === end - 1 ? 'owned' : 'title', k);
    return end;
  }

  /** The verb after the mention, over a relative clause, an apposition or a phrase with *of*. */
  #predicate(right: number): void {
    const { word, tag, size } = this.units;
    const comma = (from: number): number => word.indexOf(',', from);
    let k = right;
    if (word[k] === '(') {
      k = word.indexOf(')', k) + 1;
      if (k === 0) return;
    }
    if (this.#is(k, Is.Relative)) {
      this.#verb(k + 1);
      k = comma(k + 1) + 1;
      if (k === 0) return;
    } else if (word[k] === ',') {
      const close = comma(k + 1);
      if (this.#is(k + 1, Is.Relative) && word[k + 1] !== 'that') this.#verb(k + 2);
      else if (close - k < 18) {
        for (let j = k + 1; j < close; j++)
          if (tag[j] === Tag.Noun || tag[j] === Tag.Adj) this.#add('title', j);
      } else return;
      if (close < 0) return;
      k = close + 1;
    } else if (word[k] === 'of') {
      for (let steps = 0; k < size && !this.#isVerb(k) && steps < 6; steps++) k++;
    }
    this.#verb(k);
  }

  /** The verb that begins at or after `from`, and what belongs to it. */
  #verb(from: number): void {
    const { word, tag, size } = this.units;
    let k = from;
    let be = false;
    const helps = (i: number): boolean =>
      tag[i] === Tag.Adv || tag[i] === Tag.Aux || tag[i] === Tag.Part || this.#is(i, Is.Helping);
    for (; k < size && helps(k); k++) be ||= this.#is(k, Is.Be);
    if (k >= size) return;
    const negated = this.#isNegated(from, k);
    if (tag[k] !== Tag.Verb) {
      if (be) this.#contents(k, 7, 'being', negated);
      return;
    }
    const passive = be && isPastParticiple(word[k] as string);
    const [verb, behind] = passive
      ? (['patient', 'detail'] as const)
      : this.units.saying[k] === 1
        ? (['saying', 'matter'] as const)
        : (['agent', 'deed'] as const);
    this.#add(verb, k, negated);
    const end = this.#contents(k + 1, 8, behind, negated);
    if (word[end] === 'and' && tag[end + 1] === Tag.Verb) this.#add('agent', end + 1);
  }

  /** The nouns, adjectives and verbs from a place up to the end of the clause; what follows *to* is done as well. */
  #contents(from: number, most: number, relation: Relation, negated: boolean): number {
    const { word, tag, size } = this.units;
    const isVerb = relation !== 'being';
    let j = from;
    for (; j < size && j - from < most && !this.#endsClause(j); j++)
      if (isVerb && tag[j] === Tag.Verb && word[j - 1] === 'to') this.#add('agent', j, negated);
      else if (tag[j] === Tag.Noun || tag[j] === Tag.Adj || tag[j] === Tag.Verb)
        this.#add(relation, j, negated);
    return j;
  }

  /** A preposition before the mention, a verb that governs it, or what it is joined to. */
  #governor(left: number): void {
    const { word, tag } = this.units;
    const joint = word[left - 1] ?? '';
    let b = left - 1;
    while (b >= 0 && (word[b] === ',' || (this.#is(b, Is.Quote) && word[b] !== '-'))) b--;
    const add = (relation: Relation, verb: number, negated = false): void => {
      if (verb >= 0) this.#add(relation, verb, negated);
    };
    if (b >= 0 && (tag[b] === Tag.Adp || word[b] === 'to' || word[b] === 'by')) {
      const preposition = PREPOSITIONS.find(each => each === word[b]) ?? 'other preposition';
      let head = b - 1;
      while (head >= 0 && tag[head] === Tag.Adv) head--;
      if (head < 0) return;
      this.#add(preposition, head);
      const verb = this.#isVerb(head) ? -1 : this.#verbBefore(head, 7);
      add(preposition, verb, this.#isNegated(verb - 3, verb));
    } else if (b >= 0 && b === left - 1 && this.#isVerb(b)) add('patient', b, this.#isNegated(b - 3, b));
    else if (joint === 'and' || joint === 'or' || joint === ',')
      add('joined', this.#verbBefore(left - 2, 10));
    else add('near', this.#verbBefore(b, 6));
  }

  /** What the verb and its object make together. */
  #deed(): void {
    if (this.#verbValence === undefined) return;
    const sign = (v: number): string => (v > 0.12 ? '+' : v < -0.12 ? '-' : '0');
    const key = `${this.#verbNegated ? 'not ' : ''}${sign(this.#verbValence)}${sign(this.#objectValence)}`;
    this.seen.add(DEEDS[key] as number, 1);
  }

  #add(relation: Relation, i: number, isUndone = false): void {
    const { token, valence, row } = this.units;
    const negated = isUndone || (this.units.negated[i] === 1 && BEHIND.has(relation));
    this.bonds.push({ relation, unit: i, negated });
    const from = token[i] as number;
    const v = valence[i] as number;
    this.seen.add((negated ? HAS_NEGATED : HAS)[relation], 1, from);
    if (relation === 'agent' && this.#verbValence === undefined) {
      this.#verbValence = v;
      this.#verbNegated = negated;
    }
    if (relation === 'deed' && Math.abs(v) > Math.abs(this.#objectValence)) this.#objectValence = v;
    if ((row[i] as number) < 0) return;
    this.seen.addWord(FAMILY_OF[relation], row[i] as number, negated ? -0.5 : 1, from);
    this.seen.addSigned((negated ? VALENCE_IN_NEGATED : VALENCE_IN)[relation], 2 * v, from);
  }

  #verbBefore(from: number, reach: number): number {
    for (let q = from; q >= 0 && from - q < reach; q--) {
      if (/^[,;:]$/.test(this.units.word[q] as string)) return -1;
      if (this.#isVerb(q)) return q;
    }
    return -1;
  }

  #is(i: number, bit: Is): boolean {
    return ((this.units.bits[i] ?? 0) & bit) !== 0;
  }

  #isVerb(i: number): boolean {
    return this.units.tag[i] === Tag.Verb || this.units.tag[i] === Tag.Aux;
  }

  #isNoun(i: number): boolean {
    return this.units.tag[i] === Tag.Noun || this.units.tag[i] === Tag.Name;
  }

  #isNegated(from: number, to: number): boolean {
    for (let k = Math.max(0, from); k < to; k++) if (this.#is(k, Is.Negation)) return true;
    return false;
  }

  #endsClause(i: number): boolean {
    return this.#is(i, Is.Break) || (this.units.tag[i] === Tag.Mark && !this.#is(i, Is.Quote));
  }
}
