import type { z } from 'zod';
import { InputError, InputErrors } from '../errors.js';
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
import type { Entry } from './matcher.js';
import type { SCHEMAS } from './schema.js';

/** A lexicon file as it was read: a path to name it by, and its text. */
export interface LexiconSource {
  readonly path: string;
  readonly text: string;
}

export type LexiconData = { [K in LexiconKind]: z.infer<(typeof SCHEMAS)[K]> }[LexiconKind];
export type DataOf<K extends LexiconKind> = Extract<LexiconData, { kind: K }>;

/** Where in the YAML something stands: keys and indexes from the top. */
export type YamlPath = readonly PropertyKey[];

export interface ParsedLexicon {
  readonly source: LexiconSource;
  readonly data: LexiconData;
}

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

/** Reads and checks the shape of a lexicon file. Loads the YAML and schema libraries, so only when needed. */
export async function parseLexicon(source: LexiconSource): Promise<ParsedLexicon> {
  const [{ LineCounter, parseDocument }, { SCHEMAS }] = await Promise.all([
    import('yaml'),
    import('./schema.js'),
  ]);
  const lineCounter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter, prettyErrors: false });
  const fault = (code: string, message: string, offset: number | undefined, hint?: string): InputError => {
    const place = offset === undefined ? undefined : lineCounter.linePos(offset);
    return new InputError({ path: source.path, line: place?.line, column: place?.col, code, message, hint });
  };
  if (document.errors.length > 0)
    throw new InputErrors(
      document.errors.map(error => fault('lexicon-yaml', `not valid YAML: ${error.message}`, error.pos[0])),
    );
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    throw fault('lexicon-yaml', `not usable YAML: ${(error as Error).message}`, 0, 'Write aliases out.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw fault('lexicon-empty', 'expected a lexicon: a mapping that begins with "kind:"', 0);
  const kind = (value as { kind?: unknown }).kind;
  const schema = SCHEMAS[kind as LexiconKind] as (typeof SCHEMAS)[LexiconKind] | undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(SCHEMAS, kind) || schema === undefined)
    throw fault(
      'lexicon-kind',
      kind === undefined ? 'no "kind" is given' : `unknown kind ${JSON.stringify(kind)}`,
      offsetOf(document, ['kind']) ?? 0,
      `The kinds are ${Object.keys(SCHEMAS).join(', ')}.`,
    );
  const result = schema.safeParse(value);
  if (!result.success)
    throw new InputErrors(
      result.error.issues.flatMap(issue => {
        const where = issue.path.join('.') || 'the file';
        if (issue.code === 'unrecognized_keys')
          return issue.keys.map(key =>
            fault(
              'lexicon-shape',
              `${where}: there is no ${JSON.stringify(key)} here`,
              offsetOfKey(document, issue.path, key),
              knownKeys(kind),
            ),
          );
        const missing = document.getIn(issue.path) === undefined;
        const message = missing ? `${where} is missing` : `${where}: ${issue.message}`;
        return [fault('lexicon-shape', message, offsetOf(document, issue.path) ?? 0)];
      }),
    );
  return { source, data: result.data };
}

const knownKeys = (kind: string): string =>
  `What a ${kind} lexicon may hold stands in lexicons/schema/${kind}.json and, in words, in lexicons/README.md.`;

/** Line and column (1-based) of something in a lexicon file. */
export async function placeIn(source: LexiconSource, path: YamlPath): Promise<Place> {
  return (await placesIn(source))(path);
}

export interface Place {
  readonly line: number;
  readonly col: number;
}

/** The same for many things in one file. */
export async function placesIn(source: LexiconSource): Promise<(path: YamlPath) => Place> {
  const { LineCounter, parseDocument } = await import('yaml');
  const lineCounter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter });
  return path => lineCounter.linePos(offsetOf(document, path) ?? 0);
}

interface YamlNode {
  readonly range?: readonly number[] | null;
}

/** Offset of the node at a path, or of the nearest node above it that exists. */
function offsetOf(
  document: { getIn(path: unknown[], keepScalar: boolean): unknown },
  path: YamlPath,
): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length) as unknown[], true) as YamlNode | undefined;
    if (node?.range) return node.range[0];
  }
  return undefined;
}

/** Offset of a key of the mapping at a path. */
function offsetOfKey(
  document: { getIn(path: unknown[], keepScalar: boolean): unknown; readonly contents: unknown },
  path: YamlPath,
  key: string,
): number | undefined {
  type Pair = { readonly key: YamlNode & { readonly value?: unknown } };
  const mapping = path.length === 0 ? document.contents : document.getIn([...path], true);
  const pair = (mapping as { items?: readonly Pair[] } | undefined)?.items?.find(
    each => String(each.key.value) === key,
  );
  return pair?.key.range?.[0] ?? offsetOf(document, path);
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
      for (const [c, { id, labels, except }] of data.concepts.entries()) {
        for (const [l, label] of labels.entries())
          yield* list(label.forms, { concept: id, label: label.id }, 'concepts', c, 'labels', l, 'forms');
        yield* list(except, undefined, 'concepts', c, 'except');
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
