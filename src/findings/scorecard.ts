import type { DotChart } from '../model/chart.js';
import { groupBy, sum } from '../model/collections.js';
import type { Measure } from '../model/evidence.js';
import type { Inline, Section } from '../model/page.js';
import type { OutletProfile } from '../model/profile.js';
import { isParty } from '../model/saying.js';
import { percent } from '../model/text.js';
import { dense } from './layout.js';
import { sectionOf } from './section.js';
import { isBlank, joined, type View } from './view.js';
import { capital, listOf } from './words.js';

const MOST_SIDES = 4;
/** Sides that the overview of outlets has rows for. */
const IN_OVERVIEW = 2;

/** Whom a story is about: those between whom its rival terms take sides, the sides of its cast, then who is named most. */
function sidesOf(view: View): string[] {
  const { lexicons, cast } = view.report;
  const mentions = view.measures.find(({ per }) => per === 'mention');
  const named = mentions === undefined ? [] : view.subjects(mentions);
  const contestants = view.measures
    .filter(({ of }) => of === 'concept')
    .flatMap(measure => view.subjects(measure).flatMap(id => lexicons.concepts.get(id)?.parties ?? []))
    .filter(party => named.includes(party));
  const others = named.filter(party => lexicons.parties.get(party)?.collective !== true);
  const sides = cast.sides.filter(side => named.includes(side));
  return [...new Set([...contestants.slice(0, 2), ...sides, ...others])].slice(0, MOST_SIDES);
}

/** Who the sides of a story are, and at which level a page speaks of them; nothing where several stories are pooled. */
export function sidesSentence(view: View): string {
  const { cast, pooled } = view.report;
  const sides = cast.sides.map(side => view.party(side));
  if (sides.length < 2 || pooled !== undefined) return '';
  const level =
    cast.level === 'countries'
      ? 'office-holders and bodies count for their country'
      : 'people count for themselves where they are sides, else for their political party';
  return `Sides of the story: ${listOf(sides)}; ${level}. `;
}

/** A row a side, a column for each that measures declare. */
export function scorecard(view: View, outlet: string): Section {
  const columns = groupBy(scoredMeasures(view), ({ shown }) => shown?.scorecard as string);
  const rows = sidesOf(view).map(side => [
    view.party(side),
    ...[...columns.values()].map(measures => cellOf(view, outlet, measures, side)),
  ]);
  return sectionOf('Scorecard', dense({ head: ['', ...columns.keys()], rows }, { keepRows: IN_OVERVIEW }));
}

const scoredMeasures = ({ measures }: View): Measure[] =>
  measures.filter(({ shown }) => shown?.scorecard !== undefined);

const cellOf = (view: View, outlet: string, measures: readonly Measure[], side: string): Inline =>
  joined(
    measures.flatMap((measure): Inline[] => {
      const figure = view.shownFigure([outlet], measure, side, undefined, 'full');
      if (figure === undefined) return [];
      return [measures.length === 1 ? figure : [`${measure.shown?.role || measure.title} `, figure]];
    }),
  );

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
        const as = measure.kind === 'rate' ? 'full' : 'ratio';
        const subjects = view.subjects(measure).filter(subject => measure.of === 'text' || isParty(subject));
        const known = sides.filter(side => subjects.includes(side));
        return (known.length > 0 ? known : subjects.slice(0, IN_OVERVIEW)).map(subject => [
          capital(rowName(overview, measure.of === 'text' ? '' : view.name(measure, subject))),
          ...view.outlets.map(outlet => view.figure([outlet], measure, subject, undefined, as) ?? ''),
        ]);
      }),
    ),
  ];
  return sectionOf('Overview', {
    lead: [
      'Where voices are distinguished, figures are for the outlet’s own words. Text that several outlets ran counts for each.',
    ],
    ...dense({ head: ['', ...view.outlets], rows }, { keepColumns: true }),
    charts: scorecardChart(view),
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
function scorecardChart(view: View): DotChart[] {
  const panels = scoredMeasures(view).flatMap(measure =>
    sidesOf(view)
      .slice(0, IN_OVERVIEW)
      .map(side => ({ side, figures: view.figuresByOutlet(measure, side, undefined, 'full') }))
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
  if (panels.length === 0 || view.outlets.length < 2) return [];
  const description =
    'One dot per outlet, with its 95% interval; the figures are also in the scorecards of the outlets’ pages.';
  return [{ kind: 'dots', id: 'scorecard', title: 'The parties in each outlet', description, panels }];
}
