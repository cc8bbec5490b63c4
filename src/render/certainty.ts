import type { BlockContent } from 'mdast';
import type { Report } from '../model/profile.js';
import { type Estimates, subjectsOf } from './estimates.js';
import { passage, passageList, type Texts } from './kwic.js';
import { paragraph, strong, table } from './markdown.js';
import { countOf, listOf, ofBase, partyName, tally } from './words.js';

const LENT = 'certainty.lent';
const WITHHELD = 'certainty.withheld';

/** `1 / 4 of 9`: claims that are lent certainty, those from which it is withheld, all that it reports. */
export function certaintyCell(estimates: Estimates, party: string): string {
  const lent = estimates.of(LENT, party, 'any');
  return lent === undefined ? '–' : `${countOf(lent)} / ${ofBase(estimates.of(WITHHELD, party, 'any'))}`;
}

/** Party by party, how many of its claims the outlet vouches for or doubts, by which words. */
export function certaintySection(report: Report, own: Estimates, texts: Texts): BlockContent[] {
  const parties = subjectsOf(report, LENT).filter(party => own.of(LENT, party, 'any') !== undefined);
  if (parties.length === 0) return [paragraph('It reports no claim with a word of its own.')];
  const claims = (measure: string) =>
    parties
      .flatMap(party => own.of(measure, party, 'any')?.evidence ?? [])
      .filter(({ weight }) => weight > 0);
  const words = (measure: string, party: string): string =>
    listOf(
      tally(
        (own.of(measure, party, 'any')?.evidence ?? [])
          .filter(({ weight }) => weight > 0)
          .map(({ term }) => term),
      ).map(([term, n]) => `${term} ${n}`),
    ) || '–';
  const shown = [...claims(LENT), ...claims(WITHHELD)];
  return [
    paragraph(
      'Of the claims that it reports with a word of its own: how many that word, or one beside it, takes for granted or vouches for, and how many it ' +
        'keeps away from. To doubt may be right, and to vouch too.',
    ),
    table(
      ['whose claims', 'lent certainty', 'by', 'certainty withheld', 'by'],
      parties.map(party => [
        partyName(report, party),
        ofBase(own.of(LENT, party, 'any')),
        words(LENT, party),
        ofBase(own.of(WITHHELD, party, 'any')),
        words(WITHHELD, party),
      ]),
    ),
    ...passageList(shown, each => [
      strong(`${partyName(report, each.subject)}: ${each.term}`),
      ` (${each.label}) `,
      passage(each, texts, report),
    ]),
  ];
}
