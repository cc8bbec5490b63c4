import { type Span, sliceOf } from '../model/article.js';
import type { Doc, Sentence } from '../model/doc.js';
import type { Observation, Pass, WeightShare } from '../model/evidence.js';
import { type MentionRow, mentionId, type Score, type Scores } from '../model/scores.js';
import { signed } from '../model/text.js';
import { Classifier, type Explained } from '../sentiment/classifier.js';

/** Shares below this are summed up in one. */
const LEAST_SHARE = 0.03;
/** What stands in the shares for a name: that there is one, not which. */
const A_NAME = '(a name beside)';
const NO_WORD = '(place, form and lesser words)';

/** What judges a person of a party, or a pronoun, judges the party at one remove. */
const INDIRECT = 'person of it';
/** Own words by which the outlet tells how others judge. */
const BY_OTHERS = 'judged by others';
const OTHERS_JUDGE = 'as others judge it';

const MEAN = { of: 'party', per: 'naming', kind: 'mean' } as const;

export const sentiment: Pass = {
  name: 'sentiment',
  question: 'How is each party evaluated where it is mentioned?',
  method:
    'Every mention of a party, by name or by a pronoun or office that leads back to one of its people, gets the ' +
    'probabilities that its sentence is negative, neutral or positive toward it; its polarity is the last minus the ' +
    'first. They come from a multinomial logistic regression over named features: the valence and the learnt weights ' +
    'of the words around it, by what they are to it (its deed, what it undergoes, what it is said to be, what it ' +
    'has), the polarity lexicons’ words by side, distance and negation, who speaks and in which voice. What every ' +
    'word adds stands beside it in the data. The classifier is blind to names: it cannot see who is mentioned, so that exchanging ' +
    'two parties exchanges their results. Which of the judgements are sure is told by the structure of the clause: whether a word ' +
    'of the polarity lexicons blames or praises the mention or what it has, says what it did, or what it is or is called, has the sign of ' +
    'its polarity, and is not denied, asked, wished or supposed. Where others blame or praise it in the outlet’s own words, the judgement is ' +
    'said to be theirs. Own words and attributed words are computed apart; two outlets are ' +
    'ordered by the mentions by name in all voices, each outlet’s sum divided by the square root of their number, the best ' +
    'of the methods tried (SEESAW, train), and an order is reported only where the sums over all mentions lie ' +
    'so far apart that about four such orders in five were right.',
  limits:
    'Learnt from US political news, one sentence at a time. It reads what a sentence says of somebody, not whether ' +
    'that is true or fair: who is killed or accused often scores low like who kills. Irony, allusion and what only ' +
    'the whole article says escape it. About three mentions in ten are misjudged: read the passages.',
  reference:
    'Target-dependent sentiment: Hamborg and Donnay (2021), NewsMTSC, EACL. Shares: Sundararajan and others (2017), ' +
    'Axiomatic attribution for deep networks. Ordering test: Zhang and others (2022), SEESAW, EMNLP. Valences: ' +
    'Nielsen (2011), spread over word vectors (Pennington and others 2014, GloVe).',
  measures: [
    {
      id: 'sentiment.polarity',
      title: 'mean polarity of mentions',
      ...MEAN,
      voices: 'split',
      weak: 'one voice alone orders two outlets too badly; all voices together are judged',
      shown: {
        scorecard: 'sentiment (own words)',
        overview: false,
        finding: false,
        line: false,
        role: '',
        note: ({ grounds }) => (grounds === BY_OTHERS ? OTHERS_JUDGE : undefined),
      },
      says: judgementInWords,
    },
    {
      id: 'sentiment.portrayal',
      title: 'mean polarity of mentions by name, in all voices',
      ...MEAN,
      voices: 'any',
      toldIf: { measure: 'sentiment.polarity', sumsDiffer: 7.5 },
      shown: { overview: 'sentiment toward {subject}, mentions by name', finding: false, line: false },
      says: false,
    },
  ],
  *observe(doc, lexicons): Generator<Observation> {
    const references = referencesIn(doc);
    if (references.length === 0) return;
    const judge = Classifier.of(lexicons).reader(doc, lexicons);
    for (const { party, member, span, named } of references) {
      const judgement = judge.explain(span, LEAST_SHARE);
      const isBound = judgement.grounds !== 'words around';
      const grounds = isBound && member !== party ? INDIRECT : judgement.grounds;
      const seen = { subject: party, label: classOf(judgement), span, weight: judgement.polarity, grounds };
      const shares = sharesOf(judgement, doc);
      const term = shares.find(share => share.span !== undefined)?.term ?? NO_WORD;
      yield { measure: 'sentiment.polarity', term, ...seen, shares };
      if (named) yield { measure: 'sentiment.portrayal', term, ...seen, shares };
    }
  },
};

/** The mentions of a document that are judged, each with its sentence, for another scorer. */
export function mentionsToScore(doc: Doc): MentionRow[] {
  const { article, tokens, sentences } = doc;
  return referencesIn(doc).map(({ party, span }) => {
    const { span: around } = sentences[tokens.sentence[doc.tokenAt(span.start)] as number] as Sentence;
    return {
      id: mentionId(article.id, span.start),
      text: sliceOf(article, around),
      start: span.start - around.start,
      end: span.end - around.start,
      article: article.id,
      party,
    };
  });
}

/** The same question, answered by another scorer. */
export function sentimentBy({ scorer, version, of }: Scores): Pass {
  const name = `${scorer} ${version}`;
  return {
    ...sentiment,
    method:
      `Every mention of a party, by name or by a pronoun or office that leads back to one of its people, has the polarity that ${name} gives it: ` +
      'a program that is not part of Parallax. A polarity nearer to 0 than ' +
      `${LEAST_POLARITY} is called neutral, and so is a mention that is neutral most probably. Own words and attributed words are computed apart.`,
    limits:
      `Parallax knows neither what ${name} sees nor how often it is right: nobody judged its scores here, so none is set aside and no order of two ` +
      'outlets is told by them. Figures of sentiment in this report are those of Parallax’s own classifier; “parallax evaluate sentiment FILE --scores FILE” measures another.',
    reference: `${name}; see its own documentation.`,
    measures: sentiment.measures.map(({ toldIf: _, ...each }) => ({
      ...each,
      scorer: name,
      weak: `it is not known which differences of ${name} can be relied on`,
    })),
    *observe(doc) {
      for (const { party, span, named } of referencesIn(doc)) {
        const score = of.get(mentionId(doc.article.id, span.start));
        if (score === undefined) continue;
        const seen = { subject: party, label: classOf(score), span, weight: score.polarity, grounds: name };
        yield { measure: 'sentiment.polarity', term: name, ...seen };
        if (named) yield { measure: 'sentiment.portrayal', term: name, ...seen };
      }
    },
  };
}

/** Mentions by name, and what leads back to people whom the gazetteer knows, in the order of the text. */
function referencesIn({ mentions, people, tokenAt }: Doc) {
  const partyOf = new Map(mentions.flatMap(({ name, party }) => (name === undefined ? [] : [[name, party]])));
  const tokensOf = ({ start, end }: Span): number[] => {
    const first = tokenAt(start);
    return Array.from({ length: tokenAt(end - 1) + 1 - first }, (_, i) => first + i);
  };
  const taken = new Set(mentions.flatMap(({ span }) => tokensOf(span)));
  const led = people.flatMap(({ name, member, span }) => {
    const party = partyOf.get(name);
    const isFree = !tokensOf(span).some(token => taken.has(token));
    return party !== undefined && isFree ? [{ party, member, span, named: false }] : [];
  });
  const named = mentions.map(({ party, member, span }) => ({ party, member, span, named: true }));
  return [...named, ...led].toSorted((a, b) => a.span.start - b.span.start);
}

/** A polarity nearer to 0 is called neutral. */
const LEAST_POLARITY = 0.2;

const classOf = ({ negative, neutral, positive, polarity }: Score): string =>
  Math.abs(polarity) < LEAST_POLARITY || (neutral >= negative && neutral >= positive)
    ? 'neutral'
    : positive > negative
      ? 'positive'
      : 'negative';

/** Words that are named with a judgement; those of three letters and fewer seldom tell a reader why. */
const MOST_WORDS = 3;
const NO_WORDS: ReadonlySet<string> = new Set([A_NAME, NO_WORD]);

function judgementInWords({ label, weight, grounds, shares = [] }: Observation): string {
  if (label === 'neutral') return 'neutral';
  const whose = grounds === BY_OTHERS ? `, ${OTHERS_JUDGE}` : '';
  const words = shares
    .filter(({ term, share }) => !NO_WORDS.has(term) && term.length > 3 && share * weight > 0)
    .slice(0, MOST_WORDS)
    .map(({ term }) => `“${term}”`);
  const mainly = words.length === 0 ? '' : `, mainly by ${words.join(', ')}`;
  return `${label} (${signed(weight)})${whose}${mainly}`;
}

/** The words that made a polarity, the strongest first; last, everything that is not worth a word. */
function sharesOf({ shares }: Explained, { article, tokens }: Doc): WeightShare[] {
  const words = shares
    .filter(({ token }) => token >= 0)
    .map(({ token, share, features }): WeightShare => {
      const span = { start: tokens.start[token] as number, end: tokens.end[token] as number };
      const isName = features[0]?.includes('NAME') === true;
      return { term: isName ? A_NAME : sliceOf(article, span), span, share, features };
    })
    .toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share));
  const rest = shares.find(({ token }) => token < 0)?.share ?? 0;
  return [...words, { term: NO_WORD, share: rest, features: [] }];
}
