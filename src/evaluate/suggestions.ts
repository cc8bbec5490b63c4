import { suggest } from '../discover/suggest.js';
import { DETERMINERS } from '../english/closed-classes.js';
import { overlaps } from '../model/article.js';
import { groupBy } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import type { SuggestedConcept } from '../model/suggestion.js';
import { type CoverageRow, tracesOf } from './coverage.js';
import { share } from './rate.js';

/** So many suggestions of an event are looked at, in their order. */
const FIRST = 20;
/** Words of a name. */
const LONGEST_NAME = 4;

/** Names without a determiner, in small letters. */
function nameOf(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[“”"‘’']/g, '')
    .trim()
    .split(/\s+/);
  return words.slice(words.length > 1 && DETERMINERS.has(words[0] as string) ? 1 : 0).join(' ');
}

/**
 * What `lexicon suggest` proposes against annotated concepts (Hamborg, Zhukova and Gipp 2019). A label stands for a
 * concept if at least half of its places overlap mentions of it.
 */
export function evaluateSuggestions(rows: readonly CoverageRow[], lexicons: Lexicons) {
  const counted = rows.map(row => count(row, lexicons));
  return {
    events: rows.length,
    /** Of the concepts that outlets call by two names or more: the share two names of which are rival labels of one suggestion. */
    conceptsSuggested: share(counted, 'found', 'concepts'),
    /** The same of the concepts that outlets call by two common nouns or more: *caravan*, *group*. */
    commonNames: share(counted, 'foundCommon', 'common'),
    /** Of the suggestions two labels of which stand in annotated names: the share that puts two names of one concept side by side. */
    suggestionsRight: share(counted, 'right', 'judged'),
  };
}

function count(row: CoverageRow, lexicons: Lexicons) {
  const traces = tracesOf(row, lexicons);
  const suggestions = suggest(traces, lexicons).concepts.slice(0, FIRST);
  const mentions = row.articles.flatMap(({ mentions, text, outlet }, i) =>
    mentions.map(({ start, end, concept }) => {
      const written = text.slice(start, end);
      const article = traces[i]?.article;
      return { article, start, end, concept, outlet, name: nameOf(written), head: headOf(written) };
    }),
  );
  const concepts = [...groupBy(mentions, ({ concept }) => concept).values()];
  const isNamedTwice = (named: typeof mentions, by: 'name' | 'head'): boolean =>
    distinct(named.map(each => each[by])) > 1 && distinct(named.map(({ outlet }) => outlet)) > 1;
  const several = concepts.filter(named => isNamedTwice(named, 'name'));
  const stands = (named: typeof mentions, { places }: SuggestedConcept['labels'][number]): boolean =>
    2 *
      places.filter(place => named.some(each => each.article === place.article && overlaps(each, place)))
        .length >=
    places.length;
  const found = several.filter(named =>
    suggestions.some(({ labels }) => labels.filter(label => stands(named, label)).length > 1),
  );
  const isCommon = (named: typeof mentions): boolean =>
    isNamedTwice(
      named.filter(({ head }) => head !== undefined),
      'head',
    );
  /** For each suggestion the concepts that its labels stand for. */
  const judged = suggestions
    .map(({ labels }) =>
      labels.map(label => concepts.filter(named => stands(named, label))).filter(stood => stood.length > 0),
    )
    .filter(stood => stood.length > 1);
  return {
    concepts: several.length,
    found: found.length,
    common: several.filter(isCommon).length,
    foundCommon: found.filter(isCommon).length,
    judged: judged.length,
    right: judged.filter(stood => distinct(stood.flat()) < stood.flat().length).length,
  };
}

const distinct = (items: readonly unknown[]): number => new Set(items).size;

/** The last word of a name that is a common noun, in the singular; what is longer is a clause, and no name. */
function headOf(name: string): string | undefined {
  const words = name.split(/\s+/);
  const head = (words.at(-1) as string).replace(/(?<=[^s])s$/, '');
  return words.length <= LONGEST_NAME && /^\p{Ll}{3,}$/u.test(head) ? head : undefined;
}
