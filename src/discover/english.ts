/** The closed classes of English that tell where a choice of words stands. Open classes are read off the articles. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** What a noun phrase may open with, apart from adjectives. */
export const DETERMINERS = set(
  `the a an this that these those his her its their our my your some any no each every both all either neither
  another many much more most few several such what which whose`,
);

/** Words that join equals: what they join are two things, and no two names of one. */
export const COORDINATORS = set('and or nor but');

/** Function words, and the words of reporting, that say nothing of what stands beside them. */
export const LINKS = set(
  `and or nor but that as than if because while although though whereas when where who whom whose which what how why
  it he she they we i you him them us me there here not n't to also so said say says told`,
);

/** Words of time: they end a noun phrase, *the attack | last week*. */
export const TIMES = set(
  `last next today yesterday tomorrow tonight now early late earlier later ago day days week weeks weekend month months
  year years hour hours minute minutes decade decades morning afternoon evening night
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december jan feb mar apr jun jul aug sept sep oct nov dec`,
);

/** Words for quantity, order, sameness and size, forms of address, and those that stand for any noun: no choice of a name. */
export const NO_CHOICE = set(
  `other others same own such certain various many few several more most less least first second third fourth fifth
  previous former latter current recent new old past future final initial only further additional
  single double total whole entire full half quarter main major big bigger biggest small smaller large larger long
  short high higher highest low lower good better best bad worse worst great greater right left possible likely able
  time times moment period mr mrs ms dr sir sen rep gov gen thing things something anything everything nothing way
  ways lot lots kind sort part parts number numbers percent million billion trillion thousand hundred dozen one ones
  two three four five six seven eight nine ten fact case point end top bottom side sides rest set pair bit sense
  example reason question people man men woman women`,
);
