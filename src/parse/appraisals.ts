import {
  ARTICLES,
  BE,
  DEFINITES,
  NOT,
  POSSESSIVES,
  REASON_OPENERS,
  SURE_AGENT_PREPOSITIONS,
  TOPIC_PREPOSITIONS,
} from '../english/closed-classes.js';
import { ING, isPastParticiple, POSSESSIVE_ENDING, QUOTATION_MARK } from '../english/orthography.js';
import { groupBy } from '../model/collections.js';
import type { Appraisal, Event, Sentence } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import { type Judged, JudgedReader } from './judged-reader.js';
import { type JudgingWord, judgingWords } from './judging-words.js';
import type { Naming } from './naming.js';
import type { Phrase } from './phrases.js';
import type { Reading } from './reading.js';
import { type Cut, tokensOf } from './sentences.js';

/**
 * The words of the polarity and events lexicons that judge somebody, with those whom they judge by the structure of their
 * clauses: who does what they say, is it, has it, is called it, or is blamed or praised (Martin and White 2005, The Language of
 * Evaluation: Appraisal in English; Rashkin, Singh and Choi 2016, Connotation Frames).
 */
export function findAppraisals(reading: Reading, naming: Naming, events: readonly Event[]): Appraisal[] {
  const { cut, lexicons } = reading;
  const finder = new AppraisalFinder(cut, lexicons, naming);
  const eventsOf = groupBy(events, ({ sentence }) => sentence);
  return cut.sentences.flatMap(sentence =>
    judgingWords(sentence, reading, eventsOf.get(sentence.index) ?? []).flatMap(word =>
      finder.appraisalsAt(word, sentence),
    ),
  );
}

class AppraisalFinder extends JudgedReader {
  readonly #lexicons: Lexicons;

  constructor(
    cut: Cut,
    lexicons: Lexicons,
    private readonly naming: Naming,
  ) {
    super(cut, lexicons);
    this.#lexicons = lexicons;
  }

  appraisalsAt({ start, end, valence, of, ifReasoned }: JudgingWord, sentence: Sentence): Appraisal[] {
    const [first, last] = tokensOf(this.cut, { start, end });
    // A word of somebody's name judges nobody.
    if (this.hasIn(first, last, i => this.naming.namedAt(i) !== undefined)) return [];
    const told = of === 'patient' ? this.#blame(first, last, sentence) : this.#ofAgent(first, last, sentence);
    const isReasoned = ({ head, last: behind }: Phrase): boolean =>
      REASON_OPENERS.has(this.word(head + 1)) || REASON_OPENERS.has(this.word(behind));
    return told
      .filter(({ judged }) => judged.length > 0 && (ifReasoned !== true || judged.some(isReasoned)))
      .map(({ judged, ...each }) => ({
        ...each,
        span: { start, end },
        valence,
        judged: judged.map(phrase => ({
          span: this.spanOf(phrase.first, phrase.last),
          head: this.spanOf(phrase.head, phrase.head + 1),
        })),
        sentence: sentence.index,
      }));
  }

  /** *criticized X*, *X was praised*, *critical of X*, *drew criticism*. */
  #blame(first: number, last: number, sentence: Sentence): Judged[] {
    // "a room of cheering X": what they do themselves.
    if (ING.test(this.word(first)) && /^(?:of|the|a)$/.test(this.word(first - 1))) return [];
    const verb = this.#verbIn(first, last);
    const isGoverned = last - first > 1 && (this.pos[last - 1] === 'ADP' || this.lower[last - 1] === 'to');
    const kind = verb === undefined ? 'noun' : 'verb';
    const head = verb ?? this.#headIn(first, last);
    if (verb === undefined && this.#isKnownOf(head, last, sentence)) return [];
    const predicate = this.roles.predicateAt(head, kind, last);
    const ahead = isGoverned ? this.phrases.ahead(last, sentence.last) : undefined;
    // "concerns about X leaving": about that, not X.
    const isMatter = ahead !== undefined && ING.test(this.word(ahead.last));
    const judged = !isGoverned ? predicate.patients : ahead === undefined || isMatter ? [] : [ahead];
    // "welcomed X to sign"
    const told = this.told(
      'blame',
      predicate,
      kind,
      judged.filter(each => !this.isToAct(each)),
      sentence,
    );
    return [{ ...told, negated: told.negated || (kind === 'noun' && this.isRejected(predicate.group)) }];
  }

  /** *the case against X goes on*, *at a hearing in cases against X*: what is taken up again is not said here. */
  #isKnownOf(head: number, last: number, sentence: Sentence): boolean {
    if (this.lower[last - 1] !== 'against') return false;
    const { first } = this.#nounPhrase(head, sentence);
    return DEFINITES.has(this.word(first)) || TOPIC_PREPOSITIONS.has(this.word(first - 1));
  }

  #ofAgent(first: number, last: number, sentence: Sentence): Judged[] {
    if (last - first === 1 && this.pos[first] === 'ADV') return this.#manner(first, sentence);
    if (this.#isBefore(last, sentence) && last - first === 1 && this.#mayModify(first))
      return this.#isUndergone(first) ? [] : this.#attribute(first, last, sentence);
    const verb = this.#verbIn(first, last);
    if (verb !== undefined) {
      const predicate = this.roles.predicateAt(verb, 'verb', last);
      const isWhole = last - first > 1;
      const viewed = this.viewedAs(predicate, sentence);
      if (viewed !== undefined) return [this.told('calling', predicate, 'verb', viewed, sentence)];
      const told = this.told('deed', predicate, 'verb', this.whose(predicate, isWhole), sentence);
      // "called on X to resign"
      const isAsked = this.lower[first] === 'to' && told.judged.some(({ last: end }) => end === first);
      const isDropped = isAsked && this.isRejected(told.judged[0]?.first ?? first);
      // "was accused of", "booed by", "drew criticism"
      const isPassive = predicate.group < predicate.head || this.lower[last - 1] === 'by';
      const isMet = isWhole && (predicate.passive ? isPassive : this.isUndergoing(verb));
      return [
        {
          ...told,
          way: isMet || isAsked || this.isAccused(predicate) ? 'blame' : 'deed',
          negated: told.negated || isDropped,
          hypothetical: told.hypothetical && !isAsked,
        },
      ];
    }
    if (last - first === 1 && this.pos[first] === 'ADJ') return this.#predicative(first, first, sentence);
    return this.#noun(first, last, sentence);
  }

  /** *falsely claimed*, *acted recklessly*. */
  #manner(adverb: number, sentence: Sentence): Judged[] {
    const after = this.firstIn(adverb + 1, sentence.last, i => this.pos[i] !== 'ADV');
    const before = this.lastFrom(adverb - 1, sentence.first, i => this.pos[i] !== 'ADV');
    const verb = this.pos[after] === 'VERB' ? after : this.pos[before] === 'VERB' ? before : undefined;
    if (verb === undefined) return [];
    const predicate = this.roles.predicateAt(verb, 'verb');
    return [this.told('deed', predicate, 'verb', predicate.agents, sentence)];
  }

  /** *the corrupt X*, *X’s disastrous handling*, *X is a corrupt bully*. */
  #attribute(first: number, last: number, sentence: Sentence): Judged[] {
    const after = this.firstIn(
      last,
      sentence.last,
      i => !this.isNominal(i) && this.pos[i] !== 'ADJ' && !this.#joinsAdjectives(i),
    );
    const head = this.lastFrom(after - 1, last, i => this.isNominal(i));
    if (head < last) return this.#predicative(first, first, sentence);
    const phrase = this.#nounPhrase(head, sentence);
    const modified = this.told('being', this.bare(phrase), 'noun', [phrase], sentence);
    return [modified, ...this.#predicative(phrase.first, first, sentence)];
  }

  /** *the failures of X*, *X’s lies*, *the X scandal*; *X is a liar*, *called X a liar*; *X made mistakes*. */
  #noun(first: number, last: number, sentence: Sentence): Judged[] {
    // "the corruption inquiry": it only says what sort another thing is.
    if (this.pos[last] === 'NOUN') return [];
    const predicate = this.roles.predicateAt(last - 1, 'noun');
    const of = this.lower[last] === 'of' ? this.phrases.ahead(last + 1, sentence.last) : undefined;
    // "accused of harassment by X": who accuses.
    const isMatter = this.lower[predicate.group - 1] === 'of';
    const agents = predicate.agents
      .filter(({ first: from }) => from < last || (!isMatter && this.lower[from - 1] === 'by'))
      .map(agent => (agent.first > last ? { ...agent, last: agent.head + 1 } : agent));
    const told = this.told(
      'having',
      predicate,
      'noun',
      of === undefined ? agents : [...agents, of],
      sentence,
    );
    const phrase = this.#nounPhrase(last - 1, sentence);
    // "X is Y’s failure" says nothing of what X has.
    const isOwned = this.hasIn(phrase.first, first, i => POSSESSIVE_ENDING.test(this.word(i)));
    if (!isOwned) return [told, ...this.#predicative(phrase.first, first, sentence)];
    return this.#isSomebodys(phrase.first, sentence) ? [] : [told];
  }

  /** *X is Y’s worst nightmare*: what somebody else is to Y says nothing of how Y is. */
  #isSomebodys(from: number, { first }: Sentence): boolean {
    const k = this.lastFrom(
      from - 1,
      first,
      i => !QUOTATION_MARK.test(this.word(i)) && this.pos[i] !== 'ADV',
    );
    if (k < first || !BE.has(this.word(k))) return false;
    return this.roles
      .predicateAt(k, 'verb')
      .agents.some(({ head }) => /^(?:PROPN|PRON)$/.test(this.tag(head)));
  }

  /** What is said to be so, from token `from` on, of the subject or of the object before it. */
  #predicative(from: number, at: number, sentence: Sentence): Judged[] {
    const { first: floor } = sentence;
    const isSmall = (i: number): boolean =>
      this.pos[i] === 'ADV' ||
      NOT.has(this.word(i)) ||
      QUOTATION_MARK.test(this.word(i)) ||
      ARTICLES.has(this.word(i));
    const before = (i: number): number => this.lastFrom(i, floor, each => !isSmall(each));
    let k = before(from - 1);
    // "reckless and corrupt"; "one of the worst"
    while (k > floor && /^(?:and|,|or|but)$/.test(this.word(k)) && this.pos[k - 1] === 'ADJ')
      k = before(k - 2);
    if (this.word(k) === 'of' && this.word(k - 1) === 'one') k = before(k - 2);
    if (k < floor) return [];
    if (BE.has(this.word(k)) || this.grammar.copula.has(this.word(k))) {
      const predicate = this.roles.predicateAt(k, 'verb');
      const subjects = predicate.agents.map(each => this.#made(each, sentence));
      const told = this.told('being', predicate, 'verb', subjects, sentence);
      return [{ ...told, negated: told.negated || this.isDenied(k, at) }];
    }
    // "listed the triumphs"
    if (this.lower[k + 1] === 'the') return [];
    if (this.word(k) === 'as') k = before(k - 1);
    return this.#called(k, sentence);
  }

  /** *the remarks by X*, *the letter from X*: what somebody made, and not who made it. */
  #made(phrase: Phrase, { first: floor }: Sentence): Phrase {
    const link = phrase.first - 1;
    if (!SURE_AGENT_PREPOSITIONS.has(this.word(link)) || !this.isNominal(link - 1)) return phrase;
    const made = this.phrases.back(link - 1, floor);
    return made === undefined ? phrase : { ...made, last: phrase.last };
  }

  /** *called X a liar*, *saw X as weak*; *X was called a liar*. */
  #called(k: number, sentence: Sentence): Judged[] {
    if (this.pos[k] === 'VERB') {
      const predicate = this.roles.predicateAt(k, 'verb');
      if (!predicate.passive || this.grammar.light.has(this.word(k))) return [];
      return [this.told('calling', predicate, 'verb', predicate.patients, sentence)];
    }
    const phrase = this.isNominal(k) ? this.phrases.back(k, sentence.first) : undefined;
    const verb = (phrase?.first ?? 0) - 1;
    if (phrase === undefined || verb < sentence.first || this.pos[verb] !== 'VERB') return [];
    if (this.grammar.light.has(this.word(verb))) return [];
    const predicate = this.roles.predicateAt(verb, 'verb');
    return [this.told('calling', predicate, 'verb', [phrase], sentence)];
  }

  /** The verb of a form, if it stands as one. */
  #verbIn(first: number, last: number): number | undefined {
    if (last - first === 1) {
      const isGerund = ING.test(this.word(first)) && /^(?:PROPN|DET|PRON)$/.test(this.tag(last));
      return this.roles.kindOf(first) === 'verb' || isGerund ? first : undefined;
    }
    const verb = this.firstIn(first, last, i => this.pos[i] === 'VERB');
    // "decades of broken promises"
    const isNoun =
      (this.pos[verb + 1] === 'NOUN' || this.lower[verb - 1] === 'of') &&
      /^(?:ADP|DET|ADJ)$/.test(this.tag(verb - 1)) &&
      isPastParticiple(this.word(verb));
    return verb < last && !isNoun ? verb : undefined;
  }

  #headIn(first: number, last: number): number {
    const k = this.lastFrom(last - 1, first, i => this.pos[i] === 'NOUN' || this.pos[i] === 'ADJ');
    return Math.max(first, k);
  }

  /** Whether a noun, or what may stand before one, follows. */
  #isBefore(last: number, sentence: Sentence): boolean {
    if (last >= sentence.last) return false;
    return /^(?:NOUN|PROPN|ADJ)$/.test(this.tag(last)) || this.#joinsAdjectives(last);
  }

  #joinsAdjectives(i: number): boolean {
    return /^(?:and|,|or)$/.test(this.word(i)) && this.pos[i - 1] === 'ADJ' && this.pos[i + 1] === 'ADJ';
  }

  /** An adjective, or a participle that stands behind a determiner; *the emboldened X* is nobody’s deed. */
  #mayModify(i: number): boolean {
    const before = this.beforeAdverbs(i - 1, 0);
    const word = this.word(before);
    const isDetermined =
      this.pos[before] === 'DET' ||
      this.pos[before] === 'ADJ' ||
      // "years of failed plans"
      word === 'of' ||
      POSSESSIVES.has(word) ||
      POSSESSIVE_ENDING.test(word);
    // "for misleading Ann Lee"
    if (ING.test(this.word(i))) return isDetermined || (this.pos[i] === 'ADJ' && this.pos[i + 1] !== 'PROPN');
    return this.pos[i] === 'ADJ' || (/(?:ed|en|n)$/.test(this.word(i)) && isDetermined);
  }

  /** Whether a participle says what befell the noun behind it, not by it: *the emboldened X*. */
  #isUndergone(i: number): boolean {
    const stem = /^(.*)e?d$/.exec(this.word(i))?.[1];
    if (stem === undefined) return false;
    const doing = this.#lexicons.words(`${stem.replace(/e$/, '')}ing`);
    return this.#lexicons.polarity.find(doing, 0, doing.length).some(({ value }) => value.of === 'agent');
  }

  /** The noun phrase that ends with its head. */
  #nounPhrase(head: number, { first: floor }: Sentence): Phrase {
    const isPart = (i: number): boolean =>
      this.isNominal(i) ||
      /^(?:ADJ|ADV)$/.test(this.tag(i)) ||
      this.#joinsAdjectives(i) ||
      POSSESSIVE_ENDING.test(this.word(i)) ||
      (this.pos[i] === 'VERB' && this.#mayModify(i));
    const before = this.lastFrom(head - 1, floor, i => !isPart(i));
    const isOpened = before >= floor && this.isDeterminer(before);
    return { first: isOpened ? before : before + 1, last: head + 1, head };
  }
}
