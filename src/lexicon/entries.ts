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
import { conceptOf, type DataOf, type LexiconData } from './file.js';
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

function* list<T>(
  forms: readonly string[],
  value: T | undefined,
  ...at: PropertyKey[]
): Generator<PlacedEntry<T>> {
  for (const [i, form] of forms.entries()) yield { form, value, at: [...at, i] };
}

/** How each kind lists its forms, and what they stand for. */
const ENTRIES: { readonly [K in LexiconKind]: (data: DataOf<K>) => Generator<PlacedEntry<FormOf<K>>> } = {
  *parties({ parties, collectives }) {
    for (const [p, party] of parties.entries()) {
      const own = (as: PartyForm['as']): PartyForm => ({ party: party.id, as });
      yield* list(party.names, own('name'), 'parties', p, 'names');
      yield* list(party.demonyms, own('demonym'), 'parties', p, 'demonyms');
      yield* list(party.seats, own('seat'), 'parties', p, 'seats');
      for (const [b, { name, role, forms }] of party.bodies.entries())
        yield* list(forms, { ...own('body'), name, role }, 'parties', p, 'bodies', b, 'forms');
      for (const [q, { name, role, forms }] of party.people.entries())
        yield* list(forms, { ...own('person'), name, role }, 'parties', p, 'people', q, 'forms');
      yield* list<PartyForm>(party.except, undefined, 'parties', p, 'except');
    }
    for (const [c, { id, forms, except }] of collectives.entries()) {
      yield* list<PartyForm>(forms, { party: id, as: 'collective' }, 'collectives', c, 'forms');
      yield* list<PartyForm>(except, undefined, 'collectives', c, 'except');
    }
  },
  *terminology({ concepts }) {
    for (const [c, entry] of concepts.entries()) {
      const concept = conceptOf(entry);
      for (const [l, { id: label, forms }] of entry.labels.entries())
        yield* list(forms, { concept, label }, 'concepts', c, 'labels', l, 'forms');
      yield* list<LabelForm>(entry.except, undefined, 'concepts', c, 'except');
    }
  },
  *polarity({ words }) {
    for (const [w, { valence, forms }] of words.entries())
      yield* list(forms, { valence }, 'words', w, 'forms');
  },
  *cues({ classes }) {
    for (const [c, { id, stance, frames, forms }] of classes.entries())
      yield* list(forms, { class: id, stance, frames }, 'classes', c, 'forms');
  },
  *roles({ roles }) {
    for (const [r, { id, kind, refers, forms }] of roles.entries())
      yield* list(forms, { role: id, kind, ...(refers !== undefined && { refers }) }, 'roles', r, 'forms');
  },
  *events({ groups }) {
    for (const [g, group] of groups.entries()) {
      const { class: of, subject, possessor, transitive, verbs, nouns, except } = group;
      const value = (as: EventForm['as']): EventForm => ({ class: of, as, subject, possessor, transitive });
      const either = new Set(nouns.filter(form => verbs.includes(form)));
      const [verb, noun, both] = [value('verb'), value('noun'), value('either')];
      for (const [i, form] of verbs.entries())
        yield { form, value: either.has(form) ? both : verb, at: ['groups', g, 'verbs', i] };
      for (const [i, form] of nouns.entries())
        if (!either.has(form)) yield { form, value: noun, at: ['groups', g, 'nouns', i] };
      yield* list<EventForm>(except, undefined, 'groups', g, 'except');
    }
  },
  *furniture({ rules }) {
    for (const [r, { id, where, max_words, forms }] of rules.entries())
      yield* list(forms, { rule: id, where, maxWords: max_words }, 'rules', r, 'forms');
  },
  *variants({ groups, optional, agents }) {
    for (const [g, forms] of groups.entries())
      yield* list<VariantForm>(forms, { as: 'same', group: forms[0] as string }, 'groups', g);
    yield* list<VariantForm>(optional, { as: 'optional', group: '' }, 'optional');
    yield* list<VariantForm>(agents, { as: 'agent', group: '' }, 'agents');
  },
  *loaded({ classes }) {
    for (const [c, { id, judges, always, forms, except }] of classes.entries()) {
      yield* list(forms, { class: id, judges, always }, 'classes', c, 'forms');
      yield* list<LoadedForm>(except, undefined, 'classes', c, 'except');
    }
  },
  *certainty({ classes }) {
    for (const [c, { id, effect, at, forms, except }] of classes.entries()) {
      yield* list(forms, { class: id, effect, at }, 'classes', c, 'forms');
      yield* list<CertaintyForm>(except, undefined, 'classes', c, 'except');
    }
  },
  *grammar() {},
};

/** Everything that a lexicon lets match, with its place; `except` forms come without a value. */
export const entriesOf = (data: LexiconData): Generator<PlacedEntry<FormOf<LexiconKind>>> =>
  (ENTRIES[data.kind] as (data: LexiconData) => Generator<PlacedEntry<FormOf<LexiconKind>>>)(data);

/** The forms of a lexicon that stand for something. */
export const formsOf = (data: LexiconData): string[] =>
  [...entriesOf(data)].flatMap(({ form, value }) => (value === undefined ? [] : [form]));
