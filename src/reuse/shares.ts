import { addCount, addTo, byCount, groupBy, sum } from '../model/collections.js';
import { lowerBound } from '../model/sorted.js';
import type { CopyPair, CopyShare, Trace } from '../model/story.js';

const COPY = 1;
const SPEECH = 2;
const AGENCY = 4;

/** How much of each article the others have word for word. */
export function sharesOf(pairs: readonly CopyPair[], traces: readonly Trace[]): Map<string, CopyShare> {
  const seen = new Map<string, CopyPair[]>();
  for (const pair of pairs) for (const { article } of [pair.a, pair.b]) addTo(seen, article, pair);
  const credits = new Map(traces.map(each => [each.article, creditsOf(each)]));
  return new Map(traces.map(each => [each.article, shareOf(each, seen.get(each.article) ?? [], credits)]));
}

/** The shares of several articles as one; each word of them is counted in its own. */
export function pooledShare(shares: readonly CopyShare[]): CopyShare {
  const copied = new Map<string, number>();
  for (const { outlet, copy } of shares.flatMap(each => each.with)) addCount(copied, outlet, copy);
  const total = (count: (share: CopyShare) => number): number => sum(shares.map(count));
  return {
    words: total(({ words }) => words),
    copy: total(({ copy }) => copy),
    speech: total(({ speech }) => speech),
    agency: total(({ agency }) => agency),
    with: mostFirst(copied),
  };
}

const mostFirst = (copied: ReadonlyMap<string, number>): CopyShare['with'] =>
  [...copied].toSorted(byCount).map(([outlet, copy]) => ({ outlet, copy }));

function shareOf(trace: Trace, seen: readonly CopyPair[], credits: ReadonlyMap<string, Credits>): CopyShare {
  const { counted, article } = trace;
  const { agency } = credits.get(article) as Credits;
  const marks = new Uint8Array(counted.length);
  /** By word, the number of the last outlet with which it is copy, from 1 on. */
  const copied = new Int32Array(counted.length);
  const byOutlet = groupBy(seen, ({ a, b }) => (a.article === article ? b : a).outlet);
  const withOutlets = new Map<string, number>();
  let round = 0;
  for (const [outlet, some] of byOutlet) {
    round++;
    let copy = 0;
    for (const pair of some) {
      const isA = pair.a.article === article;
      const { names } = credits.get((isA ? pair.b : pair.a).article) as Credits;
      const credited = agency.some(name => names.has(name)) ? AGENCY : 0;
      const bits = pair.kind === 'copy' ? COPY | credited : SPEECH;
      for (const i of untouched(counted, pair, isA ? 'a' : 'b')) {
        marks[i]! |= bits;
        if ((bits & COPY) === 0 || copied[i] === round) continue;
        copied[i] = round;
        copy++;
      }
    }
    if (copy > 0) withOutlets.set(outlet, copy);
  }
  const share = { words: counted.length, copy: 0, speech: 0, agency: 0 };
  for (const bits of marks) {
    if ((bits & COPY) !== 0) share.copy++;
    else if ((bits & SPEECH) !== 0) share.speech++;
    if ((bits & AGENCY) !== 0) share.agency++;
  }
  return { ...share, with: mostFirst(withOutlets) };
}

/** Indexes of the counted words of one side that no edit touches. */
function* untouched(counted: Int32Array, pair: CopyPair, side: 'a' | 'b'): Generator<number> {
  const { start, end } = pair[side];
  const edited = pair.edits.flatMap(edit => (edit.kind === 'style' ? [] : [edit[`${side}Span`]]));
  for (let i = lowerBound(counted.length, k => counted[k] as number, start); i < counted.length; i++) {
    const at = counted[i] as number;
    if (at >= end) return;
    if (!edited.some(span => span.start <= at && at < span.end)) yield i;
  }
}

/** The words by which an article credits an agency, and those together with the name of its outlet. */
interface Credits {
  readonly agency: readonly string[];
  readonly names: ReadonlySet<string>;
}

/** An outlet may be the agency itself. */
function creditsOf({ agency = '', outlet }: Trace): Credits {
  const wordsOf = (name: string): string[] =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(word => word.length > 1);
  return { agency: wordsOf(agency), names: new Set([...wordsOf(agency), ...wordsOf(outlet)]) };
}
