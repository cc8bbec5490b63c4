import { ARTICLES } from '../../english/closed-classes.js';
import type { Span } from '../../model/article.js';
import type { Sentence } from '../../model/doc.js';
import type { People } from '../people.js';
import type { Phrase } from '../phrases.js';
import { type Cut, sentenceAt } from '../sentences.js';
import { type Speech, SpeechReader } from '../speech.js';
import type { Attribution, Attributions } from './attribution.js';
import { type Cue, takesContent } from './cue.js';
import type { Run } from './runs.js';
import type { Sources } from './sources.js';

/** Words inside marks from which a run is speech even without a source in its sentence. */
const SPEECH_WORDS = 6;

/** What the last reporting word of a sentence came to. */
export interface LastCue {
  readonly cue: Cue;
  readonly attribution: Attribution | undefined;
}

/** Gives the quoted runs that no cue has claimed to the speaker that goes on with them, or to nobody. */
export class Unclaimed extends SpeechReader {
  /** By run. */
  readonly #owners: (Attribution | undefined)[];

  constructor(
    speech: Speech,
    private readonly sources: Sources,
    private readonly attributions: Attributions,
    private readonly people: People,
    /** By sentence. */
    private readonly lastCues: ReadonlyMap<number, LastCue>,
  ) {
    super(speech);
    this.#owners = this.runs.all.map(run =>
      attributions
        .in(sentenceAt(this.cut, run.first).index)
        .findLast(({ content }) => content.some(([a, b]) => a < run.last && run.first < b)),
    );
  }

  /** @returns the scare quotes: short runs that nobody says */
  settle(): Span[] {
    const scares: Span[] = [];
    this.#speakBefore();
    for (const [r, run] of this.runs.all.entries()) {
      if (this.#owners[r] !== undefined || run.isName) continue;
      const speech = this.#speechJoined(r) ?? this.#speechBefore(r);
      if (speech !== undefined) {
        this.attributions.extend(speech, [run.first, run.last]);
        this.#owners[r] = speech;
      } else if (this.runs.wordsIn(run) >= SPEECH_WORDS || this.runs.isWholeSentence(run)) {
        this.#owners[r] = {
          cue: undefined,
          source: this.#subjectBefore(run),
          content: [[run.first, run.last]],
        };
        this.attributions.all.push(this.#owners[r]);
      } else scares.push({ start: run.start, end: run.end });
    }
    this.#claimBlocks();
    return scares;
  }

  /** *“...” “...” “...,” X said*: a speaker at the end of quotations that nothing parts speaks them all. */
  #speakBefore(): void {
    const { all } = this.runs;
    for (let r = all.length - 2; r >= 0; r--) {
      const [run, next] = [all[r] as Run, all[r + 1] as Run];
      const speech = this.#owners[r + 1];
      if (this.#owners[r] !== undefined || run.isName || run.last !== next.first) continue;
      if (speech?.source === undefined || run.paragraph !== next.paragraph || !this.runs.isWholeSentence(run))
        continue;
      if (speech.content[0]?.[0] !== next.first || speech.source.first < run.first) continue;
      this.attributions.prepend(speech, [run.first, run.last]);
      this.#owners[r] = speech;
    }
  }

  /** *X wrote:*, and a paragraph without quotation marks: the words are X’s. */
  #claimBlocks(): void {
    const { sentences } = this.cut;
    for (const { index, last, paragraph } of sentences) {
      const cue = this.lastCues.get(index)?.cue;
      const next = sentences[index + 1];
      if (this.lower[last - 1] !== ':' || cue === undefined || !takesContent(cue)) continue;
      if (next === undefined || next.paragraph !== paragraph + 1) continue;
      let end = index + 1;
      while (sentences[end + 1]?.paragraph === next.paragraph) end++;
      const to = (sentences[end] as Sentence).last;
      if (
        this.hasIn(next.first, to, i => this.runs.isQuoted(i)) ||
        this.attributions.in(index + 1).length > 0
      )
        continue;
      this.attributions.extend(this.#announced(index), [next.first, to]);
    }
  }

  /** *vowed to "..." and to "..."*: what nothing but a conjunction parts has one source. */
  #speechJoined(r: number): Attribution | undefined {
    const run = this.runs.all[r] as Run;
    const previous = this.runs.all[r - 1];
    if (previous === undefined || previous.paragraph !== run.paragraph || run.first - previous.last > 4)
      return undefined;
    let joins = false;
    for (let i = previous.last; i < run.first; i++) {
      const word = this.word(i);
      if (word === 'and' || word === 'or' || word === 'but') joins = true;
      else if (!ARTICLES.has(word) && !/^(?:,|to|that|of|as)$/.test(word)) return undefined;
    }
    // *“try this,” “do that”*: a list goes on in small letters.
    const goesOn = /^\p{Ll}/u.test(this.cut.text[run.first + 1] ?? '');
    return joins || goesOn ? this.#owners[r - 1] : undefined;
  }

  /**
   * The attribution that a quotation without a cue goes on with: it opens a sentence, and the sentence before it, or
   * the paragraph before its own, is attributed.
   */
  #speechBefore(r: number): Attribution | undefined {
    const run = this.runs.all[r] as Run;
    const sentence = sentenceAt(this.cut, run.first);
    if (run.first !== sentence.first) return undefined;
    if (run.resumes && r > 0) return this.#owners[r - 1];
    const before = this.cut.sentences[sentence.index - 1];
    if (before === undefined || sentence.paragraph - before.paragraph > 1) return undefined;
    if (before.paragraph !== sentence.paragraph && !this.runs.isWholeSentence(run)) return undefined;
    if (this.lower[before.last - 1] === ':') return this.#announced(before.index);
    return this.attributions
      .in(before.index)
      .findLast(({ source, act }) => source !== undefined && act !== true);
  }

  /** *X was firm. “...”*: whom the sentence before it in its paragraph is about, if that is a person or a body. */
  #subjectBefore(run: Run): Phrase | undefined {
    const sentence = sentenceAt(this.cut, run.first);
    const before = this.cut.sentences[sentence.index - 1];
    if (before?.paragraph !== sentence.paragraph || !this.runs.isWholeSentence(run)) return undefined;
    if (this.hasIn(before.first, before.last, i => this.runs.isQuoted(i))) return undefined;
    const subject = this.phrases.mainSubject(before, before.last);
    return subject !== undefined && this.people.in(subject) !== undefined ? subject : undefined;
  }

  /** What a sentence that ends in a colon leads up to. */
  #announced(index: number): Attribution {
    const sentence = this.cut.sentences[index] as Cut['sentences'][number];
    const { cue, attribution } = this.lastCues.get(index) ?? {};
    const source =
      attribution?.source ??
      (cue && this.sources.subjectOf(cue)) ??
      this.phrases.mainSubject(sentence, sentence.last);
    const verb = this.phrases.firstVerb(source?.last ?? sentence.first, sentence.last - 1);
    const colon = { start: this.cut.start[verb] as number, end: sentence.span.end };
    const speech: Attribution = { cue: cue ?? { colon }, source, content: [] };
    this.attributions.all.push(speech);
    return speech;
  }
}
