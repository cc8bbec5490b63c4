import { z } from 'zod';
import {
  CERTAINTY_EFFECTS,
  CERTAINTY_PLACES,
  CUE_FRAMES,
  EVENT_CLASSES,
  EVENT_SENSES,
  FURNITURE_PLACES,
  JUDGED,
  PATIENT_KINDS,
  STANCES,
} from '../model/lexicon.js';
import { GRAMMAR_CLASSES } from '../model/word-classes.js';
import { partiesSchema } from './schema-parties.js';
import {
  entries,
  except,
  form,
  forms,
  id,
  lexicon,
  listing,
  markedExamples,
  optionalList,
  role,
  source,
  text,
  wildForms,
} from './schema-parts.js';
import { terminologySchema } from './schema-terminology.js';

const taker = z.enum(['agent', 'patient']).default('agent');
const isSet = (otherwise: boolean, description: string) =>
  z.boolean().default(otherwise).describe(description);

const EVENT_GROUP = {
  id,
  class: z.enum(EVENT_CLASSES),
  subject: taker.describe('What the subject of the verbs is; patient if it undergoes what they say: died'),
  possessor: taker.describe(
    'What the owner of the nouns is: the agent in “their attack”, the patient in “their arrest”',
  ),
  transitive: isSet(
    false,
    'The verbs always take an object: without one they are passive, as in “three killed in clash”',
  ),
  sense: z
    .enum(EVENT_SENSES)
    .default('plain')
    .describe(
      'What the words need in their sentence to be meant: plain nothing, patient one of the patients (shot two men), ' +
        'force a sign of force besides, as they also stand for words and votes (attacked, beat)',
    ),
  patients: z
    .array(z.enum(PATIENT_KINDS))
    .default([])
    .describe(
      'What may undergo it, if not anything: with another patient the words mean something else (killed the bill)',
    ),
  source,
  verbs: optionalList(form, 'All forms: attack, attacks, attacked, attacking'),
  nouns: optionalList(
    form,
    'The same event as a noun. A form may be in both lists: its place in the sentence decides',
  ),
  except,
  examples: optionalList(text, '[text|class] marks what must match; nothing else of this group may'),
};

export const SCHEMAS = {
  parties: partiesSchema,
  terminology: terminologySchema,
  polarity: listing(
    'polarity',
    'words',
    entries({
      id,
      valence: z
        .int()
        .min(-5)
        .max(5)
        .describe('On the scale of AFINN (Nielsen 2011); 0 makes a word neutral'),
      of: z
        .enum(JUDGED)
        .optional()
        .describe(
          'Whom the words judge: whoever does, is or has it (*X lied*, *the failures of X*), or whoever it is said of (*critical of X*)',
        ),
      source,
      forms: wildForms,
      except,
    }),
  ),
  cues: listing(
    'cues',
    'classes',
    entries({
      id,
      stance: z.enum(STANCES),
      frames: z.array(z.enum(CUE_FRAMES)).min(1),
      source,
      forms: wildForms,
      except,
    }),
  ),
  roles: lexicon('roles', {
    roles: entries({
      id,
      kind: role.describe('The kind of source that the word makes a speaker'),
      refers: z
        .enum(['he', 'she', 'it'])
        .optional()
        .describe('The pronoun, if the word implies one; it for bodies'),
      forms,
    }).describe('Words for what people and bodies are'),
    names: z
      .strictObject({
        heads: optionalList(text, 'What bodies are called: Bank (of Ruritania), Center (for ...)'),
        things: optionalList(text, 'What laws, agreements, wars, streets and places are called'),
        matters: optionalList(
          text,
          'What bodies are for, after and: (Department of Health and Human) Services',
        ),
        particles: optionalList(text, 'Small words inside people’s names, such as van'),
        titles: optionalList(text, 'Forms of address before a name, such as Dr'),
        titles_he: optionalList(text, 'Those of men'),
        titles_she: optionalList(text, 'Those of women'),
        given_he: optionalList(text, 'Given names of men'),
        given_she: optionalList(text, 'Given names of women'),
        given: optionalList(text, 'Given names of both'),
        same_offices: optionalList(z.array(text).min(2), 'Words for one office: Gov., governor'),
        nicknames: optionalList(
          z.array(text).min(2),
          'Given names that are short for each other: Jim, James',
        ),
      })
      .optional()
      .describe('Words that show that a name continues across a small word, or that one begins'),
  }),
  events: listing(
    'events',
    'groups',
    entries(
      EVENT_GROUP,
      z
        .strictObject(EVENT_GROUP)
        .refine(({ verbs, nouns }) => verbs.length + nouns.length > 0, 'expected verbs or nouns')
        .meta({ anyOf: [{ required: ['verbs'] }, { required: ['nouns'] }] }),
    ),
  ),
  furniture: listing(
    'furniture',
    'rules',
    entries({
      id: text.describe('The name in reports of what the rule finds'),
      where: z.array(z.enum(FURNITURE_PLACES)).min(1),
      max_words: z.int().min(1).max(100).default(12),
      forms,
    }),
  ),
  variants: lexicon('variants', {
    groups: optionalList(
      z.array(form).min(2, 'expected two spellings or more'),
      'Spellings of one thing: exchanging one for another is house style',
    ),
    endings: optionalList(
      z.tuple([text, text]),
      'Endings that make two spellings of one word, such as [ise, ize]',
    ),
    optional: optionalList(form, 'Words that house style includes or omits, such as Mr'),
    agents: optionalList(form, 'Words that introduce the agent of a passive, such as by'),
  }),
  loaded: listing(
    'loaded',
    'classes',
    entries({
      id,
      judges: isSet(
        true,
        'false for words that are grave but factual, and for set phrases: they never count',
      ),
      always: isSet(false, 'true for words that are loaded in any context; for others the context decides'),
      source,
      forms: wildForms,
      except,
      examples: markedExamples('class', 'class'),
    }),
  ),
  certainty: listing(
    'certainty',
    'classes',
    entries({
      id,
      effect: z
        .enum(CERTAINTY_EFFECTS)
        .describe('What the word does to a claim: lends it certainty, leaves it to the source, withholds it'),
      at: z
        .array(z.enum(CERTAINTY_PLACES))
        .min(1)
        .describe(
          'cue: as the word that reports the claim; beside: in the outlet’s own words next to that word; source: as the noun for whoever makes it',
        ),
      source,
      forms,
      except,
      examples: markedExamples('class', 'class'),
    }),
  ),
  grammar: listing(
    'grammar',
    'classes',
    z
      .array(
        z.strictObject({
          id: z.enum(GRAMMAR_CLASSES).describe('The clause that the words build, or what they name'),
          source,
          forms,
        }),
      )
      .default([])
      .describe('Words by the clauses that they build; a word may be in several classes'),
  ),
} as const;

/** `parallax.config.yaml`: what applies to everything below its folder. */
export const CONFIG_SCHEMA = z.strictObject({
  lexicons: optionalList(
    text,
    'Your own lexicons: YAML files, or folders of them, relative to this file; or packages that npm installed, parallax-lexicon-…',
  ),
  out: text.optional().describe('Folder that reports are written to, relative to this file'),
  scorer: z
    .strictObject({
      command: z
        .array(text)
        .min(1)
        .describe(
          'A program and its arguments: it reads what "parallax mentions" prints, and prints a score for each',
        ),
      timeout: z.number().positive().default(600).describe('Seconds that it may take for all mentions'),
    })
    .optional()
    .describe('Whose polarities stand in the place of those of the package, unless --scores is given'),
});
