/** Whom a word of praise or blame judges, kind by kind; `word > who` for each that is sure. */
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../src/documents.js';
import type { Lexicons } from '../src/index.js';
import { article, lexicons } from './helpers.js';

let given: Lexicons;
beforeAll(async () => {
  given = await lexicons();
});

const appraisalsOf = (text: string): string[] => {
  const { appraisals } = parse(article(text), given);
  return appraisals
    .filter(({ negated, hypothetical }) => !negated && !hypothetical)
    .flatMap(({ span, judged }) =>
      judged.map(
        ({ span: who }) => `${text.slice(span.start, span.end)} > ${text.slice(who.start, who.end)}`,
      ),
    );
};

describe('whom a word judges', () => {
  it.each([
    ['own deed', 'Mirsol lied to the court.', 'lied to > Mirsol'],
    ['accused of a deed', 'Deputies accused Mirsol of misleading the court.', 'misleading > Mirsol'],
    [
      'accused of a deed, by an office',
      'Mirsol accused the governor of lying to the court.',
      'lying to > the governor',
    ],
    [
      'accused of a deed, adverbs between',
      'Deputies accused Mirsol of knowingly and openly deceiving the court.',
      'deceiving > Mirsol',
    ],
    ['alleged deed', 'The paper printed allegations that Mirsol deceived the court.', 'deceived > Mirsol'],
    ['adverb of manner', 'Mirsol falsely claimed victory.', 'falsely > Mirsol'],
    ['joined deeds', 'Mirsol packed his desk and deceived the court.', 'deceived > Mirsol'],
    ['demand', 'Deputies urged Mirsol to resign.', 'to resign > Mirsol'],
    ['standing', 'Mirsol came under fire on Monday.', 'came under fire > Mirsol'],
    ['predicate', 'Mirsol is reckless.', 'reckless > Mirsol'],
    ['predicate noun', 'Mirsol is a hypocrite.', 'hypocrite > Mirsol'],
    ['predicate in marks', 'Mirsol’s plan is a “big mistake.”', 'mistake > Mirsol’s plan'],
    ['one of several', 'Mirsol is one of the most reckless deputies.', 'reckless > Mirsol'],
    ['not only', 'Mirsol is not only reckless.', 'reckless > Mirsol'],
    ['attribute', 'Voters met the reckless Mirsol.', 'reckless > the reckless Mirsol'],
    ['what somebody has', 'Voters are tired of Mirsol’s hypocrisy.', 'hypocrisy > Mirsol'],
    ['what somebody has, behind it', 'Voters are tired of the hypocrisy of Mirsol.', 'hypocrisy > Mirsol'],
    ['name called', 'Deputies called Mirsol a hypocrite.', 'hypocrite > Mirsol'],
    ['name called, with as', 'Deputies described Mirsol as a reckless man.', 'reckless > Mirsol'],
    ['name called, of a plan', 'Deputies called Mirsol’s plan reckless.', 'reckless > Mirsol’s plan'],
    ['blame', 'Deputies criticized Mirsol.', 'criticized > Mirsol'],
    ['blame in the passive', 'Mirsol was widely criticized.', 'criticized > Mirsol'],
    ['blame of what somebody has', 'Deputies criticized Mirsol’s plan.', 'criticized > Mirsol’s plan'],
    ['attack with a reason', 'Deputies attacked Mirsol over the tax.', 'attacked > Mirsol'],
    ['feeling toward', 'Voters are wary of Mirsol.', 'wary of > Mirsol'],
    ['praise', 'Deputies hailed Mirsol on Monday.', 'hailed > Mirsol'],
  ])('%s: %s', (_, text, expected) => {
    expect(appraisalsOf(text)).toContain(expected);
  });

  it.each([
    ['a wish', 'Mirsol vowed to deceive nobody.'],
    ['a demand that may fail', 'Mirsol is unlikely to resign.'],
    ['a denial', 'Mirsol denied deceiving the court.'],
    ['no such deed', 'Mirsol never deceived the court.'],
    ['what was done to somebody', 'Voters met the emboldened Mirsol.'],
    ['who accuses', 'The clerk was accused of misconduct by Mirsol.'],
    ['who accuses whom', 'She met a clerk whom Mirsol accused of fraud.'],
    ['whom others attacked', 'The raids against Mirsol were reckless.'],
    ['another noun', 'The corruption inquiry of Mirsol goes on.'],
    ['somebody else’s triumph', 'Mirsol is the rival’s greatest triumph.'],
    ['what one does oneself', 'It was a hall full of cheering Mirsol voters.'],
    ['what one may do', 'There are concerns about Mirsol keeping the money.'],
    ['who is reacted to', 'The plan met a backlash from Mirsol.'],
    ['an endorsement that is taken back', 'She withheld her endorsement of Mirsol.'],
    ['an attack with arms', 'Rebels attacked Mirsol on Monday.'],
    ['doubts that are gone', 'The vote dispelled doubts about Mirsol.'],
    ['a demand that is turned down', 'The governor dismissed calls for Mirsol to resign.'],
    ['an invitation', 'The governor welcomed Mirsol to sign the letter.'],
    ['victims', 'Mirsol and others are being robbed, beaten, and persecuted.'],
  ])('%s judges nobody: %s', (_, text) => {
    expect(appraisalsOf(text).filter(each => / > .*Mirsol/.test(each))).toEqual([]);
  });
});
