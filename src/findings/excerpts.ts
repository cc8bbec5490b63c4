import { PERSONAL_PRONOUNS } from '../english/closed-classes.js';
import type { Span } from '../model/article.js';
import { addTo, groupBy } from '../model/collections.js';
import type { Evidence, Measure } from '../model/evidence.js';
import type { Excerpt, Finding, Inline } from '../model/page.js';
import { oneLine, signed } from '../model/text.js';
import { strong, type View } from './view.js';
import { listOf, VOICE_NAMES } from './words.js';

/** Characters of a sentence that an excerpt shows; longer ones are cut around the matched words. */
const WIDTH = 190;
/** The same at a finding. */
const SHORT = 110;
/** Of the title of an article, enough to tell it from the outlet’s others. */
const TITLE = 30;

/** An excerpt for evidence from one sentence, with all its words marked. */
export function excerptOf(view: View, group: readonly Evidence[], width = WIDTH): Excerpt {
  const first = group[0] as Evidence;
  const text = view.texts.get(first.article)?.text ?? '';
  const profile = view.report.profiles.find(({ outlet }) => outlet === first.outlet);
  const article = profile?.articles.find(({ id }) => id === first.article);
  const whose = whoseWords(view, first);
  const spans = group.map(({ span }) => span);
  return {
    tag: tagOf(view, group),
    text: marked(text, first.sentenceSpan, spans, width),
    outlet: first.outlet,
    ...((profile?.articles.length ?? 1) > 1 && { title: cutAt(article?.title ?? first.article, TITLE) }),
    line: first.line,
    ...(whose !== undefined && { whose }),
    evidence: group,
    sentence: sentenceOf(view, first),
  };
}

/** The letters of a sentence: the same for copies of it that differ in marks and spaces. */
export const sentenceKey = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

export const sentenceOf = (view: View, { article, sentenceSpan: { start, end } }: Evidence): string =>
  sentenceKey(view.texts.get(article)?.text.slice(start, end) ?? '');

/** A sentence with stretches of it marked, cut around the first of them where it is longer than `width`. */
export function marked(text: string, sentence: Span, spans: readonly Span[], width: number): Inline[] {
  const sorted = mergedSpans(spans).filter(
    ({ start, end }) => start >= sentence.start && end <= sentence.end,
  );
  const [first] = sorted;
  if (first === undefined) return [cutAt(oneLine(text.slice(sentence.start, sentence.end)), width)];
  const last = sorted.findLast(({ end }) => end - first.start <= width) ?? first;
  const room = Math.max(40, width - (last.end - first.start));
  const before = oneLine(text.slice(sentence.start, first.start));
  const after = oneLine(text.slice(last.end, sentence.end));
  const left = Math.min(before.length, Math.max(room / 2, room - after.length));
  const right = Math.min(after.length, room - left);
  const parts: Inline[] = [cutBefore(before, left)];
  let done = first.start;
  for (const { start, end } of sorted.slice(0, sorted.indexOf(last) + 1)) {
    parts.push(oneLine(text.slice(done, start)), strong(oneLine(text.slice(start, end))));
    done = end;
  }
  return [...parts, cutAt(after, right)];
}

export const cutAt = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length).replace(/\s\S*$/, '')} …`;

/** The end of a text. */
export const cutBefore = (text: string, length: number): string =>
  text.length <= length ? text : `… ${text.slice(text.length - length).replace(/^\S*\s/, '')}`;

/** In the order of the text, those that overlap made one. */
function mergedSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last === undefined || start >= last.end) merged.push({ start, end });
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return merged;
}

/** What was observed: `agent Armenia, patient Azerbaijan`, `Russia −0.84`, `Russia −0.84 as others judge it`, `occupied`. */
function tagOf(view: View, group: readonly Evidence[]): Inline {
  const tags = new Map<string, string[]>();
  for (const each of group) {
    const measure = view.measure(each.measure);
    const subject = view.name(measure, subjectOf(measure, each));
    const note = measure.shown?.note?.(each);
    const named = [
      subject,
      ...(measure.kind === 'mean' ? [signed(each.weight)] : []),
      ...(note === undefined ? [] : [note]),
    ].join(' ');
    const said = measure.of === 'text' ? (each.label ?? each.term).replaceAll('-', ' ') : named;
    addTo(tags, measure.shown?.role || '', said);
  }
  return [...tags]
    .map(([role, said]) => `${role === '' ? '' : `${role}: `}${listOf([...new Set(said)])}`)
    .join('; ');
}

/** Labels are told apart within their concept. */
export const subjectOf = ({ of }: Measure, { subject, label }: Evidence): string =>
  of === 'label' ? `${subject}/${label}` : subject;

/** Nothing for the outlet's own words, else `quoted: Maria Zakharova (Russia)`. */
function whoseWords(view: View, { voice, speaker, speakerParty }: Evidence): string | undefined {
  if (voice === 'outlet') return undefined;
  const name = VOICE_NAMES[voice];
  if (voice === 'scare') return `in ${name}`;
  if (speaker === undefined || PERSONAL_PRONOUNS.has(speaker.toLowerCase()))
    return `${name}; source not identified`;
  const party = speakerParty === undefined ? '' : view.party(speakerParty);
  return `${name}: ${oneLine(speaker)}${party === '' || speaker.includes(party) ? '' : ` (${party})`}`;
}

/** Groups of evidence by place, so that what one word shows of several subjects is one excerpt; in the given order. */
export const byPlace = (evidence: readonly Evidence[]): Evidence[][] => [
  ...groupBy(evidence, ({ article, span }) => `${article}\t${span.start}`).values(),
];

/** Findings with a passage each, from sentences that no finding before has quoted, where there are such. */
export function withPassages(view: View, findings: readonly Finding[]): Finding[] {
  const quoted = new Set(findings.flatMap(({ excerpt }) => excerpt?.sentence ?? []));
  return findings.map(finding => {
    const chosen = finding.evidence.find(each => !quoted.has(sentenceOf(view, each)));
    if (chosen === undefined || finding.excerpt !== undefined) return finding;
    quoted.add(sentenceOf(view, chosen));
    return { ...finding, excerpt: excerptOf(view, [chosen], SHORT) };
  });
}
