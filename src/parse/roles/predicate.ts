import type { Phrase } from '../phrases.js';

export type SemanticRole = 'agent' | 'patient';

/**
 * How a role was found: by a place in the structure of the clause, by a pronoun that stands in such a place, or only by
 * the order of the words, which is a guess.
 */
type Ground = 'structure' | 'name' | 'pronoun' | 'order';

export interface Assigned {
  readonly role: SemanticRole;
  readonly ground: Ground;
}

/** What sort of word a predicate is; by its tag where the caller does not know better. */
export type PredicateKind = 'verb' | 'noun' | 'adjective';

/** A word that says what happens, with those who take part in it as far as the sentence shows them. */
export interface Predicate {
  readonly kind: PredicateKind;
  /** Token of the word that is looked from: the last of a phrase. */
  readonly head: number;
  /** Where its auxiliaries begin. */
  readonly group: number;
  readonly passive: boolean;
  readonly negated: boolean;
  /** Several where a verb and its noun have both: *X's attack*, *an attack by X*. */
  readonly agents: readonly Phrase[];
  readonly patients: readonly Phrase[];
}
