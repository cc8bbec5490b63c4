import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { entriesOf } from '../src/lexicon/entries.js';
import { type Dictionary, fitsPattern, noteLine } from '../src/lexicon/exchange/dictionary.js';
import { EXPORT_FORMATS, type ExportFormat, exportLexicon } from '../src/lexicon/exchange/export.js';
import { type ImportOptions, importDictionary } from '../src/lexicon/exchange/import.js';
import { readLexicoder, readList, readWordStat } from '../src/lexicon/exchange/lines.js';
import { readLiwc } from '../src/lexicon/exchange/liwc.js';
import { readQuanteda } from '../src/lexicon/exchange/quanteda.js';
import { readDictionary } from '../src/lexicon/exchange/read.js';
import { readColumns, readTable } from '../src/lexicon/exchange/table.js';
import { readYoshikoder } from '../src/lexicon/exchange/yoshikoder.js';
import { parseLexicon } from '../src/lexicon/file.js';
import { checkLexicons } from '../src/lexicon/load.js';
import { builtInLexicons } from '../src/lexicon/sources.js';
import { knownWords } from '../src/parse/nlp.js';

/** Categories with their words, as `outer > inner: word, word`. */
function shown({ entries }: Dictionary): string[] {
  const lists = new Map<string, string[]>();
  for (const { keys, word, value } of entries) {
    const key = keys.join(' > ');
    lists.set(key, [...(lists.get(key) ?? []), value === undefined ? word : `${word} ${value}`]);
  }
  return [...lists].map(([key, words]) => `${key}: ${words.join(', ')}`);
}
const told = ({ notes }: { readonly notes: Dictionary['notes'] }): string[] =>
  notes.map(note => noteLine('f', note));

const OPTIONS: ImportOptions = {
  kind: 'terminology',
  id: 'mine',
  title: 'Mine',
  from: 'f',
  valences: new Map(),
  vocabulary: {
    name: 'a list',
    words: ['sail', 'sailed', 'sailing', 'harbour', 'harbours', 'row', 'rowing'],
  },
};

/** A dictionary as quanteda documents it: keys in keys, lists and single words, glob patterns, `__` for words of a key itself. */
const QUANTEDA = `# ships of all sorts
vessels:
  - Boat
  - "row*"
  - "no"
places:
  built:
    - quay
    - dry dock
    - harbour*
  "__": [coast, 1066]
  natural: bay
'':
  inner: cove
`;

/** As LIWC 2007 documents it: categories by number, then words, tabs between. */
const LIWC_2007 = '%\n1\tvessel\n02\tweather\n%\nboat\t1\nsail*\t1\nfair\t02\t1\nfog bank\t02\n';

/** As LIWC2015 documents it: inner categories are indented; words have the numbers of the outer ones too. */
const LIWC_2015 =
  '%\r\n1\tmotion (Motion words)\r\n\t2\tfast\r\n\t3\tslow\r\n4\tstate\r\n%\r\ndart\t1\t2\r\ncreep*\t1\t3\r\nmove\t1\r\nstill\t4\t3\r\n:)\t4\r\n';

describe('a quanteda dictionary in YAML', () => {
  it('is read with its nested keys; every scalar is a word', async () => {
    const dictionary = await readQuanteda(QUANTEDA, 'f');
    expect(shown(dictionary)).toEqual([
      'vessels: Boat, row*, no',
      'places > built: quay, dry dock, harbour*',
      'places: coast, 1066',
      'places > natural: bay',
      ' > inner: cove',
    ]);
    expect(dictionary.entries.map(({ line }) => line).slice(0, 4)).toEqual([3, 4, 5, 8]);
  });

  it.each([
    ['a word at the top', 'boat\n', 'f:1:1: expected a category'],
    ['a list at the top', '- boat\n', 'f:1:3: expected a category'],
    ['broken YAML', 'a: [b\n', 'f:2:1: not valid YAML'],
  ])('%s is refused where it stands', async (_, text, message) => {
    await expect(readQuanteda(text, 'f')).rejects.toThrow(message);
  });
});

describe('a LIWC dictionary', () => {
  it('of 2007 is read with its categories by number', () => {
    expect(shown(readLiwc(LIWC_2007, 'f'))).toEqual(['vessel: boat, sail*, fair', 'weather: fair, fog bank']);
  });

  it('of 2015 is read with inner categories; a word of an inner one is not also of the outer', () => {
    expect(shown(readLiwc(LIWC_2015, 'f'))).toEqual([
      'motion (Motion words) > fast: dart',
      'motion (Motion words) > slow: creep*, still',
      'motion (Motion words): move',
      'state: still, :)',
    ]);
  });

  it('with spaces for tabs is read too', () => {
    expect(shown(readLiwc('%\n1 vessel\n%\nrow boat 1\n', 'f'))).toEqual(['vessel: row boat']);
  });

  it('tells what depends on other words, what is of no category, and what of one that is not listed', () => {
    expect(told(readLiwc(`${LIWC_2007}kind\t(1 2)02/1\nlike <of>\t1\nreef\nshoal\t9\n`, 'f'))).toEqual([
      'f:9: “kind\t(1 2)02/1” depends on other words, which is not supported here: omitted',
      'f:10: “like <of>\t1” depends on other words, which is not supported here: omitted',
      'f:11: “reef” is in no category: omitted',
      'f:12: “shoal” is in category 9, which the head does not list: omitted',
    ]);
  });

  it.each([
    ['boat\t1\n', /no list of categories/],
    ['%\nvessel\n%\nboat\t1\n', /“vessel” is not a category/],
  ])('%j is refused', (text, message) => {
    expect(() => readLiwc(text, 'f')).toThrow(message);
  });
});

describe('a table of words', () => {
  it.each<[string, string, ',' | '\t', string[]]>([
    [
      'categories, with names',
      'word,category\nboat,vessel\n"bay, wide",place\n',
      ',',
      ['vessel: boat', 'place: bay, wide'],
    ],
    [
      'categories, without',
      'boat,vessel\nquay,place\ntug,vessel\n',
      ',',
      ['vessel: boat, tug', 'place: quay'],
    ],
    [
      'words, categories and flags, as the NRC lexicons have them',
      'gale\tfear\t1\ngale\tjoy\t0\nhaven\tjoy\t1\n',
      '\t',
      ['fear: gale', 'joy: haven'],
    ],
    ['one column, with a name', 'word\nboat\nquay\n', ',', ['words: boat, quay']],
    ['one column, without', 'boat\n"bay, wide"\n', ',', ['words: boat, bay, wide']],
    ['values, with names', 'term\tscore\ngrim\t-3\nfine\t+1.5\n', '\t', [': grim -3, fine 1.5']],
    ['values, without', 'grim\t-3\nfine\t2\n', '\t', [': grim -3, fine 2']],
    ['the columns turned round', 'category,word\nvessel,boat\n', ',', ['vessel: boat']],
    [
      'a .dicx of LIWC-22',
      'DicTerm,vessel,place\nboat,X,\nquay,,X\nport*,1,1\n',
      ',',
      ['vessel: boat, port*', 'place: quay, port*'],
    ],
  ])('%s', async (_, text, delimiter, expected) => {
    const dictionary = await readTable(text, 'f', delimiter);
    expect(shown(dictionary)).toEqual(expected);
    expect(told(dictionary)).toEqual([]);
  });

  it('tells columns and cells that are not carried over', async () => {
    const table = 'word,pos,value\nboat,n,1\n,n,2\nquay,n,high\n';
    expect(told(await readTable(table, 'f', ','))).toEqual([
      'f:1: the column “pos” was dropped',
      'f:3: a row without a word: omitted',
      'f:4: the value of “quay” is “high”, not a number: omitted',
    ]);
  });

  it.each([
    ['', /the table is empty/],
    ['a,b,c\nd,e,f\n', /expected two columns, found 3/],
    ['a,"b\n', /not a valid table/],
  ])('%j is refused', async (text, message) => {
    await expect(readTable(text, 'f', ',')).rejects.toThrow(message);
  });
});

describe('columns that may be categories', () => {
  it('of unlike length are lists, and it says so', async () => {
    const dictionary = await readTable('fair,foul\nquay,gale\nbay,squall\nhaven,\n', 'f', ',');
    expect(shown(dictionary)).toEqual(['fair: quay, bay, haven', 'foul: gale, squall']);
    expect(told(dictionary)).toEqual(['f:1: each column was read as a list of words: fair, foul']);
  });

  it('are refused where they may as well be words with their categories, and read if that is said', async () => {
    const table = 'fair,foul\nquay,gale\nbay,squall\n';
    await expect(readTable(table, 'f', ',')).rejects.toThrow(/may be a word and its category/);
    expect(shown(await readColumns(table, 'f', ','))).toEqual(['fair: quay, bay', 'foul: gale, squall']);
  });

  it('three without names are refused', async () => {
    await expect(readTable('a,b,c\nd,e,f\n', 'f', ',')).rejects.toThrow('expected two columns, found 3');
  });
});

describe('other tools’ dictionaries in lines and in XML', () => {
  const WORDSTAT =
    'MOOD\n\tPOSEMO\n\t\tHAVEN* (1)\n\t\tFAIR_WIND (1)\n\tNEGEMO\n\t\tgale (2)\n\t\t@RULE [A NEAR B] (1)\nSEA\n\tbay (1)\n';

  it('WordStat: categories by their indentation, words by their weight', () => {
    const dictionary = readWordStat(WORDSTAT, 'f');
    expect(shown(dictionary)).toEqual([
      'MOOD > POSEMO: HAVEN*, FAIR_WIND',
      'MOOD > NEGEMO: gale',
      'SEA: bay',
    ]);
    expect(told(dictionary)).toEqual([
      'f:6: the weight 2 of “gale” was dropped',
      'f:7: “@RULE [A NEAR B]” is a rule about other words, which is not supported here: omitted',
    ]);
    expect(() => readWordStat('bay (1)\n', 'f')).toThrow('“bay” is in no category');
  });

  it('Lexicoder: a plus sign before a category', () => {
    expect(shown(readLexicoder('+FOUL\ngale*\nall at sea\n\n+FAIR\nhaven\n', 'f'))).toEqual([
      'FOUL: gale*, all at sea',
      'FAIR: haven',
    ]);
    expect(() => readLexicoder('gale\n', 'f')).toThrow('“gale” is in no category');
  });

  it('a list: a word a line, comments after a semicolon', () => {
    expect(shown(readList(';;; Words\n;\n\nhaven\nfair wind\n', 'fair'))).toEqual(['fair: haven, fair wind']);
  });

  it('Yoshikoder: nodes in nodes, with scores; regular expressions are refused', () => {
    const file = (engine: string) =>
      `<?xml version="1.0"?>\n<dictionary style="050805" patternengine="${engine}">\n<cnode name="All">\n<cnode name="fair"><pnode name="haven*"/>\n<!-- <pnode name="gone"/> -->\n<cnode name='port &amp; quay'><pnode name="bay" score="1.5"></pnode></cnode></cnode></cnode></dictionary>`;
    const dictionary = readYoshikoder(file('substring'), 'f');
    expect(shown(dictionary)).toEqual(['fair: haven*', 'fair > port & quay: bay 1.5']);
    expect(dictionary.entries.map(({ line }) => line)).toEqual([4, 6]);
    expect(() => readYoshikoder(file('regexp'), 'f')).toThrow(/patterns of the kind "regexp"/);
    expect(() => readYoshikoder('<x/>', 'f')).toThrow('there is no <dictionary> here');
  });

  it.each([
    ['a LIWC dictionary', '%\n1\tfair\n%\nhaven\t1\n', ['fair: haven']],
    ['a Lexicoder dictionary', '+fair\nhaven\n', ['fair: haven']],
    [
      'a WordStat dictionary',
      WORDSTAT,
      ['MOOD > POSEMO: HAVEN*, FAIR_WIND', 'MOOD > NEGEMO: gale', 'SEA: bay'],
    ],
    ['a table', '; values\nhaven\t2\ngale\t-2\n'.slice(9), [': haven 2, gale -2']],
    ['a list', '; words\nhaven\ngale\n', ['mine: haven, gale']],
  ])('a text file may hold %s', async (_, text, expected) => {
    expect(shown(await readDictionary(text, 'mine.txt', 'mine', undefined))).toEqual(expected);
  });
});

describe('a glob pattern', () => {
  it('fits what a regular expression made of it fits', () => {
    const letters = (...more: string[]) => fc.array(fc.constantFrom('a', 'b', ...more), { maxLength: 8 });
    let fits = 0;
    fc.assert(
      fc.property(letters('*', '?'), letters(), (pattern, word) => {
        const expected = new RegExp(`^${pattern.join('').replaceAll('*', '.*').replaceAll('?', '.')}$`).test(
          word.join(''),
        );
        if (expected) fits++;
        expect(fitsPattern(pattern.join(''), word.join(''))).toBe(expected);
      }),
      { numRuns: 3000 },
    );
    expect(fits).toBeGreaterThan(100);
  });

  it('ends, however many stars there are', () => {
    // To try every way in which these stars could share out the letters would take for ever.
    expect(fitsPattern(`${'*a'.repeat(200)}*b`, 'a'.repeat(20_000))).toBe(false);
  });
});

describe('import', () => {
  const imported = async (dictionary: Dictionary, options: Partial<ImportOptions> = {}) => {
    const { yaml, notes } = importDictionary(dictionary, { ...OPTIONS, ...options });
    const faults = (await checkLexicons([{ path: 'mine.yaml', text: yaml }])).map(String);
    return { yaml, notes: told({ notes }), faults };
  };

  it('of polarity with a source is a sound lexicon', async () => {
    const table = await readTable('word,value\ngrim,-3\ndire,-3\nfine,2\n', 'f', ',');
    const { yaml, notes, faults } = await imported(table, { kind: 'polarity', source: 'A. Author (2001)' });
    expect(faults).toEqual([]);
    expect(notes).toEqual([]);
    const { data } = await parseLexicon({ path: 'mine.yaml', text: yaml });
    expect(data).toMatchObject({
      words: [
        { id: 'valence-minus-3', valence: -3, forms: ['grim', 'dire'], source: { text: 'A. Author (2001)' } },
        { id: 'valence-2', valence: 2, forms: ['fine'] },
      ],
    });
  });

  it('without a source can be used, and says so in the file; a label cannot', async () => {
    const table = await readTable('grim,-3\n', 'f', ',');
    const { yaml, faults } = await imported(table, { kind: 'polarity' });
    expect(yaml).toContain('source: "TO COMPLETE: author, title and year of f"');
    expect(faults).toEqual([]);
    const label = await imported(readLiwc(LIWC_2007, 'f'));
    expect(label.yaml).toMatch(/^ +# TO COMPLETE source: a citation that a reader can check/m);
    expect(label.faults.join('\n')).toMatch(/label vessel: "source" is missing/);
  });

  it('as loaded words is sound at once, with examples that hold', async () => {
    const { yaml, faults } = await imported(readLiwc(LIWC_2007, 'f'), { kind: 'loaded' });
    expect(yaml).toMatch(/- boat\n +- sail\*\n/);
    expect(faults).toEqual([]);
  });

  it('keeps a wildcard at the end of a word for kinds that have them, and no regular expression', async () => {
    const { yaml, notes } = await imported(
      {
        entries: ['sail*', 'harbour row*', '*row', 'r*w', 'sails?', 'sail.*', 'a|b', 'x*'].map((word, i) => ({
          keys: ['good'],
          word,
          value: 1,
          line: i + 1,
        })),
        notes: [],
      },
      { kind: 'polarity' },
    );
    expect(yaml).toMatch(/- sail\*\n +- harbour row\*\n +- row\n/);
    expect(notes.filter(note => /regular expression/.test(note))).toEqual([
      'f:6: “sail.*” is a regular expression, which is not read here: kept as a comment. List the forms you mean',
      'f:7: “a|b” is a regular expression, which is not read here: kept as a comment. List the forms you mean',
    ]);
  });

  it('gives categories that are called positive or negative their valence, says so, and omits the rest', async () => {
    const entry = (category: string, word: string, line: number) => ({ keys: [category], word, line });
    const { yaml, notes, faults } = await imported(
      {
        entries: [
          entry('Negative', 'gale*', 1),
          entry('neg_negative', 'no gale*', 2),
          entry('NEG_POSITIVE', 'no haven', 3),
          entry('posemo', 'haven', 4),
          entry('negotiation', 'parley', 5),
          entry('anger', 'gale', 6),
        ],
        notes: [],
      },
      { kind: 'polarity' },
    );
    const valences = [...yaml.matchAll(/id: (\S+)\n +valence: (\S+)/g)].map(
      ([, id, value]) => `${id} ${value}`,
    );
    expect(valences).toEqual(['negative -2', 'neg-negative 2', 'neg-positive -2', 'posemo 2']);
    expect(notes.filter(note => /has no valence/.test(note))).toHaveLength(2);
    expect(notes.filter(note => /was given the valence/.test(note))).toHaveLength(4);
    expect(faults).toEqual([]);
  });

  it('reads words that are all in capitals in small letters, and tells of other capitals', async () => {
    const words = (...all: string[]): Dictionary => ({
      entries: all.map((word, i) => ({ keys: ['good'], word, value: 1, line: i + 1 })),
      notes: [],
    });
    const shouted = await imported(words('QUAY', 'SAIL*', 'BAY'), { kind: 'polarity' });
    expect(shouted.yaml).toContain('forms: [quay, sail*, bay]');
    expect(shouted.notes).toEqual([expect.stringMatching(/all words are in capitals/)]);
    const named = await imported(words('Quay', 'sail', 'BAY'), { kind: 'polarity' });
    expect(named.notes).toEqual([
      'f: capitals are required here, where other tools accept either case: Quay, BAY',
    ]);
  });

  it('replaces no entry of the package by accident', async () => {
    const table = await readTable('gale,threat\nsquall,threat\n', 'f', ',');
    const { yaml } = await imported(table, { kind: 'polarity', taken: ['threat'] });
    expect(yaml).toContain('- id: threat-2');
  });

  it('as terminology takes inner categories for labels and outer ones for concepts; what is missing says so each', async () => {
    const { yaml, faults } = await imported(await readQuanteda(QUANTEDA, 'f'), {
      source: 'A. Author (2001)',
    });
    expect(yaml).toMatch(
      /- id: places\n {4}labels:\n {6}- id: built\n[\s\S]*- id: places\n[\s\S]*- id: natural/,
    );
    expect(yaml).toMatch(/^# TO COMPLETE parties: /m);
    expect(faults.join('\n')).toMatch(/"parties" is missing/);
    expect(faults.join('\n')).toMatch(/concept vessels: "gloss" is missing/);
    expect(faults.join('\n')).toMatch(/concept vessels: "examples" is missing/);
  });

  it('takes categories of one level for the labels of one concept', async () => {
    const { yaml } = await imported(readLiwc(LIWC_2007, 'f'));
    expect(yaml).toMatch(
      /concepts:\n {2}- id: mine\n {4}labels:\n {6}- id: vessel\n[\s\S]* {6}- id: weather\n/,
    );
  });

  it('puts the words of a list for a wildcard and says which; what none fits stays a comment', async () => {
    const { yaml, notes } = await imported({
      entries: [
        { keys: ['a'], word: 'Sail*', line: 1 },
        { keys: ['a'], word: 'harbour? row*', line: 2 },
        { keys: ['a'], word: 'zzz*', line: 3 },
        { keys: ['a'], word: 'the * of', line: 4 },
      ],
      notes: [],
    });
    expect(notes).toEqual([
      'f:1: “Sail*” was replaced by the words of a list that it matches: sail, sailed, sailing',
      'f:2: “harbour? row*” was replaced by the words of a list that it matches: harbours row, harbours rowing',
      'f:3: “zzz*” has a wildcard and matches no word of a list: kept as a comment. List the forms you mean',
      'f:4: “the * of” has a wildcard and stands for a whole word: kept as a comment. List the forms you mean',
    ]);
    expect(yaml).toMatch(
      /- sailing\n {10}- harbours row\n {10}- harbours rowing\n {10}# zzz\*\n {10}# the \* of\n/,
    );
    for (const note of notes) expect(yaml).toContain(note.replace(/^f:(\d+): /, '# line $1: '));
  });

  it('does not take a wildcard for more words than anybody could read', async () => {
    const words = knownWords();
    expect(words.length).toBeGreaterThan(50_000);
    const { notes } = await imported(
      {
        entries: [
          { keys: ['a'], word: 's*', line: 1 },
          { keys: ['a'], word: 'occup*', line: 2 },
        ],
        notes: [],
      },
      { vocabulary: { name: 'the list', words } },
    );
    expect(notes[0]).toMatch(/“s\*” has a wildcard and matches more than 100 words of the list: kept/);
    expect(notes[1]).toMatch(/occupied, occupier, occupies, occupy, occupying/);
  });

  it('keeps a form once, and tells of every other', async () => {
    const { yaml, notes } = await imported({
      entries: [
        { keys: ['a'], word: 'dry-dock', line: 1 },
        { keys: ['a'], word: 'dry dock', line: 2 },
        { keys: ['b'], word: 'dry dock', line: 3 },
        { keys: ['b'], word: 'tall_ship', line: 4 },
      ],
      notes: [],
    });
    expect(notes).toEqual([
      'f:2: “dry dock” is the same as “dry-dock” (line 1): omitted',
      'f:3: “dry dock” is already listed under a (line 1): a form may mean one thing only',
      'f:4: “tall_ship” was read as “tall ship”',
    ]);
    expect(yaml).toContain('# dry dock (listed under a)');
  });

  it('fits values to the scale of polarity, and tells where it does', async () => {
    const table = await readTable('word,value\nfine,2.4\nvast,9\nflat,-0.2\n', 'f', ',');
    const { yaml, notes, faults } = await imported(table, { kind: 'polarity', source: 'A. Author (2001)' });
    expect(notes).toEqual([
      'f:2: the value 2.4 of “fine” was rounded to 2',
      'f:3: the value 9 of “vast” is outside the scale of AFINN, -5 to 5: kept as a comment',
      'f:4: the value -0.2 of “flat” was rounded to 0',
    ]);
    expect(yaml).toContain('# Nothing is left of mine: vast (value 9)');
    expect(faults).toEqual([]);
  });

  it('takes valences of categories from the command line', async () => {
    const { yaml, faults } = await imported(
      readLiwc('%\n1\tnegative\n\t2\tanger\n%\ncross\t1\t2\nsad\t1\n', 'f'),
      {
        kind: 'polarity',
        source: 'A. Author (2001)',
        valences: new Map([['negative', -2]]),
      },
    );
    expect(faults).toEqual([]);
    expect(yaml).toMatch(/id: negative-anger\n {4}valence: -2\n[\s\S]*id: negative\n {4}valence: -2\n/);
  });

  it('says of values that a kind has none', async () => {
    const { notes } = await imported(await readTable('word,category,value\nboat,a,3\n', 'f', ','));
    expect(notes).toEqual(['f:2: the value 3 of “boat” was dropped: this kind has no values']);
  });

  it.each(['parties', 'events', 'variants', 'toString'])(
    'is refused for %s, which holds more than lists of words',
    kind => {
      expect(() => importDictionary(readLiwc(LIWC_2007, 'f'), { ...OPTIONS, kind })).toThrow(
        `a dictionary cannot be imported as "${kind}"`,
      );
    },
  );

  it('is refused where no word is left', () => {
    expect(() =>
      importDictionary({ entries: [{ keys: ['a'], word: 'zzz*', line: 1 }], notes: [] }, OPTIONS),
    ).toThrow('there are no words that could be imported');
  });
});

const LEXICON = `kind: terminology
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
        forms: [occupied, Northern-occupied, "no"]
      - id: freed
        contested: true
        source: A. Author, A Book (2001)
        forms: [liberated, "f*ck"]
    except: [occupied with]
    examples:
      - The [occupied|held] hills.
      - They were occupied with talks.
`;

describe('export', () => {
  const exported = async (format: ExportFormat, text = LEXICON) =>
    exportLexicon(await parseLexicon({ path: 'demo.yaml', text }), format);
  const LOSSES = [
    'f:4:10: demo: dropped parties north; south',
    'f:7:12: status: dropped gloss “What the hills are called”',
    'f:17:13: status: dropped except occupied with',
    'f:19:7: status: dropped 2 examples',
    'f:11:17: held: dropped source “A. Author, A Book (2001)”',
    'f:10:18: held: dropped favours “south”',
    'f:12:27: “Northern-occupied” requires its capitals here, but not there',
    'f:15:17: freed: dropped source “A. Author, A Book (2001)”',
    'f:14:20: freed: dropped contested “true”',
  ];

  it('to quanteda is a dictionary that quanteda documents, with what is lost as comments', async () => {
    const { text, notes } = await exported('quanteda');
    expect(shown(await readQuanteda(text, 'f'))).toEqual([
      'status > held: occupied, Northern-occupied, no',
      'status > freed: liberated',
    ]);
    // YAML 1.1, which R reads, takes a bare no for a truth value.
    expect(text).toContain('"no"');
    expect(told({ notes })).toEqual(expect.arrayContaining(LOSSES));
    expect(told({ notes })).toContain(
      'f:16:28: “f*ck” contains what would be a wildcard there: kept as a comment',
    );
    expect(text).toContain('# f*ck');
    for (const loss of LOSSES) expect(text).toContain(`# ${loss.replace(/^f:\d+:\d+: /, '')}`);
  });

  it('to LIWC is a .dic that LIWC documents', async () => {
    const { text, notes } = await exported('liwc');
    expect(text).toBe(
      '%\n1\tstatus\n\t2\theld\n\t3\tfreed\n%\noccupied\t1\t2\nNorthern-occupied\t1\t2\nno\t1\t2\nliberated\t1\t3\n',
    );
    expect(told({ notes })).toEqual(expect.arrayContaining(LOSSES));
    expect(told({ notes })).toContain('f:16:28: “f*ck” contains what would be a wildcard there: omitted');
  });

  it('of polarity puts the sign above the groups', async () => {
    const { text } = await exported(
      'quanteda',
      'kind: polarity\nid: p\ntitle: P\nwords:\n  - {id: a, valence: -2, source: S 2001, forms: [grim]}\n  - {id: b, valence: 1, source: S 2001, forms: [fine]}\n',
    );
    expect(shown(await readQuanteda(text, 'f'))).toEqual(['negative > a: grim', 'positive > b: fine']);
    expect(text).toContain('# a: dropped valence “-2”');
  });

  /** Everything under an id that has forms, as `id: forms`. */
  const groupsOf = (node: unknown): string[] => {
    if (typeof node !== 'object' || node === null) return [];
    const { id, forms } = node as { id?: string; forms?: string[] };
    const own = id === undefined || forms === undefined ? [] : [`${id}: ${forms.join(', ')}`];
    return [...own, ...Object.values(node).flatMap(groupsOf)];
  };
  const shipped = builtInLexicons().filter(({ path }) =>
    /\/(?:terminology|polarity|cues|roles|parties|events)\//.test(path),
  );

  it.each(shipped.map(source => [source.path, source] as const))(
    '%s comes back with the same words in the same groups',
    async (_, source) => {
      const parsed = await parseLexicon(source);
      for (const format of EXPORT_FORMATS) {
        const { text } = await exportLexicon(parsed, format);
        const back = format === 'liwc' ? readLiwc(text, 'f') : await readQuanteda(text, 'f');
        expect(back.notes).toEqual([]);
        const forms = [...entriesOf(parsed.data)].flatMap(({ form, value }) =>
          value === undefined ? [] : [form],
        );
        expect(back.entries.map(({ word }) => word).toSorted()).toEqual(forms.toSorted());
        // A roles lexicon may have nothing but given names, which are no groups.
        if (forms.length === 0 || !['terminology', 'polarity', 'cues', 'roles'].includes(parsed.data.kind))
          continue;
        const { yaml, notes } = importDictionary(back, {
          ...OPTIONS,
          kind: parsed.data.kind,
          id: parsed.data.id,
          source: 'A. Author (2001)',
        });
        // The other tools read them in either case.
        expect(
          told({ notes }).filter(note => !/capitals are required|was given the valence/.test(note)),
        ).toEqual([]);
        const { facts: _facts, ...rest } = parsed.data as { facts?: unknown };
        const again = groupsOf(parse(yaml)).map(group =>
          group.replace(/^(?:negative|positive|neutral)-/, ''),
        );
        expect(again.toSorted()).toEqual(groupsOf(rest).toSorted());
      }
    },
  );
});
