/** Index of the first entry whose key is not less than `value`; the length where there is none. */
export function lowerBound(size: number, keyAt: (index: number) => number, value: number): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyAt(middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
