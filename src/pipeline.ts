import { CAST } from './cast/method.js';
import { coverage } from './coverage/coverage.js';
import { COVERAGE } from './coverage/method.js';
import { coverageOf } from './coverage/omissions.js';
import { designations } from './discover/designations.js';
import { DESIGNATIONS } from './discover/method.js';
import { readStory } from './documents.js';
import { FaultList } from './errors.js';
import figures from './evaluate/figures.json' with { type: 'json' };
import judged from './evaluate/judged.json' with { type: 'json' };
import { comparisonPages, pagesOf } from './findings/index.js';
import type { Article } from './model/article.js';
import type { Cast, CastCorrections, CorrectedCasts } from './model/cast.js';
import { addTo, byText, groupBy } from './model/collections.js';
import { type Confidence, confidenceFrom } from './model/confidence.js';
import { NO_DESIGNATIONS } from './model/designation.js';
import type { Pass } from './model/evidence.js';
import type { Lexicons } from './model/lexicon.js';
import type { Page } from './model/page.js';
import type { Accuracy, Report, Validation } from './model/profile.js';
import type { Trace } from './model/story.js';
import { version } from './package.js';
import { PASSES } from './passes/index.js';
import { measure } from './passes/measure.js';
import { withoutCopies } from './reuse/copies.js';
import { SHARED_COPY } from './reuse/method.js';
import { poolCopy } from './reuse/pool.js';
import { sharedCopy } from './reuse/shared-copy.js';
import { namedMembers, namesByOutlet } from './statistics/cast-names.js';
import { compare } from './statistics/compare.js';
import { CONTRASTS } from './statistics/method.js';
import { type MeasuredArticle, profile } from './statistics/profile.js';
import { summarise } from './statistics/summary.js';
import { keyed } from './text/keys.js';
import { trace } from './text/trace.js';
import { fileNames, pooledStoryFiles, storyFiles } from './write/index.js';

/** No report holds suggestions for lexicons. */
const ACCURACY: readonly Accuracy[] = figures.filter(({ task }) => task !== 'suggestions');
const JUDGED: Validation = judged;
const CONFIDENCE = confidenceFrom(JUDGED.kinds);

/** How a report may be made otherwise than by default. */
export interface Choices {
  /** The questions put to every article; without them, those of the package. */
  readonly passes?: readonly Pass[] | undefined;
  /** What a user says of the casts of the stories. */
  readonly casts?: CorrectedCasts | undefined;
  /** What users' own readers said of the evidence. */
  readonly validated?: Validation | undefined;
  /** Whether articles that an outlet has twice count twice. */
  readonly keepDuplicates?: boolean | undefined;
  /** How sure each kind of evidence is; without it, as readers judged it. */
  readonly confidence?: Confidence | undefined;
}

/** What a report is made with: the word lists, and the questions put to every article. */
interface Means extends Choices {
  readonly lexicons: Lexicons;
  readonly passes: readonly Pass[];
}

const meansOf = (lexicons: Lexicons, choices: Choices): Means => ({
  ...choices,
  lexicons,
  passes: choices.passes ?? PASSES,
});

/** Precision that users judged stands in the place of what the package knows; for confidence their verdicts are added. */
const accuracyWith = (validated: Validation = JUDGED): readonly Accuracy[] => [
  ...validated.accuracy,
  ...ACCURACY,
];
const confidenceWith = ({ validated, confidence = CONFIDENCE }: Choices): Confidence =>
  validated === undefined ? confidence : confidenceFrom([...JUDGED.kinds, ...validated.kinds]);

interface AnalysedArticles {
  readonly analysed: readonly (MeasuredArticle & { readonly trace: Trace })[];
  readonly cast: Cast;
  /** The lexicons with the members of the cast among their parties. */
  readonly names: Lexicons;
}

/** Members that were found in the text are called by their names as those are that the lexicons list; so are those that a user renames. */
function withCast(lexicons: Lexicons, { members }: Cast): Lexicons {
  const parties = new Map(lexicons.parties);
  for (const { id, name, listed } of members.values()) {
    const known = listed ? parties.get(id) : undefined;
    if (known?.name !== name) parties.set(id, { kind: 'group', collective: false, ...known, id, name });
  }
  return Object.create(lexicons, { parties: { value: parties, enumerable: true } }) as Lexicons;
}

/** The articles of a story, from their texts to their evidence, and who the story is about. */
export function analyse(
  articles: readonly Article[],
  lexicons: Lexicons,
  passes: readonly Pass[] = PASSES,
  corrections?: CastCorrections,
  confidence: Confidence = CONFIDENCE,
): AnalysedArticles {
  const { docs, cast } = readStory(articles, lexicons, corrections);
  return {
    names: withCast(lexicons, cast),
    analysed: docs.map(doc => ({
      summary: summarise(doc),
      measured: measure(doc, passes, lexicons, confidence),
      trace: trace(doc),
    })),
    cast,
  };
}

/** What is kept of a story once its articles are analysed. */
type AnalysedStory = ReturnType<typeof analyseStory>;

/**
 * What is asked of all articles of a story together: what they share, and what some report and others do not.
 *
 * @param traces sorted by outlet, then by article
 */
export function acrossOutlets(
  traces: readonly Trace[],
  lexicons: Lexicons,
): Pick<Report, 'copy' | 'coverage'> {
  const comparable = keyed(traces, lexicons);
  return { copy: sharedCopy(comparable, lexicons), coverage: coverage(comparable, lexicons) };
}

function analyseStory(given: readonly Article[], story: string, means: Means) {
  const { lexicons, passes, casts, keepDuplicates } = means;
  const { articles, copies } = keepDuplicates ? { articles: given, copies: [] } : withoutCopies(given);
  const outlets = new Map<string, MeasuredArticle[]>();
  const sorted = articles.toSorted((a, b) => byText(a.outlet, b.outlet) || byText(a.id, b.id));
  const traces: Trace[] = [];
  const { analysed, cast, names } = analyse(
    sorted,
    lexicons,
    passes,
    casts?.stories.get(story),
    confidenceWith(means),
  );
  for (const [n, { trace: kept, ...measured }] of analysed.entries()) {
    traces.push(kept);
    addTo(outlets, (sorted[n] as Article).outlet, measured);
  }
  const called = designations(traces, names, cast);
  return { story, cast, names, outlets, copies, designations: called, ...acrossOutlets(traces, names) };
}

function reportOf(
  { story, outlets, copies, copy, coverage, cast, names, designations: called }: AnalysedStory,
  means: Means,
  stories: readonly string[] = [story],
): Report {
  const { passes, casts, validated } = means;
  const measures = passes.flatMap(pass => pass.measures);
  const profiles = profile(outlets, story, measures);
  return {
    story,
    profiles,
    copies,
    comparison: compare(profiles, outlets, measures, copy.pairs),
    copy,
    coverage,
    designations: called,
    cast,
    named: namedMembers(cast, namesByOutlet(profiles.map(({ outlet, articles }) => [outlet, articles]))),
    ...(casts !== undefined && stories.some(each => casts.stories.has(each)) && { castDigest: casts.digest }),
    passes,
    methods: [CAST, DESIGNATIONS, SHARED_COPY, COVERAGE, CONTRASTS],
    lexicons: names,
    version,
    accuracy: accuracyWith(validated),
    confidence: confidenceWith(means),
  };
}

/** The outlets of one story, each against each. */
export function makeReport(
  articles: readonly Article[],
  story: string,
  lexicons: Lexicons,
  given: Choices = {},
): Report {
  const means = meansOf(lexicons, given);
  return reportOf(analyseStory(articles, story, means), means);
}

/** The casts of several stories as one: a member is the first of its id; sides are those of all. */
const poolCasts = (casts: readonly Cast[]): Cast => ({
  members: new Map(casts.toReversed().flatMap(({ members }) => [...members])),
  sides: [...new Set(casts.flatMap(({ sides }) => sides))],
  level: casts.every(({ level }) => level === 'countries') ? 'countries' : 'people',
});

/** A story, or several as one, all of which every outlet covers; the others are listed and not mixed in. */
function pooledReport(
  stories: readonly [AnalysedStory, ...AnalysedStory[]],
  others: NonNullable<Report['pooled']>['others'],
  means: Means,
): Report {
  const [first, ...more] = stories;
  const covered = stories.map(({ story }) => story);
  const names = [...first.outlets.keys()];
  const pooled = {
    story: '',
    outlets: new Map(
      names.map(name => [name, stories.flatMap(({ outlets }) => outlets.get(name) as MeasuredArticle[])]),
    ),
    cast: poolCasts(stories.map(({ cast }) => cast)),
    names: stories.reduce((names, { cast }) => withCast(names, cast), means.lexicons),
    copy: poolCopy(stories.map(({ copy }) => copy)),
    coverage: coverageOf(names, []),
    copies: stories.flatMap(({ copies }) => copies),
    designations: NO_DESIGNATIONS,
  };
  return {
    ...reportOf(more.length > 0 ? pooled : first, means, covered),
    pooled: { stories: covered, others },
  };
}

/** A comparison over the stories that all outlets cover. Nothing if those are not two. */
function overall(stories: readonly AnalysedStory[], means: Means): Report | undefined {
  const names = new Set(stories.flatMap(({ outlets }) => [...outlets.keys()]));
  const [first, ...more] = stories.filter(({ outlets }) => outlets.size === names.size);
  if (names.size < 2 || first === undefined || more.length === 0) return undefined;
  const others = stories.filter(({ outlets }) => outlets.size < names.size);
  return pooledReport(
    [first, ...more],
    others.map(({ story, outlets }) => ({ story, outlets: [...outlets.keys()] })),
    means,
  );
}

/** Two outlets on what both cover: one story, or several pooled. Nothing if they have no story in common. */
export function makeComparison(
  articles: readonly Article[],
  lexicons: Lexicons,
  given: Choices = {},
): Report | undefined {
  const means = meansOf(lexicons, given);
  const all = outletsOf(articles).length;
  const stories = [...byStory(articles)].map(([story, members]) => ({
    story,
    members,
    outlets: outletsOf(members),
  }));
  const others = stories.filter(({ outlets }) => outlets.length < all);
  const [first, ...more] = stories
    .filter(({ outlets }) => outlets.length === all)
    .map(({ story, members }) => analyseStory(members, story, means));
  if (first === undefined) return undefined;
  if (more.length + others.length === 0) return reportOf(first, means);
  return pooledReport(
    [first, ...more],
    others.map(({ story, outlets }) => ({ story, outlets })),
    means,
  );
}

const outletsOf = (articles: readonly Article[]): string[] =>
  [...new Set(articles.map(({ outlet }) => outlet))].sort();

/** Articles by story, in the order of the stories' names. */
const byStory = (articles: readonly Article[]): Map<string, Article[]> =>
  groupBy(
    articles.toSorted((a, b) => byText(a.story, b.story)),
    ({ story }) => story,
  );

/**
 * The whole way: articles in, pages, charts and data out, as texts by file name. Several stories get a folder each, and a
 * comparison over all that every outlet covers. Writes nothing.
 */
export function renderReports(
  articles: readonly Article[],
  lexicons: Lexicons,
  given: Choices = {},
): Map<string, string> {
  const means = meansOf(lexicons, given);
  const stories = byStory(articles);
  const folders = fileNames([...stories.keys()]);
  const files = new Map<string, string>();
  const analysed: AnalysedStory[] = [];
  const faults = new FaultList();
  for (const [story, members] of stories) {
    const folder = stories.size === 1 ? '' : `${folders.get(story)}/`;
    const each = faults.attempt(() => analyseStory(members, story, means));
    if (each === undefined) continue;
    analysed.push(each);
    const report = reportOf(each, means);
    const texts = textsOf(members);
    const names = fileNames(report.profiles.map(({ outlet }) => outlet));
    for (const [name, content] of storyFiles(report, pagesOf(report, texts, names), texts))
      files.set(folder + name, content);
  }
  faults.throwAny();
  const pooled = overall(analysed, means);
  if (pooled === undefined) return files;
  const comparisons = new Map([...folders].map(([story, folder]) => [story, `${folder}/comparison.md`]));
  const pages = comparisonPages(pooled, textsOf(articles), comparisons);
  for (const [name, content] of pooledStoryFiles(pooled, pages)) files.set(name, content);
  return files;
}

/** Two outlets in one page, and how it was measured in another. */
export const compareOutlets = (
  report: Report,
  articles: readonly Article[],
): readonly [comparison: Page, method: Page] => comparisonPages(report, textsOf(articles));

const textsOf = (articles: readonly Article[]): ReadonlyMap<string, Article> =>
  new Map(articles.map(article => [article.id, article]));
