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

/** The home of each concept, by its id; of several with one id, the first. */
export function homesOf(lexicons: readonly ParsedLexicon[]): ReadonlyMap<string, Home> {
  const homes = new Map<string, Home>();
  for (const { source, data } of lexicons)
    if (data.kind === 'terminology')
      for (const [number, concept] of data.concepts.entries())
        if (!('extends' in concept) && !homes.has(concept.id))
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

/**
 * The concepts of all files, each with what others add to it, in the order of the files.
 *
 * @param counts whether what is listed at a place of a file counts
 */
export function conceptsOf(
  lexicons: readonly ParsedLexicon[],
  counts: (source: ParsedLexicon['source'], at: YamlPath) => boolean,
): Concept[] {
  const added = new Map<string, Extension[]>();
  const concepts: Concept[] = [];
  for (const { source, data } of lexicons)
    if (data.kind === 'terminology')
      for (const [c, entry] of data.concepts.entries()) {
        const listed = (forms: readonly string[], ...at: YamlPath): string[] =>
          forms.filter((_, f) => counts(source, ['concepts', c, ...at, f]));
        const counted = {
          labels: entry.labels.map((label, l) => ({
            ...label,
            forms: listed(label.forms, 'labels', l, 'forms'),
          })),
          except: listed(entry.except, 'except'),
        };
        if ('extends' in entry) addTo(added, entry.extends, { ...entry, ...counted } as Extension);
        else {
          const { parties = [], id: lexicon, about } = data;
          const own = isOwn(source) ? { own: true } : {};
          const topical = about !== undefined;
          concepts.push({ ...entry, ...counted, parties, lexicon, topical, ...own } as Concept);
        }
      }
  return concepts.map(concept => (added.get(concept.id) ?? []).reduce(withNames, concept));
}

/** A concept with the names of an entry that extends it; their sources were checked. */
function withNames(concept: Concept, { labels, except, examples }: Extension): Concept {
  const more = new Map(labels.map(label => [label.id, label]));
  const known = new Set(concept.labels.map(({ id }) => id));
  return {
    ...concept,
    labels: [
      ...concept.labels.map(label => ({
        ...label,
        forms: [...label.forms, ...(more.get(label.id)?.forms ?? [])],
      })),
      ...(labels.filter(({ id }) => !known.has(id)) as Label[]),
    ],
    except: [...concept.except, ...except],
    examples: [...concept.examples, ...examples],
  };
}
