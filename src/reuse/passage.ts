import type { Span } from '../model/article.js';
import { placeAt } from '../model/sorted.js';
import type { Passage, Trace } from '../model/story.js';
import type { Units } from '../text/keys.js';

/** One side of a pair: a sentence of an article, and where its units begin. */
export interface Side {
  readonly trace: Trace;
  readonly units: Units;
  readonly sentence: number;
  /** Index of the sentence's first unit; stretches count from there. */
  readonly base: number;
  /** Whether any word of it is quoted. */
  readonly quoted: boolean;
}

/** From the first to the last unit; without units, the empty span behind the unit before. */
export function spanOf({ units, base }: Side, from: number, to: number): Span {
  if (to > from)
    return { start: units.start[base + from] as number, end: units.end[base + to - 1] as number };
  const at = from > 0 ? (units.end[base + from - 1] as number) : (units.start[base] as number);
  return { start: at, end: at };
}

/** The whole sentence, or the part of it from the first to the last unit. */
export function passageOf(side: Side, from: number, to: number): Passage {
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

const isWhole = ({ base, units, sentence }: Side, from: number, to: number): boolean =>
  from === 0 && base + to === units.sentence[sentence + 1];

/** Passages that are whole sentences, each made once: a sentence of a dispatch stands in many pairs. */
export class Passages {
  readonly #whole = new Map<Side, Passage>();

  of(side: Side, from: number, to: number): Passage {
    if (!isWhole(side, from, to)) return passageOf(side, from, to);
    let passage = this.#whole.get(side);
    if (passage === undefined) {
      passage = passageOf(side, from, to);
      this.#whole.set(side, passage);
    }
    return passage;
  }
}
