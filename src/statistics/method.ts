import type { Method } from '../model/evidence.js';

/** How contrasts are judged, as `method.md` says it. */
export const CONTRASTS: Method = {
  name: 'Contrasts',
  question: 'On what do two outlets differ, and by which words?',
  method:
    'Articles that an outlet has twice count once. The difference of two pooled values with its interval, and what each term contributes. A difference is reported if its interval excludes ' +
    'zero both with and without text that both ran, and if it is significant among all contrasts at a false discovery rate of .20 ' +
    '(“likely”) or .05 (“clear”). Each is tried again without every lexicon entry in turn, and with attributed words counted too; any failure is ' +
    'reported and, like having fewer than five articles, caps the verdict at “likely”. How much more text it would take is computed from the values as they are.',
  limits:
    'Words of one article depend on each other, so intervals over sentences are somewhat too narrow; those over five articles and more allow for it. A difference that is not significant may still exist.',
  reference:
    'Newcombe (1998), Statistics in Medicine 17, and Zou and Donner (2008), Statistics in Medicine 27 (intervals); Altman and Bland (2011), BMJ 343 ' +
    '(p from an interval); Benjamini and Hochberg (1995), JRSS B 57 (false discovery rate); Rao and Scott (1992), Biometrics 48 (shares over articles).',
};
