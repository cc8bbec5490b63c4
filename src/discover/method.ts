import {
  APART_Z,
  APART_Z_OF_TITLE,
  FINDING_USES,
  FINDING_Z,
  LEAST_GAP,
  LEAST_USES,
  LEAST_USES_OF_TITLE,
} from '../model/designation.js';
import type { Method } from '../model/evidence.js';
import { LEAST_CASES } from '../model/profile.js';

/** How it is found what outlets call whom, as `method.md` says it. */
export const DESIGNATIONS: Method = {
  name: 'What each outlet calls them',
  question: 'What does each outlet call the people, countries and things that all of them name?',
  method:
    'No lexicon of names is needed. For the sides of the story and for people whom two outlets name: each mention outside headlines with the titles and ' +
    'modifiers before it, apposed descriptions, and offices that lead back to somebody (this president). For things: nouns that stand in the same ' +
    'places (the same words beside them, the same verb or preposition before) and of which most outlets use one; for groups and governments, what ' +
    'stands before or behind the name. Full names and surnames count as one, so do spellings; Mr and the like are house style. An outlet is set apart by a title, a ' +
    `description or a noun that it uses ${LEAST_USES} times or more in its own words, in a share of its mentions at least ${100 * LEAST_GAP} points ` +
    `above that of the others, with a z of ${APART_Z} or more (log-odds ratio with a Dirichlet prior of one use a name); a title needs ${LEAST_USES_OF_TITLE} uses and a z of ${APART_Z_OF_TITLE}; a description that no other outlet ` +
    `uses is listed even if it stands once. A finding needs ${FINDING_USES} uses, a z of ${FINDING_Z}, and ${LEAST_CASES} mentions on either side. All places stand in data/names.csv.`,
  limits:
    'z is not corrected for the number of names compared, and one article seldom has enough mentions. Two nouns in the same places may be two ' +
    'things, how often was not measured: read the passages. Offices (the president) may lead to the wrong person. Descriptions in ' +
    'predicates (X is a hero) and in headlines are not seen.',
  reference:
    'Van Leeuwen (1996), The representation of social actors, in Texts and Practices; Reisigl and Wodak (2001), Discourse and Discrimination (nomination and ' +
    'predication); Monroe, Colaresi and Quinn (2008), Fightin’ Words, Political Analysis 16(4).',
};
