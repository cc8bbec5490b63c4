import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { builtInLexicons } from '../src/lexicon/sources.js';

interface Person {
  readonly name: string;
  readonly office?: string;
  readonly terms?: readonly (readonly [from: string, to?: string])[];
  readonly party?: string;
  readonly refers?: string;
}
interface Entry {
  readonly id?: string;
  readonly extends?: string;
  readonly kind?: string;
  readonly of?: string;
  readonly people?: readonly Person[];
}

const entries = builtInLexicons().flatMap(({ path, text }) =>
  path.includes('/parties/') ? ((parseYaml(text) as { parties: Entry[] }).parties ?? []) : [],
);
/** Countries that a file extends may have their entry in another, which is generated. */
const countries = new Set(entries.flatMap(({ id, extends: extended }) => id ?? extended ?? []));
const people = entries.flatMap(({ id, extends: extended, people = [] }) =>
  people.map(person => ({ of: id ?? extended ?? '', ...person })),
);
const HEAD =
  /^(?:acting |interim |co-)?(?:president|prime minister|premier|chancellor|taoiseach|supreme leader|king|emir|sultan)\b/;
const latest = '9999';

describe('office-holders', () => {
  it('have terms that begin before they end, one after another', () => {
    for (const { name, terms = [] } of people)
      for (const [i, [from, to = latest]] of terms.entries()) {
        expect(from < to, `${name}: ${from} to ${to}`).toBe(true);
        expect(from >= (terms[i - 1]?.[1] ?? (i === 0 ? '' : latest)), `${name}: ${from}`).toBe(true);
      }
  });

  it('have a pronoun where they have terms', () => {
    expect(people.filter(({ terms, refers }) => terms !== undefined && refers === undefined)).toEqual([]);
  });

  it('do not hold one office at the same time', () => {
    const heads = people.filter(({ office = '' }) => HEAD.test(office));
    for (const [i, one] of heads.entries())
      for (const other of heads.slice(i + 1))
        if (one.of === other.of && one.office === other.office)
          for (const [from, to = latest] of one.terms ?? [])
            for (const [otherFrom, otherTo = latest] of other.terms ?? [])
              expect(
                from >= otherTo || otherFrom >= to,
                `${one.office} of ${one.of}: ${one.name} and ${other.name}, ${from} and ${otherFrom}`,
              ).toBe(true);
  });

  it('belong to parties, and parties to countries, that there are', () => {
    const parties = new Set(entries.flatMap(({ id, kind }) => (kind === 'country' ? [] : (id ?? []))));
    for (const { name, party } of people)
      if (party !== undefined) expect(parties.has(party), `${name}: ${party}`).toBe(true);
    for (const { id, of } of entries)
      if (of !== undefined) expect(countries.has(of), `${id} of ${of}`).toBe(true);
  });

  it('are there for most countries in the news', () => {
    const day = '2020-07-01';
    const led = new Set(
      people.flatMap(({ of, office = '', terms = [] }) =>
        HEAD.test(office) && terms.some(([from, to = latest]) => from <= day && day < to) ? [of] : [],
      ),
    );
    expect(led.size).toBeGreaterThanOrEqual(45);
  });
});
