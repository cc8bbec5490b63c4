import Table from 'cli-table3';
import type { Report } from '../model/profile.js';
import { Estimates, labelCell, labelsInUse, subjectsOf } from '../render/estimates.js';
import { loadedCell } from '../render/loaded.js';
import { labelName, ofBase, partyName, plural, signed, titleOf } from '../render/words.js';
import type { Io } from './io.js';

/** Two outlets in the terminal: one table, a row for each thing that either of them did. */
export function sideBySide(report: Report, io: Io): string {
  const columns = report.profiles.map(profile => new Estimates(profile));
  const wide = Math.max(18, Math.floor((Math.min(io.width, 120) - 46) / columns.length));
  const table = new Table({
    head: ['', ...report.profiles.map(({ outlet }) => outlet)],
    colWidths: [42, ...columns.map(() => wide)],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  const section = (title: string): void => {
    table.push([{ colSpan: columns.length + 1, content: io.style('bold', title) }]);
  };
  section('Words for contested things (own words / in the mouths of others “in distancing quotes”)');
  for (const concept of subjectsOf(report, 'terminology.lean')) {
    const gloss = report.lexicons.concepts.get(concept)?.gloss ?? concept;
    table.push([{ colSpan: columns.length + 1, content: io.style('dim', gloss) }]);
    for (const label of labelsInUse(report, concept))
      table.push([
        `  ${labelName(report, concept, label)}`,
        ...columns.map(column => labelCell(column, concept, label)),
      ]);
  }
  section('Words that judge');
  table.push(['loaded words of own words (per thousand)', ...columns.map(loadedCell)]);
  section('Mentions in own words');
  for (const party of subjectsOf(report, 'visibility.mentions'))
    table.push([
      partyName(report, party),
      ...columns.map(each => ofBase(each.of('visibility.mentions', party, 'outlet'))),
    ]);
  section('Attributed statements; words between quotation marks');
  for (const party of subjectsOf(report, 'attribution.statements'))
    table.push([
      partyName(report, party),
      ...columns.map(
        each =>
          `${ofBase(each.of('attribution.statements', party, 'any'))}; ${ofBase(each.of('attribution.words', party, 'any'))}`,
      ),
    ]);
  section('Mean polarity of mentions in own words');
  for (const party of subjectsOf(report, 'sentiment.polarity'))
    table.push([
      partyName(report, party),
      ...columns.map(each => {
        const estimate = each.of('sentiment.polarity', party, 'outlet');
        return estimate === undefined
          ? '–'
          : `${signed(estimate.value)} (${plural(estimate.base, 'mention')})`;
      }),
    ]);
  const settled = report.comparison.contrasts.filter(
    ({ verdict, voice, measure }) =>
      verdict !== 'cannot tell' &&
      (voice === 'outlet' || voice === 'any') &&
      measure.id !== 'terminology.lean',
  );
  return (
    `${io.style('bold', `${titleOf(report.story)}: ${report.profiles.map(({ outlet }) => outlet).join(' and ')}`)}\n${table.toString()}\n` +
    (settled.length === 0
      ? 'No difference can be told from chance: there is too little text.\n'
      : `${plural(settled.length, 'difference')} can be told from chance; see --out for the page with the details.\n`) +
    'A difference is no judgement of truth or intent.\n'
  );
}
