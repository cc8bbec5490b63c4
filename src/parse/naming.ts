import type { Cast, Member, MemberMention } from '../model/cast.js';
import type { Mention } from '../model/doc.js';
import type { SourceKind } from '../model/lexicon.js';
import { lowerBound } from '../model/sorted.js';
import type { Draft } from './draft.js';
import type { Office } from './offices.js';
import type { Phrase } from './phrases.js';
import { tokensOf } from './sentences.js';
import { TokenReader } from './tokens.js';

/** A member of the cast where an article names it, on the tokens. */
export interface Named {
  readonly first: number;
  readonly last: number;
  readonly member: Member;
  readonly mention: MemberMention;
}

/** What the words of a noun phrase name: members of the cast, those that count for a side, and offices. */
export class Naming extends TokenReader {
  readonly #text: string;
  readonly #offices: Draft['offices'];
  /** Of members that count for a side. */
  readonly mentions: Mention[] = [];
  /** Index into the mentions by token, or -1. */
  readonly #mentionAt: Int32Array;
  readonly #named: Named[] = [];
  readonly #namedAt: Int32Array;

  constructor({ prose, cut, offices }: Draft, cast: Cast, named: readonly MemberMention[]) {
    super(cut);
    this.#text = prose;
    this.#offices = offices;
    this.#mentionAt = new Int32Array(cut.text.length).fill(-1);
    this.#namedAt = new Int32Array(cut.text.length).fill(-1);
    for (const mention of named) {
      const { start, end, sentence, form, body } = mention;
      const member = cast.members.get(mention.member) as Member;
      const [first, last] = tokensOf(cut, mention);
      this.#namedAt.fill(this.#named.length, first, last);
      this.#named.push({ first, last, member, mention });
      const { side, kind, role } = member;
      if (side === undefined) continue;
      this.#mentionAt.fill(this.mentions.length, first, last);
      const name = body?.name ?? (kind === 'person' || side !== member.id ? member.name : undefined);
      this.mentions.push({
        member: member.id,
        party: side,
        span: { start, end },
        form,
        sentence,
        ...(name !== undefined && { name }),
        ...(body !== undefined ? { role: body.role } : role !== undefined && { role }),
      });
    }
  }

  mentionAt(token: number): Mention | undefined {
    const m = this.#mentionAt[token] ?? -1;
    return m < 0 ? undefined : this.mentions[m];
  }

  namedAt(token: number): Named | undefined {
    const n = this.#namedAt[token] ?? -1;
    return n < 0 ? undefined : this.#named[n];
  }

  officeAt(token: number): Office | undefined {
    return this.#offices.at(token);
  }

  mentionsIn(phrase: Phrase): Mention[] {
    const { start, end } = this.spanOf(phrase.first, phrase.last);
    const { mentions } = this;
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

  kindIn(phrase: Phrase): SourceKind | undefined {
    return this.#offices.kindIn(phrase);
  }
}
