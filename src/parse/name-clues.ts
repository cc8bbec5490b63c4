import { FORMER, JOINS_NOUN_BEFORE } from '../english/closed-classes.js';
import { DASH, OPENING_MARK, POSSESSIVE_ENDING } from '../english/orthography.js';
import type { Belonging, Gender } from '../model/cast.js';
import type { Sentence } from '../model/doc.js';
import type { PartyForm, SourceKind } from '../model/lexicon.js';
import { plainKey } from '../model/text.js';
import type { Cue } from './attributions/cue.js';
import { type Draft, DraftReader } from './draft.js';
import type { Office } from './offices.js';
import type { Phrase } from './phrases.js';

/** What a name is before its clues are read, on the tokens. */
export interface BareName {
  readonly whole: number;
  readonly first: number;
  readonly last: number;
  readonly listed?: PartyForm;
}

/** What the words beside a name say of its bearer. */
export interface NameClues {
  readonly personal: number;
  readonly refers: Gender | undefined;
  readonly kind: SourceKind | undefined;
  readonly offices: readonly string[];
  readonly belongs: readonly Belonging[];
  readonly acts: boolean;
  readonly speaks: boolean;
  /** Names that are a part of the title: *the Armenian foreign minister X*. */
  readonly inTitle: readonly BareName[];
}

interface Learning {
  personal: number;
  refers: Gender | undefined;
  kind: SourceKind | undefined;
  readonly offices: string[];
  readonly belongs: Belonging[];
  readonly inTitle: BareName[];
}

/** Reads the words beside names: titles, offices, appositions, marks of a political party, speech. */
export abstract class NameReader extends DraftReader {
  /** Where reporting verbs begin, and where they end. */
  readonly #speaking = new Set<number>();
  readonly #spoken = new Set<number>();

  constructor(protected override readonly draft: Omit<Draft, 'names'>) {
    super(draft);
    for (const cue of draft.cues.flat() as readonly Cue[]) {
      if (cue.frames.includes('noun')) continue;
      this.#speaking.add(cue.group);
      this.#spoken.add(cue.last);
    }
  }

  protected officeAt(i: number): Office | undefined {
    return this.offices.at(i);
  }

  /** Whether a token is a form of address: *Mr*. */
  protected isTitle(i: number): boolean {
    const { titles, titles_he, titles_she } = this.lexicons.names;
    const word = this.word(i);
    return titles.has(word) || titles_he.has(word) || titles_she.has(word);
  }

  /** Whether a token opens a sentence or a quotation, where a capital says little. */
  protected opens(i: number, first: number): boolean {
    const before = this.word(i - 1);
    return i === first || OPENING_MARK.test(before) || /^[:—–]$/.test(before);
  }

  /** Whether a token touches the one before it. */
  protected touches(i: number): boolean {
    return this.cut.start[i] === this.cut.end[i - 1];
  }

  protected cluesOf(name: BareName, names: readonly BareName[], sentence: Sentence): NameClues {
    const { whole, first, last } = name;
    const learnt: Learning = {
      personal: 0,
      refers: undefined,
      kind: undefined,
      offices: [],
      belongs: [],
      inTitle: [],
    };
    for (let i = whole; i < first; i++) this.#title(i, learnt);
    const listed = name.listed?.as;
    const isPerson = listed === undefined || listed === 'person';
    if (isPerson) this.#phrasesBeside(name, names, sentence, learnt);
    // *Senate Democrats*: the body only says which of them.
    if (name.listed === undefined) {
      const after = names.find(each => each.first === last && each.listed?.as === 'demonym');
      if (after !== undefined) learnt.inTitle.push(name);
    }
    // *X and Y said*: both.
    const other = this.lower[last] === 'and' ? names.find(each => each.whole === last + 1) : undefined;
    const next = this.afterAdverbs(other?.last ?? last, sentence.last);
    const speaks =
      this.#speaking.has(last) ||
      this.#speaking.has(next) ||
      (this.#spoken.has(whole) && this.#isInverted(whole));
    const acts = speaks || this.isVerb(next);
    if (isPerson) {
      // *members of Congress who*: the members.
      const who = this.lower[this.lower[last] === ',' ? last + 1 : last] === 'who';
      if (who && this.pos[whole - 1] !== 'ADP') learnt.personal += 2;
      if (this.#hasAge(last)) learnt.personal += 2;
    }
    return Object.assign(learnt, { acts, speaks });
  }

  /** *Mr*, *Sen.*: what a title before a name says. */
  #title(i: number, learnt: Learning): void {
    const word = this.word(i);
    const { titles_he, titles_she } = this.lexicons.names;
    const office = this.officeAt(i);
    if (this.isTitle(i)) {
      learnt.personal += 3;
      learnt.refers ??= titles_he.has(word) ? 'he' : titles_she.has(word) ? 'she' : undefined;
    } else if (office !== undefined && office.value.refers !== 'it' && office.last - 1 === i) {
      learnt.personal += 2;
      this.#learnOffice(office, learnt);
    }
  }

  #learnOffice(office: Office, learnt: Learning): void {
    const { kind, refers } = office.value;
    const key = this.offices.keyOf(office);
    // *the president’s son*: what he is to somebody is no office.
    if (!this.lexicons.grammar.relational.has(key)) learnt.offices.push(key);
    learnt.kind ??= kind;
    if (refers === 'he' || refers === 'she') learnt.refers ??= refers;
  }

  /** *the Armenian foreign minister X*, *X, a Republican,*, *France’s president, X*, *X (R-Ohio)*, *Gov. X of Ohio*. */
  #phrasesBeside(name: BareName, names: readonly BareName[], sentence: Sentence, learnt: Learning): void {
    const { whole, first, last } = name;
    const before = first > sentence.first ? this.phrases.back(first - 1, sentence.first) : undefined;
    if (before !== undefined && before.last === first && !this.phrases.hasVerb(before.first, before.last))
      this.#learnFrom({ ...before, head: first - 1 }, names, learnt, true);
    const tag = this.#partyTag(last);
    if (tag !== undefined) {
      learnt.belongs.push({ to: tag, listed: true, formerly: false, official: true });
      learnt.personal += 3;
    } else if (this.lower[last] === ',' || DASH.test(this.word(last))) {
      const apposition = this.phrases.ahead(last + 1, sentence.last);
      if (apposition !== undefined && this.#closes(apposition.last, sentence)) {
        this.#learnFrom(apposition, names, learnt, false);
        // *X, a baker,*: nobody but a person is so introduced, but for bodies, which have words of their own.
        if (/^an?$/.test(this.word(last + 1)) && this.officeAt(apposition.head)?.value.refers !== 'it')
          learnt.personal += 1;
      }
    }
    if (
      this.lower[whole - 1] === ',' &&
      whole === first &&
      (last - first > 1 || this.pos[whole - 2] !== 'PROPN') &&
      /^[,.;)]?$/.test(this.word(last))
    ) {
      const owner = this.phrases.back(whole - 2, sentence.first);
      if (owner !== undefined && this.officeAt(owner.head) !== undefined)
        this.#learnFrom(owner, names, learnt, false);
    }
    if (this.lower[last] === 'of' && (first > whole || learnt.offices.length > 0)) {
      const country = names.find(
        each => each.first === last + 1 || (each.first === last + 2 && this.lower[last + 1] === 'the'),
      );
      if (country?.listed !== undefined) learnt.belongs.push(this.#belonging(country, false, true));
    }
  }

  /** An apposition ends at a mark or with the sentence; what a verb follows begins another clause. */
  #closes(at: number, { last }: Sentence): boolean {
    return (
      at >= last ||
      /^[,.;)(—–]$/.test(this.word(at)) ||
      this.lower[at] === 'who' ||
      this.pos[at] === 'ADP' ||
      this.lower[at] === 'and'
    );
  }

  #learnFrom(phrase: Phrase, names: readonly BareName[], learnt: Learning, before: boolean): void {
    const office = this.officeAt(phrase.head);
    const inside = names.filter(({ first, last }) => first >= phrase.first && last <= phrase.last);
    const party = inside.find(
      ({ first, last, listed }) => listed?.as === 'demonym' && first <= phrase.head && phrase.head < last,
    );
    if (office === undefined && party === undefined) return;
    // *X, Republican of Ohio*
    if (party !== undefined && !before && this.lower[party.last] === 'of') learnt.personal += 2;
    const isBody = office?.value.refers === 'it';
    const formerly = this.hasIn(phrase.first, phrase.head + 1, i => FORMER.has(this.word(i)));
    if (office !== undefined && !isBody && office.last - 1 === phrase.head) {
      learnt.personal += 2;
      const known = learnt.offices.indexOf(this.offices.keyOf(office));
      // An office that was held once is no name for the person now.
      if (formerly && known >= 0) learnt.offices.splice(known, 1);
      if (known < 0 && !formerly) this.#learnOffice(office, learnt);
      else learnt.kind ??= office.value.kind;
    }
    if (isBody && before) return;
    learnt.kind = this.offices.kindIn(phrase) ?? learnt.kind;
    const official = office !== undefined && (learnt.kind === 'official' || learnt.kind === 'military');
    for (const name of inside) {
      const { first, last, listed } = name;
      if (listed?.as === 'person' || listed?.as === 'collective') continue;
      if (listed === undefined && !this.#isBody(first, last)) continue;
      if (party !== undefined && name !== party && office === undefined) continue;
      const isBefore = last <= phrase.head && !this.hasIn(last, phrase.head, i => this.pos[i] === 'ADP');
      const preposition = this.word(this.lower[first - 1] === 'the' ? first - 2 : first - 1);
      const isAfter =
        first > phrase.head && JOINS_NOUN_BEFORE.has(preposition) && !/^(?:to|on)$/.test(preposition);
      if (isBefore && before && office !== undefined) learnt.inTitle.push(name);
      if (isBefore || isAfter || name === party)
        learnt.belongs.push(this.#belonging(name, formerly, official));
    }
  }

  #isBody(first: number, last: number): boolean {
    return (
      this.hasIn(first, last, k => this.lexicons.names.heads.has(this.word(k))) ||
      /^\p{Lu}{2,}$/u.test(this.cut.text[first] as string)
    );
  }

  #belonging({ first, last, listed }: BareName, formerly: boolean, official: boolean): Belonging {
    return {
      to: listed?.party ?? plainKey(this.cut.text.slice(first, last)),
      listed: listed !== undefined,
      formerly,
      official,
    };
  }

  /** *(R-Ohio)*, *, D-Calif.,*, *(D)*: the party that the letter stands for. */
  #partyTag(last: number): string | undefined {
    const open = this.word(last);
    if (open !== '(' && open !== ',') return undefined;
    const letter = (this.cut.text[last + 1] ?? '').replace('.', '');
    const party = this.lexicons.partyTags.get(letter);
    if (party === undefined) return undefined;
    const after = this.word(last + 2);
    return /^[-‐‑–—]$/.test(after) || (open === '(' && /^[,).]$/.test(after)) ? party : undefined;
  }

  #hasAge(last: number): boolean {
    return this.lower[last] === ',' && this.pos[last + 1] === 'NUM' && /^[,.]$/.test(this.word(last + 2));
  }

  /** *..., said X*, *according to X* */
  #isInverted(i: number): boolean {
    const verb = i - 1;
    return (
      this.lower[verb] === 'to' ||
      this.pos[verb - 1] === 'PUNCT' ||
      this.runs.isQuoted(verb - 1) ||
      POSSESSIVE_ENDING.test(this.word(verb - 1))
    );
  }
}
