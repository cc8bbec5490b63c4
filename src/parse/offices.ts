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

  readonly #grammar: Reading['lexicons']['grammar'];

  constructor({ cut, words, lexicons }: Pick<Reading, 'cut' | 'words' | 'lexicons'>) {
    super(cut);
    this.#grammar = lexicons.grammar;
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

  /** *president of the university*, *a union leader*: an office, but none of a state. */
  #isPrivate({ first, last, head }: Phrase): boolean {
    const { 'any-office': offices, 'private-body': bodies } = this.#grammar;
    const office = this.lastFrom(last - 1, first, i => offices.has(this.word(i)));
    if (office < first || this.hasIn(first, last, i => i !== office && this.#isOfState(i))) return false;
    if (this.hasIn(first, office, i => bodies.has(this.word(i)))) return true;
    return /^(?:of|for|at|with)$/.test(this.word(office + 1)) && head <= office
      ? this.hasIn(office + 2, last, i => bodies.has(this.word(i)))
      : false;
  }

  /** *senator*, *ministry*: of no other body. */
  #isOfState(i: number): boolean {
    const office = this.at(i);
    return office?.value.kind === 'official' && !this.#grammar['any-office'].has(this.word(office.last - 1));
  }

  /** What kind of source the words of a phrase make it, the head’s word first. */
  kindIn({ first, last, head }: Phrase): SourceKind | undefined {
    const kindAt = (i: number): SourceKind | undefined => this.at(i)?.value.kind;
    const ofHead = kindAt(head);
    if (this.#isPrivate({ first, last, head })) return 'civilian';
    if (ofHead !== undefined && ofHead !== 'official') return ofHead;
    // "a spokesman for the defence ministry" speaks for the military.
    if (this.hasIn(first, last, i => kindAt(i) === 'military')) return 'military';
    return ofHead ?? kindAt(this.firstIn(first, last, i => kindAt(i) !== undefined));
  }
}
