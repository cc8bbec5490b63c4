import {
  FIRST_PERSON,
  PERSONAL_PRONOUNS,
  RELATIVES,
  SECOND_PERSON,
  THING_PRONOUNS,
} from '../english/closed-classes.js';
import { union } from '../english/words.js';
import { type Span, sliceOf, VOICES } from '../model/article.js';
import type { Doc, Quotation, Sentence, Speaker } from '../model/doc.js';
import type { Observation, ObservationNames, Pass } from '../model/evidence.js';

/** The subject under which sources stand that the gazetteer does not place with a party. */
const NO_PARTY = 'no-party';
/** The term of a statement whose source is not named. */
const NO_SOURCE = 'no source';

const OF_SOURCE = { of: 'source', kind: 'share', voices: 'any' } as const;

/** A source no more tokens than this away from its verb stands beside it: *she has also said*. */
const NEAR = 3;
/** By what says of which kind a source is. */
const KIND_GROUNDS = {
  member: 'kind: by who it is',
  noun: 'kind: by its noun',
  words: 'kind: by words beside its noun',
  side: 'kind: by its side',
  nothing: 'kind: not told',
} as const;
const THAT = /^that\s/i;
/** Heads of sources that are nobody by themselves. */
const NO_SPEAKER = union(THING_PRONOUNS, RELATIVES, FIRST_PERSON, SECOND_PERSON);

export const attribution: Pass = {
  name: 'attribution',
  heading: 'Who speaks',
  question: 'Who gets to speak, and with which verb: “said”, “claimed” or “admitted”?',
  method:
    'Quoted and reported statements are found over whole paragraphs with their cues (reporting verbs) and sources, by rules over ' +
    'tags and without a syntactic parser. Surnames, offices (“the minister”), “he” and “the statement” lead to the speaker ' +
    'named before. A source counts for its side in the story’s cast: what any article says of a speaker’s office or party holds in all. Values are a party’s share of the ' +
    'words between quotation marks, its share of all attributed statements, quoted or reported, and the stance of the cues: ' +
    'crediting (+1), neutral (0), doubting or confrontational (-1). That somebody called for, refused or supported something ' +
    'is the outlet’s own account and no statement.',
  limits:
    'A source that belongs to no side, or to several at once, counts under “other sources”. ' +
    'Without a parser the ends of reported statements are approximate. The classes of cues are those of the cue lexicons.',
  reference:
    'Reporting verbs: Bell (1991), The Language of News Media; Thompson and Ye (1991), Applied Linguistics 12(4). ' +
    'Quotation finding by rules: Pouliquen, Steinberger and Best (2007), RANLP; Asr and others (2021), PLoS ONE 16(1). ' +
    'Statements and acts: Leech and Short (1981), Style in Fiction.',
  measures: [
    {
      id: 'attribution.statements',
      title: 'share of the attributed statements',
      ...OF_SOURCE,
      per: 'quotation',
      shown: {
        scorecard: 'attributed statements',
        overview: 'statements by {subject}',
        finding: '{subject} is the source of {figure} attributed statements',
        line: 'attributed statements',
        role: '',
      },
      says: statementInWords,
    },
    {
      id: 'attribution.words',
      title: 'share of the quoted words',
      ...OF_SOURCE,
      per: 'quoted word',
      kind: 'rate',
      shown: { finding: false, line: 'quoted words' },
      says: false,
    },
    {
      id: 'attribution.kind',
      title: 'share of the attributed statements, by kind of source',
      ...OF_SOURCE,
      per: 'quotation',
      shown: { finding: false, line: 'by type of source' },
      says: () => 'kind of source: {subject}',
    },
    {
      id: 'attribution.first',
      title: 'share of articles that quote it first',
      ...OF_SOURCE,
      per: 'article',
      shown: { finding: false, line: false },
      says: () => 'the first quotation of the article',
    },
    {
      id: 'attribution.stance',
      title: 'stance of the cues',
      ...OF_SOURCE,
      per: 'naming',
      kind: 'mean',
      shown: { finding: false, line: 'reporting verbs, with mean stance', terms: true },
      says: ({ label }) => `${label} reporting verb`,
    },
  ],
  *observe(doc): Generator<Observation> {
    const { article, quotations, tokens } = doc;
    const nameOf = (source: Speaker | undefined) => ({
      subject: source?.party ?? NO_PARTY,
      term: source === undefined ? NO_SOURCE : (source.name ?? sliceOf(article, source.span)),
    });
    let first = true;
    for (const quotation of quotations) {
      const { content, cue, stance, act, form, source } = quotation;
      if (act === true || !isKnown(doc, quotation)) continue;
      const grounds = groundsOf(doc, quotation);
      const named = nameOf(source);
      const statement = { ...named, span: mostInSentence(doc, content), weight: 1, grounds };
      yield { measure: 'attribution.statements', ...statement };
      yield {
        measure: 'attribution.kind',
        ...statement,
        subject: source?.kind ?? 'unnamed',
        grounds: KIND_GROUNDS[source?.kindBy ?? 'nothing'],
      };
      if (first && form !== 'indirect') {
        yield { measure: 'attribution.first', ...statement };
        first = false;
      }
      if (cue === undefined || stance === undefined) continue;
      const term = sliceOf(article, cue).toLowerCase();
      const weight = stance === 'crediting' ? 1 : stance === 'neutral' ? 0 : -1;
      yield { measure: 'attribution.stance', ...named, term, label: stance, span: cue, weight, grounds };
    }
    for (const { first, last, quotation } of quotedRuns(doc)) {
      let weight = 0;
      for (let i = first; i < last; i++) if (tokens.pos[i] !== 'PUNCT') weight++;
      const span = { start: tokens.start[first] as number, end: tokens.end[last - 1] as number };
      const said = quotations[quotation];
      if (weight > 0 && said !== undefined) {
        const grounds = groundsOf(doc, said);
        yield { measure: 'attribution.words', ...nameOf(said.source), span, weight, grounds };
      }
    }
  },
};

/** Whether it can be said who is meant: *who*, *it* and the like are nobody by themselves. */
function isKnown({ article }: Doc, { source }: Quotation): boolean {
  if (source === undefined || source.name !== undefined) return true;
  return !NO_SPEAKER.has(sliceOf(article, source.head).toLowerCase());
}

/** What is known of the source, and how near to the reporting verb it stands; kinds that differ in how often they are right. */
function groundsOf({ article, tokenAt }: Doc, { source, cue, content, form }: Quotation): string {
  if (source === undefined) return 'source not known';
  if (source.doubtful) return 'source that may be nobody';
  const head = sliceOf(article, source.head).toLowerCase();
  const pronoun = PERSONAL_PRONOUNS.has(head) || RELATIVES.has(head);
  if (pronoun && (source.name === undefined || !PERSONAL_PRONOUNS.has(head)))
    return 'pronoun for somebody not known';
  if (cue === undefined) return 'source of the sentence before';
  const apart =
    Math.min(
      Math.abs(tokenAt(cue.start) - tokenAt(source.span.end - 1)),
      Math.abs(tokenAt(source.span.start) - tokenAt(cue.end - 1)),
    ) > NEAR;
  if (apart) return 'source apart from the verb';
  if (form === 'indirect' && !THAT.test(sliceOf(article, content[0] as Span)))
    return 'reported, without “that”';
  return pronoun ? 'pronoun beside the verb' : 'source beside the verb';
}

function statementInWords({ term, subject }: Observation, names: ObservationNames): string {
  if (term === NO_SOURCE) return 'statement; its source is not named';
  return `statement by ${term}${subject === NO_PARTY || names.subject === term ? '' : ' ({subject})'}`;
}

/** *In the hall, she said, are portraits*: the longest part of the sentence in which it begins. */
function mostInSentence(doc: Doc, content: readonly Span[]): Span {
  const { tokens, tokenAt } = doc;
  const sentenceOf = ({ start }: Span): number => tokens.sentence[tokenAt(start)] as number;
  const [first, ...others] = content as [Span, ...Span[]];
  const size = ({ start, end }: Span): number => end - start;
  return [first, ...others.filter(each => sentenceOf(each) === sentenceOf(first))]
    .map(each => inSentence(doc, each))
    .reduce((most, each) => (size(each) > size(most) ? each : most));
}

/** As much of a span as lies in the sentence of its first token. */
function inSentence({ tokens, sentences, tokenAt }: Doc, { start, end }: Span): Span {
  const before = tokenAt(start);
  const first = (tokens.end[before] as number) <= start ? before + 1 : before;
  const { span } = sentences[tokens.sentence[first] as number] as Sentence;
  return { start: Math.max(start, span.start), end: Math.min(end, span.end) };
}

/** Runs of tokens between quotation marks that belong to one quotation and lie in one sentence. */
function* quotedRuns({ tokens }: Doc): Generator<{ first: number; last: number; quotation: number }> {
  const direct = VOICES.indexOf('direct');
  for (let first = 0, last = 0; first < tokens.length; first = last) {
    last = first + 1;
    if (tokens.voice[first] !== direct) continue;
    const quotation = tokens.quotation[first] as number;
    while (
      tokens.voice[last] === direct &&
      tokens.quotation[last] === quotation &&
      tokens.sentence[last] === tokens.sentence[first]
    )
      last++;
    yield { first, last, quotation };
  }
}
