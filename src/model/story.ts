import type { Article, Span, Zone } from './article.js';
import type { Doc } from './doc.js';
import type { Evidence } from './evidence.js';

/**
 * What is kept of an article for questions to a whole story: columns and offsets, a third of what the document takes.
 * Furniture is blank in `words.text`; `people` are those that stand by name.
 */
export interface Trace
  extends Pick<Article, 'outlet' | 'path' | 'text' | 'firstLine'>,
    Pick<Doc, 'words' | 'sentences' | 'mentions' | 'named' | 'terms' | 'people' | 'lines'> {
  readonly article: string;
  readonly agency: string | undefined;
  /** By word: index into `VOICES`. */
  readonly voice: Uint8Array;
  /** By word: a bit set of `TAG`. */
  readonly tag: Uint8Array;
  /** Where the words that `ArticleSummary.words` counts begin. */
  readonly counted: Int32Array;
}

/** Word classes that story-level questions ask for. */
export const TAG = {
  name: 1,
  noun: 2,
  number: 4,
  verb: 8,
  function: 16,
  adjective: 32,
  negated: 64,
} as const;

/** A stretch of an article. */
export interface Passage extends Span {
  readonly article: string;
  readonly outlet: string;
  readonly path: string;
  /** As it stands in the article. */
  readonly text: string;
  readonly line: number;
  readonly sentence: number;
  readonly zone: Zone;
}

/**
 * What an edit touches, the most telling first: which parties are named, a label of the terminology lexicons, a word
 * that evaluates, who did it, how a speaker is reported, a number, a stretch cut off or added at an end, other words,
 * function words, words that only moved, spelling and other house style.
 */
export const EDIT_KINDS = [
  'party',
  'label',
  'loaded',
  'agent',
  'cue',
  'number',
  'name',
  'cut',
  'wording',
  'minor',
  'moved',
  'style',
] as const;
export type EditKind = (typeof EDIT_KINDS)[number];

/** Words that one side has in the place of the other's; an empty side is an insertion at its offset. */
export interface Edit {
  readonly kind: EditKind;
  readonly a: string;
  readonly b: string;
  readonly aSpan: Span;
  readonly bSpan: Span;
  /** The words of each side in numbers of this story, alike for spellings of one word: for telling edits that are one. */
  readonly aKey: string;
  readonly bKey: string;
  /** Set where the words are changed inside what both sides give as a quotation. */
  readonly quoted: boolean;
  /** How many words both sides have in common right before the edit, or right after it if these are fewer. */
  readonly between: number;
}

/** Two passages of different outlets that are, but for the edits, the same words. */
export interface CopyPair {
  readonly a: Passage;
  readonly b: Passage;
  /** Words in common, twice, over the words of both sides (Dice 1945); in (0, 1]. */
  readonly similarity: number;
  /** `speech` where hardly anything but quoted words is in common. */
  readonly kind: 'copy' | 'speech';
  /** Set where either passage is a part of its sentence. */
  readonly part: boolean;
  /** Number of the cluster: pairs that hang together, over all outlets. */
  readonly cluster: number;
  /** Most telling first. */
  readonly edits: readonly Edit[];
}

/** One side of a change: the words that some outlets have where others have others. */
export interface Wording {
  /** As it stands at the first place; empty where the other side adds words. */
  readonly text: string;
  /** In the order of their names. */
  readonly outlets: readonly string[];
  /** Every place once; `span` is that of the words in the article, an empty one where they would stand. */
  readonly places: readonly { readonly passage: Passage; readonly span: Span }[];
}

/**
 * One edit, wherever it was made: the same words in each other's place between whatever outlets are one change, longer
 * ones only within one cluster. Of the sides, `to` is that of fewer outlets, else the longer one: who changed what cannot
 * be told.
 */
export interface Change extends Pick<Edit, 'kind' | 'quoted'> {
  readonly from: Wording;
  readonly to: Wording;
  /** In how many clusters it was made. */
  readonly clusters: number;
  readonly grounds: EditGrounds;
}

/**
 * Whether both articles run one text, or have some words that both have copied, or only sentences that are alike; and what an edit
 * touches.
 */
export const EDIT_GROUNDS = [
  'one text, of a side',
  'one text, a passage',
  'one text, of a fact',
  'copied words, of a side',
  'one text, of words',
  'like sentences',
] as const;
export type EditGrounds = (typeof EDIT_GROUNDS)[number];

/** How much of an article, or of an outlet, others have word for word; in words as `ArticleSummary.words` counts them. */
export interface CopyShare {
  readonly words: number;
  /** Words of shared copy: in a pair of kind `copy`, edits not counted. */
  readonly copy: number;
  /** Words of shared speech that are not also shared copy. */
  readonly speech: number;
  /** Words of copy shared with articles that credit the same agency. */
  readonly agency: number;
  /** Words of copy by the outlet that has them too, most first. */
  readonly with: readonly { readonly outlet: string; readonly copy: number }[];
}

/** A sentence of an article most of whose sentences another outlet runs, and which that outlet has in no words. */
export interface OmittedSentence {
  /** The outlet that does not have it. */
  readonly outlet: string;
  readonly passage: Passage;
}

export interface SharedCopy {
  readonly pairs: readonly CopyPair[];
  /** By article. */
  readonly shares: ReadonlyMap<string, CopyShare>;
  /** By outlet, over all its articles. */
  readonly outletShares: ReadonlyMap<string, CopyShare>;
  readonly omitted: readonly OmittedSentence[];
  /** Most telling kind first, then those of most clusters, then the shortest. */
  readonly changes: () => readonly Change[];
  /** By outlet, the changes in the copy that it shares, counted in its own pairs, with its wording as `to`; same order. */
  readonly outletChanges: () => ReadonlyMap<string, readonly Change[]>;
}

/** An article of an outlet that is another of its articles again, but for a few words. */
export interface CopiedArticle {
  readonly outlet: string;
  /** Ids. */
  readonly article: string;
  readonly of: string;
  /** The share of its runs of words that the other has too, in (0, 1]. */
  readonly shared: number;
}

/** What an item of coverage is: a declared fact, a party, a name, a number with its unit, a date, a common word. */
export const ITEM_KINDS = ['fact', 'party', 'name', 'figure', 'date', 'term'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** The first place at which an outlet has an item. */
export interface Cell extends Pick<Evidence, 'article' | 'span' | 'sentenceSpan' | 'line'> {
  readonly path: string;
  readonly sentence: string;
  /** In how many sentences the outlet has it. */
  readonly count: number;
  /** How far into the article it stands, from 0 to 1. */
  readonly depth: number;
  /** Numbers in sentences that report a fact with figures, as written, each once. */
  readonly figures: readonly string[];
}

/** Something that outlets of a story report or do not. */
export interface CoverageItem {
  readonly kind: ItemKind;
  readonly item: string;
  /** What was searched for; a cell is empty where none of it stands. */
  readonly forms: readonly string[];
  /** By outlet, in the order of `Coverage.outlets`. */
  readonly cells: readonly (Cell | undefined)[];
  /** By outlet: whether it has something like it, so that an empty cell does not mean that it is not there. */
  readonly unsure: readonly boolean[];
  /** How telling it is that some do not have it; 0 where all do, or may. */
  readonly rank: number;
  /** What kind of thing it is, as far as that tells how sure its absence is. */
  readonly grounds: AbsenceGrounds;
  /** Whether it is worth saying that somebody does not have it: a name in full, a number with what it counts, a declared fact. */
  readonly listed: boolean;
}

/** A name by what it is and by who names it in more than one sentence: all who have it, some, or nobody. */
export const ABSENCE_GROUNDS = [
  'a person named often',
  'a person named often by some',
  'a person named in passing',
  'a name of several words, named often',
  'a party, a name of one word or one in passing',
  'a number or declared fact',
] as const;
export type AbsenceGrounds = (typeof ABSENCE_GROUNDS)[number];

/** Whether it can be said that an outlet does not have an item. */
export const isAbsent = ({ cells, unsure }: CoverageItem, outlet: number): boolean =>
  cells[outlet] === undefined && unsure[outlet] !== true;

/** An item that at least half of the other outlets, and two of them, report and some do not. */
export interface Omission {
  readonly item: CoverageItem;
  /** In the order of `Coverage.outlets`. */
  readonly reportedBy: readonly string[];
  readonly omittedBy: readonly string[];
}

/** Figures by which outlets report one fact, where they differ. */
export interface RivalFigures {
  readonly item: CoverageItem;
  readonly figures: readonly { readonly figure: string; readonly outlets: readonly string[] }[];
}

/** How one outlet's coverage differs from that of the others; most telling first, what says the same once. */
export interface OutletCoverage {
  /** What it omits: of the others, at least half and two report it (where there is one other outlet, that one). */
  readonly omitted: readonly CoverageItem[];
  /** What it alone reports; names only where they stand early or in several sentences. */
  readonly onlyHere: readonly CoverageItem[];
}

export interface Coverage {
  readonly outlets: readonly string[];
  /** Most telling absence first. */
  readonly items: readonly CoverageItem[];
  readonly omissions: readonly Omission[];
  readonly rivalFigures: readonly RivalFigures[];
  readonly byOutlet: ReadonlyMap<string, OutletCoverage>;
}
