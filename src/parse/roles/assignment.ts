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
    // The same name once more, in the place of an argument.
    const name = this.cut.text[last - 1] as string;
    const repeats = (phrase: Phrase): boolean =>
      this.hasIn(phrase.first, phrase.last, i => this.cut.text[i] === name);
    return (
      assigned(predicate, within, 'structure') ??
      (isCapital(name) ? assigned(predicate, repeats, 'name') : undefined) ??
      assigned(predicate, phrase => this.#isPronounFor(phrase, predicate.head, first, last), 'pronoun') ?? {
        role: this.#byOrder(predicate, first, last),
        ground: 'order',
      }
    );
  }

  /** The role that a pronoun has, where only one of the two is a pronoun's. */
  roleOfPronoun({ agents, patients }: Predicate): SemanticRole | undefined {
    const isPronoun = ({ head }: Phrase): boolean => this.pos[head] === 'PRON';
    const acts = agents.some(isPronoun);
    return acts === patients.some(isPronoun) ? undefined : acts ? 'agent' : 'patient';
  }

  /** A third-person pronoun in the place of an argument takes up a name before it; *we* and *I* the speaker. */
  #isPronounFor(phrase: Phrase, predicate: number, first: number, last: number): boolean {
    if (phrase.last - phrase.first > 1) return false;
    const word = this.word(phrase.head).replace(/['’].*/, '');
    return word === 'i' || word === 'we'
      ? this.#isQuoteBetween(Math.min(predicate, last), Math.max(predicate, first))
      : this.#mayStandFor(word, phrase.first, first, last);
  }

  /** Whether *he*, *they* and the like at a token may take up the name on `[first, last)`. */
  #mayStandFor(word: string, at: number, first: number, last: number): boolean {
    const singular = HE_OR_SHE_ALONE.has(word);
    if (!singular && !THEY_ALONE.has(word)) return false;
    if (first > at) return this.#comesLater(at, first);
    const final = this.cut.text[last - 1] as string;
    if (singular && !isCapital(final)) return false;
    if (this.#isQuoteBetween(last, at)) return false;
    const plural = /[^siu]s$/.test(final) && this.pos[last - 2] !== 'PROPN';
    return singular ? !plural : plural || last - first !== 2;
  }

  /** *While she left, X stayed*: a pronoun in a clause before the main one, and the name its subject. */
  #comesLater(at: number, first: number): boolean {
    const { first: floor } = sentenceAt(this.cut, at);
    const opens = at - floor <= 4 && SUBORDINATORS.has(this.word(floor));
    if (!opens && !SUBORDINATORS.has(this.word(floor + 1))) return false;
    return this.lower[this.#beforePhrase(first, at + 1)] === ',';
  }

  /** Whether one of two places is quoted and the other is not. */
  #isQuoteBetween(from: number, to: number): boolean {
    let odd = false;
    for (let i = from; i < to; i++) if (/^["“”]$/.test(this.word(i))) odd = !odd;
    return odd;
  }

  /** The token before the noun phrase in which a name stands; `floor - 1` if none is. */
  #beforePhrase(name: number, floor: number): number {
    return this.lastFrom(
      name - 1,
      floor,
      i => !this.isNominal(i) && !this.isDeterminer(i) && this.pos[i] !== 'ADJ',
    );
  }

  /**
   * What the order of the words makes likely where the structure shows no place: before the predicate the agent, after it
   * the patient, unless other signs outweigh that. A sum of a few halves, fitted
   * on the train part of PAC (Zou and others 2023); nothing in it looks at a word that names anybody.
   */
  #byOrder(
    { kind, head, group, passive, agents, patients }: Predicate,
    first: number,
    last: number,
  ): SemanticRole {
    const before = last <= head;
    const [from, to] = before ? [last, group] : [head + 1, first];
    const named = isCapital(this.cut.text[last - 1] as string);
    const rival = agents.some(
      ({ head: agent }) => this.pos[agent] === 'PROPN' || /^s?he$/.test(this.word(agent)),
    );
    const other = agents.some(({ head: agent }) => this.pos[agent] === 'NOUN');
    const acts = this.#hasOwnVerb(last);
    const weigh = (sign: boolean, weight: number): number => (sign ? weight : 0);
    const score = before
      ? weigh(this.lower[group] === 'to', 0.5) +
        weigh(this.#isFree(first), 1) +
        weigh(named, 0.5) +
        weigh(acts, 0.5) +
        weigh(agents.length === 0, 0.5) +
        weigh(kind === 'noun', 0.5) +
        weigh(!this.hasIn(from, to, i => this.pos[i] === 'VERB'), 0.5) -
        weigh(passive, 1) -
        weigh(rival, 1) -
        weigh(other, 0.5) -
        weigh(patients.length === 0, 0.5)
      : weigh(acts, 1) +
        weigh(
          this.hasIn(from, to, i => this.lower[i] === ','),
          1,
        ) +
        weigh(to - from >= FAR, 1) +
        weigh(kind === 'noun' || passive, 0.5) +
        weigh(named, 1) +
        weigh(this.#isQuoteBetween(head, first), 1) +
        weigh(this.lower[first - 1] === 'by', 1.5) -
        weigh(rival, 0.5) -
        3;
    return score >= 0 ? 'agent' : 'patient';
  }

  /** Whether a verb follows a name, so that it is the subject of that. */
  #hasOwnVerb(last: number): boolean {
    const { length } = this.pos;
    return this.isVerb(this.firstIn(last, length, i => !/^(?:NOUN|PROPN|ADV|PART)$/.test(this.tag(i))));
  }

  /** Whether a noun phrase opens its sentence or follows a mark. */
  #isFree(first: number): boolean {
    const { first: floor } = sentenceAt(this.cut, first);
    const before = this.#beforePhrase(first, floor);
    return before < floor || this.pos[before] === 'PUNCT';
  }
}

function assigned(
  { agents, patients }: Predicate,
  test: (phrase: Phrase) => boolean,
  ground: Assigned['ground'],
): Assigned | undefined {
  if (agents.some(test)) return { role: 'agent', ground };
  return patients.some(test) ? { role: 'patient', ground } : undefined;
}
