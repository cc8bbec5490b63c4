import { createRequire } from 'node:module';

/** AFINN-165 (Nielsen 2011) as the package `sentiment` has it: the general list of polarity, which has no file of its own. */
export const AFINN = {
  id: 'afinn-165',
  title: 'AFINN-165 (Nielsen 2011), from the package sentiment',
  path: 'sentiment/languages/en/labels.json',
} as const;

let valences: ReadonlyMap<string, number> | undefined;

/** Its valences by word. */
export function valencesOfAfinn(): ReadonlyMap<string, number> {
  valences ??= new Map(Object.entries(createRequire(import.meta.url)(AFINN.path) as Record<string, number>));
  return valences;
}
