import type { Article, Span, Zone } from './article.js';
import type { MemberMention } from './cast.js';
import type { EventClass, LabelForm, SourceKind, Stance } from './lexicon.js';
import type { Place } from './sorted.js';
import type { Words } from './words.js';

export type { Words } from './words.js';

/** Universal part-of-speech tags as wink-nlp gives them. */
export type Pos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE';

/** Token facts in columns: a fifth of the memory of objects, and what wink-nlp hands out cheaply. */
export interface Tokens {
  readonly length: number;
  /** Offsets into `Article.text`; every token equals its slice. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly text: readonly string[];
  readonly pos: readonly Pos[];
  readonly negated: readonly boolean[];
  /** Index into `VOICES`. */
  readonly voice: Uint8Array;
  /** Index of the innermost quotation whose content the token belongs to, or -1. */
  readonly quotation: Int32Array;
  readonly sentence: Int32Array;
  /** Number of the clause within the document; never shared by two sentences. */
  readonly clause: Int32Array;
}

export interface Paragraph extends Span {
  readonly index: number;
  readonly zone: Zone;
  /** It names whoever wrote the embedded post in the paragraph before. */
  readonly signs?: true;
}

export interface Sentence {
  readonly index: number;
  readonly span: Span;
  readonly zone: Zone;
  readonly paragraph: number;
  /** Token indexes `[first, last)`. */
  readonly first: number;
  readonly last: number;
  /** Word indexes `[from, to)` into `Doc.words`. */
  readonly from: number;
  readonly to: number;
}

/** A place where a party is named. */
export interface Mention {
  /** The member of the cast, and the side that it counts for. */
  readonly member: string;
  readonly party: string;
  readonly span: Span;
  readonly form: 'proper' | 'nominal' | 'pronominal';
  /** The person or body named, by its full name. */
  readonly name?: string;
  readonly role?: SourceKind;
  readonly sentence: number;
}

/** A place where a person is named, or referred to by office or pronoun. */
export interface PersonReference {
  readonly span: Span;
  /** The person's name as fully as the story or the gazetteer gives it. */
  readonly name: string;
  readonly pronoun: boolean;
  /** The member of the cast, where the person has a name; and the side that it counts for. */
  readonly member?: string;
  readonly party?: string;
}

/** A place where one of the rival names for a contested thing stands. */
export interface Term extends LabelForm {
  readonly span: Span;
  /** The form as the lexicon writes it. */
  readonly form: string;
  readonly sentence: number;
}

/** The agent of an event, or its patient. */
export interface EventSide {
  /** The noun phrase. */
  readonly span: Span;
  /** The mentions that the phrase stands for, one of each party; none where it is about nobody listed. */
  readonly mentions: readonly Mention[];
}

/**
 * How the clause of an event is built: *X shelled Y*, *Y was shelled by X*, *Y was shelled*, *the shelling of Y*, *Y
 * died*. Only the first two need to name the agent.
 */
export type Construction = 'active' | 'passive' | 'agentless' | 'nominal' | 'intransitive';

/** `unknown` where a sentence does not show it, or the word has another sense: then nothing may be said of it. */
export type Certainty = 'sure' | 'doubtful' | 'unknown';

/**
 * How the structure of a sentence leads from the word of an event to a participant: `direct` to a subject or an object beside its
 * verb, to what *by*, *of*, *on* or *’s* joins to a noun; `led` over another verb, whose subject it is; `loose` on any other way.
 */
export type Path = 'direct' | 'led' | 'loose';

/** Something that an agent does to a patient, by a word of the events lexicons. */
export interface Event {
  readonly class: EventClass;
  readonly span: Span;
  readonly form: Construction;
  /** *did not shell*, *denied shelling*, *nobody was killed*. */
  readonly negated: boolean;
  /** *would shell*, *vowed to shell*: not reported as fact. */
  readonly hypothetical: boolean;
  /** Whether it is aimed at somebody: *backed the mayor*, not *backed the plan*. */
  readonly personal: boolean;
  /** How sure it is who does it, and to whom. */
  readonly known: Readonly<Record<'agent' | 'patient', Certainty>>;
  readonly paths: Readonly<Record<'agent' | 'patient', Path>>;
  readonly agent?: EventSide;
  readonly patient?: EventSide;
  readonly sentence: number;
}

/** How a word judges somebody: who does it, is it, has it, is called it, or is blamed or praised by it. */
export type AppraisalWay = 'deed' | 'being' | 'having' | 'calling' | 'blame';

/** A word of the polarity lexicons with those whom it judges, as far as the structure of its clause shows them. */
export interface Appraisal {
  readonly span: Span;
  /** On the scale of AFINN, from -5 to 5. */
  readonly valence: number;
  readonly way: AppraisalWay;
  /** Noun phrases, each with the word that it is about. */
  readonly judged: readonly { readonly span: Span; readonly head: Span }[];
  readonly negated: boolean;
  /** Not reported as fact. */
  readonly hypothetical: boolean;
  readonly sentence: number;
}

export interface Speaker {
  /** The source as the text writes it. */
  readonly span: Span;
  /** The noun that the phrase is about: *spokesman* in *a spokesman for the ministry*. */
  readonly head: Span;
  /** Full name of the person or body, where it is known. */
  readonly name?: string;
  readonly member?: string;
  /** The side that the source counts for, and the political party that it belongs to. */
  readonly party?: string;
  readonly politicalParty?: string;
  readonly kind: SourceKind;
  /** What says the kind: what is known of the member, the noun of the source, another of its words, its side; or nothing. */
  readonly kindBy: 'member' | 'noun' | 'words' | 'side' | 'nothing';
  /** Set where nothing says that the source is a person, a body or a text. */
  readonly doubtful?: true;
}

/** Words that somebody other than the outlet is made responsible for. */
export interface Quotation {
  readonly form: 'direct' | 'indirect' | 'mixed';
  readonly content: readonly Span[];
  readonly cue?: Span;
  readonly stance?: Stance;
  readonly source?: Speaker;
  /**
   * Set where the outlet only tells that something was said or wished (*called for talks*, *refused to comment*): the
   * words are its own, but for what stands between quotation marks (Leech and Short 1981, narrative report of a
   * speech act).
   */
  readonly act?: true;
  /** *a disgrace* in *called the plan a disgrace*: what the source of an act calls something, in the source's words. */
  readonly called?: Span;
}

/** Text of the page that is not the outlet's prose: bylines, credits, links' addresses. */
export interface Furniture {
  readonly rule: string;
  readonly span: Span;
}

export interface Doc {
  readonly article: Article;
  /** `article.text` with furniture and markup blanked out, offset for offset. */
  readonly prose: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly tokens: Tokens;
  readonly words: Words;
  /** Of the members of the cast that count for a side. */
  readonly mentions: readonly Mention[];
  /** Of all members, by name. */
  readonly named: readonly MemberMention[];
  /** Rival terms, by the topics that the article is on. */
  readonly terms: readonly Term[];
  readonly quotations: readonly Quotation[];
  /** In the order of the text; pronouns that fit nobody are not there. */
  readonly people: readonly PersonReference[];
  readonly events: readonly Event[];
  readonly appraisals: readonly Appraisal[];
  readonly furniture: readonly Furniture[];
  /** Offset at which each line of the text begins. */
  readonly lines: readonly number[];
  /** Whether the headline given apart (front matter, record) also stands in the text. */
  readonly headlineInText: boolean;
  /** Index of the token at an offset, or of the last one before it. */
  tokenAt(offset: number): number;
  placeOf(offset: number): Place;
}
