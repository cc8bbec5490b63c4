import { type Span, VOICES } from '../model/article.js';
import { getOrAdd } from '../model/collections.js';
import type { Sentence } from '../model/doc.js';
import type { Passage } from '../model/story.js';
import { isUnitTagged, type KeyedTrace } from '../text/keys.js';
import { lineAt } from '../text/trace.js';

/** Units `[first, last)` of an article, such as a sentence; units of stretches count from the first. */
export interface UnitRange {
  readonly trace: KeyedTrace;
  readonly first: number;
  readonly last: number;
}

/** A sentence of a story, as one side of an alignment. */
export interface StorySentence extends UnitRange {
  /** Number of the article in its story. */
  readonly article: number;
  readonly sentence: number;
  /** Whether any word of it is quoted. */
  readonly quoted: boolean;
}

/** Each made once, so that passages can be told apart by it. */
export const sentencesOf = (trace: KeyedTrace, article: number): StorySentence[] =>
  trace.sentences.map(({ from, to }, sentence) => ({
    article,
    trace,
    sentence,
    first: trace.units.sentence[sentence] as number,
    last: trace.units.sentence[sentence + 1] as number,
    quoted: trace.voice.subarray(from, to).includes(DIRECT),
  }));

const DIRECT = VOICES.indexOf('direct');

/** From the first to the last unit; without units, the empty span behind the unit before. */
export function spanOf({ trace: { units }, first }: StorySentence, from: number, to: number): Span {
  if (to > from)
    return { start: units.start[first + from] as number, end: units.end[first + to - 1] as number };
  const at = from > 0 ? (units.end[first + from - 1] as number) : (units.start[first] as number);
  return { start: at, end: at };
}

/** Whether a unit has one of the tags, counted from the first of its sentence. */
export const isUnitOf = ({ trace, first }: StorySentence, unit: number, tags: number): boolean =>
  isUnitTagged(trace, first + unit, tags);

export function isQuoted({ trace, first }: StorySentence, from: number, to: number): boolean {
  // An empty side stands where the unit before it does.
  const [start, end] = to > from ? [from, to] : [Math.max(0, from - 1), Math.max(1, from)];
  for (let unit = start; unit < end; unit++)
    if (trace.voice[trace.units.word[first + unit] as number] !== DIRECT) return false;
  return true;
}

function passageOf({ trace, sentence }: StorySentence, span: Span): Passage {
  const { zone } = trace.sentences[sentence] as Sentence;
  return {
    article: trace.article,
    outlet: trace.outlet,
    path: trace.path,
    ...span,
    text: trace.text.slice(span.start, span.end),
    line: lineAt(trace, span.start),
    sentence,
    zone,
  };
}

/** Passages that are whole sentences, each made once: a sentence of a dispatch stands in many pairs. */
export class Passages {
  readonly #whole = new Map<StorySentence, Passage>();

  /** The part of a sentence from the first to the last unit. */
  of(side: StorySentence, from: number, to: number): Passage {
    return from === 0 && side.first + to === side.last
      ? this.whole(side)
      : passageOf(side, spanOf(side, from, to));
  }

  whole(side: StorySentence): Passage {
    const { span } = side.trace.sentences[side.sentence] as Sentence;
    return getOrAdd(this.#whole, side, () => passageOf(side, span));
  }
}
