import type { z } from 'zod';
import { InputErrors } from '../errors.js';
import type { LexiconKind } from '../model/lexicon.js';
import type { SCHEMAS } from './schema.js';
import { readYaml } from './yaml.js';

/** A lexicon file as it was read: a path to name it by in messages, and its text. */
export interface LexiconSource {
  readonly path: string;
  /** How reports call a file of the user's, which do not reveal the machine; the package's go by their paths. */
  readonly name?: string;
  /** Set where it came with a package of lexicons, which the user's own files go before. */
  readonly installed?: true;
  readonly text: string;
}

/** Whether a file is the user's and not the package's. */
export const isOwn = ({ name }: LexiconSource): boolean => name !== undefined;

/** Of two files the one that goes before the other: the user's before packages of lexicons, those before the package itself. */
export const goesBefore = (one: LexiconSource, other: LexiconSource): boolean =>
  layerOf(one) > layerOf(other);

export const layerOf = (source: LexiconSource): number => (isOwn(source) ? (source.installed ? 1 : 2) : 0);

export type LexiconData = { [K in LexiconKind]: z.infer<(typeof SCHEMAS)[K]> }[LexiconKind];
export type DataOf<K extends LexiconKind> = Extract<LexiconData, { kind: K }>;

export interface ParsedLexicon {
  readonly source: LexiconSource;
  readonly data: LexiconData;
}

/** An entry of a terminology lexicon: a concept, or more names for one of another file. */
export type ConceptEntry = DataOf<'terminology'>['concepts'][number];
export type Extension = Extract<ConceptEntry, { extends: string }>;

/** The id of the concept that an entry is of, its own or another file's. */
export const conceptOf = (entry: ConceptEntry): string => ('extends' in entry ? entry.extends : entry.id);

/** An entry of a parties lexicon: a party, or more names for one of another file. */
export type PartyEntry = DataOf<'parties'>['parties'][number];

/** The id of the party that an entry is of, its own or another file's; as written, that may be a name. */
export const partyOf = (entry: PartyEntry): string => ('extends' in entry ? entry.extends : entry.id);

/**
 * Reads and checks the shape of a lexicon file. Loads the YAML and schema libraries, so only when needed.
 *
 * @throws InputErrors with every fault of the shape
 */
export async function parseLexicon(source: LexiconSource): Promise<ParsedLexicon> {
  const [file, { SCHEMAS }] = await Promise.all([readYaml(source), import('./schema.js')]);
  const { kind } = (file.value ?? {}) as { kind?: unknown };
  const schema: z.ZodType | undefined =
    typeof kind === 'string' && Object.hasOwn(SCHEMAS, kind) ? SCHEMAS[kind as LexiconKind] : undefined;
  const result = schema?.safeParse(file.value);
  if (result?.success) return { source, data: result.data as LexiconData };
  const { kindFault, shapeFaults } = await import('./authoring/shape-faults.js');
  if (schema === undefined || result === undefined) throw kindFault(file, Object.keys(SCHEMAS));
  throw new InputErrors(shapeFaults(file, schema, result.error));
}
