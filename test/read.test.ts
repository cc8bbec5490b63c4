import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputErrors } from '../src/errors.js';
import type { Article } from '../src/model/article.js';
import { readArticles } from '../src/read/index.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parallax-read-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (files: Readonly<Record<string, string | Uint8Array>>): void => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
};

/** What is read of files that are written first, and the faults as a user sees them, by the files' names. */
async function read(
  files: Readonly<Record<string, string | Uint8Array>>,
  paths: readonly string[] = Object.keys(files),
): Promise<{ articles: Article[]; faults: string[] }> {
  write(files);
  return collect(readArticles(paths.map(path => join(folder, path))));
}

const readStandardInput = (content: string) => collect(readArticles(['-'], async () => Buffer.from(content)));

async function collect(reading: AsyncIterable<Article>): Promise<{ articles: Article[]; faults: string[] }> {
  const articles: Article[] = [];
  const faults: string[] = [];
  try {
    for await (const article of reading) articles.push(article);
  } catch (error) {
    if (!(error instanceof InputErrors)) throw error;
    faults.push(...error.faults.map(fault => String(fault).replaceAll(`${folder}/`, '')));
  }
  return { articles, faults };
}

/** The one article that is read, and no fault. */
async function readOne(name: string, content: string | Uint8Array): Promise<Article> {
  const { articles, faults } = await read({ [name]: content });
  expect(faults).toEqual([]);
  expect(articles).toHaveLength(1);
  return articles[0] as Article;
}

const PILOT = '---\noutlet: The Pilot\n---\n';

describe('what is read', () => {
  it.each(['story.md', 'story.markdown', 'story.txt', 'story.TXT'])(
    '%s: front matter, then the text',
    async name => {
      const fields =
        'outlet: The Pilot\ntitle: "Talks: day one"\ndate: 2020-10-09\nstory: talks\nagency: CPP\nurl: https://example.org/a\nlanguage: en-GB\ngenre: news\n';
      expect(await readOne(name, `---\n${fields}---\n\nShells fell.\n`)).toEqual({
        id: 'story',
        outlet: 'The Pilot',
        title: 'Talks: day one',
        date: '2020-10-09',
        story: 'talks',
        agency: 'CPP',
        url: 'https://example.org/a',
        language: 'en-gb',
        genre: 'news',
        path: name,
        text: '\nShells fell.\n',
        firstLine: 11,
        extra: {},
      });
    },
  );

  it('JSONL: an article a line, empty lines aside', async () => {
    const rows = [
      { outlet: 'A', text: 'Shells fell.', id: 'one' },
      { outlet: 'B', text: 'Talks failed.', n: 7, tags: ['x'] },
    ];
    const { articles } = await read({
      'all.jsonl': `\uFEFF${JSON.stringify(rows[0])}\n\n${JSON.stringify(rows[1])}\n`,
    });
    expect(
      articles.map(({ id, path, text, firstLine, extra }) => ({ id, path, text, firstLine, extra })),
    ).toEqual([
      { id: 'one', path: 'all.jsonl#1', text: 'Shells fell.', firstLine: 1, extra: {} },
      {
        id: 'all-3',
        path: 'all.jsonl#3',
        text: 'Talks failed.',
        firstLine: 1,
        extra: { n: '7', tags: '["x"]' },
      },
    ]);
  });

  it.each([
    ['line feeds', '\n'],
    ['carriage returns and line feeds', '\r\n'],
  ])(
    'CSV with %s: a byte-order mark, quoted line ends and empty lines; unknown columns are kept',
    async (_, end) => {
      const rows = [
        '\uFEFFoutlet,text,Clicks',
        'A,"He said ""no"",',
        '',
        'and left.",007',
        '',
        'B,Talks failed.,',
      ];
      const { articles, faults } = await read({ 'all.csv': rows.join(end) });
      expect(faults).toEqual([]);
      expect(articles.map(({ path, outlet, text, extra }) => ({ path, outlet, text, extra }))).toEqual([
        { path: 'all.csv#2', outlet: 'A', text: 'He said "no",\n\nand left.', extra: { Clicks: '007' } },
        { path: 'all.csv#6', outlet: 'B', text: 'Talks failed.', extra: { Clicks: '' } },
      ]);
    },
  );

  it.each([
    ['outlet', ['source', 'Publisher', 'SOURCE NAME', 'media-name', 'newspaper']],
    ['title', ['headline', 'Headline']],
    ['date', ['date_publish', 'published', 'Publish Date', 'published_at']],
    ['text', ['content', 'body', 'maintext', 'Article Text']],
    ['story', ['event', 'topic']],
  ])('%s also goes by the names %j', async (field, synonyms) => {
    for (const [i, synonym] of synonyms.entries()) {
      const record: Record<string, string> = { outlet: 'P', text: 'Shells fell.', other: 'kept' };
      delete record[field];
      const { articles } = await read({
        [`${i}.jsonl`]: JSON.stringify({ ...record, [synonym]: 'as given' }),
      });
      expect(articles[0]).toMatchObject({ [field]: 'as given', extra: { other: 'kept' } });
      expect(Object.keys(articles[0]?.extra ?? {})).toEqual(['other']);
    }
  });

  it.each([
    ['date: 2020-10-09', 'date', '2020-10-09'],
    ['date: 9 October 2020', 'date', '9 October 2020'],
    ['date: 2020-10-09T08:00:00+04:00', 'date', '2020-10-09T08:00:00+04:00'],
    ['outlet: 0123', 'outlet', '0123'],
    ['story: 1e3', 'story', '1e3'],
    ['agency: no', 'agency', 'no'],
    ['title: "\\u201cYes\\u201d"', 'title', '“Yes”'],
    ['title: |\n  Two\n  lines', 'title', 'Two\nlines'],
  ])('values stay as they are written: %s', async (line, field, value) => {
    const outlet = field === 'outlet' ? '' : 'outlet: P\n';
    expect(await readOne('a.md', `---\n${outlet}${line}\n---\nShells fell.`)).toMatchObject({
      [field]: value,
    });
  });

  it('the text is verbatim but for a byte-order mark and line ends', async () => {
    const text = '  Shells\u00A0fell.  \n\n---\nAnd **then**\t“more”.\u2028 \n';
    const { text: read, firstLine } = await readOne(
      'a.md',
      `\uFEFF${(PILOT + text).replaceAll('\n', '\r\n')}`,
    );
    expect(read).toBe(text);
    expect(firstLine).toBe(4);
  });

  it.each([
    ['Windows-1252', Buffer.from(`${PILOT}\x93Fini\x94, said Ren\xe9e \x96 twice.`, 'latin1')],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${PILOT}“Fini”, said Renée – twice.`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${PILOT}“Fini”, said Renée – twice.`, 'utf16le').swap16()],
    ['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${PILOT}“Fini”, said Renée – twice.`)],
  ])('bytes in %s', async (_, bytes) => {
    expect((await readOne('a.txt', bytes)).text).toBe('“Fini”, said Renée – twice.');
  });

  it('a folder: its files of known kinds in the order of their names, but no read-me and nothing hidden', async () => {
    const { articles, faults } = await read(
      {
        'in/b.md': `${PILOT}Text.`,
        'in/a/z.txt': `${PILOT}Text.`,
        'in/c.jsonl': '{"outlet":"C","text":"Text."}',
        'in/README.md': 'How to read this folder.',
        'in/readme.txt': 'How to read this folder.',
        'in/.hidden.md': 'Not an article.',
        'in/.git/x.md': 'Not an article.',
        'in/node_modules/x/x.md': 'Not an article.',
        'in/notes.pdf': 'Not an article.',
      },
      ['in'],
    );
    expect(faults).toEqual([]);
    expect(articles.map(({ id, path }) => [id, path])).toEqual([
      ['z', 'in/a/z.txt'],
      ['b', 'in/b.md'],
      ['c-1', 'in/c.jsonl#1'],
    ]);
  });

  it.each([
    ['Markdown', `${PILOT}Shells fell.`, 'stdin', 'stdin'],
    ['JSONL', '{"outlet":"The Pilot","text":"Shells fell."}\n', 'stdin-1', 'stdin#1'],
    ['CSV', 'outlet,text\nThe Pilot,Shells fell.\n', 'stdin-2', 'stdin#2'],
    [
      'CSV by other names',
      '"title","publisher","body"\n"T","The Pilot","Shells fell."\n',
      'stdin-2',
      'stdin#2',
    ],
  ])('standard input: %s', async (_, content, id, path) => {
    const { articles, faults } = await readStandardInput(content);
    expect(faults).toEqual([]);
    expect(articles).toMatchObject([{ id, path, outlet: 'The Pilot', text: 'Shells fell.' }]);
  });
});

describe('faults of the input: path, line, column, and a hint', () => {
  const german = 'Die Minister beider Länder trafen sich am Freitag und sprachen lange über Frieden. '.repeat(
    8,
  );
  const bomb = `---
outlet: P
a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
d: [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
---
Shells fell.`;

  it.each<[string, string, string | Uint8Array, ...RegExp[]]>([
    [
      'no outlet',
      'a.md',
      'Shells fell.',
      /^a\.md:1:1: no outlet is given\n {2}.*"outlet" \(or source, publisher/,
    ],
    ['an empty outlet', 'a.md', '---\noutlet: " "\n---\nShells fell.', /^a\.md:1:1: no outlet is given\n/],
    ['no text', 'a.md', PILOT, /^a\.md:1:1: the article has no text\n {2}The text begins/],
    ['an empty file', 'a.md', ' \n', /^a\.md:1: the file is empty$/],
    [
      'front matter that is not closed',
      'a.md',
      '---\noutlet: P\n\nShells fell.',
      /^a\.md:1:1: the front matter is not closed\n/,
    ],
    [
      'a colon in front matter',
      'a.md',
      '---\noutlet: P\ntitle: Talks: day one\n---\nT',
      /^a\.md:3:8: the front matter is not valid YAML: .*\n {2}Put a value that contains a colon/,
    ],
    [
      'a field given twice',
      'a.md',
      '---\noutlet: P\noutlet: Q\n---\nT',
      /^a\.md:3:1: the front matter is not valid YAML: Map keys must be unique\n/,
    ],
    [
      'front matter without fields',
      'a.md',
      '---\n- P\n---\nT',
      /^a\.md:2:1: the front matter has no fields\n/,
    ],
    [
      'an alias bomb',
      'a.md',
      bomb,
      /^a\.md:5:1: Excessive alias count.*\n {2}Write out what the aliases stand for\./,
    ],
    [
      'a language other than English',
      'a.md',
      '---\noutlet: P\nlanguage: de\n---\nText.',
      /^a\.md:3:1: the article is in "de"\n {2}Parallax reads English only/,
    ],
    [
      'a language by another name',
      'a.md',
      '---\noutlet: P\nlang: fr\n---\nText.',
      /^a\.md:3:1: the article is in "fr"\n/,
    ],
    ['a text in German', 'a.md', PILOT + german, /^a\.md:1:1: the text does not seem to be English\n/],
    [
      'bytes that are no text',
      'a.md',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]),
      /^a\.md: this is not a text file\n {2}Expected Markdown/,
    ],
    [
      'a row that is no JSON',
      'a.jsonl',
      '{"outlet":"P","text":"T"}\n{outlet: "P"}',
      /^a\.jsonl:2:2: not valid JSON: .*\n {2}Expected an object on each line/,
    ],
    ['a row that breaks off', 'a.jsonl', '{"outlet":', /^a\.jsonl:1:11: not valid JSON: /],
    ['a row that is no object', 'a.jsonl', '[1]', /^a\.jsonl:1:1: expected an object with the fields/],
    [
      'rows without fields',
      'a.jsonl',
      '{"outlet":"P"}\n\n{"text":"T"}',
      /^a\.jsonl:1:1: the article has no text\n {2}Give it in a field "text" \(or content/,
      /^a\.jsonl:3:1: no outlet/,
    ],
    [
      'a quotation mark that is not closed',
      'a.csv',
      'outlet,text\nA,T\nB,"T\n',
      /^a\.csv:\d: not valid CSV: Quote Not Closed.*\n {2}Expected a row of column names/,
    ],
    ['a column too many', 'a.csv', 'outlet,text\nA,T\nB,T,U\n', /^a\.csv:3: not valid CSV: .*\n/],
    [
      'a record without text, after one of several lines',
      'a.csv',
      'outlet,text\r\nA,"T\r\n\r\nT"\r\n\r\nB,\r\n',
      /^a\.csv:6:1: the article has no text\n/,
    ],
    [
      'a table without records',
      'a.csv',
      'outlet,text\n',
      /^.*a\.csv: there are no articles here\n {2}Expected files that end in \.md/,
    ],
  ])('%s', async (_, name, content, ...expected) => {
    const { faults } = await read({ [name]: content });
    expect(faults).toHaveLength(expected.length);
    for (const [i, pattern] of expected.entries()) expect(faults[i]).toMatch(pattern);
  });

  it('a path that leads nowhere', async () => {
    expect((await read({}, ['gone.md'])).faults).toEqual(['gone.md: there is no such file or folder']);
  });

  it('a folder without articles', async () => {
    const { faults } = await read({ 'in/README.md': 'x', 'in/a.pdf': 'x' }, ['in']);
    expect(faults).toEqual([
      expect.stringMatching(/in: there are no articles here\n {2}Expected files that end in/),
    ]);
  });

  it('a file that cannot be read', async () => {
    write({ 'in/b.md': `${PILOT}Text.` });
    symlinkSync(join(folder, 'gone.md'), join(folder, 'in', 'a.md'));
    const { articles, faults } = await read({}, ['in']);
    expect(faults).toEqual(['in/a.md: cannot read this: no such file or directory']);
    expect(articles.map(({ id }) => id)).toEqual(['b']);
  });

  it('two articles with one id: names both places', async () => {
    const { faults } = await read({
      'x/a.md': `${PILOT}One.`,
      'y/all.jsonl': '\n{"id":"a","outlet":"B","text":"Two."}',
    });
    expect(faults).toEqual([
      expect.stringMatching(
        /^y\/all\.jsonl:2: the article id "a" is already used at x\/a\.md:1\n {2}Give one of the two/,
      ),
    ]);
  });

  it('empty standard input', async () => {
    expect((await readStandardInput('')).faults).toEqual(['<stdin>:1: the file is empty']);
  });

  it('all are told at once, whatever files they stand in, after the articles that are sound', async () => {
    const { articles, faults } = await read(
      {
        'a.md': 'No outlet.',
        'b.md': '---\noutlet: P',
        'c.jsonl': '{}\n{"outlet":"C","text":"Sound."}\n{',
        'd.md': `${PILOT}Sound.`,
      },
      ['a.md', 'gone.md', 'b.md', 'c.jsonl', 'd.md'],
    );
    expect(articles.map(({ id }) => id)).toEqual(['c-2', 'd']);
    expect(faults.map(fault => fault.replace(/: .*/s, ''))).toEqual([
      'a.md:1:1',
      'gone.md',
      'b.md:1:1',
      'c.jsonl:1:1',
      'c.jsonl:3:2',
    ]);
  });
});
