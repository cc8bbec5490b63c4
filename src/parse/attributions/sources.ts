import {
  ALONE,
  ARTICLES,
  BE,
  CIRCUMSTANCE_PREPOSITIONS,
  MATTER_PREPOSITIONS,
  POSSESSIVES,
  RELATIVES,
  SUBORDINATORS,
  VERB_JOINERS,
} from '../../english/closed-classes.js';
import { ING, POSSESSIVE_ENDING } from '../../english/orthography.js';
import type { Sentence } from '../../model/doc.js';
import type { Phrase } from '../phrases.js';
import { SpeechReader } from '../speech.js';
import type { Cue } from './cue.js';

/** *policymaker*, *economist*: what ends so is most often a person. */
const PERSONAL = /(?:ists?|ians?|makers?|goers?|holders?|owners?|workers?|man|men|woman|women|folks?)$/;

/** Nouns for whoever, or whatever, can say something. */
const SPEAKING = [
  'person-noun',
  'relational',
  'body-noun',
  'place-noun',
  'text-noun',
  'spokes-noun',
  'private-body',
  'any-office',
] as const;

/** The noun phrase that a cue makes responsible for what is said. */
export class Sources extends SpeechReader {
  readonly #subjects = new Map<Cue, Phrase | undefined>();

  /** The subject of a reporting verb. */
  subjectOf(cue: Cue): Phrase | undefined {
    if (!this.#subjects.has(cue)) {
      const found = this.#notAfloat(this.#findSubject(cue), cue);
      // "what their website calls": the website does.
      const isObject = found !== undefined && this.word(found.first) === 'what' && found.head > found.first;
      this.#subjects.set(cue, isObject ? { ...found, first: found.first + 1 } : found);
    }
    return this.#subjects.get(cue);
  }

  /** *Moss and Reed both tried to say*, *a poll released Monday from the guild found*: neither *both* nor a day is the subject. */
  #notAfloat(found: Phrase | undefined, { sentence }: Cue): Phrase | undefined {
    if (found === undefined) return undefined;
    const { first, last, head } = found;
    if (this.isTime(head) && first > sentence.first)
      return this.phrases.mainSubject(sentence, first + 1) ?? found;
    const floats = ALONE.has(this.word(last - 1)) && this.isNominal(last - 2);
    return floats ? (this.phrases.back(last - 2, sentence.first) ?? found) : found;
  }

  #findSubject(cue: Cue): Phrase | undefined {
    const { sentence } = cue;
    if (this.sharesSubject(cue)) return this.#sharedSubject(cue);
    const k = this.phrases.skipTimeBack(cue.group - 1, sentence.first);
    if (cue.participle) {
      const noun = this.phrases.back(k, sentence.first);
      // "met a group backing X": the group does, if it can.
      const inClause = noun === undefined || this.phrases.hasVerb(sentence.first, noun.first);
      return inClause && !(noun && this.pos[noun.head] === 'NOUN' && this.canSpeak(noun))
        ? this.#sharedSubject(cue)
        : noun;
    }
    if (ALONE.has(this.word(k + 1)) && k + 1 < cue.group) return { first: k + 1, last: k + 2, head: k + 1 };
    if (k < sentence.first) return undefined;
    const before = this.word(k);
    // "X answered Y’s charges in a statement:": whoever made it.
    if (ARTICLES.has(before) && k === cue.group - 1) return this.phrases.mainSubject(sentence, cue.group);
    // A relative pronoun is a source like other pronouns; who it stands for is settled with them.
    if (before === 'that' && this.isNominal(k - 1))
      return this.phrases.back(this.#overTimeBack(k - 1, sentence.first), sentence.first);
    if (RELATIVES.has(before) && before !== 'that') return { first: k, last: k + 1, head: k };
    // "who in 2010 said"
    if (this.pos[k] === 'NUM' && this.word(k - 1) === 'in' && RELATIVES.has(this.word(k - 2)))
      return { first: k - 2, last: k - 1, head: k - 2 };
    return this.phrases.subjectEndingAt(cue.group - 1, sentence);
  }

  /** *an email from earlier this year*: the last token of the email. */
  #overTimeBack(k: number, floor: number): number {
    const end = this.phrases.skipTimeBack(k, floor);
    return end < k && end > floor && CIRCUMSTANCE_PREPOSITIONS.has(this.word(end)) ? end - 1 : end;
  }

  /** "... conceded that ... but implied", "..., saying", "went on to say": the subject is that of another verb. */
  sharesSubject(cue: Cue): boolean {
    const k = this.phrases.skipTimeBack(cue.group - 1, cue.sentence.first);
    const before = k >= cue.sentence.first ? this.word(k) : '';
    return VERB_JOINERS.has(before) || before === 'to' || (before === ',' && cue.participle);
  }

  #sharedSubject(cue: Cue): Phrase | undefined {
    // "a plan that her team has rejected, saying": the verb before the comma.
    const adjoining = cue.among.find(each => each.last === cue.group - 1 && !each.participle);
    if (cue.participle && this.lower[cue.group - 1] === ',' && adjoining !== undefined)
      return adjoining.source ?? this.subjectOf(adjoining);
    const spoke = cue.among.findLast(
      ({ first, source, frames }) => first < cue.first && source !== undefined && !frames.includes('noun'),
    );
    // "While the mayor opposed it, the baker went on by noting": who opposed it is not who notes.
    const acted = spoke?.frames.every(frame => frame === 'act');
    const near = spoke === undefined || acted ? this.#subjectNear(cue, spoke?.last) : undefined;
    return (
      near ?? spoke?.source ?? this.phrases.mainSubject(cue.sentence, cue.group) ?? this.#subjectAfter(cue)
    );
  }

  /** *since X became president and signalled that*: the subject of the clause a joined verb stands in. */
  #subjectNear({ group, sentence }: Cue, from = sentence.first): Phrase | undefined {
    for (let i = group - 2; i > from; i--) {
      if (this.lower[i] !== ',' && !SUBORDINATORS.has(this.word(i))) continue;
      const phrase = this.phrases.ahead(i + 1, group);
      if (phrase !== undefined && this.isVerb(this.afterAdverbs(phrase.last, group))) return phrase;
    }
    return undefined;
  }

  /** *Noting that ..., she left*: after the comma. */
  #subjectAfter({ sentence, last }: Cue): Phrase | undefined {
    for (let i = last; i < sentence.last; i++) {
      if (this.lower[i] !== ',') continue;
      const phrase = this.phrases.ahead(i + 1, sentence.last);
      if (phrase !== undefined && this.isVerb(phrase.last)) return phrase;
    }
    return undefined;
  }

  /** *said the minister*, *reported the paper on Friday*: only after a mark or a quotation. */
  inverted(cue: Cue): Phrase | undefined {
    const before = cue.group - 1;
    if (before < 0) return undefined;
    const quoted = this.runs.isQuoted(before);
    if (!quoted && !/^(?:,|—|–|--|-)$/.test(this.word(before))) return undefined;
    const phrase = this.phrases.ahead(cue.last, cue.sentence.last);
    if (phrase === undefined) return undefined;
    // "..., said the sky was falling" is no inversion: a verb follows.
    if (this.isVerb(phrase.last) && !quoted) return undefined;
    // "The poll, taken on Monday, showed Moss": the subject stands before an insertion.
    if (this.lower[before] === ',' && this.#closesInsertion(before, cue.sentence)) return undefined;
    return this.phrases.withApposition(phrase, cue.sentence.last);
  }

  #closesInsertion(comma: number, sentence: Sentence): boolean {
    const main = this.phrases.mainSubject(sentence, comma);
    if (main === undefined || this.lower[main.last] !== ',') return false;
    const participle = this.pos[main.last + 1] === 'VERB';
    return participle && this.firstIn(main.last + 1, comma + 1, i => this.lower[i] === ',') === comma;
  }

  /** *was told that*, *is accused of*: the subject does not say it; who does stands behind *by*, if anywhere. */
  isPassive({ group, first, last, participle, frames }: Cue): boolean {
    if (participle || ING.test(this.word(first)) || this.lower[group - 1] === 'to') return false;
    if (frames.includes('state')) return false;
    const auxiliaries = this.lower.slice(group, first);
    return last - first === 1 && auxiliaries.some(word => BE.has(word) && !/['’]/.test(word));
  }

  /** Who says it in the passive: *was accused of theft by X*, *the plan, backed by X*. */
  agentOf(cue: Cue): Phrase | undefined {
    const { first, last, group, sentence, frames } = cue;
    if (ING.test(this.word(first)) || frames.includes('state') || frames.includes('noun')) return undefined;
    const isPassive = this.isPassive(cue);
    // "was praised in the paper by X": not beyond the clause.
    const ceiling = isPassive ? Math.min(sentence.last, last + 12) : last + 1;
    const ends = (i: number): boolean =>
      this.lower[i] === 'by' || this.isVerb(i) || /^[,;:—–]$/.test(this.word(i));
    const by = this.firstIn(last, ceiling, ends);
    if (this.lower[by] !== 'by' || (!isPassive && group < first)) return undefined;
    const matter = frames.includes('matter') || frames.includes('quote');
    const to = matter
      ? this.firstIn(
          by + 1,
          sentence.last,
          i => MATTER_PREPOSITIONS.has(this.word(i)) || this.lower[i] === 'as',
        )
      : sentence.last;
    const agent = this.phrases.ahead(by + 1, to);
    return agent !== undefined && (isPassive || this.canSpeak(agent)) ? agent : undefined;
  }

  /** *Armenia's claim that*, *their full support for*: the possessor; else nobody. */
  possessorOf({ first, sentence }: Cue): Phrase | undefined {
    const k = this.lastFrom(first - 1, sentence.first, i => this.pos[i] !== 'ADJ' && this.pos[i] !== 'ADV');
    if (POSSESSIVE_ENDING.test(this.word(k))) return this.phrases.back(k - 1, sentence.first);
    return POSSESSIVES.has(this.word(k)) && k >= sentence.first
      ? { first: k, last: k + 1, head: k }
      : undefined;
  }

  /** Whether a phrase is about a person, a body or a text: *the weather said* is a scrap of something else. */
  canSpeak({ head }: Phrase): boolean {
    const word = this.word(head);
    return (
      /^(?:PROPN|PRON|NUM|DET|ADJ)$/.test(this.tag(head)) ||
      this.naming.officeAt(head) !== undefined ||
      SPEAKING.some(each => this.lexicons.grammar[each].has(word)) ||
      PERSONAL.test(word)
    );
  }

  isRelative({ head }: Phrase): boolean {
    return RELATIVES.has(this.word(head));
  }

  /** The noun phrase before a relative pronoun; another phrase itself. */
  antecedent(phrase: Phrase, { first: floor }: Sentence): Phrase | undefined {
    if (!this.isRelative(phrase)) return phrase;
    return this.phrases.back(this.beforeComma(phrase.first), floor);
  }
}
