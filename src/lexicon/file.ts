import type { z } from 'zod';
import { type InputError, InputErrors } from '../errors.js';
import type {
  CertaintyForm,
  CueForm,
  EventForm,
  FurnitureForm,
  LabelForm,
  LexiconKind,
  LoadedForm,
  PartyForm,
  PolarityForm,
  RoleForm,
  VariantForm,
} from '../model/lexicon.js';
import { expectedOneOf, nearest } from './authoring/nearest.js';
import type { Entry } from './matcher.js';
import type { SCHEMAS } from './schema.js';
import { readYaml, shapeFaults, type YamlPath } from './yaml.js';

/** A lexicon file as it was read: a path to name it by in messages, and its text. */
export interface LexiconSource {
  readonly path: string;
  /** How reports call it, where that is not the path: they do not tell the machine. */
  readonly name?: string;
  readonly text: string;
}

export type LexiconData = { [K in LexiconKind]: z.infer<(typeof SCHEMAS)[K]> }[LexiconKind];
export type DataOf<K extends LexiconKind> = Extract<LexiconData, { kind: K }>;

export interface ParsedLexicon {
  readonly source: LexiconSource;
  readonly data: LexiconData;
}

/** An entry of a terminology lexicon: a concept, or more names for one of another file. */
export type ConceptEntry = DataOf<'terminology'>['concepts'][number];
export type Extension = Extract<ConceptEntry, { extends: string }>;

/** The id of the concept that an entry is of, its own or another file's. */
export const conceptOf = (entry: ConceptEntry): string => ('extends' in entry ? entry.extends : entry.id);

interface FormTypes {
  parties: PartyForm;
  terminology: LabelForm;
  polarity: PolarityForm;
  cues: CueForm;
  roles: RoleForm;
  events: EventForm;
  furniture: FurnitureForm;
  variants: VariantForm;
  loaded: LoadedForm;
  certainty: CertaintyForm;
}
export type FormOf<K extends LexiconKind> = FormTypes[K];

/** An entry for the matcher, and where its form stands in the file. */
export interface PlacedEntry<T> extends Entry<T> {
  readonly at: YamlPath;
}

/**
 * Reads and checks the shape of a lexicon file. Loads the YAML and schema libraries, so only when needed.
 *
 * @throws InputErrors with every fault of the shape
 */
export async function parseLexicon(source: LexiconSource): Promise<ParsedLexicon> {
  const [file, { SCHEMAS }] = await Promise.all([readYaml(source), import('./schema.js')]);
  const { value } = file;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw file.fault(
      'lexicon-empty',
      0,
      'expected a lexicon: a mapping that begins with "kind:"',
      'parallax lexicon new TOPIC writes one to start from.',
    );
  const kind = (value as { kind?: unknown }).kind;
  const kinds = Object.keys(SCHEMAS);
  if (typeof kind !== 'string' || !kinds.includes(kind))
    throw file.fault(
      'lexicon-kind',
      file.offsetOf(['kind']),
      kind === undefined ? 'no "kind" is given' : `unknown kind ${JSON.stringify(kind)}`,
      Object.keys(value).some(key => nearest(key, ['kind'])) && kind === undefined
        ? `Did you mean "kind"? ${expectedOneOf(kind, kinds)}`
        : expectedOneOf(kind, kinds),
    );
  const schema: z.ZodType = SCHEMAS[kind as LexiconKind];
  const result = schema.safeParse(value);
  if (!result.success) throw new InputErrors(shapeFaults(file, schema, result.error));
  return { source, data: result.data as LexiconData };
}

/** A fault at a place in a lexicon file. */
export async function faultIn(
  source: LexiconSource,
  at: YamlPath,
  code: string,
  message: string,
  hint?: string,
): Promise<InputError> {
  const file = await readYaml(source, true);
  return file.fault(code, file.offsetOf(at), message, hint);
}

/** Everything that a lexicon lets match, with its place; `except` forms come without a value. */
export function* entriesOf(data: LexiconData): Generator<PlacedEntry<FormOf<LexiconKind>>> {
  type Value = FormOf<LexiconKind>;
  function* list(
    forms: readonly string[],
    value: Value | undefined,
    ...at: PropertyKey[]
  ): Generator<PlacedEntry<Value>> {
    for (const [i, form] of forms.entries()) yield { form, value, at: [...at, i] };
  }
  switch (data.kind) {
    case 'parties':
      for (const [p, party] of data.parties.entries()) {
        const own = (as: PartyForm['as']): PartyForm => ({ party: party.id, as });
        yield* list(party.names, own('name'), 'parties', p, 'names');
        yield* list(party.demonyms, own('demonym'), 'parties', p, 'demonyms');
        yield* list(party.seats, own('seat'), 'parties', p, 'seats');
        for (const [b, { name, role, forms }] of party.bodies.entries())
          yield* list(forms, { ...own('body'), name, role }, 'parties', p, 'bodies', b, 'forms');
        for (const [q, { name, role, forms }] of party.people.entries())
          yield* list(forms, { ...own('person'), name, role }, 'parties', p, 'people', q, 'forms');
        yield* list(party.except, undefined, 'parties', p, 'except');
      }
      for (const [c, { id, forms, except }] of data.collectives.entries()) {
        yield* list(forms, { party: id, as: 'collective' }, 'collectives', c, 'forms');
        yield* list(except, undefined, 'collectives', c, 'except');
      }
      return;
    case 'terminology':
      for (const [c, entry] of data.concepts.entries()) {
        const concept = conceptOf(entry);
        for (const [l, { id: label, forms }] of entry.labels.entries())
          yield* list(forms, { concept, label }, 'concepts', c, 'labels', l, 'forms');
        yield* list(entry.except, undefined, 'concepts', c, 'except');
      }
      return;
    case 'polarity':
      for (const [w, { valence, forms }] of data.words.entries())
        yield* list(forms, { valence }, 'words', w, 'forms');
      return;
    case 'cues':
      for (const [c, { id, stance, frames, forms }] of data.classes.entries())
        yield* list(forms, { class: id, stance, frames }, 'classes', c, 'forms');
      return;
    case 'roles':
      for (const [r, { id, kind, refers, forms }] of data.roles.entries())
        yield* list(forms, { role: id, kind, ...(refers !== undefined && { refers }) }, 'roles', r, 'forms');
      return;
    case 'events':
      for (const [g, group] of data.groups.entries()) {
        const { class: of, subject, possessor, transitive, verbs, nouns, except } = group;
        const value = (as: EventForm['as']): EventForm => ({ class: of, as, subject, possessor, transitive });
        const either = new Set(nouns.filter(form => verbs.includes(form)));
        const [verb, noun, both] = [value('verb'), value('noun'), value('either')];
        for (const [i, form] of verbs.entries())
          yield { form, value: either.has(form) ? both : verb, at: ['groups', g, 'verbs', i] };
        for (const [i, form] of nouns.entries())
          if (!either.has(form)) yield { form, value: noun, at: ['groups', g, 'nouns', i] };
        yield* list(except, undefined, 'groups', g, 'except');
      }
      return;
    case 'furniture':
      for (const [r, { id, where, max_words, forms }] of data.rules.entries())
        yield* list(forms, { rule: id, where, maxWords: max_words }, 'rules', r, 'forms');
      return;
    case 'variants':
      for (const [g, forms] of data.groups.entries())
        yield* list(forms, { as: 'same', group: forms[0] as string }, 'groups', g);
      yield* list(data.optional, { as: 'optional', group: '' }, 'optional');
      yield* list(data.agents, { as: 'agent', group: '' }, 'agents');
      return;
    case 'loaded':
      for (const [c, { id, judges, always, forms, except }] of data.classes.entries()) {
        yield* list(forms, { class: id, judges, always }, 'classes', c, 'forms');
        yield* list(except, undefined, 'classes', c, 'except');
      }
      return;
    case 'certainty':
      for (const [c, { id, effect, at, forms, except }] of data.classes.entries()) {
        yield* list(forms, { class: id, effect, at }, 'classes', c, 'forms');
        yield* list(except, undefined, 'classes', c, 'except');
      }
  }
}
