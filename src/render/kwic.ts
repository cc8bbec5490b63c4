import type { BlockContent, PhrasingContent } from 'mdast';
import type { Span } from '../model/article.js';
import type { Evidence } from '../model/evidence.js';
import type { Report } from '../model/profile.js';
import { code, type Inline, list, paragraph, strong } from './markdown.js';
import { partyName, VOICE_NAMES } from './words.js';

/** Longer sentences are cut around the word. */
const WIDTH = 260;

/** Texts of articles by id; the renderers print from them and keep nothing. */
export type Texts = ReadonlyMap<string, { readonly path: string; readonly text: string }>;

/** The parts of a keyword in its context: before, the words themselves, after. */
const keywordInContext = (evidence: Evidence, texts: Texts): readonly [string, string, string] =>
  inContext(texts.get(evidence.article)?.text ?? '', evidence.span, evidence.sentenceSpan);

/** A passage in its sentence, which is cut around it where it is longer than `width`: before, the passage, after. */
export function inContext(
  text: string,
  span: Span,
  sentence: Span,
  width = WIDTH,
): readonly [string, string, string] {
  const { start, end } = sentence;
  const flat = (from: number, to: number): string => text.slice(from, to).replace(/\s+/g, ' ');
  let before = flat(start, span.start);
  let after = flat(span.end, end);
  const room = Math.max(40, width - (span.end - span.start));
  if (before.length + after.length > room) {
    const left = Math.min(before.length, Math.max(room / 2, room - after.length));
    const right = Math.min(after.length, room - left);
    if (left < before.length) before = `… ${before.slice(before.length - left).replace(/^\S*\s/, '')}`;
    if (right < after.length) after = `${after.slice(0, right).replace(/\s\S*$/, '')} …`;
  }
  return [before, flat(span.start, span.end), after];
}

/** `file:line` as it can be looked up. */
const placeOf = (evidence: Evidence, texts: Texts): string =>
  `${texts.get(evidence.article)?.path ?? evidence.article}:${evidence.line}`;

/** One line of evidence: place, passage with the words in bold, and whose they are. */
export function passage(evidence: Evidence, texts: Texts, report: Report): Inline {
  const [before, words, after] = keywordInContext(evidence, texts);
  return [
    code(placeOf(evidence, texts)),
    ' ',
    before,
    strong(words) as PhrasingContent,
    after,
    ` — ${whose(evidence, report)}`,
  ];
}

/** Passages of one kind that a page lists; the others stand in the data. */
const MOST_PASSAGES = 60;

/** A list of passages, the first ones if there are too many, and where the others stand. */
export function passageList(evidence: readonly Evidence[], line: (each: Evidence) => Inline): BlockContent[] {
  if (evidence.length === 0) return [];
  const more = evidence.length - MOST_PASSAGES;
  return [
    list(evidence.slice(0, MOST_PASSAGES).map(line)),
    ...(more > 0 ? [paragraph(`${more} more stand in `, code('data/evidence.jsonl'), '.')] : []),
  ];
}

/** The place and the sentence of several pieces of evidence, with the words of all of them in bold. */
export function sentenceWithWords(group: readonly Evidence[], texts: Texts): Inline[] {
  const [first] = group;
  if (first === undefined) return [];
  const text = texts.get(first.article)?.text ?? '';
  const spans = new Map(group.map(({ span }) => [span.start, span]));
  const parts: Inline[] = [code(placeOf(first, texts)), ' '];
  let done = first.sentenceSpan.start;
  for (const { start, end } of [...spans.values()].toSorted((a, b) => a.start - b.start)) {
    if (start < done) continue;
    parts.push(text.slice(done, start).replace(/\s+/g, ' '), strong(text.slice(start, end)));
    done = end;
  }
  parts.push(text.slice(done, first.sentenceSpan.end).replace(/\s+/g, ' '));
  return parts;
}

/** "own words", or "quoted: Maria Zakharova (Russia)". */
function whose({ voice, zone, speaker, speakerParty }: Evidence, report: Report): string {
  const name = VOICE_NAMES[voice];
  const where = zone === 'body' || zone === 'lede' ? '' : `, ${zone}`;
  if (voice === 'outlet' || voice === 'scare') return name + where;
  if (speaker === undefined) return `${name}, source not given${where}`;
  const party = speakerParty === undefined ? '' : partyName(report, speakerParty);
  return `${name}: ${speaker}${party === '' || speaker.includes(party) ? '' : ` (${party})`}${where}`;
}
