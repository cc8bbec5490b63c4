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

/** 1-based place in a file; columns count UTF-16 code units, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The place of an offset, from the offsets at which the lines begin. */
export function placeAt(lines: readonly number[], firstLine: number, offset: number): Place {
  const line = Math.max(0, lowerBound(lines.length, i => lines[i] as number, offset + 1) - 1);
  return { line: firstLine + line, column: offset - (lines[line] as number) + 1 };
}
