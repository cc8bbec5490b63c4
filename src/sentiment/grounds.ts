import { CONDITIONALS, HAVE_FORMS } from '../english/closed-classes.js';
import type { Span } from '../model/article.js';
import type { Doc, Event } from '../model/doc.js';
import { Is } from './classes.js';
import type { Relation } from './features.js';
import type { Bond } from './relations.js';
import { type Hit, isPossible, SILENCED, Tag, type Units } from './units.js';

/**
 * How a mention is bound to the word that judges it, by the structure of its clause: somebody blames or praises it, it does what
 * is blamed or praised, or is or has it; any of that by a pronoun; or nothing binds it, and only the words around it speak.
 */
export type Grounds =
  | 'judged by others'
  | 'own deed'
  | 'said to be'
  | 'pronoun or person of it'
  | 'words around';

/** A mention with what is bound to it. */
export interface Bonds {
  readonly target: Span;
  readonly at: number;
  readonly units: Units;
  readonly bonds: readonly Bond[];
  readonly events: readonly Event[];
  readonly isPronoun: boolean;
  /** Whether it stands in what it says itself, or only owns whom is spoken of. */
  readonly isUnsaid: boolean;
}

/** Verbs by the clause that they build. */
export interface VerbWords {
  /** They carry the noun behind them: *made mistakes*. */
  readonly light: ReadonlySet<string>;
  /** What they govern is done, or at least begun: *tried to lie*. */
  readonly done: ReadonlySet<string>;
  /** A clause may follow them: *said X lied*. */
  readonly clause: ReadonlySet<string>;
}

/** A polarity nearer to 0 rests on too little. */
const LEAST_POLARITY = 0.25;

const IS_OR_HAS: ReadonlySet<Relation> = new Set(['being', 'title', 'owned', 'of']);
/** After *attacked X*: the attack was one in words. */
const REASONS: ReadonlySet<string> = new Set(['for', 'as', 'over']);

export function groundsOf(doc: Doc, seen: Bonds, polarity: number, words: VerbWords): Grounds {
  const { units, isPronoun, isUnsaid } = seen;
  if (Math.abs(polarity) < LEAST_POLARITY || isUnsaid || units.word.at(-1) === '?') return 'words around';
  if (isDoubted(seen)) return 'words around';
  // Who blames or praises *his aide* does not mean him.
  const blame = isPronoun && isPossessive(seen) ? undefined : blamed(doc, seen, polarity);
  const found = blame ?? judged(seen, polarity, words);
  if (found === undefined) return 'words around';
  return isPronoun ? 'pronoun or person of it' : found;
}

/** By an accusation or an attack in words that the events lexicons list. */
function blamed(doc: Doc, { target, at, units, events }: Bonds, polarity: number): Grounds | undefined {
  const isAt = ({ start, end }: Span): boolean => start === target.start && end === target.end;
  const isIn = (side: Event['agent']): boolean =>
    side !== undefined && (isAt(side.span) || side.mentions.some(({ span }) => isAt(span)));
  const blames = ({ class: kind, negated, hypothetical, patient, span }: Event): boolean => {
    const from = doc.tokenAt(span.start);
    const word = units.token.indexOf(from);
    if (negated || hypothetical || !isIn(patient) || units.negated[word] === 1) return false;
    const covering = units.hits.filter(({ first, last }) => first <= from && from < last);
    // Who demonizes others is judged by that, and they are not; who campaigns against others only competes.
    if (covering.some(({ of, valence }) => of === 'agent' || valence === 0)) return false;
    if (kind === 'accuse') return polarity < 0;
    if (kind === 'harm')
      return polarity < 0 && span.end <= target.start && REASONS.has(units.word[at + 1] ?? '');
    // *to endorse X* is no endorsement yet.
    if (units.word[word - 1] === 'to') return false;
    return covering.some(({ of, valence }) => of === 'patient' && valence * polarity > 0);
  };
  return events.some(blames) ? 'judged by others' : undefined;
}

/** By a word of the polarity lexicons that stands in the right place to it. */
function judged(seen: Bonds, polarity: number, words: VerbWords): Grounds | undefined {
  const { units, bonds, at, isPronoun } = seen;
  const { token, word, tag } = units;
  const verb = bonds.find(({ relation }) => relation === 'agent');
  // The verb behind *questions about X* is that of the questions; behind *ousted X* that of somebody else.
  const isGoverned = bonds.some(
    ({ relation, unit }) =>
      isPreposition(relation) ||
      (relation === 'patient' &&
        unit < at &&
        units.saying[unit] !== 1 &&
        !words.clause.has(word[unit] as string)),
  );
  const isCalled = bonds.some(
    ({ relation, unit, negated }) =>
      relation === 'patient' && unit < at && !negated && !words.light.has(word[unit] as string),
  );
  for (const hit of units.hits) {
    if (hit.of === undefined || hit.valence * polarity <= 0) continue;
    const covers = (unit: number): boolean =>
      (token[unit] as number) >= hit.first && (token[unit] as number) < hit.last;
    const first = token.findIndex(each => each >= hit.first);
    if (first < 0 || first === at || units.negated[first] === 1 || isPossible(units, first)) continue;
    if (hit.of === 'agent' && isCalled && isName(units, at, first)) return 'judged by others';
    for (const { relation, unit, negated } of bonds) {
      if (negated) continue;
      if (hit.of === 'patient') {
        const isWish = hit.valence > 0 && word[first - 1] === 'to';
        if (
          !isWish &&
          covers(unit) &&
          isAimed(units, at, hit, relation, unit) &&
          !(isPronoun && isPossessive(seen))
        )
          return 'judged by others';
        continue;
      }
      if (isGoverned && (relation === 'agent' || relation === 'deed' || relation === 'being')) continue;
      if ((relation === 'agent' && isDone(units, at, first, verb?.unit, words.done)) || relation === 'by') {
        if (covers(unit) && tag[unit] === Tag.Verb) return 'own deed';
        if (isMannerOf(units, hit, first, unit)) return 'own deed';
      }
      if (IS_OR_HAS.has(relation) && covers(unit) && isOf(seen, relation, unit)) return 'said to be';
      if (
        relation === 'deed' &&
        covers(unit) &&
        verb !== undefined &&
        (words.light.has(word[verb.unit] as string) || HAVE_FORMS.has(word[verb.unit] as string)) &&
        isBeside(units, verb.unit, unit)
      )
        return 'own deed';
    }
  }
  return undefined;
}

const isPossessive = ({ bonds, at }: Bonds): boolean =>
  bonds.some(({ relation, unit }) => relation === 'owned' && unit > at);

const isPreposition = (relation: Relation): boolean =>
  /^(?:against|from|of|for|with|to|on|about|other preposition)$/.test(relation);

/** Before the one who blames or praises, not whom. */
const NOT_AIMED: ReadonlySet<Relation> = new Set(['from', 'by']);

/** Whether a word of blame or praise reaches the mention itself: *mocked X*, *critical of X*. */
function isAimed(
  { tag, word }: Units,
  at: number,
  { first, last }: Hit,
  relation: Relation,
  unit: number,
): boolean {
  // *a room of cheering fans*: the participle tells what they do.
  const isTheirs = /ing$/.test(word[unit] as string) && /^(?:of|the|a)$/.test(word[unit - 1] ?? '');
  if (relation === 'patient') return !isTheirs;
  const isPlainVerb = last - first === 1 && tag[unit] === Tag.Verb;
  if (isPlainVerb || !isPreposition(relation) || NOT_AIMED.has(relation) || unit > at) return false;
  let prepositions = 0;
  for (let i = unit + 1; i < at; i++) {
    if (tag[i] === Tag.Verb) return false;
    if (tag[i] === Tag.Adp) prepositions++;
  }
  return prepositions < 2;
}

/** Whether a word stands right behind the mention as what somebody calls it: *called X a liar*, *saw X as weak*. */
function isName({ tag, word, bits }: Units, at: number, first: number): boolean {
  if (first <= at || first - at > 4) return false;
  for (let i = at + 1; i < first; i++) {
    const isPart = tag[i] === Tag.Det || tag[i] === Tag.Adv || tag[i] === Tag.Adj || word[i] === 'as';
    if (!isPart && ((bits[i] as number) & Is.Quote) === 0) return false;
  }
  return tag[first] === Tag.Adj || tag[first] === Tag.Noun;
}

/** Whether a hit is an adverb beside a verb: *falsely said*, *acted recklessly*. */
const isMannerOf = ({ tag }: Units, { first, last }: Hit, unit: number, verb: number): boolean =>
  last - first === 1 && tag[unit] === Tag.Adv && Math.abs(unit - verb) === 1;

/**
 * Whether a verb says what was done: not an infinitive, which is wished, asked or possible, but for *tried to lie*. A form that
 * begins with *to* is asked of the mention right before it.
 */
function isDone(
  { word }: Units,
  at: number,
  first: number,
  verb: number | undefined,
  done: ReadonlySet<string>,
): boolean {
  if (word[first] === 'to') return first === at + 1;
  const to = word[first - 1] === 'to' ? first - 1 : first - 2;
  return word[to] !== 'to' || (verb === to - 1 && done.has(word[verb] as string));
}

/** Whether a word that stands in a relation to the mention belongs to it, and not to another noun beside it. */
function isOf({ units, at, isPronoun }: Bonds, relation: Relation, unit: number): boolean {
  const { tag } = units;
  const isModifier = !isPronoun && (tag[at + 1] === Tag.Noun || tag[at + 1] === Tag.Name);
  if (relation === 'being') return !isModifier && isPredicate(units, unit);
  if (relation === 'of') return !isModifier && tag[unit] === Tag.Noun;
  if (relation === 'owned') return true;
  // A noun before it makes a participle a verb: *the plan alienated X*.
  if (unit < at) return !isModifier && tag[unit - 1] !== Tag.Noun && tag[unit - 1] !== Tag.Name;
  return tag.subarray(at, unit).every(each => each !== Tag.Verb && each !== Tag.Adp);
}

/** Whether a word belongs to the predicate itself, not to a phrase or a clause in it. */
function isPredicate(units: Units, unit: number): boolean {
  for (let i = unit - 1; i >= 0 && unit - i < 7; i--) {
    if (((units.bits[i] as number) & Is.Be) !== 0) return true;
    if (units.tag[i] === Tag.Adp || units.tag[i] === Tag.Verb || units.word[i] === 'to') return false;
  }
  return true;
}

/** Whether the mention stands in what is not said to be so: *no evidence that X*, *whether X*, *if true, X*. */
function isDoubted({ units, at }: Bonds): boolean {
  const { word, bits, row, tag } = units;
  if (word.slice(0, at).some(each => CONDITIONALS.has(each))) return true;
  for (let i = at - 1; i >= 0 && at - i < 7; i--) {
    const bit = bits[i] as number;
    if ((bit & Is.Negation) !== 0 && row[i] !== SILENCED) return true;
    if (tag[i] === Tag.Mark || ((bit & Is.Break) !== 0 && word[i] !== 'that')) return false;
  }
  return false;
}

/** Whether nothing but the rest of a phrase stands between a verb and a word behind it. */
function isBeside({ word, tag }: Units, verb: number, unit: number): boolean {
  for (let i = verb + 1; i < unit; i++)
    if (tag[i] === Tag.Adp || tag[i] === Tag.Verb || word[i] === 'to') return false;
  return true;
}
