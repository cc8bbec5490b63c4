import type { Voice } from '../model/article.js';
import type { Estimate, Report } from '../model/profile.js';

/** How a voice is called in prose and in the heads of tables. */
export const VOICE_NAMES: Readonly<Record<Voice | 'any', string>> = {
  outlet: 'own words',
  scare: 'in distancing quotes',
  indirect: 'retold',
  direct: 'quoted',
  any: 'all',
};

export const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const percent = (value: number): string => `${Math.round(value * 100)}%`;

/** Two decimals with a sign; a true minus. */
export const signed = (value: number): string =>
  `${value < -0.004 ? '−' : value > 0.004 ? '+' : ''}${Math.abs(value).toFixed(2)}`;

export const listOf = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** Words with how often they occur, most frequent first. */
export function tally(words: readonly string[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

const NO_PARTY: Readonly<Record<string, string>> = {
  'no-party': 'sources of no single listed party',
  others: 'somebody or something else',
  nobody: 'nobody named',
};

/** How a party, or the absence of one, is called. */
export const partyName = (report: Pick<Report, 'lexicons'>, id: string): string =>
  NO_PARTY[id] ?? report.lexicons.parties.get(id)?.name ?? id;

/** Whether a subject is a party and not what stands for the lack of one. */
export const isParty = (id: string): boolean => NO_PARTY[id] === undefined;

/** How a label is called: by its id, with the capitals that its words have in all of its forms. */
export function labelName({ lexicons }: Pick<Report, 'lexicons'>, concept: string, id: string): string {
  const forms = lexicons.concepts.get(concept)?.labels.find(label => label.id === id)?.forms ?? [];
  const name = id.replaceAll('-', ' ');
  if (forms[0]?.toLowerCase().replaceAll('-', ' ') === name) return forms[0];
  const words = forms.flatMap(form => form.split(/[\s-]+/));
  return name
    .split(' ')
    .map(word => {
      const written = words.filter(each => each.toLowerCase() === word);
      return written.includes(word) ? word : (written[0] ?? word);
    })
    .join(' ');
}

/** Sum of weights of an estimate, as a count where the measure counts. */
export const countOf = (estimate: Estimate | undefined): number =>
  estimate === undefined ? 0 : Math.round(estimate.value * estimate.denominator);

/** `3 of 4`, or a dash where there is nothing to count. */
export const ofBase = (estimate: Estimate | undefined): string =>
  estimate === undefined ? '–' : `${countOf(estimate)} of ${estimate.denominator}`;

/** A story's name for headlines; `a-name-like-this` is read as words, a date in it stays a date. */
export const titleOf = (story: string): string =>
  story === ''
    ? 'these articles'
    : `“${/\s/.test(story) ? story : story.replace(/[-_](?!\d{2}(?!\d))/g, ' ')}”`;
