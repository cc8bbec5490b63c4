import { DAYS_AND_MONTHS } from '../english/calendar.js';
import { FUNCTION_WORDS, OTHER_PLACE, PLACE_PREPOSITIONS } from '../english/closed-classes.js';
import { HYPHEN, QUOTATION_MARK } from '../english/orthography.js';
import { isCapital, isTitleCase } from '../english/title-case.js';
import type { NameUse } from '../model/cast.js';
import type { Sentence } from '../model/doc.js';
import type { Match, PartyForm } from '../model/lexicon.js';
import { plainKey } from '../model/text.js';
import type { Draft } from './draft.js';
import { type BareName, type NameClues, NameReader } from './name-clues.js';
import { isSeatOfGovernment } from './seats.js';
import { tokensOf } from './sentences.js';

/** A single letter, with or without a full stop: *F.* */
const INITIAL = /^\p{Lu}\.?$/u;
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/;
/** How many names to either side say something of a name. */
const NEIGHBOURS = 8;
/** Which of them make another person of the same name: the son and not the father. */
const TELLING = /^(?:Jr|Sr)/;
const ABBREVIATION = /^(?:\p{Lu}[\p{Lu}\d&]{1,7}|(?:\p{Lu}\.){2,}\p{Lu}?)$/u;
/**
 * Every place where a name stands, from the first to the last: names that the parties lexicons list, and capitalised
 * words in a row, told from offices and titles before them. What they name is settled over all articles of a story.
 */
export function findNames(draft: Omit<Draft, 'names'>): NameUse[] {
  const finder = new NameFinder(draft);
  return draft.cut.sentences.flatMap(sentence => finder.namesIn(sentence));
}

class NameFinder extends NameReader {
  #titleCase = false;
  /** Match by token. */
  #matches: (Match<PartyForm> | undefined)[] = [];
  /** Tokens of what the lexicons say is none of their names. */
  readonly #excepted = new Set<number>();

  constructor(protected override readonly draft: Omit<Draft, 'names'>) {
    super(draft);
  }

  namesIn(sentence: Sentence): NameUse[] {
    const { first, last } = sentence;
    this.#titleCase =
      (sentence.zone === 'headline' || this.#isLine(sentence)) &&
      isTitleCase(this.cut.text.slice(first, last));
    const bare = this.#bareNames(sentence);
    if (bare.length === 0) return [];
    const clues: NameClues[] = bare.map((name, n) =>
      this.cluesOf(name, bare.slice(Math.max(0, n - NEIGHBOURS), n + NEIGHBOURS + 1), sentence),
    );
    const inTitle = new Set(clues.flatMap(each => each.inTitle));
    return bare.map((name, n) => this.#use(name, clues[n] as NameClues, inTitle.has(name), sentence));
  }

  #isTag(i: number): boolean {
    const letter = (this.cut.text[i] as string).replace('.', '');
    return this.lexicons.partyTags.has(letter) && /^[(,]$/.test(this.word(i - 1)) && this.touches(i + 1);
  }

  /** A line of its own that ends in no full stop is a heading. */
  #isLine({ index, paragraph, last }: Sentence): boolean {
    const { sentences } = this.cut;
    return (
      this.word(last - 1) !== '.' &&
      sentences[index - 1]?.paragraph !== paragraph &&
      sentences[index + 1]?.paragraph !== paragraph
    );
  }

  /** Names in the order of the sentence; they do not overlap. */
  #bareNames(sentence: Sentence): BareName[] {
    const { first, last } = sentence;
    const found: BareName[] = [];
    this.#matches = this.#matchesIn(sentence);
    for (let i = first; i < last; ) {
      const match = this.#matches[i - first];
      if (match === undefined && !this.#begins(i, sentence)) {
        i++;
        continue;
      }
      // *(R-Ohio)* says what party somebody is of.
      if (HYPHEN.test(this.word(i + 1)) && this.#isTag(i)) {
        i = this.#runEnd(i, sentence);
        continue;
      }
      const end = this.#runEnd(i, sentence);
      if (end === i) {
        i = Math.max(i + 1, match === undefined ? 0 : this.#lastOf(match));
        continue;
      }
      found.push(...this.#namesOf(i, end, sentence));
      i = end;
    }
    return found;
  }

  #matchesIn(sentence: Sentence): (Match<PartyForm> | undefined)[] {
    const { words, lexicons, cut } = this.draft;
    const at: (Match<PartyForm> | undefined)[] = [];
    let placeEnds = -1;
    this.#excepted.clear();
    for (const found of lexicons.party.withExceptions(words, sentence.from, sentence.to)) {
      const [first, last] = tokensOf(cut, found);
      if (found.value === undefined) {
        for (let i = first; i < last; i++) this.#excepted.add(i);
        continue;
      }
      const match = found as Match<PartyForm>;
      // *ex-Republican* is no name of the party.
      if ((cut.start[first] as number) < match.start) continue;
      if (match.value.as === 'seat' && !isSeatOfGovernment(match, sentence, this.draft, placeEnds)) {
        placeEnds = match.last;
        continue;
      }
      for (let i = first; i < last; i++) at[i - sentence.first] = match;
    }
    return at;
  }

  #lastOf({ start, end }: Match<PartyForm>): number {
    return tokensOf(this.cut, { start, end })[1];
  }

  #matchAt(i: number, { first }: Sentence): Match<PartyForm> | undefined {
    return this.#matches[i - first];
  }

  /** Whether a token is written as a name. */
  #isName(i: number): boolean {
    const written = this.cut.text[i] ?? '';
    return (
      isCapital(written) &&
      !(DAYS_AND_MONTHS.has(this.word(i)) && !this.#isGiven(i)) &&
      !/^(?:I|['’].*|\p{Lu}['’]\p{Ll}+)$/u.test(written)
    );
  }

  #isGiven(i: number): boolean {
    return this.#isGivenName(this.word(i));
  }

  #isGivenName(word: string): boolean {
    const { given, given_he, given_she } = this.lexicons.names;
    return given_he.has(word) || given_she.has(word) || given.has(word);
  }

  #begins(i: number, { first }: Sentence): boolean {
    if (!this.#isName(i)) return false;
    // The rest of a compound: *Mar-a-Lago*.
    if (i > first && HYPHEN.test(this.word(i - 1)) && this.touches(i) && this.touches(i - 1)) return false;
    const opening = this.opens(i, first);
    if (opening && FUNCTION_WORDS.has(this.word(i))) return false;
    // At the head of a sentence a plain word has a capital, too; one that a name follows may belong to it.
    if (opening && this.pos[i] !== 'PROPN' && !this.#isGiven(i))
      return this.officeAt(i) !== undefined || this.#isName(i + 1);
    return !FUNCTION_WORDS.has(this.word(i)) || this.#isName(i + 1);
  }

  /** Where the row of names ends that begins at a token: over initials, particles, hyphens, and *of* within a body's name. */
  #runEnd(from: number, sentence: Sentence): number {
    const { last } = sentence;
    const { heads, particles, matters } = this.lexicons.names;
    let i = from;
    let body = false;
    let purpose = false;
    while (i < last) {
      const word = this.word(i);
      if (i > from && this.#opensLine(i)) break;
      if (this.#matchAt(i, sentence) !== undefined || this.#isName(i)) {
        if (i > from && DAYS_AND_MONTHS.has(word) && !this.#isGiven(i)) break;
        if (heads.has(word)) body = true;
        i++;
        continue;
      }
      if (i === from) break;
      const next = i + 1 < last && (this.#isName(i + 1) || this.#matchAt(i + 1, sentence) !== undefined);
      if (word === '.' && this.touches(i) && INITIAL.test(this.cut.text[i - 1] as string) && next) i++;
      else if (word === '&' && next) i += 2;
      else if (particles.has(word) && (next || particles.has(this.word(i + 1)))) i++;
      else if (HYPHEN.test(word) && this.touches(i) && this.#joinsHyphen(i, from, sentence)) i += 2;
      else if (this.#joinsCompound(i, sentence)) i += 4;
      else if (body && /^(?:of|for|on|against)$/.test(word) && this.#opensPurpose(i + 1, last)) {
        i += this.lower[i + 1] === 'the' ? 2 : 1;
        purpose = true;
      } else if (word === 'and' && purpose && next && matters.has(this.word(i + 1))) i++;
      else break;
    }
    return i;
  }

  #opensLine(i: number): boolean {
    return this.draft.prose.slice(this.cut.end[i - 1], this.cut.start[i]).includes('\n');
  }

  /** *Jean-Claude*, *Barron-Lopez*, *Jong-un*; not *Mexico-Guatemala*. */
  #joinsHyphen(i: number, from: number, sentence: Sentence): boolean {
    if (this.cut.start[i + 1] !== this.cut.end[i]) return false;
    if (this.#matchAt(i - 1, sentence) !== undefined || this.#matchAt(i + 1, sentence) !== undefined)
      return false;
    if (this.#isName(i + 1)) return this.#isGiven(i - 1) || !HYPHEN.test(this.word(i - 2));
    return (
      i - from > 1 && /^\p{Ll}{2,4}$/u.test(this.cut.text[i + 1] as string) && this.pos[i - 1] === 'PROPN'
    );
  }

  /** *Mar-a-Lago* */
  #joinsCompound(i: number, sentence: Sentence): boolean {
    return (
      HYPHEN.test(this.word(i)) &&
      HYPHEN.test(this.word(i + 2)) &&
      [0, 1, 2, 3].every(n => this.touches(i + n)) &&
      /^\p{Ll}{1,4}$/u.test(this.cut.text[i + 1] as string) &&
      this.#isName(i + 3) &&
      this.#matchAt(i - 1, sentence) === undefined
    );
  }

  #opensPurpose(i: number, last: number): boolean {
    const at = this.lower[i] === 'the' ? i + 1 : i;
    return at < last && this.#isName(at) && !FUNCTION_WORDS.has(this.word(at)) && !this.isTitle(at);
  }

  /** The names in a row: what is listed, what stands behind titles and offices, what stands between. */
  *#namesOf(from: number, to: number, sentence: Sentence): Generator<BareName> {
    let whole = from;
    let first = from;
    for (let i = from; i < to; ) {
      const match = this.#matchAt(i, sentence);
      const office = this.officeAt(i);
      const last = match === undefined ? i + 1 : Math.min(to, this.#lastOf(match));
      const start = first === i ? i : first;
      if (match !== undefined && this.#standsAlone(match, i, last, start, to)) {
        if (start < i) yield* this.#plain(whole, start, i);
        yield { whole: start < i ? i : whole, first: i, last, listed: match.value };
        whole = first = last;
        i = last;
      } else if (
        match === undefined &&
        (this.isTitle(i) || (office !== undefined && this.#isTitleOffice(i, from, to)))
      ) {
        const end = office === undefined ? i + 1 : Math.max(i + 1, Math.min(to, office.last));
        if (start < i) {
          yield* this.#plain(whole, start, i);
          whole = i;
        }
        first = i = this.lower[end] === '.' && this.touches(end) ? end + 1 : end;
      } else i = last;
    }
    yield* this.#plain(whole, first, to);
  }

  /** An office within a body’s name is a part of it: *Attorney General’s Office*, *Majority Leader PAC*. */
  #isTitleOffice(i: number, from: number, to: number): boolean {
    const office = this.officeAt(i);
    if (office === undefined || office.value.role === 'outlet') return false;
    return i === from || office.last >= to || !this.lexicons.names.heads.has(this.word(to - 1));
  }

  /** Whether what is listed is a name by itself, and not a part of a longer one: *Trump Tower*, *Steve Israel*. */
  #standsAlone(
    { value: { as } }: Match<PartyForm>,
    i: number,
    last: number,
    start: number,
    to: number,
  ): boolean {
    if (as === 'person' && last < to && SUFFIX.test(this.cut.text[last] as string)) return false;
    if (this.#titleCase) return true;
    const { heads } = this.lexicons.names;
    const hyphened = HYPHEN.test(this.word(last));
    const next =
      last < to &&
      !hyphened &&
      this.#isName(last) &&
      !this.isTitle(last) &&
      !this.#isTitleOffice(last, i, to);
    const before = start < i && !HYPHEN.test(this.word(i - 1));
    if (as === 'body' || as === 'collective') return true;
    if (as === 'person') {
      if (before && (this.#isGiven(i - 1) || INITIAL.test(this.cut.text[i - 1] as string))) return false;
      return !next || this.matchBegins(last) || this.#isGiven(last);
    }
    // *the American Bar Association*, *the American Association of Bakers*
    const isHead = (k: number): boolean => heads.has(this.word(k));
    const ofBody =
      isHead(to - 1) ||
      (!this.matchBegins(last) && this.hasIn(last, to, k => isHead(k) && this.lower[k + 1] === 'of'));
    if (next && ofBody && !this.hasIn(last, to, k => this.#isTitleOffice(k, i, to))) return false;
    if (before && OTHER_PLACE.has(this.word(i - 1))) return false;
    // *Mr. China*
    if (as === 'name' && i === start && this.isTitle(this.word(i - 1) === '.' ? i - 2 : i - 1)) return false;
    if (as === 'demonym') return true;
    if (before && this.#isGiven(i - 1)) return false;
    return !(next && this.#isGiven(i) && last - i === 1);
  }

  private matchBegins(i: number): boolean {
    return this.#matches.some(match => match !== undefined && this.cut.start[i] === match.start);
  }

  *#plain(whole: number, first: number, last: number): Generator<BareName> {
    let to = last;
    while (to > first && !/[\p{L}\p{N}]/u.test(this.cut.text[to - 1] as string)) to--;
    // *Ada Moss Photo: The Pilot*: a label, and no name.
    while (to - first > 1 && this.lower[to] === ':' && this.lexicons.names.things.has(this.word(to - 1)))
      to--;
    let from = first;
    while (from < to && (HYPHEN.test(this.word(from)) || this.word(from) === '.' || this.word(from) === '&'))
      from++;
    if (from >= to) return;
    // *the X deal*: by itself the name of the party would be left.
    if (to - from === 1 && whole === first && this.#excepted.has(from)) return;
    if (!this.hasIn(from, to, k => this.cut.text[k]!.length > 1 && !SUFFIX.test(this.cut.text[k] as string)))
      return;
    if (!this.#titleCase) yield { whole: whole === first ? from : whole, first: from, last: to };
    // Each word may be a name, or belong to one with those after it.
    else
      for (let i = from, end = i; i < to; i = end) {
        for (end = i + 1; end < to && (HYPHEN.test(this.word(end)) || HYPHEN.test(this.word(end - 1))); )
          end++;
        yield { whole: i === from && whole !== first ? whole : i, first: i, last: end };
      }
  }

  #use(
    { whole, first, last, listed }: BareName,
    clues: NameClues,
    inTitle: boolean,
    sentence: Sentence,
  ): NameUse {
    const words: string[] = [];
    let suffix: string | undefined;
    for (let i = first; i < last; i++) {
      const written = this.cut.text[i] as string;
      if (SUFFIX.test(written)) {
        if (TELLING.test(written)) suffix = written.replace('.', '');
        continue;
      }
      if (INITIAL.test(written) && last - first > 1 && i > first) continue;
      if (written === '.' || QUOTATION_MARK.test(written)) continue;
      if (HYPHEN.test(written) && words.length > 0) {
        words[words.length - 1] += `-${this.cut.text[i + 1] ?? ''}`;
        i++;
      } else words.push(written);
    }
    if (suffix === undefined && this.lower[last] === ',' && TELLING.test(this.cut.text[last + 1] ?? ''))
      suffix = (this.cut.text[last + 1] as string).replace('.', '');
    const { heads, given_he, given_she } = this.lexicons.names;
    const givenAt = words.findIndex(word => this.#isGivenName(word.toLowerCase()));
    const one = last - first === 1;
    const given = this.lower[first] as string;
    const byGivenName = clues.refers === undefined && !one && (given_he.has(given) || given_she.has(given));
    const refers = clues.refers ?? (byGivenName ? (given_he.has(given) ? 'he' : 'she') : undefined);
    const ofBody = this.hasIn(first, last, k => heads.has(this.word(k))) ? 2 : 0;
    const opens = this.opens(whole, sentence.first);
    const isLabel = opens && this.lower[last] === ':'; // "MOSS: We leave."
    const abbreviates = one && !isLabel && ABBREVIATION.test(this.cut.text[first] as string);
    const abbreviation = this.#abbreviationAfter(last);
    const use: { -readonly [K in keyof NameUse]: NameUse[K] } = {
      first,
      last,
      whole,
      sentence: sentence.index,
      start: this.cut.start[first] as number,
      end: this.cut.end[last - 1] as number,
      words,
      key: plainKey(words),
      titleCase: this.#titleCase,
      inTitle,
      opens,
      personal: clues.personal,
      given: !one && (givenAt === 0 || (words.length > 1 && INITIAL.test(words[0] as string))),
      givenAt,
      bodily: ofBody + Number(abbreviates),
      thing: this.hasIn(first, last, k => this.lexicons.names.things.has(this.word(k))),
      definite: this.lower[whole - 1] === 'the' && whole === first,
      place: PLACE_PREPOSITIONS.has(this.word(whole - 1)),
      byGivenName,
      offices: clues.offices,
      belongs: clues.belongs,
      acts: clues.acts,
      speaks: clues.speaks,
    };
    if (suffix !== undefined) use.suffix = suffix;
    if (listed !== undefined) use.listed = listed;
    if (refers !== undefined) use.refers = refers;
    if (clues.kind !== undefined) use.kind = clues.kind;
    if (abbreviation !== undefined) use.abbreviation = abbreviation;
    return use;
  }

  /** *the Harbour Pilots’ Union (HPU)* */
  #abbreviationAfter(last: number): string | undefined {
    const written = this.cut.text[last + 1] ?? '';
    return this.lower[last] === '(' && this.lower[last + 2] === ')' && ABBREVIATION.test(written)
      ? plainKey([written])
      : undefined;
  }
}
