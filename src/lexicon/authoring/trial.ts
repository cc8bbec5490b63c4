import { overlaps, type Span } from '../../model/article.js';
import type { Doc, Sentence } from '../../model/doc.js';
import type { Lexicons, Match } from '../../model/lexicon.js';
import { entriesOf } from '../entries.js';
import { conceptOf, type LexiconData } from '../file.js';
import { matcherOf } from '../matcher.js';
import { type NearMiss, nearMatcher } from './near-misses.js';

/** What a form of a lexicon stands for: `held`, one of `What the hills are called`. */
interface Meaning {
  readonly of: string;
  readonly is: string;
}

/** A place in an article that has to do with a lexicon. */
export interface TrialHit extends Span {
  readonly doc: Doc;
  readonly sentence: Sentence;
  readonly form: string;
  readonly meaning: Meaning;
}

export interface Trial {
  /** Everything that the lexicon's forms can stand for, in its order. */
  readonly meanings: readonly Meaning[];
  readonly matched: readonly TrialHit[];
  /** Where a form occurs but is not counted, and why. */
  readonly blocked: readonly (TrialHit & { readonly why: string })[];
  readonly nearly: readonly (TrialHit & Pick<NearMiss, 'how'>)[];
}

/** What a pass counts in a document by a lexicon. */
export interface CountedSpan extends Span {
  /** The lexicon that it is of. */
  readonly lexicon: string;
  /** Facts are looked for in every article, whatever it is about. */
  readonly fact?: true;
}

/** Something listed, with what it stands for; exceptions stand for nothing. */
interface Listed {
  readonly form: string;
  readonly meaning: Meaning | undefined;
  /** The lexicon that it counts for: another, where its concept is another's. */
  readonly lexicon: string;
}

/**
 * What a lexicon matches in some documents, and what it nearly does.
 *
 * @param countedIn what is counted in a document, by lexicon; for kinds of which that is not known, nothing, and then
 *   every form that is no exception and not part of a longer one is taken to count
 */
export function trial(
  data: LexiconData,
  docs: readonly Doc[],
  lexicons: Lexicons,
  countedIn: (doc: Doc) => readonly CountedSpan[] | undefined,
): Trial {
  const listed = listedIn(data, lexicons);
  const matcher = matcherOf(listed.map(value => ({ form: value.form, value })));
  const meanings = new Map<string, Meaning>();
  const meaningOf = new Map<string, Meaning>();
  for (const { form, meaning } of listed)
    if (meaning !== undefined) {
      meanings.set(`${meaning.of}\0${meaning.is}`, meaning);
      meaningOf.set(form, meaning);
    }
  const nearTo = nearMatcher([...meaningOf.keys()]);
  const matched: TrialHit[] = [];
  const blocked: Trial['blocked'][number][] = [];
  const nearly: Trial['nearly'][number][] = [];
  for (const doc of docs) {
    const words = matcher.words(doc.words.text);
    const counted = countedIn(doc);
    for (const sentence of doc.sentences) {
      const { from, to } = sentence;
      const all = matcher.every(words, from, to);
      const found = splitMatches(all, matcher.find(words, from, to), counted);
      const hitOf = ({ start, end, value: { form, meaning } }: Match<Listed>): TrialHit => {
        return { start, end, doc, sentence, form, meaning: meaning as Meaning };
      };
      matched.push(...found.matched.map(hitOf));
      for (const { match, exception } of found.blocked)
        blocked.push({ ...hitOf(match), why: reasonFor(match, exception, data, doc, counted, lexicons) });
      const taken: Span[] = [...all];
      for (const near of nearTo(words, from, to)) {
        if (taken.some(each => overlaps(each, near))) continue;
        taken.push(near);
        nearly.push({ ...near, doc, sentence, meaning: meaningOf.get(near.form) as Meaning });
      }
    }
  }
  return { meanings: [...meanings.values()], matched, blocked, nearly };
}

/** Everything that a lexicon lists, with what it stands for. */
function listedIn(data: LexiconData, lexicons: Lexicons): Listed[] {
  const facts = data.kind === 'terminology' ? data.facts : [];
  return [
    ...[...entriesOf(data)].map(({ form, value, at }) => ({
      form,
      meaning: value === undefined ? undefined : meaningAt(data, at, lexicons),
      lexicon: lexiconAt(data, at, lexicons),
    })),
    ...data.without.map(form => ({ form, meaning: undefined, lexicon: data.id })),
    ...facts.flatMap(({ id, gloss, forms }) =>
      forms.map(form => ({ form, meaning: { of: `Fact: ${gloss}`, is: id }, lexicon: data.id })),
    ),
  ];
}

/** The matches of a sentence that count, and those that do not; a form within one that counts is in neither. */
function splitMatches(
  all: readonly Match<Listed>[],
  longest: readonly Match<Listed>[],
  counted: readonly CountedSpan[] | undefined,
) {
  const isCounted = ({ start, end, value }: Match<Listed>): boolean =>
    (
      counted?.filter(({ lexicon }) => lexicon === value.lexicon) ??
      longest.filter(each => each.value.meaning !== undefined)
    ).some(each => each.start === start && each.end === end);
  const exceptions = all.filter(({ value }) => value.meaning === undefined);
  const hits = all.filter(({ value }) => value.meaning !== undefined);
  const matched = hits.filter(isCounted);
  const blocked = hits.flatMap(match => {
    if (matched.includes(match)) return [];
    const exception = exceptions.find(each => overlaps(each, match) && !wider(match, each))?.value.form;
    return exception === undefined && matched.some(each => overlaps(each, match))
      ? []
      : [{ match, exception }];
  });
  return { matched, blocked };
}

const wider = (a: Span, b: Span): boolean => a.end - a.start > b.end - b.start;

/** What the form at a place of a file stands for. */
function meaningAt(data: LexiconData, at: readonly PropertyKey[], { concepts, parties }: Lexicons): Meaning {
  const [list, index, inner, second] = at as [string, number, string, number];
  if (data.kind === 'terminology') {
    const concept = data.concepts[index] as (typeof data.concepts)[number];
    const of = 'extends' in concept ? (concepts.get(concept.extends)?.gloss ?? '') : concept.gloss;
    return { of, is: concept.labels[second]?.id ?? '' };
  }
  if (data.kind === 'parties') {
    const entry = list === 'parties' ? data.parties[index] : data.collectives[index];
    const id = entry === undefined ? '' : 'extends' in entry ? entry.extends : entry.id;
    const of = typeof second === 'number' && at.length > 4 ? `${list}, ${inner}` : list;
    return { of, is: parties.get(id)?.name ?? id };
  }
  const holder = (data as unknown as Record<string, { id?: string; name?: string }[]>)[list]?.[index];
  return { of: list, is: holder?.name ?? holder?.id ?? `${index + 1}` };
}

/** The lexicon that the form at a place of a file counts for. */
function lexiconAt(data: LexiconData, [, index]: readonly PropertyKey[], { concepts }: Lexicons): string {
  const concept = data.kind === 'terminology' ? data.concepts[index as number] : undefined;
  return (concept && concepts.get(conceptOf(concept))?.lexicon) ?? data.id;
}

/** Why a form that occurs in an article is not counted there. */
function reasonFor(
  { start, end, value }: Match<Listed>,
  exception: string | undefined,
  data: LexiconData,
  { words }: Doc,
  counted: readonly CountedSpan[] | undefined,
  lexicons: Lexicons,
): string {
  if (exception !== undefined)
    return `${data.without.includes(exception) ? '"without"' : '"except"'} lists ${JSON.stringify(exception)}`;
  const other = counted?.find(each => each.lexicon !== data.id && overlaps(each, { start, end }));
  if (other !== undefined) return `counted by the lexicon ${other.lexicon} instead`;
  if (data.kind === 'parties') return 'a place or a thing here, not somebody who acts';
  if (data.kind !== 'terminology') return 'part of a longer form';
  if (data.facts.some(({ id }) => id === value.meaning?.is)) return 'none of the words in "near" is close by';
  const { lexicon: topic } = value;
  const topical =
    topic === data.id
      ? data.about !== undefined
      : [...lexicons.concepts.values()].some(concept => concept.lexicon === topic && concept.topical);
  if (!topical || counted?.some(({ lexicon, fact }) => lexicon === topic && fact !== true))
    return 'part of a longer form, or of an exception of another lexicon';
  const topics = lexicons.topic.find(words, 0, words.length);
  const times = topics.filter(match => match.value.includes(topic)).length;
  const named =
    times === 0 ? 'nowhere' : times === 1 ? 'once' : `${times} times, and another topic far more often`;
  return `the article is not on this topic: "about" matches ${named}; it must match in the headline, title or story, or twice in the text`;
}
