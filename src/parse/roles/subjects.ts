import {
  BE,
  POSSESSIVES,
  QUANTIFIERS,
  RELATIVE_PRONOUNS,
  RELATIVE_SUBJECTS,
  RELATIVES,
  VERB_JOINERS,
} from '../../english/closed-classes.js';
import { ING, POSSESSIVE_ENDING, QUOTATION_MARK } from '../../english/orthography.js';
import type { Sentence } from '../../model/doc.js';
import type { Lexicons } from '../../model/lexicon.js';
import { type Phrase, PhraseReader, type Phrases } from '../phrases.js';
import type { Cut } from '../sentences.js';
import type { Verbs } from './verbs.js';

/** How often the subject of one verb may be that of another. */
const DEPTH = 4;

/** Who does what a verb says, grammatically: over relative clauses, infinitives, participles and lists. */
export class Subjects extends PhraseReader {
  constructor(
    cut: Cut,
    phrases: Phrases,
    private readonly verbs: Verbs,
    private readonly grammar: Lexicons['grammar'],
  ) {
    super(cut, phrases);
  }

  /** Who does what the verb says, grammatically: what stands before it, or what governs it. */
  subject(head: number, group: number, sentence: Sentence, depth: number = DEPTH): Phrase | undefined {
    const { first: floor } = sentence;
    if (depth === 0) return undefined;
    const gerund = ING.test(this.word(head)) && !this.verbs.hasBe(group, head);
    const k = this.verbs.back(group - 1, floor);
    if (this.lower[group] === 'to') return this.#controller(group, sentence, depth);
    if (k < floor) return this.#subjectAhead(head, sentence);
    const word = this.word(k);
    const ofVerb = (verb: number): Phrase | undefined =>
      verb < 0 ? undefined : this.subjectOf(verb, sentence, depth - 1);
    if (RELATIVE_SUBJECTS.has(word) && k > floor && this.verbs.isRelative(k))
      return this.#antecedent(k, sentence);
    // "of knowingly and falsely accusing"
    if (VERB_JOINERS.has(word) && gerund && this.pos[k - 1] === 'ADV' && this.pos[k + 1] === 'ADV') {
      const preposition = this.verbs.back(k - 1, floor);
      if (this.pos[preposition] === 'ADP') return this.#gerundSubject(preposition, sentence, depth);
    }
    if (VERB_JOINERS.has(word)) return ofVerb(this.verbs.coordinate(head, k, sentence));
    if (gerund && (this.pos[k] === 'ADP' || this.pos[k] === 'SCONJ'))
      return this.#gerundSubject(k, sentence, depth);
    if (this.pos[k] === 'SCONJ' || this.pos[k] === 'ADP' || RELATIVES.has(word)) {
      // "while visiting", "when asked", "as seen": the clause's own subject.
      const other = this.verbs.verbBefore(k, sentence);
      return other >= 0 ? this.subjectOf(other, sentence, depth - 1) : this.#subjectAhead(head, sentence);
    }
    if (this.isVerb(k)) return ofVerb(k);
    if (/^[,;:—–-]$/.test(word)) {
      const other = gerund ? this.verbs.finiteBefore(k, sentence) : this.verbs.coordinate(head, k, sentence);
      const inserted = gerund
        ? undefined
        : (this.#beforeAge(k, floor) ?? this.phrases.subjectEndingAt(k, sentence));
      return inserted ?? ofVerb(other);
    }
    const before = this.phrases.subjectEndingAt(k, sentence) ?? this.phrases.back(k, floor);
    return (
      before && this.#overRelative(this.#withHead(this.#withConjuncts(before, sentence), sentence), sentence)
    );
  }

  /** *X said Y, 18, was shot*: an age between commas. */
  #beforeAge(comma: number, floor: number): Phrase | undefined {
    const isAge = this.pos[comma - 1] === 'NUM' && this.lower[comma - 2] === ',';
    return isAge ? this.phrases.back(comma - 3, floor) : undefined;
  }

  subjectOf(verb: number, sentence: Sentence, depth: number = DEPTH): Phrase | undefined {
    return this.subject(verb, this.verbs.group(verb, sentence.first), sentence, depth);
  }

  /** *Accusing Y of lies, X left*: the first noun phrase after a comma that a verb follows. */
  #subjectAhead(head: number, { last }: Sentence): Phrase | undefined {
    for (let i = head + 1; i < last - 1; i++) {
      if (this.lower[i] !== ',') continue;
      const phrase = this.phrases.ahead(i + 1, last);
      if (phrase === undefined) continue;
      if (this.lower[phrase.last] === ',') return phrase;
      const time = this.phrases.skipCircumstance(phrase.last, last);
      const from = this.isVerb(time) ? time : phrase.last;
      const k = this.firstIn(from, last, j => !this.isAuxiliary(j) || this.isVerb(j));
      if (k < last && this.isVerb(k)) return phrase;
    }
    return undefined;
  }

  /** What a relative pronoun takes up. */
  #antecedent(relative: number, { first }: Sentence): Phrase | undefined {
    const phrase = this.phrases.back(this.beforeComma(relative), first);
    const k = (phrase?.first ?? 0) - 1;
    if (phrase === undefined || this.lower[relative] !== 'who' || k <= first || this.lower[k] !== 'and')
      return phrase;
    return { ...phrase, first: this.phrases.back(k - 1, first)?.first ?? phrase.first };
  }

  /** *X, Y and Z said*: what stands before the last member belongs to the subject unless another verb governs it. */
  #withConjuncts(phrase: Phrase, { first: floor }: Sentence): Phrase {
    let k = phrase.first - 1;
    if (k > floor && (QUANTIFIERS.has(this.word(k)) || this.lower[k] === 'other')) k--;
    if (k - 1 < floor || !/^(?:and|or|&)$/.test(this.word(k))) return phrase;
    const before = this.phrases.back(this.beforeComma(k), floor);
    if (before === undefined) return phrase;
    const free = before.first === floor || !/^(?:VERB|ADP|PART)$/.test(this.tag(before.first - 1));
    return free || this.lower[before.first - 1] === 'with' ? { ...phrase, first: before.first } : phrase;
  }

  /** *The plan to seize the town failed*, *the men holding it left*: the subject is the noun that the rest belongs to. */
  #withHead(phrase: Phrase, { first: floor }: Sentence): Phrase {
    const verb = phrase.first - 1;
    if (verb - 1 <= floor || this.pos[verb] !== 'VERB') return phrase;
    const to = this.lower[verb - 1] === 'to';
    const at = to ? verb - 2 : verb - 1;
    if ((!to && !ING.test(this.word(verb))) || !this.isNominal(at)) return phrase;
    const owner = this.phrases.back(at, floor);
    if (owner === undefined) return phrase;
    return owner.first === floor ||
      /^(?:PUNCT|SCONJ|CCONJ)$/.test(this.tag(owner.first - 1)) ||
      RELATIVES.has(this.word(owner.first - 1))
      ? owner
      : phrase;
  }

  /** *The men who attacked the town fled*: the subject is what the relative clause is about, not its last noun. */
  #overRelative(phrase: Phrase, sentence: Sentence): Phrase {
    const verb = phrase.first - 1;
    if (verb <= sentence.first || this.pos[verb] !== 'VERB') return phrase;
    if (this.grammar['clause-taking'].has(this.word(verb))) return phrase;
    for (let k = verb - 1; k > sentence.first && verb - k < 12; k--) {
      const word = this.word(k);
      if (word === ',' || this.pos[k] === 'CCONJ') return phrase;
      if (RELATIVE_SUBJECTS.has(word) && this.verbs.isRelative(k))
        return this.#antecedent(k, sentence) ?? phrase;
    }
    return phrase;
  }

  /** Who is to do what an infinitive says: the object of the verb that governs it, else the subject. */
  #controller(to: number, sentence: Sentence, depth: number): Phrase | undefined {
    if (depth === 0) return undefined;
    const { first: floor } = sentence;
    const k = this.verbs.back(to - 1, floor);
    if (k < floor) return this.#subjectAhead(to, sentence);
    const pos = this.pos[k];
    const word = this.word(k);
    const of = (verb: number): Phrase | undefined =>
      verb < 0 ? this.#subjectAhead(to, sentence) : this.subjectOf(verb, sentence, depth - 1);
    if (VERB_JOINERS.has(word))
      for (let j = k - 1; j >= floor; j--)
        if (this.lower[j] === 'to' && this.isVerb(j + 1)) return this.#controller(j, sentence, depth - 1);
    if (this.isVerb(k)) return of(k);
    const phrase = this.phrases.back(k, floor);
    if (phrase === undefined || pos === 'ADJ') return of(this.verbs.verbBefore(k, sentence));
    // "X's plan to seize", "his right to vote"
    const ending = this.firstIn(phrase.first + 1, phrase.head + 1, i => POSSESSIVE_ENDING.test(this.word(i)));
    if (ending <= phrase.head) return this.phrases.back(ending - 1, phrase.first);
    if (POSSESSIVES.has(this.word(phrase.first)) && this.pos[phrase.head] === 'NOUN')
      return { ...phrase, last: phrase.first + 1, head: phrase.first };
    const governor = phrase.first - 1;
    if (governor < floor) return phrase;
    const by = this.word(governor);
    if (this.pos[governor] === 'ADP' && by !== 'to')
      return /^(?:for|on|upon)$/.test(by) ? phrase : of(this.verbs.verbBefore(governor, sentence));
    if (this.pos[governor] === 'VERB' || by === 'to') {
      const verb = this.pos[governor] === 'VERB' ? governor : governor - 1;
      if (this.grammar['subject-control'].has(this.word(verb))) return of(verb);
      const ordered =
        this.grammar['object-control'].has(this.word(verb)) ||
        (by !== 'to' && this.pos[phrase.head] === 'PROPN');
      return ordered ? phrase : of(verb);
    }
    // "gave X a chance to leave": whoever was given it.
    if (this.isNominal(governor)) {
      const given = this.phrases.back(governor, floor);
      if (given !== undefined && this.pos[given.first - 1] === 'VERB') return given;
    }
    return this.pos[governor] === 'AUX' ? of(governor) : phrase;
  }

  /** *accused X of killing* and *stopped X from killing* have X do it; *by killing*, *after killing* the clause's subject. */
  #gerundSubject(preposition: number, sentence: Sentence, depth: number): Phrase | undefined {
    const { first: floor } = sentence;
    const verb = this.verbs.verbBefore(preposition, sentence);
    if (verb < 0) return this.#subjectAhead(preposition, sentence);
    if (/^(?:of|for|from|as)$/.test(this.word(preposition))) {
      const passive = this.verbs.isPassive(verb, this.verbs.group(verb, floor), sentence);
      const object = this.phrases.ahead(verb + 1, preposition);
      const isAccused = object?.last === preposition && this.lower[preposition] === 'of';
      if (!passive && object?.first === verb + 1 && (isAccused || this.phrases.isNamed(object)))
        return object;
      const blamed = this.phrases.back(this.phrases.skipTimeBack(preposition - 1, floor), verb + 1);
      const governor = blamed === undefined ? undefined : this.pos[blamed.first - 1];
      const acts =
        blamed !== undefined && (this.phrases.isNamed(blamed) || /s$/.test(this.word(blamed.head)));
      if (!passive && acts && (governor === 'VERB' || governor === 'ADP')) return blamed;
    }
    return this.subjectOf(verb, sentence, depth - 1);
  }

  /** *"...," said X*, *"...," says X*. */
  inverted(head: number, group: number, { first, last }: Sentence): Phrase | undefined {
    // A straight mark before the verb may open or close: "...," said X.
    if (head - 1 < first || this.hasIn(group, head, i => !QUOTATION_MARK.test(this.word(i))))
      return undefined;
    const before = this.word(head - 1);
    if (!/^(?:,|["”’'»?!])$/.test(before)) return undefined;
    if (before === ',' && !this.#quoteBefore(head, first)) return undefined;
    const phrase = this.phrases.ahead(head + 1, last);
    return phrase !== undefined && phrase.first === head + 1 && !this.isVerb(phrase.last)
      ? phrase
      : undefined;
  }

  #quoteBefore(i: number, first: number): boolean {
    return this.hasIn(Math.max(first, i - 3), i, k => /^["”’'»]$/.test(this.word(k)));
  }

  /** *X is the man who killed*: X, too. */
  isCalled(subject: Phrase | undefined, head: number, sentence: Sentence): Phrase | undefined {
    if (subject === undefined || subject.last > head || !RELATIVE_SUBJECTS.has(this.word(subject.last)))
      return undefined;
    const k = subject.first - 1;
    return k > sentence.first && this.pos[k] === 'AUX' && BE.has(this.word(k))
      ? this.subjectOf(k, sentence, 1)
      : undefined;
  }

  /** *the town that X shelled*, *the bill which X signed*: the noun before the relative clause. */
  relativised(
    subject: Phrase | undefined,
    head: number,
    hasObject: boolean,
    sentence: Sentence,
  ): Phrase | undefined {
    if (subject === undefined || subject.first - 1 < sentence.first || subject.last > head) return undefined;
    const k = subject.first - 1;
    const pronoun = this.word(k);
    if (!RELATIVE_PRONOUNS.has(pronoun) || !this.verbs.isRelative(k)) return undefined;
    // "reports that X shelled the town": the clause is what the noun says.
    if (pronoun === 'that' && (hasObject || this.grammar['content-noun'].has(this.word(k - 1))))
      return undefined;
    return this.#antecedent(k, sentence);
  }
}
