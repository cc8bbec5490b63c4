import { VOICES } from '../model/article.js';
import type { Evidence, Measure } from '../model/evidence.js';
import {
  ARTICLES_FOR_CLEAR,
  CLEAR_Q,
  type Contrast,
  type Estimate,
  FEW_ARTICLES,
  LEAST_CASES,
  LIKELY_Q,
  type Sides,
} from '../model/profile.js';
import { plural } from '../model/text.js';
import { differenceOf, type EstimatePair, excludesZero, restsOn } from './contrast.js';
import { pOf } from './interval.js';
import { estimateKey, estimateOf, type MeasuredOutlet } from './profile.js';
import { placeOf } from './shared-text.js';

/** Two estimates with what a verdict on them asks for; shared text excluded. */
export interface JudgedPair extends EstimatePair {
  readonly measure: Measure;
  /** With shared text counted for both. */
  readonly whole: EstimatePair;
  /** Left minus right, of the sums that the measure's `toldIf` names. */
  readonly sums: number;
  readonly outlets: Sides<MeasuredOutlet>;
}

/** Contrasts that are tested together, so that some of them differ by chance. */
export interface TestFamily {
  readonly tested: number;
  readonly q: ReadonlyMap<JudgedPair, number>;
}

type JudgedVerdict = Pick<Contrast, 'verdict' | 'because' | 'robustness'>;

/** A mean as a sum that is comparable over numbers of cases: `sum / sqrt(cases + 2)`. */
export const standardisedSum = ({ numerator, denominator }: Pick<Estimate, 'numerator' | 'denominator'>) =>
  numerator / Math.sqrt(denominator + 2);

/** What the order of two outlets rests on; left minus right, each. */
interface OrderDifferences {
  readonly mean: number;
  readonly standardised: number;
  /** Of the sums of the measure named in `toldIf`. */
  readonly sum: number;
}

/** Whether an order is supported: all agree on it, and the sums lie far enough apart. */
export const isOrderSupported = ({ mean, standardised, sum }: OrderDifferences, leastSum: number): boolean =>
  Math.abs(sum) >= leastSum &&
  Math.sign(mean) === Math.sign(sum) &&
  Math.sign(standardised) === Math.sign(sum);

const leastCases = ({ left, right }: EstimatePair): number => Math.min(left.cases, right.cases);

/** p of no difference, with shared text or without, whichever is greater; unset where a pair is not tested. */
export function pOfPair(pair: JudgedPair): number | undefined {
  const { weak, toldIf } = pair.measure;
  if (weak !== undefined || toldIf !== undefined || leastCases(pair) < LEAST_CASES) return undefined;
  const [without, whole] = [differenceOf(pair), differenceOf(pair.whole)];
  return Math.max(pOf(without.difference, without), pOf(whole.difference, whole));
}

const cannotTell = (because: string): JudgedVerdict => ({
  verdict: 'cannot tell',
  because,
  robustness: undefined,
});

export function judge(pair: JudgedPair, { tested, q: values }: TestFamily): JudgedVerdict {
  const { measure, left, right } = pair;
  if (measure.weak !== undefined) return cannotTell(measure.weak);
  if (measure.toldIf !== undefined) return judgeOrder(pair, measure.toldIf.sumsDiffer);
  const q = values.get(pair);
  if (q === undefined) return cannotTell(tooFew(pair));
  const difference = differenceOf(pair);
  const sign = Math.sign(difference.difference);
  if (!excludesZero(difference, sign)) return cannotTell('the interval includes zero');
  // Excluded, what both have alike weighs for a difference; counted for both, against it: it has to hold either way.
  if (!excludesZero(differenceOf(pair.whole), sign))
    return cannotTell('with shared text counted for both, the interval includes zero');
  if (q > LIKELY_Q) return cannotTell(`after correction for ${tested} comparisons`);
  const judged = robustnessOf(pair, sign);
  if (judged.because !== undefined) return { ...judged, verdict: 'likely' };
  if (Math.min(left.articles, right.articles) < ARTICLES_FOR_CLEAR)
    return { ...judged, verdict: 'likely', because: FEW_ARTICLES };
  if (q > CLEAR_Q) return { ...judged, verdict: 'likely', because: `one of ${tested} contrasts tested` };
  return { ...judged, verdict: 'clear' };
}

const tooFew = (pair: EstimatePair): string => `one outlet has only ${plural(leastCases(pair), 'case')}`;

/** Never better than `likely`: such orders were right about four times in five where the rule was set. */
function judgeOrder(pair: JudgedPair, leastSum: number): JudgedVerdict {
  const { left, right, sums } = pair;
  const differences = {
    mean: left.value - right.value,
    standardised: standardisedSum(left) - standardisedSum(right),
    sum: sums,
  };
  if (!isOrderSupported(differences, leastSum))
    return cannotTell(
      `less than a difference of ${leastSum} in sum, from which on about four orders in five were right`,
    );
  if (leastCases(pair) < LEAST_CASES) return cannotTell(tooFew(pair));
  if (!excludesZero(differenceOf(pair), Math.sign(sums))) return cannotTell('the interval includes zero');
  const because = 'about four in five such rankings were right where this was tested';
  return { verdict: 'likely', because, robustness: undefined };
}

function robustnessOf(pair: JudgedPair, sign: number): Omit<JudgedVerdict, 'verdict'> {
  const rests = restsOn(pair.measure, pair, peersOf(pair));
  const all = withAttributed(pair);
  const attributed = all && excludesZero(differenceOf(all), sign);
  const weaker = [
    rests?.fails === 'order' ? `rests on “${rests.term}” alone` : rests && `not without “${rests.term}”`,
    attributed === false ? 'not with attributed words counted too' : undefined,
  ].filter(each => each !== undefined);
  return {
    robustness: { restsOn: rests?.term, attributed },
    because: weaker.length === 0 ? undefined : weaker.join('; '),
  };
}

/** The observations that the denominator of each side consists of, where it consists of the measure's own. */
function peersOf({ measure, left, right, outlets }: JudgedPair): Sides<Evidence[]> {
  const concept = measure.of === 'label' ? left.subject.slice(0, left.subject.indexOf('/') + 1) : undefined;
  const isPeer = (each: Estimate): boolean =>
    each.measure === measure.id &&
    each.voice === left.voice &&
    (concept !== undefined
      ? each.subject.startsWith(concept)
      : measure.per !== 'naming' || each.subject === left.subject);
  const peers = (side: Estimate, { profile, estimates }: MeasuredOutlet): Evidence[] => {
    const kept = new Set(side.evidence);
    const all = (estimates.get(estimateKey(left)) ?? left).evidence;
    const dropped = new Set(all.filter(each => !kept.has(each)).map(placeOf));
    return profile.estimates
      .filter(isPeer)
      .flatMap(({ evidence }) => evidence.filter(each => !dropped.has(placeOf(each))));
  };
  return { left: peers(left, outlets.left), right: peers(right, outlets.right) };
}

/** Both sides over all voices; nothing where the measure is over all already. */
function withAttributed({
  measure,
  left: { subject, voice },
  outlets,
}: JudgedPair): EstimatePair | undefined {
  if (measure.voices === 'any' || voice !== 'outlet') return undefined;
  const over = ({ profile, articles, estimates }: MeasuredOutlet): Estimate | undefined =>
    estimateOf(
      { outlet: profile.outlet, measure, subject, voice: 'any' },
      articles,
      VOICES.flatMap(
        each => estimates.get(estimateKey({ measure: measure.id, subject, voice: each }))?.evidence ?? [],
      ),
      { voices: VOICES },
    );
  const [left, right] = [over(outlets.left), over(outlets.right)];
  return left === undefined || right === undefined ? undefined : { left, right };
}
