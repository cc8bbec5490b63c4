import type { Cast } from '../model/cast.js';
import { addTo, countsOf, getOrAdd, sum } from '../model/collections.js';
import type { Referent } from '../model/designation.js';
import type { Lexicons, RoleForm } from '../model/lexicon.js';
import { TAG, type Trace } from '../model/story.js';
import { isTagged, spanAt, wordAt, wordsAt, wordsInside } from '../text/trace.js';
import type { FoundPhrase } from './member-phrases.js';
import { modifiersBefore } from './modifiers.js';
import { type Filler, type RivalPair, SlotIndex } from './rivals.js';
import { chunksOf, isName, mayBeTerm, stem, type WordRange } from './slots.js';
import { spelling } from './spelling.js';

/** Somebody or something with the noun phrases that stand for it. */
export interface FoundReferent extends Pick<Referent, 'id' | 'name' | 'kind'> {
  readonly phrases: readonly FoundPhrase[];
}

/** Two words that share less, in bits, are too often two things; chosen by reading what 42 stories have. */
const LEAST_SCORE = 2.75;
/** In so many places somebody may stand where what seems a thing does: no list has all nouns for people. */
const SURE_PLACES = 5;
/** A further name shares with both of the first two so much of that. */
const LEAST_OF_FURTHER = 0.5;
/** Uses of each of two names, in whatever words, and of both together in own words. */
const LEAST_OF_EACH = 2;
const LEAST_TOGETHER = 4;
/** The share of outlets that use one of the names, from which on a thing is the story’s. */
const MOST_OUTLETS = 2 / 3;
const MOST_NAMES = 4;

const AGENT_NOUN = /(?:er|or|ist|ian|ee|man|men)$/;

/** Nouns that stand where others stand, and that most outlets use one of: names of one thing, or of one group. */
export function rivalNouns(traces: readonly Trace[], lexicons: Lexicons): FoundReferent[] {
  const people = traces.map(trace => rolesOf(trace, lexicons, ({ refers }) => refers !== 'it'));
  const out = traces.map(trace => outOfChoice(trace, lexicons));
  const index = new SlotIndex(
    traces,
    (article, w) => (out[article] as ReadonlySet<number>).has(w),
    ({ words }) => words.map(word => spelling(word, lexicons)).join(' '),
  );
  const isPerson = ({ uses }: Filler): boolean =>
    uses.some(({ use }) => people[use.article]?.has(use.last - 1));
  const mayBePerson = (filler: Filler): boolean =>
    isPerson(filler) || AGENT_NOUN.test(filler.words.at(-1) as string);
  const pairs = index
    .pairs(({ place, uses }) => place === 'head' && uses.length >= LEAST_OF_EACH)
    .filter(
      ({ a, b, shared }) =>
        shared.length >= SURE_PLACES ||
        ((!isPerson(a) || mayBePerson(b)) && (!isPerson(b) || mayBePerson(a))),
    );
  return setsOf(pairs).flatMap(fillers => {
    const slots = slotsShared(fillers);
    const name = fillers.map(({ words }) => words.join(' ')).join(' or ');
    const own = fillers.flatMap(({ uses }) => uses.filter(({ use }) => isOwn(traces, use)));
    const outlets = new Set(own.map(({ use }) => (traces[use.article] as Trace).outlet));
    const all = new Set(traces.map(({ outlet }) => outlet));
    if (own.length < LEAST_TOGETHER || outlets.size < Math.max(2, MOST_OUTLETS * all.size)) return [];
    // What a lexicon has is told as rival terms.
    if (
      fillers.every(({ uses }) =>
        isListed(
          traces,
          uses.map(({ use }) => use),
        ),
      )
    )
      return [];
    const phrases = fillers.flatMap(({ words, uses, slots: own }) => {
      const shared = new Set(slots.flatMap(slot => own.get(slot) ?? []));
      return uses.map(
        ({ use }, u): FoundPhrase => ({ key: words.join(' '), kind: 'choice', use, shared: shared.has(u) }),
      );
    });
    return [{ id: name.replaceAll(' ', '-'), name, kind: 'thing', phrases }];
  });
}

/** The slots that two of some words stand in. */
function slotsShared(fillers: readonly Filler[]): string[] {
  const counts = countsOf(fillers.flatMap(({ slots }) => [...slots.keys()]));
  return [...counts].filter(([, count]) => count > 1).map(([slot]) => slot);
}

/** Whether terminology lexicons have some words, at half of their places or more. */
function isListed(traces: readonly Trace[], uses: readonly WordRange[]): boolean {
  const listed = uses.filter(({ article, first, last }) => {
    const trace = traces[article] as Trace;
    const { start, end } = spanAt(trace, first, last);
    return trace.terms.some(({ span }) => span.start < end && span.end > start);
  });
  return listed.length * 2 >= uses.length;
}

/** Sets that grow from the best pairs; each word stands in one. */
function setsOf(pairs: readonly RivalPair[]): Filler[][] {
  const scores = new Map<string, number>();
  const keyOf = (a: Filler, b: Filler): string => [a.key, b.key].sort().join('\t');
  for (const { a, b, score } of pairs) scores.set(keyOf(a, b), score);
  const taken = new Set<string>();
  const headOf = ({ words }: Filler): string => words.at(-1) as string;
  const sets: Filler[][] = [];
  for (const { a, b, score } of pairs) {
    if (score < LEAST_SCORE || taken.has(headOf(a)) || taken.has(headOf(b))) continue;
    const set = [a, b];
    for (const other of new Set(
      pairs.flatMap(pair => (pair.a === a ? [pair.b] : pair.b === a ? [pair.a] : [])),
    )) {
      const heads = set.map(headOf);
      if (set.length >= MOST_NAMES || taken.has(headOf(other)) || heads.includes(headOf(other))) continue;
      if (set.every(each => (scores.get(keyOf(each, other)) ?? 0) >= LEAST_OF_FURTHER * score))
        set.push(other);
    }
    for (const filler of set) taken.add(headOf(filler));
    sets.push(set);
  }
  return sets;
}

/** Words for officials and the media, and names of parties: who is meant, and not what they are called. */
function outOfChoice(trace: Trace, lexicons: Lexicons): Set<number> {
  const out = rolesOf(
    trace,
    lexicons,
    ({ kind, refers }) => refers !== 'it' && (kind === 'official' || kind === 'media'),
  );
  for (const { from, to } of trace.sentences)
    for (const { first, last } of lexicons.party.find(trace.words, from, to))
      for (let w = first; w < last; w++) out.add(w);
  return out;
}

function rolesOf(trace: Trace, { role }: Lexicons, accepts: (value: RoleForm) => boolean): Set<number> {
  const found = new Set<number>();
  for (const { from, to } of trace.sentences)
    for (const { first, last } of role.find(trace.words, from, to, accepts))
      for (let w = first; w < last; w++) found.add(w);
  return found;
}

const isOwn = (traces: readonly Trace[], { article, last }: WordRange): boolean =>
  (traces[article] as Trace).voice[last - 1] === 0;

/** What stands before the noun for a group, where two outlets differ in it: *illegal immigrants*, *undocumented immigrants*. */
export function modifiedGroups(traces: readonly Trace[], { members }: Cast): FoundReferent[] {
  const found = new Map<string, FoundPhrase[]>();
  for (const [article, trace] of traces.entries()) {
    const groups = new Map<number, string>();
    for (const mention of trace.named)
      if (members.get(mention.member)?.kind === 'group')
        groups.set(
          wordsInside(trace, { span: mention, sentence: mention.sentence }).last - 1,
          mention.member,
        );
    for (const { sentence, ...chunk } of chunksOf(trace, article)) {
      const head = chunk.last - 1;
      const id = groups.get(head);
      if (id === undefined) continue;
      let first = head;
      while (first > chunk.first && mayBeTerm(trace, first - 1, first) && !isName(trace, first - 1)) first--;
      const words = wordsAt(trace, first, chunk.last).map(stem);
      const use = { article, sentence, first, last: chunk.last };
      addTo(found, id, { key: words.join(' '), kind: first === head ? 'name' : 'choice', use });
    }
  }
  return [...found]
    .filter(([, phrases]) => isContested(traces, phrases))
    .flatMap(([id, phrases]) => {
      const member = members.get(id);
      return member === undefined ? [] : [{ id, name: member.name, kind: member.kind, phrases }];
    });
}

/** What stands before a name that is nobody’s of the cast, where two outlets differ in it: *occupied X*, *disputed X*. */
export function modifiedNames(traces: readonly Trace[], lexicons: Lexicons): FoundReferent[] {
  const members = traces.map(trace => {
    const named = new Set<number>();
    for (const mention of trace.named) {
      const { first, last } = wordsInside(trace, { span: mention, sentence: mention.sentence });
      for (let w = first; w < last; w++) named.add(w);
    }
    return named;
  });
  const out = traces.map(trace => outOfChoice(trace, lexicons));
  return modifiersBefore(traces, out).flatMap(({ subject, modifiers }): FoundReferent[] => {
    const phrases = [...modifiers].flatMap(([key, uses]) =>
      uses
        .filter(use => !isListed(traces, [use]) && members[use.article]?.has(use.last - 1) !== true)
        .map((use): FoundPhrase => ({ key, kind: 'choice', use })),
    );
    if (!isContested(traces, phrases)) return [];
    return [
      { id: `before-${subject.toLowerCase().replaceAll(' ', '-')}`, name: subject, kind: 'thing', phrases },
    ];
  });
}

/** Whether one outlet has one modifier, in its own words and twice, and another has another, neither the other’s. */
function isContested(traces: readonly Trace[], phrases: readonly FoundPhrase[]): boolean {
  const byOutlet = new Map<string, Map<string, number>>();
  for (const { key, kind, use } of phrases) {
    if (kind !== 'choice' || !isOwn(traces, use)) continue;
    const counts = getOrAdd(byOutlet, (traces[use.article] as Trace).outlet, () => new Map<string, number>());
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const outlets = [...byOutlet.values()];
  return outlets.some(mine =>
    outlets.some(
      theirs =>
        [...mine].some(([key, count]) => count > 1 && !theirs.has(key)) &&
        [...theirs.keys()].some(key => !mine.has(key)),
    ),
  );
}

/** *the X government*, *the X regime*: words for the government of a member, where one of them evaluates. */
export function governmentsOf(
  traces: readonly Trace[],
  lexicons: Lexicons,
  { members }: Cast,
): FoundReferent[] {
  const found = new Map<string, FoundPhrase[]>();
  for (const [article, trace] of traces.entries()) {
    const governments = rolesOf(trace, lexicons, ({ role }) => role === 'government');
    for (const mention of trace.named) {
      const { sentence, member } = mention;
      const { first, last } = wordsInside(trace, { span: mention, sentence });
      const { to = 0, zone } = trace.sentences[sentence] ?? {};
      if (last <= first || last >= to || zone === 'headline' || !isTagged(trace, last, TAG.noun | TAG.name))
        continue;
      if (!/^\s+$/.test(trace.text.slice(mention.end, trace.words.start[last]))) continue;
      const neutral = governments.has(last);
      const loaded = lexicons.loaded.find(trace.words, last, last + 1).some(({ value }) => value.judges);
      if (!neutral && !loaded) continue;
      const key = stem(wordAt(trace, last));
      addTo(found, member, {
        key,
        kind: neutral ? 'title' : 'choice',
        use: { article, sentence, first, last: last + 1 },
      });
    }
  }
  return [...found].flatMap(([id, phrases]) => {
    const kinds = countsOf(phrases.map(({ kind }) => kind));
    const name = members.get(id)?.name;
    if (name === undefined || sum(kinds.values()) < LEAST_TOGETHER || kinds.size < 2) return [];
    return [{ id: `${id}-government`, name: `government of ${name}`, kind: 'thing', phrases }];
  });
}
