import { overlaps, type Span } from '../model/article.js';
import { getOrAdd } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import { EDIT_KINDS, type Edit, type EditKind, TAG, type Trace } from '../model/story.js';
import { FLAG, folded } from '../text/keys.js';
import type { AlignedStretch } from './align.js';
import { isQuoted, isUnitOf, type StorySentence, spanOf } from './passage.js';

/** Insertions and deletions of so many words are cuts, whatever they hold. */
const CUT_WORDS = 8;
/** In characters: a party that is named so near an edit is in the story there anyway. */
const NEAR = 30;

/** Weaker words of AFINN (*agreement*, *want*) evaluate little. */
const LEAST_VALENCE = 2;

/** What the lexicons see in a sentence, as spans with a name. */
interface Noticed {
  readonly parties: readonly NamedSpan[];
  readonly labels: readonly NamedSpan[];
  readonly loaded: readonly NamedSpan[];
  readonly cues: readonly NamedSpan[];
}
interface NamedSpan extends Span {
  readonly name: string;
}

type EditLexicons = Pick<Lexicons, 'loaded' | 'polarity' | 'cue' | 'parties'>;

/** Says of edits what they touch; looks a sentence up once. */
export class EditReader {
  readonly #lexicons: EditLexicons;
  readonly #seen = new WeakMap<Trace, Map<number, Noticed>>();

  constructor(lexicons: EditLexicons) {
    this.#lexicons = lexicons;
  }

  /** The edits of an alignment, the most telling first. */
  read(stretches: readonly AlignedStretch[], a: StorySentence, b: StorySentence): Edit[] {
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

  #edit(stretch: AlignedStretch, a: StorySentence, b: StorySentence): Edit {
    const aSpan = spanOf(a, stretch.aFrom, stretch.aTo);
    const bSpan = spanOf(b, stretch.bFrom, stretch.bTo);
    return {
      kind: this.#kindOf(stretch, aSpan, bSpan, a, b),
      a: textIn(a, aSpan),
      b: textIn(b, bSpan),
      aSpan,
      bSpan,
      aKey: keyOf(a, stretch.aFrom, stretch.aTo),
      bKey: keyOf(b, stretch.bFrom, stretch.bTo),
      quoted: isQuoted(a, stretch.aFrom, stretch.aTo) && isQuoted(b, stretch.bFrom, stretch.bTo),
    };
  }

  #kindOf(stretch: AlignedStretch, aSpan: Span, bSpan: Span, a: StorySentence, b: StorySentence): EditKind {
    const { aFrom, aTo, bFrom, bTo } = stretch;
    const [aWords, bWords] = [aTo - aFrom, bTo - bFrom];
    if (Math.min(aWords, bWords) === 0 && Math.max(aWords, bWords) >= CUT_WORDS) return 'cut';
    const isOptional = (unit: number): boolean => (unit & FLAG.optional) !== 0;
    if (flagsOf(a, aFrom, aTo).every(isOptional) && flagsOf(b, bFrom, bTo).every(isOptional)) return 'style';
    if (aWords + bWords === 1 && (isInitials(a, aSpan) || isInitials(b, bSpan))) return 'style';
    const [inA, inB] = [this.#seenIn(a), this.#seenIn(b)];
    if (
      isNamedAnew(inA.parties, aSpan, inB.parties, bSpan) ||
      isNamedAnew(inB.parties, bSpan, inA.parties, aSpan)
    )
      return 'party';
    const differ = (seen: keyof Noticed): boolean =>
      namesIn(inA[seen], aSpan).join() !== namesIn(inB[seen], bSpan).join();
    if (differ('labels')) return 'label';
    // How a speaker is reported may be loaded too; that it reports is the closer word for it.
    if (differ('loaded') && !differ('cues')) return 'loaded';
    const isAgent = (unit: number): boolean => (unit & FLAG.agent) !== 0;
    if (flagsOf(a, aFrom, aTo).some(isAgent) !== flagsOf(b, bFrom, bTo).some(isAgent)) return 'agent';
    if (differ('cues')) return 'cue';
    const units: (readonly [StorySentence, number])[] = [];
    for (let unit = aFrom; unit < aTo; unit++) units.push([a, unit]);
    for (let unit = bFrom; unit < bTo; unit++) units.push([b, unit]);
    if (units.some(([side, unit]) => isUnitOf(side, unit, TAG.number))) return 'number';
    if (units.some(([side, unit]) => isUnitOf(side, unit, TAG.name))) return 'name';
    const functional = units.every(([side, unit]) => isUnitOf(side, unit, TAG.function));
    return functional && !turnsNegation(stretch, a, b) ? 'minor' : 'wording';
  }

  #seenIn({ trace, sentence }: StorySentence): Noticed {
    const bySentence = getOrAdd(this.#seen, trace, () => new Map<number, Noticed>());
    return getOrAdd(bySentence, sentence, () => this.#look(trace, sentence));
  }

  #look({ words, sentences, mentions, terms }: Trace, sentence: number): Noticed {
    const { from = 0, to = 0 } = sentences[sentence] ?? {};
    const { loaded, polarity, cue, parties } = this.#lexicons;
    return {
      parties: mentions.flatMap(each =>
        each.sentence === sentence && parties.get(each.party)?.collective !== true
          ? [{ ...each.span, name: each.party }]
          : [],
      ),
      labels: terms.flatMap(each =>
        each.sentence === sentence ? [{ ...each.span, name: `${each.concept}/${each.label}` }] : [],
      ),
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
  const around = new Set(
    namesIn(
      mine.filter(each => !overlaps(each, span)),
      near(span),
    ),
  );
  return names.some(name => !there.has(name) && !around.has(name));
}

const NONE: readonly string[] = [];

const namesIn = (named: readonly NamedSpan[], span: Span): readonly string[] =>
  named.some(each => overlaps(each, span))
    ? named.flatMap(each => (overlaps(each, span) ? [each.name] : [])).sort()
    : NONE;

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
    const [inA, inB] = [aFrom + k, bFrom + k];
    const flags = [...flagsOf(a, inA, inA + 1), ...flagsOf(b, inB, inB + 1)];
    if (!flags.some(each => (each & FLAG.spelling) !== 0)) continue;
    const [aSpan, bSpan] = [spanOf(a, inA, inA + 1), spanOf(b, inB, inB + 1)];
    const [aText, bText] = [textIn(a, aSpan), textIn(b, bSpan)];
    const [aKey, bKey] = [joinedUp(aText), joinedUp(bText)];
    if (aKey === bKey) continue;
    const quoted = isQuoted(a, inA, inA + 1);
    edits.push({ kind: 'style', a: aText, b: bText, aSpan, bSpan, aKey, bKey, quoted });
  }
  return edits;
}

const textIn = ({ trace: { text } }: StorySentence, { start, end }: Span): string => text.slice(start, end);

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

const keyOf = ({ trace: { units }, first }: StorySentence, from: number, to: number): string =>
  units.key.subarray(first + from, first + to).join(' ');

const flagsOf = ({ trace: { units }, first }: StorySentence, from: number, to: number): Uint8Array =>
  units.flags.subarray(first + from, first + to);

/** Characters before an abbreviation in which the name stands that it is of. */
const LONGEST_NAME = 120;

/** Whether an abbreviation in brackets is of the name before them: *Harbour Pilots’ Union (HPU)*. */
function isInitials({ trace: { text } }: StorySentence, { start, end }: Span): boolean {
  const letters = text.slice(start, end);
  if (!/^\p{Lu}{2,8}$/u.test(letters) || text[start - 1] !== '(' || text[end] !== ')') return false;
  const words =
    text.slice(Math.max(0, start - LONGEST_NAME), start).match(/(?<![\p{L}])\p{Lu}(?=\p{L})/gu) ?? [];
  return words.join('').endsWith(letters);
}

const lengthOf = ({ a, b }: Edit): number => a.length + b.length;

/** Whether the word behind an edit is negated on one side only. */
function turnsNegation({ aTo, bTo }: AlignedStretch, a: StorySentence, b: StorySentence): boolean {
  const negated = (side: StorySentence, unit: number): boolean =>
    side.first + unit < side.trace.units.word.length && isUnitOf(side, unit, TAG.negated);
  return negated(a, aTo) !== negated(b, bTo);
}
