import type { Method } from '../model/evidence.js';

/** How omissions are found, as `method.md` says it. */
export const COVERAGE: Method = {
  name: 'Coverage',
  question: 'What do others report that an outlet does not?',
  method:
    'Items are the facts that terminology lexicons declare, and what is found in the articles: names (recognised by their capitals), figures, dates, common ' +
    'nouns. Each is searched for in every article in all its forms; its first place is shown. It counts as absent if accents, surnames, initials, abbreviations, derived words, words written as one and rounded numbers do not lead to it either. Ranked first is what most outlets have, early, ' +
    'near a party and a word of harm. All items and forms stand in data/coverage.csv.',
  limits:
    'Words are searched for, not meanings: an outlet that reports a thing in words that are not listed counts as not reporting it, so check ' +
    'the forms. Two people of one surname are one item unless an article names both. That something is not in these articles does not mean ' +
    'that the outlet never reported it.',
  reference:
    'Hamborg, Donnay and Gipp (2019), Automated identification of media bias in news articles, IJDL 20 (commission and omission of information).',
};
