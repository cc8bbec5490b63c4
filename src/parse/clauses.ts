import { SUBORDINATORS } from '../english/closed-classes.js';
import type { Quotation } from '../model/doc.js';
import type { Cut } from './sentences.js';

const BREAKS = new Set([';', ':', '(', ')', '—', '–', '--', '-']);

/**
 * Numbers the clauses of a document, token by token. A clause ends at a mark stronger than a comma; at a comma,
 * a subordinator or a conjunction if a verb stands on both sides; and where reported words begin or end.
 */
export function numberClauses(cut: Cut, quotations: readonly Quotation[]): Int32Array {
  const clause = new Int32Array(cut.text.length);
  const spans = quotations.flatMap(({ content }) => content);
  const edges = new Set(spans.flatMap(({ start, end }) => [start, end]));
  const isVerb = (i: number): boolean => cut.pos[i] === 'VERB' || cut.pos[i] === 'AUX';
  let number = -1;
  for (const { first, last } of cut.sentences) {
    number++;
    let verb = false;
    for (let i = first; i < last; i++) {
      const text = cut.text[i] as string;
      const word = cut.lower[i] as string;
      const edge = i > first && (edges.has(cut.start[i] as number) || edges.has(cut.end[i - 1] as number));
      // A hyphen inside a word parts nothing.
      const stop =
        i > first && text.length < 3 && BREAKS.has(text) && (text !== '-' || cut.start[i] !== cut.end[i - 1]);
      const joins = verb && (text === ',' || cut.pos[i] === 'CCONJ' || SUBORDINATORS.has(word));
      if (edge || stop || (joins && opensClause(cut, i, last))) {
        number++;
        verb = false;
      }
      clause[i] = number;
      if (isVerb(i)) verb = true;
    }
  }
  return clause;

  function opensClause({ text, lower, pos }: Cut, i: number, last: number): boolean {
    const subordinate = SUBORDINATORS.has(lower[i] as string);
    if (pos[i] === 'CCONJ' && isVerb(i + 1)) return false;
    let noun = subordinate || text[i] === ',';
    for (let k = i + 1; k < last; k++) {
      if (text[k] === ',' || BREAKS.has(text[k] as string)) return false;
      if (pos[k] === 'NOUN' || pos[k] === 'PROPN' || pos[k] === 'PRON') noun = true;
      if (isVerb(k)) return noun;
      if (pos[k] === 'CCONJ' && k > i + 1) return false;
    }
    return false;
  }
}
