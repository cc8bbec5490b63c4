import type { Span } from '../model/article.js';
import type { FurnitureForm, Match } from '../model/lexicon.js';
import type { Words } from '../model/words.js';
import { ENDS_SENTENCE } from './blocks.js';

/**
 * The credit at the end of a caption: in brackets, after slashes, emphasised, or a few words after the last full
 * stop; it names an agency or says that it is a picture.
 */
export function findCredit(
  text: string,
  offset: number,
  lastWord: number,
  words: Words,
  matches: readonly Match<FurnitureForm>[],
  emphasised: readonly Span[],
): { readonly start: number; readonly rule: string; readonly caption: boolean } | undefined {
  const end = offset + text.length;
  const listed = (start: number): string | undefined =>
    matches.find(match => match.value.where.includes('credit') && match.start >= start && match.end <= end)
      ?.value.rule;
  const wordsFrom = (start: number): number => {
    let n = 0;
    for (let w = lastWord - 1; w >= 0 && (words.start[w] as number) >= start; w--)
      if (/[\p{L}\p{N}]/u.test(words.text.charAt(words.start[w] as number))) n++;
    return n;
  };
  const slash = /\s\/\s?\p{Lu}/u.exec(text)?.index;
  if (slash !== undefined && text.length - slash <= 80 && !ENDS_SENTENCE.test(text))
    return { start: offset + slash, rule: listed(offset + slash) ?? 'photo credit', caption: true };
  const bold = emphasised.find(
    span =>
      span.start > offset &&
      end - span.end <= 3 &&
      span.end <= end &&
      /[.!?]["”’')]*\s*$/.test(text.slice(0, span.start - offset)),
  );
  if (bold !== undefined && wordsFrom(bold.start) <= 6)
    return { start: bold.start, rule: listed(bold.start) ?? 'photo credit', caption: true };
  // "(Reporting by ...; Editing by ...)"
  const signOff = matches.find(
    ({ value, start }) =>
      value.where.includes('sign-off') && /[([]$/.test(text.slice(0, Math.max(0, start - offset))),
  );
  if (signOff !== undefined && /[)\]]\.?$/.test(text) && end - signOff.start <= 300)
    return { start: signOff.start - 1, rule: signOff.value.rule, caption: false };
  const bracket = /[)\]]$/.test(text) ? text.lastIndexOf(text.endsWith(')') ? '(' : '[') : -1;
  if (bracket >= 0 && text.length - bracket <= 80) {
    const rule = listed(offset + bracket);
    // An agency's name alone signs an article off; a picture is said to be one, or stands before the text.
    if (rule !== undefined) return { start: offset + bracket, rule, caption: bracket > 0 };
  }
  const tail = text.slice(-100);
  const stop = [...tail.matchAll(/[.!?]["”’')]*\s+/g)].at(-1);
  if (stop !== undefined && !ENDS_SENTENCE.test(text)) {
    const start = end - tail.length + stop.index + stop[0].length;
    const rule = listed(start);
    if (rule !== undefined && wordsFrom(start) <= 8) return { start, rule, caption: true };
  }
  return undefined;
}
