import { type JudgedWord, LoadedJudge } from '../loaded/judge.js';
import { type Whose, whoseWordsIn } from '../loaded/whose.js';
import { type Span, termAt } from '../model/article.js';
import type { Doc } from '../model/doc.js';
import type { Observation, Pass } from '../model/evidence.js';
import type { CueForm, Match } from '../model/lexicon.js';

/** From this probability on a listed word counts as a clear case. */
const CLEAR = 0.25;

export const loaded: Pass = {
  name: 'loaded language',
  heading: 'Loaded words',
  question: 'Where does the outlet evaluate in its own words?',
  method:
    'A word counts as loaded if it stands in a class of the loaded lexicons whose words evaluate wherever they stand (regime, ' +
    'so-called, massacred), or if it is probable enough that readers would mark it: a logistic regression over a few dozen ' +
    'general features, such as the class of the lexicon, the part of speech, beginnings and endings, how like the listed ' +
    'words it is, and what stands beside it. Weights and threshold were set on BABE train, from which no word was taken. ' +
    'What the lexicons list as merely grave (killed, war, shelling), deeds of the events lexicons and names do not count ' +
    'unless listed as evaluating. The denominator is the words of the same voice; a listed phrase counts once. Each word is given ' +
    'with its class, or with the features that led to it.',
  limits:
    'Readers agree little on what is loaded: about half of the words reported here had been marked in the annotated ' +
    'sentences, and about half of the marked words are reported. A word may be loaded and right. Irony, allusion and loaded ' +
    'choices between plain words are not seen; rival terms for contested things are measured by themselves. ' +
    'The weights come from US political news.',
  reference:
    'Loaded and biased words: Recasens, Danescu-Niculescu-Mizil and Jurafsky (2013), ACL; Hube and Fetahu (2019), WSDM; ' +
    'Spinde and others (2021), BABE, Findings of EMNLP. Evaluation in language: Martin and White (2005). Boosters: Hyland ' +
    '(2005). Style guides of AP, Reuters, the BBC and the Guardian.',
  measures: [
    {
      id: 'loaded.words',
      title: 'loaded words',
      matterOfTaste: true,
      of: 'text',
      per: 'word',
      kind: 'rate',
      voices: 'split',
      shown: {
        overview: 'loaded words',
        finding: 'of its own words, {figure} are loaded',
        least: 3,
        role: '',
        terms: true,
      },
      // Without the features that spoke for it, which the label has after a colon.
      says: ({ label = '' }) => `loaded word (${label.replace(/:.*/, '')})`,
    },
  ],
  *observe(doc, lexicons): Generator<Observation> {
    const judge = new LoadedJudge(doc, lexicons);
    const whose = whoseWordsIn(doc);
    for (const { index, from, to } of doc.sentences) {
      let done = -1;
      const words = judge.loaded(index);
      if (words.length === 0) continue;
      const cues = lexicons.cue.find(doc.words, from, to);
      for (const word of words) {
        const span = whole(word);
        if (span.start < done) continue;
        done = span.end;
        const term = termAt(doc.article, span);
        // The one subject is the text itself, whoever it is about.
        yield {
          measure: 'loaded.words',
          subject: 'text',
          term,
          label: word.why,
          span,
          weight: 1,
          grounds: groundsOf(word, whose.of(word.unit.first, cues), reportingAt(doc, cues, word.span)),
        };
      }
    }
  },
};

/** The word with all of the form that it is listed in. */
const whole = ({ span, unit: { form } }: JudgedWord): Span => ({
  start: Math.min(span.start, form?.start ?? span.start),
  end: Math.max(span.end, form?.end ?? span.end),
});

/** Of a word that can report: whether it does here. *To claim a refund* and *a claim* do not. */
type Reporting = 'reports' | 'could report' | undefined;

function reportingAt({ quotations }: Doc, cues: readonly Match<CueForm>[], { start }: Span): Reporting {
  const cue = cues.find(each => each.start === start);
  if (cue === undefined) return undefined;
  const reports = cue.value.frames.includes('act') || quotations.some(each => each.cue?.start === start);
  return reports ? 'reports' : 'could report';
}

/** How it was found: what lists it, how clearly, and whose words they are. */
function groundsOf({ unit, probability }: JudgedWord, whose: Whose, reporting: Reporting): string {
  if (whose === 'unclear') return 'unclear whose words';
  // A reporting word within what somebody is reported to say is often the outlet’s own (*and boasted*).
  if (whose === 'reported' || (whose === 'reported by a person' && reporting !== undefined))
    return 'in reported speech';
  const isPlain = reporting === 'could report' || (reporting === 'reports' && unit.pos === 'NOUN');
  const isListed = unit.class !== undefined && !isPlain;
  if (!unit.always && !(isListed && probability >= CLEAR)) return 'less clear';
  return `clear, ${whose === 'own' ? 'own words' : whose}`;
}
