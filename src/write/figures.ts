import { type Figure, type Inline, leavesOf } from '../model/page.js';
import { percent, signed } from '../model/text.js';

/** A figure as every writer prints it. */
export function figureText({ kind, numerator, denominator, value, interval, as }: Figure): string {
  if (kind === 'mean')
    return as === 'count'
      ? signed(value)
      : as === 'full' && interval !== undefined
        ? `${signed(value)} (${signed(interval.low)} to ${signed(interval.high)}; n = ${denominator})`
        : `${signed(value)} (n = ${denominator})`;
  if (as === 'count') return String(numerator);
  const ratio = `${numerator} of ${denominator}`;
  if (as === 'ratio') return ratio;
  if (kind === 'rate') return `${ratio} (${(1000 * value).toFixed(1)} per 1,000)`;
  return interval === undefined
    ? ratio
    : `${ratio} (${percent(interval.low).slice(0, -1)} to ${percent(interval.high)})`;
}

/** The text of a stretch of a page, its marks and links dropped. */
export const plainText = (inline: Inline): string =>
  leavesOf(inline)
    .map(leaf => (typeof leaf === 'string' ? leaf : figureText(leaf)))
    .join('');

/** Every figure of a stretch of a page, in order. */
export const figuresIn = (inline: Inline): Figure[] =>
  leavesOf(inline).filter(leaf => typeof leaf !== 'string');
