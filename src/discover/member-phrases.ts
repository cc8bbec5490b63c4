import { TIMES } from '../english/calendar.js';
import { FORMER, PASSIVE_AUXILIARIES, POSSESSIVES } from '../english/closed-classes.js';
import { NO_TERMS } from '../english/generic.js';
import type { Cast, Member } from '../model/cast.js';
import { getOrAdd } from '../model/collections.js';
import type { DesignationKind } from '../model/designation.js';
import type { Lexicons } from '../model/lexicon.js';
import { lowerBound } from '../model/sorted.js';
import { TAG, type Trace } from '../model/story.js';
import { folded } from '../text/keys.js';
import { isTagged, wordAt, wordsInside } from '../text/trace.js';
import {
  DETERMINER,
  endOfPhrase,
  isHeadline,
  isPartOfMore,
  markerBefore,
  NameEdges,
  smallWordsAt,
  startOfSentence,
} from './name-edges.js';
import { isName, type WordRange } from './slots.js';

/** A noun phrase that stands for somebody or something. */
export interface FoundPhrase {
  /** The same for spellings, numbers and names of one. */
  readonly key: string;
  readonly kind: DesignationKind;
  readonly use: WordRange;
  /** Of a thing: whether it stands where its other name does. */
  readonly shared?: boolean;
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
  readonly #edges: NameEdges;
  readonly #common: ReadonlySet<string>;
  /** Words of titles that names have. */
  readonly #titleWords = new Set<string>();
  /** By article and word: 1 where a phrase was found, or somebody else is named. */
  readonly #taken: readonly Uint8Array[];

  constructor(
    private readonly traces: readonly Trace[],
    private readonly lexicons: Lexicons,
    private readonly cast: Cast,
    private readonly wanted: ReadonlySet<string>,
  ) {
    this.#edges = new NameEdges(traces, lexicons);
    this.#common = commonWords(traces);
    this.#taken = traces.map(({ words }) => new Uint8Array(words.length));
    for (const [article, trace] of traces.entries())
      for (const mention of trace.named) {
        const { sentence } = mention;
        const use = { article, sentence, ...wordsInside(trace, { span: mention, sentence }) };
        this.#take(use);
        const member = wanted.has(mention.member) ? cast.members.get(mention.member) : undefined;
        if (member === undefined || isHeadline(trace, sentence) || use.last <= use.first) continue;
        if (member.kind === 'person') this.#person(member, use);
        else if (mention.body === undefined && isName(trace, use.first)) this.#body(member, use);
      }
    // What is a title before a name is one without it too: *Defence Secretary X*, *the defence secretary*.
    for (const article of traces.keys()) {
      this.#followed(article);
      this.#pointedAt(article);
    }
  }

  #traceOf({ article }: Pick<WordRange, 'article'>): Trace {
    return this.traces[article] as Trace;
  }

  #take({ article, first, last }: WordRange): void {
    this.#taken[article]?.fill(1, first, last);
  }

  #isTaken({ article, first, last }: WordRange): boolean {
    return this.#taken[article]?.subarray(first, last).includes(1) === true;
  }

  #add(member: Member, key: readonly string[], kind: DesignationKind, use: WordRange): void {
    this.#take(use);
    getOrAdd(this.found, member.id, () => [] as FoundPhrase[]).push({ key: key.join(' '), kind, use });
  }

  /** A person by name, with all that stands before it, and with what stands behind it between commas. */
  #person(member: Member, use: WordRange): void {
    const trace = this.#traceOf(use);
    if (isPartOfMore(trace, use)) return;
    const first = this.#edges.startOf(use);
    this.#apposed(member, use);
    const before = range(first, use.first);
    const words = smallWordsAt(trace, before);
    if (this.#isOther(member, words)) return;
    for (const w of before) if (isName(trace, w)) this.#titleWords.add(folded(wordAt(trace, w)));
    const titles = before.filter(w => this.#edges.isTitle(use.article, w));
    const from = startOfSentence(trace, use.sentence);
    // What is said beside a title, but for names, which say where or whose: *embattled*, *real estate*.
    const more = before.filter(
      w =>
        !titles.includes(w) &&
        this.#edges.isSmall(trace, w, from) &&
        this.#isTelling(folded(wordAt(trace, w))),
    );
    const whole = { ...use, first };
    if (words.every(word => this.#edges.isCourtesy(word)))
      this.#add(member, [...words, NAME], words.length === 0 ? 'name' : 'style', whole);
    else if (more.length > 0) this.#add(member, [...this.#edges.keyOf(words), NAME], 'choice', whole);
    else {
      const key = this.#edges.keyOf(smallWordsAt(trace, titles));
      this.#add(member, [...key, NAME], key.length === 0 ? 'name' : 'title', whole);
    }
  }

  /** *Mrs. X* is not her husband. */
  #isOther({ refers }: Member, words: readonly string[]): boolean {
    const { titles_he, titles_she } = this.lexicons.names;
    const others = refers === 'he' ? titles_she : refers === 'she' ? titles_he : undefined;
    return words.some(word => others?.has(word) === true);
  }

  /** A body, a country or a territory by its name, with what stands before it. */
  #body(member: Member, use: WordRange): void {
    const trace = this.#traceOf(use);
    if (isPartOfMore(trace, use, TAG.noun | TAG.name | TAG.adjective | TAG.number)) return;
    const [match] = this.lexicons.party.find(trace.words, use.first, use.last);
    // A body of a country is a member of its own where the story is not about countries.
    const names = member.kind === 'organisation' ? ['name', 'body'] : ['name'];
    if (match !== undefined && !names.includes(match.value.as)) return;
    const from = startOfSentence(trace, use.sentence);
    let { first } = use;
    while (first > from && this.#edges.isModifier(trace, first - 1, first, from)) first--;
    const key = this.#edges.keyOf(smallWordsAt(trace, range(first, use.first)));
    this.#add(member, [...key, NAME], key.length === 0 ? 'name' : 'choice', { ...use, first });
  }

  /** *X, the embattled leader,*: what is said between commas behind a name. */
  #apposed(member: Member, { last: end, ...use }: WordRange): void {
    const trace = this.#traceOf(use);
    const { to = 0 } = trace.sentences[use.sentence] ?? {};
    // A mark is a word of its own.
    const first = end + 1;
    if (first + 1 >= to || wordAt(trace, end) !== ',' || !/^(?:an?|the)$/.test(folded(wordAt(trace, first))))
      return;
    const last = endOfPhrase(trace, first + 1, to);
    const head = last - 1;
    if (head <= first || last - first > LONGEST || this.#isTaken({ ...use, first, last })) return;
    if (last < to && !/^[,;.)–—]/.test(wordAt(trace, last))) return;
    if (!isTagged(trace, head, TAG.noun) || isName(trace, head) || !this.#edges.isPerson(use.article, head))
      return;
    const telling = range(first + 1, head).some(w => this.#isDescription(use.article, w));
    const key = this.#edges.keyOf(smallWordsAt(trace, range(first + 1, last)));
    this.#add(member, key, telling ? 'choice' : 'title', { ...use, first, last });
  }

  /** *the president*, *the embattled leader*: offices that were followed to a person. */
  #followed(article: number): void {
    const trace = this.#traceOf({ article });
    for (const { span, member: id } of trace.people) {
      const member = id !== undefined && this.wanted.has(id) ? this.cast.members.get(id) : undefined;
      const sentence = sentenceAt(trace, span.start);
      const use = { article, sentence, ...wordsInside(trace, { span, sentence }) };
      if (member === undefined || isHeadline(trace, sentence) || use.last <= use.first || this.#isTaken(use))
        continue;
      this.#nominal(member, use);
    }
  }

  /** *this president*, where one person alone of those named holds the office. */
  #pointedAt(article: number): void {
    const trace = this.#traceOf({ article });
    for (const [head, role] of this.#edges.roles[article] ?? []) {
      const sentence = sentenceAt(trace, trace.words.start[head] as number);
      const from = startOfSentence(trace, sentence);
      let { first } = role;
      while (first > from && this.#edges.isModifier(trace, first - 1, first, from)) first--;
      const use = { article, sentence, first: first - 1, last: head + 1 };
      if (!/^(?:this|our)$/.test(markerBefore(trace, first, sentence)) || role.value.refers === 'it')
        continue;
      if (this.#isTaken(use) || isHeadline(trace, sentence) || isPartOfMore(trace, use)) continue;
      const member = this.#holderOf(folded(wordAt(trace, head)), article);
      if (member !== undefined) this.#nominal(member, use);
    }
  }

  #nominal(member: Member, use: WordRange): void {
    const trace = this.#traceOf(use);
    const determiner = folded(wordAt(trace, use.first));
    const start = DETERMINER.test(determiner) ? use.first + 1 : use.first;
    // *became the oldest president* says what somebody is, and is no name.
    const before =
      use.first > startOfSentence(trace, use.sentence) ? folded(wordAt(trace, use.first - 1)) : '';
    if (start >= use.last || PASSIVE_AUXILIARIES.has(before)) return;
    const marker = start > use.first ? markerBefore(trace, start, use.sentence) : '';
    const words = range(start, use.last);
    const isChoice =
      marker !== '' ||
      (!POSSESSIVES.has(determiner) &&
        words.some(
          w => this.#isDescription(use.article, w) && !this.#titleWords.has(folded(wordAt(trace, w))),
        ));
    const key = this.#edges.keyOf(smallWordsAt(trace, words));
    this.#add(member, marker === '' ? key : [marker, ...key], isChoice ? 'choice' : 'title', use);
  }

  /** Whether a word beside an office says more than which: no name, no part of the office, not what most outlets say. */
  #isDescription(article: number, w: number): boolean {
    const trace = this.#traceOf({ article });
    return this.#isTelling(folded(wordAt(trace, w))) && !isName(trace, w) && !this.#edges.isTitle(article, w);
  }

  #isTelling(word: string): boolean {
    return !NO_TERMS.has(word) && !FORMER.has(word) && !TIMES.has(word) && !this.#common.has(word);
  }

  /** The one person of those asked for whom an article names and who holds an office. */
  #holderOf(office: string, article: number): Member | undefined {
    const named = new Set(this.#traceOf({ article }).named.map(({ member }) => member));
    const holders = [...this.wanted].flatMap(id => {
      const member = named.has(id) ? this.cast.members.get(id) : undefined;
      return member?.kind === 'person' && member.offices.includes(office) ? [member] : [];
    });
    return holders.length === 1 ? holders[0] : undefined;
  }
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);

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

function sentenceAt({ sentences }: Trace, offset: number): number {
  const startAt = (s: number): number => sentences[s]?.span.start ?? 0;
  return Math.max(0, lowerBound(sentences.length, startAt, offset + 1) - 1);
}
