import { readStory } from '../documents.js';
import { overlaps, type Span } from '../model/article.js';
import type { Doc } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import { type Detection, type DetectionCounts, detection } from './rate.js';
import { articleOf } from './rows.js';

/** One event as several outlets tell it, as in NewsWCL50; offsets are into `text`. */
export interface CastRow {
  readonly event: string;
  readonly articles: readonly {
    readonly outlet: string;
    readonly text: string;
    readonly mentions: readonly (Span & { readonly concept: string; readonly type: string })[];
  }[];
}

/** Types of concepts that can be members of a cast; others are events, actions and objects. */
const ACTORS: ReadonlySet<string> = new Set(['ACTOR', 'ACTOR-I', 'GROUP', 'COUNTRY']);

interface Matched {
  readonly article: number;
  readonly member: string;
  readonly concept: string;
}

/**
 * The mentions of the members of a cast against annotated mentions of concepts (Hamborg, Zhukova and Gipp 2019). A mention by
 * name or noun matches the overlapping annotated one of most like length, each of which is matched once; members and
 * concepts are paired one to one, those with most matches first. Pronouns are not annotated, and not counted. Intervals are over articles.
 */
export function evaluateCast(rows: readonly CastRow[], lexicons: Lexicons) {
  const stories = rows.map(row => ({ row, docs: docsOf(row, lexicons) }));
  const measured = (accepts: (type: string) => boolean): Detection =>
    detection(stories.flatMap(({ row, docs }) => count(row, docs, accepts)));
  return {
    events: rows.length,
    /** Of people, groups and countries. */
    ...measured(type => ACTORS.has(type)),
    /** Of concepts of all types. */
    all: measured(() => true),
  };
}

const docsOf = ({ event, articles }: CastRow, lexicons: Lexicons): readonly Doc[] =>
  readStory(
    articles.map(({ outlet, text }, n) => articleOf(`${event} ${n}`, text, outlet)),
    lexicons,
  ).docs;

/** Where members of the cast are mentioned by a name or a noun. */
function memberMentions({ named, people }: Doc): (Span & { readonly member: string })[] {
  const led = people.flatMap(({ span, pronoun, member }) =>
    pronoun || member === undefined || named.some(each => overlaps(each, span)) ? [] : [{ ...span, member }],
  );
  return [...named, ...led];
}

/** By article: mentions in pairs of member and concept, mentions found, mentions annotated. */
function count(
  { articles }: CastRow,
  docs: readonly Doc[],
  accepts: (type: string) => boolean,
): DetectionCounts[] {
  const found = docs.map(memberMentions);
  const matches = articles.flatMap(({ mentions }, article): Matched[] => {
    const gold = mentions.filter(({ type }) => accepts(type));
    const lengthOf = ({ start, end }: Span): number => end - start;
    const pairs = (found[article] ?? []).flatMap(mention =>
      gold
        .filter(each => overlaps(each, mention))
        .map(each => ({ mention, each, off: Math.abs(lengthOf(each) - lengthOf(mention)) })),
    );
    const used = new Set<Span>();
    const matched: Matched[] = [];
    for (const { mention, each } of pairs.toSorted((a, b) => a.off - b.off)) {
      if (used.has(mention) || used.has(each)) continue;
      used.add(mention).add(each);
      matched.push({ article, member: mention.member, concept: each.concept });
    }
    return matched;
  });
  const paired = pairOff(matches);
  return articles.map(({ mentions }, article) => [
    matches.filter(each => each.article === article && paired.get(each.member) === each.concept).length,
    (found[article] ?? []).length,
    mentions.filter(({ type }) => accepts(type)).length,
  ]);
}

/** Members and concepts one to one, those with most matches first. */
function pairOff(matches: readonly Matched[]): ReadonlyMap<string, string> {
  const counts = new Map<string, { member: string; concept: string; n: number }>();
  for (const { member, concept } of matches) {
    const key = `${member}\t${concept}`;
    const cell = counts.get(key) ?? { member, concept, n: 0 };
    cell.n++;
    counts.set(key, cell);
  }
  const paired = new Map<string, string>();
  const taken = new Set<string>();
  for (const { member, concept } of [...counts.values()].toSorted((a, b) => b.n - a.n)) {
    if (paired.has(member) || taken.has(concept)) continue;
    paired.set(member, concept);
    taken.add(concept);
  }
  return paired;
}
