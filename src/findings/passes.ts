/** What pages show of a pass, made from what its measures declare; no pass has code of its own here. */
import { VOICES } from '../model/article.js';
import { uniqueBy } from '../model/collections.js';
import type { Evidence, Measure, Pass } from '../model/evidence.js';
import type { Figure, Finding, Inline, Section } from '../model/page.js';
import { isParty } from '../model/saying.js';
import { shareCharts } from './charts.js';
import { byPlace, excerptOf, sentenceOf, subjectOf } from './excerpts.js';
import { dense } from './layout.js';
import { alikeNote, conceptLines, labelFindings, rivalRows } from './rivals.js';
import { sectionId, sectionOf } from './section.js';
import { ATTRIBUTED, joined, strong, theirsOf, type View } from './view.js';
import { capital, tallied } from './words.js';

const MOST_SUBJECTS = 5;
/** Concepts that a section has lines for; of what is attributed to others, so many subjects. */
const MOST_CONCEPTS = 5;
const MOST_ATTRIBUTED = 2;
/** A finding about a subject has so many cases at least, unless its measure says otherwise. */
const LEAST_CASES = 2;
const MOST_TERMS = 6;
/** Passages from which a page chooses. */
const MOST_CANDIDATES = 9;

/** The subjects of a measure by how far an outlet’s share lies above that of the others, for the number of cases. */
const standings = (view: View, outlet: string, measure: Measure) =>
  view
    .subjects(measure)
    .flatMap(subject => {
      const mine = view.shownFigure([outlet], measure, subject);
      if (mine === undefined) return [];
      const theirs = view.figure(view.others(outlet), measure, subject);
      const gap = mine.value - (theirs?.value ?? 0);
      return [{ subject, mine, theirs, rank: gap * Math.sqrt(Math.abs(mine.numerator)) }];
    })
    .toSorted((a, b) => b.rank - a.rank);

// Findings

/** What a pass has to say of an outlet, a sentence a measure, or a concept. */
export function findingsOf(view: View, outlet: string, pass: Pass): Finding[] {
  return pass.measures.flatMap(measure => {
    if (measure.kind === 'mean' || !hasFindings(measure, pass)) return [];
    return measure.of === 'label'
      ? labelFindings(view, outlet, measure, headingOf(pass))
      : (subjectFinding(view, outlet, measure, pass) ?? []);
  });
}

/** By default the first measure of a pass has findings. */
export const hasFindings = ({ id, shown }: Measure, { measures }: Pass): boolean =>
  shown?.finding === undefined ? id === measures[0]?.id : shown.finding !== false;

/** One finding a measure: the subject on which the outlet stands apart most, then the next ones. */
function subjectFinding(view: View, outlet: string, measure: Measure, pass: Pass): Finding | undefined {
  const {
    finding = `{subject}: {figure}, ${measure.title}`,
    least = LEAST_CASES,
    terms = false,
  } = measure.shown ?? {};
  if (finding === false) return undefined;
  const all = standings(view, outlet, measure).filter(({ mine }) => mine.numerator >= least);
  const [first, ...rest] = measure.of === 'text' ? all : all.filter(({ subject }) => isParty(subject));
  if (first === undefined || (measure.of === 'text' && first.rank <= 0)) return undefined;
  const { subject, mine, theirs, rank } = first;
  const evidence = view
    .evidence(outlet, measure, subject, [view.ownVoice(measure)])
    .filter(({ weight }) => weight !== 0);
  const said = filled(finding, {
    subject: strong(view.name(measure, subject)),
    figure: measure.kind === 'rate' ? { ...mine, as: 'full' } : mine,
  });
  const others = rest.slice(0, 2).map(each => [`${view.name(measure, each.subject)} `, each.mine]);
  return {
    rank,
    text: [
      said,
      theirsOf(theirs),
      others.length === 0 ? '' : ['; ', ...joined(others)],
      terms ? `: ${tallied(evidence, 4)}` : '',
      '.',
    ],
    section: headingOf(pass),
    evidence,
  };
}

/** A sentence with its places filled in; what stands first gets a capital. */
function filled(template: string, parts: Readonly<Record<string, Inline>>): Inline[] {
  return capital(template)
    .split(/(\{\w+\})/)
    .map(part => parts[part.slice(1, -1)] ?? part);
}

// Sections of an outlet's page

export const headingOf = ({ heading, name }: Pass): string => heading ?? capital(name);

/** What a pass saw in an outlet’s articles. */
export function outletSection(view: View, outlet: string, pass: Pass): Section {
  const lines = pass.measures.flatMap(measure =>
    linesOf(view, outlet, measure, measure === pass.measures[0]),
  );
  const places = byPlace(shownEvidence(view, outlet, pass));
  // What is about no party is worth a place only where nothing is about one.
  const aboutParties = places.filter(group => group.some(({ subject }) => isParty(subject)));
  const sorted = (aboutParties.length > 0 ? aboutParties : places).toSorted(
    (a, b) => worthOf(view, outlet, b) - worthOf(view, outlet, a),
  );
  const passages = uniqueBy(sorted, ([first]) => sentenceOf(view, first as Evidence))
    .slice(0, MOST_CANDIDATES)
    .map(group => excerptOf(view, group));
  return sectionOf(headingOf(pass), {
    lines,
    passages,
    more: places.length,
    setAside: view.setAside(outlet, measuresWithPassages(pass)),
    ...view.judged(pass.measures),
  });
}

/** Counts of a measure in a line, the outlet’s own words first. */
function linesOf(view: View, outlet: string, measure: Measure, isFirst: boolean): Inline[] {
  const { line = isFirst || measure.shown !== undefined ? measure.title : false } = measure.shown ?? {};
  if (line === false) return [];
  if (measure.of === 'label') return conceptLines(view, outlet, measure).slice(0, MOST_CONCEPTS);
  const counts = countsOf(view, outlet, measure, view.ownVoice(measure));
  const attributed =
    measure.voices === 'any' ? [] : countsOf(view, outlet, measure, 'attributed').slice(0, MOST_ATTRIBUTED);
  if (counts.length === 0 && attributed.length === 0) return [];
  return [
    [
      strong(`${capital(line)}:`),
      ' ',
      counts.length === 0 ? 'none in its own words' : joined(counts),
      attributed.length === 0 ? '' : ['; in words attributed to others: ', ...joined(attributed)],
      '.',
    ],
  ];
}

/** `Armenia 4, Azerbaijan 1 (of 5)`: the denominator once where all share it. */
function countsOf(view: View, outlet: string, measure: Measure, voice: Figure['voice']): Inline[] {
  const { terms = false } = measure.shown ?? {};
  const figures = view.figuresOf([outlet], measure, view.subjects(measure), voice).slice(0, MOST_SUBJECTS);
  const shares =
    measure.kind !== 'mean' &&
    figures.length > 1 &&
    figures.every(each => each.denominator === figures[0]?.denominator);
  return figures.map((figure, f) => {
    const name = measure.of === 'text' ? '' : view.name(measure, figure.subject);
    const said = terms ? tallied(evidenceOf(view, outlet, figure), MOST_TERMS) : '';
    // A mean of nothing says no more than its terms do.
    if (figure.kind === 'mean' && said !== '' && Math.abs(figure.value) < 0.005) return `${name}: ${said}`;
    return [
      name === '' ? '' : `${name} `,
      measure.of === 'text' ? { ...figure, as: 'full' } : shares ? { ...figure, as: 'count' } : figure,
      said === '' ? '' : ` (${said})`,
      shares && f === figures.length - 1 ? ` (of ${figure.denominator})` : '',
    ];
  });
}

const evidenceOf = (view: View, outlet: string, { measure, subject, voice, kind }: Figure): Evidence[] =>
  view
    .evidence(outlet, view.measure(measure), subject, voice === 'attributed' ? ATTRIBUTED : [voice])
    .filter(({ weight }) => weight !== 0 || kind === 'mean');

// Passages

const measuresWithPassages = ({ measures }: Pass): Measure[] =>
  measures.filter(({ shown }, m) => (shown?.role ?? m === 0) !== false);

/** Evidence of the measures whose passages are worth reading, without what weighs nothing. */
function shownEvidence(view: View, outlet: string, pass: Pass): Evidence[] {
  return measuresWithPassages(pass).flatMap(measure =>
    view
      .subjects(measure)
      .flatMap(subject =>
        view.evidence(outlet, measure, subject, measure.voices === 'any' ? ['any'] : VOICES),
      )
      .filter(({ weight, label }) => weight !== 0 && !(measure.kind === 'mean' && label === 'neutral')),
  );
}

/** How much a passage tells: strong, prominent, in the outlet’s own words, of what others have less. */
function worthOf(view: View, outlet: string, group: readonly Evidence[]): number {
  const first = group[0] as Evidence;
  const measure = view.measure(first.measure);
  const voice = view.ownVoice(measure);
  const subject = subjectOf(measure, first);
  const mine = view.figure([outlet], measure, subject, voice)?.value ?? 0;
  const theirs = view.figure(view.others(outlet), measure, subject, voice)?.value ?? 0;
  const prominent = first.zone === 'headline' ? 0.5 : first.zone === 'lede' ? 0.25 : 0;
  const own = first.voice === 'outlet' && measure.voices === 'split' ? 1 : 0;
  return Math.min(1, Math.abs(first.weight)) + own + prominent + Math.max(0, mine - theirs);
}

// Sections of the comparison

/**
 * Subjects by outlets, over the first measure of a pass. Parties and the text itself have their rows in the overview already:
 * a section is made of labels and of sources.
 */
export function comparedSection(view: View, pass: Pass): Section | undefined {
  const [first] = pass.measures;
  if (first === undefined || (first.of !== 'label' && first.of !== 'source')) return undefined;
  const { outlets } = view;
  const compared = pass.measures.filter(
    measure => measure === first || typeof measure.shown?.overview === 'string',
  );
  const lineOf = ({ shown, title }: Measure): string => capital(shown?.line || title);
  const rows =
    first.of === 'label'
      ? rivalRows(view, first)
      : compared.flatMap(measure =>
          view
            .subjects(measure)
            .slice(0, MOST_SUBJECTS)
            .map(subject => [
              compared.length === 1
                ? capital(view.name(measure, subject))
                : `${lineOf(measure)}, ${view.name(measure, subject)}`,
              ...outlets.map(outlet => view.figure([outlet], measure, subject) ?? ''),
            ]),
        );
  const { tables, lines } = dense({ head: ['', ...outlets], rows }, { keepColumns: true });
  if (tables.length === 0 && lines.length === 0) return undefined;
  return sectionOf(headingOf(pass), {
    question: pass.question,
    tables,
    charts: shareCharts(view, first, sectionId(headingOf(pass))),
    lines,
    notes: first.of === 'label' ? alikeNote(view, first) : [],
  });
}
