import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsOf, tryExample } from '../src/lexicon/check.js';
import { renderLexiconDocs } from '../src/lexicon/docs.js';
import { buildLexicons, builtInFolder, builtInLexicons, checkLexicons } from '../src/lexicon/load.js';
import { type Entry, formUnits, layTrie, openMatcher } from '../src/lexicon/matcher.js';
import { cutWords, fold } from '../src/lexicon/words.js';
import { groupBy, lexicons as packageLexicons } from './helpers.js';

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
        expect(tryExample(example, shipped, labelsOf(id, shipped)), example).toEqual([]);
    },
  );

  it('give every topic four concepts, five examples each way, and each label a source with its year', () => {
    const topics = groupBy(shipped.concepts.values(), ({ lexicon }) => lexicon);
    expect(topics.size).toBeGreaterThanOrEqual(15);
    for (const [topic, concepts] of topics) {
      expect(concepts.length, topic).toBeGreaterThanOrEqual(4);
      const examples = concepts.flatMap(concept => concept.examples);
      const marked = examples.filter(example => example.includes('|'));
      expect(marked.length, topic).toBeGreaterThanOrEqual(5);
      expect(examples.length - marked.length, topic).toBeGreaterThanOrEqual(5);
      for (const { id, labels } of concepts)
        for (const label of labels) expect(label.source, `${topic}, ${id}, ${label.id}`).toMatch(/\d{4}/);
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
    ['no pattern', ['occup.*', 'a|b', '(x'], 'Occupied; a or b; x: [occup.*], [a|b] and [(x] they wrote.'],
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

describe('faults of a lexicon stand at their line and column', () => {
  /** Faults of the demo lexicon when a passage is replaced; `→` marks where each fault stands, in order. */
  async function faultsOf(marked: string): Promise<{ faults: string[]; places: string[] }> {
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
    return { faults: faults.map(String), places };
  }

  it('the demo lexicon has none', async () => {
    expect((await faultsOf(DEMO)).faults).toEqual([]);
  });

  it.each<[string, string, string, ...RegExp[]]>([
    [
      'an unknown key',
      '    except:',
      '    →colour: red\n    except:',
      /^concepts\.0: there is no "colour" here\n {2}What a terminology lexicon may hold/,
    ],
    [
      'an unknown key at the top',
      'id: demo',
      '→author: me\nid: demo',
      /^the file: there is no "author" here\n/,
    ],
    [
      'a key written wrong',
      '  - id: status\n    gloss:',
      '  - →id: status\n    →glos:',
      /^concepts\.0\.gloss is missing$/,
      /there is no "glos" here/,
    ],
    [
      'an unknown kind',
      'kind: terminology',
      'kind: →words',
      /^unknown kind "words"\n {2}The kinds are parties, terminology/,
    ],
    ['no kind', 'kind: terminology\nid', '→id', /^no "kind" is given\n {2}The kinds are/],
    [
      'a label without a source',
      '- id: held\n        favours: south\n        source: A. Author, A Book (2001)',
      '- →id: held\n        favours: south',
      /^concepts\.0\.labels\.0\.source is missing$/,
    ],
    ['an empty source', 'source: A. Author, A Book (2001)', 'source: →" "', /source: expected some text$/],
    ['an id that is no id', '- id: held', '- id: →Held It', /id: expected an id of small letters/],
    ['one form instead of a list', '[occupied, Northern-occupied]', '→occupied', /forms: .*expected array/],
    ['no forms', '[occupied, Northern-occupied]', '→[]', /forms: expected at least one form$/],
    ['a form that is a number', '- free hills', '- →1991', /forms\.1: .*expected string/],
    ['one party', '[north, south]', '→[north]', /^parties: expected two parties/],
    [
      'an unknown party',
      '[north, south]',
      '[→east, south]',
      /^no parties lexicon defines the party "east"\n {2}The parties are north, south\./,
    ],
    [
      'favours nobody that it knows',
      'favours: south',
      'favours: →east',
      /^favours "east", which is none of this lexicon's parties\n {2}Expected north or south/,
    ],
    [
      'favours, and yet contested',
      'favours: south',
      'favours: south\n        contested: →true',
      /^the label held is contested and yet favours/,
    ],
    [
      'a form given twice',
      '- free hills',
      '- →occupied',
      /^the form "occupied" stands already at demo\.yaml:12:17\n/,
    ],
    [
      'twice but for the hyphen',
      '- free hills',
      '- →Northern occupied',
      /stands already at demo\.yaml:12:27\n/,
    ],
    ['twice, as an exception', '[occupied with]', '[→liberated]', /stands already at demo\.yaml:16:13\n/],
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
      /^this example matches "Liberated" as freed, which is not marked\n {2}Correct the forms/,
    ],
    [
      'no example that must not match',
      'examples:\n      - The [occupied|held] hills.\n      - They were occupied with talks.',
      'examples:\n      →- The [occupied|held] hills.\n      - A [liberated|freed] town.',
      /^every example must match\n {2}Give at least one/,
    ],
    [
      'no example that must match',
      'examples:\n      - The [occupied|held] hills.',
      'examples:\n      →- The hills.',
      /^no example must match\n/,
    ],
    ['broken YAML', 'title: Demo', 'title: Demo\n→title: Again', /^not valid YAML: Map keys must be unique$/],
    [
      'YAML that breaks off',
      'gloss: What the hills are called\n    labels',
      'gloss: [What\n    →labels',
      /^not valid YAML: Flow sequence/,
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
    expect(faults).toEqual([`${places[0]}: expected a lexicon: a mapping that begins with "kind:"`]);
  });

  it('an alias bomb is refused at once', async () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(10).fill(of).join(', ')}]\n`;
    const bomb = `kind: terminology\n${level('a', 'x')}${level('b', '*a')}${level('c', '*b')}${level('d', '*c')}${level('e', '*d')}`;
    const start = performance.now();
    const { faults } = await faultsOf(bomb);
    expect(faults).toEqual([
      expect.stringMatching(/^demo\.yaml:1:1: not usable YAML: .*\n {2}Write aliases out\.$/),
    ]);
    expect(performance.now() - start).toBeLessThan(2000);
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
    expect(faults[0]).toMatch(/^own\.yaml:12:17: the form "occupied" stands already at demo\.yaml:12:17\n/);
    expect(faults).toHaveLength(4);
    await expect(buildLexicons(sources)).rejects.toThrow('stands already at demo.yaml:12:17');
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
