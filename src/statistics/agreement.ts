/**
 * Krippendorff's alpha for nominal data (Hayes and Krippendorff 2007, Communication Methods and Measures 1): one less the disagreement
 * within units over that to be expected by chance; units that fewer than two coders judged do not count. NaN where nothing can be
 * expected: no such unit, or one value throughout.
 *
 * @param units the values that coders gave to each unit, in whatever order; any number of coders, values may be missing
 */
export function krippendorffAlpha(units: readonly (readonly string[])[]): number {
  const pairable = units.filter(values => values.length > 1);
  const totals = new Map<string, number>();
  let n = 0;
  let observed = 0;
  for (const values of pairable) {
    n += values.length;
    for (const value of values) {
      totals.set(value, (totals.get(value) ?? 0) + 1);
      observed += values.filter(other => other !== value).length / (values.length - 1);
    }
  }
  let expected = 0;
  for (const count of totals.values()) expected += (count * (n - count)) / (n - 1);
  return 1 - observed / expected;
}
