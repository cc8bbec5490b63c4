import { InputError, InputErrors } from '../errors.js';
import {
  type CastCorrections,
  type Member,
  type MemberCorrection,
  type MemberKind,
  NOBODY,
} from '../model/cast.js';
import type { Party } from '../model/lexicon.js';
import { nearest } from '../model/nearest.js';
import { keyOf } from './name-places.js';
import { Said } from './said.js';
import type { StoryNames } from './story-names.js';

/** The story that corrections are about, before they are applied. */
interface Corrected {
  readonly members: ReadonlyMap<string, Member>;
  readonly parties: ReadonlyMap<string, Party>;
  readonly names: StoryNames;
}

type At = readonly (string | number)[];

/**
 * Whether a user's corrections fit the story, and each other.
 *
 * @throws InputErrors with every fault, in the order of the file
 */
export function checkCorrections(corrections: CastCorrections, story: Corrected): void {
  const faults = new CorrectionFaults(corrections, story).all();
  const sorted = faults.toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
  if (sorted.length > 0) throw new InputErrors(sorted);
}

class CorrectionFaults {
  readonly #faults: InputError[] = [];
  readonly #said: Said;
  /** All whom the file may name, by id. */
  readonly #ids: readonly string[];

  constructor(
    private readonly corrections: CastCorrections,
    private readonly story: Corrected,
  ) {
    this.#said = new Said(corrections);
    this.#ids = [...new Set([...corrections.members.map(({ id }) => id), ...story.members.keys()])];
  }

  all(): readonly InputError[] {
    const { members } = this.corrections;
    for (const [m, each] of members.entries()) this.#member(each, m);
    this.#merges();
    // What follows goes from member to member.
    if (this.#faults.length > 0) return this.#faults;
    this.#names();
    for (const [m, each] of members.entries()) this.#belongs(each, m);
    this.#sides();
    return this.#faults;
  }

  #say(code: string, at: At, message: string, hint: string): void {
    this.#faults.push(
      new InputError({ ...this.corrections.placeOf(at), code: `cast-${code}`, message, hint }),
    );
  }

  #line = (at: At): string => `line ${this.corrections.placeOf(at).line}`;

  #member({ id, names, merge }: MemberCorrection, m: number): void {
    const { members } = this.corrections;
    const first = members.findIndex(each => each.id === id);
    if (first < m)
      this.#say(
        'id-twice',
        ['members', m, 'id'],
        `the member ${JSON.stringify(id)} is already at ${this.#line(['members', first, 'id'])}`,
        'Make one entry of the two, or give one another id.',
      );
    if (names.length + merge.length === 0) this.#known(id, ['members', m, 'id']);
  }

  /** Says so if an id is nobody's. */
  #known(id: string, at: At): boolean {
    const { partial } = this.corrections;
    const { members, parties } = this.story;
    const isEntry = at.at(-1) !== 'id' && this.#said.byId.has(id);
    if (isEntry || partial || members.has(id) || parties.has(id)) return true;
    const others = this.#ids.filter(each => each !== id);
    const isName = others.find(each => this.#nameOf(each).toLowerCase() === id.toLowerCase());
    const meant = isName ?? nearest(id, others) ?? nearest(id, [...parties.keys()]);
    this.#say(
      'id-unknown',
      at,
      `no member of this story has the id ${JSON.stringify(id)}`,
      `${meant === undefined ? '' : `Did you mean ${JSON.stringify(meant)}? `}${
        at.at(-1) === 'id'
          ? 'A new member needs "names" that are its.'
          : 'Ids are those of the members in this file; parallax cast ARTICLES --all --out FILE writes every member with its id.'
      }`,
    );
    return false;
  }

  #nameOf(id: string): string {
    return this.#said.byId.get(id)?.name ?? this.story.members.get(id)?.name ?? id;
  }

  #kindOf(id: string): MemberKind | undefined {
    return (
      this.#said.byId.get(id)?.kind ?? this.story.members.get(id)?.kind ?? this.story.parties.get(id)?.kind
    );
  }

  #isListed(id: string): boolean {
    return this.story.parties.has(id);
  }

  #merges(): void {
    const into = new Map<string, { readonly id: string; readonly at: At }>();
    for (const [m, { id, merge, drop }] of this.corrections.members.entries())
      for (const [n, each] of merge.entries()) {
        const at = ['members', m, 'merge', n];
        const before = into.get(each);
        if (each === id)
          this.#say('merge', at, `${JSON.stringify(id)} cannot be merged into itself`, 'Remove it here.');
        else if (!this.#known(each, at)) continue;
        else if (before !== undefined && before.id !== id)
          this.#say(
            'merge',
            at,
            `${JSON.stringify(each)} is already merged into ${JSON.stringify(before.id)}, at ${this.#line(before.at)}`,
            'Remove it in one of the two places.',
          );
        else if (this.#isListed(id) && this.#isListed(each))
          this.#say(
            'merge',
            at,
            `${JSON.stringify(each)} and ${JSON.stringify(id)} are two parties of the lexicons, and cannot be one`,
            `To count the mentions of the one for the other, write "side: ${id}" in the entry of ${JSON.stringify(each)}.`,
          );
        else if (this.#said.byId.get(each)?.drop === true || drop)
          this.#say(
            'merge',
            at,
            `${JSON.stringify(drop ? id : each)} is dropped, and cannot be merged`,
            'Remove "drop: true", or what is merged.',
          );
        else into.set(each, { id, at });
      }
    for (const [id, { at }] of into) {
      let there: string | undefined = id;
      for (let n = 0; there !== undefined && n <= into.size; n++) there = into.get(there)?.id;
      if (there !== undefined) {
        this.#say(
          'merge',
          at,
          `${JSON.stringify(id)} is merged into itself by way of others`,
          'Remove it here.',
        );
        return;
      }
    }
  }

  #names(): void {
    const { members, partial } = this.corrections;
    const { names } = this.story;
    const first = new Map<string, { readonly id: string; readonly at: At }>();
    const written = [...names.values()].map(each => each.written);
    for (const [m, { id, names: given }] of members.entries())
      for (const [n, name] of given.entries()) {
        const at = ['members', m, 'names', n];
        const key = keyOf(name);
        const before = first.get(key);
        if (before === undefined) first.set(key, { id, at });
        else if (this.#said.follow(before.id) !== this.#said.follow(id))
          this.#say(
            'name-twice',
            at,
            `${JSON.stringify(name)} is already a name of ${JSON.stringify(before.id)}, at ${this.#line(before.at)}`,
            'A name is that of one member: remove it in one of the two places.',
          );
        if (names.has(key) || partial) continue;
        const meant = nearest(name, written);
        this.#say(
          'name-unknown',
          at,
          `the name ${JSON.stringify(name)} stands nowhere in the articles of this story`,
          `${meant === undefined ? '' : `Did you mean ${JSON.stringify(meant)}? `}Names are written as the articles have them, without titles and offices.`,
        );
      }
  }

  #belongs({ id, side, drop, ...rest }: MemberCorrection, m: number): void {
    for (const key of ['party', 'body', 'country'] as const) {
      const of = rest[key];
      const at = ['members', m, key];
      if (of === undefined || of === NOBODY || !this.#known(of, at)) continue;
      const kind = this.#kindOf(of);
      const merged = this.#said.byId.get(of)?.merge.map(each => this.#kindOf(each)) ?? [];
      if (key === 'party' && kind !== undefined && ![kind, ...merged].includes('party'))
        this.#say(
          'party',
          at,
          `${JSON.stringify(of)} is of kind ${kind}, and no political party`,
          kind === 'country' || kind === 'territory'
            ? `Write "country: ${of}".`
            : `Write "body: ${of}", or "kind: party" in the entry of ${JSON.stringify(of)}.`,
        );
    }
    if (side === undefined || side === NOBODY || drop) return;
    const at = ['members', m, 'side'];
    if (!this.#known(side, at)) return;
    if (this.#said.follow(side) === undefined)
      this.#say(
        'side',
        at,
        `the side ${JSON.stringify(side)} is dropped`,
        `Name another side, write "side: ${NOBODY}", or remove "drop: true" from ${JSON.stringify(side)}.`,
      );
    else if (this.#isNobodys(side))
      this.#say(
        'side',
        at,
        `${JSON.stringify(id)} counts for ${JSON.stringify(side)}, whose own side is "${NOBODY}"`,
        `Remove "side: ${NOBODY}" from ${JSON.stringify(side)}, or write it here, too.`,
      );
    else if (this.#goesRound(id))
      this.#say(
        'side',
        at,
        `the side of ${JSON.stringify(id)} leads back to itself`,
        'Name as the side of one of them somebody who counts for itself.',
      );
  }

  #isNobodys(side: string): boolean {
    const id = this.#said.follow(side) as string;
    return this.#said.byId.get(id)?.side === NOBODY && this.#said.sides?.includes(id) !== true;
  }

  #goesRound(id: string): boolean {
    let there: string | undefined = id;
    for (let n = 0; n <= this.corrections.members.length; n++) {
      const said: string | undefined = there === undefined ? undefined : this.#said.byId.get(there)?.side;
      const next: string | undefined =
        said === undefined || said === NOBODY ? undefined : this.#said.follow(said);
      if (next === undefined || next === there) return false;
      there = next;
    }
    return true;
  }

  #sides(): void {
    const { sides = [] } = this.corrections;
    for (const [s, id] of sides.entries()) {
      const at = ['sides', s];
      if (!this.#known(id, at)) continue;
      const now = this.#said.follow(id);
      const side = now === undefined ? undefined : this.#said.byId.get(now)?.side;
      if (now === undefined)
        this.#say(
          'side',
          at,
          `the side ${JSON.stringify(id)} is dropped`,
          'Remove it here, or "drop: true" from its entry.',
        );
      else if (side !== undefined && side !== NOBODY && this.#said.follow(side) !== now)
        this.#say(
          'side',
          at,
          `${JSON.stringify(id)} is among the sides, and counts for ${JSON.stringify(side)}`,
          `A side counts for itself: remove it here, or "side: ${side}" from its entry.`,
        );
    }
  }
}
