import { OTHER_PLACE } from '../english/closed-classes.js';
import { DEMONYM } from '../english/orthography.js';
import type { Belonging, Gender, NameUse } from '../model/cast.js';
import { addCount, byCount } from '../model/collections.js';
import type { Party, SourceKind } from '../model/lexicon.js';
import { plainKey } from '../model/text.js';
import type { PlacedUse } from './story.js';

/** Words of a person's name at most; what is longer is called after something. */
export const LONGEST_NAME = 5;

/** *R. Mueller*, *R Mueller* */
const INITIAL = /^\p{L}\.? /u;

/** Somebody or something with a name, while the uses of the name are gathered. */
export class Bearer {
  /** How often it is called by each name, as written. */
  readonly names = new Map<string, number>();
  readonly offices = new Map<string, number>();
  readonly kinds = new Map<SourceKind, number>();
  readonly belongs: Belonging[] = [];
  readonly uses: PlacedUse[] = [];
  personal = 0;
  given = 0;
  bodily = 0;
  definite = 0;
  places = 0;
  acts = 0;
  learnt = 0;
  thing = false;
  /** Whether a name of it has a word for bodies: *Commission*. */
  headed = false;
  /** How often it is a given name alone. */
  alone = 0;
  /** Whether a word of it stands in small letters in the story. */
  common = false;
  he = 0;
  she = 0;
  /** Set where the lexicons know the person: these count before what the text says. */
  known?: KnownPerson;
  /** The party of the lexicons that it is. */
  party?: Party;
  /** The body of a listed party that it is, by its full name. */
  body?: { readonly name: string; readonly role: SourceKind; readonly of: string };

  constructor(
    /** Words in small letters. */
    readonly words: readonly string[],
    readonly suffix = '',
  ) {}

  /** What a use says of its bearer. */
  learn(use: NameUse): void {
    this.personal += use.personal;
    this.bodily += use.bodily;
    this.headed ||= use.bodily >= 2;
    if (use.given) this.given++;
    if (use.definite) this.definite++;
    if (use.words.length === 1 && use.givenAt === 0) this.alone++;
    this.thing ||= use.thing && (use.words.length > 1 || use.definite);
    if (use.place) this.places++;
    this.learnt++;
    if (use.acts) this.acts++;
    for (const office of use.offices) addCount(this.offices, office, 1);
    if (use.kind !== undefined) addCount(this.kinds, use.kind, 1);
    this.belongs.push(...use.belongs);
    // A title says more than a given name.
    if (use.refers !== undefined) this[use.refers] += use.byGivenName ? 1 : 10;
  }

  get refers(): Gender | undefined {
    return this.known?.refers ?? (this.he > this.she ? 'he' : this.she > this.he ? 'she' : undefined);
  }
}

export interface KnownPerson {
  readonly name: string;
  /** The id of the country or other party that it is listed with. */
  readonly of: string;
  readonly role?: SourceKind;
  readonly party?: string;
  readonly refers?: Gender;
  /** Whether the person holds the office on the date of an article of the story. */
  inOffice: boolean;
}

/** Whether what is known of a name makes it that of a person. */
export function isPersonLike(bearer: Bearer): boolean {
  const {
    known,
    party,
    body,
    personal,
    bodily,
    words,
    given,
    acts,
    definite,
    places,
    learnt,
    common,
    thing,
    alone,
  } = bearer;
  if (known !== undefined) return true;
  if (party !== undefined || body !== undefined || words.length > LONGEST_NAME) return false;
  if (personal >= 2 && personal > bodily + definite && 2 * places <= learnt) return true;
  if (words.length === 1 && alone > 0 && acts > 0 && places + definite + bodily === 0 && !common) return true;
  if (thing || DEMONYM.test(words.at(-1) ?? '') || OTHER_PLACE.has(words[0] ?? '')) return false;
  if (words.length < 2 || common || bodily > 0 || 2 * definite > learnt || 2 * places > learnt) return false;
  return (
    (given > 0 && acts + personal + learnt > 1) ||
    (words.length < 4 && definite + places === 0 && (personal > 0 || acts >= 2))
  );
}

/** Whether a name is a person's beyond doubt, so that a part of it may stand for it. */
export const isCertain = ({ known, personal, uses }: Bearer): boolean =>
  known !== undefined || personal >= 2 || uses.length > 2;

/** Whether what is known of a name makes it that of a body that can act. */
export function isBodyLike(bearer: Bearer): boolean {
  const { party, body, personal, bodily, definite, acts, places, learnt, common, thing, words } = bearer;
  if (party !== undefined || body !== undefined) return true;
  if (thing || (words.length > 1 ? 2 : 3) * places > learnt || personal > bodily + definite) return false;
  return bodily > 0 ? acts > 0 || bodily >= 2 : definite > 0 && acts > 1 && !common;
}

const isUpper = (name: string): boolean => name === name.toUpperCase();

/** As fully as it is written, most often first; listed ones as the lexicons have them. */
export function nameOf(bearer: Bearer): string {
  const { known, party, body, names, suffix } = bearer;
  if (party !== undefined) return party.name;
  if (known !== undefined) return known.name;
  if (body !== undefined) return body.name;
  const [first] = [...names].toSorted(
    (a, b) =>
      b[0].split(' ').length - a[0].split(' ').length ||
      Number(INITIAL.test(a[0])) - Number(INITIAL.test(b[0])) ||
      byCount(a, b),
  );
  const most = [...names]
    .filter(([name]) => plainKey(name.split(' ')) === plainKey((first?.[0] ?? '').split(' ')))
    // Transcripts write any name in capitals.
    .toSorted((a, b) => Number(isUpper(a[0])) - Number(isUpper(b[0])) || byCount(a, b))[0];
  const name = most?.[0] ?? bearer.words.join(' ');
  return suffix === '' ? name : `${name} ${suffix}${/r$/.test(suffix) ? '.' : ''}`;
}
