import type { Page, Section } from '../model/page.js';
import type { Report } from '../model/profile.js';
import { figuresIn, plainText } from './figures.js';
import { CHARTS } from './markdown.js';
import type { EvidenceIds } from './places.js';

/** Version of the shape of `report.json`. */
const SCHEMA = 2;

/** `report.json`: what the report rests on and what its pages say; the rest stands in the tables beside it. */
export function reportJson(report: Report, pages: readonly Page[], ids: EvidenceIds): string {
  return `${JSON.stringify(
    {
      schema: SCHEMA,
      parallax: report.version,
      story: report.story,
      lexicons: report.lexicons.files,
      cast: {
        sides: report.cast.sides,
        level: report.cast.level,
        corrected_by: report.castDigest ?? null,
      },
      outlets: report.profiles.map(({ outlet, articles }) => ({
        outlet,
        page: pages.filter(page => page.outlet === outlet).map(({ file }) => `${file}.md`)[0],
        articles: articles.map(({ id, furniture, headlineInText }) => ({
          id,
          headline_in_text: headlineInText,
          furniture,
          shared: report.copy.shares.get(id),
        })),
      })),
      charts: pages.flatMap(({ sections }) =>
        sections.flatMap(({ charts }) => charts.map(({ id }) => `${CHARTS}/${id}.svg`)),
      ),
      findings: pages.flatMap(page => page.sections.flatMap(section => findingsIn(section, page, ids))),
      // Of contrasts that cannot be told there is nothing to explain.
      contributions: report.comparison.contrasts
        .filter(({ verdict }) => verdict !== 'cannot tell')
        .map(({ measure, subject, voice, left, right, contributions }) => ({
          measure: measure.id,
          subject,
          voice,
          left: left.outlet,
          right: right.outlet,
          terms: contributions(),
        })),
      omitted_copy: report.copy.omitted.map(({ outlet, passage: { article, start, end, line } }) => ({
        outlet,
        article,
        start,
        end,
        line,
      })),
    },
    undefined,
    1,
  )}\n`;
}

const findingsIn = ({ id, findings }: Section, { file, outlet }: Page, ids: EvidenceIds) =>
  findings.map(({ text, rank, section, excerpt, evidence }) => ({
    page: file,
    ...(outlet !== undefined && { outlet }),
    section: section?.replace(/^#/, '') ?? id,
    rank: Number(rank.toFixed(4)),
    text: plainText(text).trim(),
    figures: figuresIn(text).map(({ as: _, ...figure }) => figure),
    ...(excerpt !== undefined && { passage: plainText(excerpt.text), line: excerpt.line }),
    evidence: evidence.flatMap(each => ids.get(each) ?? []),
  }));
