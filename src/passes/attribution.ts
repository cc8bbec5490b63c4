import { type Span, VOICES } from '../model/article.js';
import type { Doc, Sentence } from '../model/doc.js';
import type { Observation, ObservationNames, Pass } from '../model/evidence.js';

/** The subject under which sources stand that the gazetteer does not place with a party. */
const NO_PARTY = 'no-party';
/** The term of a statement whose source is not named. */
const NO_SOURCE = 'no source';

export const attribution: Pass = {
  name: 'attribution',
  heading: 'Who speaks',
  question: 'Who gets to speak, and with which verb: “said”, “claimed” or “admitted”?',
  method:
    'Quoted and reported statements are found over whole paragraphs with their cues (reporting verbs) and sources, by rules over ' +
    'tags and without a syntactic parser. Surnames, offices (“the minister”), “he” and “the statement” lead to the speaker ' +
    'named before. A source speaks for the party that the parties lexicons give it. Values are a party’s share of the ' +
    'words between quotation marks, its share of all attributed statements, quoted or reported, and the stance of the cues: ' +
    'crediting (+1), neutral (0), doubting or confrontational (-1). That somebody called for, refused or supported something ' +
    'is the outlet’s own account and no statement.',
  limits:
    'A source that leads to nobody in the lexicons, or to several parties at once, counts under “no single listed party”. ' +
    'Without a parser the ends of reported statements are approximate. The classes of cues are those of the cue lexicons.',
  reference:
    'Reporting verbs: Bell (1991), The Language of News Media; Thompson and Ye (1991), Applied Linguistics 12(4). ' +
    'Quotation finding by rules: Pouliquen, Steinberger and Best (2007), RANLP; Asr and others (2021), PLoS ONE 16(1). ' +
    'Statements and acts: Leech and Short (1981), Style in Fiction.',
  measures: [
    {
      id: 'attribution.statements',
      title: 'share of the attributed statements',
      of: 'source',
      per: 'quotation',
      kind: 'share',
      voices: 'any',
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
      of: 'source',
      per: 'quoted word',
      kind: 'rate',
      voices: 'any',
      shown: { finding: false, line: 'quoted words' },
      says: false,
    },
    {
      id: 'attribution.kind',
      title: 'share of the attributed statements, by kind of source',
      of: 'source',
      per: 'quotation',
      kind: 'share',
      voices: 'any',
      shown: { finding: false, line: 'by type of source' },
      says: () => 'kind of source: {subject}',
    },
    {
      id: 'attribution.first',
      title: 'share of articles that quote it first',
      of: 'source',
      per: 'article',
      kind: 'share',
      voices: 'any',
      shown: { finding: false, line: false },
      says: () => 'the first quotation of the article',
    },
    {
      id: 'attribution.stance',
      title: 'stance of the cues',
      of: 'source',
      per: 'naming',
      kind: 'mean',
      voices: 'any',
      shown: { finding: false, line: 'reporting verbs, with mean stance', terms: true },
      says: ({ label }) => `${label} reporting verb`,
    },
  ],
  *observe(doc): Generator<Observation> {
    const { text } = doc.article;
    const nameOf = (q: number): { subject: string; term: string } => {
      const source = doc.quotations[q]?.source;
      return {
        subject: source?.party ?? NO_PARTY,
        term:
          source === undefined ? NO_SOURCE : (source.name ?? text.slice(source.span.start, source.span.end)),
      };
    };
    let first = true;
    for (const [q, { content, cue, stance, act, form, source }] of doc.quotations.entries()) {
      if (act === true) continue;
      const named = nameOf(q);
      const whole = content[0] as Span;
      const statement = { span: inSentence(doc, whole), weight: 1 };
      yield { measure: 'attribution.statements', ...named, ...statement };
      yield {
        measure: 'attribution.kind',
        subject: source?.kind ?? 'unnamed',
        term: named.term,
        ...statement,
      };
      if (first && form !== 'indirect') {
        yield { measure: 'attribution.first', ...named, ...statement };
        first = false;
      }
      if (cue === undefined || stance === undefined) continue;
      yield {
        measure: 'attribution.stance',
        subject: named.subject,
        term: text.slice(cue.start, cue.end).toLowerCase(),
        label: stance,
        span: cue,
        weight: stance === 'crediting' ? 1 : stance === 'neutral' ? 0 : -1,
      };
    }
    for (const { first, last, quotation } of quotedRuns(doc)) {
      let weight = 0;
      for (let i = first; i < last; i++) if (doc.tokens.pos[i] !== 'PUNCT') weight++;
      const span = { start: doc.tokens.start[first] as number, end: doc.tokens.end[last - 1] as number };
      if (weight > 0) yield { measure: 'attribution.words', ...nameOf(quotation), span, weight };
    }
  },
};

function statementInWords({ term, subject }: Observation, names: ObservationNames): string {
  if (term === NO_SOURCE) return 'statement; its source is not named';
  return `statement by ${term}${subject === NO_PARTY || names.subject === term ? '' : ' ({subject})'}`;
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
  for (let first = 0; first < tokens.length; ) {
    let last = first + 1;
    if (tokens.voice[first] === direct) {
      const quotation = tokens.quotation[first] as number;
      while (
        last < tokens.length &&
        tokens.voice[last] === direct &&
        tokens.quotation[last] === quotation &&
        tokens.sentence[last] === tokens.sentence[first]
      )
        last++;
      yield { first, last, quotation };
    }
    first = last;
  }
}
