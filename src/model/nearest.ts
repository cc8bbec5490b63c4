/**
 * Number of letters to add, drop, exchange or swap with their neighbour to make one word of another (optimal string
 * alignment; Damerau 1964).
 */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (above[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] as number) + 1);
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length] as number;
}

/** The known word that was probably meant: no more than one letter in three is wrong. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const small = word.toLowerCase();
  return known
    .map(each => ({ each, off: distance(small, each.toLowerCase()) }))
    .filter(({ each, off }) => off <= Math.max(1, Math.floor(Math.max(each.length, small.length) / 3)))
    .toSorted((a, b) => a.off - b.off)[0]?.each;
}

/** A hint for a word that is not known: what was probably meant, and what there is. */
export function expectedOneOf(word: unknown, known: readonly string[]): string {
  const meant = typeof word === 'string' ? nearest(word, known) : undefined;
  const listed = `Expected ${known.length > 1 ? 'one of ' : ''}${known.join(', ')}.`;
  return meant === undefined ? listed : `Did you mean ${JSON.stringify(meant)}? ${listed}`;
}
