import type { Span } from '../model/article.js';
import type { Words } from '../model/doc.js';
import { formUnits } from './matcher.js';
import { distance } from './nearest.js';
import { fold } from './words.js';

/** How a passage differs from the form that it nearly is; in the order in which they are preferred. */
export const NEARLY = {
  capitals: 'only the capitals differ: a form with a capital demands it',
  parted: 'written together or apart: hyphen and space are the same, but together is another word',
  ending: 'another ending: nothing is stemmed, every form is listed',
  spelling: 'one letter differs',
  'one word off': 'one word more, less or other',
} as const;
export type Nearly = keyof typeof NEARLY;

/** A passage that a form all but matches. */
export interface NearMiss extends Span {
  readonly form: string;
  readonly how: Nearly;
}

const ORDER = Object.keys(NEARLY) as Nearly[];

const WORD = /^[\p{L}\p{M}\p{N}]/u;
/** Endings that inflect a word of English; a doubled consonant before one is told from the stem. */
const INFLECTION = /^(?:s|es|ed|d|ing|ies|ied|ying)$/;
const REST = /^(?:|e|y|s|es|ed|d|ing|ies|ied|ying)$/;

/** Whether two folded words are forms of one, as far as endings tell. */
function sameStem(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  if (shared < 3) return false;
  const undouble = (rest: string): string =>
    rest.length > 2 && rest[0] === a[shared - 1] && INFLECTION.test(rest.slice(1)) ? rest.slice(1) : rest;
  const [x, y] = [undouble(a.slice(shared)), undouble(b.slice(shared))];
  return REST.test(x) && REST.test(y) && (INFLECTION.test(x) || INFLECTION.test(y));
}

/** Words that carry a phrase; short ones are mostly of, the, to. */
const carries = (unit: string): boolean => unit.length > 3;

/** How the units of a text from one on differ from those of a form, and how many of them were taken; or nothing. */
function differ(
  form: readonly string[],
  text: readonly string[],
  at: number,
): readonly [Nearly, number] | undefined {
  const size = form.length;
  const first = text[at] as string;
  if (size > 1 && form.join('') === first) return ['parted', 1];
  if (
    size === 1 &&
    at + 1 < text.length &&
    form[0] === first + text[at + 1] &&
    WORD.test(text[at + 1] as string)
  )
    return ['parted', 2];
  if (at + size <= text.length) {
    const off: number[] = [];
    for (let k = 0; k < size && off.length < 2; k++) if (form[k] !== text[at + k]) off.push(k);
    if (off.length === 0) return ['capitals', size];
    const [k] = off;
    if (off.length === 1 && k !== undefined) {
      const [wanted, there] = [form[k] as string, text[at + k] as string];
      if (sameStem(wanted, there)) return ['ending', size];
      if (Math.min(wanted.length, there.length) >= 6 && distance(wanted, there) === 1)
        return ['spelling', size];
      if (size > 2 && WORD.test(there) && form.filter((unit, i) => i !== k && carries(unit)).length > 1)
        return ['one word off', size];
    }
  }
  if (size < 2) return undefined;
  let same = 0;
  while (same < size && form[same] === text[at + same]) same++;
  const rest = (from: number, ahead: number): boolean =>
    form.slice(from).every((unit, k) => unit === text[at + ahead + k]);
  if (same > 0 && same < size && WORD.test(text[at + same] ?? '') && rest(same, same + 1))
    return ['one word off', size + 1];
  if (
    same > 0 &&
    same < size - 1 &&
    rest(same + 1, same) &&
    form.filter((unit, k) => k !== same && carries(unit)).length > 1
  )
    return ['one word off', size - 1];
  return undefined;
}

/** What some forms nearly match in a stretch of words, such as a sentence; matches themselves are `capitals` here. */
export function nearMisses(forms: readonly string[], words: Words, from: number, to: number): NearMiss[] {
  const text: string[] = [];
  for (let i = from; i < to; i++) text.push(fold(words.text.slice(words.start[i], words.end[i])));
  const cut = forms.map(form => ({ form, units: formUnits(form).map(fold) }));
  const found: NearMiss[] = [];
  for (let at = 0; at < text.length; at++)
    for (const { form, units } of cut) {
      if (units.length === 0) continue;
      const near = differ(units, text, at);
      if (near === undefined) continue;
      const [how, taken] = near;
      const [start, end] = [words.start[from + at] as number, words.end[from + at + taken - 1] as number];
      found.push({ start, end, form, how });
    }
  return found.toSorted(
    (a, b) => ORDER.indexOf(a.how) - ORDER.indexOf(b.how) || b.end - b.start - (a.end - a.start),
  );
}
