import type { Span } from '../../model/article.js';
import type { Paragraph } from '../../model/doc.js';
import { lowerBound } from '../../model/sorted.js';

/** A run of text between quotation marks; the span includes the marks that are there. */
export interface QuotedRun extends Span {
  readonly paragraph: number;
  /** Whether the closing mark is missing: the speaker goes on in the next paragraph, or the mark was forgotten. */
  readonly open: boolean;
  /** Whether it takes up a run left open in the paragraph before. */
  readonly resumes: boolean;
  readonly single: boolean;
}

type Role = 'open' | 'close' | 'either';

const DOUBLE_MARKS = /["“”„‟«»]/g;
const SINGLE_MARKS = /['‘’]/g;
const SPACE_OR_OPENER = /[\s([{—–‒-]/;

/**
 * Finds quotation marks paragraph by paragraph, so that a missing mark spoils one paragraph at most. Straight marks
 * are told by the spaces beside them. A paragraph that leaves a quotation open runs to its end; if the next one
 * begins with a mark, the same speaker goes on there.
 *
 * Single marks count in headlines, and where a text has no double ones.
 */
export function findQuotedRuns(prose: string, text: string, paragraphs: readonly Paragraph[]): QuotedRun[] {
  const runs: QuotedRun[] = [];
  const double = [...prose.matchAll(DOUBLE_MARKS)].map(({ index }) => index);
  let single: number[] | undefined;
  let left = false;
  for (const paragraph of paragraphs) {
    let found = runsIn(prose, paragraph, double, false, left);
    if (found.length === 0 && (paragraph.zone === 'headline' || double.length === 0)) {
      single ??= [...prose.matchAll(SINGLE_MARKS)].map(({ index }) => index);
      found = runsIn(prose, paragraph, single, true, left);
    }
    runs.push(...found);
    left = found.at(-1)?.open ?? false;
  }
  // A typewriter's mark of two characters counts whole.
  const isWide = (at: number): boolean => /^(?:''|``)$/.test(text.slice(at, at + 2));
  return runs.map(run => ({
    ...run,
    start: isWide(run.start - 1) ? run.start - 1 : run.start,
    end: !run.open && isWide(run.end - 1) ? run.end + 1 : run.end,
  }));
}

/** @param marks offsets of all marks of the kind, in order */
function runsIn(
  prose: string,
  paragraph: Paragraph,
  marks: readonly number[],
  single: boolean,
  resumed: boolean,
): QuotedRun[] {
  const { start, end, index } = paragraph;
  const found: QuotedRun[] = [];
  const runAt = (a: number, b: number, open: boolean): QuotedRun => ({
    start: a,
    end: b,
    paragraph: index,
    open,
    resumes: resumed && a === start,
    single,
  });
  let from = -1;
  for (let m = lowerBound(marks.length, k => marks[k] as number, start); m < marks.length; m++) {
    const i = marks[m] as number;
    if (i >= end) break;
    const role = roleOf(prose, i, start, end);
    if (role === undefined) continue;
    if (from < 0) {
      // A closing mark without an opening one is left alone.
      if (role !== 'close') from = i;
    } else if (role !== 'open') {
      found.push(runAt(from, i + 1, false));
      from = -1;
    } else if (i > from + 1 && isNested(prose, marks, m, start, end)) {
      // "she called his “plan” a joke" inside a quotation with the same marks: its two marks part nothing.
      m++;
    } else if (i > from + 1) {
      // A second opening mark: the first was never closed. What it opened ends where its sentence did.
      from = i;
    }
  }
  if (from >= 0 && !single) found.push(runAt(from, end, true));
  return found;
}

/** Whether the mark `m` opens, the next one closes, and the one after it closes what was open before. */
function isNested(prose: string, marks: readonly number[], m: number, start: number, end: number): boolean {
  return [m + 1, m + 2].every(k => {
    const i = marks[k];
    return i !== undefined && i < end && prose.charAt(i) === '”' && roleOf(prose, i, start, end) === 'close';
  });
}

/** What a mark does between two paragraph ends, by itself and the letters beside it. */
function roleOf(prose: string, i: number, start: number, end: number): Role | undefined {
  const mark = prose.charAt(i);
  const before = i > start ? prose.charAt(i - 1) : ' ';
  const after = i + 1 < end ? prose.charAt(i + 1) : ' ';
  const opens = SPACE_OR_OPENER.test(before);
  switch (mark) {
    case '“':
      // The closing mark of „…“, and a mark turned the wrong way.
      return !opens && !/[\p{L}\p{N}]/u.test(after) ? 'close' : 'open';
    case '«':
    case '„':
    case '‟':
    case '‘':
      return 'open';
    case '”':
      // Some pages set ” on both sides.
      return i === start || (opens && /\S/.test(prose.charAt(i + 1))) ? 'either' : 'close';
    case '»':
      return 'close';
    case '"': {
      const closes = /[\s.,;:!?)\]}—–-]/.test(after);
      return opens && !closes ? 'open' : closes && !opens ? 'close' : 'either';
    }
  }
  // An apostrophe inside a word is no mark; one after s may be a plural's, and closes all the same where a mark is open.
  if (/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) return undefined;
  return mark === "'" && opens && /\S/.test(after) ? 'open' : 'close';
}
