import { createHash } from 'node:crypto';
import { slugOf } from '../model/slug.js';

/** Names that our own files or Windows have taken. */
const TAKEN = /^(?:comparison|method|charts|data|readme|index|con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * A file name for each name, safe in any folder: small ASCII letters, digits and hyphens, at most 80 of them. Where
 * that says nothing, or says the same of two names, a short digest of the name is added.
 */
export function fileNames(names: readonly string[]): Map<string, string> {
  const plain = names.map(name => slugOf(name).slice(0, 80));
  return new Map(
    names.map((name, i) => {
      const slug = plain[i] as string;
      const alone = slug !== '' && !TAKEN.test(slug) && plain.indexOf(slug) === plain.lastIndexOf(slug);
      const digest = createHash('sha256').update(name).digest('hex').slice(0, 6);
      return [name, alone ? slug : [slug, digest].filter(part => part !== '').join('-')];
    }),
  );
}
