import { readStory } from '../documents.js';
import { addCount, getOrAdd } from '../model/collections.js';
import type { Doc, Quotation } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import { plainKey } from '../model/text.js';
import { share } from './rate.js';
import { articleOf } from './rows.js';

/** One story as several outlets tell it, as in BASIL, with the spans whose speaker is annotated; or as in SEESAW, without. */
export interface SpeakersRow {
  readonly story: string;
  readonly articles: readonly {
    readonly outlet: string;
    readonly title?: string;
    readonly date?: string;
    readonly text?: string;
    readonly sentences?: readonly string[];
    readonly spans?: readonly {
      readonly start: number;
      readonly end: number;
      readonly quoted: boolean;
      readonly speaker: string | null;
    }[];
  }[];
}

/** Given name and surname at least. */
const FULL_NAME = /^(?:\p{Lu}[\p{L}.'’-]*)(?: \p{Lu}[\p{L}.'’-]*)+$/u;

/** Whether an annotated speaker is somebody by name, and not lawmakers of a party, a campaign, a department. */
function isPerson(speaker: string, { words: cut, party, role, names }: Lexicons): boolean {
  if (!FULL_NAME.test(speaker) || names.heads.has(words(speaker).at(-1) as string)) return false;
  const found = cut(speaker);
  if (party.find(found, 0, found.length).some(({ value }) => value.as !== 'person')) return false;
  return !role.find(found, 0, found.length).some(({ last }) => last === found.length);
}

/** *Ada Moss (R-Ohio)*, *Ada Moss, D-Calif.* */
const TAGGED =
  /(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}),? ?\(?(?<=[,(] ?|, \()(\p{Lu})\.?[-–,] ?(?:\p{Lu}\p{L}+\.?|\p{Lu}\.\p{Lu}\.)/gu;

/**
 * Who speaks, and for which party. *Speaker*: of quoted spans whose speaker is annotated by name (Fan and others 2019), those whose
 * attribution has that surname. *Party*: of the attributed statements by people whom an article of the story marks with the
 * letter of their party, those that get that party. *One side*: of the speakers with a side in several outlets of a
 * story, those who have one and the same in all. Intervals are over stories.
 */
export function evaluateSpeakers(rows: readonly SpeakersRow[], lexicons: Lexicons) {
  const counts = rows.map(row => count(row, lexicons));
  return {
    stories: rows.length,
    speaker: share(counts, 'right', 'spans'),
    answered: share(counts, 'answered', 'spans'),
    party: share(counts, 'partyRight', 'tagged'),
    oneSide: share(counts, 'constant', 'speakers'),
  };
}

function count({ story, articles }: SpeakersRow, lexicons: Lexicons) {
  const texts = articles.map(
    ({ text, title = '', sentences = [] }) => text ?? [title, ...sentences].join('\n\n'),
  );
  const { docs } = readStory(
    articles.map(({ outlet, date }, n) => ({
      ...articleOf(`${story} ${n}`, texts[n] as string, outlet),
      ...(date !== undefined && { date }),
    })),
    lexicons,
  );
  const sums = { right: 0, answered: 0, spans: 0, partyRight: 0, tagged: 0, constant: 0, speakers: 0 };
  for (const [n, { spans = [] }] of articles.entries())
    for (const span of spans) {
      const { quoted, speaker } = span;
      if (!quoted || speaker === null || !isPerson(speaker, lexicons)) continue;
      sums.spans++;
      const found = sourceAt(docs[n] as Doc, span);
      if (found === undefined) continue;
      sums.answered++;
      if (words(found).includes(surnameOf(speaker)) || words(speaker).includes(surnameOf(found)))
        sums.right++;
    }
  const partyOf = tagsIn(texts, lexicons);
  const sides = new Map<string, Set<string>>();
  for (const { quotations } of docs)
    for (const { source, act } of quotations) {
      if (act === true || source?.member === undefined || source.name === undefined) continue;
      const tag = partyOf.get(surnameOf(source.name));
      if (tag !== undefined) {
        sums.tagged++;
        if ((source.politicalParty ?? source.party) === tag) sums.partyRight++;
      }
      if (source.party !== undefined)
        getOrAdd(sides, source.member, () => new Set<string>()).add(source.party);
    }
  sums.speakers = sides.size;
  sums.constant = [...sides.values()].filter(({ size }) => size === 1).length;
  return sums;
}

/** By surname, the party that a letter behind the name stands for; nothing where articles differ. */
function tagsIn(texts: readonly string[], { partyTags }: Lexicons): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const text of texts)
    for (const { 1: name = '', 2: letter = '' } of text.matchAll(TAGGED)) {
      const party = partyTags.get(letter);
      if (party !== undefined)
        addCount(
          getOrAdd(counts, surnameOf(name), () => new Map()),
          party,
        );
    }
  return new Map(
    [...counts].flatMap(([surname, parties]) =>
      parties.size === 1 ? [[surname, [...parties.keys()][0] as string]] : [],
    ),
  );
}

/** Who is made responsible for most of a span: by name, else as the text writes it. */
function sourceAt(
  { article, quotations }: Doc,
  { start, end }: { start: number; end: number },
): string | undefined {
  const both = ({ content }: Quotation): number =>
    content.reduce(
      (sum, each) => sum + Math.max(0, Math.min(each.end, end) - Math.max(each.start, start)),
      0,
    );
  const best = quotations.toSorted((a, b) => both(b) - both(a))[0];
  if (best?.source === undefined || both(best) === 0) return undefined;
  return best.source.name ?? article.text.slice(best.source.span.start, best.source.span.end);
}

const words = (name: string): string[] => plainKey(name.split(' ')).split(' ');
const surnameOf = (name: string): string => words(name.replace(/,? Jr\.?$/, '')).at(-1) as string;
