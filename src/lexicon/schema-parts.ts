import { z } from 'zod';
import { CITATION_KINDS, type Citation, type LexiconKind, SOURCE_KINDS } from '../model/lexicon.js';

export const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'expected an id of lower-case letters, digits and hyphens, such as "south-caucasus"',
  );
export const text = z.string().trim().regex(/\S/, 'expected some text');
export const form = text
  .max(120, 'expected a word or a phrase, not a paragraph')
  .describe(
    'A word or phrase as it occurs in articles. A lower-case letter also matches a capital, a capital only a capital; hyphen and space are the same.',
  );

export const day = z
  .string()
  .regex(/^\d{4}(?:-\d{2}){0,2}$/, 'expected a date such as 2020-10-09, 2020-10 or 2020')
  .describe('A date: 2020-10-09, or a month or a year alone');

/** A list that may be omitted. */
export const optionalList = <T extends z.ZodType>(item: T, description: string) =>
  z.array(item).default([]).describe(description);

/** A list of things with keys, at least one. */
export const entries = <S extends z.ZodRawShape>(shape: S) => z.array(z.strictObject(shape)).min(1);

export const forms = z
  .array(form)
  .min(1, 'expected at least one form')
  .describe('Every form in which it occurs in articles: fence, fences, fenced');
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
    ...shape,
  });

/** Examples that show what must match and what must not. */
export const markedExamples = (mark: string, of: string) =>
  z
    .array(text)
    .min(2, 'expected at least one example that must match and one that must not')
    .describe(`[text|${mark}] marks what must match; nothing else of this ${of} may`);
