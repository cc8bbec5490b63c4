import { getOrAdd } from '../model/collections.js';
import type { Match, Matcher } from '../model/lexicon.js';
import type { Words } from '../model/words.js';
import { cutWords, fold, WILDCARDS } from './words.js';

/** A form and what it stands for; without a value it is an exception: it matches and is not counted. */
export interface Entry<T> {
  readonly form: string;
  readonly value: T | undefined;
}

/** Cuts a form as a text is cut; the units keep their capitals, and an asterisk that stands for any ending. */
export function formUnits(form: string): string[] {
  const wild = form.includes('*')
    ? new Set([...form.matchAll(WILDCARDS)].map(({ index }) => index))
    : undefined;
  const words = cutWords(form, new Map());
  const units: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const start = words.start[i] as number;
    if (wild?.has(start)) units[units.length - 1] += '*';
    else units.push(form.slice(start, words.end[i]));
  }
  return units;
}

/**
 * What two forms have in common when they match the same text: folded units, and where capitals are required.
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
   * order of the nodes, and at each the form that requires most capitals first (*US* before *us*). Flat lists are read
   * and laid out in half the time of lists of lists.
   */
  readonly leaves: readonly number[];
  /** The form of each leaf. */
  readonly forms: readonly string[];
  /** Where forms require capitals, as pairs of unit and character in it. */
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
  for (const { form, value } of entries) {
    const units = formUnits(form);
    if (units.length === 0) continue;
    let node = 0;
    for (const unit of units) {
      const word = getOrAdd(vocabulary, fold(unit), () => vocabulary.size);
      const target = getOrAdd(next, `${node} ${word}`, () => next.size + 1);
      if (target > edges.length) edges.push([node, word, target]);
      node = target;
    }
    const capitals = units.flatMap((unit, k) => capitalsOf(unit).flatMap(c => [k, c]));
    const number = value === undefined ? -1 : getOrAdd(values, value, () => values.size);
    leaves.push({ node, form, value: number, capitals });
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
class TrieMatcher<T> implements Matcher<T> {
  readonly #trie: Trie<T>;
  // The edges of a node are a run of two lists, its words in order: laid out in no time, where a map took as long as
  // reading the rest of the lexicons.
  readonly #runs: Int32Array;
  readonly #words: Int32Array;
  readonly #targets: Int32Array;
  readonly #leafRuns: Int32Array;
  /** Where each word leads from the root; most words of a text lead nowhere, and a list says so at once. */
  readonly #root: Int32Array;

  constructor(trie: Trie<T>) {
    const { edges, leaves } = trie;
    const size = edges.length / 3;
    this.#trie = trie;
    this.#runs = runsOf(edges, size);
    this.#leafRuns = runsOf(leaves, size);
    this.#words = new Int32Array(size);
    this.#targets = new Int32Array(size);
    let widest = 0;
    for (let e = 0; e < size; e++) {
      const word = edges[3 * e + 1] as number;
      this.#words[e] = word;
      this.#targets[e] = edges[3 * e + 2] as number;
      if (word > widest) widest = word;
    }
    this.#root = new Int32Array(widest + 1);
    for (let e = 0; e < (this.#runs[1] as number); e++)
      this.#root[this.#words[e] as number] = this.#targets[e] as number;
  }

  find(text: Words, from: number, to: number, accepts?: (value: T) => boolean): Match<T>[] {
    const found: Match<T>[] = [];
    this.#scan(text, from, to, accepts, match => {
      if (match.value !== undefined) found.push(match as Match<T>);
    });
    return found;
  }

  withExceptions(text: Words, from: number, to: number): Match<T | undefined>[] {
    const found: Match<T | undefined>[] = [];
    this.#scan(text, from, to, undefined, match => found.push(match));
    return found;
  }

  #scan(
    text: Words,
    from: number,
    to: number,
    accepts: ((value: T) => boolean) | undefined,
    take: (match: Match<T | undefined>) => void,
  ): void {
    let i = from;
    let best = -1;
    let last = 0;
    const visit = (node: number, end: number): void => {
      const leaf = end < last ? -1 : this.#leafAt(node, text, i, accepts);
      if (leaf < 0) return;
      best = leaf;
      last = end;
    };
    while (i < to) {
      best = -1;
      last = i + 1;
      this.#walk(text, 0, i, to, visit);
      if (best < 0) {
        i++;
        continue;
      }
      take(this.#match(text, i, last, best, this.#valueOf(best)));
      i = last;
    }
  }

  every(text: Words, from: number, to: number): Match<T>[] {
    const found: Match<T>[] = [];
    let i = from;
    const visit = (node: number, last: number): void => {
      const end = this.#leafRuns[node + 1] as number;
      for (let leaf = this.#leafRuns[node] as number; leaf < end; leaf++) {
        const value = this.#valueOf(leaf);
        if (value !== undefined && this.#fits(leaf, text, i))
          found.push(this.#match(text, i, last, leaf, value));
      }
    };
    for (; i < to; i++) this.#walk(text, 0, i, to, visit);
    return found;
  }

  /**
   * Visits every node to which the words from one on lead, with the end of the words that lead there. Of several ways over
   * one word that of the shortest stem comes first and that of the word itself last, so that who keeps the last of the
   * longest has the one that says most.
   */
  #walk(
    text: Words,
    from: number,
    first: number,
    to: number,
    visit: (node: number, end: number) => void,
  ): void {
    let node = from;
    for (let j = first; j < to; j++) {
      const stems = text.stems?.[j];
      if (stems !== undefined)
        for (const stem of stems) {
          const next = this.#next(node, stem);
          if (next === 0) continue;
          visit(next, j + 1);
          this.#walk(text, next, j + 1, to, visit);
        }
      node = this.#next(node, text.id[j] as number);
      if (node === 0) return;
      visit(node, j + 1);
    }
  }

  /** Where a word leads from a node or the root, or 0. */
  #next(node: number, word: number): number {
    return node === 0 ? (this.#root[word] ?? 0) : this.#follow(node, word);
  }

  /** Where a word leads from a node, or 0: nothing leads back to the root. */
  #follow(node: number, word: number): number {
    if (word < 0) return 0;
    let low = this.#runs[node] as number;
    let high = this.#runs[node + 1] as number;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.#words[middle] as number;
      if (there === word) return this.#targets[middle] as number;
      if (there < word) low = middle + 1;
      else high = middle;
    }
    return 0;
  }

  /** The first leaf of a node that accepts the words from one on, or -1. */
  #leafAt(node: number, text: Words, first: number, accepts: ((value: T) => boolean) | undefined): number {
    const end = this.#leafRuns[node + 1] as number;
    for (let leaf = this.#leafRuns[node] as number; leaf < end; leaf++) {
      if (!this.#fits(leaf, text, first)) continue;
      const value = accepts && this.#valueOf(leaf);
      if (accepts === undefined || value === undefined || accepts(value)) return leaf;
    }
    return -1;
  }

  /** Whether the words from one on have the capitals that a form requires. */
  #fits(leaf: number, { text, start }: Words, first: number): boolean {
    const { leaves, capitals } = this.#trie;
    const to = leaves[3 * leaf + 2] as number;
    for (let k = leaf === 0 ? 0 : (leaves[3 * leaf - 1] as number); k < to; k += 2) {
      const at = (start[first + (capitals[k] as number)] as number) + (capitals[k + 1] as number);
      if (!UPPER.test(text.charAt(at))) return false;
    }
    return true;
  }

  #valueOf(leaf: number): T | undefined {
    return this.#trie.values[this.#trie.leaves[3 * leaf + 1] as number];
  }

  #match<V extends T | undefined>(
    { start, end }: Words,
    first: number,
    last: number,
    leaf: number,
    value: V,
  ): Match<V> {
    return {
      start: start[first] as number,
      end: end[last - 1] as number,
      first,
      last,
      value,
      form: this.#trie.forms[leaf] as string,
    };
  }
}

export const openMatcher = <T>(trie: Trie<T>): Matcher<T> => new TrieMatcher(trie);

/** A matcher of some forms by themselves, apart from the lexicons in use, with what cuts a text for it. */
export function matcherOf<T>(
  entries: Iterable<Entry<T>>,
): Matcher<T> & { readonly words: (text: string) => Words } {
  const vocabulary = new Map<string, number>();
  const matcher = openMatcher(layTrie(entries, vocabulary));
  return Object.assign(matcher, { words: (text: string) => cutWords(text, vocabulary) });
}

/** Whether a form has an asterisk for any ending. */
export const isWild = (form: string): boolean =>
  form.includes('*') && formUnits(form).some(unit => unit.length > 1 && unit.endsWith('*'));

/** What the forms of a matcher of its own stand for that are the whole of a text, as another form is. */
export function wholeMatches<T>(matcher: ReturnType<typeof matcherOf<T>>, text: string): T[] {
  const words = matcher.words(text);
  return matcher
    .every(words, 0, words.length)
    .flatMap(({ first, last, value }) => (first === 0 && last === words.length ? [value] : []));
}

/** Where the triples of each node start, in a list of triples that is in the order of the nodes; and where they end. */
function runsOf(triples: readonly number[], nodes: number): Int32Array {
  const runs = new Int32Array(nodes + 3);
  for (let t = 0; t < triples.length; t += 3) runs[(triples[t] as number) + 1] = t / 3 + 1;
  for (let node = 1; node < runs.length; node++) if (runs[node] === 0) runs[node] = runs[node - 1] as number;
  return runs;
}
