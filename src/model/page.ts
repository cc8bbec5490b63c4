import type { Voice } from './article.js';
import type { Chart } from './chart.js';
import type { Evidence, Measure } from './evidence.js';
import type { Estimate, Interval } from './profile.js';

/** What a page says: text, marked text, links and figures; every writer prints them in its own way. */
export type Inline = string | Marked | Link | Figure | readonly Inline[];

export const isList = (inline: Inline): inline is readonly Inline[] => Array.isArray(inline);

/** The texts and figures of a stretch of a page in their order, its marks and links dropped. */
export function leavesOf(inline: Inline): (string | Figure)[] {
  if (typeof inline === 'string') return [inline];
  if (isList(inline)) return inline.flatMap(leavesOf);
  return 'numerator' in inline ? [inline] : leavesOf(inline.inner);
}

interface Marked {
  readonly mark: 'strong' | 'emphasis' | 'struck' | 'code';
  readonly inner: Inline;
}

interface Link {
  /** Relative to the page: a file, a section of it (`file#section`), or a section of the page itself (`#section`). */
  readonly to: string;
  readonly inner: Inline;
}

/** A number that is not yet text: what it is, and what it is made of. */
export interface Figure
  extends Pick<Estimate, 'measure' | 'subject' | 'numerator' | 'denominator' | 'value'> {
  /** `attributed` is `indirect` and `direct` pooled. */
  readonly voice: Voice | 'any' | 'attributed';
  /** Whose articles are pooled. */
  readonly outlets: readonly string[];
  readonly kind: Measure['kind'];
  /** 95%; unset below the smallest denominator, and where outlets are pooled. */
  readonly interval?: Interval;
  /**
   * `count`: the numerator alone; `ratio`: with its denominator, a mean with its number of cases; `full`: with its interval too, a
   * rate per thousand.
   */
  readonly as: 'count' | 'ratio' | 'full';
}

/** A table; the first cell of a row is its name. */
export interface Table {
  readonly head: readonly Inline[];
  readonly rows: readonly (readonly Inline[])[];
}

/** A passage of an article as a page shows it, with what was observed there. */
export interface Excerpt {
  /** What was observed; empty for a passage that stands for nothing but itself. */
  readonly tag: Inline;
  /** The sentence, cut around the matched words where it is long, and those marked. */
  readonly text: Inline;
  readonly outlet: string;
  /** The article's title, where an outlet has several. */
  readonly title?: string;
  readonly line: number;
  /** Whose words, where not the outlet's own. */
  readonly whose?: string;
  readonly evidence: readonly Evidence[];
  /** The same for all excerpts from one sentence, wherever it stands. */
  readonly sentence: string;
}

/** One thing a page has to say, with what it rests on. */
export interface Finding {
  /** The higher, the more telling; comparable within a page. */
  readonly rank: number;
  readonly text: Inline;
  readonly excerpt?: Excerpt;
  /** The section that has more. */
  readonly section?: string;
  readonly evidence: readonly Evidence[];
}

export interface Section {
  /** The fragment by which links lead here: the slug of the title. */
  readonly id: string;
  readonly title: string;
  readonly question?: string;
  readonly lead: readonly Inline[];
  readonly findings: readonly Finding[];
  readonly tables: readonly Table[];
  readonly charts: readonly Chart[];
  /** What is told in lines rather than in a table. */
  readonly lines: readonly Inline[];
  readonly passages: readonly Excerpt[];
  /** How many of them a page shows at most. */
  readonly most: number;
  /** How many more passages, or lines where it has none, the data have. */
  readonly more: number;
  /** What was found and is not shown, since too much like it is wrong. */
  readonly setAside: number;
  /** Of a sample of such evidence, how many pieces people judged and the share that they called right, in [0, 1]. */
  readonly judged?: { readonly value: number; readonly n: number };
  /** The file that has them, relative to the page. */
  readonly data: string;
  readonly notes: readonly Inline[];
}

export interface Page {
  readonly kind: 'outlet' | 'comparison' | 'method';
  /** Its file without an extension, which each writer adds. */
  readonly file: string;
  /** Set for the page of an outlet. */
  readonly outlet?: string;
  readonly title: Inline;
  /** The headlines of the articles, where the page opens with them. */
  readonly titles?: readonly string[];
  readonly lead: readonly Inline[];
  readonly sections: readonly Section[];
}
