import { parse } from '../documents.js';
import { AFTER_NOUN, ANAPHORIC } from '../english/closed-classes.js';
import { isCapital } from '../english/title-case.js';
import type { Article, Span } from '../model/article.js';
import { sum } from '../model/collections.js';
import type { Doc } from '../model/doc.js';
import type { Lexicons } from '../model/lexicon.js';
import { PASSES } from '../passes/index.js';
import { Classifier } from '../sentiment/classifier.js';
import { isOrderSupported, standardisedSum } from '../statistics/verdict.js';
import { meanRight, orderRight, type Rate } from './rate.js';
import { articleOf } from './rows.js';

const STEPS = [
  'very-negative',
  'negative',
  'slightly-negative',
  'neutral',
  'slightly-positive',
  'positive',
  'very-positive',
];

interface Entity {
  readonly name: string;
  readonly type: string;
  /** One of seven steps, or null where nobody could tell. */
  readonly sentiment: string | null;
}

/** One story as several outlets told it, as in SEESAW. */
export interface StoryRow {
  readonly story: string;
  readonly articles: readonly {
    readonly outlet: string;
    readonly title: string;
    readonly sentences: readonly string[];
    readonly entities: readonly Entity[];
  }[];
}

/** The difference of the sums from which on the reports tell an order. */
const LEAST = PASSES.flatMap(({ measures }) => measures).find(({ toldIf }) => toldIf !== undefined)?.toldIf
  ?.sumsDiffer as number;

/** What an article says of an entity: sum of the polarities and number of its mentions by name, and the sum over all. */
interface Portrayal {
  readonly numerator: number;
  readonly denominator: number;
  readonly sum: number;
}

const NOTHING: Portrayal = { numerator: 0, denominator: 0, sum: 0 };

/**
 * The cross-outlet ordering test: of two articles of one story that treat an entity differently, is the one that treats
 * it better told? Ties count half; intervals are over stories.
 */
export function evaluateStories(rows: readonly StoryRow[], lexicons: Lexicons) {
  const stories = rows.map(row => pairsOf(row, lexicons));
  const all = stories.flat();
  const ordered = (by: (pair: ArticlePair) => number, of = stories): Rate =>
    meanRight(of.map(pairs => pairs.map(pair => orderRight(by(pair), pair.gold))));
  const standardised = (pair: ArticlePair): number => differencesOf(pair).standardised;
  const isTold = (pair: ArticlePair): boolean => isOrderSupported(differencesOf(pair), LEAST);
  const told = stories.map(pairs => pairs.filter(isTold));
  return {
    /** Pairs of articles with different labels for an entity. */
    pairs: all.length,
    concordance: ordered(standardised),
    /** The same pairs ordered by the mean polarity of all entities of the article. */
    blindToEntity: ordered(({ blind }) => blind),
    /** Of the pairs that get a verdict, the share that is right; `share`: how many get one. */
    confident: { ...ordered(standardised, told), share: told.flat().length / all.length },
    /** How many of all pairs get a verdict. */
    told: meanRight(stories.map(pairs => pairs.map(isTold))),
  };
}

/** The release spells a few names with and without capitals. */
const keyOf = (name: string): string => name.toLowerCase();

interface ArticlePair {
  /** Steps that the left article treats the entity better. */
  readonly gold: number;
  readonly left: Portrayal;
  readonly right: Portrayal;
  readonly blind: number;
}

function meanOf(portrayals: readonly Portrayal[]): number {
  const denominator = sum(portrayals.map(each => each.denominator));
  return denominator === 0 ? 0 : sum(portrayals.map(({ numerator }) => numerator)) / denominator;
}

const differencesOf = ({ left, right }: ArticlePair) => ({
  mean: meanOf([left]) - meanOf([right]),
  standardised: standardisedSum(left) - standardisedSum(right),
  sum: left.sum - right.sum,
});

function pairsOf({ story, articles }: StoryRow, lexicons: Lexicons): ArticlePair[] {
  const entities = new Map(
    articles.flatMap(each => each.entities.map(entity => [keyOf(entity.name), entity] as const)),
  );
  const portrayed = articles.map(({ title, sentences, outlet }) => {
    const text = [title, ...sentences].join('\n\n');
    return portray(
      { ...articleOf(`${story}/${outlet}`, text, outlet), title },
      [...entities.values()],
      lexicons,
    );
  });
  const blind = portrayed.map(by => meanOf([...by.values()]));
  const pairs: ArticlePair[] = [];
  for (const [i, a] of articles.entries())
    for (let j = i + 1; j < articles.length; j++)
      for (const { name, sentiment } of a.entities) {
        const other = articles[j]?.entities.find(entity => keyOf(entity.name) === keyOf(name))?.sentiment;
        if (sentiment === null || other === null || other === undefined) continue;
        const gold = STEPS.indexOf(sentiment) - STEPS.indexOf(other);
        if (gold === 0) continue;
        const of = (k: number) => portrayed[k]?.get(keyOf(name)) ?? NOTHING;
        pairs.push({ gold, left: of(i), right: of(j), blind: (blind[i] as number) - (blind[j] as number) });
      }
  return pairs;
}

/** Sums the polarities of the mentions of each entity of a story in one article. */
function portray(article: Article, entities: readonly Entity[], lexicons: Lexicons): Map<string, Portrayal> {
  const doc = parse(article, lexicons);
  const places = findEntities(doc, entities, lexicons);
  const names = places.filter(({ proper }) => proper);
  // The classifier takes what stands in `mentions` for names: here these are the story's entities.
  const mentions = names
    .map(({ first, last, name }) => ({
      member: name,
      party: name,
      span: spanOf(doc, first, last),
      form: 'proper' as const,
      sentence: doc.tokens.sentence[first] as number,
    }))
    .toSorted((a, b) => a.span.start - b.span.start);
  const { judge } = Classifier.of(lexicons).reader({ ...doc, mentions }, lexicons);
  const by = new Map<string, Portrayal>();
  for (const { name, first, last, proper } of places) {
    const { numerator, denominator, sum } = by.get(keyOf(name)) ?? NOTHING;
    const { polarity } = judge(spanOf(doc, first, last));
    by.set(keyOf(name), {
      numerator: proper ? numerator + polarity : numerator,
      denominator: proper ? denominator + 1 : denominator,
      sum: sum + polarity,
    });
  }
  return by;
}

const spanOf = ({ tokens }: Doc, first: number, last: number): Span => ({
  start: tokens.start[first] as number,
  end: tokens.end[last - 1] as number,
});

interface EntityPlace {
  readonly name: string;
  /** Tokens `[first, last)`. */
  readonly first: number;
  readonly last: number;
  readonly proper: boolean;
}

interface EntityForm {
  readonly name: string;
  readonly words: readonly string[];
  /** Counts only after a determiner, once the entity has been named. */
  readonly resumes: boolean;
}

/** Where a text names the entities of its story; the longest form first, the more often named entity before the other. */
function findEntities(doc: Doc, entities: readonly Entity[], { parties }: Lexicons): EntityPlace[] {
  const { tokens, article } = doc;
  const lower = tokens.text.map(text => text.toLowerCase());
  const count = new Map(entities.map(({ name }) => [name, article.text.split(name).length]));
  const forms = entities
    .flatMap(formsOf)
    .toSorted(
      (a, b) =>
        b.words.length - a.words.length || (count.get(b.name) as number) - (count.get(a.name) as number),
    );
  const taken = new Uint8Array(tokens.length);
  const places: EntityPlace[] = [];
  /** Unless some of it is a name already. */
  const take = (name: string | undefined, first: number, last: number): void => {
    if (name === undefined || taken.subarray(first, last).includes(1)) return;
    taken.fill(1, first, last);
    places.push({ name, first, last, proper: isCapital(tokens.text[first] as string) });
  };
  const takeSpan = (name: string | undefined, { start, end }: Span): void =>
    take(name, doc.tokenAt(start), doc.tokenAt(end - 1) + 1);
  for (const { name, words, resumes } of forms)
    for (let i = 0; i + words.length <= tokens.length; i++) {
      if (resumes && !ANAPHORIC.has(lower[i - 1] ?? '')) continue;
      if (!words.every((word, k) => fits(doc, i + k, word, k === words.length - 1))) continue;
      if (resumes && !places.some(place => place.name === name && place.first < i)) continue;
      take(name, i, i + words.length);
    }
  // Other names that the gazetteer has for an entity.
  const byName = new Map(entities.map(({ name }) => [keyOf(name), name]));
  for (const { party, span } of doc.mentions)
    takeSpan(byName.get(keyOf(parties.get(party)?.name ?? '')), span);
  // Names before pronouns and offices: what leads back to a person of the story.
  for (const { span, name: known } of doc.people)
    takeSpan(entities.find(({ name, type }) => type === 'People' && isSamePerson(name, known))?.name, span);
  return places;
}

function fits({ tokens }: Doc, i: number, word: string, last: boolean): boolean {
  const text = tokens.text[i] as string;
  const equal = (a: string, b: string): boolean => a === b || (last && (a === `${b}s` || `${a}s` === b));
  return isCapital(word)
    ? equal(text, word) || text === word.toUpperCase()
    : equal(text.toLowerCase(), word.toLowerCase());
}

const nameOf = (name: string): string[] =>
  name.split(/\s+/).filter(word => !/^(?:Jr|Sr|II|III)\.?$/.test(word));

function isSamePerson(name: string, known: string): boolean {
  const [a, b] = [nameOf(name), nameOf(known)];
  return a.length > 1 && a.at(-1) === b.at(-1) && (b.length === 1 || a[0] === b[0]);
}

/** How a text may call an entity that is known by its full name: by surname, short name, initials or head noun. */
function formsOf({ name, type }: Entity): EntityForm[] {
  const full = name.replace(/[“”"[\]]/g, '').trim();
  const words = full.split(/\s+/);
  const capitals = words.filter(isCapital);
  const isPerson =
    type === 'People' &&
    words.length > 1 &&
    capitals.length === words.length &&
    !/\b(?:Party|Department|House)\b/.test(full);
  const forms = new Set([full]);
  const add = (match: RegExpMatchArray | null, ...made: readonly string[]): void => {
    if (match !== null) for (const form of made) forms.add(form.replace('$1', match[1] as string));
  };
  if (isPerson) {
    const core = nameOf(full).filter(word => !/^\p{Lu}\.?$/u.test(word));
    forms.add(core.join(' '));
    forms.add(core.at(-1) as string);
  }
  add(full.match(/^(\p{Lu}\S+) Party$/u), '$1', '$1s');
  add(full.match(/^United States (.+)$/), '$1', 'U.S. $1');
  for (const form of [...forms]) {
    add(form.match(/^Department of (\p{Lu}.*)$/u), '$1 Department');
    add(form.match(/^(House|Senate) of /), '$1');
    add(form.match(/^(.*) of the United States$/), '$1');
  }
  if (!isPerson && capitals.length > 2) forms.add(capitals.map(word => word.charAt(0)).join(''));
  const resumed: string[] = [];
  if (!isPerson && capitals.length < words.length) {
    const plain = words.map(word => word.toLowerCase().replace(/[’']s$/, ''));
    const of = plain.findIndex((word, i) => i > 0 && AFTER_NOUN.has(word));
    const phrase = of > 0 ? plain.slice(0, of) : plain;
    if (plain.length > 1) resumed.push(phrase.at(-1) as string);
    for (let i = 0; i + 1 < phrase.length; i++)
      if (!ANAPHORIC.has(phrase[i] as string)) forms.add(`${phrase[i]} ${phrase[i + 1]}`);
  }
  const form = (resumes: boolean) => (text: string) => ({ name, words: text.split(/[\s-]+/), resumes });
  return [...[...forms].map(form(false)), ...resumed.map(form(true))];
}
