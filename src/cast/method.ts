import type { Method } from '../model/evidence.js';

/** How the members of a story are found, as `method.md` says it. */
export const CAST: Method = {
  name: 'Cast',
  question: 'Whom is the story about?',
  method:
    'People, bodies, countries and groups are found by their names over all articles of the story together: one member, however many outlets and spellings. ' +
    'What any article says of its office, party or country holds for the story. Where several countries act, who holds an office counts for the ' +
    'country; else people and parties count for themselves. The sides are the two to six members with most claim: their share of the mentions in ' +
    'each outlet, the headlines, and who speaks. data/cast.csv has every member with its side and how often each outlet mentions it, by which words: ' +
    'names, and offices and other nouns that lead to somebody named; no pronouns.',
  limits:
    'Found by rules: two people of one surname may be taken for each other, and a thing for a body. parallax cast prints the members, and a file that it ' +
    'writes corrects them.',
  reference:
    'Hamborg, Zhukova and Gipp (2019), Automated identification of media bias by word choice and labeling in news articles, JCDL.',
};
