import { isParty } from '../model/saying.js';
/** What two outlets differ in: what is significant, then what stands furthest apart without being so. */

import { sum, uniqueBy } from '../model/collections.js';
import type { Measure } from '../model/evidence.js';
import type { Finding, Inline, Section, Table } from '../model/page.js';
import {
  type Contrast,
  type ContrastGroup,
  type Estimate,
  FEW_ARTICLES,
  LIKELY_Q,
  type TermCount,
} from '../model/profile.js';
import { plural, signed } from '../model/text.js';
import { editFindings } from './copy.js';
import { withPassages } from './excerpts.js';
import { topAbsences } from './omissions.js';
import { hasFindings } from './passes.js';
import { conceptOf } from './rivals.js';
import { sectionOf } from './section.js';
import { isBlank, joined, link, strong, type View } from './view.js';
import { capital, listOf, someOf } from './words.js';

const MOST_SIGNIFICANT = 5;
/** Differences that are told in all, if need be such as are not significant. */
const LEAST_DIFFERENCES = 4;
/** Edits and omissions that stand among them. */
const MOST_FACTS = 1;
const MOST_PAIRS = 3;
/** Fewest cases of a difference that is not significant and told all the same. */
const LEAST_CASES_TOLD = 2;
const MOST_TERMS = 8;
const MOST_OUTLETS = 6;

export function differencesSection(view: View): Section | undefined {
  const { comparison, profiles } = view.report;
  if (profiles.length < 2) return undefined;
  const groups = comparison.groups.filter(each => isShown(view, each));
  const significant = groups.filter(each => each.significant.length > 0);
  const count = sum(significant.map(each => each.significant.length));
  const findings = [
    ...significant.slice(0, MOST_SIGNIFICANT).map(each => significantFinding(view, each)),
    ...uncertainFindings(view, groups).slice(0, Math.max(0, LEAST_DIFFERENCES - significant.length)),
    ...editFindings(view, MOST_FACTS),
    ...topAbsences(view, MOST_FACTS),
  ];
  return sectionOf('What differs most, and how certain it is', {
    lead: [
      [
        `${plural(comparison.tested, 'pairwise contrast')} had enough cases to test; ` +
          `${count === 0 ? 'none is' : `${count} ${count === 1 ? 'is' : 'are'}`} significant at a false discovery rate of ${LIKELY_Q}. `,
        count === 0 ? 'What follows is descriptive: counts, edits and omissions. ' : '',
        'All contrasts are in ',
        link('data/contrasts.csv', 'data/contrasts.csv'),
        '.',
      ],
    ],
    findings: withPassages(view, findings),
    tables: termTables(view),
  });
}

/** Whether pages speak of a measure: it has findings, or a rule of its own for verdicts; and it is about a party, if about anybody. */
const isShown = (
  { report }: View,
  { measure, subject }: Pick<ContrastGroup, 'measure' | 'subject'>,
): boolean =>
  isParty(subject) &&
  (measure.toldIf !== undefined ||
    report.passes.some(pass => pass.measures.includes(measure) && hasFindings(measure, pass)));

/** The strongest contrast of a group as a sentence, and how many pairs of outlets differ likewise. */
function significantFinding(view: View, group: ContrastGroup): Finding {
  const [first, ...others] = group.significant as readonly [Contrast, ...Contrast[]];
  const { left, right, whole, low, high, verdict, because, difference } = first;
  const figureOf = ({ outlet }: Estimate): Inline =>
    view.figure([outlet], group.measure, group.subject, group.voice) ?? '';
  const terms = first
    .contributions()
    .filter(({ share }) => Math.abs(share) > 0.005)
    .slice(0, 3)
    .map(({ term, share }) => `${term} ${signed(share)}`);
  const pairs = others.slice(0, MOST_PAIRS).map(each => `${each.left.outlet} and ${each.right.outlet}`);
  const more = others.length - pairs.length;
  return {
    rank: 10 + Math.abs(difference),
    text: [
      strong(`${subjectName(view, group)}:`),
      ` ${whole.left.outlet} `,
      figureOf(whole.left),
      `, ${whole.right.outlet} `,
      figureOf(whole.right),
      withoutShared(first),
      `; difference ${signed(difference)} (${signed(low)} to ${signed(high)}), `,
      strong(verdict),
      because === undefined || because === FEW_ARTICLES ? '' : ` (${because})`,
      terms.length > 1 ? `; largest contributions: ${listOf(terms)}` : '',
      pairs.length === 0
        ? '.'
        : `. Also significant: ${pairs.join('; ')}${more > 0 ? ` and ${plural(more, 'more pair')}` : ''}.`,
    ],
    evidence: [left, right].toSorted((a, b) => b.value - a.value).flatMap(({ evidence }) => evidence),
  };
}

/** What remains of both outlets without the sentences that both ran, where that is what the difference is of. */
const withoutShared = ({ measure, left, right, whole }: Contrast): string =>
  left.denominator === whole.left.denominator && right.denominator === whole.right.denominator
    ? ''
    : ` (without text that both ran ${ratioOf(measure, left)} and ${ratioOf(measure, right)})`;

const ratioOf = ({ kind }: Measure, { value, numerator, denominator }: Estimate): string =>
  kind === 'mean' ? `${signed(value)} (${denominator})` : `${numerator} of ${denominator}`;

/** The largest differences that are not significant, one a concept or party, with every outlet’s count. */
const uncertainFindings = (view: View, groups: readonly ContrastGroup[]): Finding[] =>
  uniqueBy(
    groups.filter(
      ({ significant, uncertain, measure }) =>
        significant.length === 0 &&
        uncertain.length > 0 &&
        measure.kind !== 'mean' &&
        isWorthAWord(uncertain[0] as Contrast),
    ),
    ({ topic }) => topic,
  ).map(group => uncertainFinding(view, group, group.uncertain[0] as Contrast));

/** One case more or less is no difference to speak of. */
const isWorthAWord = ({ left, right }: Contrast): boolean =>
  Math.max(left.numerator, right.numerator) >= LEAST_CASES_TOLD;

function uncertainFinding(view: View, group: ContrastGroup, { moreText, because }: Contrast): Finding {
  const { measure, subject, voice } = group;
  const figures = view
    .figuresByOutlet(measure, subject, voice)
    .toSorted((a, b) => b.figure.value - a.figure.value);
  const some = figures.filter(({ figure }) => !isBlank(figure));
  const none = figures.filter(({ figure }) => isBlank(figure)).map(({ outlet }) => outlet);
  return {
    rank: 3,
    text: [
      strong(`${subjectName(view, group)}:`),
      ' ',
      ...joined(
        some.slice(0, MOST_OUTLETS).map(({ outlet, figure }) => [`${outlet} `, figure]),
        '; ',
      ),
      some.length > MOST_OUTLETS ? `; ${some.length - MOST_OUTLETS} more` : '',
      none.length === 0 ? '' : `; none in ${someOf(none)}`,
      `. Not significant (${because})${moreText === undefined ? '' : `; roughly ${timesAsMuch(moreText)} text would be needed`}.`,
    ],
    evidence: some.slice(0, 1).flatMap(({ outlet }) => view.evidence(outlet, measure, subject, [voice])),
  };
}

const timesAsMuch = (factor: number): string =>
  factor === 2 ? 'twice as much' : `${factor === 1.5 ? 'one and a half' : factor} times as much`;

/** What a contrast is about, in words. */
function subjectName(view: View, { measure, subject }: Pick<ContrastGroup, 'measure' | 'subject'>): string {
  if (measure.of === 'label') return `${view.gloss(conceptOf(subject))}: ${view.name(measure, subject)}`;
  return measure.of === 'text'
    ? capital(measure.title)
    : `${capital(view.name(measure, subject))}, ${measure.title}`;
}

/** For two outlets the terms that each has more often, by concept or party. */
function termTables(view: View): Table[] {
  const [left, right, third] = view.report.profiles;
  if (left === undefined || right === undefined || third !== undefined) return [];
  const rows = view.report.comparison
    .terms(left.outlet, right.outlet)
    // Of claims and loaded words every case has the same words, whatever is said of it.
    .filter(({ measure: { of, per } }) => of === 'label' || (of !== 'text' && per !== 'naming'))
    .filter(each => isShown(view, each))
    .map(({ measure, subject, moreLeft, moreRight }) => [
      // Labels are taken together here, by concept.
      measure.of === 'label' ? view.gloss(subject) : subjectName(view, { measure, subject }),
      termsOf(moreLeft, ({ left: mine, right: theirs }) => [mine, theirs]),
      termsOf(moreRight, ({ left: theirs, right: mine }) => [mine, theirs]),
    ])
    .filter(([, ...cells]) => cells.every(cell => cell !== ''));
  return rows.length === 0
    ? []
    : [
        {
          head: [
            'count in the outlet of the column : in the other',
            `more in ${left.outlet}`,
            `more in ${right.outlet}`,
          ],
          rows,
        },
      ];
}

const termsOf = (
  terms: readonly TermCount[],
  timesOf: (each: TermCount) => readonly [number, number],
): string =>
  terms
    .slice(0, MOST_TERMS)
    .map(each => `${each.term} ${timesOf(each).join(' : ')}`)
    .join(', ');
