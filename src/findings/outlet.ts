import type { Voice } from '../model/article.js';
import { sum } from '../model/collections.js';
import type { Finding, Inline, Page, Section } from '../model/page.js';
import type { OutletProfile } from '../model/profile.js';
import { percent, plural } from '../model/text.js';
import { copiesSentence, editFindings, editSection, sharedSentence } from './copy.js';
import { designationFindings, designationSection } from './designations.js';
import { withPassages } from './excerpts.js';
import { fitted } from './layout.js';
import { METHOD } from './method.js';
import { omissionFindings, omissionSections } from './omissions.js';
import { findingsOf, outletSection } from './passes.js';
import { scorecard, sidesSentence, wordCount } from './scorecard.js';
import { sectionOf } from './section.js';
import { link, type View } from './view.js';
import { listOf, titleOf } from './words.js';

/** Findings that open a page, most telling first. */
const MOST_FINDINGS = 6;
const LEAST_FINDINGS = 3;
/** Of one pass, or of the edits, or of the omissions. */
const MOST_OF_A_KIND = 2;
/** Words of a page, or times its articles, as `wordsIn` estimates them: in print they are about an eighth fewer. */
const WORDS = 980;
const TIMES_ITS_ARTICLES = 1.3;

/** The page of one outlet: scorecard, findings, then a section for each pass that saw something. */
export function outletPage(view: View, profile: OutletProfile, file: string): Page {
  const { outlet, articles } = profile;
  const { passes, story } = view.report;
  const found = [
    ...passes.map(pass => findingsOf(view, outlet, pass)),
    editFindings(view, 2, outlet),
    omissionFindings(view, outlet),
    designationFindings(view, outlet),
  ];
  return fitted(
    {
      kind: 'outlet',
      file,
      outlet,
      title: `${outlet} on ${titleOf(story)}`,
      titles: articles.flatMap(({ title }) => title ?? []),
      lead: [...articles.slice(0, MOST_HEADLINES).map(headline), population(view, profile)],
      sections: [
        scorecard(view, outlet),
        findingsSection(view, found),
        ...passes.slice(0, 1).map(pass => outletSection(view, outlet, pass)),
        designationSection(view, outlet),
        ...passes.slice(1).map(pass => outletSection(view, outlet, pass)),
        editSection(view, outlet),
        ...omissionSections(view, outlet),
      ],
    },
    Math.max(WORDS, TIMES_ITS_ARTICLES * wordCount(profile)),
  );
}

const MOST_HEADLINES = 3;

/** The best of each kind, then the best of all: a page opens with several kinds of things. */
function findingsSection(view: View, found: readonly (readonly Finding[])[]): Section {
  const inTurn = found
    .flatMap(each => each.toSorted((a, b) => b.rank - a.rank).map((finding, turn) => ({ finding, turn })))
    .toSorted((a, b) => a.turn - b.turn || b.finding.rank - a.finding.rank);
  const best = inTurn.filter(({ turn }) => turn < MOST_OF_A_KIND).slice(0, MOST_FINDINGS);
  // A page that has little to say may say more of one kind.
  const chosen = (best.length < LEAST_FINDINGS ? inTurn.slice(0, LEAST_FINDINGS) : best).map(
    ({ finding }) => finding,
  );
  return sectionOf('Findings', {
    findings: withPassages(
      view,
      chosen.toSorted((a, b) => b.rank - a.rank),
    ),
    lead: chosen.length === 0 ? ['Nothing in its text is listed in the lexicons.'] : [],
  });
}

const headline = ({ title, date, id }: OutletProfile['articles'][number]): Inline =>
  [title === undefined ? id : `“${title}”`, ...(date === undefined ? [] : [date])].join(', ');

/** What the page rests on, in a few sentences. */
function population(view: View, profile: OutletProfile): Inline {
  const { articles } = profile;
  const total = wordCount(profile);
  const share = (...voices: readonly Voice[]): string =>
    percent(sum(articles.flatMap(({ words }) => voices.map(voice => words[voice]))) / Math.max(1, total));
  const agencies = [...new Set(articles.flatMap(({ agency }) => agency ?? []))];
  const apart = articles.filter(({ headlineInText, title }) => !headlineInText && title !== undefined);
  return [
    `${articles.length === 1 ? 'One article' : plural(articles.length, 'article')}, ${total} words: ` +
      `${share('outlet', 'scare')} own words, ${share('indirect')} reported speech, ${share('direct')} quoted speech. `,
    copiesSentence(view, profile.outlet),
    sharedSentence(view, profile),
    agencies.length > 0 ? `Credited in part to ${listOf(agencies)}. ` : '',
    apart.length > 0 ? `${plural(apart.length, 'headline')} not in the text and not analysed. ` : '',
    'The page describes choices in this story, not how the outlet usually writes. ',
    sidesSentence(view),
    link(`${METHOD}.md`, 'Method and accuracy'),
    '; ',
    link('comparison.md', 'all outlets'),
    '.',
  ];
}
