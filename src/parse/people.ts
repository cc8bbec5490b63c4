import { DAYS_AND_MONTHS } from '../english/calendar.js';
import { isCapital } from '../english/title-case.js';
import type { Mention, Sentence } from '../model/doc.js';
import type { Lexicons, Match, RoleForm, SourceKind } from '../model/lexicon.js';
import { lowerBound } from '../model/sorted.js';
import type { Words } from '../model/words.js';
import type { Phrase, Phrases } from './phrases.js';
import type { Cut } from './sentences.js';

/** Somebody whom a text names. */
export interface Person {
  /** As fully as the text or the gazetteer gives it. */
  name: string;
  party: string | undefined;
  kind: SourceKind | undefined;
  pronoun: 'he' | 'she' | undefined;
  /** Whether anything says that this is a person: a title, an apposition, an age, speech. */
  certain: boolean;
  /** Words for the person's office, as the text uses them: *minister*, *spokeswoman*. */
  readonly roles: Set<string>;
}

/** A place where the text refers to a person, on the tokens; `named` if by name. */
export interface Reference extends Phrase {
  readonly person: Person;
  readonly named: boolean;
  readonly pronoun: boolean;
  /** Whether a verb follows; reckoned when it is first asked for. */
  subject?: boolean;
}

/** A word for what somebody is, on the tokens. */
interface Role {
  readonly first: number;
  readonly last: number;
  readonly value: RoleForm;
}

const HONORIFICS: ReadonlyMap<string, 'he' | 'she' | ''> = new Map([
  ['mr.', 'he'],
  ['mr', 'he'],
  ['sir', 'he'],
  ['mrs.', 'she'],
  ['mrs', 'she'],
  ['ms.', 'she'],
  ['ms', 'she'],
  ['miss', 'she'],
  ['lady', 'she'],
  ['dr.', ''],
  ['dr', ''],
]);
const PRONOUNS: ReadonlyMap<string, 'he' | 'she'> = new Map([
  ['he', 'he'],
  ['him', 'he'],
  ['his', 'he'],
  ['himself', 'he'],
  ['she', 'she'],
  ['her', 'she'],
  ['hers', 'she'],
  ['herself', 'she'],
]);
const NAME_PARTICLES = new Set('de del van von bin al el der ibn da di la le'.split(' '));

/** Words for a kind of source that are no persons. */
const BODIES = new Set(
  'government administration ministry parliament campaign kremlin army military navy office service force media newspaper agency poll survey study report group'.split(
    ' ',
  ),
);

/** How far back, in sentences, a pronoun looks for its person. */
const REACH = 4;
/** How many references back an office looks. */
const FAR = 200;

/**
 * Follows the people of a text from name to name and pronoun: full names and surnames, *the minister*, *he*. Left to
 * right, the latest fitting person first, subjects before others (after the salience factors of Lappin and Leass 1994).
 * What fits nobody stays unresolved.
 */
export class People {
  readonly references: Reference[] = [];
  readonly #bySurname = new Map<string, Person>();
  readonly #byFirstName = new Map<string, Person>();
  readonly #roles: Role[] = [];
  /** Index into `#roles` by token, or -1. */
  readonly #roleAt: Int32Array;
  /** Index into the mentions by token, or -1. */
  readonly #mentionAt: Int32Array;

  constructor(
    private readonly text: string,
    private readonly cut: Cut,
    words: Words,
    private readonly phrases: Phrases,
    private readonly mentions: readonly Mention[],
    lexicons: Lexicons,
    private readonly speaks: (token: number) => boolean,
  ) {
    this.#roleAt = new Int32Array(cut.text.length).fill(-1);
    for (const sentence of cut.sentences) {
      let token = sentence.first;
      for (const match of lexicons.role.find(words, sentence.from, sentence.to))
        token = this.#addRole(match, token, sentence);
    }
    this.#mentionAt = this.#mentionsByToken();
    for (const sentence of cut.sentences) this.#read(sentence);
  }

  #addRole(match: Match<RoleForm>, from: number, sentence: Sentence): number {
    let first = from;
    while (first < sentence.last && (this.cut.end[first] as number) <= match.start) first++;
    let last = first;
    while (last < sentence.last && (this.cut.start[last] as number) < match.end) last++;
    this.#roleAt.fill(this.#roles.length, first, last);
    this.#roles.push({ first, last, value: match.value });
    return first;
  }

  #mentionsByToken(): Int32Array {
    const byToken = new Int32Array(this.cut.text.length).fill(-1);
    let token = 0;
    for (const [m, mention] of this.mentions.entries()) {
      while (token < this.cut.text.length && (this.cut.end[token] as number) <= mention.span.start) token++;
      for (let i = token; i < this.cut.text.length && (this.cut.start[i] as number) < mention.span.end; i++)
        byToken[i] = m;
    }
    return byToken;
  }

  #read(sentence: Sentence): void {
    const { pos } = this.cut;
    for (let i = sentence.first; i < sentence.last; ) {
      const tag = pos[i];
      const m = this.#mentionAt[i] as number;
      // Only names, pronouns and words for offices refer to people.
      if (m < 0 && tag !== 'PROPN' && tag !== 'PRON' && (this.#roleAt[i] as number) < 0) {
        i++;
        continue;
      }
      const word = this.phrases.lower[i] as string;
      const pronoun = tag === 'PRON' ? PRONOUNS.get(word) : undefined;
      if (pronoun !== undefined) {
        this.#pronoun(i, pronoun, sentence);
        i++;
        continue;
      }
      if (m >= 0) {
        let last = i;
        while (last < sentence.last && this.#mentionAt[last] === m) last++;
        const mention = this.mentions[m] as Mention;
        if (mention.name !== undefined && mention.form === 'proper') this.#known(i, last, mention);
        i = last;
        continue;
      }
      const honorific = HONORIFICS.get(word);
      const start = honorific === undefined ? i : i + 1;
      const last = this.#nameEnd(start, sentence);
      if (last > start) {
        this.#name(i, start, last, honorific, sentence);
        i = last;
        continue;
      }
      const role = this.#roles[this.#roleAt[i] as number];
      if (role !== undefined && role.first === i) {
        this.#office(role, sentence);
        i = role.last;
        continue;
      }
      i++;
    }
  }

  /** Where the run of name-like tokens that begins at `i` ends. */
  #nameEnd(i: number, sentence: Sentence): number {
    let k = i;
    while (k < sentence.last) {
      const text = this.cut.text[k] as string;
      const word = this.phrases.lower[k] as string;
      const particle = k > i && NAME_PARTICLES.has(word) && this.cut.pos[k + 1] === 'PROPN';
      if (!particle) {
        if (this.cut.pos[k] !== 'PROPN' || !isCapital(text)) break;
        if (DAYS_AND_MONTHS.has(word) || (this.#mentionAt[k] as number) >= 0 || HONORIFICS.has(word)) break;
        if ((this.#roleAt[k] as number) >= 0 && k === i) break;
      }
      k++;
    }
    return k;
  }

  #known(first: number, last: number, mention: Mention): void {
    const name = mention.name as string;
    const surname = (name.split(' ').at(-1) as string).toLowerCase();
    const person = this.#bySurname.get(surname) ?? newPerson(name);
    person.name = name;
    person.party = mention.party;
    person.kind = mention.role;
    person.certain = true;
    this.#learnRoles(person, first, last);
    this.#bySurname.set(surname, person);
    this.#refer(person, first, last, true);
  }

  #name(
    whole: number,
    first: number,
    last: number,
    honorific: 'he' | 'she' | '' | undefined,
    sentence: Sentence,
  ): void {
    const surname = this.phrases.lower[last - 1] as string;
    const text = this.cut.text.slice(first, last).join(' ');
    const before = this.#roles[this.#roleAt[whole - 1] as number];
    const titled = before !== undefined && before.last === whole;
    const known =
      this.#bySurname.get(surname) ?? (last - first === 1 ? this.#byFirstName.get(surname) : undefined);
    const alone = last - first === 1;
    const shown =
      honorific !== undefined || titled || this.#appositionRole(last, sentence) || this.#hasAge(last);
    if (known === undefined && alone && !shown) return;
    const same =
      known !== undefined &&
      (alone || known.name.toLowerCase().endsWith(text.toLowerCase()) || known.name.split(' ').length === 1);
    const person = same ? known : newPerson(text);
    if (text.length > person.name.length) person.name = text;
    if (honorific) person.pronoun = honorific;
    this.#learnRoles(person, whole, last);
    if (shown || this.speaks(last) || this.phrases.lower[last + 1] === 'who') person.certain = true;
    if (!same || !alone) this.#bySurname.set(surname, person);
    if (!alone) this.#byFirstName.set(this.phrases.lower[first] as string, person);
    this.#refer(person, whole, last, true);
  }

  /** Learns from *the Armenian foreign minister, X* and *X, the Armenian foreign minister,* what X is and for whom. */
  #learnRoles(person: Person, first: number, last: number): void {
    const sentence = this.#sentenceOf(first);
    const phrase = this.phrases.back(first - 1, sentence.first);
    if (phrase !== undefined && phrase.last === first && !this.phrases.hasVerb(phrase.first, phrase.last))
      this.#learnFrom(person, phrase);
    if (this.phrases.lower[last] === ',') {
      const apposition = this.phrases.ahead(last + 1, sentence.last);
      if (apposition !== undefined && (this.#roleAt[apposition.head] as number) >= 0)
        this.#learnFrom(person, apposition);
    }
    if (this.phrases.lower[first - 1] === ',') {
      const before = this.phrases.back(first - 2, sentence.first);
      if (before !== undefined && (this.#roleAt[before.head] as number) >= 0) this.#learnFrom(person, before);
    }
  }

  #learnFrom(person: Person, phrase: Phrase): void {
    person.kind ??= this.kindIn(phrase);
    for (let i = phrase.first; i < phrase.last; i++) {
      const role = this.#roles[this.#roleAt[i] as number];
      if (role === undefined || role.last - 1 !== i) continue;
      if (BODIES.has(this.phrases.lower[i] as string)) {
        person.kind ??= role.value.kind;
        continue;
      }
      person.roles.add(this.phrases.lower[i] as string);
      person.kind ??= role.value.kind;
      person.pronoun ??= role.value.refers;
      person.certain = true;
    }
    person.party ??= this.partyIn(phrase);
  }

  #appositionRole(last: number, sentence: Sentence): boolean {
    if (this.phrases.lower[last] !== ',') return false;
    const phrase = this.phrases.ahead(last + 1, sentence.last);
    return phrase !== undefined && (this.#roleAt[phrase.head] as number) >= 0;
  }

  #hasAge(last: number): boolean {
    return (
      this.phrases.lower[last] === ',' &&
      this.cut.pos[last + 1] === 'NUM' &&
      /^[,.]$/.test(this.phrases.lower[last + 2] ?? '')
    );
  }

  /**
   * *the minister*, *the spokeswoman*: the latest person of whom the text used the word. *A ministry spokeswoman* is
   * somebody new, and has no name.
   */
  #office(role: Role, sentence: Sentence): void {
    const word = this.phrases.lower[role.last - 1] as string;
    let k = role.first - 1;
    while (k >= sentence.first && /^(?:ADJ|PROPN|NOUN)$/.test(this.cut.pos[k] as string)) k--;
    if (k < sentence.first || /^(?:PROPN|NOUN)$/.test(this.cut.pos[role.last] as string)) return;
    const determiner = this.phrases.lower[k] as string;
    if (BODIES.has(word)) return;
    const party = this.partyIn({ first: k, last: role.last, head: role.last - 1 });
    const found = /^(?:the|his|her|their|its)$/.test(determiner)
      ? this.references
          .slice(-FAR)
          .findLast(
            ({ person, first }) =>
              person.roles.has(word) &&
              (party === undefined || person.party === undefined || person.party === party) &&
              (role.value.refers === undefined ||
                (person.pronoun ?? role.value.refers) === role.value.refers) &&
              first < k,
          )
      : undefined;
    if (found !== undefined) this.#refer(found.person, k, role.last, false);
    else if (/^(?:an?|the)$/.test(determiner) && !/s$/.test(word)) {
      const phrase = this.phrases.ahead(k, sentence.last);
      if (phrase === undefined || phrase.head !== role.last - 1) return;
      const person = newPerson(
        this.text.slice(this.cut.start[k], this.cut.end[phrase.last - 1]).replace(/\s+/g, ' '),
      );
      this.#learnFrom(person, phrase);
      this.references.push({
        person,
        first: k,
        last: phrase.last,
        head: phrase.head,
        named: false,
        pronoun: false,
      });
    }
  }

  #pronoun(i: number, pronoun: 'he' | 'she', sentence: Sentence): void {
    let best: Reference | undefined;
    let score = 0;
    for (let r = this.references.length - 1; r >= 0; r--) {
      const candidate = this.references[r] as Reference;
      const distance = sentence.index - this.#sentenceOf(candidate.first).index;
      if (distance > REACH) break;
      const { person } = candidate;
      if (person.pronoun !== undefined && person.pronoun !== pronoun) continue;
      candidate.subject ??= this.#isSubject(candidate);
      const { subject } = candidate;
      // A name that nothing else shows to be a person's counts if it is a full one and acts.
      const doubt = person.certain ? 1 : subject && this.#looksPersonal(candidate) ? 0.7 : 0;
      const weight =
        doubt *
        (person.pronoun === pronoun ? 1.5 : 1) *
        (subject ? 1.8 : 1) *
        // Somebody without a name is less likely to stay the topic.
        (candidate.pronoun ? 1.1 : candidate.named ? 1 : 0.8) *
        0.6 ** distance *
        (1 - (i - candidate.first) * 0.001);
      if (weight > score) {
        score = weight;
        best = candidate;
      }
    }
    if (best === undefined) return;
    best.person.pronoun ??= pronoun;
    best.person.certain = true;
    this.references.push({
      person: best.person,
      first: i,
      last: i + 1,
      head: i,
      named: false,
      pronoun: true,
    });
  }

  #looksPersonal({ first, last }: Reference): boolean {
    const before = this.phrases.lower[first - 1] ?? '';
    return last - first >= 2 && last - first <= 3 && before !== 'the' && this.cut.pos[first - 1] !== 'ADP';
  }

  #isSubject({ first, last }: Reference): boolean {
    // "..., said the minister" and "according to the minister".
    if (this.cut.pos[first - 2] === 'PUNCT' && this.speaks(first - 1)) return true;
    if (this.phrases.lower[first - 1] === 'to' && this.speaks(first - 2)) return true;
    let k = last;
    // "An adviser to the president said": over the phrase that belongs to the noun.
    if (this.cut.pos[k] === 'ADP' || this.phrases.lower[k] === 'to')
      k = this.phrases.ahead(k + 1, k + 12)?.last ?? k;
    while (k < this.cut.text.length && this.cut.pos[k] === 'ADV') k++;
    return this.phrases.isVerb(k) || this.phrases.lower[k] === ',' || this.phrases.lower[k] === 'who';
  }

  #refer(person: Person, first: number, last: number, named: boolean): void {
    this.references.push({ person, first, last, head: last - 1, named, pronoun: false });
  }

  /** The person that a phrase is about: referred to in its head, or in its apposition. */
  in(phrase: Phrase): Person | undefined {
    const inside: Reference[] = [];
    const from = lowerBound(
      this.references.length,
      r => (this.references[r] as Reference).first,
      phrase.first,
    );
    for (let r = from; r < this.references.length; r++) {
      const reference = this.references[r] as Reference;
      if (reference.first >= phrase.last) break;
      if (reference.last <= phrase.last) inside.push(reference);
    }
    const apposed = inside.find(({ named, first }) => named && this.phrases.lower[first - 1] === ',');
    const atHead = inside.find(
      ({ first, head, last }) =>
        head === phrase.head || (first === phrase.first && !/^['’]/.test(this.cut.text[last] as string)),
    );
    const other = inside.find(({ named, last }) => named && !/^['’]/.test(this.cut.text[last] as string));
    return (apposed ?? atHead ?? other)?.person;
  }

  mentionsIn(phrase: Phrase): Mention[] {
    const end = this.cut.end[phrase.last - 1] as number;
    const start = this.cut.start[phrase.first] as number;
    const inside: Mention[] = [];
    const from = lowerBound(this.mentions.length, m => (this.mentions[m] as Mention).span.start, start);
    for (let m = from; m < this.mentions.length; m++) {
      const mention = this.mentions[m] as Mention;
      if (mention.span.end > end) break;
      inside.push(mention);
    }
    return inside;
  }

  /** The person whose *his* or *her* opens a phrase: *his office*. */
  ownerOf({ first }: Phrase): Person | undefined {
    if (!/^(?:his|her)$/.test(this.phrases.lower[first] as string)) return undefined;
    const at = lowerBound(this.references.length, r => (this.references[r] as Reference).first, first);
    const reference = this.references[at];
    return reference?.first === first && reference.pronoun ? reference.person : undefined;
  }

  /** Whether a phrase names several parties at once: *Armenian and Azerbaijani officials*. */
  areSeveral(phrase: Phrase): boolean {
    const parties = this.mentionsIn(phrase);
    return parties.some(
      (mention, m) =>
        m > 0 &&
        mention.party !== parties[m - 1]?.party &&
        /^[,\s]*(?:and|&)\s+(?:the\s+)?$/i.test(
          this.text.slice(parties[m - 1]?.span.end, mention.span.start),
        ),
    );
  }

  /** Whether a phrase can stand for somebody who acts: a person, a party, an office, a name, a personal pronoun. */
  isAgent(phrase: Phrase): boolean {
    const pos = this.cut.pos[phrase.head];
    if (pos === 'PROPN' || (this.#roleAt[phrase.head] as number) >= 0) return true;
    if (pos === 'PRON')
      return !/^(?:it|this|that|there|what|which|something|nothing)$/.test(
        this.phrases.lower[phrase.head] as string,
      );
    return (
      this.in(phrase) !== undefined ||
      this.mentionsIn(phrase).some(({ span }) => span.end >= (this.cut.start[phrase.head] as number))
    );
  }

  /** The party named in a phrase, the one nearest to its head. */
  partyIn(phrase: Phrase): string | undefined {
    const head = this.cut.start[phrase.head] as number;
    return this.mentionsIn(phrase).toSorted(
      (a, b) => Math.abs(a.span.start - head) - Math.abs(b.span.start - head),
    )[0]?.party;
  }

  /** What kind of source the words of a phrase make it, the head's word first. */
  kindIn(phrase: Phrase): SourceKind | undefined {
    const at = (i: number): SourceKind | undefined => this.#roles[this.#roleAt[i] as number]?.value.kind;
    const head = at(phrase.head);
    if (head !== undefined && head !== 'official') return head;
    for (let i = phrase.first; i < phrase.last; i++) {
      const kind = at(i);
      // "a spokesman for the defence ministry" speaks for the military.
      if (kind === 'military') return kind;
    }
    if (head !== undefined) return head;
    for (let i = phrase.first; i < phrase.last; i++) if (at(i) !== undefined) return at(i);
    return undefined;
  }

  #sentenceOf(token: number): Sentence {
    return this.cut.sentences[this.cut.sentenceOf[token] as number] as Sentence;
  }
}

const newPerson = (name: string): Person => ({
  name,
  party: undefined,
  kind: undefined,
  pronoun: undefined,
  certain: false,
  roles: new Set(),
});
