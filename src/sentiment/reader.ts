import { THIRD_PERSON } from '../english/closed-classes.js';
import type { Span } from '../model/article.js';
import { groupBy } from '../model/collections.js';
import type { Appraisal, Doc, Event, Quotation } from '../model/doc.js';
import {
  BEFORE_NAME,
  BESIDE,
  BIAS,
  DOES,
  FIRST,
  JUDGING,
  LENGTH,
  NAMES,
  POLARITY,
  PRONOUN,
  SOURCE,
  SPOKEN_OF,
  UNDERGOES,
  VALENCE,
  VALENCE_NEGATED,
  VALENCE_SAID,
  VOICE,
} from './features.js';
import { type Bonds, type Grounds, groundsOf, type NounSorts } from './grounds.js';
import { type Bond, Relations } from './relations.js';
import { Seen, type Vocabulary } from './seen.js';
import { type Hit, isPossible, Tag, type Undoing, UnitCutter, type Units } from './units.js';

/** Reads the sentences of one document for the classifier. */
export class Reader {
  readonly #cutter: UnitCutter;
  readonly #events: ReadonlyMap<number, readonly Event[]>;
  readonly #appraisals: ReadonlyMap<number, readonly Appraisal[]>;
  /** Numbers of the quotations whose source stands in a sentence. */
  readonly #sources: ReadonlyMap<number, readonly number[]>;
  /** Names of people by where they are mentioned. */
  readonly #names: ReadonlyMap<number, string>;
  /** Where people are mentioned. */
  readonly #persons: ReadonlySet<number>;
  #last: Bonds | undefined;

  /**
   * @param polarity the hits of the polarity lexicons in one sentence
   * @param roles the tokens of one sentence that are words for people
   */
  constructor(
    private readonly doc: Doc,
    vocabulary: Vocabulary,
    polarity: (sentence: number) => readonly Hit[],
    undoing: Undoing,
    private readonly nouns: Omit<NounSorts, 'isPerson'>,
    private readonly roles: (sentence: number) => ReadonlySet<number>,
  ) {
    const { tokens, quotations } = doc;
    this.#cutter = new UnitCutter(doc, vocabulary, polarity, undoing);
    this.#persons = new Set(doc.people.map(({ span }) => span.start));
    this.#names = new Map(
      [...doc.people, ...doc.mentions].flatMap(({ name, span }) =>
        name === undefined ? [] : [[span.start, name]],
      ),
    );
    this.#events = groupBy(doc.events, ({ sentence }) => sentence);
    this.#appraisals = groupBy(doc.appraisals, ({ sentence }) => sentence);
    this.#sources = groupBy(
      quotations.flatMap(({ source }, q) => (source === undefined ? [] : [q])),
      q => tokens.sentence[doc.tokenAt(quotations[q]?.source?.span.start ?? 0)] as number,
    );
  }

  /** Everything that the classifier takes account of about the mention at a span; into `seen`, if it is given. */
  see(target: Span, seen: Seen = new Seen()): Seen {
    const { tokens } = this.doc;
    seen.clear();
    seen.add(BIAS, 1);
    if (tokens.length === 0) return seen;
    const first = this.doc.tokenAt(target.start);
    const last = this.#cutter.tokenAfter(first, target.end);
    const sentence = tokens.sentence[first] as number;
    const units = this.#cutter.around(sentence, first, last);
    const at = units.token.indexOf(first);
    const isPronoun = last === first + 1 && THIRD_PERSON.has((tokens.text[first] as string).toLowerCase());
    if (isPronoun) seen.add(PRONOUN, 1);
    const said = this.#standing(seen, units, at, first, last);
    this.#surroundings(seen, units, at, said);
    this.#eventsOf(seen, sentence, target);
    this.#lexiconHits(seen, units, at);
    const relations = new Relations(seen, units, at);
    relations.see(isPronoun);
    judging(seen, units, relations.bonds);
    const appraisals = this.#appraisals.get(sentence) ?? [];
    const isPerson = this.#persons.has(target.start);
    this.#last = {
      target,
      at,
      units,
      appraisals,
      isPronoun,
      isPerson,
      isUnsaid: this.#isOwnSpeech(target, first),
    };
    return seen;
  }

  /** How the mention that was seen last is bound to what judges it, which gave it a polarity. */
  grounds(polarity: number): Grounds {
    if (this.#last === undefined) return 'words around';
    const { sentence } = this.doc.tokens;
    const isPerson = (token: number): boolean => this.roles(sentence[token] as number).has(token);
    return groundsOf(this.doc, this.#last, polarity, { ...this.nouns, isPerson });
  }

  /** Whether who is mentioned speaks there. */
  #isOwnSpeech({ start }: Span, first: number): boolean {
    const source = this.doc.quotations[this.doc.tokens.quotation[first] as number]?.source;
    return source?.name !== undefined && source.name === this.#names.get(start);
  }

  /** The words around the mention and their valences, but for what it says itself in quotation `said`. */
  #surroundings(seen: Seen, units: Units, at: number, said: number): void {
    const { size, row, valence, token, word, tag, negated: isNegated } = units;
    const { tokens } = this.doc;
    const toName = distancesToNames(units, at);
    if (tag[at + 1] === Tag.Name) seen.add(BEFORE_NAME, 1);
    const clause = tokens.clause[token[at] as number];
    for (let i = 0; i < size; i++) {
      if ((row[i] as number) < 0 || i === at) continue;
      const from = token[i] as number;
      const v = valence[i] as number;
      const quotation = tokens.quotation[from] as number;
      if (said >= 0 && quotation === said) {
        seen.addSigned(VALENCE_SAID, 2 * v, from);
        continue;
      }
      const away = i < at ? at - i : i - at;
      const near = tokens.clause[from] === clause;
      const negated = isNegated[i] === 1;
      if (!negated) seen.addWord(0, row[i] as number, 0.4 + 1 / (1 + 0.2 * away) + (near ? 0.5 : 0), from);
      if (v === 0) continue;
      if (negated) seen.addSigned(VALENCE_NEGATED, 2 * v, from);
      const counts = negated ? -v : 2 * v;
      seen.addSigned(VALENCE.sentence, counts, from);
      seen.addSigned(i < at ? VALENCE.before : VALENCE.after, counts, from);
      seen.addSigned(VALENCE.nearness, counts / (1 + 0.3 * away), from);
      if (near) seen.addSigned(i < at ? VALENCE['clause before'] : VALENCE['clause after'], counts, from);
      if (quotation >= 0) seen.addSigned(VALENCE.quotation, counts, from);
      const place = (toName[i] as number) < away ? 'name nearer' : 'no name nearer';
      seen.addSigned(VALENCE[place], counts, from);
      if (isPossible(units, i)) seen.addSigned(VALENCE.possible, counts, from);
    }
    for (let distance = 1; distance <= 2; distance++)
      for (const side of [-1, 1]) {
        const i = at + side * distance;
        const beside = BESIDE.get(tag[i] === Tag.Name ? 'NAME' : (word[i] ?? '.'));
        if (beside === undefined) continue;
        seen.add(beside + (side < 0 ? 0 : 2) + distance - 1, 1, i >= 0 && i < size ? token[i] : -1);
      }
  }

  /**
   * The place of the mention: voice, source or spoken of, first, company.
   *
   * @returns the quotation whose source it is, or -1
   */
  #standing(seen: Seen, { names, size }: Units, at: number, first: number, last: number): number {
    const { tokens, quotations } = this.doc;
    const start = tokens.start[first] as number;
    const end = tokens.end[last - 1] as number;
    seen.add(VOICE[tokens.voice[first] as number] as number, 1);
    let said = -1;
    for (const q of this.#sources.get(tokens.sentence[first] as number) ?? []) {
      const { source, stance, form, act } = quotations[q] as Quotation;
      if (source === undefined || source.span.start >= end || source.span.end <= start) continue;
      if (said < 0) said = q;
      seen.add(SOURCE.source, 1);
      if (stance !== undefined) seen.add(SOURCE[stance], 1);
      seen.add(SOURCE[act === true ? 'act' : form], 1);
    }
    const spoken = quotations[tokens.quotation[first] as number];
    if (spoken !== undefined) {
      if (spoken.stance !== undefined) seen.add(SPOKEN_OF[spoken.stance], 1);
      seen.add(SPOKEN_OF[spoken.form], 1);
    }
    if (at === 0) seen.add(FIRST, 1);
    seen.add(NAMES[Math.min(4, names - 1)] as number, 1);
    seen.add(LENGTH[Math.min(5, Math.floor(size / 10))] as number, 1);
    return said;
  }

  /** What the mention is agent or patient of, of the events that the lexicons list. */
  #eventsOf(seen: Seen, sentence: number, { start, end }: Span): void {
    for (const { class: kind, span, negated, agent, patient } of this.#events.get(sentence) ?? []) {
      const key = negated ? (`not ${kind}` as const) : kind;
      const isIn = (side: Event['agent']): boolean =>
        side !== undefined && side.span.start < end && side.span.end > start;
      if (isIn(agent)) seen.add(DOES[key], 1, this.doc.tokenAt(span.start));
      if (isIn(patient)) seen.add(UNDERGOES[key], 1, this.doc.tokenAt(span.start));
    }
  }

  #lexiconHits(seen: Seen, { hits, size, token, end, tag, negated }: Units, at: number): void {
    const { tokens } = this.doc;
    const clause = tokens.clause[token[at] as number];
    let i = 0;
    for (const { first, valence } of hits) {
      while (i < size && (end[i] as number) <= first) i++;
      if (valence === 0 || i >= size || i === at || tag[i] === Tag.Name) continue;
      const from = token[i] as number;
      const v = ((valence * 5) / 3) * (negated[i] === 1 ? -0.5 : 1);
      seen.addSigned(POLARITY.sentence, v, first);
      seen.addSigned(i < at ? POLARITY.before : POLARITY.after, v, first);
      seen.addSigned(POLARITY.nearness, v / (1 + 0.3 * Math.abs(i - at)), first);
      if (tokens.clause[from] === clause) seen.addSigned(POLARITY.clause, v, first);
    }
  }
}

/** Judgements of one side of what is said, by what they are to the mention. */
function judging(seen: Seen, { hits, token }: Units, bonds: readonly Bond[]): void {
  for (const { first, last, valence, of } of hits) {
    if (of === undefined) continue;
    const bond = bonds.find(({ unit }) => (token[unit] as number) >= first && (token[unit] as number) < last);
    if (bond === undefined) continue;
    const v = ((valence * 5) / 3) * (bond.negated ? -0.5 : 1);
    seen.addSigned(JUDGING[of][bond.relation], v, first);
  }
}

/** How far each unit is from the nearest name but the mention. */
function distancesToNames({ size, tag }: Units, at: number): Int32Array {
  const distance = new Int32Array(size).fill(size);
  const sweep = (from: number, step: number): void => {
    let away = size;
    for (let i = from; i >= 0 && i < size; i += step) {
      away = tag[i] === Tag.Name && i !== at ? 0 : away + 1;
      distance[i] = Math.min(distance[i] as number, away);
    }
  };
  sweep(0, 1);
  sweep(size - 1, -1);
  return distance;
}
