import {
  BE,
  CORRELATIVES,
  DEFINITES,
  MODALS,
  NOBODY,
  NOT,
  POSSESSIVES,
  VERB_JOINERS,
} from '../../english/closed-classes.js';
import { ING, isPastParticiple, POSSESSIVE_ENDING, QUOTATION_MARK } from '../../english/orthography.js';
import type { Sentence } from '../../model/doc.js';
import type { EventClass, Lexicons } from '../../model/lexicon.js';
import type { Phrase } from '../phrases.js';
import type { Predicate } from '../roles/index.js';
import type { Cut } from '../sentences.js';
import { TokenReader } from '../tokens.js';

const CONDITIONAL = /^(?:if|unless|whether|lest)$/;
/** How far back, in tokens, a word that governs a clause or a noun is looked for. */
const REACH = 30;
const NEAR = 7;
/** The most tokens between *that* and the subject of its clause. */
const FRONTED = 9;

/**
 * Whether a sentence reports an event as done (Karttunen 1971, Implicative verbs, Language 47; Saurí and Pustejovsky 2009,
 * FactBank): not what it denies, and not what may, shall, would or is said to have been done.
 */
export class Factuality extends TokenReader {
  readonly #grammar: Lexicons['grammar'];

  constructor(cut: Cut, { grammar }: Pick<Lexicons, 'grammar'>) {
    super(cut);
    this.#grammar = grammar;
  }

  isNegated({ negated, agents, patients, group, head }: Predicate, { first }: Sentence): boolean {
    const { denial, refusal } = this.#grammar;
    const nobody = ({ first: from, last }: Phrase): boolean =>
      NOBODY.has(this.word(from)) && (last <= group || from > head);
    if (negated || agents.some(nobody) || patients.some(nobody)) return true;
    // "no attack", "none of the looting"
    const of = this.lower[group - 2] === 'of' ? group - 2 : group;
    if (NOBODY.has(this.word(of - 1))) return true;
    if (this.lower[group] === 'to' && this.lower[group - 1] === 'not') return true;
    // "rather than shelling it", "instead of an attack"
    if (/^(?:rather than|instead of)$/.test(`${this.word(group - 2)} ${this.word(group - 1)}`)) return true;
    if (this.lower[group - 1] === 'any' && this.#isDenied(group - 1, first)) return true;
    const k = this.lastFrom(group - 1, first, i => !/^(?:DET|ADJ|PRON)$/.test(this.tag(i)));
    const governor = this.word(k);
    return k >= first && (denial.has(governor) || (this.lower[group] === 'to' && refusal.has(governor)));
  }

  /** *has not admitted to any losses*, *without any attack*. */
  #isDenied(i: number, first: number): boolean {
    const denies = (word: string): boolean =>
      NOT.has(word) || word === 'without' || this.#grammar.denial.has(word);
    return this.hasIn(Math.max(first, i - 6), i, k => denies(this.word(k)));
  }

  /** What may, shall or is to be done has not been done. */
  isHypothetical(predicate: Predicate, kind: 'verb' | 'noun', of: EventClass, sentence: Sentence): boolean {
    if (this.#isConditional(predicate.group, sentence)) return true;
    return kind === 'noun' ? this.#nounIs(predicate, of, sentence) : this.#verbIs(predicate, sentence);
  }

  #verbIs({ group, head, agents }: Predicate, sentence: Sentence): boolean {
    const { phase, unrealised } = this.#grammar;
    if (this.hasIn(group, head, i => this.#isModal(i, head))) return true;
    if (this.hasIn(group - 1, head, i => unrealised.has(this.word(i)) && this.pos[i] === 'ADV')) return true;
    const governor = this.word(group - 1);
    if (this.lower[group + 1] === 'have') return unrealised.has(governor);
    if (this.#isOrder(group, head, sentence) || this.#isJoinedToWish(group, head, sentence.first))
      return true;
    // "backed shelling the town", but "began shelling it".
    const isBare = !this.hasIn(group, head, i => !QUOTATION_MARK.test(this.word(i)));
    if (isBare && ING.test(this.word(head))) {
      if (this.pos[group - 1] === 'VERB')
        return !phase.has(governor) || this.#isInfinitiveOfWish(group - 1, sentence.first);
      if (/^(?:ADP|SCONJ|PART)$/.test(this.tag(group - 1)) || this.isNominal(group - 1))
        return this.#isGoverned(group - 1, sentence.first, false);
    }
    // "forced to", "was the first to"; "would continue to"
    if (this.lower[group] === 'to')
      return !phase.has(governor) || this.#isInfinitiveOfWish(group - 1, sentence.first);
    // "to help overthrow"
    if (isBare && this.pos[group - 1] === 'VERB' && !/(?:ed|en|t)$/.test(this.word(head)))
      return !phase.has(governor) || this.#isInfinitiveOfWish(group - 1, sentence.first);
    const subject = agents.find(({ last }) => last <= group);
    return this.#isSaidNot((subject?.first ?? group) - 1, sentence.first);
  }

  /** *Lock them up*, *“Fire him,” she said*: a sentence that begins with a verb in its plain form. */
  #isOrder(group: number, head: number, { first }: Sentence): boolean {
    const opens = this.lastFrom(group - 1, first, i => this.pos[i] !== 'PUNCT') < first;
    return opens && group === head && this.#isPlainForm(head);
  }

  /** *to take the town and attack the bridge*, *would fire or sue*: what the first verb says of both. */
  #isJoinedToWish(group: number, head: number, floor: number): boolean {
    const joins = VERB_JOINERS.has(this.word(group - 1)) || CORRELATIVES.has(this.word(group - 1));
    if (!joins || group !== head || !this.#isPlainForm(head)) return false;
    const verb = this.lastFrom(group - 2, floor, i => this.pos[i] === 'VERB');
    return (
      verb >= floor && (this.#isInfinitiveOfWish(verb, floor) || this.#isJoinedToWish(verb, verb, floor))
    );
  }

  #isPlainForm(verb: number): boolean {
    const word = this.word(verb);
    return !ING.test(word) && !isPastParticiple(word) && !/[^s]s$/.test(word);
  }

  /** *an attack would*, *risk of an attack*, *could lead to deaths*; *the attack would be investigated* took place. */
  #nounIs({ group, head }: Predicate, of: EventClass, sentence: Sentence): boolean {
    const { unrealised } = this.#grammar;
    if (this.hasIn(group, head, i => unrealised.has(this.word(i)))) return true;
    // A harm that is wished for is known of; *X's support* that is needed is not.
    const definite =
      of === 'harm' &&
      ((DEFINITES.has(this.word(group - 1)) && this.pos[group - 1] !== 'SCONJ') ||
        POSSESSIVE_ENDING.test(this.word(group - 1)) ||
        POSSESSIVES.has(this.word(group - 1)));
    if (this.#isGoverned(group - 1, sentence.first, definite)) return true;
    if (definite) return false;
    const before = this.lastFrom(
      group - 1,
      sentence.first,
      i => this.isVerb(i) || /^[;:]$/.test(this.word(i)),
    );
    const behind = this.firstIn(head + 1, Math.min(sentence.last, head + NEAR), i => this.isVerb(i));
    const unsure = (i: number): boolean =>
      this.isVerb(i) &&
      this.hasIn(Math.max(sentence.first, i - 3), i + 1, k => this.#isModal(k, i) || NOT.has(this.word(k)));
    return (before >= sentence.first && unsure(before)) || (behind < sentence.last && unsure(behind));
  }

  /** *threats of*, *accused of*, *to prevent another*: the nearest word of content before, over small words. */
  #isGoverned(from: number, floor: number, definite: boolean): boolean {
    const { unrealised, wished } = this.#grammar;
    for (let i = from, content = 0; i >= floor && from - i < NEAR && content < 2; i--) {
      const word = this.word(i);
      if (/^[,;:.—–]$/.test(word)) return false;
      if (unrealised.has(word) || (!definite && wished.has(word))) return true;
      if (this.pos[i] === 'VERB' && !BE.has(word)) return !definite && this.#isInfinitiveOfWish(i, floor);
      if (this.pos[i] === 'NOUN') content++;
    }
    return false;
  }

  /** *vowed to stop the*: a verb that is itself only wished for. */
  #isInfinitiveOfWish(verb: number, floor: number): boolean {
    const before = this.beforeAdverbs(verb - 1, floor);
    if (before < floor) return false;
    if (MODALS.has(this.word(before))) return true;
    return (
      this.lower[before] === 'to' &&
      !this.#grammar.phase.has(this.word(this.beforeAdverbs(before - 1, floor)))
    );
  }

  /** *warned that*, *no evidence that*, *denied*: a clause that is not asserted. */
  #isSaidNot(from: number, floor: number): boolean {
    const { denial } = this.#grammar;
    // "fear that in these towns X is": what stands before the subject of the clause.
    const opens = this.lastFrom(
      from,
      Math.max(floor, from - FRONTED),
      i => this.lower[i] === 'that' || this.isVerb(i),
    );
    const that = this.lower[opens] === 'that' ? opens - 1 : from;
    if (that === from && !denial.has(this.word(that))) return false;
    const k = this.beforeAdverbs(that, floor);
    if (k < floor) return false;
    return this.#isUnsure(this.word(k)) || denial.has(this.word(k));
  }

  #isUnsure(word: string): boolean {
    return this.#grammar.unrealised.has(word) || this.#grammar.wished.has(word);
  }

  #isConditional(from: number, { first, last }: Sentence): boolean {
    if (
      this.lower[last - 1] === '?' ||
      this.hasIn(from, Math.min(last, from + 40), i => this.lower[i] === '?')
    )
      return true;
    for (let i = from - 1; i >= first && from - i < REACH; i--) {
      const word = this.word(i);
      if (/^[;—]$/.test(word)) return false;
      if (CONDITIONAL.test(word) && this.lower[i - 1] !== 'as') return true;
    }
    return false;
  }

  #isModal(i: number, head: number): boolean {
    const word = this.word(i);
    if (/^['’]d$/.test(word)) return !/(?:ed|en)$/.test(this.word(head));
    return MODALS.has(word);
  }
}
