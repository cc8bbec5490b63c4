import { type CastCorrections, type Member, type MemberCorrection, NOBODY } from '../model/cast.js';
import { keyOf } from './name-places.js';

/** What of a member a user may set. */
type Described = Pick<Member, 'id' | 'name' | 'kind' | 'refers' | 'party' | 'body' | 'country'>;

/** What a user says of the cast of a story, ready to be asked. */
export class Said {
  readonly byId: ReadonlyMap<string, MemberCorrection>;
  /** By key of a name, whose it is; nobody’s where that is dropped. */
  readonly claims = new Map<string, string | undefined>();
  /** Those that others, or the story, count for. */
  readonly named: ReadonlySet<string>;
  readonly sides: readonly string[] | undefined;
  readonly #into = new Map<string, string>();

  /**
   * @param absorbed members without an entry that have become others, or nobody, since those have their names
   */
  constructor(
    readonly corrections: CastCorrections,
    private readonly absorbed: ReadonlyMap<string, string | undefined> = new Map(),
  ) {
    const { members, sides } = corrections;
    this.byId = new Map(members.map(each => [each.id, each]));
    for (const { id, merge } of members) for (const each of merge) this.#into.set(each, id);
    for (const { id, names } of members)
      for (const name of names) this.claims.set(keyOf(name), this.follow(id));
    this.sides = sides && [...new Set(sides.map(id => this.follow(id)))].filter(id => id !== undefined);
    this.named = new Set([
      ...(this.sides ?? []),
      ...members.flatMap(({ side }) =>
        side === undefined || side === NOBODY ? [] : (this.follow(side) ?? []),
      ),
    ]);
  }

  /** Members that do not merely stand for their country. */
  get own(): ReadonlySet<string> {
    const { members } = this.corrections;
    return new Set([...this.named, ...members.flatMap(({ id, side }) => (side === undefined ? [] : [id]))]);
  }

  /** Who a member is after all merging; nobody if it is dropped. */
  follow(id: string): string | undefined {
    let there = id;
    for (let n = 0; n <= this.#into.size; n++) {
      if (this.absorbed.has(there)) return this.absorbed.get(there);
      const next = this.#into.get(there);
      if (next === undefined) return this.byId.get(there)?.drop === true ? undefined : there;
      there = next;
    }
    return id;
  }

  /**
   * Of members without an entry, those whose names all belong to one other member now; names that several share say
   * nothing. A surname that was told from place to place goes with them.
   *
   * @param names by member, the keys of the names that are its alone
   */
  absorbedBy(names: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string | undefined> {
    const absorbed = new Map<string, string | undefined>();
    for (const [id, keys] of names) {
      if (this.byId.has(id) || this.#into.has(id) || ![...keys].every(key => this.claims.has(key))) continue;
      const [owner, ...others] = new Set([...keys].map(key => this.claims.get(key)));
      if (others.length === 0) absorbed.set(id, owner);
    }
    return absorbed;
  }

  /** Where a chain of sides, as found and as said, ends for a member. */
  sideOf(id: string, found: (id: string) => string | undefined): string | undefined {
    let there = id;
    for (const seen = new Set<string>(); !seen.has(there); ) {
      seen.add(there);
      const next = this.#nextSide(there, found);
      if (next === there || next === undefined) return next;
      there = next;
    }
    return undefined;
  }

  #nextSide(id: string, found: (id: string) => string | undefined): string | undefined {
    const said = this.byId.get(id)?.side;
    if (said !== undefined && said !== NOBODY) return this.follow(said);
    if (this.named.has(id)) return id;
    if (said === NOBODY) return undefined;
    const side = found(id);
    return side === undefined ? undefined : this.follow(side);
  }

  /** A side that the articles at hand do not name. */
  absent(id: string): Member {
    const { names = [] } = this.byId.get(id) ?? {};
    const member: Member = {
      id,
      name: names[0] ?? id,
      kind: 'organisation',
      listed: false,
      offices: [],
      side: id,
    };
    return this.amend(member);
  }

  /** A member as corrected, but for its side. */
  amend<T extends Described>(found: T): T {
    const said: Partial<MemberCorrection> = this.byId.get(found.id) ?? {};
    const amended: Record<string, unknown> = {
      ...found,
      name: said.name ?? found.name,
      kind: said.kind ?? found.kind,
    };
    const refers = said.refers ?? found.refers;
    const of = (key: 'party' | 'body' | 'country'): string | undefined => {
      const id = said[key] ?? found[key];
      return id === undefined || id === NOBODY ? undefined : this.follow(id);
    };
    const fields = {
      refers: refers === NOBODY ? undefined : refers,
      party: of('party'),
      body: of('body'),
      country: of('country'),
    };
    for (const [key, value] of Object.entries(fields))
      if (value === undefined) delete amended[key];
      else amended[key] = value;
    return amended as unknown as T;
  }
}
