import type { Method } from '../model/evidence.js';

/** How shared copy is found, as `method.md` says it. */
export const SHARED_COPY: Method = {
  name: 'Shared copy',
  question: 'What does an outlet change in sentences that others also run?',
  method:
    'Sentences of two outlets are aligned word by word if they share runs of three words. They are one piece of copy if two thirds of ' +
    'their words are the same in the same order, or half of them in long runs; parts of sentences need twelve such words, seven in ten of the ' +
    'stretch. Punctuation and capitals are no edits; spellings that the variants lexicons list are called house style. If hardly anything but ' +
    'quoted words, and who spoke them, is in common, it is shared speech, unless the sentence before or after is copy too. The share of an ' +
    'article is its words in such stretches, without edited words.',
  limits:
    'It shows that two outlets have the same words, not who had them first. Copy that was rewritten throughout is not seen. What an edit touches ' +
    'is judged by the lexicons.',
  reference:
    'Clough, Gaizauskas, Piao and Wilks (2002), METER: measuring text reuse, ACL; Myers (1986), An O(ND) difference algorithm, Algorithmica 1.',
};
