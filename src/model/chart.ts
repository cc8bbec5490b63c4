/** A chart as data: every number in it also stands as text in a page. */
export type Chart = StackedChart | DotChart;

interface ChartBase {
  /** File name without `.svg`: lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  /** One sentence for readers who do not see it: what is shown and the most telling values. */
  readonly description: string;
}

/** Shares of a whole, a bar an outlet: rival terms, speakers. */
export interface StackedChart extends ChartBase {
  readonly kind: 'stacked';
  /** What the segments of each bar stand for, in their order; from the eighth on they are summed if there are more. */
  readonly legend: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    /** By legend entry. */
    readonly counts: readonly number[];
  }[];
  /** What the counts count, plural: "namings". */
  readonly unit: string;
}

/** Values with 95% intervals, a dot each, grouped in panels with one axis each. */
export interface DotChart extends ChartBase {
  readonly kind: 'dots';
  readonly panels: readonly {
    readonly title: string;
    /** Where the axis begins and ends; what lies beyond is drawn at its end. */
    readonly low: number;
    readonly high: number;
    /** How numbers on the axis read: `percent` shows a proportion of 0.25 as "25%". */
    readonly format: 'percent' | 'signed' | 'count';
    readonly rows: readonly {
      readonly label: string;
      readonly value: number;
      /** Unset where there are too few cases for an interval. */
      readonly interval?: { readonly low: number; readonly high: number };
      /** The figure as text, "3 of 4". */
      readonly text: string;
    }[];
  }[];
}
