/** Rival terms: what pages show of measures whose subjects are the labels of concepts. */
import { addCount } from '../model/collections.js';
import type { Measure } from '../model/evidence.js';
import type { Figure, Finding, Inline } from '../model/page.js';
import { ATTRIBUTED, isBlank, joined, strong, theirsOf, type View } from './view.js';
import { listOf } from './words.js';

/** An outlet stands apart on a label if its share lies so far above that of the others. */
const LEAST_GAP = 0.2;
/** One word in one place is no choice to speak of. */
const LEAST_NAMINGS = 2;

export const conceptOf = (subject: string): string => subject.slice(0, subject.indexOf('/'));

/** The concepts that anybody names, those first on whose names outlets differ most. */
export function conceptsOf(view: View, measure: Measure): string[] {
  const spread = new Map<string, number>();
  for (const subject of view.subjects(measure)) {
    const shares = view.figuresByOutlet(measure, subject).map(({ figure }) => figure.value);
    const apart = shares.length < 2 ? 0 : Math.max(...shares) - Math.min(...shares);
    addCount(spread, conceptOf(subject), apart);
  }
  return [...spread].toSorted((a, b) => b[1] - a[1]).map(([concept]) => concept);
}

const labelsOf = (view: View, measure: Measure, concept: string): string[] =>
  view.subjects(measure).filter(subject => conceptOf(subject) === concept);

/** One finding a concept: the label that sets the outlet apart most, or one that it has only from others. */
export function labelFindings(view: View, outlet: string, measure: Measure, section: string): Finding[] {
  return conceptsOf(view, measure).flatMap(concept => {
    const findings = labelsOf(view, measure, concept).flatMap(
      label => labelFinding(view, outlet, measure, label) ?? [],
    );
    return findings
      .toSorted((a, b) => b.rank - a.rank)
      .slice(0, 1)
      .map(finding => ({ ...finding, section }));
  });
}

function labelFinding(view: View, outlet: string, measure: Measure, label: string): Finding | undefined {
  const mine = view.shownFigure([outlet], measure, label);
  const theirs = view.figure(view.others(outlet), measure, label);
  const attributed = view.shownFigure([outlet], measure, label, 'attributed', 'count');
  const name = [`${view.gloss(conceptOf(label))}: `, strong(view.name(measure, label))];
  if (mine !== undefined) {
    const gap = mine.value - (theirs?.value ?? 0);
    if (gap < LEAST_GAP || mine.denominator < LEAST_NAMINGS) return undefined;
    return {
      rank: gap * Math.sqrt(mine.numerator) + (mine.numerator > 1 && isBlank(theirs ?? '') ? 0.5 : 0),
      text: [...name, ' in ', mine, ' mentions in its own words', theirsOf(theirs), '.'],
      evidence: view.evidence(outlet, measure, label, ['outlet']),
    };
  }
  if (attributed === undefined || isBlank(theirs ?? '')) return undefined;
  return {
    rank: 0.3 * Math.sqrt(attributed.numerator),
    text: [...name, ' only when reporting or quoting others (', attributed, ')', theirsOf(theirs), '.'],
    evidence: view.evidence(outlet, measure, label, ATTRIBUTED),
  };
}

/** `occupied 5, Azerbaijani territory 1`: the labels of a concept by frequency, and their denominator if it is asked for. */
function counts(
  view: View,
  outlets: readonly string[],
  measure: Measure,
  concept: string,
  voice: Figure['voice'],
  withDenominator = true,
): Inline[] {
  const figures = view.figuresOf(outlets, measure, labelsOf(view, measure, concept), voice, 'count');
  return figures.map((each, f) => [
    `${view.name(measure, each.subject)} `,
    each,
    withDenominator && f === figures.length - 1 ? ` (of ${each.denominator})` : '',
  ]);
}

/** A line a concept that the outlet names: its labels, those of the others, and what it has from others’ words. */
export const conceptLines = (view: View, outlet: string, measure: Measure): Inline[] =>
  conceptsOf(view, measure).flatMap(concept => {
    const own = counts(view, [outlet], measure, concept, 'outlet');
    const attributed = [
      ...counts(view, [outlet], measure, concept, 'attributed'),
      ...counts(view, [outlet], measure, concept, 'scare').map(each => [each, ' in scare quotes']),
    ];
    if (own.length === 0 && attributed.length === 0) return [];
    const theirs = counts(view, view.others(outlet), measure, concept, 'outlet');
    return [
      [
        strong(`${view.gloss(concept)}:`),
        ' ',
        own.length === 0 ? 'not in its own words' : joined(own),
        theirs.length === 0 ? '' : ['; others: ', ...joined(theirs)],
        attributed.length === 0 ? '' : ['; attributed: ', ...joined(attributed)],
        '.',
      ],
    ];
  });

/** Concepts that two outlets name differently in their own words, and what each calls them. */
export const rivalRows = (view: View, measure: Measure): Inline[][] =>
  conceptsOf(view, measure)
    .filter(concept => isContested(view, measure, concept))
    .map(concept => [
      view.gloss(concept),
      ...view.outlets.map(outlet => joined(counts(view, [outlet], measure, concept, 'outlet', false))),
    ]);

/** Whether two outlets have different labels for a concept. */
function isContested(view: View, measure: Measure, concept: string): boolean {
  const wordings = view.outlets.map(outlet =>
    labelsOf(view, measure, concept)
      .filter(label => view.shownFigure([outlet], measure, label))
      .join(' '),
  );
  return new Set(wordings.filter(wording => wording !== '')).size > 1;
}

/** Concepts that outlets name, but none differently from another; nothing where there are none. */
export function alikeNote(view: View, measure: Measure): Inline[] {
  const named = conceptsOf(view, measure)
    .filter(concept => !isContested(view, measure, concept))
    .filter(concept =>
      view.outlets.some(outlet => counts(view, [outlet], measure, concept, 'outlet').length > 0),
    )
    .map(concept => view.gloss(concept));
  return named.length === 0 ? [] : [`Named by only one outlet, or identically by all: ${listOf(named)}.`];
}
