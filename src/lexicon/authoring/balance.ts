/** Whether a topic gives both sides their own words: lists in which one side has more can lean one way only. */
import { groupBy, sum } from '../../model/collections.js';
import { type ConceptEntry, conceptOf, type DataOf, type Extension, type ParsedLexicon } from '../file.js';
import { formKey } from '../matcher.js';
import { type Remark, remark } from './located.js';

/** What favours one side: labels, their forms, and those of them that the lists of loaded words have too. */
interface SideCount {
  readonly party: string;
  readonly labels: number;
  readonly forms: number;
  readonly loaded: number;
}

export interface Balance {
  readonly topic: string;
  /** None for the topic as a whole. */
  readonly concept?: string;
  readonly sides: readonly [SideCount, SideCount];
  /** Why one side has more. */
  readonly reason?: string | undefined;
}

type Topic = DataOf<'terminology'> & { readonly parties: readonly [string, string] };
type OwnConcept = Exclude<ConceptEntry, Extension>;

const hasSides = (data: ParsedLexicon['data']): data is Topic =>
  data.kind === 'terminology' && data.parties?.length === 2;

/** The topic as a whole, and each of its concepts, with what other files add to them. */
function balancesOf(topic: Topic, all: readonly ParsedLexicon[]): Balance[] {
  const entries = all.flatMap(({ data }) => (data.kind === 'terminology' ? data.concepts : []));
  const labels = groupBy(entries, conceptOf);
  const loaded = loadedForms(all);
  const concepts = ownConcepts(topic).map(
    ({ id, one_sided }): Balance => ({
      topic: topic.id,
      concept: id,
      sides: sidesOf(topic, labels.get(id) ?? [], loaded),
      reason: one_sided,
    }),
  );
  const total = (side: 0 | 1): SideCount => ({
    party: topic.parties[side],
    labels: sum(concepts.map(({ sides }) => sides[side].labels)),
    forms: sum(concepts.map(({ sides }) => sides[side].forms)),
    loaded: sum(concepts.map(({ sides }) => sides[side].loaded)),
  });
  return [{ topic: topic.id, sides: [total(0), total(1)], reason: topic.one_sided }, ...concepts];
}

const ownConcepts = ({ concepts }: Topic): OwnConcept[] =>
  concepts.filter((entry): entry is OwnConcept => !('extends' in entry));

function loadedForms(all: readonly ParsedLexicon[]): ReadonlySet<string> {
  const classes = all.flatMap(({ data }) => (data.kind === 'loaded' ? data.classes : []));
  return new Set(classes.filter(({ judges }) => judges).flatMap(({ forms }) => forms.map(formKey)));
}

function sidesOf(
  { parties }: Topic,
  entries: readonly ConceptEntry[],
  loaded: ReadonlySet<string>,
): Balance['sides'] {
  const side = (party: string): SideCount => {
    const labels = entries.flatMap(entry => entry.labels).filter(({ favours }) => favours === party);
    const forms = labels.flatMap(label => label.forms);
    const both = forms.filter(form => loaded.has(formKey(form)));
    return {
      party,
      labels: new Set(labels.map(({ id }) => id)).size,
      forms: forms.length,
      loaded: both.length,
    };
  };
  return [side(parties[0]), side(parties[1])];
}

/** Balances of the topics among some lexicons. */
export const balances = (given: readonly ParsedLexicon[], all: readonly ParsedLexicon[]): Balance[] =>
  given.flatMap(({ data }) => (hasSides(data) ? balancesOf(data, all) : []));

/** At most three labels of one side to two of the other, and two forms to one. */
const isBeyond = (counts: readonly [number, number], most: number): boolean =>
  Math.max(...counts) > Math.min(...counts) * most;

/** Topics out of balance and concepts with words of one side only, where the file does not say why. */
export function* balanceRemarks(
  { source, data }: ParsedLexicon,
  all: readonly ParsedLexicon[],
): Generator<Remark> {
  if (!hasSides(data)) return;
  for (const { concept, sides, reason } of balancesOf(data, all)) {
    if (reason !== undefined) continue;
    const labels = [sides[0].labels, sides[1].labels] as const;
    const forms = [sides[0].forms, sides[1].forms] as const;
    const [more, fewer] = labels[0] >= labels[1] ? sides : [sides[1], sides[0]];
    if (concept !== undefined) {
      if ((labels[0] === 0) === (labels[1] === 0)) continue;
      const at = ['concepts', data.concepts.findIndex(entry => conceptOf(entry) === concept)];
      yield remark(
        { source, at },
        'concept-one-sided',
        `of the labels of ${concept} only ${more.party} is favoured`,
        `Add what ${fewer.party} says, with its source, or say in "one_sided" why there is nothing.`,
      );
    } else if (isBeyond(labels, 3 / 2) || isBeyond(forms, 2))
      yield remark(
        { source, at: ['concepts'] },
        'topic-unbalanced',
        sides.map(side => `${side.labels} labels with ${side.forms} forms favour ${side.party}`).join(', '),
        'Expected at most three labels to two and two forms to one: add what the other side says, or say in "one_sided" of the file why there is no more.',
      );
  }
}
