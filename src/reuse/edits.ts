import { monthOf, WEEKDAYS } from '../english/calendar.js';
import { FUNCTION_WORDS, PERSONAL_PRONOUNS } from '../english/closed-classes.js';
import { numeralAt } from '../english/numerals.js';
import { overlaps, type Span, VOICES } from '../model/article.js';
import { getOrAdd } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import { EDIT_KINDS, type Edit, type EditKind, TAG, type Trace } from '../model/story.js';
import { FLAG, folded, isUnitTagged } from '../text/keys.js';
import { plainWords } from '../text/plain.js';
import type { AlignedStretch } from './align.js';
import { isQuoted, type StorySentence, spanOf } from './passage.js';

/** Insertions and deletions of so many words are cuts, whatever they hold. */
const CUT_WORDS = 8;
/** In characters: a party that is named so near an edit is in the story there anyway. */
const NEAR = 30;

/** Words that say who said it, at most, and words by which one person is called. */
const LONGEST_ATTRIBUTION = 12;
const LONGEST_NAMING = 4;

/** Weaker words of AFINN (*agreement*, *want*) evaluate little, and its good words (*support*) are as often plain. */
const LEAST_VALENCE = 2;

/** What the lexicons see in a sentence, as spans with a name. */
type Noticed = Readonly<Record<'parties' | 'labels' | 'loaded' | 'cues', readonly NamedSpan[]>>;

interface NamedSpan extends Span {
  readonly name: string;
}

/** The words of one side that an edit exchanges. */
interface EditedSide {
  readonly sentence: StorySentence;
  readonly from: number;
  readonly to: number;
  readonly span: Span;
  readonly text: string;
}

/** Says of edits what they touch; looks a sentence up once. */
export class EditReader {
  readonly #seen = new WeakMap<Trace, Map<number, Noticed>>();

  constructor(
    private readonly lexicons: Pick<Lexicons, 'loaded' | 'polarity' | 'cue' | 'parties' | 'names'>,
  ) {}

  /** The edits of an alignment, the most telling first. */
  read(stretches: readonly AlignedStretch[], a: StorySentence, b: StorySentence): Edit[] {
    const found = stretches.flatMap((stretch, s) => {
      if (stretch.same) return spellings(stretch, stretches[s + 1], a, b);
      const { aFrom, aTo, bFrom, bTo } = stretch;
      const [inA, inB] = [sideOf(a, aFrom, aTo), sideOf(b, bFrom, bTo)];
      const between = Math.min(sameWords(stretches[s - 1]), sameWords(stretches[s + 1]));
      return { ...editOf(this.#kindOf(inA, inB), inA, inB, keyOf(inA), keyOf(inB)), between };
    });
    return markMoved(found).toSorted(
      (x, y) =>
        EDIT_KINDS.indexOf(x.kind) - EDIT_KINDS.indexOf(y.kind) ||
        lengthOf(x) - lengthOf(y) ||
        x.aSpan.start - y.aSpan.start,
    );
  }

  #kindOf(a: EditedSide, b: EditedSide): EditKind {
    const [aWords, bWords] = [a.to - a.from, b.to - b.from];
    const isOptional = (unit: number): boolean => (unit & FLAG.optional) !== 0;
    if (flagsOf(a).every(isOptional) && flagsOf(b).every(isOptional)) return 'style';
    if (aWords + bWords === 1 && (isInitials(a) || isInitials(b))) return 'style';
    if (this.#isTitle(a) && this.#isTitle(b)) return 'style';
    if (isSpeltAnew(a, b) || isOfTime(a, b) || isOneNamedAnew(a, b) || isOfPage(a) || isOfPage(b))
      return 'style';
    const [inA, inB] = [this.#seenIn(a.sentence), this.#seenIn(b.sentence)];
    const differ = (seen: keyof Noticed): boolean =>
      [...new Set(namesIn(inA[seen], a.span))].join() !== [...new Set(namesIn(inB[seen], b.span))].join();
    if (!differ('labels') && (this.#attributes(a, b) || this.#attributes(b, a)))
      return differ('cues') ? 'cue' : 'moved';
    if (Math.min(aWords, bWords) === 0 && Math.max(aWords, bWords) >= CUT_WORDS) return 'cut';
    if (
      isNamedAnew(inA.parties, a.span, inB.parties, b.span) ||
      isNamedAnew(inB.parties, b.span, inA.parties, a.span)
    )
      return 'party';
    if (differ('labels')) return 'label';
    // *At* of *fumed at* is part of what is loaded, and says nothing by itself. How a speaker is reported may be loaded too; that
    // it reports is the closer word for it.
    if (differ('loaded') && !differ('cues') && hasContent(a, b)) return 'loaded';
    const isAgent = (unit: number): boolean => (unit & FLAG.agent) !== 0;
    if (flagsOf(a).some(isAgent) !== flagsOf(b).some(isAgent)) return 'agent';
    if (differ('cues')) return 'cue';
    if (isElsewhere(a, b) && isElsewhere(b, a)) return 'moved';
    const tags = [...tagsOf(a), ...tagsOf(b)];
    if (tags.some(tag => (tag & TAG.number) !== 0)) return 'number';
    if (tags.some(tag => (tag & TAG.name) !== 0))
      return isOfOutlet(a, b) || isOfOutlet(b, a) ? 'style' : 'name';
    const isFunctional = tags.every(tag => (tag & TAG.function) !== 0);
    return isFunctional && isBeforeNegated(a) === isBeforeNegated(b) ? 'minor' : 'wording';
  }

  /** Whether one side says whose words they are where the other says it too, here or elsewhere. */
  #attributes(mine: EditedSide, theirs: EditedSide): boolean {
    const size = mine.to - mine.from;
    if (size === 0 || size > LONGEST_ATTRIBUTION || !this.#reports(mine)) return false;
    if (theirs.to > theirs.from) return this.#reports(theirs);
    return isAttributed(theirs.sentence) || isOfOutlet(mine, theirs);
  }

  /** Words for bodies and forms of address, or none: *Committee* in *the Harbour Committee Chairman*. */
  #isTitle({ text }: EditedSide): boolean {
    const { heads, titles } = this.lexicons.names;
    return plainWords(text).every(word => heads.has(word) || titles.has(word));
  }

  #reports({ sentence: { trace, first }, from, to }: EditedSide): boolean {
    const { words, units } = trace;
    const [start, end] = [units.word[first + from] as number, units.word[first + to - 1] as number];
    return this.lexicons.cue.find(words, start, end + 1).length > 0;
  }

  #seenIn({ trace, sentence }: StorySentence): Noticed {
    const bySentence = getOrAdd(this.#seen, trace, () => new Map<number, Noticed>());
    return getOrAdd(bySentence, sentence, () => this.#look(trace, sentence));
  }

  #look({ words, sentences, mentions, terms }: Trace, sentence: number): Noticed {
    const { from = 0, to = 0 } = sentences[sentence] ?? {};
    const { loaded, polarity, cue, parties } = this.lexicons;
    const listed = loaded.find(words, from, to);
    const isHere = (each: { readonly sentence: number }): boolean => each.sentence === sentence;
    return {
      parties: mentions
        .filter(each => isHere(each) && parties.get(each.party)?.collective !== true)
        .map(({ span, party }) => named(span, party)),
      labels: terms.filter(isHere).map(({ span, concept, label }) => named(span, `${concept}/${label}`)),
      loaded: [
        ...listed.flatMap(each => (each.value.judges ? [named(each, each.value.class)] : [])),
        ...polarity
          .find(words, from, to)
          .filter(({ value }) => value.valence <= -LEAST_VALENCE)
          // *killed*, *lawsuit*: grave, but plain words for what happened.
          .filter(each => listed.every(other => other.value.judges || !overlaps(other, each)))
          .map(each => named(each, 'unfavourable')),
      ],
      cues: cue
        .find(words, from, to)
        .flatMap(each => (each.value.stance === 'neutral' ? [] : [named(each, each.value.stance)])),
    };
  }
}

/** Whether a side names either outlet: what one says itself, another says of it (*the Tribune reported*, *a Tribune poll*). */
function isOfOutlet(mine: EditedSide, theirs: EditedSide): boolean {
  // The *Times* of *The Morning Times*: the rest may be the name of a town.
  const names = new Set(
    [mine, theirs].map(({ sentence }) => plainWords(sentence.trace.outlet).filter(isContent).at(-1)),
  );
  return plainWords(mine.text).some(word => names.has(word));
}

const hasContent = (...sides: readonly EditedSide[]): boolean =>
  sides.some(({ text }) => plainWords(text).some(isContent));

const isContent = (word: string): boolean => !FUNCTION_WORDS.has(word);

/** Whether the other sentence has every word of a side that says something, wherever: then it was only put otherwise. */
function isElsewhere({ text }: EditedSide, { sentence: { trace, sentence } }: EditedSide): boolean {
  const span = trace.sentences[sentence]?.span ?? { start: 0, end: 0 };
  const there = new Set(plainWords(trace.text.slice(span.start, span.end)).map(singular));
  const words = plainWords(text);
  return words.some(isContent)
    ? words.filter(isContent).every(word => there.has(singular(word)))
    : text === '';
}

const singular = (word: string): string => word.replace(/s$/, '');

/** Whether any word of a sentence is somebody’s and not the outlet’s own. */
const isAttributed = ({ trace, sentence }: StorySentence): boolean => {
  const { from = 0, to = 0 } = trace.sentences[sentence] ?? {};
  return trace.voice.subarray(from, to).some(voice => voice !== OUTLET);
};

const OUTLET = VOICES.indexOf('outlet');

/** The same words in other inflections, the same number in other signs. */
function isSpeltAnew(a: EditedSide, b: EditedSide): boolean {
  const [mine, theirs] = [plainWords(a.text), plainWords(b.text)];
  if (mine.join('') === theirs.join('')) return true;
  const [one, other] = [numberOf(mine), numberOf(theirs)];
  if (one !== undefined && one === other) return true;
  const alike = (word: string, k: number): boolean => {
    const their = theirs[k] as string;
    return word === their || word === `${their}s` || `${word}s` === their;
  };
  return mine.length === theirs.length && mine.length > 0 && mine.every(alike);
}

/** The value of words that are nothing but a number. */
function numberOf(words: readonly string[]): number | undefined {
  const [only = '', ...more] = words;
  if (more.length === 0 && /^\d+$/.test(only)) return Number(only);
  const numeral = numeralAt(k => words[k] ?? '');
  return numeral?.words === words.length ? numeral.value : undefined;
}

/** Links that a web page sets into its text have lost the spaces between them: *Ada MossFerry sinks off the coast*. */
const isOfPage = ({ text, from, to }: EditedSide): boolean =>
  to - from >= CUT_WORDS && /\p{L}\p{Ll}{3,}\p{Lu}\p{Ll}{2,}/u.test(text);

/** Words that say nothing but when. */
function isOfTime(a: EditedSide, b: EditedSide): boolean {
  const words = [...plainWords(a.text), ...plainWords(b.text)];
  const isTime = (word: string): boolean =>
    WEEKDAYS.has(word) || monthOf(word) >= 0 || TIMES.has(word) || YEAR.test(word);
  return (
    words.some(isTime) &&
    words.every(
      word =>
        isTime(word) || numberOf([word]) !== undefined || /^(?:on|in|at|of|s|next|last|this|the)$/.test(word),
    )
  );
}

const YEAR = /^(?:19|20)\d\d$/;
const TIMES: ReadonlySet<string> = new Set(
  'today yesterday tomorrow morning afternoon evening night tonight earlier later ago minutes hours day days week weeks month year'.split(
    ' ',
  ),
);

/** Whether both sides name one person or body, in other words. */
function isOneNamedAnew(a: EditedSide, b: EditedSide): boolean {
  const [mine, theirs] = [membersAt(a), membersAt(b)];
  // *He*, where others give the name.
  if ((isPronoun(a) && theirs.size === 1) || (isPronoun(b) && mine.size === 1)) return true;
  // *French President Ada* before *Moss*: what she is and is called besides.
  if ([a, b].every(isOfNames) && overlap(membersAt(a, 1), membersAt(b, 1))) return true;
  return mine.size === 1 && theirs.size === 1 && [...mine].every(member => theirs.has(member));
}

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some(each => b.has(each));

const isOfNames = ({ text }: EditedSide): boolean =>
  text.split(/\s+/).every(word => /^(?:\p{Lu}|$)/u.test(word));

const isPronoun = ({ text }: EditedSide): boolean =>
  PERSONAL_PRONOUNS.has(text.toLowerCase()) || /^(?:there|here)$/i.test(text);

/**
 * The members of the cast that the words of a side are of, if they are nothing but names of somebody.
 *
 * @param reach characters beside them in which a name may stand, too
 */
function membersAt(
  { sentence: { trace, sentence }, span, from, to }: EditedSide,
  reach = 0,
): ReadonlySet<string> {
  const here = trace.named.filter(
    each =>
      each.sentence === sentence && each.start < span.end + 1 + reach && span.start - 1 - reach < each.end,
  );
  return new Set(to - from <= LONGEST_NAMING ? here.map(({ member }) => member) : []);
}

const named = ({ start, end }: Span, name: string): NamedSpan => ({ start, end, name });

/** Whether one side names a party in an edit that the other side does not, and that is not named close by anyway. */
function isNamedAnew(
  mine: readonly NamedSpan[],
  span: Span,
  theirs: readonly NamedSpan[],
  theirSpan: Span,
): boolean {
  const names = namesIn(mine, span);
  if (names.length === 0) return false;
  const near = ({ start, end }: Span): Span => ({ start: start - NEAR, end: end + NEAR });
  const there = new Set(namesIn(theirs, near(theirSpan)));
  const others = mine.filter(each => !overlaps(each, span));
  const around = new Set(namesIn(others, near(span)));
  return names.some(name => !there.has(name) && !around.has(name));
}

const namesIn = (all: readonly NamedSpan[], span: Span): string[] =>
  all.flatMap(each => (overlaps(each, span) ? [each.name] : [])).sort();

/** Units that count as the same word and are written otherwise; not where they follow from the edit behind them. */
function spellings(
  { aFrom, aTo, bFrom }: AlignedStretch,
  next: AlignedStretch | undefined,
  a: StorySentence,
  b: StorySentence,
): Edit[] {
  const edits: Edit[] = [];
  const last = next === undefined ? aTo - aFrom : aTo - aFrom - 1;
  for (let k = 0; k < last; k++) {
    const flags =
      (a.trace.units.flags[a.first + aFrom + k] as number) |
      (b.trace.units.flags[b.first + bFrom + k] as number);
    if ((flags & FLAG.spelling) === 0) continue;
    const [inA, inB] = [sideOf(a, aFrom + k, aFrom + k + 1), sideOf(b, bFrom + k, bFrom + k + 1)];
    const [aKey, bKey] = [joinedUp(inA.text), joinedUp(inB.text)];
    if (aKey !== bKey) edits.push({ ...editOf('style', inA, inB, aKey, bKey), quoted: isQuotedIn(inA) });
  }
  return edits;
}

function sideOf(sentence: StorySentence, from: number, to: number): EditedSide {
  const span = spanOf(sentence, from, to);
  return { sentence, from, to, span, text: sentence.trace.text.slice(span.start, span.end) };
}

const editOf = (kind: EditKind, a: EditedSide, b: EditedSide, aKey: string, bKey: string): Edit => ({
  kind,
  a: a.text,
  b: b.text,
  aSpan: a.span,
  bSpan: b.span,
  aKey,
  bKey,
  quoted: isQuotedIn(a) || isQuotedIn(b),
  between: 0,
});

const sameWords = (stretch: AlignedStretch | undefined): number =>
  stretch?.same === true ? stretch.aTo - stretch.aFrom : 0;

const joinedUp = (written: string): string => folded(written).replace(/[\s‐‑–-]+/g, ' ');

/** A stretch that one side drops in one place and has word for word in another has moved. */
function markMoved(edits: readonly Edit[]): Edit[] {
  const gone = new Set(edits.flatMap(({ a, b }) => (b === '' && a.includes(' ') ? [joinedUp(a)] : [])));
  const come = new Set(edits.flatMap(({ a, b }) => (a === '' && b.includes(' ') ? [joinedUp(b)] : [])));
  return edits.map(each =>
    (each.b === '' && come.has(joinedUp(each.a))) || (each.a === '' && gone.has(joinedUp(each.b)))
      ? { ...each, kind: 'moved' }
      : each,
  );
}

/** Whether any word of a side is quoted. */
function isQuotedIn({ sentence, from, to }: EditedSide): boolean {
  if (to === from) return isQuoted(sentence, from, to);
  for (let unit = from; unit < to; unit++) if (isQuoted(sentence, unit, unit + 1)) return true;
  return false;
}

const keyOf = ({ sentence: { trace, first }, from, to }: EditedSide): string =>
  trace.units.key.subarray(first + from, first + to).join(' ');

const flagsOf = ({ sentence: { trace, first }, from, to }: EditedSide): Uint8Array =>
  trace.units.flags.subarray(first + from, first + to);

const tagsOf = ({ sentence: { trace, first }, from, to }: EditedSide): number[] =>
  Array.from(trace.units.word.subarray(first + from, first + to), w => trace.tag[w] as number);

/** Characters before an abbreviation in which the name stands that it is of. */
const LONGEST_NAME = 120;

/** Whether an abbreviation in brackets is of the name before them: *Harbour Pilots’ Union (HPU)*. */
function isInitials({ sentence, span: { start, end }, text: letters }: EditedSide): boolean {
  const { text } = sentence.trace;
  if (!/^\p{Lu}{2,8}$/u.test(letters) || text[start - 1] !== '(' || text[end] !== ')') return false;
  const words =
    text.slice(Math.max(0, start - LONGEST_NAME), start).match(/(?<![\p{L}])\p{Lu}(?=\p{L})/gu) ?? [];
  return words.join('').endsWith(letters);
}

const lengthOf = ({ a, b }: Edit): number => a.length + b.length;

/** Whether the word behind an edit is negated. */
const isBeforeNegated = ({ sentence: { trace, first }, to }: EditedSide): boolean =>
  first + to < trace.units.word.length && isUnitTagged(trace, first + to, TAG.negated);
