import type { Words } from '../model/doc.js';
import type { Match, Matcher } from '../model/lexicon.js';
import { cutWords, fold } from './words.js';

/** A form and what it stands for; without a value it is an exception: it matches and counts nothing. */
export interface Entry<T> {
  readonly form: string;
  readonly value: T | undefined;
}

interface Leaf<T> extends Entry<T> {
  /** Where the form demands capitals: pairs of unit and character in it. */
  readonly capitals: readonly number[];
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

/**
 * What ends at a node: the node, the form, the index of its value or -1 for an exception, and where it demands capitals,
 * as pairs of unit and character in it.
 */
type TrieLeaf = readonly [node: number, form: string, value: number, capitals: readonly number[]];

/** A trie as plain data: what `npm run build` keeps of the package's own lexicons. */
export interface Trie<T> {
  /** Edges as triples: node, number of the word, next node. */
  readonly edges: readonly number[];
  readonly leaves: readonly TrieLeaf[];
  readonly values: readonly T[];
}

/**
 * Lays forms out as a trie over numbered words (Fredkin 1960).
 *
 * @param vocabulary grows by the words of the forms; share one over all kinds
 */
export function layTrie<T>(entries: Iterable<Entry<T>>, vocabulary: Map<string, number>): Trie<T> {
  const next = new Map<string, number>();
  const edges: number[] = [];
  const leaves: TrieLeaf[] = [];
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
        edges.push(node, word, target);
      }
      node = target;
    }
    if (value !== undefined && !values.has(value)) values.set(value, values.size);
    const capitals = units.flatMap((unit, k) => capitalsOf(unit).flatMap(c => [k, c]));
    leaves.push([node, form, value === undefined ? -1 : (values.get(value) as number), capitals]);
  }
  return { edges, leaves, values: [...values.keys()] };
}

/**
 * A matcher over a trie. One pass over the text however many forms there are: at each word the walk goes on only while
 * some form does.
 */
export function openMatcher<T>(trie: Trie<T>): Matcher<T> {
  // Edges in one map, keyed by node and word together.
  const WORDS = 2 ** 24;
  const edges = new Map<number, number>();
  for (let e = 0; e < trie.edges.length; e += 3)
    edges.set((trie.edges[e] as number) * WORDS + (trie.edges[e + 1] as number), trie.edges[e + 2] as number);
  const leaves: (Leaf<T>[] | undefined)[] = [];
  for (const [node, form, value, capitals] of trie.leaves) {
    const leaf: Leaf<T> = { form, value: value < 0 ? undefined : trie.values[value], capitals };
    const here = leaves[node];
    if (here === undefined) leaves[node] = [leaf];
    else {
      here.push(leaf);
      // The form that demands most is tried first: "US" before "us".
      here.sort((a, b) => b.capitals.length - a.capitals.length);
    }
  }

  // Where each word leads from the root; most words of a text lead nowhere, and a list says so faster than a map.
  const root = new Int32Array(
    trie.edges.reduce((most, word, e) => (e % 3 === 1 ? Math.max(most, word) : most), 0) + 1,
  );
  for (const [edge, node] of edges) if (edge < WORDS) root[edge] = node;

  return {
    find(words: Words, from: number, to: number, accepts?: (value: T) => boolean): Match<T>[] {
      const found: Match<T>[] = [];
      const { id } = words;
      let i = from;
      while (i < to) {
        let next: number | undefined = root[id[i] as number];
        if (next === undefined || next === 0) {
          i++;
          continue;
        }
        let best: Leaf<T> | undefined;
        let last = i + 1;
        for (let j = i; next !== undefined; ) {
          j++;
          const leaf = leaves[next]?.find(
            candidate =>
              hasCapitals(candidate, words, i) &&
              (accepts === undefined || candidate.value === undefined || accepts(candidate.value)),
          );
          if (leaf !== undefined) {
            best = leaf;
            last = j;
          }
          const ahead = j < to ? (id[j] as number) : -1;
          next = ahead < 0 ? undefined : edges.get(next * WORDS + ahead);
        }
        if (best === undefined) {
          i++;
          continue;
        }
        if (best.value !== undefined)
          found.push({
            start: words.start[i] as number,
            end: words.end[last - 1] as number,
            first: i,
            last,
            value: best.value,
            form: best.form,
          });
        i = last;
      }
      return found;
    },
  };
}

function hasCapitals<T>({ capitals }: Leaf<T>, { text, start }: Words, first: number): boolean {
  for (let k = 0; k < capitals.length; k += 2) {
    const at = (start[first + (capitals[k] as number)] as number) + (capitals[k + 1] as number);
    if (!UPPER.test(text.charAt(at))) return false;
  }
  return true;
}
