import { byText } from '../model/collections.js';
import type { Evidence } from '../model/evidence.js';
import type { Excerpt, Page } from '../model/page.js';

/** Ids by evidence, as `data/evidence.jsonl` gives them; empty where no such file is written. */
export type EvidenceIds = ReadonlyMap<Evidence, string>;

/** In the order of the file, which is that of the articles: `e214` is its line 214. */
export function idsOf(evidence: readonly Evidence[]): EvidenceIds {
  const sorted = evidence.toSorted(
    (a, b) =>
      byText(a.article, b.article) ||
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      byText(a.measure, b.measure) ||
      byText(a.subject, b.subject),
  );
  return new Map(sorted.map((each, i) => [each, `e${i + 1}`]));
}

/** Where an excerpt stands, and whose words it has: what the page itself says is not repeated. */
export function placeOf({ outlet, title, line, whose }: Excerpt, page: Page): string {
  return [
    ...(whose === undefined ? [] : [whose]),
    ...(page.outlet === outlet ? [] : [outlet]),
    ...(title === undefined ? [] : [`“${title}”`]),
    `line ${line}`,
  ].join(', ');
}

/** The id of the first piece of evidence at an excerpt, under which the others stand too. */
export const addressOf = ({ evidence }: Excerpt, ids: EvidenceIds | undefined): string[] =>
  evidence.flatMap(each => ids?.get(each) ?? []).slice(0, 1);
