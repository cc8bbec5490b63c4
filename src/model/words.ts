/**
 * The units that lexicon forms are matched on, cut by Parallax and not by wink-nlp, so that a form is cut as the
 * text is: hyphens and spaces separate, a possessive 's and every other mark is a unit of its own.
 */
export interface Words {
  readonly text: string;
  readonly length: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Number in the vocabulary of the lexicons, or -1. */
  readonly id: Int32Array;
  /** The numbers of the forms' words with an asterisk that each begins with, the shortest first; if there are any. */
  readonly stems?: readonly (readonly number[] | undefined)[];
}
