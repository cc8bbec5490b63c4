import { INDEFINITES } from '../../english/closed-classes.js';
import type { Phrase } from '../phrases.js';
import { type Speech, SpeechReader } from '../speech.js';
import type { Cue } from './cue.js';
import type { Run } from './runs.js';
import type { Sources } from './sources.js';

/** Words that stand where those of a source do, and are none of his. */
export class Unsaid extends SpeechReader {
  constructor(
    speech: Speech,
    private readonly sources: Sources,
  ) {
    super(speech);
  }

  /** *Asked by a guard, “Why now?” she answered*: what somebody else put to who answers. */
  isPut({ among }: Cue, { first }: Run): boolean {
    const [asked] = among;
    return (
      asked !== undefined &&
      asked.first === asked.sentence.first &&
      this.lower[asked.last] === 'by' &&
      this.lower[first - 1] === ',' &&
      !this.phrases.hasVerb(asked.last, first)
    );
  }

  /** *a film called “Dawn”*: its name. */
  isNamed({ frames, group, first }: Cue, source: Phrase): boolean {
    return (
      frames.includes('quote') &&
      group === first &&
      source.last === first &&
      this.pos[source.head] === 'NOUN' &&
      (!this.sources.canSpeak(source) || INDEFINITES.has(this.word(source.first)))
    );
  }

  /** *“...,” said X, the third of them said*: what has a source of its own is not said again. */
  isTagged({ first, among }: Cue, start: number, spoken: number): boolean {
    return among.some(
      each =>
        each.first < first &&
        each.source !== undefined &&
        each.source.first > each.first &&
        start < each.first &&
        each.source.last <= spoken + 1 &&
        this.runs.isQuoted(each.first - 1),
    );
  }

  /** *To justify the road, she insisted ...*, *According to records that we saw, she wrote ...*: what it was for, or who tells of it. */
  isSetting(start: number, spoken: number): boolean {
    return (
      /^(?:to|according)$/.test(this.word(start)) && !this.hasIn(start, spoken, i => this.lower[i] === ',')
    );
  }
}
