import type { Inline, Page, Section } from '../model/page.js';
import { plural } from '../model/text.js';
import { copiesSentence, editsSection } from './copy.js';
import { designationsSection } from './designations.js';
import { differencesSection } from './differences.js';
import { fitted } from './layout.js';
import { METHOD } from './method.js';
import { absencesSection } from './omissions.js';
import { comparedSection } from './passes.js';
import { overview, sidesSentence } from './scorecard.js';
import { sectionOf } from './section.js';
import { joined, link, strong, type View } from './view.js';
import { listOf, titleOf } from './words.js';

/** Words of the page, about. */
const WORDS = 2350;

/**
 * All outlets side by side.
 *
 * @param files the file of each outlet’s own page, if there is one
 * @param stories the file of each story’s own comparison, if several are pooled
 */
export function comparisonPage(
  view: View,
  files: ReadonlyMap<string, string>,
  stories: ReadonlyMap<string, string>,
): Page {
  const { report } = view;
  const pooled = report.pooled?.stories.length ?? 0;
  const several = pooled > 1;
  const title = several ? plural(pooled, 'story', 'stories') : titleOf(report.story);
  return fitted(
    {
      kind: 'comparison',
      file: 'comparison',
      title: `${title}: ${report.profiles.length === 1 ? 'one outlet' : `${report.profiles.length} outlets side by side`}`,
      lead: [...storiesRead(view, stories), population(view, files)],
      sections: [
        differencesSection(view),
        several ? undefined : headlines(view),
        overview(view),
        ...report.passes.slice(0, 1).map(pass => comparedSection(view, pass)),
        designationsSection(view),
        editsSection(view),
        several ? undefined : absencesSection(view),
        ...report.passes.slice(1).map(pass => comparedSection(view, pass)),
      ],
    },
    WORDS,
  );
}

const MOST_HEADLINES = 12;

/** The outlets’ headlines, as given or as they stand in the text. */
function headlines({ report }: View): Section | undefined {
  const lines = report.profiles.flatMap(({ outlet, articles }) =>
    articles.flatMap(({ title }): Inline[] =>
      title === undefined ? [] : [[strong(`${outlet}:`), ` ${title}`]],
    ),
  );
  return lines.length < 2 ? undefined : sectionOf('Headlines', { lines: lines.slice(0, MOST_HEADLINES) });
}

/** Which stories were read, and which were not because some outlet does not cover them. */
function storiesRead({ report: { pooled, profiles } }: View, pages: ReadonlyMap<string, string>): Inline[] {
  if (pooled === undefined) return [];
  const nameOf = (story: string): Inline => {
    const file = pages.get(story);
    return file === undefined ? titleOf(story) : link(file, titleOf(story));
  };
  const cover = profiles.length === 2 ? 'both outlets cover' : 'all outlets cover';
  const listed = (before: string, stories: readonly Inline[], after: string): Inline[] =>
    stories.length === 0 ? [] : [[before, ...joined(stories, '; '), after]];
  return [
    ...listed(
      `Pooled over the stories that ${cover}: `,
      pooled.stories.length > 1 ? pooled.stories.map(nameOf) : [],
      '. Omissions are compared story by story.',
    ),
    ...listed(
      `Not pooled, because not ${cover} them: `,
      pooled.others.map(({ story, outlets }) => [nameOf(story), ` (${listOf(outlets)})`]),
      '.',
    ),
  ];
}

function population(view: View, files: ReadonlyMap<string, string>): Inline {
  const { profiles } = view.report;
  const named = profiles.map(({ outlet, articles }): Inline => {
    const file = files.get(outlet);
    const name = file === undefined ? outlet : link(`${file}.md`, outlet);
    return articles.length === 1 ? name : [name, ` (${plural(articles.length, 'article')})`];
  });
  return [
    'Outlets: ',
    ...joined(named),
    '. ',
    copiesSentence(view),
    profiles.length > 1 && profiles.every(({ articles }) => articles.length === 1)
      ? 'With only one article per outlet, few differences can be significant: they describe these articles, not how an outlet usually writes. '
      : '',
    sidesSentence(view),
    'A difference between outlets does not imply a judgement about truth or intent. ',
    link(`${METHOD}.md`, 'Method and accuracy'),
    '.',
  ];
}
