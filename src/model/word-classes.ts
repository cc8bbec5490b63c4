/**
 * Words in and before names: what bodies are called, what they are for, particles of people; forms of address and given
 * names, with the pronoun that they call for.
 */
export const NAME_WORDS = [
  'heads',
  'things',
  'matters',
  'particles',
  'titles',
  'titles_he',
  'titles_she',
  'given_he',
  'given_she',
  'given',
] as const;
export type NameWord = (typeof NAME_WORDS)[number];

/** Classes of words by the clauses that they build. */
export const GRAMMAR_CLASSES = [
  'object-control',
  'subject-control',
  'undergoing',
  'light',
  'clause-taking',
  'copula',
  'state',
  'phase',
  'attempt',
  'refusal',
  'disclosure',
  'mind',
  'denial',
  'rejection',
  'acquittal',
  'counterpart',
  'motion',
  'content-noun',
  'spokes-noun',
  'person-noun',
  'body-noun',
  'text-noun',
  'private-body',
  'any-office',
  'place-noun',
  'thing-noun',
  'label-noun',
  'weapon-noun',
  'armed-noun',
  'acting-noun',
  'relational',
  'culprit',
  'unrealised',
  'wished',
  'natural-cause',
] as const;
export type GrammarClass = (typeof GRAMMAR_CLASSES)[number];
