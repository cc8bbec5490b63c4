import { readStory } from '../documents.js';
import { overlaps, type Span, VOICES } from '../model/article.js';
import type { Doc } from '../model/doc.js';
import type { Observation } from '../model/evidence.js';
import type { Lexicons } from '../model/lexicon.js';
import { PASSES } from '../passes/index.js';
import { rate } from './rate.js';
import { articleOf } from './rows.js';

/** One story as several outlets tell it, with the spans by which an article sways its reader, as in BASIL. */
export interface LexicalBiasRow {
  readonly story: string;
  readonly articles: readonly {
    readonly outlet: string;
    readonly text: string;
    readonly spans: readonly {
      readonly start: number;
      readonly end: number;
      readonly kind: string;
      readonly quoted: boolean;
      readonly target: string;
      readonly polarity: string;
    }[];
  }[];
}

type Annotated = LexicalBiasRow['articles'][number]['spans'][number];

/** A word that was found, and which annotated spans it may be. */
interface Found {
  readonly span: Span;
  fits(annotated: Annotated): boolean;
}

const OWN: ReadonlySet<number> = new Set([VOICES.indexOf('outlet'), VOICES.indexOf('scare')]);

/**
 * Lexical bias in the outlet's own words (Fan and others 2019, BASIL): annotated spans of that kind that are not quoted, against
 * words found. A loaded word in own voice finds the spans it overlaps; the word that speaks most for the sentiment toward a party does
 * if besides the span has that party as its target and that polarity. The floor takes every word with a valence in the
 * polarity lexicons, which is mostly AFINN. Annotators agreed only fairly, so precision is a lower bound. Intervals are over stories.
 */
export function evaluateLexicalBias(rows: readonly LexicalBiasRow[], lexicons: Lexicons) {
  const counts = rows.map(({ story, articles }) => {
    const { docs } = readStory(
      articles.map(({ outlet, text }, n) => articleOf(`${story} ${n}`, text, outlet)),
      lexicons,
    );
    return docs.map((doc, n) => {
      const spans = (articles[n]?.spans ?? []).filter(span => span.kind === 'lexical' && !span.quoted);
      const words = loadedWords(doc, lexicons);
      const evaluating = evaluatingWords(doc, lexicons);
      return {
        loaded: tally(words, spans),
        evaluation: tally(evaluating, spans),
        either: tally([...words, ...evaluating], spans),
        floor: tally(valencedWords(doc, lexicons), spans),
      };
    });
  });
  const of = (way: keyof (typeof counts)[number][number]) => {
    const units = counts.map(each => each.map(article => article[way]).reduce(added, [0, 0, 0, 0]));
    return {
      precision: rate(units, precision, ([, found = 0]) => found),
      recall: rate(units, recall, ([, , , annotated = 0]) => annotated),
      f1: rate(units, f1, ([, , , annotated = 0]) => annotated),
    };
  };
  return {
    loaded: of('loaded'),
    evaluation: of('evaluation'),
    either: of('either'),
    floor: of('floor'),
  };
}

/** Words that fit a span, of all found; spans that a word fits, of all annotated. */
type Tally = readonly [right: number, found: number, reached: number, annotated: number];

/** One word counts once, however it was found. */
function tally(found: readonly Found[], annotated: readonly Annotated[]): Tally {
  const right = new Map<number, boolean>();
  for (const word of found) {
    const isRight = annotated.some(span => word.fits(span));
    right.set(word.span.start, isRight || right.get(word.span.start) === true);
  }
  const reached = annotated.filter(span => found.some(word => word.fits(span)));
  return [[...right.values()].filter(Boolean).length, right.size, reached.length, annotated.length];
}

const added = (a: Tally, b: Tally): Tally => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];

const precision = ([right = 0, found = 0]: readonly number[]): number => right / found;
const recall = ([, , reached = 0, annotated = 0]: readonly number[]): number => reached / annotated;
const f1 = (sums: readonly number[]): number => {
  const [p, r] = [precision(sums), recall(sums)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
};

/** What is observed of a measure in the outlet's own voice. */
function seenBy(id: string, doc: Doc, lexicons: Lexicons): Observation[] {
  const pass = PASSES.find(({ measures }) => measures.some(each => each.id === id));
  return [...(pass?.observe(doc, lexicons) ?? [])].filter(each => each.measure === id && isOwn(doc, each));
}

const fitting = (span: Span): Found => ({ span, fits: annotated => overlaps(span, annotated) });

function loadedWords(doc: Doc, lexicons: Lexicons): Found[] {
  return seenBy('loaded.words', doc, lexicons).map(({ span }) => fitting(span));
}

function evaluatingWords(doc: Doc, lexicons: Lexicons): Found[] {
  return seenBy('sentiment.polarity', doc, lexicons)
    .filter(({ label }) => label !== 'neutral')
    .flatMap(({ subject, label, weight, shares = [] }) => {
      const span = shares.find(each => each.span !== undefined && each.share * weight > 0)?.span;
      if (span === undefined) return [];
      const fits = (annotated: Annotated): boolean =>
        overlaps(span, annotated) && annotated.polarity === label && isAbout(subject, annotated.target);
      return [{ span, fits }];
    });
}

/** Whether a party is the target: the last word of its name, which ids end in or hold, is the same. */
const isAbout = (subject: string, target: string): boolean =>
  subject.split('-').includes(
    target
      .toLowerCase()
      .split(/\W+/)
      .findLast(word => word !== '') ?? '',
  );

function valencedWords(doc: Doc, { polarity }: Lexicons): Found[] {
  return doc.sentences
    .flatMap(({ from, to }) => polarity.find(doc.words, from, to))
    .map(({ start, end }) => ({ start, end }))
    .filter(span => isOwn(doc, { span }))
    .map(fitting);
}

const isOwn = ({ tokens, tokenAt }: Doc, { span }: Pick<Observation, 'span'>): boolean =>
  OWN.has(tokens.voice[tokenAt(span.start)] as number);
