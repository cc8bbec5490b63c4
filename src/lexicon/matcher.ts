import type { Words } from '../model/doc.js';
import type { Match, Matcher } from '../model/lexicon.js';
import { cutWords, fold } from './words.js';

/** A form and what it stands for; without a value it is an exception: it matches and counts nothing. */
export interface Entry<T> {
  readonly form: string;
  readonly value: T | undefined;
}

/** Cuts a form as a text is cut; the units keep their capitals. */
export function formUnits(form: string): string[] {
  const words = cutWords(form, new Map());
  const units: string[] = [];
  for (let i = 0; i < words.length; i++) units.push(form.slice(words.start[i], words.end[i]));
  return units;
}

/**
 * What two forms have in common when they match the same text: folded units, and where capitals are demanded.
 */
export const formKey = (form: string): string =>
  formUnits(form)
    .map(unit => fold(unit) + capitalsOf(unit).join(''))
    .join(' ');

const UPPER = /\p{Lu}/u;

const capitalsOf = (unit: string): number[] =>
  UPPER.test(unit) ? [...unit].flatMap((ch, i) => (UPPER.test(ch) ? [i] : [])) : [];

/** A trie as plain data: what `npm run build` keeps of the package's own lexicons. */
export interface Trie<T> {
  /** Edges as triples: node, number of the word, next node; in the order of the nodes, and of the words of each. */
  readonly edges: readonly number[];
  /**
   * What ends at nodes, as triples: node, index of its value or -1 for an exception, end of its run in `capitals`; in the
   * order of the nodes, and at each the form that demands most capitals first (*US* before *us*). Flat lists are read
   * and laid out in half the time of lists of lists.
   */
  readonly leaves: readonly number[];
  /** The form of each leaf. */
  readonly forms: readonly string[];
  /** Where forms demand capitals, as pairs of unit and character in it. */
  readonly capitals: readonly number[];
  readonly values: readonly T[];
}

/**
 * Lays forms out as a trie over numbered words (Fredkin 1960).
 *
 * @param vocabulary grows by the words of the forms; share one over all kinds
 */
export function layTrie<T>(entries: Iterable<Entry<T>>, vocabulary: Map<string, number>): Trie<T> {
  const next = new Map<string, number>();
  const edges: [node: number, word: number, target: number][] = [];
  const leaves: { node: number; form: string; value: number; capitals: readonly number[] }[] = [];
  const values = new Map<T, number>();
  let nodes = 1;
  for (const { form, value } of entries) {
    const units = formUnits(form);
    if (units.length === 0) continue;
    let node = 0;
    for (const unit of units) {
      const key = fold(unit);
      let word = vocabulary.get(key);
      if (word === undefined) {
        word = vocabulary.size;
        vocabulary.set(key, word);
      }
      const edge = `${node} ${word}`;
      let target = next.get(edge);
      if (target === undefined) {
        target = nodes++;
        next.set(edge, target);
        edges.push([node, word, target]);
      }
      node = target;
    }
    if (value !== undefined && !values.has(value)) values.set(value, values.size);
    const capitals = units.flatMap((unit, k) => capitalsOf(unit).flatMap(c => [k, c]));
    leaves.push({ node, form, value: value === undefined ? -1 : (values.get(value) as number), capitals });
  }
  edges.sort(([a, x], [b, y]) => a - b || x - y);
  leaves.sort((a, b) => a.node - b.node || b.capitals.length - a.capitals.length);
  let end = 0;
  return {
    edges: edges.flat(),
    leaves: leaves.flatMap(({ node, value, capitals }) => {
      end += capitals.length;
      return [node, value, end];
    }),
    forms: leaves.map(({ form }) => form),
    capitals: leaves.flatMap(({ capitals }) => capitals),
    values: [...values.keys()],
  };
}

/**
 * A matcher over a trie. One pass over the text however many forms there are: at each word the walk goes on only while
 * some form does.
 */
export function openMatcher<T>(trie: Trie<T>): Matcher<T> {
  // The edges of a node are a run of two lists, its words in order: laid out in no time, where a map took as long as
  // reading the rest of the lexicons.
  const size = trie.edges.length / 3;
  const runs = runsOf(trie.edges, size);
  const words = new Int32Array(size);
  const targets = new Int32Array(size);
  let widest = 0;
  for (let e = 0; e < size; e++) {
    const word = trie.edges[3 * e + 1] as number;
    words[e] = word;
    targets[e] = trie.edges[3 * e + 2] as number;
    if (word > widest) widest = word;
  }

  /** Where a word leads from a node, or 0: nothing leads back to the root. */
  const follow = (node: number, word: number): number => {
    let low = runs[node] as number;
    let high = runs[node + 1] as number;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = words[middle] as number;
      if (there === word) return targets[middle] as number;
      if (there < word) low = middle + 1;
      else high = middle;
    }
    return 0;
  };

  const { leaves, forms, capitals, values } = trie;
  const leafRuns = runsOf(leaves, size);
  const meaningOf = (leaf: number): T | undefined => values[leaves[3 * leaf + 1] as number];

  /** Whether the words from one on have the capitals that a form demands. */
  const fits = (leaf: number, text: Words, first: number): boolean => {
    const from = leaf === 0 ? 0 : (leaves[3 * leaf - 1] as number);
    return hasCapitals(capitals, from, leaves[3 * leaf + 2] as number, text, first);
  };

  /** The first leaf of a node that accepts the words from one on, or -1. */
  const leafAt = (
    node: number,
    text: Words,
    first: number,
    accepts: ((value: T) => boolean) | undefined,
  ): number => {
    const end = leafRuns[node + 1] as number;
    for (let leaf = leafRuns[node] as number; leaf < end; leaf++) {
      if (!fits(leaf, text, first)) continue;
      const value = accepts && meaningOf(leaf);
      if (accepts === undefined || value === undefined || accepts(value)) return leaf;
    }
    return -1;
  };

  // Where each word leads from the root; most words of a text lead nowhere, and a list says so at once.
  const root = new Int32Array(widest + 1);
  for (let e = 0; e < (runs[1] as number); e++) root[words[e] as number] = targets[e] as number;

  return {
    find(text: Words, from: number, to: number, accepts?: (value: T) => boolean): Match<T>[] {
      const found: Match<T>[] = [];
      const { id } = text;
      let i = from;
      while (i < to) {
        let next = root[id[i] as number] ?? 0;
        if (next === 0) {
          i++;
          continue;
        }
        let best = -1;
        let last = i + 1;
        for (let j = i; next !== 0; ) {
          j++;
          const leaf = leafAt(next, text, i, accepts);
          if (leaf >= 0) {
            best = leaf;
            last = j;
          }
          const ahead = j < to ? (id[j] as number) : -1;
          next = ahead < 0 ? 0 : follow(next, ahead);
        }
        if (best < 0) {
          i++;
          continue;
        }
        const value = meaningOf(best);
        if (value !== undefined)
          found.push({
            start: text.start[i] as number,
            end: text.end[last - 1] as number,
            first: i,
            last,
            value,
            form: forms[best] as string,
          });
        i = last;
      }
      return found;
    },
    every(text: Words, from: number, to: number): Match<T>[] {
      const found: Match<T>[] = [];
      const { id } = text;
      for (let i = from; i < to; i++) {
        let next = root[id[i] as number] ?? 0;
        for (let j = i + 1; next !== 0; j++) {
          const end = leafRuns[next + 1] as number;
          for (let leaf = leafRuns[next] as number; leaf < end; leaf++) {
            const value = meaningOf(leaf);
            if (value !== undefined && fits(leaf, text, i))
              found.push({
                start: text.start[i] as number,
                end: text.end[j - 1] as number,
                first: i,
                last: j,
                value,
                form: forms[leaf] as string,
              });
          }
          const ahead = j < to ? (id[j] as number) : -1;
          next = ahead < 0 ? 0 : follow(next, ahead);
        }
      }
      return found;
    },
  };
}

/** Where the triples of each node start, in a list of triples that is in the order of the nodes; and where they end. */
function runsOf(triples: readonly number[], nodes: number): Int32Array {
  const runs = new Int32Array(nodes + 3);
  for (let t = 0; t < triples.length; t += 3) runs[(triples[t] as number) + 1] = t / 3 + 1;
  for (let node = 1; node < runs.length; node++) if (runs[node] === 0) runs[node] = runs[node - 1] as number;
  return runs;
}

function hasCapitals(
  capitals: readonly number[],
  from: number,
  to: number,
  { text, start }: Words,
  first: number,
): boolean {
  for (let k = from; k < to; k += 2) {
    const at = (start[first + (capitals[k] as number)] as number) + (capitals[k + 1] as number);
    if (!UPPER.test(text.charAt(at))) return false;
  }
  return true;
}
