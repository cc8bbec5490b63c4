import { COORDINATORS, NOUN_PHRASE_OPENERS } from '../english/closed-classes.js';
import { addCount, addTo, byText, getOrAdd, sum } from '../model/collections.js';
import { TAG, type Trace } from '../model/story.js';
import { folded } from '../text/keys.js';
import { isTagged, wordAt, wordsAt } from '../text/trace.js';
import {
  chunksOf,
  isName,
  mayBeTerm,
  type NounChunk,
  type Position,
  Slots,
  stem,
  type WordRange,
} from './slots.js';

/** Words, and the chunk that they stand in. */
export interface FillerUse {
  readonly use: WordRange;
  readonly chunk: NounChunk;
}

/** Words that may be one side of a choice, with every place where they stand as that. */
export interface Filler {
  readonly key: string;
  readonly place: Position;
  /** Stems. */
  readonly words: readonly string[];
  /** Rivals are of one class. */
  readonly class: 'noun' | 'adjective';
  /** Whether it is an office or a party: two of those are two, and not two names of one. */
  out: boolean;
  readonly uses: FillerUse[];
  /** By slot, the numbers of the uses that stand in it. */
  readonly slots: Map<string, number[]>;
}

/** Two fillers that stand in the same slots. */
export interface RivalPair {
  readonly a: Filler;
  readonly b: Filler;
  readonly shared: readonly string[];
  readonly score: number;
}

/** Slots with more fillers say little, and would cost the square of their number. */
const WIDEST_SLOT = 60;

/** What is not known of a word's slots, in bits: a word that stands once is not like another for sharing that one place. */
const UNSEEN = 20;

/** With so few fillers, a slot can be enough by itself. */
const NARROW = 3;

/** Endings of those who do something: *gunman*, *lawmaker*, *enrollee*. */
const AGENT_NOUN = /(?:er|or|ist|ian|ee|man|men)$/;
const mayBePerson = ({ out, words }: Filler): boolean => out || AGENT_NOUN.test(words.at(-1) as string);

/** Whether nothing but a party makes a slot: *@a _*, *_ … of @a*. */
export const isOfParty = (slot: string): boolean => /^@\S+ _$|^_ (?:… )?(?:\S+ )?@\S+$/.test(slot);

/** Whether a slot has words right before and right after: then one use says as much as two elsewhere. */
const isEnclosed = (slot: string): boolean => /^[^…]*\S _ \S[^…]*$/.test(slot);

/** Whether a slot says what another says, and more: *tea party _* of *party _*. */
const holds = (wide: string, narrow: string): boolean =>
  wide.endsWith(` ${narrow}`) || wide.startsWith(`${narrow} `);

/** Everything that stands in slots, and what each slot is worth. */
export class SlotIndex {
  readonly fillers = new Map<string, Filler>();
  /** Pairs of words that some sentence has side by side, and so are two things: *files and documents*, *health insurance*. */
  readonly #joined = new Set<string>();
  readonly #bySlot = new Map<string, Filler[]>();
  readonly #slots: Slots;
  /** Slots that a common noun stands before. */
  readonly #besideNoun = new Set<string>();

  /** @param isOut whether words name an office or a party, and so are no choice of a name */
  constructor(
    private readonly traces: readonly Trace[],
    isOut: (article: number, w: number) => boolean,
    /** What spellings of one word have in common. */
    private readonly spelling: (filler: Pick<Filler, 'words'>) => string,
  ) {
    this.#slots = new Slots(traces);
    const acts = verbsOf(traces);
    for (const [article, trace] of traces.entries()) {
      let before: NounChunk | undefined;
      for (const chunk of chunksOf(trace, article)) {
        for (const { place, first, last } of fillersOf(trace, chunk, acts)) {
          // What stands before an office belongs to it: foreign minister.
          if (place === 'modifier' && isOut(article, last)) continue;
          this.#add(place, { ...chunk, first, last }, chunk, isOut(article, last - 1));
        }
        const stems = wordsAt(trace, chunk.first, chunk.last).map(stem);
        for (const [i, a] of stems.entries()) for (const b of stems.slice(i + 1)) this.#join(a, b);
        if (before !== undefined && joins(trace, before, chunk))
          this.#join(stem(wordAt(trace, before.last - 1)), stems.at(-1) as string);
        before = chunk;
      }
    }
    for (const filler of this.fillers.values())
      for (const slot of filler.slots.keys()) addTo(this.#bySlot, slot, filler);
  }

  #add(place: Position, use: WordRange, chunk: NounChunk, out: boolean): void {
    const trace = this.traces[use.article] as Trace;
    const words = wordsAt(trace, use.first, use.last).map(stem);
    const key = `${place} ${words.join(' ')}`;
    const filler = getOrAdd(this.fillers, key, (): Filler => {
      const wordClass = isTagged(trace, use.last - 1, TAG.noun) ? 'noun' : 'adjective';
      return { key, place, words, class: wordClass, out, uses: [], slots: new Map() };
    });
    filler.out ||= out;
    const number = filler.uses.length;
    filler.uses.push({ use, chunk });
    const before = use.first - 1;
    const besideNoun = before >= chunk.first && !isName(trace, before) && isTagged(trace, before, TAG.noun);
    for (const slot of this.#slots.of(use, chunk)) {
      if (besideNoun && slot.endsWith(' _')) this.#besideNoun.add(slot);
      addTo(filler.slots, slot, number);
    }
  }

  #join(a: string, b: string): void {
    this.#joined.add(`${a} ${b}`);
    this.#joined.add(`${b} ${a}`);
  }

  /** Rarer slots say more; in bits. */
  #weightOf(slot: string): number {
    return Math.log2(this.fillers.size / this.#fillersIn(slot).length);
  }

  /** Pairs of words that stand in the same slots, the best first. */
  pairs(accepts: (filler: Filler) => boolean): RivalPair[] {
    const shared = new Map<string, { a: Filler; b: Filler; slots: string[] }>();
    for (const [slot, all] of this.#bySlot) {
      const fillers = all.filter(accepts);
      if (fillers.length < 2 || fillers.length > WIDEST_SLOT) continue;
      for (const [i, a] of fillers.entries())
        for (const b of fillers.slice(i + 1)) {
          if (a.place !== b.place) continue;
          const key = `${a.key}\t${b.key}`;
          getOrAdd(shared, key, () => ({ a, b, slots: [] as string[] })).slots.push(slot);
        }
    }
    return [...shared.values()]
      .flatMap(({ a, b, slots }) => this.#pair(a, b, slots, false))
      .toSorted(byScore);
  }

  /** What stands in the slots of some uses of a filler, the best first. */
  pairsWith(a: Filler, accepts: (filler: Filler) => boolean): RivalPair[] {
    const shared = new Map<Filler, string[]>();
    for (const slot of a.slots.keys())
      for (const b of this.#fillersIn(slot))
        if (b.key !== a.key && b.place === a.place && accepts(b)) addTo(shared, b, slot);
    return [...shared].flatMap(([b, slots]) => this.#pair(a, b, slots, true)).toSorted(byScore);
  }

  #pair(a: Filler, b: Filler, slots: readonly string[], listed: boolean): RivalPair[] {
    if (!this.#areRivals(a, b, slots, listed)) return [];
    const weight = (all: Iterable<string>): number => sum([...all].map(slot => this.#weightOf(slot)));
    const common = weight(slots);
    const likeness =
      common / Math.sqrt((weight(a.slots.keys()) + UNSEEN) * (weight(b.slots.keys()) + UNSEEN));
    return [{ a, b, shared: slots, score: common * likeness }];
  }

  /**
   * Whether slots are enough to ask if two fillers are two names of one thing: one slot with the same words on both sides;
   * two slots, and two places of each; a single slot that holds hardly anything else, a few times.
   * Never if they are joined by *and*, share a word, or differ in spelling only.
   */
  #areRivals(a: Filler, b: Filler, slots: readonly string[], listed: boolean): boolean {
    if ((a.out && b.out) || a.class !== b.class || this.spelling(a) === this.spelling(b)) return false;
    if (a.words.some(word => b.words.includes(word))) return false;
    // Somebody is no other name of something.
    if (a.place === 'head' && ((a.out && !mayBePerson(b)) || (b.out && !mayBePerson(a)))) return false;
    if (this.#joined.has(`${a.words.at(-1)} ${b.words.at(-1)}`)) return false;
    // What belongs to a party or follows its name is all sorts of things.
    const telling = slots.filter(slot => !isOfParty(slot));
    if (telling.length === 0) return false;
    if (telling.some(isEnclosed)) return true;
    const places = (filler: Filler): number =>
      new Set(slots.flatMap(slot => filler.slots.get(slot) ?? [])).size;
    const [ofA, ofB] = [places(a), places(b)];
    const apart = slots.filter(slot => !slots.some(other => other !== slot && holds(other, slot))).length;
    if (apart > 1) return listed || (ofA > 1 && ofB > 1);
    return a.place === 'head' && telling.some(slot => this.#isNarrow(slot, ofA + ofB));
  }

  /** Whether a slot in a chunk holds so little else that a few uses in it are enough: fewer where a noun stands before it. */
  #isNarrow(slot: string, uses: number): boolean {
    if (slot.includes('…')) return false;
    const specific = this.#besideNoun.has(slot) || /^\S+ \S+ _$/.test(slot);
    const fillers = this.#fillersIn(slot).length;
    return (specific && uses > 2 && fillers <= NARROW) || (uses > 3 && fillers === 2);
  }

  #fillersIn(slot: string): readonly Filler[] {
    return this.#bySlot.get(slot) as Filler[];
  }
}

const byScore = (x: RivalPair, y: RivalPair): number =>
  y.score - x.score || byText(x.a.key + x.b.key, y.a.key + y.b.key);

/** Words that are a verb as often as a noun or more: *passes a bill*, where the tagger may slip. */
function verbsOf(traces: readonly Trace[]): Set<string> {
  const counts = new Map<string, number>();
  for (const trace of traces)
    for (let w = 0; w < trace.words.length; w++) {
      const step = isTagged(trace, w, TAG.verb) ? 1 : isTagged(trace, w, TAG.noun | TAG.adjective) ? -1 : 0;
      const word = folded(wordAt(trace, w));
      if (step !== 0 && !/(?:ed|ing)$/.test(word)) addCount(counts, word, step);
    }
  return new Set([...counts].filter(([, count]) => count >= 0).map(([word]) => word));
}

/** The head of a chunk, the head with the word before it, and single words before the head. */
function* fillersOf(
  trace: Trace,
  { first, last }: NounChunk,
  acts: ReadonlySet<string>,
): Generator<{ readonly place: Position; readonly first: number; readonly last: number }> {
  const head = last - 1;
  const common = isTagged(trace, head, TAG.noun) && !isName(trace, head);
  if (common && mayBeTerm(trace, head, last)) {
    yield { place: 'head', first: head, last };
    if (head > first && mayBeTerm(trace, head - 1, last) && !isName(trace, head - 1))
      yield { place: 'head', first: head - 1, last };
  }
  // A name before a noun says whose it is or where.
  for (let w = first; w < head; w++)
    if (mayBeTerm(trace, w, w + 1) && !isName(trace, w) && !acts.has(folded(wordAt(trace, w))))
      yield { place: 'modifier', first: w, last: w + 1 };
}

/** Whether nothing but *and*, *or*, a comma and a determiner stands between two chunks. */
function joins(trace: Trace, a: NounChunk, b: NounChunk): boolean {
  if (a.sentence !== b.sentence || b.first - a.last > 3) return false;
  const between = wordsAt(trace, a.last, b.first).map(folded);
  const isJoint = (word: string): boolean => COORDINATORS.has(word) || word === ',';
  return between.some(isJoint) && between.every(word => isJoint(word) || NOUN_PHRASE_OPENERS.has(word));
}
