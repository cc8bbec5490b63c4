import { type Span, VOICES } from '../model/article.js';
import type { Tokens } from '../model/doc.js';
import type { Attributed } from './attributions/index.js';
import { type Cut, tokensOf } from './sentences.js';

const OUTLET = VOICES.indexOf('outlet');
const SCARE = VOICES.indexOf('scare');
const INDIRECT = VOICES.indexOf('indirect');
const DIRECT = VOICES.indexOf('direct');

/**
 * One column of voices for everybody: words between marks over reported words over the outlet's own. A quotation
 * inside another overrides it, so the widest are painted first.
 */
export function giveVoices(
  cut: Cut,
  { quotations, scares, quoted }: Attributed,
): Pick<Tokens, 'voice' | 'quotation'> {
  const voice = new Uint8Array(cut.text.length).fill(OUTLET);
  const quotation = new Int32Array(cut.text.length).fill(-1);
  const marked = new Uint8Array(cut.text.length);
  for (const span of quoted) marked.fill(1, ...tokensOf(cut, span));
  const widthOf = ({ start, end }: Span): number => end - start;
  const contents = quotations.flatMap(({ content, ...rest }, q) =>
    content.map(span => ({ ...rest, span, q })),
  );
  for (const { span, form, act, called, q } of contents.sort((a, b) => widthOf(b.span) - widthOf(a.span))) {
    const [first, last] = tokensOf(cut, span);
    const [from, to] = called === undefined ? [last, last] : tokensOf(cut, called);
    for (let i = first; i < last; i++) {
      // The words of an act are the outlet's, but for what something is called and what stands between marks.
      if (act === true && marked[i] === 0 && (i < from || i >= to)) continue;
      voice[i] = form === 'direct' ? DIRECT : INDIRECT;
      quotation[i] = q;
    }
  }
  for (const span of scares) voice.fill(SCARE, ...tokensOf(cut, span));
  for (let i = 0; i < marked.length; i++) if (marked[i] === 1 && quotation[i] !== -1) voice[i] = DIRECT;
  return { voice, quotation };
}
