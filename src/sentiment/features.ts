import { CLAUSE_BREAKS, COMMONEST, PREPOSITIONS } from '../english/closed-classes.js';
import { union } from '../english/words.js';
import { VOICES } from '../model/article.js';
import { EVENT_CLASSES, STANCES } from '../model/lexicon.js';
import { HELPING } from './classes.js';

/**
 * What a word can be to a mention: each relation takes the valence of its words into account, and belongs to one of the
 * families in which words have learnt weights.
 *
 * - agent: the verb that the mention is the subject of, or the agent of with *by*; deed: what stands after that verb
 * - saying, matter: the same of a verb that reports or blames, for what somebody says of others is not said of them
 * - patient: the verb that the mention is the object of, or the subject of in the passive; detail: what stands after it
 * - being: what it is said to be; owned: the noun it has (*X's attack*) or modifies (*X forces*); title: what stands
 *   before it, in apposition to it, or before the noun it has
 * - of, on, against ...: the noun or verb that a preposition before it depends on; near: a verb further off
 */
const RELATIONS = [
  'agent',
  'deed',
  'saying',
  'matter',
  'patient',
  'detail',
  'being',
  'owned',
  'title',
  'joined',
  'near',
  ...PREPOSITIONS,
  'other preposition',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** The families of words that have weights of their own: anywhere around, as agent, as patient, as owner. */
export const FAMILIES = ['around', 'agent', 'patient', 'owner'] as const;

export const FAMILY_OF: Readonly<Record<Relation, number>> = {
  ...(Object.fromEntries(RELATIONS.map(relation => [relation, 0])) as Record<Relation, number>),
  agent: 1,
  deed: 1,
  by: 1,
  patient: 2,
  detail: 2,
  joined: 2,
  being: 3,
  owned: 3,
  title: 3,
};

const PLACES = [
  'sentence',
  'before',
  'after',
  'nearness',
  'clause before',
  'clause after',
  'quotation',
  'no name nearer',
  'name nearer',
  'possible',
] as const;
const HITS = ['sentence', 'before', 'after', 'clause', 'nearness'] as const;

const names: string[] = [];
const declare = <T extends string>(keys: readonly T[], name: (key: T) => string): Record<T, number> =>
  Object.fromEntries(keys.map(key => [key, names.push(name(key)) - 1])) as Record<T, number>;
/** Two features each: the number of the one for positive words, behind which stands that for negative ones. */
const signed = <T extends string>(keys: readonly T[], name: (key: T) => string): Record<T, number> =>
  Object.fromEntries(
    keys.map(key => [key, names.push(`${name(key)} positive`, `${name(key)} negative`) - 2]),
  ) as Record<T, number>;

export const BIAS = names.push('bias') - 1;
export const VALENCE = signed(PLACES, place => `valence, ${place}`);
export const VALENCE_NEGATED = signed(['negated'], () => 'valence, negated word').negated;
export const VALENCE_SAID = signed(['said'], () => 'valence, the mention’s own words').said;
export const VALENCE_IN = signed(RELATIONS, relation => `valence, ${relation}`);
export const VALENCE_IN_NEGATED = signed(RELATIONS, relation => `valence, ${relation}, negated`);
export const POLARITY = signed(HITS, place => `polarity lexicon, ${place}`);
export const JUDGING = {
  agent: signed(RELATIONS, relation => `judging its agent, ${relation}`),
  patient: signed(RELATIONS, relation => `judging its patient, ${relation}`),
} as const;
export const HAS = declare(RELATIONS, relation => `has ${relation}`);
export const HAS_NEGATED = declare(RELATIONS, relation => `has ${relation}, negated`);
export const DEEDS = declare(
  ['++', '+0', '+-', '0+', '00', '0-', '-+', '-0', '--'].flatMap(deed => [deed, `not ${deed}`]),
  deed => `verb and object ${deed}`,
);
export const VOICE = VOICES.map(voice => names.push(`voice ${voice}`) - 1);
const MANNERS = [...STANCES, 'direct', 'mixed', 'indirect'] as const;
export const SOURCE = declare(['source', ...MANNERS, 'act'], kind =>
  kind === 'source' ? 'is the source' : `is the source, ${kind}`,
);
export const SPOKEN_OF = declare(MANNERS, kind => `is spoken of, ${kind}`);
const EVENTS = EVENT_CLASSES.flatMap(kind => [kind, `not ${kind}` as const]);
export const DOES = declare(EVENTS, kind => `agent of ${kind}`);
export const UNDERGOES = declare(EVENTS, kind => `patient of ${kind}`);
export const FIRST = names.push('first in the sentence') - 1;
export const BEFORE_NAME = names.push('stands before a name') - 1;
export const PRONOUN = names.push('is a pronoun') - 1;
export const NAMES = [0, 1, 2, 3, 4].map(count => names.push(`other names: ${count}`) - 1);
/** Closed-class words, marks and names one or two places before (*by 1*) or after (*1 by*): the first of four numbers. */
export const BESIDE: ReadonlyMap<string, number> = new Map(
  [
    ...union(COMMONEST, HELPING, new Set(PREPOSITIONS), CLAUSE_BREAKS),
    ...[',', '"', '“', '”', '(', ':', '—', '.', 'NAME'],
  ].map(word => [
    word,
    names.push(`beside: ${word} 1`, `beside: ${word} 2`, `beside: 1 ${word}`, `beside: 2 ${word}`) - 4,
  ]),
);
export const LENGTH = [0, 1, 2, 3, 4, 5].map(tens => names.push(`length: ${tens}0`) - 1);

/** The features by number. None names a word, a party or an outlet: words come in through the families. */
export const FEATURES: readonly string[] = names;
