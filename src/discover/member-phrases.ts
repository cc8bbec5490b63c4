import { TIMES } from '../english/calendar.js';
import { DEMONSTRATIVES, FORMER, POSSESSIVES } from '../english/closed-classes.js';
import { NO_TERMS } from '../english/generic.js';
import type { Cast, Member } from '../model/cast.js';
import { getOrAdd } from '../model/collections.js';
import type { DesignationKind } from '../model/designation.js';
import type { Lexicons, Match, RoleForm } from '../model/lexicon.js';
import { lowerBound } from '../model/sorted.js';
import { TAG, type Trace } from '../model/story.js';
import { folded } from '../text/keys.js';
import { gapBefore, isHyphened, isTagged, wordAt, wordsAt, wordsInside } from '../text/trace.js';
import { isName, type WordRange } from './slots.js';
import { spelling } from './spelling.js';

/** A noun phrase that stands for somebody or something. */
export interface FoundPhrase {
  /** The same for spellings, numbers and names of one. */
  readonly key: string;
  readonly kind: DesignationKind;
  readonly use: WordRange;
}

/** The name in a key, however full it is. */
const NAME = '@';
/** Words of what is said of somebody between commas. */
const LONGEST = 6;
/** The share of outlets that use a word, from which on it is the story’s. */
const MOST_OUTLETS = 2 / 3;

/** The noun phrases by which articles call members of a cast, by the member’s id. */
export class MemberPhrases {
  readonly found = new Map<string, FoundPhrase[]>();
  /** By article: words for what people are, by their last word. */
  readonly #roles: readonly ReadonlyMap<number, Match<RoleForm>>[];

  readonly #common: ReadonlySet<string>;
  /** Words of titles that names have, in small letters. */
  readonly #titleWords = new Set<string>();

  constructor(
    private readonly traces: readonly Trace[],
    private readonly lexicons: Lexicons,
    private readonly cast: Cast,
    private readonly wanted: ReadonlySet<string>,
  ) {
    this.#roles = traces.map(trace => rolesIn(trace, lexicons));
    this.#common = commonWords(traces);
    const taken = traces.map(trace => new Uint8Array(trace.words.length));
    for (const [article, trace] of traces.entries())
      for (const mention of trace.named) {
        const { sentence, form } = mention;
        const range = wordsInside(trace, { span: mention, sentence });
        const done = taken[article] as Uint8Array;
        done.fill(1, range.first, range.last);
        if (!wanted.has(mention.member) || isHeadline(trace, sentence) || range.last <= range.first) continue;
        const member = cast.members.get(mention.member) as Member;
        const use = { article, sentence, ...range };
        if (member.kind === 'person') this.#person(member, use, done);
        else if (form === 'proper' && mention.body === undefined) this.#body(member, use, done);
      }
    // What is a title before a name is one without it too: *Defence Secretary X*, *the defence secretary*.
    for (const [article, done] of taken.entries()) this.#nominals(article, done);
  }

  #add(member: Member, key: string, kind: DesignationKind, use: WordRange): void {
    getOrAdd(this.found, member.id, () => [] as FoundPhrase[]).push({ key, kind, use });
  }

  #person(member: Member, use: WordRange, taken: Uint8Array): void {
    const trace = this.traces[use.article] as Trace;
    if (isPartOfMore(trace, use)) return;
    let first = this.#widened(use);
    while (first < use.first && !/^\p{L}/u.test(wordAt(trace, first))) first++;
    taken.fill(1, first, use.first);
    this.#apposed(member, use, taken);
    const before = this.#wordsOf(trace, first, use.first);
    // *Mrs. X* is not the husband.
    const { titles_he, titles_she } = this.lexicons.names;
    const other = member.refers === 'he' ? titles_she : member.refers === 'she' ? titles_he : undefined;
    if (other !== undefined && before.some(word => other.has(word))) return;
    const { from = 0 } = trace.sentences[use.sentence] ?? {};
    for (let w = first; w < use.first; w++)
      if (isName(trace, w)) this.#titleWords.add(folded(wordAt(trace, w)));
    const titles = Array.from({ length: use.first - first }, (_, i) => first + i).filter(w =>
      this.#isTitle(use.article, w),
    );
    // What is said beside a title, but for names, which say where or whose: *embattled*, *real estate*.
    const more = this.#wordsOf(
      trace,
      first,
      use.first,
      w => !titles.includes(w) && this.#isSmall(trace, w, from) && this.#isTelling(folded(wordAt(trace, w))),
    );
    const kind =
      before.length === 0
        ? 'name'
        : before.every(word => this.#isCourtesy(word))
          ? 'style'
          : more.length > 0
            ? 'choice'
            : 'title';
    const key = this.#keyOf(
      kind === 'title' ? this.#wordsOf(trace, first, use.first, w => titles.includes(w)) : before,
    );
    this.#add(member, [...key, NAME].join(' '), key.length === 0 ? 'name' : kind, { ...use, first });
  }

  #wordsOf(
    trace: Trace,
    first: number,
    last: number,
    accepts: (w: number) => boolean = () => true,
  ): string[] {
    return wordsAt(trace, first, last)
      .map((word, i) => (accepts(first + i) ? folded(word) : ''))
      .filter(word => word !== '');
  }

  #isTitle(article: number, w: number): boolean {
    const roles = this.#roles[article];
    return [w, w + 1, w + 2, w + 3].some(last => {
      const role = roles?.get(last);
      return role !== undefined && role.first <= w;
    });
  }

  /** A body, a country or a territory by its name: what stands before it, and by which of its names it goes. */
  #body(member: Member, use: WordRange, taken: Uint8Array): void {
    const trace = this.traces[use.article] as Trace;
    if (isPartOfMore(trace, use, TAG.noun | TAG.name | TAG.adjective | TAG.number)) return;
    const [match] = this.lexicons.party.find(trace.words, use.first, use.last);
    if (match !== undefined && match.value.as !== 'name') return;
    let first = use.first;
    const { from = 0 } = trace.sentences[use.sentence] ?? {};
    while (first > from && this.#isModifier(trace, first - 1, first, from)) first--;
    taken.fill(1, first, use.first);
    const before = wordsAt(trace, first, use.first).map(folded);
    const key = [...this.#keyOf(before), NAME].join(' ');
    this.#add(member, key, before.length === 0 ? 'name' : 'choice', { ...use, first });
  }

  /** Where the titles and modifiers before a person’s name begin. */
  #widened({ article, sentence, first: name, last }: WordRange): number {
    const trace = this.traces[article] as Trace;
    const { from = 0 } = trace.sentences[sentence] ?? {};
    const isFull = last - name > 1;
    let first = name;
    while (first > from) {
      // A full stop is a word of its own.
      const w = wordAt(trace, first - 1) === '.' && first - 2 >= from ? first - 2 : first - 1;
      const role = this.#roles[article]?.get(first - 1) ?? this.#roles[article]?.get(w);
      const joined = gapBefore(trace, first);
      if (!/^\.?[\s\u00a0]*$/.test(joined) && !isHyphened(trace, first)) break;
      const word = folded(wordAt(trace, w));
      if (role !== undefined && role.first >= from && role.value.refers !== 'it') first = role.first;
      else if (this.#isCourtesy(word)) return w;
      else if (isHyphened(trace, first)) first = w;
      else if (w < first - 1) break;
      else if (first < name && isName(trace, w) && isTagged(trace, w, TAG.name | TAG.noun | TAG.adjective))
        first = w;
      else if (this.#isModifier(trace, w, first, from)) first = w;
      else if (this.#isNounBefore(trace, w, { name, first, from, isFull })) first = w;
      else break;
    }
    return first;
  }

  /** Nouns in small letters: *real estate tycoon X*; none before a title that is part of the name (*seating Judge X*). */
  #isNounBefore(
    trace: Trace,
    w: number,
    {
      name,
      first,
      from,
      isFull,
    }: { readonly name: number; readonly first: number; readonly from: number; readonly isFull: boolean },
  ): boolean {
    const word = folded(wordAt(trace, w));
    if (
      !isTagged(trace, w, TAG.noun) ||
      !this.#isSmall(trace, w, from) ||
      TIMES.has(word) ||
      NO_TERMS.has(word)
    )
      return false;
    if (/(?:ed|ing)$/.test(word) || isTagged(trace, w, TAG.verb)) return false;
    if (first < name) return !isName(trace, first);
    return isFull && this.#isPseudoTitle(trace, w, from);
  }

  /** A noun right before a full name is what somebody is, but for *in a statement X said*. */
  #isPseudoTitle(trace: Trace, w: number, from: number): boolean {
    let first = w;
    while (first > from && isTagged(trace, first - 1, TAG.noun | TAG.adjective) && !isName(trace, first - 1))
      first--;
    let before = first - 1;
    while (before > from && isName(trace, before) && folded(wordAt(trace, before)) !== 'the') before--;
    return (
      !/^(?:an?|his|her|in|at|during|on)$/.test(first > from ? folded(wordAt(trace, first - 1)) : '') &&
      !(before < first - 1 && before >= from && folded(wordAt(trace, before)) === 'the')
    );
  }

  /** An adjective or participle right before a noun or a name. */
  #isModifier(trace: Trace, w: number, next: number, from: number): boolean {
    const written = wordAt(trace, w);
    const word = folded(written);
    if (!/^\p{L}/u.test(written) || TIMES.has(word)) return false;
    if (!/^[\s\u00a0]*$/.test(gapBefore(trace, next)) && !isHyphened(trace, next)) return false;
    if (FORMER.has(word)) return true;
    if (NO_TERMS.has(word) || !this.#isSmall(trace, w, from)) return false;
    if (w > from && folded(wordAt(trace, w - 1)) === 'in') return false;
    const isVerbal = /.{3}(?:ed|ing)$/.test(word);
    if (isTagged(trace, w, TAG.adjective) && !isVerbal) return !isTagged(trace, w, TAG.function);
    // What the tagger takes for a verb is none between a determiner and a noun.
    if (word.endsWith('ing') && isName(trace, next)) return false;
    if (!isVerbal || isTagged(trace, w, TAG.function)) return false;
    return w > from && /^(?:the|an?)$/.test(folded(wordAt(trace, w - 1)));
  }

  /** What has no capital, or has one because it opens its sentence. */
  #isSmall(trace: Trace, w: number, from: number): boolean {
    if (!isName(trace, w)) return true;
    return (
      w === from &&
      /^\p{Lu}\p{Ll}+$/u.test(wordAt(trace, w)) &&
      !isTagged(trace, w, TAG.name) &&
      this.lexicons.party.find(trace.words, w, w + 1).length === 0
    );
  }

  /** Whether a word beside an office says more than which it is: not *former*, *first*, nor what most outlets say. */
  #isTelling(word: string): boolean {
    return !NO_TERMS.has(word) && !FORMER.has(word) && !TIMES.has(word) && !this.#common.has(word);
  }

  #isCourtesy(word: string): boolean {
    const { titles, titles_he, titles_she } = this.lexicons.names;
    return [titles, titles_he, titles_she].some(set => set.has(word) || set.has(`${word}.`));
  }

  /** *this president*, *our president*: said with the demonstrative or the possessive, else nothing. */
  #marker(trace: Trace, first: number, sentence: number): string {
    const { from = 0 } = trace.sentences[sentence] ?? {};
    if (first <= from || gapBefore(trace, first).trim() !== '') return '';
    const word = folded(wordAt(trace, first - 1));
    return DEMONSTRATIVES.has(word) || word === 'our' ? word : '';
  }

  /** Words of a key in one spelling, without names before the first title: whose they are or where. */
  #keyOf(words: readonly string[]): string[] {
    return words.map(word => {
      const plain = spelling(word, this.lexicons);
      return folded(
        plain === word ? spelling(`${word.charAt(0).toUpperCase()}${word.slice(1)}.`, this.lexicons) : plain,
      );
    });
  }

  /** *X, the embattled leader,*: what is said between commas behind a name. */
  #apposed(member: Member, use: WordRange, taken: Uint8Array): void {
    const trace = this.traces[use.article] as Trace;
    const { to = 0 } = trace.sentences[use.sentence] ?? {};
    // A mark is a word of its own.
    const w = use.last + 1;
    if (w + 1 >= to || wordAt(trace, w - 1) !== ',' || !/^(?:an?|the)$/.test(folded(wordAt(trace, w))))
      return;
    let last = w + 1;
    while (last < to && isNominal(trace, last)) last++;
    const head = last - 1;
    if (last === w + 1 || last > w + LONGEST || taken.subarray(w, last).includes(1)) return;
    if (last < to && !/^[,;.)–—]/.test(wordAt(trace, last))) return;
    if (!isTagged(trace, head, TAG.noun) || isName(trace, head) || !this.#isPerson(use.article, head)) return;
    const words = wordsAt(trace, w + 1, last).map(folded);
    const telling = words
      .slice(0, -1)
      .some(
        (word, i) =>
          this.#isTelling(word) && !isName(trace, w + 1 + i) && !this.#isTitle(use.article, w + 1 + i),
      );
    this.#add(member, this.#keyOf(words).join(' '), telling ? 'choice' : 'title', { ...use, first: w, last });
    taken.fill(1, w, last);
  }

  #isPerson(article: number, head: number): boolean {
    const trace = this.traces[article] as Trace;
    const word = folded(wordAt(trace, head));
    const role = this.#roles[article]?.get(head);
    if (role !== undefined) return role.value.refers !== 'it' && !/[^s]s$/.test(word);
    return AGENT.test(word);
  }

  /** *the president*, *the embattled leader*: followed to a person, or with *this* where one alone holds the office. */
  #nominals(article: number, taken: Uint8Array): void {
    const trace = this.traces[article] as Trace;
    for (const { span, member: id } of trace.people) {
      if (id === undefined || !this.wanted.has(id)) continue;
      const sentence = sentenceAt(trace, span.start);
      if (isHeadline(trace, sentence)) continue;
      const { first, last } = wordsInside(trace, { span, sentence });
      if (last <= first || taken.subarray(first, last).includes(1)) continue;
      this.#nominal(this.cast.members.get(id) as Member, { article, sentence, first, last });
      taken.fill(1, first, last);
    }
    for (const [w, role] of this.#roles[article] ?? []) {
      if (taken[w] === 1 || role.value.refers === 'it') continue;
      const sentence = sentenceAt(trace, trace.words.start[w] as number);
      if (isHeadline(trace, sentence)) continue;
      const { from = 0 } = trace.sentences[sentence] ?? {};
      let { first } = role;
      while (first > from && this.#isModifier(trace, first - 1, first, from)) first--;
      if (!/^(?:this|our)$/.test(this.#marker(trace, first, sentence))) continue;
      const held = this.#holderOf(folded(wordAt(trace, w)), article);
      if (held === undefined || isPartOfMore(trace, { article, sentence, first, last: w + 1 })) continue;
      this.#nominal(held, { article, sentence, first: first - 1, last: w + 1 });
      taken.fill(1, first - 1, w + 1);
    }
  }

  #nominal(member: Member, { first, ...use }: WordRange & { readonly first: number }): void {
    const trace = this.traces[use.article] as Trace;
    const determined = DETERMINER.test(folded(wordAt(trace, first)));
    const start = determined ? first + 1 : first;
    if (start >= use.last) return;
    const marker = determined ? this.#marker(trace, start, use.sentence) : '';
    const words = wordsAt(trace, start, use.last).map(folded);
    const key = [marker, ...this.#keyOf(words)].filter(Boolean).join(' ');
    const owner = determined && POSSESSIVES.has(folded(wordAt(trace, first)));
    const isOffice = words.every(
      (word, i) =>
        !this.#isTelling(word) ||
        this.#titleWords.has(word) ||
        this.#isTitle(use.article, start + i) ||
        isName(trace, start + i),
    );
    this.#add(member, key, marker === '' && (owner || isOffice) ? 'title' : 'choice', { ...use, first });
  }

  /** The one person of those asked for whom an article names and who holds an office. */
  #holderOf(office: string, article: number): Member | undefined {
    const named = new Set(this.traces[article]?.named.map(({ member }) => member));
    const holders = [...this.wanted]
      .filter(id => named.has(id))
      .map(id => this.cast.members.get(id) as Member)
      .filter(({ kind, offices }) => kind === 'person' && offices.includes(office));
    return holders.length === 1 ? holders[0] : undefined;
  }
}

const DETERMINER = /^(?:the|an?|this|that|these|those|his|her|its|our|their|your|my)$/;
const AGENT = /(?:er|or|ist|ian|ee|man|woman)$/;

/** Words that most outlets of a story use: what they add to a name tells no outlet from another. */
function commonWords(traces: readonly Trace[]): Set<string> {
  const outlets = new Map<string, Set<string>>();
  for (const trace of traces)
    for (let w = 0; w < trace.words.length; w++)
      getOrAdd(outlets, folded(wordAt(trace, w)), () => new Set<string>()).add(trace.outlet);
  const all = new Set(traces.map(({ outlet }) => outlet)).size;
  return new Set(
    [...outlets].filter(([, some]) => some.size > 1 && some.size >= MOST_OUTLETS * all).map(([word]) => word),
  );
}

const isHeadline = (trace: Trace, sentence: number): boolean =>
  trace.sentences[sentence]?.zone === 'headline';

const isNominal = (trace: Trace, w: number): boolean =>
  isTagged(trace, w, TAG.noun | TAG.name | TAG.adjective) ||
  isHyphened(trace, w) ||
  /.{3}ed$/.test(wordAt(trace, w));

/** Whether words stand before a noun that they belong to, or before a possessive’s: *the X administration*. */
function isPartOfMore(trace: Trace, { sentence, last }: WordRange, tags = TAG.noun | TAG.name): boolean {
  const { to = 0 } = trace.sentences[sentence] ?? {};
  if (last >= to) return false;
  const gap = gapBefore(trace, last);
  if (isHyphened(trace, last)) return true;
  if (!/^[\s\u00a0]*$/.test(gap)) return false;
  return (
    isTagged(trace, last, tags) && !isTagged(trace, last, TAG.verb) && !TIMES.has(folded(wordAt(trace, last)))
  );
}

function rolesIn(trace: Trace, { role }: Lexicons): Map<number, Match<RoleForm>> {
  const roles = new Map<number, Match<RoleForm>>();
  for (const { from, to } of trace.sentences)
    for (const match of role.find(trace.words, from, to)) roles.set(match.last - 1, match);
  return roles;
}

const sentenceAt = ({ sentences }: Trace, offset: number): number =>
  Math.max(
    0,
    lowerBound(sentences.length, i => (sentences[i] as Trace['sentences'][number]).span.start, offset + 1) -
      1,
  );
