import type { Chart } from '../model/chart.js';
export const svgOf = (chart: Chart): string => JSON.stringify(chart);
