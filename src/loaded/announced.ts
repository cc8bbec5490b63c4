import { FIRST_PERSON } from '../english/closed-classes.js';
import { overlaps, sliceOf } from '../model/article.js';
import type { Doc, Sentence } from '../model/doc.js';

const QUOTATION_MARK = /^(?:[“”"]|'')$/;

/** So near behind the colon somebody must speak of himself if more than one paragraph is to be his. */
const SOON = 2;

/**
 * Paragraphs that may be a statement announced before them: those without quotation marks behind one that ends in a colon or
 * opens with a name and a colon. It is the first of them, and if somebody speaks of himself there, all up to the next attribution.
 */
export function announcedIn(doc: Doc): ReadonlySet<number> {
  const announced = new Set<number>();
  let run: number[] | undefined;
  let isPersonal = false;
  for (const [index, sentences] of byParagraph(doc)) {
    const words = wordsOf(doc, sentences);
    const isOpener = words.length > 1 && (words.at(-1) === ':' || isLabelled(doc, sentences));
    if (isOpener) {
      run = [];
      isPersonal = words.some(word => FIRST_PERSON.has(word)) && words.at(-1) !== ':';
    } else if (run !== undefined && isAttributed(doc, sentences, words)) run = undefined;
    else if (run !== undefined) {
      run.push(index);
      isPersonal ||= run.length <= SOON && words.some(word => FIRST_PERSON.has(word));
      if (isPersonal || run.length === 1) for (const each of run) announced.add(each);
    }
  }
  return announced;
}

function byParagraph({ sentences }: Doc): Map<number, Sentence[]> {
  const paragraphs = new Map<number, Sentence[]>();
  for (const sentence of sentences) {
    const those = paragraphs.get(sentence.paragraph);
    if (those === undefined) paragraphs.set(sentence.paragraph, [sentence]);
    else those.push(sentence);
  }
  return paragraphs;
}

const wordsOf = ({ tokens }: Doc, sentences: readonly Sentence[]): string[] =>
  sentences.flatMap(({ first, last }) => tokens.text.slice(first, last).map(word => word.toLowerCase()));

/** *Ada Moss: We left at dawn.* */
function isLabelled({ article, quotations }: Doc, sentences: readonly Sentence[]): boolean {
  return quotations.some(
    ({ cue, form }) =>
      cue !== undefined &&
      form === 'indirect' &&
      /^:/.test(sliceOf(article, cue)) &&
      sentences.some(({ span, zone }) => zone !== 'headline' && overlaps(span, cue)),
  );
}

function isAttributed(
  { quotations }: Doc,
  sentences: readonly Sentence[],
  words: readonly string[],
): boolean {
  return (
    words.some(word => QUOTATION_MARK.test(word)) ||
    quotations.some(
      ({ cue, act, source }) =>
        cue !== undefined &&
        source?.name !== undefined &&
        act !== true &&
        sentences.some(({ span }) => overlaps(span, cue)),
    )
  );
}
