import type { Voice } from '../model/article.js';
import { countsOf } from '../model/collections.js';
import type { Evidence } from '../model/evidence.js';

/** Whose words, as prose and heads of tables say it. */
export const VOICE_NAMES: Readonly<Record<Voice | 'any', string>> = {
  outlet: 'own words',
  scare: 'scare quotes',
  indirect: 'reported',
  direct: 'quoted',
  any: 'all voices',
};

export const listOf = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** The first of many items, and how many more there are. */
export const someOf = (items: readonly string[], most = 6): string =>
  items.length <= most
    ? listOf(items)
    : `${items.slice(0, most - 1).join(', ')} and ${items.length - most + 1} more`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The terms of evidence, the most frequent first, then in the order of the text: `said 3, claimed and 2 more`. */
export function tallied(evidence: readonly Evidence[], most: number): string {
  const terms = [...countsOf(evidence.map(({ term }) => term))].toSorted(([, a], [, b]) => b - a);
  const listed = terms.slice(0, most).map(([term, n]) => (n === 1 ? term : `${term} ${n}`));
  const more = terms.length - listed.length;
  return `${listed.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** A story’s name for headlines; `a-name-like-this` is read as words, a date in it stays a date. */
export const titleOf = (story: string): string =>
  story === ''
    ? 'these articles'
    : `“${/\s/.test(story) ? story : story.replace(/[-_](?!\d{2}(?!\d))/g, ' ')}”`;
