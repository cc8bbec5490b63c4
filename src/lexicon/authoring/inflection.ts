/** The other forms of a word, which a list must have too: nothing is stemmed when lexicons match. */
import { createRequire } from 'node:module';
import { addTo, getOrAdd } from '../../model/collections.js';
import type { Spelling } from './spelling.js';

type Irregular = Readonly<Record<string, readonly (readonly string[])[]>>;

export interface Inflector {
  /** The forms of a word as a verb or a noun, without the word itself; of a phrase, with its first word inflected. */
  readonly formsOf: (form: string) => readonly string[];
  /** The verbs, and nouns, of which a word is a form. */
  readonly lemmasOf: (word: string) => readonly string[];
  /** Whether it is known what the word's forms are. */
  readonly knows: Spelling['knows'];
}

/** Verbs that have a regular past in one of their meanings: lied to us, was hanged. */
const REGULAR_TOO: ReadonlySet<string> = new Set(['lie', 'hang', 'shine', 'plead']);

/** Verbs whose third person does not end as others do. */
const THIRD_PERSON: ReadonlyMap<string, string> = new Map([
  ['be', 'is'],
  ['have', 'has'],
]);

/** Nouns whose plural no rule gives; of others that have one (die, dice) the verb is meant. */
const NOUN_WITH_PLURAL = /(?:fe?|man|child|person|mouse|foot|tooth|is|on|um)$/;

const VOWEL = '[aeiouy]';
/** One consonant, a vowel, and one consonant that may be doubled: plan, admit, equip. */
const DOUBLING = /(?:^|[^aeiou]|qu)[aeiouy][^aeiouywx]$/;
const ONE_SYLLABLE = new RegExp(`^(?:qu|[^aeiouy])*${VOWEL}+[^aeiouy]*$`);

export async function readInflector(spelling: Spelling): Promise<Inflector> {
  const { default: plurals } = await import('irregular-plurals');
  const verbs = createRequire(import.meta.url)('english-verbs-irregular/dist/verbs.json') as Irregular;
  const lemmas = new Map<string, string[]>();
  for (const [verb, pairs] of Object.entries(verbs))
    for (const past of new Set(pairs.flat())) addTo(lemmas, past, verb);
  for (const [one, many] of plurals) addTo(lemmas, many, one);
  const cache = new Map<string, readonly string[]>();
  const inflect = (word: string): readonly string[] =>
    getOrAdd(cache, word, () => {
      const irregular = (Object.hasOwn(verbs, word) ? verbs[word] : undefined)?.flat();
      const rules = irregular === undefined || REGULAR_TOO.has(word) ? pastsOf(word) : [];
      const plural = NOUN_WITH_PLURAL.test(word) ? plurals.get(word) : undefined;
      const slots = [[...rules, ...(irregular ?? [])], ingsOf(word), [sFormOf(word)], [plural ?? '']];
      const found = slots.flatMap(candidates => {
        const known = candidates.filter(each => each !== '' && spelling.knows(each));
        // A coinage has what the rules give it, and doubles no letter where stress would decide.
        return known.length > 0 || spelling.knows(word) ? known : candidates.slice(-1);
      });
      return [...new Set(found)].filter(form => form !== word && form !== '');
    });
  return {
    knows: spelling.knows,
    formsOf: form => {
      const [, before = '', word = '', after = ''] = /^((?:\S+-)?)([^\s-]+)(.*)$/.exec(form) ?? [];
      return inflect(word).map(each => before + each + after);
    },
    lemmasOf: word => {
      const found = [...(lemmas.get(word) ?? []), ...stemsOf(word)];
      return [...new Set(found)].filter(
        stem =>
          (stem.length > 2 || Object.hasOwn(verbs, stem)) &&
          spelling.knows(stem) &&
          inflect(stem).includes(word),
      );
    },
  };
}

function sFormOf(word: string): string {
  const third = THIRD_PERSON.get(word);
  if (third !== undefined) return third;
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(word) ? `${word}es` : `${word}s`;
}

/** Where the stress decides whether the last letter is doubled, both; the spelling lists know which is a word. */
function stemsBefore(word: string): string[] {
  if (word.endsWith('c')) return [`${word}k`];
  if (!DOUBLING.test(word)) return [word];
  const doubled = `${word}${word.at(-1)}`;
  return ONE_SYLLABLE.test(word) ? [doubled] : [doubled, word];
}

function pastsOf(word: string): string[] {
  if (word.endsWith('e')) return [`${word}d`];
  if (/[^aeiou]y$/.test(word)) return [word.replace(/y$/, 'ied')];
  return stemsBefore(word).map(stem => `${stem}ed`);
}

function ingsOf(word: string): string[] {
  if (word.endsWith('ie')) return [word.replace(/ie$/, 'ying')];
  if (/[^eoy]e$/.test(word)) return [word.replace(/e$/, 'ing')];
  return stemsBefore(word).map(stem => `${stem}ing`);
}

/** What a word may be a regular form of. */
function stemsOf(word: string): string[] {
  return ['s', 'es', 'd', 'ed', 'ing'].flatMap(ending => {
    const rest = word.slice(0, -ending.length);
    if (!word.endsWith(ending) || rest.length < 2) return [];
    return [
      rest,
      `${rest}e`,
      ...(rest.at(-1) === rest.at(-2) ? [rest.slice(0, -1)] : []),
      rest.replace(/i$/, 'y'),
      rest.replace(/y$/, 'ie'),
      rest.replace(/ck$/, 'c'),
    ];
  });
}

/** The other forms of a rival name: of a word, all; of a phrase, which is a noun with what stands before it, the plural. */
export function otherForms(name: string, { formsOf }: Pick<Inflector, 'formsOf'>): readonly string[] {
  const [, before = '', last = ''] = /^(.*\s)?(\S+)$/.exec(name.trim()) ?? [];
  if (/\p{Lu}/u.test(last)) return [];
  return before === ''
    ? formsOf(last)
    : formsOf(last).flatMap(form => (form.endsWith('s') ? before + form : []));
}

/** A word of a list and its forms that the list lacks. */
export interface MissingForms {
  readonly form: string;
  readonly lacks: readonly string[];
}

/**
 * Words of a list whose forms it lacks: those of which it has the bare word alone (*expel*), and verbs of which it has
 * some (*expel, expelled*). What stands in the singular and plural alone may be a noun, and so is complete.
 */
export function missingForms(
  forms: readonly string[],
  { formsOf, lemmasOf, knows }: Inflector,
): MissingForms[] {
  const listed = new Set(forms);
  const stems = forms.flatMap(form => (form.endsWith('*') ? [form.slice(0, -1)] : []));
  const isListed = (form: string): boolean => listed.has(form) || stems.some(stem => form.startsWith(stem));
  const asked = new Set<string>();
  return forms.flatMap(form => {
    if (/\p{Lu}/u.test(form)) return [];
    const [, word = '', rest = ''] = /^(\S+)(.*)$/.exec(form) ?? [];
    // Of several verbs that a word may be of, the one of which the list has most forms: adding is of add, not of ad.
    const [lemma] = [word, ...lemmasOf(word)]
      .map(each => ({ base: each + rest, all: [each + rest, ...formsOf(each + rest)] }))
      .map(each => ({ ...each, has: each.all.filter(one => listed.has(one)) }))
      .toSorted((a, b) => b.has.length - a.has.length);
    if (lemma === undefined || asked.has(lemma.base)) return [];
    asked.add(lemma.base);
    const { base, all, has } = lemma;
    const isVerb = has.length > 1 && has.some(each => each !== base && !/^\S+s(?: |$)/.test(each));
    const isBare = rest === '' && has.length === 1 && has[0] === base && knows(base);
    const lacks = all.filter(each => !isListed(each));
    return lacks.length > 0 && (isVerb || isBare) ? [{ form: base, lacks }] : [];
  });
}
