import { byText, getOrAdd, groupBy } from '../model/collections.js';
import type { Measure } from '../model/evidence.js';
import type { Contrast, ContrastGroup, Estimate, TermContrast, TermCount } from '../model/profile.js';

/** What is only in attributed words is tested apart from what the outlets say themselves. */
export const isOwn = ({ voice }: Pick<Estimate, 'voice'>): boolean => voice === 'outlet' || voice === 'any';

/** For a label its concept. */
const aboutOf = ({ of }: Measure, subject: string): string =>
  of === 'label' ? (subject.split('/')[0] as string) : subject;

/** The contrasts in own words and over all voices, by what they are about; the strongest first. */
export function groupsOf(contrasts: readonly Contrast[]): ContrastGroup[] {
  const sorted = contrasts.filter(isOwn).toSorted(byStrength);
  return [...groupBy(sorted, ({ measure, subject }) => `${measure.id}\t${subject}`).values()].map(group => {
    const [{ measure, subject, voice }] = group as [Contrast];
    return {
      measure,
      subject,
      voice,
      topic: `${measure.id.split('.')[0]}\t${aboutOf(measure, subject)}`,
      significant: group.filter(({ verdict }) => verdict !== 'cannot tell'),
      uncertain: group.filter(({ verdict, difference }) => verdict === 'cannot tell' && difference !== 0),
    };
  });
}

const VERDICTS: readonly Contrast['verdict'][] = ['clear', 'likely', 'cannot tell'];

const byStrength = (a: Contrast, b: Contrast): number =>
  VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || reachOf(b) - reachOf(a);

/** The difference over how far its interval reaches toward zero: above 1 it does not include it. */
const reachOf = ({ difference, low, high }: Contrast): number =>
  difference === 0 ? 0 : difference / (difference - (difference > 0 ? low : high));

/** By which terms two outlets differ, for each measure and what it is about. */
export function termsOf(
  left: readonly Estimate[],
  right: readonly Estimate[],
  measures: ReadonlyMap<string, Measure>,
): TermContrast[] {
  const keyOf = ({ measure, subject }: Estimate): string =>
    `${measure}\t${aboutOf(measures.get(measure) as Measure, subject)}`;
  const [ofLeft, ofRight] = [groupBy(left.filter(isOwn), keyOf), groupBy(right.filter(isOwn), keyOf)];
  return [...new Set([...ofLeft.keys(), ...ofRight.keys()])].flatMap((key): TermContrast[] => {
    const [id, subject] = key.split('\t') as [string, string];
    const { moreLeft, moreRight } = termCounts(ofLeft.get(key) ?? [], ofRight.get(key) ?? []);
    if (moreLeft.length + moreRight.length === 0) return [];
    return [{ measure: measures.get(id) as Measure, subject, moreLeft, moreRight }];
  });
}

/** @param left the estimates of one outlet that have one denominator: those of the labels of a concept, or one alone */
function termCounts(left: readonly Estimate[], right: readonly Estimate[]) {
  const counts = new Map<string, { term: string; left: number; right: number }>();
  for (const [side, estimates] of [['left', left] as const, ['right', right] as const])
    for (const { term } of estimates.flatMap(({ evidence }) => evidence))
      getOrAdd(counts, term.toLowerCase(), () => ({ term, left: 0, right: 0 }))[side]++;
  const denominatorOf = (estimates: readonly Estimate[]): number =>
    Math.max(1, estimates[0]?.denominator ?? 0);
  const [ofLeft, ofRight] = [denominatorOf(left), denominatorOf(right)];
  const differenceOf = (count: TermCount): number => count.left / ofLeft - count.right / ofRight;
  const sorted = [...counts]
    .map(([key, count]) => ({ key, count, difference: differenceOf(count) }))
    .toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference) || byText(a.key, b.key));
  const withSign = (sign: number): TermCount[] =>
    sorted.filter(({ difference }) => Math.sign(difference) === sign).map(({ count }) => count);
  return { moreLeft: withSign(1), moreRight: withSign(-1) };
}
