/** The closed classes of English that tell what a word is to a mention. Open classes are learnt, or stand in lexicons. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that say nothing of anybody by themselves. */
export const FUNCTION_WORDS = set(
  `the a an of to in and that for on is was with as by at be it this from are or but not have has had his her its
  their he she they we i you were been will would which who said`,
);

export const AUXILIARIES = set(
  `be am is are was were been being have has had having do does did will would can could may might must shall should
  's ’s 've ’ve 'd ’d 'll ’ll n't n’t not never to wo ca also only just still even`,
);

export const BE = set(`be am is are was were been being get got gets getting 's ’s`);

export const NEGATIONS = set(`n't n’t not never no`);

export const POSSESSIVES = set('his her its their our my your');

export const PRONOUNS = set('he him his himself she her hers herself it its itself they them their theirs');

/** What ends the words after a verb that belong to it. */
export const CLAUSE_BREAKS = set('and but that who which because when while after before if');

/** Prepositions that are told apart; all others are one. */
export const PREPOSITIONS = ['against', 'from', 'of', 'for', 'with', 'to', 'on', 'about', 'by'] as const;
