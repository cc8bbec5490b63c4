import { LESSER } from '../english/closed-classes.js';
import type { RoleForm, SourceKind } from '../model/lexicon.js';
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

/** The words of a text for what people and bodies are. */
export class Offices extends TokenReader {
  readonly #offices: Office[] = [];
  /** Index into the offices by token, or -1. */
  readonly #officeAt: Int32Array;

  constructor({ cut, words, lexicons }: Pick<Reading, 'cut' | 'words' | 'lexicons'>) {
    super(cut);
    this.#officeAt = new Int32Array(cut.text.length).fill(-1);
    for (const { from, to } of cut.sentences)
      for (const match of lexicons.role.find(words, from, to)) {
        const [first, last] = tokensOf(cut, match);
        this.#officeAt.fill(this.#offices.length, first, last);
        this.#offices.push({ first, last, value: match.value });
      }
  }

  at(token: number): Office | undefined {
    const o = this.#officeAt[token] ?? -1;
    return o < 0 ? undefined : this.#offices[o];
  }

  /** The word by which an office is taken up: *minister* of a foreign minister, but *vice president*. */
  keyOf({ first, last }: Office): string {
    const head = this.word(last - 1);
    const before = this.word(last - 2);
    return last - first > 1 && LESSER.has(before) ? `${before} ${head}` : head;
  }

  /** What kind of source the words of a phrase make it, the head’s word first. */
  kindIn({ first, last, head }: Phrase): SourceKind | undefined {
    const kindAt = (i: number): SourceKind | undefined => this.at(i)?.value.kind;
    const ofHead = kindAt(head);
    if (ofHead !== undefined && ofHead !== 'official') return ofHead;
    // "a spokesman for the defence ministry" speaks for the military.
    if (this.hasIn(first, last, i => kindAt(i) === 'military')) return 'military';
    return ofHead ?? kindAt(this.firstIn(first, last, i => kindAt(i) !== undefined));
  }
}
