import type { Article } from '../model/article.js';
import type { NameUse } from '../model/cast.js';
import type { Furniture, Term } from '../model/doc.js';
import type { Cue } from './attributions/cue.js';
import type { Runs } from './attributions/runs.js';
import type { Offices } from './offices.js';
import { PhraseReader, type Phrases } from './phrases.js';
import type { Reading } from './reading.js';

/** A reading with what is found by the article alone, before it is known who its story is about. */
export interface Draft extends Reading {
  readonly article: Article;
  readonly furniture: readonly Furniture[];
  readonly headlineInText: boolean;
  readonly terms: readonly Term[];
  readonly runs: Runs;
  readonly phrases: Phrases;
  readonly offices: Offices;
  /** By sentence. */
  readonly cues: readonly (readonly Cue[])[];
  readonly names: readonly NameUse[];
}

/** What a step before the last of them reads. */
export type Unnamed = Pick<Draft, 'cut' | 'words' | 'lexicons' | 'runs' | 'phrases' | 'offices'>;

/** What looks for quotations, offices and noun phrases in a text. */
export abstract class DraftReader extends PhraseReader {
  protected readonly runs: Runs;
  protected readonly offices: Offices;
  protected readonly lexicons: Reading['lexicons'];

  constructor(protected readonly draft: Unnamed) {
    super(draft.cut, draft.phrases);
    this.runs = draft.runs;
    this.offices = draft.offices;
    this.lexicons = draft.lexicons;
  }
}
