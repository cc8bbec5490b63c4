import type { Chart, StackedChart } from '../model/chart.js';
import type { Measure } from '../model/evidence.js';
import { conceptOf, conceptsOf } from './rivals.js';
import { isBlank, type View } from './view.js';
import { capital } from './words.js';

const MOST_SERIES = 7;
const MOST_CONCEPTS = 3;

/** The shares of a measure by outlet: of each label of a concept that outlets name differently, or of each subject. */
export function shareCharts(view: View, measure: Measure, id: string): Chart[] {
  if (measure.kind !== 'share' || UNITS[measure.per] === undefined) return [];
  const subjects = view.subjects(measure);
  if (measure.of !== 'label' && measure.per === 'naming') return [];
  if (measure.of !== 'label') return chartOf(view, measure, id, capital(measure.title), subjects);
  return conceptsOf(view, measure)
    .flatMap(concept =>
      chartOf(
        view,
        measure,
        `${id}-${concept}`,
        view.gloss(concept),
        subjects.filter(subject => conceptOf(subject) === concept),
      ),
    )
    .slice(0, MOST_CONCEPTS);
}

/** A bar an outlet; nothing unless two outlets have something and two subjects share it. */
function chartOf(
  view: View,
  measure: Measure,
  id: string,
  title: string,
  subjects: readonly string[],
): StackedChart[] {
  const series = subjects
    .filter(subject =>
      view.report.profiles.some(({ outlet }) => {
        const figure = view.figure([outlet], measure, subject);
        return figure !== undefined && !isBlank(figure);
      }),
    )
    .slice(0, MOST_SERIES);
  const rows = view.report.profiles
    .map(({ outlet }) => ({
      label: outlet,
      counts: series.map(subject => view.figure([outlet], measure, subject)?.numerator ?? 0),
    }))
    .filter(({ counts }) => counts.some(count => count > 0));
  if (series.length < 2 || rows.length < 2) return [];
  const legend = series.map(subject => view.name(measure, subject));
  const told = rows.map(({ label, counts }) => {
    const most = Math.max(...counts);
    return `${label}: ${legend[counts.indexOf(most)]} ${most} of ${counts.reduce((sum, each) => sum + each, 0)}`;
  });
  return [
    {
      kind: 'stacked',
      id,
      title,
      description: `What each outlet has most. ${told.join('; ')}.`,
      legend,
      rows,
      unit: UNITS[measure.per] ?? 'cases',
    },
  ];
}

/** What the cases are, where the subjects of a measure divide them among them. */
const UNITS: Readonly<Partial<Record<Measure['per'], string>>> = {
  naming: 'namings',
  mention: 'mentions',
  quotation: 'statements',
};
