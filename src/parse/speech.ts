import { type Draft, DraftReader } from './draft.js';
import type { Naming } from './naming.js';

/** A draft with whom its names stand for. */
export interface Speech extends Draft {
  readonly naming: Naming;
}

/** What looks for those who speak in a text. */
export abstract class SpeechReader extends DraftReader {
  protected readonly naming: Naming;

  constructor(protected readonly speech: Speech) {
    super(speech);
    this.naming = speech.naming;
  }
}
