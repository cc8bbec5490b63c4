import type { Span, Voice } from './article.js';
import type { Citation } from './lexicon.js';
import type { Passage } from './story.js';

/** A place where suggested words stand. */
export interface SuggestedPlace extends Omit<Passage, 'text' | 'sentence' | 'zone'> {
  readonly voice: Voice;
  readonly sentence: Span;
}

/** A rival name, or what stands in its place. */
export interface SuggestedLabel {
  /** The words that differ from label to label. */
  readonly name: string;
  /** As written, with the noun or the name that they stand at, the commonest first. */
  readonly forms: readonly string[];
  readonly places: readonly SuggestedPlace[];
  /** Set for a label that a lexicon has: its source, and whom it favours. */
  readonly known?: { readonly id: string; readonly source: Citation };
  /** The outlet that sets it apart most from the others, with its z-score (Monroe, Colaresi and Quinn 2008). */
  readonly apart?: { readonly outlet: string; readonly z: number };
}

/**
 * A choice set that the articles suggest: more names for a concept of the lexicons, words that stand in the same places,
 * words that stand at a party or place, or what one member of the cast or thing is called.
 */
export interface SuggestedConcept {
  readonly kind: 'known' | 'same place' | 'beside' | 'named';
  /** Id of the known concept, or words for a new id. */
  readonly id: string;
  readonly gloss: string;
  /** What the labels have in common, as a reader sees it: `nuclear ___`, `___ region`. */
  readonly shared: readonly string[];
  readonly labels: readonly SuggestedLabel[];
  /** Greater is better; comparable within a kind. */
  readonly score: number;
}

/** What a collection of articles suggests, and how much text that rests on. */
export interface Suggestions {
  readonly articles: number;
  /** In the order of their names, with the number of their words. */
  readonly outlets: readonly { readonly outlet: string; readonly words: number }[];
  /** Those of the lexicon whose labels stand most in the articles, else the two that are named most; fewer where fewer are. */
  readonly parties: readonly string[];
  readonly concepts: readonly SuggestedConcept[];
}
