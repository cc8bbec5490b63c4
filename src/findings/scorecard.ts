import type { DotChart } from '../model/chart.js';
import { sum } from '../model/collections.js';
import type { Measure } from '../model/evidence.js';
import type { Inline, Section } from '../model/page.js';
import type { OutletProfile } from '../model/profile.js';
import { percent } from '../model/text.js';
import { dense } from './layout.js';
import { sectionOf } from './section.js';
import { isBlank, joined, type View } from './view.js';
import { capital, isParty } from './words.js';

const MOST_SIDES = 4;
/** Sides that the overview of outlets has rows for. */
const IN_OVERVIEW = 2;

/** The parties that a story is about: those between whom its rival terms take sides, then those named most. */
function sidesOf(view: View): string[] {
  const { passes, lexicons } = view.report;
  const measures = passes.flatMap(pass => pass.measures);
  const mentions = measures.find(({ per }) => per === 'mention');
  const named = mentions === undefined ? [] : view.subjects(mentions);
  const contestants = measures
    .filter(({ of }) => of === 'concept')
    .flatMap(measure => view.subjects(measure).flatMap(id => lexicons.concepts.get(id)?.parties ?? []))
    .filter(party => named.includes(party));
  const others = named.filter(party => lexicons.parties.get(party)?.collective !== true);
  return [...new Set([...contestants.slice(0, 2), ...others])].slice(0, MOST_SIDES);
}

/** A row a side, a column for each that measures declare. */
export function scorecard(view: View, outlet: string): Section | undefined {
  const measures = view.report.passes.flatMap(pass => pass.measures);
  const columns = [...new Set(measures.flatMap(({ shown }) => shown?.scorecard ?? []))];
  const rows = sidesOf(view).map(side => [
    view.party(side),
    ...columns.map(column =>
      cellOf(
        view,
        outlet,
        measures.filter(({ shown }) => shown?.scorecard === column),
        side,
      ),
    ),
  ]);
  const { tables, lines } = dense({ head: ['', ...columns], rows }, { keepRows: IN_OVERVIEW });
  if (tables.length + lines.length === 0) return undefined;
  return sectionOf(SCORECARD, { tables, lines });
}

const SCORECARD = 'Scorecard';

function cellOf(view: View, outlet: string, measures: readonly Measure[], side: string): Inline {
  return joined(
    measures.flatMap((measure): Inline[] => {
      const figure = view.figure([outlet], measure, side, undefined, 'full');
      if (figure === undefined || isBlank(figure)) return [];
      return [measures.length === 1 ? figure : [`${measure.shown?.role || measure.title} `, figure]];
    }),
  );
}

/** Outlets by what each did: words, shared copy, and for every pass what its measures declare. */
export function overview(view: View): Section {
  const { profiles, passes } = view.report;
  const sides = sidesOf(view).slice(0, IN_OVERVIEW);
  const rows: Inline[][] = [
    ['Own words', ...profiles.map(ownWords)],
    ['Shared copy', ...profiles.map(profile => sharedCopy(view, profile))],
    ...passes.flatMap(({ measures }) =>
      measures.flatMap((measure, m) => {
        const { overview = m === 0 ? measure.title : false } = measure.shown ?? {};
        if (overview === false || measure.of === 'label' || measure.of === 'concept') return [];
        const subjects = view.subjects(measure).filter(subject => measure.of === 'text' || isParty(subject));
        const known = sides.filter(side => subjects.includes(side));
        return (known.length > 0 ? known : subjects.slice(0, IN_OVERVIEW)).map(subject => [
          capital(rowName(overview, measure.of === 'text' ? '' : view.name(measure, subject))),
          ...profiles.map(
            ({ outlet }) =>
              view.figure(
                [outlet],
                measure,
                subject,
                undefined,
                measure.kind === 'rate' ? 'full' : 'ratio',
              ) ?? '',
          ),
        ]);
      }),
    ),
  ];
  return sectionOf('Overview', {
    lead: [
      'Where voices are distinguished, figures are for the outlet’s own words. Text that several outlets ran counts for each.',
    ],
    ...dense({ head: ['', ...profiles.map(({ outlet }) => outlet)], rows }, { keepColumns: true }),
  });
}

/** `mentions of {subject}` with the subject; without a place for it, behind a colon. */
const rowName = (overview: string, subject: string): string =>
  subject === '' || overview.includes('{subject}')
    ? overview.replace('{subject}', subject)
    : `${overview}: ${subject}`;

/** How many words are an outlet’s own, of all. */
const ownWords = ({ articles }: OutletProfile): string =>
  `${sum(articles.map(({ words }) => words.outlet))} of ${wordCount({ articles })}`;

export const wordCount = ({ articles }: Pick<OutletProfile, 'articles'>): number =>
  sum(articles.flatMap(({ words }) => Object.values(words)));

function sharedCopy({ report }: View, { outlet }: OutletProfile): string {
  const share = report.copy.outletShares.get(outlet);
  return share === undefined || share.copy === 0 ? '' : percent(share.copy / share.words);
}

/** Scorecards of all outlets as dots with intervals: a panel a measure and side, a row an outlet. */
export function scorecardChart(view: View): DotChart | undefined {
  const { passes, profiles } = view.report;
  const measures = passes
    .flatMap(pass => pass.measures)
    .filter(({ shown }) => shown?.scorecard !== undefined);
  const panels = measures.flatMap(measure =>
    sidesOf(view)
      .slice(0, IN_OVERVIEW)
      .map(side => ({ measure, side, figures: figuresOf(view, measure, side) }))
      .filter(({ figures }) => figures.some(({ figure }) => !isBlank(figure)))
      .map(({ side, figures }) => ({
        title: `${view.party(side)}: ${measure.title}`,
        low: measure.kind === 'mean' ? -1 : 0,
        high: 1,
        format: measure.kind === 'mean' ? ('signed' as const) : ('percent' as const),
        rows: figures.map(({ outlet, figure: { value, interval, numerator, denominator } }) => ({
          label: outlet,
          value,
          ...(interval !== undefined && { interval }),
          text: measure.kind === 'mean' ? String(denominator) : `${numerator} of ${denominator}`,
        })),
      })),
  );
  if (panels.length === 0 || profiles.length < 2) return undefined;
  return {
    kind: 'dots',
    id: 'scorecard',
    title: 'The parties in each outlet',
    description:
      'One dot per outlet, with its 95% interval; the figures are also in the scorecards of the outlets’ pages.',
    panels,
  };
}

const figuresOf = (view: View, measure: Measure, side: string) =>
  view.report.profiles.flatMap(({ outlet }) => {
    const figure = view.figure([outlet], measure, side, undefined, 'full');
    return figure === undefined ? [] : [{ outlet, figure }];
  });
