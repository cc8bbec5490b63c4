import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { parse } from '../src/documents.js';
import { INVISIBLE } from '../src/english/characters.js';
import { type Article, covers, type Span, sliceOf } from '../src/model/article.js';
import type { Doc } from '../src/model/doc.js';
import { tag } from '../src/parse/nlp.js';
import { article, lexicons as packageLexicons } from './helpers.js';

const lexicons = await packageLexicons();
const read = (text: string, fields: Partial<Article> = {}): Doc => parse(article(text, fields), lexicons);
const slices = (doc: Doc, spans: readonly Span[]): string[] => spans.map(span => sliceOf(doc.article, span));

/** Words that tokenisers stumble over, and gaps of every kind that the wild has. */
const WORDS =
  `The minister said he would not never hasn't don’t can't gonna Mr. Rev. U.S. Sept. 27 Ph.D. a.m. No. e.g.
  world's Zorgim’s zorgim Zorgim ZORGIM zorgim-blat anti-Zorg co-operate semi- -official a.b x.y.z 2,500 24/7 AT&T O'Zorg
  “we agree” "never" 'tis (CPP Photo) *star* **bold** _under_ café cafe\u0301 n\u0303 e\u0301\u0302 \u0301 ﬁre ß İstanbul
  😀 👨‍👩‍👧 🇫🇷 #tag @name https://x.org/a?b=1 x@y.org [link](http://a.b) <b> </p> … ... — – $5m 5% ½ „ja“ «oui» co\u00ADop \u200B
  \u2060 . ! ? ?! ; : , " ” “ ’ ‘ ' ( ) & < > / \\ end.Next`.split(/[ \n]+/);
const GAPS = [
  ...[...'   '.repeat(4), '  ', '      ', '', '\t', '\n', '\n\n', '\n\n\n', '\r\n', '\r\n\r\n', '\r', ' — '],
  ...'\u00A0\u000B\u000C\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF',
];
const texts = fc
  .tuple(
    fc.constantFrom('', '\uFEFF', ' \n'),
    fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GAPS)), { maxLength: 80, size: 'max' }),
  )
  .map(([head, parts]) => head + parts.flat().join(''))
  // Typewriter's quotation marks are set anew for the tagger, see below.
  .map(text => text.replace(/'{2,}/g, "'"));
const sampled = fc.sample(texts, { seed: 9, numRuns: 60 });
/** As `tag` is given them: markup and exotic spaces are blanked before. */
const plain = sampled.map(text => text.replace(/[^\S \n]/g, ' '));

describe('places are exact, whatever the text holds', () => {
  it('every token is what stands at its place, in order; sentences cover their tokens and lie in one paragraph', () => {
    fc.assert(
      fc.property(texts, text => {
        const { tokens, sentences, paragraphs, prose } = read(text);
        expect(prose.length).toBe(text.length);
        let done = 0;
        for (let i = 0; i < tokens.length; i++) {
          const span = { start: tokens.start[i] as number, end: tokens.end[i] as number };
          expect(text.slice(span.start, span.end)).toBe(tokens.text[i]);
          // What stands behind an invisible character in a word, or behind a cut at a line's end, moves forward in the prose.
          if (!INVISIBLE.test(text) && !/\p{L}-\s*\n/u.test(text))
            expect(prose.slice(span.start, span.end)).toBe(tokens.text[i]);
          expect(span.start).toBeGreaterThanOrEqual(done);
          done = span.end;
          const sentence = sentences[tokens.sentence[i] as number];
          expect(sentence !== undefined && sentence.first <= i && i < sentence.last).toBe(true);
          expect(covers(sentence?.span as Span, span)).toBe(true);
        }
        for (const { span, paragraph } of sentences)
          expect(covers(paragraphs[paragraph] as Span, span)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('nothing is lost: every letter of plain prose belongs to a token', () => {
    const words = fc.array(
      fc.constantFrom('Shells', 'fell', "world's", 'a.b', '“no”', '😀', 'café', 'U.S.', '.'),
      {
        minLength: 1,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(words, fc.constantFrom(...GAPS.filter(gap => /^[^\S\n]$/.test(gap))), (parts, gap) => {
        const { tokens, furniture } = read(`Then ${parts.join(gap)} came.`);
        expect(furniture).toEqual([]);
        expect(tokens.text.join('')).toBe(`Then${parts.join('')}came.`);
      }),
      { numRuns: 300 },
    );
  });

  it('line and column are those of an editor', () => {
    const doc = read('Ministers meet\n\n😀 Shells fell.', { firstLine: 7 });
    expect(doc.placeOf(doc.article.text.indexOf('Ministers'))).toEqual({ line: 7, column: 1 });
    expect(doc.placeOf(doc.article.text.indexOf('Shells'))).toEqual({ line: 9, column: 4 });
  });
});

describe('the same text reads the same, whatever was read before', () => {
  const reading = ({ tokens, sentences }: Doc) => ({
    tokens: tokens.text,
    pos: tokens.pos,
    negated: tokens.negated,
    sentences: sentences.map(({ span }) => span),
  });
  const some = sampled.slice(0, 40);

  it('in order, in reverse, and alone in a fresh instance', async () => {
    const inOrder = some.map(text => reading(read(text)));
    const reversed = some.toReversed().map(text => reading(read(text)));
    expect(reversed.toReversed()).toEqual(inOrder);
    for (let i = 0; i < some.length; i += 4) {
      vi.resetModules();
      const alone = await import('../src/documents.js');
      expect(alone.parse).not.toBe(parse);
      expect(reading(alone.parse(article(some[i] as string), lexicons))).toEqual(inOrder[i]);
    }
  });

  /** What wink-nlp makes of a text when it has read nothing else; what is not asked for is not loaded. */
  const fresh = (text: string) => {
    const none = () => ({ machines: [], transformers: [] });
    const nlp = winkNLP({ ...model, ner: none, metaCER: none } as unknown as typeof model, [
      'sbd',
      'pos',
      'negation',
    ]);
    const doc = nlp.readDoc(text);
    const all = doc.tokens();
    const values = all.out(nlp.its.value) as string[];
    const kept = values.flatMap((value, i) => (value.trim() === '' ? [] : [i]));
    const pick = <T>(list: readonly T[]): T[] => kept.map(i => list[i] as T);
    const spans = doc.sentences().out(nlp.its.span) as unknown as [number, number][];
    return {
      text: pick(values),
      pos: pick(all.out(nlp.its.pos) as string[]),
      negated: pick(all.out(nlp.its.negationFlag) as unknown as boolean[]),
      // A sentence that begins with spaces of its own begins, for us, at the first token that is none.
      sentenceStart: [...new Set(spans.map(([first]) => kept.findIndex(i => i >= first)))].filter(
        i => i >= 0,
      ),
    };
  };

  it('as a fresh, unaltered wink-nlp reads it', () => {
    for (const text of plain) {
      const { start, end, ...tagged } = tag(text);
      expect(tagged, text).toEqual(fresh(text));
      expect(tagged.text).toEqual(Array.from(start, (from, i) => text.slice(from, end[i])));
    }
  });

  it('also after more new words than the cache of wink-nlp can hold', () => {
    const text = plain.find(each => each.length > 200) as string;
    const before = tag(text);
    const letters = (n: number): string =>
      n.toString(26).replace(/\d/g, digit => 'qrstuvwxyz'[Number(digit)] as string);
    for (let batch = 0; batch < 14; batch++)
      tag(Array.from({ length: 45_000 }, (_, i) => `zq${letters(batch * 45_000 + i)}`).join(' '));
    expect(tag(text)).toEqual(before);
  });

  it('leaves wink-nlp and its model as they are to a program that uses them too', () => {
    const text = 'The minister did not agree. He left.';
    const before = fresh(text);
    tag(text);
    expect(fresh(text)).toEqual(before);
  });
});

describe('sentences', () => {
  it.each([
    ['a country in initials does not end a sentence', 'The U.S. embassy closed.| It opened again.'],
    ['but may stand at its end', 'Talks were held in the U.S.| Nobody came.'],
    ['nor does a month cut short', 'The fighting began on Sept. 27 and went on.'],
    ['nor a title', 'Mr. Putin spoke to Gov. Smith and Lt. Col. Brown.| Mrs. Petrov did not.'],
    ['nor a reverend', 'The Rev. Brown prayed with Msgr. Green.'],
    ['nor a degree', 'The envoy, who has a Ph.D. in law, left.'],
    ['nor a time of day', 'Shells fell at 5 a.m. on Friday.'],
    ['nor a decimal', 'It cost 2.5 million.| Nobody paid.'],
    ['nor an address', 'The plan is at www.example.org.| Nobody read it.'],
    ['an exclamation within a sentence', '“Stop!” he cried.| Then he ran.'],
    ['a question within a sentence', '“Will it hold?” the minister asked.| Nobody knew.'],
    ['a closing straight quote stays with its sentence', 'He said "we will go."| Then he left.'],
    ['a closing curly quote stays with its sentence', 'He said “we will go.”| Then he left.'],
    ['an opening straight quote goes with the next', 'He left.| "We will go," he said.'],
    ['sentences inside quotation marks', '"We came.| We saw."| He sat down.'],
    ['a full stop inside brackets', 'Nobody was hurt (or so they say.)| The night went on.'],
    ['question and exclamation together', 'Had the talks failed?!| Nobody knew.'],
    ['a dash, a colon and a semicolon do not cut', 'One thing - the pause - held: he stayed; she left.'],
  ])('%s', (_, marked) => {
    const doc = read(marked.replaceAll('|', ''));
    expect(
      slices(
        doc,
        doc.sentences.map(({ span }) => span),
      ).join('| '),
    ).toBe(marked);
  });

  it.each([
    ['a heading without a full stop', '# Ministers meet\n\nShells fell.', ['Ministers meet', 'Shells fell.']],
    ['a line that a single line feed ends', 'Shells fell\nNobody came.', ['Shells fell', 'Nobody came.']],
    ['a subheading', 'He left.\n\n## What next\n\nShe stayed.', ['He left.', 'What next', 'She stayed.']],
    ['items of a list', 'It asked for:\n- a pause\n- a line', ['It asked for:', 'a pause', 'a line']],
    ['an abbreviation at its end', 'He met Mr.\n\nBrown left.', ['He met Mr.', 'Brown left.']],
    ['a small letter after it', 'He left.\n\nand she stayed.', ['He left.', 'and she stayed.']],
  ])('%s does not run into the next paragraph', (_, text, sentences) => {
    const doc = read(text);
    expect(
      slices(
        doc,
        doc.sentences.map(({ span }) => span),
      ),
    ).toEqual(sentences);
  });

  it('lines wrapped at a width are joined', () => {
    const first =
      'The ministers of the two countries met on Friday in a\nhall by the river and spoke until the night had come and\nnobody would say what had been agreed between them in\nthe end.';
    const second =
      'The second paragraph is wrapped at the same width as the\nfirst one was. Its lines are joined.';
    const doc = read(`Ministers meet\n\n${first}\n\n${second}`);
    expect(slices(doc, doc.paragraphs)).toEqual(['Ministers meet', first, second]);
    expect(doc.sentences).toHaveLength(4);
    const night = doc.article.text.indexOf('night');
    expect(doc.placeOf(night)).toEqual({
      line: 4,
      column: 'hall by the river and spoke until the '.length + 1,
    });
  });
});

describe('zones', () => {
  const LEDE = 'The ministers met on Friday.';
  const zonesOf = (text: string, fields: Partial<Article> = {}): string[] => {
    const doc = read(text, fields);
    return slices(doc, doc.paragraphs).map((words, i) => `${doc.paragraphs[i]?.zone}: ${words}`);
  };

  it.each([
    [
      'the title given apart',
      `Ministers meet\n\n${LEDE}`,
      { title: 'Ministers meet' },
      ['headline: Ministers meet'],
    ],
    [
      'the title in other marks',
      `“Ministers” Meet!\n\n${LEDE}`,
      { title: '"Ministers" meet' },
      ['headline: “Ministers” Meet!'],
    ],
    ['a heading of the first level', `# Ministers meet.\n\n${LEDE}`, {}, ['headline: Ministers meet.']],
    ['a short first line', `Ministers meet\n\n${LEDE}`, {}, ['headline: Ministers meet']],
    ['not a first line that ends a sentence', `They met.\n\n${LEDE}`, {}, ['lede: They met.']],
    ['not a date above the text', `9 October 2020\n\n${LEDE}\n\nIt rained.`, {}, []],
    [
      'not a byline above the text',
      `By Jane Example\n\nMinisters meet\n\n${LEDE}`,
      {},
      ['headline: Ministers meet'],
    ],
    [
      'a deck under it',
      `# Ministers meet\n\nHopes are low\n\n${LEDE}`,
      {},
      ['headline: Ministers meet', 'headline: Hopes are low'],
    ],
  ])('headline: %s', (_, text, fields, above) => {
    const zones = zonesOf(text, fields);
    expect(zones.slice(0, above.length)).toEqual(above);
    expect(zones[above.length]).toBe(
      `${above.some(zone => zone.startsWith('lede')) ? 'body' : 'lede'}: ${LEDE}`,
    );
  });

  it('a title that does not stand in the text makes no headline of another line', () => {
    const doc = read(`${LEDE}\n\nIt rained.`, { title: 'Quite another title' });
    expect(doc.headlineInText).toBe(false);
    expect(doc.paragraphs.map(({ zone }) => zone)).toEqual(['lede', 'body']);
  });

  it.each([
    [
      'an agency in brackets',
      'A man looks at his house. (CPP Photo)',
      'A man looks at his house.',
      '(CPP Photo)',
    ],
    [
      'slashes',
      'Rescuers at work on Monday / CPP / JANE ROE',
      'Rescuers at work on Monday',
      '/ CPP / JANE ROE',
    ],
    ['a bold tail', 'A woman lights a candle. **Jane Roe/CPP**', 'A woman lights a candle.', 'Jane Roe/CPP'],
    ['a plain tail', 'A woman lights a candle. Jane Roe/AFP', 'A woman lights a candle.', 'Jane Roe/AFP'],
    [
      'a Markdown image',
      '![A ruined school](https://example.org/a.jpg)',
      'A ruined school',
      'https://example.org/a.jpg',
    ],
  ])('a caption is known by its credit: %s', (_, line, caption, credit) => {
    const doc = read(`Ministers meet\n\n${LEDE}\n\n${line}\n\nIt rained.`);
    expect(zonesOf(doc.article.text)).toEqual([
      'headline: Ministers meet',
      `lede: ${LEDE}`,
      `caption: ${caption}`,
      'body: It rained.',
    ]);
    expect(
      slices(
        doc,
        doc.furniture.map(({ span }) => span),
      ),
    ).toEqual([credit]);
  });
});

describe('furniture is named, and is not the outlet’s prose', () => {
  it.each([
    ['section label', 'Middle East\n\n# Ministers meet\n\n', 'Middle East'],
    ['byline', 'By Jane Example', 'By Jane Example'],
    ['dateline', 'TBILISI — ', 'TBILISI —'],
    ['dateline', 'TBILISI, Georgia (CPP) - ', 'TBILISI, Georgia (CPP) -'],
    ['dateline', 'Tbilisi (CPP) — ', 'Tbilisi (CPP) —'],
    ['date', '9 October 2020, 12:30', '9 October 2020, 12:30'],
    ['date', 'Published: Friday, October 9, 2020', 'Published: Friday, October 9, 2020'],
    ['date', 'Updated 2020-10-09T12:30:00Z ', 'Updated 2020-10-09T12:30:00Z'],
    ['translation notice', 'Powered by automated translation', 'Powered by automated translation'],
    ['relay notice', 'Source: Read Full Article', 'Source: Read Full Article'],
    ['related link', 'Read more: the war in pictures', 'Read more: the war in pictures'],
    ['page control', 'Sign up for our newsletter', 'Sign up for our newsletter'],
    ['no words', '* * *', '* *'],
    ['embedded post', '— Jane Roe (@janeroe) October 9, 2020', '— Jane Roe (@janeroe) October 9, 2020'],
    ['script', '<script async>let a = "shells";</script>', '<script async>let a = "shells";</script>'],
    ['unbroken run of characters', 'x'.repeat(600), 'x'.repeat(600)],
  ])('%s: %j', (rule, line, found) => {
    const gap = /[ \n]$/.test(line) ? '' : '\n\n';
    const doc = read(`${line}${gap}The ministers met on Friday.\n\nThey said little.`, {
      title: 'Elsewhere',
    });
    expect(doc.furniture.map(each => [each.rule, sliceOf(doc.article, each.span)])).toEqual([[rule, found]]);
    expect(doc.tokens.text.join(' ')).toMatch(
      /^(?:Ministers meet )?The ministers met on Friday \. They said little \.$/,
    );
  });

  it('an address goes, and the words that lead to it', () => {
    const doc = read('Ministers met.\n\nOriginal url: https://example.org/a\n\nIt rained.');
    expect(doc.furniture.map(({ rule }) => rule)).toEqual(['relay notice', 'address']);
    expect(doc.paragraphs).toHaveLength(2);
  });

  it('an embedded post goes as a whole, from its opening to its signature', () => {
    const post = 'Embed:\n\nWe will hold tonight.\n\n— Jane Roe (@janeroe) October 9, 2020';
    const doc = read(`Ministers met.\n\n${post}\n\nIt rained.`);
    expect(doc.furniture.map(each => [each.rule, sliceOf(doc.article, each.span)])).toEqual([
      ['embedded post', post],
    ]);
    expect(slices(doc, doc.paragraphs)).toEqual(['Ministers met.', 'It rained.']);
  });

  it.each([
    'By night, the ministers had left.',
    'Read more in the paper tomorrow, he told them.',
    'Photo sessions were held at noon.',
    'The minister — a doctor — left.',
    'Source: an official who would not be named said so.',
    'World leaders met.',
  ])('a sentence that only begins like it stays: %s', sentence => {
    const doc = read(`The ministers met on Friday.\n\n${sentence}`);
    expect(doc.furniture).toEqual([]);
    expect(slices(doc, doc.paragraphs)[1]).toBe(sentence);
  });
});

describe('markup is not words', () => {
  it.each([
    [
      'a link keeps its words',
      'They read [the plan](https://x.org/p "Plan") twice.',
      'They read the plan twice.',
    ],
    ['emphasis', 'They **never** left, *they* said, _at all_.', 'They never left, they said, at all.'],
    ['an underscore inside a word is none', 'The file_name_one was lost.', 'The file_name_one was lost.'],
    ['tags', 'Then <b class="x">night</b> fell.', 'Then night fell.'],
    ['a comment', 'Then <!-- not yet --> night fell.', 'Then night fell.'],
    ['a smaller-than sign is none', 'Fewer than 5 < 6 came.', 'Fewer than 5 < 6 came.'],
    ['character references', 'They said &ldquo;no&rdquo; &#8212; AT &amp; T.', 'They said “no” — AT & T.'],
    ['an unknown reference stays', 'They &zzz; left.', 'They &zzz; left.'],
    ['typewriter’s marks are set as quotation marks', "He said ''no'' twice.", 'He said “no” twice.'],
    ['escapes', 'It cost \\$5 \\[or more\\].', 'It cost $5 [or more].'],
    ['a block quote', '> They left.', 'They left.'],
    ['control characters', 'They\u0000 left\u0007.', 'They left.'],
  ])('%s', (_, text, words) => {
    const close = (some: string): string => some.replace(/\s+/g, '');
    expect(close(read(text).prose)).toBe(close(words));
  });

  it('tags of blocks part paragraphs', () => {
    const doc = read('<p>They met.</p><div>It rained<br/>all night.</div>');
    expect(slices(doc, doc.paragraphs)).toEqual(['They met.', 'It rained', 'all night.']);
  });

  it.each([
    [
      'Mar&iacute;a Garc&iacute;a&rsquo;s plan',
      'María García’s plan',
      ['Mar&iacute;a', 'Garc&iacute;a', '&rsquo;s', 'plan'],
    ],
    ['It don&#146;t rain, &Eacute;mile&mdash;they say', 'It don’t rain, Émile—they say', undefined],
    ['Jos&#xE9;&nbsp;and Zo&euml;', 'José and Zoë', undefined],
    ['AT&T; &notareference; &amp; A&B', 'AT&T; &notareference; & A&B', undefined],
  ])(
    'a word is read whole over its character references, and stands where it stands: %s',
    (text, read_, tokens) => {
      const [doc, plain] = [read(text), read(read_)];
      expect(doc.prose.length).toBe(text.length);
      expect(doc.words.length).toBe(plain.words.length);
      expect(doc.words.id).toEqual(plain.words.id);
      expect(doc.tokens.pos).toEqual(plain.tokens.pos);
      const spans = doc.tokens.text.map((_, i) => ({
        start: doc.tokens.start[i] as number,
        end: doc.tokens.end[i] as number,
      }));
      expect(slices(doc, spans)).toEqual(doc.tokens.text);
      if (tokens !== undefined) expect(doc.tokens.text).toEqual(tokens);
    },
  );

  it('a speaker keeps the letters that a page gives by reference', () => {
    const { quotations } = read(
      '“It is late,” said Mayor Luc&iacute;a Garc&iacute;a. “We leave,” Garc&#237;a said.',
    );
    expect(quotations.map(({ source }) => source?.name)).toEqual(['Lucía García', 'Lucía García']);
  });
});

describe('what stands in place of characters is read as them', () => {
  const WRITTEN: Readonly<Record<string, readonly [text: string, tokens: string, places: string]>> = {
    'soft hyphens': ['The oc\u00adcu\u00adpied hill.', 'occupied', 'oc\u00adcu\u00adpied'],
    'soft hyphens as references': ['The oc&shy;cu&#173;pied hill.', 'occupied', 'oc&shy;cu&#173;pied'],
    'zero-width characters': ['The occu\u200bpied hill.', 'occupied', 'occu\u200bpied'],
    'word joiners': ['The occu\u2060pied hill.', 'occupied', 'occu\u2060pied'],
    'an invisible character beside a word': ['The occupied\u200b hill.', 'occupied', 'occupied'],
    'a place to break a word': ['The occu<wbr>pied hill.', 'occupied', 'occu<wbr>pied'],
    'references that were escaped again': ['The caf&amp;eacute; burned.', 'café', 'caf&amp;eacute;'],
    'references that nothing closes': ['The caf&#233 burned.', 'café', 'caf&#233'],
    'misread letters': ['The cafÃ© burned.', 'café', 'cafÃ©'],
    'misread apostrophes': ['They wonâ€™t go.', 'won’t', 'wonâ€™t'],
    'letters misread twice': ['They wonÃ¢â‚¬â„¢t go.', 'won’t', 'wonÃ¢â‚¬â„¢t'],
    'words cut at the end of a line': ['The moun-\ntains are high.', 'mountains', 'moun-\ntains'],
    'but not a capital before a closing mark': ['“We met in TROMSÅ” he said.', 'TROMSÅ', 'TROMSÅ'],
    'nor a dash after a letter': ['The café—a bar—burned.', 'café', 'café'],
  };
  for (const [rule, [text, word, place]] of Object.entries(WRITTEN))
    it(rule, () => {
      const { prose, words } = read(text);
      expect(prose).toHaveLength(text.length);
      expect(prose).toContain(word);
      const places = Array.from(words.start, (start, i) => text.slice(start, words.end[i]));
      expect(places).toContain(place);
    });

  it('keeps the hyphen of a compound that goes on in the next line', () => {
    for (const [text, word] of [
      ['The anti-\nAmerican march ended.', 'anti-American'],
      ['A self-\nmade man spoke.', 'self-made'],
      ['The gun-\ncontrol bill failed. A gun-control group wept.', 'gun-control bill'],
    ] as const)
      expect(read(text).prose.replace(/ +/g, ' ')).toContain(word);
  });

  it('reads quotation marks that were misread', () => {
    const { quotations, article } = read('â€œWe wonâ€™t go home,â€ said Jane Ford. “Not now.”');
    expect(sliceOf(article, quotations[0]?.content[0] as Span)).toBe('â€œWe wonâ€™t go home,â€');
  });
});
