import { type Span, sliceOf, VOICES } from '../model/article.js';
import type { Doc, Quotation, Sentence } from '../model/doc.js';
import type { Observation, Pass } from '../model/evidence.js';
import type { CertaintyForm, Lexicons, Match } from '../model/lexicon.js';
import { oneLine } from '../model/text.js';

/** The subject under which sources stand that the gazetteer does not place with a party. */
const NO_PARTY = 'no-party';
/** How far from the reporting word a word about the claim may stand, in words and marks. */
const NEAR = 8;
const OWN: ReadonlySet<number> = new Set([VOICES.indexOf('outlet'), VOICES.indexOf('scare')]);

export const certainty: Pass = {
  name: 'certainty',
  heading: 'Certainty of claims',
  question: 'Whose claims does the outlet present as certain, and whose with doubt?',
  method:
    'Every claim that the outlet reports with a word of its own (“said”, “admitted”, “claimed”) is classed by that word and by ' +
    'the outlet’s words in the clause around it. It lends certainty with factive and demonstrative verbs, admissions and boosters ' +
    '(revealed, confirmed, admitted, rightly); it withholds it with doubting words, hedges and doubt marks (claimed, ' +
    'allegedly, falsely, without evidence); else it leaves the claim to its source. Where both stand, it withholds. That ' +
    'somebody did not confirm something is no claim. Values are shares of the claims of a party that are so reported.',
  limits:
    'Words are classed, not meanings: “found” lends certainty to a court’s finding as much as to anyone’s. Withholding certainty may ' +
    'be right; so may lending it. A doubt that stands in another sentence is not seen, nor is a claim that is reported ' +
    'without a reporting word. The same words are summed up as stance under “Who speaks”.',
  reference:
    'Factives: Kiparsky and Kiparsky (1970), Fact; Karttunen (1971). Implicatives: Karttunen (1971), Language 47(2). Assertives: ' +
    'Hooper (1975). Hedges and boosters: Hyland (2005). Together: Recasens, Danescu-Niculescu-Mizil and Jurafsky (2013), ACL.',
  measures: [
    {
      id: 'certainty.lent',
      title: 'share of its reported claims that the outlet presents as certain',
      of: 'source',
      per: 'naming',
      kind: 'share',
      voices: 'any',
      shown: {
        overview: 'claims by {subject} presented as certain',
        finding: 'it presents {figure} claims by {subject} as certain',
        line: 'claims presented as certain',
        role: 'presented as certain',
        terms: true,
      },
      says: ({ weight, label }) => (weight > 0 ? `lends the claim certainty (${label})` : undefined),
    },
    {
      id: 'certainty.withheld',
      title: 'share of its reported claims that the outlet presents with doubt',
      of: 'source',
      per: 'naming',
      kind: 'share',
      voices: 'any',
      shown: {
        overview: 'claims by {subject} presented with doubt',
        finding: 'it presents {figure} claims by {subject} with doubt',
        line: 'claims presented with doubt',
        role: 'presented with doubt',
        terms: true,
      },
      says: ({ weight, label }) => (weight > 0 ? `withholds certainty from the claim (${label})` : undefined),
    },
  ],
  *observe(doc, lexicons): Generator<Observation> {
    for (const quotation of doc.quotations) {
      const { cue, act, source } = quotation;
      if (cue === undefined || act === true) continue;
      const token = doc.tokenAt(cue.start);
      if (!OWN.has(doc.tokens.voice[token] as number)) continue;
      const found = wordsAbout(doc, quotation, cue, lexicons);
      const decisive =
        found.find(({ value }) => value.effect === 'withholds') ??
        found.find(({ value }) => value.effect === 'lends');
      const span = decisive ?? cue;
      const seen = {
        subject: source?.party ?? NO_PARTY,
        term: oneLine(sliceOf(doc.article, span)).toLowerCase(),
        label: decisive?.value.class ?? 'left to the source',
        span: { start: span.start, end: span.end },
      };
      const effect = decisive?.value.effect;
      yield { measure: 'certainty.lent', ...seen, weight: effect === 'lends' ? 1 : 0 };
      yield { measure: 'certainty.withheld', ...seen, weight: effect === 'withholds' ? 1 : 0 };
    }
  },
};

/** The words of certainty in the reporting word itself, and those beside it in the outlet's own words. */
function wordsAbout(
  doc: Doc,
  { content }: Quotation,
  cue: Span,
  { certainty: matcher }: Lexicons,
): Match<CertaintyForm>[] {
  const { tokens, sentences, words } = doc;
  const { from, to } = sentences[tokens.sentence[doc.tokenAt(cue.start)] as number] as Sentence;
  const at = doc.tokenAt(cue.start);
  const isSaid = ({ start }: Span): boolean => content.some(span => start >= span.start && start < span.end);
  return matcher.find(words, from, to).filter(match => {
    const token = doc.tokenAt(match.start);
    if (match.start < cue.end && match.end > cue.start) return match.value.at.includes('cue');
    return (
      match.value.at.includes('beside') &&
      !isSaid(match) &&
      OWN.has(tokens.voice[token] as number) &&
      tokens.clause[token] === tokens.clause[at] &&
      Math.abs(token - at) <= NEAR
    );
  });
}
