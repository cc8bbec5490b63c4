import { overlaps, type Span } from '../../model/article.js';
import type { Doc, Sentence } from '../../model/doc.js';
import type { Lexicons, Match } from '../../model/lexicon.js';
import { conceptOf, entriesOf, type LexiconData } from '../file.js';
import { layTrie, openMatcher } from '../matcher.js';
import { cutWords } from '../words.js';
import { type NearMiss, nearMatcher } from './near-misses.js';

/** What a form of a lexicon stands for: `held`, one of `What the hills are called`. */
interface Meaning {
  readonly of: string;
  readonly is: string;
}

/** A place in an article that has to do with a lexicon. */
export interface Hit extends Span {
  readonly doc: Doc;
  readonly sentence: Sentence;
  readonly form: string;
  readonly meaning: Meaning;
}

export interface Trial {
  /** Everything that the lexicon's forms can stand for, in its order. */
  readonly meanings: readonly Meaning[];
  readonly matched: readonly Hit[];
  /** A form stands there, and is not counted: why. */
  readonly blocked: readonly (Hit & { readonly why: string })[];
  readonly nearly: readonly (Hit & Pick<NearMiss, 'how'>)[];
}

/** What counts as an observation of a lexicon in a sentence, as the passes see it: spans with what they stand for. */
export interface Counted extends Span {
  /** The lexicon that it is of. */
  readonly lexicon: string;
  /** Facts are sought in every article, whatever it is about. */
  readonly fact?: true;
}

/** Everything that is listed, with what it stands for; exceptions stand for nothing. */
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
 *   every form that is no exception and stands in no longer one is taken to count
 */
export function trial(
  data: LexiconData,
  docs: readonly Doc[],
  lexicons: Lexicons,
  countedIn: (doc: Doc) => readonly Counted[] | undefined,
): Trial {
  const listed = [...entriesOf(data)].map(({ form, value, at }) => ({
    form,
    value: {
      form,
      meaning: value === undefined ? undefined : meaningAt(data, at, lexicons),
      lexicon: lexiconAt(data, at, lexicons),
    } as Listed,
  }));
  for (const fact of data.kind === 'terminology' ? data.facts : [])
    for (const form of fact.forms)
      listed.push({
        form,
        value: { form, meaning: { of: `Fact: ${fact.gloss}`, is: fact.id }, lexicon: data.id },
      });
  const vocabulary = new Map<string, number>();
  const matcher = openMatcher(layTrie(listed, vocabulary));
  const meant = listed.flatMap(({ value }) => (value.meaning === undefined ? [] : [value]));
  const meaningOf = new Map(meant.map(({ form, meaning }) => [form, meaning as Meaning]));
  const nearTo = nearMatcher([...meaningOf.keys()]);
  const matched: Hit[] = [];
  const blocked: Trial['blocked'][number][] = [];
  const nearly: Trial['nearly'][number][] = [];
  for (const doc of docs) {
    const words = cutWords(doc.words.text, vocabulary);
    const counted = countedIn(doc);
    for (const sentence of doc.sentences) {
      const { from, to } = sentence;
      const stand = matcher.every(words, from, to);
      const longest = matcher.find(words, from, to);
      const exceptions = stand.filter(({ value }) => value.meaning === undefined);
      const isCounted = ({ start, end, value }: Match<Listed>): boolean =>
        (counted?.filter(({ lexicon }) => lexicon === value.lexicon) ?? longest).some(
          each => each.start === start && each.end === end,
        );
      const hits = stand.filter(({ value }) => value.meaning !== undefined);
      const taken: Span[] = [...exceptions];
      for (const match of hits) {
        const { start, end, value } = match;
        const hit = { start, end, doc, sentence, form: value.form, meaning: value.meaning as Meaning };
        taken.push(hit);
        if (isCounted(match)) {
          matched.push(hit);
          continue;
        }
        const exception = exceptions.find(each => overlaps(each, hit) && wider(each, hit));
        // A form within a longer one of the same lexicon is not worth a word.
        if (exception === undefined && hits.some(each => overlaps(each, hit) && isCounted(each))) continue;
        blocked.push({ ...hit, why: reasonFor(match, exception?.value.form, data, doc, counted, lexicons) });
      }
      for (const { start, end, form, how } of nearTo(words, from, to)) {
        const span = { start, end };
        if (taken.some(each => overlaps(each, span))) continue;
        taken.push(span);
        nearly.push({ ...span, doc, sentence, form, meaning: meaningOf.get(form) as Meaning, how });
      }
    }
  }
  const meanings = new Map(
    meant.map(({ meaning }) => [`${meaning?.of}\0${meaning?.is}`, meaning as Meaning]),
  );
  return { meanings: [...meanings.values()], matched, blocked, nearly };
}

const wider = (a: Span, b: Span): boolean => a.end - a.start > b.end - b.start;

/** What the form at a place of a file stands for. */
function meaningAt(data: LexiconData, at: readonly PropertyKey[], { concepts }: Lexicons): Meaning {
  const [list, index, inner, second] = at as [string, number, string, number];
  if (data.kind === 'terminology') {
    const concept = data.concepts[index] as (typeof data.concepts)[number];
    const of = 'extends' in concept ? (concepts.get(concept.extends)?.gloss ?? '') : concept.gloss;
    return { of, is: concept.labels[second]?.id ?? '' };
  }
  const holder = (data as unknown as Record<string, { id?: string; name?: string }[]>)[list]?.[index];
  const part = data.kind === 'parties' && typeof second === 'number' && at.length > 4 ? inner : undefined;
  return {
    of: part === undefined ? list : `${list}, ${part}`,
    is: holder?.name ?? holder?.id ?? `${index + 1}`,
  };
}

/** The lexicon that the form at a place of a file counts for. */
function lexiconAt(data: LexiconData, [, index]: readonly PropertyKey[], { concepts }: Lexicons): string {
  const concept = data.kind === 'terminology' ? data.concepts[index as number] : undefined;
  return (concept && concepts.get(conceptOf(concept))?.lexicon) ?? data.id;
}

/** Why a form that stands in an article is not counted there. */
function reasonFor(
  hit: Match<Listed>,
  exception: string | undefined,
  data: LexiconData,
  doc: Doc,
  counted: readonly Counted[] | undefined,
  lexicons: Lexicons,
): string {
  if (exception !== undefined) return `"except" has ${JSON.stringify(exception)}`;
  const other = counted?.find(each => each.lexicon !== data.id && overlaps(each, hit));
  if (other !== undefined) return `taken by the lexicon ${other.lexicon}`;
  if (data.kind === 'parties') return 'a place or a thing here, not somebody who acts';
  if (data.kind !== 'terminology') return 'hidden by a longer form';
  if (data.facts.some(fact => fact.id === hit.value.meaning?.is))
    return 'nothing that "near" lists stands by';
  const { lexicon: topic } = hit.value;
  const topical = topic === data.id ? data.about !== undefined : isTopical(topic, lexicons);
  if (!topical || counted?.some(({ lexicon, fact }) => lexicon === topic && fact !== true))
    return 'hidden by a longer form or an exception of another lexicon';
  let named = 0;
  for (const { value } of lexicons.topic.find(doc.words, 0, doc.words.length))
    if (value.includes(topic)) named++;
  return `the article is not about it: "about" is named ${named === 0 ? 'nowhere' : named === 1 ? 'once' : `${named} times, and another topic far more often`}; it must be in the headline, title or story, or twice in the text`;
}

const isTopical = (id: string, { concepts }: Lexicons): boolean =>
  [...concepts.values()].some(({ lexicon, topical }) => lexicon === id && topical);
