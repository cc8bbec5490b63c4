import { words as setOf } from '../english/words.js';
import type { Article } from '../model/article.js';
import { addCount } from '../model/collections.js';
import type { Sentence, Term } from '../model/doc.js';
import type { Lexicons, Topics } from '../model/lexicon.js';
import type { Words } from '../model/words.js';

/** What an article must say of a topic to be on it; naming it in the headline counts twice. */
const LEAST_NAMINGS = 2;
/** And how often at least, as a share of the topic that it names most. */
const LEAST_SHARE = 1 / 4;

/** Where the listed names of contested things stand, by the lexicons whose topic the article is on. */
export function findTerms(
  article: Article,
  words: Words,
  sentences: readonly Sentence[],
  lexicons: Lexicons,
): Term[] {
  const topics = countTopics(article, words, sentences, lexicons);
  return sentences.flatMap(({ index, from, to }) =>
    lexicons.label
      .find(words, from, to, topics)
      .filter(({ first, form }) => !namesAnother(words, first, form))
      .map(({ start, end, value, form }) => ({ ...value, form, span: { start, end }, sentence: index })),
  );
}

/** What turns the word it is joined to by a hyphen into its opposite, or says that it holds no more. */
const REVERSING_PREFIXES = setOf('non un ex pseudo quasi counter');
const NO_MORE = setOf('formerly previously once erstwhile');

/**
 * Whether the word before a form makes another name of it: *non-occupied*, *formerly occupied* and *no longer occupied*
 * land is not called occupied, and a participle with its agent (*Ruritanian-occupied*) says who did it, which for the
 * agents that are meant is a form of its own.
 *
 * @param first the form's first word
 */
function namesAnother({ text, start, end }: Words, first: number, form: string): boolean {
  if (first === 0) return false;
  const at = start[first] as number;
  const lower = (word: number): string => text.slice(start[word], end[word]).toLowerCase();
  const before = lower(first - 1);
  const participle = /^[^\s-]+ed$/.test(form);
  if (/^[-\u2010\u2011]$/.test(text.slice(end[first - 1], at)))
    return REVERSING_PREFIXES.has(before) || participle;
  if (!/^\s+$/.test(text.slice(end[first - 1], at))) return false;
  return NO_MORE.has(before) || (before === 'longer' && first > 1 && lower(first - 2) === 'no');
}

/**
 * How often an article names what each terminology lexicon is about, for those that it is on: a place named in passing
 * is no topic, so the text must name it twice, or its headline, title or story once (which counts as twice), and at
 * least a quarter as often as the topic that it names most.
 */
function countTopics(
  { title, story }: Article,
  words: Words,
  sentences: readonly Sentence[],
  lexicons: Lexicons,
): Topics {
  const counts = new Map<string, number>();
  const count = (cut: Words, from: number, to: number, weight: number): void => {
    for (const { value } of lexicons.topic.find(cut, from, to))
      for (const id of value) addCount(counts, id, weight);
  };
  for (const { from, to, zone } of sentences) count(words, from, to, zone === 'headline' ? 2 : 1);
  for (const field of [title, story]) {
    if (field === undefined) continue;
    const cut = lexicons.words(field);
    count(cut, 0, cut.length, 2);
  }
  const least = Math.max(LEAST_NAMINGS, ...[...counts.values()].map(n => n * LEAST_SHARE));
  return new Map([...counts].filter(([, n]) => n >= least));
}
