import type { LexiconKind, VariantForm } from '../model/lexicon.js';
import { AFINN, valencesOfAfinn } from './afinn.js';
import {
  Dropped,
  type EntryChange,
  type ReplacedEntry,
  replacements,
  type SwitchedOff,
  switchedOff,
  withWholeEntries,
} from './amend.js';
import { entriesOf, type FormOf, type PlacedEntry } from './entries.js';
import { type HousedEntry, homesOf, housedEntries } from './extend.js';
import { goesBefore, isOwn, type LexiconSource, type ParsedLexicon, partyOf } from './file.js';
import { formKey, isWild, matcherOf, wholeMatches } from './matcher.js';
import { definitionsIn, type PartyDefinition, withPartyIds } from './party-ids.js';
import type { YamlPath } from './yaml.js';

/** A form where a file lists it. */
export interface ListedForm {
  readonly lexicon: ParsedLexicon;
  readonly entry: HousedEntry;
}

/** Something of the user's, and what it takes the place of. */
export interface Override<T> {
  readonly own: T;
  readonly theirs: T;
}

/** A party of the user's in the place of one of the package's, whose id it has. */
export interface ReplacedParty extends Override<PartyDefinition> {
  /** The id by which the user's file calls it. */
  readonly called: string;
}

/**
 * Lexicons that are in force together, with what counts of them. The user's word wins: a party that a file of the user's
 * defines replaces the package's of the same id or name, and so does any entry, or a whole file, that has the id of one of
 * the package's; a form that it lists counts as there and not as the package has it; what it calls "without" does not count.
 * None of this holds between two files of the package, or two of the user's: those must agree.
 */
export interface Settled {
  readonly lexicons: readonly ParsedLexicon[];
  /** The same without what does not count; places in them are others. */
  readonly inForce: readonly ParsedLexicon[];
  readonly changes: readonly EntryChange[];
  readonly replaced: readonly ReplacedEntry[];
  readonly off: readonly SwitchedOff[];
  readonly parties: readonly ReplacedParty[];
  readonly forms: readonly Override<ListedForm>[];
  /** Files of which something does not count, or counts as another says. */
  readonly altered: ReadonlySet<LexiconSource>;
  /** Whether what a file has at a place counts. */
  readonly counts: (source: LexiconSource, at: YamlPath) => boolean;
  /** Everything that a file lets match, without what does not count. */
  readonly entriesIn: (lexicon: ParsedLexicon) => PlacedEntry<FormOf<LexiconKind>>[];
}

export function settle(parsed: readonly ParsedLexicon[]): Settled {
  const { lexicons, changes } = withWholeEntries(withPartyIds(parsed));
  const dropped = new Dropped();
  const replaced = replacements(lexicons);
  for (const { theirs } of replaced) dropped.drop(theirs.lexicon.source, theirs.at);
  const off = switchedOff(lexicons, { id: AFINN.id, has: word => valencesOfAfinn().has(formKey(word)) });
  for (const { places } of off) for (const { source, at } of places) dropped.drop(source, at);
  const counts: Settled['counts'] = (source, at) => dropped.counts(source, at);
  const parties = replacedParties(parsed, lexicons).filter(({ theirs }) => counts(theirs.source, theirs.at));
  const gone = new Map(parties.map(({ own, theirs }) => [theirs.party.id, own.source]));
  for (const each of parties) dropped.drop(each.theirs.source, each.theirs.at);
  for (const { source, data } of lexicons)
    if (data.kind === 'parties')
      for (const [p, entry] of data.parties.entries()) {
        const own = gone.get(partyOf(entry));
        if (own !== undefined && goesBefore(own, source)) dropped.drop(source, ['parties', p]);
      }
  const forms = overriddenForms(lexicons, counts);
  for (const each of forms) dropped.drop(each.theirs.lexicon.source, each.theirs.entry.at);
  const joined = new Map(
    forms
      .filter(isSpelling)
      .map(({ own, theirs }) => [groupOf(theirs.entry.value), groupOf(own.entry.value)]),
  );
  const exceptions = off.filter(({ exception }) => exception);
  const entriesIn: Settled['entriesIn'] = ({ source, data }) =>
    [
      ...[...entriesOf(data)].filter(({ at }) => counts(source, at)),
      ...exceptions
        .filter(({ lexicon }) => lexicon.source === source)
        .map(({ called, at }) => ({ form: called, value: undefined, at })),
    ].map(entry => {
      const group = joined.get(groupOf(entry.value));
      return group === undefined ? entry : { ...entry, value: { ...(entry.value as VariantForm), group } };
    });
  return {
    lexicons,
    inForce: lexicons.map(each => dropped.without(each)),
    changes,
    replaced,
    off,
    parties,
    forms,
    altered: new Set([...dropped.sources, ...changes.map(({ theirs }) => theirs.lexicon.source)]),
    counts,
    entriesIn,
  };
}

/**
 * Whether two forms are spellings of one thing: then nothing is overridden, but the group of the package joins that of the
 * user, since who adds a spelling does not mean to part the others from it.
 */
export const isSpelling = ({ own, theirs }: Override<ListedForm>): boolean =>
  groupOf(own.entry.value) !== undefined && groupOf(theirs.entry.value) !== undefined;

const groupOf = (value: FormOf<LexiconKind> | undefined): string | undefined =>
  value !== undefined && 'group' in value && value.as === 'same' ? value.group : undefined;

/** Before and after it was settled which party is which: the same definitions, in the same order. */
function replacedParties(before: readonly ParsedLexicon[], after: readonly ParsedLexicon[]): ReplacedParty[] {
  const called = before.flatMap(each => [...definitionsIn(each)]).map(({ party }) => party.id);
  const defined = after.flatMap(each => [...definitionsIn(each)]);
  return defined.flatMap((own, i) =>
    isOwn(own.source)
      ? defined
          .filter(({ source, party }) => goesBefore(own.source, source) && party.id === own.party.id)
          .map(theirs => ({ own, theirs, called: called[i] as string }))
      : [],
  );
}

function overriddenForms(
  lexicons: readonly ParsedLexicon[],
  counts: Settled['counts'],
): Override<ListedForm>[] {
  const kinds = new Set(lexicons.flatMap(({ source, data }) => (isOwn(source) ? [data.kind] : [])));
  const homes = homesOf(lexicons, counts);
  const listed = lexicons
    .filter(({ data }) => kinds.has(data.kind))
    .flatMap(lexicon =>
      [...housedEntries(lexicon.data, homes)]
        .filter(({ at }) => counts(lexicon.source, at))
        .map(entry => ({ lexicon, entry, key: meaningKey(entry) })),
    );
  const own = new Map<string, ListedForm>();
  for (const each of listed) {
    const { source } = each.lexicon;
    const other = own.get(each.key);
    if (isOwn(source) && (other === undefined || goesBefore(source, other.lexicon.source)))
      own.set(each.key, each);
  }
  const wild = wildFormsOf([...own.values()]);
  return listed.flatMap(theirs => {
    const mine = own.get(theirs.key) ?? wild(theirs);
    return mine !== undefined && goesBefore(mine.lexicon.source, theirs.lexicon.source)
      ? [{ own: mine, theirs }]
      : [];
  });
}

/** Finds the form with an asterisk, of some that are the user's, that one of the package's of the same kind fits. */
function wildFormsOf(own: readonly ListedForm[]): (theirs: ListedForm) => ListedForm | undefined {
  const wild = own.filter(({ entry }) => entry.value !== undefined && isWild(entry.form));
  if (wild.length === 0) return () => undefined;
  const matcher = matcherOf(wild.map(value => ({ form: value.entry.form, value })));
  return ({ lexicon, entry }) =>
    wholeMatches(matcher, entry.form).find(
      each => each.lexicon.data.kind === lexicon.data.kind && goesBefore(each.lexicon.source, lexicon.source),
    );
}

/**
 * What two forms have in common of which only one can count. Lexicons that say what they are about may share forms: the
 * article's topic decides which of them is meant.
 */
export function meaningKey({ form, home }: HousedEntry): string {
  const topic = home.kind === 'terminology' && home.about !== undefined ? home.id : '';
  return `${home.kind} ${topic} ${formKey(form)}`;
}
