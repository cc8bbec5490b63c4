import { getOrAdd } from '../model/collections.js';
import { TAG } from '../model/story.js';
import { isUnitTagged, type KeyedTrace, unitText } from '../text/keys.js';
import type { SearchedItem } from './search.js';

/** A common noun that stands fewer times in a story is passed over. */
const LEAST_TIMES = 3;

/** Common nouns of a story that more than one outlet has; plurals without their *s* are singular. */
export function termsOf(traces: readonly KeyedTrace[]): SearchedItem[] {
  const terms = new Map<string, { forms: Map<string, number>; count: number; outlets: Set<string> }>();
  for (const trace of traces) {
    for (const [u, key] of trace.units.key.entries()) {
      if (!isUnitTagged(trace, u, TAG.noun)) continue;
      const form = unitText(trace, u);
      if (!/^\p{Ll}{4,}$/u.test(form)) continue;
      const term = getOrAdd(terms, form.replace(/(?<=[^s])s$/, ''), () => ({
        forms: new Map(),
        count: 0,
        outlets: new Set(),
      }));
      term.forms.set(form, key);
      term.count++;
      term.outlets.add(trace.outlet);
    }
  }
  return [...terms.values()]
    .filter(({ count, outlets }) => count >= LEAST_TIMES && outlets.size > 1)
    .map(({ forms }) => ({
      kind: 'term',
      // As it is written: *clashes*, where nobody writes of one.
      item: [...forms.keys()].toSorted((a, b) => a.length - b.length)[0] as string,
      forms: [...forms.keys()].sort(),
      sequences: [...new Set(forms.values())].map(number => [number]),
      capital: false,
    }));
}
