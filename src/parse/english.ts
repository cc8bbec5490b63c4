/** The closed classes of English that parsing rests on. Open classes (cues, names, labels) live in lexicons. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** A capital after one of these is where something happens, not who acts. */
export const PLACE_PREPOSITIONS = set(
  'in at near outside around inside across throughout into via within above beyond nearby central downtown',
);

/** Going somewhere makes `to` and `from` prepositions of place. */
export const MOTION = set(
  `go goes going went gone come comes coming came fly flies flying flew flown travel travels traveling travelling
  traveled travelled arrive arrives arriving arrived return returns returning returned invite invites inviting
  invited invitation bring brings bringing brought send sends sending sent head heads heading headed move moves
  moving moved visit visits trip trips journey flight flights fled flee flees fleeing depart departed leave left
  summon summoned drive drove way back road route kilometres kilometers miles km`,
);

/** What follows an abbreviation like these is not a new sentence. */
export const ABBREVIATIONS = set(
  `rev maj adm capt cmdr cpl pvt sgt brig msgr hon fr ph gov sen rep gen col lt mr mrs ms dr prof sens reps
  messrs mt ft dept asst atty supt insp vs approx est fig nos vol`,
);

export const SUBORDINATORS = set(
  `because while although though whereas after before since until unless when if whether once lest provided
  whereby where who whom which whose that as despite following amid`,
);

export const RELATIVES = set('who whom which whose that where when');

export const PERSON_PRONOUNS = set('he she they we i you');

export const DAYS_AND_MONTHS = set(
  `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january
  february march april may june july august september october november december jan jan. feb feb. mar. apr apr.
  aug aug. sept sept. sep oct oct. nov nov. dec dec.`,
);

/** Words that, with numbers and names of days, make up an expression of time between a subject and its verb. */
export const TIME_WORDS = set(
  `today yesterday tomorrow tonight now then earlier later early late last next this that week weeks month months
  year years day days morning afternoon evening night weekend hour hours minutes ago recently on at in the a.m.
  p.m. during previous following same past`,
);

/** Forms of be, have and the modals that may stand before the verb they help. */
export const AUXILIARIES = set(
  `be am is are was were been being have has had having do does did will would can could may might must shall
  should 's 've 'd 'll ’s ’ve ’d ’ll n't n’t not never wo ca`,
);

/** Before *to say*: nothing was said. */
export const DENIALS = set(
  'decline declines declined declining refuse refuses refused refusing fail fails failed failing',
);

export const POSSESSIVES = set('his her its their our my your');

export const MODALS = set("will would can could may might must shall should 'll ’ll 'd ’d");

/** A participle in *-ing*, or what looks like one; *bring* and *king* do not. */
export const ING: RegExp = /[aeiouy].*ing$/;
