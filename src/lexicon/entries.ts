import type {
  CertaintyForm,
  CueForm,
  EventForm,
  FurnitureForm,
  LabelForm,
  LexiconKind,
  LoadedForm,
  OfficeTerm,
  PartyForm,
  PolarityForm,
  RoleForm,
  VariantForm,
} from '../model/lexicon.js';
import { conceptOf, type DataOf, type LexiconData, partyOf } from './file.js';
import type { Entry } from './matcher.js';
import type { YamlPath } from './yaml.js';

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
  /** Looked up word by word, and not matched. */
  grammar: never;
}
export type FormOf<K extends LexiconKind> = FormTypes[K];

/** An entry for the matcher, and the place of its form in the file. */
export interface PlacedEntry<T> extends Entry<T> {
  readonly at: YamlPath;
}

function* listed<T>(
  forms: readonly string[],
  value: T | undefined,
  ...at: PropertyKey[]
): Generator<PlacedEntry<T>> {
  for (const [i, form] of forms.entries()) yield { form, value, at: [...at, i] };
}

type FormLists = Readonly<Record<'forms', readonly string[]> & Partial<Record<'except', readonly string[]>>>;

/** The forms of each item of a list, with what they stand for, and its exceptions. */
function* formsIn<I extends FormLists, T>(
  items: readonly I[],
  meaningOf: (item: I) => T,
  ...at: PropertyKey[]
): Generator<PlacedEntry<T>> {
  for (const [i, item] of items.entries()) {
    yield* listed(item.forms, meaningOf(item), ...at, i, 'forms');
    yield* listed<T>(item.except ?? [], undefined, ...at, i, 'except');
  }
}

/** How each kind lists its forms, and what they stand for. */
const ENTRIES: { readonly [K in LexiconKind]: (data: DataOf<K>) => Generator<PlacedEntry<FormOf<K>>> } = {
  *parties({ parties, collectives }) {
    for (const [p, party] of parties.entries()) {
      const own = (as: PartyForm['as']): PartyForm => ({ party: partyOf(party), as });
      yield* listed(party.names, own('name'), 'parties', p, 'names');
      yield* listed(party.demonyms, own('demonym'), 'parties', p, 'demonyms');
      yield* listed(party.seats, own('seat'), 'parties', p, 'seats');
      yield* formsIn(
        party.bodies,
        ({ name, role }): PartyForm => ({ ...own('body'), name, role }),
        'parties',
        p,
        'bodies',
      );
      yield* formsIn(
        party.people,
        ({ name, role, party: member, terms, refers }): PartyForm => ({
          ...own('person'),
          name,
          role,
          ...(member !== undefined && { member }),
          ...(terms.length > 0 && { terms: terms as readonly OfficeTerm[] }),
          ...(refers !== undefined && { refers }),
        }),
        'parties',
        p,
        'people',
      );
      yield* listed<PartyForm>(party.except, undefined, 'parties', p, 'except');
    }
    yield* formsIn(collectives, ({ id }): PartyForm => ({ party: id, as: 'collective' }), 'collectives');
  },
  *terminology({ concepts }) {
    for (const [c, entry] of concepts.entries()) {
      const concept = conceptOf(entry);
      yield* formsIn(entry.labels, ({ id: label }) => ({ concept, label }), 'concepts', c, 'labels');
      yield* listed<LabelForm>(entry.except, undefined, 'concepts', c, 'except');
    }
  },
  polarity: ({ words }) =>
    formsIn(words, ({ valence, of }) => ({ valence, ...(of !== undefined && { of }) }), 'words'),
  cues: ({ classes }) =>
    formsIn(classes, ({ id, stance, frames }) => ({ class: id, stance, frames }), 'classes'),
  roles: ({ roles }) =>
    formsIn(
      roles,
      ({ id, kind, refers }) => ({ role: id, kind, ...(refers !== undefined && { refers }) }),
      'roles',
    ),
  *events({ groups }) {
    for (const [g, group] of groups.entries()) {
      const { id: _, class: of, source: __, verbs, nouns, except, examples: ___, ...rest } = group;
      const value = (as: EventForm['as']): EventForm => ({ class: of, as, ...rest });
      const either = new Set(nouns.filter(form => verbs.includes(form)));
      const [verb, noun, both] = [value('verb'), value('noun'), value('either')];
      for (const entry of listed(verbs, verb, 'groups', g, 'verbs'))
        yield either.has(entry.form) ? { ...entry, value: both } : entry;
      for (const entry of listed(nouns, noun, 'groups', g, 'nouns')) if (!either.has(entry.form)) yield entry;
      yield* listed<EventForm>(except, undefined, 'groups', g, 'except');
    }
  },
  furniture: ({ rules }) =>
    formsIn(rules, ({ id, where, max_words }) => ({ rule: id, where, maxWords: max_words }), 'rules'),
  *variants({ groups, optional, agents }) {
    for (const [g, forms] of groups.entries())
      yield* listed<VariantForm>(forms, { as: 'same', group: forms[0] as string }, 'groups', g);
    yield* listed<VariantForm>(optional, { as: 'optional', group: '' }, 'optional');
    yield* listed<VariantForm>(agents, { as: 'agent', group: '' }, 'agents');
  },
  loaded: ({ classes }) =>
    formsIn(classes, ({ id, judges, always }) => ({ class: id, judges, always }), 'classes'),
  certainty: ({ classes }) =>
    formsIn(classes, ({ id, effect, at }) => ({ class: id, effect, at }), 'classes'),
  *grammar() {},
};

/** Everything that a lexicon lets match, with its place; `except` forms come without a value. */
export const entriesOf = (data: LexiconData): Generator<PlacedEntry<FormOf<LexiconKind>>> =>
  (ENTRIES[data.kind] as (data: LexiconData) => Generator<PlacedEntry<FormOf<LexiconKind>>>)(data);

/** The forms of a lexicon that stand for something. */
export const formsOf = (data: LexiconData): string[] =>
  [...entriesOf(data)].flatMap(({ form, value }) => (value === undefined ? [] : [form]));
