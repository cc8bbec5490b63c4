import { parse } from '../documents.js';
import { HE_OR_SHE } from '../english/closed-classes.js';
import type { Doc } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import { share } from './rate.js';
import { articleOf } from './rows.js';

/** One annotated document, as in GUM: offsets are into `text`; `entity` is the chain within the document. */
export interface CoreferenceRow {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly entity: string;
    readonly form: 'proper' | 'nominal' | 'pronominal';
    readonly type: string;
  }[];
}

/** The resolver of people against annotated chains (Zeldes 2017): *he* and *she*, as far as it claims to go; intervals are over documents. */
export function evaluateCoreference(rows: readonly CoreferenceRow[], lexicons: Lexicons) {
  const counts = rows.map(row => count(row, parse(articleOf(row.id, row.text), lexicons)));
  return {
    documents: rows.length,
    /** Share right among the pronouns that the resolver answers. */
    pronouns: share(counts, 'right', 'answered'),
    /** Share of the third-person pronouns for a person named before that it answers. */
    answered: share(counts, 'answered', 'all'),
  };
}

function count({ text, mentions }: CoreferenceRow, { people }: Doc) {
  const found = { right: 0, answered: 0, all: 0 };
  for (const pronoun of mentions) {
    const word = text.slice(pronoun.start, pronoun.end).toLowerCase();
    if (pronoun.form !== 'pronominal' || !HE_OR_SHE.has(word)) continue;
    const earlier = mentions.filter(
      ({ entity, end, form }) => entity === pronoun.entity && end <= pronoun.start && form !== 'pronominal',
    );
    if (earlier.length === 0) continue;
    found.all++;
    const answer = people.find(({ span }) => span.start === pronoun.start);
    if (answer === undefined) continue;
    found.answered++;
    const named = people.filter(
      ({ name, pronoun, span }) => name === answer.name && !pronoun && span.end <= answer.span.start,
    );
    if (
      named.some(({ span }) => earlier.some(({ start, end }) => start <= span.start && span.end <= end + 2))
    )
      found.right++;
  }
  return found;
}
