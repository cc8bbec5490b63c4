import type { Figure, Inline } from '../model/page.js';
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
export function plainText(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if (Array.isArray(inline)) return inline.map(plainText).join('');
  const part = inline as Exclude<Inline, string | readonly Inline[]>;
  return 'numerator' in part ? figureText(part) : plainText(part.inner);
}

/** Every figure of a stretch of a page, in order. */
export function figuresIn(inline: Inline): Figure[] {
  if (typeof inline === 'string') return [];
  if (Array.isArray(inline)) return inline.flatMap(figuresIn);
  const part = inline as Exclude<Inline, string | readonly Inline[]>;
  return 'numerator' in part ? [part] : figuresIn(part.inner);
}
