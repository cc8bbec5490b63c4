import type { Span } from '../model/article.js';
import type { ItemKind } from '../model/story.js';

/** Something at one place of an article: what it is, and under which key it is the same elsewhere. */
export interface Occurrence {
  readonly kind: ItemKind;
  readonly key: string;
  /** As it is written here. */
  readonly form: string;
  readonly span: Span;
  readonly sentence: number;
  /** A number that nobody says exactly, such as *hundreds*: no item, but what a fact has to show. */
  readonly vague?: true;
}

/** Begins with a letter or a digit. */
export const isWord = (written: string): boolean => /^[\p{L}\p{N}]/u.test(written);
