import { TIMES } from '../english/calendar.js';
import { DEMONSTRATIVES, FORMER } from '../english/closed-classes.js';
import { NO_TERMS } from '../english/generic.js';
import type { Lexicons, Match, RoleForm } from '../model/lexicon.js';
import { TAG, type Trace } from '../model/story.js';
import { folded } from '../text/keys.js';
import { gapBefore, isHyphened, isTagged, wordAt, wordsAt } from '../text/trace.js';
import { isName, type WordRange } from './slots.js';
import { spelling } from './spelling.js';

/** What may stand before a noun and is no part of what it is called. */
export const DETERMINER = /^(?:the|an?|this|that|these|those|his|her|its|our|their|your|my)$/;
/** Endings of those who do something, in the singular. */
const AGENT = /(?:er|or|ist|ian|ee|man|woman)$/;
/** What precedes a noun that is not what the name behind it is: *in a statement X said*. */
const NO_PSEUDO_TITLE = /^(?:an?|his|her|in|at|during|on)$/;
const SPACE = /^[\s\u00a0]*$/;

/** Finds in the articles of a story where a noun phrase that names somebody begins, and what its words are. */
export class NameEdges {
  /** By article: words for what people are, by their last word. */
  readonly roles: readonly ReadonlyMap<number, Match<RoleForm>>[];

  constructor(
    private readonly traces: readonly Trace[],
    private readonly lexicons: Lexicons,
  ) {
    this.roles = traces.map(trace => rolesIn(trace, lexicons));
  }

  /** Where the titles and modifiers before a person’s name begin. */
  startOf({ article, sentence, first: name, last }: WordRange): number {
    const trace = this.traces[article] as Trace;
    const from = startOfSentence(trace, sentence);
    let first = name;
    while (first > from) {
      // A full stop is a word of its own: *Mr. X*.
      const w = wordAt(trace, first - 1) === '.' && first - 2 >= from ? first - 2 : first - 1;
      const role = this.roles[article]?.get(first - 1) ?? this.roles[article]?.get(w);
      if (!/^\.?[\s\u00a0]*$/.test(gapBefore(trace, first)) && !isHyphened(trace, first)) break;
      if (role !== undefined && role.first >= from && role.value.refers !== 'it') first = role.first;
      else if (this.isCourtesy(folded(wordAt(trace, w)))) return w;
      else if (isHyphened(trace, first)) first = w;
      else if (w < first - 1) break;
      else if (first < name && isName(trace, w) && isTagged(trace, w, TAG.name | TAG.noun | TAG.adjective))
        first = w;
      else if (this.isModifier(trace, w, first, from)) first = w;
      else if (this.#isPlainNoun(trace, w, from) && this.#isTitleNoun(trace, w, from, { first, name, last }))
        first = w;
      else break;
    }
    while (first < name && !/^\p{L}/u.test(wordAt(trace, first))) first++;
    return first;
  }

  /** A noun in small letters, which is no time, no quantity and no participle. */
  #isPlainNoun(trace: Trace, w: number, from: number): boolean {
    const word = folded(wordAt(trace, w));
    return (
      isTagged(trace, w, TAG.noun) &&
      !isTagged(trace, w, TAG.verb) &&
      this.isSmall(trace, w, from) &&
      !TIMES.has(word) &&
      !NO_TERMS.has(word) &&
      !/(?:ed|ing)$/.test(word)
    );
  }

  /** *real estate tycoon X*: a noun before another, or right before a full name; but *seating Judge X*, *in a statement X said*. */
  #isTitleNoun(
    trace: Trace,
    w: number,
    from: number,
    { first, name, last }: { readonly first: number; readonly name: number; readonly last: number },
  ): boolean {
    if (first < name) return !isName(trace, first);
    if (last - name < 2) return false;
    let start = w;
    while (start > from && isTagged(trace, start - 1, TAG.noun | TAG.adjective) && !isName(trace, start - 1))
      start--;
    if (start === from) return true;
    if (NO_PSEUDO_TITLE.test(folded(wordAt(trace, start - 1)))) return false;
    // A name with an article of its own stands for itself: *told The Daily X Y*.
    let before = start - 1;
    while (before > from && isName(trace, before) && folded(wordAt(trace, before)) !== 'the') before--;
    return before === start - 1 || folded(wordAt(trace, before)) !== 'the';
  }

  /** An adjective or participle right before a noun or a name. */
  isModifier(trace: Trace, w: number, next: number, from: number): boolean {
    const written = wordAt(trace, w);
    const word = folded(written);
    if (!/^\p{L}/u.test(written) || TIMES.has(word)) return false;
    if (!SPACE.test(gapBefore(trace, next)) && !isHyphened(trace, next)) return false;
    if (FORMER.has(word)) return true;
    if (NO_TERMS.has(word) || !this.isSmall(trace, w, from) || isTagged(trace, w, TAG.function)) return false;
    const before = w > from ? folded(wordAt(trace, w - 1)) : '';
    if (before === 'in') return false;
    if (!/.{3}(?:ed|ing)$/.test(word)) return isTagged(trace, w, TAG.adjective);
    // What may be a verb is none between an article and a noun.
    return /^(?:the|an?)$/.test(before) && !(word.endsWith('ing') && isName(trace, next));
  }

  /** What has no capital, or has one because it opens its sentence. */
  isSmall(trace: Trace, w: number, from: number): boolean {
    if (!isName(trace, w)) return true;
    return (
      w === from &&
      /^\p{Lu}\p{Ll}+$/u.test(wordAt(trace, w)) &&
      !isTagged(trace, w, TAG.name) &&
      this.lexicons.party.find(trace.words, w, w + 1).length === 0
    );
  }

  /** Whether a word belongs to a title or an office. */
  isTitle(article: number, w: number): boolean {
    const roles = this.roles[article];
    return [w, w + 1, w + 2, w + 3].some(last => {
      const role = roles?.get(last);
      return role !== undefined && role.first <= w;
    });
  }

  /** Whether a noun says of one person what he or she is. */
  isPerson(article: number, head: number): boolean {
    const word = folded(wordAt(this.traces[article] as Trace, head));
    const role = this.roles[article]?.get(head);
    return role === undefined ? AGENT.test(word) : role.value.refers !== 'it' && !/[^s]s$/.test(word);
  }

  /** *Mr*, *Dr* */
  isCourtesy(word: string): boolean {
    const { titles, titles_he, titles_she } = this.lexicons.names;
    return titles.has(word) || titles_he.has(word) || titles_she.has(word);
  }

  /** The same words for all spellings and abbreviations. */
  keyOf(words: readonly string[]): string[] {
    return words.map(word => {
      const plain = spelling(word, this.lexicons);
      if (plain !== word) return folded(plain);
      return folded(spelling(`${word.charAt(0).toUpperCase()}${word.slice(1)}.`, this.lexicons));
    });
  }
}

export const startOfSentence = ({ sentences }: Trace, sentence: number): number =>
  sentences[sentence]?.from ?? 0;

export const isHeadline = ({ sentences }: Trace, sentence: number): boolean =>
  sentences[sentence]?.zone === 'headline';

/** Words in small letters, without marks. */
export const smallWordsAt = (trace: Trace, words: readonly number[]): string[] =>
  words.map(w => folded(wordAt(trace, w))).filter(word => word !== '');

/** *this president*, *our president*: the word before, if it is one of those, else nothing. */
export function markerBefore(trace: Trace, first: number, sentence: number): string {
  if (first <= startOfSentence(trace, sentence) || !SPACE.test(gapBefore(trace, first))) return '';
  const word = folded(wordAt(trace, first - 1));
  return DEMONSTRATIVES.has(word) || word === 'our' ? word : '';
}

/** The words of a noun phrase from here on, up to what ends it. */
export function endOfPhrase(trace: Trace, first: number, to: number): number {
  let last = first;
  while (
    last < to &&
    (isTagged(trace, last, TAG.noun | TAG.name | TAG.adjective) ||
      isHyphened(trace, last) ||
      /.{3}ed$/.test(wordAt(trace, last)))
  )
    last++;
  return last;
}

/** Whether words stand before others that they belong to: *the X administration*. */
export function isPartOfMore(
  trace: Trace,
  { sentence, last }: WordRange,
  tags = TAG.noun | TAG.name,
): boolean {
  if (last >= (trace.sentences[sentence]?.to ?? 0)) return false;
  if (isHyphened(trace, last)) return true;
  const [word = ''] = wordsAt(trace, last, last + 1);
  return (
    SPACE.test(gapBefore(trace, last)) &&
    isTagged(trace, last, tags) &&
    !isTagged(trace, last, TAG.verb) &&
    !TIMES.has(folded(word))
  );
}

function rolesIn(trace: Trace, { role }: Lexicons): Map<number, Match<RoleForm>> {
  const roles = new Map<number, Match<RoleForm>>();
  for (const { from, to } of trace.sentences)
    for (const match of role.find(trace.words, from, to)) roles.set(match.last - 1, match);
  return roles;
}
