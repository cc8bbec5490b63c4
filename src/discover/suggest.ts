import { byCount, byText, countsOf, getOrAdd, groupBy, sum } from '../model/collections.js';
import type { Concept, Lexicons } from '../model/lexicon.js';
import type { Trace } from '../model/story.js';
import type { SuggestedConcept, SuggestedLabel, Suggestions } from '../model/suggestion.js';
import { wordsInside } from '../text/trace.js';
import { LabelMaker } from './label-maker.js';
import { modifiersBefore } from './modifiers.js';
import { type Filler, type FillerUse, isOfParty, type RivalPair, SlotIndex } from './rivals.js';
import { isName, mayBeTerm, type WordRange } from './slots.js';
import { spelling } from './spelling.js';

/** More rivals than these are seldom names of one thing. */
const MOST_LABELS = 6;
/** A third word must stand in the same slots as both of the first two, by at least this share of their score. */
const LEAST_SHARE = 0.25;

/**
 * Words from the user's own articles that a lexicon may want: more names for the concepts that it has, choice sets that it
 * lacks, and words beside parties and places that differ over outlets. Candidates to read and choose from, no findings.
 *
 * @param only the id of a known concept: nothing else is looked for
 */
export function suggest(given: readonly Trace[], lexicons: Lexicons, only?: string): Suggestions {
  const traces = given.toSorted((a, b) => byText(a.outlet, b.outlet) || byText(a.article, b.article));
  const labelled = traces.map(labelsIn);
  const out = traces.map(trace => outOfChoice(trace, lexicons));
  const index = new SlotIndex(
    traces,
    (article, w) => (out[article] as ReadonlySet<number>).has(w),
    ({ words }) => words.map(word => spelling(word, lexicons)).join(' '),
  );
  const maker = new LabelMaker(traces, lexicons);
  const free = (filler: Filler): boolean => knownConcept(filler, labelled) === undefined;
  const asked = [...lexicons.concepts.values()].filter(({ id }) => only === undefined || only === id);
  const concepts = known(asked, index, traces, labelled, free, maker);
  const named = new Set(concepts.flatMap(({ labels }) => labels.map(({ name }) => name)));
  const isNew = (filler: Filler): boolean => free(filler) && !named.has(filler.words.join(' '));
  if (only === undefined)
    concepts.push(...samePlace(index.pairs(isNew), traces, maker), ...beforeNames(traces, out, maker));
  return {
    articles: traces.length,
    outlets: [...groupBy(traces, ({ outlet }) => outlet)].map(([outlet, own]) => ({
      outlet,
      words: sum(own.map(({ counted }) => counted.length)),
    })),
    parties: partiesOf(labelled, lexicons) ?? mostNamed(traces),
    concepts,
  };
}

/** A place where a terminology lexicon finds a label. */
interface LabelPlace {
  readonly concept: string;
  readonly label: string;
  readonly use: WordRange;
}

/** By word; the words of one place have one object. */
type Labelled = ReadonlyMap<number, LabelPlace>;

function labelsIn(trace: Trace, article: number): Labelled {
  const labels = new Map<number, LabelPlace>();
  for (const term of trace.terms) {
    const { concept, label, sentence } = term;
    const { first, last } = wordsInside(trace, term);
    const place = { concept, label, use: { article, sentence, first, last } };
    for (let w = first; w < last; w++) labels.set(w, place);
  }
  return labels;
}

/** Each place once. */
const placesIn = (labelled: readonly Labelled[]): Set<LabelPlace> =>
  new Set(labelled.flatMap(words => [...words.values()]));

/** Words of offices and of parties: who is meant, and not what they are called. */
function outOfChoice(trace: Trace, { role, party }: Lexicons): Set<number> {
  const out = new Set<number>();
  for (const { from, to } of trace.sentences)
    for (const found of [role.find(trace.words, from, to), party.find(trace.words, from, to)])
      for (const { first, last } of found) for (let w = first; w < last; w++) out.add(w);
  return out;
}

/** The concept that a lexicon takes a filler for, at half of its places or more. */
function knownConcept({ uses }: Filler, labelled: readonly Labelled[]): string | undefined {
  const concepts = uses.flatMap(({ use }) => labelled[use.article]?.get(use.first)?.concept ?? []);
  return [...countsOf(concepts)].find(([, count]) => count * 2 >= uses.length)?.[0];
}

/** What stands where the labels of known concepts stand, after those labels that stand in the articles. */
function known(
  asked: readonly Concept[],
  index: SlotIndex,
  traces: readonly Trace[],
  labelled: readonly Labelled[],
  free: (filler: Filler) => boolean,
  maker: LabelMaker,
): SuggestedConcept[] {
  const found = asked.flatMap(concept => {
    const pairs = candidatesFor(concept.id, index, labelled, free);
    return pairs.length === 0 ? [] : [{ concept, pairs }];
  });
  const places = groupBy(placesIn(labelled), ({ concept, label }) => `${concept}\t${label}`);
  // What fits several concepts is put to the one that it fits best.
  const best = new Map<string, number>();
  for (const { pairs } of found)
    for (const { b, score } of pairs) best.set(b.key, Math.max(score, best.get(b.key) ?? 0));
  return found
    .flatMap(({ concept: { id, gloss, labels }, pairs }): SuggestedConcept[] => {
      const own = pairs.filter(({ b, score }) => score === best.get(b.key));
      const suggested = maker.labelsOf([
        ...own.map(pair => candidateOf(traces, pair.b, pair.shared)),
        ...labels.flatMap(({ id: name, source }) => {
          const uses = places.get(`${id}\t${name}`)?.map(({ use }) => use);
          return uses === undefined ? [] : [{ name, uses, known: { id: name, source } }];
        }),
      ]);
      if (!suggested.some(label => label.known === undefined)) return [];
      const score = own[0]?.score ?? 0;
      return [{ kind: 'known', id, gloss, shared: sharedBy(own), labels: suggested, score }];
    })
    .toSorted((a, b) => b.score - a.score);
}

/** What stands in the slots of the labels of one concept, the best first. */
function candidatesFor(
  concept: string,
  index: SlotIndex,
  labelled: readonly Labelled[],
  free: (filler: Filler) => boolean,
): RivalPair[] {
  const best = new Map<string, RivalPair>();
  for (const filler of index.fillers.values()) {
    const own = filler.uses.map(({ use }) => labelled[use.article]?.get(use.first)?.concept === concept);
    if (!own.includes(true)) continue;
    const slots = new Map([...filler.slots].filter(([, uses]) => uses.some(number => own[number])));
    for (const pair of index.pairsWith({ ...filler, slots }, free)) {
      if ((best.get(pair.b.key)?.score ?? 0) < pair.score) best.set(pair.b.key, pair);
    }
  }
  const pairs = [...best.values()].toSorted((a, b) => b.score - a.score || byText(a.b.key, b.b.key));
  const least = LEAST_SHARE * (pairs[0]?.score ?? 0);
  return pairs.filter(({ score }) => score >= least).slice(0, MOST_LABELS);
}

/** Choice sets that grow from the best pairs; each filler stands in one. */
function samePlace(
  pairs: readonly RivalPair[],
  traces: readonly Trace[],
  maker: LabelMaker,
): SuggestedConcept[] {
  const taken = new Set<string>();
  const mark = ({ place, words }: Filler): string => `${place} ${words.at(-1)}`;
  const between = new Map<Filler, Map<Filler, RivalPair>>();
  const pairsOf = (filler: Filler) => getOrAdd(between, filler, () => new Map<Filler, RivalPair>());
  for (const pair of pairs) {
    pairsOf(pair.a).set(pair.b, pair);
    pairsOf(pair.b).set(pair.a, pair);
  }
  const concepts: SuggestedConcept[] = [];
  for (const seed of pairs) {
    if (taken.has(mark(seed.a)) || taken.has(mark(seed.b))) continue;
    const members = [seed.a, seed.b];
    for (const candidate of pairsOf(seed.a).keys()) {
      if (members.length >= MOST_LABELS || taken.has(mark(candidate)) || members.includes(candidate))
        continue;
      const scoreWith = (member: Filler): number => pairsOf(member).get(candidate)?.score ?? 0;
      if (members.every(member => scoreWith(member) >= LEAST_SHARE * seed.score)) members.push(candidate);
    }
    const joined = members.flatMap((a, i) => members.slice(i + 1).map(b => pairsOf(a).get(b) as RivalPair));
    const sharedWith = (filler: Filler): string[] =>
      joined.flatMap(({ a, b, shared }) => (a === filler || b === filler ? shared : []));
    const labels = maker.labelsOf(members.map(filler => candidateOf(traces, filler, sharedWith(filler))));
    if (labels.length === 0) continue;
    for (const member of members) taken.add(mark(member));
    concepts.push({
      kind: 'same place',
      id: labels
        .slice(0, 2)
        .map(({ name }) => name)
        .join(' or '),
      gloss: '',
      shared: sharedBy(joined),
      labels,
      score: seed.score * (1 + mostApart(labels)),
    });
  }
  return concepts.toSorted((a, b) => b.score - a.score);
}

/** What stands before the names of parties and places. */
const beforeNames = (
  traces: readonly Trace[],
  out: readonly ReadonlySet<number>[],
  maker: LabelMaker,
): SuggestedConcept[] =>
  modifiersBefore(traces, out)
    .map(({ subject, modifiers }): SuggestedConcept => {
      const labels = maker.labelsOf([...modifiers].map(([name, uses]) => ({ name, uses })));
      return {
        kind: 'beside',
        id: `before ${subject}`,
        gloss: '',
        shared: [`_ ${subject}`],
        labels,
        score: mostApart(labels),
      };
    })
    .filter(({ labels }) => labels.length > 0)
    .toSorted((a, b) => b.score - a.score);

/** The greatest z-score by which an outlet sets a label apart. */
const mostApart = (labels: readonly SuggestedLabel[]): number =>
  Math.max(0, ...labels.map(({ apart }) => apart?.z ?? 0));

/** A filler as a label, where it stands in the slots that it shares. */
const candidateOf = (traces: readonly Trace[], { words, uses, slots }: Filler, shared: readonly string[]) => {
  const numbers = new Set(shared.flatMap(slot => slots.get(slot) ?? []));
  return {
    name: words.join(' '),
    uses: uses.filter((_, i) => numbers.has(i)).map(filled => widened(traces, filled)),
  };
};

/** With the words of its chunk that make it a name by itself: up to two before a head, those from a modifier to the head. */
function widened(traces: readonly Trace[], { use, chunk }: FillerUse): WordRange {
  const trace = traces[use.article] as Trace;
  let { first, last } = use;
  if (last === chunk.last)
    while (first > chunk.first && use.first - first < 2 && mayBeTerm(trace, first - 1, first)) first--;
  else
    while (last < chunk.last && last - use.last < 2 && !(isName(trace, last) && !isName(trace, last - 1)))
      last++;
  return { ...use, first, last };
}

/** The slots that most pairs share, the commonest first, and those last that a party makes by itself. */
function sharedBy(pairs: readonly RivalPair[]): string[] {
  return [...countsOf(pairs.flatMap(({ shared }) => shared))]
    .toSorted((a, b) => Number(isOfParty(a[0])) - Number(isOfParty(b[0])) || byCount(a, b))
    .map(([slot]) => slot);
}

/** The parties of the lexicon whose labels stand most in the articles. */
function partiesOf(labelled: readonly Labelled[], { concepts }: Lexicons): readonly string[] | undefined {
  const parties = [...placesIn(labelled)].map(({ concept }) => concepts.get(concept)?.parties ?? []);
  const groups = [...groupBy(parties, each => each.join(' ')).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0];
}

const mostNamed = (traces: readonly Trace[]): string[] =>
  [...countsOf(traces.flatMap(({ mentions }) => mentions.map(({ party }) => party)))]
    .toSorted(byCount)
    .slice(0, 2)
    .map(([party]) => party)
    .sort();
