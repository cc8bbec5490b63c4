/** Words too general to tell one thing from another. Open classes as such are read off the articles or stand in lexicons. */
import { COORDINATORS, OBJECT_PRONOUNS, POSSESSIVES, SUBJECT_PRONOUNS, WH_WORDS } from './closed-classes.js';
import { union, without, words } from './words.js';

/** Function words, and the words of reporting, that say nothing of what stands beside them. */
export const LINKS = union(
  COORDINATORS,
  WH_WORDS,
  SUBJECT_PRONOUNS,
  without(OBJECT_PRONOUNS, POSSESSIVES),
  words(
    "that as than if because while although though whereas there here not n't to also so said say says told",
  ),
);

/** Words for quantity, order, sameness and size, forms of address, and those that stand for any noun: no rival terms. */
export const NO_TERMS = words(
  `other others same own such certain various many few several more most less least first second third fourth fifth
  previous former latter current recent new old past future final initial only further additional
  single double total whole entire full half quarter main major big bigger biggest small smaller large larger long
  short high higher highest low lower good better best bad worse worst great greater right left possible likely able
  time times moment period mr mrs ms dr sir sen rep gov gen thing things something anything everything nothing way
  ways lot lots kind sort part parts number numbers percent million billion trillion thousand hundred dozen one ones
  two three four five six seven eight nine ten fact case point end top bottom side sides rest set pair bit sense
  example reason question people man men woman women`,
);
