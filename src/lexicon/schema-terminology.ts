import { z } from 'zod';
import {
  except,
  form,
  forms,
  having,
  id,
  isMissing,
  lexicon,
  markedExamples,
  optionalList,
  source,
  text,
} from './schema-parts.js';

const label = {
  id,
  favours: id.optional().describe('A party of this lexicon, if sources agree whom the label favours'),
  contested: z.boolean().optional().describe('Sources disagree about whom the label favours'),
};
const oneSided = text
  .optional()
  .describe('Why one side has more names than the other, or alone has any: one sentence, with its source');
/** What a concept and what extends one have below their labels. */
const below = { except, examples: markedExamples('label', 'concept') };

const conceptSchema = z.strictObject({
  id,
  gloss: text.describe('One line for reports: what all the labels name'),
  one_sided: oneSided,
  labels: z
    .array(z.strictObject({ ...label, source, forms }))
    .min(2, 'expected at least two rival labels')
    .describe('The rival names, each with its source and its forms; at least two'),
  ...below,
});

const extensionSchema = z.strictObject({
  extends: id.describe('The id of a concept of another file, to which this adds names'),
  labels: optionalList(
    z.strictObject({
      ...label,
      favours: label.favours.describe(
        'Of a new label: a party of the lexicon that has the concept, if sources agree whom the label favours',
      ),
      source: source
        .optional()
        .describe('A new label needs one: author or body, title, year. An existing label keeps its own'),
      forms,
    }),
    'More forms for labels of the concept, and new labels, each with its source',
  ),
  ...below,
});

const terminologyShape = lexicon('terminology', {
  parties: z
    .array(id)
    .length(
      2,
      'expected two parties: the lean is the share favouring the first minus the share favouring the second',
    )
    .optional()
    .describe('The two parties between whom the lean is computed; the first is the positive side'),
  about: z
    .array(form)
    .min(1, 'expected at least one form, or no "about" at all')
    .optional()
    .describe(
      'What names the topic. If given, the labels count only in articles with one of these in the headline, title or story, or two in the text; so everyday words may be labels, and other lexicons may list the same forms',
    ),
  one_sided: oneSided,
  concepts: z
    .array(z.union([conceptSchema, extensionSchema]))
    .default([])
    .describe('The contested things, each with the rival names for it'),
  facts: optionalList(
    z.strictObject({
      id,
      gloss: text.describe('One line for reports: what is reported or omitted'),
      forms,
      near: optionalList(
        form,
        'If given, one of these must occur in the same sentence, within sixteen words and punctuation marks of the form',
      ),
      figure: z
        .boolean()
        .default(false)
        .describe('The sentence gives a number; reports show how numbers differ'),
      examples: z
        .array(text)
        .min(2, 'expected at least one example that reports the fact and one that does not')
        .describe('Sentences; [text|id] marks a form that must be found, and no other may'),
    }),
    'What the outlets of a story may report or omit',
  ),
});

/** Also where "extends" is misspelt. */
const isExtension = (concept: unknown): boolean =>
  typeof concept === 'object' && concept !== null && !('id' in concept);

/** A file that only extends concepts of others has no lean of its own, and so needs no parties. */
export const terminologySchema = terminologyShape
  .superRefine(
    (value, context) => {
      const { parties, concepts }: { readonly parties?: unknown; readonly concepts?: unknown } = value;
      if (isMissing(value as object, 'concepts'))
        context.addIssue({ code: 'custom', path: ['concepts'], message: 'expected at least one concept' });
      else if (
        parties === undefined &&
        concepts !== undefined &&
        !(Array.isArray(concepts) && concepts.every(isExtension))
      )
        context.addIssue({ code: 'custom', path: ['parties'], message: 'expected two parties' });
    },
    // Reported with the other faults of the shape, and not once those are fixed.
    { when: ({ value }) => typeof value === 'object' && value !== null },
  )
  .meta({
    anyOf: [
      having('parties'),
      having('without'),
      { type: 'object', properties: { concepts: { type: 'array', items: having('extends') } } },
    ],
  });
