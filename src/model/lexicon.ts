import type { Span } from './article.js';
import type { LoadedWeights, SentimentWeights } from './weights.js';
import type { GrammarClass, NameWord } from './word-classes.js';
import type { Words } from './words.js';

export const LEXICON_KINDS = [
  'parties',
  'terminology',
  'polarity',
  'cues',
  'roles',
  'events',
  'furniture',
  'variants',
  'loaded',
  'certainty',
  'grammar',
] as const;
export type LexiconKind = (typeof LEXICON_KINDS)[number];

/** The kinds in which an asterisk at the end of a word stands for any ending, as in dictionaries of other tools. */
export const WILD_KINDS: readonly LexiconKind[] = ['polarity', 'cues', 'loaded'];

/** What an entry that extends another adds to; every other key that it gives takes the place of the other's. */
export const ADDED_TO: readonly string[] = ['forms', 'verbs', 'nouns', 'except', 'examples'];

/** What kind of source a speaker is; `other` for names in no known capacity, `unnamed` where nobody is named. */
export const SOURCE_KINDS = ['official', 'military', 'civilian', 'media', 'other', 'unnamed'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Where a lexicon comes from; `digest` is the first 12 hexadecimal digits of the file's SHA-256. */
export interface LexiconFile {
  readonly kind: LexiconKind | 'weights';
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly digest: string;
}

export const PARTY_KINDS = ['country', 'territory', 'organisation', 'party', 'group'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** A side that lexicons list, or several sides named together. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly collective: boolean;
  readonly kind: PartyKind;
  /** The country that a political party, a territory or a body belongs to. */
  readonly of?: string;
}

/** A term of office, from one day to another, as ISO dates or their beginnings; without an end it goes on. */
export type OfficeTerm = readonly [from: string, to?: string];

export type NameKind = 'name' | 'demonym' | 'seat' | 'body' | 'person' | 'collective';

/** What a matched form of a parties lexicon stands for. */
export interface PartyForm {
  readonly party: string;
  readonly as: NameKind;
  /** The person or body by its full name, where the form names one. */
  readonly name?: string;
  readonly role?: SourceKind;
  /** Of a person: the political party, the terms of office (none: always), the pronoun. */
  readonly member?: string;
  readonly terms?: readonly OfficeTerm[];
  readonly refers?: 'he' | 'she';
}

/** What sort of work a lexicon cites. */
export const CITATION_KINDS = ['style-guide', 'law', 'party-usage', 'study', 'dictionary'] as const;

/** Where a reader can look up what a lexicon says of its words. */
export interface Citation {
  readonly text: string;
  /** An address or a DOI. */
  readonly url?: string | undefined;
  readonly year?: number | undefined;
  readonly kind?: (typeof CITATION_KINDS)[number] | undefined;
  /** The day on which it was last found to say what it is cited for. */
  readonly checked?: string | undefined;
}

/** One of the rival names for a concept. */
export interface Label {
  readonly id: string;
  readonly favours?: string;
  readonly contested?: boolean;
  readonly source: Citation;
  readonly forms: readonly string[];
}

/** The thing that rival labels name: a choice set. */
export interface Concept {
  readonly id: string;
  readonly gloss: string;
  /** The two parties between whom the lean is computed; the first is the positive side. */
  readonly parties: readonly string[];
  readonly labels: readonly Label[];
  readonly except: readonly string[];
  readonly examples: readonly string[];
  /** Id of the terminology lexicon that has it; others may have added names to it. */
  readonly lexicon: string;
  /** Whether that lexicon says what it is about. */
  readonly topical: boolean;
  /** Set where the file is the user's and not the package's: its forms come first. */
  readonly own?: boolean;
}

export interface LabelForm {
  readonly concept: string;
  readonly label: string;
}

/** Something that outlets of a story may report or omit, declared in a terminology lexicon. */
export interface Fact {
  readonly id: string;
  readonly gloss: string;
  readonly forms: readonly string[];
  /** If given, one of these must be near by in the sentence as well. */
  readonly near: readonly string[];
  /** Whether the sentence gives a number whose differences are worth showing. */
  readonly figure: boolean;
}

/** A form found that a fact asks for: its own, or one that must be near it. */
export interface FactForm {
  readonly fact: string;
  readonly part: 'form' | 'near';
}

/** `valence` on the scale of AFINN, -5 to 5 (Nielsen 2011). */
export const JUDGED = ['agent', 'patient'] as const;

export interface PolarityForm {
  readonly valence: number;
  /** Whom it judges, where that is known. */
  readonly of?: (typeof JUDGED)[number];
}

/** The stance of a reporting verb to what it reports. */
export const STANCES = ['neutral', 'doubting', 'crediting', 'confrontational'] as const;
export type Stance = (typeof STANCES)[number];

/**
 * How a cue joins source and content: with words between quotation marks only (*continued*), with *that* (*showed
 * that*), with a clause (*said it was*), with an addressee (*told X that*), with a matter (*accused X of*, *warned
 * of*), before the source (*according to*), as a noun (*claim that*); `act` verbs also tell that something was said or
 * wished in the outlet's own words (*called for talks*); `complement` verbs are followed by what the source calls something
 * (*called it a disgrace*), and what follows `topic` verbs is the source's word (*spoke of a disgrace*); `state` words
 * stand behind *be* and say how their subject is minded (*is confident that*). Every verb takes quotations; `clause` and `addressee` take
 * *that* as well.
 */
export const CUE_FRAMES = [
  'quote',
  'that',
  'clause',
  'addressee',
  'matter',
  'preposition',
  'noun',
  'act',
  'complement',
  'topic',
  'state',
] as const;
export type CueFrame = (typeof CUE_FRAMES)[number];

export interface CueForm {
  readonly class: string;
  readonly stance: Stance;
  readonly frames: readonly CueFrame[];
}

/** A word for what somebody is, the kind of source it makes them, and the pronoun it calls for, if any; *it* for bodies. */
export interface RoleForm {
  readonly role: string;
  readonly kind: SourceKind;
  readonly refers?: 'he' | 'she' | 'it';
}

/** What is done: force and injury, help and support, blame, opposition, restriction of others. */
export const EVENT_CLASSES = [
  'harm',
  'help',
  'accuse',
  'oppose',
  'control',
  'demand',
  'deny',
  'investigate',
] as const;
export type EventClass = (typeof EVENT_CLASSES)[number];

/** What a noun names, as far as the sense of an event's word depends on it. */
export const PATIENT_KINDS = ['person', 'body', 'place', 'thing'] as const;
export type PatientKind = (typeof PATIENT_KINDS)[number];

/**
 * How much of its sentence a word needs to mean its event: nothing (`plain`: *murdered*), a patient of its kinds (`patient`: *shot
 * two men*), or a sign of force besides (`force`: *attacked*, which is also done with words).
 */
export const EVENT_SENSES = ['plain', 'patient', 'force'] as const;
export type EventSense = (typeof EVENT_SENSES)[number];

/** A word for something that is done. */
export interface EventForm {
  readonly class: EventClass;
  /** Whether it stands for it as a verb (*shelled*), as a noun (*bombardment*), or as either (*attack*). */
  readonly as: 'verb' | 'noun' | 'either';
  /** Whom the subject of the verb is: `patient` in *died*. */
  readonly subject: 'agent' | 'patient';
  /** Whom it is that a noun belongs to: `agent` in *X’s attack*, `patient` in *X’s arrest*. */
  readonly possessor: 'agent' | 'patient';
  /** Whether the verb takes an object always, so that without one it is passive: *three killed in clash*. */
  readonly transitive: boolean;
  readonly sense: EventSense;
  /** What may undergo it; with anything else the word means something else. Empty: anything. */
  readonly patients: readonly PatientKind[];
}

/**
 * How a furniture rule applies: to a whole line, to a short line that starts so, to the start of a line that
 * goes on as prose, to the tail of a caption, to an embedded post and what follows it up to its signature; `label`
 * to a whole line that starts so, sentence or not; `caption` to what announces a caption; `sign-off` to brackets at the
 * end of a paragraph.
 */
export const FURNITURE_PLACES = [
  'line',
  'line-start',
  'label',
  'prefix',
  'caption',
  'credit',
  'sign-off',
  'embed',
] as const;
export type FurniturePlace = (typeof FURNITURE_PLACES)[number];

export interface FurnitureForm {
  readonly rule: string;
  readonly where: readonly FurniturePlace[];
  readonly maxWords: number;
}

/** House style: `same` forms of one `group` are spellings, `optional` words may be there or not (*Mr*), `agent` words are *by*. */
export interface VariantForm {
  readonly as: 'same' | 'optional' | 'agent';
  readonly group: string;
}

/** A loaded word; one of a class with `judges: false` is merely grave. */
export interface LoadedForm {
  readonly class: string;
  readonly judges: boolean;
  /** Whether its words count in any context; else the context decides. */
  readonly always: boolean;
}

/** What a word about a claim does: it lends the claim certainty, or withholds it, or leaves it to the source. */
export const CERTAINTY_EFFECTS = ['lends', 'leaves', 'withholds'] as const;
export type CertaintyEffect = (typeof CERTAINTY_EFFECTS)[number];

/** As the word that reports a claim (*admitted*), next to it in the outlet's own words (*falsely*), or as its source (*the poll*). */
export const CERTAINTY_PLACES = ['cue', 'beside', 'source'] as const;

export interface CertaintyForm {
  readonly class: string;
  readonly effect: CertaintyEffect;
  readonly at: readonly (typeof CERTAINTY_PLACES)[number][];
}

/** A form found in a text: character offsets, and word indexes `[first, last)` into `Words`. */
export interface Match<T> extends Span {
  readonly first: number;
  readonly last: number;
  readonly value: T;
  /** The form as the lexicon writes it. */
  readonly form: string;
}

/** Finds the forms of one kind. Leftmost, then longest; matches do not overlap; `except` forms are dropped. */
export interface Matcher<T> {
  find(words: Words, from: number, to: number, accepts?: (value: T) => boolean): Match<T>[];
  /** As `find`, with the exceptions, which have no value. */
  withExceptions(words: Words, from: number, to: number): Match<T | undefined>[];
  /** Every form, also where forms overlap. */
  every(words: Words, from: number, to: number): Match<T>[];
}

/** How often an article names each topic that it is on, by the id of the terminology lexicon. */
export type Topics = ReadonlyMap<string, number>;

/**
 * Finds labels as a `Matcher` does. Lexicons that say what they are about count, their exceptions too, only if their topic
 * is among the topics; a form of several is taken as that of the topic which is named most. Without topics all count.
 */
export interface LabelMatcher {
  find(words: Words, from: number, to: number, topics?: Topics): Match<LabelForm>[];
}

export interface Lexicons {
  readonly files: readonly LexiconFile[];
  /** Cuts a text into the units that forms are matched on, numbered in the vocabulary of these lexicons. */
  words(text: string): Words;
  readonly parties: ReadonlyMap<string, Party>;
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly party: Matcher<PartyForm>;
  /** Political parties by the letters that mark their members: R in *(R-Ohio)*. */
  readonly partyTags: ReadonlyMap<string, string>;
  readonly label: LabelMatcher;
  /** Finds what terminology lexicons are about; the value is the ids of those that a form is listed in. */
  readonly topic: Matcher<readonly string[]>;
  readonly polarity: Matcher<PolarityForm>;
  readonly cue: Matcher<CueForm>;
  readonly role: Matcher<RoleForm>;
  readonly event: Matcher<EventForm>;
  readonly furniture: Matcher<FurnitureForm>;
  readonly sentiment: SentimentWeights;
  readonly variant: Matcher<VariantForm>;
  readonly loaded: Matcher<LoadedForm>;
  readonly loadedWeights: LoadedWeights;
  readonly certainty: Matcher<CertaintyForm>;
  /** Endings of words that are spellings of each other, such as `ise` and `ize`. */
  readonly endings: readonly (readonly [string, string])[];
  /** In small letters. */
  readonly names: Readonly<Record<NameWord, ReadonlySet<string>>>;
  /** Words for one office, in small letters: by each, the others of its group. */
  readonly sameOffices: ReadonlyMap<string, ReadonlySet<string>>;
  /** Given names that may be one person's, in small letters: by each, the others of its groups. */
  readonly nicknames: ReadonlyMap<string, ReadonlySet<string>>;
  /** In small letters. */
  readonly grammar: Readonly<Record<GrammarClass, ReadonlySet<string>>>;
  readonly facts: ReadonlyMap<string, Fact>;
  /** The forms of facts that a stretch of words reports; a stretch is a sentence. */
  factsIn(words: Words, from: number, to: number): Match<string>[];
}
