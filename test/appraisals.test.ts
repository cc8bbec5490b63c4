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
    ['gerund behind as', 'Mirsol viewed the sale as betraying the crews.', 'betraying > the sale'],
    [
      'gerund behind as, a plan',
      'Deputies viewed Mirsol’s speech as betraying the crews.',
      'betraying > Mirsol’s speech',
    ],
    ['what somebody made', 'The speech by Mirsol was reckless.', 'reckless > The speech by Mirsol'],
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
    ['a case that goes on', 'The clerk reopened the case against Mirsol.'],
    ['cases that are handled', 'A judge will no longer handle the cases against Mirsol.'],
    ['hearings', 'The court put off hearings in the lawsuit against Mirsol.'],
    ['a trial', 'The trial of the charges against Mirsol is set for May.'],
    ['a file', 'The archive has papers on the complaint against Mirsol.'],
    [
      'some who boo',
      'When the anthem was played, some of the Mirsol voters in the hall booed, but not for long.',
    ],
    ['some who jeer', 'As the speech ended, many of the Mirsol voters in the hall jeered.'],
    ['a few who heckle', 'On Monday a few of the Mirsol voters heckled.'],
    ['several who boo', 'Several of the Mirsol voters booed, and two left.'],
    ['most who boo', 'At noon most of the Mirsol voters booed.'],
    ['what one endures', 'Mirsol has endured decades of broken promises.'],
    ['what one suffers', 'Mirsol suffered years of failed plans.'],
    ['what one faces', 'Mirsol faced a wave of reckless lies.'],
    ['what one sits through', 'Mirsol sat through hours of shameful speeches.'],
    ['what befalls one', 'Mirsol lived with months of botched repairs.'],
    ['how one sees a thing', 'Mirsol viewed the sale as abandoning the crews.'],
    ['how one sees a vote', 'Mirsol saw the vote as betraying farmers.'],
    ['how one describes a deal', 'Mirsol described the deal as deceiving the town.'],
    ['how one regards a bill', 'Mirsol regarded the bill as undermining the court.'],
    ['how one dismisses an order', 'Mirsol dismissed the order as violating the charter.'],
    ['an aim', 'Mirsol seemed focused more on winning over young voters.'],
    ['an aim, plainly', 'Mirsol is focused on winning over farmers.'],
    ['an intent', 'Mirsol was intent on deceiving nobody.'],
    ['a bent', 'Mirsol is bent on winning over the crews.'],
    ['steps', 'Mirsol worked toward winning over the council.'],
    ['what somebody set', 'The tax set by Mirsol is reckless.'],
    ['what somebody is born as', 'The aid paid to children born as Mirsol heirs is shameful.'],
    ['somebody’s nightmare', 'Tom Hale is Mirsol’s worst nightmare.'],
    ['somebody’s triumph, in marks', 'Tom Hale: Ann Dorn ‘is Mirsol’s greatest triumph’'],
    ['whose findings expose another', 'The findings of Mirsol exposed you as having deceived the court.'],
    ['who hands out a prize', 'Mirsol awarded the medal to a clerk.'],
    ['victims', 'Mirsol and others are being robbed, beaten, and persecuted.'],
  ])('%s judges nobody: %s', (_, text) => {
    expect(appraisalsOf(text).filter(each => / > .*Mirsol/.test(each))).toEqual([]);
  });
});
