/**
 * Verbs, and some nouns and participles, that settle whose deed another word tells of. They are told apart by how they
 * build a clause and not by what they mean; words for what is done stand in the events lexicons.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/**
 * Verbs whose object is to do what their infinitive says (*urged X to stop*); after Quirk and others (1985), A
 * Comprehensive Grammar of the English Language, 16.50 to 16.64.
 */
export const OBJECT_CONTROL: ReadonlySet<string> = set(
  `ask asks asked asking tell tells told telling urge urges urged urging order orders ordered ordering force
  forces forced forcing allow allows allowed allowing want wants wanted wanting need needs needed needing
  cause causes caused causing permit permits permitted permitting enable enables enabled enabling encourage
  encourages encouraged encouraging lead leads led leading persuade persuades persuaded persuading convince
  convinces convinced convincing compel compels compelled compelling press presses pressed pressing push
  pushes pushed pushing pressure pressured pressuring direct directs directed directing instruct instructs
  instructed instructing advise advises advised advising warn warns warned warning invite invites invited
  inviting require requires required requiring expect expects expected expecting authorize authorizes
  authorized authorizing authorise authorises authorised authorising help helps helped helping beg begs
  begged begging command commands commanded commanding implore implored imploring challenge challenges
  challenged challenging remind reminds reminded reminding teach teaches taught teaching train trains
  trained training pay pays paid paying hire hires hired hiring empower empowers empowered prompt prompts
  prompted prompting forbid forbids forbade forbidden motivate motivated inspire inspires inspired believe
  believed request requests requested requesting appeal appeals appealed appealing recruit recruited send
  sends sent sending`,
);

/** The subject of these keeps what it promises to do itself, although an object stands between: *promised Y to leave*. */
export const PROMISES: ReadonlySet<string> = set(
  `promise promises promised promising threaten threatens threatened vow vows vowed pledge pledges pledged`,
);

/** Such verbs make their subject suffer what their noun says: *faced criticism*. */
export const UNDERGOES: ReadonlySet<string> = set(
  `face faces faced facing suffer suffers suffered suffering receive receives received receiving get gets got
  undergo undergoes underwent sustain sustains sustained survive survives survived surviving endure
  endures endured draw draws drew drawing win wins won winning gain gains gained earn earns earned attract
  attracts attracted`,
);

/** Such verbs make their subject the doer of what their noun says: *launched an attack* (light verbs, Jespersen 1942). */
export const LENDS: ReadonlySet<string> = set(
  `launch launches launched launching begin begins began begun beginning start starts started starting make
  makes made making carry carries carried carrying conduct conducts conducted conducting commit commits
  committed committing mount mounts mounted mounting stage stages staged staging continue continues
  continued continuing resume resumes resumed resuming renew renews renewed step steps stepped stepping
  intensify intensifies intensified give gives gave given giving offer offers offered offering provide
  provides provided providing issue issues issued issuing deliver delivers delivered delivering send sends
  sent sending lead leads led leading wage wages waged waging order orders ordered ordering execute
  executed perpetrate perpetrated inflict inflicts inflicted inflicting cause causes caused causing impose
  imposes imposed imposing file files filed filing level levels leveled levelled express expresses
  expressed expressing voice voices voiced pledge pledges pledged escalate escalates escalated`,
);

/** A clause may follow these without *that*. */
export const REPORTS: ReadonlySet<string> = set(
  `say says said think thinks thought know knows knew believe believes believed claim claims claimed hope
  hopes hoped fear fears feared report reports reported confirm confirms confirmed announce announces
  announced`,
);

/** Nouns after which *that* begins what they say, and takes nothing up. */
export const CONTENT: RegExp =
  /^(?:reports?|claims?|fact|evidence|news|accusations?|allegations?|statements?|belief|signs?|idea|fears?|warnings?|hopes?|denials?|proof|suggestions?|promise|sense|view|word|assurances?)$/;

/** Verbs that join a subject and an adjective, besides *be*. */
export const COPULAS: ReadonlySet<string> = set(
  `seem seems seemed appear appears appeared remain remains remained become becomes became`,
);

/**
 * Participles that say how somebody is minded rather than what was done, unless a doer follows (Quirk and others 1985,
 * 3.76). Those for what somebody feels (*frustrated*) are not here: something brought that about.
 */
export const STATES: ReadonlySet<string> = set(
  `prepared worried focused opposed committed interested concerned determined involved united tempted
  designed supposed inclined disposed dedicated devoted divided poised geared aligned associated related
  accustomed`,
);

/** Going somewhere makes `to` and `from` prepositions of place. */
export const MOTION = set(
  `go goes going went gone come comes coming came fly flies flying flew flown travel travels traveling travelling
  traveled travelled arrive arrives arriving arrived return returns returning returned invite invites inviting
  invited invitation bring brings bringing brought send sends sending sent head heads heading headed move moves
  moving moved visit visits trip trips journey flight flights fled flee flees fleeing depart departed leave left
  summon summoned drive drove way back road route kilometres kilometers miles km`,
);

/** Before *to say*: nothing was said. */
export const DENIALS = set(
  'decline declines declined declining refuse refuses refused refusing fail fails failed failing',
);
