import type { Span } from '../model/article.js';
import type { ItemKind, Trace } from '../model/story.js';
import type { Units } from '../text/keys.js';
import { nounsIn } from './items.js';

/** A common word that stands fewer times in a story is passed over. */
const LEAST_TERM = 3;

/** An item with every place at which it stands. */
export interface FoundItem {
  readonly kind: ItemKind;
  readonly item: string;
  readonly forms: readonly string[];
  /** A fact whose numbers are worth showing. */
  readonly figure: boolean;
  /** In the order of the articles, then of the text. */
  readonly places: readonly FoundPlace[];
}

export interface FoundPlace extends Span {
  /** Number of the article. */
  readonly article: number;
  readonly sentence: number;
}

/** An item that is looked for by sequences of word numbers. */
export interface Sought {
  readonly kind: ItemKind;
  readonly item: string;
  readonly shown: readonly string[];
  readonly sequences: readonly (readonly number[])[];
  /** Whether the first word must begin with a capital. */
  readonly capital: boolean;
  readonly places: FoundPlace[];
}

/** Gives each item its places: one pass over the words, whatever the number of items. */
export function search(sought: readonly Sought[], traces: readonly Trace[], units: readonly Units[]): void {
  const byFirst = new Map<number, { readonly item: Sought; readonly sequence: readonly number[] }[]>();
  for (const item of sought)
    for (const sequence of item.sequences) {
      const first = sequence[0] as number;
      const list = byFirst.get(first);
      if (list === undefined) byFirst.set(first, [{ item, sequence }]);
      else list.push({ item, sequence });
    }
  for (const list of byFirst.values()) list.sort((a, b) => b.sequence.length - a.sequence.length);
  for (const [article, trace] of traces.entries()) {
    const { key, start, end, sentence } = units[article] as Units;
    // A word inside a longer name is of that name: *Korea* in *North Korea*.
    let covered: { readonly item: Sought; readonly to: number } | undefined;
    for (let s = 0; s < trace.sentences.length; s++)
      for (let u = sentence[s] as number; u < (sentence[s + 1] as number); u++)
        for (const { item, sequence } of byFirst.get(key[u] as number) ?? []) {
          const last = u + sequence.length;
          if (last > (sentence[s + 1] as number)) continue;
          if (covered !== undefined && last <= covered.to && item.capital && covered.item !== item) continue;
          const fits = sequence.every(
            (number, k) =>
              key[u + k] === number &&
              (k > 0 || !item.capital || isCapital(trace.text.charAt(start[u] as number))),
          );
          if (fits && sequence.length > 1) covered = { item, to: last };
          const before = item.places.at(-1);
          const known = before?.article === article && before.end > (start[u] as number);
          if (fits && !known)
            item.places.push({
              article,
              sentence: s,
              start: start[u] as number,
              end: end[last - 1] as number,
            });
        }
  }
}

const isCapital = (ch: string): boolean => /[\p{Lu}\p{N}]/u.test(ch);

/** Common nouns of a story that more than one outlet has. */
export function termsOf(traces: readonly Trace[], units: readonly Units[]): Sought[] {
  const terms = new Map<string, { forms: Map<string, number>; count: number; outlets: Set<string> }>();
  for (const [article, trace] of traces.entries())
    for (const { key, form, number } of nounsIn(trace, units[article] as Units)) {
      const term = terms.get(key) ?? { forms: new Map(), count: 0, outlets: new Set() };
      terms.set(key, term);
      term.forms.set(form, number);
      term.count++;
      term.outlets.add(trace.outlet);
    }
  return [...terms]
    .filter(([, { count, outlets }]) => count >= LEAST_TERM && outlets.size > 1)
    .map(([, { forms }]) => ({
      kind: 'term',
      // As it is written: *clashes*, where nobody writes of one.
      item: [...forms.keys()].toSorted((a, b) => a.length - b.length)[0] as string,
      shown: [...forms.keys()].sort(),
      sequences: [...new Set(forms.values())].map(number => [number]),
      capital: false,
      places: [],
    }));
}
