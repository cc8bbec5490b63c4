import { addTo } from '../model/collections.js';
import type { Concept, Label, LexiconKind } from '../model/lexicon.js';
import { entriesOf, type FormOf, type PlacedEntry } from './entries.js';
import {
  type ConceptEntry,
  type DataOf,
  type Extension,
  isOwn,
  type LexiconData,
  type ParsedLexicon,
} from './file.js';
import type { YamlPath } from './yaml.js';

/** A concept as its own file has it, and that file. */
export interface Home {
  readonly concept: Exclude<ConceptEntry, Extension>;
  /** Place of the concept among those of the file. */
  readonly number: number;
  readonly lexicon: ParsedLexicon & { readonly data: DataOf<'terminology'> };
}

/** Whether what is listed at a place of a file counts. */
type Counts = (source: ParsedLexicon['source'], at: YamlPath) => boolean;

/** The home of each concept that counts, by its id; of several with one id, the first. */
export function homesOf(
  lexicons: readonly ParsedLexicon[],
  counts: Counts = () => true,
): ReadonlyMap<string, Home> {
  const homes = new Map<string, Home>();
  for (const { source, data } of lexicons)
    if (data.kind === 'terminology')
      for (const [number, concept] of data.concepts.entries())
        if (!('extends' in concept) && !homes.has(concept.id) && counts(source, ['concepts', number]))
          homes.set(concept.id, { concept, number, lexicon: { source, data } });
  return homes;
}

/** A form of a file and the file whose topic and parties hold for it: another's, where it extends a concept of that. */
export interface HousedEntry extends PlacedEntry<FormOf<LexiconKind>> {
  readonly home: LexiconData;
}

export function* housedEntries(data: LexiconData, homes: ReadonlyMap<string, Home>): Generator<HousedEntry> {
  for (const entry of entriesOf(data)) {
    const concept = data.kind === 'terminology' ? data.concepts[entry.at[1] as number] : undefined;
    const home = concept && 'extends' in concept ? homes.get(concept.extends)?.lexicon.data : undefined;
    yield { ...entry, home: home ?? data };
  }
}

/** What is added to a concept, and whether the user adds it. */
type Added = Extension & { readonly own: boolean };

/** The concepts of all files, each with what others add to it, in the order of the files. */
export function conceptsOf(lexicons: readonly ParsedLexicon[]): Concept[] {
  const added = new Map<string, Added[]>();
  const concepts: Concept[] = [];
  for (const { source, data } of lexicons)
    if (data.kind === 'terminology')
      for (const entry of data.concepts) {
        if ('extends' in entry) addTo(added, entry.extends, { ...entry, own: isOwn(source) });
        else {
          const { parties = [], id: lexicon, about } = data;
          const own = isOwn(source) ? { own: true } : {};
          const topical = about !== undefined;
          concepts.push({ ...entry, parties, lexicon, topical, ...own } as Concept);
        }
      }
  return concepts.map(concept => (added.get(concept.id) ?? []).reduce(withNames, concept));
}

/** A concept with the names of an entry that extends it, whose sources were checked; what the user says of a label counts. */
function withNames(concept: Concept, { labels, except, examples, own }: Added): Concept {
  const more = new Map(labels.map(label => [label.id, label]));
  const known = new Set(concept.labels.map(({ id }) => id));
  const added = (label: Label): Label => {
    const { forms = [], favours, contested, source } = more.get(label.id) ?? {};
    const { favours: side, ...rest } = label;
    // Whom a contested label favours is not known.
    const said = favours ?? (own && contested === true ? undefined : side);
    return {
      ...rest,
      ...(said !== undefined && { favours: said }),
      ...(own && contested !== undefined && { contested }),
      ...(own && source !== undefined && { source }),
      forms: [...label.forms, ...forms],
    };
  };
  return {
    ...concept,
    labels: [...concept.labels.map(added), ...(labels.filter(({ id }) => !known.has(id)) as Label[])],
    except: [...concept.except, ...except],
    examples: [...concept.examples, ...examples],
  };
}
