/** Copy that was edited in known ways must be found, with its edits; and nothing else may be. */
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from '../src/documents.js';
import type { Article, Change, CopyPair, Edit, Lexicons, SharedCopy } from '../src/index.js';
import { renderReports } from '../src/pipeline.js';
import { poolCopy } from '../src/reuse/pool.js';
import { sharedCopy } from '../src/reuse/shared-copy.js';
import { mulberry32 } from '../src/statistics/interval.js';
import { keyed } from '../src/text/keys.js';
import { trace } from '../src/text/trace.js';
import { analysed, article, lexicons, rowsOf, sampleArticles, sampleReports } from './helpers.js';

let given: Lexicons;
let stock: string[];

beforeAll(async () => {
  given = await lexicons();
  const seen = new Set<string>();
  // Sentences in the outlets' own words, each once, from articles that share none.
  stock = (await sampleArticles())
    .filter(({ id }) => !/cloudberry|courier-2/.test(id))
    .flatMap(sample => {
      const { sentences, article: each, quotations } = parse(sample, given);
      return sentences.flatMap(({ span, zone, first, last }) => {
        const text = each.text.slice(span.start, span.end).replace(/\s+/g, ' ');
        const quoted = quotations.some(
          ({ act, content }) =>
            act !== true && content.some(({ start, end }) => start < span.end && span.start < end),
        );
        const key = text.slice(0, 30);
        if (zone !== 'body' || quoted || last - first < 14 || /["“”‘[]/.test(text) || seen.has(key))
          return [];
        seen.add(key);
        return [text];
      });
    });
  expect(stock.length).toBeGreaterThan(40);
});

const shared = (...articles: readonly Article[]): SharedCopy => {
  const traces = articles.map(each => trace(parse(each, given)));
  return sharedCopy(keyed(traces, given), given);
};

/** Of an article each, on a topic that their story names. */
const two = (a: string, b: string, story = 'Nagorno-Karabakh'): SharedCopy =>
  shared(article(a, { id: 'a', outlet: 'A', story }), article(b, { id: 'b', outlet: 'B', story }));

const edits = ({ pairs }: SharedCopy): string[] =>
  pairs.flatMap(pair => pair.edits.map(each => `${each.kind}: ${each.a} > ${each.b}`));

// The generator

/** A sentence of B: which sentences of A it comes from, and what was done to its words. */
interface Made {
  readonly text: string;
  readonly from: readonly number[];
  readonly edits: readonly string[];
}

const NEW_WORDS =
  'plentiful quaint sundry marble velvet copper tangled humble brisk woollen amber placid'.split(' ');

/** Inserts, deletes and replaces words, at least three apart, as many as `rate` says of the words. */
function editWords(sentence: string, rate: number, random: () => number): { text: string; edits: string[] } {
  const words = sentence.split(' ');
  const done: string[] = [];
  const out: string[] = [];
  let since = 3;
  let fresh = 0;
  for (const [i, word] of words.entries()) {
    const plain = /^[a-z]{3,}$/.test(word) && words.filter(each => each === word).length === 1;
    const apart = i > 2 && i < words.length - 3 && since >= 3;
    if (!plain || !apart || random() > rate * 2) {
      out.push(word);
      since++;
      continue;
    }
    since = 0;
    const other = `${NEW_WORDS[(i + fresh++) % NEW_WORDS.length]}`;
    const way = random();
    if (way < 0.34) {
      out.push(other, word);
      done.push(` > ${other}`);
    } else if (way < 0.67) done.push(`${word} > `);
    else {
      out.push(other);
      done.push(`${word} > ${other}`);
    }
  }
  return { text: out.join(' '), edits: done };
}

const STYLES: readonly (readonly [RegExp, string])[] = [
  [/\bdefence\b/, 'defense'],
  [/\bdefense\b/, 'defence'],
  [/\bneighbour/, 'neighbor'],
  [/\btwo\b/, '2'],
  [/\bMr (?=[A-Z])/, ''],
  [/\bOct\. /, 'October '],
  [/\bOctober (?=\d)/, 'Oct. '],
  [/\brecognized\b/, 'recognised'],
  [/\bcease-fire\b/, 'ceasefire'],
];

function edited(sentences: readonly string[], rate: number, seed: number): Made[] {
  const random = mulberry32(seed);
  const made: Made[] = [];
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i] as string;
    const way = random();
    const comma = sentence.search(/(?<=^.{45,}), (?=(?:and|but|while|though) .{45,})/);
    if (way < 0.1 && comma > 0) {
      const rest = sentence.slice(comma + 2).replace(/^(?:and|but|while|though) /, '');
      made.push(
        { text: `${sentence.slice(0, comma)}.`, from: [i], edits: [] },
        { text: rest.charAt(0).toUpperCase() + rest.slice(1), from: [i], edits: [] },
      );
    } else if (way < 0.2 && i + 1 < sentences.length) {
      const next = sentences[i + 1] as string;
      made.push({ text: `${sentence.replace(/\.$/, '')}, and ${next}`, from: [i, i + 1], edits: [] });
      i++;
    } else if (way < 0.3) made.push({ ...spelt(sentence), from: [i] });
    else made.push({ ...editWords(sentence, rate, random), from: [i] });
  }
  // Some sentences change places.
  for (let i = 0; i + 4 < made.length; i += 5)
    if (random() < 0.5) [made[i], made[i + 3]] = [made[i + 3] as Made, made[i] as Made];
  return made;
}

function spelt(sentence: string): { text: string; edits: string[] } {
  const style = STYLES.find(([from]) => from.test(sentence));
  return style === undefined
    ? { text: sentence, edits: [] }
    : { text: sentence.replace(style[0], style[1]), edits: ['style'] };
}

const inParagraphs = (sentences: readonly string[]): string => sentences.join('\n\n');

/** Offsets of each sentence in the text that `inParagraphs` makes. */
function placesOf(sentences: readonly string[]): { start: number; end: number }[] {
  let at = 0;
  return sentences.map(sentence => {
    const place = { start: at, end: at + sentence.length };
    at = place.end + 2;
    return place;
  });
}

const plainEdits = (some: readonly Edit[]): string[] =>
  some.some(({ kind }) => kind !== 'style')
    ? some
        .filter(({ kind }) => kind !== 'style')
        .toSorted((x, y) => x.aSpan.start - y.aSpan.start)
        .map(({ a, b }) => `${a} > ${b}`)
    : some.slice(0, 1).map(() => 'style');

describe('the generator', () => {
  it.each([0.03, 0.08, 0.15])('at %d edits a word: sentences are found, and their edits', rate => {
    const figures = { right: 0, found: 0, gold: 0, exact: 0, compared: 0, edits: 0 };
    for (const seed of [1, 2, 3, 4]) {
      const made = edited(stock, rate, seed);
      const { pairs } = two(inParagraphs(stock), inParagraphs(made.map(({ text }) => text)));
      const [inA, inB] = [placesOf(stock), placesOf(made.map(({ text }) => text))];
      const at = (places: readonly { start: number; end: number }[], { start }: CopyPair['a']): number =>
        places.findIndex(each => each.start <= start && start < each.end);
      const gold = new Set(made.flatMap(({ from }, j) => from.map(i => `${i} ${j}`)));
      figures.gold += gold.size;
      for (const pair of pairs) {
        const [i, j] = [at(inA, pair.a), at(inB, pair.b)];
        figures.found++;
        if (gold.has(`${i} ${j}`)) figures.right++;
        const source = made[j] as Made;
        if (source.from.length > 1 || made.filter(({ from }) => from.includes(i)).length > 1) continue;
        figures.compared++;
        figures.edits += source.edits.length;
        if (plainEdits(pair.edits).join('; ') === source.edits.join('; ')) figures.exact++;
      }
    }
    expect(figures.edits).toBeGreaterThan(20);
    const f1 = (2 * figures.right) / (figures.found + figures.gold);
    expect(f1, JSON.stringify(figures)).toBeGreaterThanOrEqual(0.97);
    expect(figures.exact / figures.compared, JSON.stringify(figures)).toBeGreaterThanOrEqual(0.95);
  });

  it('finds nothing between articles that share nothing', async () => {
    const samples = (await sampleArticles()).filter(({ id }) => /lanternfish|teapot/.test(id));
    expect(samples).toHaveLength(4);
    expect(shared(...samples).pairs).toEqual([]);
  });
});

describe('an edit', () => {
  const frame =
    'Officials of the harbour board said on Monday that WORDS before the ferry left for the island.';
  it.each([
    [
      'the pier was damaged by a missile',
      'the pier was damaged by an Armenian missile',
      ['party:  > Armenian'],
    ],
    ['the breakaway region was quiet', 'the occupied region was quiet', ['label: breakaway > occupied']],
    ['the peaceful crowd had gone', 'the angry crowd had gone', ['loaded: peaceful > angry']],
    ['the city government had gone', 'the city regime had gone', ['loaded: government > regime']],
    ['the pier was hit by rockets at noon', 'the pier was hit at noon', ['agent: by rockets > ']],
    ['the pilot said that he was ill', 'the pilot claimed that he was ill', ['cue: said > claimed']],
    ['some 350 people had gone home', 'some 376 people had gone home', ['number: 350 > 376']],
    ['nobody had seen the crane', 'nobody had seen the winch', ['wording: crane > winch']],
    ['nobody had sat in the crane', 'nobody had sat on the crane', ['minor: in > on']],
    ['some 16 people had gone home', 'some sixteen people had gone home', ['style: 16 > sixteen']],
    ['the types of crane were old', 'the type of crane were old', ['style: types > type']],
    ['it was noon when they slept', 'it was noon Tuesday when they slept', ['style:  > Tuesday']],
    [
      'the crane had fallen',
      'the crane had fallen, the chief pilot added,',
      ['moved:  > the chief pilot added'],
    ],
    ['work was under way at last', 'work was underway at last', ['style: under way > underway']],
    ['work on the harbour had begun', 'work on the harbor had begun', ['style: harbour > harbor']],
    ['it was a crane that fell', 'it was an old crane that fell', ['wording:  > old']],
  ])('%s | %s', (a, b, expected) => {
    expect(edits(two(frame.replace('WORDS', a), frame.replace('WORDS', b)))).toEqual(expected);
  });

  it('touches a label only in articles on its topic, as the measures of terminology do', () => {
    const [a, b] = [
      frame.replace('WORDS', 'the breakaway region was quiet'),
      frame.replace('WORDS', 'the occupied region was quiet'),
    ];
    const terms = (story: string): number =>
      analysed(article(b, { story }), given).measured.evidence.filter(({ measure }) => /^term/.test(measure))
        .length;
    expect([edits(two(a, b, 'Nagorno-Karabakh')), terms('Nagorno-Karabakh') > 0]).toEqual([
      ['label: breakaway > occupied'],
      true,
    ]);
    expect([edits(two(a, b, 'The harbour')), terms('The harbour')]).toEqual([
      ['wording: breakaway > occupied'],
      0,
    ]);
  });

  it('of a party that is named beside it anyway does not count as naming it', () => {
    const found = edits(
      two(
        'On Monday evening the envoys of Azerbaijan and Russia met President Putin in the old town hall.',
        'On Monday evening the envoys of Azerbaijan and Russia met Russian President Putin in the old town hall.',
      ),
    );
    expect(found).toEqual(['name:  > Russian']);
  });

  it.each([
    ['for the United Nations (UN)', 'for the UN', ['style: United Nations > UN']],
    ['for the Harbour Pilots’ Union (HPU)', 'for the Harbour Pilots’ Union', ['style: HPU > ']],
  ])('%s | %s is house style', (a, b, expected) => {
    const rest = 'when the ferry at last came back to the pier.';
    expect(edits(two(`He spoke ${a} ${rest}`, `He spoke ${b} ${rest}`))).toEqual(expected);
  });

  it('of words that moved is no deletion', () => {
    const found = edits(
      two(
        'On Monday evening the harbour board told its members that the ferry would stay in port for a week.',
        'The harbour board told its members on Monday evening that the ferry would stay in port for a week.',
      ),
    );
    expect(found.map(each => each.split(':')[0])).toEqual(['moved', 'moved']);
  });

  it('inside a quotation is marked', () => {
    const { pairs } = two(
      '“The future of a breakaway region is not settled in one evening,” a harbour pilot who follows the talks said.',
      '“The future of an occupied region is not settled in one evening,” a harbour pilot who follows the talks said.',
    );
    expect(pairs.flatMap(pair => pair.edits.map(({ a, b, quoted }) => [a, b, quoted]))).toEqual([
      ['breakaway', 'occupied', true],
    ]);
  });
});

describe('a pair', () => {
  const said = 'We have waited for the ferry since March, and nobody has told us when it will sail again';
  const more = 'The board must tell us at once what has become of the old boat';
  it('of a sentence and its two halves keeps to each half', () => {
    const { pairs } = two(
      'The ferry stayed in port for a week because nobody could find the key, and the mayor told the board to look under the mat.',
      'The ferry stayed in port for a week because nobody could find the key. The mayor told the board to look under the mat.',
    );
    expect(pairs.map(({ a, part, edits: some }) => [a.text.slice(0, 9), part, some.length])).toEqual([
      ['The ferry', true, 0],
      ['the mayor', true, 0],
    ]);
  });

  it('is speech where only the quotation is in common', () => {
    const { pairs, shares } = two(
      `“${said}.” The harbour pilot spoke at noon.`,
      `A woman in the queue was tired of it. “${said}.”`,
    );
    expect(pairs.map(({ kind }) => kind)).toEqual(['speech']);
    expect(shares.get('a')).toMatchObject({ copy: 0, speech: 18, with: [] });
  });

  it.each([
    [
      'in another clause',
      `“${said},” the pilot said.`,
      `“${said},” complained a harbour pilot, who was tired.`,
    ],
    [
      'in the clause that anybody writes',
      `“${said},” the pilot said in a statement.`,
      `“${said},” the pilot said in a statement.`,
    ],
    [
      'over two sentences',
      `“${said}. ${more},” the pilot said.`,
      `A woman was angry. “${said}. ${more}.” She left.`,
    ],
    [
      'over two paragraphs',
      `“${said}.\n\n“${more},” the pilot said.`,
      `A woman was angry. “${said}. ${more}.” She left.`,
    ],
    ['without its marks on one side', `“${said},” the pilot said.`, `The pilot said ${said}.`],
  ])('is speech %s', (_, a, b) => {
    const { pairs } = two(a, b);
    expect(pairs.length).toBeGreaterThan(0);
    expect(pairs.map(({ kind }) => kind)).toEqual(pairs.map(() => 'speech'));
  });

  it('is copy where speech is retold in the same words', () => {
    const retold =
      'The pilot said that they had waited for the ferry since March and that nobody had told them when it would sail.';
    expect(two(retold, retold).pairs.map(({ kind }) => kind)).toEqual(['copy']);
  });

  it('is copy where the words around the quotation are in common too', () => {
    const { pairs } = two(
      '“We have waited for the ferry since March,” a tired woman in the long queue said at noon.',
      '“We have waited for the ferry since March,” a tired woman in the long queue said at noon.',
    );
    expect(pairs.map(({ kind }) => kind)).toEqual(['copy']);
  });

  it('is not made of names and stock phrases', () => {
    expect(
      two(
        'Speaking with the Secretary of State and the President of the United States of America, he yawned.',
        'The Secretary of State and the President of the United States of America were not at the wedding.',
      ).pairs,
    ).toEqual([]);
  });

  it('is never made within one outlet', () => {
    const text = 'The ferry stayed in port for a week because nobody could find the key to its cabin.';
    expect(shared(article(text, { id: 'a' }), article(text, { id: 'b' })).pairs).toEqual([]);
  });

  it('says who credits the same agency', () => {
    const text = 'The ferry stayed in port for a week because nobody could find the key to its cabin.';
    const { shares } = shared(
      article(text, { id: 'a', outlet: 'A', agency: 'CPP' }),
      article(text, { id: 'b', outlet: 'B', agency: 'CPP and others' }),
      article(text, { id: 'c', outlet: 'C' }),
    );
    expect([...shares.values()].map(({ words, copy, agency }) => [words, copy, agency])).toEqual([
      [17, 17, 17],
      [17, 17, 17],
      [17, 17, 0],
    ]);
  });

  it('is found in a thousand articles of one dispatch without a pair for every two', () => {
    const many = Array.from({ length: 1000 }, (_, i) =>
      article('The ferry stayed in port for a week because nobody could find the key to its cabin.', {
        id: `a${i}`,
        outlet: `Outlet ${i}`,
      }),
    );
    const { pairs, shares } = shared(...many);
    expect(pairs).toHaveLength(999);
    expect([...shares.values()].every(({ copy, words }) => copy === words)).toBe(true);
  });
});

describe('what is omitted', () => {
  const kept = [
    'The ferry stayed in port for a week because nobody could find the key to its cabin.',
    'The mayor told the harbour board that he would pay for a new lock out of his own pocket.',
  ];
  const dropped = 'Fishermen blamed the company, which had sacked two watchmen in the spring.';

  it('is what one article has of another but for a sentence', () => {
    const { omitted } = two([...kept, dropped].join(' '), kept.join(' '));
    expect(omitted.map(({ outlet, passage }) => [outlet, passage.text])).toEqual([['B', dropped]]);
  });

  it('is not what is reported there in other words', () => {
    const told = 'The company had sacked two watchmen in the spring, and fishermen blamed it for the loss.';
    expect(two([...kept, dropped].join(' '), [...kept, told].join(' ')).omitted).toEqual([]);
  });

  it('is not said of outlets that have little of the article', () => {
    expect(two([kept[0], dropped, ...stock.slice(0, 4)].join(' '), kept[0] as string).omitted).toEqual([]);
  });
});

describe('a change', () => {
  const WIRE = 'The old SHIP had gone back to the HARBOUR before the ice came down from the hills.';
  const wire = (outlet: string, ship: string, more: Partial<Article> = {}, harbour = 'harbour'): Article =>
    article(WIRE.replace('SHIP', ship).replace('HARBOUR', harbour), {
      id: `${outlet} ${ship}`,
      outlet,
      ...more,
    });
  const shownOf = ({ kind, from, to }: Change): string =>
    `${kind}: ${from.text} (${from.outlets.join()}) > ${to.text} (${to.outlets.join()})`;

  it('is told once, whoever made it; the wording of fewer outlets is the second side', () => {
    const copy = shared(wire('A', 'ferry'), wire('B', 'ferry'), wire('C', 'steamer'), wire('D', 'ferry'));
    expect(copy.pairs.length).toBeGreaterThan(3);
    expect(copy.changes().map(shownOf)).toEqual(['wording: ferry (A,B,D) > steamer (C)']);
  });

  it('has every place once', () => {
    const copy = shared(wire('A', 'ferry'), wire('B', 'ferry'), wire('C', 'steamer'));
    const [{ from, to }] = copy.changes() as [Change];
    expect([from, to].map(({ places }) => places.map(({ passage }) => passage.outlet))).toEqual([
      ['A', 'B'],
      ['C'],
    ]);
    for (const { passage, span } of from.places)
      expect(passage.text.slice(span.start - passage.start, span.end - passage.start)).toBe('ferry');
  });

  it('has an outlet’s own wording as the second side where it is read for that outlet', () => {
    const copy = shared(wire('A', 'ferry'), wire('B', 'ferry'), wire('C', 'steamer'));
    const of = (outlet: string): string[] => (copy.outletChanges().get(outlet) ?? []).map(shownOf);
    expect(of('C')).toEqual(['wording: ferry (A,B) > steamer (C)']);
    // Its own pairs only: B has the same words as A.
    expect(of('A')).toEqual(['wording: steamer (C) > ferry (A)']);
  });

  it('of another kind comes behind, and house style last', () => {
    const copy = shared(wire('A', 'ferry'), wire('B', 'Russian ferry', {}, 'harbor'));
    expect(copy.changes().map(({ kind }) => kind)).toEqual(['party', 'style']);
  });

  it('counts the pieces of copy that it stands in', () => {
    const second = ' Nobody knew when the WORD would come again, and the mayor did not say.';
    const [a, b] = ['ferry', 'steamer'].map(
      ship => WIRE.replace('SHIP', ship) + second.replace('WORD', ship),
    );
    expect(
      two(a as string, b as string)
        .changes()
        .map(({ clusters }) => clusters),
    ).toEqual([2]);
  });

  it('of several stories stays a change of each', () => {
    const one = shared(wire('A', 'ferry'), wire('B', 'steamer'));
    const other = shared(wire('A', 'tug'), wire('B', 'steamer'));
    const pooled = poolCopy([one, other]);
    expect(pooled.changes()).toHaveLength(2);
    expect(new Set(pooled.pairs.map(({ cluster }) => cluster)).size).toBe(2);
    for (const [outlet, share] of pooled.outletShares)
      for (const part of ['words', 'copy', 'speech'] as const)
        expect(share[part], outlet).toBe(
          (one.outletShares.get(outlet)?.[part] ?? 0) + (other.outletShares.get(outlet)?.[part] ?? 0),
        );
    expect(pooled.outletShares.get('A')?.copy).toBeGreaterThan(20);
    expect(
      pooled
        .outletChanges()
        .get('A')
        ?.map(({ to }) => to.text),
    ).toEqual(['tug', 'ferry']);
  });
});

describe('the pages', () => {
  const page = (...articles: readonly [string, string][]): ReadonlyMap<string, string> =>
    renderReports(
      articles.map(([outlet, text]) => article(text, { id: outlet.toLowerCase(), outlet })),
      given,
    );
  const changesIn = (files: ReadonlyMap<string, string>, name: string): string[] =>
    (files.get(name) as string)
      .split('\n')
      .filter(line => /^- .*\*\*(?:wording|who is named)\*\*/.test(line));

  it('list a change once, whatever the marks and the spelling of the others', () => {
    const rest = 'boat had gone back to the harbour before the ice came down from the hills.';
    const files = page(
      ['A', `On Monday evening the old mayor’s small white fishing ${rest}`],
      ['B', `On Monday evening the old pilot's ${rest}`],
      ['C', `On Monday evening the old pilot’s ${rest.replace('harbour', 'harbor')}`],
    );
    const lines = changesIn(files, 'a.md');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/\(not in B, line 1; C, line 1\)/);
  });

  it('show the sentence as it stands in the outlet, where the words are missing too', () => {
    const files = page(
      ['A', 'The harbour of Gandja was hit by a missile at noon, and the ferry went down with all hands.'],
      [
        'B',
        'The harbor of Ganja was hit by an Armenian missile at noon, and the ferry went down with all hands.',
      ],
    );
    expect(changesIn(files, 'a.md')[0]).toContain(
      'The harbour of Gandja was hit by a ~~Armenian~~ missile at noon',
    );
    expect(changesIn(files, 'b.md')[0]).toContain(
      'The harbor of Ganja was hit by an **Armenian** missile at noon',
    );
  });

  it('escape what stands in shared sentences', () => {
    const hostile = (word: string): string =>
      `The harbour board said on Monday that a ${word} ferry | with *two* ~~old~~ pilots \`sailed\` before the ice <b came.`;
    const files = renderReports(
      [
        article(hostile('~~slow~~'), { id: 'a', outlet: 'A' }),
        article(hostile('*quick* | <i> wooden and yellow painted'), { id: 'b', outlet: 'B' }),
      ],
      given,
    );
    for (const name of ['comparison.md', 'a.md']) {
      const line = (files.get(name) as string).split('\n').find(each => each.startsWith('- **wording'));
      expect(line, name).toBeDefined();
      // Only what the page itself strikes through and sets in bold.
      expect(line?.match(/(?<!\\)~~/g), line).toHaveLength(2);
      expect(line?.match(/(?<![\\*])\*\*(?!\*)/g), line).toHaveLength(4);
      expect(line).not.toMatch(/(?<!\\)<[bi]/);
      expect(line).not.toMatch(/(?<!\\)`/);
    }
  });

  it('list no word that an editor puts otherwise, and none of two reports that are only alike', () => {
    const rest = 'boat had gone back to the harbour before the ice came down from the hills';
    const one = page(
      ['A', `On Monday evening the old pilot’s ${rest}.`],
      ['B', `On Monday evening the old pilot’s small ${rest}.`],
    );
    expect(changesIn(one, 'a.md')).toEqual([]);
    const more =
      'The school was closed. Nobody was in the square. Bread was sold at noon. A dog slept. Rain fell.';
    const two = page(
      ['A', `On Monday evening the old pilot’s ${rest}. ${more}`],
      [
        'B',
        `On Monday evening the old pilot’s small white fishing ${rest}. Snow fell in the valley. ${'It was cold. '.repeat(4)}`,
      ],
    );
    expect(changesIn(two, 'a.md')).toEqual([]);
  });

  it('say nothing of plain words for what is grave, nor of the links of a page', () => {
    const line = (word: string, link: string): string =>
      `The harbour board said a gunman ${word} nine pilots of the old ferry ${link}before the ice came down.`;
    const links = 'Ada MossFerry sinks off the coast Pilots win their case against the harbour board MORE ';
    const files = page(['A', line('shot', '')], ['B', line('killed', links)]);
    expect((files.get('a.md') as string).match(/a loaded word|cut or added/g)).toBeNull();
  });

  it('say nothing of a preposition beside a loaded verb, nor of when it was', () => {
    const line = (word: string, when: string): string =>
      `The harbour board fumed ${word} the old pilots of the town ${when} before the ice came down.`;
    const files = page(['A', line('at', 'two hours later')], ['B', line('to', 'on Monday evening')]);
    expect((files.get('a.md') as string).match(/a loaded word|a number/g)).toBeNull();
  });

  it('give shares that can be computed from data/shared-copy.jsonl', async () => {
    const files = await sampleReports();
    interface Side {
      readonly article: string;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }
    type EditRow = Readonly<Record<string, unknown>> & { readonly kind: string };
    const pairs = rowsOf(files, 'data/shared-copy.jsonl') as unknown as {
      a: Side;
      b: Side;
      kind: string;
      edits: EditRow[];
    }[];
    const samples = await sampleArticles();
    const page = files.get('comparison.md') as string;
    const shares = /^(?:\| |- )Shared copy.*$/m.exec(page)?.[0] ?? '';
    for (const outlet of new Set(samples.map(each => each.outlet))) {
      let words = 0;
      let copied = 0;
      for (const sample of samples.filter(each => each.outlet === outlet)) {
        const { tokens } = parse(sample, given);
        const inCopy = new Set<number>();
        for (const { a, b, kind, edits: some } of pairs)
          for (const [side, which] of [[a, 'a'] as const, [b, 'b'] as const]) {
            if (side.article !== sample.id || kind !== 'copy') continue;
            expect(side.text).toBe(sample.text.slice(side.start, side.end));
            const spanOf = (each: EditRow): [number, number] => [
              each[`${which}_start`] as number,
              each[`${which}_end`] as number,
            ];
            for (const each of some) expect(each[which]).toBe(sample.text.slice(...spanOf(each)));
            for (let i = 0; i < tokens.length; i++) {
              const at = tokens.start[i] as number;
              const edited = some.some(
                each => each.kind !== 'style' && spanOf(each)[0] <= at && at < spanOf(each)[1],
              );
              if (side.start <= at && at < side.end && !edited && tokens.pos[i] !== 'PUNCT') inCopy.add(i);
            }
          }
        copied += inCopy.size;
        for (let i = 0; i < tokens.length; i++) if (tokens.pos[i] !== 'PUNCT') words++;
      }
      const percent = `${Math.round((100 * copied) / words)}%`;
      if (copied === 0) expect(shares).not.toContain(outlet);
      else expect(shares, outlet).toContain(`${outlet} ${percent}`);
    }
  });
});
