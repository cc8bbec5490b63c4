/** Shared copy: how much of it each outlet has, and what was changed in it. */
import { isShown } from '../model/confidence.js';
import { EDIT, editsOf } from '../model/edits.js';
import type { Excerpt, Finding, Section } from '../model/page.js';
import type { OutletProfile } from '../model/profile.js';
import type { Change, EditKind, Wording } from '../model/story.js';
import { oneLine, percent, plural } from '../model/text.js';
import { cutAt, cutBefore, sentenceKey } from './excerpts.js';
import { sectionOf } from './section.js';
import { strong, struck, type View } from './view.js';
import { listOf } from './words.js';

const EDITS = 'Edits of shared copy';
const EDITS_DATA = 'data/edits.csv';
const MOST_EDITS = 8;
const MOST_PLACES = 3;
const MOST_COPIES = 3;
/** Characters of context on each side of an edit, and of the edit itself. */
const CONTEXT = 55;
const LONGEST_EDIT = 120;

/** What an edit of each kind touches. */
const KIND_NAMES: Readonly<Record<EditKind, string>> = {
  party: 'who is named',
  label: 'a rival term',
  loaded: 'a loaded word',
  agent: 'the agent',
  cue: 'the reporting verb',
  number: 'a number',
  name: 'a name or title',
  cut: 'cut or added',
  wording: 'wording',
  minor: 'function words',
  moved: 'moved',
  style: 'house style',
};
/** Kinds that may open a page. */
const TELLING: ReadonlySet<EditKind> = new Set(['party', 'label', 'loaded', 'agent', 'cue', 'number']);
/** The rank of the most telling kind among the findings of a page; the others follow in steps. */
const RANK = 2;
const STEP = 0.15;

/** Edits that are sure enough to be listed, and how many are not. */
function listed(view: View, outlet?: string) {
  const all = editsOf(view.report, outlet);
  const shown = all.filter(isShown).map(({ change }) => change);
  return { shown, setAside: all.length - shown.length };
}

/** The most telling edits of all, or of an outlet, its own wording in bold. */
export const editFindings = (view: View, most: number, outlet?: string): Finding[] =>
  listed(view, outlet)
    .shown.filter(({ kind }) => TELLING.has(kind))
    .slice(0, most)
    .map(change => {
      const excerpt = changeOf(change, outlet);
      const text = ['Edit of shared copy, ', excerpt.tag, ':'];
      const rank = RANK - STEP * [...TELLING].indexOf(change.kind);
      return { rank, text, excerpt, section: EDITS, evidence: [] };
    });

/** What an outlet changed in copy that it shares, and what it has not of it. */
export function editSection(view: View, outlet: string): Section | undefined {
  const { shown: changes, setAside } = listed(view, outlet);
  const omitted = view.report.copy.omitted.filter(each => each.outlet === outlet);
  if (changes.length + setAside + omitted.length === 0) return undefined;
  return sectionOf(EDITS, {
    lead: [
      [
        'In sentences that other outlets also run, ',
        strong('bold'),
        ' is this outlet’s wording and ',
        struck('strikethrough'),
        ' the others’. Which of them changed it cannot be determined.',
      ],
    ],
    passages: [
      ...changes.slice(0, MOST_EDITS).map(change => changeOf(change, outlet)),
      ...omitted.map(({ passage: { text, outlet, line } }) => ({
        tag: strong('sentence omitted'),
        text: cutAt(oneLine(text), LONGEST_EDIT),
        outlet,
        line,
        evidence: [],
        sentence: sentenceKey(text),
      })),
    ],
    more: changes.length + omitted.length,
    setAside,
    ...view.judged([{ id: EDIT }]),
    data: EDITS_DATA,
  });
}

/** The most telling edits of all outlets. */
export function editsSection(view: View): Section | undefined {
  const { shown: changes, setAside } = listed(view);
  if (changes.length + setAside === 0) return undefined;
  return sectionOf(EDITS, {
    lead: [
      [
        'Sentences that several outlets run: ',
        struck('strikethrough'),
        ' marks one version, ',
        strong('bold'),
        ' the other. Which outlet changed it cannot be determined.',
      ],
    ],
    passages: changes.slice(0, MOST_EDITS).map(change => changeOf(change)),
    most: MOST_EDITS,
    more: changes.length,
    setAside,
    data: EDITS_DATA,
  });
}

/** Which articles are copies of others of their outlet, and not counted. */
export function copiesSentence({ report: { copies } }: View, outlet?: string): string {
  const own = copies.filter(each => outlet === undefined || each.outlet === outlet);
  if (own.length === 0) return '';
  const named = own.slice(0, MOST_COPIES).map(({ article, of }) => `${article} is a copy of ${of}`);
  const more =
    own.length > named.length ? ` and ${plural(own.length - named.length, 'more copy', 'more copies')}` : '';
  return `Counted once: ${named.join(', ')}${more}. `;
}

/** How much of an outlet’s words others have too, in a sentence. */
export function sharedSentence({ report }: View, { outlet }: OutletProfile): string {
  const share = report.copy.outletShares.get(outlet);
  if (report.profiles.length < 2) return '';
  if (share === undefined || share.copy + share.speech === 0)
    return 'No text is shared with another outlet here. ';
  const most = share.with.slice(0, 2).map(each => `${percent(each.copy / share.words)} with ${each.outlet}`);
  const copy = `${percent(share.copy / share.words)} of the text is shared copy${most.length === 0 ? '' : ` (${most.join(', ')})`}`;
  const speech = `${percent(share.speech / share.words)} of the text is speech that other outlets quote too`;
  return `${[...(share.copy > 0 ? [copy] : []), ...(share.speech > 0 ? [speech] : [])].join('; ')}. `;
}

/** A change in the sentence of the outlets whose words are in bold, and who has it otherwise. */
function changeOf({ kind, from, to, clusters }: Change, outlet?: string): Excerpt {
  const { passage, span } = (to.places.find(each => each.passage.outlet === outlet) ??
    to.places[0]) as Wording['places'][number];
  const [start, end] = [span.start - passage.start, span.end - passage.start];
  const own = cutAt(oneLine(passage.text.slice(start, end)), LONGEST_EDIT);
  const theirs = cutAt(oneLine(from.text), LONGEST_EDIT);
  const head = cutBefore(oneLine(passage.text.slice(0, start)), CONTEXT);
  const tail = cutAt(oneLine(passage.text.slice(end)), CONTEXT);
  const without = from.text === '' ? 'not in' : own === '' ? 'in' : 'other wording in';
  return {
    tag: [
      strong(KIND_NAMES[kind]),
      ` (${clusters > 1 ? `in ${clusters} sentences; ` : ''}${without} ${placesOf(from)})`,
    ],
    text: [
      head,
      theirs === '' ? '' : [/[\p{L}\p{N}\p{Pe}\p{Pf}.,;]$/u.test(head) ? ' ' : '', struck(theirs)],
      theirs !== '' && (own !== '' || /^[\p{L}\p{N}]/u.test(tail)) ? ' ' : '',
      own === '' ? '' : strong(own),
      tail,
    ],
    outlet: passage.outlet,
    line: passage.line,
    evidence: [],
    sentence: sentenceKey(passage.text),
  };
}

/** Who has a wording, and on which lines. */
function placesOf({ outlets, places }: Wording): string {
  const named = outlets.slice(0, MOST_PLACES).map(outlet => {
    const lines = places.flatMap(({ passage }) =>
      passage.outlet === outlet ? [`line ${passage.line}`] : [],
    );
    return `${outlet}, ${listOf([...new Set(lines)].slice(0, 2))}`;
  });
  const more = outlets.length - named.length;
  return `${named.join('; ')}${more > 0 ? ` and ${plural(more, 'more outlet')}` : ''}`;
}
