import {
  AIM_PREPOSITIONS,
  BLAME_LINKS,
  NOT,
  NOT_ONLY,
  PATIENT_PREPOSITIONS,
  RELATIVE_PRONOUNS,
  SURE_AGENT_PREPOSITIONS,
} from '../english/closed-classes.js';
import { ING, isPastParticiple, QUOTATION_MARK } from '../english/orthography.js';
import type { Appraisal, Sentence } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import { Factuality } from './events/factuality.js';
import { type Phrase, PhraseReader, Phrases } from './phrases.js';
import { type Predicate, SemanticRoles } from './roles/index.js';
import type { Cut } from './sentences.js';

/** How many tokens before a noun the verb that governs it is looked for. */
const REACH = 5;

export type Judged = Pick<Appraisal, 'way' | 'negated' | 'hypothetical'> & {
  readonly judged: readonly Phrase[];
};

/** What the clause of a judging word makes of those whom it judges: whose deed it is, and whether it is said to be so. */
export abstract class JudgedReader extends PhraseReader {
  protected readonly roles: SemanticRoles;
  protected readonly factuality: Factuality;
  protected readonly grammar: Lexicons['grammar'];

  constructor(cut: Cut, lexicons: Lexicons) {
    super(cut, new Phrases(cut, () => false));
    this.roles = new SemanticRoles(cut, lexicons);
    this.factuality = new Factuality(cut, lexicons);
    this.grammar = lexicons.grammar;
  }

  /** A form of several words says something of its subject: *came under fire*, *was accused of*, but not *whom X accused of*. */
  protected whose({ passive, head, agents, patients }: Predicate, isWhole: boolean): readonly Phrase[] {
    if (!isWhole) return agents;
    if (passive) return patients;
    const isOther =
      isPastParticiple(this.word(head)) &&
      agents.some(({ first }) => RELATIVE_PRONOUNS.has(this.word(first - 1)));
    return isOther ? [] : agents;
  }

  /** *drew criticism*, *came under fire*, but not *won over the voters*. */
  protected isUndergoing(verb: number): boolean {
    const next = verb + 1;
    if (this.lower[next] === 'under') return true;
    return (
      this.grammar.undergoing.has(this.word(verb)) &&
      this.lower[next] !== 'the' &&
      !/^(?:ADP|ADV|PART)$/.test(this.tag(next))
    );
  }

  /** *viewed the plan as betraying them*: what the verb behind *as* is said of. */
  protected viewedAs({ head, group }: Predicate, { first }: Sentence): readonly Phrase[] | undefined {
    const as = this.beforeAdverbs(group - 1, first);
    if (this.lower[as] !== 'as' || !(ING.test(this.word(head)) || ING.test(this.word(group))))
      return undefined;
    if (!this.isNominal(as - 1)) return this.pos[as - 1] === 'PRON' ? [] : undefined;
    const phrase = this.phrases.back(as - 1, first);
    return phrase === undefined ? [] : [phrase];
  }

  /** *accused X of lying*, *was criticized for failing*, *allegations that X lied*: others say that it was done. */
  protected isAccused(predicate: Predicate): boolean {
    const { head, group, agents } = predicate;
    const isLink = (i: number): boolean => BLAME_LINKS.has(this.word(i)) && this.lower[i] !== 'by';
    const leadsToDeed = ({ last }: Phrase): boolean => {
      if (last >= group || !isLink(last)) return false;
      const isBetween = (i: number): boolean =>
        this.pos[i] === 'ADV' || this.pos[i] === 'CCONJ' || QUOTATION_MARK.test(this.word(i));
      return ING.test(this.word(this.firstIn(last + 1, head + 1, i => !isBetween(i))));
    };
    if (this.#isAlleged(predicate) || agents.some(leadsToDeed)) return true;
    return ING.test(this.word(head)) && isLink(group - 1) && isPastParticiple(this.word(group - 2));
  }

  /** *allegations that X lied* */
  #isAlleged({ agents }: Predicate): boolean {
    const that = (agents[0]?.first ?? 0) - 1;
    return (
      this.lower[that] === 'that' && /^(?:allegation|accusation|claim|charge)s?$/.test(this.word(that - 1))
    );
  }

  /** *not honest*, but not *not only honest*. */
  protected isDenied(from: number, to: number): boolean {
    return this.hasIn(from, to, i => NOT.has(this.word(i)) && !NOT_ONLY.has(this.word(i + 1)));
  }

  protected told(
    way: Appraisal['way'],
    predicate: Predicate,
    kind: 'verb' | 'noun',
    judged: readonly Phrase[],
    sentence: Sentence,
  ): Judged {
    return {
      way,
      judged: judged.filter(phrase => this.#isSomebody(phrase) && !this.#isInside(phrase, predicate)),
      negated: this.factuality.isNegated(predicate, sentence),
      hypothetical: this.#isHypothetical(way, kind, predicate, sentence),
    };
  }

  protected isToAct({ last }: Phrase): boolean {
    return this.lower[last] === 'to' && this.pos[last + 1] === 'VERB';
  }

  /** *dispelled doubts about X*, *dismissed calls for X to resign*: behind a verb that sets aside what follows. */
  protected isRejected(from: number): boolean {
    const { rejection, denial } = this.grammar;
    return this.hasIn(
      Math.max(0, from - REACH),
      from,
      i => rejection.has(this.word(i)) || denial.has(this.word(i)),
    );
  }

  #isSomebody({ head }: Phrase): boolean {
    return this.isNominal(head) || this.isDeterminer(head);
  }

  /** *the raids against X were illegal*, *the tax set by X is unfair*, *babies born as X are*: what stands before a finite verb as part of its subject. */
  #isInside({ first, last }: Phrase, { kind, head, group }: Predicate): boolean {
    if (kind !== 'verb' || last > group || this.lower[group] === 'to' || ING.test(this.word(head)))
      return false;
    const before = this.word(first - 1);
    if (before === 'as') return isPastParticiple(this.word(first - 2));
    return PATIENT_PREPOSITIONS.has(before) || SURE_AGENT_PREPOSITIONS.has(before);
  }

  /** Not reported as fact; what somebody has or is, is not asked here. */
  #isHypothetical(
    way: Appraisal['way'],
    kind: 'verb' | 'noun',
    predicate: Predicate,
    sentence: Sentence,
  ): boolean {
    if (kind === 'noun' ? way !== 'blame' : this.#isSaidDone(predicate)) return false;
    if (way === 'deed' && this.#isAim(predicate)) return true;
    return this.factuality.isHypothetical(predicate, kind, 'accuse', sentence);
  }

  /** *accused of lying*, *criticized for failing to*, *tried to mislead*, *allegations that X lied*. */
  #isSaidDone(predicate: Predicate): boolean {
    const { head, group } = predicate;
    const before = this.word(group - 1);
    if (this.#isAlleged(predicate)) return true;
    if (this.lower[group] === 'to') return this.grammar.attempt.has(before);
    return ING.test(this.word(head)) && BLAME_LINKS.has(before);
  }

  /** *focused on winning over voters*: what is only aimed at. */
  #isAim({ head, group }: Predicate): boolean {
    return ING.test(this.word(head)) && AIM_PREPOSITIONS.has(this.word(group - 1));
  }

  protected bare({ first, head }: Phrase): Predicate {
    return { kind: 'noun', head, group: first, passive: false, negated: false, agents: [], patients: [] };
  }
}
