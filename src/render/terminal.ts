import Table from 'cli-table3';
import type { BlockContent, PhrasingContent } from 'mdast';
import { page } from './markdown.js';

/** How emphasis looks; leaves text as it is where colours are off. */
export interface Style {
  style(style: 'bold' | 'dim' | 'underline' | 'red' | 'green' | 'yellow' | 'cyan', text: string): string;
  readonly width: number;
}

/** Blocks of a page as a terminal shows them: tables drawn, lines broken at its width. */
export function forTerminal(blocks: readonly BlockContent[], to: Style): string {
  return blocks.map(block => `${blockText(block, to)}\n`).join('');
}

function blockText(block: BlockContent, to: Style): string {
  switch (block.type) {
    case 'heading':
      return `\n${to.style(block.depth < 3 ? 'bold' : 'underline', inlineText(block.children, to))}`;
    case 'paragraph':
      return wrapped(inlineText(block.children, to), to.width);
    case 'list':
      return block.children
        .map(
          ({ children }) =>
            `- ${wrapped(forTerminal(children as BlockContent[], to).trim(), to.width, '  ')}`,
        )
        .join('\n');
    case 'table':
      return tableText(block, to);
    default:
      return page([block]).trim();
  }
}

/** Struck out is red, put in its place bold; where colours are off, Markdown's marks stand round them. */
function inlineText(children: readonly PhrasingContent[], to: Style): string {
  return children
    .map((child): string => {
      switch (child.type) {
        case 'text':
        case 'inlineCode':
          return child.value;
        case 'delete': {
          const inner = inlineText(child.children, to);
          return marked(to.style('red', inner), inner, '~~');
        }
        case 'strong': {
          const inner = inlineText(child.children, to);
          return marked(to.style('bold', inner), inner, '**');
        }
        case 'emphasis':
        case 'link':
          return inlineText(child.children, to);
        default:
          return '';
      }
    })
    .join('');
}

const marked = (styled: string, plain: string, mark: string): string =>
  styled === plain ? `${mark}${plain}${mark}` : styled;

const FIRST = 30;
const NARROWEST = 12;

function tableText({ children }: Extract<BlockContent, { type: 'table' }>, to: Style): string {
  const [head = [], ...rows] = children.map(row => row.children.map(cell => inlineText(cell.children, to)));
  const across = head.length - 1;
  const wide = Math.max(NARROWEST, Math.floor((to.width - FIRST - head.length - 1) / across));
  const table = new Table({
    head,
    colWidths: [FIRST, ...Array.from({ length: across }, () => wide)],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows);
  return table.toString();
}

/** Escape sequences take no room. */
const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

function wrapped(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  let length = 0;
  for (const word of text.split(/[ \n]+/)) {
    const size = word.replace(ESCAPES, '').length;
    if (length > 0 && length + 1 + size > width - indent.length) {
      lines.push(line);
      line = '';
      length = 0;
    }
    line += length === 0 ? word : ` ${word}`;
    length += length === 0 ? size : size + 1;
  }
  return [...lines, line].join(`\n${indent}`);
}
