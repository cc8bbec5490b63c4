import type { Page, Section } from '../model/page.js';
import { LEAST_CASES, type OutletProfile, type Report } from '../model/profile.js';
import { plural } from '../model/text.js';
import { cutAt } from './excerpts.js';
import { headingOf } from './passes.js';
import { sectionOf } from './section.js';
import { code, link, strong } from './view.js';
import { titleOf } from './words.js';

export const METHOD = 'method';

/** How it was measured, how accurate that is, and what it rests on: once a report, for all its pages. */
export function methodPage(report: Report): Page {
  return {
    kind: 'method',
    file: METHOD,
    title: `Method: ${titleOf(report.story)}`,
    lead: [
      [
        'Every figure is a sum of weights over passages of the articles, divided by the denominator named beside it. The passages stand in ',
        link('data/evidence.jsonl', 'data/evidence.jsonl'),
        ', where the ids on the pages lead. Whose words they are is decided before anything is counted: the outlet’s own, headlines and ' +
          'captions included; its own in scare quotes; others’ words as it reports them (indirect speech); others’ words as it quotes them. ' +
          'Intervals are 95%: Wilson’s for shares; for means a bootstrap over sentences, or over articles where an outlet has five or more. ' +
          `No interval is given, and no two outlets are contrasted, below ${LEAST_CASES} cases. A page shows the passages that tell most; all others stand in the data.`,
      ],
    ],
    sections: [
      accuracySection(report),
      ...report.passes.map(pass => methodSection(headingOf(pass), pass)),
      ...OVER_THE_STORY.map(each => methodSection(each.name, each)),
      sourcesSection(report),
      ...furnitureSection(report.profiles),
    ],
  };
}

const methodSection = (
  title: string,
  { question, method, limits, reference }: Record<'question' | 'method' | 'limits' | 'reference', string>,
): Section =>
  sectionOf(title, {
    question,
    lead: [method, [strong('Limits:'), ` ${limits}`], [strong('Sources:'), ` ${reference}`]],
  });

/** What is asked of all articles of the story together, described as passes describe themselves. */
const OVER_THE_STORY = [
  {
    name: 'Shared copy',
    question: 'What does an outlet change in sentences that others also run?',
    method:
      'Sentences of two outlets are aligned word by word if they share runs of three words. They are one piece of copy if two thirds of ' +
      'their words are the same in the same order, or half of them in long runs; parts of sentences need twelve such words, seven in ten of the ' +
      'stretch. Punctuation and capitals are no edits; spellings that the variants lexicons list are called house style. If hardly anything but ' +
      'quoted words, and who spoke them, is in common, it is shared speech, unless the sentence before or after is copy too. The share of an ' +
      'article is its words in such stretches, without edited words.',
    limits:
      'It shows that two outlets have the same words, not who had them first. Copy that was rewritten throughout is not seen. What an edit touches ' +
      'is judged by the lexicons.',
    reference:
      'Clough, Gaizauskas, Piao and Wilks (2002), METER: measuring text reuse, ACL; Myers (1986), An O(ND) difference algorithm, Algorithmica 1.',
  },
  {
    name: 'Coverage',
    question: 'What do others report that an outlet does not?',
    method:
      'Items are the facts that terminology lexicons declare, and what is found in the articles: names by their capitals, figures, dates, common ' +
      'nouns. Each is searched for in every article in all its forms; its first place is shown. Ranked first is what most outlets have, early, ' +
      'near a party and a word of harm. All items and forms stand in data/coverage.csv.',
    limits:
      'Words are searched for, not meanings: an outlet that reports a thing in words that are not listed counts as not reporting it, so check ' +
      'the forms. Two people of one surname are one item unless an article names both. That something is not in these articles does not mean ' +
      'that the outlet never reported it.',
    reference:
      'Hamborg, Donnay and Gipp (2019), Automated identification of media bias in news articles, IJDL 20 (commission and omission of information).',
  },
  {
    name: 'Contrasts',
    question: 'On what do two outlets differ, and by which words?',
    method:
      'The difference of two pooled values with its interval, and what each term contributes. A difference is reported if its interval excludes ' +
      'zero both with and without text that both ran, and if it is significant among all contrasts at a false discovery rate of .20 ' +
      '(“likely”) or .05 (“clear”). Each is tried again without every lexicon entry in turn, and with attributed words counted too; what fails is ' +
      'reported and caps the verdict at “likely”, as do fewer than five articles. How much more text it would take is computed from the values as they are.',
    limits:
      'Words of one article depend on each other, so intervals over sentences are rather too narrow. A difference that is not significant may still exist.',
    reference:
      'Newcombe (1998), Statistics in Medicine 17, and Zou and Donner (2008), Statistics in Medicine 27 (intervals); Altman and Bland (2011), BMJ 343 ' +
      '(p from an interval); Benjamini and Hochberg (1995), JRSS B 57 (false discovery rate).',
  },
] as const;

const accuracySection = ({ accuracy }: Report): Section =>
  sectionOf('Accuracy on public data', {
    tables: [
      {
        head: ['measured on', 'figure', 'value', '95%', 'of'],
        rows: accuracy.map(({ set, title, value, low, high, n, of }) => [
          set,
          title,
          value.toFixed(3),
          `${low.toFixed(3)} to ${high.toFixed(3)}`,
          `${n} ${of}`,
        ]),
      },
    ],
    notes: [
      'Those are other articles than these: check what matters against the passages. Sentiment orders two outlets little better than a coin, so such an ' +
        'order is seldom reported. The accuracy of terminology and mentions has not been measured; they are word lists, and what they find is listed.',
    ],
  });

/** Lexicons that a report used, articles, version: what it takes to make the same again. */
function sourcesSection({ lexicons, profiles, version }: Report): Section {
  const used = new Set(
    profiles.flatMap(({ estimates }) =>
      estimates.flatMap(({ subject, evidence }) =>
        evidence.length === 0 ? [] : (lexicons.concepts.get(subject.split('/')[0] as string)?.lexicon ?? []),
      ),
    ),
  );
  const listed = lexicons.files.filter(({ kind, id }) => kind !== 'terminology' || used.has(id));
  const others = lexicons.files.length - listed.length;
  return sectionOf('Sources', {
    lines: [
      `Parallax ${version}`,
      ...listed.map(({ kind, id, digest }) => [`${kind} lexicon `, code(id), ' ', code(digest)]),
      ...profiles.flatMap(({ articles }) =>
        articles.map(({ path, digest }) => ['article ', code(path), ' ', code(digest)]),
      ),
    ],
    notes:
      others === 0
        ? []
        : [
            `${plural(others, 'terminology lexicon')} in force found none of their terms; all digests stand in data/report.json.`,
          ],
  });
}

const LONGEST = 90;

function furnitureSection(profiles: readonly OutletProfile[]): Section[] {
  const lines = profiles.flatMap(({ articles }) =>
    articles.flatMap(({ path, furniture }) =>
      furniture.map(({ rule, text, line }) => [code(`${path}:${line}`), ` ${rule}: ${cutAt(text, LONGEST)}`]),
    ),
  );
  return lines.length === 0
    ? []
    : [
        sectionOf('Page furniture', {
          lead: ['Text of the pages that is not the outlets’ prose and is not counted:'],
          lines,
        }),
      ];
}
