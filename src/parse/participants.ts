import {
  BE,
  GET,
  MODALS,
  NOT,
  PATIENT_PREPOSITIONS,
  POSSESSIVES,
  RELATIVE_SUBJECTS,
  RELATIVES,
  SUBORDINATORS,
  VERB_JOINERS,
} from '../english/closed-classes.js';
import { ING, IRREGULAR_PARTICIPLES, isPastParticiple, POSSESSIVE_ENDING } from '../english/orthography.js';
import { isCapital } from '../english/title-case.js';
import type { Sentence } from '../model/doc.js';
import { type Phrase, Phrases } from './phrases.js';
import type { Cut } from './sentences.js';
import { CONTENT, COPULAS, LENDS, OBJECT_CONTROL, PROMISES, REPORTS, STATES, UNDERGOES } from './verbs.js';

export type Role = 'agent' | 'patient';

/**
 * How a role was told: by a place in the structure of the clause, by a pronoun that stands in such a place, or only by
 * the order of the words, which is a guess.
 */
type Ground = 'structure' | 'name' | 'pronoun' | 'order';

export interface Found {
  readonly role: Role;
  readonly ground: Ground;
}

/** What sort of word a predicate is; told from its tag where the caller does not know better. */
export type PredicateKind = 'verb' | 'noun' | 'adjective';

/** A word that says what happens, with those who take part in it as far as the sentence shows them. */
export interface Predicate {
  readonly kind: PredicateKind;
  /** Token of the word that is looked from: the last of a phrase. */
  readonly head: number;
  /** Where its auxiliaries begin. */
  readonly group: number;
  readonly passive: boolean;
  readonly negated: boolean;
  /** Several where a verb and its noun have both: *X's attack*, *an attack by X*. */
  readonly agents: readonly Phrase[];
  readonly patients: readonly Phrase[];
}

const OPENING: ReadonlySet<string> = new Set(['"', '“', '‘']);
/** Which form of a verb a word has, as far as verbs joined by *and* share it. */
const formOf = (word: string): string =>
  ING.test(word)
    ? 'ing'
    : /ed$/.test(word) || IRREGULAR_PARTICIPLES.has(word)
      ? 'ed'
      : /[^s]s$/.test(word)
        ? 's'
        : '';

/** How far, in tokens, the doer of a passive is looked for behind it. */
const BY_REACH = 14;
/** From so many tokens on a name is far from its predicate. */
const FAR = 16;
/** How often the subject of one verb may be that of another. */
const DEPTH = 4;

/**
 * Who takes part in what a word says, and as what: the doer (agent) or the one it is done to (patient), for verbs,
 * nouns of action and adjectives, by rules over tags and noun phrases and without a parser. The terms are those of
 * Fillmore (1968), The case for case, and Dowty (1991), Language 67(3).
 *
 * Looks only around the predicates it is asked for, and remembers nothing.
 */
export class Participants {
  readonly #phrases: Phrases;
  readonly #lower: readonly string[];
  readonly #pos: Cut['pos'];

  constructor(private readonly cut: Cut) {
    // Quoted clauses have doers, too; the marks themselves end a phrase.
    this.#phrases = new Phrases(cut, () => false);
    this.#lower = cut.lower;
    this.#pos = cut.pos;
  }

  /**
   * @param head token of the predicate: the first of a verb of several words, the last of a noun
   * @param last where the words of a verb end, if it has several: *opened fire on*
   * @param transitive whether the verb always takes an object, so that it is passive without one
   */
  predicateAt(
    head: number,
    kind: PredicateKind = this.kindOf(head),
    last = head + 1,
    transitive = false,
  ): Predicate {
    if (kind === 'noun') return this.#noun(head);
    return kind === 'adjective' ? this.#adjective(head) : this.#verb(head, last, transitive);
  }

  /**
   * Whether a phrase, on the tokens `[first, last)` of the predicate's sentence, is the doer or the one it is done to.
   * Undefined only if it overlaps the predicate; a mere guess has the ground `order`.
   */
  roleOf(predicate: Predicate, first: number, last: number): Found | undefined {
    if (first <= predicate.head && predicate.head < last) return undefined;
    const within = ({ first: from, last: to }: Phrase): boolean => from < last && first < to;
    if (predicate.agents.some(within)) return { role: 'agent', ground: 'structure' };
    if (predicate.patients.some(within)) return { role: 'patient', ground: 'structure' };
    return (
      this.#byName(predicate, last - 1) ??
      this.#byPronoun(predicate, first, last) ?? {
        role: this.#byOrder(predicate, first, last),
        ground: 'order',
      }
    );
  }

  /** What the tag says, but for slips that the word before gives away: *to attack*, *his comment*. */
  kindOf(i: number): PredicateKind {
    const pos = this.#pos[i];
    const before = this.#lower[i - 1] ?? '';
    const after = this.#pos[i + 1];
    const word = this.#lower[i] as string;
    if (pos === 'ADJ') {
      let k = i - 1;
      while (this.#pos[k] === 'ADV') k--;
      const left = this.#pos[k];
      const named =
        left === 'NOUN' ||
        left === 'PROPN' ||
        left === 'PRON' ||
        left === 'AUX' ||
        GET.has(this.#lower[k] as string);
      return /[a-z]ed$/.test(word) && named && after !== 'NOUN' ? 'verb' : 'adjective';
    }
    if (pos === 'NOUN' || pos === 'PROPN') {
      const finite =
        /[^s]s$/.test(word) && (after === 'DET' || (after === 'PRON' && this.#lower[i + 1] !== 'that'));
      return finite || (before === 'to' && this.#pos[i - 1] === 'PART') || MODALS.has(before)
        ? 'verb'
        : 'noun';
    }
    const determined =
      this.#pos[i - 1] === 'DET' || (POSSESSIVES.has(before) && before !== 'her') || /^['’]s$/.test(before);
    if (pos === 'VERB' && this.#pos[i - 1] === 'ADP' && before !== 'to' && !/(?:ing|ed|en)$/.test(word))
      return 'noun';
    const demonstrative = /^(?:that|this|these|those|all|some|both|each|another|any)$/.test(before);
    if (pos === 'VERB' && determined && !demonstrative && !this.#phrases.isVerb(i + 1)) {
      // "the shuttering of", "his comment about", not "the killed soldiers" nor "she's accused".
      const next = this.#pos[i + 1];
      if (
        /^['’]s$/.test(before) &&
        (this.#pos[i - 1] !== 'PART' || /(?:ing|ed|en)$/.test(this.#lower[i] as string))
      )
        return 'verb';
      if (next === 'ADP' || next === 'PUNCT' || next === 'PART' || next === undefined) return 'noun';
    }
    return 'verb';
  }

  // Verbs

  #verb(head: number, last: number, transitive: boolean): Predicate {
    const sentence = this.#sentenceOf(head);
    const group = this.#group(head, sentence.first);
    const by = this.#byPhrase(last, sentence);
    const passive =
      (this.#isPassive(head, group, sentence) &&
        !(by === undefined && STATES.has(this.#lower[head] as string))) ||
      (transitive &&
        group === head &&
        this.#isParticiple(head) &&
        this.#object(last - 1, sentence, false) === undefined);
    let negated = false;
    for (let i = group; i < head; i++) if (NOT.has(this.#lower[i] as string)) negated = true;
    const subject = this.#inverted(head, group, sentence) ?? this.#subject(head, group, sentence, DEPTH);
    const object = this.#object(last - 1, sentence);
    const named = this.#isCalled(subject, head, sentence);
    const relativised = passive
      ? undefined
      : this.#relativised(subject, head, object !== undefined, sentence);
    const list = (...phrases: (Phrase | undefined)[]): Phrase[] =>
      phrases.filter(phrase => phrase !== undefined);
    return {
      kind: 'verb',
      head,
      group,
      passive,
      negated,
      agents: passive ? list(by) : list(subject, named),
      patients: passive ? list(subject, named) : list(object, relativised),
    };
  }

  /** *X is the man who killed*: X, too. */
  #isCalled(subject: Phrase | undefined, head: number, sentence: Sentence): Phrase | undefined {
    if (
      subject === undefined ||
      subject.last > head ||
      !RELATIVE_SUBJECTS.has(this.#lower[subject.last] as string)
    )
      return undefined;
    const k = subject.first - 1;
    return k > sentence.first && this.#pos[k] === 'AUX' && BE.has(this.#lower[k] as string)
      ? this.#subjectOf(k, sentence, 1)
      : undefined;
  }

  /** Where the auxiliaries, adverbs and *to* before a verb begin. */
  #group(head: number, floor: number): number {
    let group = head;
    for (let k = head - 1; k >= floor; k--) {
      const word = this.#lower[k] as string;
      if (this.#phrases.isAuxiliary(k) || GET.has(word) || NOT.has(word)) {
        if (/^['’]s$/.test(word) && this.#pos[k] === 'PART' && this.#pos[head] !== 'VERB') break;
        group = k;
      } else if (word === 'to' && (this.#pos[k] !== 'ADP' || this.#pos[head] === 'VERB')) {
        return k;
      } else if (!OPENING.has(word) && !/^(?:either|neither|both)$/.test(word)) break;
      else group = k;
    }
    // An adverb before the first auxiliary belongs to the verb as well, but may be the subject's; leave it.
    return group;
  }

  #isParticiple(i: number): boolean {
    const word = this.#lower[i] as string;
    return isPastParticiple(word);
  }

  #isPassive(head: number, group: number, sentence: Sentence): boolean {
    if (ING.test(this.#lower[head] as string)) return false;
    for (let k = head - 1; k >= group; k--) {
      const word = this.#lower[k] as string;
      // "He's struck a deal": what has an object is no passive.
      const has = /^['’]s$/.test(word) && /^(?:DET|PRON|PROPN)$/.test(this.#pos[head + 1] as string);
      if (BE.has(word) || GET.has(word)) return !has && this.#isParticiple(head);
      if (this.#pos[k] !== 'ADV' && !NOT.has(word)) return false;
    }
    if (!this.#isParticiple(head)) return false;
    const before = head - 1;
    const next = this.#lower[head + 1] ?? '';
    if (next === 'by' && !ING.test(this.#lower[head + 2] ?? '')) return true;
    if (group < head) return false;
    // "was arrested and charged", "being watched, followed"
    if (VERB_JOINERS.has(this.#lower[before] as string) && this.#isParticiple(before - 1)) {
      const other = before - 1;
      return this.#isPassive(other, this.#group(other, sentence.first), sentence);
    }
    return this.#isReducedRelative(head, sentence);
  }

  /** *the soldiers killed in the raid were*: a participle after its noun, without an object, beside another finite verb. */
  #isReducedRelative(head: number, { first, last }: Sentence): boolean {
    const before = this.#pos[head - 1];
    if (head - 1 < first || !(before === 'NOUN' || before === 'PROPN' || before === 'NUM')) return false;
    const phrase = this.#phrases.back(head - 1, first);
    const k = (phrase?.first ?? head - 1) - 1;
    const governor = k >= first ? (this.#lower[k] as string) : '';
    // "the town that X shelled was": the clause has its subject.
    if (RELATIVES.has(governor)) return false;
    // "killing 10 soldiers deployed in", "of goods stolen from": what has no finite verb cannot have it here.
    const governed =
      (this.#pos[k] === 'VERB' && ING.test(governor)) ||
      (this.#pos[k] === 'ADP' && !SUBORDINATORS.has(governor));
    let i = head + 1;
    for (let n = 0; n < 2 && i < last && this.#pos[i] === 'ADP'; n++) {
      const place = this.#phrases.ahead(i + 1, last);
      if (place === undefined || SUBORDINATORS.has(this.#lower[i] as string)) return false;
      i = place.last;
    }
    if (
      i === head + 1 &&
      this.#lower[i] !== 'to' &&
      !this.#phrases.isTime(i) &&
      i < last &&
      !this.#phrases.isVerb(i)
    )
      return governed && this.#pos[i] === 'PUNCT';
    if (governed) return true;
    // "the soldiers killed in the raid were": the finite verb follows at once.
    while (i < last && this.#pos[i] === 'ADV') i++;
    return i < last && this.#phrases.isVerb(i) && !ING.test(this.#lower[i] as string);
  }

  /** Who does what the verb says, grammatically: what stands before it, or what governs it. */
  #subject(head: number, group: number, sentence: Sentence, depth: number): Phrase | undefined {
    const { first: floor } = sentence;
    if (depth === 0) return undefined;
    const phrases = this.#phrases;
    const gerund = ING.test(this.#lower[head] as string) && !this.#hasBe(group, head);
    const k = this.#back(group - 1, floor);
    if (this.#lower[group] === 'to') return this.#controller(group, sentence, depth);
    if (k < floor) return this.#subjectAhead(head, sentence);
    const word = this.#lower[k] as string;
    if (RELATIVE_SUBJECTS.has(word) && k > floor && this.#isRelative(k)) return this.#antecedent(k, sentence);
    if (VERB_JOINERS.has(word)) {
      const other = this.#coordinate(head, k, sentence);
      return other < 0 ? undefined : this.#subjectOf(other, sentence, depth - 1);
    }
    if (gerund && (this.#pos[k] === 'ADP' || this.#pos[k] === 'SCONJ'))
      return this.#gerundSubject(k, sentence, depth);
    if (this.#pos[k] === 'SCONJ' || this.#pos[k] === 'ADP' || RELATIVES.has(word)) {
      // "while visiting", "when asked", "as seen": the clause's own subject.
      const other = this.#verbBefore(k, sentence);
      return other >= 0 ? this.#subjectOf(other, sentence, depth - 1) : this.#subjectAhead(head, sentence);
    }
    if (this.#pos[k] === 'VERB' || this.#pos[k] === 'AUX') return this.#subjectOf(k, sentence, depth - 1);
    if (/^[,;:—–-]$/.test(word)) {
      const other = gerund ? this.#finiteBefore(k, sentence) : this.#coordinate(head, k, sentence);
      const inserted = gerund ? undefined : phrases.subjectEndingAt(k, sentence);
      return inserted ?? (other < 0 ? undefined : this.#subjectOf(other, sentence, depth - 1));
    }
    const before = phrases.subjectEndingAt(k, sentence) ?? phrases.back(k, floor);
    return (
      before && this.#overRelative(this.#withHead(this.#withConjuncts(before, sentence), sentence), sentence)
    );
  }

  /** What a relative pronoun takes up. */
  #antecedent(relative: number, { first }: Sentence): Phrase | undefined {
    const phrase = this.#phrases.back(this.#lower[relative - 1] === ',' ? relative - 2 : relative - 1, first);
    const k = (phrase?.first ?? 0) - 1;
    if (phrase === undefined || this.#lower[relative] !== 'who' || k <= first || this.#lower[k] !== 'and')
      return phrase;
    return { ...phrase, first: this.#phrases.back(k - 1, first)?.first ?? phrase.first };
  }

  /** *X, Y and Z said*: what stands before the last member belongs to the subject unless another verb governs it. */
  #withConjuncts(phrase: Phrase, { first: floor }: Sentence): Phrase {
    let k = phrase.first - 1;
    if (k > floor && /^(?:most|other|many|some|several|all)$/.test(this.#lower[k] as string)) k--;
    if (k - 1 < floor || !/^(?:and|or|&)$/.test(this.#lower[k] as string)) return phrase;
    const before = this.#phrases.back(this.#lower[k - 1] === ',' ? k - 2 : k - 1, floor);
    if (before === undefined) return phrase;
    const governor = this.#pos[before.first - 1];
    const free = before.first === floor || (governor !== 'VERB' && governor !== 'ADP' && governor !== 'PART');
    return free || this.#lower[before.first - 1] === 'with' ? { ...phrase, first: before.first } : phrase;
  }

  /** *The plan to seize the town failed*, *the men holding it left*: the subject is the noun that the rest belongs to. */
  #withHead(phrase: Phrase, { first: floor }: Sentence): Phrase {
    const verb = phrase.first - 1;
    if (verb - 1 <= floor || this.#pos[verb] !== 'VERB') return phrase;
    const to = this.#lower[verb - 1] === 'to';
    const at = to ? verb - 2 : verb - 1;
    if ((!to && !ING.test(this.#lower[verb] as string)) || !this.#phrases.isNominal(at)) return phrase;
    const owner = this.#phrases.back(at, floor);
    if (owner === undefined) return phrase;
    const governor = this.#pos[owner.first - 1];
    return owner.first === floor ||
      governor === 'PUNCT' ||
      governor === 'SCONJ' ||
      governor === 'CCONJ' ||
      RELATIVES.has(this.#lower[owner.first - 1] as string)
      ? owner
      : phrase;
  }

  /** *The men who attacked the town fled*: the subject is what the relative clause is about, not its last noun. */
  #overRelative(phrase: Phrase, sentence: Sentence): Phrase {
    const verb = phrase.first - 1;
    if (verb <= sentence.first || this.#pos[verb] !== 'VERB' || REPORTS.has(this.#lower[verb] as string))
      return phrase;
    for (let k = verb - 1; k > sentence.first && verb - k < 12; k--) {
      const word = this.#lower[k] as string;
      if (word === ',' || this.#pos[k] === 'CCONJ') return phrase;
      if (RELATIVE_SUBJECTS.has(word) && this.#isRelative(k)) return this.#antecedent(k, sentence) ?? phrase;
    }
    return phrase;
  }

  /** The last token that is no time, no adverb and no opening mark. */
  #back(from: number, floor: number): number {
    let k = this.#phrases.skipTimeBack(from, floor);
    while (k >= floor && OPENING.has(this.#lower[k] as string)) k = this.#phrases.skipTimeBack(k - 1, floor);
    return k;
  }

  /** The verb that another is joined to: the nearest before it of the same form, else the nearest. */
  #coordinate(head: number, from: number, sentence: Sentence): number {
    const form = formOf(this.#lower[head] as string);
    for (let k = from - 1; k >= sentence.first; k--)
      if (this.#pos[k] === 'VERB' && formOf(this.#lower[k] as string) === form) return k;
    return this.#verbBefore(from, sentence);
  }

  #subjectOf(verb: number, sentence: Sentence, depth: number): Phrase | undefined {
    return this.#subject(verb, this.#group(verb, sentence.first), sentence, depth);
  }

  #hasBe(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (BE.has(this.#lower[i] as string)) return true;
    return false;
  }

  /** Whether *that*, *who* or *which* takes up the noun before it. */
  #isRelative(i: number): boolean {
    const before = this.#pos[i - 1];
    return (
      (this.#lower[i] === 'who' && before === 'ADJ') ||
      before === 'NOUN' ||
      before === 'PROPN' ||
      before === 'NUM' ||
      before === 'PRON' ||
      this.#lower[i - 1] === ',' ||
      this.#lower[i - 1] === 'those'
    );
  }

  /** The nearest verb before a token. */
  #verbBefore(from: number, { first }: Sentence): number {
    for (let k = from - 1; k >= first; k--)
      if (this.#pos[k] === 'VERB' || (this.#pos[k] === 'AUX' && BE.has(this.#lower[k] as string))) return k;
    return -1;
  }

  /** The nearest verb before a token that is no participle and no infinitive, else the nearest. */
  #finiteBefore(from: number, sentence: Sentence): number {
    for (let k = from - 1; k >= sentence.first; k--)
      if (this.#pos[k] === 'VERB' && !ING.test(this.#lower[k] as string) && this.#lower[k - 1] !== 'to')
        return k;
    return this.#verbBefore(from, sentence);
  }

  /** *Accusing Y of lies, X left*: the first noun phrase after a comma that a verb follows. */
  #subjectAhead(head: number, { last }: Sentence): Phrase | undefined {
    for (let i = head + 1; i < last - 1; i++) {
      if (this.#lower[i] !== ',') continue;
      const phrase = this.#phrases.ahead(i + 1, last);
      if (phrase === undefined) continue;
      let k = phrase.last;
      if (this.#lower[k] === ',') return phrase;
      while (k < last && this.#phrases.isAuxiliary(k) && !this.#phrases.isVerb(k)) k++;
      if (k < last && this.#phrases.isVerb(k)) return phrase;
    }
    return undefined;
  }

  /** Who is to do what an infinitive says: the object of the verb that governs it, else the subject. */
  #controller(to: number, sentence: Sentence, depth: number): Phrase | undefined {
    if (depth <= 0) return undefined;
    const { first: floor } = sentence;
    const k = this.#back(to - 1, floor);
    if (k < floor) return this.#subjectAhead(to, sentence);
    const pos = this.#pos[k];
    const word = this.#lower[k] as string;
    const of = (verb: number): Phrase | undefined =>
      verb < 0 ? this.#subjectAhead(to, sentence) : this.#subjectOf(verb, sentence, depth - 1);
    if (VERB_JOINERS.has(word))
      for (let j = k - 1; j >= floor; j--)
        if (this.#lower[j] === 'to' && this.#phrases.isVerb(j + 1))
          return this.#controller(j, sentence, depth - 1);
    if (pos === 'VERB' || pos === 'AUX') return of(k);
    const phrase = this.#phrases.back(k, floor);
    if (phrase === undefined || pos === 'ADJ') return of(this.#verbBefore(k, sentence));
    // "X's plan to seize", "his right to vote"
    for (let i = phrase.first + 1; i <= phrase.head; i++)
      if (POSSESSIVE_ENDING.test(this.#lower[i] as string)) return this.#phrases.back(i - 1, phrase.first);
    if (POSSESSIVES.has(this.#lower[phrase.first] as string) && this.#pos[phrase.head] === 'NOUN')
      return { ...phrase, last: phrase.first + 1, head: phrase.first };
    const governor = phrase.first - 1;
    if (governor < floor) return phrase;
    const by = this.#lower[governor] as string;
    if (this.#pos[governor] === 'ADP' && by !== 'to')
      return /^(?:for|on|upon)$/.test(by) ? phrase : of(this.#verbBefore(governor, sentence));
    if (this.#pos[governor] === 'VERB' || by === 'to') {
      const verb = this.#pos[governor] === 'VERB' ? governor : governor - 1;
      if (PROMISES.has(this.#lower[verb] as string)) return of(verb);
      const ordered =
        OBJECT_CONTROL.has(this.#lower[verb] as string) ||
        (by !== 'to' && this.#pos[phrase.head] === 'PROPN');
      return ordered ? phrase : of(verb);
    }
    // "gave X a chance to leave": whoever was given it.
    if (this.#phrases.isNominal(governor)) {
      const given = this.#phrases.back(governor, floor);
      if (given !== undefined && this.#pos[given.first - 1] === 'VERB') return given;
    }
    return this.#pos[governor] === 'AUX' ? of(governor) : phrase;
  }

  /** *accused X of killing* and *stopped X from killing* have X do it; *by killing*, *after killing* the clause's subject. */
  #gerundSubject(preposition: number, sentence: Sentence, depth: number): Phrase | undefined {
    const { first: floor } = sentence;
    const verb = this.#verbBefore(preposition, sentence);
    if (verb < 0) return this.#subjectAhead(preposition, sentence);
    if (/^(?:of|for|from)$/.test(this.#lower[preposition] as string)) {
      const passive = this.#isPassive(verb, this.#group(verb, floor), sentence);
      const object = this.#phrases.ahead(verb + 1, preposition);
      if (!passive && object !== undefined && object.first === verb + 1 && this.#isNamed(object))
        return object;
      const blamed = this.#phrases.back(this.#phrases.skipTimeBack(preposition - 1, floor), verb + 1);
      const governor = blamed === undefined ? undefined : this.#pos[blamed.first - 1];
      const acts =
        blamed !== undefined && (this.#isNamed(blamed) || /s$/.test(this.#lower[blamed.head] as string));
      if (!passive && acts && (governor === 'VERB' || governor === 'ADP')) return blamed;
    }
    return this.#subjectOf(verb, sentence, depth - 1);
  }

  /** *"...," said X*, *"...," says X*. */
  #inverted(head: number, group: number, { first, last }: Sentence): Phrase | undefined {
    if (group !== head || head - 1 < first) return undefined;
    const before = this.#lower[head - 1] as string;
    if (!/^(?:,|["”’'»?!])$/.test(before)) return undefined;
    if (before === ',' && !this.#quoteBefore(head, first)) return undefined;
    const phrase = this.#phrases.ahead(head + 1, last);
    return phrase !== undefined && phrase.first === head + 1 && !this.#phrases.isVerb(phrase.last)
      ? phrase
      : undefined;
  }

  #quoteBefore(i: number, first: number): boolean {
    for (let k = i - 1; k >= Math.max(first, i - 3); k--)
      if (/^["”’'»]$/.test(this.#lower[k] as string)) return true;
    return false;
  }

  /** The doer of a passive. */
  #byPhrase(from: number, { last }: Sentence): Phrase | undefined {
    for (let i = from; i < Math.min(last, from + BY_REACH); i++) {
      const word = this.#lower[i] as string;
      if (word === 'by') {
        if (ING.test(this.#lower[i + 1] ?? '') && this.#pos[i + 1] === 'VERB') continue;
        if (this.#phrases.isTime(i + 1) || this.#pos[i + 1] === 'NUM') continue;
        const phrase = this.#phrases.ahead(i + 1, last);
        if (phrase !== undefined) return this.#withList(phrase, last);
      }
      if (/^[;:]$/.test(word) || (i > from && this.#pos[i] === 'AUX')) return undefined;
      if (i > from + 1 && this.#pos[i] === 'VERB' && !ING.test(word)) return undefined;
    }
    return undefined;
  }

  /** *X, Y and Z*: a list goes on over commas. */
  #withList(phrase: Phrase, last: number): Phrase {
    let end = phrase.last;
    for (let n = 0; n < 8; n++) {
      const word = this.#lower[end];
      if (word !== ',' && word !== 'and') break;
      const from = word === ',' && this.#lower[end + 1] === 'and' ? end + 2 : end + 1;
      const next = this.#phrases.ahead(from, last);
      if (next === undefined || (next.last < last && this.#phrases.isVerb(next.last))) break;
      end = next.last;
    }
    return end === phrase.last ? phrase : { ...phrase, last: end };
  }

  /** What stands behind an active verb, over a particle or a preposition: *attacked Y*, *fired on Y*. */
  #object(head: number, { last }: Sentence, over = true): Phrase | undefined {
    let i = head + 1;
    while (i < last && (this.#pos[i] === 'ADV' || this.#pos[i] === 'PART')) i++;
    if (over && i < last && this.#pos[i] === 'ADP' && this.#lower[i] !== 'by') i++;
    if (i >= last) return undefined;
    const phrase = this.#phrases.ahead(i, last) ?? this.#bare(i, last);
    return phrase === undefined ? undefined : this.#withList(phrase, last);
  }

  /** *a civilian*, *more than 30*: an object in which the tagger saw no noun. */
  #bare(i: number, last: number): Phrase | undefined {
    let end = i;
    while (
      end < last &&
      end - i < 4 &&
      (/^(?:DET|ADJ|NUM|ADV)$/.test(this.#pos[end] as string) || this.#lower[end] === 'than')
    )
      end++;
    const counts = this.#pos[i] === 'DET' || this.#pos[end - 1] === 'NUM';
    return counts && end > i ? { first: i, last: end, head: end - 1 } : undefined;
  }

  /** *the town that X shelled*, *the bill which X signed*: the noun before the relative clause. */
  #relativised(
    subject: Phrase | undefined,
    head: number,
    hasObject: boolean,
    sentence: Sentence,
  ): Phrase | undefined {
    if (subject === undefined || subject.first - 1 < sentence.first || subject.last > head) return undefined;
    const k = subject.first - 1;
    const pronoun = this.#lower[k] as string;
    if (!/^(?:that|which|whom|who)$/.test(pronoun) || !this.#isRelative(k)) return undefined;
    // "reports that X shelled the town": the clause is what the noun says.
    if (pronoun === 'that' && (hasObject || CONTENT.test(this.#lower[k - 1] as string))) return undefined;
    return this.#antecedent(k, sentence);
  }

  // Nouns

  #noun(head: number): Predicate {
    const sentence = this.#sentenceOf(head);
    const { first: floor, last } = sentence;
    const agents: Phrase[] = [];
    const patients: Phrase[] = [];
    // Before it: whose, or which people's.
    let k = head - 1;
    while (
      k >= floor &&
      (this.#pos[k] === 'ADJ' ||
        this.#pos[k] === 'NOUN' ||
        this.#pos[k] === 'PROPN' ||
        this.#pos[k] === 'NUM' ||
        this.#lower[k] === '-')
    )
      k--;
    const start = k + 1;
    let owner: Phrase | undefined;
    if (k >= floor && POSSESSIVE_ENDING.test(this.#lower[k] as string))
      owner = this.#phrases.back(k - 1, floor);
    else if (k >= floor && this.#phrases.isDeterminer(k) && this.#pos[k] === 'PRON')
      owner = { first: k, last: k + 1, head: k };
    else if (start < head) owner = { first: start, last: head, head: head - 1 };
    // Behind it.
    let by: Phrase | undefined;
    let of: Phrase | undefined;
    let at = head + 1;
    for (let n = 0; n < 3 && at < last; n++) {
      const word = this.#lower[at] as string;
      if (this.#pos[at] !== 'ADP' && word !== 'to') break;
      const next = this.#phrases.ahead(at + 1, last);
      if (next === undefined) break;
      // The phrase of one preposition may hold the next: "of Y from X".
      let end = next.last;
      for (let i = at + 2; i < next.last; i++)
        if (
          this.#pos[i] === 'ADP' &&
          (this.#lower[i] === 'from' ||
            this.#lower[i] === 'by' ||
            (this.#lower[i] === 'for' && word !== 'for'))
        ) {
          end = i;
          break;
        }
      const phrase = end === next.last ? this.#withList(next, last) : { ...next, last: end };
      if (word === 'by' || word === 'from' || word === 'between') by = phrase;
      else if (word === 'of') of = phrase;
      else if (PATIENT_PREPOSITIONS.has(word)) patients.push(phrase);
      at = phrase.last;
    }
    if (by !== undefined) agents.push(by);
    if (of !== undefined)
      (patients.length > 0 && by === undefined && owner === undefined ? agents : patients).push(of);
    if (owner !== undefined) agents.push(owner);
    const owned =
      owner !== undefined &&
      ((this.#lower[k] !== undefined && k >= floor && POSSESSIVE_ENDING.test(this.#lower[k] as string)) ||
        this.#isNamed(owner));
    if (by !== undefined && patients.length === 0) {
      // "X drew complaints from Y", "X faced questions from Y"
      const lent = this.#lightSubject(start, sentence);
      if (lent?.undergoes === true) patients.push(lent.subject);
    }
    const shared = owner !== undefined && POSSESSIVES.has(this.#lower[owner.first] as string);
    if (by === undefined && (!owned || shared)) {
      const lent = this.#lightSubject(start, sentence);
      if (lent !== undefined) (lent.undergoes ? patients : agents).push(lent.subject);
    }
    return { kind: 'noun', head, group: start, passive: false, negated: false, agents, patients };
  }

  #isNamed({ first, last }: Phrase): boolean {
    for (let i = first; i < last; i++)
      if (isCapital(this.cut.text[i] as string) || this.#pos[i] === 'PRON') return true;
    return false;
  }

  /** *X launched an attack*, *X came under attack*: who acts is said by the verb that governs the noun. */
  #lightSubject(
    start: number,
    sentence: Sentence,
  ): { readonly subject: Phrase; readonly undergoes: boolean } | undefined {
    const { first: floor } = sentence;
    let k = start - 1;
    let under = false;
    while (
      k >= floor &&
      (this.#phrases.isDeterminer(k) ||
        this.#pos[k] === 'ADJ' ||
        this.#pos[k] === 'ADV' ||
        this.#pos[k] === 'NUM')
    )
      k--;
    if (k >= floor && this.#lower[k] === 'under') {
      under = true;
      k--;
    }
    if (k < floor || !(this.#pos[k] === 'VERB' || (under && this.#pos[k] === 'AUX'))) return undefined;
    const subject = this.#subjectOf(k, sentence, DEPTH);
    if (subject === undefined) return undefined;
    const verb = this.#lower[k] as string;
    const undergoes = under || UNDERGOES.has(verb);
    return undergoes || LENDS.has(verb) ? { subject, undergoes } : undefined;
  }

  // Adjectives

  #adjective(head: number): Predicate {
    const sentence = this.#sentenceOf(head);
    const { first: floor, last } = sentence;
    let k = head - 1;
    while (k >= floor && (this.#pos[k] === 'ADV' || NOT.has(this.#lower[k] as string))) k--;
    const copula = k >= floor && (BE.has(this.#lower[k] as string) || COPULAS.has(this.#lower[k] as string));
    const subject = copula ? this.#subjectOf(k, sentence, DEPTH) : undefined;
    const object = this.#object(head, { ...sentence, last });
    return {
      kind: 'adjective',
      head,
      group: k + 1,
      passive: false,
      negated: false,
      agents: subject === undefined ? [] : [subject],
      patients: object === undefined ? [] : [object],
    };
  }

  // What is no part of the structure

  /** The same name once more, in the place of an argument. */
  #byName({ agents, patients }: Predicate, name: number): Found | undefined {
    const text = this.cut.text[name] as string;
    if (!isCapital(text)) return undefined;
    const holds = ({ first, last }: Phrase): boolean => {
      for (let i = first; i < last; i++) if (this.cut.text[i] === text) return true;
      return false;
    };
    if (agents.some(holds)) return { role: 'agent', ground: 'name' };
    return patients.some(holds) ? { role: 'patient', ground: 'name' } : undefined;
  }

  /** The role that a pronoun has, where only one of the two is a pronoun's. */
  roleOfPronoun({ agents, patients }: Predicate): Role | undefined {
    const isPronoun = ({ head }: Phrase): boolean => this.#pos[head] === 'PRON';
    const acts = agents.some(isPronoun);
    return acts === patients.some(isPronoun) ? undefined : acts ? 'agent' : 'patient';
  }

  /** A third-person pronoun in the place of an argument takes up a name before it; *we* and *I* the speaker. */
  #byPronoun({ head, agents, patients }: Predicate, first: number, last: number): Found | undefined {
    for (const [role, phrases] of [['agent', agents] as const, ['patient', patients] as const])
      for (const phrase of phrases) {
        if (phrase.last - phrase.first > 1) continue;
        const word = (this.#lower[phrase.head] as string).replace(/['’].*/, '');
        const speaks = word === 'i' || word === 'we';
        if (
          speaks ? this.#isSpeakerOf(head, first, last) : this.#mayStandFor(word, phrase.first, first, last)
        )
          return { role, ground: 'pronoun' };
      }
    return undefined;
  }

  /** Whether *he*, *they* and the like at a token may take up the name on `[first, last)`. */
  #mayStandFor(word: string, at: number, first: number, last: number): boolean {
    const singular = /^(?:he|him|she|her)$/.test(word);
    if (!singular && !/^(?:they|them)$/.test(word)) return false;
    if (first > at) return this.#comesLater(at, first);
    const final = this.cut.text[last - 1] as string;
    if (singular && !isCapital(final)) return false;
    if (this.#marksBetween(last, at) % 2 === 1) return false;
    const plural = /[^siu]s$/.test(final) && this.#pos[last - 2] !== 'PROPN';
    return singular ? !plural : plural || last - first !== 2;
  }

  /** *While she left, X stayed*: a pronoun in a clause before the main one, and the name its subject. */
  #comesLater(at: number, first: number): boolean {
    const { first: floor } = this.#sentenceOf(at);
    if (at - floor > 4 || !SUBORDINATORS.has(this.#lower[floor] as string)) {
      if (!SUBORDINATORS.has(this.#lower[floor + 1] ?? '')) return false;
    }
    let k = first - 1;
    while (k > at && (this.#phrases.isNominal(k) || this.#phrases.isDeterminer(k) || this.#pos[k] === 'ADJ'))
      k--;
    return this.#lower[k] === ',';
  }

  #marksBetween(from: number, to: number): number {
    let marks = 0;
    for (let i = from; i < to; i++) if (/^["“”]$/.test(this.#lower[i] as string)) marks++;
    return marks;
  }

  /** Whether a mark of quotation stands between two places and a verb beside the second. */
  #isSpeakerOf(token: number, first: number, last: number): boolean {
    return this.#marksBetween(Math.min(token, last), Math.max(token, first)) % 2 === 1;
  }

  /**
   * What the order of the words makes likely where the structure shows no place: before the predicate the doer, after it
   * the one it is done to, unless other signs outweigh that. A sum of a few halves, fitted once by logistic regression
   * on the train part of PAC (Zou and others 2023); nothing in it looks at a word that names anybody.
   */
  #byOrder({ kind, head, group, passive, agents, patients }: Predicate, first: number, last: number): Role {
    const before = last <= head;
    const [from, to] = before ? [last, group] : [head + 1, first];
    let verbs = 0;
    let commas = 0;
    for (let i = from; i < to; i++) {
      if (this.#pos[i] === 'VERB') verbs++;
      if (this.#lower[i] === ',') commas++;
    }
    const named = isCapital(this.cut.text[last - 1] as string);
    const rival = agents.some(
      ({ head: doer }) => this.#pos[doer] === 'PROPN' || /^(?:he|she)$/.test(this.#lower[doer] as string),
    );
    const acts = this.#hasOwnVerb(last);
    const weigh = (sign: boolean, weight: number): number => (sign ? weight : 0);
    const score = before
      ? weigh(this.#lower[group] === 'to', 1) +
        weigh(this.#isFree(first), 0.5) +
        weigh(named, 0.5) +
        weigh(acts, 0.5) +
        weigh(agents.length === 0, 0.5) +
        weigh(kind === 'noun', 0.5) +
        weigh(verbs === 0, 0.5) -
        weigh(passive, 1) -
        weigh(rival, 1) -
        weigh(patients.length === 0, 0.5)
      : weigh(acts, 1) +
        weigh(commas > 0, 1) +
        weigh(to - from >= FAR, 1) +
        weigh(kind === 'noun' || passive, 1) +
        weigh(named, 1) +
        weigh(this.#marksBetween(head, first) % 2 === 1, 1) +
        weigh(this.#lower[first - 1] === 'by', 1.5) -
        weigh(rival, 1) -
        3;
    return score >= 0 ? 'agent' : 'patient';
  }

  /** Whether a verb follows a name, so that it is the subject of that. */
  #hasOwnVerb(last: number): boolean {
    let k = last;
    while (/^(?:NOUN|PROPN|ADV|PART)$/.test(this.#pos[k] as string)) k++;
    return this.#phrases.isVerb(k);
  }

  /** Whether a noun phrase opens its sentence or follows a mark. */
  #isFree(first: number): boolean {
    const { first: floor } = this.#sentenceOf(first);
    let k = first - 1;
    while (
      k >= floor &&
      (this.#phrases.isNominal(k) || this.#phrases.isDeterminer(k) || this.#pos[k] === 'ADJ')
    )
      k--;
    return k < floor || this.#pos[k] === 'PUNCT';
  }

  #sentenceOf(token: number): Sentence {
    return this.cut.sentences[this.cut.sentenceOf[token] as number] as Sentence;
  }
}
