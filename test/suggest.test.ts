import { describe, expect, it } from 'vitest';
import { logOdds } from '../src/discover/log-odds.js';
import { suggest } from '../src/discover/suggest.js';
import type { Article, Lexicons } from '../src/index.js';
import { writeSuggestions } from '../src/lexicon/authoring/suggested.js';
import { parseLexicon } from '../src/lexicon/file.js';
import { checkLexicons } from '../src/lexicon/load.js';
import type { Suggestions } from '../src/model/suggestion.js';
import { analysed, article, lexiconsWith } from './helpers.js';

const PARTIES = `kind: parties
id: sides
title: Sides
parties:
  - id: north
    name: Northland
    names: [Northland]
    demonyms: [Northlandic]
  - id: south
    name: Southland
    names: [Southland]
    demonyms: [Southlandic]
`;
const TERMS = `kind: terminology
id: demo
title: Demo
parties: [north, south]
concepts:
  - id: dam
    gloss: What the works on the river are called
    labels:
      - id: barrage
        source: A. Author, A Book (2001)
        forms: [river barrage, barrage]
      - id: reservoir
        source: A. Author, A Book (2001)
        forms: [reservoir]
    examples:
      - The [barrage|barrage] rose.
      - The river rose.
`;
const own = await lexiconsWith(PARTIES, TERMS);

const read = (articles: readonly Article[], given: Lexicons) =>
  articles.map(each => analysed(each, given).trace);
const from = (texts: Readonly<Record<string, string>>, given: Lexicons = own, only?: string): Suggestions =>
  suggest(
    read(
      Object.entries(texts).map(([outlet, text]) =>
        article(text, { outlet, id: outlet, path: `${outlet}.md` }),
      ),
      given,
    ),
    given,
    only,
  );
/** The labels of every concept that is suggested, by their names. */
const rivals = (suggestions: Suggestions): string[][] =>
  suggestions.concepts.map(({ labels }) => labels.map(({ name }) => name).sort());

const HERALD = `The ministers signed the ferry treaty on Monday. Critics of the ferry treaty gathered in the square. Farmers
praised the sturdy hedge behind the mill. Nobody painted the hedge.`;
const COURIER = `The ministers signed the ferry pact on Monday. Critics of the ferry pact gathered in the square. Farmers
praised the sturdy fence behind the mill. Nobody painted the fence.`;

describe('words that stand in the same places', () => {
  it('are suggested as names of one thing, with forms, places and outlets', () => {
    const suggestions = from({ Herald: HERALD, Courier: COURIER });
    expect(rivals(suggestions)).toContainEqual(['pact', 'treaty']);
    const labels = suggestions.concepts.find(({ labels: all }) =>
      all.some(({ name }) => name === 'pact'),
    )?.labels;
    const pact = labels?.find(({ name }) => name === 'pact');
    expect(pact?.forms).toEqual(['ferry pact']);
    expect(pact?.places.map(({ outlet, line }) => [outlet, line])).toEqual([
      ['Courier', 1],
      ['Courier', 1],
    ]);
    expect(pact?.apart?.outlet).toBe('Courier');
    expect(pact?.apart?.z).toBeGreaterThan(0);
  });

  it('are not, if all of them are one outlet’s', () => {
    const suggestions = from({ Herald: `${HERALD}\n\n${COURIER}`, Courier: 'The wind turned in the night.' });
    expect(suggestions.concepts).toEqual([]);
  });

  it.each([
    ['joined by and', 'The ferry treaty and the pact were read aloud.'],
    ['side by side in one phrase', 'The treaty pact was read aloud.'],
  ])('are not, if the text has them %s', (_, sentence) => {
    const suggestions = from({ Herald: `${HERALD} ${sentence}`, Courier: COURIER });
    expect(rivals(suggestions).flat()).not.toContain('pact');
  });

  it('are not, if they differ in house style only', () => {
    const british = `${HERALD.replaceAll('treaty', 'defence')}`;
    const american = `${COURIER.replaceAll('pact', 'defense')}`;
    expect(rivals(from({ Herald: british, Courier: american })).flat()).not.toContain('defence');
  });

  it('are not, if one is an office and the other can be nobody', () => {
    const suggestions = from({
      Herald: HERALD.replaceAll('treaty', 'minister'),
      Courier: COURIER.replaceAll('pact', 'harvest'),
    });
    expect(rivals(suggestions).flat()).not.toContain('harvest');
  });

  it('are never numbers, times, or words that stand for any noun', () => {
    const suggestions = from({
      Herald: HERALD.replaceAll('treaty', 'thing'),
      Courier: COURIER.replaceAll('pact', 'way'),
    });
    expect(rivals(suggestions).flat()).not.toContain('thing');
  });

  it('end before an expression of time', () => {
    const suggestions = from({
      Herald: 'The raid last week shook the port. Boats saw the raid last week. Nobody slept.',
      Courier: 'The feast last week shook the port. Boats saw the feast last week. Nobody slept.',
    });
    for (const { labels } of suggestions.concepts)
      for (const { forms } of labels) expect(forms.join()).not.toMatch(/week/);
  });
});

describe('a known concept', () => {
  const texts = {
    Herald: 'They built the river barrage in May. Engineers inspected the river barrage at noon.',
    Courier: 'They built the river dam in May. Engineers inspected the river dam at noon.',
  };

  it('gets the words that stand where its labels stand; those that it has are told apart', () => {
    const { concepts } = from(texts);
    const dam = concepts.find(({ id }) => id === 'dam');
    expect(dam?.kind).toBe('known');
    expect(dam?.labels.map(({ name, known }) => [name, known?.source])).toEqual([
      ['dam', undefined],
      ['barrage', { text: 'A. Author, A Book (2001)' }],
    ]);
  });

  it('counts every place of a label that it has, also those that a hyphen hides from the slots', () => {
    const { concepts, parties } = from({
      Herald: `${texts.Herald} The half-barrage and the upper-barrage leaked.`,
      Courier: texts.Courier,
    });
    const barrage = concepts.find(({ id }) => id === 'dam')?.labels.find(({ name }) => name === 'barrage');
    expect(barrage?.places).toHaveLength(4);
    expect(parties).toEqual(['north', 'south']);
  });

  it('can be asked for alone', () => {
    const all = { Herald: `${texts.Herald} ${HERALD}`, Courier: `${texts.Courier} ${COURIER}` };
    expect(from(all).concepts.length).toBeGreaterThan(1);
    expect(from(all, own, 'dam').concepts.map(({ id }) => id)).toEqual(['dam']);
  });
});

describe('words before the names of parties and places', () => {
  const { concepts } = from({
    Herald: 'They fear plucky Northland. Ships left plucky Northland at dawn. All love plucky Northland.',
    Courier: 'They fear smug Northland. Ships left smug Northland at dawn. Northern-held Southland slept.',
  });
  const beside = concepts.find(({ kind }) => kind === 'beside');

  it('are suggested where outlets differ in them', () => {
    expect(beside?.labels.map(({ name, forms }) => [name, forms])).toEqual([
      ['plucky', ['plucky Northland']],
      ['smug', ['smug Northland']],
    ]);
    expect(beside?.labels[0]?.apart).toMatchObject({ outlet: 'Herald' });
  });
});

describe('log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008)', () => {
  it('agrees with equations 16, 18 and 19 computed by hand', () => {
    const { delta, z } = logOdds({ count: 8, size: 10 }, { count: 1, size: 20 }, { word: 3, all: 10 });
    expect(delta).toBeCloseTo(Math.log(11 / 9) - Math.log(4 / 26), 12);
    expect(z).toBeCloseTo(delta / Math.sqrt(1 / 11 + 1 / 4), 12);
  });

  it('turns its sign round with the sides', () => {
    const [a, b] = [
      { count: 5, size: 9 },
      { count: 2, size: 30 },
    ];
    const prior = { word: 1, all: 3 };
    expect(logOdds(a, b, prior).z).toBeCloseTo(-logOdds(b, a, prior).z, 12);
  });
});

describe('the YAML of suggestions', () => {
  const yamlOf = (articles: readonly Article[], given: Lexicons): string => {
    const each = read(articles, given);
    const texts = new Map(each.map(trace => [trace.article, trace]));
    return writeSuggestions(suggest(each, given), texts, given, 10) ?? '';
  };
  const completed = (yaml: string): string =>
    yaml.replaceAll(/^( +)# TO COMPLETE source: .*$/gm, '$1source: A. Author, A Book (2001)');
  const story = [
    article(`${HERALD} They built the river barrage [sic] in May. Northland wrote to Southland.`, {
      outlet: 'Herald',
      id: 'h',
      path: 'h.md',
    }),
    article(`${COURIER} They built the river dam | weir in May. “The ferry pact is good,” she said.`, {
      outlet: 'Courier: “#1”',
      id: 'c',
      path: 'c.md',
    }),
  ];

  it('is a valid lexicon once every source is given', async () => {
    const yaml = yamlOf(story, own);
    expect(yaml).toMatch(/# TO COMPLETE source: who uses this word/);
    const { faults, labels } = await parseCompleted(yaml, [PARTIES, TERMS]);
    expect(faults).toEqual([]);
    expect(labels).toContain('pact');
  });

  it.each([
    ['everywhere', TERMS],
    ['by topic', TERMS.replace('concepts:', 'about: [river]\nconcepts:')],
  ])('more names for a concept that counts %s extend it, beside the file that has it', async (_, terms) => {
    const given = await lexiconsWith(PARTIES, terms);
    const known = [
      article(
        'The river barrage [sic] was built in May. Engineers inspected the river barrage at noon. Fog came.',
        {
          outlet: 'Herald',
          id: 'h',
          path: 'h.md',
          title: 'The river',
        },
      ),
      article(
        'The river dam was built in May, and the barrage. Engineers inspected the river dam at noon. Nobody slept that night at all.',
        { outlet: 'Courier', id: 'c', path: 'c.md', title: 'The river' },
      ),
    ];
    const each = read(known, given);
    const texts = new Map(each.map(trace => [trace.article, trace]));
    const yaml = writeSuggestions(suggest(each, given, 'dam'), texts, given, 10) ?? '';
    expect(yaml).toContain('- extends: dam\n');
    expect(yaml).not.toMatch(/^ *(?:parties|gloss|- id: barrage)/m);
    expect(yaml).toContain('# Listed already: barrage. ');
    // What the concept has is marked too.
    expect(yaml).toMatch(/\[river dam\|dam\] was built in May, and the \[barrage\|barrage\]/);
    expect((await parseCompleted(yaml, [PARTIES, terms])).faults).toEqual([]);
  });

  it('without sources it is a lexicon whose check asks for them, at line and column', async () => {
    const faults = await checkLexicons([
      { path: 'parties.yaml', text: PARTIES },
      { path: 'terms.yaml', text: TERMS },
      { path: 'mine.yaml', text: yamlOf(story, own) },
    ]);
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults)
      expect(String(fault)).toMatch(/^mine\.yaml:\d+:\d+: concept \S+, label \S+: "source" is missing/);
  });

  it('says that a few articles are too little, and how many z would reach the bound by chance', async () => {
    const yaml = yamlOf(story, own);
    expect(yaml).toMatch(/^# 2 articles are too little to tell a preference from chance/m);
    expect(yaml).toMatch(/\d+ of \d+ labels reach 1\.96; of that many, about \d+ would by chance/);
  });

  it('gives each place with path, line and the words in their context, own words apart from those of others', async () => {
    const yaml = yamlOf(story, own);
    expect(yaml).toContain('# Courier: “#1” 2');
    expect(yaml).toMatch(/# c\.md:1 The ministers signed the \[ferry pact\] on Monday\./);
  });

  it('is the same whatever the order of the articles', async () => {
    expect(yamlOf(story.toReversed(), own)).toBe(yamlOf(story, own));
  });

  async function parseCompleted(yaml: string, others: readonly string[]) {
    const text = completed(yaml);
    const { data } = await parseLexicon({ path: 'mine.yaml', text });
    const faults = await checkLexicons([
      ...others.map((each, i) => ({ path: `other-${i}.yaml`, text: each })),
      { path: 'mine.yaml', text },
    ]);
    const labels =
      data.kind === 'terminology' ? data.concepts.flatMap(concept => concept.labels.map(({ id }) => id)) : [];
    return { faults: faults.map(String), labels };
  }
});
