import { HE_OR_SHE_ALONE, SUBORDINATORS, THEY_ALONE } from '../../english/closed-classes.js';
import { isCapital } from '../../english/title-case.js';
import { type Phrase, PhraseReader } from '../phrases.js';
import { sentenceAt } from '../sentences.js';
import type { Assigned, Predicate, SemanticRole } from './predicate.js';

/** From so many tokens on a name is far from its predicate. */
const FAR = 16;

/** The role of a given phrase, also where the structure of the clause does not show it. */
export class Assignment extends PhraseReader {
  /**
   * Whether a phrase, on the tokens `[first, last)` of the predicate's sentence, is agent or patient.
   * Undefined only if it overlaps the predicate; a mere guess has the ground `order`.
   */
  roleOf(predicate: Predicate, first: number, last: number): Assigned | undefined {
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

  /** The same name once more, in the place of an argument. */
  #byName({ agents, patients }: Predicate, name: number): Assigned | undefined {
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
  roleOfPronoun({ agents, patients }: Predicate): SemanticRole | undefined {
    const isPronoun = ({ head }: Phrase): boolean => this.pos[head] === 'PRON';
    const acts = agents.some(isPronoun);
    return acts === patients.some(isPronoun) ? undefined : acts ? 'agent' : 'patient';
  }

  /** A third-person pronoun in the place of an argument takes up a name before it; *we* and *I* the speaker. */
  #byPronoun({ head, agents, patients }: Predicate, first: number, last: number): Assigned | undefined {
    for (const [role, phrases] of [['agent', agents] as const, ['patient', patients] as const])
      for (const phrase of phrases) {
        if (phrase.last - phrase.first > 1) continue;
        const word = this.word(phrase.head).replace(/['’].*/, '');
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
    const singular = HE_OR_SHE_ALONE.has(word);
    if (!singular && !THEY_ALONE.has(word)) return false;
    if (first > at) return this.#comesLater(at, first);
    const final = this.cut.text[last - 1] as string;
    if (singular && !isCapital(final)) return false;
    if (this.#marksBetween(last, at) % 2 === 1) return false;
    const plural = /[^siu]s$/.test(final) && this.pos[last - 2] !== 'PROPN';
    return singular ? !plural : plural || last - first !== 2;
  }

  /** *While she left, X stayed*: a pronoun in a clause before the main one, and the name its subject. */
  #comesLater(at: number, first: number): boolean {
    const { first: floor } = sentenceAt(this.cut, at);
    if (at - floor > 4 || !SUBORDINATORS.has(this.word(floor))) {
      if (!SUBORDINATORS.has(this.word(floor + 1))) return false;
    }
    let k = first - 1;
    while (k > at && (this.isNominal(k) || this.isDeterminer(k) || this.pos[k] === 'ADJ')) k--;
    return this.lower[k] === ',';
  }

  #marksBetween(from: number, to: number): number {
    let marks = 0;
    for (let i = from; i < to; i++) if (/^["“”]$/.test(this.word(i))) marks++;
    return marks;
  }

  /** Whether a mark of quotation stands between two places and a verb beside the second. */
  #isSpeakerOf(token: number, first: number, last: number): boolean {
    return this.#marksBetween(Math.min(token, last), Math.max(token, first)) % 2 === 1;
  }

  /**
   * What the order of the words makes likely where the structure shows no place: before the predicate the agent, after it
   * the patient, unless other signs outweigh that. A sum of a few halves, fitted once by logistic regression
   * on the train part of PAC (Zou and others 2023); nothing in it looks at a word that names anybody.
   */
  #byOrder(
    { kind, head, group, passive, agents, patients }: Predicate,
    first: number,
    last: number,
  ): SemanticRole {
    const before = last <= head;
    const [from, to] = before ? [last, group] : [head + 1, first];
    let verbs = 0;
    let commas = 0;
    for (let i = from; i < to; i++) {
      if (this.pos[i] === 'VERB') verbs++;
      if (this.lower[i] === ',') commas++;
    }
    const named = isCapital(this.cut.text[last - 1] as string);
    const rival = agents.some(
      ({ head: agent }) => this.pos[agent] === 'PROPN' || /^s?he$/.test(this.word(agent)),
    );
    const acts = this.#hasOwnVerb(last);
    const weigh = (sign: boolean, weight: number): number => (sign ? weight : 0);
    const score = before
      ? weigh(this.lower[group] === 'to', 1) +
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
        weigh(this.lower[first - 1] === 'by', 1.5) -
        weigh(rival, 1) -
        3;
    return score >= 0 ? 'agent' : 'patient';
  }

  /** Whether a verb follows a name, so that it is the subject of that. */
  #hasOwnVerb(last: number): boolean {
    let k = last;
    while (/^(?:NOUN|PROPN|ADV|PART)$/.test(this.tag(k))) k++;
    return this.isVerb(k);
  }

  /** Whether a noun phrase opens its sentence or follows a mark. */
  #isFree(first: number): boolean {
    const { first: floor } = sentenceAt(this.cut, first);
    let k = first - 1;
    while (k >= floor && (this.isNominal(k) || this.isDeterminer(k) || this.pos[k] === 'ADJ')) k--;
    return k < floor || this.pos[k] === 'PUNCT';
  }
}
