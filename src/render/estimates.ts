import type { Voice } from '../model/article.js';
import type { Estimate, OutletProfile, Report } from '../model/profile.js';
import { countOf, ofBase } from './words.js';

/** Estimates by what they are of. */
export class Estimates {
  readonly #byKey: ReadonlyMap<string, Estimate>;

  constructor(profile: OutletProfile) {
    this.#byKey = new Map(
      profile.estimates.map(each => [`${each.measure}\t${each.subject}\t${each.voice}`, each]),
    );
  }

  of(measure: string, subject: string, voice: Voice | 'any'): Estimate | undefined {
    return this.#byKey.get(`${measure}\t${subject}\t${voice}`);
  }
}

/** Ids of the subjects of a measure that anybody has evidence for, most evidence first. */
export function subjectsOf(report: Report, measure: string): string[] {
  const weight = new Map<string, number>();
  for (const { estimates } of report.profiles)
    for (const estimate of estimates)
      if (estimate.measure === measure && estimate.evidence.length > 0)
        weight.set(estimate.subject, (weight.get(estimate.subject) ?? 0) + estimate.evidence.length);
  return [...weight].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([subject]) => subject);
}

/** Count and base over several estimates, pooled. */
export function pooled(estimates: readonly (Estimate | undefined)[]): {
  readonly count: number;
  readonly base: number;
} {
  return estimates.reduce(
    (sum, each) => ({ count: sum.count + countOf(each), base: sum.base + (each?.denominator ?? 0) }),
    { count: 0, base: 0 },
  );
}

/** The labels of a concept that anybody uses, in the order of the lexicon. */
export const labelsInUse = (report: Report, concept: string): string[] => {
  const used = new Set(subjectsOf(report, 'terminology.label'));
  return (report.lexicons.concepts.get(concept)?.labels ?? [])
    .map(({ id }) => id)
    .filter(id => used.has(`${concept}/${id}`));
};

/** How often an outlet uses a label: `3 of 4` in its own words, `/ 2` in the mouths of others, `“1”` in distancing quotes. */
export function labelCell(estimates: Estimates, concept: string, label: string): string {
  const used = (voice: Voice): number =>
    estimates.of('terminology.label', `${concept}/${label}`, voice)?.evidence.length ?? 0;
  const carried = used('indirect') + used('direct');
  const scare = used('scare');
  return [
    ofBase(estimates.of('terminology.label', `${concept}/${label}`, 'outlet')),
    ...(carried > 0 ? [`/ ${carried}`] : []),
    ...(scare > 0 ? [`“${scare}”`] : []),
  ].join(' ');
}
