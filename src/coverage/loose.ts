import { FUNCTION_WORDS } from '../english/closed-classes.js';
import { scaleOf } from '../english/numerals.js';
import { getOrAdd, groupBy } from '../model/collections.js';
import type { Trace } from '../model/story.js';
import { plainWords } from '../text/plain.js';
import { numbersIn } from './figures.js';
import type { FoundItem } from './search.js';

const ENDING =
  /(?:ational|ations?|itions?|ional|ions?|ments?|ances?|ences?|ables?|ibles?|ings?|als?|ers?|ors?|ists?|ians?|ans?|ese|ish|ity|ities|ives?|ly|ies|ied|es|ed|[seyi])$/;
/** What is left of a word without its endings has so many letters at least. */
const SHORTEST_ROOT = 4;
/** Two numbers that are nearer to each other than this may be one, rounded. */
const ROUNDED = 0.05;
const GENERATION = /^(?:jr|sr|ii|iii|iv)$/;

/** A word without its endings, of inflection and of derivation: *dismiss*, *dismissed*, *dismissal*. */
function rootOf(word: string): string {
  let root = word;
  for (let round = 0; round < 3; round++) {
    const shorter = root.replace(ENDING, '');
    if (shorter.length < SHORTEST_ROOT) break;
    root = shorter;
  }
  return root.replace(/(.)\1$/, '$1');
}

const spaced = (words: readonly string[]): string => ` ${words.join(' ')} `;
const isContent = (word: string): boolean => !FUNCTION_WORDS.has(word) && !GENERATION.test(word);

/** The words of a form, and their roots; a form is asked of every outlet. */
interface PlainForm {
  readonly words: readonly string[];
  readonly roots: readonly string[];
}

export class PlainForms {
  readonly #known = new Map<string, PlainForm>();

  of(form: string): PlainForm {
    return getOrAdd(this.#known, form, () => {
      const words = plainWords(form);
      return { words, roots: words.map(rootOf) };
    });
  }

  /** Without function words and generations. */
  rootsOf(form: string): string[] {
    const { words, roots } = this.of(form);
    return roots.filter((_, k) => isContent(words[k] as string));
  }
}

const isIn = (roots: readonly string[], sentence: ReadonlySet<string>): boolean =>
  roots.length > 0 && roots.every(root => sentence.has(root));

/** Everything that an outlet wrote on a story, to be asked whether something may stand there in whatever words. */
export class LooseText {
  readonly #text: string;
  readonly #words: string;
  /** Words, and two or three in a row as one. */
  readonly #joined: ReadonlySet<string>;
  readonly #roots: string;
  readonly #all: ReadonlySet<string>;
  readonly #allRoots: ReadonlySet<string>;
  /** Words that stand with a capital, by their first two letters. */
  readonly #capitals: ReadonlyMap<string, readonly string[]>;
  readonly #initials: ReadonlySet<string>;
  readonly #sentences: readonly ReadonlySet<string>[];
  readonly #numbers: readonly number[];

  constructor(
    traces: readonly Trace[],
    private readonly forms: PlainForms,
  ) {
    const texts = traces.map(({ text }) => text);
    const words = texts.flatMap(plainWords);
    this.#text = texts.join('\n');
    this.#words = spaced(words);
    this.#joined = new Set(
      words.flatMap((word, i) => [1, 2, 3].map(n => (n === 1 ? word : words.slice(i, i + n).join('')))),
    );
    const roots = words.map(rootOf);
    this.#roots = spaced(roots);
    this.#all = new Set(words);
    this.#allRoots = new Set(roots);
    const capitals = texts.flatMap(text => text.match(/\p{Lu}[\p{L}\p{M}'’]*/gu) ?? []).flatMap(plainWords);
    this.#capitals = groupBy(new Set(capitals), word => word.slice(0, 2));
    this.#initials = new Set(texts.flatMap(initialsIn));
    this.#sentences = traces.flatMap(({ sentences, text }) =>
      sentences.map(({ span }) => new Set(plainWords(text.slice(span.start, span.end)).map(rootOf))),
    );
    this.#numbers = traces.flatMap(each =>
      each.sentences.flatMap(({ index }) => [...numbersIn(each, index)].flatMap(({ key }) => valuesIn(key))),
    );
  }

  /** Whether one of the forms stands here word for word, but for accents, capitals, hyphens and endings. */
  has(forms: readonly string[]): boolean {
    return forms.some(form => {
      const { words, roots } = this.forms.of(form);
      if (words.length === 0) return false;
      // Numbers are put together above: *30* is a word of *30,000*.
      if (/\d/.test(form) && isWordIn(form, this.#text)) return true;
      // Without the spaces and hyphens: *cease-fire*, *ceasefire*.
      if (words.join('').length > 2 * SHORTEST_ROOT && this.#joined.has(words.join(''))) return true;
      if (roots.some(root => !this.#allRoots.has(root))) return false;
      return this.#words.includes(spaced(words)) || this.#roots.includes(spaced(roots));
    });
  }

  /**
   * Whether an item may stand here: in its forms, by its surname or another word of its own, by its initials, as a number that is nearly
   * the same, or with all its words in one sentence.
   *
   * @param person whether it is somebody
   * @param isGeneric whether a word, in small letters, says little of whose name it is
   */
  mayHave(
    { kind, item, forms: given, near = [] }: Pick<FoundItem, 'kind' | 'item' | 'forms' | 'near'>,
    person: boolean,
    isGeneric: (word: string) => boolean,
  ): boolean {
    // The item of a fact is its gloss.
    const forms = kind === 'fact' ? given : [item, ...given];
    if (near.length === 0 && this.has(forms)) return true;
    if (kind === 'figure' || kind === 'date')
      return forms.flatMap(valuesIn).some(value => this.#numbers.some(each => isNear(value, each)));
    if (kind === 'name' || kind === 'party')
      return forms.some(form => (person ? this.#hasSurname(form) : this.#hasWordOf(form, isGeneric)));
    const around = near.map(each => this.forms.rootsOf(each));
    return forms
      .map(form => this.forms.rootsOf(form))
      .filter(roots => roots.every(root => this.#allRoots.has(root)))
      .some(roots =>
        this.#sentences.some(
          sentence =>
            isIn(roots, sentence) && (around.length === 0 || around.some(each => isIn(each, sentence))),
        ),
      );
  }

  /** Whether somebody may be meant by what he or she is: *the photographer*, *the president*. */
  mayMean(roles: readonly string[]): boolean {
    return roles.some(role => !FUNCTION_WORDS.has(role) && this.#words.includes(` the ${role} `));
  }

  #hasSurname(form: string): boolean {
    const surname = this.forms.of(form).words.findLast(word => !GENERATION.test(word));
    return surname !== undefined && this.#hasCapital(surname);
  }

  #hasWordOf(form: string, isGeneric: (word: string) => boolean): boolean {
    const words = this.forms.of(form).words.filter(isContent);
    if (words.length === 0) return false;
    if (words.every(word => this.#all.has(word) || this.#allRoots.has(rootOf(word)))) return true;
    const initials = initialsOf(form);
    if (initials.length > 1 && this.#all.has(initials)) return true;
    if (words.length === 1 && this.#initials.has(words[0] as string)) return true;
    return words.some(word => !isGeneric(word) && word.length >= SHORTEST_ROOT && this.#hasCapital(word));
  }

  /** Whether a word stands here with a capital: itself, a word made of it (*Syldavian*), or it in another spelling. */
  #hasCapital(word: string): boolean {
    const near = this.#capitals.get(word.slice(0, 2)) ?? [];
    if (near.includes(word)) return true;
    if (word.length < SHORTEST_ROOT) return false;
    const start = word.slice(0, Math.max(SHORTEST_ROOT, word.length - 2));
    return near.some(other =>
      other.startsWith(start) ? other.length <= word.length + 4 : isMisspelt(word, other),
    );
  }
}

/** Whether words stand somewhere as they are, and not as a piece of longer ones. */
function isWordIn(form: string, text: string): boolean {
  const isPart = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter);
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
    if (!isPart(text.charAt(at - 1)) && !isPart(text.charAt(at + form.length))) return true;
  return false;
}

/** Numbers of a figure: `85`, both ends of `5-7`, 700,000,000,000 of `$700 billion`. */
const valuesIn = (written: string): number[] =>
  [...written.replace(/(?<=\d),(?=\d)/g, '').matchAll(/(\d+(?:\.\d+)?)[ -]?(\p{L}*)/gu)].map(
    ([, digits, word = '']) => Number(digits) * (scaleOf(word) ?? 1),
  );

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= ROUNDED * Math.max(a, b);

/** The first letters of the words with a capital, in small letters: `fbi`. */
const initialsOf = (name: string): string =>
  (name.match(/(?<![\p{L}'’])\p{Lu}/gu) ?? []).join('').toLowerCase();

/** Of every run of words with a capital, the initials of its parts. */
function initialsIn(text: string): string[] {
  const runs =
    text.match(/\p{Lu}[\p{L}'’-]*(?:[ -](?:(?:of|for|and|the|on|in) ){0,2}\p{Lu}[\p{L}'’-]*)+/gu) ?? [];
  return runs.flatMap(run => {
    const all = initialsOf(run.replaceAll('-', ' '));
    const parts: string[] = [];
    for (let from = 0; from < all.length; from++)
      for (let to = from + 2; to <= all.length; to++) parts.push(all.slice(from, to));
    return parts;
  });
}

/** Whether two long words differ in one letter: one more, one less, or another. */
function isMisspelt(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) <= SHORTEST_ROOT || Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [one, other] = a.length < b.length ? [b, a] : [a, b];
  return one.slice(same + 1) === other.slice(a.length === b.length ? same + 1 : same);
}
