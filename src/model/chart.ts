/** A chart as data: every number in it also stands as text in a page. */
export type Chart = StackedChart | DotChart;
interface ChartBase {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}
export interface StackedChart extends ChartBase {
  readonly kind: 'stacked';
  readonly legend: readonly string[];
  readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[];
  readonly unit: string;
}
export interface DotChart extends ChartBase {
  readonly kind: 'dots';
  readonly panels: readonly {
    readonly title: string;
    readonly low: number;
    readonly high: number;
    readonly format: 'percent' | 'signed' | 'count';
    readonly rows: readonly {
      readonly label: string;
      readonly value: number;
      readonly interval?: { readonly low: number; readonly high: number };
      readonly text: string;
    }[];
  }[];
}
