import { type Absence, absencesOf, countedTest } from '../model/absences.js';
import type { ArticleTexts, Voice } from '../model/article.js';
import { addCount, byCount, getOrAdd, lazily, sum } from '../model/collections.js';
import type { Evidence, Measure } from '../model/evidence.js';
import { type Figure, type Inline, leavesOf, type Section } from '../model/page.js';
import { type Estimate, LEAST_CASES, type Report } from '../model/profile.js';
import { partyName, subjectName } from '../model/saying.js';
import { type CoverageItem, isAbsent } from '../model/story.js';

export const ATTRIBUTED: readonly Voice[] = ['indirect', 'direct'];

/** Whether evidence says something of somebody. */
const claims = ({ weight, label }: Evidence): boolean => weight !== 0 && label !== 'neutral';

/** A report as the pages ask it: estimates and subjects looked up, figures and names made. */
export class View {
  readonly report: Report;
  readonly texts: ArticleTexts;
  readonly outlets: readonly string[];
  /** Of all passes, in their order. */
  readonly measures: readonly Measure[];
  readonly #estimates = new Map<string, Estimate>();
  /** By outlet, what it does not have and others do, the most telling first. */
  readonly absences: () => ReadonlyMap<string, readonly Absence[]>;
  readonly #counts: ReturnType<typeof countedTest>;
  readonly #measures: ReadonlyMap<string, Measure>;
  readonly #subjects = new Map<string, Map<string, number>>();

  constructor(report: Report, texts: ArticleTexts) {
    this.report = report;
    this.texts = texts;
    this.outlets = report.profiles.map(({ outlet }) => outlet);
    this.absences = lazily(() => absencesOf(report));
    this.#counts = countedTest(report);
    this.measures = report.passes.flatMap(({ measures }) => measures);
    this.#measures = new Map(this.measures.map(each => [each.id, each]));
    for (const { outlet, estimates } of report.profiles)
      for (const each of estimates) {
        this.#estimates.set([outlet, each.measure, each.subject, each.voice].join('\t'), each);
        if (each.evidence.length === 0) continue;
        const subjects = getOrAdd(this.#subjects, each.measure, () => new Map<string, number>());
        addCount(subjects, each.subject, each.evidence.length);
      }
  }

  estimate(outlet: string, measure: Measure, subject: string, voice: Voice | 'any'): Estimate | undefined {
    return this.#estimates.get([outlet, measure.id, subject, voice].join('\t'));
  }

  measure(id: string): Measure {
    return this.#measures.get(id) as Measure;
  }

  /** Ids of the subjects of a measure that anybody has evidence for, most evidence first. */
  subjects({ id }: Measure): string[] {
    return [...(this.#subjects.get(id) ?? [])].toSorted(byCount).map(([subject]) => subject);
  }

  /** Outlets but for one, in the order of the report. */
  others(outlet: string): string[] {
    return this.outlets.filter(each => each !== outlet);
  }

  /** The voice in which a measure is an outlet’s own: all where the measure does not tell voices apart. */
  ownVoice({ voices }: Measure): Voice | 'any' {
    return voices === 'any' ? 'any' : 'outlet';
  }

  evidence(
    outlet: string,
    measure: Measure,
    subject: string,
    voices: readonly (Voice | 'any')[],
  ): Evidence[] {
    return voices.flatMap(voice => this.estimate(outlet, measure, subject, voice)?.evidence ?? []);
  }

  /** The figure of one outlet, or of several pooled; nothing where none has a denominator. */
  figure(
    outlets: readonly string[],
    measure: Measure,
    subject: string,
    voice: Figure['voice'] = this.ownVoice(measure),
    as: Figure['as'] = 'ratio',
  ): Figure | undefined {
    const voices = voice === 'attributed' ? ATTRIBUTED : [voice];
    const found = outlets.flatMap(outlet =>
      voices.flatMap(each => this.estimate(outlet, measure, subject, each) ?? []),
    );
    const denominator = sum(found.map(each => each.denominator));
    if (denominator === 0) return undefined;
    // A mean of mentions that nobody is seen to judge would be noise, to two decimals.
    if (measure.kind === 'mean' && !found.some(({ evidence }) => evidence.some(claims))) return undefined;
    const numerator = sum(found.map(each => each.numerator));
    const [only, second] = found;
    const enough = second === undefined && only !== undefined && only.cases >= LEAST_CASES;
    return {
      measure: measure.id,
      subject,
      voice,
      outlets,
      kind: measure.kind,
      numerator,
      denominator,
      value: numerator / denominator,
      ...(enough && { interval: { low: only.low, high: only.high } }),
      as,
    };
  }

  /** The same where it is not zero. */
  shownFigure(...asked: Parameters<View['figure']>): Figure | undefined {
    const figure = this.figure(...asked);
    return figure === undefined || isBlank(figure) ? undefined : figure;
  }

  /** The figures of some subjects that are not zero, the greatest numerator first. */
  figuresOf(
    outlets: readonly string[],
    measure: Measure,
    subjects: readonly string[],
    voice: Figure['voice'],
    as?: Figure['as'],
  ): Figure[] {
    return subjects
      .flatMap(subject => this.shownFigure(outlets, measure, subject, voice, as) ?? [])
      .toSorted((a, b) => b.numerator - a.numerator);
  }

  /** The figure of each outlet that has a denominator. */
  figuresByOutlet(measure: Measure, subject: string, voice?: Figure['voice'], as?: Figure['as']) {
    return this.outlets.flatMap(outlet => {
      const figure = this.figure([outlet], measure, subject, voice, as);
      return figure === undefined ? [] : [{ outlet, figure }];
    });
  }

  /** In how many places something was seen that is not sure enough to be shown. */
  setAside(outlet: string, measures: readonly Measure[]): number {
    const ids = new Set(measures.map(({ id }) => id));
    const all = this.report.profiles.find(each => each.outlet === outlet)?.setAside ?? [];
    const telling = all.filter(each => ids.has(each.measure) && claims(each));
    return new Set(telling.map(({ article, span }) => `${article}\t${span.start}`)).size;
  }

  /** How often people called evidence of some measures right; nothing where nobody has judged any. */
  judged(measures: readonly Pick<Measure, 'id'>[]): Pick<Section, 'judged'> {
    const ids = new Set(measures.map(({ id }) => id));
    const figures = this.report.accuracy.filter(({ measure }) => measure !== undefined && ids.has(measure));
    const n = sum(figures.map(each => each.n));
    return n === 0 ? {} : { judged: { value: sum(figures.map(each => each.n * each.value)) / n, n } };
  }

  /** The outlets of which it can be said that they do not have an item: no page counts it there either. */
  absentIn(item: CoverageItem): string[] {
    const { outlets } = this.report.coverage;
    return outlets.filter((outlet, o) => isAbsent(item, o) && !this.#counts(outlet, item));
  }

  /** What a subject is called on a page. */
  name({ of }: Pick<Measure, 'of'>, subject: string): string {
    return subjectName(this.report.lexicons, of, subject);
  }

  party(id: string): string {
    return partyName(this.report.lexicons, id);
  }

  gloss(concept: string): string {
    return this.report.lexicons.concepts.get(concept)?.gloss ?? concept;
  }
}

export const strong = (inner: Inline): Inline => ({ mark: 'strong', inner });
export const struck = (inner: Inline): Inline => ({ mark: 'struck', inner });
export const code = (inner: string): Inline => ({ mark: 'code', inner });
export const link = (to: string, inner: Inline): Inline => ({ to, inner });

/** Items with something between them. */
export const joined = (items: readonly Inline[], between = ', '): Inline[] =>
  items.flatMap((item, i) => (i === 0 ? [item] : [between, item]));

/** The words of a stretch of text, about: a figure counts as three, with its interval as seven. */
export function wordsIn(inline: Inline): number {
  return sum(
    leavesOf(inline).map(leaf =>
      typeof leaf === 'string' ? (leaf.match(/\S+/g)?.length ?? 0) : WORDS_OF_FIGURE[leaf.as],
    ),
  );
}

const WORDS_OF_FIGURE: Readonly<Record<Figure['as'], number>> = { count: 1, ratio: 3, full: 7 };

/** Whether a cell says nothing, or only that something is zero. */
export const isBlank = (cell: Inline): boolean =>
  leavesOf(cell).every(leaf =>
    typeof leaf === 'string'
      ? /^[\s/–-]*$/.test(leaf)
      : (leaf.kind === 'mean' ? leaf.denominator : leaf.numerator) === 0,
  );

/** What the other outlets have, behind an outlet’s own figure. */
export const theirsOf = (theirs: Figure | undefined): Inline =>
  theirs === undefined ? '' : [' (others: ', theirs, ')'];
