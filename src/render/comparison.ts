import type { BlockContent } from 'mdast';
import { VOICES } from '../model/article.js';
import { type Estimate, LEAST_CASES, type OutletProfile, type Report } from '../model/profile.js';
import { certaintyCell } from './certainty.js';
import { coverageSection } from './coverage.js';
import { differencesSection, glanceRows, wordsOfDifference } from './differences.js';
import { Estimates, labelCell, labelsInUse, subjectsOf } from './estimates.js';
import { JUDGING, loadedCell } from './loaded.js';
import { heading, type Inline, link, matrix, page, paragraph, table } from './markdown.js';
import { methodSection } from './method.js';
import { sharedCopySection, sharedHead } from './shared-copy.js';
import {
  labelName,
  listOf,
  ofBase,
  partyName,
  percent,
  plural,
  signed,
  titleOf,
  VOICE_NAMES,
} from './words.js';

const MOST_ORDERS = 12;

/**
 * Several outlets side by side.
 *
 * @param pages the file of each outlet's own page, if there is one
 * @param stories the file of each story's own comparison, if several are pooled
 */
export function renderComparison(
  report: Report,
  pages: ReadonlyMap<string, string> = new Map(),
  stories: ReadonlyMap<string, string> = new Map(),
): string {
  return page([
    ...comparisonOf(report, pages, stories),
    ...methodSection(
      report,
      report.profiles.flatMap(({ articles }) => articles),
    ),
  ]);
}

/** What stands in a comparison before it says how it was made. */
export function comparisonOf(
  report: Report,
  pages: ReadonlyMap<string, string> = new Map(),
  stories: ReadonlyMap<string, string> = new Map(),
): BlockContent[] {
  const { profiles, pooled } = report;
  const columns = profiles.map(({ outlet }) => outlet);
  const estimates = profiles.map(profile => new Estimates(profile));
  const several = (pooled?.stories.length ?? 0) > 1;
  const title = several ? plural(pooled?.stories.length ?? 0, 'story', 'stories') : titleOf(report.story);
  return [
    heading(1, `${title}: ${plural(profiles.length, 'outlet')} side by side`),
    ...storiesRead(report, stories),
    paragraph(sharedHead(report)),
    ...differencesSection(report),
    ...wordsOfDifference(report),
    heading(2, 'At a glance'),
    paragraph(
      'In the outlets’ own words, but for statements and polarity, which are over all voices; text that outlets share is counted for each of them.',
    ),
    matrix('', columns, glanceRows(report)),
    heading(2, 'What was read'),
    population(profiles, pages),
    paragraph(
      profiles.every(({ articles }) => articles.length === 1)
        ? 'With one article an outlet, most differences below cannot be supported: they show what stands in these articles, not how an outlet usually writes. '
        : '',
      'A difference between outlets is no judgement of truth or intent. Text that outlets share is counted for each of them.',
    ),
    heading(2, 'Words for contested things'),
    paragraph(
      '“3 of 4” is three of the four namings of the thing in the outlet’s own words. Behind a stroke: in the mouths of others. Between quotation marks: in distancing quotes.',
    ),
    ...terminology(report, columns, estimates),
    heading(2, JUDGING),
    paragraph(
      'Loaded words in the outlet’s own words: how many count as loaded, in brackets per thousand. What is only grave does not count.',
    ),
    matrix('', columns, [['loaded words, own words', ...estimates.map(loadedCell)]]),
    heading(2, 'Who is on stage'),
    partyTable(
      report,
      { measure: 'visibility.mentions', voice: 'outlet' },
      'share of mentions, own words',
      columns,
      estimates,
      (each, party) => {
        const mine = each.of('visibility.mentions', party, 'outlet');
        return mine === undefined ? '–' : `${percent(mine.value)} (${ofBase(mine)})`;
      },
    ),
    ...firsts(report),
    heading(2, 'Who speaks'),
    partyTable(
      report,
      { measure: 'attribution.statements', voice: 'any' },
      'attributed statements; quoted words',
      columns,
      estimates,
      (each, party) => {
        const statements = each.of('attribution.statements', party, 'any');
        const words = each.of('attribution.words', party, 'any');
        return statements === undefined ? '–' : `${ofBase(statements)}; ${ofBase(words)}`;
      },
    ),
    heading(2, 'Whose claims they vouch for'),
    paragraph(
      '“1 / 3 of 9”: of nine claims of the party that the outlet reports with a word of its own, it lends certainty to one and withholds it from three.',
    ),
    partyTable(
      report,
      { measure: 'certainty.lent', voice: 'any' },
      'claims lent / withheld',
      columns,
      estimates,
      certaintyCell,
    ),
    heading(2, 'Who acts, and who is acted on'),
    paragraph(
      'Harms told as done, in the outlet’s own words: how many of them the party does, how many are done to it, and in how many of those no doer is named.',
    ),
    partyTable(
      report,
      { measure: 'agency.doer', voice: 'outlet' },
      'does the harm',
      columns,
      estimates,
      (each, party) => ofBase(each.of('agency.doer', party, 'outlet')),
    ),
    partyTable(
      report,
      { measure: 'agency.sufferer', voice: 'outlet' },
      'is harmed; no doer named',
      columns,
      estimates,
      (each, party) => {
        const harmed = each.of('agency.sufferer', party, 'outlet');
        const nobody = each.of('agency.no-doer', party, 'outlet');
        return nobody === undefined ? ofBase(harmed) : `${ofBase(harmed)}; ${ofBase(nobody)}`;
      },
    ),
    heading(2, 'How the parties are evaluated'),
    paragraph(
      `Mean polarity of the mentions of a party, from −1 to +1, with their number and, from ${LEAST_CASES} on, its 95% interval: in the outlet’s own words; behind the stroke, by name in ` +
        'all voices together. The classifier cannot see who is mentioned. ',
      toldOrders(report),
    ),
    partyTable(
      report,
      { measure: 'sentiment.portrayal', voice: 'any' },
      'mean polarity, own / all',
      columns,
      estimates,
      (each, party) => {
        const cell = (estimate: Estimate | undefined): string =>
          estimate === undefined
            ? '–'
            : estimate.denominator < LEAST_CASES
              ? `${signed(estimate.value)} (${estimate.denominator})`
              : `${signed(estimate.value)} (${signed(estimate.low)} to ${signed(estimate.high)}; ${estimate.denominator})`;
        return `${cell(each.of('sentiment.polarity', party, 'outlet'))} / ${cell(each.of('sentiment.portrayal', party, 'any'))}`;
      },
    ),
    ...sharedCopySection(report),
    ...(several ? [] : coverageSection(report)),
  ];
}

/** Which stories were read, and which were not since some outlet does not cover them. */
function storiesRead({ pooled, profiles }: Report, pages: ReadonlyMap<string, string>): BlockContent[] {
  if (pooled === undefined) return [];
  const nameOf = (story: string): Inline => {
    const file = pages.get(story);
    return file === undefined ? titleOf(story) : link(file, titleOf(story));
  };
  const named = (stories: readonly Inline[]): Inline[] =>
    stories.flatMap((each, i) => [i === 0 ? '' : '; ', each]);
  const both = profiles.length === 2 ? 'both outlets cover' : 'all outlets cover';
  return [
    ...(pooled.stories.length > 1
      ? [
          paragraph(
            `Pooled over the stories that ${both}: `,
            ...named(pooled.stories.map(nameOf)),
            '. What each reports or does not is asked story by story.',
          ),
        ]
      : []),
    ...(pooled.others.length > 0
      ? [
          paragraph(
            `Not mixed in, since not ${both} them: `,
            ...named(pooled.others.map(({ story, outlets }) => [nameOf(story), ` (${listOf(outlets)})`])),
            '.',
          ),
        ]
      : []),
  ];
}

/** Which orders of two outlets toward a party can be told, and how many cannot. */
function toldOrders(report: Report): string {
  const all = report.comparison.contrasts.filter(({ measure }) => measure.toldIf !== undefined);
  const told = all.filter(({ verdict }) => verdict !== 'cannot tell');
  const lines = told.slice(0, MOST_ORDERS).map(({ subject, left, right, difference }) => {
    const [kinder, harder] = difference > 0 ? [left, right] : [right, left];
    return `${kinder.outlet} is more positive toward ${partyName(report, subject)} than ${harder.outlet}`;
  });
  return (
    `Of ${plural(all.length, 'pair')} of outlets and parties the order of ${all.length - told.length} cannot be told` +
    (lines.length === 0 ? '.' : `; ${lines.join('; ')}${told.length > lines.length ? ' …' : ''}.`)
  );
}

function population(profiles: readonly OutletProfile[], pages: ReadonlyMap<string, string>): BlockContent {
  return table(
    ['outlet', 'articles', 'words', ...VOICES.map(voice => VOICE_NAMES[voice]), 'agency'],
    profiles.map(({ outlet, articles }) => {
      const words = VOICES.map(voice => articles.reduce((sum, article) => sum + article.words[voice], 0));
      const target = pages.get(outlet);
      const agencies = [...new Set(articles.flatMap(({ agency }) => (agency === undefined ? [] : [agency])))];
      return [
        target === undefined ? outlet : link(target, outlet),
        String(articles.length),
        String(words.reduce((sum, each) => sum + each, 0)),
        ...words.map(String),
        agencies.length === 0 ? '–' : listOf(agencies),
      ];
    }),
  );
}

function terminology(
  report: Report,
  columns: readonly string[],
  estimates: readonly Estimates[],
): BlockContent[] {
  const concepts = subjectsOf(report, 'terminology.lean');
  if (concepts.length === 0) return [paragraph('None of the concepts in the terminology lexicons is named.')];
  return concepts.flatMap(concept => {
    const { gloss, labels = [] } = report.lexicons.concepts.get(concept) ?? {};
    return [
      heading(3, gloss ?? concept),
      matrix(
        'label',
        columns,
        labelsInUse(report, concept).map(label => {
          const favours = labels.find(({ id }) => id === label)?.favours;
          const name = labelName(report, concept, label);
          return [
            favours === undefined ? name : `${name} (favours ${partyName(report, favours)})`,
            ...estimates.map(each => labelCell(each, concept, label)),
          ];
        }),
      ),
    ];
  });
}

/** A row for each party that anybody has something of, in that voice. */
function partyTable(
  report: Report,
  { measure, voice }: { readonly measure: string; readonly voice: Estimate['voice'] },
  head: string,
  columns: readonly string[],
  estimates: readonly Estimates[],
  cell: (each: Estimates, party: string) => string,
): BlockContent {
  const isThere = (party: string): boolean =>
    estimates.some(each => (each.of(measure, party, voice)?.evidence.length ?? 0) > 0);
  return matrix(
    head,
    columns,
    subjectsOf(report, measure)
      .filter(isThere)
      .map(party => [partyName(report, party), ...estimates.map(each => cell(each, party))]),
  );
}

function firsts(report: Report): BlockContent[] {
  const named = report.profiles.map(profile => {
    const first = profile.estimates
      .filter(({ measure, evidence }) => measure === 'visibility.first' && evidence.length > 0)
      .map(
        ({ subject, evidence, denominator: base }) =>
          `${partyName(report, subject)}${base > 1 ? ` in ${evidence.length} of ${base}` : ''}`,
      );
    return `${profile.outlet}: ${first.length === 0 ? 'nobody' : listOf(first)}`;
  });
  return [paragraph('Named first: ', `${named.join('; ')}.`)];
}
