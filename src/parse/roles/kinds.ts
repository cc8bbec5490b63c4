import { GET_OR_BECOME, MODALS, POSSESSIVES, PRONOMINALS } from '../../english/closed-classes.js';
import type { Cut } from '../sentences.js';
import type { PredicateKind } from './predicate.js';

const PARTICIPLE = /(?:ing|ed|en)$/;
const isVerb = (pos: string | undefined): boolean => pos === 'VERB' || pos === 'AUX';

/** What sort of word a predicate is: what its tag says, but for slips that the word before gives away. */
export function kindOf(cut: Cut, i: number): PredicateKind {
  switch (cut.pos[i]) {
    case 'ADJ':
      return isParticipleOf(cut, i) ? 'verb' : 'adjective';
    case 'NOUN':
    case 'PROPN':
      return isFiniteVerb(cut, i) ? 'verb' : 'noun';
    case 'VERB':
      return isNoun(cut, i) ? 'noun' : 'verb';
    default:
      return 'verb';
  }
}

/** *was wounded*, *got involved*: an adjective that is a participle of what stands before. */
function isParticipleOf({ pos, lower }: Cut, i: number): boolean {
  let k = i - 1;
  while (pos[k] === 'ADV') k--;
  const governed = /^(?:NOUN|PROPN|PRON|AUX)$/.test(pos[k] ?? '') || GET_OR_BECOME.has(lower[k] ?? '');
  return /[a-z]ed$/.test(lower[i] as string) && governed && pos[i + 1] !== 'NOUN';
}

/** *X attacks the town*, *to attack*, *will attack*. */
function isFiniteVerb({ pos, lower }: Cut, i: number): boolean {
  const before = lower[i - 1] ?? '';
  const object = pos[i + 1] === 'DET' || (pos[i + 1] === 'PRON' && lower[i + 1] !== 'that');
  const infinitive = before === 'to' && pos[i - 1] === 'PART';
  return (/[^s]s$/.test(lower[i] as string) && object) || infinitive || MODALS.has(before);
}

/** "the shuttering of", "his comment about", not "the killed soldiers" nor "she's accused". */
function isNoun({ pos, lower }: Cut, i: number): boolean {
  const before = lower[i - 1] ?? '';
  const participle = PARTICIPLE.test(lower[i] as string);
  if (pos[i - 1] === 'ADP' && before !== 'to' && !participle) return true;
  const possessive = /^['’]s$/.test(before);
  const determined = pos[i - 1] === 'DET' || possessive || (POSSESSIVES.has(before) && before !== 'her');
  const isPronoun = PRONOMINALS.has(before);
  if (!determined || isPronoun || isVerb(pos[i + 1])) return false;
  if (possessive && (pos[i - 1] !== 'PART' || participle)) return false;
  const next = pos[i + 1];
  return next === 'ADP' || next === 'PUNCT' || next === 'PART' || next === undefined;
}
