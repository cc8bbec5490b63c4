import type { Member } from './cast.js';
import type { SuggestedPlace } from './suggestion.js';

/**
 * How much a designation says: the name alone; a name as house style has it (*Mr*); a title or office, with the name or
 * without; a `choice` says more than who is meant (*this president*, *embattled*), or is one of two names for a thing.
 */
export type DesignationKind = 'name' | 'style' | 'title' | 'choice';

/** How often an outlet uses a designation. */
export interface DesignationUse {
  /** Uses in its own words, and its own words for the same referent in all. */
  readonly own: number;
  readonly ofOwn: number;
  /** Uses in attributed words. */
  readonly attributed: number;
  /** The same in own words of all other outlets. */
  readonly others: number;
  readonly ofOthers: number;
  /** Log-odds against the others, in standard errors; own words alone. */
  readonly z: number;
}

/** A noun phrase by which outlets call somebody or something. */
export interface Designation {
  /** As it is written most often. */
  readonly phrase: string;
  /** As written, the commonest first. */
  readonly forms: readonly string[];
  readonly kind: DesignationKind;
  /** By outlet, then in the order of the text. */
  readonly places: readonly SuggestedPlace[];
  /** Those to show: of one of two nouns for a thing, where the other stands too. */
  readonly telling: readonly SuggestedPlace[];
  /** In the order of `Designations.outlets`. */
  readonly uses: readonly DesignationUse[];
}

/** A member of the cast, or a thing, with what outlets call it. */
export interface Referent {
  /** That of the member; else made of the words for the thing. */
  readonly id: string;
  readonly name: string;
  readonly kind: Member['kind'] | 'thing';
  /** Those that an outlet is set apart by first. */
  readonly designations: readonly Designation[];
  /** How much a row on it would tell: more where a choice sets an outlet apart than where a title does. */
  readonly rank: number;
}

/** What each outlet of a story calls whom and what. */
export interface Designations {
  readonly outlets: readonly string[];
  /** Those on whose designations outlets differ most first, then those named most. */
  readonly referents: readonly Referent[];
}

export const NO_DESIGNATIONS: Designations = { outlets: [], referents: [] };

/** From so many uses in an outlet’s own words on a designation can set it apart; a title from more. */
export const LEAST_USES = 2;
export const LEAST_USES_OF_TITLE = 3;
/** An outlet’s share of a designation lies so far above that of the others, or it does not set it apart. */
export const LEAST_GAP = 0.15;
/** The same for a name as house style has it. */
const LEAST_GAP_OF_STYLE = 0.5;
/** From this z on a designation sets an outlet apart; a title from the second on. */
export const APART_Z = 1;
export const APART_Z_OF_TITLE = 1.5;
/** From this z, and so many uses, on that is a finding. */
export const FINDING_Z = 1.96;
export const FINDING_USES = 3;

/** Whether a designation sets an outlet apart from the others. */
export function isApart(
  { kind }: Pick<Designation, 'kind'>,
  { own, ofOwn, others, ofOthers, z }: DesignationUse,
): boolean {
  if (kind !== 'choice' && kind !== 'title') return false;
  const [uses, least] = kind === 'title' ? [LEAST_USES_OF_TITLE, APART_Z_OF_TITLE] : [LEAST_USES, APART_Z];
  return own >= uses && z >= least && ofOthers > 0 && own / ofOwn - others / ofOthers >= LEAST_GAP;
}

/** Whether an outlet alone calls somebody so in its own words, be it once; of two names for a thing that says nothing. */
export const isOnlyHere = ({ kind }: Pick<Designation, 'kind'>, { own, others }: DesignationUse): boolean =>
  kind === 'choice' && own > 0 && others === 0;

/** Whether outlets differ in a name, a style or a title, so that a row of the table shows it if nothing tells more. */
export const differsInStyle = ({ designations }: Referent): boolean =>
  designations.some(
    ({ kind, uses }) =>
      kind !== 'name' &&
      uses.some(
        ({ own, ofOwn, others, ofOthers, attributed }) =>
          (kind === 'choice' && attributed > 0) ||
          (own >= LEAST_USES && ofOthers > 0 && own / ofOwn - others / ofOthers >= LEAST_GAP_OF_STYLE),
      ),
  );
