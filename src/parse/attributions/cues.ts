import { BE, DEMONSTRATIVES, NOT } from '../../english/closed-classes.js';
import { ING } from '../../english/orthography.js';
import type { Sentence } from '../../model/doc.js';
import type { CueForm, CueFrame, Match } from '../../model/lexicon.js';
import type { Phrase } from '../phrases.js';
import { tokensOf } from '../sentences.js';
import { type Speech, SpeechReader } from '../speech.js';

/** A reporting word in its place: tokens `[first, last)`; its auxiliaries begin at `group`. */
export interface Cue {
  readonly first: number;
  readonly last: number;
  readonly group: number;
  readonly frames: readonly CueFrame[];
  readonly match: Match<CueForm>;
  readonly sentence: Sentence;
  /** *saying that*: its subject is that of the main clause. */
  readonly participle: boolean;
  /** *did not say*: the source is not made responsible. */
  readonly denied: boolean;
  /** All cues of its sentence, in their order. */
  readonly among: readonly Cue[];
  /** The source that was found for it. */
  source?: Phrase;
}

/** A sentence with more reporting words than this is no prose, and would cost time that grows with their square. */
const MOST_CUES = 40;

/** Whether a verb reports what was said, and not only that something was wished. */
export const takesContent = ({ frames }: Cue): boolean =>
  frames.some(frame => frame === 'clause' || frame === 'that' || frame === 'addressee');

/** The reporting words of each sentence, outside quotation marks. */
export function findCues(speech: Speech): Cue[][] {
  const finder = new CueFinder(speech);
  return speech.cut.sentences.map(sentence => finder.cuesIn(sentence));
}

class CueFinder extends SpeechReader {
  cuesIn(sentence: Sentence): Cue[] {
    const { words, lexicons, cut } = this.speech;
    const among: Cue[] = [];
    for (const match of lexicons.cue.find(words, sentence.from, sentence.to)) {
      const [first, last] = tokensOf(cut, match);
      if (this.runs.isQuoted(first)) continue;
      if (among.length === MOST_CUES) break;
      const { frames } = match.value;
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

  /** Whether a form stands as a verb that reports; the tagger may have missed that beside a quotation. */
  #reports(first: number, last: number, frames: readonly CueFrame[], sentence: Sentence): boolean {
    if (this.#isAttributive(first, sentence.first)) return false;
    if (this.pos.slice(first, last).includes('VERB') || last - first > 1 || this.lower[last] === 'that')
      return true;
    const speaks =
      frames.some(frame => frame !== 'act') && !(frames.includes('quote') && frames.includes('act'));
    return speaks && this.pos[first] !== 'PROPN' && this.#besideRun(first, last, sentence);
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
