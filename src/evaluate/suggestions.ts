import { suggest } from '../discover/suggest.js';
import { DETERMINERS } from '../english/closed-classes.js';
import { overlaps, type Span } from '../model/article.js';
import { addTo, getOrAdd } from '../model/collections.js';
import type { Lexicons } from '../model/lexicon.js';
import type { SuggestedConcept } from '../model/suggestion.js';
import { parse } from '../parse/index.js';
import { trace } from '../text/trace.js';
import type { CoverageRow } from './coverage.js';
import { type Rate, share } from './rate.js';
import { articleOf } from './rows.js';

export interface SuggestionFigures {
  readonly events: number;
  /** Of the concepts that outlets call by two names or more: the share two names of which are rival labels of one suggestion. */
  readonly conceptsSuggested: Rate;
  /** The same of the concepts that outlets call by two common nouns or more: *caravan*, *group*. */
  readonly commonNames: Rate;
  /** Of the suggestions two labels of which stand in annotated names: the share that puts two names of one concept side by side. */
  readonly suggestionsRight: Rate;
}

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
export function evaluateSuggestions(rows: readonly CoverageRow[], lexicons: Lexicons): SuggestionFigures {
  const counted = rows.map(row => count(row, lexicons));
  return {
    events: rows.length,
    conceptsSuggested: share(counted, 'found', 'concepts'),
    commonNames: share(counted, 'foundCommon', 'common'),
    suggestionsRight: share(counted, 'right', 'judged'),
  };
}

function count({ event, articles }: CoverageRow, lexicons: Lexicons) {
  const ids = articles.map((_, i) => `${event} ${i}`);
  const traces = articles.map(({ outlet, text }, i) =>
    trace(parse(articleOf(ids[i] as string, text, outlet), lexicons)),
  );
  const suggestions = suggest(traces, lexicons).concepts.slice(0, FIRST);
  const concepts = new Map<
    string,
    { places: Map<string, Span[]>; names: Set<string>; outlets: Set<string>; heads: Map<string, Set<string>> }
  >();
  for (const [i, { mentions, text, outlet }] of articles.entries())
    for (const { start, end, concept } of mentions) {
      const known = getOrAdd(concepts, concept, () => ({
        places: new Map(),
        names: new Set(),
        outlets: new Set(),
        heads: new Map(),
      }));
      const id = ids[i] as string;
      addTo(known.places, id, { start, end });
      known.names.add(nameOf(text.slice(start, end)));
      known.outlets.add(outlet);
      const words = text.slice(start, end).split(/\s+/);
      // Longer ones are clauses, and no names.
      if (words.length > LONGEST_NAME) continue;
      const head = (words.at(-1) as string).replace(/(?<=[^s])s$/, '');
      if (/^\p{Ll}{3,}$/u.test(head)) getOrAdd(known.heads, head, () => new Set()).add(outlet);
    }
  const several = [...concepts].filter(([, { names, outlets }]) => names.size > 1 && outlets.size > 1);
  const stands = (places: ReadonlyMap<string, readonly Span[]>, label: SuggestedConcept['labels'][number]) =>
    2 *
      label.places.filter(place => places.get(place.article)?.some(span => overlaps(span, place)) ?? false)
        .length >=
    label.places.length;
  const found = several.filter(([, { places }]) =>
    suggestions.some(({ labels }) => labels.filter(label => stands(places, label)).length > 1),
  );
  const isCommon = ([, { heads }]: (typeof several)[number]): boolean =>
    heads.size > 1 && new Set([...heads.values()].flatMap(outlets => [...outlets])).size > 1;
  let judged = 0;
  let right = 0;
  for (const { labels } of suggestions) {
    const standing = labels.map(label =>
      [...concepts].filter(([, { places }]) => stands(places, label)).map(([name]) => name),
    );
    const annotated = standing.filter(names => names.length > 0);
    if (annotated.length < 2) continue;
    judged++;
    if (
      annotated.some((names, i) =>
        annotated.slice(i + 1).some(other => other.some(name => names.includes(name))),
      )
    )
      right++;
  }
  return {
    concepts: several.length,
    found: found.length,
    common: several.filter(isCommon).length,
    foundCommon: found.filter(isCommon).length,
    judged,
    right,
  };
}
