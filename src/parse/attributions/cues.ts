import {
  ALONE,
  BE,
  CIRCUMSTANCE_PREPOSITIONS,
  DEMONSTRATIVES,
  FOCUS_ADVERBS,
  GUESSING,
  MATTER_PREPOSITIONS,
  NOT,
  NOUN_LINKS,
  QUESTION_OPENERS,
} from '../../english/closed-classes.js';
import { ING, POSSESSIVE_ENDING } from '../../english/orthography.js';
import { isCapital } from '../../english/title-case.js';
import type { Sentence } from '../../model/doc.js';
import type { CueForm, CueFrame, Match } from '../../model/lexicon.js';
import { DraftReader, type Unnamed } from '../draft.js';
import { tokensOf } from '../sentences.js';
import type { Cue } from './cue.js';

const NOMINAL: readonly CueFrame[] = ['noun', 'act'];
const STATED: readonly CueFrame[] = ['noun'];

/** A sentence with more reporting words than this is no prose, and would cost time that grows with their square. */
const MOST_CUES = 40;

const PLURAL = /(?:[^s]s|people|men|women|percent|children)$/;

/** *the paper claims that*: what else is a noun, behind its subject. */
const VERB_OF_NOUN: readonly CueFrame[] = ['that'];

/** The reporting words of each sentence, outside quotation marks. */
export function findCues(reader: Unnamed): Cue[][] {
  const finder = new CueFinder(reader);
  return reader.cut.sentences.map(sentence => finder.cuesIn(sentence));
}

class CueFinder extends DraftReader {
  cuesIn(sentence: Sentence): Cue[] {
    const { words, lexicons, cut } = this.draft;
    const among: Cue[] = [];
    const whole = lexicons.cue.find(words, sentence.from, sentence.to);
    const parted = this.#parted(sentence).filter(({ start }) => whole.every(each => each.start !== start));
    for (const match of [...whole, ...parted].sort((a, b) => a.start - b.start)) {
      const [first, end] = tokensOf(cut, match);
      if (this.runs.isQuoted(first) || this.#isInName(first, sentence) || this.#isHyphened(end)) continue;
      if (among.length === MOST_CUES) break;
      const frames = this.#framesOf(first, end, match.value.frames, sentence);
      // As a verb, *claims that* leaves *that* to what it reports.
      const last = frames === VERB_OF_NOUN ? first + 1 : end;
      const isVerb = !frames.includes('preposition') && !frames.includes('noun');
      if (isVerb && !this.#reports(first, last, frames, sentence)) continue;
      let group = first;
      const isState = frames.includes('state');
      const joins = (i: number): boolean =>
        (this.isAuxiliary(i) && !this.#opensClause(i, sentence)) ||
        (isState && lexicons.grammar.copula.has(this.word(i)));
      while (isVerb && group > sentence.first && joins(group - 1)) group--;
      const auxiliaries = this.lower.slice(group, first);
      // "declined to say", "no evidence to suggest"
      const refused =
        this.lower[group - 1] === 'to' &&
        (lexicons.grammar.refusal.has(this.word(group - 2)) || this.word(group - 3) === 'no');
      among.push({
        first,
        last,
        group,
        frames,
        match,
        sentence,
        participle: ING.test(this.word(first)) && !auxiliaries.some(word => BE.has(word)),
        denied: refused || auxiliaries.some(word => NOT.has(word)),
        guessed: this.#isGuessed(group, auxiliaries),
        among,
      });
    }
    return among;
  }

  /** *may believe*, *would argue*, *seems to think*; but *would say later*, *would only say* tell of what was said. */
  #isGuessed(group: number, auxiliaries: readonly string[]): boolean {
    if (auxiliaries.some(word => GUESSING.has(word)))
      return !auxiliaries.some(word => word === 'later' || FOCUS_ADVERBS.has(word));
    return (
      this.word(group - 1) === 'to' &&
      this.lexicons.grammar.copula.has(this.word(this.beforeAdverbs(group - 2, 0)))
    );
  }

  /** *spoke in the hall of “rebels”*: a verb and the preposition before a quotation, with a phrase of place or time between them. */
  #parted({ first: floor, last }: Sentence): Match<CueForm>[] {
    const { lexicons, cut } = this.draft;
    const found: Match<CueForm>[] = [];
    for (let i = floor + 2; i + 1 < last; i++) {
      if (!MATTER_PREPOSITIONS.has(this.word(i)) || !this.runs.isQuoted(i + 1) || this.runs.isQuoted(i))
        continue;
      const verb = this.lastFrom(
        i - 2,
        Math.max(floor, i - 8),
        k => this.isVerb(k) || this.tag(k) === 'PUNCT',
      );
      if (!this.isVerb(verb) || !CIRCUMSTANCE_PREPOSITIONS.has(this.word(verb + 1))) continue;
      const form = lexicons.words(`${this.word(verb)} ${this.word(i)}`);
      const [match] = lexicons.cue.find(form, 0, form.length);
      if (match !== undefined && match.last - match.first === form.length)
        found.push({ ...match, start: cut.start[verb] as number, end: cut.end[i] as number });
    }
    return found;
  }

  /** *Most believe*: what the tagger takes for an adverb is the subject. */
  #opensClause(i: number, { first }: Sentence): boolean {
    return ALONE.has(this.word(i)) && (i === first || /^(?:PUNCT|CCONJ|SCONJ)$/.test(this.tag(i - 1)));
  }

  /** *a state-run mill* */
  #isHyphened(end: number): boolean {
    return this.lower[end] === '-' && this.cut.start[end] === this.cut.end[end - 1];
  }

  /** *told the Valley Post that*: a word of a name reports nothing; headlines give capitals to all words. */
  #isInName(first: number, { first: opens, zone }: Sentence): boolean {
    if (zone === 'headline' || first <= opens) return false;
    const isName = (i: number): boolean => isCapital(this.cut.text[i] ?? '');
    return isName(first) && isName(first - 1) && this.lower[first + 1] === 'that' && !isName(first + 1);
  }

  /** The frames of a form where it stands: a noun of the list may be a verb here, and a verb of it a noun. */
  #framesOf(
    first: number,
    last: number,
    given: readonly CueFrame[],
    sentence: Sentence,
  ): readonly CueFrame[] {
    if (given.includes('noun')) return this.#isFinite(first, sentence) ? VERB_OF_NOUN : given;
    if (this.#isNominal(first, last, given)) return NOMINAL;
    // "her remark that", but not "the reports show that".
    const isNoun = this.pos[first] === 'NOUN' && this.lower[last] === 'that' && given.includes('that');
    return isNoun && last - first === 1 && this.#isDetermined(first, sentence) ? STATED : given;
  }

  /** *their support for it*, *a promise to leave*: a form of a verb stands as a noun with what depends on it. */
  #isNominal(first: number, last: number, frames: readonly CueFrame[]): boolean {
    if (frames.some(frame => frame !== 'act' && frame !== 'that') || this.pos[first] !== 'NOUN') return false;
    return last - first > 1 || NOUN_LINKS.has(this.word(last));
  }

  /** Whether a form stands as a verb that reports; the tagger may have missed that beside a quotation. */
  #reports(first: number, last: number, frames: readonly CueFrame[], sentence: Sentence): boolean {
    if (this.#isAttributive(first, sentence.first)) return false;
    if (frames === VERB_OF_NOUN) return true;
    if (frames.includes('state')) return this.#isState(first, last, sentence.first);
    if (this.#followsPlural(first, last, sentence) || this.#isBetween(first, last)) return true;
    // "a controversial request that": a noun, with a determiner.
    if (this.pos[first] === 'NOUN' && !this.runs.isQuoted(last) && this.#isDetermined(first, sentence))
      return false;
    if (this.pos.slice(first, last).includes('VERB') || last - first > 1 || this.lower[last] === 'that')
      return true;
    if (
      frames.includes('clause') &&
      this.phrases.isPlainClause(last, sentence.last) &&
      this.#isFinite(first, sentence)
    )
      return true;
    const speaks =
      frames.some(frame => frame !== 'act') && !(frames.includes('quote') && frames.includes('act'));
    return speaks && this.pos[first] !== 'PROPN' && this.#besideRun(first, last, sentence);
  }

  /** *is confident that*, *seemed eager to*, *voters angry about*. */
  #isState(first: number, last: number, floor: number): boolean {
    const before = this.beforeAdverbs(first - 1, floor);
    if (before < floor) return false;
    const isJoined = BE.has(this.word(before)) || this.lexicons.grammar.copula.has(this.word(before));
    if (last - first > 1) return isJoined || this.isNominal(before) || this.word(before) === ',';
    const next = this.word(last);
    return isJoined && (next === 'that' || next === 'to' || QUESTION_OPENERS.has(next));
  }

  /** *Voters support Moss*, *, records show.*: what the tagger takes for a noun agrees with the plural before it. */
  #followsPlural(first: number, last: number, { first: floor, last: ceiling }: Sentence): boolean {
    if (this.pos[first] !== 'NOUN' || last - first > 1 || /(?:s|ed|ing)$/.test(this.word(first)))
      return false;
    if (first - 1 < floor || !PLURAL.test(this.word(first - 1)) || this.pos[first - 1] !== 'NOUN')
      return false;
    const next = this.tag(last);
    if (this.lower[last] === 'that' || /^(?:PROPN|DET|PRON)$/.test(next)) return true;
    const noun = this.phrases.back(first - 1, floor);
    return (last >= ceiling - 1 || this.lower[last] === ',') && this.word((noun?.first ?? 0) - 1) === ',';
  }

  /** *X branded the plan*, *what X terms a trick*: what the tagger missed stands between a name and an object. */
  #isBetween(first: number, last: number): boolean {
    if (!/^(?:NOUN|ADJ)$/.test(this.tag(first)) || last - first > 1 || !/(?:ed|s)$/.test(this.word(first)))
      return false;
    return this.pos[first - 1] === 'PROPN' && /^(?:DET|PRON)$/.test(this.tag(last));
  }

  /** *a controversial request*, *her remark*: a noun. */
  #isDetermined(i: number, sentence: Sentence): boolean {
    const floor = sentence.first;
    if (this.#followsPlural(i, i + 1, sentence)) return false;
    const k = this.lastFrom(i - 1, floor, j => this.pos[j] !== 'ADJ' && this.pos[j] !== 'NOUN');
    return (
      k >= floor &&
      (this.isDeterminer(k) || POSSESSIVE_ENDING.test(this.word(k))) &&
      !DEMONSTRATIVES.has(this.word(k))
    );
  }

  /** Whether *claims that* is the verb of its clause: a subject stands before it, and no other verb between. */
  #isFinite(first: number, sentence: Sentence): boolean {
    if (!/s$/.test(this.word(first))) return false;
    const k = this.beforeAdverbs(first - 1, sentence.first);
    if (this.word(k) === ',') {
      const subject = this.phrases.mainSubject(sentence, k);
      return subject !== undefined && this.word(subject.last) === ',';
    }
    const subject = this.phrases.back(k, sentence.first);
    if (subject === undefined || POSSESSIVE_ENDING.test(this.word(k))) return false;
    const from = this.lastFrom(subject.first - 1, sentence.first, i => /^[,;:]$/.test(this.word(i))) + 1;
    return (
      /^(?:NOUN|PROPN|PRON)$/.test(this.tag(subject.head)) &&
      !this.hasIn(from, subject.first, i => this.isVerb(i) || this.pos[i] === 'ADP')
    );
  }

  #besideRun(first: number, last: number, sentence: Sentence): boolean {
    const near = (i: number): boolean => i >= sentence.first && i < sentence.last && this.runs.isQuoted(i);
    if (near(first - 1)) return /^[,?!—]$/.test(this.word(first - 2));
    // "“Never,” X fumed."
    const subject = this.phrases.back(first - 1, sentence.first);
    if (subject !== undefined && near(subject.first - 1) && /^[,?!—]$/.test(this.word(subject.first - 2)))
      return true;
    return near(last) || (near(last + 1) && /^[,:]$/.test(this.word(last)));
  }

  /** A participle that stands before a noun (*an internationally recognized territory*) reports nothing. */
  #isAttributive(first: number, floor: number): boolean {
    const k = this.beforeAdverbs(first - 1, floor);
    const word = this.word(k);
    return (
      k >= floor &&
      (this.pos[k] === 'DET' || this.pos[k] === 'ADP' || /^['’]s$/.test(word)) &&
      !DEMONSTRATIVES.has(word) &&
      /^(?:NOUN|ADJ|PROPN)$/.test(this.tag(first + 1))
    );
  }
}
