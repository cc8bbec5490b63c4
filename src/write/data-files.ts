import { absencesOf } from '../model/absences.js';
import type { ArticleTexts } from '../model/article.js';
import { isShown } from '../model/confidence.js';
import { editsOf } from '../model/edits.js';
import type { Evidence, Measure } from '../model/evidence.js';
import type { Lexicons } from '../model/lexicon.js';
import type { Contrast, OutletProfile, Report } from '../model/profile.js';
import { type Saying, sayingOf } from '../model/saying.js';
import type { Cell, CopyPair, Passage, Wording } from '../model/story.js';
import { csv, sheet } from './csv.js';
import type { EvidenceIds } from './places.js';

/** The data files of a story, by name; `report.json` is made apart. */
export const dataFiles = (report: Report, ids: EvidenceIds, texts: ArticleTexts): [string, string][] => [
  ['data/articles.csv', csv(articleRows(report, texts), ARTICLE_COLUMNS)],
  ['data/evidence.jsonl', jsonl(evidenceRows(report, ids, texts))],
  ['data/sentences.csv', csv(sentenceRows(report, texts), SENTENCE_COLUMNS)],
  ['data/cast.csv', csv(castRows(report), CAST_COLUMNS)],
  ['data/quotations.jsonl', jsonl(quotationRows(report))],
  ['data/shared-copy.jsonl', jsonl(report.copy.pairs.map(copyRow))],
  ['data/edits.csv', csv(editRows(report), EDIT_COLUMNS)],
  ...(report.copies.length === 0
    ? []
    : [['data/copies.csv', csv(report.copies, COPY_COLUMNS)] as [string, string]]),
  ['data/coverage.csv', coverageCsv(report)],
  ['data/omissions.csv', csv(omissionRows(report), OMISSION_COLUMNS)],
  ['data/coverage-places.csv', csv(coveragePlaces(report), PLACE_COLUMNS)],
  ['data/names.csv', csv(nameRows(report), NAME_COLUMNS)],
  ...pooledFiles(report),
];

/** The data files that several stories together have too. */
export const pooledFiles = (report: Report): [string, string][] => [
  ['data/measurements.csv', csv(report.profiles.flatMap(measurementRows), MEASUREMENT_COLUMNS)],
  ['data/contrasts.csv', csv(report.comparison.contrasts.map(contrastRow), CONTRAST_COLUMNS)],
];

/** Names of columns, in their order. */
const columns = (names: string): string[] => names.trim().split(/\s+/);

// Articles and evidence

const ARTICLE_COLUMNS = columns(`
  id outlet story title date agency url path language sentences words own_words scare_words
  reported_words quoted_words digest`);

const articleRows = ({ profiles }: Report, texts: ArticleTexts) =>
  profiles.flatMap(({ outlet, story, articles }) =>
    articles.map(({ words, sentences, ...article }) => ({
      ...article,
      sentences: sentences.length,
      outlet,
      story,
      url: texts.get(article.id)?.url,
      words: words.outlet + words.scare + words.indirect + words.direct,
      own_words: words.outlet,
      scare_words: words.scare,
      reported_words: words.indirect,
      quoted_words: words.direct,
    })),
  );

/** `concept`, `label` and `party` say of which kind the subject is; offsets are in UTF-16 units and in code points. */
function evidenceRows({ passes, lexicons }: Report, ids: EvidenceIds, texts: ArticleTexts) {
  const measures = new Map(passes.flatMap(pass => pass.measures.map(each => [each.id, each] as const)));
  const pairs = new Map([...texts].map(([id, { text }]) => [id, surrogatePairs(text)]));
  return [...ids].map(([each, id]) => {
    const measure = measures.get(each.measure) as Measure;
    const { of } = measure;
    const before = (offset: number): number =>
      offset - (pairs.get(each.article)?.filter(pair => pair < offset).length ?? 0);
    return {
      id,
      ...picked(each, 'article', 'outlet', 'story', 'measure', 'subject'),
      concept: of === 'label' || of === 'concept' ? each.subject : null,
      label: each.label ?? null,
      party: of === 'party' || of === 'source' ? each.subject : null,
      term: each.term,
      start: each.span.start,
      end: each.span.end,
      start_cp: before(each.span.start),
      end_cp: before(each.span.end),
      ...picked(each, 'text', 'voice', 'zone', 'weight', 'sentence', 'line', 'column'),
      speaker: each.speaker ?? null,
      speaker_party: each.speakerParty ?? null,
      says: claimOf(sayingOf(each, measure, lexicons), lexicons, each),
      grounds: each.grounds ?? null,
      confidence: each.confidence ?? null,
      shown: isShown(each),
      ...(each.shares !== undefined && {
        shares: each.shares.map(({ term, span, share, features }) => ({
          term,
          start: span?.start ?? null,
          end: span?.end ?? null,
          share,
          features,
        })),
      }),
    };
  });
}

/** An observation in words that stand alone: with the party that it is about, unless its own words say so. */
function claimOf(
  saying: Saying | undefined,
  { parties }: Pick<Lexicons, 'parties'>,
  { subject: id, text: words }: Evidence,
): string | null {
  if (saying === undefined) return null;
  const { text, subject, namesSubject } = saying;
  return namesSubject || subject === words || !parties.has(id) ? text : `${subject}: ${text}`;
}

/** Some fields of an object, in the order in which they are named. */
const picked = <T, Key extends keyof T>(from: T, ...keys: readonly Key[]) =>
  Object.fromEntries(keys.map(key => [key, from[key]]));

/** Where the characters stand that take two UTF-16 units. */
const surrogatePairs = (text: string): number[] =>
  [...text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)].map(({ index }) => index);

const SENTENCE_COLUMNS = columns('article sentence zone start end text');

const sentenceRows = ({ profiles }: Report, texts: ArticleTexts) =>
  profiles.flatMap(({ articles }) =>
    articles.flatMap(({ id, sentences }) =>
      sentences.map((each, sentence) => ({
        ...each,
        article: id,
        sentence,
        text: texts.get(id)?.text.slice(each.start, each.end),
      })),
    ),
  );

const quotationRows = ({ profiles }: Report) =>
  profiles.flatMap(({ outlet, story, articles }) =>
    articles.flatMap(({ id, quotations }) =>
      quotations.map(each => ({ article: id, outlet, story, ...UNKNOWN, ...each })),
    ),
  );

/** What a quotation may lack: its columns are there all the same. */
const UNKNOWN = { cue: null, stance: null, source: null, speaker: null, party: null, side: null };

const CAST_COLUMNS = columns(
  'id name kind listed side chief party body country refers outlet story mentions names',
);

/** A row for each member and outlet that mentions it; for the sides also where an outlet does not. */
const castRows = ({ named, profiles }: Report) =>
  named.flatMap(({ member, chief, outlets }) =>
    profiles.flatMap(({ outlet, story }) => {
      const { mentions = 0, names = [] } = outlets.find(each => each.outlet === outlet) ?? {};
      if (mentions === 0 && chief === undefined) return [];
      const counts = names.map(each => `${each.name} (${each.mentions})`);
      return [{ ...member, chief, outlet, story, mentions, names: counts.join('; ') }];
    }),
  );

// Shared copy and coverage

const passageRow = ({ article, start, end, text, line }: Passage) => ({ article, start, end, text, line });

const copyRow = ({ a, b, similarity, edits, kind, part, cluster }: CopyPair) => ({
  a: passageRow(a),
  b: passageRow(b),
  similarity,
  edits: edits.map(edit => ({
    a: edit.a,
    b: edit.b,
    kind: edit.kind,
    quoted: edit.quoted,
    a_start: edit.aSpan.start,
    a_end: edit.aSpan.end,
    b_start: edit.bSpan.start,
    b_end: edit.bSpan.end,
  })),
  kind,
  part,
  cluster,
});

const COPY_COLUMNS = columns('outlet article of shared');

const EDIT_COLUMNS = columns(
  'id kind grounds confidence shown rank outlets words article line passage other_outlets other_words other_article other_line other_passage',
);

/** A row an edit that is worth a line: the side of fewer outlets first; `rank` is its place among them. */
const editRows = (report: Report) =>
  editsOf(report).map(({ change: { kind, grounds, from, to }, confidence }, i) => {
    const { passage } = to.places[0] as Wording['places'][number];
    const { passage: other } = from.places[0] as Wording['places'][number];
    return {
      id: `c${i + 1}`,
      kind,
      grounds,
      confidence,
      shown: isShown({ confidence }),
      rank: i + 1,
      outlets: to.outlets.join('; '),
      words: to.text,
      article: passage.article,
      line: passage.line,
      passage: passage.text,
      other_outlets: from.outlets.join('; '),
      other_words: from.text,
      other_article: other.article,
      other_line: other.line,
      other_passage: other.text,
    };
  });

/** Items by outlets; a cell is the line of the first place, with its article where the outlet has several; `?` where it has something like it. */
function coverageCsv({ coverage, profiles }: Report): string {
  const several = new Set(
    profiles.flatMap(({ articles }) => (articles.length > 1 ? articles.map(({ id }) => id) : [])),
  );
  const cellText = (cell: Cell | undefined): string =>
    cell === undefined ? '' : several.has(cell.article) ? `${cell.article}:${cell.line}` : String(cell.line);
  return sheet([
    ['item', 'forms', ...coverage.outlets],
    ...coverage.items.map(({ item, forms, cells, unsure }) => [
      item,
      forms.join('; '),
      ...cells.map((cell, o) => (unsure[o] ? '?' : cellText(cell))),
    ]),
  ]);
}

const OMISSION_COLUMNS = columns(
  'id outlet item kind grounds confidence shown rank reported_in place article start end sentence',
);

/** What each outlet does not have and others do; `place` and what is behind it are the earliest of those that have it. */
const omissionRows = (report: Report) =>
  [...absencesOf(report).values()]
    .flatMap(absences => absences.map((absence, i) => ({ ...absence, rank: i + 1 })))
    .map(({ outlet, item: { item, kind, grounds, cells }, confidence, rank }, n) => {
      const carriers = cells.flatMap((cell, o) =>
        cell === undefined ? [] : [{ cell, outlet: report.coverage.outlets[o] as string }],
      );
      const [first] = carriers.toSorted((a, b) => a.cell.depth - b.cell.depth);
      return {
        ...first?.cell,
        ...first?.cell.span,
        id: `o${n + 1}`,
        outlet,
        item,
        kind,
        grounds,
        confidence,
        shown: isShown({ confidence }),
        rank,
        reported_in: carriers.map(each => each.outlet).join('; '),
        place: first && `${first.outlet}, line ${first.cell.line}`,
      };
    });

const PLACE_COLUMNS = columns('item kind rank outlet article line start end sentences figures sentence');

/** The same, a row a place. */
const coveragePlaces = ({ coverage }: Report) =>
  coverage.items.flatMap(({ kind, item, rank, cells }) =>
    cells.flatMap((cell, o) =>
      cell === undefined
        ? []
        : [
            {
              ...cell,
              ...cell.span,
              item,
              kind,
              rank,
              outlet: coverage.outlets[o],
              sentences: cell.count,
              figures: cell.figures.join('; '),
            },
          ],
    ),
  );

// What each outlet calls whom

const NAME_COLUMNS = columns('id name kind called use outlet article line start end voice');

/** A row a mention: what is named, what it is called there, and whether that is a name, a style, a title or a choice. */
const nameRows = ({ designations }: Report) =>
  designations.referents.flatMap(({ id, name, kind, designations: all }) =>
    all.flatMap(({ phrase, kind: use, places }) =>
      places.map(place => ({ ...place, id, name, kind, called: phrase, use })),
    ),
  );

// Measurements and contrasts

const MEASUREMENT_COLUMNS = columns(
  'outlet story measure subject voice numerator value denominator low high articles',
);

const measurementRows = ({ story, estimates }: OutletProfile) => estimates.map(each => ({ ...each, story }));

/** `left_all` and `right_all` are the values with shared text counted for each. */
function contrastRow({ measure, left, right, whole, robustness, moreText, ...rest }: Contrast) {
  return {
    ...rest,
    measure: measure.id,
    left: left.outlet,
    right: right.outlet,
    left_value: left.value,
    left_denominator: left.denominator,
    right_value: right.value,
    right_denominator: right.denominator,
    left_all: whole.left.value,
    left_all_denominator: whole.left.denominator,
    right_all: whole.right.value,
    right_all_denominator: whole.right.denominator,
    rests_on: robustness?.restsOn,
    with_attributed: robustness?.attributed,
    more_text: moreText,
  };
}

const CONTRAST_COLUMNS = columns(`
  measure subject voice left right left_value left_denominator right_value right_denominator left_all
  left_all_denominator right_all right_all_denominator difference low high p q verdict because
  rests_on with_attributed more_text`);

// Files

const jsonl = (rows: readonly object[]): string => rows.map(row => `${JSON.stringify(row)}\n`).join('');
