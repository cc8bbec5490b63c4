import type { Paragraph } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import { lowerBound } from '../model/sorted.js';
import { type Predicate, type SemanticRole, SemanticRoles } from '../parse/roles/index.js';
import { cutSentences } from '../parse/sentences.js';
import { type Rate, share } from './rate.js';

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

/** Shares answered rightly; intervals are over articles. */
export interface RoleFigures {
  readonly articles: number;
  /** All parties of the events. */
  readonly accuracy: Rate;
  /** Those with a span. */
  readonly named: Rate;
}

interface RoleAnswer {
  readonly named: boolean;
  readonly right: boolean;
}

/**
 * Whether the parties of given events are taken for agents or patients as annotated (Zou and others 2023),
 * by the finder that the pass uses. A party that the sentence does not name gets the role that no named one of the
 * event has, else that of a pronoun, else `MOST_ARE`.
 */
export function evaluateRoles(rows: readonly RoleRow[], lexicons: Lexicons): RoleFigures {
  const answers = rows.map(row => answersOf(row, lexicons));
  const shareRight = (articles: readonly (readonly RoleAnswer[])[]): Rate =>
    share(
      articles.map(asked => ({ right: asked.filter(({ right }) => right).length, all: asked.length })),
      'right',
      'all',
    );
  return {
    articles: rows.length,
    accuracy: shareRight(answers),
    named: shareRight(answers.map(asked => asked.filter(({ named }) => named))),
  };
}

/** Of the parties without a span in PAC train 57% are agents. */
const MOST_ARE: SemanticRole = 'agent';

function answersOf({ sentences, events }: RoleRow, lexicons: Lexicons): RoleAnswer[] {
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
    const parties = (['agent', 'patient'] as const).flatMap(given =>
      (given === 'agent' ? agent : patient).map(({ span }) => ({
        given,
        named: span !== null,
        found:
          span === null
            ? undefined
            : roles.roleOf(predicate, tokenBefore(from + span[0] + 1), tokenBefore(from + span[1]) + 1),
      })),
    );
    const taken = new Set(
      parties.flatMap(({ found }) => (found?.ground === 'structure' ? [found.role] : [])),
    );
    return parties.map(({ given, named, found }) => ({
      named,
      right: (named ? (found?.role ?? MOST_ARE) : leftOver(taken, roles, predicate)) === given,
    }));
  });
}

function leftOver(
  taken: ReadonlySet<SemanticRole>,
  roles: SemanticRoles,
  predicate: Predicate,
): SemanticRole {
  if (taken.size === 1) return taken.has('agent') ? 'patient' : 'agent';
  return roles.roleOfPronoun(predicate) ?? MOST_ARE;
}
