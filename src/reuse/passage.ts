import { type Span, VOICES } from '../model/article.js';
import { getOrAdd } from '../model/collections.js';
import { placeAt } from '../model/sorted.js';
import type { Passage, Trace } from '../model/story.js';
import type { KeyedTrace } from '../text/keys.js';
import { isTagged } from '../text/trace.js';

/** A sentence of a story, as one side of an alignment. */
export interface StorySentence {
  /** Number of the article in its story. */
  readonly article: number;
  readonly trace: KeyedTrace;
  readonly sentence: number;
  /** Index of its first unit; units of stretches count from there. */
  readonly first: number;
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

export const isUnitTagged = ({ trace, first }: StorySentence, unit: number, tags: number): boolean =>
  isTagged(trace, trace.units.word[first + unit] as number, tags);

export function isQuoted({ trace, first }: StorySentence, from: number, to: number): boolean {
  // An empty side stands where the unit before it does.
  const [start, end] = to > from ? [from, to] : [Math.max(0, from - 1), Math.max(1, from)];
  for (let unit = start; unit < end; unit++)
    if (trace.voice[trace.units.word[first + unit] as number] !== DIRECT) return false;
  return true;
}

/** The whole sentence, or the part of it from the first to the last unit. */
function passageOf(side: StorySentence, from: number, to: number): Passage {
  const { trace, sentence } = side;
  const { span: all, zone } = trace.sentences[sentence] as Trace['sentences'][number];
  const span = isWhole(side, from, to) ? all : spanOf(side, from, to);
  return {
    article: trace.article,
    outlet: trace.outlet,
    path: trace.path,
    start: span.start,
    end: span.end,
    text: trace.text.slice(span.start, span.end),
    line: placeAt(trace.lines, trace.firstLine, span.start).line,
    sentence,
    zone,
  };
}

const isWhole = ({ first, trace: { units }, sentence }: StorySentence, from: number, to: number): boolean =>
  from === 0 && first + to === units.sentence[sentence + 1];

/** Passages that are whole sentences, each made once: a sentence of a dispatch stands in many pairs. */
export class Passages {
  readonly #whole = new Map<StorySentence, Passage>();

  of(side: StorySentence, from: number, to: number): Passage {
    if (!isWhole(side, from, to)) return passageOf(side, from, to);
    return getOrAdd(this.#whole, side, () => passageOf(side, from, to));
  }
}
