/** What each outlet calls the members of the cast, and things: side by side, and what sets one outlet apart. */
import { uniqueBy } from '../model/collections.js';
import {
  type Designation,
  type DesignationUse,
  differsInStyle,
  FINDING_USES,
  FINDING_Z,
  isApart,
  isOnlyHere,
  type Referent,
} from '../model/designation.js';
import type { Excerpt, Finding, Inline, Section } from '../model/page.js';
import { LEAST_CASES } from '../model/profile.js';
import type { SuggestedPlace } from '../model/suggestion.js';
import { cutAt, marked, sentenceKey } from './excerpts.js';
import { dense } from './layout.js';
import { sectionOf } from './section.js';
import { code, joined, strong, type View } from './view.js';
import { VOICE_NAMES } from './words.js';

const COMPARED = 'What each outlet calls them';
const CALLED = 'What it calls them';
const DATA = 'data/names.csv';
/** Rows of the table: of people and bodies, and of things. */
const MOST_MEMBERS = 4;
const MOST_THINGS = 3;
/** Where fewer differ in more than house style, rows of those who differ in that. */
const MOST_OF_STYLE = 2;
/** Names in a cell: those that set the outlet apart, and all with the commonest. */
const MOST_APART = 2;
const MOST_NAMES = 3;
const MOST_LINES = 3;
const MOST_PASSAGES = 3;
const WIDTH = 130;
const SHORT = 110;
const TITLE = 30;
/** A finding from a title ranks below one from a description. */
const OF_TITLE = 0.6;
const MOST_RANK = 1.6;

/** A designation where an outlet uses it. */
interface Called {
  readonly referent: Referent;
  readonly designation: Designation;
  readonly use: DesignationUse;
  readonly outlet: string;
}

/** Whether a designation is worth a word on an outlet’s page. */
const isDistinct = ({ kind }: Referent, designation: Designation, use: DesignationUse): boolean =>
  isApart(designation, use) || (kind !== 'thing' && isOnlyHere(designation, use));

function calledBy(view: View, outlet: string): Called[] {
  const { outlets, referents } = view.report.designations;
  const o = outlets.indexOf(outlet);
  return referents
    .flatMap(referent =>
      referent.designations.flatMap((designation): Called[] => {
        const use = designation.uses[o];
        return use !== undefined && isDistinct(referent, designation, use)
          ? [{ referent, designation, use, outlet }]
          : [];
      }),
    )
    .toSorted((a, b) => worthOf(b) - worthOf(a));
}

const worthOf = ({ designation, use }: Called): number =>
  (designation.kind === 'title' ? OF_TITLE : 1) * Math.max(0.5, isApart(designation, use) ? use.z : 0);

const isSignificant = ({ designation, use }: Called): boolean =>
  isApart(designation, use) &&
  use.own >= FINDING_USES &&
  Math.min(use.ofOwn, use.ofOthers) >= LEAST_CASES &&
  use.z >= FINDING_Z;

/** `in 3 of 5 mentions in its own words (others: 0 of 14)` */
const shareOf = ({ use: { own, ofOwn, others, ofOthers } }: Called): string =>
  `${own} of ${ofOwn} mentions in its own words (others: ${others} of ${ofOthers})`;

/** What an outlet calls somebody so much oftener than the others that it is not by chance. */
export function designationFindings(view: View, outlet: string): Finding[] {
  return calledBy(view, outlet)
    .filter(isSignificant)
    .map(called => ({
      rank: Math.min(MOST_RANK, 0.3 * worthOf(called)),
      text: [nameOf(called.referent), ': ', strong(called.designation.phrase), ` in ${shareOf(called)}.`],
      excerpt: excerptOf(view, called, '', SHORT),
      section: CALLED,
      evidence: [],
    }));
}

/** At most three names by which an outlet is set apart, with a passage each. */
export function designationSection(view: View, outlet: string): Section | undefined {
  const called = calledBy(view, outlet).filter(
    each => each.designation.kind === 'choice' || isSignificant(each),
  );
  if (called.length === 0) return undefined;
  return sectionOf(CALLED, {
    passages: called
      .slice(0, MOST_LINES)
      .map(each =>
        excerptOf(view, each, [
          nameOf(each.referent),
          ': ',
          strong(each.designation.phrase),
          ` in ${shareOf(each)}`,
        ]),
      ),
    most: MOST_LINES,
    more: called.length,
    data: DATA,
  });
}

/** Members and things by outlets: what sets an outlet apart first, then the commonest. */
export function designationsSection(view: View): Section | undefined {
  const { referents } = view.report.designations;
  const told = referents.filter(({ rank }) => rank > 0);
  const isThing = ({ kind }: Referent): boolean => kind === 'thing';
  const members = told.filter(each => !isThing(each)).slice(0, MOST_MEMBERS);
  const alike = referents.filter(each => !isThing(each) && !told.includes(each) && differsInStyle(each));
  const shown = [
    ...members,
    ...alike.slice(0, Math.max(0, MOST_OF_STYLE - members.length)),
    ...told.filter(isThing).slice(0, MOST_THINGS),
  ];
  const { tables, lines } = dense(
    {
      head: ['', ...view.outlets],
      rows: shown.map(referent => [nameOf(referent), ...view.outlets.map((_, o) => cellOf(referent, o))]),
    },
    { keepColumns: true },
  );
  if (tables.length === 0 && lines.length === 0) return undefined;
  const called = view.outlets
    .flatMap(outlet => calledBy(view, outlet))
    .filter(({ referent, designation }) => shown.includes(referent) && designation.kind === 'choice')
    .toSorted((a, b) => worthOf(b) - worthOf(a));
  const once = uniqueBy(called, ({ referent, designation }) => `${referent.id}\t${designation.phrase}`);
  const [ofMembers, ofThings] = [false, true].map(thing =>
    once.filter(({ referent }) => isThing(referent) === thing),
  );
  return sectionOf(COMPARED, {
    question:
      'What does each outlet call those whom all of them name? Uses in its own words, of all that it has for them; what sets it apart in bold.',
    tables,
    lines,
    passages: inTurn(ofMembers, ofThings).map(each =>
      excerptOf(view, each, [strong(each.designation.phrase), ` (${each.referent.name})`]),
    ),
    most: MOST_PASSAGES,
    more: 0,
    data: DATA,
    notes: [
      [
        shown.some(({ designations }) => designations.some(({ kind }) => kind === 'style'))
          ? 'Mr and the like are house style. '
          : '',
        'For a lexicon with these names: ',
        code(`parallax lexicon suggest ARTICLES --of ${shown[0]?.id}`),
        shown.length > 1 ? [' (or ', ...joined(shown.slice(1).map(({ id }) => code(id))), ')'] : '',
        '.',
      ],
    ],
  });
}

/** Two of the first kind, then the others, then the rest. */
const inTurn = <T>(first: readonly T[] = [], second: readonly T[] = []): T[] => [
  ...first.slice(0, MOST_APART),
  ...second,
  ...first.slice(MOST_APART),
];

/** `firebrand senator 1, Cruz 9 (of 10); attributed: this senator 1` */
function cellOf(referent: Referent, o: number): Inline {
  const used = referent.designations.flatMap(designation => {
    const use = designation.uses[o];
    return use === undefined ? [] : [{ designation, use, distinct: isDistinct(referent, designation, use) }];
  });
  const own = used.filter(({ use }) => use.own > 0);
  const apart = own.filter(({ distinct }) => distinct).slice(0, MOST_APART);
  const common = own
    .filter(each => !apart.includes(each))
    .toSorted((a, b) => b.use.own - a.use.own)
    .slice(0, MOST_NAMES - apart.length);
  const attributed = used.filter(
    ({ designation: { kind }, use }) => kind === 'choice' && referent.kind !== 'thing' && use.attributed > 0,
  );
  const total = own[0]?.use.ofOwn;
  return [
    ...joined([
      ...apart.map(({ designation: { phrase }, use }): Inline => [strong(phrase), ` ${use.own}`]),
      ...common.map(({ designation: { phrase }, use }) => `${phrase} ${use.own}`),
    ]),
    total === undefined ? '' : ` (of ${total})`,
    attributed.length === 0
      ? ''
      : `${total === undefined ? '' : '; '}attributed: ${attributed
          .slice(0, MOST_APART)
          .map(({ designation: { phrase }, use }) => `${phrase} ${use.attributed}`)
          .join(', ')}`,
  ];
}

const nameOf = ({ name, kind }: Referent): string => (kind === 'thing' ? `“${name}”` : name);

/** A place in an outlet’s own words: the first in a finding, elsewhere another where there is one. */
function excerptOf(view: View, { designation, outlet }: Called, tag: Inline, width = WIDTH): Excerpt {
  const isOwn = (each: SuggestedPlace): boolean => each.outlet === outlet && each.voice === 'outlet';
  const telling = designation.telling.filter(isOwn);
  const places = telling.length > 0 ? telling : designation.places.filter(isOwn);
  const place = places[width === SHORT ? 0 : Math.min(1, places.length - 1)] as SuggestedPlace;
  const { article, sentence, start, end, line, voice } = place;
  const text = view.texts.get(article)?.text ?? '';
  const articles = view.report.profiles.find(each => each.outlet === outlet)?.articles ?? [];
  return {
    tag,
    text: marked(text, sentence, [{ start, end }], width),
    outlet,
    ...(articles.length > 1 && {
      title: cutAt(articles.find(({ id }) => id === article)?.title ?? article, TITLE),
    }),
    line,
    ...(voice !== 'outlet' && { whose: VOICE_NAMES[voice] }),
    evidence: [],
    sentence: sentenceKey(text.slice(sentence.start, sentence.end)),
  };
}
