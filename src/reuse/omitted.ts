import { getOrAdd } from '../model/collections.js';
import { type CopyPair, type OmittedSentence, TAG, type Trace } from '../model/story.js';
import { isUnitTagged } from '../text/keys.js';
import { only, PARAPHRASE, paraphraseProbability } from './paraphrase.js';
import type { Passages, StorySentence } from './passage.js';

/** Copy is followed from outlet to outlet where so much of an article's prose, in sentences, is shared. */
const LEAST_FOLLOWED = 0.6;
/** With more content words of a sentence than this in one sentence of the other outlet, it may be reported there. */
const MOST_IN_COMMON = 0.5;
/** Sentences with fewer content words are in any article. */
const LEAST_CONTENT = 4;
/** With more articles there is no saying which one an outlet had before it. */
const MOST_ARTICLES = 200;

/** A sentence and its words but for function words. */
interface ContentSentence {
  readonly side: StorySentence;
  readonly content: ReadonlySet<number>;
}

/**
 * Sentences of an article that another outlet, which has most of the article, does not have: neither these words nor, as
 * far as can be told, the same in others.
 *
 * @param sides by article, its sentences
 */
export function omittedSentences(
  pairs: readonly CopyPair[],
  sides: readonly (readonly StorySentence[])[],
  traces: readonly Trace[],
  passages: Passages,
): OmittedSentence[] {
  if (traces.length > MOST_ARTICLES) return [];
  const shared = sharedSentences(pairs);
  const known = new Map<number, ContentSentence[]>();
  const contentOf = (article: number): readonly ContentSentence[] =>
    getOrAdd(known, article, () => (sides[article] as readonly StorySentence[]).map(contentSentence));
  const found: OmittedSentence[] = [];
  for (const [article, trace] of traces.entries())
    for (const [outlet, { all, copied }] of shared.get(trace.article) ?? []) {
      const prose = trace.sentences.filter(isProse);
      if (prose.filter(({ index }) => copied.has(index)).length < LEAST_FOLLOWED * prose.length) continue;
      const theirs = traces.flatMap((each, i) => (each.outlet === outlet ? contentOf(i) : []));
      for (const { index } of prose.filter(each => !all.has(each.index))) {
        const mine = contentOf(article)[index] as ContentSentence;
        if (mine.content.size >= LEAST_CONTENT && !theirs.some(other => mayReport(mine, other)))
          found.push({ outlet, passage: passages.whole(mine.side) });
      }
    }
  return found;
}

/** Sentences that an article has in common with an outlet, and those of them that are copy and not only speech. */
interface CommonSentences {
  readonly all: Set<number>;
  readonly copied: Set<number>;
}

/** By article and other outlet. */
function sharedSentences(pairs: readonly CopyPair[]): Map<string, Map<string, CommonSentences>> {
  const shared = new Map<string, Map<string, CommonSentences>>();
  for (const { a, b, kind } of pairs)
    for (const [mine, theirs] of [[a, b] as const, [b, a] as const]) {
      const outlets = getOrAdd(shared, mine.article, () => new Map<string, CommonSentences>());
      const common = getOrAdd(outlets, theirs.outlet, () => ({ all: new Set(), copied: new Set() }));
      common.all.add(mine.sentence);
      if (kind === 'copy') common.copied.add(mine.sentence);
    }
  return shared;
}

const isProse = ({ zone }: Trace['sentences'][number]): boolean => zone !== 'headline' && zone !== 'caption';

function contentSentence(side: StorySentence): ContentSentence {
  const { trace, first, last } = side;
  const content = new Set<number>();
  for (let u = first; u < last; u++)
    if (!isUnitTagged(trace, u, TAG.function)) content.add(trace.units.key[u] as number);
  return { side, content };
}

function mayReport(mine: ContentSentence, other: ContentSentence): boolean {
  const common = mine.content.size - only(mine.content, other.content);
  if (common > MOST_IN_COMMON * mine.content.size) return true;
  return common > 0 && paraphraseProbability(mine.side, other.side) >= PARAPHRASE;
}
