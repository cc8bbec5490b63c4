/** Marks, abbreviations and endings by which written English is read. */
import { words } from './words.js';

/** What follows an abbreviation like these is not a new sentence. */
export const ABBREVIATIONS = words(
  `rev maj adm capt cmdr cpl pvt sgt brig msgr hon fr ph gov sen rep gen col lt mr mrs ms dr prof sens reps
  messrs mt ft dept asst atty supt insp vs approx est fig nos vol`,
);

/** The ending of a possessive, as a token of its own; after *s* the apostrophe alone. */
export const POSSESSIVE_ENDING = /^['’]s?$/;
/** What is left of words whose beginning an apostrophe stands for: *’twas*. */
export const CLIPPED_WORDS = words(
  'twas tis twere twill twould em til till cause cos cuz n bout round neath tween gainst fore kay nuff nother',
);
/** A hyphen or a dash that is used as one. */
export const HYPHEN = /^[-‐‑–]$/;
export const DASH = /^(?:[–—-]|--)$/;
export const QUOTATION_MARK = /^["“”„‟'‘’‚«»‹›「」『』〝〞＂]$/;
/** Any number of marks that close a quotation, in the English or another manner. */
export const CLOSING_MARKS = `["”’'»›「」『』〞＂“‘«‹]*`;
/** A mark after which a word may have a capital as at the beginning of a sentence. */
export const OPENING_MARK = /^["“‘'(]$/;

/** A participle in *-ing*, or what looks like one; *bring* and *king* do not. */
export const ING = /[aeiouy].*ing$/;
/** A participle of the past, or what looks like one. */
export const isPastParticiple = (word: string): boolean =>
  /(?:ed|en)$/.test(word) || IRREGULAR_PARTICIPLES.has(word);
export const IRREGULAR_PARTICIPLES = words(
  `shot hit hurt cut put set shut held led left lost made met paid read said sold sent spent told won found fought
  brought bought caught taught thought built kept felt dealt struck done gone seen known shown driven given taken hung
  stuck spread beat beaten bombed begun run sung sunk sworn torn worn born drawn thrown blown grown flown`,
);
/** Endings of adjectives for peoples. */
export const DEMONYM = /(?:ian|ean|ican|man|ish|ese|ench|utch|[bpr]i|ani|eli)$/;
