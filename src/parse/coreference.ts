import {
  DEFINITE,
  HE,
  POSSESSIVES,
  RELATIVE_PRONOUNS,
  SHE,
  SUBORDINATORS,
} from '../english/closed-classes.js';
import { QUOTATION_MARK } from '../english/orthography.js';
import type { Gender, Member } from '../model/cast.js';
import { getOrAdd } from '../model/collections.js';
import type { Sentence } from '../model/doc.js';
import { oneLine } from '../model/text.js';
import type { Office } from './offices.js';
import { People, type Person, type Reference } from './people.js';
import type { Phrase } from './phrases.js';
import { sentenceAt } from './sentences.js';
import { type Speech, SpeechReader } from './speech.js';

/** How far back, in sentences, a pronoun looks for its person. */
const REACH = 4;
/** How many references back an office looks. */
const FAR = 200;
/** Of two who fit, the better must be better by so much, or the pronoun is left alone. */
const CLEAR = 1.2;
/** What it weighs to be named between quotation marks, and to have spoken before. */
const QUOTED = 0.3;
const SPOKE = 1.5;

/**
 * Follows the people of a text from name to name, office and pronoun: *the minister*, *he*. Left to right, the latest
 * fitting person first, subjects before others (after the salience factors of Lappin and Leass 1994). What fits nobody, or
 * two people about equally, stays unresolved.
 *
 * @param speaks whether a reporting verb begins at a token: who speaks is a person
 */
export function resolveCoreference(speech: Speech, speaks: (token: number) => boolean): People {
  const resolver = new Resolver(speech, speaks);
  for (const sentence of speech.cut.sentences) resolver.read(sentence);
  return new People(speech.cut, speech.naming, resolver.references);
}

class Resolver extends SpeechReader {
  readonly references: Reference[] = [];
  readonly #people = new Map<string, Person>();
  /** By sentence, how many up to it are the outlet's own at least in part: what somebody says at length puts nobody out of reach. */
  readonly #narrated: Int32Array;

  constructor(
    speech: Speech,
    private readonly speaks: (token: number) => boolean,
  ) {
    super(speech);
    const { sentences } = speech.cut;
    this.#narrated = new Int32Array(sentences.length);
    let count = 0;
    for (const { index, first, last } of sentences) {
      if (this.hasIn(first, last, i => this.pos[i] !== 'PUNCT' && !this.runs.isQuoted(i))) count++;
      this.#narrated[index] = count;
    }
  }

  /** Only names, pronouns and words for offices refer to people. */
  read(sentence: Sentence): void {
    for (let i = sentence.first; i < sentence.last; ) {
      const named = this.naming.namedAt(i);
      const office = this.naming.officeAt(i);
      const start = i++;
      const pronoun = this.pos[start] === 'PRON' ? pronounOf(this.word(start)) : undefined;
      if (pronoun !== undefined) this.#pronoun(start, pronoun, sentence);
      else if (named !== undefined) {
        i = named.last;
        if (named.member.kind === 'person') this.#name(named.member, start, named.last);
      } else if (office?.first === start) {
        this.#office(office, sentence);
        i = office.last;
      }
    }
  }

  #personOf({ id, name, side, party, country, role, refers, offices }: Member): Person {
    return getOrAdd(this.#people, id, () => ({
      name,
      member: id,
      party: side,
      // Who stands for a country does not speak for a party of it.
      politicalParty: side !== undefined && side === country ? undefined : party,
      kind: role,
      pronoun: refers,
      offices: new Set(offices),
    }));
  }

  #name(member: Member, start: number, last: number): void {
    const person = this.#personOf(member);
    let first = start;
    while (first > 0 && this.#isTitle(first - 1)) first--;
    this.#refer(person, { first, last, head: last - 1 }, { named: true });
  }

  #isTitle(i: number): boolean {
    const { titles, titles_he, titles_she } = this.lexicons.names;
    const word = this.word(i);
    return titles.has(word) || titles_he.has(word) || titles_she.has(word);
  }

  #learnFrom(person: Person, phrase: Phrase): void {
    person.kind ??= this.naming.kindIn(phrase);
    for (let i = phrase.first; i < phrase.last; i++) {
      const office = this.naming.officeAt(i);
      if (office === undefined || office.last - 1 !== i) continue;
      const { kind, refers } = office.value;
      person.kind ??= kind;
      if (refers === 'it') continue;
      person.offices.add(this.offices.keyOf(office));
      person.pronoun ??= refers;
    }
    person.party ??= this.naming.partyIn(phrase);
  }

  /**
   * *the minister*, *the spokeswoman*: the latest person of whom the text used the word. *A ministry spokeswoman* is
   * somebody new, and has no name.
   */
  #office(office: Office, sentence: Sentence): void {
    const { first, last } = office;
    const { refers } = office.value;
    const word = this.offices.keyOf(office);
    const k = this.lastFrom(first - 1, sentence.first, i => !/^(?:ADJ|PROPN|NOUN)$/.test(this.tag(i)));
    if (k < sentence.first || /^(?:PROPN|NOUN)$/.test(this.tag(last)) || refers === 'it') return;
    const determiner = this.word(k);
    const party = this.naming.partyIn({ first: k, last, head: last - 1 });
    const fits = ({ person, first: at }: Reference): boolean =>
      this.#holds(person, word) &&
      (party === undefined || person.party === undefined || person.party === party) &&
      (refers === undefined || (person.pronoun ?? refers) === refers) &&
      at < k;
    const found = DEFINITE.has(determiner) ? this.references.slice(-FAR).findLast(fits) : undefined;
    if (found !== undefined) {
      this.#refer(found.person, { first: k, last, head: last - 1 });
      return;
    }
    const isKin = refers !== undefined && POSSESSIVES.has(determiner);
    if (!(isKin || /^(?:an?|the)$/.test(determiner)) || word.endsWith('s')) return;
    const phrase = this.phrases.ahead(k, sentence.last);
    if (phrase === undefined || phrase.head !== last - 1) return;
    const { start, end } = this.spanOf(k, phrase.last);
    const person = newPerson(oneLine(this.speech.prose.slice(start, end)));
    this.#learnFrom(person, phrase);
    this.#refer(person, { ...phrase, first: k });
  }

  /** *the governor* for Gov. Moss. */
  #holds({ offices }: Person, word: string): boolean {
    if (offices.has(word)) return true;
    for (const same of this.lexicons.sameOffices.get(word) ?? []) if (offices.has(same)) return true;
    return false;
  }

  #pronoun(i: number, pronoun: Gender, sentence: Sentence): void {
    const scores = new Map<Person, number>();
    const quoted = this.runs.isQuoted(i);
    const reports = !quoted && this.#reports(i);
    const talkedOf = reports ? this.#namedInQuotation(sentence) : undefined;
    for (let r = this.references.length - 1; r >= 0; r--) {
      const candidate = this.references[r] as Reference;
      const from = sentenceAt(this.cut, candidate.first).index;
      const distance = quoted
        ? sentence.index - from
        : (this.#narrated[sentence.index] as number) - (this.#narrated[from] as number);
      if (distance > REACH) break;
      const { person } = candidate;
      if (person.pronoun !== undefined && person.pronoun !== pronoun) continue;
      candidate.subject ??= this.#isSubject(candidate);
      if (talkedOf?.has(person) === true || this.#cannotBe(candidate, i)) continue;
      const weight =
        (person.pronoun === pronoun ? 1.5 : 1) *
        (candidate.subject ? 1.8 : 1) *
        // Somebody without a name is less likely to stay the topic.
        (candidate.pronoun ? 1.1 : candidate.named ? 1 : reports && this.#reportsAt(candidate) ? 0.9 : 0.6) *
        // Whom a quotation is about is not who goes on outside it.
        (!quoted && this.runs.isQuoted(candidate.first) ? QUOTED : 1) *
        (reports && this.#reportsAt(candidate) ? SPOKE : 1) *
        0.6 ** distance *
        (1 - (i - candidate.first) * 0.001);
      if (weight > (scores.get(person) ?? 0)) scores.set(person, weight);
    }
    const ahead = this.#subjectAhead(i, pronoun, sentence);
    if (ahead !== undefined) scores.set(ahead, 10);
    const [best, second] = [...scores].toSorted((a, b) => b[1] - a[1]);
    if (best === undefined || (second !== undefined && best[1] < CLEAR * second[1])) return;
    best[0].pronoun ??= pronoun;
    this.#refer(best[0], { first: i, last: i + 1, head: i }, { pronoun: true });
  }

  /** Whether a token is the subject of a reporting verb, before it or after it. */
  #reports(i: number): boolean {
    return this.speaks(this.afterAdverbs(i + 1, this.pos.length)) || this.speaks(i - 1);
  }

  /** *After his speech, X left*: the subject that follows the phrase or clause in which the pronoun stands. */
  #subjectAhead(i: number, pronoun: Gender, { first, last }: Sentence): Person | undefined {
    if (this.pos[first] !== 'ADP' && this.pos[first] !== 'SCONJ' && !SUBORDINATORS.has(this.word(first)))
      return undefined;
    const comma = this.firstIn(first, last, k => this.lower[k] === ',');
    if (comma < i || comma >= last) return undefined;
    const named = this.naming.namedAt(this.#isTitle(comma + 1) ? comma + 2 : comma + 1);
    if (named?.member.kind !== 'person' || !this.isVerb(this.afterAdverbs(named.last, last)))
      return undefined;
    const person = this.#personOf(named.member);
    return (person.pronoun ?? pronoun) === pronoun ? person : undefined;
  }

  /** *X, whom he called*, *of X, he said*: another person than X. */
  #cannotBe({ first, last }: Reference, i: number): boolean {
    if (RELATIVE_PRONOUNS.has(this.word(i - 1)) && this.beforeComma(i - 1) === last - 1) return true;
    return this.pos[first - 1] === 'ADP' && this.lower[i - 1] === ',' && last === i - 1;
  }

  #reportsAt({ first, last }: Reference): boolean {
    return this.speaks(this.afterAdverbs(last, this.pos.length)) || this.speaks(first - 1);
  }

  /** Who is named between quotation marks in a sentence: the speaker says *I*. */
  #namedInQuotation({ first }: Sentence): Set<Person> {
    const people = new Set<Person>();
    for (let r = this.references.length - 1; r >= 0; r--) {
      const { first: at, named, person } = this.references[r] as Reference;
      if (at < first) break;
      if (named && this.runs.isQuoted(at)) people.add(person);
    }
    return people;
  }

  #isSubject({ first, last }: Reference): boolean {
    // "..., said the minister".
    if (this.pos[first - 2] === 'PUNCT' && this.speaks(first - 1)) return true;
    let k = last;
    // "An adviser to the president said": over the phrase that belongs to the noun.
    if (this.pos[k] === 'ADP' || this.lower[k] === 'to') k = this.phrases.ahead(k + 1, k + 12)?.last ?? k;
    k = this.afterAdverbs(QUOTATION_MARK.test(this.word(k)) ? k + 1 : k, this.pos.length);
    // "X and Y left": both.
    if (this.lower[k] === 'and')
      k = this.afterAdverbs(this.naming.namedAt(k + 1)?.last ?? k, this.pos.length);
    return this.isVerb(k) || this.lower[k] === ',' || this.lower[k] === 'who';
  }

  #refer(person: Person, phrase: Phrase, how: Partial<Pick<Reference, 'named' | 'pronoun'>> = {}): void {
    this.references.push({ person, named: false, pronoun: false, ...phrase, ...how });
  }
}

const pronounOf = (word: string): Gender | undefined =>
  HE.has(word) ? 'he' : SHE.has(word) ? 'she' : undefined;

const newPerson = (name: string): Person => ({
  name,
  member: undefined,
  party: undefined,
  politicalParty: undefined,
  kind: undefined,
  pronoun: undefined,
  offices: new Set(),
});
