import { DETERMINERS } from '../english/closed-classes.js';
import { VOICES, type Voice } from '../model/article.js';
import type { Cast } from '../model/cast.js';
import { byText, countsOf, groupBy, sum } from '../model/collections.js';
import {
  type Designation,
  type Designations,
  type DesignationUse,
  isApart,
  isOnlyHere,
  type Referent,
} from '../model/designation.js';
import type { Lexicons } from '../model/lexicon.js';
import { TAG, type Trace } from '../model/story.js';
import type { SuggestedPlace } from '../model/suggestion.js';
import { oneLine } from '../model/text.js';
import { folded, smallWords } from '../text/keys.js';
import { isTagged, lineAt, spanAt, wordAt } from '../text/trace.js';
import { logOdds } from './log-odds.js';
import { type FoundPhrase, MemberPhrases } from './member-phrases.js';
import type { WordRange } from './slots.js';
import {
  type FoundReferent,
  governmentsOf,
  modifiedGroups,
  modifiedNames,
  rivalNouns,
} from './thing-phrases.js';

/** Somebody who is named fewer times has no row. */
const LEAST_NAMED = 4;
const mentionsOf = ({ designations: all }: Referent): number => sum(all.map(({ places }) => places.length));

/** Of two words for a thing one is much more an outlet’s own, or the two may be two things. */
const LEAST_GAP_OF_THINGS = 0.5;
const LEAST_Z_OF_THINGS = 1.5;

/**
 * What each outlet of a story calls the chief members of its cast, and the things that most outlets name.
 *
 * @param traces sorted by outlet, then by article
 */
export function designations(traces: readonly Trace[], lexicons: Lexicons, cast: Cast): Designations {
  const outlets = [...new Set(traces.map(({ outlet }) => outlet))].sort();
  const small = smallWords(traces);
  const wanted = chiefMembers(traces, cast);
  const { found } = new MemberPhrases(traces, lexicons, cast, wanted);
  const people = [...found].flatMap(([id, phrases]): FoundReferent[] => {
    const member = cast.members.get(id);
    return member === undefined ? [] : [{ id, name: member.name, kind: member.kind, phrases }];
  });
  const named = [...people, ...modifiedGroups(traces, cast), ...governmentsOf(traces, lexicons, cast)].map(
    each => referentOf(traces, outlets, each, small),
  );
  const things = [...rivalNouns(traces, lexicons), ...modifiedNames(traces, lexicons)]
    .map(each => referentOf(traces, outlets, each, small))
    .filter(({ designations: names }) => names.some(each => each.uses.some(use => isMuchApart(each, use))));
  return {
    outlets,
    referents: [...named, ...things].toSorted(
      (a, b) => b.rank - a.rank || mentionsOf(b) - mentionsOf(a) || byText(a.id, b.id),
    ),
  };
}

const isMuchApart = (designation: Designation, use: DesignationUse): boolean =>
  isApart(designation, use) &&
  use.z >= LEAST_Z_OF_THINGS &&
  use.own / use.ofOwn - use.others / use.ofOthers >= LEAST_GAP_OF_THINGS;

/** The sides of a story, and people whom two outlets name; no groups, whose names are nouns as those of things. */
function chiefMembers(traces: readonly Trace[], { members, sides }: Cast): Set<string> {
  const named = groupBy(
    traces.flatMap(({ outlet, named }) => named.map(({ member }) => ({ outlet, member }))),
    ({ member }) => member,
  );
  return new Set(
    [...named]
      .filter(([id, all]) => {
        const kind = members.get(id)?.kind;
        if (kind === undefined || kind === 'group') return false;
        const least = Math.min(2, new Set(traces.map(({ outlet }) => outlet)).size);
        return (
          (kind === 'person' || sides.includes(id)) &&
          all.length >= LEAST_NAMED &&
          new Set(all.map(({ outlet }) => outlet)).size >= least
        );
      })
      .map(([id]) => id),
  );
}

function referentOf(
  traces: readonly Trace[],
  outlets: readonly string[],
  { id, name, kind, phrases }: FoundReferent,
  small: ReadonlySet<string>,
): Referent {
  const groups = [...groupBy(phrases, ({ key }) => key).values()].map(group => {
    const forms = [...countsOf(group.map(each => formOf(traces, each, small)))]
      .toSorted((a, b) => b[1] - a[1] || a[0].length - b[0].length || byText(a[0], b[0]))
      .map(([form]) => form);
    return {
      forms,
      phrase: forms[0] as string,
      kind: (group[0] as FoundPhrase).kind,
      places: group.map(({ use }) => placeOf(traces, use)).toSorted(inOrder),
      telling: group
        .filter(({ shared }) => shared !== false)
        .map(({ use }) => placeOf(traces, use))
        .toSorted(inOrder),
    };
  });
  const own = groups.map(({ places }) => countsIn(places, voice => voice === 'outlet'));
  const attributed = groups.map(({ places }) =>
    countsIn(places, voice => voice === 'indirect' || voice === 'direct'),
  );
  const size = new Map(outlets.map(outlet => [outlet, sum(own.map(counts => counts.get(outlet) ?? 0))]));
  const all = sum(size.values());
  const built = groups.map((group, g): Designation => {
    const counts = own[g] as ReadonlyMap<string, number>;
    const total = sum(counts.values());
    const uses = outlets.map((outlet): DesignationUse => {
      const [count, of] = [counts.get(outlet) ?? 0, size.get(outlet) as number];
      const others = { count: total - count, size: all - of };
      const prior = { word: (groups.length * total) / Math.max(1, all), all: groups.length };
      return {
        own: count,
        ofOwn: of,
        attributed: attributed[g]?.get(outlet) ?? 0,
        others: others.count,
        ofOthers: others.size,
        z:
          total === 0 || of === 0 || others.size === 0 || groups.length < 2
            ? 0
            : logOdds({ count, size: of }, others, prior).z,
      };
    });
    return { ...group, uses };
  });
  return {
    id,
    name,
    kind,
    designations: built.toSorted((a, b) => worthOf(b, kind) - worthOf(a, kind) || byText(a.phrase, b.phrase)),
    rank: Math.max(0, ...built.map(each => worthOf(each, kind))),
  };
}

/** What a choice is worth that sets an outlet apart; one that it alone has, be it once; and a title. */
function worthOf(designation: Designation, of: Referent['kind']): number {
  return Math.max(
    0,
    ...designation.uses.map(use => {
      const z = isApart(designation, use) ? use.z : 0;
      if (designation.kind === 'title') return z / 20;
      return z > 0 ? 1 + z : of !== 'thing' && isOnlyHere(designation, use) ? 1 : 0;
    }),
  );
}

function countsIn(
  places: readonly SuggestedPlace[],
  accepts: (voice: Voice) => boolean,
): Map<string, number> {
  return countsOf(places.filter(({ voice }) => accepts(voice)).map(({ outlet }) => outlet));
}

const inOrder = (a: SuggestedPlace, b: SuggestedPlace): number =>
  byText(a.outlet, b.outlet) || byText(a.article, b.article) || a.start - b.start;

/** As written, without a capital that only the head of a sentence gave; a title keeps its own. */
function formOf(
  traces: readonly Trace[],
  { kind, use: { article, sentence, first, last } }: FoundPhrase,
  small: ReadonlySet<string>,
): string {
  const trace = traces[article] as Trace;
  const { start, end } = spanAt(trace, first, last);
  const written = oneLine(trace.text.slice(start, end));
  const word = folded(wordAt(trace, first));
  const opens =
    first === trace.sentences[sentence]?.from &&
    kind === 'choice' &&
    small.has(word) &&
    !isTagged(trace, first, TAG.name);
  return opens || DETERMINERS.has(word) ? written.charAt(0).toLowerCase() + written.slice(1) : written;
}

function placeOf(traces: readonly Trace[], { article, sentence, first, last }: WordRange): SuggestedPlace {
  const trace = traces[article] as Trace;
  const span = spanAt(trace, first, last);
  return {
    article: trace.article,
    outlet: trace.outlet,
    path: trace.path,
    ...span,
    line: lineAt(trace, span.start),
    voice: VOICES[trace.voice[last - 1] as number] as Voice,
    sentence: (trace.sentences[sentence] as Trace['sentences'][number]).span,
  };
}
