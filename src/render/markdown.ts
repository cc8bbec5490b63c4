import GithubSlugger from 'github-slugger';
import type { BlockContent, List, PhrasingContent, Root, RootContent, TableCell, Text } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Handle, toMarkdown } from 'mdast-util-to-markdown';

/** Text, or nodes, or both; text is escaped when the page is written. */
export type Inline = string | PhrasingContent | readonly Inline[];

const flat = (inline: Inline): PhrasingContent[] =>
  typeof inline === 'string'
    ? inline === ''
      ? []
      : [{ type: 'text', value: inline }]
    : Array.isArray(inline)
      ? inline.flatMap(flat)
      : [inline as PhrasingContent];

export const strong = (inline: Inline): PhrasingContent => ({ type: 'strong', children: flat(inline) });
export const emphasis = (inline: Inline): PhrasingContent => ({ type: 'emphasis', children: flat(inline) });
/** Struck through. */
export const struck = (inline: Inline): PhrasingContent => ({ type: 'delete', children: flat(inline) });
export const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value });
export const link = (url: string, inline: Inline): PhrasingContent =>
  ({ type: 'link', url, children: flat(inline) }) as PhrasingContent;

export const paragraph = (...inline: Inline[]): BlockContent => ({
  type: 'paragraph',
  children: flat(inline),
});
export const heading = (depth: 1 | 2 | 3 | 4, ...inline: Inline[]): BlockContent => ({
  type: 'heading',
  depth,
  children: flat(inline),
});

export const list = (items: readonly Inline[]): List => ({
  type: 'list',
  spread: false,
  children: items.map(item => ({ type: 'listItem', spread: false, children: [paragraph(item) as never] })),
});

/** A place that links lead to by a name of its own, whatever the heading after it is called. */
export const target = (id: string): RootContent => ({ type: 'html', value: `<a id="${id}"></a>` });

/** A table; the first column is text, the others are figures. */
export const table = (head: readonly Inline[], rows: readonly (readonly Inline[])[]): BlockContent => ({
  type: 'table',
  align: head.map((_, i) => (i === 0 ? 'left' : 'right')),
  children: [head, ...rows].map(cells => ({
    type: 'tableRow',
    children: cells.map(
      (cell): TableCell => ({ type: 'tableCell', children: flat(cell) as TableCell['children'] }),
    ),
  })),
});

/** From so many columns on a table is laid on its side, if that makes it narrower. */
const WIDE = 8;

/** A table of rows by columns, each row with its name before its cells; the shorter way across where both are many. */
export const matrix = (
  corner: string,
  columns: readonly Inline[],
  rows: readonly (readonly Inline[])[],
): BlockContent =>
  columns.length < WIDE || rows.length >= columns.length
    ? table([corner, ...columns], rows)
    : table(
        [corner, ...rows.map(([name = '']) => name)],
        columns.map((column, c) => [column, ...rows.map(row => row[c + 1] ?? '')]),
      );

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

/** The page as text, with every character of the content escaped that Markdown or HTML would take for a mark. */
export const page = (content: readonly RootContent[]): string =>
  toMarkdown({ type: 'root', children: [...content] } satisfies Root, {
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), strikethrough],
    handlers: { text: quickText },
    bullet: '-',
    rule: '-',
    emphasis: '*',
  });

/** The fragment by which Markdown hosts call a heading; assumes that no two headings of a page are alike. */
export const anchor = (headingText: string): string => `#${new GithubSlugger().slug(headingText)}`;
