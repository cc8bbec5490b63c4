import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOrAdd } from '../model/collections.js';
import type {
  Concept,
  Fact,
  FactForm,
  LexiconFile,
  LexiconKind,
  Lexicons,
  Party,
  PolarityForm,
} from '../model/lexicon.js';
import type { LoadedWeights, SentimentWeights } from '../model/weights.js';
import { GRAMMAR_CLASSES, type GrammarClass, NAME_WORDS, type NameWord } from '../model/word-classes.js';
import { packageRoot } from '../package.js';
import { AFINN, valencesOfAfinn } from './afinn.js';
import { type FormOf, formsOf } from './entries.js';
import { conceptsOf } from './extend.js';
import { factEntries, factFinder } from './facts.js';
import type { DataOf, ParsedLexicon } from './file.js';
import { type LabelReading, openLabels, readingsOf, together } from './labels.js';
import {
  type Entry,
  formKey,
  isWild,
  layTrie,
  matcherOf,
  openMatcher,
  type Trie,
  wholeMatches,
} from './matcher.js';
import type { Settled } from './overrides.js';
import { definitionsIn } from './party-ids.js';
import { digestOf } from './sources.js';
import { cutWords } from './words.js';

/** Lexicons put together, as plain data: all that `openLexicons` needs. */
export interface Assembled {
  readonly files: readonly LexiconFile[];
  readonly parties: readonly Party[];
  readonly partyTags: readonly (readonly [tag: string, party: string])[];
  readonly concepts: readonly Concept[];
  readonly vocabulary: readonly string[];
  readonly tries: { readonly [K in Exclude<LexiconKind, 'terminology' | 'grammar'>]: Trie<FormOf<K>> };
  readonly labels: Trie<readonly LabelReading[]>;
  readonly topics: Trie<readonly string[]>;
  readonly facts: readonly Fact[];
  readonly factTrie: Trie<FactForm>;
  readonly endings: readonly (readonly [string, string])[];
  readonly names: Readonly<Record<NameWord, readonly string[]>>;
  readonly sameOffices: readonly (readonly string[])[];
  readonly nicknames: readonly (readonly string[])[];
  readonly grammar: Readonly<Record<GrammarClass, readonly string[]>>;
}

/** Weights that come with the package, by what they are of; learnt by `npm run train:...`. */
const WEIGHTS = {
  sentiment: 'Weights of the sentiment classifier',
  loaded: 'Weights of the classifier of loaded words',
} as const;

interface WeightsFile {
  readonly file: LexiconFile;
  /** Parsed when first asked for. */
  readonly weights: () => unknown;
}
const weightsFiles = new Map<string, WeightsFile>();

const readWeights = (id: keyof typeof WEIGHTS): WeightsFile =>
  getOrAdd(weightsFiles, id, () => {
    const path = `models/${id}.json`;
    const text = readFileSync(join(packageRoot, path), 'utf8');
    let weights: unknown;
    return {
      file: { kind: 'weights', id, title: WEIGHTS[id], path, digest: digestOf(text) },
      weights: () => {
        weights ??= JSON.parse(text);
        return weights;
      },
    };
  });

/** The files of lexicons as reports list them; AFINN, which has no source file, comes last. */
const filesOf = (parsed: readonly ParsedLexicon[]): LexiconFile[] => [
  ...parsed.map(({ source, data: { kind, id, title } }) => ({
    kind,
    id,
    title,
    path: source.name ?? source.path,
    digest: digestOf(source.text),
  })),
  {
    kind: 'polarity',
    ...AFINN,
    digest: digestOf(JSON.stringify(Object.fromEntries(valencesOfAfinn()))),
  },
];

/** The words of AFINN that no lexicon lists or switches off. */
export function generalPolarity(listed: readonly string[], off: Settled['off']): Entry<PolarityForm>[] {
  const taken = off.filter(({ general }) => general).map(({ called }) => called);
  if (taken.includes(AFINN.id)) return [];
  const exact = new Set([...listed, ...taken].map(formKey));
  const wild = matcherOf(listed.filter(isWild).map(form => ({ form, value: form })));
  return [...valencesOfAfinn()]
    .filter(([word]) => !exact.has(formKey(word)) && wholeMatches(wild, word).length === 0)
    .map(([form, valence]) => ({ form, value: { valence } }));
}

/** Lays out lexicons that were checked. */
export function assemble({ lexicons: parsed, inForce, off, entriesIn }: Settled): Assembled {
  const ofKind = <K extends LexiconKind>(kind: K): DataOf<K>[] =>
    inForce.flatMap(({ data }) => (data.kind === kind ? [data as DataOf<K>] : []));
  const vocabulary = new Map<string, number>();
  const trie = <K extends LexiconKind>(kind: K, more: Iterable<Entry<FormOf<K>>> = []): Trie<FormOf<K>> =>
    layTrie(
      [
        ...parsed.flatMap(each => (each.data.kind === kind ? (entriesIn(each) as Entry<FormOf<K>>[]) : [])),
        ...more,
      ],
      vocabulary,
    );
  const concepts = conceptsOf(inForce);
  const tries = {
    parties: trie('parties'),
    polarity: trie('polarity', generalPolarity(ofKind('polarity').flatMap(formsOf), off)),
    cues: trie('cues'),
    roles: trie('roles'),
    events: trie('events'),
    furniture: trie('furniture'),
    variants: trie('variants'),
    loaded: trie('loaded'),
    certainty: trie('certainty'),
  };
  const terminology = ofKind('terminology');
  const about = terminology.flatMap(({ id, about = [] }) => about.map(form => ({ form, value: id })));
  const labels = layTrie(together(concepts.flatMap(concept => [...readingsOf(concept)])), vocabulary);
  const topics = layTrie(together(about), vocabulary);
  const facts = terminology.flatMap(each => each.facts.map(({ examples: _, ...fact }): Fact => fact));
  const factTrie = layTrie(factEntries(facts), vocabulary);
  const grammar = ofKind('grammar').flatMap(({ classes }) => classes);
  return {
    files: filesOf(parsed),
    parties: inForce.flatMap(each => [...definitionsIn(each)].map(({ party }) => party)),
    partyTags: ofKind('parties').flatMap(data =>
      data.parties.flatMap(({ tags, ...party }) =>
        tags.map(tag => [tag, 'id' in party ? party.id : party.extends] as const),
      ),
    ),
    concepts,
    vocabulary: [...vocabulary.keys()],
    tries,
    labels,
    topics,
    facts,
    factTrie,
    endings: ofKind('variants').flatMap(data => data.endings),
    names: wordLists(NAME_WORDS, key => ofKind('roles').flatMap(({ names }) => names?.[key] ?? [])),
    sameOffices: ofKind('roles').flatMap(({ names }) => names?.same_offices ?? []),
    nicknames: ofKind('roles').flatMap(({ names }) => names?.nicknames ?? []),
    grammar: wordLists(GRAMMAR_CLASSES, key => grammar.flatMap(({ id, forms }) => (id === key ? forms : []))),
  };
}

const byKey = <K extends string, T>(keys: readonly K[], of: (key: K) => T): Record<K, T> =>
  Object.fromEntries(keys.map(key => [key, of(key)])) as Record<K, T>;

/** By each word, in small letters, all that stand in a group with it. */
function groupsByMember(groups: readonly (readonly string[])[]): Map<string, Set<string>> {
  const by = new Map<string, Set<string>>();
  for (const group of groups) {
    const small = group.map(word => word.toLowerCase());
    for (const word of small) {
      const together = getOrAdd(by, word, () => new Set<string>());
      for (const each of small) together.add(each);
    }
  }
  return by;
}

/** Lists of words in small letters. */
const wordLists = <K extends string>(
  keys: readonly K[],
  of: (key: K) => readonly string[],
): Record<K, string[]> => byKey(keys, key => of(key).map(word => word.toLowerCase()));

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map(item => [item.id, item]));

/** Lexicons that passes look words up in. */
export function openLexicons(assembled: Assembled): Lexicons {
  const { files, parties, partyTags, concepts, vocabulary, tries, labels, topics, facts, factTrie, endings } =
    assembled;
  const numbers = new Map(vocabulary.map((word, i) => [word, i]));
  const sentiment = readWeights('sentiment');
  const loaded = readWeights('loaded');
  return {
    files: [...files, sentiment.file, loaded.file],
    parties: byId(parties),
    concepts: byId(concepts),
    words: text => cutWords(text, numbers),
    party: openMatcher(tries.parties),
    partyTags: new Map(partyTags),
    label: openLabels(openMatcher(labels)),
    topic: openMatcher(topics),
    polarity: openMatcher(tries.polarity),
    cue: openMatcher(tries.cues),
    role: openMatcher(tries.roles),
    event: openMatcher(tries.events),
    furniture: openMatcher(tries.furniture),
    get sentiment() {
      return sentiment.weights() as SentimentWeights;
    },
    variant: openMatcher(tries.variants),
    loaded: openMatcher(tries.loaded),
    get loadedWeights() {
      return loaded.weights() as LoadedWeights;
    },
    certainty: openMatcher(tries.certainty),
    endings,
    names: byKey(NAME_WORDS, key => new Set(assembled.names[key])),
    sameOffices: groupsByMember(assembled.sameOffices),
    nicknames: groupsByMember(assembled.nicknames),
    grammar: byKey(GRAMMAR_CLASSES, key => new Set(assembled.grammar[key])),
    facts: byId(facts),
    factsIn: factFinder(facts, openMatcher(factTrie)),
  };
}
