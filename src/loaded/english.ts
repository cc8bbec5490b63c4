/** The closed classes of English that tell a word's surroundings. Open classes stand in lexicons. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that are no content words, whatever their tag. */
export const FUNCTION_WORDS = set(
  `a an the this that these those some any each every either neither no none all both half such what which who whom
  whose where when why how if whether because since as while although though unless until than then there here and or
  but nor so yet for of in on at by to from with without into onto upon over under between among against about above
  below before after during through across along around behind beside besides beyond despite down up off out near past
  per like via within toward towards amid amongst i me my mine myself you your yours yourself yourselves he him his
  himself she her hers herself it its itself we us our ours ourselves they them their theirs themselves one ones oneself
  be am is are was were been being have has had having do does did done doing will would can could may might must shall
  should ought not n't 's 've 'd 'll 'm 're also just only even still too very more most much many few less least own
  other others another same else again ever now once`,
);

export const FIRST_PERSON = set('i me my mine myself we us our ours ourselves');
export const SECOND_PERSON = set('you your yours yourself yourselves');
export const NEGATIONS = set("n't not never no nor neither none nobody nothing without");
export const MODALS = set('will would can could may might must shall should ought');
/** What makes the verb after it a noun or what the noun after it is said to be. */
export const DETERMINERS = set('the a an this that these those his her its their our my your');
