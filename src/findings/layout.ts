import { addCount, sum } from '../model/collections.js';
import type { Excerpt, Finding, Inline, Page, Section, Table } from '../model/page.js';
import { sentenceKey } from './excerpts.js';
import { sectionId, sectionOf } from './section.js';
import { isBlank, joined, wordsIn } from './view.js';
import { capital } from './words.js';

/** Fewer cells with content are no table. */
const LEAST_CELLS = 3;
/** Of the cells of a table, so many at most may be blank or zero. */
const MOST_BLANK = 0.05;
/** A page shows a sentence no oftener. */
const MOST_REPEATS = 2;

/**
 * A table without the rows and columns that are blank or zero in too many cells; what those have is told in lines, so that
 * no table is a field of dashes.
 *
 * @param keep columns: only rows go, as where the columns are outlets; so many rows, the first ones, stay whatever they lack
 */
export function dense(
  { head, rows }: Table,
  { keepColumns = false, keepRows = 0 } = {},
): { readonly tables: Table[]; readonly lines: Inline[] } {
  let kept = rows.filter(([, ...cells]) => !cells.every(isBlank));
  let columns = [...head.keys()].slice(1).filter(c => kept.some(row => !isBlank(row[c] ?? '')));
  /** What goes, with its place in the table. */
  const gone: { readonly at: number; readonly line: Inline }[] = [];
  const rowLine = (row: readonly Inline[]): Inline =>
    lineOf(
      row[0] ?? '',
      columns.map(c => [head[c] ?? '', row[c] ?? '']),
    );
  const columnLine = (c: number): Inline =>
    lineOf(
      head[c] ?? '',
      kept.map(row => [row[0] ?? '', row[c] ?? '']),
    );
  const linesOf = (): Inline[] => gone.toSorted((a, b) => a.at - b.at).map(({ line }) => line);
  const isKept = (row: readonly Inline[]): boolean => rows.indexOf(row) < keepRows;
  for (;;) {
    const blanks = (row: readonly Inline[]): number => columns.filter(c => isBlank(row[c] ?? '')).length;
    const blanksIn = (c: number): number => kept.filter(row => isBlank(row[c] ?? '')).length;
    const all = kept.length * columns.length;
    const blank = sum(kept.map(blanks));
    if (all - blank < LEAST_CELLS) {
      gone.push(...kept.map(row => ({ at: rows.indexOf(row), line: rowLine(row) })));
      return { tables: [], lines: linesOf() };
    }
    if (blank <= MOST_BLANK * all) break;
    const sparsest = kept.toSorted(
      (x, y) => Number(isKept(x)) - Number(isKept(y)) || blanks(y) - blanks(x),
    )[0] as readonly Inline[];
    const emptiest = columns.toSorted((x, y) => blanksIn(y) - blanksIn(x))[0] as number;
    const isEmptier = blanksIn(emptiest) / kept.length > blanks(sparsest) / columns.length;
    if (!keepColumns && (isKept(sparsest) || isEmptier)) {
      columns = columns.filter(c => c !== emptiest);
      gone.push({ at: emptiest - head.length, line: columnLine(emptiest) });
      // What a row had in that column alone is told there.
      kept = kept.filter(row => columns.some(c => !isBlank(row[c] ?? '')));
    } else {
      kept = kept.filter(row => row !== sparsest);
      gone.push({ at: rows.indexOf(sparsest), line: rowLine(sparsest) });
    }
  }
  const shown = [0, ...columns];
  const cut = (row: readonly Inline[]): Inline[] => shown.map(c => row[c] ?? '');
  return { tables: [{ head: cut(head), rows: kept.map(cut) }], lines: linesOf() };
}

/** `harms as agent: The Harbour Gazette 4 of 5; The Pilot 1 of 3`. */
const lineOf = (name: Inline, cells: readonly (readonly [Inline, Inline])[]): Inline => [
  typeof name === 'string' ? capital(name) : name,
  ': ',
  ...joined(
    cells.flatMap(([of, cell]) => (isBlank(cell) ? [] : [[of, ' ', cell]])),
    '; ',
  ),
];

const wordsInExcerpt = ({ tag, text, title = '', outlet, whose = '' }: Excerpt): number =>
  wordsIn([tag, text, title, outlet, whose]) + 5;

const wordsInFinding = ({ text, excerpt }: Finding): number =>
  wordsIn(text) + (excerpt === undefined ? 0 : wordsInExcerpt(excerpt)) + 3;

/** About how many words a section has in print. */
const wordsInSection = (section: Section): number =>
  4 +
  wordsIn(section.title) +
  wordsIn(section.question ?? '') +
  wordsIn(section.lead) +
  sum(section.findings.map(wordsInFinding)) +
  sum(section.tables.map(({ head, rows }) => wordsIn([head, ...rows]))) +
  sum(section.lines.map(line => wordsIn(line) + 1)) +
  sum(section.passages.map(wordsInExcerpt)) +
  sum(section.charts.map(({ title }) => wordsIn(title) + 2)) +
  (section.setAside > 0 ? 6 : 0) +
  (section.judged === undefined ? 0 : 11) +
  wordsIn(section.notes);

/**
 * The page with as many of its lines and passages as fit, and no sentence more than twice.
 * Sections give theirs in the order of their worth; each gets its first before any gets a second.
 *
 * @param most words of the page, about
 */
export function fitted(
  {
    sections: given,
    ...opening
  }: Omit<Page, 'sections'> & { readonly sections: readonly (Section | undefined)[] },
  most: number,
): Page {
  const all = given.filter(each => each !== undefined);
  const page: Page = { ...opening, sections: [...all.filter(hasContent), ...unseen(all)] };
  // The headlines open the page.
  const shown = new Map(page.titles?.map(title => [sentenceKey(title), 1]));
  const times = ({ sentence }: Excerpt): number => shown.get(sentence) ?? 0;
  const show = (each: Excerpt): void => addCount(shown, each.sentence);
  for (const { findings } of page.sections) for (const { excerpt } of findings) if (excerpt) show(excerpt);
  let words =
    wordsIn(page.title) +
    wordsIn(page.lead) +
    sum(
      page.sections.map(section => wordsInSection({ ...section, lines: fixedLines(section), passages: [] })),
    );
  const chosen = page.sections.map(section => ({
    section,
    lines: [...fixedLines(section)],
    passages: new Set<Excerpt>(),
  }));
  // Of what was observed another sentence does as well; edits and omissions have but one, and come first.
  const inTurn = chosen.toSorted(
    ({ section: a }, { section: b }) => Number(isObserved(a.passages[0])) - Number(isObserved(b.passages[0])),
  );
  const rounds = Math.max(0, ...page.sections.map(({ lines, most }) => Math.max(lines.length, most)));
  for (let round = 0; round < rounds; round++)
    for (const { section, lines, passages } of inTurn) {
      const line = section.tables.length > 0 ? undefined : section.lines[round];
      if (line !== undefined && words + wordsIn(line) + 1 <= most) {
        lines.push(line);
        words += wordsIn(line) + 1;
      }
      if (round >= section.most) continue;
      const [passage] = section.passages
        .filter(each => times(each) < MOST_REPEATS && words + wordsInExcerpt(each) <= most)
        .filter(each => !passages.has(each))
        .toSorted((a, b) => (isObserved(a) ? times(a) - times(b) : 0));
      if (passage === undefined) continue;
      show(passage);
      passages.add(passage);
      words += wordsInExcerpt(passage);
    }
  const sections = chosen.map(({ section, lines, passages: shown }) => {
    const passages = section.passages.filter(each => shown.has(each));
    const listed = section.passages.length > 0 ? passages.length : lines.length;
    return { ...section, lines, passages, more: Math.max(0, section.more - listed) };
  });
  return { ...page, sections: withLinks(sections.filter(hasContent)) };
}

/** What was found and is in no section, since all of its kind is too uncertain to be shown. */
function unseen(sections: readonly Section[]): Section[] {
  const counts = sections
    .filter(section => !hasContent(section) && section.setAside > 0)
    .map(({ title, setAside }) => `${title} ${setAside}`);
  if (counts.length === 0) return [];
  const line = `Found, but not sure enough to be shown: ${counts.join('; ')}. All of it is in the data, with how sure it is.`;
  return [sectionOf('Set aside', { lead: [line] })];
}

/** Lines that tell what a table has no room for are a part of it. */
const fixedLines = ({ tables, lines }: Section): readonly Inline[] => (tables.length > 0 ? lines : []);

const isObserved = (passage: Excerpt | undefined): boolean =>
  passage === undefined || passage.evidence.length > 0;

/** A lead alone is a section only if it says all there is: not where it leads to what is set aside. */
const hasContent = ({ lead, findings, tables, charts, lines, passages, setAside }: Section): boolean =>
  [findings, tables, charts, lines, passages].some(each => each.length > 0) ||
  (lead.length > 0 && setAside === 0);

/** Findings name the sections that have more; those that a page does not have are not linked. */
function withLinks(sections: readonly Section[]): Section[] {
  const ids = new Set(sections.map(({ id }) => id));
  return sections.map(section => ({
    ...section,
    findings: section.findings.map(({ section: named, ...finding }) => {
      const id = named === undefined ? '' : sectionId(named);
      return ids.has(id) ? { ...finding, section: `#${id}` } : finding;
    }),
  }));
}
