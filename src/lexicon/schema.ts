import { z } from 'zod';
import {
  CERTAINTY_EFFECTS,
  CERTAINTY_PLACES,
  CUE_FRAMES,
  EVENT_CLASSES,
  FURNITURE_PLACES,
  GRAMMAR_CLASSES,
  SOURCE_KINDS,
  STANCES,
} from '../model/lexicon.js';

const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'expected an id of small letters, digits and hyphens, such as "south-caucasus"',
  );
const text = z.string().trim().regex(/\S/, 'expected some text');
const form = text
  .max(120, 'expected a word or a phrase, not a paragraph')
  .describe(
    'A word or phrase as it stands in articles. Small letters accept capitals; a capital demands one; hyphen and space are the same.',
  );
const forms = z
  .array(form)
  .min(1, 'expected at least one form')
  .describe('Every form in which it stands in articles: fence, fences, fenced');
const except = z
  .array(form)
  .default([])
  .describe('Longer phrases that contain a form and must count nothing');
const source = text.describe('A citation that a reader can check: author or body, title, year');
const role = z.enum(SOURCE_KINDS).exclude(['other', 'unnamed']);
const kindOf = <K extends string>(kind: K) => z.literal(kind).describe('What sort of lexicon this is');
const head = {
  id: id.describe('The name of this lexicon in data: small letters, digits and hyphens'),
  title: text.describe('How reports and lists call this lexicon'),
};

const partiesSchema = z.strictObject({
  kind: kindOf('parties'),
  ...head,
  parties: z
    .array(
      z.strictObject({
        id,
        name: text.describe('How reports call the party'),
        names: z.array(form).default([]).describe('What it is called: Ruritania, Kingdom of Ruritania'),
        demonyms: z
          .array(form)
          .default([])
          .describe('Its people, and what is theirs: Ruritanian, Ruritanians'),
        seats: z
          .array(form)
          .default([])
          .describe(
            'Capitals and seats of government; they count only where they can stand for the government',
          ),
        bodies: z
          .array(z.strictObject({ name: text, role, forms }))
          .default([])
          .describe('Ministries, armies, news agencies that speak and act for it'),
        people: z
          .array(z.strictObject({ name: text, role, office: text.optional(), forms }))
          .default([])
          .describe('People who speak and act for it'),
        except,
      }),
    )
    .default([]),
  collectives: z
    .array(z.strictObject({ id, name: text, forms, except }))
    .default([])
    .describe('Several parties named together, counted as such'),
});

const label = {
  id,
  favours: id.optional().describe('A party of this lexicon, if sources agree whom the label favours'),
  contested: z.boolean().optional().describe('Sources disagree about whom the label favours'),
};
const conceptExamples = z
  .array(text)
  .min(2, 'expected at least one example that must match and one that must not')
  .describe('[text|label] marks what must match; nothing else of this concept may');

const conceptSchema = z.strictObject({
  id,
  gloss: text.describe('One line for reports: what all the labels name'),
  labels: z
    .array(z.strictObject({ ...label, source, forms }))
    .min(2, 'expected at least two rival labels')
    .describe('The rival names, each with its source and its forms; at least two'),
  except,
  examples: conceptExamples,
});

const extensionSchema = z.strictObject({
  extends: id.describe('The id of a concept of another file, which gets more names'),
  labels: z
    .array(
      z.strictObject({
        ...label,
        favours: label.favours.describe(
          'Of a new label: a party of the lexicon that has the concept, if sources agree whom the label favours',
        ),
        source: source
          .optional()
          .describe(
            'A new label needs one: author or body, title, year. A label that is there keeps its own',
          ),
        forms,
      }),
    )
    .default([])
    .describe('Labels of the concept with more forms for them, and new labels, each with its source'),
  except,
  examples: conceptExamples,
});

const terminologyShape = z.strictObject({
  kind: kindOf('terminology'),
  ...head,
  parties: z
    .array(id)
    .length(
      2,
      'expected two parties: the lean is the share favouring the first minus the share favouring the second',
    )
    .optional()
    .describe('The two parties between whom the lean is reckoned; the first is the positive side'),
  about: z
    .array(form)
    .min(1, 'expected at least one form, or no "about" at all')
    .optional()
    .describe(
      'What names the topic. Where it is given, the labels count only in articles whose headline, title or story holds one of these, or whose text two, so that everyday words may be labels, and other lexicons may list the same forms',
    ),
  concepts: z
    .array(z.union([conceptSchema, extensionSchema]))
    .min(1, 'expected at least one concept')
    .describe('The contested things, each with the rival names for it'),
  facts: z
    .array(
      z.strictObject({
        id,
        gloss: text.describe('One line for reports: what is reported or left out'),
        forms,
        near: z
          .array(form)
          .default([])
          .describe(
            'Where given, one of these must stand in the same sentence, within sixteen words and marks of the form',
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
    )
    .default([])
    .describe('What the outlets of a story may report or leave out'),
});

/** Also where "extends" is misspelt. */
const isExtension = (concept: unknown): boolean =>
  typeof concept === 'object' && concept !== null && !('id' in concept);

/** A file that only extends concepts of others has no lean of its own, and so needs no parties. */
const terminologySchema = terminologyShape
  .superRefine(
    (value, context) => {
      const { parties, concepts }: { readonly parties?: unknown; readonly concepts?: unknown } = value;
      if (parties === undefined && !(Array.isArray(concepts) && concepts.every(isExtension)))
        context.addIssue({ code: 'custom', path: ['parties'], message: 'expected two parties' });
    },
    // Told with the other faults of the shape, and not after they are mended.
    { when: ({ value }) => typeof value === 'object' && value !== null },
  )
  .meta({
    anyOf: [
      { type: 'object', properties: { parties: {} }, required: ['parties'] },
      {
        type: 'object',
        properties: {
          concepts: {
            type: 'array',
            items: { type: 'object', properties: { extends: {} }, required: ['extends'] },
          },
        },
      },
    ],
  });

const polaritySchema = z.strictObject({
  kind: kindOf('polarity'),
  ...head,
  words: z
    .array(
      z.strictObject({
        id,
        valence: z.int().min(-5).max(5).describe('On the scale of AFINN (Nielsen 2011); 0 silences a word'),
        source,
        forms,
      }),
    )
    .min(1),
});

const cuesSchema = z.strictObject({
  kind: kindOf('cues'),
  ...head,
  classes: z
    .array(
      z.strictObject({
        id,
        stance: z.enum(STANCES),
        frames: z.array(z.enum(CUE_FRAMES)).min(1),
        source,
        forms,
      }),
    )
    .min(1),
});

const rolesSchema = z.strictObject({
  kind: kindOf('roles'),
  ...head,
  roles: z
    .array(
      z.strictObject({
        id,
        kind: role.describe('The kind of source that it makes a speaker'),
        refers: z
          .enum(['he', 'she', 'it'])
          .optional()
          .describe('The pronoun, where the word says it; it for bodies'),
        forms,
      }),
    )
    .min(1),
  names: z
    .strictObject({
      heads: z
        .array(text)
        .default([])
        .describe('What bodies are called: Bank (of England), Center (for ...)'),
      matters: z
        .array(text)
        .default([])
        .describe('What bodies are for, after and: (Department of Health and Human) Services'),
      particles: z.array(text).default([]).describe('Small words inside the names of people, such as van'),
      titles: z.array(text).default([]).describe('Forms of address before a name, such as Dr'),
      titles_he: z.array(text).default([]).describe('Those of men'),
      titles_she: z.array(text).default([]).describe('Those of women'),
    })
    .optional()
    .describe('Words by which a name goes on over a small word, and by which one begins'),
});

const taker = z.enum(['agent', 'patient']).default('agent');

const eventsSchema = z.strictObject({
  kind: kindOf('events'),
  ...head,
  groups: z
    .array(
      z
        .strictObject({
          id,
          class: z.enum(EVENT_CLASSES),
          subject: taker.describe(
            'Whom the subject of the verbs is; patient where it suffers what they say: died',
          ),
          possessor: taker.describe(
            'Whom the nouns belong to: the agent in “their attack”, the patient in “their arrest”',
          ),
          transitive: z
            .boolean()
            .default(false)
            .describe(
              'The verbs always take an object: without one they are passive, as in “three killed in clash”',
            ),
          source,
          verbs: z.array(form).default([]).describe('All forms: attack, attacks, attacked, attacking'),
          nouns: z
            .array(form)
            .default([])
            .describe(
              'The same deed as a noun. A form may stand in both lists: its place in the sentence decides',
            ),
          except,
          examples: z
            .array(text)
            .default([])
            .describe('[text|class] marks what must match; nothing else of this group may'),
        })
        .refine(({ verbs, nouns }) => verbs.length + nouns.length > 0, 'expected verbs or nouns')
        .meta({ anyOf: [{ required: ['verbs'] }, { required: ['nouns'] }] }),
    )
    .min(1),
});

const furnitureSchema = z.strictObject({
  kind: kindOf('furniture'),
  ...head,
  rules: z
    .array(
      z.strictObject({
        id: text.describe('How reports call what the rule finds'),
        where: z.array(z.enum(FURNITURE_PLACES)).min(1),
        max_words: z.int().min(1).max(100).default(12),
        forms,
      }),
    )
    .min(1),
});

const variantsSchema = z.strictObject({
  kind: kindOf('variants'),
  ...head,
  groups: z
    .array(z.array(form).min(2, 'expected two spellings or more'))
    .default([])
    .describe('Spellings of one thing: exchanging one for another is house style'),
  endings: z
    .array(z.tuple([text, text]))
    .default([])
    .describe('Endings that make two spellings of one word, such as [ise, ize]'),
  optional: z.array(form).default([]).describe('Words that house style sets or leaves out, such as Mr'),
  agents: z.array(form).default([]).describe('Words that name a doer after a passive, such as by'),
});

const classExamples = z
  .array(text)
  .min(2, 'expected at least one example that must match and one that must not')
  .describe('[text|class] marks what must match; nothing else of this class may');

const loadedSchema = z.strictObject({
  kind: z.literal('loaded'),
  ...head,
  classes: z
    .array(
      z.strictObject({
        id,
        judges: z
          .boolean()
          .default(true)
          .describe('false for words that are grave and report, and for set phrases: they never count'),
        always: z
          .boolean()
          .default(false)
          .describe('true for words that judge wherever they stand; of others the context decides'),
        source,
        forms,
        except,
        examples: classExamples,
      }),
    )
    .min(1),
});

const certaintySchema = z.strictObject({
  kind: z.literal('certainty'),
  ...head,
  classes: z
    .array(
      z.strictObject({
        id,
        effect: z
          .enum(CERTAINTY_EFFECTS)
          .describe(
            'What the outlet does to a claim by the word: lends it certainty, leaves it to the source, withholds it',
          ),
        at: z
          .array(z.enum(CERTAINTY_PLACES))
          .min(1)
          .describe(
            'cue: as the word that reports the claim; beside: in the outlet’s own words beside that word',
          ),
        source,
        forms,
        except,
        examples: classExamples,
      }),
    )
    .min(1),
});

const grammarSchema = z.strictObject({
  kind: kindOf('grammar'),
  ...head,
  classes: z
    .array(
      z.strictObject({
        id: z.enum(GRAMMAR_CLASSES).describe('What clause the words build'),
        source,
        forms,
      }),
    )
    .min(1)
    .describe('Words by the clauses that they build; a word may be in several classes'),
});

export const SCHEMAS = {
  parties: partiesSchema,
  terminology: terminologySchema,
  polarity: polaritySchema,
  cues: cuesSchema,
  roles: rolesSchema,
  events: eventsSchema,
  furniture: furnitureSchema,
  variants: variantsSchema,
  loaded: loadedSchema,
  certainty: certaintySchema,
  grammar: grammarSchema,
} as const;

/** `parallax.config.yaml`: what is in force for everything below its folder. */
export const CONFIG_SCHEMA = z.strictObject({
  lexicons: z
    .array(text)
    .default([])
    .describe('Lexicons of yours: YAML files, or folders of them, as seen from this file'),
  out: text.optional().describe('Folder that reports are written to, as seen from this file'),
});
