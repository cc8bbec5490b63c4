import { LEAST_CONFIDENCE } from '../model/confidence.js';
import type { Method } from '../model/evidence.js';
import type { Page, Section } from '../model/page.js';
import { type Accuracy, LEAST_CASES, type OutletProfile, type Report } from '../model/profile.js';
import { percent, plural } from '../model/text.js';
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
        'Every figure is a sum of weights over passages of the articles, divided by the denominator named beside it. The passages are in ',
        link('data/evidence.jsonl', 'data/evidence.jsonl'),
        ', to which the ids on the pages refer. Whose words they are is decided before anything is counted: the outlet’s own, headlines and ' +
          'captions included; its own in scare quotes; others’ words as it reports them (indirect speech); others’ words as it quotes them. ' +
          'Intervals are 95%: Wilson’s for shares; for means a bootstrap over sentences, or over articles where an outlet has five or more. ' +
          `No interval is given, and no two outlets are contrasted, below ${LEAST_CASES} independent cases (sentences, for a mean). A page shows the most telling passages; all others are in the data.`,
      ],
    ],
    sections: [
      ...accuracySections(report),
      ...report.passes.map(pass => methodSection(headingOf(pass), pass)),
      ...report.methods.map(each => methodSection(each.name, each)),
      sourcesSection(report),
      ...furnitureSection(report.profiles),
    ],
  };
}

const methodSection = (title: string, { question, method, limits, reference }: Method): Section =>
  sectionOf(title, {
    question,
    lead: [method, [strong('Limits:'), ` ${limits}`], [strong('Sources:'), ` ${reference}`]],
  });

/** What people said of evidence like that on the pages, and figures on annotated texts of others. */
function accuracySections({ accuracy }: Report): Section[] {
  const [judged, measured] = [true, false].map(isJudged =>
    accuracy.filter(({ measure }) => (measure !== undefined) === isJudged),
  ) as [Accuracy[], Accuracy[]];
  const cellsOf = ({ value, low, high }: Accuracy): string[] => [
    value.toFixed(3),
    `${low.toFixed(3)} to ${high.toFixed(3)}`,
  ];
  return [
    sectionOf('Precision of the evidence', {
      lead: [
        `A page shows only evidence of kinds of which readers called ${percent(LEAST_CONFIDENCE)} or more right, and says how much was set ` +
          'aside; that is in the data with its confidence, in no count. The confidence of a kind is the share called right, drawn ' +
          'toward that of its pass where few were judged (empirical Bayes). What nobody has judged is shown.',
      ],
      tables:
        judged.length === 0
          ? []
          : [
              {
                head: ['evidence', 'right', '95% CI', 'n', 'alpha'],
                rows: judged.map(each => [
                  each.title,
                  ...cellsOf(each),
                  `${each.n} ${each.of}`,
                  each.alpha === undefined ? '–' : each.alpha.toFixed(2),
                ]),
              },
            ],
      notes:
        judged.length === 0
          ? []
          : [
              `Judged: ${judged[0]?.set}. Intervals: Wilson. Alpha: Krippendorff’s, of the verdicts of those who judged the same pieces ` +
                '(Hayes and Krippendorff 2007). To judge a report yourself: “parallax sample”, then “parallax report --validated”.',
            ],
    }),
    sectionOf('Accuracy on public data', {
      tables: [
        {
          head: ['dataset', 'measure', 'value', '95% CI', 'n'],
          rows: measured.map(each => [each.set, each.title, ...cellsOf(each), `${each.n} ${each.of}`]),
        },
      ],
      notes: [
        'These figures are from other articles: check anything you rely on against the passages. Sentiment ranks two outlets barely better than chance, so such a ' +
          'ranking is seldom reported.',
      ],
    }),
  ];
}

/** Lexicons that a report used, articles, version: what it takes to make the same again. */
function sourcesSection({ lexicons, profiles, version, castDigest }: Report): Section {
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
      ...(castDigest === undefined ? [] : [['cast corrected by hand, in a file ', code(castDigest)]]),
      ...profiles.flatMap(({ articles }) =>
        articles.map(({ path, digest }) => ['article ', code(path), ' ', code(digest)]),
      ),
    ],
    notes:
      others === 0
        ? []
        : [
            `No terms from ${plural(others, 'further terminology lexicon')} were found; all digests are in data/report.json.`,
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
