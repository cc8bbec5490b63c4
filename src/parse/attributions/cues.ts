import {
  BE,
  CIRCUMSTANCE_PREPOSITIONS,
  DEMONSTRATIVES,
  MATTER_PREPOSITIONS,
  NOT,
  NOUN_LINKS,
} from '../../english/closed-classes.js';
import { ING, POSSESSIVE_ENDING } from '../../english/orthography.js';
import { isCapital } from '../../english/title-case.js';
import type { Sentence } from '../../model/doc.js';
import type { CueForm, CueFrame, Match } from '../../model/lexicon.js';
import { DraftReader, type Unnamed } from '../draft.js';
import { tokensOf } from '../sentences.js';
import type { Cue } from './cue.js';

const NOMINAL: readonly CueFrame[] = ['noun', 'act'];

/** A sentence with more reporting words than this is no prose, and would cost time that grows with their square. */
const MOST_CUES = 40;

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
      if (this.runs.isQuoted(first) || this.#isInName(first, sentence)) continue;
      if (among.length === MOST_CUES) break;
      const frames = this.#framesOf(first, end, match.value.frames, sentence);
      // As a verb, *claims that* leaves *that* to what it reports.
      const last = frames === VERB_OF_NOUN ? first + 1 : end;
      const isVerb = !frames.includes('preposition') && !frames.includes('noun');
      if (isVerb && !this.#reports(first, last, frames, sentence)) continue;
      let group = first;
      while (isVerb && group > sentence.first && this.isAuxiliary(group - 1)) group--;
      const auxiliaries = this.lower.slice(group, first);
      const refused = this.lower[group - 1] === 'to' && lexicons.grammar.refusal.has(this.word(group - 2));
      among.push({
        first,
        last,
        group,
        frames,
        match,
        sentence,
        participle: ING.test(this.word(first)) && !auxiliaries.some(word => BE.has(word)),
        denied: refused || auxiliaries.some(word => NOT.has(word)),
        among,
      });
    }
    return among;
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
    return this.#isNominal(first, last, given) ? NOMINAL : given;
  }

  /** *their support for it*, *a promise to leave*: a form of a verb stands as a noun with what depends on it. */
  #isNominal(first: number, last: number, frames: readonly CueFrame[]): boolean {
    if (frames.some(frame => frame !== 'act' && frame !== 'that') || this.pos[first] !== 'NOUN') return false;
    return last - first > 1 || NOUN_LINKS.has(this.word(last));
  }

  /** Whether a form stands as a verb that reports; the tagger may have missed that beside a quotation. */
  #reports(first: number, last: number, frames: readonly CueFrame[], sentence: Sentence): boolean {
    if (this.#isAttributive(first, sentence.first)) return false;
    if (this.pos.slice(first, last).includes('VERB') || last - first > 1 || this.lower[last] === 'that')
      return true;
    const speaks =
      frames.some(frame => frame !== 'act') && !(frames.includes('quote') && frames.includes('act'));
    return speaks && this.pos[first] !== 'PROPN' && this.#besideRun(first, last, sentence);
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
