import { FUNCTION_WORDS } from '../english/closed-classes.js';
import type { Span } from '../model/article.js';
import { byText, countsOf, groupBy, uniqueBy } from '../model/collections.js';
import {
  type Change,
  type CopyPair,
  EDIT_GROUNDS,
  EDIT_KINDS,
  type Edit,
  type EditGrounds,
  type EditKind,
  type Passage,
  type Wording,
} from '../model/story.js';
import { plainWords } from '../text/plain.js';

/** Longer words exchanged are one change only within one piece of copy; shorter ones wherever they are. */
const LONGEST_PHRASE = 40;

/** An edit with the pair that it stands in. */
interface PlacedEdit {
  readonly edit: Edit;
  readonly pair: CopyPair;
}

/** A place of a wording, with the words as they stand there. */
interface WordedPlace {
  readonly key: string;
  readonly text: string;
  readonly passage: Passage;
  readonly span: Span;
}

/**
 * The edits of pairs, each once.
 *
 * @param sentences of each article, how many it has
 * @param outlet whose wording is to be the second side
 */
export function changesOf(
  pairs: readonly CopyPair[],
  sentences: ReadonlyMap<string, number>,
  outlet?: string,
): Change[] {
  const isOneText = oneTextTest(pairs, sentences);
  const placed = pairs.flatMap(pair =>
    pair.edits
      // Around a quotation that both have, every outlet writes for itself.
      .filter(
        ({ quoted, kind }) => (pair.kind === 'copy' && !isHalfQuoted(pair)) || (quoted && kind !== 'cut'),
      )
      .map(edit => ({ edit, pair })),
  );
  return [...groupBy(placed, changeKey).values()]
    .map(same => changeOf(same, isOneText, outlet))
    .toSorted(byWeight);
}

/** Whether either passage ends a quotation that it does not begin, so that its words are somebody’s though they do not look it. */
const isHalfQuoted = ({ a, b }: CopyPair): boolean =>
  [a, b].some(
    ({ text }) => /^[^“]*”/.test(text) || (/^[^"]*[,.?!]"/.test(text) && text.split('"').length % 2 === 0),
  );

const changeKey = ({ edit: { kind, quoted, a, b, aKey, bKey }, pair }: PlacedEdit): string =>
  [kind, quoted, ...[aKey, bKey].sort(), a.length + b.length > LONGEST_PHRASE ? pair.cluster : ''].join('\t');

const articlesOf = ({ a, b }: CopyPair): string => `${a.article}\t${b.article}`;

/** Articles that have so many sentences of copy in common, or so many of the shorter one’s, run one text. */
const LEAST_SENTENCES = 4;
const LEAST_SHARE = 0.5;

/** Whether the two articles of a pair are versions of one text, and not only have a sentence that is alike. */
function oneTextTest(
  pairs: readonly CopyPair[],
  sentences: ReadonlyMap<string, number>,
): (pair: CopyPair) => boolean {
  const shared = countsOf(pairs.filter(({ kind }) => kind === 'copy').map(articlesOf));
  return pair => {
    const common = shared.get(articlesOf(pair)) ?? 0;
    const [one = 0, other = 0] = [pair.a, pair.b].map(({ article }) => sentences.get(article));
    return common >= Math.min(LEAST_SENTENCES, LEAST_SHARE * Math.min(one, other));
  };
}

const OF_A_SIDE: ReadonlySet<EditKind> = new Set(['party', 'label', 'loaded']);
const OF_A_FACT: ReadonlySet<EditKind> = new Set(['agent', 'cue', 'number', 'name']);

/** So many words before and after an edit are copied, as in a caption: reporters who write of one thing have fewer in common. */
const COPIED = 3;
/** What is cut or added tells something new if it has so many words that say something. */
const LEAST_TOLD = 3;

function groundsOf(same: readonly PlacedEdit[], isOneText: (pair: CopyPair) => boolean): EditGrounds {
  const [{ edit }] = same as [PlacedEdit];
  if (!same.some(({ pair }) => isOneText(pair)))
    return OF_A_SIDE.has(edit.kind) && edit.between >= COPIED ? 'copied words, of a side' : 'like sentences';
  if (OF_A_SIDE.has(edit.kind)) return 'one text, of a side';
  if (toldMore(edit) >= LEAST_TOLD) return 'one text, a passage';
  return OF_A_FACT.has(edit.kind) ? 'one text, of a fact' : 'one text, of words';
}

/** By how many words that say something one side is longer than the other. */
const toldMore = ({ a, b }: Edit): number => Math.abs(contentOf(a) - contentOf(b));
const contentOf = (text: string): number => plainWords(text).filter(word => !FUNCTION_WORDS.has(word)).length;

function changeOf(
  same: readonly PlacedEdit[],
  isOneText: (pair: CopyPair) => boolean,
  outlet: string | undefined,
): Change {
  const [{ edit }] = same as [PlacedEdit];
  const places = same.flatMap(({ edit: { a, b, aKey, bKey, aSpan, bSpan }, pair }): WordedPlace[] => [
    { key: aKey, text: a, passage: pair.a, span: aSpan },
    { key: bKey, text: b, passage: pair.b, span: bSpan },
  ]);
  const [one, other = one] = [...groupBy(places, ({ key }) => key).values()].map(wordingOf) as [
    Wording,
    Wording?,
  ];
  const weightOf = ({ outlets }: Wording): number =>
    outlet === undefined ? -outlets.length : Number(outlets.includes(outlet));
  const isTurned =
    weightOf(one) === weightOf(other) ? one.text.length > other.text.length : weightOf(one) > weightOf(other);
  const [from, to] = isTurned ? [other, one] : [one, other];
  const clusters = new Set(same.map(({ pair }) => pair.cluster)).size;
  return {
    kind: edit.kind,
    quoted: edit.quoted,
    from,
    to,
    clusters,
    grounds: groundsOf(same, isOneText),
  };
}

const wordingOf = (places: readonly WordedPlace[]): Wording => ({
  text: (places[0] as WordedPlace).text,
  outlets: [...new Set(places.map(({ passage }) => passage.outlet))].sort(),
  places: uniqueBy(places, ({ passage, span }) => `${passage.article} ${span.start}`).map(
    ({ passage, span }) => ({ passage, span }),
  ),
});

export const byWeight = (x: Change, y: Change): number =>
  EDIT_KINDS.indexOf(x.kind) - EDIT_KINDS.indexOf(y.kind) ||
  EDIT_GROUNDS.indexOf(x.grounds) - EDIT_GROUNDS.indexOf(y.grounds) ||
  y.clusters - x.clusters ||
  lengthOf(x) - lengthOf(y) ||
  byText(x.from.text + x.to.text, y.from.text + y.to.text);

const lengthOf = ({ from, to }: Change): number => from.text.length + to.text.length;
