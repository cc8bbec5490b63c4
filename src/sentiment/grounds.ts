import { CONDITIONALS, SETTING_OPENERS } from '../english/closed-classes.js';
import { POSSESSIVE_ENDING, QUOTATION_MARK } from '../english/orthography.js';
import type { Span } from '../model/article.js';
import type { Appraisal, AppraisalWay, Doc, Sentence } from '../model/doc.js';
import { Is } from './classes.js';
import { isPossible, SILENCED, Tag, type Units } from './units.js';

/**
 * How a mention is bound to the word that judges it, by the structure of its clause: somebody blames or praises it, it does what
 * is blamed or praised, is it or has it; what it has is judged so; any of that by a pronoun or by one of its people; or nothing
 * binds it, and only the words around it speak.
 */
export type Grounds =
  | 'judged by others'
  | 'own deed'
  | 'said to be'
  | 'what it has'
  | 'pronoun'
  | 'words around';

/** A mention with the words that may judge it. */
export interface Bonds {
  readonly target: Span;
  readonly at: number;
  readonly units: Units;
  readonly appraisals: readonly Appraisal[];
  readonly isPronoun: boolean;
  readonly isPerson: boolean;
  /** Whether it stands in what it says itself. */
  readonly isUnsaid: boolean;
}

/** Nouns by what they are to the one who has them. */
export interface NounSorts {
  /** Through them somebody acts: *X’s government*. */
  readonly acting: ReadonlySet<string>;
  readonly body: ReadonlySet<string>;
  /** Somebody else: *X’s aide*. */
  isPerson(token: number): boolean;
}

/** A polarity nearer to 0 rests on too little. */
const LEAST_POLARITY = 0.3;

type Part = 'itself' | 'its';
const OF_WAY: Readonly<Record<AppraisalWay, Grounds>> = {
  blame: 'judged by others',
  calling: 'judged by others',
  deed: 'own deed',
  being: 'said to be',
  having: 'said to be',
};
/** The surest first. */
const ORDER: readonly Grounds[] = ['own deed', 'judged by others', 'what it has', 'said to be'];

export function groundsOf(doc: Doc, seen: Bonds, polarity: number, nouns: NounSorts): Grounds {
  const { units, isPronoun, isUnsaid, appraisals } = seen;
  if (Math.abs(polarity) < LEAST_POLARITY || isUnsaid || units.word.at(-1) === '?' || isDoubted(seen))
    return 'words around';
  const bound = appraisals.flatMap(appraisal => {
    const sign = isMeasure(doc, appraisal) || isSetting(doc, appraisal) ? 0 : signOf(doc, seen, appraisal);
    const part = sign === 0 ? undefined : partOf(doc, seen, appraisal, nouns);
    if (part === undefined) return [];
    return [{ sign, grounds: part === 'its' ? ('what it has' as const) : OF_WAY[appraisal.way] }];
  });
  // Who is both blamed and praised is judged by more than a clause.
  if (bound.some(({ sign }) => sign * polarity < 0)) return 'words around';
  const found = ORDER.find(each => bound.some(({ grounds }) => grounds === each));
  return found === undefined ? 'words around' : isPronoun ? 'pronoun' : found;
}

/** 1 where it praises, -1 where it blames, 0 where it is not said to be so. */
function signOf(
  doc: Doc,
  { units, at }: Bonds,
  { span, valence, way, negated, hypothetical }: Appraisal,
): number {
  const from = doc.tokenAt(span.start);
  const word = units.token.findIndex(each => each >= from);
  if (word < 0 || word === at || hypothetical || isPossible(units, word)) return 0;
  if (!negated && units.negated[word] !== 1) return Math.sign(valence);
  // Who is "not honest" is blamed; who did not lie is not praised.
  return valence > 0 && way !== 'blame' ? -1 : 0;
}

/** Whether a word judges the mention itself, or what it has: *X’s plan*, *the X plan*, *the plan of X*. */
function partOf(doc: Doc, seen: Bonds, { judged, span, way }: Appraisal, nouns: NounSorts): Part | undefined {
  const { target } = seen;
  if (span.start < target.end && target.start < span.end) return undefined;
  const parts = judged.map(phrase => partIn(doc, seen, phrase, way, nouns));
  return parts.find(part => part === 'itself') ?? parts.find(part => part !== undefined);
}

function partIn(
  doc: Doc,
  { target, isPronoun, isPerson, units, at }: Bonds,
  { span, head }: Appraisal['judged'][number],
  way: AppraisalWay,
  nouns: NounSorts,
): Part | undefined {
  if (target.start <= head.start && head.start < target.end)
    return isApposed(doc, target) ? undefined : 'itself';
  if (target.start < span.start || target.end > span.end) return undefined;
  const { text, pos } = doc.tokens;
  const noun = doc.tokenAt(head.start);
  const isIts = (): Part | undefined => {
    const word = (text[noun] as string).toLowerCase();
    const isBody = nouns.body.has(word);
    // "X officials", "the X government", but "the X nominee": one of them.
    if (nouns.acting.has(word) && !isPerson) return isBody || word.endsWith('s') ? 'itself' : undefined;
    const isOther = nouns.isPerson(noun) || pos[noun] === 'PROPN' || (isBody && isPronoun);
    return isOther ? undefined : 'its';
  };
  const first = doc.tokenAt(target.start);
  const last = units.end[at] as number;
  if (last <= noun) {
    if (isListed(doc, last, noun)) return 'itself';
    const isOwner = POSSESSIVE_ENDING.test(text[last] as string) || isPronoun;
    // "a hideous X hat" says nothing of X; "slammed the X bill" does.
    const isNeeded = !isOwner && way !== 'blame';
    for (let i = isOwner ? last + 1 : last; i < noun; i++)
      if (
        POSSESSIVE_ENDING.test(text[i] as string) ||
        // "praised Senate Labour leaders"
        (!isOwner && pos[i] === 'PROPN') ||
        !/^(?:ADJ|ADV|NOUN|PROPN|NUM|VERB)$/.test(pos[i] as string)
      )
        return undefined;
    const part = isIts();
    return isNeeded && part === 'its' ? undefined : part;
  }
  // "the plan of X"; "X and Y"
  const between = text.slice(noun + 1, first);
  const isNamed = between.length > 1 && pos[noun] === 'PROPN' && pos[first - 1] === 'PROPN';
  // "Secretary of State X"
  if (between[0] === 'of' && isNamed) return 'itself';
  if (
    /^(?:of|from|by)$/.test(between[0] ?? '') &&
    between.slice(1).every((_, i) => isPart(pos[noun + 2 + i] as string))
  )
    return isIts();
  const isListEnd = !isPart(pos[last] as string);
  return isListEnd && isListed(doc, noun + 1, first) ? 'itself' : undefined;
}

/** *X and Y*, *X, Y and Z*: whether what stands between two nouns only joins them. */
function isListed({ tokens: { pos } }: Doc, from: number, to: number): boolean {
  let isJoined = false;
  for (let i = from; i < to; i++) {
    if (/^(?:ADP|VERB|AUX|SCONJ|PART)$/.test(pos[i] as string)) return false;
    isJoined ||= pos[i] === 'CCONJ';
  }
  return isJoined;
}

/** *Ann Lee, an X deputy, lied*: what a mention between commas only says of somebody named. */
function isApposed({ tokens: { text, pos }, tokenAt }: Doc, { start, end }: Span): boolean {
  let first = tokenAt(start);
  while (isPart(pos[first - 1] as string)) first--;
  const after = text[tokenAt(end - 1) + 1];
  return text[first - 1] === ',' && pos[first - 2] === 'PROPN' && (after === ',' || after === '.');
}

/** *than blame X*, *compared with those who praise X*, *only some praise X*: how many judge so is told to be few. */
function isMeasure({ tokens, sentences, tokenAt }: Doc, { span, way }: Appraisal): boolean {
  if (way !== 'blame') return false;
  const { text, pos } = tokens;
  const word = (i: number): string => (text[i] as string).toLowerCase();
  const at = tokenAt(span.start);
  const { first } = sentences[tokens.sentence[at] as number] as Sentence;
  for (let i = at - 1; i >= first && !/^[,;:—]$/.test(word(i)); i--) {
    // "more than 40 percent"
    if (word(i) === 'than' && pos[i + 1] !== 'NUM') return true;
    if (/^(?:with|to)$/.test(word(i)) && word(i - 1) === 'compared') return true;
    if (word(i) === 'only' && pos[i + 1] === 'NUM') return true;
  }
  return false;
}

/**
 * *When X pleaded guilty, ...*, *While X’s remarks angered some, ...*: a deed that is only the setting of the main clause.
 */
function isSetting(
  { tokens: { text, sentence }, sentences, tokenAt }: Doc,
  { span, way }: Appraisal,
): boolean {
  if (way !== 'deed') return false;
  const at = tokenAt(span.start);
  const { first, last } = sentences[sentence[at] as number] as Sentence;
  const opener = QUOTATION_MARK.test(text[first] as string) ? first + 1 : first;
  if (!SETTING_OPENERS.has((text[opener] as string).toLowerCase())) return false;
  const comma = text.indexOf(',', opener);
  return at < comma && comma < last;
}

const isPart = (pos: string): boolean => /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(pos);

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
