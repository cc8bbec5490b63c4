/** Coverage: what others report and an outlet does not. */
import { ABSENT } from '../model/absences.js';
import { isShown } from '../model/confidence.js';
import type { Excerpt, Finding, Inline, Section } from '../model/page.js';
import type { Cell, CoverageItem } from '../model/story.js';
import { marked, sentenceKey } from './excerpts.js';
import { sectionOf } from './section.js';
import { joined, link, strong, type View } from './view.js';
import { listOf, someOf } from './words.js';

const OMITTED = 'Reported by others, not found here';
const COVERAGE = 'Omissions';
const COVERAGE_DATA = 'data/coverage.csv';
const OMISSIONS_DATA = 'data/omissions.csv';
const MOST_LISTED = 4;
const MOST_NAMED = 3;
const MOST_ROWS = 9;
const MOST_RIVALS = 4;
const MOST_CARRIERS = 3;
/** Characters of a sentence around an item. */
const WIDTH = 130;
/** Of the most telling omission among the findings of a page. */
const RANK = 1.5;

const NOT_FOUND: Inline = [
  '“Not found” means that none of the search terms in ',
  link(COVERAGE_DATA, COVERAGE_DATA),
  ' occurs in the articles; the outlet may have reported it elsewhere or in other words.',
];

/** Items that an outlet omits and pages show, and how many are too uncertain to be shown. */
function omittedBy(view: View, outlet: string) {
  const all = view.absences().get(outlet) ?? [];
  const shown = all.filter(isShown).map(({ item }) => item);
  return { shown, setAside: all.length - shown.length };
}

/** Items whose absence somewhere is sure enough to be shown, and how many are not. */
function sureOf(view: View, items: readonly CoverageItem[]) {
  const shown = items.filter(({ grounds }) =>
    isShown({ confidence: view.report.confidence(ABSENT, grounds) }),
  );
  return { shown, setAside: items.length - shown.length };
}

/** What most outlets report and some do not. What one alone reports is on its own page. */
function omissionsOf(view: View) {
  const items = view.report.coverage.omissions
    .map(({ item }) => item)
    .filter(item => view.absentIn(item).length > 0);
  const { shown, setAside } = sureOf(view, items);
  return { shown: shown.map(item => ({ item, absent: view.absentIn(item) })), setAside };
}

/** What most of the others report and an outlet does not, in a line each. */
export function omissionFindings(view: View, outlet: string): Finding[] {
  const { coverage } = view.report;
  const others = coverage.outlets.length - 1;
  const named = omittedBy(view, outlet).shown.slice(0, MOST_NAMED);
  if (others < 2) return [];
  return named.map((item, i) => ({
    rank: RANK - i * 0.3,
    text: [
      'Not found here: ',
      strong(item.item),
      ` (in ${ofOthers(carriers(coverage.outlets, item).length, others)}: `,
      ...placesOf(coverage.outlets, item),
      ').',
    ],
    section: OMITTED,
    evidence: [],
  }));
}

const ofOthers = (n: number, others: number): string =>
  n === others ? (others === 2 ? 'both other outlets' : `all ${others} others`) : `${n} of ${others} others`;

/** Two sections of an outlet’s page. */
export function omissionSections(view: View, outlet: string): Section[] {
  const { outlets, byOutlet } = view.report.coverage;
  const onlyHere = sureOf(view, byOutlet.get(outlet)?.onlyHere ?? []);
  const { shown: omitted, setAside } = omittedBy(view, outlet);
  const me = outlets.indexOf(outlet);
  return [
    {
      title: OMITTED,
      lead: [NOT_FOUND],
      passages: omitted.map(item => omittedItem(outlets, item)),
      setAside,
      data: OMISSIONS_DATA,
    },
    {
      title: 'Reported only here',
      lead: [],
      passages: onlyHere.shown.map(item => passageOf(item.cells[me] as Cell, outlet, strong(item.item))),
      setAside: onlyHere.setAside,
      data: COVERAGE_DATA,
    },
  ]
    .filter(({ passages, setAside }) => passages.length + setAside > 0)
    .map(({ title, lead, passages, setAside, data }) =>
      sectionOf(title, {
        lead,
        passages: passages.slice(0, MOST_LISTED),
        more: passages.length,
        setAside,
        ...view.judged(title === OMITTED ? [{ id: ABSENT }] : []),
        data,
      }),
    );
}

interface Carrier {
  readonly cell: Cell;
  readonly outlet: string;
}

/** Who reports an item, the earliest in its article first. */
const carriers = (outlets: readonly string[], { cells }: CoverageItem): Carrier[] =>
  cells
    .flatMap((cell, o) => (cell === undefined ? [] : [{ cell, outlet: outlets[o] as string }]))
    .toSorted((a, b) => a.cell.depth - b.cell.depth);

const placeOf = ({ cell, outlet }: Carrier): string => `${outlet}, line ${cell.line}`;

function placesOf(outlets: readonly string[], item: CoverageItem): Inline[] {
  const there = carriers(outlets, item);
  const named = there.slice(0, MOST_CARRIERS).map(placeOf);
  const more = there.length - named.length;
  return [...joined(named, '; '), more > 0 ? ` and ${more} more` : ''];
}

/** What is omitted, where it is reported first, and where else. */
function omittedItem(outlets: readonly string[], item: CoverageItem): Excerpt {
  const [first, ...rest] = carriers(outlets, item) as [Carrier, ...Carrier[]];
  const also = rest.slice(0, MOST_CARRIERS - 1).map(each => `; ${placeOf(each)}`);
  return passageOf(first.cell, first.outlet, [
    strong(item.item),
    ` (in ${ofOthers(rest.length + 1, outlets.length - 1)}${also.join('')})`,
  ]);
}

/** The sentence around an item, and its place. */
const passageOf = ({ sentence, sentenceSpan, span, line }: Cell, outlet: string, tag: Inline): Excerpt => ({
  tag,
  text: marked(
    sentence,
    { start: 0, end: sentence.length },
    [{ start: span.start - sentenceSpan.start, end: span.end - sentenceSpan.start }],
    WIDTH,
  ),
  outlet,
  line,
  evidence: [],
  sentence: sentenceKey(sentence),
});

/** The most telling absences of all, a line each. */
export function topAbsences(view: View, most: number): Finding[] {
  const { outlets } = view.report.coverage;
  return omissionsOf(view)
    .shown.slice(0, most)
    .map(({ item, absent }, i) => ({
      rank: RANK - i * 0.3,
      text: [
        strong(item.item),
        `: in ${carriers(outlets, item).length} of ${outlets.length} outlets; not found in ${someOf(absent)} (`,
        ...placesOf(outlets, item),
        ').',
      ],
      section: COVERAGE,
      evidence: [],
    }));
}

/** What most outlets report and others do not, the most telling first, and figures that differ. */
export function absencesSection(view: View): Section | undefined {
  const { outlets, rivalFigures } = view.report.coverage;
  const { shown, setAside } = omissionsOf(view);
  if (shown.length + setAside + rivalFigures.length === 0) return undefined;
  return sectionOf(COVERAGE, {
    lead: [['What most outlets report and others do not, with the line where it first appears. ', NOT_FOUND]],
    lines: [
      ...shown
        .slice(0, MOST_ROWS)
        .map(
          ({ item, absent }): Inline => [
            strong(item.item),
            ': ',
            ...joined(carriers(outlets, item).map(placeOf), '; '),
            `; not found in ${someOf(absent)}.`,
          ],
        ),
      ...rivalFigures
        .slice(0, MOST_RIVALS)
        .map(
          ({ item, figures }): Inline => [
            strong(`${item.item}, different figures:`),
            ` ${figures.map(each => `${each.figure} (${listOf(each.outlets)})`).join('; ')}.`,
          ],
        ),
    ],
    more: shown.length,
    setAside,
    data: COVERAGE_DATA,
  });
}
