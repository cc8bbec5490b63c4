import { z } from 'zod';
import {
  CERTAINTY_EFFECTS,
  CERTAINTY_PLACES,
  CUE_FRAMES,
  EVENT_CLASSES,
  FURNITURE_PLACES,
  GRAMMAR_CLASSES,
  STANCES,
} from '../model/lexicon.js';
import { except, form, forms, head, id, kindOf, markedExamples, role, source, text } from './schema-parts.js';
import { terminologySchema } from './schema-terminology.js';

const partiesSchema = z.strictObject({
  kind: kindOf('parties'),
  ...head,
  parties: z
    .array(
      z.strictObject({
        id,
        name: text.describe('The name of the party in reports'),
        names: z.array(form).default([]).describe('Its names: Ruritania, Kingdom of Ruritania'),
        demonyms: z
          .array(form)
          .default([])
          .describe('Its people, and what is theirs: Ruritanian, Ruritanians'),
        seats: z
          .array(form)
          .default([])
          .describe('Capitals and seats of government; counted only where they can stand for the government'),
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
    .describe('Several parties named together, counted together'),
});

const polaritySchema = z.strictObject({
  kind: kindOf('polarity'),
  ...head,
  words: z
    .array(
      z.strictObject({
        id,
        valence: z
          .int()
          .min(-5)
          .max(5)
          .describe('On the scale of AFINN (Nielsen 2011); 0 makes a word neutral'),
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
        kind: role.describe('The kind of source that the word makes a speaker'),
        refers: z
          .enum(['he', 'she', 'it'])
          .optional()
          .describe('The pronoun, if the word implies one; it for bodies'),
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
      particles: z.array(text).default([]).describe('Small words inside people’s names, such as van'),
      titles: z.array(text).default([]).describe('Forms of address before a name, such as Dr'),
      titles_he: z.array(text).default([]).describe('Those of men'),
      titles_she: z.array(text).default([]).describe('Those of women'),
    })
    .optional()
    .describe('Words that show that a name continues across a small word, or that one begins'),
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
            'What the subject of the verbs is; patient if it undergoes what they say: died',
          ),
          possessor: taker.describe(
            'What the owner of the nouns is: the agent in “their attack”, the patient in “their arrest”',
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
              'The same event as a noun. A form may be in both lists: its place in the sentence decides',
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
        id: text.describe('The name in reports of what the rule finds'),
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
  optional: z.array(form).default([]).describe('Words that house style includes or omits, such as Mr'),
  agents: z.array(form).default([]).describe('Words that introduce the agent of a passive, such as by'),
});

const loadedSchema = z.strictObject({
  kind: kindOf('loaded'),
  ...head,
  classes: z
    .array(
      z.strictObject({
        id,
        judges: z
          .boolean()
          .default(true)
          .describe('false for words that are grave but factual, and for set phrases: they never count'),
        always: z
          .boolean()
          .default(false)
          .describe('true for words that are loaded in any context; for others the context decides'),
        source,
        forms,
        except,
        examples: markedExamples('class', 'class'),
      }),
    )
    .min(1),
});

const certaintySchema = z.strictObject({
  kind: kindOf('certainty'),
  ...head,
  classes: z
    .array(
      z.strictObject({
        id,
        effect: z
          .enum(CERTAINTY_EFFECTS)
          .describe(
            'What the word does to a claim: lends it certainty, leaves it to the source, withholds it',
          ),
        at: z
          .array(z.enum(CERTAINTY_PLACES))
          .min(1)
          .describe(
            'cue: as the word that reports the claim; beside: in the outlet’s own words next to that word',
          ),
        source,
        forms,
        except,
        examples: markedExamples('class', 'class'),
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
        id: z.enum(GRAMMAR_CLASSES).describe('The clause that the words build'),
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

/** `parallax.config.yaml`: what applies to everything below its folder. */
export const CONFIG_SCHEMA = z.strictObject({
  lexicons: z
    .array(text)
    .default([])
    .describe('Your own lexicons: YAML files, or folders of them, relative to this file'),
  out: text.optional().describe('Folder that reports are written to, relative to this file'),
});
