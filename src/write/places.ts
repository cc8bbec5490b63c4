import { byText } from '../model/collections.js';
import type { Evidence } from '../model/evidence.js';
import type { Excerpt, Inline, Page, Section } from '../model/page.js';
import { percent } from '../model/text.js';

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
function placeOf({ outlet, title, line, whose }: Excerpt, page: Page): string {
  return [
    ...(whose === undefined ? [] : [whose]),
    ...(page.outlet === outlet ? [] : [outlet]),
    ...(title === undefined ? [] : [`“${title}”`]),
    `line ${line}`,
  ].join(', ');
}

/** A passage with its place. */
export const quotation = (excerpt: Excerpt, page: Page, ids?: EvidenceIds): Inline => [
  excerpt.text,
  ` (${placeOf(excerpt, page)}`,
  ...addressOf(excerpt, ids).map((id): Inline => [', ', { mark: 'code', inner: id }]),
  ')',
];

/** The same after what was observed there; what has marks of its own needs no more of them. */
export const excerptText = (excerpt: Excerpt, page: Page, ids?: EvidenceIds): Inline => {
  const { tag } = excerpt;
  const marked: Inline = typeof tag === 'string' ? { mark: 'emphasis', inner: tag } : tag;
  return [tag === '' ? '' : [marked, ': '], quotation(excerpt, page, ids)];
};

/**
 * What a section does not show: what more there is, where there are data beside it, what is set aside, and how often people called right
 * what it does show.
 */
export function restOf({ more, setAside, judged, data }: Section, hasData: boolean): Inline[] {
  const rest: Inline[] = [
    ...(more > 0 && hasData
      ? [[`${more} more ${more === 1 ? 'is' : 'are'} listed in `, { to: data, inner: data }, '.']]
      : []),
    ...(setAside > 0 ? [`${setAside} set aside as less certain.`] : []),
    ...(judged === undefined
      ? []
      : [`Readers called ${percent(judged.value)} of a sample right (n = ${judged.n}).`]),
  ];
  return rest.flatMap((each, i): Inline[] => (i === 0 ? [each] : [' ', each]));
}

/** The id of the first piece of evidence at an excerpt, under which the others stand too. */
const addressOf = ({ evidence }: Excerpt, ids: EvidenceIds | undefined): string[] =>
  evidence.flatMap(each => ids?.get(each) ?? []).slice(0, 1);
