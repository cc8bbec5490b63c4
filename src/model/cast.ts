import type { Span } from './article.js';
import type { PartyForm, SourceKind } from './lexicon.js';

/** What a member of the cast is. */
export const MEMBER_KINDS = ['person', 'organisation', 'party', 'country', 'territory', 'group'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

export type Gender = 'he' | 'she';

/** To whom a name belongs by the words beside it: *Russia's foreign minister*, *(R-Ohio)*, *president of the Guild*. */
export interface Belonging {
  /** The id of a party that is listed, or the key of a name. */
  readonly to: string;
  readonly listed: boolean;
  /** *former*, *ex-*: it was once so. */
  readonly formerly: boolean;
  /** Whether the words are about an office, so that the person acts for it; else a nationality or the like. */
  readonly official: boolean;
}

/** A place where a name stands, with all that the words beside it say of its bearer. Tokens are `[first, last)`. */
export interface NameUse extends Span {
  readonly first: number;
  readonly last: number;
  /** Where the titles before it begin. */
  readonly whole: number;
  readonly sentence: number;
  /** As written, without initials, titles and generations. */
  readonly words: readonly string[];
  /** The words in small letters without accents, with a space between. */
  readonly key: string;
  /** *Jr.*, *III*: another person than the one without. */
  readonly suffix?: string;
  /** The entry of a parties lexicon, where the name is listed. */
  readonly listed?: PartyForm;
  /** It stands in a headline with capitals throughout, where a capital says nothing. */
  readonly titleCase: boolean;
  /** It belongs to the title of the name that follows: *the Armenian foreign minister X*. */
  readonly inTitle: boolean;
  /** It opens a sentence or a quotation, where a capital says little. */
  readonly opens: boolean;
  /** Signs that the bearer is a person: a title, an office, an age. */
  readonly personal: number;
  /** Whether it begins with a given name; or, behind words that may be a title, from which word on it does. */
  readonly given: boolean;
  readonly givenAt: number;
  /** A word for bodies in it, or capitals throughout. */
  readonly bodily: number;
  /** It ends in a word for laws, wars, streets and the like. */
  readonly thing: boolean;
  /** *the* before it */
  readonly definite: boolean;
  /** *in X*, *at X* */
  readonly place: boolean;
  readonly refers?: Gender;
  /** Whether the gender is that of a first name, and not of a title. */
  readonly byGivenName: boolean;
  readonly kind?: SourceKind;
  /** Words for what the bearer is, as the text uses them: *minister*, *spokeswoman*. */
  readonly offices: readonly string[];
  readonly belongs: readonly Belonging[];
  /** A verb follows it, or a reporting verb stands before it. */
  readonly acts: boolean;
  readonly speaks: boolean;
  /** The key of the abbreviation that follows in brackets. */
  readonly abbreviation?: string;
}

/** A word for a government without a name: *the administration*, *his government*. */
export interface GovernmentUse extends Span {
  readonly sentence: number;
  /** *his*, *her*: that of the person named before. */
  readonly owned: boolean;
  /** The noun, in small letters. */
  readonly key: string;
}

/** A word for people in the plural, as a noun phrase has it at its head: *migrants*, *the workers*. */
export interface GroupUse extends Span {
  readonly sentence: number;
  readonly key: string;
  readonly titleCase: boolean;
}

/** Somebody or something that a story is about, over all its articles. */
export interface Member {
  /** That of a party of the lexicons, else made of the name. */
  readonly id: string;
  /** As fully as the story or the lexicons give it. */
  readonly name: string;
  readonly kind: MemberKind;
  /** Whether a parties lexicon has it as a party. */
  readonly listed: boolean;
  readonly refers?: Gender;
  readonly role?: SourceKind;
  readonly offices: readonly string[];
  /** Ids of members: the political party, the body and the country that it belongs to. */
  readonly party?: string;
  readonly body?: string;
  readonly country?: string;
  /** The member that its results count for: itself, or one that it belongs to; none where it stands for nobody. */
  readonly side?: string;
}

/** A place where a member of the cast is named. */
export interface MemberMention extends Span {
  readonly member: string;
  readonly form: 'proper' | 'nominal' | 'pronominal';
  readonly sentence: number;
  /** The name that was used, where that is one of a body of a country: its full name and role. */
  readonly body?: { readonly name: string; readonly role: SourceKind };
}

/** The members of a story. */
export interface Cast {
  readonly members: ReadonlyMap<string, Member>;
  /** Those that the story is about, the one with most claim first. */
  readonly sides: readonly string[];
  /** At which level the sides are: countries, for which their office-holders stand, or people and parties. */
  readonly level: 'countries' | 'people';
}
