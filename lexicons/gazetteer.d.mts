/** ISO 3166-1 codes of the members and observers of the United Nations. */
export const STATES: readonly string[];
/** How packages call a country. */
export function namesOf(code: string): string[];
/** The files that `npm run gazetteer` writes, by path under `lexicons`. */
export function render(): Map<string, string>;
