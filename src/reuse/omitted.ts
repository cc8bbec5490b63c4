import { type CopyPair, type OmittedSentence, TAG, type Trace } from '../model/story.js';
import type { Units } from '../text/keys.js';
import { holdsQuoted } from './edits.js';
import { likeness, SAME, type Stated } from './paraphrase.js';
import { passageOf, type Side } from './passage.js';

/** Copy is followed from outlet to outlet where so much of an article's prose, in sentences, is shared. */
const LEAST_FOLLOWED = 0.6;
/** More content words of a sentence than this in one sentence of the other outlet, and it may be told there. */
const MOST_RETOLD = 0.5;
/** Sentences with fewer content words are in any article. */
const LEAST_CONTENT = 4;
/** With more articles there is no saying which one an outlet had before it. */
const MOST_ARTICLES = 200;

/** A sentence and its words but for function words. */
interface Told extends Stated {
  readonly sentence: number;
  readonly content: ReadonlySet<number>;
}

/**
 * Sentences of an article that another outlet, which has most of the article, does not have: neither these words nor, as
 * far as can be told, the same in others.
 */
export function omittedSentences(
  pairs: readonly CopyPair[],
  traces: readonly Trace[],
  units: readonly Units[],
): OmittedSentence[] {
  if (traces.length > MOST_ARTICLES) return [];
  const shared = sharedSentences(pairs);
  const told = new Map<number, Told[]>();
  const toldBy = (at: number): readonly Told[] => {
    const known = told.get(at) ?? toldIn(traces[at] as Trace, units[at] as Units);
    told.set(at, known);
    return known;
  };
  const found: OmittedSentence[] = [];
  for (const [at, trace] of traces.entries())
    for (const [outlet, { all, copied }] of shared.get(trace.article) ?? []) {
      const prose = trace.sentences.filter(isProse);
      if (prose.filter(({ index }) => copied.has(index)).length < LEAST_FOLLOWED * prose.length) continue;
      const missing = prose.filter(({ index }) => !all.has(index));
      const theirs = traces.flatMap((each, i) => (each.outlet === outlet ? toldBy(i) : []));
      for (const mine of missing.map(({ index }) => toldBy(at)[index] as Told))
        if (mine.content.size >= LEAST_CONTENT && !theirs.some(other => mayBeTold(mine, other)))
          found.push({ outlet, passage: passageOf(sideOf(mine), 0, mine.to - mine.from) });
    }
  return found;
}

/** Sentences that an article has in common with an outlet, and those of them that are copy and not only speech. */
interface Common {
  readonly all: Set<number>;
  readonly copied: Set<number>;
}

/** By article and other outlet. */
function sharedSentences(pairs: readonly CopyPair[]): Map<string, Map<string, Common>> {
  const shared = new Map<string, Map<string, Common>>();
  for (const { a, b, kind } of pairs)
    for (const [mine, theirs] of [[a, b] as const, [b, a] as const]) {
      const outlets = shared.get(mine.article) ?? new Map<string, Common>();
      shared.set(mine.article, outlets);
      const common = outlets.get(theirs.outlet) ?? { all: new Set(), copied: new Set() };
      outlets.set(theirs.outlet, common);
      common.all.add(mine.sentence);
      if (kind === 'copy') common.copied.add(mine.sentence);
    }
  return shared;
}

const isProse = ({ zone }: Trace['sentences'][number]): boolean => zone !== 'headline' && zone !== 'caption';

const sideOf = ({ trace, units, sentence, from }: Told): Side => ({
  trace,
  units,
  sentence,
  base: from,
  quoted: holdsQuoted(trace, sentence),
});

function toldIn(trace: Trace, units: Units): Told[] {
  return trace.sentences.map((_, sentence) => {
    const [from, to] = [units.sentence[sentence] as number, units.sentence[sentence + 1] as number];
    const content = new Set<number>();
    for (let u = from; u < to; u++)
      if (((trace.tag[units.word[u] as number] as number) & TAG.function) === 0)
        content.add(units.key[u] as number);
    return { trace, units, sentence, from, to, content };
  });
}

function mayBeTold(mine: Told, other: Told): boolean {
  let common = 0;
  for (const key of mine.content) if (other.content.has(key)) common++;
  if (common > MOST_RETOLD * mine.content.size) return true;
  return common > 0 && likeness(mine, other) >= SAME;
}
