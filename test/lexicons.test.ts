import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { InputError } from '../src/errors.js';
import { renderLexiconDocs } from '../src/lexicon/authoring/docs.js';
import { failuresOf, labelsOf } from '../src/lexicon/authoring/examples.js';
import { nearMatcher } from '../src/lexicon/authoring/near-misses.js';
import { overrideNotes } from '../src/lexicon/authoring/override-notes.js';
import { buildLexicons, checkLexicons, parseLexicons } from '../src/lexicon/load.js';
import { type Entry, formUnits, layTrie, openMatcher } from '../src/lexicon/matcher.js';
import { settle } from '../src/lexicon/overrides.js';
import { builtInFolder, builtInLexicons } from '../src/lexicon/sources.js';
import { cutWords, fold } from '../src/lexicon/words.js';
import type { Label, Lexicons } from '../src/model/lexicon.js';
import { analysed, article, groupBy, lexicons as packageLexicons } from './helpers.js';

const shipped = await packageLexicons();

describe('the lexicons of the package', () => {
  it('are sound in every way that `lexicon check` knows', async () => {
    expect((await checkLexicons(builtInLexicons())).map(String)).toEqual([]);
  });

  it.each([...shipped.concepts.values()].map(concept => [concept.id, concept] as const))(
    'the examples of the concept %s hold',
    (_, { id, examples }) => {
      expect(examples.length).toBeGreaterThanOrEqual(2);
      for (const example of examples)
        expect(failuresOf(example, shipped, labelsOf(id, shipped)), example).toEqual([]);
    },
  );

  it('give every topic four concepts, five examples each way, and each label a source with its year or its address', () => {
    const topics = groupBy(shipped.concepts.values(), ({ lexicon }) => lexicon);
    expect(topics.size).toBeGreaterThanOrEqual(15);
    for (const [topic, concepts] of topics) {
      expect(concepts.length, topic).toBeGreaterThanOrEqual(4);
      const examples = concepts.flatMap(concept => concept.examples);
      const marked = examples.filter(example => example.includes('|'));
      expect(marked.length, topic).toBeGreaterThanOrEqual(5);
      expect(examples.length - marked.length, topic).toBeGreaterThanOrEqual(5);
      const sources = concepts.flatMap(({ labels }) => labels.map(({ source }) => source));
      const followed = sources.filter(({ url, checked }) => url && checked);
      expect(followed.length / sources.length, `${topic}: sources with an address`).toBeGreaterThanOrEqual(
        0.8,
      );
      for (const { id, labels } of concepts)
        for (const label of labels) {
          // A page on the web often gives no date; the day on which it was read then stands for the year.
          expect(label.source.checked ?? label.source.text, `${topic}, ${id}, ${label.id}`).toMatch(/\d{4}/);
          expect(label.source.kind, `${topic}, ${id}, ${label.id}`).toBeDefined();
        }
    }
  });

  it('name on their first line the schema that an editor completes from', () => {
    for (const { path, text } of builtInLexicons()) {
      const kind = /^kind: (\w+)$/m.exec(text)?.[1];
      expect(text.split('\n')[0], path).toBe(`# yaml-language-server: $schema=../schema/${kind}.json`);
      expect(existsSync(join(builtInFolder, 'schema', `${kind}.json`)), `schema of ${kind}`).toBe(true);
    }
  });

  it('are told in a README and in schemas that are fresh: else run `npm run docs`', async () => {
    const docs = await renderLexiconDocs();
    for (const [name, content] of docs)
      expect(readFileSync(join(builtInFolder, name), 'utf8'), name).toBe(content);
    const schemas = readdirSync(join(builtInFolder, 'schema')).map(file => `schema/${file}`);
    expect(schemas.filter(name => !docs.has(name))).toEqual([]);
  });
});

const PARTIES = `kind: parties
id: sides
title: Sides
parties:
  - id: north
    name: North
    names: [Northland]
  - id: south
    name: South
    names: [Southland]
`;
const DEMO = `kind: terminology
id: demo
title: Demo
parties: [north, south]
concepts:
  - id: status
    gloss: What the hills are called
    labels:
      - id: held
        favours: south
        source: A. Author, A Book (2001)
        forms: [occupied, Northern-occupied]
      - id: freed
        source: A. Author, A Book (2001)
        forms:
          - liberated
          - free hills
    except: [occupied with]
    examples:
      - The [occupied|held] hills.
      - They were occupied with talks.
`;

describe('a declared fact', () => {
  const withFacts = (facts: string) =>
    checkLexicons([
      { path: 'parties.yaml', text: PARTIES },
      { path: 'demo.yaml', text: `${DEMO}facts:\n${facts}` },
    ]);
  const bridge = (example: string): string => `  - id: bridge
    gloss: The bridge fell
    forms: [bridge]
    near: [fell, collapsed]
    examples:
      - ${JSON.stringify(example)}
      - They met on the bridge.
`;

  it('holds its examples', async () => {
    expect(await withFacts(bridge('The [bridge|bridge] fell.'))).toEqual([]);
  });

  it.each([
    ['a form without what must be near', 'The [bridge|bridge] stood.', 'does not match "bridge" as bridge'],
    ['what is not marked', 'The [bridge|bridge] fell on a bridge.', 'matches "bridge" as bridge'],
    ['words that are too far away', `The [bridge|bridge] ${'and so on '.repeat(8)}fell.`, 'does not match'],
  ])('fails at %s', async (_, example, message) => {
    const [fault, ...more] = await withFacts(bridge(example));
    expect(more).toEqual([]);
    expect(fault?.message).toContain(message);
    expect(fault?.line).toBe(DEMO.split('\n').length + 6);
  });

  it('has an id of its own', async () => {
    const twice = bridge('The [bridge|bridge] fell.');
    expect((await withFacts(twice + twice)).map(({ code }) => code)).toEqual(['id-twice']);
  });

  it('needs an example that must not match', async () => {
    const only = bridge('The [bridge|bridge] fell.').replace(
      'They met on the bridge.',
      'A [bridge|bridge] fell.',
    );
    expect((await withFacts(only)).map(({ code }) => code)).toEqual(['example-missing']);
  });
});

describe('what is written is what matches (DESIGN, section 7)', () => {
  const withForms = (forms: readonly string[], except: readonly string[] = []) =>
    buildLexicons([
      { path: 'parties.yaml', text: PARTIES },
      {
        path: 'demo.yaml',
        text: DEMO.replace('[occupied, Northern-occupied]', JSON.stringify(forms)).replace(
          '[occupied with]',
          JSON.stringify(except),
        ),
      },
    ]);

  it.each<[string, string[], string]>([
    ['a phrase, as it stands', ['occupied hills'], 'The [occupied hills] are an occupied land of hills.'],
    ['no hidden stemming', ['occupy'], 'They occupied it; reoccupy, occupies, occupying: to [occupy].'],
    ['no pattern', ['(x', 'f*ck', 'f**'], 'x: [(x] and [f*ck] or [f**], they wrote; fuck, f*c.'],
    ['a whole word', ['held'], 'withheld, held2, heldén, [held], upheld: [held].'],
    ['a small letter accepts either case', ['free hill'], '[Free Hill], [FREE HILL], [fREE hILL].'],
    [
      'a capital demands a capital',
      ['Free Front'],
      'A free front, a Free front: the [Free Front], [FREE FRONT].',
    ],
    [
      'capitals tell two forms apart',
      ['US', 'Us Weekly'],
      '[US] told us; Us told them; Us weekly: [Us Weekly].',
    ],
    ['a capital inside a word', ['deMille'], '[deMille] met demille and [DEMILLE].'],
    ['hyphen and space are the same', ['peace-keeper', 'cease fire'], 'A [peace keeper], a [cease-fire].'],
    [
      'so are other hyphens and spaces',
      ['cease-fire'],
      '[cease\u2010fire], [cease\u2011fire], [cease–fire], [cease\u00A0fire], [cease  \nfire].',
    ],
    ['written together is another word', ['cease-fire'], 'A ceasefire.'],
    ['a dash parts', ['cease fire'], 'They cease - fire, cease – fire, cease—fire.'],
    [
      'straight and curly quotes are the same',
      [`people's "army"`, 'don’t'],
      `The [people’s “army”], the [people's "army"], «[don't]».`,
    ],
    [
      'a mark breaks a phrase without it',
      ['free hill'],
      'Free, hill; free “hill”; free (hill); free. Hill; free / hill.',
    ],
    ['marks around it do not matter', ['free'], '“[free]” ([free]) *[free]*, [free]! —[free]— /[free]/'],
    [
      'a possessive is a word of its own',
      ['the Front', "Land's end"],
      "[the Front]'s men, [the Front]’s, the Fronts, [Land’s end], Lands end.",
    ],
    [
      'a form may end in a possessive',
      ["Front's"],
      "The [Front's] men, the [FRONT’S], the Front, the Fronts.",
    ],
    ['initials are one word', ['U.S.', 'U.S. Army'], 'The [U.S.] and the [U.S. Army], the US, in the [U.S.]'],
    [
      'the longest match wins',
      ['free', 'free hill', 'hill of salt'],
      '[free], [free hill] of salt; [hill of salt].',
    ],
    ['the leftmost match comes first', ['north hill', 'hill war'], '[north hill] war, [hill war].'],
    ['emoji stand apart', ['free hill'], '😀[free hill]😀 🇫🇷[free hill]👨‍👩‍👧 ❤️[free hill]❤️ free😀hill'],
    [
      'composed and decomposed letters',
      ['café', 'Qarabag\u0306'],
      'The [cafe\u0301], the [café], [Qarabağ], [Qarabag\u0306], cafe.',
    ],
    ['other scripts, and letters beyond the first plane', ['мир', '𐐨𐐩'], '[мир], [Мир], миру, [𐐨𐐩], 𐐨𐐩𐐪.'],
  ])('%s: %j', async (_, forms, marked) => {
    const { words, label } = await withForms(forms);
    const text = marked.replace(/[[\]]/g, '');
    const cut = words(text);
    let found = '';
    let done = 0;
    for (const { start, end } of label.find(cut, 0, cut.length)) {
      found += `${text.slice(done, start)}[${text.slice(start, end)}]`;
      done = end;
    }
    expect(found + text.slice(done)).toBe(marked);
  });

  it('an exception is a longer match that counts nothing, and takes its words', async () => {
    const { words, label } = await withForms(['occupied', 'with talks'], ['occupied with', 'not occupied']);
    const matches = (text: string): string[] => {
      const cut = words(text);
      return label.find(cut, 0, cut.length).map(({ form }) => form);
    };
    expect(matches('They were occupied with talks.')).toEqual([]);
    expect(matches('They were occupied, with talks.')).toEqual(['occupied', 'with talks']);
    expect(matches('The hills are not occupied; the town is occupied.')).toEqual(['occupied']);
  });

  it('the longest match wins over all files of a kind', async () => {
    const other = DEMO.replaceAll(/\b(id: )(demo|status)/g, '$1other-$2')
      .replace('[occupied, Northern-occupied]', '[occupied hills]')
      .replace(/forms:\n.*\n.*/, 'forms: [open hills]')
      .replace('except: [occupied with]', 'except: [occupied hills of wax]');
    const { words, label } = await buildLexicons([
      { path: 'parties.yaml', text: PARTIES },
      { path: 'demo.yaml', text: DEMO },
      { path: 'other.yaml', text: other },
    ]);
    const cut = words('occupied; occupied hills; occupied hills of wax; Northern occupied hills');
    expect(label.find(cut, 0, cut.length).map(({ form, value }) => [form, value.concept])).toEqual([
      ['occupied', 'status'],
      ['occupied hills', 'other-status'],
      ['Northern-occupied', 'status'],
    ]);
  });

  it('the trie finds exactly what a naive search for the longest form finds', () => {
    const unit = fc.constantFrom(
      'a',
      'A',
      'b',
      'B',
      'ab',
      "b's",
      'U.S.',
      '“',
      '"',
      ',',
      'é',
      'e\u0301',
      '😀',
      "o'a",
    );
    const gap = fc.constantFrom(' ', '-', '–', '', '\n');
    const string = (maxLength: number) =>
      fc.array(fc.tuple(unit, gap), { minLength: 1, maxLength }).map(parts => parts.flat().join(''));
    const entries = fc.array(fc.record({ form: string(3), value: fc.constantFrom('x', 'y', undefined) }), {
      minLength: 1,
      maxLength: 12,
    });

    /** Every entry tried at every word: the longest, and of the equally long the one that demands most capitals. */
    const naive = (entries: readonly Entry<string>[], text: string): string[] => {
      const units = formUnits(text);
      const capitals = (unit: string): number[] => [...unit.matchAll(/\p{Lu}/gu)].map(({ index }) => index);
      const fits = (form: readonly string[], at: number): boolean =>
        form.every((wanted, k) => {
          const there = units[at + k];
          return (
            there !== undefined &&
            fold(there) === fold(wanted) &&
            capitals(wanted).every(c => capitals(there).includes(c))
          );
        });
      const found: string[] = [];
      for (let at = 0; at < units.length; ) {
        const best = entries
          .map(entry => ({ entry, form: formUnits(entry.form) }))
          .filter(({ form }) => form.length > 0 && fits(form, at))
          .toSorted(
            (x, y) =>
              y.form.length - x.form.length ||
              capitals(y.form.join('')).length - capitals(x.form.join('')).length,
          )[0];
        if (best?.entry.value !== undefined)
          found.push(`${at}+${best.form.length} ${best.entry.form} ${best.entry.value}`);
        at += best?.form.length ?? 1;
      }
      return found;
    };

    let hits = 0;
    fc.assert(
      fc.property(entries, string(14), (list, text) => {
        const vocabulary = new Map<string, number>();
        const matcher = openMatcher(layTrie<string>(list, vocabulary));
        const words = cutWords(text, vocabulary);
        const found = matcher
          .find(words, 0, words.length)
          .map(({ first, last, form, value }) => `${first}+${last - first} ${form} ${value}`);
        hits += found.length;
        expect(found).toEqual(naive(list, text));
      }),
      { numRuns: 3000 },
    );
    expect(hits).toBeGreaterThan(1000);
  });
});

describe('what a form nearly matches', () => {
  it.each<[string, string, ...string[]]>([
    ['Free Front', 'The [free front] met.', 'capitals'],
    ['ceasefire', 'A [cease-fire] held.', 'parted'],
    ['cease-fire', 'A [ceasefire] held.', 'parted'],
    ['occupy', 'They [occupied] it.', 'ending'],
    ['occupied land', 'The [occupied lands] lie north.', 'ending'],
    ['stop', 'They [stopped], and are [stopping].', 'ending', 'ending'],
    ['strike', 'A striker struck; [strikes] go on.', 'ending'],
    ['liberalise', 'To [liberalize] it.', 'spelling'],
    ['neighbour', 'A [neighbor] said so.', 'spelling'],
    ['Khankendi', 'In [Khankendy] they met.', 'spelling'],
    ['regains', 'The remains were found.'],
    ['sea wall', 'The [sea defence wall] and the sea, wall.', 'one word off'],
    ['under foreign occupation', 'It was [under long occupation], they wrote.', 'one word off'],
    ['under their foreign occupation', 'It was [under foreign occupation].', 'one word off'],
    ['Northern foreign ministry', 'The Southern foreign ministry denied it.'],
    ['right of return', 'The right of passage.'],
    ['arm', 'The army; an arc; to harm.'],
    ['new', 'A newt.'],
  ])('%s: %s', (form, sentence, ...hows) => {
    const text = sentence.replace(/[[\]]/g, '');
    const words = cutWords(text, new Map());
    const found = nearMatcher([form])(words, 0, words.length).toSorted((a, b) => a.start - b.start);
    const expected = [...sentence.matchAll(/\[([^\]]+)\]/g)].map(([, words]) => words);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
    expect(found.map(({ how }) => how)).toEqual(hows);
  });
});

describe('the JSON Schemas that editors check with', () => {
  const schemaOf = (kind: string) =>
    z.fromJSONSchema(JSON.parse(readFileSync(join(builtInFolder, 'schema', `${kind}.json`), 'utf8')));
  const accepts = (kind: string, value: unknown): boolean => schemaOf(kind).safeParse(value).success;

  it('accept every lexicon of the package', () => {
    for (const { path, text } of builtInLexicons()) {
      const value = parseYaml(text);
      expect(accepts(value.kind, value), path).toBe(true);
    }
    expect(accepts('terminology', parseYaml(DEMO))).toBe(true);
    const parts =
      '{ text: A. Author, url: "https://example.org/a", year: 2001, kind: law, checked: 2026-11-26 }';
    expect(accepts('terminology', parseYaml(DEMO.replace('A. Author, A Book (2001)', parts)))).toBe(true);
    expect(accepts('config', parseYaml('lexicons: [mine]\nout: there'))).toBe(true);
  });

  it.each<[string, string, string]>([
    ['a misspelt key', 'favours:', 'favors:'],
    ['a key out of place', '    except:', '    favours: south\n    except:'],
    ['no source', 'source: A. Author, A Book (2001)', 'contested: true'],
    ['an empty source', 'source: A. Author, A Book (2001)', 'source: " "'],
    ['a citation without words', 'source: A. Author, A Book (2001)', 'source: { year: 2001 }'],
    ['an id that is none', 'id: held', 'id: Held It'],
    ['one form for a list', '[occupied, Northern-occupied]', 'occupied'],
    ['no forms', '[occupied, Northern-occupied]', '[]'],
    ['a number', '- free hills', '- 1991'],
    ['nothing', '- free hills', '-'],
    ['one party', '[north, south]', '[north]'],
    ['another kind', 'kind: terminology', 'kind: parties'],
    ['one label', '      - id: freed', '    rest:\n      - id: freed'],
  ])('reject %s', (_, from, to) => {
    expect(DEMO).toContain(from);
    expect(accepts('terminology', parseYaml(DEMO.replace(from, to)))).toBe(false);
  });

  it('reject a class of events that is none, a group without words, a setting that is none', () => {
    const group = { id: 'x', class: 'harm', source: 'A. Author (2001)' };
    const events = { kind: 'events', id: 'x', title: 'X' };
    expect(accepts('events', { ...events, groups: [{ ...group, verbs: ['hit'] }] })).toBe(true);
    expect(accepts('events', { ...events, groups: [{ ...group, class: 'hurt', verbs: ['hit'] }] })).toBe(
      false,
    );
    expect(accepts('config', { lexicon: ['mine'] })).toBe(false);
    // zod does not read back alternatives beside properties; editors do.
    const { items } = JSON.parse(readFileSync(join(builtInFolder, 'schema', 'events.json'), 'utf8'))
      .properties.groups;
    expect(items.anyOf[0].anyOf).toEqual([{ required: ['verbs'] }, { required: ['nouns'] }]);
  });
});

describe('a source', () => {
  it('may be text or a citation in its parts, which is one and the same to whatever reads it', async () => {
    const cited = DEMO.replace(
      'source: A. Author, A Book (2001)',
      'source:\n          text: A. Author, A Book\n          url: doi:10.1000/182\n          year: 2001\n          kind: study\n          checked: 2026-11-26',
    );
    const { concepts } = await buildLexicons([
      { path: 'parties.yaml', text: PARTIES },
      { path: 'demo.yaml', text: cited },
    ]);
    expect(concepts.get('status')?.labels.map(({ source }) => source)).toEqual([
      {
        text: 'A. Author, A Book',
        url: 'doi:10.1000/182',
        year: 2001,
        kind: 'study',
        checked: '2026-11-26',
      },
      { text: 'A. Author, A Book (2001)' },
    ]);
  });
});

describe('a concept of another file', () => {
  const ABOUT = DEMO.replace('concepts:', 'about: [hill country]\nconcepts:');
  const MORE = `kind: terminology
id: more
title: More words
concepts:
  - extends: status
    labels:
      - id: held
        forms: [kept by force]
      - id: frozen
        favours: north
        source: A. Author, A Book (2001)
        forms: [frozen hills]
    except: [free hills farm]
    examples:
      - The [frozen hills|frozen] were [kept by force|held] or [occupied|held].
      - The free hills farm.
`;
  const sourcesOf = (...texts: readonly string[]) =>
    [PARTIES, ...texts].map((text, i) => ({
      path: ['parties.yaml', 'demo.yaml'][i] ?? `more-${i}.yaml`,
      text,
    }));
  const faultsOf = async (...texts: readonly string[]): Promise<string[]> =>
    (await checkLexicons(sourcesOf(...texts))).map(String);

  it.each([
    ['before', [MORE, DEMO]],
    ['after', [DEMO, MORE]],
  ])('gets labels, forms, exceptions and examples from a file that stands %s it', async (_, texts) => {
    expect(await faultsOf(...texts)).toEqual([]);
    const { concepts } = await buildLexicons(sourcesOf(...texts));
    expect([...concepts.keys()]).toEqual(['status']);
    expect(concepts.get('status')).toMatchObject({
      gloss: 'What the hills are called',
      parties: ['north', 'south'],
      lexicon: 'demo',
      labels: [
        { id: 'held', favours: 'south', forms: ['occupied', 'Northern-occupied', 'kept by force'] },
        { id: 'freed', forms: ['liberated', 'free hills'] },
        { id: 'frozen', favours: 'north', forms: ['frozen hills'] },
      ],
      except: ['occupied with', 'free hills farm'],
    });
    expect(concepts.get('status')?.examples).toHaveLength(4);
  });

  it('keeps its topic: names that are added count where it counts', async () => {
    const given = await buildLexicons([
      ...builtInLexicons().filter(({ path }) => !/\/(?:parties|terminology)\//.test(path)),
      ...sourcesOf(ABOUT, MORE),
    ]);
    const found = (text: string, title: string) =>
      analysed(article(text, { title }), given)
        .measured.evidence.filter(({ measure }) => measure === 'terminology.lean')
        .map(({ subject, label, weight }) => [subject, label, weight]);
    const text = 'They crossed the frozen hills. The free hills farm was kept by force.';
    expect(found(text, 'Hill country')).toEqual([
      ['status', 'frozen', 1],
      ['status', 'held', -1],
    ]);
    expect(found(text, 'Weather')).toEqual([]);
  });

  it('may be extended by several files, and shares forms with other topics as its own do', async () => {
    const second = MORE.replace('id: more', 'id: second')
      .replace('id: frozen', 'id: icy')
      .replace('frozen hills]', 'icy hills]')
      .replace('kept by force]', 'in chains]')
      .replace('[free hills farm]', '[]')
      .replace(/- The \[.*/, '- The [icy hills|icy] were [frozen hills|frozen].');
    expect(await faultsOf(ABOUT, MORE, second)).toEqual([]);
    const other = DEMO.replace('id: demo', 'id: lake')
      .replace('concepts:', 'about: [lake]\nconcepts:')
      .replace('id: status', 'id: lake-status')
      .replace('- free hills', '- frozen hills');
    expect(await faultsOf(ABOUT, MORE, other)).toEqual([]);
  });

  it('stands with its own concepts in a file that has both', async () => {
    const both = `${DEMO.replace('id: demo', 'id: both')
      .replace('id: status', 'id: fate')
      .replace('[occupied, Northern-occupied]', '[seized]')
      .replace('- liberated', '- won')
      .replace('- free hills', '- open hills')
      .replace('[occupied with]', '[]')
      .replace('[occupied|held]', '[seized|held]')}${MORE.slice(MORE.indexOf('  - extends'))}`;
    expect(await faultsOf(DEMO, both)).toEqual([]);
    expect(await faultsOf(DEMO, both.replace('parties: [north, south]\n', ''))).toEqual([
      expect.stringMatching(/^more-2\.yaml:1:1: "parties" is missing\n {2}Expected a list: the two parties/),
    ]);
  });

  it.each<[string, string, string, ...RegExp[]]>([
    [
      'a concept that no file has',
      'extends: status',
      'extends: →statu',
      /no lexicon that is loaded has the concept "statu"\n {2}Did you mean "status"\?/,
    ],
    ['an id that is none', 'extends: status', 'extends: →Status', /expected an id .*\n {2}Write "status"\.$/],
    [
      'a key written wrong',
      'extends:',
      '→extnds:',
      /unknown key "extnds"\n {2}Did you mean "extends"\? Expected one of extends, labels, except, examples\.$/,
    ],
    [
      'a gloss',
      '    labels:',
      '    →gloss: The hills\n    labels:',
      /^concept status: unknown key "gloss"\n {2}An entry with "extends" does not have it\. Expected one of extends/,
    ],
    [
      'an id beside',
      '    labels:',
      '    →id: own\n    labels:',
      /unknown key "id"\n {2}An entry with "extends" does not have it\./,
    ],
    [
      'another source for a label that is there',
      '      - id: held\n',
      '      - id: held\n        source: →B. Author, A Book (2002)\n',
      /^the label held of status has another "source" at demo\.yaml:9:13\n {2}A label stays as its own file describes it/,
    ],
    [
      'another side for a label that is there',
      '      - id: held\n',
      '      - id: held\n        favours: →north\n',
      /^the label held of status has another "favours" at demo\.yaml:9:13/,
    ],
    [
      'a new label without a source',
      '      - id: held\n',
      '      - id: →helt\n',
      /^the concept status has no label "helt", and a new one needs a "source"\n {2}Did you mean "held"\?/,
      /./,
    ],
    [
      'a side that is no party of the concept',
      'favours: north',
      'favours: →nort',
      /^favours "nort", which is not one of this lexicon's parties\n {2}Did you mean "north"\? Expected one of north, south\./,
    ],
    [
      'a side for a label that is contested',
      'favours: north',
      'favours: north\n        contested: →true',
      /^the label frozen is marked as contested, but favours a party/,
    ],
    [
      'a form that is there',
      'kept by force',
      '→occupied',
      /^the form "occupied" is already listed at demo\.yaml:12:17/,
    ],
    ['a form of an exception', 'kept by force', '→occupied with', /is already listed at demo\.yaml:18:14/],
    ['a label twice', 'id: frozen', 'id: →held', /^the concept status has two labels "held"/, /./, /./],
    [
      'an example of a label that it has not',
      'The free hills farm.',
      '→The [free hills|won] farm.',
      /marks "won", which is not known here\n {2}Expected one of held, freed, frozen\./,
    ],
    [
      'an example that fails',
      '- The free hills farm.',
      '- →The free hills.',
      /matches "free hills" as freed/,
    ],
    [
      'no example that must not match',
      '- The free hills farm.',
      '- The [free hills|freed].',
      /^there is no example that must not match/,
    ],
    ['no examples', 'examples:', 'except: []\n    example:', /./],
  ])('is not extended by %s', async (_, from, to, message) => {
    expect(MORE).toContain(from);
    const [first] = await faultsOf(DEMO, MORE.replace(from, to.replace('→', '')));
    const marked = MORE.replace(from, to);
    const above = marked.slice(0, marked.indexOf('→')).split('\n');
    const place = marked.includes('→')
      ? `${above.length}:${(above.at(-1) as string).length + 1}`
      : '\\d+:\\d+';
    expect(first).toMatch(new RegExp(`^more-2\\.yaml:${place}: `));
    expect(first?.replace(/^\S+ /, '')).toMatch(message as RegExp);
  });

  it('is not extended by a label that another file has added, nor in its own file, nor where it is an extension', async () => {
    const second = MORE.replace('id: more', 'id: second')
      .replace('kept by force]', 'in chains]')
      .replace('frozen hills]', 'icy hills]')
      .replace('[free hills farm]', '[]');
    expect(await faultsOf(DEMO, MORE, second)).toEqual([
      expect.stringMatching(
        /^more-3\.yaml:9:13: the label id "status\/frozen" is already used at more-2\.yaml:9:13\n/,
      ),
    ]);
    const own = `${DEMO}${MORE.slice(MORE.indexOf('  - extends'))}`;
    expect(await faultsOf(own)).toEqual([
      expect.stringMatching(/^demo\.yaml:22:14: the concept status is in this file\n/),
    ]);
    const ofMore = MORE.replace('id: more', 'id: third').replace('extends: status', 'extends: more');
    expect(await faultsOf(DEMO, MORE, ofMore)).toContainEqual(
      expect.stringMatching(/no lexicon that is loaded has the concept "more"/),
    );
    expect(await faultsOf(MORE)).toEqual([
      expect.stringMatching(
        /^demo\.yaml:5:14: no lexicon that is loaded has .*\n {2}Load the lexicon that has it too/,
      ),
    ]);
  });

  it('the schema for editors takes what the check takes', () => {
    const schema = z.fromJSONSchema(
      JSON.parse(readFileSync(join(builtInFolder, 'schema', 'terminology.json'), 'utf8')),
    );
    const accepts = (text: string): boolean => schema.safeParse(parseYaml(text)).success;
    expect(accepts(MORE)).toBe(true);
    expect(accepts(MORE.replace('    labels:', '    gloss: The hills\n    labels:'))).toBe(false);
    expect(accepts(MORE.replace('examples:', 'example:'))).toBe(false);
    expect(accepts(DEMO.replace('parties: [north, south]\n', ''))).toBe(false);
  });
});

describe('parties of one’s own beside those of the package', () => {
  const PACKAGE = `kind: parties
id: sides
title: Sides
parties:
  - id: north
    name: The North
    kind: country
    names: [Northland]
    demonyms: [Northern]
    bodies:
      - { name: Winter Palace, role: official, forms: [Winter Palace, the Palace] }
    except: [Northern Lights]
  - id: south
    name: South
    kind: country
    names: [Southland]
collectives:
  - id: both
    name: Both sides
    forms: [both sides]
rivals:
  - [north, south]
`;
  const HEADS = `kind: parties
id: heads
title: Heads
parties:
  - extends: north
    people:
      - { name: Olaf North, role: official, terms: [[2001-02, 2005-03-04], ['2010']], forms: [Olaf] }
`;
  const file = (entries: string, id = 'mine'): string =>
    `kind: parties\nid: ${id}\ntitle: Mine\nparties:\n${entries}`;
  const sourcesOf = (...own: readonly string[]) => [
    { path: 'parties.yaml', text: PACKAGE },
    { path: 'heads.yaml', text: HEADS },
    { path: 'demo.yaml', text: DEMO },
    ...own.map((text, i) => ({ path: `mine-${i}.yaml`, name: `mine-${i}.yaml`, text })),
  ];
  /** Faults where there are some, else notes; with `→` taken out of the last file, and the place that it marks. */
  async function toldOf(...marked: readonly string[]) {
    const own = marked.map(text => text.replace('→', ''));
    const last = marked.at(-1) ?? '';
    const above = last.slice(0, last.indexOf('→')).split('\n');
    const place = `mine-${own.length - 1}.yaml:${above.length}:${(above.at(-1) as string).length + 1}: `;
    const faults = (await checkLexicons(sourcesOf(...own))).map(String);
    const notes = await overrideNotes(settle(await parseLexicons(sourcesOf(...own))));
    return { place, faults, notes: notes.map(String) };
  }
  /** What each form of a text stands for. */
  async function meaningsIn(text: string, ...own: readonly string[]): Promise<string[]> {
    const { words, party } = await buildLexicons(sourcesOf(...own));
    const cut = words(text);
    return party.find(cut, 0, cut.length).map(({ form, value }) => `${form}: ${value.party} ${value.as}`);
  }
  const BEFORE = [
    'Northland: north name',
    'Winter Palace: north body',
    'Olaf: north person',
    'Southland: south name',
  ];
  const TEXT = 'Northland. Winter Palace. Olaf. Southland. Astrid. Northern Lights.';

  it('without any, what files of the package add to each other counts', async () => {
    expect(await toldOf()).toMatchObject({ faults: [], notes: [] });
    expect(await meaningsIn(TEXT)).toEqual(BEFORE);
  });

  it.each(['north', 'The North', 'the north', '"The North"'])('%s is extended', async called => {
    const own = file(`  - extends: ${called}
    people: [{ name: Astrid Example, role: official, forms: [Astrid] }]
    names: [Upland]
    except: [Olaf Street]
`);
    expect(await toldOf(own)).toMatchObject({ faults: [], notes: [] });
    expect(await meaningsIn(`${TEXT} Upland. Olaf Street.`, own)).toEqual([
      ...BEFORE,
      'Astrid: north person',
      'Upland: north name',
    ]);
    expect((await buildLexicons(sourcesOf(own))).parties.get('north')).toMatchObject({ name: 'The North' });
  });

  it('replaces a party by its id: nothing counts of it that the package lists, in whatever file', async () => {
    const own = file('  - id: →north\n    name: Upland\n    kind: country\n    names: [Northland]\n');
    const { place, faults, notes } = await toldOf(own);
    expect(faults).toEqual([]);
    expect(notes).toEqual([
      `${place}Upland replaces the party north at parties.yaml:5:9\n  What the package lists for it no longer counts. To add to that instead, write "extends: north" in place of "id", "name" and "kind".`,
    ]);
    const plain = own.replace('→', '');
    expect(await meaningsIn(TEXT, plain)).toEqual(['Northland: north name', 'Southland: south name']);
    const { parties, concepts } = await buildLexicons(sourcesOf(plain));
    expect([...parties.keys()]).toEqual(['south', 'both', 'north']);
    expect(parties.get('north')).toEqual({ id: 'north', name: 'Upland', kind: 'country', collective: false });
    expect(concepts.get('status')?.parties).toEqual(['north', 'south']);
  });

  it('replaces a party by its name, and takes its id wherever it is spoken of', async () => {
    const own = file(`  - id: upland
    name: →the north
    names: [Upland]
  - id: greens
    name: Greens
    kind: party
    of: upland
    names: [Greens]
rivals: [[upland, south]]
`);
    const more = file('  - extends: upland\n    demonyms: [Uplandish]\n', 'more');
    const words = DEMO.replace('id: demo', 'id: words')
      .replace('id: status', 'id: fate')
      .replace('[north, south]', '[upland, south]')
      .replace('favours: south', 'favours: upland')
      .replace('concepts:', 'about: [hill country]\nconcepts:');
    const { place, faults, notes } = await toldOf(own);
    expect(faults).toEqual([]);
    expect(notes).toEqual([
      expect.stringMatching(/^mine-0\.yaml:6:11: the north replaces the party north at/),
    ]);
    expect(notes[0]?.startsWith(place)).toBe(true);
    expect(notes[0]).toMatch(/\n {2}It is a group here, and a country there: "kind: country" keeps it\.\n/);
    expect(notes[0]).toMatch(/keeps the id north, also where your files say upland\./);
    const all = [own.replace('→', ''), more, words] as const;
    expect((await toldOf(...all)).faults).toEqual([]);
    expect(await meaningsIn('Upland, Northland, Uplandish, Greens', ...all)).toEqual([
      'Upland: north name',
      'Uplandish: north demonym',
      'Greens: greens name',
    ]);
    const { parties, concepts } = await buildLexicons(sourcesOf(...all));
    expect(parties.get('greens')?.of).toBe('north');
    expect(concepts.get('fate')).toMatchObject({
      parties: ['north', 'south'],
      labels: [{ id: 'held', favours: 'north' }, { id: 'freed' }],
    });
  });

  it.each<[string, string, string, string[]]>([
    [
      'moved to another party',
      '  - extends: south\n    names: [→Winter Palace]\n',
      'overrides the form "Winter Palace" of north at parties.yaml:11:56',
      ['Northland: north name', 'Winter Palace: south name', 'the Palace: north body'],
    ],
    [
      'moved to a new party',
      '  - id: palace\n    name: Palace\n    demonyms: [→Winter Palace]\n',
      'overrides the form "Winter Palace" of north at parties.yaml:11:56',
      ['Northland: north name', 'Winter Palace: palace demonym', 'the Palace: north body'],
    ],
    [
      'made an exception',
      '  - extends: south\n    except: [→Winter Palace]\n',
      'makes an exception of the form "Winter Palace" of north at parties.yaml:11:56',
      ['Northland: north name', 'the Palace: north body'],
    ],
    [
      'that was an exception',
      '  - extends: south\n    names: [→Northern Lights]\n',
      'overrides the exception "Northern Lights" of north at parties.yaml:12:14',
      [
        'Northland: north name',
        'Winter Palace: north body',
        'the Palace: north body',
        'Northern Lights: south name',
      ],
    ],
    [
      'of a collective',
      '  - extends: south\n    names: [→both sides]\n',
      'overrides the form "both sides" of both at parties.yaml:20:13',
      [
        'Northland: north name',
        'Winter Palace: north body',
        'the Palace: north body',
        'both sides: south name',
      ],
    ],
  ])('a form %s', async (_, entries, message, meanings) => {
    const own = file(entries);
    const { place, faults, notes } = await toldOf(own);
    expect(faults).toEqual([]);
    expect(notes).toEqual([
      `${place}${message}\n  What your file says of it counts, and not what the package says.`,
    ]);
    const text = 'Northland, Winter Palace, the Palace, Northern Lights, both sides';
    const found = await meaningsIn(text, own.replace('→', ''));
    expect(found.filter(each => !each.startsWith('both sides: both'))).toEqual(meanings);
  });

  it('longer exceptions work on the forms of the package, and what is the same in both is not noted', async () => {
    const own = file('  - extends: north\n    names: [Northland]\n    except: [Northland Airways]\n');
    expect(await toldOf(own)).toMatchObject({ faults: [], notes: [] });
    expect(await meaningsIn('Northland, Northland Airways', own)).toEqual(['Northland: north name']);
  });

  it.each<[string, string, RegExp]>([
    [
      'extends a party that nobody has',
      '  - extends: →nort\n    names: [Upland]\n',
      /^no lexicon that is loaded has the party "nort"\n {2}Did you mean "north"\? Expected one of north, south\. For a new party/,
    ],
    [
      'extends a misspelt name',
      '  - extends: →The Norht\n    names: [Upland]\n',
      /has the party "The Norht"\n {2}Did you mean "The North"\? Expected one of north, south\./,
    ],
    [
      'extends several parties together',
      '  - extends: →both\n    names: [Upland]\n',
      /^both is several parties together, to which nothing can be added\n {2}.*"collectives"/,
    ],
    [
      'extends a party of its own file',
      '  - id: east\n    name: East\n  - extends: →East\n',
      /^the party east is in this file\n {2}Add the names and people there/,
    ],
    [
      'has a party twice, by id and by name',
      '  - id: north\n    name: Upland\n  - id: →highland\n    name: The North\n',
      /^the party id "north" is already used at mine-0\.yaml:5:9\n/,
    ],
    [
      'lists a form twice',
      '  - extends: north\n    names: [Winter Palace]\n  - extends: south\n    names: [→Winter Palace]\n',
      /^the form "Winter Palace" is already listed at mine-0\.yaml:6:13\n/,
    ],
    ['misspells "extends"', '  - →extend: north\n', /unknown key "extend"\n {2}Did you mean "extends"\?/],
    [
      'has an id beside "extends"',
      '  - extends: north\n    →id: upland\n',
      /^party north: unknown key "id"\n {2}An entry with "extends" does not have it\. Expected one of extends, names,/,
    ],
    [
      'gives a kind to what it extends',
      '  - extends: north\n    →kind: country\n',
      /^party north: unknown key "kind"\n {2}An entry with "extends" does not have it\./,
    ],
    ['has no id', '  - →name: East\n', /^party East: "id" is missing\n/],
    [
      'belongs to a country that nobody has',
      '  - id: greens\n    name: Greens\n    of: →nroth\n',
      /^no parties lexicon defines the party "nroth"\n {2}Did you mean "north"\?/,
    ],
    [
      'has a person of a party that nobody has',
      '  - extends: north\n    people: [{ name: A B, role: official, party: →grens, forms: [A B] }]\n',
      /^no parties lexicon defines the party "grens"\n/,
    ],
    [
      'has a rival that nobody has',
      '  - id: east\n    name: East\nrivals: [[east, →west]]\n',
      /^no parties lexicon defines the party "west"\n {2}Expected one of east, north, south\./,
    ],
    [
      'has a term that ends before it begins',
      '  - extends: north\n    people: [{ name: A B, role: official, terms: [[2005-03, →"2004"]], forms: [A B] }]\n',
      /^a term of A B ends on 2004, before it begins on 2005-03\n {2}Expected \[from, to\]/,
    ],
    [
      'has terms that are not in order',
      '  - extends: north\n    people: [{ name: A B, role: official, terms: [["2005", 2007-05], [→2007-04]], forms: [A B] }]\n',
      /^a term of A B begins on 2007-04, before the one above it ends on 2007-05\n/,
    ],
    [
      'has a term after one without an end',
      '  - extends: north\n    people: [{ name: A B, role: official, terms: [["2005"], [→"2007"]], forms: [A B] }]\n',
      /^the term of A B before this one has no end\n {2}List the terms in their order/,
    ],
  ])('is told where it %s', async (_, entries, message) => {
    const own = file(entries);
    const plain = own.replace('→', '');
    const above = own.slice(0, own.indexOf('→')).split('\n');
    const faults = (await checkLexicons(sourcesOf(plain))).map(String);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(
      new RegExp(`^mine-0\\.yaml:${above.length}:${(above.at(-1) as string).length + 1}: `),
    );
    expect(faults[0]?.replace(/^\S+ /, '')).toMatch(message);
  });

  it('two files of one’s own must agree, and so must two of the package', async () => {
    const east = file('  - id: east\n    name: East\n    names: [Winter Palace]\n');
    const again = file('  - id: →east\n    name: Orient\n', 'again');
    const { place, faults } = await toldOf(east, again);
    expect(faults).toEqual([
      expect.stringMatching(/: the party id "east" is already used at mine-0\.yaml:5:9\n/),
    ]);
    expect(faults[0]?.startsWith(place)).toBe(true);
    const palace = file('  - extends: south\n    names: [→Winter Palace]\n', 'again');
    const clash = await toldOf(east, palace);
    expect(clash.faults).toEqual([
      `${clash.place}the form "Winter Palace" is already listed at mine-0.yaml:7:13\n  A form may mean one thing only: remove one of the two. Hyphen and space are the same. Terminology that says what it is "about" may share forms with other files.`,
    ]);
    const theirs = [...sourcesOf(), { path: 'more.yaml', text: palace.replace('→', '') }];
    expect((await checkLexicons(theirs)).map(String)).toEqual([
      expect.stringMatching(
        /^more\.yaml:6:13: the form "Winter Palace" is already listed at parties\.yaml:11:56\n/,
      ),
    ]);
  });

  it('whatever the order of the files', async () => {
    const own = file(
      '  - extends: The North\n    names: [Upland]\n  - id: palace\n    name: Palace\n    names: [Winter Palace]\n',
    );
    const { words, party } = await buildLexicons(sourcesOf(own).toReversed());
    const cut = words('Upland and Winter Palace');
    expect(party.find(cut, 0, cut.length).map(({ value }) => value.party)).toEqual(['north', 'palace']);
  });

  it('the schema for editors takes what the check takes', () => {
    const schema = z.fromJSONSchema(
      JSON.parse(readFileSync(join(builtInFolder, 'schema', 'parties.json'), 'utf8')),
    );
    const accepts = (text: string): boolean => schema.safeParse(parseYaml(text)).success;
    expect(accepts(PACKAGE)).toBe(true);
    expect(accepts(HEADS)).toBe(true);
    expect(accepts(HEADS.replace('extends: north', 'extends: The North'))).toBe(true);
    expect(accepts(HEADS.replace('    people:', '    name: North\n    people:'))).toBe(false);
    expect(accepts(HEADS.replace('extends', 'extend'))).toBe(false);
  });
});

describe('a form that the package lists too', () => {
  const own = (text: string) => ({ path: 'mine.yaml', name: 'mine.yaml', text });
  const notesOf = async (text: string): Promise<string[]> =>
    (await overrideNotes(settle(await parseLexicons([...builtInLexicons(), own(text)], true)))).map(String);
  const lexiconsWithOwn = (text: string) => buildLexicons([...builtInLexicons(), own(text)]);

  it.each<[string, string, string, (lexicons: Lexicons) => unknown, unknown]>([
    [
      'polarity',
      'words: [{ id: mild, valence: 1, source: "A. Author (2001)", forms: [aggression] }]',
      'aggression',
      ({ words, polarity }) => polarity.find(words('aggression'), 0, 1).map(({ value }) => value.valence),
      [1],
    ],
    [
      'cues',
      'classes: [{ id: mild, stance: neutral, frames: [clause], source: "A. Author (2001)", forms: [claimed] }]',
      'claimed',
      ({ words, cue }) => cue.find(words('claimed'), 0, 1).map(({ value }) => value.class),
      ['mild'],
    ],
    [
      'roles',
      'roles: [{ id: mild, kind: media, forms: [spokesman] }]',
      'spokesman',
      ({ words, role }) => role.find(words('spokesman'), 0, 1).map(({ value }) => value.role),
      ['mild'],
    ],
    [
      'events',
      'groups: [{ id: mild, class: help, source: "A. Author (2001)", verbs: [attack] }]',
      'attack',
      ({ words, event }) => event.find(words('attack'), 0, 1).map(({ value }) => [value.class, value.as]),
      [['help', 'verb']],
    ],
    [
      'loaded',
      'classes: [{ id: mild, judges: false, source: "A. Author (2001)", forms: [regime], examples: ["A [regime|mild].", "A town."] }]',
      'regime',
      ({ words, loaded }) => loaded.find(words('regime'), 0, 1).map(({ value }) => value.class),
      ['mild'],
    ],
  ])('of %s counts as one’s own, and is noted', async (kind, entries, form, found, expected) => {
    const text = `kind: ${kind}\nid: mine\ntitle: Mine\n${entries}\n`;
    expect((await checkLexicons([...builtInLexicons(), own(text)], true)).map(String)).toEqual([]);
    const column = (entries.indexOf(form) + 1).toString();
    expect(await notesOf(text)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^mine\\.yaml:4:${column}: overrides the form "${form}".* at lexicons/${kind}/\\S+:\\d+:\\d+\\n`,
        ),
      ),
    ]);
    expect(found(await lexiconsWithOwn(text))).toEqual(expected);
  });

  it('of variants is in one group with the spellings of both', async () => {
    const text = 'kind: variants\nid: mine\ntitle: Mine\ngroups: [[defensse, defence], [Mr Who, Dr Who]]\n';
    expect((await checkLexicons([...builtInLexicons(), own(text)], true)).map(String)).toEqual([]);
    expect(await notesOf(text)).toEqual([]);
    const { words, variant } = await lexiconsWithOwn(text);
    const cut = words('defense, defence, defensse');
    expect(variant.find(cut, 0, cut.length).map(({ value }) => value.group)).toEqual(
      Array(3).fill('defensse'),
    );
  });

  it('moves from one label of a concept to another that one’s own file extends', async () => {
    const [concept] = [...shipped.concepts.values()];
    const [one, other] = (concept?.labels ?? []) as [Label, Label];
    const form = one.forms[0] as string;
    const text = `kind: terminology
id: mine
title: Mine
concepts:
  - extends: ${concept?.id}
    labels: [{ id: ${other.id}, forms: [${JSON.stringify(form)}] }]
    examples: [${JSON.stringify(`[${form}|${other.id}]`)}, Nothing.]
`;
    expect((await checkLexicons([...builtInLexicons(), own(text)], true)).map(String)).toEqual([]);
    expect(await notesOf(text)).toEqual([
      expect.stringContaining(`overrides the form ${JSON.stringify(form)} of ${concept?.id}/${one.id} at `),
    ]);
    const labels = (await lexiconsWithOwn(text)).concepts.get(concept?.id as string)?.labels;
    expect(labels?.flatMap(({ id, forms }) => (forms.includes(form) ? [id] : []))).toEqual([other.id]);
  });

  it('has one note with the others of its list, where they are many', async () => {
    const forms = '[aggression, attack, attacked, war]';
    const words = `words: [{ id: mild, valence: 5, source: "A. Author (2001)", forms: ${forms} }]`;
    const [note, ...more] = await notesOf(`kind: polarity\nid: mine\ntitle: Mine\n${words}\n`);
    expect(more).toEqual([]);
    expect(note).toMatch(/^mine\.yaml:4:\d+: overrides \d forms of lexicons\/polarity\/\S+\.yaml: /);
  });
});

it('lexicons of the package alone are not laid out again', async () => {
  vi.resetModules();
  const unused = () => {
    throw new Error('loaded for nothing');
  };
  vi.doMock('../src/lexicon/authoring/check.js', unused);
  vi.doMock('../src/lexicon/yaml.js', async original => ({
    ...(await original<typeof import('../src/lexicon/yaml.js')>()),
    readYaml: unused,
  }));
  const { buildLexicons } = await import('../src/lexicon/load.js');
  expect((await buildLexicons(builtInLexicons())).parties.size).toBeGreaterThan(10);
  vi.doUnmock('../src/lexicon/authoring/check.js');
  vi.doUnmock('../src/lexicon/yaml.js');
  vi.resetModules();
});

describe('faults of a lexicon stand at their line and column', () => {
  /** Faults of the demo lexicon when a passage is replaced; `→` marks where each fault stands, in order. */
  async function faultsOf(
    marked: string,
  ): Promise<{ faults: string[]; places: string[]; list: readonly InputError[] }> {
    const places: string[] = [];
    for (
      let text = marked, at = text.indexOf('→');
      at >= 0;
      text = text.replace('→', ''), at = text.indexOf('→')
    ) {
      const above = text.slice(0, at).split('\n');
      places.push(`demo.yaml:${above.length}:${(above.at(-1) as string).length + 1}`);
    }
    const faults = await checkLexicons([
      { path: 'parties.yaml', text: PARTIES },
      { path: 'demo.yaml', text: marked.replaceAll('→', '') },
    ]);
    return { faults: faults.map(String), places, list: faults };
  }

  it('the demo lexicon has none', async () => {
    expect((await faultsOf(DEMO)).faults).toEqual([]);
  });

  it.each<[string, string, string, ...RegExp[]]>([
    [
      'an unknown key',
      '    except:',
      '    →colour: red\n    except:',
      /^concept status: unknown key "colour"\n {2}Expected one of id, gloss, one_sided, labels, except, examples\.$/,
    ],
    ['an unknown key at the top', 'id: demo', '→author: me\nid: demo', /^the file: unknown key "author"\n/],
    [
      'a key written wrong',
      '    gloss:',
      '    →glos:',
      /^concept status: unknown key "glos"\n {2}Did you mean "gloss"\? Expected one of id/,
    ],
    [
      'an unknown kind',
      'kind: terminology',
      'kind: →words',
      /^unknown kind "words"\n {2}Expected one of parties, terminology/,
    ],
    ['no kind', 'kind: terminology\nid', '→id', /^no "kind" is given\n {2}Expected one of parties/],
    [
      'a label without a source',
      '- id: held\n        favours: south\n        source: A. Author, A Book (2001)',
      '- →id: held\n        favours: south',
      /^concept status, label held: "source" is missing\n {2}Expected text: a citation that a reader can check/,
    ],
    [
      'an empty source',
      'source: A. Author, A Book (2001)',
      'source: →" "',
      /"source": expected some text\n {2}Write something/,
    ],
    [
      'an empty citation',
      'source: A. Author, A Book (2001)',
      'source: →{ year: 2001 }',
      /label held, "source": "text" is missing\n {2}Expected text: author or body, title, year/,
    ],
    [
      'a misspelt key of a citation',
      'source: A. Author, A Book (2001)',
      'source: { text: A. Author, →link: "https://example.org" }',
      /label held, "source": unknown key "link"\n {2}Expected one of text, url, year, kind, checked/,
    ],
    [
      'an address that is none',
      'source: A. Author, A Book (2001)',
      'source: { text: A. Author, url: →example }',
      /"url": expected an address that begins with https:\/\/, or a DOI/,
    ],
    [
      'a kind of source that is none',
      'source: A. Author, A Book (2001)',
      'source: { text: A. Author, kind: →styleguide }',
      /"kind": unknown value "styleguide"\n {2}Did you mean "style-guide"\?/,
    ],
    [
      'a day that is none',
      'source: A. Author, A Book (2001)',
      'source: { text: A. Author, checked: →May 2026 }',
      /"checked": expected a date such as 2026-11-26/,
    ],
    [
      'a list of sources',
      'source: A. Author, A Book (2001)',
      'source: →[A. Author]',
      /"source": expected text, found a list\n/,
    ],
    [
      'an id that is no id',
      '- id: held',
      '- id: →Held It',
      /"id": expected an id of lower-case letters.*\n {2}Write "held-it"\./,
    ],
    [
      'one form instead of a list',
      '[occupied, Northern-occupied]',
      '→occupied',
      /"forms": expected a list, found the text "occupied"\n {2}Write forms: \[occupied\], or/,
    ],
    [
      'no forms',
      '[occupied, Northern-occupied]',
      '→[]',
      /"forms": expected at least one form\n {2}Every form/,
    ],
    [
      'a form that is a number',
      '- free hills',
      '- →1991',
      /label freed, form 2: expected text, found the number 1991\n {2}Put it in quotation marks: - "1991"$/,
    ],
    ['one party', '[north, south]', '→[north]', /^"parties": expected two parties/],
    [
      'an unknown party',
      '[north, south]',
      '[→east, south]',
      /^no parties lexicon defines the party "east"\n {2}Expected one of north, south\. Or define it/,
    ],
    [
      'favours nobody that it knows',
      'favours: south',
      'favours: →east',
      /^favours "east", which is not one of this lexicon's parties\n {2}Expected one of north, south\. Where sources/,
    ],
    [
      'favours, and yet contested',
      'favours: south',
      'favours: south\n        contested: →true',
      /^the label held is marked as contested, but favours/,
    ],
    [
      'a form given twice',
      '- free hills',
      '- →occupied',
      /^the form "occupied" is already listed at demo\.yaml:12:17\n/,
    ],
    [
      'twice but for the hyphen',
      '- free hills',
      '- →Northern occupied',
      /is already listed at demo\.yaml:12:27\n/,
    ],
    ['twice, as an exception', '[occupied with]', '[→liberated]', /is already listed at demo\.yaml:16:13\n/],
    ['two labels of one id', '- id: freed', '- id: →held', /^the concept status has two labels "held"\n/],
    [
      'an example that must match and does not',
      '- The [occupied|held] hills.',
      '- →The [taken|held] hills, [occupied|held].',
      /^this example does not match "taken" as held\n/,
    ],
    [
      'an example that matches another label',
      '- The [occupied|held] hills.',
      '- →→The [occupied|freed] hills.',
      /does not match "occupied" as freed\n/,
      /matches "occupied" as held, which is not marked\n/,
    ],
    [
      'an example that must not match and does',
      '- They were',
      '- →Liberated, they were',
      /^this example matches "Liberated" as freed, which is not marked\n {2}If that is intended, mark it: \[Liberated\|freed\]\. If not/,
    ],
    [
      'no example that must not match',
      'examples:\n      - The [occupied|held] hills.\n      - They were occupied with talks.',
      'examples:\n      →- The [occupied|held] hills.\n      - A [liberated|freed] town.',
      /^there is no example that must not match\n {2}Give at least one/,
    ],
    [
      'no example that must match',
      'examples:\n      - The [occupied|held] hills.',
      'examples:\n      →- The hills.',
      /^there is no example that must match\n/,
    ],
    [
      'broken YAML',
      'title: Demo',
      'title: Demo\n→title: Again',
      /^not valid YAML: the key "title" appears twice\n {2}Keep one/,
    ],
    [
      'a key as others spell it',
      'favours: south',
      '→favors: south',
      /^concept status, label held: unknown key "favors"\n {2}Did you mean "favours"\?/,
    ],
    [
      'a key that belongs deeper',
      '    except:',
      '    →favours: south\n    except:',
      /^concept status: unknown key "favours"\n {2}"favours" belongs to a label: check how far the line is indented\.$/,
    ],
    [
      'a tab',
      '    gloss',
      '→\t  gloss',
      /^not valid YAML: this line is indented with a tab\n {2}Indent with spaces only/,
    ],
    ['a tab after spaces', '    gloss', '  →\tgloss', /^not valid YAML: this line is indented with a tab/],
    ['too little indented', '    labels:', '   →labels:', /^not valid YAML: this line is not aligned with/],
    [
      'too far indented',
      '- id: status\n    gloss',
      '- id: →status\n      gloss',
      /next line is indented too far/,
    ],
    ['a list that is not in line', '      - id: freed', '     →- id: freed', /this line is not aligned with/],
    ['no colon', 'gloss: What', '→gloss What', /^not valid YAML: a key without ": "\n/],
    ['no space after the colon', 'gloss: What', '→gloss:What', /^not valid YAML: a key without ": "\n/],
    [
      'two colons',
      'gloss: What',
      'gloss: →Hills: what',
      /^not valid YAML: there is a second ": " on this line\n/,
    ],
    [
      'an example that begins with its mark',
      '- The [occupied|held] hills.',
      '- [Occupied|held] →hills.',
      /^not valid YAML: the text continues after the bracket opened with "\[" is closed\n.*quoted as a whole: "…"/,
    ],
    [
      'an example that is its mark',
      '- The [occupied|held] hills.',
      '- →[occupied|held]',
      /^concept status, example 1: expected text, found a list\n {2}Put text that begins with "\["/,
    ],
    [
      'a text after quotation marks',
      'gloss: What',
      'gloss: "What" →is',
      /^not valid YAML: the text continues .*\n.*as a whole: '…'/,
    ],
    [
      'an apostrophe',
      'What the hills',
      "'The hills' →name",
      /^not valid YAML: the text continues after its closing apos/,
    ],
    [
      'a quotation mark left open',
      'gloss: What',
      'gloss: →"What',
      /^not valid YAML: this quotation mark is not closed/,
    ],
    ['a star', '- free hills', '- →*free', /^not valid YAML: text may not begin with "\*"\n.*"\*free"/],
    ['an exclamation mark', '- free hills', '- →!free', /^not valid YAML: text may not begin with "!"\n/],
    ['an at sign', '- free hills', '- →@free', /^not valid YAML: text may not begin with "@"\n/],
    [
      'a hash',
      '- free hills',
      '- →#free',
      /form 2: expected text, found nothing\n {2}"#" after a space begins/,
    ],
    [
      'a hyphen and nothing',
      '- free hills',
      '-→',
      /form 2: expected text, found nothing\n {2}Write it after/,
    ],
    ['an empty form', '- free hills', '- →""', /form 2: expected some text\n {2}Write something/],
    ['a truth', '- free hills', '- →true', /form 2: expected text, found the boolean true\n.*"true"$/],
    ['a number with noughts', '- free hills', '- →007', /found the number 7\n.*"007"$/],
    [
      'a form with a colon',
      '- free hills',
      '- →free: hills',
      /expected text, found keys with values\n.*colon/,
    ],
    [
      'a list on the line of its key',
      'forms:\n          - lib',
      'forms: →- lib',
      /"- " is on the same line as its key/,
    ],
    [
      'keys for a list',
      'except: [occupied with]',
      'except:\n      →with: talks',
      /"except": expected a list, found keys with values\n {2}Put "- " before/,
    ],
    [
      'no answer to yes or no',
      'favours: south',
      'contested: →yes',
      /expected true or false, found the text "yes"\n/,
    ],
    [
      'a paragraph',
      '- free hills',
      `- →${'free hills '.repeat(20)}`,
      /form 2: expected a word or a phrase, not/,
    ],
    [
      'a second document',
      'title: Demo',
      'title: Demo\n→---\nid: more',
      /^not valid YAML: a second document begins/,
    ],
    ['a misspelt kind', 'kind: terminology', 'kind: →terminologie', /\n {2}Did you mean "terminology"\?/],
    [
      'a misspelt "kind"',
      'kind: terminology',
      '→kinds: terminology',
      /^no "kind" is given\n {2}Did you mean "kind"\?/,
    ],
    [
      'a misspelt party',
      '[north, south]',
      '[→noth, south]',
      /^no parties lexicon defines the party "noth"\n {2}Did you mean "north"\?/,
    ],
    [
      'a mark with a label that is not there',
      '- The [occupied|held]',
      '- →The [occupied|hled]',
      /^this example marks "hled", which is not known here\n {2}Did you mean "held"\? Expected one of held, freed\.$/,
    ],
    [
      'a mark that is not closed',
      '- The [occupied|held]',
      '- →The [occupied|held',
      /^the marks of this example are wrong: .*\n {2}Expected \[text\|label\]/,
    ],
    [
      'round brackets',
      '- The [occupied|held]',
      '- →The (occupied|held)',
      /^the marks of this example are wrong/,
    ],
    [
      'an example with another ending',
      '- The [occupied|held]',
      '- →The [occupies|held]',
      /^this example does not match "occupies" as held\n {2}The nearest form is "occupied": another ending/,
    ],
    [
      'an example without the capitals',
      '- They were',
      '- →→A [northern-occupied|held] hill.\n      - They were',
      /does not match "northern-occupied" as held\n {2}The form "Northern-occupied" requires its capitals\.$/,
      /matches "occupied" as held/,
    ],
    [
      'an example that an exception hides',
      '- They were',
      '- →The hills, [occupied|held] with talks.\n      - They were',
      /does not match "occupied" as held\n {2}"except" lists "occupied with", which is longer/,
    ],
    [
      'YAML that breaks off',
      'gloss: What the hills are called\n    labels',
      'gloss: [What\n    →labels',
      /^not valid YAML: a list or mapping opened with "\[" above is not closed\n {2}Close it with "\]"/,
    ],
  ])('%s', async (_, from, to, ...expected) => {
    expect(DEMO).toContain(from);
    const { faults, places } = await faultsOf(DEMO.replace(from, to));
    const rows = faults.map(fault => /^(\S+:\d+:\d+): (.*)$/s.exec(fault)?.slice(1) ?? [fault]);
    expect(rows.map(([place]) => place)).toEqual(places);
    for (const [i, pattern] of expected.entries()) expect(rows[i]?.[1]).toMatch(pattern);
  });

  it.each([
    ['nothing', '→'],
    ['a list', '→- kind: terminology'],
    ['a sentence', '→Occupied, they say.'],
  ])('%s is no lexicon', async (_, marked) => {
    const { faults, places } = await faultsOf(marked);
    expect(faults).toEqual([
      `${places[0]}: expected a lexicon: a mapping that begins with "kind:"\n  parallax lexicon new TOPIC writes one to start from.`,
    ]);
  });

  it('whatever is done to a file, each fault is told with its place and a hint', async () => {
    const bits = fc.constantFrom(
      ...[
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
        ':',
        ': ',
        '- ',
        '\n',
        '\t',
        ' #',
        '|',
        '&a ',
        '*a',
        '!',
        '!!x ',
        '%',
        '@',
      ],
      ...['---\n', '? ', '<<: ', '\\', '>', '  ', '~', 'null', '|held]', ',', '\r', ''],
    );
    const change = fc.record({ at: fc.nat(DEMO.length - 1), gone: fc.nat(9), put: bits });
    let faulty = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async changes => {
        let text = DEMO;
        for (const { at, gone, put } of changes)
          text = text.slice(0, at) + put + text.slice(at + Math.max(0, gone - 5));
        for (const { line, column, hint, message } of (await faultsOf(text)).list) {
          faulty++;
          expect([line, column], message).toEqual([expect.any(Number), expect.any(Number)]);
          expect(hint, message).toMatch(/\S/);
          expect(message).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 300 },
    );
    expect(faulty).toBeGreaterThan(100);
  });

  it('what is no text is told from what is text', async () => {
    expect((await faultsOf('kind\u0000\u0001')).faults).toEqual([
      'demo.yaml: this is not a text file\n  Expected a YAML file, saved as plain text in UTF-8.',
    ]);
  });

  it('a copy of a lexicon is told to be one, once', async () => {
    const faults = await checkLexicons([
      { path: 'parties.yaml', text: PARTIES },
      { path: 'demo.yaml', text: DEMO },
      { path: 'copy.yaml', text: DEMO.replace('free hills', 'open hills') },
    ]);
    expect(faults.map(String)).toEqual([
      expect.stringMatching(
        /^copy\.yaml:2:5: the terminology lexicon id "demo" is already used at demo\.yaml:2:5\n/,
      ),
    ]);
  });

  it('an alias bomb is refused', async () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(10).fill(of).join(', ')}]\n`;
    const bomb = `kind: terminology\n${level('a', 'x')}${level('b', '*a')}${level('c', '*b')}${level('d', '*c')}${level('e', '*d')}`;
    const { faults } = await faultsOf(bomb);
    expect(faults).toEqual([
      expect.stringMatching(
        /^demo\.yaml:1:1: this YAML cannot be used: .*\n {2}Write out what the aliases stand for\.$/,
      ),
    ]);
  });

  it('a form in two files: both places are named', async () => {
    const own = {
      path: 'own.yaml',
      text: DEMO.replace('id: demo', 'id: own')
        .replace('id: status', 'id: fate')
        .replace('- free hills', '- open hills'),
    };
    const sources = [{ path: 'parties.yaml', text: PARTIES }, { path: 'demo.yaml', text: DEMO }, own];
    const faults = (await checkLexicons(sources)).map(String);
    expect(faults[0]).toMatch(
      /^own\.yaml:12:17: the form "occupied" is already listed at demo\.yaml:12:17\n/,
    );
    expect(faults).toHaveLength(4);
    await expect(buildLexicons(sources)).rejects.toThrow('is already listed at demo.yaml:12:17');
  });

  it('faults of several files are told at once', async () => {
    const faults = await checkLexicons([
      { path: 'a.yaml', text: 'kind: words' },
      { path: 'b.yaml', text: '- 1' },
      { path: 'c.yaml', text: 'kind: "' },
    ]);
    expect(faults.map(({ path }) => path)).toEqual(expect.arrayContaining(['a.yaml', 'b.yaml', 'c.yaml']));
  });
});
