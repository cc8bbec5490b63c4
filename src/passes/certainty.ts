import {
  APPROXIMATORS,
  AUXILIARIES,
  FIRST_PERSON,
  MODALS,
  NEGATIONS,
  OBJECT_PRONOUNS,
  PASSIVE_AUXILIARIES,
  QUESTION_OPENERS,
  REFLEXIVES,
  SECOND_PERSON,
  SUBJECT_PRONOUNS,
  THIRD_PERSON,
  WHO_OR_WHICH,
} from '../english/closed-classes.js';
import { whoseWordsIn } from '../loaded/whose.js';
import { overlaps, type Span, sliceOf, termAt, VOICES } from '../model/article.js';
import type { Doc, Pos, Quotation, Sentence } from '../model/doc.js';
import type { Observation, Pass } from '../model/evidence.js';
import type { CertaintyForm, Lexicons, Match } from '../model/lexicon.js';

/** The subject under which sources stand that the gazetteer does not place with a party. */
const NO_PARTY = 'no-party';
/** How far from the reporting word a word about the claim may stand, in words and marks. */
const NEAR = 8;
const OWN: ReadonlySet<number> = new Set([VOICES.indexOf('outlet'), VOICES.indexOf('scare')]);

/** Pronouns that are no subject: *let them know*. */
const OBJECTS_ALONE: ReadonlySet<string> = new Set(
  [...OBJECT_PRONOUNS].filter(word => !SUBJECT_PRONOUNS.has(word)),
);
const THIRD_PERSON_SUBJECTS: ReadonlySet<string> = new Set(
  [...SUBJECT_PRONOUNS].filter(word => THIRD_PERSON.has(word)),
);

/** What stands before a verb, and hardly before a noun. */
const BEFORE_VERBS: ReadonlySet<Pos> = new Set<Pos>(['PROPN', 'ADV', 'PUNCT', 'NUM', 'AUX', 'CCONJ']);

const OF_CLAIMS = { of: 'source', per: 'naming', kind: 'share', voices: 'any' } as const;

export const certainty: Pass = {
  name: 'certainty',
  heading: 'Certainty of claims',
  question: 'Whose claims does the outlet present as certain, and whose with doubt?',
  method:
    'Every claim that the outlet reports with a word of its own (“said”, “admitted”, “claimed”) is classed by that word and by ' +
    'the outlet’s words in the clause around it. It lends certainty with factive and demonstrative verbs, admissions and boosters ' +
    '(revealed, confirmed, admitted, rightly); it withholds it with doubting words, hedges and doubt marks (claimed, ' +
    'allegedly, falsely, without evidence); else it leaves the claim to its source. Where both stand, it withholds. What ' +
    'nobody claimed, but could, must or is asked to, is no claim, nor is an open question or what somebody thinks or wants; in a case at law ' +
    '“alleges” leaves the claim to its source, and so does what a poll shows or a court finds. ' +
    'A party is named where it makes the claim itself or by somebody who speaks for it; a member of a political party is not the party. Values are shares of the claims of a party that are so reported.',
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
      ...OF_CLAIMS,
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
      ...OF_CLAIMS,
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
    const whose = whoseWordsIn(doc);
    for (const quotation of doc.quotations) {
      const { cue, act } = quotation;
      if (cue === undefined || act === true) continue;
      const at = doc.tokenAt(cue.start);
      if (!OWN.has(doc.tokens.voice[at] as number) || whose.isMarked(at)) continue;
      const found = wordsAbout(doc, quotation, cue, lexicons);
      if (!isClaimed(doc, quotation, cue, found)) continue;
      if (quotation.content[0] !== undefined && isOfOwnMind(doc, quotation.content[0], lexicons)) continue;
      const decisive = decisiveOf(found, cue);
      const span = decisive ?? cue;
      const form = formOf(doc, quotation, cue);
      const effect = decisive?.value.effect;
      const seen = {
        subject: claimantOf(doc, quotation, cue, form, lexicons) ?? NO_PARTY,
        term: termAt(doc.article, span),
        label: decisive?.value.class ?? 'left to the source',
        span: { start: span.start, end: span.end },
        grounds: decisive === undefined || overlaps(decisive, cue) ? form : 'word beside the verb',
      };
      yield { measure: 'certainty.lent', ...seen, weight: effect === 'lends' ? 1 : 0 };
      yield { measure: 'certainty.withheld', ...seen, weight: effect === 'withholds' ? 1 : 0 };
    }
  },
};

/** How a claim is put: what is said is a clause or quoted, or less; the reporting word is a passive, or a noun. */
type ClaimForm = 'verb and clause' | 'verb without a clause' | 'passive' | 'noun';

/** A word in the reporting word goes before one beside it, one that withholds before one that lends. */
function decisiveOf(found: readonly Match<CertaintyForm>[], cue: Span): Match<CertaintyForm> | undefined {
  const [inside, beside] = [true, false].map(isIn => found.filter(each => overlaps(each, cue) === isIn));
  // In a case at law *alleges* is the plain word.
  if (beside?.some(({ value }) => value.effect === 'leaves')) return undefined;
  const ranked = [...(inside ?? []), ...(beside ?? [])];
  return (['withholds', 'lends'] as const)
    .map(effect => ranked.find(({ value }) => value.effect === effect))
    .find(each => each !== undefined);
}

/**
 * Whether somebody did claim it: not what he could, must or wants to (*could claim*, *demanded to know*), what nobody did (*nor
 * did he acknowledge*), nor an open question (*find out if*).
 */
function isClaimed(doc: Doc, { source }: Quotation, cue: Span, found: readonly Span[]): boolean {
  const { text, pos, clause, negated, sentence } = doc.tokens;
  const at = doc.tokenAt(cue.start);
  const word = (i: number): string => (text[i] ?? '').toLowerCase();
  if (negated[at] === true) return false;
  // *found out* reports as one word.
  const end = Math.max(cue.end, ...found.filter(each => overlaps(each, cue)).map(each => each.end));
  const after = doc.tokenAt(end - 1) + 1;
  if (QUESTION_OPENERS.has(word(after))) return false;
  if (isNoun(doc, at)) return true;
  // *It is worth noting that*: the outlet’s own.
  if (source === undefined && word(at).endsWith('ing')) return false;
  let i = at - 1;
  while (i >= 0 && pos[i] === 'ADV') i--;
  // *You know*, *let them know*: nobody’s claim.
  if (OBJECTS_ALONE.has(word(i)) || FIRST_PERSON.has(word(i)) || SECOND_PERSON.has(word(i))) return false;
  // But for *was forced to admit* and *went on to say*.
  if (word(i) === 'to')
    return pos[i - 1] === 'ADP' || found.some(({ end }) => end === (doc.tokens.end[i] as number));
  const { first, last } = doc.sentences[sentence[at] as number] as Sentence;
  for (let k = i; k >= first && clause[k] === clause[at]; k--)
    if (word(k) === 'if' || word(k) === 'nor') return false;
  while (i >= 0 && pos[i] === 'AUX' && !MODALS.has(word(i))) i--;
  if (MODALS.has(word(i)) || NEGATIONS.has(word(i))) return false;
  return word(last - 1) !== '?';
}

/** *all but confirmed*, *nearly admitted* */
function isAlmost({ tokens }: Doc, at: number): boolean {
  const word = (i: number): string => (tokens.text[i] ?? '').toLowerCase();
  return APPROXIMATORS.has(word(at - 1)) || (word(at - 1) === 'but' && word(at - 2) === 'all');
}

/** *noted that he thinks so*, *made clear that she sees herself as a baker*: what is in the mind of whoever says it is no claim. */
function isOfOwnMind({ tokens: { text, pos }, tokenAt }: Doc, said: Span, { grammar }: Lexicons): boolean {
  const word = (i: number): string => (text[i] ?? '').toLowerCase();
  let i = tokenAt(said.start);
  if (word(i) === 'that') i++;
  if (!THIRD_PERSON_SUBJECTS.has(word(i))) return false;
  for (i++; pos[i] === 'ADV' || AUXILIARIES.has(word(i)); i++);
  return grammar.mind.has(word(i)) || REFLEXIVES.has(word(i + 1));
}

/** Whether the reporting word is a noun and not a verb taken for one: those follow a name, an adverb, a comma. */
function isNoun({ tokens }: Doc, at: number): boolean {
  return tokens.pos[at] === 'NOUN' && !BEFORE_VERBS.has(tokens.pos[at - 1] ?? 'PUNCT');
}

function formOf(doc: Doc, { content, form }: Quotation, cue: Span): ClaimForm {
  const { pos, text, clause } = doc.tokens;
  const word = (i: number): string => (text[i] ?? '').toLowerCase();
  const at = doc.tokenAt(cue.start);
  if (isNoun(doc, at)) return 'noun';
  const said = content[0] as Span;
  const [from, to] = [doc.tokenAt(said.start), doc.tokenAt((content.at(-1) as Span).end - 1) + 1];
  const isClause = (): boolean => {
    // "shows a man who is late": the verb of another clause makes none of the object.
    for (let i = from; i < to && clause[i] === clause[from] && !WHO_OR_WHICH.has(word(i)); i++) {
      if (pos[i] === 'AUX') return true;
      if (pos[i] === 'VERB' && word(i - 1) !== 'to' && !word(i).endsWith('ing')) return true;
    }
    return false;
  };
  const quoted = form !== 'indirect' || said.start < cue.start;
  const after = doc.tokenAt(cue.end - 1) + 1;
  // *claims 43% of the vote*
  const isBare = pos[after] === 'NUM' || pos[after] === 'SYM' || !isClause();
  if (!quoted && word(after) !== 'that' && isBare) return 'verb without a clause';
  let before = at - 1;
  while (before >= 0 && pos[before] === 'ADV') before--;
  return PASSIVE_AUXILIARIES.has(word(before)) && !word(at).endsWith('ing') ? 'passive' : 'verb and clause';
}

/**
 * The party that claims it, where the text says so: not the subject of a passive, nor somebody other than the owner of a noun
 * (*Reid’s claim*) or what a participle follows (*a report alleging*). A person who belongs to a political party is not the party.
 */
function claimantOf(
  doc: Doc,
  { content, source }: Quotation,
  cue: Span,
  form: ClaimForm,
  lexicons: Lexicons,
): string | undefined {
  if (source?.party === undefined || form === 'passive') return undefined;
  if (source.politicalParty === source.party && source.member !== source.party) return undefined;
  const { pos, text } = doc.tokens;
  const isInverted = source.span.start > cue.start;
  if (isInverted && (content[0] as Span).start > cue.start) return undefined;
  // *The group*, *they*: only people are followed with some certainty. *The resignation of Ada Moss*: it is not she.
  const { span, head } = source;
  const isPerson = doc.people.some(each => overlaps(each.span, span) && overlaps(each.span, head));
  const isMember = (): boolean =>
    doc.mentions.some(each => each.form === 'proper' && overlaps(each.span, head)) ||
    (/.\p{Lu}/u.test(sliceOf(doc.article, span)) && standsForSomebody(doc, head, lexicons));
  if (!isPerson && !isMember()) return undefined;
  const at = doc.tokenAt(cue.start);
  const between = at - 1 - doc.tokenAt(source.span.end - 1);
  if (form === 'noun') return between >= 0 && between <= 1 ? source.party : undefined;
  const follows = text[at]?.endsWith('ing') === true && (pos[at - 1] === 'NOUN' || pos[at - 1] === 'PROPN');
  return follows && between !== 0 ? undefined : source.party;
}

/** *leaders*, *spokeswoman*, *campaign* */
function standsForSomebody(doc: Doc, head: Span, { role }: Lexicons): boolean {
  const { from, to } = doc.sentences[doc.tokens.sentence[doc.tokenAt(head.start)] as number] as Sentence;
  return role.find(doc.words, from, to).some(match => overlaps(match, head));
}

/** The words of certainty in the reporting word itself, and those beside it in the outlet's own words. */
function wordsAbout(
  doc: Doc,
  { content, source }: Quotation,
  cue: Span,
  { certainty: matcher }: Lexicons,
): Match<CertaintyForm>[] {
  const { tokens, sentences, words } = doc;
  const at = doc.tokenAt(cue.start);
  const { from, to } = sentences[tokens.sentence[at] as number] as Sentence;
  const isSaid = ({ start }: Span): boolean => content.some(span => start >= span.start && start < span.end);
  return matcher.find(words, from, to).filter(match => {
    if (overlaps(match, cue)) return match.value.at.includes('cue') && !isAlmost(doc, at);
    if (match.value.at.includes('source')) return source !== undefined && overlaps(match, source.head);
    const token = doc.tokenAt(match.start);
    return (
      match.value.at.includes('beside') &&
      !isSaid(match) &&
      OWN.has(tokens.voice[token] as number) &&
      tokens.clause[token] === tokens.clause[at] &&
      Math.abs(token - at) <= NEAR
    );
  });
}
