import { z } from 'zod';
import { ADDED_TO, CITATION_KINDS, type Citation, type LexiconKind, SOURCE_KINDS } from '../model/lexicon.js';
import { REGULAR_EXPRESSION, WILDCARDS } from './words.js';

export const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'expected an id of lower-case letters, digits and hyphens, such as "south-caucasus"',
  );
/** Asterisks inside words, which stand for letters that a paper does not print: f*ck, f***. */
const withoutMasked = (value: string): string => value.replace(/(?<=\p{L}\**)\*(?=\**\p{L})|\*{2,}/gu, '');
export const text = z.string().trim().regex(/\S/, 'expected some text');

/** A word or a phrase, with nothing of a regular expression in it. */
const words = text
  .max(120, 'expected a word or a phrase, not a paragraph')
  .refine(
    value => !REGULAR_EXPRESSION.test(value),
    'a regular expression is not read here: list every form that you mean',
  );
const FORM =
  'A word or phrase as it occurs in articles. A lower-case letter also matches a capital, a capital only a capital; hyphen and space are the same.';
export const form = words
  .refine(
    value => !withoutMasked(value).includes('*'),
    'a wildcard is read in the lexicons of polarity, cues and loaded words only: list every form that you mean',
  )
  .describe(FORM);
const wildForm = words
  .refine(
    value => !withoutMasked(value).replace(WILDCARDS, '').includes('*'),
    'an asterisk stands for any ending, after two letters or more: steal*',
  )
  .describe(`${FORM} An asterisk at the end of a word stands for any ending: steal*.`);

export const day = z
  .string()
  .regex(/^\d{4}(?:-\d{2}){0,2}$/, 'expected a date such as 2020-10-09, 2020-10 or 2020')
  .describe('A date: 2020-10-09, or a month or a year alone');

/** A list that may be omitted. */
export const optionalList = <T extends z.ZodType>(item: T, description: string) =>
  z.array(item).default([]).describe(description);

const LISTS = {
  forms: 'More forms',
  verbs: 'More verbs, in all forms',
  nouns: 'More nouns',
  except: 'More longer phrases that contain a form and are not counted',
  examples: 'Examples of what is added: [text|id] marks what must match; nothing else of the entry may',
} as const;

/** What a list holds. */
const itemOf = (list: unknown): z.ZodType => {
  const array = list instanceof z.ZodDefault ? list.unwrap() : list;
  return (array as z.ZodArray<z.ZodType>).element;
};

/** An entry of the same shape that goes on with one of another file. */
function extensionOf({ id: called, ...shape }: z.ZodRawShape): z.ZodType {
  const optional = Object.entries(shape).map(([key, field]) => {
    if (ADDED_TO.includes(key))
      return [key, optionalList(key === 'examples' ? text : itemOf(field), LISTS[key as keyof typeof LISTS])];
    // What is not given stays as the other has it, and is not what a new entry would have.
    const bare = field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : (field as z.ZodType);
    return [key, bare.optional().describe(`If given, takes the place of its ${JSON.stringify(key)}`)];
  });
  return z.strictObject({
    extends: (called as z.ZodType).describe(
      'The id of an entry of another file, to which this adds what it lists',
    ),
    ...Object.fromEntries(optional),
  });
}

/**
 * Entries with ids, and what extends those of other files. The type is that of whole entries: what an extension does not say
 * comes from the entry that it extends before anything reads it (`amend.ts`).
 */
export const entries = <S extends z.ZodRawShape>(
  shape: S,
  whole: z.ZodType<z.infer<z.ZodObject<S>>> = z.strictObject(shape) as never,
) =>
  z
    .array(z.union([whole, extensionOf(shape)]))
    .default([])
    .describe(
      'New entries, each with an id, and what extends those of other files',
    ) as unknown as z.ZodDefault<z.ZodArray<z.ZodType<z.infer<z.ZodObject<S>>>>>;

export const forms = z
  .array(form)
  .min(1, 'expected at least one form')
  .describe('Every form in which it occurs in articles: fence, fences, fenced');
/** As `forms`, in the kinds in which dictionaries have wildcards. */
export const wildForms = z
  .array(wildForm)
  .min(1, 'expected at least one form')
  .describe('Every form in which it occurs in articles: fence, fences, fenced; or fence* for any ending');
export const except = optionalList(form, 'Longer phrases that contain a form and are not counted');

const citation = z
  .strictObject({
    text: text.describe('Author or body, title, year, and what it says of the words'),
    url: z
      .string()
      .regex(
        /^(?:https?:\/\/[^\s/]+\.[^\s/]+\S*|doi:10\.\d{4,9}\/\S+)$/,
        'expected an address that begins with https://, or a DOI such as doi:10.1000/182',
      )
      .optional()
      .describe(
        'Where it can be read: an address that begins with https://, or a DOI such as doi:10.1000/182',
      ),
    year: z.int().min(1500).max(2100).optional().describe('The year of what is cited'),
    kind: z
      .enum(CITATION_KINDS)
      .optional()
      .describe(
        'What is cited: guidance to journalists; a law, treaty, judgment or resolution; what a party itself says; research; a reference work',
      ),
    checked: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date such as 2026-11-26')
      .optional()
      .describe('The day on which somebody last read it there and found that it says so: 2026-11-26'),
  })
  .describe('A citation in its parts');

/** Text alone is enough; in its parts a citation can be counted and followed. */
export const source = z
  .union([
    text
      .describe('A citation that a reader can check: author or body, title, year')
      .transform((cited): Citation => ({ text: cited })),
    citation,
  ])
  .describe(
    'A citation that a reader can check: author or body, title, year. Either as text, or as text, url, year, kind and checked',
  );
export const role = z.enum(SOURCE_KINDS).exclude(['other', 'unnamed']);

/** A lexicon of some kind: what all have, and what this one has besides. */
export const lexicon = <K extends LexiconKind, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({
    kind: z.literal(kind).describe('What sort of lexicon this is'),
    id: id.describe('The name of this lexicon in data: lower-case letters, digits and hyphens'),
    title: text.describe('The name of this lexicon in reports and lists'),
    coinages: optionalList(
      text,
      'Words in its forms that no spelling list has, since they are new, foreign or slang: deadname, refoulement',
    ),
    without: optionalList(
      text,
      'In a file of your own: what of the package does not count, by its id (status, status/occupied) or its form',
    ),
    ...shape,
  });

/** In a JSON Schema: what has a key. */
export const having = (key: string) => ({
  type: 'object' as const,
  properties: { [key]: {} },
  required: [key],
});

/** A lexicon whose list may only be missing where the file switches something off. */
export const listing = <K extends LexiconKind, L extends string, T extends z.ZodType>(
  kind: K,
  list: L,
  items: T,
) =>
  lexicon(kind, { [list]: items } as Record<L, T>)
    .superRefine(
      (value, context) => {
        if (isMissing(value, list))
          context.addIssue({ code: 'custom', path: [list], message: 'expected at least one entry' });
      },
      // Reported with the other faults of the shape, and not once those are fixed.
      { when: ({ value }) => typeof value === 'object' && value !== null },
    )
    .meta({ anyOf: [having(list), having('without')] });

/** Whether a lexicon lists nothing and switches nothing off. */
export function isMissing(value: object, list: string): boolean {
  const { without, [list]: items } = value as Readonly<Record<string, unknown>>;
  const isEmpty = items === undefined || (Array.isArray(items) && items.length === 0);
  return isEmpty && !(Array.isArray(without) && without.length > 0);
}

/** Examples that show what must match and what must not. */
export const markedExamples = (mark: string, of: string) =>
  z
    .array(text)
    .min(2, 'expected at least one example that must match and one that must not')
    .describe(`[text|${mark}] marks what must match; nothing else of this ${of} may`);
