import type { Report } from './profile.js';
import type { Change, EditGrounds, EditKind } from './story.js';

/** An edit of shared copy that is worth a line, and how often such an edit is right. */
export interface ListedEdit {
  readonly change: Change;
  /** Unset where nobody judged such edits. */
  readonly confidence: number | undefined;
}

/** The measure under which readers judge edits. */
export const EDIT = 'copy.edit';

const UNLISTED: ReadonlySet<EditKind> = new Set(['minor', 'moved', 'style']);

/** Two reporters write like sentences of one thing; that is no edit. Nor is every word that an editor puts otherwise worth a line. */
const HARDLY_EDITS: ReadonlySet<EditGrounds> = new Set(['like sentences', 'one text, of words']);

/** The edits of all outlets, or of one, the most telling first. Of a quotation two reporters may have written down different words. */
export const editsOf = ({ copy, confidence }: Report, outlet?: string): ListedEdit[] =>
  (outlet === undefined ? copy.changes() : (copy.outletChanges().get(outlet) ?? []))
    .filter(({ kind, quoted, grounds }) => !UNLISTED.has(kind) && !quoted && !HARDLY_EDITS.has(grounds))
    .map(change => ({ change, confidence: confidence(EDIT, change.grounds) }));
