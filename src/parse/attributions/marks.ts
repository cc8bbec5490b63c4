import type { Span } from '../../model/article.js';
import type { Paragraph } from '../../model/doc.js';
import { lowerBound } from '../../model/sorted.js';
import { findSingleRuns, type MarkedRun } from './single-marks.js';

/** A run in its place in a text. */
export interface QuotedRun extends MarkedRun {
  readonly paragraph: number;
  /** Whether it takes up a run left open in the paragraph before. */
  readonly resumes: boolean;
}

type Role = 'open' | 'close' | 'either';

const DOUBLE_MARKS = /["“”]/g;
const FOREIGN_MARK = /[„‟«»‹›‚「」『』〝〞＂]/;
const SPACE_OR_OPENER = /[\s([{—–‒-]/;

/**
 * Finds quotation marks paragraph by paragraph, so that a missing mark spoils one paragraph at most. Straight marks
 * are told by the spaces beside them. A paragraph that leaves a quotation open runs to its end; if the next one
 * begins with a mark, the same speaker goes on there. Of double and single marks the outer ones count.
 */
export function findQuotedRuns(written: string, text: string, paragraphs: readonly Paragraph[]): QuotedRun[] {
  const runs: QuotedRun[] = [];
  const prose = inEnglishMarks(written);
  const double = [...prose.matchAll(DOUBLE_MARKS)].map(({ index }) => index);
  const single = findSingleRuns(prose, paragraphs);
  let left = false;
  for (const paragraph of paragraphs) {
    const found = outermost(runsIn(prose, paragraph, double), single[paragraph.index] ?? []).map(run => ({
      ...run,
      paragraph: paragraph.index,
      resumes: left && run.start === paragraph.start,
    }));
    runs.push(...found);
    left = found.at(-1)?.open ?? false;
  }
  // A mark that is set twice counts whole.
  const isWide = (at: number): boolean => /^(?:''|``|""|““|””)$/.test(text.slice(at, at + 2));
  return runs.map(run => ({
    ...run,
    start: isWide(run.start - 1) ? run.start - 1 : run.start,
    end: !run.open && isWide(run.end - 1) ? run.end + 1 : run.end,
  }));
}

/** A text in which a mark of another language is the English one that does its work. */
function inEnglishMarks(prose: string): string {
  if (!FOREIGN_MARK.test(prose)) return prose;
  return prose
    .replace(/[「『〝‟＂]/g, '“')
    .replace(/[」』〞]/g, '”')
    .replace(/(?<=^|[\s([{—–-])[«‹]|[«‹](?=[\p{L}\p{N}])/gu, '“')
    .replace(/(?<=^|[\s([{—–-])[»›](?=[\p{L}\p{N}])/gu, '“')
    .replace(/[«‹»›]/g, '”')
    .replace(/„([^„“”"\n]{0,2000})[“”"]/g, '“$1”')
    .replaceAll('„', '“')
    .replace(/(?<=^|[\s([{—–-])‚(?=[\p{L}\p{N}])([^‚‘\n]{0,2000})‘/gu, '‘$1’');
}

/** Of runs in double and in single marks those that stand in no other; of two that cross, the double one. */
function outermost(double: readonly MarkedRun[], single: readonly MarkedRun[]): MarkedRun[] {
  if (single.length === 0) return [...double];
  const holds = (a: Span, b: Span): boolean => a.start < b.start && b.end <= a.end;
  const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
  const outer = single.filter(run => double.every(other => !meets(run, other) || holds(run, other)));
  return [...double.filter(run => !outer.some(other => meets(run, other))), ...outer].sort(
    (a, b) => a.start - b.start,
  );
}

/** @param marks offsets of all double marks, in order */
function runsIn(prose: string, { start, end }: Paragraph, marks: readonly number[]): MarkedRun[] {
  const found: MarkedRun[] = [];
  let from = -1;
  for (let m = lowerBound(marks.length, k => marks[k] as number, start); m < marks.length; m++) {
    const i = marks[m] as number;
    if (i >= end) break;
    const role = roleOf(prose, i, start, end);
    if (from < 0) {
      // A closing mark without an opening one is left alone.
      if (role !== 'close') from = i;
    } else if (role !== 'open') {
      found.push({ start: from, end: i + 1, open: false, broken: false });
      from = -1;
    } else if (i > from + 1 && isNested(prose, marks, m, start, end)) {
      // "she called his “plan” a joke" inside a quotation with the same marks: its two marks part nothing.
      m++;
    } else if (i > from + 1) {
      // A second opening mark: the first was never closed.
      found.push({ start: from, end: i, open: true, broken: true });
      from = i;
    }
  }
  // A mark between two spaces that nothing closes may as well have closed what was never opened.
  const opens = from >= 0 && (from === start || /\S/.test(prose.charAt(from + 1)));
  if (opens) found.push({ start: from, end, open: true, broken: false });
  return found;
}

/** Whether the mark `m` opens, the next one closes, and the one after it closes what was open before. */
function isNested(prose: string, marks: readonly number[], m: number, start: number, end: number): boolean {
  return [m + 1, m + 2].every(k => {
    const i = marks[k];
    return i !== undefined && i < end && roleOf(prose, i, start, end) === 'close';
  });
}

/** What a mark does between two paragraph ends, by itself and the letters beside it. */
function roleOf(prose: string, i: number, start: number, end: number): Role {
  const before = i > start ? prose.charAt(i - 1) : ' ';
  const after = i + 1 < end ? prose.charAt(i + 1) : ' ';
  const opens = SPACE_OR_OPENER.test(before);
  switch (prose.charAt(i)) {
    case '“':
      // A mark turned the wrong way.
      if (opens && i > start && /\s/.test(after)) return 'either';
      return !opens && !/[\p{L}\p{N}]/u.test(after) ? 'close' : 'open';
    case '”':
      // Some pages set ” on both sides.
      return i === start || (opens && /\S/.test(prose.charAt(i + 1))) ? 'either' : 'close';
  }
  const closes = /[\s.,;:!?)\]}—–-]/.test(after);
  if (opens && !closes) return 'open';
  if (closes && !opens) return 'close';
  // "... were too , " the minister said": behind a pause, before a small letter, it closed something.
  return /[,.?!]\s$/.test(prose.slice(start, i)) && /^\s\p{Ll}/u.test(prose.slice(i + 1, end))
    ? 'close'
    : 'either';
}
