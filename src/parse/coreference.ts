import { DAYS_AND_MONTHS } from '../english/calendar.js';
import { DEFINITE, HE, SHE } from '../english/closed-classes.js';
import { isCapital } from '../english/title-case.js';
import type { Mention, Sentence } from '../model/doc.js';
import { oneLine } from '../model/text.js';
import type { Office } from './naming.js';
import { People, type Person, type Reference } from './people.js';
import type { Phrase } from './phrases.js';
import { sentenceAt } from './sentences.js';
import { type Speech, SpeechReader } from './speech.js';

/** How far back, in sentences, a pronoun looks for its person. */
const REACH = 4;
/** How many references back an office looks. */
const FAR = 200;

/**
 * Follows the people of a text from name to name and pronoun: full names and surnames, *the minister*, *he*. Left to
 * right, the latest fitting person first, subjects before others (after the salience factors of Lappin and Leass 1994).
 * What fits nobody stays unresolved.
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
  readonly #names = this.speech.lexicons.names;
  readonly #bySurname = new Map<string, Person>();
  readonly #byFirstName = new Map<string, Person>();

  constructor(
    speech: Speech,
    private readonly speaks: (token: number) => boolean,
  ) {
    super(speech);
  }

  /** Only names, pronouns and words for offices refer to people. */
  read(sentence: Sentence): void {
    for (let i = sentence.first; i < sentence.last; ) {
      const mention = this.naming.mentionAt(i);
      const office = this.naming.officeAt(i);
      const tag = this.pos[i];
      const start = i++;
      if (mention === undefined && tag !== 'PROPN' && tag !== 'PRON' && office === undefined) continue;
      const pronoun = tag === 'PRON' ? pronounOf(this.word(start)) : undefined;
      if (pronoun !== undefined) this.#pronoun(start, pronoun, sentence);
      else if (mention !== undefined) {
        i = this.firstIn(i, sentence.last, k => this.naming.mentionAt(k) !== mention);
        if (mention.name !== undefined && mention.form === 'proper') this.#known(start, i, mention);
      } else {
        const title = this.#titleAt(start);
        const first = title === undefined ? start : start + 1;
        const last = this.#nameEnd(first, sentence);
        if (last > first) {
          this.#name(start, first, last, title, sentence);
          i = last;
        } else if (office?.first === start) {
          this.#office(office, sentence);
          i = office.last;
        }
      }
    }
  }

  /** The pronoun that a form of address calls for: *Mr*; empty for *Dr*; undefined for other words. */
  #titleAt(i: number): 'he' | 'she' | '' | undefined {
    const word = this.word(i);
    const { titles, titles_he, titles_she } = this.#names;
    return titles_he.has(word) ? 'he' : titles_she.has(word) ? 'she' : titles.has(word) ? '' : undefined;
  }

  /** Where the run of name-like tokens that begins at `i` ends. */
  #nameEnd(i: number, sentence: Sentence): number {
    const isParticle = (k: number): boolean =>
      k > i && this.#names.particles.has(this.word(k)) && this.pos[k + 1] === 'PROPN';
    const isName = (k: number): boolean =>
      this.pos[k] === 'PROPN' &&
      isCapital(this.cut.text[k] as string) &&
      !DAYS_AND_MONTHS.has(this.word(k)) &&
      this.naming.mentionAt(k) === undefined &&
      this.#titleAt(k) === undefined &&
      !(k === i && this.naming.officeAt(k) !== undefined);
    return this.firstIn(i, sentence.last, k => !isParticle(k) && !isName(k));
  }

  #known(first: number, last: number, mention: Mention): void {
    const name = mention.name as string;
    const surname = (name.split(' ').at(-1) as string).toLowerCase();
    const person = this.#bySurname.get(surname) ?? newPerson(name);
    Object.assign(person, { name, party: mention.party, kind: mention.role, certain: true });
    this.#learnOffices(person, first, last);
    this.#bySurname.set(surname, person);
    this.#refer(person, { first, last, head: last - 1 }, { named: true });
  }

  #name(
    whole: number,
    first: number,
    last: number,
    title: 'he' | 'she' | '' | undefined,
    sentence: Sentence,
  ): void {
    const surname = this.word(last - 1);
    const text = this.cut.text.slice(first, last).join(' ');
    const titled = this.naming.officeAt(whole - 1)?.last === whole;
    const alone = last - first === 1;
    const known = this.#bySurname.get(surname) ?? (alone ? this.#byFirstName.get(surname) : undefined);
    const shown =
      title !== undefined || titled || this.#apposition(last, sentence) !== undefined || this.#hasAge(last);
    if (known === undefined && alone && !shown) return;
    const same =
      known !== undefined &&
      (alone || known.name.toLowerCase().endsWith(text.toLowerCase()) || !known.name.includes(' '));
    const person = same ? known : newPerson(text);
    if (text.length > person.name.length) person.name = text;
    if (title) person.pronoun = title;
    this.#learnOffices(person, whole, last);
    if (shown || this.speaks(last) || this.lower[last + 1] === 'who') person.certain = true;
    if (!same || !alone) this.#bySurname.set(surname, person);
    if (!alone) this.#byFirstName.set(this.word(first), person);
    this.#refer(person, { first: whole, last, head: last - 1 }, { named: true });
  }

  /** Learns from *the Armenian foreign minister, X* and *X, the Armenian foreign minister,* what X is and for whom. */
  #learnOffices(person: Person, first: number, last: number): void {
    const sentence = sentenceAt(this.cut, first);
    const phrase = this.phrases.back(first - 1, sentence.first);
    if (phrase !== undefined && phrase.last === first && !this.phrases.hasVerb(phrase.first, phrase.last))
      this.#learnFrom(person, phrase);
    const apposition = this.#apposition(last, sentence);
    if (apposition !== undefined) this.#learnFrom(person, apposition);
    if (this.lower[first - 1] !== ',') return;
    const before = this.phrases.back(first - 2, sentence.first);
    if (before !== undefined && this.naming.officeAt(before.head) !== undefined)
      this.#learnFrom(person, before);
  }

  #learnFrom(person: Person, phrase: Phrase): void {
    person.kind ??= this.naming.kindIn(phrase);
    for (let i = phrase.first; i < phrase.last; i++) {
      const office = this.naming.officeAt(i);
      if (office === undefined || office.last - 1 !== i) continue;
      const { kind, refers } = office.value;
      person.kind ??= kind;
      if (refers === 'it') continue;
      person.offices.add(this.word(i));
      person.pronoun ??= refers;
      person.certain = true;
    }
    person.party ??= this.naming.partyIn(phrase);
  }

  /** *X, the foreign minister,*: a phrase after a comma that is about an office. */
  #apposition(last: number, sentence: Sentence): Phrase | undefined {
    if (this.lower[last] !== ',') return undefined;
    const phrase = this.phrases.ahead(last + 1, sentence.last);
    return phrase !== undefined && this.naming.officeAt(phrase.head) !== undefined ? phrase : undefined;
  }

  #hasAge(last: number): boolean {
    const closed = /^[,.]$/.test(this.word(last + 2));
    return this.lower[last] === ',' && this.pos[last + 1] === 'NUM' && closed;
  }

  /**
   * *the minister*, *the spokeswoman*: the latest person of whom the text used the word. *A ministry spokeswoman* is
   * somebody new, and has no name.
   */
  #office({ first, last, value }: Office, sentence: Sentence): void {
    const word = this.word(last - 1);
    const { refers } = value;
    const k = this.lastFrom(first - 1, sentence.first, i => !/^(?:ADJ|PROPN|NOUN)$/.test(this.tag(i)));
    if (k < sentence.first || /^(?:PROPN|NOUN)$/.test(this.tag(last)) || refers === 'it') return;
    const determiner = this.word(k);
    const party = this.naming.partyIn({ first: k, last, head: last - 1 });
    const fits = ({ person, first: at }: Reference): boolean =>
      person.offices.has(word) &&
      (party === undefined || person.party === undefined || person.party === party) &&
      (refers === undefined || (person.pronoun ?? refers) === refers) &&
      at < k;
    const found = DEFINITE.has(determiner) ? this.references.slice(-FAR).findLast(fits) : undefined;
    if (found !== undefined) {
      this.#refer(found.person, { first: k, last, head: last - 1 });
      return;
    }
    if (!/^(?:an?|the)$/.test(determiner) || word.endsWith('s')) return;
    const phrase = this.phrases.ahead(k, sentence.last);
    if (phrase === undefined || phrase.head !== last - 1) return;
    const { start, end } = this.spanOf(k, phrase.last);
    const person = newPerson(oneLine(this.speech.prose.slice(start, end)));
    this.#learnFrom(person, phrase);
    this.#refer(person, { ...phrase, first: k });
  }

  #pronoun(i: number, pronoun: 'he' | 'she', sentence: Sentence): void {
    let best: Reference | undefined;
    let score = 0;
    for (let r = this.references.length - 1; r >= 0; r--) {
      const candidate = this.references[r] as Reference;
      const distance = sentence.index - sentenceAt(this.cut, candidate.first).index;
      if (distance > REACH) break;
      const { person } = candidate;
      if (person.pronoun !== undefined && person.pronoun !== pronoun) continue;
      candidate.subject ??= this.#isSubject(candidate);
      const { subject } = candidate;
      // A name that nothing else shows to be a person’s counts if it is a full one and acts.
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
    this.#refer(best.person, { first: i, last: i + 1, head: i }, { pronoun: true });
  }

  #looksPersonal({ first, last }: Reference): boolean {
    const short = last - first >= 2 && last - first <= 3;
    return short && this.lower[first - 1] !== 'the' && this.pos[first - 1] !== 'ADP';
  }

  #isSubject({ first, last }: Reference): boolean {
    // "..., said the minister" and "according to the minister".
    if (this.pos[first - 2] === 'PUNCT' && this.speaks(first - 1)) return true;
    if (this.lower[first - 1] === 'to' && this.speaks(first - 2)) return true;
    let k = last;
    // "An adviser to the president said": over the phrase that belongs to the noun.
    if (this.pos[k] === 'ADP' || this.lower[k] === 'to') k = this.phrases.ahead(k + 1, k + 12)?.last ?? k;
    k = this.afterAdverbs(k, this.pos.length);
    return this.isVerb(k) || this.lower[k] === ',' || this.lower[k] === 'who';
  }

  #refer(person: Person, phrase: Phrase, how: Partial<Pick<Reference, 'named' | 'pronoun'>> = {}): void {
    this.references.push({ person, named: false, pronoun: false, ...phrase, ...how });
  }
}

const pronounOf = (word: string): 'he' | 'she' | undefined =>
  HE.has(word) ? 'he' : SHE.has(word) ? 'she' : undefined;

const newPerson = (name: string): Person => ({
  name,
  party: undefined,
  kind: undefined,
  pronoun: undefined,
  certain: false,
  offices: new Set(),
});
