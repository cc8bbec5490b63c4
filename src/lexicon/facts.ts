import type { Fact, FactForm, Match, Matcher } from '../model/lexicon.js';
import type { Words } from '../model/words.js';
import type { Entry } from './matcher.js';

/** What the matcher looks for; unlike labels, facts may share words, so a form may belong to several of them. */
export function* factEntries(facts: readonly Fact[]): Generator<Entry<FactForm>> {
  for (const { id: fact, forms, near } of facts)
    for (const part of ['form', 'near'] as const) {
      const value = { fact, part };
      for (const form of part === 'form' ? forms : near) yield { form, value };
    }
}

/** At most so many words and marks may be between a form and what must be near it. */
const NEAR = 16;

/** Finds the facts that a sentence reports: one of its forms occurs, and near it one of `near`, if any are given. */
export function factFinder(facts: readonly Fact[], matcher: Matcher<FactForm>) {
  const asksMore = new Set(facts.flatMap(({ id, near }) => (near.length > 0 ? [id] : [])));
  return (words: Words, from: number, to: number): Match<string>[] => {
    const all = matcher.every(words, from, to);
    const beside = all.filter(({ value }) => value.part === 'near');
    const isNear = ({ first, last, value }: Match<FactForm>): boolean =>
      beside.some(
        other => other.value.fact === value.fact && other.first - last <= NEAR && first - other.last <= NEAR,
      );
    return all
      .filter(match => match.value.part === 'form' && (!asksMore.has(match.value.fact) || isNear(match)))
      .map(match => ({ ...match, value: match.value.fact }));
  };
}
