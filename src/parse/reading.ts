import type { Paragraph } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import type { Words } from '../model/words.js';
import type { Cut } from './sentences.js';

/** What the steps of parsing read: an article cut into sentences. */
export interface Reading {
  /** As it stands in the file. */
  readonly text: string;
  readonly prose: string;
  readonly paragraphs: readonly Paragraph[];
  readonly words: Words;
  readonly cut: Cut;
  readonly lexicons: Lexicons;
}
