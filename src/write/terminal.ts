import Table from 'cli-table3';
import wrapAnsi from 'wrap-ansi';
import { type Inline, isList, type Page, type Table as PageTable, type Section } from '../model/page.js';
import { oneLine } from '../model/text.js';
import { figureText } from './figures.js';
import { excerptText, quotation, restOf } from './places.js';

/** A terminal, or what stands for one. */
export interface Style {
  /** Emphasis; plain text where colours are off. */
  style(style: 'bold' | 'dim' | 'underline' | 'red' | 'green' | 'yellow' | 'cyan', text: string): string;
  /** Columns. */
  readonly width: number;
}

/** A page as a terminal shows it: tables drawn, lines broken at its width; charts are left to files. */
export function terminal(page: Page, to: Style): string {
  return [
    to.style('bold', styled(page.title, to)),
    ...page.lead.map(each => wrapped(each, to)),
    ...page.sections.flatMap(section => sectionLines(section, page, to)),
  ]
    .map(block => `${block}\n`)
    .join('');
}

function sectionLines(section: Section, page: Page, to: Style): string[] {
  const { title, question, lead, findings, tables, lines, passages, notes } = section;
  const rest = restOf(section, false);
  return [
    `\n${to.style('bold', title)}`,
    ...(question === undefined ? [] : [to.style('dim', question)]),
    ...lead.map(each => wrapped(each, to)),
    ...findings.map(({ text, excerpt }) => item([text, excerpt ? [' ', quotation(excerpt, page)] : ''], to)),
    ...tables.map(each => drawn(each, to)),
    ...lines.map(each => item(each, to)),
    ...passages.map(each => item(excerptText(each, page), to)),
    ...(rest.length > 0 ? [wrapped(rest, to)] : []),
    ...notes.map(each => wrapped(each, to)),
  ];
}

const wrapped = (inline: Inline, to: Style, width = to.width): string => wrapAnsi(styled(inline, to), width);

const item = (inline: Inline, to: Style): string =>
  `- ${wrapped(inline, to, to.width - 2).replaceAll('\n', '\n  ')}`;

/** Struck out is red, put in its place bold; where colours are off, Markdown’s marks stand round them. */
function styled(inline: Inline, to: Style): string {
  if (typeof inline === 'string') return oneLine(inline);
  if (isList(inline)) return inline.map(each => styled(each, to)).join('');
  if ('numerator' in inline) return figureText(inline);
  const inner = styled(inline.inner, to);
  if (!('mark' in inline)) return inner;
  if (inline.mark === 'struck') return marked(to.style('red', inner), inner, '~~');
  return inline.mark === 'strong' ? marked(to.style('bold', inner), inner, '**') : inner;
}

const marked = (coloured: string, plain: string, mark: string): string =>
  coloured === plain ? `${mark}${plain}${mark}` : coloured;

const FIRST = 30;
const NARROWEST = 12;

function drawn({ head, rows }: PageTable, to: Style): string {
  const across = head.length - 1;
  const wide = Math.max(NARROWEST, Math.floor((to.width - FIRST - head.length - 1) / across));
  const table = new Table({
    head: head.map(cell => styled(cell, to)),
    colWidths: [FIRST, ...Array.from({ length: across }, () => wide)],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  table.push(...rows.map(row => row.map(cell => styled(cell, to))));
  return table.toString();
}
