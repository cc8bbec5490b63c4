import type { InputError } from '../../errors.js';
import { getOrAdd } from '../../model/collections.js';
import type { Citation } from '../../model/lexicon.js';
import { expectedOneOf, nearest } from '../../model/nearest.js';
import { extensionsIn, itemsIn, wholeItems } from '../amend.js';
import { formsOf } from '../entries.js';
import { type Home, homesOf, housedEntries } from '../extend.js';
import {
  type ConceptEntry,
  conceptOf,
  type Extension,
  goesBefore,
  isOwn,
  type ParsedLexicon,
} from '../file.js';
import { meaningKey, type Settled } from '../overrides.js';
import { definitionsIn } from '../party-ids.js';
import { below, type FilePlace, located, type Remark, remark } from './located.js';
import { type KnownParties, knownParties, partyFaults, unknownParty } from './party-faults.js';

/** Faults that only show when files are read together: forms and ids given twice, parties that nobody defines. */
export const checkTogether = (settled: Settled): Promise<InputError[]> => located(faultsTogether(settled));

/** What may be there once, and where it was first. */
type Firsts = Map<string, FilePlace>;

/** Where something is already; nothing if this is the first place. */
function before(firsts: Firsts, key: string, place: FilePlace): FilePlace | undefined {
  const first = getOrAdd(firsts, key, () => place);
  return first === place ? undefined : first;
}

const UNIQUE = 'Ids must be unique across all files.';

function* claim(ids: Firsts, kind: string, id: string, place: FilePlace, hint = UNIQUE): Generator<Remark> {
  const first = before(ids, `${kind} ${id}`, place);
  const message = `the ${kind} id ${JSON.stringify(id)} is already used at`;
  if (first !== undefined) yield remark(place, 'id-twice', message, hint, first);
}

/** What is known of all files when each is checked. */
interface Together {
  readonly ids: Firsts;
  readonly homes: ReadonlyMap<string, Home>;
  readonly parties: KnownParties;
  readonly counts: Settled['counts'];
}

type LabelEntry = ConceptEntry['labels'][number];

function* faultsTogether(settled: Settled): Generator<Remark> {
  const { lexicons, counts } = settled;
  // A second file with one id is mostly a copy: that is said once, and not of every form.
  const inForce = lexicons.filter(({ source }) => counts(source, []));
  const copies = [...copiesAmong(inForce)];
  yield* copies;
  const others = inForce.filter(({ source }) => !copies.some(copy => copy.source === source));
  const ids: Firsts = new Map();
  const homes = homesOf(others, counts);
  const parties = knownParties(settled);
  yield* formsTwice(others, homes, counts);
  for (const lexicon of others) {
    for (const { source, at, party } of definitionsIn(lexicon))
      if (counts(source, at)) yield* claim(ids, 'party', party.id, { source, at: [...at, 'id'] });
    yield* partyFaults(lexicon, parties);
    yield* terminologyFaults(lexicon, { ids, homes, parties, counts });
  }
  yield* extensionsTogether(settled);
  yield* unknownOff(settled);
}

/** Extensions of what nobody has, and of which two say different things. */
function* extensionsTogether({ lexicons, changes, counts }: Settled): Generator<Remark> {
  const whole = wholeItems(lexicons);
  for (const { own, theirs } of extensionsIn(lexicons)) {
    const place = { source: own.lexicon.source, at: [...own.at, 'extends'] };
    const list = `${own.lexicon.data.kind} ${String(own.at[0])} `;
    const known = [...whole.keys()].flatMap(key => (key.startsWith(list) ? [key.slice(list.length)] : []));
    if (theirs === undefined || !counts(theirs.lexicon.source, theirs.at))
      yield remark(
        place,
        'entry-unknown',
        `no lexicon of ${own.lexicon.data.kind} that is loaded has the entry ${JSON.stringify(own.id)}`,
        expectedOneOf(own.id, known.sort()),
      );
    else if (theirs.lexicon.source === place.source)
      yield remark(
        place,
        'extends-own',
        `the entry ${own.id} is in this file`,
        'Add to it there; "extends" is for entries of other files.',
      );
  }
  const said: Firsts = new Map();
  for (const { key, own, theirs } of changes) {
    const place = { source: own.lexicon.source, at: [...own.at, key] };
    const first = before(said, [own.lexicon.data.kind, ...own.at.slice(0, 1), own.id, key].join(' '), place);
    const elsewhere = first ?? { source: theirs.lexicon.source, at: theirs.at };
    if (first !== undefined || !isOwn(place.source))
      yield remark(
        place,
        'entry-changed',
        `the entry ${own.id} has another ${JSON.stringify(key)} at`,
        'Only one file of your own may change it; another may add words to it.',
        elsewhere,
      );
  }
}

/** What files of the user's switch off and the package has not. */
function* unknownOff({ off, lexicons }: Settled): Generator<Remark> {
  for (const { lexicon, at, called, places, general, exception } of off) {
    if (places.length > 0 || general || exception) continue;
    const theirs = lexicons.filter(
      ({ source, data }) => goesBefore(lexicon.source, source) && data.kind === lexicon.data.kind,
    );
    const ids = theirs.flatMap(each => [...itemsIn(each)].map(({ id }) => id));
    const meant = nearest(called, [...ids, ...theirs.flatMap(({ data }) => formsOf(data))]);
    yield remark(
      { source: lexicon.source, at },
      'without-unknown',
      `the package has no ${lexicon.data.kind} entry and no form ${JSON.stringify(called)}`,
      `${meant === undefined ? '' : `Did you mean ${JSON.stringify(meant)}? `}Expected the id of an entry (of a label: concept/label), or a form as it is listed; \`parallax lexicon list\` shows the files.`,
    );
  }
}

function* copiesAmong(lexicons: readonly ParsedLexicon[]): Generator<Remark> {
  const files: Firsts = new Map();
  const hint = `${UNIQUE} If this began as a copy, give it an id of its own, and keep what is to differ.`;
  for (const { source, data } of lexicons)
    yield* claim(files, `${data.kind} lexicon`, data.id, { source, at: ['id'] }, hint);
}

function* formsTwice(
  lexicons: readonly ParsedLexicon[],
  homes: ReadonlyMap<string, Home>,
  counts: Settled['counts'],
): Generator<Remark> {
  const forms: Firsts = new Map();
  for (const { source, data } of lexicons)
    for (const entry of housedEntries(data, homes)) {
      const { form, at } = entry;
      if (!counts(source, at)) continue;
      const place = { source, at };
      const first = before(forms, meaningKey(entry), place);
      if (first !== undefined)
        yield remark(
          place,
          'form-twice',
          `the form ${JSON.stringify(form)} is already listed at`,
          'A form may mean one thing only: remove one of the two. Hyphen and space are the same. Terminology that says what it is "about" may share forms with other files.',
          first,
        );
    }
}

function* terminologyFaults({ source, data }: ParsedLexicon, together: Together): Generator<Remark> {
  if (data.kind !== 'terminology') return;
  const file = { source, at: [] };
  const { ids, parties: known, counts } = together;
  const { parties = [], facts, concepts } = data;
  for (const [p, id] of parties.entries()) yield* unknownParty(id, below(file, 'parties', p), known);
  for (const [f, { id }] of facts.entries())
    if (counts(source, ['facts', f])) yield* claim(ids, 'fact', id, below(file, 'facts', f, 'id'));
  for (const [c, entry] of concepts.entries()) {
    const place = below(file, 'concepts', c);
    if (!counts(source, place.at)) continue;
    if ('extends' in entry) yield* extensionFaults(entry, place, together);
    else {
      yield* claim(ids, 'concept', entry.id, below(place, 'id'));
      yield* labelsTwice(entry, place);
      for (const [l, label] of entry.labels.entries())
        yield* sideFaults(label, parties, below(place, 'labels', l));
    }
  }
}

function* labelsTwice(entry: ConceptEntry, place: FilePlace): Generator<Remark> {
  const ids = entry.labels.map(({ id }) => id);
  for (const [l, id] of ids.entries())
    if (ids.indexOf(id) < l)
      yield remark(
        below(place, 'labels', l, 'id'),
        'id-twice',
        `the concept ${conceptOf(entry)} has two labels ${JSON.stringify(id)}`,
        'Put the forms of both under one label.',
      );
}

function* sideFaults(
  { id, favours, contested }: LabelEntry,
  parties: readonly string[],
  place: FilePlace,
): Generator<Remark> {
  if (favours === undefined) return;
  if (!parties.includes(favours))
    yield remark(
      below(place, 'favours'),
      'party-unknown',
      `favours ${JSON.stringify(favours)}, which is not one of this lexicon's parties`,
      `${expectedOneOf(favours, parties)} Where sources do not agree whom it favours, leave it out.`,
    );
  if (contested === true)
    yield remark(
      below(place, 'contested'),
      'favours-contested',
      `the label ${id} is marked as contested, but favours a party`,
      'Where sources disagree, a label favours nobody.',
    );
}

/** Labels that the concept has may get forms and nothing else; those that it lacks are as those of a new one. */
function* extensionFaults(entry: Extension, place: FilePlace, { homes, ids }: Together): Generator<Remark> {
  const { extends: concept, labels } = entry;
  const home = homes.get(concept);
  if (home === undefined) {
    yield remark(
      below(place, 'extends'),
      'concept-unknown',
      `no lexicon that is loaded has the concept ${JSON.stringify(concept)}`,
      homes.size > 0
        ? expectedOneOf(concept, [...homes.keys()].sort())
        : 'Load the lexicon that has it too: --lexicon, parallax.config.yaml.',
    );
    return;
  }
  if (home.lexicon.source === place.source)
    yield remark(
      below(place, 'extends'),
      'extends-own',
      `the concept ${concept} is in this file`,
      'Add the labels and forms there; "extends" is for concepts of other files.',
    );
  yield* labelsTwice(entry, place);
  const known = home.concept.labels.map(({ id }) => id);
  for (const [l, label] of labels.entries()) {
    const here = below(place, 'labels', l);
    if (known.includes(label.id)) {
      yield* changedLabel(label, home, here, ids);
      yield* sideFaults(label, home.lexicon.data.parties ?? [], here);
      continue;
    }
    if (label.source === undefined)
      yield remark(
        below(here, 'id'),
        'source-missing',
        `the concept ${concept} has no label ${JSON.stringify(label.id)}, and a new one needs a "source"`,
        `${expectedOneOf(label.id, known)} Or give its source: author or body, title, year.`,
      );
    if (labels.findIndex(({ id }) => id === label.id) === l)
      yield* claim(ids, 'label', `${concept}/${label.id}`, below(here, 'id'));
    yield* sideFaults(label, home.lexicon.data.parties ?? [], here);
  }
}

/** What another file says of a label: only the user's may, of what is not the user's, and only one. */
function* changedLabel(
  label: LabelEntry,
  { concept, number, lexicon }: Home,
  place: FilePlace,
  ids: Firsts,
): Generator<Remark> {
  const l = concept.labels.findIndex(({ id }) => id === label.id);
  for (const key of ['source', 'favours', 'contested'] as const) {
    const theirs = concept.labels[l]?.[key];
    if (label[key] === undefined || wordsOf(label[key]) === wordsOf(theirs)) continue;
    const here = below(place, key);
    const own = goesBefore(place.source, lexicon.source);
    const first = own ? before(ids, `${key} ${concept.id}/${label.id}`, here) : undefined;
    if (!own || first !== undefined)
      yield remark(
        here,
        'label-changed',
        `the label ${label.id} of ${concept.id} has ${theirs === undefined && first === undefined ? 'no' : 'another'} "${key}" at`,
        'A label stays as its own file describes it: remove this, or give the label an id of its own.',
        first ?? { source: lexicon.source, at: ['concepts', number, 'labels', l, 'id'] },
      );
  }
}

/** A source is another where its words are. */
const wordsOf = (value: Citation | string | boolean | undefined): string | boolean | undefined =>
  typeof value === 'object' ? value.text : value;
