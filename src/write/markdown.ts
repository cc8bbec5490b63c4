import type { BlockContent, ListItem, PhrasingContent, Root, RootContent, TableCell, Text } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Handle, toMarkdown } from 'mdast-util-to-markdown';
import type { Chart } from '../model/chart.js';
import { type Finding, type Inline, isList, type Page, type Section, type Table } from '../model/page.js';
import { figureText } from './figures.js';
import { type EvidenceIds, excerptText, quotation, restOf } from './places.js';

/** Where charts stand, relative to the pages. */
export const CHARTS = 'charts';

/**
 * A page as Markdown (CommonMark with the tables and strikethrough of GitHub).
 *
 * @param ids of a report’s evidence; without them the page stands alone, with no charts and data beside it
 */
export function markdown(written: Page, ids?: EvidenceIds): string {
  const page = ids === undefined ? withoutFiles(written) : written;
  return toText([
    heading(1, page.title),
    ...page.lead.map(paragraph),
    ...page.sections.flatMap(section => sectionBlocks(section, page, ids)),
  ]);
}

/** A page in which nothing leads to another file. */
function withoutFiles<T>(part: T): T {
  if (Array.isArray(part)) return part.map(withoutFiles) as T;
  if (typeof part !== 'object' || part === null) return part;
  if ('to' in part && 'inner' in part && !String(part.to).startsWith('#')) return part.inner as T;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withoutFiles(value)])) as T;
}

function sectionBlocks(section: Section, page: Page, ids: EvidenceIds | undefined): RootContent[] {
  const { title, question, lead, findings, tables, charts, lines, passages, notes } = section;
  const rest = restOf(section, ids !== undefined);
  return [
    heading(2, title),
    ...(question === undefined ? [] : [paragraph({ mark: 'emphasis', inner: question })]),
    ...lead.map(paragraph),
    ...list(findings.map(each => findingText(each, page, ids))),
    ...tables.map(tableBlock),
    ...(ids === undefined ? [] : charts.map(chartBlock)),
    ...list([...lines, ...passages.map(each => excerptText(each, page, ids))]),
    ...(rest.length > 0 ? [paragraph(rest)] : []),
    ...notes.map(paragraph),
  ];
}

function findingText({ text, excerpt, section }: Finding, page: Page, ids: EvidenceIds | undefined): Inline {
  const to: Inline = section === undefined ? '' : [' ', { to: section, inner: 'more' }];
  return excerpt === undefined ? [text, to] : [text, ' ', quotation(excerpt, page, ids), to];
}

// The syntax tree

const flat = (inline: Inline): PhrasingContent[] => {
  if (typeof inline === 'string') return inline === '' ? [] : [{ type: 'text', value: inline }];
  if (isList(inline)) return inline.flatMap(flat);
  if ('numerator' in inline) return [{ type: 'text', value: figureText(inline) }];
  if ('to' in inline)
    return [{ type: 'link', url: inline.to, children: flat(inline.inner) } as PhrasingContent];
  if (inline.mark === 'code') return [{ type: 'inlineCode', value: String(inline.inner) }];
  const type = inline.mark === 'struck' ? 'delete' : inline.mark;
  return [{ type, children: flat(inline.inner) }];
};

const heading = (depth: 1 | 2, inner: Inline): BlockContent => ({
  type: 'heading',
  depth,
  children: flat(inner),
});

const paragraph = (inner: Inline): BlockContent => ({ type: 'paragraph', children: flat(inner) });

function list(items: readonly Inline[]): BlockContent[] {
  const children = items.map(
    (item): ListItem => ({ type: 'listItem', spread: false, children: [paragraph(item)] }),
  );
  return children.length === 0 ? [] : [{ type: 'list', spread: false, children }];
}

/** From so many columns on a table lies on its side, if that makes it narrower. */
const WIDE = 8;

function tableBlock({ head, rows }: Table): BlockContent {
  const all = [head, ...rows];
  const lies = head.length > WIDE && rows.length < head.length;
  const laid = lies ? head.map((_, c) => all.map(row => row[c] ?? '')) : all;
  return {
    type: 'table',
    align: laid[0]?.map((_, c) => (c === 0 ? 'left' : 'right')) ?? [],
    children: laid.map(cells => ({
      type: 'tableRow',
      children: cells.map(
        (cell): TableCell => ({ type: 'tableCell', children: flat(cell) as TableCell['children'] }),
      ),
    })),
  };
}

const chartBlock = ({ id, title }: Chart): BlockContent => ({
  type: 'paragraph',
  children: [{ type: 'image', url: `${CHARTS}/${id}.svg`, alt: title }],
});

// The text

/** Text in which no character can be a mark, wherever it stands; nor can it at the start of a block. */
const PLAIN = /^[^\\`*_[\]{}<>&~|!#@:$\n\r\t]*$/;
const PLAIN_START = /^[\p{L}“”‘’(–—−]/u;

/** The library looks every text through for every mark; most have none, and that is most of its time. */
const quickText: Handle = (node: Text, _parent, state, info) =>
  PLAIN.test(node.value) && (info.before !== '\n' || PLAIN_START.test(node.value))
    ? node.value
    : state.safe(node.value, info);

/** Two tildes strike through; the library knows that only in a package of its own. */
const strikethrough = {
  unsafe: [{ character: '~', inConstruct: 'phrasing' as const }],
  handlers: {
    delete: ((node, _parent, state, info) => {
      const tracker = state.createTracker(info);
      const mark = tracker.move('~~');
      const inner = state.containerPhrasing(node, { ...tracker.current(), before: mark, after: '~' });
      return mark + tracker.move(inner) + tracker.move('~~');
    }) satisfies Handle,
  },
};

/** Every character of the content is escaped that Markdown or HTML would take for a mark. */
const toText = (content: readonly RootContent[]): string =>
  toMarkdown({ type: 'root', children: [...content] } satisfies Root, {
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), strikethrough],
    handlers: { text: quickText },
    bullet: '-',
    rule: '-',
    emphasis: '*',
  });
