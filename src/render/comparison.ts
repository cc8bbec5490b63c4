import type { BlockContent, RootContent } from 'mdast';
import { VOICES } from '../model/article.js';
import {
  ARTICLES_FOR_CLEAR,
  type Contrast,
  FEW_ARTICLES,
  type OutletProfile,
  type Report,
  SMALLEST_BASE,
} from '../model/profile.js';
import { certaintyCell } from './certainty.js';
import { coverageSection } from './coverage.js';
import { Estimates, labelCell, labelsInUse, subjectsOf } from './estimates.js';
import { JUDGING, loadedCell } from './loaded.js';
import { heading, type Inline, link, list, page, paragraph, strong, table } from './markdown.js';
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

const MOST_CONTRASTS = 12;

/** Several outlets side by side. `pages` gives the file of each outlet's own page, if there is one. */
export function renderComparison(report: Report, pages: ReadonlyMap<string, string> = new Map()): string {
  const { profiles } = report;
  const columns = profiles.map(({ outlet }) => outlet);
  const estimates = profiles.map(profile => new Estimates(profile));
  const content: RootContent[] = [
    heading(1, `${titleOf(report.story)}: ${plural(profiles.length, 'outlet')} side by side`),
    paragraph(sharedHead(report)),
    ...contrastSection(report),
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
      'Loaded words in the outlet’s own words: how many of its words judge, in brackets per thousand. What is only grave does not count.',
    ),
    table(['', ...columns], [['loaded words, own words', ...estimates.map(loadedCell)]]),
    heading(2, 'Who is on stage'),
    partyTable(
      report,
      'visibility.mentions',
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
      'attribution.statements',
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
    partyTable(report, 'certainty.lent', 'claims lent / withheld', columns, estimates, certaintyCell),
    heading(2, 'Who acts, and who is acted on'),
    paragraph(
      'Harms told as done, in the outlet’s own words: how many of them the party does, how many are done to it, and in how many of those no doer is named.',
    ),
    partyTable(report, 'agency.doer', 'does the harm', columns, estimates, (each, party) =>
      ofBase(each.of('agency.doer', party, 'outlet')),
    ),
    partyTable(report, 'agency.sufferer', 'is harmed; no doer named', columns, estimates, (each, party) => {
      const harmed = each.of('agency.sufferer', party, 'outlet');
      const nobody = each.of('agency.no-doer', party, 'outlet');
      return nobody === undefined ? ofBase(harmed) : `${ofBase(harmed)}; ${ofBase(nobody)}`;
    }),
    heading(2, 'How the parties are evaluated'),
    paragraph(
      `Mean polarity of the mentions of a party, from −1 to +1, with their number and, from ${SMALLEST_BASE} on, its 95% interval: in the outlet’s own words; behind the stroke, by name in ` +
        'all voices together. The classifier cannot see who is mentioned. ',
      toldOrders(report),
    ),
    partyTable(
      report,
      'sentiment.polarity',
      'mean polarity, own / all',
      columns,
      estimates,
      (each, party) => {
        const cell = (estimate: Contrast['left'] | undefined): string =>
          estimate === undefined
            ? '–'
            : estimate.base < SMALLEST_BASE
              ? `${signed(estimate.value)} (${estimate.base})`
              : `${signed(estimate.value)} (${signed(estimate.low)} to ${signed(estimate.high)}; ${estimate.base})`;
        return `${cell(each.of('sentiment.polarity', party, 'outlet'))} / ${cell(each.of('sentiment.portrayal', party, 'any'))}`;
      },
    ),
    ...sharedCopySection(report),
    ...coverageSection(report),
    ...methodSection(
      report,
      profiles.flatMap(({ articles }) => articles),
    ),
  ];
  return page(content);
}

/** Which orders of two outlets toward a party can be told, and how many cannot. */
function toldOrders(report: Report): string {
  const all = report.comparison.contrasts.filter(({ measure }) => measure.toldIf !== undefined);
  const told = all.filter(({ verdict }) => verdict !== 'cannot tell');
  const lines = told.slice(0, MOST_CONTRASTS).map(({ subject, left, right, difference }) => {
    const [kinder, harder] = difference > 0 ? [left, right] : [right, left];
    return `${kinder.outlet} is more positive toward ${partyName(report, subject)} than ${harder.outlet}`;
  });
  return (
    `Of ${plural(all.length, 'pair')} of outlets and parties the order of ${all.length - told.length} cannot be told` +
    (lines.length === 0 ? '.' : `; ${lines.join('; ')}${told.length > lines.length ? ' …' : ''}.`)
  );
}

function contrastSection(report: Report): BlockContent[] {
  const telling = report.comparison.contrasts.filter(
    ({ measure, voice }) => isTelling(measure.id) && (voice === 'outlet' || voice === 'any'),
  );
  const settled = telling.filter(({ verdict }) => verdict !== 'cannot tell').toSorted(byStrength);
  const tooFew = telling.filter(({ left, right }) => Math.min(left.base, right.base) < SMALLEST_BASE).length;
  const head = heading(2, 'What differs most');
  if (settled.length === 0)
    return [
      head,
      paragraph(
        `Of ${plural(telling.length, 'contrast')} between two outlets none can be told from chance, ${tooFew} of them because there are too few cases. The tables below show what stands in the articles.`,
      ),
    ];
  const bySubject = new Map<string, Contrast[]>();
  for (const each of settled) {
    const key = `${each.measure.id}\t${each.subject}`;
    bySubject.set(key, [...(bySubject.get(key) ?? []), each]);
  }
  const groups = [...bySubject.values()];
  const shown = groups.slice(0, MOST_CONTRASTS);
  return [
    head,
    list(shown.map(([first, ...others]) => [contrastLine(report, first as Contrast), ...likewise(others)])),
    paragraph(
      (groups.length > shown.length
        ? `${groups.length - shown.length} more stand in data/report.json. `
        : '') +
        `${plural(telling.length, 'contrast')} between two outlets were looked at; ${telling.length - settled.length} cannot be told from chance, ` +
        `${tooFew} of them because there are too few cases. At 95% about one contrast in twenty that has no difference behind it looks like one. ` +
        `No verdict is better than “likely” where an outlet has fewer than ${ARTICLES_FOR_CLEAR} articles.`,
    ),
  ];
}

/** Other pairs of outlets that differ on the same thing. */
function likewise(others: readonly Contrast[]): Inline[] {
  if (others.length === 0) return [];
  const pairs = others.slice(0, 3).map(({ left, right }) => `${left.outlet} and ${right.outlet}`);
  const more =
    others.length > pairs.length ? ` and ${plural(others.length - pairs.length, 'more pair')}` : '';
  return [` So do ${pairs.join('; ')}${more}.`];
}

/** Measures that are worth a sentence: the lean repeats the labels, first naming is one case an article. */
const isTelling = (measure: string): boolean =>
  measure === 'terminology.label' ||
  measure === 'visibility.mentions' ||
  measure === 'attribution.statements' ||
  measure === 'sentiment.portrayal' ||
  measure === 'agency.doer' ||
  measure === 'loaded.words' ||
  measure === 'certainty.lent' ||
  measure === 'certainty.withheld' ||
  measure === 'agency.sufferer';

const byStrength = (a: Contrast, b: Contrast): number =>
  Number(a.verdict !== 'clear') - Number(b.verdict !== 'clear') ||
  b.difference ** 2 / (b.high - b.low) ** 2 - a.difference ** 2 / (a.high - a.low) ** 2;

/** One contrast as a sentence. */
function contrastLine(report: Report, contrast: Contrast): Inline {
  const { measure, left, right, low, high, verdict, because, contributions } = contrast;
  const subject = subjectName(report, contrast);
  const value = (estimate: Contrast['left']): string =>
    measure.kind !== 'mean'
      ? ofBase(estimate)
      : `${signed(estimate.value)} (${plural(estimate.base, 'case')})`;
  const terms = contributions()
    .filter(({ share }) => Math.abs(share) > 0.005)
    .slice(0, 3)
    .map(({ term, share }) => `${term} ${signed(share)}`);
  return [
    strong(`${subject}:`),
    ` ${left.outlet} ${value(left)}, ${right.outlet} ${value(right)}; difference ${signed(contrast.difference)} (${signed(low)} to ${signed(high)}), `,
    strong(verdict),
    because === undefined || because === FEW_ARTICLES ? '' : ` (${because})`,
    terms.length > 1 ? `. By words: ${listOf(terms)}` : '',
    '.',
  ];
}

/** What a contrast is about, in words. */
function subjectName(report: Report, { measure, subject, voice }: Contrast): string {
  const where = voice === 'any' || voice === 'outlet' ? '' : `, ${VOICE_NAMES[voice]}`;
  if (measure.of === 'label') {
    const [concept = '', label = ''] = subject.split('/');
    return `${report.lexicons.concepts.get(concept)?.gloss ?? concept}, ${labelName(report, concept, label)}${where}`;
  }
  if (measure.of === 'concept')
    return `${report.lexicons.concepts.get(subject)?.gloss ?? subject}, lean${where}`;
  if (measure.of === 'text') return `${measure.title}${where}`;
  return `${partyName(report, subject)}, ${measure.title}${where}`;
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
      table(
        ['label', 'favours', ...columns],
        labelsInUse(report, concept).map(label => {
          const favours = labels.find(({ id }) => id === label)?.favours;
          return [
            labelName(report, concept, label),
            favours === undefined ? '–' : partyName(report, favours),
            ...estimates.map(each => labelCell(each, concept, label)),
          ];
        }),
      ),
    ];
  });
}

function partyTable(
  report: Report,
  measure: string,
  head: string,
  columns: readonly string[],
  estimates: readonly Estimates[],
  cell: (each: Estimates, party: string) => string,
): BlockContent {
  return table(
    [head, ...columns],
    subjectsOf(report, measure).map(party => [
      partyName(report, party),
      ...estimates.map(each => cell(each, party)),
    ]),
  );
}

function firsts(report: Report): BlockContent[] {
  const named = report.profiles.map(profile => {
    const first = profile.estimates
      .filter(({ measure, evidence }) => measure === 'visibility.first' && evidence.length > 0)
      .map(
        ({ subject, evidence, base }) =>
          `${partyName(report, subject)}${base > 1 ? ` in ${evidence.length} of ${base}` : ''}`,
      );
    return `${profile.outlet}: ${first.length === 0 ? 'nobody' : listOf(first)}`;
  });
  return [paragraph('Named first: ', `${named.join('; ')}.`)];
}
