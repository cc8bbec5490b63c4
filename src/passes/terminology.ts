import { type WordsOf, whoseWordsIn } from '../loaded/whose.js';
import { VOICES } from '../model/article.js';
import type { Doc, Sentence } from '../model/doc.js';
import type { Observation, Pass } from '../model/evidence.js';
import type { Lexicons } from '../model/lexicon.js';

const OF_NAMINGS = { per: 'naming', voices: 'split' } as const;

/** Whether a word of a form is one of a label's, whatever its ending. */
const isSameWord = (a: string, b: string): boolean =>
  a === b || (a.slice(0, 4) === b.slice(0, 4) && Math.min(a.length, b.length) > 3);

const wordsOf = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * How near what the text says is to the name that pages give it: a label stands for forms that are worded otherwise, and
 * there a reader may find that it names something else.
 */
function groundsOf(label: string, form: string): string {
  const [named, said] = [wordsOf(label), wordsOf(form)];
  const shared = named.filter(word => said.some(each => isSameWord(word, each))).length;
  const alone = said.length === 1 ? ', one word' : '';
  return (
    (shared === named.length ? 'the label itself' : shared > 0 ? 'words of the label' : 'other words') + alone
  );
}

/**
 * Where whose words they are is not sure: in the outlet’s words that may be somebody else’s all the same, and in reported speech, where
 * a gloss of the outlet’s own may stand. Undefined where it is.
 */
function unsureWhose(doc: Doc, whose: WordsOf, token: number, { cue }: Lexicons): string | undefined {
  const voice = VOICES[doc.tokens.voice[token] as number];
  if (voice === 'indirect') return 'in reported speech';
  if (voice !== 'outlet') return undefined;
  const { from, to } = doc.sentences[doc.tokens.sentence[token] as number] as Sentence;
  return whose.of(token, cue.find(doc.words, from, to)) === 'unclear' ? 'unclear whose words' : undefined;
}

export const terminology: Pass = {
  name: 'terminology',
  heading: 'Rival terms',
  question: 'Of the rival terms for a contested thing, which does the outlet choose?',
  method:
    'The text is searched for every listed form of every label; a label’s value is its share among all namings of its ' +
    'concept, so that how long an article is and how much it writes about the concept drop out. A lexicon that ' +
    'says what it is about counts only in articles that name its topic in the headline, or twice. The lean of a ' +
    'concept is the share of namings that favour the first party of its lexicon minus the share that favour the second.',
  limits:
    'Only listed forms are found. A form is counted whatever it refers to in its sentence, unless a longer listed ' +
    'phrase excludes it. Whom a label favours is what the lexicon’s sources say.',
  reference:
    'Choice sets: Gentzkow and Shapiro (2010), What drives media slant?, Econometrica 78(1); word choice and ' +
    'labelling: Hamborg, Zhukova and Gipp (2019), JCDL.',
  measures: [
    {
      id: 'terminology.label',
      title: 'share of the namings of the concept',
      ...OF_NAMINGS,
      of: 'label',
      kind: 'share',
      shown: { role: '', line: 'rival terms, counts in own words' },
      says: (_, { label, favours }) =>
        `rival term (“{subject}”): ${label}${favours === undefined ? '' : `; favours ${favours}`}`,
    },
    {
      id: 'terminology.favours',
      title: 'share of the rival terms that favour it',
      ...OF_NAMINGS,
      of: 'party',
      kind: 'share',
      weak: 'it sums up the labels, which are contrasted one by one',
      shown: {
        scorecard: 'rival terms that favour it',
        overview: 'rival terms that favour {subject}',
        finding: false,
        line: false,
      },
      says: false,
    },
    {
      id: 'terminology.lean',
      title: 'share favouring the first party minus share favouring the second',
      ...OF_NAMINGS,
      of: 'concept',
      kind: 'mean',
      shown: { overview: false, finding: false, line: false },
      says: false,
    },
  ],
  *observe(doc, lexicons): Generator<Observation> {
    const whose = whoseWordsIn(doc);
    for (const { concept: id, label: labelId, form, span } of doc.terms) {
      const concept = lexicons.concepts.get(id);
      const label = concept?.labels.find(each => each.id === labelId);
      if (concept === undefined || label === undefined) continue;
      const token = doc.tokenAt(span.start);
      const grounds = unsureWhose(doc, whose, token, lexicons) ?? groundsOf(labelId, form);
      const seen = { subject: id, label: labelId, term: form, span, grounds };
      yield { measure: 'terminology.label', ...seen, weight: 1 };
      for (const party of concept.parties) {
        const weight = Number(label.favours === party);
        yield { measure: 'terminology.favours', ...seen, subject: party, weight };
      }
      const side = label.favours === undefined ? -1 : concept.parties.indexOf(label.favours);
      yield { measure: 'terminology.lean', ...seen, weight: side < 0 ? 0 : side === 0 ? 1 : -1 };
    }
  },
};
