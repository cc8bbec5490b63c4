import type { Mention } from '../model/doc.js';
import type { RoleForm, SourceKind } from '../model/lexicon.js';
import { lowerBound } from '../model/sorted.js';
import type { Phrase } from './phrases.js';
import type { Reading } from './reading.js';
import { tokensOf } from './sentences.js';
import { TokenReader } from './tokens.js';

/** A word for what somebody is, on the tokens. */
export interface Office {
  readonly first: number;
  readonly last: number;
  readonly value: RoleForm;
}

/** What the words of a noun phrase name: parties, with their bodies and people, and offices. */
export class Naming extends TokenReader {
  readonly #text: string;
  readonly #mentions: readonly Mention[];
  /** Index into the mentions by token, or -1. */
  readonly #mentionAt: Int32Array;
  readonly #offices: Office[] = [];
  /** Index into the offices by token, or -1. */
  readonly #officeAt: Int32Array;

  constructor({ prose, cut, words, mentions, lexicons }: Reading) {
    super(cut);
    this.#text = prose;
    this.#mentions = mentions;
    this.#mentionAt = new Int32Array(cut.text.length).fill(-1);
    for (const [m, { span }] of mentions.entries()) {
      const [first, last] = tokensOf(cut, span);
      // A name with a prefix (*ex-Republican*) is no name of the party.
      const isWhole = (cut.start[first] as number) >= span.start;
      this.#mentionAt.fill(m, isWhole ? first : first + 1, last);
    }
    this.#officeAt = new Int32Array(cut.text.length).fill(-1);
    for (const { from, to } of cut.sentences)
      for (const match of lexicons.role.find(words, from, to)) {
        const [first, last] = tokensOf(cut, match);
        this.#officeAt.fill(this.#offices.length, first, last);
        this.#offices.push({ first, last, value: match.value });
      }
  }

  mentionAt(token: number): Mention | undefined {
    const m = this.#mentionAt[token] ?? -1;
    return m < 0 ? undefined : this.#mentions[m];
  }

  officeAt(token: number): Office | undefined {
    const o = this.#officeAt[token] ?? -1;
    return o < 0 ? undefined : this.#offices[o];
  }

  mentionsIn(phrase: Phrase): Mention[] {
    const { start, end } = this.spanOf(phrase.first, phrase.last);
    const mentions = this.#mentions;
    const from = lowerBound(mentions.length, m => (mentions[m] as Mention).span.start, start);
    let to = from;
    while (to < mentions.length && (mentions[to] as Mention).span.end <= end) to++;
    return mentions.slice(from, to);
  }

  /** Whether a phrase names several parties at once: *Armenian and Azerbaijani officials*. */
  areSeveral(phrase: Phrase): boolean {
    const mentions = this.mentionsIn(phrase);
    const joined = /^[,\s]*(?:and|&)\s+(?:the\s+)?$/i;
    return mentions.some(({ party, span }, m) => {
      const { party: other = party, span: before = span } = mentions[m - 1] ?? {};
      return other !== party && joined.test(this.#text.slice(before.end, span.start));
    });
  }

  /** The party named in a phrase, the one nearest to its head. */
  partyIn(phrase: Phrase): string | undefined {
    const head = this.cut.start[phrase.head] as number;
    const distance = ({ span }: Mention): number => Math.abs(span.start - head);
    return this.mentionsIn(phrase).toSorted((a, b) => distance(a) - distance(b))[0]?.party;
  }

  /** What kind of source the words of a phrase make it, the head’s word first. */
  kindIn({ first, last, head }: Phrase): SourceKind | undefined {
    const kindAt = (i: number): SourceKind | undefined => this.officeAt(i)?.value.kind;
    const ofHead = kindAt(head);
    if (ofHead !== undefined && ofHead !== 'official') return ofHead;
    // "a spokesman for the defence ministry" speaks for the military.
    if (this.hasIn(first, last, i => kindAt(i) === 'military')) return 'military';
    return ofHead ?? kindAt(this.firstIn(first, last, i => kindAt(i) !== undefined));
  }
}
