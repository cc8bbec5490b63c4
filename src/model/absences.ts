import { getOrAdd } from './collections.js';
import type { Report } from './profile.js';
import { subjectName } from './saying.js';
import type { CoverageItem } from './story.js';

/** That an outlet does not have what others report, and how often such a claim is right. */
export interface Absence {
  readonly outlet: string;
  readonly item: CoverageItem;
  /** Unset where nobody judged such claims. */
  readonly confidence: number | undefined;
}

/** The measure under which readers judge what is called absent. */
export const ABSENT = 'coverage.absent';

/** By outlet, what it does not have and others do, the most telling first; not what a page counts for it in whatever words. */
export function absencesOf(report: Report): Map<string, Absence[]> {
  const { coverage, confidence } = report;
  const counts = countedTest(report);
  return new Map(
    [...coverage.byOutlet].map(([outlet, { omitted }]) => [
      outlet,
      omitted
        .filter(item => !counts(outlet, item))
        .map((item): Absence => ({ outlet, item, confidence: confidence(ABSENT, item.grounds) })),
    ]),
  );
}

/** Whether pages count a party or a name in an outlet: as what was observed or who was quoted. */
export function countedTest({
  profiles,
  passes,
  lexicons,
}: Report): (outlet: string, item: CoverageItem) => boolean {
  const measures = new Map(passes.flatMap(pass => pass.measures.map(each => [each.id, each] as const)));
  const counted = new Map<string, ReadonlySet<string>>();
  return (outlet, { kind, item, forms }) => {
    if (kind !== 'party' && kind !== 'name') return false;
    const known = getOrAdd(counted, outlet, () => {
      const { estimates = [], setAside = [] } = profiles.find(each => each.outlet === outlet) ?? {};
      return new Set(
        [...estimates.flatMap(({ evidence }) => evidence), ...setAside].flatMap(
          ({ measure, subject, text, speaker = '' }) => [
            subjectName(lexicons, measures.get(measure)?.of ?? 'text', subject).toLowerCase(),
            text.toLowerCase(),
            speaker.toLowerCase(),
          ],
        ),
      );
    });
    return [item, ...forms].some(form => known.has(form.toLowerCase()));
  };
}
