import { addTo, byText, getOrAdd, sum } from '../model/collections.js';
import type { Trace } from '../model/story.js';
import { folded } from '../text/keys.js';
import { isHyphened, wordsAt, wordsInside } from '../text/trace.js';
import { chunksOf, isName, mayBeTerm, type WordRange } from './slots.js';

/** The words that stand before a party or place: *breakaway*, *tiny*. */
export interface ModifiedSubject {
  /** The party's id, or the place as it is written. */
  readonly subject: string;
  /** By modifier, with the name that follows it. */
  readonly modifiers: ReadonlyMap<string, readonly WordRange[]>;
}

/** Names that stand fewer times are not worth a question. */
const LEAST_NAMED = 3;
/** Two words that stand once each are no choice that anybody made. */
const LEAST_USES = 3;

/** The modifiers of parties, and of names that are none, by how often anything stands before them. */
export function modifiersBefore(
  traces: readonly Trace[],
  out: readonly ReadonlySet<number>[],
): ModifiedSubject[] {
  const subjects = new Map<string, { named: number; modifiers: Map<string, WordRange[]> }>();
  for (const [article, trace] of traces.entries()) {
    const parties = startsOf(trace);
    for (const chunk of chunksOf(trace, article)) {
      for (let w = chunk.first; w < chunk.last; w++) {
        const party = parties.get(w);
        const begins = w === chunk.first || !isName(trace, w - 1);
        if (party === undefined && !(isName(trace, w) && begins)) continue;
        let last = party?.last ?? w + 1;
        if (party === undefined) while (last < chunk.last && isName(trace, last)) last++;
        const subject = party?.party ?? wordsAt(trace, w, last).join(' ');
        const known = getOrAdd(subjects, subject, () => ({
          named: 0,
          modifiers: new Map<string, WordRange[]>(),
        }));
        known.named++;
        const from = modifierBefore(trace, w, chunk.first);
        if (from !== undefined && !out[article]?.has(w - 1)) {
          const modifier = folded(trace.text.slice(trace.words.start[from], trace.words.end[w - 1]));
          const use = { article, sentence: chunk.sentence, first: from, last: Math.min(last, chunk.last) };
          addTo(known.modifiers, modifier, use);
        }
        w = last - 1;
      }
    }
  }
  return [...subjects]
    .map(([subject, { named, modifiers }]) => ({ subject, named, modifiers }))
    .filter(group => group.named >= LEAST_NAMED && group.modifiers.size >= 2 && usesOf(group) >= LEAST_USES)
    .toSorted((a, b) => usesOf(b) - usesOf(a) || byText(a.subject, b.subject));
}

/** Where the modifier before a name begins, with all that hyphens join to it: *Northern-occupied*. */
function modifierBefore(trace: Trace, w: number, floor: number): number | undefined {
  let from = w - 1;
  while (from > floor && isHyphened(trace, from)) from--;
  if (from < floor || isHyphened(trace, w) || isName(trace, w - 1)) return undefined;
  if (from < w - 1) return from;
  return mayBeTerm(trace, from, w) ? from : undefined;
}

const usesOf = ({ modifiers }: Pick<ModifiedSubject, 'modifiers'>): number =>
  sum([...modifiers.values()].map(({ length }) => length));

/** Mentions of parties other than by a person's name, by their first word. */
function startsOf(trace: Trace): Map<number, { readonly party: string; readonly last: number }> {
  return new Map(
    trace.mentions
      .filter(({ name }) => name === undefined)
      .map(mention => {
        const { first, last } = wordsInside(trace, mention);
        return [first, { party: mention.party, last }];
      }),
  );
}
