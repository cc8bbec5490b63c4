/**
 * A name as an id or a file name: lower-case ASCII letters, digits and hyphens, accents folded. Empty for a name
 * without Latin letters or digits.
 */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** The slug of a name, numbered if `taken` has it already; it is added there. */
export function freshSlug(name: string, taken: Set<string>, otherwise: string): string {
  const plain = slugOf(name) || otherwise;
  let free = plain;
  for (let n = 2; taken.has(free); n++) free = `${plain}-${n}`;
  taken.add(free);
  return free;
}
