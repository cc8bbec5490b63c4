import { ARTICLES } from '../english/closed-classes.js';
import type { Cast } from '../model/cast.js';
import { byCount, countsOf, groupBy, sum } from '../model/collections.js';
import type { Designation, Designations, Referent } from '../model/designation.js';
import type { Trace } from '../model/story.js';
import type { SuggestedLabel, Suggestions } from '../model/suggestion.js';

/** More names than these nobody reads. */
const MOST_LABELS = 12;

/** What outlets call one member or thing, as a choice set for a lexicon: each designation is a label. */
export function suggestNames(
  traces: readonly Trace[],
  { outlets }: Designations,
  { id, name, designations }: Referent,
  { members }: Cast,
): Suggestions {
  const labels = designations
    .toSorted((a, b) => b.places.length - a.places.length)
    .slice(0, MOST_LABELS)
    .map(each => labelOf(each, outlets));
  return {
    articles: traces.length,
    outlets: [...groupBy(traces, ({ outlet }) => outlet)].map(([outlet, own]) => ({
      outlet,
      words: sum(own.map(({ counted }) => counted.length)),
    })),
    parties: [...countsOf(traces.flatMap(({ mentions }) => mentions.map(({ party }) => party)))]
      .toSorted(byCount)
      .map(([party]) => party)
      .filter(party => members.get(party)?.listed === true)
      .slice(0, 2)
      .sort(),
    concepts: [{ kind: 'named', id, gloss: `What ${name} is called`, shared: [], labels, score: 1 }],
  };
}

function labelOf({ forms, phrase, places, uses }: Designation, outlets: readonly string[]): SuggestedLabel {
  const [apart] = uses
    .flatMap(({ own, z }, o) => (own > 0 ? [{ outlet: outlets[o] as string, z }] : []))
    .toSorted((a, b) => b.z - a.z);
  return {
    name: withoutArticle(phrase),
    forms: [...new Set(forms.map(withoutArticle))],
    places,
    ...(apart !== undefined && { apart }),
  };
}

/** *the president* is found as *president* is. */
function withoutArticle(phrase: string): string {
  const [first = '', ...rest] = phrase.split(' ');
  return rest.length > 0 && ARTICLES.has(first.toLowerCase()) ? rest.join(' ') : phrase;
}
