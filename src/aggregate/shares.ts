import type { Span } from '../model/article.js';
import { lowerBound } from '../model/sorted.js';
import type { ArticleShare, CopyPair, Passage, Trace } from '../model/story.js';

const COPY = 1;
const SPEECH = 2;
const AGENCY = 4;

/** One side of a pair, as its article sees it. */
interface Seen {
  readonly pair: CopyPair;
  readonly mine: Passage;
  readonly theirs: Passage;
  readonly side: 'aSpan' | 'bSpan';
}

/** How much of each article the others have word for word. */
export function sharesOf(pairs: readonly CopyPair[], traces: readonly Trace[]): Map<string, ArticleShare> {
  const seen = new Map<string, Seen[]>(traces.map(({ article }) => [article, []]));
  for (const pair of pairs) {
    seen.get(pair.a.article)?.push({ pair, mine: pair.a, theirs: pair.b, side: 'aSpan' });
    seen.get(pair.b.article)?.push({ pair, mine: pair.b, theirs: pair.a, side: 'bSpan' });
  }
  const credits = new Map(traces.map(each => [each.article, creditsOf(each)]));
  return new Map(
    traces.map(each => [each.article, shareOf(each, seen.get(each.article) as Seen[], credits)]),
  );
}

function shareOf(trace: Trace, seen: readonly Seen[], credits: ReadonlyMap<string, Credits>): ArticleShare {
  const { counted } = trace;
  const { agency } = credits.get(trace.article) as Credits;
  const marks: Marks = {
    counted,
    all: new Uint8Array(counted.length),
    copied: new Int32Array(counted.length),
  };
  const withOutlets: { outlet: string; copy: number }[] = [];
  const byOutlet = seen.toSorted((x, y) => order(x.theirs.outlet, y.theirs.outlet));
  for (let i = 0; i < byOutlet.length; ) {
    const { outlet } = (byOutlet[i] as Seen).theirs;
    const round = i + 1;
    let copy = 0;
    for (; byOutlet[i]?.theirs.outlet === outlet; i++) {
      const { pair, mine, theirs, side } = byOutlet[i] as Seen;
      const { names } = credits.get(theirs.article) as Credits;
      const credited = agency.some(name => names.has(name)) ? AGENCY : 0;
      const bits = pair.kind === 'copy' ? COPY | credited : SPEECH;
      copy += mark(marks, bits, round, mine, editedSpans(pair, side));
    }
    if (copy > 0) withOutlets.push({ outlet, copy });
  }
  const share = { words: counted.length, copy: 0, speech: 0, agency: 0 };
  for (const bits of marks.all) {
    if ((bits & COPY) !== 0) share.copy++;
    else if ((bits & SPEECH) !== 0) share.speech++;
    if ((bits & AGENCY) !== 0) share.agency++;
  }
  withOutlets.sort((x, y) => y.copy - x.copy || order(x.outlet, y.outlet));
  return { ...share, with: withOutlets };
}

const editedSpans = ({ edits }: CopyPair, side: Seen['side']): Span[] =>
  edits.length === 0 ? [] : edits.flatMap(edit => (edit.kind === 'style' ? [] : [edit[side]]));

/** The counted words of an article: where each begins, what is known of it, the last round in which it was copy. */
interface Marks {
  readonly counted: Int32Array;
  readonly all: Uint8Array;
  readonly copied: Int32Array;
}

/**
 * Marks the words of a passage that no edit touches.
 *
 * @param round counts the outlets, from 1 on
 * @returns how many are copy for the first time in this round
 */
function mark(
  { counted, all, copied }: Marks,
  bits: number,
  round: number,
  { start, end }: Span,
  edited: readonly Span[],
): number {
  let fresh = 0;
  for (let i = lowerBound(counted.length, k => counted[k] as number, start); i < counted.length; i++) {
    const at = counted[i] as number;
    if (at >= end) break;
    if (edited.length > 0 && edited.some(each => each.start <= at && at < each.end)) continue;
    all[i]! |= bits;
    if ((bits & COPY) === 0 || copied[i] === round) continue;
    copied[i] = round;
    fresh++;
  }
  return fresh;
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

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
