import type { Chart, StackedChart } from '../model/chart.js';
import { sum } from '../model/collections.js';
import type { Measure } from '../model/evidence.js';
import { conceptOf, conceptsOf } from './rivals.js';
import type { View } from './view.js';
import { capital } from './words.js';

const MOST_CONCEPTS = 3;

/** The shares of a measure by outlet: of each label of a concept that outlets name differently, or of each subject. */
export function shareCharts(view: View, measure: Measure, id: string): Chart[] {
  const subjects = view.subjects(measure);
  if (measure.of !== 'label')
    return measure.kind === 'share' && measure.per !== 'naming' && UNITS[measure.per] !== undefined
      ? chartOf(view, measure, { id, title: capital(measure.title) }, subjects)
      : [];
  return conceptsOf(view, measure)
    .flatMap(concept => {
      const labels = subjects.filter(subject => conceptOf(subject) === concept);
      return chartOf(view, measure, { id: `${id}-${concept}`, title: view.gloss(concept) }, labels);
    })
    .slice(0, MOST_CONCEPTS);
}

/** A bar an outlet; nothing unless two outlets have something and two subjects share it. */
function chartOf(
  view: View,
  measure: Measure,
  named: Pick<Chart, 'id' | 'title'>,
  subjects: readonly string[],
): StackedChart[] {
  const series = subjects.filter(subject =>
    view.outlets.some(outlet => view.shownFigure([outlet], measure, subject)),
  );
  const rows = view.outlets
    .map(label => ({
      label,
      counts: series.map(subject => view.figure([label], measure, subject)?.numerator ?? 0),
    }))
    .filter(({ counts }) => counts.some(count => count > 0));
  if (series.length < 2 || rows.length < 2) return [];
  const legend = series.map(subject => view.name(measure, subject));
  const told = rows.map(({ label, counts }) => {
    const most = Math.max(...counts);
    return `${label}: ${legend[counts.indexOf(most)]} ${most} of ${sum(counts)}`;
  });
  return [
    {
      kind: 'stacked',
      ...named,
      description: `The most frequent in each outlet: ${told.join('; ')}.`,
      legend,
      rows,
      unit: UNITS[measure.per] ?? 'cases',
    },
  ];
}

/** What the cases are, where the subjects of a measure divide them among them. */
const UNITS: Readonly<Partial<Record<Measure['per'], string>>> = {
  naming: 'mentions',
  mention: 'mentions',
  quotation: 'statements',
};
