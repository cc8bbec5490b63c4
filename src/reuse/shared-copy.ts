import { addTo, groupBy, lazily } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import type { CopyPair, CopyShare, SharedCopy, Trace } from '../model/story.js';
import type { KeyedTrace } from '../text/keys.js';
import type { AlignedStretch } from './align.js';
import { changesOf } from './changes.js';
import { EditReader } from './edits.js';
import { omittedSentences } from './omitted.js';
import { type AlignedPair, pairSentences } from './pairs.js';
import { Passages, sentencesOf } from './passage.js';
import { pooledShare, sharesOf } from './shares.js';
import { Wordings } from './wordings.js';

/**
 * What the outlets of a story have word for word, or nearly so. Runs of three words, hashed, lead to candidates; an
 * alignment of their words decides (after Clough and others 2002, who tell derived news text by shared runs of words).
 * The time is linear in the words.
 *
 * @param traces the articles of one story
 */
export function sharedCopy(traces: readonly KeyedTrace[], lexicons: Lexicons): SharedCopy {
  const sides = traces.map(sentencesOf);
  const reader = new EditReader(lexicons);
  const passages = new Passages();
  const pairs = pairSentences(new Wordings(sides.flat())).map(each => copyPairOf(each, reader, passages));
  const shares = sharesOf(pairs, traces);
  const byOutlet = [...groupBy(traces, ({ outlet }) => outlet)];
  const shareOf = ({ article }: Trace): CopyShare => shares.get(article) as CopyShare;
  const sizes = new Map(traces.map(({ article, sentences }) => [article, sentences.length]));
  const pairsBy = new Map<string, CopyPair[]>();
  for (const pair of pairs) for (const { outlet } of [pair.a, pair.b]) addTo(pairsBy, outlet, pair);
  return {
    pairs,
    shares,
    outletShares: new Map(byOutlet.map(([outlet, own]) => [outlet, pooledShare(own.map(shareOf))])),
    omitted: omittedSentences(pairs, sides, traces, passages),
    changes: lazily(() => changesOf(pairs, sizes)),
    outletChanges: lazily(
      () =>
        new Map(byOutlet.map(([outlet]) => [outlet, changesOf(pairsBy.get(outlet) ?? [], sizes, outlet)])),
    ),
  };
}

function copyPairOf(
  { a, b, alignment: { stretches, matched }, part, cluster, weak }: AlignedPair,
  reader: EditReader,
  passages: Passages,
): CopyPair {
  const [first, last] = [stretches[0] as AlignedStretch, stretches.at(-1) as AlignedStretch];
  return {
    a: passages.of(a, first.aFrom, last.aTo),
    b: passages.of(b, first.bFrom, last.bTo),
    similarity: (2 * matched) / (last.aTo - first.aFrom + last.bTo - first.bFrom),
    kind: weak === 'speech' ? 'speech' : 'copy',
    part,
    cluster,
    edits: reader.read(stretches, a, b),
  };
}
