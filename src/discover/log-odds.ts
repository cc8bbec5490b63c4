/** How far an outlet's use of a word stands from that of the others. */
export interface Apart {
  /** Log-odds ratio, shrunk toward the prior. */
  readonly delta: number;
  /** The ratio over its standard error; beyond 1.96 either way it is unlikely to be chance, if it is the only one asked. */
  readonly z: number;
}

/**
 * Weighted log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, Fightin' Words, Political
 * Analysis 16(4), equations 16, 18 and 19).
 *
 * @param count how often one side has the word, of `size` words
 * @param other the same of the other side
 * @param prior the word's share of the prior, and the weight of the whole prior, both in words
 */
export function logOdds(
  { count, size }: { readonly count: number; readonly size: number },
  other: { readonly count: number; readonly size: number },
  prior: { readonly word: number; readonly all: number },
): Apart {
  const odds = (n: number, all: number): number =>
    Math.log((n + prior.word) / (all + prior.all - n - prior.word));
  const delta = odds(count, size) - odds(other.count, other.size);
  const variance = 1 / (count + prior.word) + 1 / (other.count + prior.word);
  return { delta, z: delta / Math.sqrt(variance) };
}
