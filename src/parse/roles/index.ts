import { BE, NOT } from '../../english/closed-classes.js';
import { isPastParticiple } from '../../english/orthography.js';
import type { Sentence } from '../../model/doc.js';
import type { Lexicons } from '../../model/lexicon.js';
import { type Phrase, Phrases } from '../phrases.js';
import { type Cut, sentenceAt } from '../sentences.js';
import { Assignment } from './assignment.js';
import { kindOf } from './kinds.js';
import { Nouns } from './nouns.js';
import { Objects } from './objects.js';
import type { Predicate, PredicateKind } from './predicate.js';
import { Subjects } from './subjects.js';
import { Verbs } from './verbs.js';

export type { Predicate, PredicateKind, SemanticRole } from './predicate.js';

/**
 * Semantic roles: who takes part in what a word says, and as what, agent or patient, for verbs, nouns of action and
 * adjectives, by rules over tags and noun phrases and without a parser. The terms are those of
 * Fillmore (1968), The case for case, and Dowty (1991), Language 67(3).
 *
 * Looks only around the predicates it is asked for, and remembers nothing.
 */
export class SemanticRoles extends Assignment {
  readonly #grammar: Lexicons['grammar'];
  readonly #verbs: Verbs;
  readonly #subjects: Subjects;
  readonly #objects: Objects;
  readonly #nouns: Nouns;

  constructor(cut: Cut, { grammar }: Pick<Lexicons, 'grammar'>) {
    // Quoted clauses have agents, too; the marks themselves end a phrase.
    const phrases = new Phrases(cut, () => false);
    super(cut, phrases);
    this.#grammar = grammar;
    this.#verbs = new Verbs(cut, phrases);
    this.#subjects = new Subjects(cut, phrases, this.#verbs, grammar);
    this.#objects = new Objects(cut, phrases);
    this.#nouns = new Nouns(cut, phrases, this.#subjects, this.#objects, grammar);
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
    if (kind === 'noun') return this.#nouns.predicateAt(head);
    return kind === 'adjective' ? this.#adjective(head) : this.#verb(head, last, transitive);
  }

  kindOf(i: number): PredicateKind {
    return kindOf(this.cut, i);
  }

  #verb(head: number, last: number, transitive: boolean): Predicate {
    const sentence = sentenceAt(this.cut, head);
    const group = this.#verbs.group(head, sentence.first);
    const by = this.#objects.byPhrase(last, sentence);
    const passive =
      (this.#verbs.isPassive(head, group, sentence) &&
        !(by === undefined && this.#grammar.state.has(this.word(head)))) ||
      (transitive &&
        group === head &&
        isPastParticiple(this.word(head)) &&
        (this.#objects.object(last - 1, sentence, false) ?? this.#shared(last, sentence)) === undefined);
    const subject =
      this.#subjects.inverted(head, group, sentence) ?? this.#subjects.subject(head, group, sentence);
    const object = this.#objects.object(last - 1, sentence) ?? this.#shared(last, sentence);
    const named = this.#subjects.isCalled(subject, head, sentence);
    const relativised = passive
      ? undefined
      : this.#subjects.relativised(subject, head, object !== undefined, sentence);
    return {
      kind: 'verb',
      head,
      group,
      passive,
      negated: this.hasIn(group, head, i => NOT.has(this.word(i))),
      agents: passive ? list(by) : list(subject, named),
      patients: passive ? list(subject, named) : list(object, relativised),
    };
  }

  /** *looted and burned the shops*: the object of the verb that follows. */
  #shared(last: number, sentence: Sentence): Phrase | undefined {
    const joins = /^(?:and|or)$/.test(this.word(last)) && this.pos[last + 1] === 'VERB';
    return joins ? this.#objects.object(last + 1, sentence, false) : undefined;
  }

  #adjective(head: number): Predicate {
    const sentence = sentenceAt(this.cut, head);
    const { first: floor } = sentence;
    const k = this.lastFrom(head - 1, floor, i => this.pos[i] !== 'ADV' && !NOT.has(this.word(i)));
    const copula = k >= floor && (BE.has(this.word(k)) || this.#grammar.copula.has(this.word(k)));
    return {
      kind: 'adjective',
      head,
      group: k + 1,
      passive: false,
      negated: false,
      agents: list(copula ? this.#subjects.subjectOf(k, sentence) : undefined),
      patients: list(this.#objects.object(head, sentence)),
    };
  }
}

const list = (...phrases: (Phrase | undefined)[]): Phrase[] => phrases.filter(phrase => phrase !== undefined);
