/** The order of code units, which is the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The value of a key, made and kept where there is none yet. */
export function getOrAdd<K, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** In place: a group may have ten thousand members. */
export const addTo = <K, V>(groups: Map<K, V[]>, key: K, value: V): void => {
  getOrAdd(groups, key, () => []).push(value);
};

/** As `Map.groupBy`, which Node 20 lacks: groups in the order in which they first occur. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) addTo(groups, keyOf(item), item);
  return groups;
}

export const addCount = <K>(counts: Map<K, number>, key: K, count = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + count);
};

/** How often each occurs, in the order in which they first do. */
export function countsOf<T>(items: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) addCount(counts, item);
  return counts;
}

/** The first item of each key. */
export const uniqueBy = <T>(items: Iterable<T>, keyOf: (item: T) => unknown): T[] =>
  [...groupBy(items, keyOf).values()].map(([first]) => first as T);

/** For `toSorted` of entries of counts: the greatest count first, then in the order of the texts. */
export const byCount = ([a, x]: readonly [string, number], [b, y]: readonly [string, number]): number =>
  y - x || byText(a, b);

export const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const each of numbers) total += each;
  return total;
};

/** A value made when it is first asked for. */
export const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
