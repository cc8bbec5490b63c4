import type { BlockContent } from 'mdast';
import { type Contrast, type Estimate, FEW_ARTICLES, LIKELY_Q, type Report } from '../model/profile.js';
import { topAbsences } from './coverage.js';
import { Estimates, subjectsOf } from './estimates.js';
import { loadedCell } from './loaded.js';
import { code, heading, type Inline, list, paragraph, strong, table } from './markdown.js';
import { topChanges } from './shared-copy.js';
import { countOf, labelName, listOf, ofBase, partyName, plural, signed, VOICE_NAMES } from './words.js';

const MOST_TOLD = 12;
const MOST_UNTOLD = 6;
const MOST_FACTS = 3;
/** Those who are no party say nothing about one. */
const SOMEBODY = 'others';
const MOST_WORDS = 8;
const DIFFERS = 'What differs most, and how sure that is';

/** What sets the outlets apart: first what can be told, then the largest differences that cannot. */
export function differencesSection(report: Report): BlockContent[] {
  const { tested: judged, contrasts } = report.comparison;
  if (report.profiles.length < 2) return [];
  const telling = contrasts.filter(
    ({ measure, voice }) => isTelling(measure.id) && (voice === 'outlet' || voice === 'any'),
  );
  const told = grouped(telling.filter(({ verdict }) => verdict !== 'cannot tell').toSorted(byStrength));
  const facts = [...topChanges(report, MOST_FACTS), ...topAbsences(report, MOST_FACTS)];
  const untold = untoldLines(report, telling, new Set(told.keys()));
  return [
    heading(2, DIFFERS),
    paragraph(
      told.size === 0
        ? `${plural(judged, 'contrast')} between two outlets had enough cases to look at; none can be told from chance. `
        : `${plural(judged, 'contrast')} between two outlets had enough cases to look at; of them ${plural([...told.values()].flat().length, 'difference')} can be told from chance. `,
      `So many looks bring forth differences by themselves, so at most one in ${1 / LIKELY_Q} of those told is expected to be chance (Benjamini and Hochberg 1995). ` +
        'If one does not survive without some lexicon entry, or with carried words counted too, that stands beside it. ' +
        'Where both ran a sentence and have the same in it, a difference has to hold with it and without.',
    ),
    ...(told.size === 0
      ? []
      : [
          list(
            [...told.values()]
              .slice(0, MOST_TOLD)
              .map(([first, ...others]) => [contrastLine(report, first as Contrast), ...likewise(others)]),
          ),
        ]),
    ...(untold.length === 0
      ? []
      : [
          paragraph(
            told.size === 0
              ? 'What stands furthest apart in these articles, as counts and not as a finding:'
              : 'What else stands furthest apart, as counts and not as a finding:',
          ),
          list(untold),
        ]),
    ...(facts.length === 0
      ? []
      : [paragraph('What stands in some articles and not in others, whatever the numbers:'), list(facts)]),
    paragraph(
      'All contrasts, with intervals, verdicts and how they hold, stand in ',
      code('data/contrasts.csv'),
      '.',
    ),
  ];
}

/** Contrasts by what they are about, in their order. */
function grouped(contrasts: readonly Contrast[]): Map<string, Contrast[]> {
  const bySubject = new Map<string, Contrast[]>();
  for (const each of contrasts) {
    const key = keyOf(each);
    const group = bySubject.get(key);
    if (group === undefined) bySubject.set(key, [each]);
    else group.push(each);
  }
  return bySubject;
}

const keyOf = ({ measure, subject }: Contrast): string => `${measure.id}\t${subject}`;

/** Other pairs of outlets that differ on the same thing. */
function likewise(others: readonly Contrast[]): Inline[] {
  if (others.length === 0) return [];
  const pairs = others.slice(0, 3).map(({ left, right }) => `${left.outlet} and ${right.outlet}`);
  const more =
    others.length > pairs.length ? ` and ${plural(others.length - pairs.length, 'more pair')}` : '';
  return [` So do ${pairs.join('; ')}${more}.`];
}

/** The largest differences that cannot be told, one a concept or party, with every outlet's count. */
function untoldLines(report: Report, telling: readonly Contrast[], told: ReadonlySet<string>): Inline[] {
  const open = telling.filter(
    each => !told.has(keyOf(each)) && each.measure.kind !== 'mean' && each.difference !== 0,
  );
  const taken = new Set<string>();
  const lines: Inline[] = [];
  for (const [, [first]] of grouped(open.toSorted(byStrength))) {
    if (first === undefined || lines.length === MOST_UNTOLD) break;
    if (first.subject === SOMEBODY) continue;
    const thing = `${first.measure.id.split('.')[0]}\t${first.subject.split('/')[0]}`;
    if (taken.has(thing)) continue;
    taken.add(thing);
    lines.push(untoldLine(report, first));
  }
  return lines;
}

function untoldLine(report: Report, contrast: Contrast): Inline {
  const { measure, subject, voice, left, right, moreText, because } = contrast;
  const all = report.profiles
    .map(({ outlet, estimates }) => ({
      outlet,
      of: estimates.find(
        each => each.measure === measure.id && each.subject === subject && each.voice === voice,
      ),
    }))
    .filter((each): each is { outlet: string; of: Estimate } => each.of !== undefined)
    .toSorted((a, b) => b.of.value - a.of.value || b.of.denominator - a.of.denominator);
  const pair = `${left.outlet} and ${right.outlet}`;
  return [
    strong(`${subjectName(report, contrast)}:`),
    ` ${all.map(({ outlet, of }) => `${outlet} ${ofBase(of)}`).join('; ')}. `,
    report.profiles.length > 2 ? `${pair} cannot be told apart (${because})` : `Cannot tell (${because})`,
    moreText === undefined ? '.' : `; about ${times(moreText)} as much text like this would do.`,
  ];
}

const times = (factor: number): string =>
  factor === 1.5 ? 'one and a half times' : factor === 2 ? 'twice' : `${factor} times`;

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

/** The surest first: by verdict, then by how far the interval is from holding no difference. */
const byStrength = (a: Contrast, b: Contrast): number =>
  Number(a.verdict !== 'clear') - Number(b.verdict !== 'clear') || reachOf(b) - reachOf(a);

const reachOf = ({ difference, low, high }: Contrast): number =>
  difference > 0 ? difference / (difference - low) : difference < 0 ? difference / (difference - high) : 0;

/** One contrast as a sentence. */
function contrastLine(report: Report, contrast: Contrast): Inline {
  const { measure, left, right, whole, low, high, verdict, because, contributions } = contrast;
  const value = (estimate: Estimate): string =>
    measure.kind !== 'mean'
      ? ofBase(estimate)
      : `${signed(estimate.value)} (${plural(estimate.denominator, 'case')})`;
  const terms = contributions()
    .filter(({ share }) => Math.abs(share) > 0.005)
    .slice(0, 3)
    .map(({ term, share }) => `${term} ${signed(share)}`);
  return [
    strong(`${subjectName(report, contrast)}:`),
    ` ${left.outlet} ${value(left)}, ${right.outlet} ${value(right)}`,
    whole.left === left && whole.right === right
      ? ''
      : ` (${value(whole.left)} and ${value(whole.right)} with text that both ran)`,
    `; difference ${signed(contrast.difference)} (${signed(low)} to ${signed(high)}), `,
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
  const name = measure.of === 'text' ? measure.title : partyName(report, subject);
  if (measure.of === 'text') return `${name.charAt(0).toUpperCase()}${name.slice(1)}${where}`;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${measure.title}${where}`;
}

// Two outlets

/** Which words make the difference between two outlets, each way; nothing for more. */
export function wordsOfDifference(report: Report): BlockContent[] {
  const [left, right, third] = report.profiles;
  if (left === undefined || right === undefined || third !== undefined) return [];
  const estimatesOf = (measure: string, subject: (id: string) => boolean): readonly Estimate[][] =>
    [left, right].map(({ estimates }) =>
      estimates.filter(
        each =>
          each.measure === measure &&
          subject(each.subject) &&
          (each.voice === 'outlet' || each.voice === 'any'),
      ),
    );
  const rows = [
    ...subjectsOf(report, 'terminology.lean').map(concept =>
      wordsRow(
        report.lexicons.concepts.get(concept)?.gloss ?? concept,
        estimatesOf('terminology.label', id => id.startsWith(`${concept}/`)),
      ),
    ),
    ...subjectsOf(report, 'agency.doer').map(party =>
      wordsRow(
        `harm done by ${partyName(report, party)}`,
        estimatesOf('agency.doer', id => id === party),
      ),
    ),
    ...subjectsOf(report, 'attribution.statements').map(party =>
      wordsRow(
        `speaking for ${partyName(report, party)}`,
        estimatesOf('attribution.statements', id => id === party),
      ),
    ),
  ].filter(row => row !== undefined);
  if (rows.length === 0) return [];
  return [
    heading(2, 'Words that make the difference'),
    paragraph(
      'What each has more often than the other, for all that it has of the kind, in its own words: “3 : 1” is three times here and once there.',
    ),
    table(['about', `more in ${left.outlet}`, `more in ${right.outlet}`], rows),
  ];
}

function wordsRow(name: string, [left = [], right = []]: readonly Estimate[][]): Inline[] | undefined {
  const counts = new Map<string, [number, number]>();
  const written = new Map<string, string>();
  for (const [side, estimates] of [left, right].entries())
    for (const { evidence } of estimates)
      for (const { term } of evidence) {
        const key = term.toLowerCase();
        const entry = counts.get(key) ?? [0, 0];
        entry[side as 0 | 1]++;
        counts.set(key, entry);
        if (!written.has(key)) written.set(key, term);
      }
  const base = (estimates: readonly Estimate[]): number => Math.max(1, estimates[0]?.denominator ?? 0);
  const difference = ([l, r]: readonly [number, number]): number => l / base(left) - r / base(right);
  const cell = (sign: number): string =>
    [...counts]
      .filter(([, pair]) => Math.sign(difference(pair)) === sign)
      .toSorted(([t, x], [u, y]) => Math.abs(difference(y)) - Math.abs(difference(x)) || (t < u ? -1 : 1))
      .slice(0, MOST_WORDS)
      .map(([term, [l, r]]) => `${written.get(term)} ${sign > 0 ? `${l} : ${r}` : `${r} : ${l}`}`)
      .join(', ');
  const cells = [cell(1), cell(-1)];
  return cells.every(each => each === '') ? undefined : [name, ...cells.map(each => each || '–')];
}

// All outlets at a glance

/** The parties between whom the contested words in use take sides. */
const contestantsOf = (report: Report): string[] =>
  [
    ...new Set(
      subjectsOf(report, 'terminology.lean').flatMap(
        concept => report.lexicons.concepts.get(concept)?.parties ?? [],
      ),
    ),
  ].slice(0, 2);

/** Two parties to look at: those between whom words take sides, if they are named; else the most named. */
function sidesOf(report: Report): string[] {
  const named = subjectsOf(report, 'visibility.mentions');
  const contestants = contestantsOf(report).filter(party => named.includes(party));
  const others = named.filter(party => report.lexicons.parties.get(party)?.collective !== true);
  return [...new Set([...contestants, ...others])].slice(0, 2);
}

/** Outlets by measures: what each did, in its own words where voices are told apart. */
export function glanceRows(report: Report): [string, ...string[]][] {
  const rows: [string, ...string[]][] = [];
  const add = (name: string, cell: (profile: Report['profiles'][number]) => string): void => {
    rows.push([name, ...report.profiles.map(cell)]);
  };
  const at =
    (measure: string, subject: string, voice: Estimate['voice']) =>
    ({ estimates }: Report['profiles'][number]): Estimate | undefined =>
      estimates.find(each => each.measure === measure && each.subject === subject && each.voice === voice);
  add('own words', ({ articles }) => {
    const own = articles.reduce((sum, { words }) => sum + words.outlet + words.scare, 0);
    const all = articles.reduce((sum, { words }) => sum + Object.values(words).reduce((x, y) => x + y, 0), 0);
    return `${own} of ${all}`;
  });
  add('loaded words (per thousand)', profile => loadedCell(new Estimates(profile)));
  for (const side of contestantsOf(report)) {
    const favouring = [...report.lexicons.concepts.values()].flatMap(({ id, labels }) =>
      labels.filter(({ favours }) => favours === side).map(label => `${id}/${label.id}`),
    );
    const concepts = new Set(favouring.map(id => id.slice(0, id.indexOf('/'))));
    add(`words that favour ${partyName(report, side)}`, ({ estimates }) => {
      const own = estimates.filter(each => each.measure === 'terminology.label' && each.voice === 'outlet');
      const count = (isMeant: (subject: string) => boolean): number =>
        own.filter(({ subject }) => isMeant(subject)).reduce((sum, each) => sum + countOf(each), 0);
      const base = count(subject => concepts.has(subject.slice(0, subject.indexOf('/'))));
      return base === 0 ? '–' : `${count(subject => favouring.includes(subject))} of ${base}`;
    });
  }
  for (const side of sidesOf(report)) {
    const name = partyName(report, side);
    add(`mentions of ${name}`, profile => ofBase(at('visibility.mentions', side, 'outlet')(profile)));
    add(`statements by ${name}`, profile => ofBase(at('attribution.statements', side, 'any')(profile)));
    add(`harms done by ${name}`, profile => ofBase(at('agency.doer', side, 'outlet')(profile)));
    add(`harms done to ${name}`, profile => ofBase(at('agency.sufferer', side, 'outlet')(profile)));
    add(`polarity toward ${name}, all voices`, profile => {
      const estimate = at('sentiment.portrayal', side, 'any')(profile);
      return estimate === undefined ? '–' : `${signed(estimate.value)} (${estimate.denominator})`;
    });
  }
  return rows.filter(([, ...cells]) => cells.some(cell => cell !== '–'));
}
