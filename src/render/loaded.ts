import type { BlockContent } from 'mdast';
import { VOICES } from '../model/article.js';
import type { Evidence } from '../model/evidence.js';
import type { Estimate, Report } from '../model/profile.js';
import { type Estimates, pooled } from './estimates.js';
import { passage, passageList, type Texts } from './kwic.js';
import { anchor, code, type Inline, link, paragraph, strong, table } from './markdown.js';
import { countOf, listOf, ofBase, plural, tally, VOICE_NAMES } from './words.js';

export const JUDGING = 'Words that judge';

const MEASURE = 'loaded.words';
const SUBJECT = 'text';
/** Words that are named at the top, and from how many on they are worth a line there. */
const MOST_NAMED = 4;
const WORTH_A_LINE = 3;
/** Words of others that are named, the most frequent first. */
const MOST_CARRIED = 60;

/** Loaded words of the outlet’s own, one estimate a voice. */
const of = (estimates: Estimates, voice: (typeof VOICES)[number]): Estimate | undefined =>
  estimates.of(MEASURE, SUBJECT, voice);

const perThousand = (count: number, base: number): string =>
  base === 0 ? '–' : ((1000 * count) / base).toFixed(1);

/** `7 of 312 (22.4)`: loaded words, words, loaded words per thousand. */
export function loadedCell(estimates: Estimates): string {
  const mine = of(estimates, 'outlet');
  return mine === undefined ? '–' : `${ofBase(mine)} (${perThousand(countOf(mine), mine.denominator)})`;
}

export function loadedFinding(own: Estimates, others: readonly Estimates[]): Inline | undefined {
  const mine = of(own, 'outlet');
  const theirs = pooled(others.map(each => of(each, 'outlet')));
  if (mine === undefined || countOf(mine) < WORTH_A_LINE) return undefined;
  if (theirs.base > 0 && countOf(mine) / mine.denominator <= theirs.count / theirs.base) return undefined;
  const words = byFrequency(mine.evidence)
    .slice(0, MOST_NAMED)
    .map(([term]) => strong(term));
  return [
    `${countOf(mine)} of its ${mine.denominator} own words count as loaded`,
    theirs.base === 0 ? '' : ` (the others: ${theirs.count} of ${theirs.base})`,
    ', such as ',
    ...words.flatMap((word, w) => (w === 0 ? [word] : [', ', word])),
    '. ',
    link(anchor(JUDGING), 'passages'),
  ];
}

/** How many words judge in each voice, which, and why each counts. */
export function loadedSection(
  report: Report,
  own: Estimates,
  others: readonly Estimates[],
  texts: Texts,
): BlockContent[] {
  const mine = of(own, 'outlet');
  if (mine === undefined) return [paragraph('No article of this story has a word that counts as loaded.')];
  const theirs = pooled(others.map(each => of(each, 'outlet')));
  const voices = VOICES.flatMap(voice => {
    const each = of(own, voice);
    return each === undefined ? [] : [{ voice, each }];
  });
  const told = voices.flatMap(({ voice, each }) =>
    voice === 'outlet' || voice === 'scare' ? each.evidence : [],
  );
  const carried = voices.flatMap(({ voice, each }) =>
    voice === 'outlet' || voice === 'scare' ? [] : each.evidence,
  );
  return [
    paragraph(
      'Words by which the writer evaluates what is told, where a plainer one would report it. What is only grave (killed, war) does not count. ',
      howRight(report),
    ),
    table(
      ['whose words', 'loaded', 'per thousand', '95%', 'others’ per thousand'],
      voices.map(({ voice, each }) => [
        VOICE_NAMES[voice],
        ofBase(each),
        perThousand(countOf(each), each.denominator),
        `${(1000 * each.low).toFixed(1)} to ${(1000 * each.high).toFixed(1)}`,
        voice === 'outlet' ? perThousand(theirs.count, theirs.base) : '–',
      ]),
    ),
    ...(told.length === 0
      ? [paragraph('None in its own words.')]
      : passageList(told, each => [strong(each.term), ` (${each.label}) `, passage(each, texts, report)])),
    ...(carried.length === 0
      ? []
      : [
          paragraph(
            `In the mouths of others, not counted above: ${listOf(
              byFrequency(carried)
                .slice(0, MOST_CARRIED)
                .map(([term, n]) => (n === 1 ? term : `${term} ${n}`)),
            )}; the passages stand in `,
            code('data/evidence.jsonl'),
            '.',
          ),
        ]),
  ];
}

const byFrequency = (evidence: readonly Evidence[]): (readonly [string, number])[] =>
  tally(evidence.map(({ term }) => term));

/** The accuracy that a reader must know beside such figures. */
function howRight({ accuracy }: Report): string {
  const figure = accuracy.find(({ title }) => title.startsWith('Words told as loaded'));
  return figure === undefined
    ? ''
    : `On annotated news readers had marked ${Math.round(100 * figure.value)} of 100 words told here (${plural(figure.n, 'word')}): read each with its passage.`;
}
