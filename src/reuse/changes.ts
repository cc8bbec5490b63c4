import type { Span } from '../model/article.js';
import { byText, groupBy, uniqueBy } from '../model/collections.js';
import {
  type Change,
  type CopyPair,
  EDIT_KINDS,
  type Edit,
  type Passage,
  type Wording,
} from '../model/story.js';

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
 * @param outlet whose wording is to be the second side
 */
export function changesOf(pairs: readonly CopyPair[], outlet?: string): Change[] {
  const placed = pairs.flatMap(pair =>
    pair.edits
      // Around a quotation that both have, every outlet writes for itself.
      .filter(({ quoted, kind }) => pair.kind === 'copy' || (quoted && kind !== 'cut'))
      .map(edit => ({ edit, pair })),
  );
  return [...groupBy(placed, changeKey).values()].map(same => changeOf(same, outlet)).toSorted(byWeight);
}

const changeKey = ({ edit: { kind, quoted, a, b, aKey, bKey }, pair }: PlacedEdit): string =>
  [kind, quoted, ...[aKey, bKey].sort(), a.length + b.length > LONGEST_PHRASE ? pair.cluster : ''].join('\t');

function changeOf(same: readonly PlacedEdit[], outlet: string | undefined): Change {
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
  return { kind: edit.kind, quoted: edit.quoted, from, to, clusters };
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
  y.clusters - x.clusters ||
  lengthOf(x) - lengthOf(y) ||
  byText(x.from.text + x.to.text, y.from.text + y.to.text);

const lengthOf = ({ from, to }: Change): number => from.text.length + to.text.length;
