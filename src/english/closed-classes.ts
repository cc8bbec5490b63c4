/**
 * The closed classes of English, each stated once; wider classes are unions of narrower ones. Open classes stand in
 * lexicons. After Quirk and others (1985), A Comprehensive Grammar of the English Language.
 */
import { union, without, words } from './words.js';

// Pronouns: subject, object, determiner, independent possessive, reflexive

const PARADIGMS = {
  i: 'i me my mine myself',
  we: 'we us our ours ourselves',
  you: 'you you your yours yourself yourselves',
  he: 'he him his his himself',
  she: 'she her her hers herself',
  it: 'it it its its itself',
  they: 'they them their theirs themselves',
  one: 'one one one’s ones oneself',
} as const;
const PERSONS = without(words(Object.keys(PARADIGMS).join(' ')), words('one'));
const nth = (place: number): ReadonlySet<string> =>
  new Set(
    [...PERSONS].map(person => PARADIGMS[person as keyof typeof PARADIGMS].split(' ')[place] as string),
  );

export const HE = words(PARADIGMS.he);
export const SHE = words(PARADIGMS.she);
const IT = words(PARADIGMS.it);
const THEY = words(PARADIGMS.they);
export const FIRST_PERSON = union(words(PARADIGMS.i), words(PARADIGMS.we));
export const SECOND_PERSON = words(PARADIGMS.you);
export const HE_OR_SHE = union(HE, SHE);
export const THIRD_PERSON = union(HE_OR_SHE, IT, THEY);
export const SUBJECT_PRONOUNS = nth(0);
export const OBJECT_PRONOUNS = nth(1);
/** Possessive determiners. */
export const POSSESSIVES = nth(2);
export const REFLEXIVES = union(nth(4), words('yourselves'));
export const PERSONAL_PRONOUNS = union(FIRST_PERSON, SECOND_PERSON, THIRD_PERSON);
/** *He*, *him*, *she*, *her*: without possessives and reflexives. */
export const HE_OR_SHE_ALONE = words('he him she her');
export const THEY_ALONE = words('they them');
/** Subjects that are people. */
export const PERSON_PRONOUNS = without(SUBJECT_PRONOUNS, IT);
export const NOBODY = words('no nobody none neither');
/** Of whom it is told that they said or wished something: neither things nor anybody (*you*). */
export const ACTING_PRONOUNS = words('he she they who');
/** Pronouns that stand for things. */
export const THING_PRONOUNS = words('it this that there what which something nothing');

// Determiners

export const INDEFINITES = words('a an');
export const ARTICLES = union(INDEFINITES, words('the'));
export const DEMONSTRATIVES = words('this that these those');
/** What a noun that takes up something known begins with. */
export const DEFINITES = union(DEMONSTRATIVES, words('the'));
export const DETERMINERS = union(ARTICLES, DEMONSTRATIVES, POSSESSIVES);
/** Of those, what takes up somebody who was named. */
export const DEFINITE = words('the his her their its');
/** Determiners of what was named before. */
export const ANAPHORIC = union(DEFINITE, DEMONSTRATIVES, words('such'));
export const QUANTIFIERS = words(
  'some any no each every all both either neither another such many much more most few several',
);
/** Determiners that may be all there is of a noun phrase. */
export const PRONOMINALS = union(DEMONSTRATIVES, words('all some both each another any'));
/** Quantifiers that stand for people or things by themselves: *some say*, *another said*. */
export const ALONE = words('some many most several others another both all few');
/** What a noun phrase may open with, apart from adjectives. */
export const NOUN_PHRASE_OPENERS = union(DETERMINERS, QUANTIFIERS, words('what which whose'));

/** Before a word for an office: it was held once, and is no longer. */
export const FORMER = words('former ex late onetime erstwhile then');

/** Before a word for an office: another one, below it. */
export const LESSER = words('vice deputy under assistant associate');

// Wh-words, conjunctions

export const WHO_OR_WHICH = words('who which');
export const RELATIVE_SUBJECTS = union(WHO_OR_WHICH, words('that'));
export const RELATIVE_PRONOUNS = union(RELATIVE_SUBJECTS, words('whom whose'));
export const RELATIVES = union(RELATIVE_PRONOUNS, words('where when'));
export const WH_WORDS = words('what which who whom whose where when why how');

/** Before a question that is reported. */
export const QUESTION_OPENERS = words('if whether how why what');
/** What they open may not be so. */
export const CONDITIONALS = words('if whether unless');

export const COORDINATORS = words('and or but nor yet');
/** With *then*, which joins verbs as they do: *stopped, then fled*. */
export const VERB_JOINERS = union(COORDINATORS, words('then'));
export const SUBORDINATORS = union(
  RELATIVES,
  words(
    `because while although though whereas after before since until unless if whether once lest provided whereby as
    despite following amid`,
  ),
);

/** What they open is seldom part of what was wished or done. */
export const REASONS = words('because although though unless whereas while');

/** Before *as*: it compares, and opens no clause of time. */
export const AS_COMPARES = words('as so such same just even');
/** Behind a comma, they take up when it was said. */
export const TIME_OPENERS = words('before as when');
/** At the head of a sentence they open what is only the setting of its main clause. */
export const SETTING_OPENERS = union(TIME_OPENERS, words('after since while once although though whereas'));
/** After a comma these leave what was said, and take up what the writer has to say. */
export const THREAD_OPENERS = words('after according while although though whereas amid following');
/** Behind a comma or alone they join to what was said what the writer has to add. */
export const ADDING = words('and but though although while without');
/** Before a verb: it was not quite done. */
export const APPROXIMATORS = words('almost nearly virtually practically');
/** *either ... or*, *both ... and* */
export const CORRELATIVES = words('either neither both');

/** The commonest conjunctions and relatives that begin another clause. */
export const CLAUSE_BREAKS = union(RELATIVE_SUBJECTS, words('and but because when while after before if'));

// Verbs that help others

const BE_FORMS = words('be am is are was were been being');
const BE_CLITICS = words("'s 're 'm");
export const BE = union(BE_FORMS, BE_CLITICS);
/** Verbs that make a passive as *be* does. */
export const GET_OR_BECOME = words('get gets got getting gotten become becomes became becoming');
export const PASSIVE_AUXILIARIES = union(BE, GET_OR_BECOME);
const HAVE_FORMS = words('have has had having');
const DO_FORMS = words('do does did');
const MODAL_FORMS = words('will would can could may might must shall should');
/** With *wo* and *ca*, which are what *won’t* and *can’t* are cut into. */
export const MODALS = union(MODAL_FORMS, words("ought 'll 'd wo ca"));
/** What they stand before may be so or not: all but *will* and *shall*. */
export const GUESSING = without(MODALS, words("will shall 'll ought wo"));
export const NOT = words("not n't never");
/** After *not*: it is denied only that there is no more to it. */
export const NOT_ONLY = words('only just merely simply');
export const NEGATIONS = union(NOT, NOBODY, words('nor nothing without'));
/** What may stand before a verb and belongs to it. */
export const AUXILIARIES = union(BE, HAVE_FORMS, DO_FORMS, MODALS, NOT, words("'ve"));

// Prepositions, by what they join

/** What says in which events something was done: *killed in the raid*. */
export const EVENT_PREPOSITIONS = words('in during from by after');

/** A capital after one of these is where something happens, not who acts. */
export const PLACE_PREPOSITIONS = words(
  'in at near outside around inside across throughout into via within above beyond nearby central downtown',
);
/** What they begin belongs to the noun before, looked at from its end. */
export const JOINS_NOUN_BEFORE = words('of for in from at with to on');
/** The same looked at from the noun on, where most phrases belong to the verb. */
export const JOINS_NOUN_AFTER = words('of for from at');
/** What ends the core of a noun phrase: *the ministry | of defence*. */
export const AFTER_NOUN = words('of to for on in that who by at from about');
/** After a noun of action: before its patient. */
export const PATIENT_PREPOSITIONS = words('on upon against for to toward towards over at into about with in');
/** Of those, what leads to nothing but a patient: not to where something was done, nor to what it was about. */
export const SURE_PATIENT_PREPOSITIONS = words('of on upon against for to into');
/** After a noun of action: before its agent. */
export const AGENT_PREPOSITIONS = words('by from between');
/** Of those, what leads to one agent. */
export const SURE_AGENT_PREPOSITIONS = words('by from');
/** What *accused* and *warned* join to what it was about. */
export const MATTER_PREPOSITIONS = words('of against about');
/** Behind the agent of a passive they go on with what was done: *was accused by X of theft*. */
export const AFTER_AGENT = words('of for as to');
/** Before what somebody is blamed or praised for doing: *accused of lying*, *criticized over leaving*. */
export const BLAME_LINKS = words('of for with about over by');
/** They lead to what a hearing, a view or a paper is about. */
export const TOPIC_PREPOSITIONS = words('in at over about on');
/** Behind them stands what somebody is after: *focused on winning*. */
export const AIM_PREPOSITIONS = words('on toward towards');
/** Between an attack in words and its reason. */
export const REASON_OPENERS = words('for as over');
/** What joins a noun for speech or a wish to what was said or wished. */
export const NOUN_LINKS = words('for of to on about over against');
/** The most frequent ones, to be told apart from each other. */
export const PREPOSITIONS = ['against', 'from', 'of', 'for', 'with', 'to', 'on', 'about', 'by'] as const;
/** They begin phrases of time and place after a reporting verb. */
export const CIRCUMSTANCE_PREPOSITIONS = words('on at in during to via from after');

// Adverbs, and words for something else than sense

/** Adverbs that may stand between an auxiliary and its verb. */
export const FOCUS_ADVERBS = words('also only just still even');
/** Words that are no content words, whatever their tag. */
export const FUNCTION_WORDS = union(
  PERSONAL_PRONOUNS,
  words('one ones oneself'),
  DETERMINERS,
  without(QUANTIFIERS, words('several')),
  words('none half less least own other others same else'),
  WH_WORDS,
  COORDINATORS,
  words('because while although though whereas if whether unless until than so'),
  words(
    `of in on at by to from with without into onto upon over under between among against about above below before
    after during through across along around behind beside besides beyond despite down up off out near past per like
    via within toward towards amid amongst for since as`,
  ),
  BE,
  HAVE_FORMS,
  DO_FORMS,
  words("done doing 've not n't"),
  MODALS,
  FOCUS_ADVERBS,
  words('too very again ever now once then there here'),
);
/** The most frequent function words of running English; a text almost without them is in another language. */
export const COMMONEST = words(
  `the a an of to in and that for on is was with as by at be it this from are or but not have has had his her its
  their he she they we i you were been will would which who said`,
);

/** A direction or an age before a name makes another name: *New X*, *South X*. */
export const OTHER_PLACE = words('new south north east west upper lower central greater');

// Combining forms

/** What begins a word with a hyphen rather than one without. */
export const BEFORE_HYPHENS = words(
  'self non anti pro ex well ill half all cross mid semi quasi pseudo so one two three four five six seven eight nine ten high low long short far hard left right old new',
);
