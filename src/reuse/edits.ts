import { type Span, VOICES } from '../model/article.js';
import type { Lexicons } from '../model/lexicon.js';
import { EDIT_KINDS, type Edit, type EditKind, TAG, type Trace } from '../model/story.js';
import { AGENT, folded, OPTIONAL, SPELT } from '../text/keys.js';
import type { Stretch } from './align.js';
import { type Side, spanOf } from './passage.js';

/** Insertions and deletions of so many words are cuts, whatever they hold. */
const CUT_WORDS = 8;
/** In characters: a party that is named so near an edit is in the story there anyway. */
const NEAR = 30;

/** Weaker words of AFINN (*agreement*, *want*) evaluate little. */
const LEAST_VALENCE = 2;

const DIRECT = VOICES.indexOf('direct');

/** What the lexicons see in a sentence, as spans with a name. */
interface Seen {
  readonly parties: readonly Named[];
  readonly labels: readonly Named[];
  readonly loaded: readonly Named[];
  readonly cues: readonly Named[];
}
interface Named extends Span {
  readonly name: string;
}

type Words = Pick<Lexicons, 'label' | 'loaded' | 'polarity' | 'cue' | 'parties'>;

/** Says of edits what they touch; looks a sentence up once. */
export class EditReader {
  readonly #lexicons: Words;
  readonly #seen = new WeakMap<Trace, Map<number, Seen>>();

  constructor(lexicons: Words) {
    this.#lexicons = lexicons;
  }

  /** The edits of an alignment, the most telling first. */
  read(stretches: readonly Stretch[], a: Side, b: Side): Edit[] {
    const found: Edit[] = [];
    for (const [s, stretch] of stretches.entries())
      if (stretch.same) found.push(...spellings(stretch, stretches[s + 1], a, b));
      else found.push(this.#edit(stretch, a, b));
    return markMoved(found).toSorted(
      (x, y) =>
        EDIT_KINDS.indexOf(x.kind) - EDIT_KINDS.indexOf(y.kind) ||
        lengthOf(x) - lengthOf(y) ||
        x.aSpan.start - y.aSpan.start,
    );
  }

  #edit(stretch: Stretch, a: Side, b: Side): Edit {
    const aSpan = spanOf(a, stretch.aFrom, stretch.aTo);
    const bSpan = spanOf(b, stretch.bFrom, stretch.bTo);
    return {
      kind: this.#kindOf(stretch, aSpan, bSpan, a, b),
      a: a.trace.text.slice(aSpan.start, aSpan.end),
      b: b.trace.text.slice(bSpan.start, bSpan.end),
      aSpan,
      bSpan,
      aKey: keyOf(a, stretch.aFrom, stretch.aTo),
      bKey: keyOf(b, stretch.bFrom, stretch.bTo),
      quoted: isQuoted(a, stretch.aFrom, stretch.aTo) && isQuoted(b, stretch.bFrom, stretch.bTo),
    };
  }

  #kindOf(stretch: Stretch, aSpan: Span, bSpan: Span, a: Side, b: Side): EditKind {
    const [aWords, bWords] = [stretch.aTo - stretch.aFrom, stretch.bTo - stretch.bFrom];
    if (Math.min(aWords, bWords) === 0 && Math.max(aWords, bWords) >= CUT_WORDS) return 'cut';
    if (bears(a, stretch.aFrom, stretch.aTo, OPTIONAL) && bears(b, stretch.bFrom, stretch.bTo, OPTIONAL))
      return 'style';
    if (aWords + bWords === 1 && (isInitials(a, aSpan) || isInitials(b, bSpan))) return 'style';
    const [inA, inB] = [this.#seenIn(a), this.#seenIn(b)];
    if (tells(inA.parties, aSpan, inB.parties, bSpan) || tells(inB.parties, bSpan, inA.parties, aSpan))
      return 'party';
    const differ = (seen: keyof Seen): boolean =>
      namesIn(inA[seen], aSpan).join() !== namesIn(inB[seen], bSpan).join();
    if (differ('labels')) return 'label';
    // How a speaker is reported may be loaded too; that it reports is the closer word for it.
    if (differ('loaded') && !differ('cues')) return 'loaded';
    if (has(a, stretch.aFrom, stretch.aTo, AGENT) !== has(b, stretch.bFrom, stretch.bTo, AGENT))
      return 'agent';
    if (differ('cues')) return 'cue';
    const tagged = (tag: number): boolean =>
      wears(a, stretch.aFrom, stretch.aTo, tag) || wears(b, stretch.bFrom, stretch.bTo, tag);
    if (tagged(TAG.number)) return 'number';
    if (tagged(TAG.name)) return 'name';
    const functional =
      everyWord(a, stretch.aFrom, stretch.aTo, TAG.function) &&
      everyWord(b, stretch.bFrom, stretch.bTo, TAG.function);
    return functional && !turnsNegation(stretch, a, b) ? 'minor' : 'wording';
  }

  #seenIn({ trace, sentence }: Side): Seen {
    let bySentence = this.#seen.get(trace);
    if (bySentence === undefined) {
      bySentence = new Map();
      this.#seen.set(trace, bySentence);
    }
    let seen = bySentence.get(sentence);
    if (seen === undefined) {
      seen = this.#look(trace, sentence);
      bySentence.set(sentence, seen);
    }
    return seen;
  }

  #look({ words, sentences, mentions }: Trace, sentence: number): Seen {
    const { from = 0, to = 0 } = sentences[sentence] ?? {};
    const { label, loaded, polarity, cue, parties } = this.#lexicons;
    return {
      parties: mentions.flatMap(each =>
        each.sentence === sentence && parties.get(each.party)?.collective !== true
          ? [{ ...each.span, name: each.party }]
          : [],
      ),
      labels: label
        .find(words, from, to)
        .map(({ start, end, value }) => ({ start, end, name: `${value.concept}/${value.label}` })),
      loaded: [
        ...loaded
          .find(words, from, to)
          .flatMap(({ start, end, value }) => (value.judges ? [{ start, end, name: value.class }] : [])),
        ...polarity
          .find(words, from, to)
          .flatMap(({ start, end, value }) =>
            Math.abs(value.valence) < LEAST_VALENCE ? [] : [{ start, end, name: String(value.valence) }],
          ),
      ],
      cues: cue
        .find(words, from, to)
        .flatMap(({ start, end, value }) =>
          value.stance === 'neutral' ? [] : [{ start, end, name: value.stance }],
        ),
    };
  }
}

/** Whether one side names a party in an edit that the other side does not, and that is not named close by anyway. */
function tells(mine: readonly Named[], span: Span, theirs: readonly Named[], theirSpan: Span): boolean {
  const names = namesIn(mine, span);
  if (names.length === 0) return false;
  const near = ({ start, end }: Span): Span => ({ start: start - NEAR, end: end + NEAR });
  const there = new Set(namesIn(theirs, near(theirSpan)));
  const around = new Set(
    namesIn(
      mine.filter(each => !overlap(each, span)),
      near(span),
    ),
  );
  return names.some(name => !there.has(name) && !around.has(name));
}

const overlap = (x: Span, y: Span): boolean => x.start < y.end && y.start < x.end;

const NONE: readonly string[] = [];

const namesIn = (named: readonly Named[], span: Span): readonly string[] =>
  named.some(each => overlap(each, span))
    ? named.flatMap(each => (overlap(each, span) ? [each.name] : [])).sort()
    : NONE;

/** Units that count as the same word and are written otherwise; not where they follow from the edit behind them. */
function spellings(stretch: Stretch, next: Stretch | undefined, a: Side, b: Side): Edit[] {
  const edits: Edit[] = [];
  for (let k = 0; k < stretch.aTo - stretch.aFrom; k++) {
    const [i, j] = [a.base + stretch.aFrom + k, b.base + stretch.bFrom + k];
    if ((((a.units.flags[i] as number) | (b.units.flags[j] as number)) & SPELT) === 0) continue;
    const aSpan = { start: a.units.start[i] as number, end: a.units.end[i] as number };
    const bSpan = { start: b.units.start[j] as number, end: b.units.end[j] as number };
    const [inA, inB] = [
      a.trace.text.slice(aSpan.start, aSpan.end),
      b.trace.text.slice(bSpan.start, bSpan.end),
    ];
    if (inA === inB || joinedUp(inA) === joinedUp(inB)) continue;
    if (k === stretch.aTo - stretch.aFrom - 1 && next !== undefined) continue;
    const quoted = isQuoted(a, stretch.aFrom + k, stretch.aFrom + k + 1);
    const [aKey, bKey] = [joinedUp(inA), joinedUp(inB)];
    edits.push({ kind: 'style', a: inA, b: inB, aSpan, bSpan, aKey, bKey, quoted });
  }
  return edits;
}

const joinedUp = (written: string): string => folded(written).replace(/[\s‐‑–-]+/g, ' ');

/** A stretch that one side drops in one place and has word for word in another has moved. */
function markMoved(edits: readonly Edit[]): Edit[] {
  const keyOf = (text: string): string => joinedUp(text);
  const gone = new Set(edits.flatMap(({ a, b }) => (b === '' && a.includes(' ') ? [keyOf(a)] : [])));
  const come = new Set(edits.flatMap(({ a, b }) => (a === '' && b.includes(' ') ? [keyOf(b)] : [])));
  return edits.map(each =>
    (each.b === '' && come.has(keyOf(each.a))) || (each.a === '' && gone.has(keyOf(each.b)))
      ? { ...each, kind: 'moved' }
      : each,
  );
}

const keyOf = ({ units, base }: Side, from: number, to: number): string =>
  units.key.subarray(base + from, base + to).join(' ');

/** Characters before an abbreviation in which the name stands that it is of. */
const LONGEST_NAME = 120;

/** Whether an abbreviation in brackets is of the name before them: *Harbour Pilots’ Union (HPU)*. */
function isInitials({ trace: { text } }: Side, { start, end }: Span): boolean {
  const letters = text.slice(start, end);
  if (!/^\p{Lu}{2,8}$/u.test(letters) || text[start - 1] !== '(' || text[end] !== ')') return false;
  const words =
    text.slice(Math.max(0, start - LONGEST_NAME), start).match(/(?<![\p{L}])\p{Lu}(?=\p{L})/gu) ?? [];
  return words.join('').endsWith(letters);
}

const lengthOf = ({ a, b }: Edit): number => a.length + b.length;

const has = ({ units, base }: Side, from: number, to: number, flag: number): boolean =>
  units.flags.subarray(base + from, base + to).some(each => (each & flag) !== 0);

/** Every unit bears a flag; so do none. */
const bears = ({ units, base }: Side, from: number, to: number, flag: number): boolean =>
  units.flags.subarray(base + from, base + to).every(each => (each & flag) !== 0);

export const tagAt = ({ units, base, trace }: Side, unit: number): number =>
  trace.tag[units.word[base + unit] as number] as number;

function wears(side: Side, from: number, to: number, tag: number): boolean {
  for (let k = from; k < to; k++) if ((tagAt(side, k) & tag) !== 0) return true;
  return false;
}

function everyWord(side: Side, from: number, to: number, tag: number): boolean {
  for (let k = from; k < to; k++) if ((tagAt(side, k) & tag) === 0) return false;
  return true;
}

/** Whether the word behind an edit is negated on one side only. */
function turnsNegation({ aTo, bTo }: Stretch, a: Side, b: Side): boolean {
  const negated = (side: Side, unit: number): boolean =>
    side.base + unit < side.units.word.length && (tagAt(side, unit) & TAG.negated) !== 0;
  return negated(a, aTo) !== negated(b, bTo);
}

export function holdsQuoted({ voice, sentences }: Trace, sentence: number): boolean {
  const { from = 0, to = 0 } = sentences[sentence] ?? {};
  return voice.subarray(from, to).includes(DIRECT);
}

export function isQuoted({ trace, units, base }: Side, from: number, to: number): boolean {
  // An empty side stands where the unit before it does.
  const [first, last] = to > from ? [from, to] : [Math.max(0, from - 1), Math.max(1, from)];
  for (let k = first; k < last; k++) if (trace.voice[units.word[base + k] as number] !== DIRECT) return false;
  return true;
}
