import type { BlockContent } from 'mdast';
import type { Span } from '../model/article.js';
import type { OutletProfile, Report } from '../model/profile.js';
import { type CopyPair, EDIT_KINDS, type EditKind, type Passage } from '../model/story.js';
import {
  anchor,
  code,
  heading,
  type Inline,
  link,
  list,
  paragraph,
  strong,
  struck,
  table,
} from './markdown.js';
import { listOf, percent, plural } from './words.js';

const COPY = 'Shared copy';
const CHANGED = 'What it changed';
const MOST_EDITS = 12;
const MOST_OUTLET_EDITS = 8;
const MOST_LEFT_OUT = 5;
const MOST_PLACES = 4;
/** Characters of context on each side of an edit. */
const CONTEXT = 70;
const LONGEST_EDIT = 160;
/** Longer words exchanged are one change only within one piece of copy; shorter ones wherever they are. */
const LONGEST_PHRASE = 40;

/** How an edit of each kind is called; the last ones are not listed one by one. */
const KIND_NAMES: Readonly<Record<EditKind, string>> = {
  party: 'who is named',
  label: 'a contested word',
  loaded: 'a word that evaluates',
  agent: 'who did it',
  cue: 'how it is reported',
  number: 'a number',
  name: 'a name or a title',
  cut: 'cut or added',
  wording: 'other words',
  minor: 'function words',
  moved: 'moved',
  style: 'house style',
};
const UNLISTED: ReadonlySet<EditKind> = new Set(['minor', 'moved', 'style']);

/** The same change wherever it was made: `from` is what one side of the outlets has, `to` the other. */
interface Change {
  readonly kind: EditKind;
  readonly quoted: boolean;
  readonly from: Variant;
  readonly to: Variant;
  readonly clusters: ReadonlySet<number>;
}

interface Variant {
  readonly text: string;
  readonly places: Map<string, { readonly passage: Passage; readonly span: Span }>;
}

/** The section of the comparison. */
export function sharedCopySection(report: Report): BlockContent[] {
  const { pairs } = report.copy;
  const head = heading(2, COPY);
  if (pairs.length === 0)
    return [head, paragraph('No two outlets have a sentence, or a long part of one, in common.')];
  const changes = changesOf(pairs);
  const listed = changes.filter(({ kind }) => !UNLISTED.has(kind));
  return [
    head,
    paragraph(
      'Sentences, and parts of sentences, that two outlets have word for word or nearly so. Long quotations in common are speech, and counted apart. ' +
        'Who copied from whom, or what the agency wrote, cannot be told from the articles.',
    ),
    table(
      [
        'outlet',
        'words',
        'shared copy',
        'with',
        'with others that credit the same agency',
        'shared speech besides',
      ],
      report.profiles.map(profile => {
        const { words, copy, speech, agency, others } = sharesOf(report, profile);
        return [
          profile.outlet,
          String(words),
          ofWords(copy, words),
          others.length === 0
            ? '–'
            : others.map(each => `${each.outlet} ${percent(each.copy / words)}`).join(', '),
          ofWords(agency, words),
          ofWords(speech, words),
        ];
      }),
    ),
    ...(listed.length === 0
      ? [paragraph('Nothing in them was changed but spelling, function words and the like.')]
      : [
          paragraph(
            'What differs between the wordings, the most telling first: ',
            struck('struck through'),
            ' is what one side has, ',
            strong('bold'),
            ' what the other has in its place.',
          ),
          list(listed.slice(0, MOST_EDITS).map(changeLine)),
        ]),
    paragraph(remainder(changes, listed.length - MOST_EDITS)),
  ];
}

function remainder(changes: readonly Change[], more: number): string {
  const style = changes.filter(
    ({ kind, from, to }) => kind === 'style' && from.text !== '' && to.text !== '',
  );
  const minor = changes.filter(({ kind }) => kind === 'minor' || kind === 'moved').length;
  const spelt = style.slice(0, 6).map(({ from, to }) => `${shown(from.text)} / ${shown(to.text)}`);
  return [
    more > 0 ? `${plural(more, 'more change')} ` : 'All changes ',
    'and every pair stand in data/shared-copy.jsonl. ',
    minor > 0 ? `Not listed here: ${plural(minor, 'change')} of function words or of order. ` : '',
    style.length > 0
      ? `House style alone: ${listOf(spelt)}${style.length > spelt.length ? ' and others' : ''}.`
      : '',
  ]
    .join('')
    .trimEnd();
}

/** One sentence for the head of the comparison. */
export function sharedHead(report: Report): string {
  const shares = report.profiles.map(profile => {
    const { words, copy, others } = sharesOf(report, profile);
    const most = others[0] === undefined ? '' : `, most with ${others[0].outlet}`;
    return `${profile.outlet} ${words === 0 ? '–' : percent(copy / words)}${copy > 0 ? most : ''}`;
  });
  return `Words shared with other outlets here: ${shares.join('; ')}.`;
}

/** The same for the first screen of an outlet's page. */
export function sharedSentence(report: Report, profile: OutletProfile): string {
  const { words, copy, speech, agency, others } = sharesOf(report, profile);
  if (copy === 0 && speech === 0) return ' No text of it is shared with another outlet here.';
  const parts = others.slice(0, 3).map(each => `${percent(each.copy / words)} with ${each.outlet}`);
  return (
    ` ${percent(copy / words)} of its words (${copy}) are shared with other outlets here` +
    (parts.length > 0 ? ` (${parts.join(', ')})` : '') +
    (agency > 0 ? `; ${percent(agency / words)} with others that credit the same agency` : '') +
    (speech > 0 ? `; besides, ${percent(speech / words)} is speech that others quote too` : '') +
    '.'
  );
}

/** Kinds of edits that are worth a line at the top of a page. */
const TELLING: ReadonlySet<EditKind> = new Set(['party', 'label', 'loaded', 'agent', 'cue', 'number']);

/** The most telling change of an outlet, in a line. */
export function changeFinding({ copy }: Report, { outlet }: OutletProfile): Inline | undefined {
  const mine = copy.pairs.filter(({ a, b }) => a.outlet === outlet || b.outlet === outlet);
  const [first] = changesOf(mine, outlet);
  if (first === undefined || !TELLING.has(first.kind)) return undefined;
  return ['In copy that others run too, ', ...changeLine(first), '. ', link(anchor(CHANGED), 'edits')];
}

/** The most telling changes of all, a line each. */
export const topChanges = ({ copy }: Report, most: number): Inline[] =>
  changesOf(copy.pairs)
    .filter(({ kind }) => TELLING.has(kind))
    .slice(0, most)
    .map(change => ['In copy that several run, ', ...changeLine(change), '. ', link(anchor(COPY), 'edits')]);

/** What stands in an outlet's page: its changes, and what it has not of copy that it shares. */
export function changedSection(report: Report, { outlet }: OutletProfile): BlockContent[] {
  const { pairs, omitted } = report.copy;
  const head = heading(2, CHANGED);
  const mine = pairs.filter(({ a, b }) => a.outlet === outlet || b.outlet === outlet);
  if (mine.length === 0) return [head, paragraph('It shares no copy with the other outlets.')];
  const changes = changesOf(mine, outlet).filter(({ kind }) => !UNLISTED.has(kind));
  const missing = omitted.filter(each => each.outlet === outlet);
  return [
    head,
    paragraph(
      'Where it runs a sentence that others run too: ',
      strong('bold'),
      ' is what stands here, ',
      struck('struck through'),
      ' what the other outlet has in its place. Who changed it cannot be told.',
    ),
    ...(changes.length === 0
      ? [paragraph('Nothing differs but spelling, function words and the like.')]
      : [list(changes.slice(0, MOST_OUTLET_EDITS).map(changeLine))]),
    ...(changes.length > MOST_OUTLET_EDITS
      ? [paragraph(`${plural(changes.length - MOST_OUTLET_EDITS, 'more change')} in data/shared-copy.jsonl.`)]
      : []),
    ...(missing.length === 0
      ? []
      : [
          paragraph(
            'Not here, in these words or like ones, though most of the article that they stand in is:',
          ),
          list(
            missing
              .slice(0, MOST_LEFT_OUT)
              .map(({ passage }) => [place(passage), ` ${passage.outlet}: ${shown(passage.text)}`]),
          ),
          ...(missing.length > MOST_LEFT_OUT
            ? [paragraph(`${missing.length - MOST_LEFT_OUT} more in data/report.json.`)]
            : []),
        ]),
  ];
}

// Shares

function sharesOf(report: Report, profile: OutletProfile) {
  const sum = { words: 0, copy: 0, speech: 0, agency: 0 };
  const others = new Map<string, number>();
  for (const { id } of profile.articles) {
    const share = report.copy.shares.get(id);
    if (share === undefined) continue;
    sum.words += share.words;
    sum.copy += share.copy;
    sum.speech += share.speech;
    sum.agency += share.agency;
    for (const { outlet, copy } of share.with) others.set(outlet, (others.get(outlet) ?? 0) + copy);
  }
  return {
    ...sum,
    others: [...others]
      .map(([outlet, copy]) => ({ outlet, copy }))
      .toSorted((a, b) => b.copy - a.copy || (a.outlet < b.outlet ? -1 : 1)),
  };
}

const ofWords = (count: number, words: number): string =>
  count === 0 ? '–' : `${percent(count / words)} (${count})`;

// Changes

/**
 * The edits of pairs, each once: the same words exchanged between the same outlets are one change, however often.
 *
 * @param outlet whose words are to be the second side
 */
function changesOf(pairs: readonly CopyPair[], outlet?: string): Change[] {
  const byKey = new Map<
    string,
    { kind: EditKind; quoted: boolean; sides: Map<string, Variant>; clusters: Set<number> }
  >();
  for (const { a, b, edits, cluster, kind: pairKind } of pairs)
    for (const edit of edits) {
      // Around a quotation that both carry, every outlet writes for itself.
      if (pairKind === 'speech' && (!edit.quoted || edit.kind === 'cut')) continue;
      const { aKey, bKey } = edit;
      // Changes of one sentence by several outlets are one; elsewhere only what the same outlets do again.
      const key = [
        edit.kind,
        edit.quoted,
        ...[aKey, bKey].sort(),
        edit.a.length + edit.b.length > LONGEST_PHRASE ? cluster : '',
      ].join('\t');
      let change = byKey.get(key);
      if (change === undefined) {
        change = { kind: edit.kind, quoted: edit.quoted, sides: new Map(), clusters: new Set() };
        byKey.set(key, change);
      }
      change.clusters.add(cluster);
      addPlace(change.sides, aKey, edit.a, a, edit.aSpan);
      addPlace(change.sides, bKey, edit.b, b, edit.bSpan);
    }
  return [...byKey.values()].map(each => directed(each, outlet)).toSorted(byWeight);
}

function addPlace(
  sides: Map<string, Variant>,
  key: string,
  text: string,
  passage: Passage,
  span: Span,
): void {
  let side = sides.get(key);
  if (side === undefined) {
    side = { text, places: new Map() };
    sides.set(key, side);
  }
  const id = `${passage.article} ${span.start}`;
  if (!side.places.has(id)) side.places.set(id, { passage, span });
}

/** The second side is the given outlet's, else that of fewer outlets, else the one that says more. */
function directed(
  {
    kind,
    quoted,
    sides,
    clusters,
  }: { kind: EditKind; quoted: boolean; sides: Map<string, Variant>; clusters: Set<number> },
  outlet: string | undefined,
): Change {
  const [one, other] = [...sides.values()] as [Variant, Variant | undefined];
  const rest = other ?? one;
  const isMine = ({ places }: Variant): boolean =>
    [...places.values()].some(({ passage }) => passage.outlet === outlet);
  const weight = (side: Variant): number =>
    outlet === undefined ? -outletsOf(side).length : Number(isMine(side));
  const turned =
    weight(one) !== weight(rest) ? weight(one) > weight(rest) : one.text.length > rest.text.length;
  const [from, to] = turned ? [rest, one] : [one, rest];
  return { kind, quoted, from, to, clusters };
}

const outletsOf = ({ places }: Variant): string[] =>
  [...new Set([...places.values()].map(({ passage }) => passage.outlet))].sort();

const byWeight = (x: Change, y: Change): number =>
  EDIT_KINDS.indexOf(x.kind) - EDIT_KINDS.indexOf(y.kind) ||
  y.clusters.size - x.clusters.size ||
  sizeOf(x) - sizeOf(y) ||
  (x.from.text + x.to.text < y.from.text + y.to.text ? -1 : 1);

const sizeOf = ({ from, to }: Change): number => from.text.length + to.text.length;

/** A change in the sentence of the outlets that are named first, as it stands there. */
function changeLine({ kind, quoted, from, to, clusters }: Change): Inline[] {
  const { passage, span } = [...to.places.values()][0] as { passage: Passage; span: Span };
  const at = { start: span.start - passage.start, end: span.end - passage.start };
  const own = shown(passage.text.slice(at.start, at.end));
  const [head, tail] = [before(passage.text, at.start), after(passage.text, at.end)];
  const there = from.text === '' ? [] : [struck(shown(from.text))];
  return [
    strong(`${KIND_NAMES[kind]}${quoted ? ', inside a quotation' : ''}:`),
    ' ',
    head,
    ...(there.length > 0 && /[\p{L}\p{N}\p{Pe}\p{Pf}.,;]$/u.test(head) ? [' '] : []),
    ...there,
    ...(there.length > 0 && (own !== '' || /^[\p{L}\p{N}]/u.test(tail)) ? [' '] : []),
    ...(own === '' ? [] : [strong(own)]),
    tail,
    clusters.size > 1 ? ` (in ${clusters.size} sentences)` : '',
    ' — ',
    ...placesOf(to),
    from.text === '' ? '; without it ' : own === '' ? '; with it ' : '; the other wording ',
    ...placesOf(from),
  ];
}

/** Who has a wording, and where. */
function placesOf(side: Variant): Inline[] {
  const groups = outletsOf(side).map(outlet => {
    const lines = new Map(
      [...side.places.values()].flatMap(({ passage }) =>
        passage.outlet === outlet ? [[`${passage.path}:${passage.line}`, passage] as const] : [],
      ),
    );
    const places = [...lines.values()];
    const some = places.slice(0, MOST_PLACES).flatMap(passage => [' ', place(passage)]);
    return [outlet, ...some, places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : ''];
  });
  return groups.flatMap((group, i) => (i === 0 ? group : [', ', ...group]));
}

const place = ({ path, line }: Passage): Inline => code(`${path}:${line}`);

const flat = (text: string): string => text.replace(/\s+/g, ' ');

const shown = (text: string): string => {
  const one = flat(text);
  return one.length > LONGEST_EDIT ? `${one.slice(0, LONGEST_EDIT).replace(/\s\S*$/, '')} …` : one;
};

function before(text: string, start: number): string {
  const all = flat(text.slice(0, start));
  return all.length <= CONTEXT ? all : `… ${all.slice(all.length - CONTEXT).replace(/^\S*\s/, '')}`;
}

function after(text: string, end: number): string {
  const all = flat(text.slice(end));
  return all.length <= CONTEXT ? all : `${all.slice(0, CONTEXT).replace(/\s\S*$/, '')} …`;
}
