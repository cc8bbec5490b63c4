import type { Paragraph } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import { lowerBound } from '../model/sorted.js';
import { type SemanticRole, SemanticRoles } from '../parse/roles/index.js';
import { cutSentences } from '../parse/sentences.js';
import { meanRight } from './rate.js';

interface AnnotatedParty {
  readonly name: string;
  readonly span: readonly [number, number] | null;
}

/** One annotated article, as in PAC: offsets are into the sentence; `span` is null where the party is not named in it. */
export interface RoleRow {
  readonly id: string;
  readonly sentences: readonly string[];
  readonly events: readonly {
    readonly sentence: number;
    readonly predicate: readonly [number, number];
    readonly agent: readonly AnnotatedParty[];
    readonly patient: readonly AnnotatedParty[];
  }[];
}

/**
 * Whether the parties of given events are taken for agents or patients as annotated (Zou and others 2023),
 * by the finder that the pass uses. A party that the sentence does not name gets the role that no named one of the
 * event has, else that of a pronoun, else `MOST_ARE`. Intervals are over articles.
 */
export function evaluateRoles(rows: readonly RoleRow[], lexicons: Lexicons) {
  const answers = rows.map(row => answersOf(row, lexicons));
  return {
    articles: rows.length,
    /** Of all parties of the events. */
    accuracy: meanRight(answers.map(asked => asked.map(({ right }) => right))),
    /** Of those with a span. */
    named: meanRight(answers.map(asked => asked.flatMap(({ named, right }) => (named ? [right] : [])))),
  };
}

/** Of the parties without a span in PAC train 57% are agents. */
const MOST_ARE: SemanticRole = 'agent';

function answersOf({ sentences, events }: RoleRow, lexicons: Lexicons) {
  // Each sentence is a paragraph, so that none is cut otherwise than annotated.
  const paragraphs: Paragraph[] = [];
  let at = 0;
  for (const [index, { length }] of sentences.entries()) {
    paragraphs.push({ index, zone: 'body', start: at, end: at + length });
    at += length + 2;
  }
  const text = sentences.join('\n\n');
  const cut = cutSentences(text, paragraphs, lexicons.words(text));
  const roles = new SemanticRoles(cut, lexicons);
  const tokenBefore = (offset: number): number =>
    Math.max(0, lowerBound(cut.start.length, i => cut.start[i] as number, offset) - 1);

  return events.flatMap(({ sentence, predicate: [, end], agent, patient }) => {
    const from = paragraphs[sentence]?.start ?? 0;
    const predicate = roles.predicateAt(tokenBefore(from + end));
    const parties = Object.entries({ agent, patient }).flatMap(([given, annotated]) =>
      annotated.map(({ span }) => ({
        given,
        named: span !== null,
        found: span
          ? roles.roleOf(predicate, tokenBefore(from + span[0] + 1), tokenBefore(from + span[1]) + 1)
          : undefined,
      })),
    );
    const taken = new Set(
      parties.flatMap(({ found }) => (found?.ground === 'structure' ? [found.role] : [])),
    );
    const leftOver =
      taken.size === 1 ? (taken.has('agent') ? 'patient' : 'agent') : roles.roleOfPronoun(predicate);
    return parties.map(({ given, named, found }) => ({
      named,
      right: ((named ? found?.role : leftOver) ?? MOST_ARE) === given,
    }));
  });
}
