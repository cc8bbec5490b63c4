import { ADDED_TO, type LexiconKind } from '../model/lexicon.js';
import { entriesOf, formsOf } from './entries.js';
import {
  goesBefore,
  isOwn,
  type LexiconData,
  type LexiconSource,
  layerOf,
  type ParsedLexicon,
} from './file.js';
import { formKey, isWild, matcherOf, wholeMatches } from './matcher.js';
import type { YamlPath } from './yaml.js';

type ItemFields = Readonly<Record<string, unknown>>;

/** Something in a lexicon that has an id: a class, a group, a concept, a party, a rule. */
export interface Item {
  readonly lexicon: ParsedLexicon;
  readonly at: YamlPath;
  /** Its own id, or that of what it extends. */
  readonly id: string;
  readonly fields: ItemFields;
}

export function* itemsIn(lexicon: ParsedLexicon): Generator<Item> {
  for (const [list, values] of Object.entries(lexicon.data as unknown as ItemFields))
    if (Array.isArray(values))
      for (const [i, fields] of values.entries()) {
        const id = fields?.extends ?? fields?.id;
        if (typeof id === 'string') yield { lexicon, at: [list, i], id, fields };
      }
}

const isExtension = ({ fields }: Item): boolean => 'extends' in fields;
const keyOf = ({ lexicon: { data }, at: [list], id }: Item): string => `${data.kind} ${String(list)} ${id}`;

/** An entry of the user's that says of another's what it is, where that said something else. */
export interface EntryChange {
  readonly key: string;
  readonly own: Item;
  readonly theirs: Item;
}

/** An entry of the user's in the place of one of the package's, whose id it has; at no depth, a whole file. */
export interface ReplacedEntry {
  readonly own: Pick<Item, 'lexicon' | 'at' | 'id'>;
  readonly theirs: Pick<Item, 'lexicon' | 'at' | 'id'>;
}

/** Something of the package that a file of the user's switches off, or nothing of the package that it calls so. */
export interface SwitchedOff {
  readonly lexicon: ParsedLexicon;
  readonly at: YamlPath;
  readonly called: string;
  readonly places: readonly { readonly source: LexiconSource; readonly at: YamlPath }[];
  /** Words of the general list of polarity. */
  readonly general: boolean;
  /** Whether it is a word that a form with an asterisk would match: then it is an exception to that. */
  readonly exception: boolean;
  /** Whether an entry has for its id what is here the form that is switched off. */
  readonly entryToo: boolean;
}

/** Of these kinds the parts are joined by other means: parties and concepts are known by name and by their labels. */
const JOINED_ELSEWHERE: readonly LexiconKind[] = ['parties', 'terminology'];

/** By its kind, list and id, the entry that an extension goes on with: the user's own if there is one. */
export function wholeItems(lexicons: readonly ParsedLexicon[]): ReadonlyMap<string, Item> {
  const whole = new Map<string, Item>();
  const sorted = lexicons.toSorted((a, b) => layerOf(b.source) - layerOf(a.source));
  for (const item of sorted.flatMap(each => [...itemsIn(each)]))
    if (!isExtension(item) && !whole.has(keyOf(item))) whole.set(keyOf(item), item);
  return whole;
}

/** The extensions of entries, apart from those of parties and concepts, each with the entry that it goes on with, if there is one. */
export function extensionsIn(lexicons: readonly ParsedLexicon[]) {
  const whole = wholeItems(lexicons);
  return lexicons
    .filter(({ data }) => !JOINED_ELSEWHERE.includes(data.kind))
    .flatMap(each => [...itemsIn(each)])
    .filter(isExtension)
    .map(own => ({ own, theirs: whole.get(keyOf(own)) }));
}

/**
 * Lexicons in which every entry is whole: what extends another has what that says of its words, and the other has what an
 * extension of the user's says instead. Every place stays where it was.
 */
export function withWholeEntries(lexicons: readonly ParsedLexicon[]): {
  readonly lexicons: readonly ParsedLexicon[];
  readonly changes: readonly EntryChange[];
} {
  const extensions = extensionsIn(lexicons);
  if (extensions.length === 0) return { lexicons, changes: [] };
  const changes: EntryChange[] = [];
  const said = new Map<string, Record<string, unknown>>();
  for (const { own, theirs } of extensions)
    for (const [key, value] of Object.entries(own.fields)) {
      if (key === 'extends' || ADDED_TO.includes(key) || value === undefined || theirs === undefined)
        continue;
      if (JSON.stringify(theirs.fields[key]) === JSON.stringify(value)) continue;
      changes.push({ key, own, theirs });
      if (isOwn(own.lexicon.source)) said.set(keyOf(own), { ...said.get(keyOf(own)), [key]: value });
    }
  const wholes = new Map(extensions.map(({ own, theirs }) => [own.fields, theirs]));
  const complete = (lexicon: ParsedLexicon): ParsedLexicon => {
    const items = new Map([...itemsIn(lexicon)].map(item => [item.fields, item]));
    const each = (fields: ItemFields): ItemFields => {
      const item = items.get(fields);
      if (item === undefined) return fields;
      const theirs = wholes.get(fields);
      const base = theirs && Object.entries(theirs.fields).filter(([key]) => !ADDED_TO.includes(key));
      return { ...(base && Object.fromEntries(base)), id: item.id, ...fields, ...said.get(keyOf(item)) };
    };
    const data = Object.entries(lexicon.data as unknown as ItemFields).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map(each) : value,
    ]);
    return { ...lexicon, data: Object.fromEntries(data) as LexiconData };
  };
  const kinds = new Set(extensions.map(({ own }) => own.lexicon.data.kind));
  return { lexicons: lexicons.map(each => (kinds.has(each.data.kind) ? complete(each) : each)), changes };
}

/** Files and entries of the user's that have the id of one of the package's; parties, which have names too, are elsewhere. */
export function replacements(lexicons: readonly ParsedLexicon[]): ReplacedEntry[] {
  const own = lexicons.filter(({ source }) => isOwn(source));
  const files = own.flatMap(lexicon =>
    lexicons
      .filter(({ source }) => goesBefore(lexicon.source, source))
      .filter(({ data }) => data.kind === lexicon.data.kind && data.id === lexicon.data.id)
      .map(
        (other): ReplacedEntry => ({
          own: { lexicon, at: [], id: lexicon.data.id },
          theirs: { lexicon: other, at: [], id: other.data.id },
        }),
      ),
  );
  const copied = new Set(files.map(each => each.theirs.lexicon));
  const mine = new Map<string, Item>();
  for (const item of own
    .toSorted((a, b) => layerOf(a.source) - layerOf(b.source))
    .flatMap(each => [...itemsIn(each)]))
    if (!isExtension(item) && hasOwnIds(item)) mine.set(keyOf(item), item);
  const entries = lexicons
    .filter(each => !copied.has(each))
    .flatMap(each => [...itemsIn(each)])
    .flatMap((item): ReplacedEntry[] => {
      const replacing = mine.get(keyOf(item));
      return replacing !== undefined && goesBefore(replacing.lexicon.source, item.lexicon.source)
        ? [{ own: replacing, theirs: item }]
        : [];
    });
  return [...files, ...entries];
}

/** Classes of grammar have ids that the code knows: a second entry of one adds to it. */
const hasOwnIds = ({ lexicon: { data } }: Item): boolean =>
  data.kind !== 'grammar' && data.kind !== 'parties';

/** What the user's files switch off. */
export function switchedOff(
  lexicons: readonly ParsedLexicon[],
  general: { readonly id: string; readonly has: (word: string) => boolean },
): SwitchedOff[] {
  return lexicons
    .filter(({ source }) => isOwn(source))
    .flatMap(lexicon => {
      const { kind, without } = lexicon.data;
      const theirs = lexicons.filter(
        ({ source, data }) => goesBefore(lexicon.source, source) && data.kind === kind,
      );
      if (without.length === 0) return [];
      const isException = wildMatcher(lexicons.filter(({ data }) => data.kind === kind));
      const entries = new Set(theirs.flatMap(each => [...itemsIn(each)].map(({ id }) => id)));
      return without.map((called, i): SwitchedOff => {
        // Of a name that is both, the form: who means the entry can say so, and less is lost.
        const forms = formPlaces(called, theirs);
        const places = forms.length > 0 ? forms : idPlaces(called, kind, theirs);
        return {
          lexicon,
          at: ['without', i],
          called,
          places,
          general: kind === 'polarity' && (called === general.id || general.has(called)),
          exception: isException(called),
          entryToo: forms.length > 0 && entries.has(called),
        };
      });
    });
}

/** Whether a form with an asterisk of some lexicons matches a word or phrase. */
function wildMatcher(lexicons: readonly ParsedLexicon[]): (word: string) => boolean {
  const forms = lexicons.flatMap(({ data }) => formsOf(data)).filter(isWild);
  const matcher = matcherOf(forms.map(form => ({ form, value: form })));
  return word => !isWild(word) && wholeMatches(matcher, word).length > 0;
}

type Places = SwitchedOff['places'];

/** Where a form stands. */
function formPlaces(form: string, lexicons: readonly ParsedLexicon[]): Places {
  const key = formKey(form);
  return lexicons.flatMap(({ source, data }) =>
    [...wordsIn(data)].filter(each => formKey(each.form) === key).map(({ at }) => ({ source, at })),
  );
}

/** Where something stands that is called by its id, before which its kind may be. */
function idPlaces(called: string, kind: LexiconKind, lexicons: readonly ParsedLexicon[]): Places {
  const id = called.startsWith(`${kind}/`) ? called.slice(kind.length + 1) : called;
  return lexicons.flatMap(lexicon => {
    const { source, data } = lexicon;
    if (data.id === id) return [{ source, at: [] }];
    return [...itemsIn(lexicon)].flatMap(item => {
      if (item.id === id) return partsOf(item).map(at => ({ source, at }));
      const labels = (item.fields.labels ?? []) as readonly { readonly id: string }[];
      return labels.flatMap((label, l) =>
        `${item.id}/${label.id}` === id ? [{ source, at: [...item.at, 'labels', l] }] : [],
      );
    });
  });
}

/** A party stays known when it is switched off, since others are of it and against it: only what it lists goes. */
const partsOf = ({ lexicon: { data }, at, fields }: Item): YamlPath[] =>
  data.kind === 'parties'
    ? Object.entries(fields).flatMap(([key, list]) =>
        Array.isArray(list) ? list.map((_, i) => [...at, key, i]) : [],
      )
    : [at];

/** Every word or phrase that a lexicon lists to be found, with its place. */
function* wordsIn(data: LexiconData): Generator<{ readonly form: string; readonly at: YamlPath }> {
  yield* entriesOf(data);
  const lists: [readonly string[], YamlPath][] = [];
  if (data.kind === 'grammar')
    for (const [c, { forms }] of data.classes.entries()) lists.push([forms, ['classes', c, 'forms']]);
  if (data.kind === 'terminology') {
    lists.push([data.about ?? [], ['about']]);
    for (const [f, { forms }] of data.facts.entries()) lists.push([forms, ['facts', f, 'forms']]);
  }
  if (data.kind === 'roles')
    for (const [key, names] of Object.entries(data.names ?? {}))
      lists.push([names.filter(name => typeof name === 'string'), ['names', key]]);
  for (const [forms, at] of lists) for (const [i, form] of forms.entries()) yield { form, at: [...at, i] };
}

/** By file, the places of what does not count. */
export class Dropped {
  readonly #places = new Map<LexiconSource, Set<string>>();

  drop(source: LexiconSource, at: YamlPath): void {
    const places = this.#places.get(source) ?? new Set();
    this.#places.set(source, places.add(at.join()));
  }

  get sources(): readonly LexiconSource[] {
    return [...this.#places.keys()];
  }

  /** Whether what a file has at a place counts: neither it nor what it lies in was dropped. */
  counts(source: LexiconSource, at: YamlPath): boolean {
    const places = this.#places.get(source);
    if (places === undefined) return true;
    for (let depth = 0; depth <= at.length; depth++) if (places.has(at.slice(0, depth).join())) return false;
    return true;
  }

  /** A lexicon without what does not count; its places are others then. */
  without(lexicon: ParsedLexicon): ParsedLexicon {
    const { source, data } = lexicon;
    if (!this.#places.has(source)) return lexicon;
    const left = (value: unknown, at: YamlPath): unknown => {
      if (Array.isArray(value))
        return value.flatMap((each, i) => (this.counts(source, [...at, i]) ? [left(each, [...at, i])] : []));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, left(each, [...at, key])]));
    };
    return { source, data: left(data, []) as LexiconData };
  }
}
