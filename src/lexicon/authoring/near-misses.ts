import type { Span } from '../../model/article.js';
import { distance } from '../../model/nearest.js';
import type { Words } from '../../model/words.js';
import { formUnits } from '../matcher.js';
import { fold } from '../words.js';

/** How a passage differs from the form that it nearly is; in the order in which they are preferred. */
export const NEARLY = {
  capitals: 'only the capitals differ: a form with a capital requires it',
  parted: 'one word or two: hyphen and space are the same, but a joined spelling is a form of its own',
  ending: 'another ending: nothing is stemmed, so every form must be listed',
  spelling: 'one letter differs',
  'one word off': 'one word added, missing or different',
} as const;
type Nearly = keyof typeof NEARLY;

/** A passage that a form all but matches. */
export interface NearMiss extends Span {
  readonly form: string;
  readonly how: Nearly;
}

const ORDER = Object.keys(NEARLY) as Nearly[];

const WORD = /^[\p{L}\p{M}\p{N}]/u;
/** Endings that inflect a word of English; a doubled consonant before one is not part of the stem. */
const INFLECTION = /^(?:s|es|ed|d|ing|ies|ied|ying)$/;
const REST = /^(?:|e|y|s|es|ed|d|ing|ies|ied|ying)$/;

/** Whether two folded words are forms of one, judging by their endings. */
function sameStem(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  if (shared < 3) return false;
  const undouble = (rest: string): string =>
    rest.length > 2 && rest[0] === a[shared - 1] && INFLECTION.test(rest.slice(1)) ? rest.slice(1) : rest;
  const [x, y] = [undouble(a.slice(shared)), undouble(b.slice(shared))];
  return REST.test(x) && REST.test(y) && (INFLECTION.test(x) || INFLECTION.test(y));
}

/**
 * Whether what is left of a phrase without one of its words still says it: two words that are not short ones such as of, the,
 * to, and one of them as long as the word that is gone.
 */
function saysWithout(form: readonly string[], gone: number): boolean {
  const left = form.filter((unit, k) => k !== gone && unit.length > 3);
  return left.length > 1 && left.some(unit => unit.length >= (form[gone] as string).length);
}

/** Whether two folded words are spellings of one: a letter more or less, *s* for *z*, and in names any one letter. */
function sameSpelling(a: string, b: string, isName: boolean): boolean {
  if (Math.min(a.length, b.length) < 6 || a[0] !== b[0] || distance(a, b) !== 1) return false;
  const [x, y] = [a.replaceAll('z', 's'), b.replaceAll('z', 's')];
  return isName || (a.at(-1) === b.at(-1) && (a.length !== b.length || x === y));
}

/** A form as it is compared: folded units, also all in one, and which of them require a capital. */
interface UnitsOfForm {
  readonly form: string;
  readonly units: readonly string[];
  readonly joined: string;
  readonly capital: readonly boolean[];
}

/** How the units of a text from one on differ from those of a form, and how many of them were taken; or nothing. */
function differ(
  { units, joined, capital }: UnitsOfForm,
  text: readonly string[],
  at: number,
): readonly [Nearly, number] | undefined {
  const size = units.length;
  const there = (k: number): string => text[at + k] ?? '';
  if (size > 1 && joined === there(0)) return ['parted', 1];
  if (size === 1 && joined.startsWith(there(0)) && joined === there(0) + there(1) && WORD.test(there(1)))
    return ['parted', 2];
  let same = 0;
  while (same < size && units[same] === there(same)) same++;
  if (same === size) return ['capitals', size];
  /** Whether the form goes on from a unit as the text does from another. */
  const rest = (from: number, ahead: number): boolean => {
    for (let k = from; k < size; k++) if (units[k] !== there(k - from + ahead)) return false;
    return true;
  };
  if (WORD.test(there(same)) && rest(same + 1, same + 1)) {
    const wanted = units[same] as string;
    if (sameStem(wanted, there(same))) return ['ending', size];
    if (sameSpelling(wanted, there(same), capital[same] === true)) return ['spelling', size];
    // Another name is somebody else.
    if (size > 2 && capital[same] === false && saysWithout(units, same)) return ['one word off', size];
  }
  if (same === 0) return undefined;
  if (WORD.test(there(same)) && rest(same, same + 1)) return ['one word off', size + 1];
  if (same < size - 1 && rest(same + 1, same) && saysWithout(units, same)) return ['one word off', size - 1];
  return undefined;
}

/**
 * Finds what some forms nearly match in a stretch of words, such as a sentence; the best first. What they do match is
 * found too, as differing in capitals only.
 */
export function nearMatcher(
  forms: readonly string[],
): (words: Words, from: number, to: number) => NearMiss[] {
  const cuts = forms
    .map((form): UnitsOfForm => {
      const written = formUnits(form);
      const units = written.map(fold);
      return { form, units, joined: units.join(''), capital: written.map(unit => /\p{Lu}/u.test(unit)) };
    })
    .filter(({ units }) => units.length > 0);
  return (words, from, to) => {
    const text: string[] = [];
    for (let i = from; i < to; i++) text.push(fold(words.text.slice(words.start[i], words.end[i])));
    const found: NearMiss[] = [];
    for (let at = 0; at < text.length; at++)
      for (const cut of cuts) {
        const near = differ(cut, text, at);
        if (near === undefined) continue;
        const [how, taken] = near;
        const start = words.start[from + at] as number;
        found.push({ start, end: words.end[from + at + taken - 1] as number, form: cut.form, how });
      }
    return found.toSorted(
      (a, b) => ORDER.indexOf(a.how) - ORDER.indexOf(b.how) || b.end - b.start - (a.end - a.start),
    );
  };
}
