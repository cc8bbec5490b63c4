import type { NameUse } from '../model/cast.js';
import { plainKey } from '../model/text.js';
import { LONGEST_NAME } from './bearer.js';
import type { Resolved } from './resolve.js';
import type { CastArticle } from './story.js';

/** A name that may be read at a place: in headlines with capitals throughout, several in a row may be one. */
export interface NameReading {
  readonly use: NameUse;
  /** Index of the last use that belongs to it. */
  readonly until: number;
  /** As the article writes it. */
  readonly written: string;
  /** Under which a file may give it: as written, and without initials. */
  readonly keys: readonly string[];
}

/** What names may be read from a use on, the longest first; none where it belongs to the title of somebody else. */
export function readingsAt(
  { names, written }: Pick<CastArticle, 'names' | 'written'>,
  from: number,
): NameReading[] {
  const use = names[from] as NameUse;
  if (use.inTitle) return [];
  if (!use.titleCase || use.listed !== undefined) {
    const name = nameAt(use, use, written);
    return [{ use, until: from, written: name, keys: [...new Set([keyOf(name), keyOfUse(use)])] }];
  }
  const readings: NameReading[] = [];
  let words: string[] = [];
  for (let until = from; until < Math.min(names.length, from + LONGEST_NAME); until++) {
    const next = names[until] as NameUse;
    if (next.listed !== undefined || (until > from && next.whole !== (names[until - 1] as NameUse).last))
      break;
    words = [...words, ...next.words];
    const name = nameAt(use, next, written);
    readings.push({ use, until, written: name, keys: [...new Set([keyOf(name), plainKey(words)])] });
  }
  return readings.toReversed();
}

/** The names of an article as they were resolved, in their order, each with whom it was given to. */
export function resolvedIn(
  { names, written }: CastArticle,
  resolved: readonly Resolved[],
): {
  readonly names: readonly NameUse[];
  readonly written: CastArticle['written'];
  readonly at: (i: number) => { readonly found: Resolved | undefined; readonly end: number };
} {
  const byToken = new Map(resolved.map(each => [each.use.first, each]));
  const index = new Map(names.map(({ first }, i) => [first, i]));
  return {
    written,
    names: names.map(use => byToken.get(use.first)?.use ?? use),
    at: i => {
      const found = byToken.get((names[i] as NameUse).first);
      const until = found?.until?.first;
      return { found, end: until === undefined ? i : (index.get(until) as number) };
    },
  };
}

/** The key of a name that a file gives. */
export const keyOf = (name: string): string => plainKey(name.trim().split(/\s+/)).replaceAll(',', '');

const keyOfUse = ({ key, suffix }: NameUse): string =>
  suffix === undefined ? key : `${key} ${suffix.toLowerCase()}`;

/** A name from one use to another as the article writes it; the suffix of a son belongs to it, wherever it stands. */
export function nameAt(from: NameUse, to: NameUse, written: CastArticle['written']): string {
  const whole = written({ start: from.start, end: to.end });
  const [first = ''] = from.words;
  // Most names are written as they are known; keys take time.
  if (from === to && to.suffix === undefined && whole.startsWith(first)) return whole;
  // The resolver has found a title in it.
  const name = from === to && !keyOf(whole).startsWith(keyOf(first)) ? from.words.join(' ') : whole;
  const { suffix } = to;
  return suffix === undefined || keyOf(name).endsWith(` ${suffix.toLowerCase()}`)
    ? name
    : `${name} ${suffix}.`;
}
