import type { InputError } from '../../errors.js';
import { groupBy } from '../../model/collections.js';
import { AFINN } from '../afinn.js';
import type { EntryChange, ReplacedEntry, SwitchedOff } from '../amend.js';
import { conceptOf, type ParsedLexicon, partyOf } from '../file.js';
import {
  isSpelling,
  type ListedForm,
  type Override,
  type ReplacedParty,
  type Settled,
} from '../overrides.js';
import type { YamlPath } from '../yaml.js';
import { below, type FilePlace, located, type Remark, remark } from './located.js';

/** What files of the user's take the place of in the package, each where the user's file has it. */
export const overrideNotes = (settled: Settled): Promise<InputError[]> => located(overridesIn(settled));

function* overridesIn({ parties, forms, replaced, changes, off }: Settled): Generator<Remark> {
  for (const each of replaced) yield replacedItem(each);
  for (const each of changes) yield changedItem(each);
  for (const each of off) yield switchedOffItem(each);
  for (const each of parties) yield replacedParty(each);
  const changed = forms.filter(each => meaningOf(each.own) !== meaningOf(each.theirs) && !isSpelling(each));
  const lists = groupBy(
    changed,
    ({ own, theirs }) =>
      `${own.lexicon.source.path}\0${own.entry.at.slice(0, -1).join()}\0${theirs.lexicon.source.path}`,
  );
  for (const list of lists.values())
    if (list.length > FEW) yield manyForms(list as [Override<ListedForm>, ...Override<ListedForm>[]]);
    else for (const each of list) yield oneForm(each);
}

/** So many overridden forms of one list have a note each. */
const FEW = 3;

function replacedItem({ own, theirs }: ReplacedEntry): Remark {
  const { kind } = own.lexicon.data;
  const isFile = own.at.length === 0;
  const place = below({ source: own.lexicon.source, at: own.at }, 'id');
  const there = below({ source: theirs.lexicon.source, at: theirs.at }, 'id');
  return isFile
    ? remark(
        place,
        'note',
        `replaces the whole ${kind} lexicon ${own.id} of the package at`,
        'What that lists no longer counts. To add to it instead, give this file an id of its own.',
        there,
      )
    : remark(
        place,
        'note',
        `replaces the entry ${own.id} at`,
        `What the package lists for it no longer counts. To add to that instead, write "extends: ${own.id}" in place of "id".`,
        there,
      );
}

const changedItem = ({ key, own, theirs }: EntryChange): Remark =>
  remark(
    below({ source: own.lexicon.source, at: own.at }, key),
    'note',
    `changes the ${key} of all words of ${own.id} at`,
    HINT,
    { source: theirs.lexicon.source, at: theirs.at },
  );

function switchedOffItem({ lexicon: { source, data }, ...off }: SwitchedOff): Remark {
  const { at, called, places, general, exception, entryToo } = off;
  const [first] = places;
  const more = places.length > 1 ? ` (${places.length} places)` : '';
  const what = `switches off ${JSON.stringify(called)}${more}`;
  if (first === undefined) {
    const why = exception ? ', which a form with an asterisk would match' : ` of ${AFINN.title}`;
    return remark({ source, at }, 'note', what + why);
  }
  return remark(
    { source, at },
    'note',
    `${what}${general ? `, also of ${AFINN.title},` : ''} at`,
    entryToo ? `Only the form; the entry of this name is ${data.kind}/${called}.` : undefined,
    first,
  );
}

function replacedParty({ own, theirs, called }: ReplacedParty): Remark {
  const { id, name, kind, collective } = own.party;
  const theirKind = theirs.party.kind;
  const hints = [
    `What the package lists for it no longer counts.${collective || theirs.party.collective ? '' : ` To add to that instead, write "extends: ${id}" in place of "id", "name" and "kind".`}`,
    kind !== theirKind && `It is a ${kind} here, and a ${theirKind} there: "kind: ${theirKind}" keeps it.`,
    called !== id &&
      `It has the same name, so it keeps the id ${id}, also where your files say ${called}. If it is another party, give it another name.`,
  ];
  return remark(
    below(own, called === id ? 'id' : 'name'),
    'note',
    `${name} replaces the party ${id} at`,
    hints.filter(hint => hint !== false).join('\n  '),
    below(theirs, 'id'),
  );
}

function oneForm({ own, theirs }: Override<ListedForm>): Remark {
  const holder = holderOf(theirs.lexicon, theirs.entry.at);
  const what = `${theirs.entry.value === undefined ? 'exception' : 'form'} ${JSON.stringify(theirs.entry.form)}`;
  return remark(
    placeOf(own),
    'note',
    `${own.entry.value === undefined ? 'makes an exception of' : 'overrides'} the ${what}${holder === '' ? '' : ` of ${holder}`} at`,
    HINT,
    placeOf(theirs),
  );
}

function manyForms(list: readonly [Override<ListedForm>, ...Override<ListedForm>[]]): Remark {
  const [{ own, theirs }] = list;
  const forms = list.map(each => each.theirs.entry.form).join(', ');
  const { source, at } = placeOf(own);
  return remark(
    { source, at: at.slice(0, -1) },
    'note',
    `overrides ${list.length} forms of ${theirs.lexicon.source.path}: ${forms}`,
    HINT,
  );
}

const HINT = 'What your file says of it counts, and not what the package says.';

const placeOf = ({ lexicon: { source }, entry: { at } }: ListedForm): FilePlace => ({ source, at });

/** What a form stands for, in a text that can be compared. */
const meaningOf = ({ entry: { value } }: ListedForm): string | undefined => JSON.stringify(value);

/** Whose form it is, by its id. */
export function holderOf({ data }: ParsedLexicon, at: YamlPath): string {
  const [list, index, inner, second] = at as readonly [string, number, string?, number?];
  if (list === 'without') return '';
  if (data.kind === 'parties' && list === 'parties') {
    const entry = data.parties[index];
    return entry === undefined ? '' : partyOf(entry);
  }
  if (data.kind === 'terminology') {
    const concept = data.concepts[index];
    if (concept === undefined) return '';
    const label = inner === 'labels' ? concept.labels[second as number] : undefined;
    return conceptOf(concept) + (label === undefined ? '' : `/${label.id}`);
  }
  return idAt(data, [list, index]);
}

/** The id of what is at a place, if it has one. */
function idAt(data: unknown, at: YamlPath): string {
  const item = at.reduce((there: unknown, key) => (there as Record<PropertyKey, unknown>)[key], data);
  const { id } = (item ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' ? id : '';
}
