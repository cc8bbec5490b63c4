import type { Runs } from './attributions/runs.js';
import type { Naming } from './naming.js';
import { PhraseReader, type Phrases } from './phrases.js';
import type { Reading } from './reading.js';

/** A reading with what tells who speaks in it. */
export interface Speech extends Reading {
  readonly runs: Runs;
  readonly phrases: Phrases;
  readonly naming: Naming;
}

/** What looks for those who speak in a text. */
export abstract class SpeechReader extends PhraseReader {
  protected readonly runs: Runs;
  protected readonly naming: Naming;

  constructor(protected readonly speech: Speech) {
    super(speech.cut, speech.phrases);
    this.runs = speech.runs;
    this.naming = speech.naming;
  }
}
