import type { InputError } from '../../errors.js';
import { expectedOneOf } from '../../model/nearest.js';
import { type Home, homesOf, housedEntries } from '../extend.js';
import { type ConceptEntry, conceptOf, type DataOf, type Extension, type ParsedLexicon } from '../file.js';
import { formKey } from '../matcher.js';
import { type FilePlace, located, type Remark } from './located.js';

/** Faults that only show when files are read together: forms and ids given twice, parties that nobody defines. */
export const checkTogether = (lexicons: readonly ParsedLexicon[]): Promise<InputError[]> =>
  located(faultsTogether(lexicons));

/** What may be there once, and where it was first. */
class Firsts {
  readonly #places = new Map<string, FilePlace>();

  /** Where it is already; nothing if this is the first place. */
  before(key: string, place: FilePlace): FilePlace | undefined {
    const first = this.#places.get(key);
    if (first === undefined) this.#places.set(key, place);
    return first;
  }

  *claim(kind: string, id: string, place: FilePlace): Generator<Remark> {
    const elsewhere = this.before(`${kind} ${id}`, place);
    if (elsewhere === undefined) return;
    yield {
      ...place,
      code: 'id-twice',
      message: `the ${kind} id ${JSON.stringify(id)} is already used at`,
      elsewhere,
      hint: 'Ids must be unique across all files.',
    };
  }
}

/** What is known of all files when each is checked. */
interface Together {
  readonly ids: Firsts;
  readonly homes: ReadonlyMap<string, Home>;
  readonly parties: ReadonlySet<string>;
}

type Terminology = ParsedLexicon & { readonly data: DataOf<'terminology'> };
type LabelEntry = ConceptEntry['labels'][number];

function* faultsTogether(lexicons: readonly ParsedLexicon[]): Generator<Remark> {
  // A second file with one id is mostly a copy: that is said once, and not of every form.
  const copies = [...copiesAmong(lexicons)];
  yield* copies;
  const others = lexicons.filter(({ source }) => !copies.some(copy => copy.source === source));
  const together = {
    ids: new Firsts(),
    homes: homesOf(others),
    parties: new Set(
      lexicons.flatMap(({ data }) => (data.kind === 'parties' ? data.parties.map(({ id }) => id) : [])),
    ),
  };
  yield* formsTwice(others, together.homes);
  for (const { source, data } of others)
    if (data.kind === 'parties') {
      for (const [p, { id }] of data.parties.entries())
        yield* together.ids.claim('party', id, { source, at: ['parties', p, 'id'] });
      for (const [c, { id }] of data.collectives.entries())
        yield* together.ids.claim('party', id, { source, at: ['collectives', c, 'id'] });
    } else if (data.kind === 'terminology') yield* terminologyFaults({ source, data }, together);
}

function* copiesAmong(lexicons: readonly ParsedLexicon[]): Generator<Remark> {
  const files = new Firsts();
  for (const { source, data } of lexicons) {
    const place = { source, at: ['id'] };
    const elsewhere = files.before(`${data.kind} ${data.id}`, place);
    if (elsewhere !== undefined)
      yield {
        ...place,
        code: 'id-twice',
        message: `the ${data.kind} lexicon id ${JSON.stringify(data.id)} is already used at`,
        elsewhere,
        hint: 'Ids must be unique across all files. If this began as a copy, give it an id of its own and remove what the other file has.',
      };
  }
}

/** Lexicons that say what they are about may share forms: the article's topic decides which of them is meant. */
function* formsTwice(
  lexicons: readonly ParsedLexicon[],
  homes: ReadonlyMap<string, Home>,
): Generator<Remark> {
  const forms = new Firsts();
  for (const { source, data } of lexicons)
    for (const { form, at, home } of housedEntries(data, homes)) {
      const topic = home.kind === 'terminology' && home.about !== undefined ? home.id : '';
      const elsewhere = forms.before(`${data.kind} ${topic} ${formKey(form)}`, { source, at });
      if (elsewhere !== undefined)
        yield {
          source,
          at,
          code: 'form-twice',
          message: `the form ${JSON.stringify(form)} is already listed at`,
          elsewhere,
          hint: 'A form may mean one thing only: remove one of the two. Hyphen and space are the same. Terminology that says what it is "about" may share forms with other files.',
        };
    }
}

function* terminologyFaults(lexicon: Terminology, together: Together): Generator<Remark> {
  const { source, data } = lexicon;
  const known = [...together.parties].sort();
  for (const [p, id] of (data.parties ?? []).entries())
    if (!together.parties.has(id))
      yield {
        source,
        at: ['parties', p],
        code: 'party-unknown',
        message: `no parties lexicon defines the party ${JSON.stringify(id)}`,
        hint:
          known.length > 0
            ? `${expectedOneOf(id, known)} Or define it in a parties lexicon that is loaded too: --lexicon, parallax.config.yaml.`
            : 'Add a parties lexicon.',
      };
  for (const [f, { id }] of data.facts.entries())
    yield* together.ids.claim('fact', id, { source, at: ['facts', f, 'id'] });
  for (const [c, entry] of data.concepts.entries()) {
    const place = { source, at: ['concepts', c] };
    if ('extends' in entry) yield* extensionFaults(entry, place, together);
    else {
      yield* together.ids.claim('concept', entry.id, { source, at: [...place.at, 'id'] });
      yield* labelsTwice(entry, place);
      for (const [l, label] of entry.labels.entries())
        yield* sideFaults(label, data.parties ?? [], { source, at: [...place.at, 'labels', l] });
    }
  }
}

function* labelsTwice(entry: ConceptEntry, { source, at }: FilePlace): Generator<Remark> {
  const ids = entry.labels.map(({ id }) => id);
  for (const [l, id] of ids.entries())
    if (ids.indexOf(id) < l)
      yield {
        source,
        at: [...at, 'labels', l, 'id'],
        code: 'id-twice',
        message: `the concept ${conceptOf(entry)} has two labels ${JSON.stringify(id)}`,
        hint: 'Put the forms of both under one label.',
      };
}

function* sideFaults(
  { id, favours, contested }: LabelEntry,
  parties: readonly string[],
  { source, at }: FilePlace,
): Generator<Remark> {
  if (favours === undefined) return;
  if (!parties.includes(favours))
    yield {
      source,
      at: [...at, 'favours'],
      code: 'party-unknown',
      message: `favours ${JSON.stringify(favours)}, which is not one of this lexicon's parties`,
      hint: `${expectedOneOf(favours, parties)} Where sources do not agree whom it favours, leave it out.`,
    };
  if (contested === true)
    yield {
      source,
      at: [...at, 'contested'],
      code: 'favours-contested',
      message: `the label ${id} is marked as contested, but favours a party`,
      hint: 'Where sources disagree, a label favours nobody.',
    };
}

/** Labels that the concept has may get forms and nothing else; those that it lacks are as those of a new one. */
function* extensionFaults(
  entry: Extension,
  { source, at }: FilePlace,
  { homes, ids }: Together,
): Generator<Remark> {
  const place = { source, at: [...at, 'extends'] };
  const home = homes.get(entry.extends);
  if (home === undefined) {
    yield {
      ...place,
      code: 'concept-unknown',
      message: `no lexicon that is loaded has the concept ${JSON.stringify(entry.extends)}`,
      hint:
        homes.size > 0
          ? expectedOneOf(entry.extends, [...homes.keys()].sort())
          : 'Load the lexicon that has it too: --lexicon, parallax.config.yaml.',
    };
    return;
  }
  if (home.lexicon.source === source)
    yield {
      ...place,
      code: 'extends-own',
      message: `the concept ${entry.extends} is in this file`,
      hint: 'Add the labels and forms there; "extends" is for concepts of other files.',
    };
  yield* labelsTwice(entry, { source, at });
  const known = home.concept.labels.map(({ id }) => id);
  for (const [l, label] of entry.labels.entries()) {
    const here = { source, at: [...at, 'labels', l] };
    if (known.includes(label.id)) yield* changedLabel(entry, label, home, here);
    else {
      if (label.source === undefined)
        yield {
          source,
          at: [...here.at, 'id'],
          code: 'source-missing',
          message: `the concept ${entry.extends} has no label ${JSON.stringify(label.id)}, and a new one needs a "source"`,
          hint: `${expectedOneOf(label.id, known)} Or give its source: author or body, title, year.`,
        };
      if (entry.labels.findIndex(({ id }) => id === label.id) === l)
        yield* ids.claim('label', `${entry.extends}/${label.id}`, { source, at: [...here.at, 'id'] });
      yield* sideFaults(label, home.lexicon.data.parties ?? [], here);
    }
  }
}

function* changedLabel(
  entry: Extension,
  label: LabelEntry,
  { concept, number, lexicon }: Home,
  { source, at }: FilePlace,
): Generator<Remark> {
  const l = concept.labels.findIndex(({ id }) => id === label.id);
  for (const key of ['source', 'favours', 'contested'] as const) {
    const theirs = concept.labels[l]?.[key];
    if (label[key] !== undefined && label[key] !== theirs)
      yield {
        source,
        at: [...at, key],
        code: 'label-changed',
        message: `the label ${label.id} of ${entry.extends} has ${theirs === undefined ? 'no' : 'another'} "${key}" at`,
        elsewhere: { source: lexicon.source, at: ['concepts', number, 'labels', l, 'id'] },
        hint: 'A label stays as its own file describes it: remove this, or give the label an id of its own.',
      };
  }
}
